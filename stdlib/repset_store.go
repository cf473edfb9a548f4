package stdlib

// This file defines REPSET DELETE, COPY and RENAME.

import (
	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func repsetStoreEntries() []*runtime.Entry {
	return []*runtime.Entry{{
		Usage:   "REPSET DELETE <repset>",
		Summary: "delete a replication set",
		Effect:  engine.Destroy,
		Command: command(runRepsetDelete),
		Doc: `
Deletes a replication set of the current source. Files are not touched. A set that connections use cannot be deleted.

    smr> repset delete db
    smr> repset list
    - List of rep sets -
    = 0

    smr> connect db to beta map base "/copy" nomirror noreplicate
    error[E0601]: db: there is no such replication set (-123)
    ...
`,
	}, {
		Usage:   "REPSET COPY <repset> TO <word>",
		Summary: "copy a replication set",
		Effect:  engine.Change,
		Command: command(func(c *call) (value.Value, error) {
			src, err := c.sourceName()
			if err != nil {
				return value.Undef, err
			}
			if err := c.saved(src, c.text("repset")); err != nil {
				return value.Undef, err
			}
			return done(c, engine.CopyRepset{Source: src, Repset: c.text("repset"), To: c.text("word")})
		}),
		Doc: `
Saves a replication set once more under another name.

    smr> repset copy db to db2
    smr> repset list
    - List of rep sets -
    db                               disabled
    db2                              disabled
    = 2

    smr> repset copy db to db2
    error[E0601]: db2: the replication set exists already (-122)
    ...
`,
	}, {
		Usage:   "REPSET RENAME <repset> TO <word>",
		Summary: "rename a replication set",
		Effect:  engine.Change,
		Command: command(runRepsetRename),
		Doc: `
Gives a replication set another name. A set that connections use keeps its name.

    smr> repset rename db to base

    smr> repset rename db to base
    error[E0601]: db: there is no such replication set (-123)
    ...
`,
	}}
}

func runRepsetDelete(c *call) (value.Value, error) {
	src, err := c.sourceName()
	if err != nil {
		return value.Undef, err
	}
	key := keyOf(src, c.text("repset"))
	d, begun := c.drafts[key]
	if _, err := do(c, engine.DeleteRepset{Source: src, Repset: key.name}); err != nil {
		if !begun || !d.Changed() || engine.CodeOf(err) != engine.CodeNoRepset {
			return value.Undef, err
		} // a set that was begun and never saved exists only here
	}
	delete(c.drafts, key)
	if c.current == key {
		c.current = draftKey{}
	}
	return value.Undef, nil
}

func runRepsetRename(c *call) (value.Value, error) {
	src, err := c.sourceName()
	if err != nil {
		return value.Undef, err
	}
	from, to := keyOf(src, c.text("repset")), keyOf(src, c.text("word"))
	if err := c.saved(src, from.name); err != nil {
		return value.Undef, err
	}
	if _, err := do(c, engine.RenameRepset{Source: src, Repset: from.name, To: to.name}); err != nil {
		return value.Undef, err
	}
	delete(c.drafts, from)
	if c.current == from {
		c.current = to
	}
	return value.Undef, nil
}
