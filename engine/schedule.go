package engine

// This file defines what happens at times: starting and stopping transmission, windows, limits, verifications, snapshots.

import "time"

// Criteria say when transmission starts or stops. Any of them suffices.
type Criteria struct {
	At            time.Time     `json:"at,omitzero"`
	Every         time.Duration `json:"every,omitempty"`          // nanoseconds, counted from At or from when it was set
	MemoryPercent int           `json:"memory_percent,omitempty"` // of the room for a queue, in memory and on disk
	QueueBytes    int64         `json:"queue_bytes,omitempty"`
}

// A Window bounds transmission to a time of day. Minutes count from midnight; To before From goes over midnight.
type Window struct {
	From int            `json:"from"`
	To   int            `json:"to"`
	Days []time.Weekday `json:"days,omitempty"` // on which it opens; none: all
}

// A LimitEvent changes the limit of bandwidth at a time of the week. It is in force until the next one.
type LimitEvent struct {
	Label  string         `json:"label"`
	Days   []time.Weekday `json:"days"`
	Minute int            `json:"minute"`          // from midnight
	Bytes  int64          `json:"bytes,omitempty"` // 0: unlimited
	Per    time.Duration  `json:"per,omitempty"`   // nanoseconds
}

// A Schedule is what happens by itself between Source and Target.
type Schedule struct {
	Source         string         `json:"source"`
	Target         string         `json:"target"`
	Disabled       bool           `json:"disabled,omitempty"`
	Start          Criteria       `json:"start,omitzero"`
	Stop           Criteria       `json:"stop,omitzero"`
	Window         *Window        `json:"window,omitempty"`
	VerifyEvery    time.Duration  `json:"verify_every,omitempty"` // nanoseconds
	Limits         []LimitEvent   `json:"limits,omitempty"`
	LimitsDisabled bool           `json:"limits_disabled,omitempty"`
	Snapshots      []SnapshotPlan `json:"snapshots,omitempty"`
}

// A SnapshotPlan makes a snapshot of a connection's copy again and again.
type SnapshotPlan struct {
	ID    ConnectionID  `json:"id"`
	Every time.Duration `json:"every"`          // nanoseconds
	Keep  int           `json:"keep,omitempty"` // older ones are deleted; 0: none
}

func (Schedule) isResult() {}

// GetSchedule asks for the schedule from Source to Target; without one it is empty.
type GetSchedule struct {
	Source string `json:"source"`
	Target string `json:"target"`
}

// SaveSchedule replaces the schedule from Source to Target, as a whole. CodeBadSchedule.
type SaveSchedule struct {
	Source   string   `json:"source"`
	Target   string   `json:"target"`
	Schedule Schedule `json:"schedule"` // whose own machines are not looked at
}

func (GetSchedule) op()  {}
func (SaveSchedule) op() {}

func (GetSchedule) result() (r Schedule) { return }
func (SaveSchedule) result() (r Done)    { return }

// Name returns the operation's name in JSON.
func (GetSchedule) Name() string  { return "schedule-get" }
func (SaveSchedule) Name() string { return "schedule-save" }

// Effect says what the operation changes.
func (GetSchedule) Effect() Effect  { return Read }
func (SaveSchedule) Effect() Effect { return Change }
