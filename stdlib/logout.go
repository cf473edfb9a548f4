package stdlib

// This file defines LOGOUT.

import (
	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func logoutEntries() []*runtime.Entry {
	return []*runtime.Entry{{
		Usage:   "LOGOUT <machine>",
		Summary: "forget the login on a machine",
		Effect:  engine.Read,
		Command: command(func(c *call) (value.Value, error) { return done(c, engine.Logout{Machine: c.text("machine")}) }),
		Doc: `
Forgets the login on a machine. Connections go on; they do not belong to whoever made them.

    smr> login beta
    User access level set to DT_FULL_ACCESS
    = 2
    smr> logout beta

It fails where LOGIN would:

    smr> logout gamma
    error[E0601]: gamma: there is no such machine: configured are: ... (-109)
    ...
`,
	}}
}
