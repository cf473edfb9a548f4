package lang

// This file parses variables, dereferences and declarations of variables.

import (
	"strings"

	"github.com/alecthomas/participle/v2/lexer"

	"github.com/smrscript/smrscript/lang/diag"
	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/lang/tree"
)

// variable returns the variable of a token; blanks and braces of ${ name } are left out of its name.
func (p *parser) variable(t *lexer.Token) *tree.Var {
	sigil, name := t.Value[0], t.Value[1:]
	if sigil == '$' && len(name) > 1 && name[0] == '#' {
		sigil, name = '#', name[1:]
	}
	if name == "" { // %::: and its like
		p.errorf(p.span(t), diag.UnexpectedToken, "%q has no name behind it", t.Value)
		return &tree.Var{Span: p.span(t), Sigil: sigil, Name: "_"}
	}
	if isBlank(name[0]) {
		name = strings.TrimSpace(name)
	}
	if len(name) > 2 && name[0] == '{' {
		name = strings.TrimSpace(name[1 : len(name)-1])
	}
	if len(name) > 2 && strings.IndexByte(name, '\'') > 0 {
		name = strings.ReplaceAll(name, "'", "::")
	}
	if strings.HasPrefix(name, "::") {
		name = "main" + name
	}
	return &tree.Var{Span: p.span(t), Sigil: sigil, Name: name}
}

// variableTerm parses a variable with its own subscript.
func (p *parser) variableTerm() tree.Expr {
	t := p.next()
	v := p.variable(t)
	return p.subscripted(v.Sigil, v.Span, func(sigil byte) tree.Expr {
		if sigil == v.Sigil {
			return v
		}
		return &tree.Var{Span: v.Span, Sigil: sigil, Name: v.Name}
	})
}

// subscripted parses the subscript that belongs to a sigil: $x[ ] is an element of @x, @x{ } a slice of %x. of returns
// the container with another sigil.
func (p *parser) subscripted(sigil byte, span source.Span, of func(sigil byte) tree.Expr) tree.Expr {
	t := p.peek()
	switch {
	case sigil != '$' && sigil != '@' && sigil != '%' && !(sigil == '*' && t.Type == tokLSubscript):
		return of(sigil)
	case t.Type == tokLIndex:
		index := p.index()
		full := span.To(p.since(t.Pos.Offset))
		switch sigil {
		case '$':
			return &tree.Elem{Span: full, Array: of('@'), Index: index}
		case '@':
			return &tree.Slice{Span: full, Of: of('@'), Index: index}
		}
		return &tree.Slice{Span: full, Of: of('@'), Index: index, Pairs: true}
	case t.Type == tokLSubscript:
		key := p.key()
		full := span.To(p.since(t.Pos.Offset))
		switch sigil {
		case '$':
			return &tree.HashElem{Span: full, Hash: of('%'), Key: key}
		case '*':
			return &tree.HashElem{Span: full, Hash: of('*'), Key: key}
		case '@':
			return &tree.Slice{Span: full, Of: of('%'), Index: key}
		}
		return &tree.Slice{Span: full, Of: of('%'), Index: key, Pairs: true}
	}
	return of(sigil)
}

// index parses [ ... ] of a subscript.
func (p *parser) index() tree.Expr {
	open := p.next()
	if p.peek().Type == tokRBracket {
		p.fail(p.peek(), diag.MissingOperand, "a subscript is empty").Expected = []string{"an index"}
		p.bail()
	}
	x := p.expr()
	p.expect(tokRBracket, open)
	return x
}

// key parses { ... } of a subscript.
func (p *parser) key() tree.Expr {
	open := p.next()
	p.braces++
	if p.peek().Type == tokRBrace {
		p.fail(p.peek(), diag.MissingOperand, "a subscript is empty").Expected = []string{"a key"}
		p.bail()
	}
	x := p.expr()
	if p.peek().Type == tokSemi && p.peekAt(1) == tokRBrace {
		p.next()
	}
	p.expect(tokRBrace, open)
	p.braces--
	return x
}

// castTerm parses a sigil before a reference: $$r, @{ ... }, $#{ ... }, &$f, with its own subscript.
func (p *parser) castTerm() tree.Expr {
	reference := p.wantsSub()
	t := p.next()
	sigil := t.Value[0]
	if t.Value == "$#" {
		sigil = '#'
	}
	inner := p.castOperand(t)
	if x, ok := inner.(*namedElement); ok {
		return x.Expr
	}
	span := p.since(t.Pos.Offset)
	if sigil == '&' && (!reference || p.peek().Type == tokLParen) {
		return p.callRef(&tree.CallRef{Span: span, Fn: inner, Amp: true})
	}
	return p.subscripted(sigil, span, func(sigil byte) tree.Expr {
		return &tree.Deref{Span: span, Sigil: sigil, X: inner}
	})
}

// A namedElement is what ${name[1]} gives: an element, with nothing left to dereference.
type namedElement struct{ tree.Expr }

// castOperand parses what a cast applies to: a scalar without subscripts, another cast, or a block.
func (p *parser) castOperand(cast *lexer.Token) tree.Expr {
	p.enter()
	defer p.leave()
	switch t := p.peek(); t.Type {
	case tokVar:
		if t.Value[0] == '$' {
			p.next()
			return p.variable(t)
		}
	case tokCast:
		if t.Value == "$" {
			p.next()
			inner := p.castOperand(t)
			return &tree.Deref{Span: p.since(t.Pos.Offset), Sigil: '$', X: inner}
		}
	case tokLDeref:
		return p.derefBlock(cast, t)
	}
	t := p.peek()
	if t.EOF() {
		p.atEnd("a variable name after " + describe(cast))
		p.bail()
	}
	d := p.fail(t, diag.BadVariable, "a variable name is missing after %s", describe(cast))
	d.Expected = []string{"a name"}
	p.bail()
	return nil
}

// derefBlock parses { ... } after a cast: the reference that its value is.
func (p *parser) derefBlock(cast, open *lexer.Token) tree.Expr {
	p.next()
	if word := p.peek(); word.Type == tokIdent && (p.peekAt(1) == tokLIndex || p.peekAt(1) == tokLSubscript) && len(cast.Value) == 1 {
		p.next()
		span := p.span(word)
		x := p.subscripted(cast.Value[0], span, func(sigil byte) tree.Expr {
			return &tree.Var{Span: span, Sigil: sigil, Name: word.Value}
		})
		p.expect(tokRBrace, open)
		return &namedElement{x}
	}
	b := p.blockRest(open)
	if len(b.Stmts) == 1 {
		if s, ok := b.Stmts[0].(*tree.ExprStmt); ok {
			if word, ok := s.X.(*tree.Bareword); ok {
				return &tree.Str{Span: word.Span, Value: word.Name}
			}
			return s.X
		}
	}
	return &tree.DoBlock{Block: b}
}

// declare parses my, our and state with their variables.
func (p *parser) declare() tree.Expr {
	word := p.next()
	d := &tree.Decl{Kind: word.Value}
	if t := p.peek(); t.Type == tokIdent && p.peekAt(1) == tokVar {
		p.next() // my Class $x: the class says nothing at run time
	}
	if open := p.peek(); p.accept(tokLParen) {
		d.Paren = true
		p.declareList(d, open)
	} else {
		d.Vars = []*tree.Var{p.declaredVar(word)}
	}
	d.Span = p.since(word.Pos.Offset)
	for p.peek().Type == tokColon && p.peekAt(1) == tokIdent { // my $x :shared says nothing without threads
		p.next()
		p.next()
	}
	return d
}

// declareList parses the variables between the parentheses of a declaration.
func (p *parser) declareList(d *tree.Decl, open *lexer.Token) {
	for {
		switch t := p.peek(); {
		case t.Type == tokRParen:
			p.next()
			return
		case t.Type == tokComma:
			p.next()
			continue
		case t.Type == tokFunc && t.Value == "undef":
			p.next()
			d.Vars = append(d.Vars, nil)
		case t.EOF(), t.Type == tokSemi:
			p.unclosed(open)
		default:
			d.Vars = append(d.Vars, p.declaredVar(open))
		}
		if t := p.peek().Type; t != tokComma && t != tokRParen {
			p.unexpected(`","`, `")"`)
		}
	}
}

// declaredVar parses a variable that is declared.
func (p *parser) declaredVar(word *lexer.Token) *tree.Var {
	t := p.peek()
	if t.Type != tokVar || strings.IndexByte("$@%", t.Value[0]) < 0 || strings.HasPrefix(t.Value, "$#") {
		if t.EOF() {
			p.atEnd("a variable")
			p.bail()
		}
		d := p.fail(t, diag.BadDeclaration, "unexpected %s where a variable is declared", describe(t))
		d.Expected = []string{"a variable"}
		if t.Type == tokIdent || t.Type == tokKey || t.Type == tokFunc {
			d.Help = "a variable begins with $, @ or %"
		}
		p.bail()
	}
	p.next()
	v := p.variable(t)
	if word.Value != "our" && strings.Contains(v.Name, "::") {
		p.errorf(v.Span, diag.BadDeclaration, "%s is a package variable and cannot be declared with my", t.Value).Help = "our declares package variables"
	}
	return v
}

// local parses local with what it saves.
func (p *parser) local() tree.Expr {
	word := p.next()
	x := p.binary(precPow + 1)
	return &tree.Local{Span: p.since(word.Pos.Offset), X: x}
}
