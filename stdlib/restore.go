package stdlib

// This file defines RESTORE.

import (
	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func restoreEntries() []*runtime.Entry {
	return []*runtime.Entry{{
		Usage:   "RESTORE <repset> FROM <target> [TO <machine>] " + mapClause + " [OVERWRITE (ALL | NEWER)] [CHECKSUM] [ORPHANS]",
		Summary: "mirror a copy back to its source or to another machine",
		Effect:  engine.Destroy,
		Command: command(runRestore),
		Doc: `
Mirrors the copy of a set of the current source back: to the source, or to the machine after TO. Nothing is
replicated, so that the copy must not be changed meanwhile. MAP says where the copy lies, as in the CONNECT that made
it; without it the newest connection of the set to that target says so. OVERWRITE NEWER leaves files alone that are
newer where the data goes, CHECKSUM compares contents and writes the blocks that differ, ORPHANS removes what the copy
does not have. The result is a connection: WAIT ON RESTORE waits for its end, and DISCONNECT ends it.

    smr> $con = connect db to beta map base "/copies/one"
    = 1
    smr> wait on mirror $con
    smr> disconnect $con
    Connection 1 ended, copy settled
    smr> $back = restore db from beta map base "/copies/one" checksum
    = 2
    smr> wait on restore $back
    smr> disconnect $back
    Connection 2 ended, copy settled

A set whose connection still replicates to that target is not restored; neither is one whose copy is nowhere to be
found.

    smr> restore db from beta
    error[E0601]: db: there is no such connection: nothing says where its copy on beta lies (-107)
    ...
`,
	}}
}

func runRestore(c *call) (value.Value, error) {
	src, err := c.sourceName()
	if err != nil {
		return value.Undef, err
	}
	op := engine.Restore{Source: src, Repset: c.text("repset"), Target: c.text("target"), Machine: c.text("machine"), Mapping: c.mapping(),
		Options: engine.MirrorOptions{Kind: engine.MirrorAll, Orphans: c.Has("ORPHANS")}}
	if newer := c.Has("NEWER"); newer || c.Has("CHECKSUM") {
		op.Options.Kind, op.Options.Newer, op.Options.Checksum = engine.MirrorDifferent, newer, c.Has("CHECKSUM")
	}
	id, err := do(c, op)
	if err != nil {
		return value.Undef, err
	}
	return value.Int(int64(id)), nil
}
