package runtime

// This file defines the operators that change a variable in place: `+=` and its kin, ++ and --.

import (
	"math"

	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/value"
)

// assignOp compiles a compound assignment; its value is the new value.
func (c *compiler) assignOp(x *tree.Assign) evalFn {
	op := x.Op[:len(x.Op)-1]
	if t := unwrap(x.Left); op != "x" && t != x.Left && !isListTarget(t) { // ($x += 1) *= 2
		inner := *x
		inner.Left = t
		x = &inner
	}
	switch op {
	case "&&", "||", "//":
		return c.assignLogical(x, op)
	case "x":
		if isListTarget(x.Left) {
			return c.repeatList(x)
		}
	}
	if isListTarget(x.Left) && (op == "." || op == "+" || op == "-" || op == "*") {
		// @a += 1 is an error in perl, caught by the parser's rules; arrays take no part in arithmetic.
		at := c.site(x)
		return func(vm *VM, fr *Frame) value.Value {
			panic(vm.dief(at, "Can't modify array dereference in %s", opName(op)))
		}
	}
	if op == "." {
		return c.appendTo(x)
	}
	right := c.scalar(x.Right)
	f, o := c.operator(op), c.updateInfo(x, op)
	fast := (op == "+" || op == "-" || op == "*") && !c.prag.integer
	byteOp := op[0]
	compute := func(vm *VM, old, q value.Value) value.Value {
		if fast {
			return vm.arith(byteOp, old, q, f, o)
		}
		return f(vm, old, q, o)
	}
	return c.update(x.Left, right, compute)
}

// updateInfo describes `x op= y` to the slow paths.
func (c *compiler) updateInfo(x *tree.Assign, op string) *opInfo {
	whole := &tree.Binary{Span: x.Span, Op: op, Left: x.Left, Right: x.Right}
	return &opInfo{op: x.Op, name: opName(op), at: c.site(x), x: whole, fn: c.operator(op)}
}

// updateSlot compiles += -= *= on a variable that is nothing but a slot, for its effect; nil when x is something else.
func (c *compiler) updateSlot(x *tree.Assign) stmtFn {
	slot, ok := plainSlot(x.Left)
	if !ok || c.prag.integer || c.vm.config.Plain {
		return nil
	}
	switch x.Op {
	case "+=":
		return addToSlot(slot, c.shaped(x.Right), c.updateInfo(x, "+"))
	case "-=":
		return subToSlot(slot, c.shaped(x.Right), c.updateInfo(x, "-"))
	case "*=":
		return mulToSlot(slot, c.shaped(x.Right), c.updateInfo(x, "*"))
	}
	return nil
}

// update compiles reading, computing and writing back one lvalue, each of its parts evaluated once.
func (c *compiler) update(left tree.Expr, right evalFn, compute func(vm *VM, old, q value.Value) value.Value) evalFn {
	if slot, ok := plainSlot(left); ok {
		return func(vm *VM, fr *Frame) value.Value {
			q := right(vm, fr)
			v := compute(vm, fr[slot], q)
			fr[slot] = v
			return v
		}
	}
	switch x := left.(type) {
	case *tree.Elem:
		array, index, at := c.array(x.Array, true), c.subscript(x.Index), c.site(x)
		if isArgument(x) {
			index = noting(index, at)
		}
		return func(vm *VM, fr *Frame) value.Value {
			i := index(vm, fr).ToInt() // the left side comes first, as its effects may matter to the right
			a := array(vm, fr)
			q := right(vm, fr)
			v := compute(vm, a.Get(i), q)
			if !a.Set(i, v) {
				panic(vm.dief(at, "Modification of non-creatable array value attempted, subscript %d", i))
			}
			return v
		}
	case *tree.HashElem:
		hash, key := c.hash(x.Hash, true), c.key(x.Key)
		return func(vm *VM, fr *Frame) value.Value {
			k := key(vm, fr)
			h := hash(vm, fr)
			q := right(vm, fr)
			if h.Tie != nil {
				v := compute(vm, h.Get(k), q)
				h.Set(k, v)
				return v
			}
			p := h.Slot(k)
			if p.IsInt() && q.IsInt() {
				v := compute(vm, *p, q)
				*p = v
				return v
			}
			v := compute(vm, p.Load(), q) // may run code that changes the hash
			h.Set(k, v)
			return v
		}
	case *tree.Var:
		if x.Sigil == '#' {
			get, set := c.scalarVar(x), c.storeVar(x)
			return func(vm *VM, fr *Frame) value.Value {
				v := compute(vm, get(vm, fr), right(vm, fr))
				set(vm, fr, v)
				return v
			}
		}
	case *tree.Deref:
		if x.Sigil == '#' {
			get, set := c.scalarDeref(x), c.storeDeref(x)
			return func(vm *VM, fr *Frame) value.Value {
				v := compute(vm, get(vm, fr), right(vm, fr))
				set(vm, fr, v)
				return v
			}
		}
	}
	cell, at := c.changedCell(left), c.site(left)
	return func(vm *VM, fr *Frame) value.Value {
		s := cell(vm, fr)
		q := right(vm, fr)
		v := compute(vm, s.Get(), q)
		vm.set(s, v, at)
		return v
	}
}

// appendTo is `.=`.
func (c *compiler) appendTo(x *tree.Assign) evalFn {
	o := &opInfo{op: ".=", name: "concatenation (.) or string", at: c.site(x), x: &tree.Binary{Span: x.Span, Op: ".", Left: x.Left, Right: x.Right}}
	if slot, ok := plainSlot(x.Left); ok && !c.vm.config.Plain {
		if in, ok := x.Right.(*tree.Interp); ok && !c.vm.weighs {
			return c.appendParts(slot, in, o)
		}
		return appendToSlot(slot, c.appended(x.Right), o)
	}
	return c.update(x.Left, c.appended(x.Right), func(vm *VM, old, q value.Value) value.Value { return vm.appended(old, q, o) })
}

// appended computes old . q for `.=`.
func (vm *VM) appended(old, q value.Value, o *opInfo) value.Value {
	if old.Kind() >= value.KScalarRef || q.Kind() >= value.KScalarRef {
		if v, ok := vm.overloadBinary(old, q, o); ok {
			return v
		}
	}
	if o.at.warn && q.IsUndef() {
		vm.checkOperands(value.Str(""), q, o)
	}
	return value.AppendValue(old, q)
}

// assignLogical is ||= &&= //=: the right side runs only if needed, after which the left is found again.
func (c *compiler) assignLogical(x *tree.Assign, op string) evalFn {
	decided := func(v value.Value) bool {
		switch op {
		case "||":
			return v.Truth()
		case "&&":
			return !v.Truth()
		}
		return v.Defined()
	}
	if isListTarget(x.Left) {
		get, assign := c.scalar(x.Left), c.assignExpr(&tree.Assign{Span: x.Span, Op: "=", Left: x.Left, Right: x.Right})
		return func(vm *VM, fr *Frame) value.Value {
			if v := get(vm, fr); decided(v) {
				return v
			}
			return assign(vm, fr)
		}
	}
	right := c.scalar(x.Right)
	switch l := x.Left.(type) {
	case *tree.HashElem:
		hash, key := c.hash(l.Hash, true), c.key(l.Key)
		return func(vm *VM, fr *Frame) value.Value {
			k := key(vm, fr)
			h := hash(vm, fr)
			if v := h.Get(k); decided(v) {
				return v
			}
			v := plain(right(vm, fr))
			h.Set(k, v)
			return v
		}
	case *tree.Elem:
		array, index := c.array(l.Array, true), c.subscript(l.Index)
		return func(vm *VM, fr *Frame) value.Value {
			i := index(vm, fr).ToInt()
			a := array(vm, fr)
			if v := a.Get(i); decided(v) {
				return v
			}
			v := plain(right(vm, fr))
			a.Set(i, v)
			return v
		}
	}
	if slot, ok := plainSlot(x.Left); ok {
		return func(vm *VM, fr *Frame) value.Value {
			if v := fr[slot]; decided(v) {
				return v
			}
			v := plain(right(vm, fr))
			fr[slot] = v
			return v
		}
	}
	cell, at := c.cell(x.Left), c.site(x)
	return func(vm *VM, fr *Frame) value.Value {
		s := cell(vm, fr)
		if v := s.Get(); decided(v) {
			return v
		}
		v := plain(right(vm, fr))
		vm.set(s, v, at)
		return v
	}
}

// incDecStmt compiles ++ and -- for their effect.
func (c *compiler) incDecStmt(x *tree.IncDec) stmtFn {
	if slot, ok := plainSlot(x.X); ok {
		delta := int64(1)
		if x.Op == "--" {
			delta = -1
		}
		slow := c.incDec(&tree.IncDec{Span: x.Span, Op: x.Op, Prefix: true, X: x.X})
		return func(vm *VM, fr *Frame) ctl {
			if fr[slot].IsInt() {
				if n := fr[slot].I() + delta; n != -1<<63 && n != 1<<63-1 {
					fr[slot].SetInt(n)
					return ctlNone
				}
			}
			slow(vm, fr)
			return ctlNone
		}
	}
	if f := c.stepPlace(x); f != nil {
		return f
	}
	f := c.incDec(&tree.IncDec{Span: x.Span, Op: x.Op, Prefix: true, X: x.X})
	return func(vm *VM, fr *Frame) ctl {
		f(vm, fr)
		return ctlNone
	}
}

// incDec compiles ++ and --; the postfix forms give the old value, as a number for --.
func (c *compiler) incDec(x *tree.IncDec) evalFn {
	o := &opInfo{op: x.Op, name: x.Op, at: c.site(x)}
	step := value.Inc
	plainOp, check := "+", stepWarning("in", x.Prefix)
	if x.Op == "--" {
		step, plainOp, check = value.Dec, "-", stepWarning("de", x.Prefix)
	}
	one := value.Int(1)
	compute := func(vm *VM, old, _ value.Value) value.Value {
		if old.Kind() >= value.KScalarRef {
			if v, ok := vm.overloadMutator(old, one, o, plainOp); ok {
				return v
			}
		}
		if o.at.warn && (!old.IsInt() || old.I() == math.MinInt64) {
			check(vm, old, o.at)
		}
		return step(old)
	}
	if x.Prefix {
		return c.update(x.X, constant(one), compute)
	}
	f := c.updateKeeping(x.X, compute)
	return func(vm *VM, fr *Frame) value.Value {
		old := f(vm, fr)
		if old.IsUndef() {
			if x.Op == "--" {
				return value.Undef
			}
			return value.Int(0)
		}
		if x.Op == "--" && old.IsString() {
			return old.ToNum()
		}
		return old
	}
}

// stepWarning returns what warns of a value that ++ ("in") or -- ("de") cannot step exactly. Like perl, -- says nothing of text.
func stepWarning(way string, prefix bool) func(vm *VM, old value.Value, at *site) {
	op := "postincrement (++)"
	if prefix {
		op = "preincrement (++)"
	}
	return func(vm *VM, old value.Value, at *site) {
		switch {
		case way == "in" && old.IsString() && !value.IsMagic(old.S()) && !old.LooksLikeNumber():
			vm.warnIn(at, warnNumeric, "Argument \"%s\" isn't numeric in %s", value.Display(old), op)
		case way == "in" && old.IsFloat() && old.F() >= 1<<53, way == "de" && old.IsNumber() && old.ToFloat() <= -1<<53 && (old.IsFloat() || old.I() == math.MinInt64):
			vm.warnIn(at, warnOther, "Lost precision when %scrementing %f by 1", way, old.ToFloat())
		}
	}
}

// updateKeeping is update for postfix operators: it gives the value before.
func (c *compiler) updateKeeping(left tree.Expr, compute func(vm *VM, old, q value.Value) value.Value) evalFn {
	if slot, ok := plainSlot(left); ok {
		return func(vm *VM, fr *Frame) value.Value {
			old := fr[slot]
			fr[slot] = compute(vm, old, value.Undef)
			return old
		}
	}
	switch x := left.(type) {
	case *tree.Elem:
		array, index := c.array(x.Array, true), c.subscript(x.Index)
		if isArgument(x) {
			index = noting(index, c.site(x))
		}
		return func(vm *VM, fr *Frame) value.Value {
			i := index(vm, fr).ToInt()
			a := array(vm, fr)
			old := a.Get(i)
			a.Set(i, compute(vm, old, value.Undef))
			return old
		}
	case *tree.HashElem:
		hash, key := c.hash(x.Hash, true), c.key(x.Key)
		return func(vm *VM, fr *Frame) value.Value {
			k := key(vm, fr)
			h := hash(vm, fr)
			old := h.Get(k)
			h.Set(k, compute(vm, old, value.Undef))
			return old
		}
	case *tree.Var:
		if x.Sigil == '#' {
			get, set := c.scalarVar(x), c.storeVar(x)
			return func(vm *VM, fr *Frame) value.Value {
				old := get(vm, fr)
				set(vm, fr, compute(vm, old, value.Undef))
				return old
			}
		}
	}
	cell, at := c.changedCell(left), c.site(left)
	return func(vm *VM, fr *Frame) value.Value {
		s := cell(vm, fr)
		old := s.Get()
		vm.set(s, compute(vm, old, value.Undef), at)
		return old
	}
}

// changedCell is cell for an operator that changes its operand: the result of an lvalue sub is the variable it names.
func (c *compiler) changedCell(x tree.Expr) cellFn {
	switch x.(type) {
	case *tree.Call, *tree.CallRef, *tree.Method:
	default:
		return c.cell(x)
	}
	list, at := c.aliases(x), c.site(x)
	return func(vm *VM, fr *Frame) *value.Scalar {
		vm.wantPlace = true
		base := len(vm.stack)
		list(vm, fr)
		vm.wantPlace = false
		n := len(vm.stack)
		if n == base || !vm.stack[n-1].IsCell() {
			panic(vm.dief(at, "Can't modify non-lvalue subroutine call"))
		}
		cell := vm.stack[n-1].Cell()
		vm.stack = vm.stack[:base]
		return cell
	}
}
