package stdlib

// This file defines TRANSMISSION.

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
lost. STOP closes the way, PAUSE keeps it open. The embedded engine keeps the state for connections to come, too.

    smr> $con = connect db to beta map base "/copies/one"
    = 1
    smr> wait on mirror $con
    smr> transmission pause beta
    smr> status beta
    beta
      ID  Set  Source  Transmit  Mirror  Replication  Target state  Map
      1   db   alpha   Paused    ...
    = 1
    smr> wait on queue $con
    error[E0601]: beta: the transmission is paused (-153)
    ...
    smr> transmission resume beta
    smr> wait on queue $con

    smr> transmission resume beta
    error[E0601]: ...: the connection is not paused (-118)
    ...
    smr> transmission pause gamma
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
