package lang

// This file parses the block forms of the command language: IF ... THEN, WHILE ... DO, FOR ... TO ... DO, each closed
// by END.

import (
	"strings"

	"github.com/alecthomas/participle/v2/lexer"

	"github.com/smrscript/smrscript/lang/diag"
	"github.com/smrscript/smrscript/lang/tree"
)

// formCondition parses a condition in which = and <> compare.
func (p *parser) formCondition() tree.Expr {
	outer := p.form
	p.form = true
	x := p.expr()
	p.form = outer
	return x
}

// formBody parses the statements after THEN or DO.
func (p *parser) formBody(word *lexer.Token, keyword string) *tree.Block {
	t := p.peek()
	if t.Type != tokThen {
		p.badForms++
		if t.EOF() {
			p.atEnd(keyword)
			p.bail()
		}
		d := p.fail(t, diag.MissingKeyword, "unexpected %s, %s needs %s here", describe(t), strings.ToUpper(word.Value), keyword)
		d.Expected = []string{keyword}
		p.bail()
	}
	p.next()
	return p.formStatements(p.lastEnd)
}

// formStatements parses the statements of a block form from an offset on.
func (p *parser) formStatements(start int) *tree.Block {
	p.braces++
	outer := p.form
	p.form = false
	b := &tree.Block{Stmts: p.statements()}
	p.form = outer
	p.braces--
	b.Span = p.between(start, max(start, p.lastEnd))
	return b
}

// formEnd moves over END and an optional semicolon.
func (p *parser) formEnd(word *lexer.Token) {
	t := p.peek()
	if t.Type == tokEndWord {
		p.next()
		return
	}
	if t.EOF() && p.cut {
		p.bail()
	}
	d := p.errorf(p.span(word), diag.MissingEnd, "this %s has no END", strings.ToUpper(word.Value))
	if d.Incomplete = t.EOF(); d.Incomplete {
		p.cut = true
	}
	p.bail()
}

// ifForm parses the rest of IF ... THEN ... [ELSIF ... THEN ...] [ELSE ...] END.
func (p *parser) ifForm(word *lexer.Token, cond tree.Expr) tree.Stmt {
	s := &tree.If{Unless: word.Type == kwUnless}
	s.Clauses = append(s.Clauses, tree.Clause{Cond: cond, Body: p.formBody(word, "THEN")})
	for p.accept(tokElsifWord) {
		cond := p.formCondition()
		s.Clauses = append(s.Clauses, tree.Clause{Cond: cond, Body: p.formBody(word, "THEN")})
	}
	if p.accept(tokElseWord) {
		s.Else = p.formStatements(p.lastEnd)
	}
	p.formEnd(word)
	s.Span = p.since(word.Pos.Offset)
	return s
}

// forTo parses the rest of FOR $i = A TO B [STEP C] DO ... END.
func (p *parser) forTo(word *lexer.Token, v *tree.Var) tree.Stmt {
	p.next()
	s := &tree.ForTo{Var: v, From: p.assign()}
	if t := p.peek(); t.Type != tokForWord || !strings.EqualFold(t.Value, "to") {
		p.badForms++
		if t.EOF() {
			p.atEnd("TO")
			p.bail()
		}
		d := p.fail(t, diag.MissingKeyword, "unexpected %s, FOR needs TO here", describe(t))
		d.Expected = []string{"TO"}
		p.bail()
	}
	p.next()
	s.To = p.assign()
	if t := p.peek(); t.Type == tokForWord && strings.EqualFold(t.Value, "step") {
		p.next()
		s.Step = p.assign()
	}
	s.Body = p.formBody(word, "DO")
	p.formEnd(word)
	s.Span = p.since(word.Pos.Offset)
	return s
}
