package format

// This file defines where lines begin and how far they are indented.

import (
	"strings"

	"github.com/smrscript/smrscript/lang"
)

// indentation is the width of a level, in blanks.
const indentation = 4

// A frame is an open bracket, or the script itself.
type frame struct {
	indent int  // of the line on which it was opened
	block  bool // statements are in it
	inline bool // it stays on one line
	middle bool // a statement has begun in it and not ended
}

// A line of the result.
type line struct {
	text    string // without its end
	comment int    // where a comment behind code begins; 0 for none
}

// A writer makes lines of tokens.
type writer struct {
	text   string
	tokens []lang.Token
	match  []int
	keep   bool // line breaks and blanks between tokens stay

	lines   []line
	cur     strings.Builder // the line at hand without its indentation
	indent  int             // of the line at hand
	note    int             // where the comment on it begins, 0 for none
	noted   bool            // that comment is not about a bracket that opens
	opaque  bool            // it began inside a token
	stack   []frame
	bodies  []string // of the heredocs on the line at hand
	written int      // bodies written since some were last passed in the text
	last    int      // the last token written, -1 at the beginning
	due     bool     // a line break is due
	data    bool     // the text ends with data
}

// layout writes the tokens of a text anew.
func layout(text string, tokens []lang.Token, level Level) string {
	w := &writer{text: text, tokens: tokens, keep: level == Lines, match: brackets(tokens), last: -1, stack: []frame{{indent: -indentation, block: true}}}
	for i, t := range tokens {
		switch t.Class {
		case lang.Comment:
			w.comment(i)
		case lang.Pod, lang.Data:
			w.verbatim(i)
		case lang.HeredocBody:
			w.passBodies(i)
			continue
		default:
			w.code(i)
		}
		w.last = i
	}
	w.endLine()
	out := alignComments(w.lines)
	if w.data && !strings.HasSuffix(text, "\n") {
		out = strings.TrimSuffix(out, "\n")
	}
	return out
}

func (w *writer) top() *frame { return &w.stack[len(w.stack)-1] }

func (w *writer) of(i int) string { return w.text[w.tokens[i].Start:w.tokens[i].End] }

// breaks counts the line ends between token i and the one before it; heredoc bodies and POD end with one.
func (w *writer) breaks(i int) int {
	if i == 0 {
		return 0
	}
	n := strings.Count(w.text[w.tokens[i-1].End:w.tokens[i].Start], "\n")
	switch w.tokens[i-1].Class {
	case lang.HeredocBody, lang.Pod:
		n++
	}
	return n
}

// comment writes a comment behind the code of its line, or on a line of its own.
func (w *writer) comment(i int) {
	text := strings.TrimRight(w.of(i), " \t\r")
	if n := w.breaks(i); n == 0 && w.cur.Len() > 0 {
		if text[0] == '#' && w.note == 0 && !w.opaque {
			w.note, w.noted = w.cur.Len()+1, !opens(w.tokens[w.last].Class)
		}
		w.cur.WriteString(w.blanks(i, " ") + text)
		w.due = w.due || text[0] == '#'
	} else {
		w.endLine()
		w.blankLine(i, n)
		w.indent = w.top().indent + indentation
		if f := w.top(); f.block && f.middle {
			w.indent += indentation
		}
		if meansPlace(w.text, w.tokens[i].Start, text) {
			w.indent = 0
		}
		w.cur.WriteString(text)
		w.due = text[0] == '#'
	}
	w.opaque = w.opaque || strings.Contains(text, "\n")
}

// meansPlace tells `# line 12 "file"` and `#!`, which count only at the start of a line.
func meansPlace(text string, offset int, comment string) bool {
	if offset > 0 && text[offset-1] != '\n' {
		return false
	}
	rest := strings.TrimLeft(comment[1:], " \t")
	return strings.HasPrefix(comment, "#!") || strings.HasPrefix(rest, "line ") || strings.HasPrefix(rest, "line\t")
}

// verbatim writes POD and data as they are.
func (w *writer) verbatim(i int) {
	w.endLine()
	w.blankLine(i, w.breaks(i))
	for _, text := range strings.Split(strings.TrimSuffix(w.of(i), "\n"), "\n") {
		w.lines = append(w.lines, line{text: text})
	}
	w.due, w.data = false, w.data || w.tokens[i].Class == lang.Data
}

// passBodies is called where the bodies of heredocs stand in the text. Those of heredocs that are tokens are on their way already;
// one that is inside another token, such as a string, is only met here.
func (w *writer) passBodies(i int) {
	if w.keep || len(w.bodies) == 0 && w.written == 0 {
		w.bodies = append(w.bodies, strings.TrimSuffix(w.of(i), "\n"))
	}
	w.written = 0
	w.due = w.due || w.cur.Len() > 0
}

// code writes a token that is no comment.
func (w *writer) code(i int) {
	t, n := w.tokens[i], w.breaks(i)
	indent, due := w.close(i), w.due
	if w.continues(i) {
		due = false
	}
	switch {
	case w.cur.Len() == 0, due, n > 0 && (w.keep || !w.joins(i)):
		w.endLine()
		w.blankLine(i, n)
		w.indent = indent
	case w.spaced(i):
		w.cur.WriteString(w.blanks(i, " "))
	default:
		w.cur.WriteString(w.blanks(i, ""))
	}
	w.due = false
	w.cur.WriteString(w.of(i))
	w.opaque = w.opaque || strings.Contains(w.of(i), "\n")
	if t.Body.End > 0 && !w.keep {
		w.bodies = append(w.bodies, strings.TrimSuffix(w.text[t.Body.Start:t.Body.End], "\n"))
	}
	f := w.top()
	f.middle = !t.Ends || t.Class == lang.Reserved // a block is what may follow else
	switch {
	case opens(t.Class):
		w.open(i)
	case t.Ends && f.block && !f.inline && !w.keep && (t.Class == lang.Semicolon || t.Class == lang.Close):
		w.due = true
	}
}

// blanks returns what stands between token i and the one before it on its line: usual, or what the author wrote.
func (w *writer) blanks(i int, usual string) string {
	if w.keep && i > 0 {
		return strings.Trim(w.text[w.tokens[i-1].End:w.tokens[i].Start], "\r\n")
	}
	return usual
}

// open begins a level of nesting.
func (w *writer) open(i int) {
	f := frame{indent: w.indent, block: isBlock(w.tokens[i].Class)}
	if f.block {
		f.inline = w.short(i)
		w.due = !f.inline && !w.keep
	}
	w.stack = append(w.stack, f)
}

// close ends a level if token i does, and returns how far a line that begins with the token is indented.
func (w *writer) close(i int) int {
	f := w.top()
	if c := w.tokens[i].Class; c == lang.Close || c == lang.Between {
		if w.match[i] < 0 || len(w.stack) < 2 {
			return max(f.indent+indentation, 0)
		}
		was := *f
		w.stack = w.stack[:len(w.stack)-1]
		if was.block && !was.inline && !w.keep {
			w.due = w.last != w.match[i]
		}
		return was.indent
	}
	if f.block && f.middle {
		return f.indent + 2*indentation
	}
	return f.indent + indentation
}

// endLine ends the line at hand, if there is one.
func (w *writer) endLine() {
	if w.cur.Len() == 0 {
		return
	}
	text := w.cur.String()
	pad := strings.Repeat(" ", max(w.indent, 0))
	if !w.opaque || !strings.HasSuffix(text, "\n") {
		text = strings.TrimRight(text, " \t\r")
	}
	l := line{text: pad + text}
	if w.note > 0 && !strings.Contains(text, "\n") && w.noted {
		l.comment = len(pad) + w.note
	}
	w.lines = append(w.lines, l)
	for _, b := range w.bodies {
		w.lines = append(w.lines, line{text: b})
	}
	w.written += len(w.bodies)
	w.cur.Reset()
	w.note, w.opaque, w.bodies = 0, false, nil
}

// blankLine leaves a line empty where the author did, but not at the beginning or at the edges of brackets.
func (w *writer) blankLine(i, breaks int) {
	if breaks < 2 || w.last < 0 || opens(w.tokens[w.last].Class) || w.tokens[i].Class == lang.Close || w.tokens[i].Class == lang.Between {
		return
	}
	w.lines = append(w.lines, line{})
}

// alignComments joins lines; comments behind code on lines that follow each other begin in one column.
func alignComments(lines []line) string {
	var b strings.Builder
	for i := 0; i < len(lines); {
		end, column := i, 0
		for ; end < len(lines) && lines[end].comment > 0; end++ {
			column = max(column, len([]rune(strings.TrimRight(lines[end].text[:lines[end].comment], " \t")))+1)
		}
		for _, l := range lines[i:end] {
			code := strings.TrimRight(l.text[:l.comment], " \t")
			b.WriteString(code + strings.Repeat(" ", column-len([]rune(code))) + strings.TrimLeft(l.text[l.comment:], " \t") + "\n")
		}
		if i = end; i < len(lines) {
			b.WriteString(lines[i].text + "\n")
			i++
		}
	}
	return b.String()
}
