package runtime

// This file defines m//, qr// and s///.

import (
	"strings"

	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/regex"
	"github.com/smrscript/smrscript/runtime/value"
)

// place compiles finding the storage of a match target, whose address pos() hangs on.
func (c *compiler) place(x tree.Expr, at *site) func(vm *VM, fr *Frame) *value.Scalar {
	if x == nil {
		g := c.vm.topic
		return func(vm *VM, fr *Frame) *value.Scalar { return g.Scalar }
	}
	if s, ok := x.(*tree.Str); ok { // a constant remembers its position too
		constant := value.NewScalar(value.Text(s.Value, s.Wide))
		return func(vm *VM, fr *Frame) *value.Scalar { return constant }
	}
	return c.cell(x)
}

// subject compiles the text to match against.
func (c *compiler) subject(x tree.Expr, at *site) evalFn {
	if x == nil {
		g := c.vm.topic
		return func(vm *VM, fr *Frame) value.Value { return g.Scalar.Get() }
	}
	return c.scalar(x)
}

// matchCondition compiles m// as a truth value.
func (c *compiler) matchCondition(x *tree.Match) condFn {
	at := c.site(x)
	negate := x.Negate
	re := c.pattern(x.Pattern, x.Flags, at)
	if strings.Contains(x.Flags, "g") {
		f := c.matchNext(x, re, at)
		if negate {
			return func(vm *VM, fr *Frame) bool { return !f(vm, fr) }
		}
		return f
	}
	if mentionsG(x.Pattern) && !x.Once {
		f := c.matchAtPos(x, re, at)
		return func(vm *VM, fr *Frame) bool { return f(vm, fr) != negate }
	}
	text := c.subject(x.Target, at)
	once, done, resets := x.Once, false, 0
	return func(vm *VM, fr *Frame) bool {
		if once && done {
			if n := vm.match.resets[at.pkg]; n == resets {
				return negate
			} else {
				resets, done = n, false
			}
		}
		v := text(vm, fr)
		if at.warn && v.IsUndef() {
			vm.warnUninitialized("pattern match (m//)", x.Target, at)
		}
		ok := vm.find(re(vm, fr), v.ToStr(), 0, 0, at)
		done = done || ok
		return ok != negate
	}
}

func (c *compiler) matchExpr(x *tree.Match) evalFn {
	f := c.matchCondition(x)
	return func(vm *VM, fr *Frame) value.Value { return value.Bool(f(vm, fr)) }
}

// matchNext is m//g in scalar context: the next match after pos.
func (c *compiler) matchNext(x *tree.Match, re regexFn, at *site) condFn {
	cell := c.place(x.Target, at)
	keep := strings.Contains(x.Flags, "c")
	slot, isSlot := uint8(0), false
	if x.Target != nil {
		slot, isSlot = plainSlot(x.Target)
	}
	return func(vm *VM, fr *Frame) bool {
		var p *value.Value
		if isSlot {
			p = &fr[slot]
		} else {
			s := cell(vm, fr)
			p = posKey(s)
			if t := s.Tie(); t != nil && p == s.Kept() {
				marked := p.Marked()
				if *p = t.Fetch().ToStr(); marked { // what is fetched anew keeps its position
					*p = p.Mark()
				}
			}
		}
		pos, minLen := vm.startPos(p)
		text := p.ToStr()
		if !vm.find(re(vm, fr), text, pos, minLen, at) {
			if !keep {
				delete(vm.match.pos, p)
			}
			return false
		}
		vm.rememberPos(p)
		return true
	}
}

// rememberPos sets pos() to the end of the last match.
func (vm *VM) rememberPos(p *value.Value) {
	caps := vm.match.last.caps
	n := caps[1]
	if caps[0] == caps[1] {
		n |= posEmpty
	}
	vm.setPos(p, n)
}

// matchList is m// in list context: the captures, or with /g all of all matches.
func (c *compiler) matchList(x *tree.Match) listFn {
	at := c.site(x)
	if x.Negate {
		f := c.matchCondition(x)
		return func(vm *VM, fr *Frame) { vm.stack = append(vm.stack, value.Bool(f(vm, fr))) }
	}
	re := c.pattern(x.Pattern, x.Flags, at)
	if strings.Contains(x.Flags, "g") {
		return c.matchAll(x, re, at)
	}
	if mentionsG(x.Pattern) {
		f := c.matchAtPos(x, re, at)
		return func(vm *VM, fr *Frame) {
			if f(vm, fr) {
				vm.pushCaptures()
			}
		}
	}
	text := c.subject(x.Target, at)
	return func(vm *VM, fr *Frame) {
		v := text(vm, fr)
		if at.warn && v.IsUndef() {
			vm.warnUninitialized("pattern match (m//)", x.Target, at)
		}
		if !vm.find(re(vm, fr), v.ToStr(), 0, 0, at) {
			return
		}
		vm.pushCaptures()
	}
}

// pushCaptures pushes $1, $2, ... or 1 if the pattern has no groups.
func (vm *VM) pushCaptures() {
	m := vm.match.last
	if len(m.caps) == 2 {
		vm.stack = append(vm.stack, value.Int(1))
		return
	}
	for n := 1; 2*n < len(m.caps); n++ {
		vm.stack = append(vm.stack, m.capture(n))
	}
}

func (c *compiler) matchAll(x *tree.Match, re regexFn, at *site) listFn {
	cell := c.place(x.Target, at)
	keep := strings.Contains(x.Flags, "c")
	return func(vm *VM, fr *Frame) {
		s := cell(vm, fr)
		p := posKey(s)
		v := s.Get()
		if at.warn && v.IsUndef() {
			vm.warnUninitialized("pattern match (m//)", x.Target, at)
		}
		text := v.ToStr()
		pos, minLen := vm.startPos(p)
		prog := re(vm, fr)
		matched := false
		for vm.find(prog, text, pos, minLen, at) {
			m := vm.match.last
			if len(m.caps) == 2 {
				vm.stack = append(vm.stack, m.capture(0))
			} else {
				vm.pushCaptures()
			}
			matched = true
			pos, minLen = m.caps[1], 0
			if m.caps[0] == m.caps[1] {
				minLen = 1
			}
			if vm.fuel--; vm.fuel < 0 {
				vm.look()
			}
		}
		if keep && matched {
			vm.rememberPos(p)
		} else if !keep {
			delete(vm.match.pos, p)
		}
	}
}

// qr compiles qr//: an object that remembers pattern and flags.
func (c *compiler) qr(x *tree.QR) evalFn {
	at := c.site(x)
	around := c.inQR
	c.inQR = true
	re := c.pattern(x.Pattern, x.Flags, at)
	c.inQR = around
	return func(vm *VM, fr *Frame) value.Value {
		prog := re(vm, fr)
		src := prog.Embed()
		return value.RefRegex(&value.Regex{Program: prog, Source: value.Text(src, hasHigh(src) && prog.Flags()&regex.UTF8 != 0)})
	}
}

// subst compiles s///.
func (c *compiler) subst(x *tree.Subst) evalFn {
	at := c.site(x)
	re := c.pattern(x.Pattern, x.Flags, at)
	repl := c.replacement(x, at)
	all, keep := strings.Contains(x.Flags, "g"), strings.Contains(x.Flags, "r")
	if keep {
		text := c.subject(x.Target, at)
		var cell cellFn
		if v, isVar := x.Target.(*tree.Var); isVar && v.Sigil == '$' {
			cell = c.place(x.Target, at)
		}
		return func(vm *VM, fr *Frame) value.Value {
			v := text(vm, fr).ToStr()
			if cell != nil && len(vm.match.pos) > 0 {
				vm.match.from, _ = vm.startPos(posKey(cell(vm, fr))) // where \G stands
			}
			out, n := vm.replace(re(vm, fr), v, all, func() value.Value { return repl(vm, fr) }, at)
			if n == 0 {
				return v
			}
			return out
		}
	}
	cell := c.place(x.Target, at)
	negate, asksPos := x.Negate, mentionsPos(x.Replace)
	return func(vm *VM, fr *Frame) value.Value {
		s := cell(vm, fr)
		if s.IsTied() {
			vm.refuseReadOnly(s, at)
		}
		v := s.Get()
		if at.warn && v.IsUndef() {
			vm.warnUninitialized("substitution (s///)", x.Target, at)
		}
		if len(vm.match.pos) > 0 {
			vm.match.from, _ = vm.startPos(posKey(s)) // where \G stands
		}
		out, n := vm.replace(re(vm, fr), v.ToStr(), all, func() value.Value {
			if asksPos {
				vm.setPos(posKey(s), vm.match.last.caps[0])
			}
			return repl(vm, fr)
		}, at)
		if n > 0 {
			vm.set(s, out, at)
		}
		if negate {
			return value.Bool(n == 0)
		}
		if n == 0 {
			return value.No
		}
		return value.Int(int64(n))
	}
}

// replacement compiles the right side of s///.
func (c *compiler) replacement(x *tree.Subst, at *site) evalFn {
	var f evalFn
	switch b := x.Replace.(type) {
	case *tree.DoBlock:
		f = c.doBlock(b.Block)
	case *tree.Interp:
		f = c.replacementText(b)
	default:
		f = c.scalar(x.Replace)
	}
	if strings.Count(x.Flags, "e") < 2 {
		return f
	}
	prag, off := c.prag, c.top
	info := &evalInfo{c.fn, nil}
	if r, ok := x.Ref.(*evalInfo); ok {
		info = r
	}
	return func(vm *VM, fr *Frame) value.Value {
		base := len(vm.stack)
		vm.stringEval(f(vm, fr), info, prag, fr, off, WantScalar, at)
		return vm.last(base)
	}
}

// replace substitutes the first or all matches and returns the new text and how many there were.
func (vm *VM) replace(re program, text value.Value, all bool, repl func() value.Value, at *site) (value.Value, int) {
	start := vm.match.from
	vm.match.from = 0
	if !vm.findFrom(re, text, 0, start, 0, at) {
		return text, 0
	}
	var out textBuilder
	out.wide = text.IsWide()
	s := text.S()
	n, done := 0, 0
	for {
		caps := vm.match.last.caps
		from, to := caps[0], caps[1]
		out.b = append(out.b, s[done:from]...)
		if !out.wide && !out.high {
			out.high = true // bytes that are not ASCII must be upgraded if a wide replacement comes
		}
		m, depth := vm.match.last, vm.match.last.depth
		m.depth = -1 // a match in the replacement must not overwrite it
		with := repl()
		out.add(with)
		if vm.weighs {
			vm.roomForMatch(len(out.b), with)
		}
		m.depth = depth
		vm.leaveMatch(m)
		n++
		done = to
		if !all {
			break
		}
		minLen := 0
		if from == to {
			minLen = 1
		}
		if vm.fuel--; vm.fuel < 0 {
			vm.look()
		}
		if !vm.find(re, text, to, minLen, at) || vm.match.last.caps[0] < done {
			break
		}
	}
	rest := value.Text(s[done:], text.IsWide())
	out.add(rest)
	return out.value(), n
}
