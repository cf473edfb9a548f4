package stdlib

// This file defines EMAIL.

import (
	"slices"
	"strings"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func emailEntries() []*runtime.Entry {
	return []*runtime.Entry{{
		Usage:   "EMAIL (ENABLE | DISABLE | TEST)",
		Summary: "switch notices by mail on or off, or send one",
		Effect:  engine.Change,
		Command: command(runEmail),
		Doc: `
ENABLE lets the engine tell of important events by mail while it is open, DISABLE ends that, TEST sends a mail now.

    smr> email server "mail.example.org"
    smr> email from "smr@example.org"
    smr> email to "admin@example.org"
    smr> email enable
    smr> email disable

    smr> email to ""
    smr> email test
    error[E0601]: the operation failed: nobody is named to send it to (-1)
    ...
`,
	}, {
		Usage:   "EMAIL SEND <subject:text> [<text>]",
		Summary: "send a mail",
		Effect:  engine.Change,
		Command: command(func(c *call) (value.Value, error) {
			return done(c, engine.SendNotice{Subject: c.text("subject"), Text: c.text("text")})
		}),
		Doc: `
Sends a mail to those that EMAIL TO names, whether notices are enabled or not.

    smr> email server "localhost:1"
    smr> email from "smr@example.org"
    smr> email to "admin@example.org"
    smr> email send "nightly run" "all copies verified"
    error[E0601]: ...: the operation failed: ... (-1)
    ...
    smr> email disable
`,
	}, {
		Usage:   "EMAIL (SERVER | FROM | TO | SUBJECT | INCLUDE | EXCLUDE) <text>",
		Summary: "say who is told of what by mail",
		Effect:  engine.Change,
		Command: command(runEmailOption),
		Doc: `
SERVER is the host of the mail server, with a port if it is not 25; FROM and TO are addresses, several of TO separated
by commas; SUBJECT stands before the subject of each notice. INCLUDE and EXCLUDE choose events by their kinds,
separated by commas; unless told otherwise these are told: mirror-stopped, failure, target-state, monitor, schedule,
script, task.

    smr> email server "mail.example.org:587"
    smr> email to "admin@example.org, night@example.org"
    smr> email include "mirror-complete, failure"

    smr> email exclude "failures"
    error[E0601]: failures: the option is not valid here: ... (-116)
    ...
`,
	}}
}

func runEmail(c *call) (value.Value, error) {
	if c.Has("TEST") {
		return done(c, engine.SendNotice{Subject: "test", Text: "This is a test of the notices of smrscript.\n"})
	}
	return c.changeNotices(func(n *engine.Notices) { n.Enabled = c.Has("ENABLE") })
}

func runEmailOption(c *call) (value.Value, error) {
	text := strings.TrimSpace(c.text("text"))
	return c.changeNotices(func(n *engine.Notices) {
		switch {
		case c.Has("SERVER"):
			n.Server = text
		case c.Has("FROM"):
			n.From = text
		case c.Has("TO"):
			n.To = commaList(text)
		case c.Has("SUBJECT"):
			n.Subject = text
		case c.Has("INCLUDE"):
			n.Include = commaList(text)
		case c.Has("EXCLUDE"):
			n.Exclude = commaList(text)
		}
	})
}

func (c *call) changeNotices(change func(*engine.Notices)) (value.Value, error) {
	n, err := do(c, engine.GetNotices{})
	if err != nil {
		return value.Undef, err
	}
	change(&n)
	return done(c, engine.SaveNotices{Notices: n})
}

// commaList splits a list at its commas; empty parts fall away.
func commaList(text string) []string {
	parts := strings.Split(text, ",")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return slices.DeleteFunc(parts, func(s string) bool { return s == "" })
}
