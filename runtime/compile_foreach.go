package runtime

// This file defines foreach: the loop variable, and the ways through ranges, arrays and lists.

import (
	"math"

	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/value"
)

// binder sets the loop variable of a foreach to one item.
type binder func(vm *VM, fr *Frame, v value.Value)

func (c *compiler) foreach(s *tree.Foreach, end *loopEnd) stmtFn {
	info := s.Ref.(*foreachInfo)
	if !info.writes && info.calls.reach(c.vm.topicWriters) {
		again := *info
		info, again.writes = &again, true
	}
	label := s.Label
	if len(s.Vars) > 1 {
		return c.foreachMany(s, info)
	}
	bind, setup := c.loopVariable(s, info)
	rounds := !s.Modifier && s.Continue == nil && hasMatch(s.Body.Stmts) && !exprMatches(s.List)
	body, _ := c.loop(label, func() stmtFn {
		switch {
		case s.Modifier:
			return c.stmts(s.Body.Stmts)
		case rounds:
			return c.roundBlock(s.Body)
		}
		return c.block(s.Body)
	})
	if s.Continue != nil {
		next, _ := c.loop(label, func() stmtFn { return c.block(s.Continue) })
		body = withContinue(body, next, label)
	}
	body = end.body(body)
	var loop stmtFn
	if rng, ok := unwrap(s.List).(*tree.RangeOp); ok {
		loop = c.foreachRange(rng, setup, bind, c.loopSlot(info), body, label)
	} else if isWholeArray(s.List) {
		loop = c.foreachArray(unwrap(s.List), info.writes, setup, bind, c.loopSlot(info), body, label)
	} else {
		loop = c.foreachList(s.List, info.writes, setup, bind, body, label)
	}
	if s.Modifier {
		loop = c.clearingAfter(s.Body.Stmts, loop)
	}
	if rounds {
		loop = matchLoop(loop)
	}
	if len(info.syms) == 1 {
		return loop
	}
	return func(vm *VM, fr *Frame) ctl { // a global loop variable is restored however the loop ends
		mark := len(vm.saves)
		k := loop(vm, fr)
		vm.unwind(mark)
		return k
	}
}

func unwrap(x tree.Expr) tree.Expr {
	for {
		l, ok := x.(*tree.List)
		if !ok || len(l.Items) != 1 {
			return x
		}
		x = l.Items[0]
	}
}

func isWholeArray(x tree.Expr) bool {
	switch x := unwrap(x).(type) {
	case *tree.Var:
		return x.Sigil == '@'
	case *tree.Deref:
		return x.Sigil == '@'
	}
	return false
}

func nothingToSave(*VM) {}

// loopVariable compiles how items reach the loop variable, and what has to be saved if it is global, once the items are
// known: they may be made from its old value.
func (c *compiler) loopVariable(s *tree.Foreach, info *foreachInfo) (binder, func(vm *VM)) {
	if len(info.syms) == 1 {
		sym := info.syms[0]
		slot := sym.slot
		if sym.static != 0 {
			in, i := c.vm.static(sym), sym.static-1
			return func(vm *VM, fr *Frame, v value.Value) { in.scalars[i].Set(v.Load()) }, nothingToSave
		}
		if !sym.cell {
			return func(vm *VM, fr *Frame, v value.Value) { fr[slot] = v }, nothingToSave
		}
		return func(vm *VM, fr *Frame, v value.Value) {
			if !v.IsCell() {
				v = value.CellValue(value.NewScalar(v))
			}
			fr[slot] = v
		}, nothingToSave
	}
	name := "main::_"
	if len(s.Vars) == 1 {
		name = s.Vars[0].Ref.(*varUse).global
	}
	g := c.vm.Glob(name)
	setup := func(vm *VM) {
		old := g.Scalar
		vm.saves = append(vm.saves, func() { g.Scalar = old })
	}
	if info.writes {
		return func(vm *VM, fr *Frame, v value.Value) {
			if v.IsCell() {
				g.Scalar = v.Cell()
			} else {
				g.Scalar = value.NewScalar(v)
			}
		}, setup
	}
	return func(vm *VM, fr *Frame, v value.Value) { g.Scalar.V = v }, func(vm *VM) {
		setup(vm)
		g.Scalar = &value.Scalar{}
	}
}

// loopSlot is the slot of a loop variable that is nothing else; -1 for every other.
func (c *compiler) loopSlot(info *foreachInfo) int {
	if len(info.syms) != 1 || info.syms[0].cell || info.syms[0].static != 0 || c.vm.config.Plain {
		return -1
	}
	return int(info.syms[0].slot)
}

func withContinue(body, next stmtFn, label string) stmtFn {
	return func(vm *VM, fr *Frame) ctl {
		k := body(vm, fr)
		if k == ctlNone || k == ctlNext && (vm.label == "" || vm.label == label) {
			if r := next(vm, fr); r != ctlNone {
				return r
			}
		}
		return k
	}
}

// foreachRange counts without making the list.
func (c *compiler) foreachRange(x *tree.RangeOp, setup func(vm *VM), bind binder, slot int, body stmtFn, label string) stmtFn {
	from, to := c.scalar(x.Left), c.scalar(x.Right)
	if c.prag.warn {
		from, to = c.warnUndef(from, x.Left, "foreach loop entry"), c.warnUndef(to, x.Right, "foreach loop entry")
	}
	return func(vm *VM, fr *Frame) ctl {
		a, b := from(vm, fr), to(vm, fr)
		setup(vm)
		if !value.RangeIsNumeric(a, b) {
			base := len(vm.stack)
			vm.stringRange(a, b)
			return vm.overValues(fr, vm.take(base), bind, body, label)
		}
		i, end := a.ToInt(), b.ToInt()
		for ; i <= end; i++ {
			if vm.fuel--; vm.fuel < 0 {
				vm.look()
			}
			if slot >= 0 {
				fr[uint8(slot)].SetInt(i)
			} else {
				bind(vm, fr, value.Int(i))
			}
			if k := body(vm, fr); k != ctlNone {
				stop, r := vm.turn(k, label)
				if k == ctlRedo && !stop {
					stop, r = runBody(vm, fr, body, label)
				}
				if stop {
					return r
				}
			}
			if i == math.MaxInt64 {
				break
			}
		}
		return ctlNone
	}
}

func (vm *VM) overValues(fr *Frame, list []value.Value, bind binder, body stmtFn, label string) ctl {
	for _, v := range list {
		if vm.fuel--; vm.fuel < 0 {
			vm.look()
		}
		bind(vm, fr, v)
		if stop, k := runBody(vm, fr, body, label); stop {
			return k
		}
	}
	return ctlNone
}

// foreachArray walks an array in place, so that elements added meanwhile are seen.
func (c *compiler) foreachArray(x tree.Expr, writes bool, setup func(vm *VM), bind binder, slot int, body stmtFn, label string) stmtFn {
	array := c.array(x, true)
	return func(vm *VM, fr *Frame) ctl {
		a := array(vm, fr)
		setup(vm)
		for i := int64(0); i < int64(a.Len()); i++ {
			switch {
			case writes:
				bind(vm, fr, value.CellValue(a.Cell(i)))
			case slot >= 0:
				fr[uint8(slot)] = a.Get(i)
			default:
				bind(vm, fr, a.Get(i))
			}
			if vm.fuel--; vm.fuel < 0 {
				vm.look()
			}
			if k := body(vm, fr); k != ctlNone {
				stop, r := vm.turn(k, label)
				if k == ctlRedo && !stop {
					stop, r = runBody(vm, fr, body, label)
				}
				if stop {
					return r
				}
			}
		}
		return ctlNone
	}
}

// foreachList walks a list that is kept on the stack.
func (c *compiler) foreachList(x tree.Expr, writes bool, setup func(vm *VM), bind binder, body stmtFn, label string) stmtFn {
	var list listFn
	if writes {
		list = c.aliases(x)
	} else {
		list = c.vivifying([]tree.Expr{x})
	}
	return func(vm *VM, fr *Frame) ctl {
		base := len(vm.stack)
		list(vm, fr)
		setup(vm)
		for i := base; i < len(vm.stack); i++ {
			end := len(vm.stack)
			bind(vm, fr, vm.stack[i])
			stop, k := runBody(vm, fr, body, label)
			if stop {
				vm.dropBelow(base, k)
				return k
			}
			vm.stack = vm.stack[:end]
		}
		vm.stack = vm.stack[:base]
		return ctlNone
	}
}

// dropBelow takes a loop's list off the stack; the list of a return statement above it moves down.
func (vm *VM) dropBelow(base int, k ctl) {
	if k == ctlReturn && vm.retBase >= base && vm.retBase <= len(vm.stack) {
		n := copy(vm.stack[base:], vm.stack[vm.retBase:])
		vm.stack, vm.retBase = vm.stack[:base+n], base
		return
	}
	vm.stack = vm.stack[:base]
}

// foreachMany binds several variables at a time.
func (c *compiler) foreachMany(s *tree.Foreach, info *foreachInfo) stmtFn {
	list, label := c.aliases(s.List), s.Label
	syms := info.syms
	body, _ := c.loop(label, func() stmtFn { return c.block(s.Body) })
	return func(vm *VM, fr *Frame) ctl {
		base := len(vm.stack)
		list(vm, fr)
		end := len(vm.stack)
		for i := base; i < end; i += len(syms) {
			for j, sym := range syms {
				v := value.Undef
				if i+j < end {
					v = vm.stack[i+j]
				}
				if !sym.cell {
					v = v.Load()
				} else if !v.IsCell() {
					v = value.CellValue(value.NewScalar(v))
				}
				fr[sym.slot] = v
			}
			stop, k := runBody(vm, fr, body, label)
			if stop {
				vm.dropBelow(base, k)
				return k
			}
		}
		vm.stack = vm.stack[:base]
		return ctlNone
	}
}
