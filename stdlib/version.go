package stdlib

// This file defines VERSION.

import (
	"strings"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func versionEntries() []*runtime.Entry {
	return []*runtime.Entry{{
		Usage:   "VERSION [<machine>]",
		Summary: "print the version of the program or of a machine's engine",
		Effect:  engine.Read,
		Command: command(runVersion),
		Doc: `
Prints the version of the program; with a machine, that of the engine there.

    smr> version
    smrscript devel
    smr> version alpha
    alpha: embedded engine devel ...

    smr> version gamma
    error[E0601]: gamma: there is no such machine: configured are: ... (-109)
    ...
`,
	}}
}

func runVersion(c *call) (value.Value, error) {
	machine := c.text("machine")
	if machine == "" {
		c.shows(engine.VersionInfo{Driver: "smrscript", Version: c.Version})
		c.Print("smrscript %s", c.Version)
		return value.Undef, nil
	}
	v, err := do(c, engine.Version{Machine: machine})
	if err != nil {
		return value.Undef, err
	}
	c.shows(v)
	c.Print("%s", strings.TrimSpace(machine+": "+v.Driver+" engine "+v.Version+" "+v.Detail))
	return value.Undef, nil
}
