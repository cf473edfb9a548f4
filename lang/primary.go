package lang

// This file parses terms.

import (
	"strconv"
	"strings"

	"github.com/alecthomas/participle/v2/lexer"

	"github.com/smrscript/smrscript/lang/diag"
	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/lang/tree"
)

// primary parses a term without what follows it.
func (p *parser) primary() tree.Expr {
	t := p.peek()
	switch t.Type {
	case tokVar, tokHandleVar:
		return p.variableTerm()
	case tokCast:
		return p.castTerm()
	case tokNumber:
		p.next()
		if module := p.pragmasAt(p.view.origin(t.Pos.Offset)).numbers; module != "" {
			text := &tree.Str{Span: p.span(t), Value: t.Value}
			return &tree.Call{Span: p.span(t), Name: module + "::_number", Parens: true, Args: []tree.Expr{text}}
		}
		return &tree.Num{Span: p.span(t), Text: t.Value}
	case tokSingle, tokDouble, tokPath, tokWords, tokMatch, tokSubst, tokTrans, tokQR, tokQx, tokHeredoc, tokVersion, tokAngle:
		return p.literal()
	case tokLParen:
		p.next()
		x := p.parenList(t)
		if list := x.(*tree.List); p.form && len(list.Items) == 1 {
			return list.Items[0] // a condition of the command language in parentheses
		}
		return x
	case tokLBracket:
		p.next()
		a := &tree.AnonArray{}
		if p.peek().Type != tokRBracket {
			a.Items = itemsOf(p.expr())
		}
		p.expect(tokRBracket, t)
		a.Span = p.since(t.Pos.Offset)
		return a
	case tokLHash:
		return p.anonHash()
	case tokFunc:
		return p.function()
	case tokIdent:
		return p.word()
	case tokKey:
		p.next()
		return &tree.Str{Span: p.span(t), Value: t.Value, Wide: p.wide(t.Value)}
	case tokSub:
		return p.ampersand()
	case tokTest:
		return p.fileTest()
	case tokCommand:
		return p.command()
	case tokHandleWord:
		p.next()
		return &tree.Bareword{Span: p.span(t), Name: t.Value}
	}
	return p.keywordTerm(t)
}

// keywordTerm parses a term that begins with a reserved word.
func (p *parser) keywordTerm(t *lexer.Token) tree.Expr {
	switch t.Type {
	case kwMy, kwOur, kwState:
		return p.declare()
	case kwLocal:
		return p.local()
	case kwSub:
		if next := p.peekAt(1); next != tokLBlock && next != tokLParen && next != tokProto && next != tokAttr && next != tokName {
			p.missingName()
			p.bail()
		}
		return p.anonSub()
	case kwDo, kwEval:
		return p.blockTerm()
	case kwReturn:
		p.next()
		r := &tree.Return{}
		if begins[at(p.peek().Type)] {
			r.X = p.list()
		}
		r.Span = p.since(t.Pos.Offset)
		return r
	case kwNext, kwGoto:
		return p.jump()
	case kwRequire:
		return p.require()
	case kwToken:
		return p.special()
	case tokLBlock:
		d := p.fail(t, diag.MissingOperand, "unexpected %s where an operand is expected", describe(t))
		p.explain(t, d)
		p.bail()
	}
	p.unexpected(operand)
	return nil
}

// anonHash parses { ... } as an operand.
func (p *parser) anonHash() tree.Expr {
	open := p.next()
	p.braces++
	h := &tree.AnonHash{}
	if p.peek().Type != tokRBrace {
		h.Items = itemsOf(p.expr())
	}
	p.expect(tokRBrace, open)
	p.braces--
	h.Span = p.since(open.Pos.Offset)
	return h
}

// blockTerm parses do and eval, each with a block or an expression.
func (p *parser) blockTerm() tree.Expr {
	word := p.next()
	if p.peek().Type == tokLBlock {
		b := p.block()
		b.Span = p.since(word.Pos.Offset)
		if word.Type == kwDo {
			return &tree.DoBlock{Block: b}
		}
		return &tree.EvalBlock{Block: b}
	}
	f := &tree.Func{Name: word.Value}
	switch {
	case p.peek().Type == tokLParen:
		f.Args, f.Parens = p.args(), true
	case begins[at(p.peek().Type)]:
		f.Args = []tree.Expr{p.binary(precNamed + 1)}
	case word.Type == kwDo:
		p.unexpected("a block", operand)
	}
	f.Span = p.since(word.Pos.Offset)
	return f
}

// jump parses next, last, redo and goto.
func (p *parser) jump() tree.Expr {
	word := p.next()
	j := &tree.Jump{Kind: word.Value}
	if j.Kind == "break" || j.Kind == "continue" {
		return p.leaveTopic(word)
	}
	t := p.peek()
	switch {
	case t.Type == tokName:
		p.next()
		j.Label = t.Value
	case t.Type == tokSub && word.Type == kwGoto:
		p.next()
		j.Dynamic = &tree.Var{Span: p.span(t), Sigil: '&', Name: subNameOf(t.Value)}
	case t.Type == tokCast && t.Value == "&" && word.Type == kwGoto:
		p.next()
		inner := p.castOperand(t)
		j.Dynamic = &tree.Deref{Span: p.since(t.Pos.Offset), Sigil: '&', X: inner}
	case begins[at(t.Type)]:
		j.Dynamic = p.assign()
	case word.Type == kwGoto:
		p.unexpected("a label", `"&"`)
	}
	j.Span = p.since(word.Pos.Offset)
	return j
}

// subNameOf returns the name in &name.
func subNameOf(text string) string {
	name := strings.ReplaceAll(strings.TrimLeft(text[1:], " "), "'", "::")
	if strings.HasPrefix(name, "::") {
		return "main" + name
	}
	return name
}

// require parses require with a module, a version or an expression.
func (p *parser) require() tree.Expr {
	word := p.next()
	f := &tree.Func{Name: "require"}
	switch t := p.peek(); {
	case t.Type == tokIdent || t.Type == tokFunc && p.peekAt(1) != tokLParen:
		p.next()
		f.Args = []tree.Expr{&tree.Bareword{Span: p.span(t), Name: className(t.Value)}}
	case t.Type == tokVersion: // a version of perl
		p.next()
		f.Args = []tree.Expr{&tree.Num{Span: p.span(t), Text: "5"}}
	case begins[at(t.Type)]:
		f.Args = []tree.Expr{p.binary(precNamed + 1)}
	}
	f.Span = p.since(word.Pos.Offset)
	return f
}

// special parses __FILE__ and its kin.
func (p *parser) special() tree.Expr {
	t := p.next()
	span := p.span(t)
	if p.peek().Type == tokLParen && p.peekAt(1) == tokRParen {
		p.next()
		p.next()
	}
	switch t.Value {
	case "__FILE__":
		return &tree.Str{Span: span, Value: p.file.NameAt(span.Start)}
	case "__LINE__":
		return &tree.Num{Span: span, Text: strconv.Itoa(p.file.Line(span.Start))}
	case "__PACKAGE__":
		return &tree.Str{Span: span, Value: p.pkg}
	}
	return &tree.Func{Span: span, Name: t.Value}
}

// ampersand parses &name, &name(...), and the plain name of a sub after \, defined and exists.
func (p *parser) ampersand() tree.Expr {
	reference := p.wantsSub()
	t := p.next()
	name := subNameOf(t.Value)
	if p.peek().Type == tokLParen {
		c := &tree.Call{Name: name, Args: p.args(), Parens: true, Amp: true}
		c.Span = p.since(t.Pos.Offset)
		return c
	}
	if reference {
		return &tree.Var{Span: p.span(t), Sigil: '&', Name: name}
	}
	return &tree.Call{Span: p.span(t), Name: name, Amp: true, NoArgs: true}
}

// wantsSub reports whether the token before the place takes a sub itself, not the value of a call.
func (p *parser) wantsSub() bool {
	c := p.lex.RawCursor()
	for c > 0 {
		c--
		switch t := p.lex.Range(c, c+1)[0]; t.Type {
		case tokLParen:
			continue
		case opBack:
			return true
		case tokFunc:
			return t.Value == "defined" || t.Value == "exists" || t.Value == "undef"
		default:
			return false
		}
	}
	return false
}

// fileTest parses -e with its operand.
func (p *parser) fileTest() tree.Expr {
	t := p.next()
	f := &tree.FileTest{Op: t.Value[1]}
	if begins[at(p.peek().Type)] {
		x := p.binary(precNamed + 1)
		if list, ok := x.(*tree.List); ok && list.Paren && len(list.Items) == 1 {
			x = list.Items[0]
		}
		f.X = x
	}
	f.Span = p.since(t.Pos.Offset)
	return f
}

// wide reports whether text holds characters beyond ASCII that count as characters.
func (p *parser) wide(text string) bool {
	for i := 0; i < len(text); i++ {
		if text[i] >= 0x80 {
			return p.pragmasAt(p.view.origin(p.lastEnd)).utf8
		}
	}
	return false
}

// emptyAt returns the empty range at an offset of the view.
func (p *parser) emptyAt(offset int) source.Span { return p.between(offset, offset) }
