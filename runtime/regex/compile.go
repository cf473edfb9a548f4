package regex

// This file defines the compiler from trees to graphs. It works from the end to the start, so that every part is
// compiled knowing the node that comes next.

// compiler builds one program.
type compiler struct {
	prog    *program
	mode    mode
	linear  bool // build for the linear matcher: no runs, no counters
	widths  *measurer
	facts   facts
	loops   int   // loops around the place
	then    int   // register of the alternation (*THEN) refers to, or -1
	open    []int // capture groups around the place, the innermost last
	exits   []*node
	fold    *[256]byte // table for foldHow, made on first use
	foldHow folding
	size    int // nodes made, for the limit of linear programs
}

// facts is what a look at the whole tree tells.
type facts struct {
	calls   map[int]bool // groups that are called
	refs    bool         // there are references or conditions on groups
	accept  bool
	verbs   bool
	keep    bool
	code    bool
	search  bool // \G
	regular bool // nothing that a linear matcher cannot do
}

func gather(root expr) facts {
	f := facts{calls: map[int]bool{}, regular: true}
	walk(root, func(e expr) {
		switch e := e.(type) {
		case *callExpr:
			f.calls[e.group] = true
			f.regular = false
		case *backrefExpr:
			f.refs, f.regular = true, false
		case *condExpr:
			f.refs, f.regular = true, false
			f.code = f.code || e.test.code != nil
		case *atomicExpr:
			r, ok := e.body.(*repeatExpr)
			f.regular = f.regular && ok && r.greed != lazy && isSingle(r.body)
		case *lookExpr:
			_, lit := e.body.(*litExpr)
			f.regular = f.regular && (isSingle(e.body) || lit)
		case *repeatExpr:
			f.regular = f.regular && (e.greed != possessive || isSingle(e.body))
		case *verbExpr:
			f.verbs, f.regular = true, false
			f.accept = f.accept || e.verb == verbAccept
		case *keepExpr:
			f.keep = true
		case *codeExpr:
			f.code, f.regular = true, false
		case *assertExpr:
			f.search = f.search || e.what == searchStart
		}
	})
	return f
}

// compile makes the program of a pattern for one mode.
func compile(pattern string, t *parsed, m mode, inner bool) *program {
	c := &compiler{
		mode:   m,
		widths: newMeasurer(t.root),
		facts:  gather(t.root),
		then:   -1,
		prog:   &program{pattern: pattern, mode: m, groups: t.groups, calls: map[int]int{}, entries: map[int]*node{}},
	}
	p := c.prog
	p.regs = p.base() + regFixed
	p.keeps, p.verbs = c.facts.keep, c.facts.verbs || c.facts.code
	p.fast = c.facts.fastCaptures(t.root)
	if p.fast {
		p.lastParen = t.groups
	}
	for group := range c.facts.calls {
		p.calls[group] = c.register()
	}
	end := c.node(opMatch, nil)
	end.called = c.facts.calls[0]
	c.exits = append(c.exits, end)
	if inner && !end.called {
		end = c.node(opGate, end)
	}
	p.start = c.expr(t.root, end)
	p.entries[0] = p.start
	for _, n := range p.nodes {
		if n.op == opCall {
			n.body = p.entries[n.k]
		}
	}
	p.analyse()
	p.search = planSearch(p, t.root, c)
	if c.facts.regular {
		p.linear = &linear{pattern: pattern, tree: t, mode: m}
	}
	return p
}

// fastCaptures tells whether every group is closed exactly once on the way to any match, so that stale captures can
// never be seen.
func (f *facts) fastCaptures(root expr) bool {
	if f.refs || f.accept || f.code || len(f.calls) > 0 {
		return false
	}
	ok := true
	var visit func(e expr, certain bool)
	visit = func(e expr, certain bool) {
		switch e := e.(type) {
		case *seqExpr:
			for _, part := range e.parts {
				visit(part, certain)
			}
			return
		case *captureExpr:
			ok = ok && certain
			visit(e.body, certain)
			return
		}
		for _, kid := range children(e) {
			visit(kid, false)
		}
	}
	visit(root, true)
	return ok
}

func (c *compiler) node(op opcode, next *node) *node {
	n := &node{op: op, next: next, id: int32(len(c.prog.nodes)), memo: -1, slot: -1}
	c.prog.nodes = append(c.prog.nodes, n)
	c.size++
	return n
}

// register takes a new register.
func (c *compiler) register() int {
	c.prog.regs++
	return c.prog.regs - 1
}

// expr compiles e so that next is what follows it.
func (c *compiler) expr(e expr, next *node) *node {
	switch e := e.(type) {
	case *failExpr:
		return c.node(opFail, nil)
	case *litExpr:
		return c.literal(e, next)
	case *setExpr:
		return c.setNode(e.class, next)
	case *seqExpr:
		for k := len(e.parts) - 1; k >= 0; k-- {
			next = c.expr(e.parts[k], next)
		}
		return next
	case *altExpr:
		return c.alternation(e, next)
	case *captureExpr:
		return c.capture(e, next)
	case *repeatExpr:
		return c.repeat(e, next)
	case *atomicExpr:
		return c.atomic(e.body, next)
	case *lookExpr:
		return c.look(e, next)
	case *condExpr:
		return c.conditional(e, next)
	case *callExpr:
		n := c.node(opCall, next)
		n.k, n.slot = e.group, c.prog.calls[e.group]
		return n
	case *backrefExpr:
		return c.backref(e, next)
	case *assertExpr:
		return c.assert(e, next)
	case *verbExpr:
		return c.verbNode(e, next)
	case *keepExpr:
		return c.node(opKeep, next)
	case *codeExpr:
		return c.code(e, next)
	case *lineBreakExpr:
		return c.node(opLineBreak, next)
	case *clusterExpr:
		return c.node(opCluster, next)
	}
	return next
}

// capture compiles a group.
func (c *compiler) capture(e *captureExpr, next *node) *node {
	if c.prog.fast {
		end := c.node(opCloseFast, next)
		end.k = e.index
		if c.prog.lastClosed == 0 {
			c.prog.lastClosed = e.index // compiled from the end: the first to be seen is the last to be closed
		}
		n := c.node(opOpenFast, c.expr(e.body, end))
		n.k = e.index
		return n
	}
	end := c.node(opClose, next)
	end.k = e.index
	end.called = c.facts.calls[e.index]
	c.open = append(c.open, e.index)
	n := c.node(opOpen, c.expr(e.body, end))
	c.open = c.open[:len(c.open)-1]
	n.k = e.index
	n.undo = c.loops > 0 || len(c.facts.calls) > 0
	if c.widths.groups[e.index] == e {
		c.prog.entries[e.index] = n // of several groups of the same number the first is called
	}
	return n
}

// maxBranches is the number of alternatives one node can hold, so that a mask of them fits an int everywhere.
const maxBranches = 31

// alternation compiles branches.
func (c *compiler) alternation(e *altExpr, next *node) *node {
	if n := c.trie(e, next); n != nil {
		return n
	}
	saved, guard := c.then, c.facts.verbs && hasThen(e)
	if guard {
		c.then = c.register()
	}
	var alts []*node
	branches := e.branches
	var rest *altExpr
	if len(branches) > maxBranches {
		branches, rest = branches[:maxBranches-1], &altExpr{branches[maxBranches-1:]}
	}
	for _, b := range branches {
		alts = append(alts, c.expr(b, next))
	}
	if rest != nil {
		alts = append(alts, c.expr(rest, next))
	}
	n := c.node(opAlt, nil)
	n.alts, n.guard = alts, guard
	if guard {
		n.slot = c.then
	}
	c.then = saved
	return n
}

// hasThen tells whether there is a (*THEN) in e.
func hasThen(e expr) bool {
	found := false
	walk(e, func(e expr) {
		if v, ok := e.(*verbExpr); ok && v.verb == verbThen {
			found = true
		}
	})
	return found
}

// choice makes an alternation of two nodes.
func (c *compiler) choice(first, second *node) *node {
	n := c.node(opAlt, nil)
	n.alts = []*node{first, second}
	return n
}

func (c *compiler) backref(e *backrefExpr, next *node) *node {
	n := c.node(opBackref, next)
	n.refs = c.existing(e.groups)
	if n.how = foldingOf(e.flags, c.mode); n.how != foldNone {
		n.op = opBackrefFold
	}
	return n
}

func (c *compiler) assert(e *assertExpr, next *node) *node {
	n := c.node(opFail, next)
	switch e.what {
	case textStart:
		n.op = opTextStart
	case textEnd:
		n.op = opTextEnd
	case textEndLine:
		n.op = opTextEndLine
	case lineStart:
		n.op = opLineStart
	case lineEnd:
		n.op = opLineEnd
	case searchStart:
		n.op = opSearchStart
	case wordBoundary, notBoundary:
		n.op, n.negate = opWordBoundary, e.what == notBoundary
		n.set, n.wide = c.set(&class{flags: e.flags &^ I, items: []classItem{{named: clsWord}}})
	case clusterBreak, clusterInside:
		n.op, n.negate = opClusterBreak, e.what == clusterInside
	}
	return n
}

func (c *compiler) verbNode(e *verbExpr, next *node) *node {
	if e.verb == verbAccept {
		n := c.node(opAccept, nil)
		n.refs = append([]int(nil), c.open...)
		n.owner = c.exits[len(c.exits)-1]
		return n
	}
	n := c.node(opVerb, next)
	n.verb, n.lit, n.slot = e.verb, e.name, c.then
	return n
}
