package engine

// This file defines the status of a connection.

import "time"

// MirrorState is the word for what the mirror does.
type MirrorState string

// The mirror states.
const (
	MirrorIdle            MirrorState = "Idle"
	MirrorCalculating     MirrorState = "Calculating size"
	MirrorMirroring       MirrorState = "Mirroring"
	MirrorPaused          MirrorState = "Paused"
	MirrorRemovingOrphans MirrorState = "Removing orphans"
)

// Running reports whether a mirror is under way, also when paused.
func (s MirrorState) Running() bool { return s != MirrorIdle && s != "" }

// TargetState is the word for the state of the copy.
type TargetState string

// The target states.
const (
	TargetOnline         TargetState = "Online"            // the copy is complete as of the last mirror
	TargetMirroring      TargetState = "Mirroring"         // a mirror is under way
	TargetMirrorStopped  TargetState = "Mirroring Stopped" // a mirror was stopped before its end
	TargetMirrorRequired TargetState = "Mirror Required"   // never mirrored, or changes were missed
	TargetReplicating    TargetState = "Replicating"       // complete and kept up to date
	TargetRetrying       TargetState = "Retrying"          // the copy cannot be written; tried again
	TargetPaused         TargetState = "Paused"            // the target does not apply changes
)

// TransmitState is the word for the way to the target.
type TransmitState string

// The transmit states.
const (
	TransmitStarted   TransmitState = "Started"
	TransmitStopped   TransmitState = "Stopped"
	TransmitPaused    TransmitState = "Paused"
	TransmitScheduled TransmitState = "Scheduled"
	TransmitError     TransmitState = "Error"
)

// MirrorProgress counts what the latest mirror did. Totals grow while
// Scanning and are final afterwards.
type MirrorProgress struct {
	State      MirrorState   `json:"state"`
	Options    MirrorOptions `json:"options,omitzero"`
	Scanning   bool          `json:"scanning,omitempty"` // totals not final yet
	Percent    int           `json:"percent"`            // 0 to 100; -1 while the total is unknown
	FilesTotal int64         `json:"files_total"`        // files and links of the set
	FilesDone  int64         `json:"files_done"`         // looked at, whatever came of it
	FilesSent  int64         `json:"files_sent"`         // written to the copy, whole or in part
	Skipped    int64         `json:"skipped"`            // already the same, or special files
	Removed    int64         `json:"removed"`            // orphans
	Errors     int64         `json:"errors"`             // entries that could not be copied
	BytesTotal int64         `json:"bytes_total"`        // of the files of the set
	BytesDone  int64         `json:"bytes_done"`         // of the files looked at
	BytesSent  int64         `json:"bytes_sent"`         // written to the copy
	BytesQueue int64         `json:"bytes_queue"`        // found, not yet looked at
	BytesRate  int64         `json:"bytes_rate"`         // done per second, over the whole mirror
	Started    time.Time     `json:"started,omitzero"`
	Ended      time.Time     `json:"ended,omitzero"` // zero while it runs
	Completed  bool          `json:"completed"`      // ran to its end; Errors may still be more than 0
	Failures   []Failure     `json:"failures,omitempty"`
}

// Failure is one entry that could not be copied, or a reason the mirror ended early.
// A status holds at most 100 of them; MirrorProgress.Errors counts all.
type Failure struct {
	Path   Path   `json:"path"`
	Reason string `json:"reason"`
}

// ReplicationProgress counts changes since the connection was opened.
type ReplicationProgress struct {
	Active           bool  `json:"active"`            // changes are captured
	BytesTransferred int64 `json:"bytes_transferred"` // of the changed files, looked at
	BytesTransmitted int64 `json:"bytes_transmitted"` // written to the copy
	BytesQueue       int64 `json:"bytes_queue"`       // estimate: sizes of the queued files
	OpsQueue         int64 `json:"ops_queue"`         // changed paths not yet applied
	QueueUsed        int64 `json:"queue_used"`        // bytes that the queue itself takes, in memory and on disk
	QueueRoom        int64 `json:"queue_room"`        // that it may take; 0: the driver does not tell
	OpsDone          int64 `json:"ops_done"`
	Errors           int64 `json:"errors"`  // changes that could not be applied at the last try
	Rescans          int64 `json:"rescans"` // times the whole set was compared because notifications were lost
}

// ConnectionStatus is everything known about a connection.
type ConnectionStatus struct {
	Connection
	TargetState   TargetState         `json:"target_state"`
	TransmitState TransmitState       `json:"transmit_state"`
	Mirror        MirrorProgress      `json:"mirror"`
	Replication   ReplicationProgress `json:"replication"`
	Settled       bool                `json:"settled"`             // the copy equals one instant of the source, as of SettledAt
	SettledAt     time.Time           `json:"settled_at,omitzero"` // that instant
	PathBlocked   bool                `json:"path_blocked"`        // the copy is closed to everybody but the engine
	Failures      []Failure           `json:"failures,omitempty"`  // of replication, at most 100
}
