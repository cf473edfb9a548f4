package lang

// This file parses what strings, patterns and commands interpolate.

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/alecthomas/participle/v2/lexer"

	"github.com/smrscript/smrscript/lang/diag"
	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/lang/tree"
)

// An interpolation takes a string apart.
type interpolation struct {
	p        *parser
	mode     innerMode
	body     part
	text     string // of the view
	pos      int
	from     int // where the constant text at hand begins
	b        textBuilder
	parts    []tree.Expr
	frames   []caseFrame
	shot     byte // a \u or \l that waits for its character: 'u', 'l' or 0
	comments bool // the pattern has /x: # begins a comment
	class    int  // where the bracketed class at hand began to have members, 0 outside of one
}

// A caseFrame is an open \U, \L, \F or \Q: the parts before it.
type caseFrame struct {
	kind  byte
	start int
	parts []tree.Expr
	shot  byte // a \u or \l that applies to the whole
}

// interpolate returns the string that a body stands for: a *Str when it is constant, else an *Interp.
func (p *parser) interpolate(span source.Span, body part, mode innerMode) tree.Expr {
	p.enter()
	defer p.leave()
	text := body.String()
	isUtf8 := p.wide(text)
	if !strings.ContainsAny(text, "\\$@\r(") && !isUtf8 {
		return &tree.Str{Span: span, Value: text}
	}
	in := &interpolation{p: p, mode: mode, comments: mode == innerPattern && p.extended, body: body, text: body.view.text[:body.end], pos: body.start, from: body.start}
	in.b.utf8 = isUtf8
	in.run()
	for len(in.frames) > 0 {
		in.closeFrame()
	}
	in.flush()
	return in.result(span)
}

// result returns the parts as one expression.
func (in *interpolation) result(span source.Span) tree.Expr {
	pattern := in.mode == innerPattern
	switch {
	case len(in.parts) == 0:
		return &tree.Str{Span: span}
	case len(in.parts) == 1:
		if s, ok := in.parts[0].(*tree.Str); ok {
			s.Span = span
			return s
		}
	}
	return &tree.Interp{Span: span, Parts: in.parts, Pattern: pattern}
}

// run reads the body to its end.
func (in *interpolation) run() {
	for in.pos < len(in.text) {
		switch c := in.text[in.pos]; {
		case c == '\\':
			in.backslash()
		case c == '$' && in.scalarBegins():
			in.variable('$')
		case c == '@' && in.arrayBegins():
			in.variable('@')
		case c == '\r' && in.byteAt(1) == '\n' && !in.mode.literal():
			in.pos++
		case c == '(' && in.mode == innerPattern && in.codeBegins():
			in.code()
		case c == '#' && in.comments && in.class == 0:
			in.comment()
		case c == '[' && in.comments && in.class == 0:
			in.class = in.pos + 1
			if in.byteAt(1) == '^' {
				in.class++
			}
			in.constant()
		case c == ']' && in.class > 0 && in.pos > in.class:
			in.class = 0
			in.constant()
		default:
			in.constant()
		}
	}
}

// comment adds a comment of a pattern with /x as it stands: nothing is interpolated in it.
func (in *interpolation) comment() {
	for in.pos < len(in.text) && in.text[in.pos] != '\n' {
		in.constant()
	}
}

// constant adds a character of the body as it stands.
func (in *interpolation) constant() {
	if in.shot == 0 {
		in.pos += in.b.source(in.text[in.pos:])
		return
	}
	one := textBuilder{utf8: in.b.utf8}
	in.pos += one.source(in.text[in.pos:])
	r := rune(one.buf[0])
	if one.wide {
		r, _ = utf8.DecodeRune(one.buf)
	}
	in.char(r)
}

// char adds a character, in the case that a \u or \l before it asks for.
func (in *interpolation) char(r rune) {
	if r < 0x80 || r >= 0x100 || in.b.utf8 { // bytes have no case beyond ASCII
		r = recase(r, in.shot)
	}
	in.b.char(r)
	in.shot = 0
}

func (in *interpolation) byteAt(n int) byte {
	if in.pos+n < len(in.text) {
		return in.text[in.pos+n]
	}
	return 0
}

// scalarBegins reports whether the dollar sign at the place begins a variable.
func (in *interpolation) scalarBegins() bool {
	next := in.byteAt(1)
	if in.pos+1 >= len(in.text) {
		if in.mode == innerString {
			in.finalDollar()
		}
		return false
	}
	switch {
	case isWord(next) || next >= 0x80 && in.b.utf8:
		return true
	case next == '{':
		return !in.mode.literal() || strings.IndexByte(in.text[in.pos:], '}') > 0
	case next == ':':
		return in.byteAt(2) == ':' && isFirst(in.byteAt(3)) || in.mode == innerString && in.byteAt(2) != ':'
	case in.mode.literal():
		return next == '$' && isFirst(in.byteAt(2))
	case next == '$':
		return true
	case isBlank(next) || next < ' ':
		return false
	case next == '#':
		after := in.byteAt(2)
		return after == '{' || after == '$' || isFirst(after) || in.mode == innerString && (after == '-' || after == '+')
	case in.mode == innerPattern:
		return strings.IndexByte("()|]*?", next) < 0 && (strings.IndexByte("+-", next) < 0 || in.byteAt(2) == '[' || in.byteAt(2) == '{') &&
			(next != '^' || isFirst(in.byteAt(2)))
	}
	return next < 0x7f && next != '*' && (next != '^' || isFirst(in.byteAt(2)))
}

// finalDollar reports a dollar sign at the end of a string, as perl does.
func (in *interpolation) finalDollar() {
	d := in.p.errorf(in.span(in.pos, in.pos+1), diag.BadVariable, "a dollar sign at the end of a string begins no variable")
	d.Help = `write \$`
}

// arrayBegins reports whether the at sign at the place begins an array.
func (in *interpolation) arrayBegins() bool {
	next := in.byteAt(1)
	switch {
	case in.mode.literal():
		return next == '{' && strings.IndexByte(in.text[in.pos:], '}') > 0
	case isWord(next) || next >= 0x80 && in.b.utf8:
		return true
	case next == '{' || next == '$':
		return true
	case next == ':':
		return in.byteAt(2) == ':' && isFirst(in.byteAt(3))
	}
	return in.mode == innerString && (next == '-' || next == '+')
}

// span returns the range of the file for two offsets of the body's view.
func (in *interpolation) span(start, end int) source.Span {
	return source.Span{Start: in.body.view.origin(start), End: in.body.view.origin(end)}
}

// flush makes a part of the constant text at hand.
func (in *interpolation) flush() {
	if len(in.b.buf) > 0 {
		in.parts = append(in.parts, &tree.Str{Span: in.span(in.from, in.pos), Value: in.b.String(), Wide: in.b.wide})
		in.b.buf, in.b.wide = nil, false
	}
	in.from = in.pos
}

// variable parses the variable at the place.
func (in *interpolation) variable(sigil byte) {
	in.flush()
	var x tree.Expr
	if x = in.simple(sigil); x == nil {
		x, in.pos = in.p.interpolated(in.body.view, in.pos, len(in.text), in.mode)
	}
	in.from = in.pos
	if listValued(x) {
		x = &tree.JoinArray{Span: x.Range(), X: x}
	}
	if in.shot != 0 {
		x = &tree.Func{Span: x.Range(), Name: shotFunction(in.shot), Args: []tree.Expr{x}}
		in.shot = 0
	}
	in.parts = append(in.parts, x)
}

// simple parses $name and @name without subscripts; nil when there is more to it.
func (in *interpolation) simple(sigil byte) tree.Expr {
	i := in.pos + 1
	if i >= len(in.text) || !isFirst(in.text[i]) {
		return nil
	}
	for i < len(in.text) && isWord(in.text[i]) {
		i++
	}
	if i < len(in.text) {
		switch c := in.text[i]; {
		case c == '[' || c == '{' || c == ':' || c == '\'' || c >= 0x80:
			return nil
		case c == '-' && i+1 < len(in.text) && in.text[i+1] == '>':
			return nil
		}
	}
	v := &tree.Var{Span: in.span(in.pos, i), Sigil: sigil, Name: in.text[in.pos+1 : i]}
	in.pos = i
	return v
}

// listValued tells what is joined with $" inside a string.
func listValued(x tree.Expr) bool {
	switch x := x.(type) {
	case *tree.Var:
		return x.Sigil == '@'
	case *tree.Deref:
		return x.Sigil == '@'
	case *tree.Slice:
		return !x.Pairs
	}
	return false
}

// interpolated parses the variable at an offset of a view with the subscripts that belong to it, and returns where it
// ends.
func (p *parser) interpolated(v *view, offset, limit int, mode innerMode) (tree.Expr, int) {
	l := newInner(p.script, v, offset, limit, mode, p.pkg)
	x := p.inside(l, func() tree.Expr {
		x := p.postfix(p.primary())
		if !p.peek().EOF() {
			p.unexpected("the end of the variable")
		}
		return x
	})
	return x, max(l.pos, offset+1)
}

// inside runs a production over the tokens of another lexer.
func (p *parser) inside(l *lexing, production func() tree.Expr) tree.Expr {
	lex, v, lastEnd, form := p.lex, p.view, p.lastEnd, p.form
	tokens, _ := lexer.Upgrade(l)
	p.lex, p.view, p.lastEnd, p.form = tokens, l.view, l.pos, false
	p.inner++
	x := production()
	p.inner--
	p.lex, p.view, p.lastEnd, p.form = lex, v, lastEnd, form
	return x
}

// shotFunction returns the function that \u and \l stand for.
func shotFunction(shot byte) string {
	if shot == 'u' {
		return "ucfirst"
	}
	return "lcfirst"
}

// openFrame begins \U, \L, \F or \Q.
func (in *interpolation) openFrame(kind byte) {
	start := in.pos
	in.pos += 2
	in.flush()
	if n := len(in.frames); n > 0 && kind != 'Q' && in.frames[n-1].kind != 'Q' {
		in.closeFrame() // \L ends \U and the other way round
	}
	f := caseFrame{kind: kind, start: start, parts: in.parts, shot: in.shot}
	if next := in.byteAt(1); in.byteAt(0) == '\\' && kind != 'Q' && (next == 'u' || next == 'l') && f.shot == 0 {
		f.shot = next
		in.pos += 2
		in.from = in.pos
	}
	in.frames, in.parts, in.shot = append(in.frames, f), nil, 0
}

// closeFrame ends the innermost \U, \L, \F or \Q.
func (in *interpolation) closeFrame() {
	in.flush()
	f := in.frames[len(in.frames)-1]
	in.frames = in.frames[:len(in.frames)-1]
	span := in.span(f.start, in.pos)
	inner := in.parts
	in.parts = f.parts
	if len(inner) == 0 {
		return
	}
	var x tree.Expr
	s, constant := inner[0].(*tree.Str)
	if constant = constant && len(inner) == 1 && (s.Wide || isASCII(s.Value)); constant {
		s.Value = foldCase(s.Value, f.kind, s.Wide)
		if f.shot != 0 {
			s.Value = foldFirst(s.Value, f.shot)
		}
		s.Span, x = span, s
	} else {
		x = &tree.Func{Span: span, Name: frameFunction(f.kind), Args: []tree.Expr{&tree.Interp{Span: span, Parts: inner}}}
		if f.shot != 0 {
			x = &tree.Func{Span: span, Name: shotFunction(f.shot), Args: []tree.Expr{x}}
		}
	}
	in.parts = append(in.parts, x)
}

// frameFunction returns the function that a case escape stands for.
func frameFunction(kind byte) string {
	switch kind {
	case 'U':
		return "uc"
	case 'L':
		return "lc"
	case 'F':
		return "fc"
	}
	return "quotemeta"
}

// foldCase applies \U, \L, \F or \Q to constant text.
func foldCase(text string, kind byte, wide bool) string {
	var b strings.Builder
	if kind == 'Q' {
		for i := 0; i < len(text); i++ {
			if c := text[i]; !isWord(c) && (c < 0x80 || !wide) {
				b.WriteByte('\\')
			}
			b.WriteByte(text[i])
		}
		return b.String()
	}
	if wide {
		if kind == 'U' {
			return strings.ToUpper(text)
		}
		return strings.ToLower(text)
	}
	for i := 0; i < len(text); i++ {
		c := text[i]
		if isLetter(c) {
			if c |= 0x20; kind == 'U' {
				c ^= 0x20
			}
		}
		b.WriteByte(c)
	}
	return b.String()
}

// foldFirst applies \u or \l to the first character of constant text.
func foldFirst(text string, shot byte) string {
	r, size := utf8.DecodeRuneInString(text)
	if size > 0 && (r < utf8.RuneSelf || unicode.IsLetter(r)) {
		return string(recase(r, shot)) + text[size:]
	}
	return text
}
