package runtime

// This file defines assignment to scalars, elements and everything else that can stand on its left.

import (
	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/value"
)

// storeFn writes a value to an lvalue.
type storeFn func(vm *VM, fr *Frame, v value.Value)

// plain returns a value as it may be stored: never a cell.
func plain(v value.Value) value.Value {
	if v.MayBeCell() {
		return content(v)
	}
	return v
}

//go:noinline
func content(v value.Value) value.Value { return v.Load() }

// store compiles writing to a scalar lvalue.
func (c *compiler) store(x tree.Expr) storeFn {
	switch x := x.(type) {
	case *tree.Var:
		return c.storeVar(x)
	case *tree.Decl:
		if !x.Paren && len(x.Vars) == 1 {
			return c.storeDecl(x)
		}
	case *tree.Elem:
		return c.storeElem(x)
	case *tree.HashElem:
		return c.storeHashElem(x)
	case *tree.Deref:
		return c.storeDeref(x)
	case *tree.Local:
		if f := c.storeLocalGlob(x.X); f != nil {
			return f
		}
		f, set := c.localize(x.X), c.store(x.X)
		return func(vm *VM, fr *Frame, v value.Value) {
			f(vm, fr)
			set(vm, fr, v)
		}
	case *tree.Ternary:
		cond, a, b := c.condition(x.Cond, false), c.store(x.Then), c.store(x.Else)
		return func(vm *VM, fr *Frame, v value.Value) {
			if cond(vm, fr) {
				a(vm, fr, v)
			} else {
				b(vm, fr, v)
			}
		}
	case *tree.List:
		if len(x.Items) == 1 {
			return c.store(x.Items[0])
		}
	case *tree.Func:
		if x.Name == "undef" && len(x.Args) == 0 {
			return func(*VM, *Frame, value.Value) {}
		}
	case *tree.Call, *tree.CallRef, *tree.Method:
		return c.storeCall(x)
	}
	cell, at := c.cell(x), c.site(x)
	return func(vm *VM, fr *Frame, v value.Value) { vm.set(cell(vm, fr), plain(v), at) }
}

// storeCall assigns to the result of an lvalue sub.
func (c *compiler) storeCall(x tree.Expr) storeFn {
	list := c.aliases(x)
	at := c.site(x)
	return func(vm *VM, fr *Frame, v value.Value) {
		vm.wantPlace = true
		base := len(vm.stack)
		list(vm, fr)
		n := len(vm.stack)
		if n == base || !vm.stack[n-1].IsCell() {
			panic(vm.dief(at, "Can't modify non-lvalue subroutine call"))
		}
		cell := vm.stack[n-1].Cell()
		vm.stack = vm.stack[:base]
		vm.set(cell, plain(v), at)
	}
}

func (c *compiler) storeVar(x *tree.Var) storeFn {
	switch x.Sigil {
	case '@':
		array := c.varArray(x)
		return func(vm *VM, fr *Frame, v value.Value) { array(vm, fr).SetAll([]value.Value{plain(v)}) }
	case '#':
		array := c.varArray(x)
		return func(vm *VM, fr *Frame, v value.Value) { vm.resize(array(vm, fr), v.ToInt()+1) }
	case '%':
		hash := c.varHash(x)
		return func(vm *VM, fr *Frame, v value.Value) { hash(vm, fr).SetPairs([]value.Value{plain(v)}) }
	case '*':
		g := c.vm.Glob(x.Ref.(*varUse).global)
		return func(vm *VM, fr *Frame, v value.Value) { vm.assignGlob(g, v) }
	}
	u := x.Ref.(*varUse)
	sym := u.sym
	if slot, ok := plainSlot(x); ok {
		return func(vm *VM, fr *Frame, v value.Value) { fr[slot] = plain(v) }
	}
	if sym != nil && sym.kind != "our" && sym.static == 0 && u.cap < 0 {
		slot, at := sym.slot, c.site(x)
		return func(vm *VM, fr *Frame, v value.Value) {
			if fr[slot].IsCell() {
				vm.set(fr[slot].Cell(), plain(v), at)
				return
			}
			fr[slot] = plain(v)
		}
	}
	cell, at := c.varCell(x), c.site(x)
	return func(vm *VM, fr *Frame, v value.Value) { vm.set(cell(vm, fr), plain(v), at) }
}

// storeDecl is `my $x = v`: the variable is new, whatever its slot held before.
func (c *compiler) storeDecl(x *tree.Decl) storeFn {
	v := x.Vars[0]
	sym := v.Ref.(*varUse).sym
	if x.Kind != "my" || v.Sigil != '$' {
		decl, set := c.declare(x), c.storeVar(v)
		return func(vm *VM, fr *Frame, v value.Value) {
			decl(vm, fr)
			set(vm, fr, v)
		}
	}
	slot := sym.slot
	switch {
	case sym.static != 0 && !sym.loop:
		return c.storeVar(v)
	case sym.static != 0:
		decl, set := c.declare(x), c.storeVar(v)
		return func(vm *VM, fr *Frame, v value.Value) {
			decl(vm, fr)
			set(vm, fr, v)
		}
	case sym.cell:
		return func(vm *VM, fr *Frame, v value.Value) {
			fr[slot] = value.CellValue(value.NewScalar(plain(v)))
		}
	}
	return func(vm *VM, fr *Frame, v value.Value) { fr[slot] = plain(v) }
}

func (c *compiler) storeElem(x *tree.Elem) storeFn {
	array, index, at := c.array(x.Array, true), c.subscript(x.Index), c.site(x)
	if isArgument(x) {
		return c.storeElemAt(array, noting(index, at), at)
	}
	return c.storeElemAt(array, index, at)
}

// storeElemAt is the general way to store an element.
//
// It is kept out of line because the Go compiler inlines nothing into the closures of a function that it inlined.
//
//go:noinline
func (c *compiler) storeElemAt(array arrayFn, index evalFn, at *site) storeFn {
	return func(vm *VM, fr *Frame, v value.Value) {
		i := index(vm, fr)
		n := i.I()
		if !i.IsInt() {
			n = i.ToInt()
		}
		if !array(vm, fr).Set(n, plain(v)) {
			panic(vm.dief(at, "Modification of non-creatable array value attempted, subscript %d", n))
		}
	}
}

func (c *compiler) storeHashElem(x *tree.HashElem) storeFn {
	hash := c.hash(x.Hash, true)
	if s, ok := x.Key.(*tree.Str); ok {
		k := c.vm.key(s.Value, s.Wide)
		cache := new(int32)
		return func(vm *VM, fr *Frame, v value.Value) {
			h := hash(vm, fr)
			if h.Tie != nil {
				h.Set(k, plain(v))
				return
			}
			if p := h.SlotCached(k, cache); p.IsCell() {
				p.Cell().Set(plain(v))
			} else {
				*p = plain(v)
			}
		}
	}
	if find, ok := c.lookup(x); ok {
		return func(vm *VM, fr *Frame, v value.Value) {
			h := hash(vm, fr)
			h.Set(find(vm, fr, h), plain(v))
		}
	}
	key := c.key(x.Key)
	return func(vm *VM, fr *Frame, v value.Value) {
		k := key(vm, fr)
		hash(vm, fr).Set(k, plain(v))
	}
}

func (c *compiler) storeDeref(x *tree.Deref) storeFn {
	switch x.Sigil {
	case '$':
		cell, at := c.derefCell(x), c.site(x)
		return func(vm *VM, fr *Frame, v value.Value) { vm.set(cell(vm, fr), plain(v), at) }
	case '#':
		array := c.derefArray(x, true)
		return func(vm *VM, fr *Frame, v value.Value) { vm.resize(array(vm, fr), v.ToInt()+1) }
	case '*':
		glob := c.scalarDeref(x)
		return func(vm *VM, fr *Frame, v value.Value) { vm.assignGlob(glob(vm, fr).Glob(), v) }
	}
	set := c.assignList(x)
	return func(vm *VM, fr *Frame, v value.Value) {
		base := len(vm.stack)
		vm.stack = append(vm.stack, v)
		set(vm, fr, base)
		vm.stack = vm.stack[:base]
	}
}

// assignGlob is `*name = v`: a reference aliases one part, a glob all of them.
func (vm *VM) assignGlob(g *value.Glob, v value.Value) {
	switch v.Kind() {
	case value.KScalarRef:
		g.Scalar = v.Cell()
	case value.KArrayRef:
		g.Array = v.Array()
	case value.KHashRef:
		g.Hash = v.Hash()
	case value.KCodeRef:
		g.Code = v.Code()
		vm.methodGen++
	case value.KGlob, value.KGlobRef:
		o := v.Glob()
		if g.Name == "__ANON__" {
			vm.nameAnonymous(g, o)
		}
		g.Scalar, g.Array, g.Hash, g.Code, g.IO = o.Scalar, globArray(o), globHash(o), o.Code, o.IO
		vm.methodGen++
	default:
		vm.assignGlob(g, value.GlobValue(vm.Glob(qualifyIn(globName(v.String()), g.Package))))
	}
}

func globName(s string) string {
	if len(s) > 0 && s[0] == '*' {
		return s[1:]
	}
	return s
}

// assignStmt compiles an assignment for its effect.
func (c *compiler) assignStmt(x *tree.Assign) stmtFn {
	if x.Op != "=" {
		if f := c.updateSlot(x); f != nil {
			return f
		}
		if f := c.updateElement(x); f != nil {
			return f
		}
		if f := c.updatePlace(x); f != nil {
			return f
		}
		f := c.assignOp(x)
		return func(vm *VM, fr *Frame) ctl {
			f(vm, fr)
			return ctlNone
		}
	}
	if d, ok := x.Left.(*tree.Decl); ok && d.Kind == "state" {
		return c.assignState(d, x.Right)
	}
	if f := c.fill(x); f != nil {
		return f
	}
	if isListTarget(x.Left) {
		if f := c.sortInPlace(x); f != nil {
			return f
		}
		right, set := c.list(x.Right), c.assignList(x.Left)
		return func(vm *VM, fr *Frame) ctl {
			base := len(vm.stack)
			right(vm, fr)
			set(vm, fr, base)
			vm.stack = vm.stack[:base]
			return ctlNone
		}
	}
	if e, ok := x.Left.(*tree.Elem); ok {
		if f := c.assignElement(e, x.Right); f != nil {
			return f
		}
	}
	if d, ok := x.Left.(*tree.Decl); ok && d.Kind == "my" && len(d.Vars) == 1 && d.Vars[0].Sigil == '$' {
		if sym := d.Vars[0].Ref.(*varUse).sym; sym.static == 0 && !sym.cell {
			if f := c.computeInto(sym.slot, x.Right); f != nil {
				return f
			}
			return assignSlot(sym.slot, c.scalar(x.Right))
		}
	}
	if slot, ok := plainSlot(x.Left); ok {
		if f := c.computeInto(slot, x.Right); f != nil {
			return f
		}
		if f := c.appendToItself(slot, x.Right); f != nil {
			return assignSlot(slot, f)
		}
		return assignSlot(slot, c.scalar(x.Right))
	}
	right, set := c.scalar(x.Right), c.store(x.Left)
	return func(vm *VM, fr *Frame) ctl {
		set(vm, fr, right(vm, fr))
		return ctlNone
	}
}

// assignSlot stores a value in a slot.
//
// It is kept out of line because the Go compiler inlines nothing into the closures of a function that it inlined.
//
//go:noinline
func assignSlot(slot uint8, right evalFn) stmtFn {
	return func(vm *VM, fr *Frame) ctl {
		v := right(vm, fr)
		if v.IsInt() {
			fr[slot].SetInt(v.I())
		} else if v.IsFloat() {
			fr[slot].SetFloat(v.F())
		} else {
			fr[slot] = plain(v)
		}
		return ctlNone
	}
}

// assignExpr compiles an assignment whose value is used.
func (c *compiler) assignExpr(x *tree.Assign) evalFn {
	if x.Op != "=" {
		return c.assignOp(x)
	}
	if d, ok := x.Left.(*tree.Decl); ok && d.Kind == "state" && d.Vars[0].Sigil != '$' {
		f, get := c.assignState(d, x.Right), c.scalarVar(d.Vars[0])
		return func(vm *VM, fr *Frame) value.Value {
			f(vm, fr)
			return get(vm, fr)
		}
	}
	if isListTarget(x.Left) { // in scalar context: the number of values on the right
		right, set := c.list(x.Right), c.assignList(x.Left)
		return func(vm *VM, fr *Frame) value.Value {
			base := len(vm.stack)
			right(vm, fr)
			n := len(vm.stack) - base
			set(vm, fr, base)
			vm.stack = vm.stack[:base]
			return value.Int(int64(n))
		}
	}
	if d, ok := x.Left.(*tree.Decl); ok && d.Kind == "state" {
		f, get := c.assignState(d, x.Right), c.scalarVar(d.Vars[0])
		return func(vm *VM, fr *Frame) value.Value {
			f(vm, fr)
			return get(vm, fr)
		}
	}
	right, set := c.scalar(x.Right), c.store(x.Left)
	return func(vm *VM, fr *Frame) value.Value {
		v := plain(right(vm, fr))
		set(vm, fr, v)
		return v
	}
}

// isListTarget tells whether an assignment to x is a list assignment.
func isListTarget(x tree.Expr) bool {
	switch x := x.(type) {
	case *tree.List:
		return x.Paren
	case *tree.Decl:
		return x.Paren || x.Vars[0].Sigil != '$'
	case *tree.Var:
		return x.Sigil == '@' || x.Sigil == '%'
	case *tree.Deref:
		return x.Sigil == '@' || x.Sigil == '%'
	case *tree.Slice:
		return true
	case *tree.Local:
		return isListTarget(x.X)
	}
	return false
}

// declare compiles a declaration for its effect: fresh variables.
func (c *compiler) declare(d *tree.Decl) stmtFn {
	if d.Kind != "my" {
		return func(*VM, *Frame) ctl { return ctlNone }
	}
	fs := make([]stmtFn, 0, len(d.Vars))
	for _, v := range d.Vars {
		if v != nil {
			fs = append(fs, c.declareOne(v))
		}
	}
	return sequence(fs)
}

func (c *compiler) declareOne(v *tree.Var) stmtFn {
	sym := v.Ref.(*varUse).sym
	slot := sym.slot
	if sym.static != 0 {
		return c.declareStatic(v, sym)
	}
	switch {
	case v.Sigil == '@' && c.owns(sym):
		return declareOwn(slot)
	case v.Sigil == '@':
		return func(vm *VM, fr *Frame) ctl {
			fr[slot] = value.RefArray(value.NewArray(nil))
			return ctlNone
		}
	case v.Sigil == '%':
		return func(vm *VM, fr *Frame) ctl {
			fr[slot] = value.RefHash(value.NewHash())
			return ctlNone
		}
	case sym.cell:
		return func(vm *VM, fr *Frame) ctl {
			fr[slot] = value.CellValue(&value.Scalar{})
			return ctlNone
		}
	}
	return func(vm *VM, fr *Frame) ctl {
		fr[slot] = value.Undef
		return ctlNone
	}
}

// declareStatic does nothing the first time, so that a BEGIN block may have set the variable; a second time, it is emptied.
func (c *compiler) declareStatic(v *tree.Var, sym *symbol) stmtFn {
	in, i := c.vm.static(sym), sym.static-1
	seen := false
	return func(vm *VM, fr *Frame) ctl {
		if !seen {
			seen = true
			return ctlNone
		}
		switch v.Sigil {
		case '@':
			in.arrays[i].Resize(0)
		case '%':
			in.hashes[i].Clear()
		default:
			in.scalars[i].Set(value.Undef)
		}
		return ctlNone
	}
}

func (c *compiler) declScalar(d *tree.Decl) evalFn {
	f := c.declare(d)
	get := constant(value.Undef)
	if n := len(d.Vars); n > 0 && d.Vars[n-1] != nil {
		get = c.scalarVar(d.Vars[n-1])
	}
	return func(vm *VM, fr *Frame) value.Value {
		f(vm, fr)
		return get(vm, fr)
	}
}
