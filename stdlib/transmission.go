package stdlib

// This file defines TRANSMISSION, and PAUSE TARGET and RESUME TARGET.

import (
	"strings"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func transmissionEntries() []*runtime.Entry {
	return []*runtime.Entry{{
		Usage:   "TRANSMISSION (START | STOP | PAUSE | RESUME) <target>",
		Summary: "start, stop, pause or resume sending changes to a target",
		Effect:  engine.Change,
		Command: command(runTransmission),
		Doc: `
Controls what goes from the current source to a target. Stopped or paused, changes wait on the source; nothing is
lost. STOP closes the way, PAUSE keeps it open. An engine without such a control refuses with -155.

    smr> $con = connect db to beta map base "/copies/one"
    = 1
    smr> status target beta
    beta
    ...

    smr> transmission pause gamma
    error[E0601]: gamma: there is no such machine: configured are: ... (-109)
    ...
`,
	}, {
		Usage:   "(PAUSE | RESUME) TARGET <target>",
		Summary: "pause or resume a target: it stops applying changes",
		Effect:  engine.Change,
		Command: command(runTargetPause),
		Doc: `
A paused target applies nothing: operations under way finish, and what comes then waits in a queue. A backup of a copy
is made meanwhile. All connections to the target pause together. An engine without such a control refuses with -155.

    smr> $con = connect db to beta map base "/copies/one"
    = 1
    smr> wait on mirror $con

    smr> pause target gamma
    error[E0601]: gamma: there is no such machine: configured are: ... (-109)
    ...
`,
	}}
}

func runTransmission(c *call) (value.Value, error) {
	src, dst, err := c.pair()
	if err != nil {
		return value.Undef, err
	}
	for _, a := range []engine.Action{engine.ActionStart, engine.ActionStop, engine.ActionPause, engine.ActionResume} {
		if c.Has(strings.ToUpper(string(a))) {
			return done(c, engine.Transmission{Source: src, Target: dst, Action: a})
		}
	}
	return value.Undef, nil
}

func runTargetPause(c *call) (value.Value, error) {
	if c.Has("PAUSE") {
		return done(c, engine.HoldTarget{Target: c.text("target")})
	}
	return done(c, engine.ReleaseTarget{Target: c.text("target")})
}
