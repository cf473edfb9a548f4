package lang

// This file parses literals: quote-like constructs, heredocs, word lists, version strings and <...>.

import (
	"strconv"
	"strings"

	"github.com/alecthomas/participle/v2/lexer"

	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/lang/tree"
)

// literal parses a token that is a literal.
func (p *parser) literal() tree.Expr {
	t := p.next()
	switch t.Type {
	case tokVersion:
		return p.versionString(t)
	case tokHeredoc:
		return p.heredocText(t)
	case tokAngle:
		return p.angle(t)
	case tokPath:
		return p.pathText(t)
	}
	q, ok := splitQuote(t.Value)
	if !ok { // reported by the lexer, which ended the text
		return &tree.Str{Span: p.span(t)}
	}
	body := part{p.view, t.Pos.Offset + q.start, t.Pos.Offset + q.end}
	switch t.Type {
	case tokSingle:
		return p.single(p.span(t), body, q.open, q.close)
	case tokDouble:
		return p.double(p.span(t), body, q.open, q.close)
	case tokWords:
		return p.wordList(p.span(t), body, q)
	case tokQx:
		x := &tree.Qx{Span: p.span(t)}
		if q.open == '\'' {
			x.Command = p.single(p.between(body.start, body.end), body, q.open, q.close)
		} else {
			x.Command = p.double(p.between(body.start, body.end), body, q.open, q.close)
		}
		return x
	case tokMatch, tokQR:
		return p.matchLiteral(t, body, q)
	case tokSubst:
		return p.substitution(t, body, q)
	}
	return p.transliteration(t, body, q)
}

// single returns the string of a quote in which only \\ and the escaped delimiters are escapes.
func (p *parser) single(span source.Span, body part, open, close byte) tree.Expr {
	text := body.String()
	wide := p.wide(text)
	if strings.IndexByte(text, '\\') < 0 && !wide {
		return &tree.Str{Span: span, Value: plainLines(text)}
	}
	b := textBuilder{utf8: wide}
	for i := 0; i < len(text); {
		if c := text[i]; c == '\\' && i+1 < len(text) && (text[i+1] == '\\' || text[i+1] == open || text[i+1] == close) {
			i++
		}
		i += b.source(text[i:])
	}
	return &tree.Str{Span: span, Value: plainLines(b.String()), Wide: b.wide}
}

// plainLines returns text with line ends of one character.
func plainLines(text string) string {
	if strings.IndexByte(text, '\r') < 0 {
		return text
	}
	return strings.ReplaceAll(text, "\r\n", "\n")
}

// double returns the string of a quote that interpolates.
func (p *parser) double(span source.Span, body part, open, close byte) tree.Expr {
	text := body.String()
	if strings.IndexByte(text, '\\') >= 0 && strings.ContainsAny(text, "{[") {
		body = body.without(open, close) // the delimiters may be part of code
	}
	return p.interpolate(span, body, innerString)
}

// wordList returns the list of qw.
func (p *parser) wordList(span source.Span, body part, q quoted) tree.Expr {
	list := &tree.List{Span: span, Paren: true}
	for i := body.start; i < body.end; {
		if isBlank(p.view.text[i]) {
			i++
			continue
		}
		from := i
		for i < body.end && !isBlank(p.view.text[i]) {
			i++
		}
		list.Items = append(list.Items, p.single(p.between(from, i), part{p.view, from, i}, q.open, q.close))
	}
	return list
}

// versionString returns the characters of v1.2.3.
func (p *parser) versionString(t *lexer.Token) tree.Expr {
	b := textBuilder{}
	for _, number := range strings.Split(strings.TrimPrefix(t.Value, "v"), ".") {
		n, _ := strconv.Atoi(strings.ReplaceAll(number, "_", ""))
		b.char(rune(n))
	}
	return &tree.Str{Span: p.span(t), Value: b.String(), Wide: b.wide}
}

// heredocText returns the text of a heredoc.
func (p *parser) heredocText(t *lexer.Token) tree.Expr {
	h, ok := p.view.heredocs[t.Pos.Offset]
	if !ok {
		return &tree.Str{Span: p.span(t)}
	}
	body := p.view.body(h)
	if h.raw {
		text := body.String()
		b := textBuilder{utf8: p.wide(text)}
		for i := 0; i < len(text); {
			i += b.source(text[i:])
		}
		return &tree.Str{Span: p.span(t), Value: b.String(), Wide: b.wide}
	}
	if strings.Contains(t.Value, "`") {
		return &tree.Qx{Span: p.span(t), Command: p.interpolate(p.span(t), body, innerString)}
	}
	return p.interpolate(p.span(t), body, innerString)
}

// pathText returns a string that is a Windows path: its backslashes are literal.
func (p *parser) pathText(t *lexer.Token) tree.Expr {
	x := p.interpolate(p.span(t), part{p.view, t.Pos.Offset + 1, end(t) - 1}, innerPath)
	switch x := x.(type) {
	case *tree.Str:
		x.Path = true
	case *tree.Interp:
		x.Path = true
	}
	return x
}

// angle returns what <...> reads: lines of a handle, or file names.
func (p *parser) angle(t *lexer.Token) tree.Expr {
	text := t.Value[1 : len(t.Value)-1]
	span, inside := p.span(t), p.between(t.Pos.Offset+1, end(t)-1)
	switch {
	case text == "" || text == "<>":
		return &tree.ReadLine{Span: span}
	case text[0] == '$' && len(text) > 1 && isName(text[1:]):
		return &tree.ReadLine{Span: span, Handle: &tree.Var{Span: inside, Sigil: '$', Name: text[1:]}}
	case isName(text):
		return &tree.ReadLine{Span: span, Handle: &tree.Bareword{Span: inside, Name: text}}
	}
	return &tree.Glob{Span: span, Pattern: p.interpolate(inside, part{p.view, t.Pos.Offset + 1, end(t) - 1}, innerString)}
}

// isName reports whether text is a possibly qualified name.
func isName(text string) bool {
	for i := 0; i < len(text); i++ {
		if !isWord(text[i]) && text[i] != ':' {
			return false
		}
	}
	return text != "" && !isDigit(text[0])
}
