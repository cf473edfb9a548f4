package stdlib

// This file defines secret(): passwords that no output shows.

import (
	"errors"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/config"
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

// stars is how a secret looks.
const stars = "******"

func secretEntry() *runtime.Entry {
	return &runtime.Entry{
		Usage:   "secret EXPR",
		Summary: "fetch a password that is never shown",
		Doc: `
Fetches a secret by its name: from the environment variable SMR_SECRET_NAME, else from the table [secrets] of the configuration.
The value can be passed to a command that takes a password. Everywhere else it shows as ******.

    smr> write secret("admin")
    ******
    smr> login alpha admin secret("admin")
    User access level set to DT_FULL_ACCESS
    = 2

A secret that cannot be fetched ends the script:

    smr> write secret("nobody")
    ...: there is no secret "nobody" (... SMR_SECRET_NOBODY, ...) at prompt line ...
`,
		Call: func(c *runtime.Call) value.Value {
			s, ok := c.VM.Session().(*Session)
			if !ok || s.Secret == nil {
				c.Die("secret: this program runs scripts without secrets")
			}
			got, err := s.Secret(c.VM.Context(), c.Arg(0).UTF8())
			if err != nil {
				c.Die("%s", secretMessage(err))
			}
			return value.NewBox(secretValue{got.Named(c.Arg(0).UTF8())})
		},
	}
}

// A secretValue is a password as a value of the language: text that is always the same stars.
type secretValue struct{ engine.Secret }

func (secretValue) Text() value.Value   { return value.Str(stars) }
func (secretValue) Number() value.Value { return value.Int(0) }
func (s secretValue) Truth() bool       { return !s.IsZero() }
func (secretValue) Defined() bool       { return true }
func (secretValue) TypeName() string    { return "secret" }

// secretMessage is why a secret cannot be had, with the way out if there is one.
func secretMessage(err error) string {
	var e *config.Error
	if !errors.As(err, &e) || e.Help == "" {
		return err.Error()
	}
	return err.Error() + " (" + e.Help + ")"
}
