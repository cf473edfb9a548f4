package regex

// This file defines the compiling of lookarounds, atomic groups and conditions.

// inside compiles the body of a construct that ends at a node of its own, which is also where (*ACCEPT) leads.
func (c *compiler) inside(body expr, end *node) *node {
	open := c.open
	c.open = nil
	c.exits = append(c.exits, end)
	n := c.expr(body, end)
	c.exits = c.exits[:len(c.exits)-1]
	c.open = open
	return n
}

// atomic compiles a body that never gives back.
func (c *compiler) atomic(body expr, next *node) *node {
	if r, ok := body.(*repeatExpr); ok && r.greed != lazy {
		if set, wide, ok := c.single(r.body); ok {
			return c.run(set, wide, r.min, r.max, possessive, next)
		}
	}
	n := c.node(opAtomic, next)
	n.slot = c.register()
	end := c.node(opAtomicEnd, next)
	end.owner = n
	n.body = c.inside(body, end)
	return n
}

// look compiles a lookaround.
func (c *compiler) look(e *lookExpr, next *node) *node {
	if !e.behind || e.min == 1 && e.max == 1 {
		if set, wide, ok := c.single(e.body); ok {
			n := c.node(opPeek, next)
			n.set, n.wide, n.negate, n.behind = set, wide, e.negate, e.behind
			return n
		}
	}
	if lit, ok := e.body.(*litExpr); ok && foldingOf(lit.flags, c.mode) == foldNone {
		if text, ok := encode(lit.runes, c.mode); ok {
			n := c.node(opPeekLit, next)
			n.lit, n.negate, n.behind = text, e.negate, e.behind
			return n
		}
	}
	return c.assertion(e, next, nil)
}

// assertion compiles a lookaround in full. With no given, it is the test of a condition, which goes to next or to no.
func (c *compiler) assertion(e *lookExpr, next, no *node) *node {
	n := c.node(opAssert, next)
	n.negate, n.behind, n.min, n.max, n.other = e.negate, e.behind, e.min, e.max, no
	n.slot = c.register()
	end := c.node(opAssertEnd, nil)
	end.owner = n
	then := c.then
	if e.negate {
		c.then = -1
	}
	n.body = c.inside(e.body, end)
	c.then = then
	return n
}

// conditional compiles (?(test)yes|no).
func (c *compiler) conditional(e *condExpr, next *node) *node {
	if e.test.define {
		c.detached(e.yes)
		return next
	}
	yes, no := c.expr(e.yes, next), c.expr(e.no, next)
	if e.test.look != nil {
		return c.assertion(e.test.look, yes, no)
	}
	if e.test.code != nil {
		n := c.node(opCondCode, next)
		n.k, n.body, n.other = e.test.code.id, yes, no
		return n
	}
	n := c.node(opCondGroup, next)
	if e.test.recursion {
		n.op = opCondRecursion
	}
	n.refs, n.body, n.other = e.test.groups, yes, no
	if !e.test.recursion {
		n.refs = c.existing(e.test.groups)
	}
	return n
}

// existing leaves out groups that the pattern does not have, which a condition may name.
func (c *compiler) existing(groups []int) []int {
	out := make([]int, 0, len(groups))
	for _, g := range groups {
		if g <= c.prog.groups {
			out = append(out, g)
		}
	}
	return out
}

// detached compiles a part that is only reached by calls into it.
func (c *compiler) detached(e expr) { c.expr(e, c.node(opFail, nil)) }
