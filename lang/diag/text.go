package diag

// This file defines the form for people.
//
//	error[E0201]: the command does not go on with "bse"
//	  --> nightly.smr:3:24
//	   |
//	 3 | connect db to beta map bse "d:\copy";
//	   |                        ^^^
//	   = expected: BASE, EXACT, <path>
//	   = help: did you mean "base"?

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/fatih/color"
	"github.com/rivo/uniseg"

	"github.com/smrscript/smrscript/lang/source"
)

// Options say how Write draws. The zero value draws plain text.
type Options struct {
	// Color draws with the escape sequences of a terminal; the caller knows whether w is one.
	Color bool
}

// Bounds on what is drawn of one diagnostic.
const (
	tabWidth = 4
	maxWidth = 160 // columns of a source line, around the caret
	maxStack = 24  // frames, half of them from each end
)

// Write draws the diagnostic for people: the header, the place, the source line with a caret under the range, what was
// expected, the way out, notes and the call stack. A range over several lines is drawn to the end of its first one.
// The text ends with a line end. Control characters of the source never reach w.
func Write(w io.Writer, d *Diagnostic, opt Options) error {
	p := &painter{color: opt.Color}
	p.header(d)
	if d.File != nil {
		p.source(d)
	}
	margin := strings.Repeat(" ", p.gutter)
	if len(d.Expected) > 0 {
		p.remark(margin, "expected", strings.Join(d.Expected, ", "))
	}
	if d.DidYouMean != "" {
		p.remark(margin, "help", fmt.Sprintf("did you mean %q?", d.DidYouMean))
	}
	if d.Help != "" {
		p.remark(margin, "help", d.Help)
	}
	for _, note := range d.Notes {
		p.remark(margin, "note", note)
	}
	p.stack(margin, d.Stack)
	_, err := io.WriteString(w, p.text.String())
	return err
}

// A painter collects the text. gutter is the width of the column of line numbers.
type painter struct {
	text   strings.Builder
	color  bool
	gutter int
}

// in returns text in a colour, or as it is.
func (p *painter) in(text string, attributes ...color.Attribute) string {
	if !p.color || text == "" {
		return text
	}
	c := color.New(attributes...)
	c.EnableColor()
	return c.Sprint(text)
}

func (s Severity) attribute() color.Attribute {
	switch s {
	case Warning:
		return color.FgYellow
	case Note:
		return color.FgCyan
	}
	return color.FgRed
}

func (p *painter) header(d *Diagnostic) {
	head := d.Severity.String()
	if d.Code != "" {
		head += "[" + d.Code + "]"
	}
	message := printableLines(d.Message, "  ")
	fmt.Fprintf(&p.text, "%s: %s\n", p.in(head, d.Severity.attribute(), color.Bold), p.in(message, color.Bold))
}

// source draws the place, and the line with its caret when there is a line to show.
func (p *painter) source(d *Diagnostic) {
	number := d.File.Line(d.Span.Start)
	label := strconv.Itoa(number)
	p.gutter = len(label) + 1
	margin := strings.Repeat(" ", p.gutter)
	fmt.Fprintf(&p.text, "%s%s %s\n", margin, p.in("-->", color.FgBlue), printable(d.place()))
	line := d.File.LineText(number)
	if strings.TrimSpace(line) == "" {
		return
	}
	text, blanks, carets := drawLine(line, lineSpan(d.File, d.Span, line))
	bar := p.in("|", color.FgBlue)
	fmt.Fprintf(&p.text, "%s %s\n %s %s %s\n%s %s %s%s\n", margin, bar,
		p.in(label, color.FgBlue), bar, text,
		margin, bar, strings.Repeat(" ", blanks), p.in(strings.Repeat("^", carets), d.Severity.attribute(), color.Bold))
}

// lineSpan returns the part of span that lies on its first line, relative to the line's start.
func lineSpan(file *source.File, span source.Span, line string) source.Span {
	offset := min(max(span.Start, 0), len(file.Text))
	begin := strings.LastIndexByte(file.Text[:offset], '\n') + 1
	start := min(offset-begin, len(line))
	end := min(max(span.End-begin, start), len(line))
	return source.Span{Start: start, End: end}
}

// drawLine returns a source line as it is shown, how many columns lie before the range and how many carets mark it, at least
// one. A line that is too wide is cut around the caret. Blanks at the end of a range get no caret.
func drawLine(line string, span source.Span) (text string, blanks, carets int) {
	cells := cells(line)
	end := span.Start + len(strings.TrimRight(line[span.Start:span.End], " \t"))
	total, right := 0, 0
	for _, c := range cells {
		if c.offset < span.Start {
			blanks += c.width
		}
		if c.offset < max(end, span.Start+1) {
			right += c.width
		}
		total += c.width
	}
	carets = max(right-blanks, 1)
	if total <= maxWidth {
		return joinCells(cells), blanks, carets
	}
	return cutLine(cells, blanks, carets)
}

// cutLine shows the part of a wide line that holds the caret, with "..." where something is left out.
func cutLine(cells []cell, blanks, carets int) (string, int, int) {
	const dots = "..."
	from := max(0, blanks-maxWidth/2)
	first, at := 0, 0
	for first < len(cells) && at < from {
		at += cells[first].width
		first++
	}
	last, width := first, 0
	for last < len(cells) && width+cells[last].width <= maxWidth {
		width += cells[last].width
		last++
	}
	text := joinCells(cells[first:last])
	blanks -= at
	carets = max(1, min(carets, width-blanks))
	if last < len(cells) {
		text += dots
	}
	if first > 0 {
		text, blanks = dots+text, blanks+len(dots)
	}
	return text, blanks, carets
}

// A cell is what a user takes for one character: its text as shown, its columns and its place in the line.
type cell struct {
	text          string
	width, offset int
}

// cells cuts a line into cells. A tab goes to the next multiple of tabWidth.
func cells(line string) []cell {
	var list []cell
	column, state, offset := 0, -1, 0
	for rest := line; rest != ""; {
		var cluster string
		var width int
		cluster, rest, width, state = uniseg.FirstGraphemeClusterInString(rest, state)
		c := cell{cluster, width, offset}
		if cluster == "\t" {
			c.width = tabWidth - column%tabWidth
			c.text = strings.Repeat(" ", c.width)
		} else if shown := printable(cluster); shown != cluster {
			c.text, c.width = shown, uniseg.StringWidth(shown)
		}
		list = append(list, c)
		column += c.width
		offset += len(cluster)
	}
	return list
}

func joinCells(cells []cell) string {
	var b strings.Builder
	for _, c := range cells {
		b.WriteString(c.text)
	}
	return b.String()
}

// printable replaces characters that would steer a terminal by their pictures, and bytes that are no UTF-8 by U+FFFD.
func printable(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t':
			return r
		case r < ' ':
			return '\u2400' + r
		case r == 0x7f:
			return '\u2421'
		case 0x80 <= r && r < 0xa0, 0x202a <= r && r <= 0x202e, 0x2066 <= r && r <= 0x2069:
			return '\uFFFD' // C1 controls, and marks that reorder what follows
		}
		return r
	}, text)
}

// printableLines is printable for text of several lines: the second and those after it are indented.
func printableLines(text, indent string) string {
	lines := strings.Split(strings.TrimRight(text, "\r\n"), "\n")
	for i := range lines {
		lines[i] = printable(strings.TrimSuffix(lines[i], "\r"))
	}
	return strings.Join(lines, "\n"+indent)
}

// remark draws one "= kind: text" line; further lines of text are indented below it.
func (p *painter) remark(margin, kind, text string) {
	indent := margin + strings.Repeat(" ", len(kind)+5)
	fmt.Fprintf(&p.text, "%s %s %s: %s\n", margin, p.in("=", color.FgBlue), p.in(kind, color.Bold), printableLines(text, indent))
}

// stack draws the frames, innermost first; of a very deep stack the middle is left out.
func (p *painter) stack(margin string, frames []Frame) {
	for i := 0; i < len(frames); i++ {
		if len(frames) > maxStack && i == maxStack/2 {
			skip := len(frames) - maxStack
			fmt.Fprintf(&p.text, "%s %s ... %d more ...\n", margin, p.in("=", color.FgBlue), skip)
			i += skip
		}
		f := frames[i]
		where := ""
		if f.File != nil {
			where = " at " + placeOf(f.File, f.Span)
		}
		name := f.Name
		if name == "" {
			name = "the script"
		}
		fmt.Fprintf(&p.text, "%s %s %s %s\n", margin, p.in("=", color.FgBlue), p.in("in", color.Bold), printable(name+where))
	}
}
