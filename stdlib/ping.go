package stdlib

// This file defines PING.

import (
	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func pingEntries() []*runtime.Entry {
	return []*runtime.Entry{{
		Usage:   "PING <machine>",
		Summary: "ask whether a machine's engine answers",
		Effect:  engine.Read,
		Command: command(runPing),
		Doc: `
Asks whether the engine of a machine answers. It needs no login.

    smr> ping alpha
    alpha answers

A machine that is in the configuration but cannot be used fails with -110:

    smr> ping away
    error[E0601]: away: the machine does not answer: ... (-110)
    ...
`,
	}}
}

func runPing(c *call) (value.Value, error) {
	name := c.text("machine")
	if _, err := do(c, engine.Ping{Machine: name}); err != nil {
		return value.Undef, err
	}
	c.Print("%s answers", name)
	return value.Undef, nil
}
