package stdlib

// This file defines FAILOVER.

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
overwrites the copies that people now work on, blocked target paths are opened, and the program after it runs. The
programs are those of the monitor that watches the source, if there is one. Addresses and names of machines are not
moved: that is what the programs are for. See FAILBACK.

    smr> $con = connect db to beta map base "/copies/one"
    = 1
    smr> wait on mirror $con
    smr> failover alpha to beta

    smr> failover alpha to beta
    error[E0601]: alpha: the source has failed over: ... (-210)
    ...
`,
	}}
}
