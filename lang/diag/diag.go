// Package diag is the one way in which anything between the lexer and a failing command is reported.
//
// A Diagnostic says what is wrong, where, what would have been right and how to get there. Tools read it as JSON,
// people as text with the source line and a caret under the range. Two things are hard: to point at the right
// columns of a terminal when the line holds tabs, wide characters or control characters, which text.go decides by
// drawing the line and the caret line from the same cells; and to guess what a mistyped word was meant to be, which
// suggest.go decides by meaning first, then by edit distance scaled to the length of the word.
package diag

// This file defines diagnostics and lists of them.

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/smrscript/smrscript/lang/source"
)

// A Severity tells how bad a diagnostic is. The zero value is Error.
type Severity int

// The severities. Only an Error keeps a script from running or makes it fail.
const (
	Error Severity = iota
	Warning
	Note
)

// String returns the word that heads a message: "error", "warning" or "note".
func (s Severity) String() string {
	switch s {
	case Error:
		return "error"
	case Warning:
		return "warning"
	case Note:
		return "note"
	}
	return fmt.Sprintf("severity %d", int(s))
}

// A Frame is one level of a run-time call stack: the place in File from which, inside Name, the next inner level
// was entered. Name is a sub's qualified name, or "" for the file itself.
type Frame struct {
	File *source.File
	Span source.Span
	Name string
}

// A Diagnostic is one message about a script. Only Severity and Message are always there.
type Diagnostic struct {
	Severity Severity
	// Code is a stable code of the catalogue such as "E0101", see Explain; "" when it has none.
	Code Code
	// File and Span say where; File is nil for a message that belongs to no text.
	File *source.File
	Span source.Span
	// Message is one sentence without a full stop that names the thing and the reason.
	Message string
	// Expected lists what could have stood at Span: keywords in capitals, slots as "<name>", punctuation as written.
	Expected []string
	// DidYouMean is the word that was probably meant, ready to be typed; "" when there is no good guess.
	DidYouMean string
	// Help is the way out, one sentence; Notes are further facts, one line each.
	Help  string
	Notes []string
	// Incomplete says that the text is right so far and only ended too early: a prompt asks for another line.
	Incomplete bool
	// Stack holds the call stack of a run-time fault, innermost first.
	Stack []Frame
}

// Error returns "file:line:col: message", or the message alone when the diagnostic has no place.
func (d *Diagnostic) Error() string {
	if d.File == nil {
		return d.Message
	}
	return d.place() + ": " + d.Message
}

func (d *Diagnostic) place() string { return placeOf(d.File, d.Span) }

// placeOf returns "file:line:col" of the start of span.
func placeOf(file *source.File, span source.Span) string {
	p := file.Position(span.Start)
	return fmt.Sprintf("%s:%d:%d", file.Name, p.Line, p.Column)
}

// A List is several diagnostics, as a parse of one file gives them. An empty List is not an error: use Err.
type List []*Diagnostic

// Error returns the first error's text and how many more there are.
func (l List) Error() string {
	if len(l) == 0 {
		return "no errors"
	}
	first := l[0]
	if i := slices.IndexFunc(l, (*Diagnostic).isError); i >= 0 {
		first = l[i]
	}
	if len(l) == 1 {
		return first.Error()
	}
	return fmt.Sprintf("%s (and %d more)", first.Error(), len(l)-1)
}

// Unwrap lets errors.As find a *Diagnostic in the list.
func (l List) Unwrap() []error {
	errs := make([]error, len(l))
	for i, d := range l {
		errs[i] = d
	}
	return errs
}

// Err returns the list as an error when it holds one of severity Error, else nil.
func (l List) Err() error {
	if l.HasErrors() {
		return l
	}
	return nil
}

// HasErrors reports whether a diagnostic has severity Error.
func (l List) HasErrors() bool { return slices.ContainsFunc(l, (*Diagnostic).isError) }

// Incomplete reports whether more text could put everything right: the list has errors and every one of them is
// Incomplete. A single error of another kind makes it false, because no continuation line mends that one.
func (l List) Incomplete() bool {
	errors, open := 0, 0
	for _, d := range l {
		if d.isError() {
			errors++
			if d.Incomplete {
				open++
			}
		}
	}
	return errors > 0 && errors == open
}

// Sort orders the list by file name, place and severity; equals keep their order.
func (l List) Sort() {
	slices.SortStableFunc(l, func(a, b *Diagnostic) int {
		return cmp.Or(
			cmp.Compare(a.fileName(), b.fileName()),
			cmp.Compare(a.Span.Start, b.Span.Start),
			cmp.Compare(a.Span.End, b.Span.End),
			cmp.Compare(a.Severity, b.Severity),
		)
	})
}

func (d *Diagnostic) isError() bool { return d.Severity == Error }

func (d *Diagnostic) fileName() string {
	if d.File == nil {
		return ""
	}
	return d.File.Name
}
