package stdlib

// This file defines REPLICATION START and STOP.

import (
	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func replicationEntries() []*runtime.Entry {
	return []*runtime.Entry{{
		Usage:   "REPLICATION (START | STOP) <con_id> [<source>]",
		Summary: "start or stop keeping a copy up to date",
		Effect:  engine.Change,
		Command: command(runReplication),
		Doc: `
START begins to capture the changes of the source and to bring them to the copy. What changed before is not sent: a mirror
does that. STOP ends it; changes that are already waiting still arrive.

    smr> $con = connect db to beta map base "/copies/one" noreplicate
    = 1
    smr> replication start $con
    smr> replication stop $con

    smr> replication stop $con
    error[E0601]: connection 1: the connection is not replicating (-126)
    ...
`,
	}}
}

func runReplication(c *call) (value.Value, error) {
	id, src, err := c.connection()
	switch {
	case err != nil:
		return value.Undef, err
	case c.Has("START"):
		return done(c, engine.ReplicationStart{ID: id, Source: src})
	}
	return done(c, engine.ReplicationStop{ID: id, Source: src})
}
