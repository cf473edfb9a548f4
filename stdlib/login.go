package stdlib

// This file defines LOGIN.

import (
	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func loginEntries() []*runtime.Entry {
	return []*runtime.Entry{{
		Usage:   "(LOGIN | LOGON) <machine> [<user> [<secret>]]",
		Summary: "log in on a machine",
		Effect:  engine.Read,
		Command: command(runLogin),
		Doc: `
Logs in on a machine and prints the access that the user has there. Source and target each need a login of their own.
The result is the access level: 0 none, 1 monitor, 2 full. It is false for none, so that "or die" works.

    smr> login alpha
    User access level set to DT_FULL_ACCESS
    = 2

A password is best kept outside the script: secret("name") fetches it and never shows it. A password that stands in the
script works, and "smrscript check" warns about it.

A machine that the configuration does not have is an error that says what to add where:

    smr> login gamma
    error[E0601]: gamma: there is no such machine: configured are: ... (-109)
    ...
`,
	}}
}

func runLogin(c *call) (value.Value, error) {
	level, err := do(c, engine.Login{Machine: c.text("machine"), User: c.text("user"), Password: c.password("secret")})
	if err != nil {
		return value.Undef, err
	}
	c.shows(level)
	c.Print("User access level set to %s", level)
	return value.Int(int64(level)), nil
}

// password returns the secret in a slot, which may be a secret value or plain text.
func (c *call) password(slot string) engine.Secret {
	v, ok := c.Slot(slot)
	if !ok {
		return engine.Secret{}
	}
	if v.Kind() == value.KBox {
		if s, ok := v.Box().(secretValue); ok {
			return s.Secret
		}
	}
	return engine.NewSecret(v.String())
}
