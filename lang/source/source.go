// Package source holds the text of a script and answers where in it something is.
//
// Everything that the front end reports or keeps is a byte range (Span) in one File; lines and columns are
// computed only when somebody asks, from a table built at the first question.
package source

import (
	"sort"
	"strings"
	"sync"
	"unicode/utf8"
)

// A Span is the half-open byte range [Start, End) in a File.
type Span struct{ Start, End int }

// Range returns the span itself; tree nodes embed a Span and so answer where they are.
func (s Span) Range() Span { return s }

// To returns the smallest span that covers s and end.
func (s Span) To(end Span) Span { return Span{s.Start, end.End} }

// A Position is a place as people count: from 1; the column counts characters, not bytes.
type Position struct{ Line, Column int }

// A File is a named text. It is immutable and safe for concurrent use.
type File struct {
	Name string
	Text string

	// FirstLine is the number of the first line, 1 when zero. The prompt sets it.
	FirstLine int

	once  sync.Once
	lines []int  // byte offset of the start of each line
	marks []mark // the `# line` comments, in order
}

// NewFile returns a File for text; name is what messages call it.
func NewFile(name, text string) *File { return &File{Name: name, Text: text} }

func (f *File) index() []int {
	f.once.Do(func() {
		f.lines = make([]int, 1, 1+strings.Count(f.Text, "\n"))
		for i := 0; i < len(f.Text); i++ {
			if f.Text[i] == '\n' {
				f.lines = append(f.lines, i+1)
			}
			if f.Text[i] == '#' && i == f.lines[len(f.lines)-1] {
				f.noteMark(i, len(f.lines))
			}
		}
	})
	return f.lines
}

// lineAt returns the index of the line that holds offset, and the offset clamped to the text.
func (f *File) lineAt(offset int) (line, clamped int) {
	clamped = min(max(offset, 0), len(f.Text))
	starts := f.index()
	return sort.SearchInts(starts, clamped+1) - 1, clamped
}

// Position returns the line and column of a byte offset. Offsets outside the text are clamped to it.
func (f *File) Position(offset int) Position {
	line, offset := f.lineAt(offset)
	column := utf8.RuneCountInString(f.Text[f.index()[line]:offset]) + 1
	return Position{f.first() + line, column}
}

// Line returns the line number of a byte offset, as `# line` comments before it count.
func (f *File) Line(offset int) int {
	line, _ := f.lineAt(offset)
	if m := f.markBefore(line); m != nil {
		return m.number + line - m.line
	}
	return f.first() + line
}

// NameAt returns what the file is called at a byte offset: its name, or what a `# line` comment before it says.
func (f *File) NameAt(offset int) string {
	line, _ := f.lineAt(offset)
	if m := f.markBefore(line); m != nil && m.name != "" {
		return m.name
	}
	return f.Name
}

// LineText returns the text of a line by its number, without the line end; "" when there is no such line.
func (f *File) LineText(number int) string {
	starts, i := f.index(), number-f.first()
	if i < 0 || i >= len(starts) {
		return ""
	}
	text := f.Text[starts[i]:]
	if end := strings.IndexByte(text, '\n'); end >= 0 {
		text = text[:end]
	}
	return strings.TrimSuffix(text, "\r")
}

// Of returns the text of a span.
func (f *File) Of(s Span) string { return f.Text[s.Start:s.End] }

func (f *File) first() int {
	if f.FirstLine > 0 {
		return f.FirstLine
	}
	return 1
}
