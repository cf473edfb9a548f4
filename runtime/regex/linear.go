package regex

// This file defines the matcher that takes over when backtracking does too much work: it visits every pair of a choice
// and a place once only, so its time is bounded by the product of pattern and subject. What it finds is the same: a pair
// that has been visited has failed, and without references to groups it would fail again.

import "sync"

const (
	maxLinearNodes = 5_000   // a longer program is not worth it
	maxVisited     = 1 << 30 // pairs: 128 MiB
)

// linear is the program for it, made when it is first needed.
type linear struct {
	pattern string
	tree    *parsed
	mode    mode
	once    sync.Once
	prog    *program
	rows    int // choices
}

// program gives the program, or nil if it would be too large.
func (l *linear) program() *program {
	l.once.Do(func() {
		l.prog, l.rows = compileLinear(l.pattern, l.tree, l.mode)
	})
	return l.prog
}

// compileLinear builds a program without runs and counters and numbers its choices. The result is nil if it would be too
// large.
func compileLinear(pattern string, t *parsed, m mode) (*program, int) {
	c := &compiler{
		mode:   m,
		linear: true,
		widths: newMeasurer(t.root),
		facts:  gather(t.root),
		then:   -1,
		prog:   &program{pattern: pattern, mode: m, groups: t.groups, entries: map[int]*node{}},
	}
	p := c.prog
	p.regs = p.base() + regFixed
	p.start = c.expr(t.root, c.node(opMatch, nil))
	if c.size > maxLinearNodes {
		return nil, 0
	}
	p.analyse()
	rows := 0
	for _, n := range p.nodes {
		switch n.op {
		case opAlt, opStar, opStarLazy, opTrie:
			n.memo = int32(rows)
			rows++
		}
	}
	return p, rows
}

// searchLinear goes on with the search at a place where backtracking has given up. The allowance starts afresh, but is
// no longer needed to bound the work.
func (st *State) searchLinear(from *program, at int) int {
	w := &st.stats
	s := w.subject
	p := from.linear.program()
	width := len(s) + 1 - at
	if p == nil || from.linear.rows > 0 && width > maxVisited/from.linear.rows {
		return st.carryOn(from, at)
	}
	w.stop, w.till = stopNone, w.least
	w.soft, w.hard = maxVisited, maxVisited
	words := (from.linear.rows*width + 63) / 64
	if cap(st.visited) < words {
		st.visited = make([]uint64, words)
	}
	st.visited = st.visited[:words]
	clear(st.visited)
	st.prepare(p)
	w.prog = p
	plan := &from.search
	for first := at; at <= len(s); at = from.step(s, at) {
		if plan.kind != searchG {
			if at = plan.next(s, at); at < 0 {
				break
			}
		}
		w.start = at
		st.reset(p)
		end := st.runLinear(p.start, at, first, width)
		if end >= 0 || w.err != nil || plan.kind == searchG {
			st.adopt(from, end)
			return end
		}
	}
	w.prog = from
	return -1
}

// step gives the place one character on.
func (p *program) step(s string, at int) int {
	if at < len(s) && p.mode == modeUTF8 {
		return at + charLen(s, at)
	}
	return at + 1
}

// carryOn backtracks with the full allowance where there is no linear way.
func (st *State) carryOn(p *program, at int) int {
	w := &st.stats
	if w.hard == 0 {
		st.limits() // the stack was full before the first pause
	}
	w.stop, w.till, w.soft = stopNone, w.least, w.hard
	if st.full() {
		w.stop, w.err = stopError, &BudgetError{Pattern: p.pattern, Steps: w.spent, Pos: at}
		return -1
	}
	if end := st.try(p, at); end >= 0 || w.err != nil {
		return end
	}
	if p.search.kind == searchG || p.search.float {
		return -1
	}
	if at = p.advance(w.subject, at); at > len(w.subject) {
		return -1
	}
	h := hunt{at: at, must: -1}
	if !p.search.hunt(p, w.subject, &h) {
		return -1
	}
	return st.search(p, h)
}

// adopt makes registers of the linear program readable as those of the other. The groups are in the same place, and so
// are the three fixed registers behind them.
func (st *State) adopt(from *program, end int) {
	if end < 0 {
		return
	}
	p := st.stats.prog
	last := st.reg[p.base()+regLast]
	keep := st.reg[p.base()+regKeep]
	st.prepareKeeping(from)
	st.reg[from.base()+regLast], st.reg[from.base()+regKeep] = last, keep
	st.stats.prog = from
}

// prepareKeeping is prepare without losing the captures.
func (st *State) prepareKeeping(p *program) {
	if cap(st.reg) < p.regs {
		bigger := make([]int, p.regs)
		copy(bigger, st.reg)
		st.reg = bigger
	}
	st.reg = st.reg[:p.regs]
	st.Caps = st.reg[:2*(p.groups+1)]
}

// seen marks a pair of a choice and a place and tells whether it was marked before.
func (st *State) seen(n *node, at, width int) bool {
	k := int(n.memo)*width + at
	bit := uint64(1) << (uint(k) & 63)
	if st.visited[k>>6]&bit != 0 {
		return true
	}
	st.visited[k>>6] |= bit
	return false
}

// runLinear is run for linear programs. Places are remembered relative to first.
func (st *State) runLinear(n *node, i, first, width int) int {
	s := st.stats.subject
	p := st.stats.prog
	sp := 0
	for n != nil {
		next := n.next
		ok := true
		switch n.op {
		case opMatch:
			if i >= st.stats.till {
				return i
			}
			ok = false
		case opAlt, opStar, opStarLazy:
			mask := n.endMask
			if i < len(s) {
				mask = n.masks[s[i]]
			}
			switch {
			case mask == 0:
				ok = false
			case st.seen(n, i-first, width):
				// A loop that is met again where its round began has had an empty round, which ends it. In any other
				// case what follows has failed already.
				ok = n.op != opAlt
			default:
				if rest := mask & (mask - 1); rest != 0 {
					sp = st.push(sp, frame{kind: frameAlt, id: n.id, a: i, b: int(rest)})
				}
				next = n.alts[lowBit(mask)]
			}
		case opTrie:
			if ok = !st.seen(n, i-first, width); ok {
				next, i, sp = st.trie(n, i, sp)
				ok = next != nil
			}
		default:
			next, i, sp = st.plain(n, i, sp)
			ok = next != nil
		}
		if ok {
			n = next
			continue
		}
		n, i, sp = st.backLinear(p, sp)
	}
	return -1
}

// backLinear takes back records up to one that knows another way; the node is nil if there is none, or if the match has
// been stopped.
func (st *State) backLinear(p *program, sp int) (*node, int, int) {
	w := &st.stats
	for sp > 0 && w.stop == stopNone {
		if w.left--; w.left < 0 && !st.pauseFor(w.start) {
			break
		}
		f := &st.stack[sp-1]
		switch f.kind {
		case frameAlt:
			n, at, mask := p.nodes[f.id], f.a, uint32(f.b)
			if rest := mask & (mask - 1); rest != 0 {
				f.b = int(rest)
			} else {
				sp--
			}
			return n.alts[lowBit(mask)], at, sp
		case frameJump:
			return p.nodes[f.id], f.a, sp - 1
		}
		sp--
		st.undo(f)
	}
	return nil, 0, 0
}

// plain walks a node that has no choice.
func (st *State) plain(n *node, i, sp int) (*node, int, int) {
	s := st.stats.subject
	p := st.stats.prog
	ok := false
	switch n.op {
	case opChar:
		ok = i < len(s) && s[i] == n.c
		i++
	case opLit:
		ok = len(s)-i >= len(n.lit) && s[i:i+len(n.lit)] == n.lit
		i += len(n.lit)
	case opFoldLit:
		ok = len(s)-i >= len(n.lit) && n.sameFolded(s[i:])
		i += len(n.lit)
	case opSet, opSetWide:
		i = n.step(s, i)
		ok = i >= 0
	case opRun:
		end := n.runEnd(s, i)
		ok = end >= i+n.min
		i = end
	case opRunWide:
		end, low := n.runEndWide(s, i)
		ok = end >= low
		i = end
	case opOpen:
		sp = st.set(sp, 2*(p.groups+1)+n.k, i)
		ok = true
	case opClose:
		k, last := n.k, p.base()+regLast
		sp = st.push(sp, frame{kind: frameUndoCap, id: int32(k), a: st.reg[2*k], b: st.reg[2*k+1], c: st.reg[last]})
		st.reg[2*k], st.reg[2*k+1] = st.reg[2*(p.groups+1)+k], i
		st.reg[last] = max(st.reg[last]&^0xFFFF, k<<16) | k
		ok = true
	case opTextStart:
		ok = i == 0
	case opTextEndLine:
		ok = i == len(s) || i == len(s)-1 && s[i] == '\n'
	case opWordBoundary:
		ok = n.atBoundary(s, i) != n.negate
	case opFail:
	default:
		return st.rare(n, i, sp)
	}
	if !ok {
		return nil, i, sp
	}
	return n.next, i, sp
}
