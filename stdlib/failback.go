package stdlib

// This file defines FAILBACK.

import (
	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func failbackEntries() []*runtime.Entry {
	return []*runtime.Entry{{
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
	}}
}
