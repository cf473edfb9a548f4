package runtime

// This file defines how variables, elements and references are read, and how the arrays and hashes behind them are found.

import (
	"strings"

	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/value"
)

type (
	arrayFn func(vm *VM, fr *Frame) *value.Array
	hashFn  func(vm *VM, fr *Frame) *value.Hash
	cellFn  func(vm *VM, fr *Frame) *value.Scalar
)

// captured returns the captured variable i of the running closure.
func (c *compiler) captured(i int) func(fr *Frame) value.Value {
	slot := uint8(c.fn.codeSlot)
	return func(fr *Frame) value.Value { return fr[slot].Code().Caps[i] }
}

// variable compiles reading a scalar variable.
func (c *compiler) variable(v *tree.Var) evalFn {
	u := v.Ref.(*varUse)
	sym := u.sym
	if sym == nil || sym.kind == "our" {
		return c.globalScalar(u.global)
	}
	slot := sym.slot
	switch {
	case sym.static != 0:
		cell := c.vm.static(sym).scalars[sym.static-1]
		return func(vm *VM, fr *Frame) value.Value {
			return cell.Get()
		}
	case u.cap >= 0:
		i, code := u.cap, uint8(c.fn.codeSlot)
		return func(vm *VM, fr *Frame) value.Value {
			return fr[code].Code().Caps[i].Cell().Get()
		}
	case sym.cell:
		return func(vm *VM, fr *Frame) value.Value { return fr[slot].Load() }
	}
	return func(vm *VM, fr *Frame) value.Value { return fr[slot] }
}

// plainSlot returns the frame slot of a scalar that is nothing but a slot.
func plainSlot(x tree.Expr) (uint8, bool) {
	if e, ok := x.(*tree.Elem); ok {
		if sym := argSymbol(e); sym != nil {
			return sym.slot, true
		}
		return 0, false
	}
	v, ok := x.(*tree.Var)
	if !ok || v.Sigil != '$' {
		return 0, false
	}
	u := v.Ref.(*varUse)
	if u.sym == nil || u.sym.kind != "my" || u.sym.static != 0 || u.sym.cell || u.cap >= 0 {
		return 0, false
	}
	return u.sym.slot, true
}

// argSymbol returns the hidden parameter that $_[i] became, nil if it is an element like any other.
func argSymbol(x *tree.Elem) *symbol {
	if v, ok := x.Array.(*tree.Var); ok {
		if u, ok := v.Ref.(*varUse); ok && u.sym != nil && u.sym.name[0] == '$' {
			return u.sym
		}
	}
	return nil
}

func (c *compiler) globalScalar(name string) evalFn {
	g := c.vm.Glob(name)
	return func(vm *VM, fr *Frame) value.Value {
		return g.Scalar.Get()
	}
}

// cell compiles finding the Scalar behind a scalar lvalue, creating what is missing on the way: for references,
// aliases and everything that keeps hold of a variable.
func (c *compiler) cell(x tree.Expr) cellFn {
	switch x := x.(type) {
	case *tree.Var:
		return c.varCell(x)
	case *tree.Decl:
		if len(x.Vars) == 1 && x.Vars[0] != nil {
			decl, get := c.declare(x), c.varCell(x.Vars[0])
			return func(vm *VM, fr *Frame) *value.Scalar {
				decl(vm, fr)
				return get(vm, fr)
			}
		}
	case *tree.Elem:
		if sym := argSymbol(x); sym != nil {
			slot := sym.slot
			return func(vm *VM, fr *Frame) *value.Scalar { return value.NewTied(&slotTie{&fr[slot]}) }
		}
		array, index, at := c.array(x.Array, true), c.subscript(x.Index), c.site(x)
		return func(vm *VM, fr *Frame) *value.Scalar {
			a := array(vm, fr)
			if s := a.Cell(index(vm, fr).ToInt()); s != nil {
				return s
			}
			panic(vm.dief(at, "Modification of non-creatable array value attempted, subscript %d", index(vm, fr).ToInt()))
		}
	case *tree.HashElem:
		hash, key := c.hash(x.Hash, true), c.key(x.Key)
		return func(vm *VM, fr *Frame) *value.Scalar {
			h := hash(vm, fr)
			return h.Cell(key(vm, fr))
		}
	case *tree.Deref:
		if x.Sigil == '$' {
			return c.derefCell(x)
		}
	case *tree.List:
		if len(x.Items) == 1 {
			return c.cell(x.Items[0])
		}
	case *tree.Local:
		f, get := c.localize(x.X), c.cell(x.X)
		return func(vm *VM, fr *Frame) *value.Scalar {
			f(vm, fr)
			return get(vm, fr)
		}
	case *tree.Assign:
		if inner, isNested := unwrap(x.Left).(*tree.Assign); isNested && x.Op != "=" {
			return c.nestedCell(x, inner)
		}
		if isScalarTarget(x.Left) {
			f, get := c.assignStmt(x), c.cell(declared(x.Left))
			return func(vm *VM, fr *Frame) *value.Scalar {
				f(vm, fr)
				return get(vm, fr)
			}
		}
	case *tree.Ternary:
		cond, a, b := c.condition(x.Cond, false), c.cell(x.Then), c.cell(x.Else)
		return func(vm *VM, fr *Frame) *value.Scalar {
			if cond(vm, fr) {
				return a(vm, fr)
			}
			return b(vm, fr)
		}
	case *tree.Func:
		if s := c.functionCell(x); s != nil {
			return s
		}
	}
	f := c.scalar(x)
	return func(vm *VM, fr *Frame) *value.Scalar { return value.NewScalar(f(vm, fr)) }
}

// declared returns the variable of a declaration or local, which must not be made twice.
func declared(x tree.Expr) tree.Expr {
	switch x := x.(type) {
	case *tree.Decl:
		return x.Vars[0]
	case *tree.Local:
		return x.X
	}
	return x
}

func (c *compiler) varCell(v *tree.Var) cellFn {
	u := v.Ref.(*varUse)
	sym := u.sym
	if sym == nil || sym.kind == "our" {
		g := c.vm.Glob(u.global)
		return func(vm *VM, fr *Frame) *value.Scalar { return g.Scalar }
	}
	slot := sym.slot
	switch {
	case sym.static != 0:
		cell := c.vm.static(sym).scalars[sym.static-1]
		return func(vm *VM, fr *Frame) *value.Scalar { return cell }
	case u.cap >= 0:
		i, code := u.cap, uint8(c.fn.codeSlot)
		return func(vm *VM, fr *Frame) *value.Scalar { return fr[code].Code().Caps[i].Cell() }
	case sym.cell:
		return func(vm *VM, fr *Frame) *value.Scalar { return value.Promote(&fr[slot]) }
	}
	// A plain slot has no Scalar: whoever asks gets a stand-in that reads and writes the slot.
	return func(vm *VM, fr *Frame) *value.Scalar { return value.NewTied(&slotTie{&fr[slot]}) }
}

// slotTie lets a function write to a plain slot through a Scalar while it runs.
type slotTie struct{ p *value.Value }

func (t *slotTie) Fetch() value.Value  { return *t.p }
func (t *slotTie) Store(v value.Value) { *t.p = v }

// array compiles finding an array; create makes a missing one behind a reference. Without create a missing array is nil.
func (c *compiler) array(x tree.Expr, create bool) arrayFn {
	switch x := x.(type) {
	case *tree.Var:
		return c.varArray(x)
	case *tree.Deref:
		return c.derefArray(x, create)
	case *tree.Decl:
		decl, get := c.declare(x), c.varArray(x.Vars[0])
		return func(vm *VM, fr *Frame) *value.Array {
			decl(vm, fr)
			return get(vm, fr)
		}
	case *tree.Local:
		f, get := c.localize(x.X), c.array(x.X, true)
		return func(vm *VM, fr *Frame) *value.Array {
			f(vm, fr)
			return get(vm, fr)
		}
	case *tree.List:
		if len(x.Items) == 1 {
			return c.array(x.Items[0], create)
		}
	}
	list := c.list(x)
	return func(vm *VM, fr *Frame) *value.Array {
		base := len(vm.stack)
		list(vm, fr)
		return value.NewArray(vm.take(base))
	}
}

// take removes the values above base from the stack and returns a copy of them.
func (vm *VM) take(base int) []value.Value {
	out := append([]value.Value(nil), vm.stack[base:]...)
	vm.stack = vm.stack[:base]
	return out
}

func (c *compiler) varArray(v *tree.Var) arrayFn {
	u := v.Ref.(*varUse)
	sym := u.sym
	if v.Name == "_" && c.fn.argsSlot >= 0 && (sym == nil || sym.kind == "our") {
		slot := uint8(c.fn.argsSlot)
		return func(vm *VM, fr *Frame) *value.Array { return fr[slot].Array() }
	}
	if sym == nil || sym.kind == "our" {
		g := c.vm.Glob(u.global)
		if g.Name == "ISA" {
			return func(vm *VM, fr *Frame) *value.Array {
				vm.methodGen++
				return globArray(g)
			}
		}
		return func(vm *VM, fr *Frame) *value.Array { return globArray(g) }
	}
	slot := sym.slot
	switch {
	case sym.static != 0:
		a := c.vm.static(sym).arrays[sym.static-1]
		return func(vm *VM, fr *Frame) *value.Array { return a }
	case u.cap >= 0:
		i, code := u.cap, uint8(c.fn.codeSlot)
		return func(vm *VM, fr *Frame) *value.Array { return fr[code].Code().Caps[i].Array() }
	}
	return func(vm *VM, fr *Frame) *value.Array {
		if v := fr[slot]; v.Kind() == value.KArrayRef {
			return v.Array()
		}
		a := value.NewArray(nil)
		fr[slot] = value.RefArray(a)
		return a
	}
}

// hash compiles finding a hash, as array does an array.
func (c *compiler) hash(x tree.Expr, create bool) hashFn {
	switch x := x.(type) {
	case *tree.Var:
		return c.varHash(x)
	case *tree.Deref:
		return c.derefHash(x, create)
	case *tree.Decl:
		decl, get := c.declare(x), c.varHash(x.Vars[0])
		return func(vm *VM, fr *Frame) *value.Hash {
			decl(vm, fr)
			return get(vm, fr)
		}
	case *tree.Local:
		f, get := c.localize(x.X), c.hash(x.X, true)
		return func(vm *VM, fr *Frame) *value.Hash {
			f(vm, fr)
			return get(vm, fr)
		}
	case *tree.List:
		if len(x.Items) == 1 {
			return c.hash(x.Items[0], create)
		}
	}
	list := c.list(x)
	return func(vm *VM, fr *Frame) *value.Hash {
		base := len(vm.stack)
		list(vm, fr)
		h := value.NewHash()
		h.SetPairs(vm.take(base))
		return h
	}
}

func (c *compiler) varHash(v *tree.Var) hashFn {
	u := v.Ref.(*varUse)
	sym := u.sym
	if sym == nil || sym.kind == "our" {
		if u.global == "main::+" || u.global == "main::-" {
			return c.namedCaptures(u.global)
		}
		if strings.HasSuffix(v.Name, "::") {
			h := c.vm.stash(v.Name)
			return func(*VM, *Frame) *value.Hash { return h }
		}
		g := c.vm.Glob(u.global)
		return func(vm *VM, fr *Frame) *value.Hash { return globHash(g) }
	}
	slot := sym.slot
	switch {
	case sym.static != 0:
		h := c.vm.static(sym).hashes[sym.static-1]
		return func(vm *VM, fr *Frame) *value.Hash { return h }
	case u.cap >= 0:
		i, code := u.cap, uint8(c.fn.codeSlot)
		return func(vm *VM, fr *Frame) *value.Hash { return fr[code].Code().Caps[i].Hash() }
	}
	return func(vm *VM, fr *Frame) *value.Hash {
		if v := fr[slot]; v.Kind() == value.KHashRef {
			return v.Hash()
		}
		h := value.NewHash()
		fr[slot] = value.RefHash(h)
		return h
	}
}

// key compiles a hash key.
func (c *compiler) key(x tree.Expr) func(vm *VM, fr *Frame) value.Key {
	return c.keyOf(x, "hash element")
}

// keyOf compiles a hash key for an operation; an undefined one is reported.
func (c *compiler) keyOf(x tree.Expr, op string) func(vm *VM, fr *Frame) value.Key {
	if s, ok := x.(*tree.Str); ok {
		k := c.vm.key(s.Value, s.Wide)
		return func(*VM, *Frame) value.Key { return k }
	}
	if l, ok := x.(*tree.List); ok && len(l.Items) > 1 {
		list, sep := c.list(x), c.vm.Glob("main::;")
		return func(vm *VM, fr *Frame) value.Key { // $h{1,2} joins its parts with $;
			base := len(vm.stack)
			list(vm, fr)
			return value.KeyOf(joinValues(sep.Scalar.Get(), vm.take(base)))
		}
	}
	at := c.site(x)
	if slot, ok := plainSlot(x); ok {
		return func(vm *VM, fr *Frame) value.Key {
			if v := fr[slot]; !v.IsUndef() || !at.warn {
				return value.KeyOf(v)
			}
			vm.warnUninitialized(op, x, at)
			return value.KeyOf(value.Undef)
		}
	}
	f := c.scalar(x)
	if c.prag.warn {
		f = c.warnUndef(f, x, op)
	}
	return func(vm *VM, fr *Frame) value.Key { return value.KeyOf(f(vm, fr)) }
}

// lookup compiles a hash key for a hash that is found without running other code: then a key made of parts need not become a
// string. ok is false when key must be used instead.
func (c *compiler) lookup(x *tree.HashElem) (find func(vm *VM, fr *Frame, h *value.Hash) value.Key, ok bool) {
	in, isInterp := x.Key.(*tree.Interp)
	if !isInterp {
		return nil, false
	}
	build := c.interpInto(in)
	return func(vm *VM, fr *Frame, h *value.Hash) value.Key {
		start, whole, wide := build(vm, fr)
		if wide {
			return value.KeyOf(whole)
		}
		b := vm.buf[start:]
		vm.buf = vm.buf[:start] // nobody writes there before the key was used
		if h.Tie != nil {
			return value.KeyString(string(b))
		}
		return value.KeyBytes(b)
	}, true
}

// element compiles reading an array element.
func (c *compiler) element(x *tree.Elem) evalFn {
	if sym := argSymbol(x); sym != nil {
		slot := sym.slot
		return func(vm *VM, fr *Frame) value.Value { return fr[slot] }
	}
	return getElement(c.placed(x.Array), c.index(x.Index, false))
}

func constantInt(x tree.Expr) (int64, bool) {
	switch x := x.(type) {
	case *tree.Num:
		if v, err := value.ParseLiteral(x.Text); err == nil && v.IsInt() {
			return v.I(), true
		}
	case *tree.Unary:
		if n, ok := constantInt(x.X); ok && x.Op == "-" {
			return -n, true
		}
	}
	return 0, false
}

// hashElement compiles reading a hash element.
func (c *compiler) hashElement(x *tree.HashElem) evalFn {
	if f := c.globPart(x); f != nil {
		return f
	}
	hash := c.hash(x.Hash, true)
	if s, ok := x.Key.(*tree.Str); ok {
		k := c.vm.key(s.Value, s.Wide)
		cache := new(int32)
		return func(vm *VM, fr *Frame) value.Value { return hash(vm, fr).GetCached(k, cache) }
	}
	if find, ok := c.lookup(x); ok {
		return func(vm *VM, fr *Frame) value.Value {
			h := hash(vm, fr)
			return h.Get(find(vm, fr, h))
		}
	}
	key := c.key(x.Key)
	return func(vm *VM, fr *Frame) value.Value {
		k := key(vm, fr)
		return hash(vm, fr).Get(k)
	}
}
