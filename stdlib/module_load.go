package stdlib

// This file defines LOAD and UNLOAD.

import (
	"strings"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func loadEntries() []*runtime.Entry {
	return []*runtime.Entry{{
		Usage:   "LOAD (SOURCE | TARGET | MONITOR)",
		Summary: "load a module of the current source or target",
		Effect:  engine.Change,
		Command: command(runLoad),
		Doc: `
Takes a module into service that UNLOAD took out of it: the source and the monitor module of the current source, or
the target module of the current target.

    smr> unload target
    smr> load target

    smr> load disk
    error[E0201]: unexpected "disk" in LOAD
    ...
`,
	}, {
		Usage:   "UNLOAD (SOURCE | TARGET | MONITOR)",
		Summary: "take a module of the current source or target out of service",
		Effect:  engine.Change,
		Command: command(runLoad),
		Doc: `
Takes a module out of service: without its source module the current source makes no new connections, without its
target module the current target takes none, and without its monitor module no monitor of the current source starts.
What is connected stays so.

    smr> unload target
    smr> connect db to beta map base "/copies/one"
    error[E0601]: beta: the machine named as target has no target module (-105)
    ...
    smr> load target
`,
	}}
}

func runLoad(c *call) (value.Value, error) {
	op := engine.LoadModule{Module: engine.ModuleSource, Unload: strings.HasPrefix(c.Entry.Usage, "UNLOAD")}
	var err error
	if c.Has("TARGET") {
		op.Module = engine.ModuleTarget
		op.Machine, err = c.named("machine", c.target, engine.CodeNoTarget)
	} else {
		op.Machine, err = c.sourceName()
	}
	if c.Has("MONITOR") {
		op.Module = engine.ModuleMonitor
	}
	if err != nil {
		return value.Undef, err
	}
	return done(c, op)
}
