package regex

// This file defines the matcher: the loop that walks the graph.

import bits32 "math/bits"

// run tries to match from node n at offset i of the subject. It gives the end of the match, or -1. The loop has two
// parts: a node that matches continues it, a node that does not breaks out of the switch to the backtracking below.
//
// Rare kinds of nodes and records are handled by st.rare and st.rareBack, which keep this loop small enough for its
// variables to stay in registers.
func (st *State) run(n *node, i int) int {
	p := st.stats.prog
	s := st.stats.subject
	reg := st.reg
	stack := st.stack
	steps := st.stats.left
	opened, last := 2*(p.groups+1), p.base()+regLast
	sp := 0
loop:
	for {
		switch n.op {
		case opChar:
			if i < len(s) && s[i] == n.c {
				i++
				n = n.next
				continue
			}
		case opSet:
			if i < len(s) && n.set[s[i]] {
				i++
				n = n.next
				continue
			}
		case opSetWide:
			if i < len(s) {
				if b := s[i]; b < 0x80 && n.set[b] {
					i++
					n = n.next
					continue
				} else if b >= 0x80 {
					if r, size := decode(s, i); n.wide.has(r) {
						i += size
						n = n.next
						continue
					}
				}
			}
		case opLit:
			if k := len(n.lit); len(s)-i >= k && s[i:i+k] == n.lit {
				i += k
				n = n.next
				continue
			}
		case opFoldLit:
			if len(s)-i >= len(n.lit) && n.sameFolded(s[i:]) {
				i += len(n.lit)
				n = n.next
				continue
			}
		case opRun, opRunWide:
			end, low := 0, i+n.min
			if n.op == opRun {
				end = n.runEnd(s, i)
			} else {
				end, low = n.runEndWide(s, i)
			}
			if end < low {
				break
			}
			steps -= (end - i) >> 4
			if !n.possessive {
				if end = n.giveBack(s, end, low); end < 0 {
					break
				}
				if end > low {
					if sp == len(stack) {
						if stack = st.grow(); stack == nil {
							return -1
						}
					}
					stack[sp] = frame{kind: frameRun, id: n.id, a: end, b: low}
					sp++
				}
			}
			i = end
			n = n.next
			continue
		case opLazy:
			low, high := i+n.min, len(s)
			if low > high || n.runEnd(s[:low], i) < low {
				break
			}
			if n.max >= 0 && n.max < high-i {
				high = i + n.max
			}
			at := n.takeMore(s, low, high)
			if at < 0 {
				break
			}
			steps -= (at - i) >> 4
			if at < high {
				if sp == len(stack) {
					if stack = st.grow(); stack == nil {
						return -1
					}
				}
				stack[sp] = frame{kind: frameLazy, id: n.id, a: at, b: high}
				sp++
			}
			i = at
			n = n.next
			continue
		case opOpenFast:
			reg[2*n.k] = i
			n = n.next
			continue
		case opCloseFast:
			reg[2*n.k+1] = i
			n = n.next
			continue
		case opOpen:
			r := opened + n.k
			if n.undo && sp > 0 {
				if sp == len(stack) {
					if stack = st.grow(); stack == nil {
						return -1
					}
				}
				stack[sp] = frame{kind: frameUndo, id: int32(r), a: reg[r]}
				sp++
			}
			reg[r] = i
			n = n.next
			continue
		case opClose:
			k := n.k
			if sp > 0 {
				if sp == len(stack) {
					if stack = st.grow(); stack == nil {
						return -1
					}
				}
				stack[sp] = frame{kind: frameUndoCap, id: int32(k), a: reg[2*k], b: reg[2*k+1], c: reg[last]}
				sp++
			}
			reg[2*k], reg[2*k+1] = reg[opened+k], i
			reg[last] = max(reg[last]&^0xFFFF, k<<16) | k
			if n.called && st.inCall(k) {
				n, sp = st.comeBack(sp)
				stack = st.stack
				continue
			}
			n = n.next
			continue
		case opAlt, opStar, opStarLazy:
			mask := n.endMask
			if i < len(s) {
				mask = n.masks[s[i]]
			}
			if n.guard {
				n, sp = st.guarded(n, i, sp, mask)
				if stack = st.stack; n != nil {
					continue
				}
				break
			}
			if mask == 0 {
				break
			}
			if rest := mask & (mask - 1); rest != 0 {
				if sp == len(stack) {
					if stack = st.grow(); stack == nil {
						return -1
					}
				}
				stack[sp] = frame{kind: frameAlt, id: n.id, a: i, b: int(rest)}
				sp++
			}
			n = n.alts[lowBit(mask)]
			continue
		case opTextStart:
			if i == 0 {
				n = n.next
				continue
			}
		case opTextEndLine:
			if i == len(s) || i == len(s)-1 && s[i] == '\n' {
				n = n.next
				continue
			}
		case opWordBoundary:
			if n.atBoundary(s, i) != n.negate {
				n = n.next
				continue
			}
		case opMatch:
			if n.called && st.inCall(0) {
				n, sp = st.comeBack(sp)
				stack = st.stack
				continue
			}
			if i >= st.stats.till {
				st.stats.left = steps
				return i
			}
		case opFail:
		default:
			n, i, sp = st.rare(n, i, sp)
			if stack = st.stack; n != nil {
				continue
			}
		}

		// The match cannot go on here: take back what the latest records say, up to one that knows another way.
		for {
			if sp == 0 || st.stats.stop != stopNone {
				st.stats.left = steps
				return -1
			}
			if steps--; steps < 0 {
				st.stats.left = steps
				if !st.pauseFor(i) {
					return -1
				}
				steps = st.stats.left
			}
			f := &stack[sp-1]
			switch f.kind {
			case frameRun:
				n = p.nodes[f.id]
				at := n.giveBack(s, f.a-1, f.b)
				steps -= (f.a - max(at, f.b)) >> 4
				if at <= f.b {
					if sp--; at < 0 {
						continue
					}
				} else {
					f.a = at
				}
				n, i = n.next, at
				continue loop
			case frameAlt:
				mask := uint32(f.b)
				if mask == 0 {
					sp--
					continue
				}
				n, i = p.nodes[f.id], f.a
				if rest := mask & (mask - 1); rest != 0 || n.guard {
					f.b = int(rest)
				} else {
					sp--
				}
				n = n.alts[lowBit(mask)]
				continue loop
			case frameUndo:
				sp--
				reg[f.id] = f.a
			case frameUndoCap:
				sp--
				k := 2 * int(f.id)
				reg[k], reg[k+1], reg[last] = f.a, f.b, f.c
			case frameLazy:
				n = p.nodes[f.id]
				at := -1
				if n.set[s[f.a]] {
					at = n.takeMore(s, f.a+1, f.b)
				}
				if at < 0 {
					sp--
					continue
				}
				steps -= (at - f.a) >> 4
				if at == f.b {
					sp--
				} else {
					f.a = at
				}
				n, i = n.next, at
				continue loop
			default:
				n, i, sp = st.rareBack(sp)
				if stack = st.stack; n != nil {
					continue loop
				}
			}
		}
	}
}

func lowBit(mask uint32) int { return bits32.TrailingZeros32(mask) }
