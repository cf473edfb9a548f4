package lang

// This file parses what begins with a word that is no function: calls of subs, classes, handles, method calls with the
// method first.

import (
	"strings"

	"github.com/alecthomas/participle/v2/lexer"

	"github.com/smrscript/smrscript/lang/tree"
)

// word parses a bare word as a term.
func (p *parser) word() tree.Expr {
	t := p.next()
	name := t.Value
	next := p.peek()
	offset := p.view.origin(t.Pos.Offset)
	if strings.HasSuffix(name, "::") {
		return &tree.Bareword{Span: p.span(t), Name: name}
	}
	if strings.HasPrefix(name, "::") {
		name = "main" + name
	}
	name = strings.ReplaceAll(name, "'", "::")
	if strings.Contains(name, "::") {
		if f := p.script.function(p.pkg, name, offset); f != nil && (next.Type == tokLParen || begins[at(next.Type)]) {
			return p.functionCall(t, f)
		}
	}
	sub := p.find(p.pkg, name, offset)
	switch {
	case next.Type == tokLParen:
		if sub == nil {
			sub = p.script.declared(p.pkg, name)
			if sub != nil && sub.from > offset {
				sub = nil // its prototype is not known yet
			}
		}
		return p.callParens(t, name, sub)
	case next.Type == tokArrow && (sub == nil || strings.Contains(name, "::") || sub.function != nil):
		return &tree.Bareword{Span: p.span(t), Name: name}
	case sub != nil && next.Type == tokIdent && p.names.modules[next.Value]:
		if m := p.indirect(t, name); m != nil { // import Module LIST
			return m
		}
		return p.callList(t, name, sub)
	case sub != nil && sub.function == nil:
		return p.callList(t, name, sub)
	case next.Type == tokLBlock:
		return p.callBlock(t, name)
	case next.Type == tokIdent, next.Type == tokVar && name == "new":
		if m := p.indirect(t, name); m != nil {
			return m
		}
		fallthrough
	case begins[at(next.Type)] && next.Type != tokLBracket:
		return p.callList(t, name, nil)
	}
	return &tree.Bareword{Span: p.span(t), Name: name}
}

// callParens parses name(...).
func (p *parser) callParens(t *lexer.Token, name string, sub *knownSub) tree.Expr {
	c := &tree.Call{Name: name, Parens: true}
	args := p.argsFor(sub)
	c.Args = p.prototyped(sub, args, t)
	c.Span = p.since(t.Pos.Offset)
	return c
}

// argsFor parses ( ... ) of a call; a sub with & in its prototype may be given a block first.
func (p *parser) argsFor(sub *knownSub) []tree.Expr {
	if sub == nil || !sub.block() || p.peekAt(1) != tokLBlock {
		return p.args()
	}
	open := p.next()
	items := p.blockFirst()
	p.expect(tokRParen, open)
	return items
}

// blockFirst parses { ... } LIST as a sub and the items.
func (p *parser) blockFirst() []tree.Expr {
	body := p.block()
	items := []tree.Expr{&tree.AnonSub{Span: body.Span, Sub: &tree.Sub{Span: body.Span, Body: body}}}
	if p.peek().Type == tokComma {
		return p.items(items)
	}
	if begins[at(p.peek().Type)] {
		items = append(items, p.assign())
		items = p.items(items)
	}
	return items
}

// callList parses a call without parentheses.
func (p *parser) callList(t *lexer.Token, name string, sub *knownSub) tree.Expr {
	c := &tree.Call{Name: name}
	switch {
	case sub != nil && sub.nullary():
	case sub != nil && sub.unary() && begins[at(p.peek().Type)]:
		c.Args = []tree.Expr{p.binary(precNamed + 1)}
	case p.peek().Type == tokLBlock && (sub == nil || sub.block() || sub.imported):
		c.Args = p.blockFirst()
	case begins[at(p.peek().Type)]:
		c.Args = itemsOf(p.list())
	}
	c.Args = p.prototyped(sub, c.Args, t)
	c.Span = p.since(t.Pos.Offset)
	return c
}

// callBlock parses name { ... } LIST of a sub that is not known: it may have & in a prototype elsewhere.
func (p *parser) callBlock(t *lexer.Token, name string) tree.Expr {
	c := &tree.Call{Name: name, Args: p.blockFirst()}
	c.Span = p.since(t.Pos.Offset)
	return c
}

// indirect parses new Class(...) and new $class(...); nil, nothing moved, when it is none.
func (p *parser) indirect(t *lexer.Token, name string) tree.Expr {
	checkpoint, lastEnd := p.lex.MakeCheckpoint(), p.lastEnd
	class := p.next()
	after := p.peek().Type
	var on tree.Expr
	switch {
	case class.Type == tokVar:
		if class.Value[0] != '$' || after == tokArrow || after == tokLIndex || after == tokLSubscript || after == opAssign || after == tokComma {
			break
		}
		on = p.variable(class)
	case after == tokFatComma || after == tokComma && name != "new" || p.find(p.pkg, class.Value, p.view.origin(class.Pos.Offset)) != nil:
	default:
		on = &tree.Str{Span: p.span(class), Value: className(class.Value)}
	}
	if on == nil {
		p.lex.LoadCheckpoint(checkpoint)
		p.lastEnd = lastEnd
		return nil
	}
	m := &tree.Method{Invocant: on, Name: name}
	switch {
	case after == tokLParen:
		m.Args = p.args()
	case begins[at(after)]:
		m.Args = itemsOf(p.list())
	}
	m.Span = p.since(t.Pos.Offset)
	return m
}
