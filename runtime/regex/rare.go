package regex

// This file defines the nodes that are not worth a place in the matcher's loop.

import "strings"

// push puts a record on the stack. If there is no room left the match has been stopped and the record is lost.
func (st *State) push(sp int, f frame) int {
	if sp == len(st.stack) && st.grow() == nil {
		return sp
	}
	st.stack[sp] = f
	return sp + 1
}

// set changes a register and records what it was.
func (st *State) set(sp, register, value int) int {
	sp = st.push(sp, frame{kind: frameUndo, id: int32(register), a: st.reg[register]})
	st.reg[register] = value
	return sp
}

// rare walks node n at i. It gives the next node, or nil if n does not match, and the place and the height of the stack.
func (st *State) rare(n *node, i, sp int) (*node, int, int) {
	s := st.stats.subject
	ok := false
	switch n.op {
	case opTextEnd:
		ok = i == len(s)
	case opLineStart:
		ok = i == 0 || i < len(s) && s[i-1] == '\n'
	case opLineEnd:
		ok = i == len(s) || s[i] == '\n'
	case opSearchStart:
		ok = i == st.G
	case opClusterBreak:
		ok = isClusterBreak(s, i, st.stats.prog.mode) != n.negate
	case opPeek:
		if n.behind {
			ok = n.before(s, i) != n.negate
		} else {
			ok = n.ahead(s, i) != n.negate
		}
	case opPeekLit:
		if n.behind {
			ok = strings.HasSuffix(s[:i], n.lit) != n.negate
		} else {
			ok = strings.HasPrefix(s[i:], n.lit) != n.negate
		}
	case opFoldSeq:
		end := n.seqEnd(s, i, st.stats.prog.mode)
		if ok = end >= 0; ok {
			i = end
		}
	case opLineBreak:
		size := lineBreak(s, i, st.stats.prog.mode)
		ok = size > 0
		i += size
	case opCluster:
		size := cluster(s, i, st.stats.prog.mode)
		ok = size > 0
		i += size
	case opBackref, opBackrefFold:
		end := st.backref(n, i)
		if ok = end >= 0; ok {
			i = end
		}
	case opUnset:
		k := n.k
		if st.reg[2*k] >= 0 {
			last := st.reg[st.stats.prog.base()+regLast]
			sp = st.push(sp, frame{kind: frameUndoCap, id: int32(k), a: st.reg[2*k], b: st.reg[2*k+1], c: last})
			st.reg[2*k], st.reg[2*k+1] = -1, -1
		}
		ok = true
	case opKeep:
		sp = st.set(sp, st.stats.prog.base()+regKeep, i)
		ok = true
	case opCondGroup:
		return n.branch(st.anySet(n.refs)), i, sp
	case opCondCode:
		return n.branch(st.Coder.Run(st, n.k, i)), i, sp
	case opCode:
		st.Coder.Run(st, n.k, i)
		ok = true
	case opGate:
		ok = !st.rejects(i)
	case opCondRecursion:
		return n.branch(st.inAnyCall(n.refs)), i, sp
	default:
		return st.construct(n, i, sp)
	}
	if !ok {
		return nil, i, sp
	}
	return n.next, i, sp
}

// construct walks the nodes that leave choices behind.
func (st *State) construct(n *node, i, sp int) (*node, int, int) {
	switch n.op {
	case opLazyWide:
		return st.lazyWide(n, i, sp)
	case opTrie:
		return st.trie(n, i, sp)
	case opLoopInit:
		r := n.slot
		sp = st.push(sp, frame{kind: frameUndoLoop, id: int32(r), b: st.reg[r], c: st.reg[r+1]})
		st.reg[r], st.reg[r+1] = 0, -1
		return n.next, i, sp
	case opLoop, opLoopLazy:
		return st.loop(n, i, sp)
	case opAtomic:
		sp = st.push(sp, frame{kind: frameBarrier, id: n.id, a: i, b: st.reg[n.slot]})
		st.reg[n.slot] = sp - 1
		return n.body, i, sp
	case opAtomicEnd:
		return n.next, i, st.commit(n.owner, sp)
	case opAssert:
		return st.assert(n, i, sp)
	case opAssertEnd:
		return st.assertEnd(n.owner, i, sp)
	case opCall:
		return st.call(n, i, sp)
	case opAccept:
		return st.accept(n, i, sp)
	case opPostponed:
		return st.postpone(n, i, sp)
	case opVerb:
		return n.next, i, st.push(sp, frame{kind: frameVerb, id: n.id, a: i})
	}
	return nil, i, sp
}

// branch gives the part of a condition to go on with.
func (n *node) branch(yes bool) *node {
	if yes {
		return n.body
	}
	return n.other
}

// anySet tells whether one of the groups has captured.
func (st *State) anySet(groups []int) bool {
	for _, g := range groups {
		if st.reg[2*g+1] >= 0 {
			return true
		}
	}
	return false
}

// lineBreak gives the length of the generic line break at i, 0 if there is none.
func lineBreak(s string, i int, m mode) int {
	if i >= len(s) {
		return 0
	}
	switch c := s[i]; {
	case c == '\r' && i+1 < len(s) && s[i+1] == '\n':
		return 2
	case '\n' <= c && c <= '\r' || c == 0x85 && m == modeBytes:
		return 1
	case c >= 0xC2 && m == modeUTF8:
		if r, size := decode(s, i); isVertical(r) {
			return size
		}
	}
	return 0
}

// backref matches what the first of n's groups that is set has captured; it gives the end or -1.
func (st *State) backref(n *node, i int) int {
	s := st.stats.subject
	for _, g := range n.refs {
		from, to := st.reg[2*g], st.reg[2*g+1]
		if to < 0 {
			continue
		}
		if n.op == opBackrefFold {
			return foldedEnd(s, from, to, i, n.how, st.stats.prog.mode)
		}
		if size := to - from; len(s)-i >= size && s[i:i+size] == s[from:to] {
			return i + size
		}
		return -1
	}
	return -1
}

// foldedEnd matches s[from:to] at i under folding f; it gives the end or -1.
func foldedEnd(s string, from, to, i int, f folding, m mode) int {
	var roomA, roomB [8]rune
	a, b := roomA[:0], roomB[:0] // folded characters not yet compared; one of them is empty
	for from < to || len(a) > 0 || len(b) > 0 {
		if len(a) == 0 {
			if from >= to {
				return -1
			}
			r, size := charAt(s, from, m)
			a, from = f.full(roomA[:0], r), from+size
		}
		if len(b) == 0 {
			if i >= len(s) {
				return -1
			}
			r, size := charAt(s, i, m)
			b, i = f.full(roomB[:0], r), i+size
		}
		for len(a) > 0 && len(b) > 0 {
			if a[0] != b[0] {
				return -1
			}
			a, b = a[1:], b[1:]
		}
	}
	return i
}

// charAt reads a character in a mode.
func charAt(s string, i int, m mode) (rune, int) {
	if m == modeBytes {
		return rune(s[i]), 1
	}
	return decode(s, i)
}

// lazyWide starts a lazy run of characters of several bytes.
func (st *State) lazyWide(n *node, i, sp int) (*node, int, int) {
	s := st.stats.subject
	for range n.min {
		if i = n.step(s, i); i < 0 {
			return nil, 0, sp
		}
	}
	more := -1
	if n.max >= 0 {
		more = n.max - n.min
	}
	at, more := n.takeMoreWide(s, i, more)
	if at < 0 {
		return nil, i, sp
	}
	if more != 0 {
		sp = st.push(sp, frame{kind: frameLazyWide, id: n.id, a: at, b: more})
	}
	return n.next, at, sp
}

// trie tries the literals of an alternation.
func (st *State) trie(n *node, i, sp int) (*node, int, int) {
	var words [triePrefix]found
	count := n.trie.walk(st.stats.subject, i, &words)
	if count == 0 {
		return nil, i, sp
	}
	for k := count - 1; k > 0; k-- {
		sp = st.push(sp, frame{kind: frameJump, id: n.next.id, a: words[k].pos})
	}
	return n.next, words[0].pos, sp
}

// loop decides at the end of a round, or at the beginning, whether to go round again.
func (st *State) loop(n *node, i, sp int) (*node, int, int) {
	count, place := st.reg[n.slot], st.reg[n.slot+1]
	switch {
	case count < n.min:
		return st.again(n, i, sp)
	case i == place, n.max >= 0 && count >= n.max:
		return n.next, i, sp // a round that matched nothing is the last
	case n.op == opLoopLazy:
		sp = st.push(sp, frame{kind: frameLoopLazy, id: n.id, a: i, b: count, c: place})
		return n.next, i, sp
	}
	sp = st.push(sp, frame{kind: frameLoop, id: n.id, a: i, b: count, c: place})
	st.reg[n.slot], st.reg[n.slot+1] = count+1, i
	return n.body, i, sp
}

// again begins another round.
func (st *State) again(n *node, i, sp int) (*node, int, int) {
	r := n.slot
	sp = st.push(sp, frame{kind: frameUndoLoop, id: int32(r), b: st.reg[r], c: st.reg[r+1]})
	st.reg[r], st.reg[r+1] = st.reg[r]+1, i
	return n.body, i, sp
}
