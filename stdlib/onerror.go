package stdlib

// This file defines ON ERROR.

import (
	"fmt"
	"strings"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func onErrorEntries() []*runtime.Entry {
	return []*runtime.Entry{{
		Usage:   "ON ERROR (STOP | CONTINUE | RETRY <int>)",
		Summary: "say what a failure of a command does",
		Effect:  engine.Read,
		Command: command(runOnError),
		Doc: `
Says what happens from here on when a command fails and nobody looks at its result. With STOP the script ends there, with
exit status 1. With CONTINUE, which is the default, the failure is reported, the script goes on, and its exit status
is 1 in the end. A result that is tested or assigned is handled by the script in either case.

RETRY lets commands ask an engine that does not answer again, so many times: after half a second, then after one, two, four ...
and at most thirty. Only when it has not answered then does the command fail. Other failures are not tried again. RETRY 0
ends that.

    smr> on error stop
    smr> on error continue
    smr> on error retry 5

    smr> on error halt
    error[E0201]: unexpected "halt" in ON
    ...
`,
	}}
}

// maxRetries is some hours at the longest delay.
const maxRetries = 1000

func runOnError(c *call) (value.Value, error) {
	for _, mode := range []string{"STOP", "CONTINUE"} {
		if c.Has(mode) {
			c.SetOnError(strings.ToLower(mode))
		}
	}
	if !c.Has("RETRY") {
		return value.Undef, nil
	}
	n, err := c.int("int")
	if err != nil {
		return value.Undef, err
	}
	if n < 0 || n > maxRetries {
		return value.Undef, &engine.Error{Code: engine.CodeBadParameter, Subject: fmt.Sprint(n), Cause: fmt.Errorf("an engine is asked again from 0 to %d times", maxRetries)}
	}
	c.Session.Retries = n
	return value.Undef, nil
}
