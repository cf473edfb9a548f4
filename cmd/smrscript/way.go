package main

// This file defines how run shows a script while it runs: traced, profiled, in a debugger, or as a stream of events.

import (
	"encoding/json"
	"fmt"
	"io"
	"sort"
	"strings"
	"sync"
	"time"

	"github.com/smrscript/smrscript"
	"github.com/smrscript/smrscript/lang/diag"
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
	Trace     bool     `help:"Print each statement and command before it runs, passwords as stars."`
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
	mask   func(string) string
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
		cfg.Stdout, cfg.Stderr, cfg.Progress = w.events.output("stdout"), w.events.output("stderr"), nil
		a.events = w.events
	}
	switch {
	case f.Debug:
		w.debug = newDebugger(a, text)
		cfg.Trace = w.debug.stop
	case f.Profile || f.Trace:
		if f.Profile {
			w.prof = newProfile()
		}
		cfg.Trace = func(file *source.File, at source.Span) {
			if w.prof != nil {
				w.prof.statement(file, at)
			}
			if f.Trace {
				fmt.Fprintln(a.Err, traceLine(w.mask, file, at))
			}
		}
	}
	return w, nil
}

// isName tells names of variables.
func isName(text string) bool {
	return text != "" && (text[0] < '0' || text[0] > '9') && strings.Trim(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") == ""
}

// attach connects the way with the interpreter.
func (w *way) attach(in *smrscript.Interp) error {
	prompt := stdlib.NewPrompt(in.Interp, w.Err)
	w.mask = prompt.Masked
	for _, set := range w.flags.Set {
		name, text, _ := strings.Cut(set, "=")
		in.VM.Scalar("main::" + name).Set(value.Str(text))
	}
	if w.debug != nil {
		w.debug.in, w.debug.prompt = in, prompt
	}
	if w.events == nil && w.prof == nil && !w.flags.Trace {
		return nil
	}
	in.Session.Observe = func(e stdlib.CommandEvent) {
		if w.events != nil {
			w.events.command(e)
		}
		if w.prof != nil {
			w.prof.command(e)
		}
		if w.flags.Trace {
			fmt.Fprintf(w.Err, "    %s\n", traceCommand(e))
		}
	}
	return nil
}

// traceLine is a statement with its place; only its first line, and passwords as stars.
func traceLine(mask func(string) string, file *source.File, at source.Span) string {
	text := strings.TrimSpace(file.Of(at))
	if mask != nil && strings.ContainsAny(text, "\"'") {
		text = mask(text)
	}
	text, _, more := strings.Cut(text, "\n")
	if more {
		text += " ..."
	}
	return fmt.Sprintf("%s:%d: %s", file.NameAt(at.Start), file.Line(at.Start), text)
}

// traceCommand is a command with the values of its slots and what came of it.
func traceCommand(e stdlib.CommandEvent) string {
	var slots []string
	for k, v := range e.Slots {
		slots = append(slots, k+"="+v)
	}
	sort.Strings(slots)
	came := e.Result
	if e.Error != "" {
		came = fmt.Sprintf("%d %s", e.Code, e.Error)
	}
	return strings.TrimSpace(e.Command+" "+strings.Join(slots, " ")) + " -> " + came + fmt.Sprintf(" (%.1f ms)", e.MS)
}

// complain tells of the error of the script.
func (w *way) complain(err error) {
	if w.events == nil {
		w.app.complain(err)
	}
}

// end shows what is shown at the end, and returns the exit status.
func (w *way) end(exit int, err error) int {
	if w.prof != nil {
		w.prof.write(w.Err)
	}
	if w.events != nil {
		w.events.end(exit, err)
	}
	return exit
}

// An eventStream writes events as JSON lines.
type eventStream struct {
	mu    sync.Mutex
	w     io.Writer
	began time.Time
}

// eventFormat is the number of the format of events.
const eventFormat = 1

func newEventStream(w io.Writer) *eventStream {
	s := &eventStream{w: w, began: time.Now()}
	s.put(map[string]any{"event": "version", "smrscript_events": eventFormat, "program": versionText()})
	return s
}

// put writes an event.
func (s *eventStream) put(event any) {
	line, err := json.Marshal(event)
	if err != nil {
		return // maps of strings and numbers always marshal
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	_, _ = s.w.Write(append(line, '\n'))
}

func (s *eventStream) diagnostic(d *diag.Diagnostic) {
	if line, err := diag.JSON(d); err == nil {
		s.put(map[string]any{"event": "diagnostic", "diagnostic": json.RawMessage(line)})
	}
}

func (s *eventStream) command(e stdlib.CommandEvent) {
	s.put(struct {
		Event string `json:"event"`
		stdlib.CommandEvent
	}{"command", e})
}

// end writes the last event.
func (s *eventStream) end(exit int, err error) {
	last := map[string]any{"event": "result", "exit": exit, "ms": time.Since(s.began).Milliseconds()}
	if list, ok := err.(diag.List); ok {
		for _, d := range list {
			s.diagnostic(d)
		}
	}
	if text := stdlib.Complaint(err); text != "" {
		last["error"] = strings.TrimSpace(text)
	}
	s.put(last)
}

// output is a stream of the script whose text becomes events.
func (s *eventStream) output(stream string) io.Writer { return &eventOutput{s, stream} }

type eventOutput struct {
	s      *eventStream
	stream string
}

func (o *eventOutput) Write(p []byte) (int, error) {
	o.s.put(map[string]any{"event": "output", "stream": o.stream, "text": string(p)})
	return len(p), nil
}
