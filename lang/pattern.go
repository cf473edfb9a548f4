package lang

// This file parses patterns: m//, qr//, s/// and tr///.

import (
	"strings"
	"unicode/utf8"

	"github.com/alecthomas/participle/v2/lexer"

	"github.com/smrscript/smrscript/lang/diag"
	"github.com/smrscript/smrscript/lang/tree"
)

// pattern returns the pattern text of a body: what it interpolates, with the escapes of regular expressions untouched.
func (p *parser) pattern(body part, q quoted) tree.Expr {
	if q.open == closing(q.open) && q.open != '\\' {
		body = body.without(q.open, q.close)
	}
	span := body.span()
	if q.open == '\'' {
		return &tree.Str{Span: span, Value: body.String()}
	}
	outer := p.extended
	p.extended = strings.Contains(q.flags, "x")
	x := p.interpolate(span, body, innerPattern)
	p.extended = outer
	return x
}

// flags returns the flags of a construct and reports those that it does not take.
func (p *parser) flags(t *lexer.Token, flags string) string {
	allowed := allowedFlags(t.Type)
	for i := 0; i < len(flags); i++ {
		if strings.IndexByte(allowed, flags[i]) < 0 {
			at := end(t) - len(flags) + i
			d := p.errorf(p.between(at, at+1), diag.BadFlag, "%q is no flag here", flags[i:i+1])
			d.Help = "the flags are " + strings.Join(strings.Split(unique(allowed), ""), " ")
			break
		}
	}
	return flags
}

// unique leaves repeated letters out.
func unique(letters string) string {
	var b strings.Builder
	for i := range letters {
		if strings.IndexByte(letters[:i], letters[i]) < 0 {
			b.WriteByte(letters[i])
		}
	}
	return b.String()
}

// matchLiteral parses m// and qr//.
func (p *parser) matchLiteral(t *lexer.Token, body part, q quoted) tree.Expr {
	if t.Type == tokQR {
		return &tree.QR{Span: p.span(t), Pattern: p.pattern(body, q), Flags: p.flags(t, q.flags)}
	}
	return &tree.Match{Span: p.span(t), Pattern: p.pattern(body, q), Flags: p.flags(t, q.flags), Once: q.open == '?'}
}

// substitution parses s///.
func (p *parser) substitution(t *lexer.Token, body part, q quoted) tree.Expr {
	s := &tree.Subst{Span: p.span(t), Pattern: p.pattern(body, q), Flags: p.flags(t, q.flags)}
	second := part{p.view, t.Pos.Offset + q.start2, t.Pos.Offset + q.end2}
	switch {
	case strings.Contains(q.flags, "e"):
		s.Replace = p.code(second.without(q.open2, q.close2))
	case q.open2 == '\'':
		s.Replace = p.single(second.span(), second, q.open2, q.close2)
	default:
		s.Replace = p.double(second.span(), second, q.open2, q.close2)
	}
	return s
}

// code parses the replacement of s///e.
func (p *parser) code(body part) tree.Expr {
	l := newLexer(p.script, body.view, body.start, body.end)
	l.pkg = p.pkg
	var block *tree.Block
	p.enter()
	p.inside(l, func() tree.Expr {
		braces := p.braces
		block = &tree.Block{Span: body.span(), Stmts: p.statements()}
		p.braces = braces
		if !p.peek().EOF() {
			p.unexpected(operator)
		}
		return nil
	})
	p.leave()
	return &tree.DoBlock{Block: block}
}

// codeBegins reports whether the parenthesis at the place begins code in a pattern.
func (in *interpolation) codeBegins() bool {
	rest := in.text[in.pos:]
	return strings.HasPrefix(rest, "(?{") || strings.HasPrefix(rest, "(??{")
}

// code parses code in a pattern: (?{ ... }) and (??{ ... }).
func (in *interpolation) code() {
	in.flush()
	p, start := in.p, in.pos
	brace := start + len("(?")
	x := &tree.PatternCode{Postponed: in.text[brace] == '?'}
	if x.Postponed {
		brace++
	}
	in.b.char('(')
	in.pos++
	in.flush()
	l := newLexer(p.script, in.body.view, brace+1, len(in.text))
	l.pkg, l.code = p.pkg, true
	block := &tree.Block{}
	p.enter()
	p.inside(l, func() tree.Expr {
		braces, extended := p.braces, p.extended
		block.Stmts = p.statements()
		p.braces, p.extended = braces, extended
		if !p.peek().EOF() {
			p.unexpected(operator)
		}
		return nil
	})
	p.leave()
	in.pos = min(l.pos+1, len(in.text))
	x.Span, block.Span = in.span(start, in.pos), in.span(brace, in.pos)
	x.Code = &tree.AnonSub{Span: block.Span, Sub: &tree.Sub{Span: block.Span, Body: block}}
	in.from = in.pos
	in.parts = append(in.parts, x)
}

// transliteration parses tr///.
func (p *parser) transliteration(t *lexer.Token, body part, q quoted) tree.Expr {
	second := part{p.view, t.Pos.Offset + q.start2, t.Pos.Offset + q.end2}
	return &tree.Trans{
		Span:  p.span(t),
		From:  p.transText(body, q.open == '\''),
		To:    p.transText(second, q.open2 == '\''),
		Flags: p.flags(t, q.flags),
	}
}

// transText returns one side of tr/// with its escapes done, as UTF-8 text. A hyphen that is meant as itself is
// written as the range from it to itself, and the character before it too, so that none of them can be
// taken for the sign of another range.
func (p *parser) transText(body part, raw bool) string {
	text := body.String()
	isUtf8 := p.wide(text)
	var b strings.Builder
	last := utf8.RuneError // the character before, unless it ends a range
	for i := 0; i < len(text); {
		r, n, escaped := rune(text[i]), 1, false
		switch {
		case text[i] == '\\' && i+1 < len(text) && !raw:
			if r, n = p.escape(text[i+1:], body.view, body.start+i); n == 0 {
				r, n = rune(text[i+1]), 1
			}
			n, escaped = n+1, true
		case isUtf8 && text[i] >= 0x80:
			r, n = utf8.DecodeRuneInString(text[i:])
		}
		isSign := r == '-' && !escaped && b.Len() > 0 && i+n < len(text)
		switch {
		case isSign:
			b.WriteByte('-')
			last = -1
		case r == '-' && escaped:
			if last >= 0 && last != utf8.RuneError {
				b.WriteByte('-')
				b.WriteRune(last)
			}
			b.WriteString("---")
			last = utf8.RuneError
		default:
			b.WriteRune(r)
			if last == -1 {
				last = utf8.RuneError
			} else {
				last = r
			}
		}
		i += n
	}
	return b.String()
}
