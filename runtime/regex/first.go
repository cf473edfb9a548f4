package regex

// This file defines the analysis of what a node can be followed by. It is a least fixed point over the graph.

// bits is a set of bytes that is cheap to unite.
type bits [4]uint64

func (b *bits) add(c byte)         { b[c>>6] |= 1 << (c & 63) }
func (b *bits) has(c byte) bool    { return b[c>>6]>>(c&63)&1 != 0 }
func (b *bits) meets(o *bits) bool { return b[0]&o[0]|b[1]&o[1]|b[2]&o[2]|b[3]&o[3] != 0 }
func (b *bits) full() bool         { return b[0]&b[1]&b[2]&b[3] == ^uint64(0) }
func (b *bits) unite(o *bits)      { b[0], b[1], b[2], b[3] = b[0]|o[0], b[1]|o[1], b[2]|o[2], b[3]|o[3] }
func (b *bits) addSet(set *byteSet) {
	for c, in := range set {
		if in {
			b.add(byte(c))
		}
	}
}

func (b *bits) table() *byteSet {
	t := &byteSet{}
	for c := range t {
		t[c] = b.has(byte(c))
	}
	return t
}

// firstInfo tells how the rest of a match can go on from a node.
type firstInfo struct {
	set bits // bytes it can start with
	end bool // it may succeed at the end of the subject
	any bool // nothing can be said: it may succeed without looking at a byte
}

func (f *firstInfo) unite(o *firstInfo) {
	f.set.unite(&o.set)
	f.end = f.end || o.end
	f.any = f.any || o.any
}

var unknownFirst = firstInfo{set: bits{^uint64(0), ^uint64(0), ^uint64(0), ^uint64(0)}, end: true, any: true}

// analyse computes the first sets of all nodes and what follows from them.
func (p *program) analyse() {
	for _, n := range p.nodes {
		n.own = p.ownFirst(n)
	}
	for changed := true; changed; {
		changed = false
		for _, n := range p.nodes {
			if f := p.firstOf(n); f != n.first {
				n.first, changed = f, true
			}
		}
	}
	for _, n := range p.nodes {
		switch n.op {
		case opRun, opRunWide, opLazy, opLazyWide:
			p.settleRun(n)
		case opAlt:
			n.settleChoice(n.alts)
		case opStar:
			n.alts = []*node{n.body, n.next}
			n.settleChoice(n.alts)
		case opStarLazy:
			n.alts = []*node{n.next, n.body}
			n.settleChoice(n.alts)
		}
	}
}

// ownFirst gives the bytes a node that matches characters can begin with, nil for other nodes.
func (p *program) ownFirst(n *node) *bits {
	b := &bits{}
	switch n.op {
	case opChar:
		b.add(n.c)
	case opLit:
		b.add(n.lit[0])
	case opFoldLit:
		for c := range n.fold {
			if n.fold[c] == n.lit[0] {
				b.add(byte(c))
			}
		}
	case opFoldSeq:
		p.firstOfSeq(n, b)
	case opSet, opSetWide, opRun, opLazy, opRunWide, opLazyWide:
		if n.wide != nil {
			b.addLead(n.set)
		} else {
			b.addSet(n.set)
		}
	case opLineBreak:
		p.firstOfLineBreak(b)
	case opCluster:
		*b = unknownFirst.set
	case opTrie:
		n.trie.first(b)
	default:
		return nil
	}
	return b
}

// firstOf applies the rule of one node to the present state of the others. What comes behind the end of an atomic group
// must not be looked at, or the group would give back for its sake; nor what comes behind a verb, which must be met.
func (p *program) firstOf(n *node) firstInfo {
	f := firstInfo{}
	if n.own != nil {
		f.set = *n.own
	}
	switch n.op {
	case opFail, opChar, opLit, opFoldLit, opFoldSeq, opSet, opSetWide, opLineBreak, opCluster:
	case opMatch, opBackref, opBackrefFold, opAssertEnd, opAtomicEnd, opAccept, opVerb, opCode, opPostponed:
		return unknownFirst
	case opRun, opLazy, opRunWide, opLazyWide:
		if n.min == 0 {
			f.unite(&n.next.first)
		}
	case opTrie:
		if n.trie.accept[0] >= 0 {
			f.unite(&n.next.first)
		}
	case opAlt:
		for _, a := range n.alts {
			f.unite(&a.first)
		}
	case opStar, opStarLazy, opLoop, opLoopLazy:
		f.unite(&n.body.first)
		f.unite(&n.next.first)
	case opCondCode, opGate:
		return unknownFirst
	case opCondGroup, opCondRecursion:
		f.unite(&n.body.first)
		f.unite(&n.other.first)
	case opAtomic, opCall:
		return n.body.first
	case opAssert:
		if p.verbs {
			return unknownFirst
		}
		if n.other != nil {
			f.unite(&n.other.first)
		}
		f.unite(&n.next.first)
	case opClose:
		if n.called {
			return unknownFirst
		}
		return n.next.first
	case opPeek, opPeekLit:
		f = n.next.first
		if !n.negate && !n.behind {
			f.narrow(n)
		}
	case opTextEnd:
		f.end = true
	case opTextEndLine, opLineEnd:
		f.set.add('\n')
		f.end = true
	default:
		return n.next.first
	}
	return f
}

// narrow leaves what a lookahead lets pass.
func (f *firstInfo) narrow(n *node) {
	var ahead bits
	switch {
	case n.op == opPeekLit:
		ahead.add(n.lit[0])
	case n.wide != nil:
		ahead.addLead(n.set)
	default:
		ahead.addSet(n.set)
	}
	if f.any {
		f.set = ahead
	} else {
		for k := range f.set {
			f.set[k] &= ahead[k]
		}
	}
	f.any, f.end = false, false
}

// addLead adds what characters of a wide set begin with.
func (b *bits) addLead(set *byteSet) {
	for c := range set {
		if set[c] && (c < 0x80 || c >= 0xC0) {
			b.add(byte(c))
		}
	}
}

// firstOfSeq finds the bytes at which text that folds to n.seq can begin.
func (p *program) firstOfSeq(n *node, set *bits) {
	for b := range 128 {
		if n.how.startsWith(rune(b), n.seq) {
			set.add(byte(b))
		}
	}
	for b := 128; b < 256; b++ {
		if p.mode == modeUTF8 && b >= 0xC0 || p.mode == modeBytes && n.how.startsWith(rune(b), n.seq) {
			set.add(byte(b))
		}
	}
}

// startsWith tells whether the folding of r begins seq.
func (f folding) startsWith(r rune, seq []rune) bool {
	var room [4]rune
	folded := f.full(room[:0], r)
	if len(folded) > len(seq) {
		return false
	}
	for k, x := range folded {
		if seq[k] != x {
			return false
		}
	}
	return true
}

func (p *program) firstOfLineBreak(set *bits) {
	for c := byte('\n'); c <= '\r'; c++ {
		set.add(c)
	}
	if p.mode == modeUTF8 {
		set.add(0xC2)
		set.add(0xE2)
	} else {
		set.add(0x85)
	}
}

// settleChoice builds the tables by which alternatives are chosen.
func (n *node) settleChoice(alts []*node) {
	n.masks = &[256]uint32{}
	for k, a := range alts {
		bit := uint32(1) << uint(k)
		f := &a.first
		if f.any || f.end {
			n.endMask |= bit
		}
		for b := range n.masks {
			if f.any || f.set.has(byte(b)) {
				n.masks[b] |= bit
			}
		}
	}
}

// settleRun finds out to which places a run has to give back.
func (p *program) settleRun(n *node) {
	f := &n.next.first
	if f.any {
		if p.endsMatch(n.next) && n.op != opLazy && n.op != opLazyWide {
			n.possessive = true
		}
		return
	}
	if !f.set.full() {
		n.follow, n.followEnd = f.set.table(), f.end
	}
	n.followLit = leadingLiteral(n.next)
	if n.op == opLazy || n.op == opLazyWide {
		return
	}
	if n.disjointFrom(f) {
		n.possessive = true
	}
}

// endsMatch tells whether nothing but the end of the pattern follows, where the longest run always succeeds if any does.
func (p *program) endsMatch(n *node) bool {
	for n.op == opCloseFast || n.op == opClose && !n.called {
		n = n.next
	}
	return n.op == opMatch && !n.called
}

// leadingLiteral gives the literal with which the rest must start.
func leadingLiteral(n *node) string {
	for {
		switch n.op {
		case opOpen, opOpenFast, opCloseFast, opKeep:
			n = n.next
			continue
		case opClose:
			if n.called {
				return ""
			}
			n = n.next
			continue
		case opChar:
			return string([]byte{n.c})
		case opPeekLit:
			if n.negate || n.behind {
				return ""
			}
			return n.lit
		case opLit:
			return n.lit
		}
		return ""
	}
}

// disjointFrom tells whether no character of the run can be the first of what follows.
func (n *node) disjointFrom(f *firstInfo) bool {
	var own bits
	if n.wide == nil {
		own.addSet(n.set)
		return !own.meets(&f.set)
	}
	for c := range 128 {
		if n.set[c] && f.set.has(byte(c)) {
			return false
		}
	}
	own.addLead(n.set)
	if !own.meets(&f.set) {
		return true
	}
	return n.wide.excludes(n.next)
}

// excludes tells whether a wide set is known to have no character in common with the set that comes next.
func (w *wideSet) excludes(n *node) bool {
	for n.op == opOpen || n.op == opOpenFast || n.op == opCloseFast || n.op == opClose && !n.called {
		n = n.next
	}
	if n.wide == nil || n.op != opSetWide && (n.op != opRunWide && n.op != opLazyWide || n.min == 0) {
		return false
	}
	a, aNot := w.named()
	b, bNot := n.wide.named()
	switch {
	case a == noBuiltin || b == noBuiltin:
		return false
	case a == b:
		return aNot != bNot
	case aNot || bNot:
		return false
	}
	return a == clsSpace && (b == clsWord || b == clsDigit) || b == clsSpace && (a == clsWord || a == clsDigit)
}

// named gives the built-in class a set consists of, if it does.
func (w *wideSet) named() (builtin, bool) {
	if w.class == nil || w.class.op != 0 || len(w.class.ranges) > 0 || len(w.class.items) != 1 || w.class.items[0].prop != nil {
		return noBuiltin, false
	}
	t := w.class.items[0]
	return t.named, t.negate != w.class.negate
}
