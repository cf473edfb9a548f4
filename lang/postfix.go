package lang

// This file parses what follows a term: subscripts, arrows, method calls, slices of lists.

import (
	"github.com/smrscript/smrscript/lang/diag"
	"github.com/smrscript/smrscript/lang/tree"
)

// postfix parses everything that follows a term and belongs to it.
func (p *parser) postfix(x tree.Expr) tree.Expr {
	for count := 0; ; count++ {
		if count > maxDepth {
			p.fail(p.peek(), diag.TooDeep, "this has more than %d subscripts and calls in a row", maxDepth)
			p.bail()
		}
		switch t := p.peek(); t.Type {
		case tokArrow:
			p.next()
			x = p.arrow(x)
		case tokLIndex:
			switch {
			case isElement(x):
				x = p.elementOf(x)
			case isList(x):
				index := p.index()
				x = &tree.ListSlice{Span: p.from(x), List: x, Index: index}
			default:
				return x
			}
		case tokLSubscript:
			if !isElement(x) {
				return x
			}
			x = p.elementOf(x)
		case tokLParen:
			if !isElement(x) {
				return x
			}
			args := p.args()
			x = &tree.CallRef{Span: p.from(x), Fn: x, Args: args}
		default:
			return x
		}
	}
}

// isElement tells what a subscript may follow without an arrow.
func isElement(x tree.Expr) bool {
	switch x := x.(type) {
	case *tree.Elem, *tree.HashElem, *tree.ListSlice:
		return true
	case *tree.CallRef:
		return !x.NoArgs && !x.Amp
	}
	return false
}

// isList tells what [ ] makes a slice of.
func isList(x tree.Expr) bool {
	list, ok := x.(*tree.List)
	return ok && list.Paren
}

// elementOf parses a subscript that follows a reference.
func (p *parser) elementOf(x tree.Expr) tree.Expr {
	if p.peek().Type == tokLIndex {
		index := p.index()
		return &tree.Elem{Span: p.from(x), Array: &tree.Deref{Span: x.Range(), Sigil: '@', X: x}, Index: index}
	}
	key := p.key()
	return &tree.HashElem{Span: p.from(x), Hash: &tree.Deref{Span: x.Range(), Sigil: '%', X: x}, Key: key}
}

// arrow parses what follows ->.
func (p *parser) arrow(x tree.Expr) tree.Expr {
	t := p.peek()
	switch t.Type {
	case tokLIndex, tokLSubscript:
		return p.elementOf(x)
	case tokLParen:
		args := p.args()
		return &tree.CallRef{Span: p.from(x), Fn: x, Args: args}
	case tokPostDeref:
		p.next()
		sigil := t.Value[0]
		if t.Value == "$#*" {
			sigil = '#'
		}
		if sigil == '&' {
			return &tree.CallRef{Span: p.from(x), Fn: x, Amp: true, NoArgs: true}
		}
		return &tree.Deref{Span: p.from(x), Sigil: sigil, X: x}
	case tokPostSlice:
		return p.postSlice(x)
	case tokName:
		p.next()
		return p.method(x, t.Value, nil)
	case tokVar, tokHandleVar:
		if t.Value[0] == '$' {
			p.next()
			return p.method(x, "", p.variable(t))
		}
	case tokCast:
		if t.Value == "$" {
			p.next()
			inner := p.castOperand(t)
			return p.method(x, "", &tree.Deref{Span: p.since(t.Pos.Offset), Sigil: '$', X: inner})
		}
	}
	p.unexpected("a method", "a subscript", `"("`)
	return nil
}

// postSlice parses ->@[ ... ], ->@{ ... }, ->%[ ... ] and ->%{ ... }.
func (p *parser) postSlice(x tree.Expr) tree.Expr {
	t := p.next()
	of, pairs := &tree.Deref{Span: x.Range(), Sigil: '@', X: x}, t.Value == "%"
	if t.Value == "@" || t.Value == "%" {
		switch p.peek().Type {
		case tokLIndex:
			index := p.index()
			return &tree.Slice{Span: p.from(x), Of: of, Index: index, Pairs: pairs}
		case tokLSubscript:
			of.Sigil = '%'
			key := p.key()
			return &tree.Slice{Span: p.from(x), Of: of, Index: key, Pairs: pairs}
		}
	}
	p.unexpected(`"*"`, `"["`, `"{"`)
	return nil
}

// method parses the arguments of a method call.
func (p *parser) method(x tree.Expr, name string, dynamic tree.Expr) tree.Expr {
	m := &tree.Method{Invocant: invocant(x), Name: name, Dynamic: dynamic}
	if p.peek().Type == tokLParen {
		m.Args = p.args()
	}
	m.Span = p.from(x)
	return m
}

// invocant turns a bare word into the name of a class.
func invocant(x tree.Expr) tree.Expr {
	if word, ok := x.(*tree.Bareword); ok {
		return &tree.Str{Span: word.Span, Value: className(word.Name)}
	}
	return x
}

// className returns the class that Name or Name:: means.
func className(name string) string {
	if n := len(name); n > 2 && name[n-2:] == "::" {
		return name[:n-2]
	}
	return name
}

// args parses ( ... ) and returns the arguments.
func (p *parser) args() []tree.Expr {
	open := p.next()
	if p.accept(tokRParen) {
		return nil
	}
	outer := p.form
	p.form = false
	x := p.expr()
	p.form = outer
	p.expect(tokRParen, open)
	return itemsOf(x)
}

// itemsOf returns the items of a comma list, or the one expression.
func itemsOf(x tree.Expr) []tree.Expr {
	if list, ok := x.(*tree.List); ok && !list.Paren {
		return list.Items
	}
	return []tree.Expr{x}
}

// callRef parses the arguments of &$f(...), or notes that there are none.
func (p *parser) callRef(c *tree.CallRef) tree.Expr {
	if p.peek().Type == tokLParen {
		c.Args = p.args()
		c.Span = p.from(c)
		return c
	}
	c.NoArgs = true
	return c
}
