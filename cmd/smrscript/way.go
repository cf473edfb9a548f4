package main

// This file defines how run shows a script while it runs: traced, profiled, in a debugger, or as a stream of events.

import (
	"fmt"
	"strings"

	"github.com/smrscript/smrscript"
	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/runtime/value"
	"github.com/smrscript/smrscript/stdlib"
)

// wayFlags are the flags of run about how the script runs and what is seen of it.
type wayFlags struct {
	Check     bool     `short:"c" help:"Only check the script."`
	Loop      bool     `short:"n" help:"Run the script for each line of the files of @ARGV, which is in $_."`
	LoopPrint bool     `short:"p" help:"As -n, and print $_ afterwards."`
	Set       []string `short:"v" placeholder:"NAME=VALUE" sep:"none" help:"Set the variable $NAME before the script runs."`
	JSON      bool     `name:"json" help:"Write events as JSON, one a line: version, output, diagnostic, command, result."`
	Trace     bool     `help:"Print each statement before it runs and each command with what came of it, passwords as stars."`
	Profile   bool     `help:"Say afterwards which lines and commands took how long."`
	Debug     bool     `help:"Stop before each statement and ask what to do; h helps."`
}

// looped puts the loop of -n and -p around a script. Lines keep their numbers.
func (f *wayFlags) looped(text string) string {
	switch {
	case f.LoopPrint:
		return "LINE: while (defined($_ = readline ARGV)) {" + text + "\n;} continue { print or die qq(-p: $!\\n); }"
	case f.Loop:
		return "LINE: while (defined($_ = readline ARGV)) {" + text + "\n;}"
	}
	return text
}

// A way is what stands around one run.
type way struct {
	*app
	flags  *wayFlags
	events *eventStream
	prof   *profile
	debug  *debugger
	trace  *tracer
}

// way prepares what the flags ask for.
func (f *wayFlags) way(a *app, cfg *smrscript.Config, name, text string) (*way, error) {
	w := &way{app: a, flags: f}
	for _, set := range f.Set {
		if n, _, ok := strings.Cut(set, "="); !ok || !isName(n) {
			return nil, fmt.Errorf("-v %q: it takes NAME=VALUE", set)
		}
	}
	cfg.Progress = a.progress()
	if f.JSON {
		w.events = newEventStream(a.Out)
		cfg.Stdout, cfg.Stderr, cfg.Progress = w.events.stdout, w.events.stderr, nil
		a.events = w.events
	}
	switch {
	case f.Debug:
		var err error
		if w.debug, err = newDebugger(a, name, text); err != nil {
			return nil, err
		}
		cfg.Trace, cfg.Debug = w.debug.stop, true
	case f.Profile || f.Trace:
		if f.Profile {
			w.prof = newProfile()
		}
		cfg.Trace = func(file *source.File, at source.Span) {
			if w.prof != nil {
				w.prof.statement(file, at)
			}
			if f.Trace {
				w.trace.statement(file, at)
			}
		}
	}
	return w, nil
}

// nameLetters are the characters of names.
const nameLetters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"

// isName tells names of variables.
func isName(text string) bool {
	return text != "" && (text[0] < '0' || text[0] > '9') && strings.Trim(text, nameLetters) == ""
}

// stays tells at Ctrl-C whether the script goes on: it has a handler of its own, or the debugger will stop it.
func (w *way) stays(in *smrscript.Interp) func() bool {
	return func() bool { return in.VM.TrapsInterrupt() || w.debug != nil && w.debug.interrupted() }
}

// attach connects the way with the interpreter.
func (w *way) attach(in *smrscript.Interp) {
	w.trace = newTracer(w.Err, in)
	for _, set := range w.flags.Set {
		name, text, _ := strings.Cut(set, "=")
		in.VM.Scalar("main::" + name).Set(value.Str(text))
	}
	if w.debug != nil {
		w.debug.in = in
	}
	if w.events != nil { // what is printed takes its place among the other events
		in.VM.Handles().ByFileno(1).SetAutoflush(true)
	}
	if w.events == nil && w.prof == nil && !w.flags.Trace {
		return
	}
	in.Session.Observe = func(e stdlib.CommandEvent) {
		if w.events != nil {
			w.events.command(e)
		}
		if w.prof != nil {
			w.prof.command(e)
		}
		if w.flags.Trace {
			w.trace.command(e)
		}
	}
}

// complain tells of the error of the script.
func (w *way) complain(err error) {
	if w.events == nil {
		w.app.complain(err)
	}
}

// end shows what is shown at the end, and returns the exit status.
func (w *way) end(exit int, err error) int {
	if w.debug != nil {
		w.debug.close()
	}
	if w.prof != nil {
		w.prof.write(w.Err)
	}
	if w.events != nil {
		w.events.end(exit, err)
	}
	return exit
}
