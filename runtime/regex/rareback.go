package regex

// This file defines the backtracking into records that are not worth a place in the matcher's loop.

// rareBack takes the latest record. It gives the node to go on with and its place, or nil if the record only undid
// something, and the height of the stack.
func (st *State) rareBack(sp int) (*node, int, int) {
	f := &st.stack[sp-1]
	nodes := st.stats.prog.nodes
	switch f.kind {
	case frameJump:
		return nodes[f.id], f.a, sp - 1
	case frameLazyWide:
		return st.moreLazy(f, sp)
	case frameLoop:
		st.undo(f)
		return nodes[f.id].next, f.a, sp - 1
	case frameLoopLazy:
		n := nodes[f.id]
		st.reg[n.slot], st.reg[n.slot+1] = f.b, f.c
		return st.again(n, f.a, sp-1)
	case frameBehind:
		n := nodes[f.id]
		if st.stats.prog.mode == modeBytes {
			f.a++
		} else {
			f.a += charLen(st.stats.subject, f.a)
		}
		if f.b--; f.b == n.min {
			sp--
		}
		return n.body, f.a, sp
	case frameNot:
		st.undo(f)
		n := nodes[f.id]
		if n.negate {
			return n.next, f.a, sp - 1
		}
		return n.other, f.a, sp - 1
	case framePostponed:
		return st.morePostponed(sp)
	case frameVerb:
		return nil, 0, st.verbBack(f, sp-1)
	}
	st.undo(f)
	return nil, 0, sp - 1
}

// moreLazy extends a lazy run.
func (st *State) moreLazy(f *frame, sp int) (*node, int, int) {
	n := st.stats.prog.nodes[f.id]
	at, more := n.step(st.stats.subject, f.a), f.b-1
	if at >= 0 {
		at, more = n.takeMoreWide(st.stats.subject, at, max(more, -1))
	}
	if at < 0 {
		return nil, 0, sp - 1
	}
	if f.a, f.b = at, more; more == 0 {
		sp--
	}
	return n.next, at, sp
}

// verbBack does what a verb demands when it is backtracked into. sp is the height without its record.
func (st *State) verbBack(f *frame, sp int) int {
	n := st.stats.prog.nodes[f.id]
	at := f.a
	switch n.verb {
	case verbMark:
		return sp
	case verbThen:
		if n.slot >= 0 {
			return st.cut(sp, st.reg[n.slot]+1)
		}
	case verbSkip:
		if n.lit != "" {
			mark := st.findMark(n.lit, sp)
			if mark < 0 {
				return sp
			}
			at = mark
		}
	}
	if sp = st.cut(sp, 0); sp > 0 {
		return sp
	}
	switch n.verb {
	case verbCommit:
		st.stats.stop = stopCommit
	case verbSkip:
		st.stats.stop, st.stats.skipTo = stopSkip, at
	default:
		st.stats.stop = stopPrune
	}
	return 0
}

// cut takes back records down to a height, but not beyond a construct whose failure is a success.
func (st *State) cut(sp, height int) int {
	for sp > height && st.stack[sp-1].kind != frameNot {
		sp--
		st.undo(&st.stack[sp])
	}
	return sp
}

// findMark gives the place at which the verb of a name was passed last, or -1.
func (st *State) findMark(name string, sp int) int {
	for sp--; sp >= 0; sp-- {
		f := &st.stack[sp]
		if f.kind == frameVerb {
			if n := st.stats.prog.nodes[f.id]; n.lit == name && n.verb != verbSkip {
				return f.a
			}
		}
	}
	return -1
}
