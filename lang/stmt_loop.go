package lang

// This file parses loops, bare blocks and try.

import (
	"github.com/alecthomas/participle/v2/lexer"

	"github.com/smrscript/smrscript/lang/diag"
	"github.com/smrscript/smrscript/lang/tree"
)

// loop parses what a label may stand before; start is where the statement begins.
func (p *parser) loop(label string, start int) tree.Stmt {
	t := p.peek()
	switch t.Type {
	case tokLBlock:
		s := &tree.Bare{Label: label, Body: p.block()}
		s.Continue = p.continueBlock()
		s.Span = p.since(start)
		return s
	case kwFor:
		return p.forLoop(label, start)
	}
	p.next()
	cond, isForm := p.condition(t)
	if isForm {
		s := &tree.While{Label: label, Until: t.Type == kwUntil, Cond: cond}
		s.Body = p.formBody(t, "DO")
		p.formEnd(t)
		s.Span = p.since(start)
		return s
	}
	s := &tree.While{Label: label, Until: t.Type == kwUntil, Cond: cond, Body: p.block()}
	s.Continue = p.continueBlock()
	s.Span = p.since(start)
	return s
}

// continueBlock parses continue { ... }, nil when there is none.
func (p *parser) continueBlock() *tree.Block {
	if !p.accept(kwContinue) {
		return nil
	}
	return p.block()
}

// forLoop parses every form of for.
func (p *parser) forLoop(label string, start int) tree.Stmt {
	word := p.next()
	s := &tree.Foreach{Label: label}
	switch t := p.peek(); t.Type {
	case kwMy, kwOur, kwState:
		s.Decl = p.next().Value
		s.Vars = p.loopVars()
	case tokVar:
		if t.Value[0] != '$' {
			p.fail(t, diag.BadDeclaration, "a loop variable is a scalar, not %s", t.Value).Help = "for my $x (LIST)"
			p.bail()
		}
		p.next()
		s.Vars = []*tree.Var{p.variable(t)}
		if p.peek().Type == opAssign {
			return p.forTo(word, s.Vars[0])
		}
	case tokLParen:
		return p.forParen(s, start)
	default:
		p.unexpected(`"("`, "a variable")
	}
	open := p.peek()
	if open.Type != tokLParen {
		p.unexpected(`"("`)
	}
	p.next()
	s.List = p.parenList(open)
	return p.foreachBody(s, start)
}

// loopVars parses the declared variable of a loop, or several in parentheses.
func (p *parser) loopVars() []*tree.Var {
	open := p.peek()
	several := p.accept(tokLParen)
	var vars []*tree.Var
	for {
		t := p.peek()
		if t.Type != tokVar || t.Value[0] != '$' {
			p.unexpected("a scalar variable")
		}
		p.next()
		vars = append(vars, p.variable(t))
		if !several {
			return vars
		}
		if p.accept(tokComma); p.peek().Type == tokRParen {
			p.next()
			return vars
		}
		if p.peek().EOF() {
			p.unclosed(open)
		}
	}
}

// parenList parses a possibly empty list up to the closing parenthesis.
func (p *parser) parenList(open *lexer.Token) tree.Expr {
	if p.peek().Type == tokRParen {
		p.next()
		return &tree.List{Span: p.since(open.Pos.Offset), Paren: true}
	}
	x := p.expr()
	p.expect(tokRParen, open)
	if list, ok := x.(*tree.List); ok && !list.Paren {
		list.Paren, list.Span = true, p.since(open.Pos.Offset)
		return list
	}
	return &tree.List{Span: p.since(open.Pos.Offset), Items: []tree.Expr{x}, Paren: true}
}

func (p *parser) foreachBody(s *tree.Foreach, start int) tree.Stmt {
	p.topicLoop(s, start)
	s.Continue = p.continueBlock()
	s.Span = p.since(start)
	return s
}

// forParen parses for (LIST) and for (A; B; C).
func (p *parser) forParen(s *tree.Foreach, start int) tree.Stmt {
	open := p.next()
	var init tree.Expr
	switch p.peek().Type {
	case tokSemi:
	case tokRParen:
		p.next()
		s.List = &tree.List{Span: p.since(open.Pos.Offset), Paren: true}
		return p.foreachBody(s, start)
	default:
		init = p.expr()
	}
	if p.peek().Type != tokSemi {
		p.expect(tokRParen, open)
		list, ok := init.(*tree.List)
		if !ok || list.Paren {
			list = &tree.List{Items: []tree.Expr{init}}
		}
		list.Paren, list.Span = true, p.since(open.Pos.Offset)
		s.List = list
		return p.foreachBody(s, start)
	}
	c := &tree.ForC{Label: s.Label, Init: init}
	p.next()
	if p.peek().Type != tokSemi {
		c.Cond = p.expr()
	}
	if p.peek().Type != tokSemi {
		p.unexpected(operator, `";"`)
	}
	p.next()
	if p.peek().Type != tokRParen {
		c.Step = p.expr()
	}
	p.expect(tokRParen, open)
	c.Body = p.block()
	c.Span = p.since(start)
	return c
}

// try parses try/catch/finally.
func (p *parser) try() tree.Stmt {
	word := p.next()
	s := &tree.Try{Body: p.block()}
	if p.accept(kwCatch) {
		open := p.peek()
		if open.Type != tokLParen {
			p.unexpected(`"("`)
		}
		p.next()
		v := p.peek()
		if v.Type != tokVar || v.Value[0] != '$' {
			p.unexpected("a scalar variable")
		}
		p.next()
		s.CatchVar = p.variable(v)
		p.expect(tokRParen, open)
		s.Catch = p.block()
	}
	if p.accept(kwFinally) {
		s.Finally = p.block()
	}
	s.Span = p.since(word.Pos.Offset)
	if s.Catch == nil && s.Finally == nil {
		p.errorf(p.span(word), diag.MissingBlock, "this try has no catch").Expected = []string{`"catch ($e) {"`}
	}
	return s
}
