package engine

// This file defines the operations on the way from a source to a target: transmission, bandwidth, compression, pausing a target.

import "time"

// An Action says what becomes of something that runs.
type Action string

// The actions.
const (
	ActionStart  Action = "start"
	ActionStop   Action = "stop"
	ActionPause  Action = "pause"
	ActionResume Action = "resume"
)

// Transmission controls the sending of changes from Source to Target. Stopped or paused, changes wait on the source.
// CodeTransmissionPaused when it is so already, CodeConnectionNotPaused when there is nothing to resume. Where no connection leads from
// Source to Target a driver keeps the state for those to come, or answers CodeNoConnection.
type Transmission struct {
	Source string `json:"source"`
	Target string `json:"target"`
	Action Action `json:"action"`
}

// HoldTarget makes Target stop applying changes, of all connections to it. Operations under way finish before it answers; changes
// queue. CodeTargetPaused when it is held already.
type HoldTarget struct {
	Source string `json:"source,omitempty"` // only its connections; "": all
	Target string `json:"target"`
}

// ReleaseTarget lets Target go on. CodeConnectionNotPaused when it is not held.
type ReleaseTarget struct {
	Source string `json:"source,omitempty"`
	Target string `json:"target"`
}

// LimitBandwidth bounds what is sent from Source to Target: bursts of up to Bytes, each followed by a pause until Per has
// passed since it began. Bytes 0 lifts the limit.
type LimitBandwidth struct {
	Source string        `json:"source"`
	Target string        `json:"target"`
	Bytes  int64         `json:"bytes,omitempty"`
	Per    time.Duration `json:"per,omitempty"` // nanoseconds; 0 means one second
}

// SetCompression sets how hard what is sent to Target is compressed: 0 not at all, 1 little, 3 much.
type SetCompression struct {
	Source string `json:"source"`
	Target string `json:"target"`
	Level  int    `json:"level,omitempty"`
}

// BlockTargetPath protects the copy of a connection from everybody but the engine, or with Unblock no longer; disconnecting ends it as
// well. CodeTargetPathBlocked when it is blocked already; unblocking an open copy does nothing. CodeTargetAccess when the engine may not
// change the folder, CodeUnsupported when the driver or the system of the copy cannot.
type BlockTargetPath struct {
	ID      ConnectionID `json:"id"`
	Source  string       `json:"source,omitempty"`
	Unblock bool         `json:"unblock,omitempty"`
}

func (Transmission) op()    {}
func (HoldTarget) op()      {}
func (ReleaseTarget) op()   {}
func (LimitBandwidth) op()  {}
func (SetCompression) op()  {}
func (BlockTargetPath) op() {}

func (Transmission) result() (r Done)    { return }
func (HoldTarget) result() (r Done)      { return }
func (ReleaseTarget) result() (r Done)   { return }
func (LimitBandwidth) result() (r Done)  { return }
func (SetCompression) result() (r Done)  { return }
func (BlockTargetPath) result() (r Done) { return }

// Name returns the operation's name in JSON.
func (Transmission) Name() string    { return "transmission" }
func (HoldTarget) Name() string      { return "target-hold" }
func (ReleaseTarget) Name() string   { return "target-release" }
func (LimitBandwidth) Name() string  { return "bandwidth-limit" }
func (SetCompression) Name() string  { return "compression-set" }
func (BlockTargetPath) Name() string { return "target-path-block" }

// Effect says what the operation changes.
func (Transmission) Effect() Effect    { return Change }
func (HoldTarget) Effect() Effect      { return Change }
func (ReleaseTarget) Effect() Effect   { return Change }
func (LimitBandwidth) Effect() Effect  { return Change }
func (SetCompression) Effect() Effect  { return Change }
func (BlockTargetPath) Effect() Effect { return Change }
