package runtime

// This file defines the operators that change a variable in place: `+=` and its kin, ++ and --.

import (
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
	f, o := c.operator(op), &opInfo{x.Op, opName(op), c.site(x), &tree.Binary{Span: x.Span, Op: op, Left: x.Left, Right: x.Right}}
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
		array, index, at := c.array(x.Array, true), c.scalar(x.Index), c.site(x)
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
	cell := c.cell(left)
	return func(vm *VM, fr *Frame) value.Value {
		s := cell(vm, fr)
		q := right(vm, fr)
		v := compute(vm, s.Get(), q)
		s.Set(v)
		return v
	}
}

// appendTo is `.=`.
func (c *compiler) appendTo(x *tree.Assign) evalFn {
	o := &opInfo{".=", "concatenation (.) or string", c.site(x), &tree.Binary{Span: x.Span, Op: ".", Left: x.Left, Right: x.Right}}
	if in, ok := x.Right.(*tree.Interp); ok {
		if slot, ok := plainSlot(x.Left); ok {
			return appendInterp(slot, c.interpInto(in), o)
		}
	}
	return c.update(x.Left, c.scalar(x.Right), func(vm *VM, old, q value.Value) value.Value { return vm.appended(old, q, o) })
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
	if q.IsInt() {
		start := len(vm.buf)
		vm.buf = q.AppendTo(vm.buf)
		v := value.Append(old, value.Bytes(vm.buf[start:]).S(), false) // Append copies
		vm.buf = vm.buf[:start]
		return v
	}
	q = q.ToStr()
	return value.Append(old, q.S(), q.Kind() == value.KWide)
}

// appendInterp appends a string with variables in it without making it first.
func appendInterp(slot uint8, build func(vm *VM, fr *Frame) (int, value.Value, bool), o *opInfo) evalFn {
	return func(vm *VM, fr *Frame) value.Value {
		start, whole, wide := build(vm, fr)
		if wide {
			fr[slot] = vm.appended(fr[slot], whole, o)
			return fr[slot]
		}
		if fr[slot].Kind() >= value.KScalarRef {
			whole = value.Str(string(vm.buf[start:]))
			vm.buf = vm.buf[:start]
			fr[slot] = vm.appended(fr[slot], whole, o)
			return fr[slot]
		}
		fr[slot] = value.Append(fr[slot], value.Bytes(vm.buf[start:]).S(), false) // Append copies
		vm.buf = vm.buf[:start]
		return fr[slot]
	}
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
		array, index := c.array(l.Array, true), c.scalar(l.Index)
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
	cell := c.cell(x.Left)
	return func(vm *VM, fr *Frame) value.Value {
		s := cell(vm, fr)
		if v := s.Get(); decided(v) {
			return v
		}
		v := plain(right(vm, fr))
		s.Set(v)
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
		slow := c.incDec(x)
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
	f := c.incDec(&tree.IncDec{Span: x.Span, Op: x.Op, Prefix: true, X: x.X})
	return func(vm *VM, fr *Frame) ctl {
		f(vm, fr)
		return ctlNone
	}
}

// incDec compiles ++ and --; the postfix forms give the old value, as a number for --.
func (c *compiler) incDec(x *tree.IncDec) evalFn {
	o := &opInfo{x.Op, x.Op, c.site(x), nil}
	step := value.Inc
	plainOp := "+"
	if x.Op == "--" {
		step, plainOp = value.Dec, "-"
	}
	one := value.Int(1)
	compute := func(vm *VM, old, _ value.Value) value.Value {
		if old.Kind() >= value.KScalarRef {
			if v, ok := vm.overloadMutator(old, one, o, plainOp); ok {
				return v
			}
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
			return value.Int(0)
		}
		if x.Op == "--" && old.IsString() {
			return old.ToNum()
		}
		return old
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
		array, index := c.array(x.Array, true), c.scalar(x.Index)
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
	cell := c.cell(left)
	return func(vm *VM, fr *Frame) value.Value {
		s := cell(vm, fr)
		old := s.Get()
		s.Set(compute(vm, old, value.Undef))
		return old
	}
}
