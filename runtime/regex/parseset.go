package regex

// This file defines the parser's reading of extended classes: (?[ [a-z] - [aeiou] + \d ]).

// parseExtended reads an extended class; the place is behind the inner bracket.
func (p *parser) parseExtended() expr {
	saved := p.flags
	p.demandUnicode()
	if p.flags&charsetFlags == 0 {
		p.flags |= U
	}
	p.depth++
	c := p.parseSetOps()
	p.depth--
	p.skipSetBlank()
	if p.peek(0) != ']' || p.peek(1) != ')' {
		p.fail("Syntax error in (?[...])")
	}
	p.pos += 2
	p.flags = saved
	return &setExpr{c}
}

func (p *parser) skipSetBlank() {
	x := p.flags
	p.flags |= X
	p.skipBlank()
	p.flags = x
}

// parseSetOps reads operands joined by + | - ^, all of the same precedence.
func (p *parser) parseSetOps() *class {
	c := p.parseSetAnd()
	for {
		p.skipSetBlank()
		op := p.peek(0)
		switch op {
		case '+', '|', '-', '^':
		default:
			return c
		}
		p.pos++
		if op == '|' {
			op = '+'
		}
		c = &class{flags: p.flags, op: op, left: c, right: p.parseSetAnd()}
	}
}

// parseSetAnd reads operands joined by &, which binds more tightly.
func (p *parser) parseSetAnd() *class {
	c := p.parseSetOperand()
	for {
		if p.skipSetBlank(); p.peek(0) != '&' {
			return c
		}
		p.pos++
		c = &class{flags: p.flags, op: '&', left: c, right: p.parseSetOperand()}
	}
}

// parseSetOperand reads a class, an escape, a group in parentheses, or the complement of one of them.
func (p *parser) parseSetOperand() *class {
	p.skipSetBlank()
	if p.depth++; p.depth > maxNesting {
		p.fail("Too many nested open parens")
	}
	defer func() { p.depth-- }()
	switch r := p.peek(0); r {
	case '!':
		p.pos++
		c := *p.parseSetOperand()
		c.negate = !c.negate
		return &c
	case '(':
		p.pos++
		c := p.parseSetOps()
		if p.skipSetBlank(); p.peek(0) != ')' {
			p.fail("Expecting close paren for nested extended charclass")
		}
		p.pos++
		return c
	case '[':
		if item, ok := p.readPosix(); ok {
			return &class{flags: p.flags, items: []classItem{item}}
		}
		return p.readBracket(true)
	case '\\':
		c := &class{flags: p.flags}
		m, item, isItem := p.readMember()
		c.addMember(m, item, isItem)
		return c
	case -1:
		p.fail("Syntax error in (?[...])")
	case ']':
		p.fail("Incomplete expression within '(?[ ])'")
	}
	p.pos++
	p.fail("Unexpected character")
	return nil
}
