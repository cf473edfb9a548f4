package usage

// This file defines the errors that a usage line itself can have. They are mistakes of whoever wrote the line, never of
// a script.

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// A NotationError says that a text is no usage line or no form of a function.
type NotationError struct {
	Text   string // the whole text
	Offset int    // in bytes
	Reason string // what is wrong and what would be right
}

// Error returns "usage line:column: reason" and the line with a caret under the place.
func (e *NotationError) Error() string {
	offset := min(max(e.Offset, 0), len(e.Text))
	start := strings.LastIndexByte(e.Text[:offset], '\n') + 1
	number := strings.Count(e.Text[:start], "\n") + 1
	line, _, _ := strings.Cut(e.Text[start:], "\n")
	column := utf8.RuneCountInString(e.Text[start:offset])
	return fmt.Sprintf("usage %d:%d: %s\n\t%s\n\t%s^", number, column+1, e.Reason, line, strings.Repeat(" ", column))
}

// An AmbiguityError says that the lines of a command can read one input in two ways.
type AmbiguityError struct {
	Input         string // such an input, as symbols of the lines: "CONNECT <repset> TO <target> ORPHANS"
	First, Second Place  // the two readings of its last symbol
}

// A Place is a symbol in a usage line.
type Place struct {
	Line   int    // index of the line
	Text   string // the line
	Offset int    // of the symbol in Text, in bytes
}

// Error names the input, both places and the way out.
func (e *AmbiguityError) Error() string {
	return fmt.Sprintf("ambiguous usage: %q can be read in two ways, by %v and by %v; make one of them impossible there",
		e.Input, e.First, e.Second)
}

// String returns "line 1, column 2 (KEYWORD [...)".
func (p Place) String() string {
	offset := min(max(p.Offset, 0), len(p.Text))
	near := p.Text[offset:]
	if len(near) > 24 {
		near = strings.ToValidUTF8(near[:24], "") + "..."
	}
	if near == "" {
		near = "the end"
	}
	return fmt.Sprintf("line %d, column %d (%s)", p.Line+1, utf8.RuneCountInString(p.Text[:offset])+1, near)
}
