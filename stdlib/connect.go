package stdlib

// This file defines CONNECT.

import (
	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

// mapClause and mirrorClause are parts of several usage lines.
const (
	mapClause    = "[MAP (EXACT | BASE <path> | <path> TO <path> {, <path> TO <path>})]"
	mirrorClause = "[MIRROR [ALL | DIFFERENT [, NEWER] [, CHECKSUM] [, INPLACE]] | NOMIRROR]"
)

func connectEntries() []*runtime.Entry {
	return []*runtime.Entry{{
		Usage: "CONNECT <repset> TO <target> " + mapClause + " " + mirrorClause +
			" [, (ORPHANS | NOORPHANS)] [(REPLICATE | NOREPLICATE) [, (ORPHANS | NOORPHANS)]]",
		Summary: "connect a replication set to a target",
		Effect:  engine.Destroy,
		Command: command(runConnect),
		Doc: `
Connects a replication set of the current source to a target and returns the id of the connection. MAP says where the
copy lies: EXACT (the default) at the same path as on the source, BASE below one folder, or each path at a place of
its own. Unless told otherwise it mirrors everything once and then replicates: it keeps the copy up to date.

    smr> $con = connect db to beta map base "/copies/one"
    = 1
    smr> wait on mirror $con

MIRROR DIFFERENT looks only at files whose size or time differs, with CHECKSUM it compares the blocks of the contents and
sends those that differ, with NEWER it leaves files alone that are newer in the copy. INPLACE, with CHECKSUM, writes those
blocks into large files of the copy themselves, which is faster; who reads them meanwhile may see a mixture. With
ORPHANS every mirror of the connection removes what the copy has and the set has not. NOMIRROR and NOREPLICATE leave
that part out.

    smr> connect db to beta map "/data" to "/copies/two" mirror different, checksum, orphans noreplicate
    = 2

    smr> connect db to beta map bse "/copies/three"
    error[E0201]: unexpected "bse" in CONNECT
    ...
    smr> connect db to beta map base "/copies/one"
    error[E0601]: db: this connection exists already: as connection 1 (-106)
    ...
`,
	}}
}

func runConnect(c *call) (value.Value, error) {
	src, err := c.sourceName()
	if err != nil {
		return value.Undef, err
	}
	op := engine.Connect{Source: src, Repset: c.text("repset"), Target: c.text("target"), Replicate: !c.Has("NOREPLICATE"), Orphans: c.orphans()}
	if err := c.saved(src, op.Repset); err != nil {
		return value.Undef, err
	}
	if m := c.mapping(); m != nil {
		op.Mapping = *m
	}
	if !c.Has("NOMIRROR") {
		options := c.mirrorOptions()
		op.Mirror = &options
	}
	id, err := do(c, op)
	if err != nil {
		return value.Undef, err
	}
	return value.Int(int64(id)), nil
}

// mapping returns what a MAP clause says, nil without one.
func (c *call) mapping() *engine.Mapping {
	if !c.Has("MAP") {
		return nil
	}
	var paths []engine.Path
	for _, a := range c.Args {
		if a.Slot == "path" {
			paths = append(paths, engine.Path(nameOf(a.Value)))
		}
	}
	switch {
	case c.Has("EXACT"):
		return &engine.Mapping{Kind: engine.MapExact}
	case c.Has("BASE"):
		return &engine.Mapping{Kind: engine.MapBase, Base: paths[0]}
	}
	m := &engine.Mapping{Kind: engine.MapCustom}
	for ; len(paths) > 1; paths = paths[2:] {
		m.Pairs = append(m.Pairs, engine.PathPair{Source: paths[0], Target: paths[1]})
	}
	return m
}

// mirrorOptions returns what the words of a mirror say.
func (c *call) mirrorOptions() engine.MirrorOptions {
	o := engine.MirrorOptions{Kind: engine.MirrorAll, Newer: c.Has("NEWER"), Checksum: c.Has("CHECKSUM"), InPlace: c.Has("INPLACE"), Orphans: c.orphans()}
	if c.Has("DIFFERENT") {
		o.Kind = engine.MirrorDifferent
	}
	return o
}

// orphans tells whether ORPHANS was said last.
func (c *call) orphans() bool {
	said := false
	for _, a := range c.Args {
		switch a.Keyword {
		case "ORPHANS":
			said = true
		case "NOORPHANS":
			said = false
		}
	}
	return said
}
