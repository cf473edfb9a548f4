package engine

// This file defines snapshots of a copy, and bringing a copy back.

import "time"

// CreateSnapshot keeps the copy of a connection as it is now. An empty Name is made from the time.
type CreateSnapshot struct {
	ID     ConnectionID `json:"id"`
	Source string       `json:"source,omitempty"`
	Label  string       `json:"name,omitempty"`
}

// A Snapshot is a copy that was kept.
type Snapshot struct {
	Label string    `json:"name"`
	Made  time.Time `json:"made"`
	Bytes int64     `json:"bytes,omitempty"`
	Files int64     `json:"files,omitempty"`
}

func (Snapshot) isResult() {}

// SnapshotList is sorted by time, oldest first.
type SnapshotList []Snapshot

func (SnapshotList) isResult() {}

// ListSnapshots lists the snapshots of a connection's copy.
type ListSnapshots struct {
	ID     ConnectionID `json:"id"`
	Source string       `json:"source,omitempty"`
}

// DeleteSnapshot drops a snapshot. CodeBadParameter when there is none of that name.
type DeleteSnapshot struct {
	ID     ConnectionID `json:"id"`
	Source string       `json:"source,omitempty"`
	Label  string       `json:"name"`
}

// RevertSnapshot makes the copy what it was when the snapshot was made. What came later is lost.
type RevertSnapshot struct {
	ID     ConnectionID `json:"id"`
	Source string       `json:"source,omitempty"`
	Label  string       `json:"name"`
}

// Restore mirrors the copy of a set back from Target, to Machine or to the set's own source. It does not replicate. The result is a
// connection that lasts until it is disconnected. CodeReplicating while a connection of the set replicates to Target.
type Restore struct {
	Source  string        `json:"source"` // whose set it is
	Repset  string        `json:"repset"`
	Target  string        `json:"target"`            // that has the copy
	Machine string        `json:"machine,omitempty"` // that gets the data; "": Source
	Mapping *Mapping      `json:"mapping,omitempty"` // where the copy lies; nil: as the newest connection of the set to Target has it
	Options MirrorOptions `json:"options,omitzero"`
}

func (CreateSnapshot) op() {}
func (ListSnapshots) op()  {}
func (DeleteSnapshot) op() {}
func (RevertSnapshot) op() {}
func (Restore) op()        {}

func (CreateSnapshot) result() (r Snapshot)    { return }
func (ListSnapshots) result() (r SnapshotList) { return }
func (DeleteSnapshot) result() (r Done)        { return }
func (RevertSnapshot) result() (r Done)        { return }
func (Restore) result() (r ConnectionID)       { return }

// Name returns the operation's name in JSON.
func (CreateSnapshot) Name() string { return "snapshot-create" }
func (ListSnapshots) Name() string  { return "snapshot-list" }
func (DeleteSnapshot) Name() string { return "snapshot-delete" }
func (RevertSnapshot) Name() string { return "snapshot-revert" }
func (Restore) Name() string        { return "restore" }

// Effect says what the operation changes.
func (CreateSnapshot) Effect() Effect { return Change }
func (ListSnapshots) Effect() Effect  { return Read }
func (DeleteSnapshot) Effect() Effect { return Destroy }
func (RevertSnapshot) Effect() Effect { return Destroy }
func (Restore) Effect() Effect        { return Destroy }
