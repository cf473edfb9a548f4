package main

// This file defines traces: each statement with its place and the values that it reads, each command with what came of it. Passwords
// are stars, also those in variables.

import (
	"fmt"
	"io"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/smrscript/smrscript"
	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/stdlib"
)

// A tracer writes a trace.
type tracer struct {
	w    io.Writer
	in   *smrscript.Interp
	mask *stdlib.Masker
	read map[*source.File]bool
	text map[tracedPlace]string // statements as they are shown
}

// A tracedPlace is a statement of a file.
type tracedPlace struct {
	file *source.File
	at   source.Span
}

func newTracer(w io.Writer, in *smrscript.Interp) *tracer {
	return &tracer{w: w, in: in, mask: stdlib.NewMasker(in.Words()), read: map[*source.File]bool{}, text: map[tracedPlace]string{}}
}

// statement is called before each statement.
func (t *tracer) statement(file *source.File, at source.Span) {
	if !t.read[file] {
		t.read[file] = true
		t.mask.Read(file.Text)
	}
	values := t.values(t.in.VM.Mentions()) // first, because passwords in variables are learned from them
	t.in.VM.Handles().FlushAll()
	fmt.Fprintln(t.w, t.mask.Mask(t.line(file, at)+values))
}

// line is the first line of a statement with its place.
func (t *tracer) line(file *source.File, at source.Span) string {
	place := tracedPlace{file, at}
	if line, ok := t.text[place]; ok {
		return line
	}
	text := strings.TrimSpace(file.Of(at))
	if strings.ContainsAny(text, "\"'") {
		text = t.mask.Entry(text)
	}
	text, _, more := strings.Cut(text, "\n")
	if more {
		text += " ..."
	}
	line := fmt.Sprintf("%s:%d: %s", file.NameAt(at.Start), file.Line(at.Start), text)
	t.text[place] = line
	return line
}

// tracedWidth is how many characters of a value are shown.
const tracedWidth = 60

// values are the variables of a statement with what they hold.
func (t *tracer) values(mentions []runtime.Mention) string {
	for _, m := range mentions {
		if t.mask.Hides(m.Name) {
			for _, v := range m.Values {
				t.mask.Learn(v.String())
			}
		}
	}
	var parts []string
	for _, m := range mentions {
		text := t.mask.Mask(strings.Join(strings.Fields(stdlib.Show(m.Values)), " "))
		if t.mask.Hides(m.Name) {
			text = "******"
		}
		if m.Name[0] != '$' {
			text = "(" + text + ")"
		}
		if utf8.RuneCountInString(text) > tracedWidth {
			text = string([]rune(text)[:tracedWidth-3]) + "..."
		}
		parts = append(parts, m.Name+" = "+text)
	}
	if parts == nil {
		return ""
	}
	return "   # " + strings.Join(parts, ", ")
}

// command is called after each command.
func (t *tracer) command(e stdlib.CommandEvent) {
	t.in.VM.Handles().FlushAll()
	fmt.Fprintf(t.w, "    %s\n", t.mask.Mask(traceCommand(e)))
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
