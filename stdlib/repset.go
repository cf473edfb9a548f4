package stdlib

// This file defines REPSET CREATE, USE, SAVE and UNDO, and the sets that are being edited.

import (
	"fmt"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func repsetEntries() []*runtime.Entry {
	return []*runtime.Entry{{
		Usage:   "REPSET CREATE <repset>",
		Summary: "begin a new replication set",
		Effect:  engine.Change,
		Command: command(runRepsetCreate),
		Doc: `
Begins a new, empty replication set of the current source and makes it the current set. Rules are added with REPSET RULE
ADD; nothing is kept until REPSET SAVE.

    smr> repset create mail
    smr> repset rule add "/data/mail" to mail
    smr> repset save

A set of that name must not exist yet:

    smr> repset create db
    error[E0601]: db: the replication set exists already (-122)
    ...
`,
	}, {
		Usage:   "REPSET USE <repset>",
		Summary: "make a replication set the current one",
		Effect:  engine.Read,
		Command: command(runRepsetUse),
		Doc: `
Makes a replication set of the current source the current set: the one that commands without a set of their own are about.

    smr> repset use db
    smr> repset display
    db
      /data inc, rec

    smr> repset use bd
    error[E0601]: bd: there is no such replication set (-123)
    ...
`,
	}, {
		Usage:   "REPSET SAVE",
		Summary: "save the current replication set",
		Effect:  engine.Change,
		Command: command(runRepsetSave),
		Doc: `
Saves the current replication set. Without changes it does nothing.

    smr> repset create logs
    smr> repset rule add "/data/*.log"
    smr> repset save

A set whose rules changed cannot be saved while connections use it, and without a current set there is nothing to save:

    smr> source beta
    smr> repset save
    error[E0601]: no replication set is selected (-124)
    ...
`,
	}, {
		Usage:   "REPSET UNDO",
		Summary: "drop the unsaved changes of the current replication set",
		Effect:  engine.Change,
		Command: command(runRepsetUndo),
		Doc: `
Brings the current replication set back to what was saved last. A set that was never saved becomes empty.

    smr> repset use db
    smr> repset rule add "/data/tmp" exclude
    smr> repset undo
    smr> repset display
    db
      /data inc, rec

    smr> source beta
    smr> repset undo
    error[E0601]: no replication set is selected (-124)
    ...
`,
	}}
}

func runRepsetCreate(c *call) (value.Value, error) {
	src, err := c.sourceName()
	if err != nil {
		return value.Undef, err
	}
	key := keyOf(src, c.text("repset"))
	if key.name == "" {
		return value.Undef, &engine.Error{Code: engine.CodeBadParameter, Cause: fmt.Errorf("a replication set needs a name")}
	}
	if d, ok := c.drafts[key]; ok && d.Changed() {
		return value.Undef, &engine.Error{Code: engine.CodeRepsetExists, Subject: key.name, Cause: fmt.Errorf("it has been begun and is not saved")}
	}
	_, err = do(c, engine.GetRepset{Source: src, Repset: key.name})
	switch engine.CodeOf(err) {
	case 0:
		return value.Undef, &engine.Error{Code: engine.CodeRepsetExists, Subject: key.name}
	case engine.CodeNoRepset:
		c.keep(key, engine.NewDraft(src, key.name))
		return value.Undef, nil
	}
	return value.Undef, err
}

func runRepsetUse(c *call) (value.Value, error) {
	key, _, err := c.draft(c.text("repset"))
	if err == nil {
		c.current = key
	}
	return value.Undef, err
}

func runRepsetSave(c *call) (value.Value, error) {
	key, d, err := c.draft("")
	if err != nil || !d.Changed() {
		return value.Undef, err
	}
	if _, err := do(c, engine.SaveRepset{Repset: d.Repset}); err != nil {
		return value.Undef, err
	}
	c.keep(key, d.Saved())
	return value.Undef, nil
}

func runRepsetUndo(c *call) (value.Value, error) {
	key, d, err := c.draft("")
	if err != nil {
		return value.Undef, err
	}
	c.keep(key, d.Undo())
	return value.Undef, nil
}

// draft returns the set of that name of the current source as it is being edited, the current set for "". What this
// session has not changed is read from the engine each time, since others may have changed it.
func (c *call) draft(name string) (draftKey, engine.Draft, error) {
	src, err := c.sourceName()
	if err != nil {
		return draftKey{}, engine.Draft{}, err
	}
	key := keyOf(src, name)
	if name == "" {
		if c.current.name == "" || c.current.source != keyOf(src, "").source {
			return draftKey{}, engine.Draft{}, &engine.Error{Code: engine.CodeNoRepsetSelected}
		}
		key = c.current
	}
	if d, ok := c.drafts[key]; ok && d.Changed() {
		return key, d, nil
	}
	info, err := do(c, engine.GetRepset{Source: src, Repset: key.name})
	if err != nil {
		return draftKey{}, engine.Draft{}, err
	}
	return key, engine.DraftOf(info.Repset), nil
}

// keep remembers a set as it is being edited and makes it the current one.
func (c *call) keep(key draftKey, d engine.Draft) {
	if c.drafts == nil {
		c.drafts = map[draftKey]engine.Draft{}
	}
	c.drafts[key] = d
	c.current = key
}

// saved checks that a set has no unsaved changes, so that what is used is what the script wrote.
func (c *call) saved(src, name string) error {
	if d, ok := c.drafts[keyOf(src, name)]; ok && d.Changed() {
		return &engine.Error{Code: engine.CodeRepsetNotSaved, Subject: name}
	}
	return nil
}
