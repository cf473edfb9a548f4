package regex

// This file defines code inside of patterns, (?{...}) and (??{...}): the caller runs it, the matcher says where it is. The
// text of a pattern names a block of code by a number, as CodeMark writes it.

import "strconv"

// A Coder runs the code of patterns. The results so far of the State are in Partial.
type Coder interface {
	// Run runs block id at a place of the subject and tells whether its value is true.
	Run(st *State, id, pos int) bool
	// Pattern runs block id and gives the pattern that its value stands for.
	Pattern(st *State, id, pos int) (*Regexp, error)
}

// CodeMark gives what stands between the parentheses of (?{...}), or of (??{...}) if postponed, for block id.
func CodeMark(id int, postponed bool) string {
	if postponed {
		return "??{\x00" + strconv.Itoa(id) + "}"
	}
	return "?{\x00" + strconv.Itoa(id) + "}"
}

// codeExpr is code: (?{...}). If postponed, its value is matched as a pattern: (??{...})
type codeExpr struct {
	id        int
	postponed bool
}

func (*codeExpr) expr() {}

// parseCode reads the rest of code; the place is behind the opening brace.
func (p *parser) parseCode(postponed bool) *codeExpr {
	if p.peek(0) != 0 {
		p.failWhole("Eval-group not allowed at runtime, use re 'eval'")
	}
	p.pos++
	e := &codeExpr{id: p.parseNumber(), postponed: postponed}
	if p.peek(0) != '}' || p.peek(1) != ')' {
		p.fail("Sequence (?{...}) not terminated with ')'")
	}
	p.pos += 2
	return e
}

// code compiles code.
func (c *compiler) code(e *codeExpr, next *node) *node {
	op := opCode
	if e.postponed {
		op = opPostponed
	}
	n := c.node(op, next)
	n.k = e.id
	return n
}

// Partial gives the results so far of a match in progress at a place: offsets as in Caps, and the groups that $+ and $^N
// refer to.
func (st *State) Partial(pos int) (caps []int, lastParen, lastClosed int) {
	caps = append([]int(nil), st.Caps...)
	caps[0], caps[1] = st.stats.start, pos
	last := st.reg[st.stats.prog.base()+regLast]
	return caps, last >> 16, last & 0xFFFF
}

// Subject gives the text of a match in progress and whether it is UTF-8.
func (st *State) Subject() (string, bool) {
	return st.stats.subject, st.stats.prog.mode == modeUTF8
}

// Running gives the pattern of a match in progress.
func (st *State) Running() *Regexp { return st.stats.prog.owner }

// postponed is a pattern that code has given, with the ends that its matches had so far.
type postponed struct {
	prog     *program
	rejected []int
}

// maxInner bounds how deep patterns that code gives may be nested.
const maxInner = 5000

// postpone runs code and matches the pattern it gives.
func (st *State) postpone(n *node, i, sp int) (*node, int, int) {
	re, err := st.Coder.Pattern(st, n.k, i)
	if err == nil && st.depth >= maxInner {
		err = &Error{Pattern: st.stats.prog.pattern, Offset: -1, Message: "Infinite recursion in regex"}
	}
	if err != nil {
		st.stats.stop, st.stats.err = stopError, err
		return nil, i, sp
	}
	st.postponed = append(st.postponed, postponed{prog: re.inner(st.stats.prog.mode)})
	sp = st.push(sp, frame{kind: framePostponed, id: n.id, a: i, b: len(st.postponed) - 1})
	return st.morePostponed(sp)
}

// morePostponed matches the pattern of the latest record in a way it has not yet been matched in. The record is dropped
// when there is none.
func (st *State) morePostponed(sp int) (*node, int, int) {
	f := st.stack[sp-1]
	p := &st.postponed[f.b]
	if st.within == nil {
		st.within = &State{}
	}
	in := st.within
	in.G, in.Budget, in.Cancel, in.Coder, in.depth = st.G, st.Budget, st.Cancel, st.Coder, st.depth+1
	in.rejected = p.rejected
	in.prepare(p.prog)
	w := &in.stats
	w.prog, w.subject, w.least, w.till = p.prog, st.stats.subject, 0, 0
	w.allow(in.Budget)
	end := in.try(p.prog, f.a)
	if w.stop == stopSoft {
		w.err = &BudgetError{Pattern: p.prog.pattern, Steps: w.spent, Pos: f.a}
	}
	if w.err != nil {
		st.stats.stop, st.stats.err = stopError, w.err
		return nil, 0, sp
	}
	if end < 0 {
		return nil, 0, sp - 1
	}
	p = &st.postponed[f.b]
	p.rejected = append(p.rejected, end)
	return st.stats.prog.nodes[f.id].next, end, sp
}

// rejects tells whether a match of an inner pattern must not end at a place, because it has already done so in vain.
func (st *State) rejects(i int) bool {
	for _, end := range st.rejected {
		if end == i {
			return true
		}
	}
	return false
}
