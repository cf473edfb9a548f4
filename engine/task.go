package engine

// This file defines programs that run on machines: tasks in the stream of changes, and scripts at the events of a mirror.

import "time"

// A TaskPoint says where in the stream a task runs.
type TaskPoint string

// The points, in the order in which a task passes them.
const (
	OnQueue    TaskPoint = "queue"    // on the source, once it is queued
	OnTransmit TaskPoint = "transmit" // on the source, just before it is sent
	OnReceive  TaskPoint = "receive"  // on the target, once it is received and queued
	OnExecute  TaskPoint = "execute"  // on the target, once everything before it is applied
)

// A TaskStep is a program at a point. Path is as the machine sees it on which it runs.
type TaskStep struct {
	Point     TaskPoint `json:"point"`
	Path      Path      `json:"path"`
	Arguments string    `json:"arguments,omitempty"` // separated by blanks
}

// QueueTask puts a task into the stream of changes from Source to Target, behind everything changed before. It answers
// as soon as the task is queued; WaitQueue waits for it too. CodeNoConnection without a connection to Target.
type QueueTask struct {
	Task    string        `json:"task"` // its name, for the log
	Source  string        `json:"source"`
	Target  string        `json:"target"`
	Steps   []TaskStep    `json:"steps"`
	Timeout time.Duration `json:"timeout,omitempty"` // nanoseconds that the stream waits for each program; 0: it does not wait
	Forever bool          `json:"forever,omitempty"` // it waits without limit
}

// A Script is a program that runs on the target at an event of a connection's mirror.
type Script struct {
	ID        ConnectionID `json:"id"`
	Source    string       `json:"source,omitempty"`
	Target    string       `json:"target"`
	Event     EventKind    `json:"event"` // EventMirrorStarted, EventMirrorStopped or EventMirrorComplete
	Path      Path         `json:"path"`
	Arguments string       `json:"arguments,omitempty"`
	Delay     bool         `json:"delay,omitempty"` // the mirror waits for it
}

// ScriptList is sorted by connection and event.
type ScriptList []Script

func (ScriptList) isResult() {}

// SaveScript adds a script or replaces that for the same event.
type SaveScript struct {
	Script Script `json:"script"`
}

// ListScripts lists the scripts of a connection, of all with ID 0.
type ListScripts struct {
	ID ConnectionID `json:"id,omitempty"`
}

// DeleteScripts removes the script for Event, or all of the connection; with ID 0 of all connections.
type DeleteScripts struct {
	ID    ConnectionID `json:"id,omitempty"`
	Event EventKind    `json:"event,omitempty"`
}

// TestScripts runs the scripts of a connection now, of all with ID 0. CodeFailed when one fails.
type TestScripts struct {
	ID ConnectionID `json:"id,omitempty"`
}

func (QueueTask) op()     {}
func (SaveScript) op()    {}
func (ListScripts) op()   {}
func (DeleteScripts) op() {}
func (TestScripts) op()   {}

func (QueueTask) result() (r Done)         { return }
func (SaveScript) result() (r Done)        { return }
func (ListScripts) result() (r ScriptList) { return }
func (DeleteScripts) result() (r Done)     { return }
func (TestScripts) result() (r Done)       { return }

// Name returns the operation's name in JSON.
func (QueueTask) Name() string     { return "task-queue" }
func (SaveScript) Name() string    { return "script-save" }
func (ListScripts) Name() string   { return "script-list" }
func (DeleteScripts) Name() string { return "script-delete" }
func (TestScripts) Name() string   { return "script-test" }

// Effect says what the operation changes. Nobody knows what a program does.
func (QueueTask) Effect() Effect     { return Destroy }
func (SaveScript) Effect() Effect    { return Destroy }
func (ListScripts) Effect() Effect   { return Read }
func (DeleteScripts) Effect() Effect { return Change }
func (TestScripts) Effect() Effect   { return Destroy }
