package lang

// This file parses statements and blocks.

import (
	"strings"

	"github.com/alecthomas/participle/v2/lexer"

	"github.com/smrscript/smrscript/lang/diag"
	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/lang/tree"
)

// block parses { ... }.
func (p *parser) block() *tree.Block {
	open := p.peek()
	if open.Type != tokLBlock {
		p.missingBlock()
	}
	p.next()
	b := p.blockRest(open)
	b.Start = p.view.origin(open.Pos.Offset)
	return b
}

// missingBlock reports that a block is missing at the place, and bails out.
func (p *parser) missingBlock() {
	t := p.peek()
	if t.EOF() {
		p.atEnd("a block")
		p.bail()
	}
	d := p.fail(t, diag.MissingBlock, "unexpected %s where a block begins", describe(t))
	d.Expected = []string{`"{"`}
	if t.Type == kwIf {
		d.Help = `write "elsif" instead of "else if"`
	}
	p.bail()
}

// blockRest parses the statements after an opening brace and the closing brace.
func (p *parser) blockRest(open *lexer.Token) *tree.Block {
	p.braces++
	pkg, form := p.pkg, p.form
	p.form = false
	b := &tree.Block{Stmts: p.statements()}
	p.pkg, p.form = pkg, form
	if p.peek().Type != tokRBrace {
		p.unclosed(open)
	}
	p.next()
	p.braces--
	b.Span = p.since(open.Pos.Offset)
	return b
}

// statements parses statements up to what closes the block.
func (p *parser) statements() []tree.Stmt {
	var list []tree.Stmt
	for {
		switch t := p.peek(); t.Type {
		case tokEOF, tokRBrace, tokEndWord, tokElseWord, tokElsifWord:
			return list
		case tokRParen, tokRBracket:
			p.stray(t)
			continue
		}
		list = append(list, p.statement())
	}
}

// statement parses a statement; after an error it is a Nop and the place is where the next one may begin.
func (p *parser) statement() (s tree.Stmt) {
	start := p.peek().Pos.Offset
	before, depth, braces, view, lex, inner, topics := p.lex.RawCursor(), p.depth, p.braces, p.view, p.lex, p.inner, len(p.topics)
	defer func() {
		p.depth = depth
		if r := recover(); r != nil {
			if _, ok := r.(bailout); !ok {
				panic(r)
			}
			open := p.braces - braces
			if p.flat || p.inner > inner {
				open = 0
			}
			p.topics = p.topics[:topics]
			p.inner, p.flat, p.braces, p.view, p.lex, p.form, p.around = inner, false, braces, view, lex, false, ""
			p.sync(open, before)
			s = &tree.Nop{Span: p.since(start)}
		}
	}()
	p.enter()
	return p.oneStatement()
}

func (p *parser) oneStatement() tree.Stmt {
	t := p.peek()
	switch t.Type {
	case tokSemi:
		p.next()
		return &tree.Nop{Span: p.span(t)}
	case tokLabel:
		return p.labelled()
	case tokLBlock, kwWhile, kwUntil, kwFor:
		return p.loop("", t.Pos.Offset)
	case kwIf, kwUnless:
		return p.conditional()
	case kwTry:
		return p.try()
	case kwElse, kwElsif, kwContinue, kwCatch, kwFinally:
		d := p.fail(t, diag.MisplacedElse, "%s has no block before it that it belongs to", describe(t))
		d.Help = "is there a closing brace too many, or a semicolon after the block?"
		p.bail()
	case kwGiven:
		return p.topicStatement()
	case tokIdent:
		if p.strayWord(t) {
			return &tree.Nop{Span: p.since(t.Pos.Offset)}
		}
	case tokYada:
		p.next()
		s := &tree.ExprStmt{Span: p.span(t), X: &tree.Yada{Span: p.span(t)}}
		p.endStatement()
		return s
	}
	if p.declares() {
		return p.declaration()
	}
	return p.simple()
}

// strayWord reports a word of the block forms that nothing has opened; the END of a form whose beginning was mistaken
// is only moved over.
func (p *parser) strayWord(t *lexer.Token) bool {
	switch t.Value {
	case "END", "ELSE", "THEN", "DO":
	default:
		return false
	}
	if p.peekAt(1) == tokArrow || p.script.declared(p.pkg, t.Value) != nil {
		return false
	}
	if p.badForms > 0 {
		if t.Value == "END" {
			p.badForms--
		}
		p.next()
		p.accept(tokSemi)
		return true
	}
	d := p.fail(t, diag.Unopened, "this %s belongs to no IF, WHILE or FOR", t.Value)
	d.Help = "IF condition THEN ... END, WHILE condition DO ... END"
	p.bail()
	return true
}

// labelled parses LABEL: and the statement it belongs to.
func (p *parser) labelled() tree.Stmt {
	t := p.next()
	label := strings.TrimRight(t.Value, ": \t\r\n")
	switch next := p.peek(); next.Type {
	case tokLBlock, kwWhile, kwUntil, kwFor:
		return p.loop(label, t.Pos.Offset)
	case tokEOF, tokRBrace:
		return p.label(label, &tree.Nop{Span: p.span(t)})
	}
	return p.label(label, p.oneStatement())
}

// label notes the label of a statement, which only goto can use.
func (p *parser) label(name string, s tree.Stmt) tree.Stmt {
	if s != nil {
		if p.labels == nil {
			p.labels = map[tree.Stmt]string{}
		}
		p.labels[s] = name
	}
	return s
}

// simple parses an expression with its modifier.
func (p *parser) simple() tree.Stmt {
	start := p.peek().Pos.Offset
	x := p.expr()
	t := p.peek()
	switch t.Type {
	case kwIf, kwUnless, kwWhile, kwUntil, kwFor:
		if s := p.modifier(x, start); s != nil {
			return s
		}
	case kwGiven:
		if t.Value == "when" {
			return p.whenModifier(x, start)
		}
	}
	s := &tree.ExprStmt{Span: p.since(start), X: x}
	p.endStatement()
	return s
}

// modifier parses a statement modifier. When what follows is a block, a semicolon is missing before the modifier, which
// begins a statement of its own; it is nil then.
func (p *parser) modifier(x tree.Expr, start int) tree.Stmt {
	checkpoint, lastEnd := p.lex.MakeCheckpoint(), p.lastEnd
	body := &tree.Block{Span: p.since(start), Stmts: []tree.Stmt{&tree.ExprStmt{Span: p.since(start), X: x}}}
	word := p.next()
	var cond tree.Expr
	if word.Type != kwFor || !p.firstOnLine(word) || !p.blockForm() {
		cond = p.expr()
	}
	if cond == nil || p.peek().Type == tokLBlock && p.firstOnLine(word) {
		p.lex.LoadCheckpoint(checkpoint)
		p.lastEnd = lastEnd
		return nil
	}
	span := p.since(start)
	p.endStatement()
	switch word.Type {
	case kwIf, kwUnless:
		return &tree.If{Span: span, Unless: word.Type == kwUnless, Clauses: []tree.Clause{{Cond: cond, Body: body}}, Modifier: true}
	case kwFor:
		return &tree.Foreach{Span: span, List: cond, Body: body, Modifier: true}
	}
	w := &tree.While{Span: span, Until: word.Type == kwUntil, Cond: cond, Body: body, Modifier: true}
	if do, ok := x.(*tree.DoBlock); ok {
		w.Body, w.PostCheck = do.Block, true
	}
	return w
}

// blockForm reports whether the word before the place is followed by what only a for or foreach statement has: a
// variable before the parenthesis.
func (p *parser) blockForm() bool {
	switch p.peek().Type {
	case kwMy, kwOur, kwState:
		return p.peekAt(1) == tokVar && p.peekAt(2) == tokLParen || p.peekAt(1) == tokLParen
	case tokVar:
		next := p.peekAt(1)
		return next == tokLParen || next == opAssign
	}
	return false
}

// endStatement moves over the semicolon. One that is missing at the end of a line is reported there and assumed.
func (p *parser) endStatement() {
	t := p.peek()
	switch t.Type {
	case tokSemi:
		p.next()
		return
	case tokEOF, tokRBrace, tokEndWord, tokElseWord, tokElsifWord:
		return
	}
	between := p.view.text[min(p.lastEnd, t.Pos.Offset):t.Pos.Offset]
	if strings.Contains(between, "\n") && t.Type != tokRParen && t.Type != tokRBracket {
		at := p.view.origin(p.lastEnd)
		d := p.errorf(source.Span{Start: at, End: at}, diag.MissingSemicolon, `a ";" is missing at the end of this line`)
		d.Expected = []string{`";"`}
		p.explain(t, d)
		return
	}
	if t.Type == tokRParen || t.Type == tokRBracket {
		p.stray(t)
		return
	}
	p.unexpected(operator, `";"`)
}

// conditional parses if and unless with their blocks.
func (p *parser) conditional() tree.Stmt {
	word := p.next()
	s := &tree.If{Unless: word.Type == kwUnless}
	cond, isForm := p.condition(word)
	if isForm {
		return p.ifForm(word, cond)
	}
	s.Clauses = append(s.Clauses, tree.Clause{Cond: cond, Body: p.block()})
	for {
		t := p.peek()
		switch {
		case t.Type == kwElsif:
			p.next()
			cond, _ := p.condition(t)
			s.Clauses = append(s.Clauses, tree.Clause{Cond: cond, Body: p.block()})
			continue
		case t.Type == kwElse:
			p.next()
			s.Else = p.block()
		case t.Type == tokIdent && (t.Value == "elseif" || t.Value == "elif") && p.peekAt(1) == tokLParen:
			d := p.fail(t, diag.MisplacedElse, "%s is no word of the language", describe(t))
			d.DidYouMean = "elsif"
			p.bail()
		}
		s.Span = p.since(word.Pos.Offset)
		return s
	}
}

// condition parses what a condition's word is followed by; isForm tells that THEN or DO of the command language follows it.
func (p *parser) condition(word *lexer.Token) (cond tree.Expr, isForm bool) {
	t := p.peek()
	if t.Type == tokLParen {
		checkpoint, diags := p.lex.MakeCheckpoint(), len(p.diags)
		if p.closesBefore(tokLBlock) {
			p.next()
			if p.peek().Type == tokRParen && (word.Type == kwWhile || word.Type == kwUntil) {
				p.next()
				return nil, false
			}
			cond = p.expr()
			p.expect(tokRParen, t)
			return cond, false
		}
		p.lex.LoadCheckpoint(checkpoint)
		p.diags = p.diags[:diags]
	}
	cond = p.formCondition()
	if p.peek().Type == tokThen {
		return cond, true
	}
	if word.Value != lower(word.Value) {
		p.formBody(word, map[bool]string{true: "DO", false: "THEN"}[word.Type == kwWhile])
	}
	if t.Type != tokLParen {
		d := p.fail(t, diag.MissingCondition, "%s needs its condition in parentheses", describe(word))
		d.Expected = []string{`"("`}
		p.bail()
	}
	p.missingBlock()
	return nil, false
}

// closesBefore reports whether the token after the parenthesis at the place and all that is in it is of a kind.
func (p *parser) closesBefore(kind lexer.TokenType) bool {
	checkpoint := p.lex.MakeCheckpoint()
	defer p.lex.LoadCheckpoint(checkpoint)
	for depth := 0; ; {
		switch p.lex.Next().Type {
		case tokLParen:
			depth++
		case tokRParen:
			if depth--; depth == 0 {
				return p.lex.Peek().Type == kind
			}
		case tokEOF:
			return true // report what is unclosed, not a missing word
		}
	}
}
