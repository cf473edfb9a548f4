package lang

// This file parses given and when, also when in a foreach. Where each of them goes on afterwards is settled here, by labels that no
// script can write.

import (
	"strconv"

	"github.com/alecthomas/participle/v2/lexer"

	"github.com/smrscript/smrscript/lang/diag"
	"github.com/smrscript/smrscript/lang/tree"
)

// A topic is a given or foreach around the place, which a when leaves.
type topic struct {
	label string
	loop  bool
	used  bool   // there is a when in it
	when  string // the label of the when around the place
}

// topicLabel makes the label of what begins at an offset.
func topicLabel(kind string, offset int) string { return kind + " " + strconv.Itoa(offset) }

// topicStatement parses given, when and default with their blocks.
func (p *parser) topicStatement() tree.Stmt {
	word := p.next()
	start := word.Pos.Offset
	if word.Value == "default" {
		return p.whenBlock(nil, start)
	}
	open := p.peek()
	if open.Type != tokLParen {
		p.unexpected(`"("`)
	}
	p.next()
	x := p.expr()
	p.expect(tokRParen, open)
	if word.Value == "when" {
		return p.whenBlock(x, start)
	}
	s := &tree.Given{X: x, Label: topicLabel("given", start)}
	p.topics = append(p.topics, &topic{label: s.Label})
	s.Body = p.block()
	p.topics = p.topics[:len(p.topics)-1]
	s.Span = p.since(start)
	return s
}

// topicLoop parses the body of a foreach, which gets a label if a when has to go on with it.
func (p *parser) topicLoop(s *tree.Foreach, start int) {
	t := &topic{label: s.Label, loop: true}
	if t.label == "" {
		t.label = topicLabel("foreach", start)
	}
	p.topics = append(p.topics, t)
	s.Body = p.block()
	p.topics = p.topics[:len(p.topics)-1]
	if t.used {
		s.Label = t.label
	}
}

// whenBlock parses the block of when, or of default if x is nil.
func (p *parser) whenBlock(x tree.Expr, start int) tree.Stmt {
	s := p.newWhen(x, start)
	outer := ""
	if n := len(p.topics); n > 0 {
		outer, p.topics[n-1].when = p.topics[n-1].when, s.Label
	}
	s.Body = p.block()
	if n := len(p.topics); n > 0 {
		p.topics[n-1].when = outer
	}
	s.Span = p.since(start)
	return s
}

// newWhen makes a when that goes on where the given or foreach around it says.
func (p *parser) newWhen(x tree.Expr, start int) *tree.When {
	s := &tree.When{Cond: x, Label: topicLabel("when", start)}
	n := len(p.topics)
	if n == 0 {
		return s
	}
	t := p.topics[n-1]
	t.used = true
	kind := "last"
	if t.loop {
		kind = "next"
	}
	s.Exit = &tree.Jump{Span: p.since(start), Kind: kind, Label: t.label}
	return s
}

// whenModifier parses `X when EXPR`.
func (p *parser) whenModifier(x tree.Expr, start int) tree.Stmt {
	body := &tree.Block{Span: p.since(start), Stmts: []tree.Stmt{&tree.ExprStmt{Span: p.since(start), X: x}}}
	p.next()
	s := p.newWhen(p.expr(), start)
	s.Body, s.Modifier, s.Span = body, true, p.since(start)
	p.endStatement()
	return s
}

// leaveTopic parses break, which leaves the given around it, and continue, which leaves the when.
func (p *parser) leaveTopic(word *lexer.Token) tree.Expr {
	span := p.span(word)
	for i := len(p.topics) - 1; i >= 0; i-- {
		switch t := p.topics[i]; {
		case word.Value == "continue" && t.when != "":
			return &tree.Jump{Span: span, Kind: "last", Label: t.when}
		case word.Value == "break" && !t.loop:
			return &tree.Jump{Span: span, Kind: "last", Label: t.label}
		}
	}
	if word.Value == "break" {
		return &tree.Bareword{Span: span, Name: word.Value}
	}
	p.errorf(span, diag.MisplacedElse, "Can't \"continue\" outside a when block").Help = "next goes on with a loop"
	return &tree.Jump{Span: span, Kind: "next"}
}
