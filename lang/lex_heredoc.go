package lang

// This file lexes heredocs: the body is found as soon as the << is seen, and moved over when its line ends.

import (
	"strings"

	"github.com/smrscript/smrscript/lang/diag"
)

// A heredoc is the body of a heredoc in its view, terminator left out.
type heredoc struct {
	start, end int
	raw        bool // <<'A': nothing is interpolated
	indented   bool // <<~A: the terminator's indentation is taken away
	indent     int  // blanks before the terminator
}

// heredoc moves over <<"A", <<'A', <<`A`, <<A, <<~A and notes where its body is; false when << is no heredoc here.
func (l *lexing) heredoc() bool {
	h := heredoc{}
	i := l.pos + 2
	if h.indented = l.byteAt(i) == '~'; h.indented {
		i++
	}
	j := i
	for l.byteAt(j) == ' ' || l.byteAt(j) == '\t' {
		j++
	}
	var tag string
	switch c := l.byteAt(j); {
	case c == '"' || c == '\'' || c == '`':
		end := strings.IndexByte(l.text[j+1:], c)
		if end < 0 {
			return false
		}
		tag, h.raw = l.text[j+1:j+1+end], c == '\''
		i = j + end + 2
	case isFirst(l.byteAt(i)):
		end := l.identEnd(i)
		tag, i = l.text[i:end], end
	default:
		return false
	}
	if l.view.heredocs == nil {
		l.view.heredocs = map[int]heredoc{}
	}
	if _, known := l.view.heredocs[l.pos]; !known && !l.locate(&h, tag, i) {
		d := l.errorf(l.span(l.pos, i), diag.UnterminatedHeredoc, "no line %q ends this heredoc", tag)
		d.Incomplete = true
		d.Help = "the terminator stands alone at the start of a line"
		if h.indented {
			d.Help = "the terminator stands alone on a line"
		}
		l.stop()
		return true
	} else if !known {
		l.view.heredocs[l.pos] = h
	}
	l.pos = i
	return true
}

// locate finds the body of a heredoc whose tag ends at offset: it begins after the line, or after the bodies that
// already begin there.
func (l *lexing) locate(h *heredoc, tag string, offset int) bool {
	if l.hereLine < offset {
		line := strings.IndexByte(l.text[offset:], '\n')
		if line < 0 {
			return l.locateOutside(h, tag)
		}
		l.hereLine = offset + line
		l.hereEnd = l.hereLine + 1
	}
	h.start = l.hereEnd
	for at := h.start; at < len(l.text); {
		end := strings.IndexByte(l.text[at:], '\n')
		next := at + end + 1
		if end < 0 {
			next = len(l.text)
			end = next - at
		}
		line := strings.TrimSuffix(l.text[at:at+end], "\r")
		if h.indented {
			line = strings.TrimLeft(line, " \t")
		}
		if line == tag {
			if h.indented {
				h.indent = strings.Index(l.text[at:], tag)
			}
			h.end, l.hereEnd = at, next
			return true
		}
		at = next
	}
	if tag == "" && strings.HasSuffix(l.text, "\n") && !h.indented { // the end of the text stands for an empty line
		h.end, l.hereEnd = len(l.text), len(l.text)
		return true
	}
	return false
}

// locateOutside finds the body of a heredoc in the code of a string or substitution that ends on its line: it is in
// the lines of the surrounding text.
func (l *lexing) locateOutside(h *heredoc, tag string) bool {
	if l.outer == nil {
		return false
	}
	return l.outer.locate(h, tag, l.outer.pos)
}

// findHeredocs lexes the code of s///e that holds heredocs, so that their bodies are known before the lines after it are
// lexed.
func (l *lexing) findHeredocs(start, end int) {
	if !strings.Contains(l.text[start:end], "<<") {
		return
	}
	inside := newLexer(l.script, l.view, start, end)
	inside.outer, inside.pkg = l, l.pkg
	l.quietly(func() {
		for inside.next() != tokEOF {
		}
	})
}

// findNested does the same for the code in @{ ... } and ${ ... } of a string.
func (l *lexing) findNested(start, end int) {
	body := l.text[start:end]
	if !strings.Contains(body, "<<") {
		return
	}
	for at := 0; ; {
		i := strings.IndexByte(body[at:], '{')
		if i < 0 {
			return
		}
		at += i + 1
		if at >= 2 && (body[at-2] == '@' || body[at-2] == '$') {
			if close := l.bodyEnd(start+at, '{', '}'); close > 0 && close < end {
				l.findHeredocs(start+at, close)
			}
		}
	}
}

// quietly runs f without keeping its diagnostics: the text will be read again.
func (l *lexing) quietly(f func()) {
	diags, states, cut := l.diags, len(l.states), l.cut
	f()
	l.diags, l.states, l.cut = diags, l.states[:states], cut
}

// body returns the text of a heredoc with line ends of one character and the terminator's indentation taken away.
func (v *view) body(h heredoc) part {
	text := v.text[h.start:h.end]
	crlf := strings.Contains(text, "\r\n")
	if !h.indented && !crlf {
		return part{v, h.start, h.end}
	}
	c := cutter{from: v, base: h.start}
	for at := h.start; at < h.end; {
		next := h.end
		if i := strings.IndexByte(v.text[at:h.end], '\n'); i >= 0 {
			next = at + i + 1
		}
		from := at
		for n := 0; n < h.indent && from < next && (v.text[from] == ' ' || v.text[from] == '\t'); n++ {
			from++
		}
		if crlf && strings.HasSuffix(v.text[from:next], "\r\n") {
			c.keep(from, next-2)
			c.keep(next-1, next)
		} else {
			c.keep(from, next)
		}
		at = next
	}
	copied := c.view()
	return part{copied, 0, len(copied.text)}
}
