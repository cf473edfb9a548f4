package engine

// This file defines the comparison of a copy with its source, and what is done about orphans.

import "time"

// Verify compares the copy of a connection with its source. CodeMirroring while a mirror runs.
type Verify struct {
	ID       ConnectionID `json:"id"`
	Source   string       `json:"source,omitempty"`
	Checksum bool         `json:"checksum,omitempty"` // compare contents, not only size and time
	Sync     bool         `json:"sync,omitempty"`     // mirror what differs afterwards
	Newer    bool         `json:"newer,omitempty"`    // with Sync: only files that are newer on the source
	Orphans  bool         `json:"orphans,omitempty"`  // with Sync: remove what only the copy has
}

// A Difference is one entry that a Verify found.
type Difference struct {
	Path   Path      `json:"path"`
	Kind   string    `json:"kind"` // "different", "missing", "orphan"
	Source EntryInfo `json:"source,omitzero"`
	Target EntryInfo `json:"target,omitzero"`
	Bytes  int64     `json:"bytes,omitempty"` // out of sync, as far as that is known
}

// EntryInfo is what a folder says about an entry. Mode is as in io/fs.
type EntryInfo struct {
	Time time.Time `json:"time,omitzero"`
	Size int64     `json:"size,omitempty"`
	Mode int64     `json:"mode,omitempty"`
}

// A VerifyReport is what a Verify found. Its Differences are at most 10,000, the totals count all.
type VerifyReport struct {
	Connection
	Checksum            bool         `json:"checksum,omitempty"`
	Started             time.Time    `json:"started,omitzero"`
	Ended               time.Time    `json:"ended,omitzero"`
	Differences         []Difference `json:"differences,omitempty"`
	DirectoriesCompared int64        `json:"directories_compared"`
	DirectoriesMissing  int64        `json:"directories_missing"`
	DirectoriesMirrored int64        `json:"directories_remirrored"`
	FilesCompared       int64        `json:"files_compared"`
	FilesMissing        int64        `json:"files_missing"`
	FilesDifferent      int64        `json:"files_different"`
	FilesEncrypted      int64        `json:"files_encrypted"`
	FilesMirrored       int64        `json:"files_remirrored"`
	OrphansFound        int64        `json:"orphans_found"`
	BytesCompared       int64        `json:"bytes_compared"`
	BytesOutOfSync      int64        `json:"bytes_out_of_sync"`
	Errors              int64        `json:"errors"`
	Failures            []Failure    `json:"failures,omitempty"`
}

func (VerifyReport) isResult() {}

// RemoveOrphans removes what the copy of a connection has and its set has not, as the target's OrphanPolicy says. It runs on its
// own; WaitMirror waits for it. With Stop it ends one that runs.
type RemoveOrphans struct {
	ID     ConnectionID `json:"id"`
	Source string       `json:"source,omitempty"`
	Stop   bool         `json:"stop,omitempty"`
}

// SetOrphanPolicy says what becomes of orphans on Target, for every connection to it.
type SetOrphanPolicy struct {
	Target    string        `json:"target"`
	Enabled   bool          `json:"enabled,omitempty"`    // mirrors, verifications and restores look for orphans
	MoveTo    Path          `json:"move_to,omitempty"`    // "": they are deleted
	OlderThan time.Duration `json:"older_than,omitempty"` // nanoseconds; younger ones stay
}

func (Verify) op()          {}
func (RemoveOrphans) op()   {}
func (SetOrphanPolicy) op() {}

func (Verify) result() (r VerifyReport)  { return }
func (RemoveOrphans) result() (r Done)   { return }
func (SetOrphanPolicy) result() (r Done) { return }

// Name returns the operation's name in JSON.
func (Verify) Name() string          { return "verify" }
func (RemoveOrphans) Name() string   { return "orphans-remove" }
func (SetOrphanPolicy) Name() string { return "orphan-policy" }

// Effect says what the operation changes.
func (o Verify) Effect() Effect        { return verifyEffect(o) }
func (o RemoveOrphans) Effect() Effect { return destroyIf(!o.Stop) }
func (SetOrphanPolicy) Effect() Effect { return Change }

func verifyEffect(o Verify) Effect {
	if !o.Sync {
		return Read
	}
	return destroyIf(o.Orphans)
}
