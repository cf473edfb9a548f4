package lang

// This file defines views: text to lex that is the file's own, or a copy of a part of it from which something was
// taken out, such as the backslashes before delimiters or the indentation of a heredoc.

import (
	"sort"
	"strings"

	"github.com/smrscript/smrscript/lang/source"
)

// A view is a text and the way back from its offsets to those of the file.
type view struct {
	text     string
	heredocs map[int]heredoc // by the offset of their <<
	parent   *view           // nil for the file itself
	base     int             // where in parent this view begins
	cuts     []cut           // in order
}

// A cut says that, at and after offset at of the view, skip more bytes of the parent have been left out than before.
type cut struct{ at, skip int }

// origin returns the offset in the file that an offset of the view stands for.
func (v *view) origin(offset int) int {
	for v.parent != nil {
		i := sort.Search(len(v.cuts), func(i int) bool { return v.cuts[i].at > offset })
		if i > 0 {
			offset += v.cuts[i-1].skip
		}
		offset += v.base
		v = v.parent
	}
	return offset
}

// A cutter copies a part of a view piece by piece.
type cutter struct {
	from *view
	base int
	text strings.Builder
	cuts []cut
}

// keep copies the bytes [start, end) of the view; pieces come in order, and what lies between them is left out.
func (c *cutter) keep(start, end int) {
	if start >= end {
		return
	}
	if skip := start - c.base - c.text.Len(); len(c.cuts) == 0 && skip > 0 || len(c.cuts) > 0 && c.cuts[len(c.cuts)-1].skip != skip {
		c.cuts = append(c.cuts, cut{c.text.Len(), skip})
	}
	c.text.WriteString(c.from.text[start:end])
}

// view returns the copy.
func (c *cutter) view() *view {
	return &view{text: c.text.String(), parent: c.from, base: c.base, cuts: c.cuts}
}

// A part is a range of a view.
type part struct {
	view       *view
	start, end int
}

// span returns the range of the file.
func (p part) span() source.Span {
	return source.Span{Start: p.view.origin(p.start), End: p.view.origin(p.end)}
}

func (p part) String() string { return p.view.text[p.start:p.end] }

// without returns the part with the backslashes before the delimiters left out. A zero delimiter matches nothing.
func (p part) without(open, close byte) part {
	text := p.String()
	if open == 0 || !strings.Contains(text, "\\"+string(open)) && !strings.Contains(text, "\\"+string(close)) {
		return p
	}
	c := cutter{from: p.view, base: p.start}
	from := p.start
	for i := p.start; i+1 < p.end; i++ {
		if p.view.text[i] != '\\' {
			continue
		}
		if next := p.view.text[i+1]; next == open || next == close {
			c.keep(from, i)
			from = i + 1
		}
		i++
	}
	c.keep(from, p.end)
	v := c.view()
	return part{v, 0, len(v.text)}
}
