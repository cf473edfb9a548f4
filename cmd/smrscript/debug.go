package main

// This file defines the line debugger of run --debug: it stops before statements and asks what to do. The words it knows are in
// debug_words.go.

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"
	"slices"
	"strings"
	"sync/atomic"

	"github.com/smrscript/smrscript"
	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/runtime/value"
	"github.com/smrscript/smrscript/stdlib"
)

// A debugger stops a script before its statements. Words are those of perl -d.
type debugger struct {
	*app
	in    *smrscript.Interp
	lines func() (string, error) // reads what is to be done; io.EOF at the end, errInterrupted for Ctrl-C
	close func()
	files map[string]*source.File // those seen so far, by name
	main  string

	breaks  map[breakpoint]*stopping
	watches []*watch
	mode    byte // s: stop at each statement, n: at those of depth or above, c: at breakpoints
	depth   int
	until   string // a sub to stop in, for c SUB
	again   int    // how often the last s or n is still to be repeated
	last    string
	listed  int  // the next line that l shows, 0 for those around the place
	busy    bool // an expression of the user runs
	gone    bool // nothing is asked any more
	at      where
	paused  atomic.Bool // Ctrl-C asks to stop
}

// A breakpoint is a line of a file.
type breakpoint struct {
	file string
	line int
}

// A stopping is what is known of a breakpoint.
type stopping struct {
	condition string // "" for none
	offset    int    // of the statement that stops, the first of the line that was reached; -1 until then
}

// where is the place that the script has stopped at.
type where struct {
	file  *source.File
	span  source.Span
	line  int
	depth int
}

// A watch is an expression whose changes stop the script. It is looked at where its variables are those of the place at which it was
// set, so that another $x does not count.
type watch struct {
	text   string
	names  []string
	bound  []any
	values string
}

func newDebugger(a *app, name, text string) (*debugger, error) {
	d := &debugger{app: a, main: name, breaks: map[breakpoint]*stopping{}, mode: 's', files: map[string]*source.File{name: source.NewFile(name, text)}}
	if in, ok := a.In.(*os.File); ok && isTerminal(in) && isTerminal(a.Err) && os.Getenv("TERM") != "dumb" {
		reader, err := newTerminalReader(in, a.Err, "", &debugCompleter{d}, nil)
		if err != nil {
			return nil, err
		}
		d.lines, d.close = func() (string, error) { reader.Ask(debugPrompt); return reader.Line() }, func() { _ = reader.Close() }
		return d, nil
	}
	input := bufio.NewReader(a.In)
	d.lines, d.close = func() (string, error) {
		fmt.Fprint(a.Err, debugPrompt)
		text, err := input.ReadString('\n')
		if err == io.EOF && text != "" {
			err = nil
		}
		return text, err
	}, func() {}
	return d, nil
}

const debugPrompt = "  DB> "

// interrupted is asked at Ctrl-C. The first one stops the script at its next statement; a second one before that ends it.
func (d *debugger) interrupted() (stays bool) {
	if d.paused.Load() {
		return false
	}
	// Said first: once it is paused, the script writes where it stands.
	fmt.Fprintln(d.Err, "stopping at the next statement; another Ctrl-C ends the script")
	d.paused.Store(true)
	return true
}

// stop is called before each statement.
func (d *debugger) stop(file *source.File, at source.Span) {
	if d.busy || d.gone || d.in == nil {
		return
	}
	d.files[file.Name] = file
	d.at = where{file, at, file.Line(at.Start), d.in.VM.Depth()}
	changes := d.changes()
	if !d.stops() && changes == "" {
		return
	}
	d.until, d.listed = "", 0
	d.in.VM.Handles().FlushAll()
	fmt.Fprint(d.Err, changes)
	fmt.Fprintf(d.Err, "%s%s:%d:\t%s\n", d.within(), file.Name, d.at.line, d.at.text())
	for {
		text, err := d.lines()
		switch {
		case errors.Is(err, errInterrupted):
			continue
		case err != nil:
			d.gone = true
			if isTerminal(d.In) {
				d.in.VM.Leave(0) // Ctrl-D
			}
			return
		}
		if text = strings.TrimSpace(text); text == "" {
			text = d.last
		}
		d.last = text
		if d.do(text) {
			return
		}
	}
}

// stops tells whether the script stops at the place, watches apart.
func (d *debugger) stops() bool {
	if d.paused.Swap(false) {
		return true
	}
	if b := d.breaks[breakpoint{d.at.file.Name, d.at.line}]; b != nil {
		if b.offset < 0 {
			b.offset = d.at.span.Start
		}
		if b.offset == d.at.span.Start && (b.condition == "" || d.holds(b.condition)) {
			return true
		}
	}
	if d.until != "" && d.inSub(d.until) {
		return true
	}
	if d.mode == 'c' || d.mode == 'n' && d.at.depth > d.depth {
		return false
	}
	if d.again > 1 {
		d.again--
		d.depth = d.at.depth
		return false
	}
	return true
}

// text is the line of the place, or the statement when others stand before it on the line.
func (w where) text() string {
	line := strings.TrimSpace(w.file.LineText(w.line))
	statement, _, _ := strings.Cut(w.file.Of(w.span), "\n")
	if strings.HasPrefix(line, strings.TrimSpace(statement)) {
		return line
	}
	return statement
}

// inSub tells whether the innermost sub that runs is the one of that name.
func (d *debugger) inSub(name string) bool {
	f, ok := d.in.VM.Caller(0)
	return ok && f.Sub == qualified(name)
}

// qualified is the full name of a sub.
func qualified(name string) string {
	if strings.Contains(name, "::") {
		return name
	}
	return "main::" + name
}

// within names the sub at the place, "" in the script's own statements.
func (d *debugger) within() string {
	if f, ok := d.in.VM.Caller(0); ok && d.at.depth > 0 && !f.Eval {
		return f.Sub + " "
	}
	return ""
}

// holds tells whether a condition is true at the place. One that fails counts as true, and says so.
func (d *debugger) holds(condition string) bool {
	values, err := d.evaluate("(" + condition + ") ? 1 : 0")
	if err != nil {
		fmt.Fprintf(d.Err, "the condition %s: %s\n", condition, err)
		return true
	}
	return len(values) > 0 && values[len(values)-1].Truth()
}

// evaluate runs an expression at the place.
func (d *debugger) evaluate(expression string) ([]value.Value, error) {
	d.busy = true
	defer func() { d.busy = false }()
	values, err := d.in.VM.Evaluate(expression)
	d.in.VM.Handles().FlushAll()
	if err != nil {
		return nil, errors.New(strings.TrimSpace(err.Error()))
	}
	return values, nil
}

// changes tells which watched expressions have another value than before.
func (d *debugger) changes() string {
	var b strings.Builder
	for _, w := range d.watches {
		if !slices.Equal(w.bound, d.bindings(w.names)) {
			continue
		}
		if now := d.shown(w.text); now != w.values {
			fmt.Fprintf(&b, "%s was %s, is now %s\n", w.text, w.values, now)
			w.values = now
		}
	}
	return b.String()
}

// shown is the value of an expression as text.
func (d *debugger) shown(expression string) string {
	values, err := d.evaluate(expression)
	if err != nil {
		return err.Error()
	}
	return strings.TrimPrefix(stdlib.Show(values), "\n")
}

// bindings returns what the names mean at the place.
func (d *debugger) bindings(names []string) []any {
	out := make([]any, len(names))
	for i, n := range names {
		out[i] = d.in.VM.Binding(n)
	}
	return out
}

// watch begins to watch an expression.
func (d *debugger) watch(text string) error {
	if _, err := d.evaluate(text); err != nil {
		return err
	}
	w := &watch{text: text, values: d.shown(text)}
	for _, m := range regexp.MustCompile(`[$@%]\{?(\w+)`).FindAllStringSubmatch(text, -1) {
		w.names = append(w.names, "$"+m[1], "@"+m[1], "%"+m[1])
	}
	w.bound = d.bindings(w.names)
	d.watches = append(d.watches, w)
	return nil
}
