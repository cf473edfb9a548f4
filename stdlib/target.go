package stdlib

// This file defines TARGET.

import (
	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func targetEntries() []*runtime.Entry {
	return []*runtime.Entry{{
		Usage:   "TARGET <machine>",
		Summary: "name the current target",
		Effect:  engine.Read,
		Command: command(runTarget),
		Doc: `
Names the machine that commands without a target of their own are about.

    smr> target beta
    smr> status target
    no connections
    = 0

The machine must be in the configuration:

    smr> target gamma
    error[E0601]: gamma: there is no such machine: configured are: ... (-109)
    ...
`,
	}}
}

func runTarget(c *call) (value.Value, error) {
	name, err := c.known("machine")
	if err != nil {
		return value.Undef, err
	}
	c.target = name
	return value.Undef, nil
}
