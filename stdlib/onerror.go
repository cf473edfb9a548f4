package stdlib

// This file defines ON ERROR.

import (
	"strings"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func onErrorEntries() []*runtime.Entry {
	return []*runtime.Entry{{
		Usage:   "ON ERROR (STOP | CONTINUE)",
		Summary: "say what an unhandled failure of a command does",
		Effect:  engine.Read,
		Command: command(runOnError),
		Doc: `
Says what happens from here on when a command fails and nobody looks at its result. With STOP the script ends there, with
exit status 1. With CONTINUE, which is the default, the failure is reported, the script goes on, and its exit status
is 1 in the end. A result that is tested or assigned is handled by the script in either case.

    smr> on error stop
    smr> on error continue

    smr> on error halt
    error[E0201]: unexpected "halt" in ON
    ...
`,
	}}
}

func runOnError(c *call) (value.Value, error) {
	for _, mode := range []string{"STOP", "CONTINUE"} {
		if c.Has(mode) {
			c.SetOnError(strings.ToLower(mode))
		}
	}
	return value.Undef, nil
}
