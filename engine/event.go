package engine

// This file defines events: progress and state changes in order.

import (
	"slices"
	"time"
)

// EventKind says what an event tells.
type EventKind string

// The kinds of event.
const (
	EventConnected      EventKind = "connected"
	EventDisconnected   EventKind = "disconnected"
	EventMirrorStarted  EventKind = "mirror-started"
	EventMirrorProgress EventKind = "mirror-progress" // several a second while a mirror runs
	EventMirrorPaused   EventKind = "mirror-paused"
	EventMirrorResumed  EventKind = "mirror-resumed"
	EventMirrorStopped  EventKind = "mirror-stopped"  // by hand or by a failure that ended it
	EventMirrorComplete EventKind = "mirror-complete" // look at Mirror.Errors
	EventReplication    EventKind = "replication"     // Text is "started" or "stopped"
	EventTargetState    EventKind = "target-state"    // Text is the new TargetState
	EventNote           EventKind = "note"            // something worth knowing, such as a skipped fifo
	EventFailure        EventKind = "failure"         // an entry could not be copied
)

// Event is one thing that happened. Seq counts from 1 without gaps for a client.
type Event struct {
	Seq        uint64          `json:"seq"`
	Time       time.Time       `json:"time"`
	Kind       EventKind       `json:"kind"`
	Connection ConnectionID    `json:"connection,omitempty"`
	Source     string          `json:"source,omitempty"`
	Target     string          `json:"target,omitempty"`
	Path       Path            `json:"path,omitempty"` // on the source, unless Text says otherwise
	Text       string          `json:"text,omitempty"`
	Mirror     *MirrorProgress `json:"mirror,omitempty"` // with the mirror kinds; without Failures
}

// Filter selects events. The zero filter selects all from now on.
type Filter struct {
	Connection ConnectionID `json:"connection,omitempty"`
	Machine    string       `json:"machine,omitempty"` // as source or target
	Kinds      []EventKind  `json:"kinds,omitempty"`
	Since      uint64       `json:"since,omitempty"` // also those still held with a greater Seq
}

// Match reports whether the filter selects e, apart from Since.
func (f Filter) Match(e Event) bool {
	return (f.Connection == 0 || f.Connection == e.Connection) &&
		(f.Machine == "" || f.Machine == e.Source || f.Machine == e.Target) &&
		(len(f.Kinds) == 0 || slices.Contains(f.Kinds, e.Kind))
}
