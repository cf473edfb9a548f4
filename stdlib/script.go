package stdlib

// This file defines SCRIPT: programs that run on the target at the events of a mirror.

import (
	"fmt"
	"strings"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/lang/diag"
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func scriptEntries() []*runtime.Entry {
	return []*runtime.Entry{{
		Usage: "SCRIPT ADD <con_id> [<source>] ON <target> (MIRRORSTART | MIRRORSTOP | MIRRORCOMPLETE)=<path> [ARGS=<text>]" +
			" [DELAY | NODELAY] [INTERACT | NOINTERACT]",
		Summary: "run a program on the target at an event of a mirror",
		Effect:  engine.Destroy,
		Command: command(runScriptAdd),
		Doc: `
Registers a program of the target that runs when a mirror of the connection starts, is stopped before its end, or is
complete. The path is as the target sees it; the arguments are one text, separated by blanks. With DELAY the mirror
waits for the program. A connection has one program for an event: a second one replaces the first. The mirror that
CONNECT itself begins has started before a program can be added. INTERACT has no meaning here: programs run in the
background.

    smr> $con = connect db to beta map base "/copies/one" nomirror
    = 1
    smr> script add $con on beta mirrorcomplete="/bin/tell" args="all done" nodelay
    smr> script list $con
    Connection  Event           Program    Arguments  Delay
    1           MIRRORCOMPLETE  /bin/tell  all done   no
    = 1

    smr> script add $con on beta mirrorend="/bin/tell"
    error[E0201]: unexpected "mirrorend" in SCRIPT
    ...
`,
	}, {
		Usage:   "SCRIPT (LIST | TEST | CLEAR) [<con_id>]",
		Summary: "list, try or remove the programs of mirrors",
		Effect:  engine.Destroy,
		Command: command(runScripts),
		Doc: `
LIST prints the programs of a connection or of all, TEST runs them now, CLEAR removes them. TEST fails when a program
cannot be run or leaves with another status than 0.

    smr> script list
    no scripts
    = 0

    smr> connect db to beta map base "/copies/one" nomirror
    = 1
    smr> script add 1 on beta mirrorstart="/bin/missing"
    smr> script test 1
    error[E0601]: /bin/missing: the operation failed: ... (-1)
    ...
    smr> script clear 1
`,
	}, {
		Usage:   "SCRIPT REMOVE <con_id> <word>",
		Summary: "remove the program for an event of a mirror",
		Effect:  engine.Change,
		Command: command(runScriptRemove),
		Doc: `
Removes the program of a connection for one event: MIRRORSTART, MIRRORSTOP or MIRRORCOMPLETE.

    smr> connect db to beta map base "/copies/one" nomirror
    = 1
    smr> script add 1 on beta mirrorstop="/bin/tell"
    smr> script remove 1 mirrorstop

    smr> script remove 1 mirrorend
    error[E0601]: mirrorend: the option is not valid here: ... (-116)
    ...
`,
	}}
}

// mirrorEvents are the events with the words of the guide.
func mirrorEvents() []struct {
	word  string
	event engine.EventKind
} {
	return []struct {
		word  string
		event engine.EventKind
	}{{"MIRRORSTART", engine.EventMirrorStarted}, {"MIRRORSTOP", engine.EventMirrorStopped}, {"MIRRORCOMPLETE", engine.EventMirrorComplete}}
}

func runScriptAdd(c *call) (value.Value, error) {
	id, src, err := c.connection()
	if err != nil {
		return value.Undef, err
	}
	s := engine.Script{ID: id, Source: src, Target: c.text("target"), Path: engine.Path(c.text("path")), Arguments: c.text("text"), Delay: c.Has("DELAY")}
	for _, e := range mirrorEvents() {
		if c.Has(e.word) {
			s.Event = e.event
		}
	}
	return done(c, engine.SaveScript{Script: s})
}

func runScripts(c *call) (value.Value, error) {
	var id engine.ConnectionID
	if _, given := c.Slot("con_id"); given {
		var err error
		if id, _, err = c.connection(); err != nil {
			return value.Undef, err
		}
	}
	switch {
	case c.Has("TEST"):
		return done(c, engine.TestScripts{ID: id})
	case c.Has("CLEAR"):
		return done(c, engine.DeleteScripts{ID: id})
	}
	list, err := do(c, engine.ListScripts{ID: id})
	if err != nil {
		return value.Undef, err
	}
	t := table{head: []string{"Connection", "Event", "Program", "Arguments", "Delay"}}
	for _, s := range list {
		word, delay := "", "no"
		for _, e := range mirrorEvents() {
			if e.event == s.Event {
				word = e.word
			}
		}
		if s.Delay {
			delay = "yes"
		}
		t.add(fmt.Sprint(s.ID), word, string(s.Path), s.Arguments, delay)
	}
	return c.printed(&t, list, "no scripts")
}

func runScriptRemove(c *call) (value.Value, error) {
	id, _, err := c.connection()
	if err != nil {
		return value.Undef, err
	}
	var words []string
	for _, e := range mirrorEvents() {
		if strings.EqualFold(c.text("word"), e.word) {
			return done(c, engine.DeleteScripts{ID: id, Event: e.event})
		}
		words = append(words, e.word)
	}
	bad := &engine.Error{Code: engine.CodeBadOption, Subject: c.text("word"), Cause: fmt.Errorf("events are %s", strings.Join(words, ", "))}
	if meant := diag.Suggest(bad.Subject, words); meant != "" {
		bad.Hint = fmt.Sprintf("did you mean %q?", diag.LikeCase(meant, bad.Subject))
	}
	return value.Undef, bad
}
