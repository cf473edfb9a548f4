package regex

// This file defines lookarounds, atomic groups, verbs and recursion, the constructs that cut or splice the stack.

// commit ends a construct whose inside has matched for good: its choices are dropped, its records of what to undo stay.
func (st *State) commit(owner *node, sp int) int {
	base := st.reg[owner.slot]
	st.reg[owner.slot] = st.stack[base].b
	top := base
	for k := base + 1; k < sp; k++ {
		f := st.stack[k]
		switch f.kind {
		case frameUndo, frameUndoCap, frameUndoLoop, frameUndoCall:
		case frameLoop:
			f.kind = frameUndoLoop
			f.id = int32(st.stats.prog.nodes[f.id].slot)
		case frameBarrier, frameNot:
			f = frame{kind: frameUndo, id: int32(st.stats.prog.nodes[f.id].slot), a: f.b}
		default:
			continue
		}
		st.stack[top] = f
		top++
	}
	return top
}

// unwind takes back all records above a height.
func (st *State) unwind(sp, height int) {
	for sp > height {
		sp--
		st.undo(&st.stack[sp])
	}
}

// undo takes back one record, whatever else it is.
func (st *State) undo(f *frame) {
	switch f.kind {
	case frameUndo:
		st.reg[f.id] = f.a
	case frameUndoCap:
		k := 2 * int(f.id)
		st.reg[k], st.reg[k+1], st.reg[st.stats.prog.base()+regLast] = f.a, f.b, f.c
	case frameUndoLoop:
		st.reg[f.id], st.reg[f.id+1] = f.b, f.c
	case frameUndoCall:
		st.calls, st.saved = st.calls[:f.a], st.saved[:f.b]
	case frameLoop:
		r := st.stats.prog.nodes[f.id].slot
		st.reg[r], st.reg[r+1] = f.b, f.c
	case frameBarrier, frameNot:
		st.reg[st.stats.prog.nodes[f.id].slot] = f.b
	}
}

// assert begins a lookaround.
func (st *State) assert(n *node, i, sp int) (*node, int, int) {
	start, back := i, 0
	if n.behind {
		start, back = st.goBack(i, n.max)
	}
	kind := frameBarrier
	if n.negate || n.other != nil {
		kind = frameNot
	}
	sp = st.push(sp, frame{kind: kind, id: n.id, a: i, b: st.reg[n.slot]})
	st.reg[n.slot] = sp - 1
	if back < n.min && n.behind {
		return nil, i, sp // the record just made knows what failure means
	}
	if back > n.min {
		sp = st.push(sp, frame{kind: frameBehind, id: n.id, a: start, b: back})
	}
	return n.body, start, sp
}

// goBack gives the place at most so many characters before i, and how many they are.
func (st *State) goBack(i, most int) (at, count int) {
	if st.stats.prog.mode == modeBytes {
		count = min(most, i)
		return i - count, count
	}
	for at = i; count < most && at > 0; count++ {
		_, size := decodeBefore(st.stats.subject, at)
		at -= size
	}
	return at, count
}

// assertEnd ends the lookaround n, whose inside has matched up to i.
func (st *State) assertEnd(n *node, i, sp int) (*node, int, int) {
	base := st.reg[n.slot]
	at := st.stack[base].a
	if n.behind && i != at {
		return nil, i, sp
	}
	if !n.negate {
		return n.next, at, st.commit(n, sp)
	}
	st.unwind(sp, base)
	return n.other, at, base
}

// call begins a recursion.
func (st *State) call(n *node, i, sp int) (*node, int, int) {
	p := st.stats.prog
	if st.reg[n.slot] == i {
		st.stats.stop, st.stats.err = stopError, &Error{Pattern: p.pattern, Offset: -1, Message: "Infinite recursion in regex"}
		return nil, i, sp
	}
	sp = st.push(sp, frame{kind: frameUndoCall, a: len(st.calls), b: len(st.saved)})
	st.calls = append(st.calls, call{ret: n.next, group: n.k, saved: len(st.saved)})
	st.saved = append(st.saved, st.reg...)
	sp = st.set(sp, n.slot, i)
	sp = st.set(sp, p.base()+regCall, len(st.calls))
	return n.body, i, sp
}

// inCall tells whether the innermost call is one of the group.
func (st *State) inCall(group int) bool {
	c := st.reg[st.stats.prog.base()+regCall]
	return c != 0 && st.calls[c-1].group == group
}

// inAnyCall tells whether the innermost call is one of the groups; with no groups, whether there is a call at all.
func (st *State) inAnyCall(groups []int) bool {
	if len(groups) == 0 {
		return st.reg[st.stats.prog.base()+regCall] != 0
	}
	for _, g := range groups {
		if st.inCall(g) {
			return true
		}
	}
	return false
}

// comeBack ends the innermost call: all registers but the one of \K become again what they were before it.
func (st *State) comeBack(sp int) (*node, int) {
	p := st.stats.prog
	c := st.calls[st.reg[p.base()+regCall]-1]
	keep := p.base() + regKeep
	for r := range st.reg {
		if was := st.saved[c.saved+r]; st.reg[r] != was && r != keep {
			sp = st.set(sp, r, was)
		}
	}
	return c.ret, sp
}

// accept ends the match, or the construct or call around, with the groups that are open.
func (st *State) accept(n *node, i, sp int) (*node, int, int) {
	p := st.stats.prog
	for k := len(n.refs) - 1; k >= 0; k-- { // from the inside outwards
		g := n.refs[k]
		last := p.base() + regLast
		sp = st.push(sp, frame{kind: frameUndoCap, id: int32(g), a: st.reg[2*g], b: st.reg[2*g+1], c: st.reg[last]})
		st.reg[2*g], st.reg[2*g+1] = st.reg[2*(p.groups+1)+g], i
		st.reg[last] = max(st.reg[last]&^0xFFFF, g<<16) | g
	}
	if n.owner.op == opMatch && st.reg[p.base()+regCall] != 0 {
		next, sp := st.comeBack(sp)
		return next, i, sp
	}
	return n.owner, i, sp
}

// guarded begins an alternation with a (*THEN) inside: its record is always kept, and found through a register.
func (st *State) guarded(n *node, i, sp int, mask uint32) (*node, int) {
	sp = st.set(sp, n.slot, sp+1)
	rest := mask & (mask - 1)
	sp = st.push(sp, frame{kind: frameAlt, id: n.id, a: i, b: int(rest)})
	if mask == 0 {
		return nil, sp
	}
	return n.alts[lowBit(mask)], sp
}
