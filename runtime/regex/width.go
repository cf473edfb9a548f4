package regex

// This file defines how many characters a part of a pattern can match.

// maxBehind is the longest lookbehind, as in Perl.
const maxBehind = 255

// unbounded is the width of what has no greatest one.
const unbounded = 1 << 30

// measurer computes widths. Calls need the groups of the whole pattern.
type measurer struct {
	root   expr
	groups map[int]*captureExpr
	active map[int]bool // groups being measured, against endless recursion
	known  map[int][2]int
}

// newMeasurer prepares to measure parts of the pattern root.
func newMeasurer(root expr) *measurer {
	m := &measurer{root: root, groups: map[int]*captureExpr{}, active: map[int]bool{}, known: map[int][2]int{}}
	walk(root, func(e expr) {
		if c, ok := e.(*captureExpr); ok && m.groups[c.index] == nil {
			m.groups[c.index] = c
		}
	})
	return m
}

// walk visits e and everything inside of it.
func walk(e expr, visit func(expr)) {
	visit(e)
	for _, kid := range children(e) {
		walk(kid, visit)
	}
}

// children gives the direct parts of e.
func children(e expr) []expr {
	switch e := e.(type) {
	case *seqExpr:
		return e.parts
	case *altExpr:
		return e.branches
	case *captureExpr:
		return []expr{e.body}
	case *repeatExpr:
		return []expr{e.body}
	case *atomicExpr:
		return []expr{e.body}
	case *lookExpr:
		return []expr{e.body}
	case *condExpr:
		if e.test.look != nil {
			return []expr{e.test.look, e.yes, e.no}
		}
		return []expr{e.yes, e.no}
	}
	return nil
}

// width gives the least and the greatest number of characters e can match, the latter at most unbounded.
func (m *measurer) width(e expr) (lo, hi int) {
	switch e := e.(type) {
	case *litExpr:
		return literalWidth(e)
	case *setExpr:
		return 1, 1
	case *lineBreakExpr:
		return 1, 2
	case *clusterExpr:
		return 1, unbounded
	case *backrefExpr:
		return 0, unbounded
	case *captureExpr:
		return m.width(e.body)
	case *atomicExpr:
		return m.width(e.body)
	case *seqExpr:
		for _, part := range e.parts {
			l, h := m.width(part)
			lo, hi = min(lo+l, unbounded), min(hi+h, unbounded)
		}
		return lo, hi
	case *altExpr:
		return m.widest(e.branches)
	case *codeExpr:
		if e.postponed {
			return 0, unbounded
		}
		return 0, 0
	case *condExpr:
		if e.test.define {
			return 0, 0
		}
		return m.widest([]expr{e.yes, e.no})
	case *repeatExpr:
		l, h := m.width(e.body)
		return times(l, e.min), times(h, e.max)
	case *callExpr:
		return m.callWidth(e.group)
	}
	return 0, 0
}

func (m *measurer) widest(branches []expr) (lo, hi int) {
	lo = unbounded
	for _, b := range branches {
		l, h := m.width(b)
		lo, hi = min(lo, l), max(hi, h)
	}
	return lo, hi
}

// times multiplies a width with a number of repetitions, -1 being any number.
func times(width, n int) int {
	if width == 0 || n == 0 {
		return 0
	}
	if n < 0 || width >= unbounded/n {
		return unbounded
	}
	return width * n
}

func (m *measurer) callWidth(group int) (lo, hi int) {
	if m.active[group] {
		return 0, unbounded
	}
	if w, ok := m.known[group]; ok {
		return w[0], w[1]
	}
	m.active[group] = true
	if group == 0 {
		lo, hi = m.width(m.root)
	} else if c := m.groups[group]; c != nil {
		lo, hi = m.width(c.body)
	}
	delete(m.active, group)
	m.known[group] = [2]int{lo, hi}
	return lo, hi
}

// literalWidth allows for foldings: a sequence may match fewer characters than it has, and more.
func literalWidth(e *litExpr) (lo, hi int) {
	n := len(e.runes)
	f := foldingOf(e.flags, modeUTF8)
	if f == foldNone {
		return n, n
	}
	folded := make([]rune, 0, n+2)
	for _, r := range e.runes {
		folded = f.full(folded, r)
	}
	if f.meetsMultiFold(folded) {
		return (len(folded) + 2) / 3, len(folded)
	}
	return n, n
}

// measure settles how far a lookbehind goes back.
func (p *parser) measure(look *lookExpr) {
	look.min, look.max = p.measurer().width(look.body)
	if gather(look.body).accept {
		look.min = 0
	}
	if look.max > maxBehind {
		p.failWhole("Lookbehind longer than 255 not implemented")
	}
}
