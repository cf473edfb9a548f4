package lang

// This file parses operators by precedence climbing.

import (
	"github.com/alecthomas/participle/v2/lexer"

	"github.com/smrscript/smrscript/lang/diag"
	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/lang/tree"
)

// expr parses a whole expression: or, and, not and comma lists.
func (p *parser) expr() tree.Expr { return p.low(precLow) }

// low parses the operators that are spelt as words and bind weaker than lists.
func (p *parser) low(level int) tree.Expr {
	var left tree.Expr
	if p.peek().Type == opNot {
		left = p.not()
	} else {
		left = p.list()
	}
	for {
		t := p.peek()
		switch {
		case t.Type == opAnd && level <= precAnd:
			p.next()
			right := p.low(precNot)
			left = &tree.Logical{Span: join(left, right), Op: "&&", Left: left, Right: right}
		case t.Type == opOr && level <= precLow:
			p.next()
			right := p.low(precAnd)
			if t.Value[0]|0x20 == 'x' {
				left = &tree.Binary{Span: join(left, right), Op: "xor", Left: left, Right: right}
			} else {
				left = &tree.Logical{Span: join(left, right), Op: "||", Left: left, Right: right}
			}
		default:
			return left
		}
	}
}

// not parses `not EXPR`; with a parenthesis right after it, it is a function.
func (p *parser) not() tree.Expr {
	t := p.next()
	p.enter()
	defer p.leave()
	if open := p.peek(); open.Type == tokLParen {
		p.next()
		x := p.parenList(open)
		if list := x.(*tree.List); len(list.Items) == 1 {
			x = list.Items[0]
		}
		left := tree.Expr(&tree.Unary{Span: p.since(t.Pos.Offset), Op: "!", X: x})
		return p.listAfter(p.climb(left, precAssign))
	}
	x := p.low(precNot)
	return &tree.Unary{Span: p.since(t.Pos.Offset), Op: "!", X: x}
}

// join returns the range of two nodes.
func join(a, b tree.Node) source.Span { return a.Range().To(b.Range()) }

// list parses a comma list: a *List without parentheses when there is a comma, else the one expression.
func (p *parser) list() tree.Expr { return p.listAfter(p.assign()) }

// listAfter goes on with a comma list after its first item.
func (p *parser) listAfter(first tree.Expr) tree.Expr {
	if t := p.peek().Type; t != tokComma && t != tokFatComma {
		return first
	}
	list := &tree.List{Items: []tree.Expr{first}}
	list.Items = p.items(list.Items)
	list.Span = p.from(first)
	return list
}

// items parses further items, each after one or more commas.
func (p *parser) items(items []tree.Expr) []tree.Expr {
	for {
		if t := p.peek().Type; t != tokComma && t != tokFatComma {
			return items
		}
		for p.peek().Type == tokComma || p.peek().Type == tokFatComma {
			p.next()
		}
		if !begins[at(p.peek().Type)] {
			if p.peek().Type == tokLBlock || p.peek().Type == tokHandleWord {
				p.unexpected(operand)
			}
			return items
		}
		items = append(items, p.assign())
	}
}

// assign parses an expression without commas.
func (p *parser) assign() tree.Expr { return p.binary(precAssign) }

// binary parses operators that bind at least as tightly as level.
func (p *parser) binary(level int) tree.Expr {
	p.enter()
	left := p.climb(p.unary(), level)
	p.leave()
	return left
}

// climb goes on after a left operand.
func (p *parser) climb(left tree.Expr, level int) tree.Expr {
	for count := 0; ; count++ {
		t := p.peek()
		prec := int(precedence[at(t.Type)])
		if prec == 0 || prec < level {
			return left
		}
		if count > maxDepth*20 {
			p.fail(t, diag.TooDeep, "this expression has more than %d operators in a row", maxDepth*20).Help = "split it into several statements"
			p.bail()
		}
		switch t.Type {
		case opAssign:
			left = p.assignment(left)
		case opQuestion:
			left = p.ternary(left)
		case opRange:
			p.next()
			right := p.binary(precRange + 1)
			left = &tree.RangeOp{Span: join(left, right), Left: left, Right: right, Three: len(t.Value) == 3}
			p.noChain(opRange)
		case opEq, opRel:
			left = p.comparison(left, prec)
		case opOrOr, opAndAnd:
			p.next()
			right := p.binary(prec + 1)
			left = &tree.Logical{Span: join(left, right), Op: t.Value, Left: left, Right: right}
		case opBind:
			left = p.bind(left)
		case opIsa:
			left = p.isa(left)
		case opPow:
			p.next()
			right := p.binary(precUnary)
			left = &tree.Binary{Span: join(left, right), Op: t.Value, Left: left, Right: right}
		default:
			p.next()
			right := p.binary(prec + 1)
			left = &tree.Binary{Span: join(left, right), Op: t.Value, Left: left, Right: right}
		}
	}
}

// noChain reports an operator that cannot follow one of its own kind.
func (p *parser) noChain(kind lexer.TokenType) {
	if t := p.peek(); t.Type == kind {
		p.fail(t, diag.NotChainable, "%s cannot follow another %s", describe(t), describe(t)).Help = "put one of them in parentheses"
		p.bail()
	}
}

// assignment parses the right side of an assignment; in a condition of the command language = compares.
func (p *parser) assignment(left tree.Expr) tree.Expr {
	t := p.next()
	if p.form && t.Value == "=" {
		right := p.binary(precEq + 1)
		return &tree.Binary{Span: join(left, right), Op: "=?", Left: left, Right: right}
	}
	if !assignable(left) {
		d := p.errorf(left.Range(), diag.NotAssignable, "this cannot be assigned to")
		if word, ok := left.(*tree.Bareword); ok {
			d.Help = "a variable begins with a sigil: $" + word.Name
		} else if t.Value == "=" {
			d.Help = `write "==" or "eq" to compare`
		}
	}
	right := p.binary(precAssign)
	return &tree.Assign{Span: join(left, right), Op: t.Value, Left: left, Right: right}
}

// assignable tells what may stand left of an assignment, as far as the text alone says.
func assignable(x tree.Expr) bool {
	switch x := x.(type) {
	case *tree.Num, *tree.Str, *tree.Interp, *tree.Match, *tree.AnonArray, *tree.AnonHash, *tree.AnonSub, *tree.QR,
		*tree.Chain, *tree.RangeOp, *tree.Command, *tree.Bareword, *tree.Qx, *tree.Glob:
		return false
	case *tree.Binary:
		list, ok := x.Left.(*tree.List)
		return ok && x.Op == "x" && list.Paren // (undef) x 2 in a list
	case *tree.Unary:
		return x.Op == "\\" // \my $x = ... is refused later, by name
	case *tree.List:
		for _, item := range x.Items {
			if f, ok := item.(*tree.Func); ok && f.Name == "undef" {
				continue
			}
			if !assignable(item) {
				return false
			}
		}
	}
	return true
}

func (p *parser) ternary(cond tree.Expr) tree.Expr {
	question := p.next()
	then := p.assign()
	if t := p.peek(); t.Type != tokColon {
		if !t.EOF() && !begins[at(t.Type)] && precedence[at(t.Type)] == 0 {
			d := p.fail(t, diag.UnexpectedToken, "unexpected %s, the %q in line %d has no %q", describe(t), "?", p.file.Line(p.view.origin(question.Pos.Offset)), ":")
			d.Expected = []string{`":"`}
			p.bail()
		}
		p.unexpected(operator, `":"`)
	}
	p.next()
	other := p.binary(precCond)
	return &tree.Ternary{Span: join(cond, other), Cond: cond, Then: then, Else: other}
}

// comparison parses one comparison, or a chain of those that chain.
func (p *parser) comparison(left tree.Expr, prec int) tree.Expr {
	t := p.next()
	op := t.Value
	kind := t.Type
	if op == "<>" {
		op = "<>?"
		if !p.form {
			d := p.fail(t, diag.UnexpectedToken, "%q compares in the conditions of IF ... THEN and WHILE ... DO only", "<>")
			d.Help = `write "!=" for numbers and "ne" for strings`
			p.bail()
		}
	}
	right := p.binary(prec + 1)
	if next := p.peek(); next.Type != kind || p.form && next.Value == "=" {
		return &tree.Binary{Span: join(left, right), Op: op, Left: left, Right: right}
	}
	if !chains(op) {
		p.noChain(kind)
	}
	c := &tree.Chain{Ops: []string{op}, Operands: []tree.Expr{left, right}}
	for p.peek().Type == kind {
		t := p.peek()
		if !chains(t.Value) {
			p.fail(t, diag.NotChainable, "%s cannot follow another comparison", describe(t)).Help = "put one of them in parentheses"
			p.bail()
		}
		p.next()
		c.Ops, c.Operands = append(c.Ops, t.Value), append(c.Operands, p.binary(prec+1))
	}
	c.Span = p.from(left)
	return c
}

// chains tells the comparisons that chain.
func chains(op string) bool {
	return op != "<=>" && op != "cmp" && op != "~~" && op != "<>?" && op != "<>"
}

// isa parses the right side of isa: a class name or an expression.
func (p *parser) isa(left tree.Expr) tree.Expr {
	p.next()
	right := p.binary(precIsa + 1)
	if word, ok := right.(*tree.Bareword); ok {
		right = &tree.Str{Span: word.Span, Value: word.Name}
	}
	p.noChain(opIsa)
	return &tree.Binary{Span: join(left, right), Op: "isa", Left: left, Right: right}
}

// bind parses the right side of =~ and !~.
func (p *parser) bind(left tree.Expr) tree.Expr {
	negate := p.next().Value == "!~"
	right := p.binary(precBind + 1)
	span := join(left, right)
	switch x := right.(type) {
	case *tree.Match:
		if x.Target == nil && !x.Dynamic {
			x.Target, x.Negate, x.Span = left, negate, span
			return x
		}
	case *tree.Subst:
		if x.Target == nil {
			x.Target, x.Negate, x.Span = left, negate, span
			return x
		}
	case *tree.Trans:
		if x.Target == nil {
			x.Target, x.Negate, x.Span = left, negate, span
			return x
		}
	}
	return &tree.Match{Span: span, Target: left, Pattern: right, Dynamic: true, Negate: negate}
}

// unary parses a prefix operator, or a term with what follows it.
func (p *parser) unary() tree.Expr {
	t := p.peek()
	switch t.Type {
	case opBang, opTilde, opBack:
		p.next()
		x := p.binary(precUnary)
		return &tree.Unary{Span: p.since(t.Pos.Offset), Op: t.Value, X: x}
	case opSign:
		return p.sign()
	case opIncDec:
		p.next()
		x := p.binary(precPow + 1)
		return &tree.IncDec{Span: p.since(t.Pos.Offset), Op: t.Value, Prefix: true, X: x}
	case opNot:
		return p.not()
	}
	x := p.postfix(p.primary())
	if t := p.peek(); t.Type == opIncDec && !p.onNewStatement(t) {
		p.next()
		return &tree.IncDec{Span: x.Range().To(p.span(t)), Op: t.Value, X: x}
	}
	return x
}

// onNewStatement reports whether ++ stands at the start of a line before a variable: the line before lacks its
// semicolon.
func (p *parser) onNewStatement(t *lexer.Token) bool {
	if !p.firstOnLine(t) {
		return false
	}
	next := p.peekAt(1)
	return next == tokVar || next == tokCast
}

// sign parses a sign before an operand. A minus makes a string of a bare word.
func (p *parser) sign() tree.Expr {
	t := p.next()
	if next := p.peek(); t.Value == "-" && next.Type == tokKey {
		p.next()
		return &tree.Str{Span: p.since(t.Pos.Offset), Value: "-" + next.Value}
	}
	x := p.binary(precUnary)
	span := p.since(t.Pos.Offset)
	if word, ok := x.(*tree.Bareword); ok && t.Value == "-" {
		return &tree.Str{Span: span, Value: "-" + word.Name}
	}
	return &tree.Unary{Span: span, Op: t.Value, X: x}
}
