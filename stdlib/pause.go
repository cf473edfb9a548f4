package stdlib

// This file defines PAUSE TARGET and RESUME TARGET.

import (
	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func pauseEntries() []*runtime.Entry {
	return []*runtime.Entry{{
		Usage:   "PAUSE TARGET <target>",
		Summary: "pause a target: it stops applying changes",
		Effect:  engine.Change,
		Command: command(func(c *call) (value.Value, error) { return done(c, engine.HoldTarget{Target: c.text("target")}) }),
		Doc: `
A paused target applies nothing: operations under way finish, and what comes then waits in a queue. A backup of a copy
is made meanwhile. All connections to the target pause together.

    smr> $con = connect db to beta map base "/copies/one"
    = 1
    smr> wait on mirror $con
    smr> pause target beta
    smr> pause target beta
    error[E0601]: beta: the target is paused (-162)
    ...
    smr> resume target beta
    smr> wait on queue $con

    smr> pause target gamma
    error[E0601]: gamma: there is no such machine: configured are: ... (-109)
    ...
`,
	}, {
		Usage:   "RESUME TARGET <target>",
		Summary: "let a paused target go on",
		Effect:  engine.Change,
		Command: command(func(c *call) (value.Value, error) { return done(c, engine.ReleaseTarget{Target: c.text("target")}) }),
		Doc: `
Lets a target go on that PAUSE TARGET has paused: what waits in the queues of all connections to it is applied.

    smr> pause target beta
    smr> resume target beta

    smr> resume target beta
    error[E0601]: beta: the connection is not paused (-118)
    ...
`,
	}}
}
