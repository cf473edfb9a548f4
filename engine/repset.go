package engine

// This file defines replication sets and the operations on them.

import (
	"fmt"
	"slices"
	"time"
)

// Rule includes or excludes a path of a replication set. The zero options are
// the guide's defaults: include, recursive.
//
// Path is absolute on the source machine; its last element may hold the
// wildcards * (any run of characters) and ? (one character). Without a
// wildcard the rule names a file or a folder with what it contains; with one it
// names the entries of the parent folder whose names match, and when recursive
// also matching entries in every folder below.
type Rule struct {
	Path      Path `json:"path"`
	Exclude   bool `json:"exclude,omitempty"`
	NoRecurse bool `json:"norecurse,omitempty"` // a folder's own entries only, not its subfolders
}

// String shows the rule as the guide does: path, inc or exc, rec or norec.
func (r Rule) String() string {
	kind, rec := "inc", "rec"
	if r.Exclude {
		kind = "exc"
	}
	if r.NoRecurse {
		rec = "norec"
	}
	return fmt.Sprintf("%s %s, %s", r.Path, kind, rec)
}

// Repset names what is copied from a source machine.
type Repset struct {
	Source string `json:"source"` // machine
	Name   string `json:"name"`
	Rules  []Rule `json:"rules"` // in the order they were added
}

// Equal reports whether both sets have the same name, source and rules.
func (r Repset) Equal(s Repset) bool {
	return r.Source == s.Source && r.Name == s.Name && slices.Equal(r.Rules, s.Rules)
}

// RepsetInfo is a saved set with what the engine knows about it.
type RepsetInfo struct {
	Repset
	Saved       time.Time `json:"saved"`
	Connections int       `json:"connections"` // how many use it now; more than 0 means enabled
}

// RepsetList is sorted by name.
type RepsetList []RepsetInfo

// Size is the extent of a set at the time of asking.
type Size struct {
	Bytes   int64 `json:"bytes"` // of regular files
	Files   int64 `json:"files"` // regular files and symbolic links
	Folders int64 `json:"folders"`
	Errors  int64 `json:"errors,omitempty"` // entries that could not be read
}

// SaveRepset creates a set or replaces one, as a whole or not at all.
// CodeRepsetExists with Create when the name is taken; CodeRepsetInUse when the
// rules change while connections use the set; CodeBadSourcePath for a rule
// path that cannot be a path; CodeBadParameter for a bad name.
type SaveRepset struct {
	Repset Repset `json:"repset"`
	Create bool   `json:"create,omitempty"` // refuse to replace
}

// GetRepset asks for one set. CodeNoRepset when there is none.
type GetRepset struct {
	Source string `json:"source"`
	Repset string `json:"repset"`
}

// ListRepsets asks for the sets of a source.
type ListRepsets struct {
	Source string `json:"source"`
}

// DeleteRepset removes a set. CodeRepsetInUse while connections use it.
type DeleteRepset struct {
	Source string `json:"source"`
	Repset string `json:"repset"`
}

// CopyRepset saves a set once more as To. CodeRepsetExists when To is taken.
type CopyRepset struct {
	Source string `json:"source"`
	Repset string `json:"repset"`
	To     string `json:"to"`
}

// RenameRepset gives a set another name. CodeRepsetInUse while connections use it.
type RenameRepset struct {
	Source string `json:"source"`
	Repset string `json:"repset"`
	To     string `json:"to"`
}

// CalculateRepset walks the set and adds up its size. With Rules it is the size
// that the set would have with those rules; it need not be saved.
type CalculateRepset struct {
	Source string `json:"source"`
	Repset string `json:"repset"`
	Rules  []Rule `json:"rules,omitempty"`
}

// Draft is a replication set that is being edited. It is a value: every method
// returns the edited draft and leaves the receiver alone.
type Draft struct {
	Repset
	saved *Repset // nil: never saved
}

// NewDraft starts an empty set.
func NewDraft(source, name string) Draft {
	return Draft{Repset: Repset{Source: source, Name: name}}
}

// DraftOf starts from a saved set.
func DraftOf(saved Repset) Draft {
	saved.Rules = slices.Clone(saved.Rules)
	return Draft{Repset: saved, saved: &saved}
}

// AddRule adds a rule at the end. A rule for the same path is replaced, since
// the later of two rules for one path decides.
func (d Draft) AddRule(r Rule) Draft {
	d.Rules = slices.DeleteFunc(slices.Clone(d.Rules), func(old Rule) bool { return old.Path == r.Path })
	d.Rules = append(d.Rules, r)
	return d
}

// RemoveRule removes the rule for path. CodeNoRule when there is none.
func (d Draft) RemoveRule(path Path) (Draft, error) {
	i := slices.IndexFunc(d.Rules, func(r Rule) bool { return r.Path == path })
	if i < 0 {
		return d, &Error{Code: CodeNoRule, Subject: string(path),
			Cause: fmt.Errorf("replication set %q has no rule for %q", d.Name, path)}
	}
	d.Rules = slices.Delete(slices.Clone(d.Rules), i, i+1)
	return d, nil
}

// Undo returns to the saved state; a set that was never saved becomes empty.
func (d Draft) Undo() Draft {
	if d.saved == nil {
		return NewDraft(d.Source, d.Name)
	}
	return DraftOf(*d.saved)
}

// Changed reports whether saving would change anything.
func (d Draft) Changed() bool { return d.saved == nil || !d.Repset.Equal(*d.saved) }

// Saved returns the draft as it is after a successful SaveRepset.
func (d Draft) Saved() Draft { return DraftOf(d.Repset) }

func (SaveRepset) op()      {}
func (GetRepset) op()       {}
func (ListRepsets) op()     {}
func (DeleteRepset) op()    {}
func (CopyRepset) op()      {}
func (RenameRepset) op()    {}
func (CalculateRepset) op() {}

func (SaveRepset) result() (r Done)        { return }
func (GetRepset) result() (r RepsetInfo)   { return }
func (ListRepsets) result() (r RepsetList) { return }
func (DeleteRepset) result() (r Done)      { return }
func (CopyRepset) result() (r Done)        { return }
func (RenameRepset) result() (r Done)      { return }
func (CalculateRepset) result() (r Size)   { return }

// Name returns the operation's name in JSON.
func (SaveRepset) Name() string      { return "repset-save" }
func (GetRepset) Name() string       { return "repset-get" }
func (ListRepsets) Name() string     { return "repset-list" }
func (DeleteRepset) Name() string    { return "repset-delete" }
func (CopyRepset) Name() string      { return "repset-copy" }
func (RenameRepset) Name() string    { return "repset-rename" }
func (CalculateRepset) Name() string { return "repset-calculate" }

// Effect says what the operation changes.
func (SaveRepset) Effect() Effect      { return Change }
func (GetRepset) Effect() Effect       { return Read }
func (ListRepsets) Effect() Effect     { return Read }
func (DeleteRepset) Effect() Effect    { return Destroy }
func (CopyRepset) Effect() Effect      { return Change }
func (RenameRepset) Effect() Effect    { return Change }
func (CalculateRepset) Effect() Effect { return Read }
