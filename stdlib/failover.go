package stdlib

// This file defines FAILOVER, FAILBACK and TARGETPATH.

import (
	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func failoverEntries() []*runtime.Entry {
	return []*runtime.Entry{{
		Usage:   "FAILOVER <source> TO <target>",
		Summary: "let a target take over from its source",
		Effect:  engine.Change,
		Command: command(func(c *call) (value.Value, error) {
			return done(c, engine.Failover{Source: c.text("source"), Target: c.text("target")})
		}),
		Doc: `
Lets a target take over: the program before it runs, the connections from source to target end so that nothing
overwrites the copies that people now work on, and the program after it runs. The programs are those of the monitor
that watches the source, if there is one. Addresses and names of machines are not moved: that is what the programs are
for. See FAILBACK.

    smr> $con = connect db to beta map base "/copies/one"
    = 1
    smr> wait on mirror $con
    smr> failover alpha to beta

    smr> failover alpha to beta
    error[E0601]: alpha: the source has failed over: ... (-210)
    ...
`,
	}, {
		Usage:   "FAILBACK <source> FROM <target>",
		Summary: "end a failover",
		Effect:  engine.Change,
		Command: command(func(c *call) (value.Value, error) {
			return done(c, engine.Failback{Source: c.text("source"), Target: c.text("target")})
		}),
		Doc: `
Ends a failover: runs the programs before and after a failback, and lets the source be connected again. The data that
changed on the target meanwhile is brought back before, with RESTORE; afterwards CONNECT begins anew.

    smr> failover alpha to beta
    smr> failback alpha from beta

    smr> failback alpha from beta
    error[E0601]: alpha: the source has not failed over (-209)
    ...
`,
	}, {
		Usage:   "TARGETPATH (BLOCK | UNBLOCK) <con_id>",
		Summary: "protect a copy from everybody else",
		Effect:  engine.Change,
		Command: command(func(c *call) (value.Value, error) {
			id, src, err := c.connection()
			if err != nil {
				return value.Undef, err
			}
			return done(c, engine.BlockTargetPath{ID: id, Source: src, Unblock: c.Has("UNBLOCK")})
		}),
		Doc: `
BLOCK keeps everybody but the engine from writing to the copy of a connection, UNBLOCK opens it. An engine without
such a protection refuses with -155; the permissions of the folders serve instead.

    smr> $con = connect db to beta map base "/copies/one"
    = 1
    smr> wait on mirror $con

    smr> targetpath block 99
    error[E0601]: connection 99: there is no such connection (-107)
    ...
`,
	}}
}
