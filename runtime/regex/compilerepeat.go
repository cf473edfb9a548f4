package regex

// This file defines the compiling of quantifiers.

// unrollLimit is the number of nodes up to which counted repetitions are written out.
const unrollLimit = 48

// repeat compiles a quantified part.
func (c *compiler) repeat(e *repeatExpr, next *node) *node {
	if e.max == 0 {
		c.detached(e.body)
		return next
	}
	if !c.linear || e.greed == possessive {
		if set, wide, ok := c.single(e.body); ok {
			return c.run(set, wide, e.min, e.max, e.greed, next)
		}
	}
	if e.greed == possessive {
		return c.atomic(&repeatExpr{body: e.body, min: e.min, max: e.max}, next)
	}
	c.loops++
	defer func() { c.loops-- }()
	lo, _ := c.widths.width(e.body)
	if c.facts.accept {
		lo = 0
	}
	n := c.general(e, lo == 0, next)
	if cap, ok := e.body.(*captureExpr); ok && e.min == 0 && c.loops > 1 && c.plainCapture(cap) {
		u := c.node(opUnset, n)
		u.k = cap.index
		return u
	}
	return n
}

// plainCapture tells whether a group is of the kind whose capture Perl 5.36 forgets when the quantifier behind it is
// met again and then matches nothing: of a fixed length and without groups inside.
func (c *compiler) plainCapture(e *captureExpr) bool {
	lo, hi := c.widths.width(e.body)
	plain := lo == hi && lo > 0 && !c.prog.fast
	walk(e.body, func(e expr) {
		switch e.(type) {
		case *captureExpr, *callExpr, *condExpr, *verbExpr:
			plain = false
		}
	})
	return plain
}

// general compiles a quantifier on something that is more than a character.
func (c *compiler) general(e *repeatExpr, nullable bool, next *node) *node {
	cost := size(e.body)
	optional := 0
	if e.max > 0 {
		optional = e.max - e.min
	}
	if c.linear {
		return c.unrolled(e, next)
	}
	switch {
	case e.min == 0 && e.max == 1:
		return c.optional(e, next, next)
	case nullable:
	case e.max < 0 && e.min <= 1:
		return c.star(e, next)
	case cost*(e.min+optional) <= unrollLimit:
		return c.unrolled(e, next)
	}
	return c.counted(e, next)
}

// size estimates the number of nodes e is compiled into.
func size(e expr) int {
	n := 1
	for _, kid := range children(e) {
		n = min(n+size(kid), 1<<20)
	}
	if r, ok := e.(*repeatExpr); ok && n <= unrollLimit {
		if times := max(r.min, r.max); times > 1 && n*times <= unrollLimit {
			n *= times
		}
	}
	return n
}

// optional compiles body? in front of next; skip is where a refusal leads.
func (c *compiler) optional(e *repeatExpr, next, skip *node) *node {
	body := c.expr(e.body, next)
	if e.greed == lazy {
		return c.choice(skip, body)
	}
	return c.choice(body, skip)
}

// star compiles body* or body+ for a body that is never empty (or, in linear programs, for any).
func (c *compiler) star(e *repeatExpr, next *node) *node {
	n := c.node(opStar, next)
	if e.greed == lazy {
		n.op = opStarLazy
	}
	n.body = c.expr(e.body, n)
	if e.min > 0 {
		return n.body
	}
	return n
}

// unrolled writes the repetitions out.
func (c *compiler) unrolled(e *repeatExpr, next *node) *node {
	n := next
	least := e.min
	if e.max < 0 {
		if least > 0 {
			least--
			n = c.star(&repeatExpr{body: e.body, min: 1, max: -1, greed: e.greed}, next)
		} else {
			n = c.star(e, next)
		}
	} else {
		for range e.max - e.min {
			if c.size > maxLinearNodes {
				break
			}
			n = c.optional(e, n, next)
		}
	}
	for range least {
		if c.size > maxLinearNodes {
			break
		}
		n = c.expr(e.body, n)
	}
	return n
}

// counted compiles a loop with a counter and a record of where its last round began.
func (c *compiler) counted(e *repeatExpr, next *node) *node {
	n := c.node(opLoop, next)
	if e.greed == lazy {
		n.op = opLoopLazy
	}
	n.min, n.max = e.min, e.max
	n.slot = c.register() // the counter
	c.register()          // the place
	n.body = c.expr(e.body, n)
	init := c.node(opLoopInit, n)
	init.slot = n.slot
	return init
}

// run compiles the repetition of one class.
func (c *compiler) run(set *byteSet, wide *wideSet, lo, hi int, g greed, next *node) *node {
	n := c.node(opRun, next)
	n.set, n.wide, n.min, n.max = set, wide, lo, hi
	n.possessive = g == possessive || lo == hi
	switch {
	case wide != nil && g == lazy && lo != hi:
		n.op = opLazyWide
	case wide != nil:
		n.op = opRunWide
	case g == lazy && lo != hi:
		n.op = opLazy
	}
	n.scan, n.stop = scanOf(set)
	if wide != nil && wide.high != extentAll {
		n.scan = scanSet
	}
	return n
}

// scanOf finds the way to scan a run.
func scanOf(set *byteSet) (how scan, stop byte) {
	missing := 0
	for b, in := range set {
		if !in {
			missing++
			stop = byte(b)
		}
	}
	switch missing {
	case 0:
		return scanAll, 0
	case 1:
		return scanToByte, stop
	}
	return scanSet, 0
}
