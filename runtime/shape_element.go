package runtime

// This file defines array elements by the shape of array and index; the versions are generated.

import (
	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/value"
)

// The ways to find an array.
const (
	arrayInSlot = iota // a slot of the frame holds it
	arrayKnown         // it is known when the program is compiled
	arrayOther         // by running code
)

// A place is an array and how it is found.
type place struct {
	shape uint8
	slot  uint8
	known *value.Array
	find  arrayFn
}

// placed compiles finding an array, created if missing.
func (c *compiler) placed(x tree.Expr) place {
	find := c.array(x, true)
	v, ok := x.(*tree.Var)
	if !ok || c.vm.config.Plain {
		return place{shape: arrayOther, find: find}
	}
	u := v.Ref.(*varUse)
	sym := u.sym
	if sym == nil || sym.kind == "our" || v.Name == "_" || sym.name[0] != '@' {
		return place{shape: arrayOther, find: find}
	}
	switch {
	case sym.static != 0:
		return place{shape: arrayKnown, known: c.vm.static(sym).arrays[sym.static-1], find: find}
	case u.cap >= 0:
		return place{shape: arrayOther, find: find}
	}
	return place{shape: arrayInSlot, slot: sym.slot, find: find}
}

// newArrayIn puts an empty array into a slot that has none yet.
//
//go:noinline
func newArrayIn(p *value.Value) *value.Array {
	a := value.NewArray(nil)
	*p = value.RefArray(a)
	return a
}

// elementIndex is the number of an index.
func elementIndex(v value.Value) int64 {
	if v.IsInt() {
		return v.I()
	}
	return v.ToInt()
}

// storeAt stores an element that is not simply one of a packed array; slow finds everything again and knows what to say when
// the index is impossible.
//
//go:noinline
func storeAt(vm *VM, fr *Frame, a *value.Array, i, v value.Value, slow storeFn) {
	if !a.Set(elementIndex(i), v) {
		slow(vm, fr, v)
	}
}

// updateAt stores what an operator computed.
func updateAt(vm *VM, a *value.Array, i int64, v value.Value, o *opInfo) {
	if !a.SetPacked(i, v) && !a.Set(i, v) {
		panic(vm.dief(o.at, "Modification of non-creatable array value attempted, subscript %d", i))
	}
}

// index compiles the index of an element; store says that the array may grow to have it.
func (c *compiler) index(x tree.Expr, store bool) operand {
	var where *indexSite
	if c.prag.warn {
		where = &indexSite{x, c.site(x)}
	}
	if c.vm.weighs && store {
		if o := c.shaped(x); o.shape == anInt && o.v.I() < bigStack {
			o.where = where
			return o
		}
		return operand{shape: other, fn: c.boundedIndex(x), where: where}
	}
	if o := c.shaped(x); o.shape != aFloat {
		o.where = where
		return o
	}
	return operand{shape: other, fn: c.scalar(x), where: where}
}

// An indexSite is an index and its place, for warnings.
type indexSite struct {
	x  tree.Expr
	at *site
}

// slowIndex is the number of an index that is no integer.
//
//go:noinline
func slowIndex(vm *VM, v value.Value, w *indexSite) int64 {
	if w != nil {
		vm.warnNumber(v, w.x, "array element", w.at)
	}
	return v.ToInt()
}

// assignElement compiles `$a[i] = right` for its effect.
func (c *compiler) assignElement(x *tree.Elem, right tree.Expr) stmtFn {
	if argSymbol(x) != nil || c.vm.config.Plain || isArgument(x) {
		return nil
	}
	p, i, slow := c.placed(x.Array), c.index(x.Index, true), c.storeElem(x)
	if v, ok := c.constantNumber(right); ok {
		return setElementTo(p, i, v, slow)
	}
	return setElement(p, i, c.scalar(right), slow)
}

// updateElement compiles += -= *= on an element for its effect; nil when x is something else.
func (c *compiler) updateElement(x *tree.Assign) stmtFn {
	e, ok := x.Left.(*tree.Elem)
	if !ok || argSymbol(e) != nil || c.prag.integer || c.vm.config.Plain {
		return nil
	}
	switch x.Op {
	case "+=":
		return addToElement(c.placed(e.Array), c.index(e.Index, true), c.scalar(x.Right), c.updateInfo(x, "+"))
	case "-=":
		return subToElement(c.placed(e.Array), c.index(e.Index, true), c.scalar(x.Right), c.updateInfo(x, "-"))
	case "*=":
		return mulToElement(c.placed(e.Array), c.index(e.Index, true), c.scalar(x.Right), c.updateInfo(x, "*"))
	}
	return nil
}

// fill compiles `@a = (0) x N`, which needs no list; nil when x is something else.
func (c *compiler) fill(x *tree.Assign) stmtFn {
	b, ok := unwrapOnce(x.Right).(*tree.Binary)
	if !ok || b.Op != "x" || c.vm.config.Plain || !isArrayTarget(x.Left) || !isQuiet(b.Right) {
		return nil
	}
	l, ok := b.Left.(*tree.List)
	if !ok || !l.Paren || len(l.Items) != 1 {
		return nil
	}
	v, ok := c.constantNumber(l.Items[0])
	if !ok {
		return nil
	}
	array, times := c.array(x.Left, true), c.scalar(b.Right)
	general := c.list(x.Right)
	set := c.assignList(x.Left)
	return func(vm *VM, fr *Frame) ctl {
		n := times(vm, fr)
		if n.IsInt() && uint64(n.I()) < maxFill {
			vm.roomForElements(n.I())
			array(vm, fr).Fill(v, int(n.I()))
			return ctlNone
		}
		base := len(vm.stack)
		general(vm, fr)
		set(vm, fr, base)
		vm.stack = vm.stack[:base]
		return ctlNone
	}
}

const maxFill = 1 << 28 // elements

// isArrayTarget tells a lexical array, declared here or before.
func isArrayTarget(x tree.Expr) bool {
	if d, ok := x.(*tree.Decl); ok {
		if d.Kind != "my" || len(d.Vars) != 1 || d.Paren || d.Vars[0] == nil {
			return false
		}
		x = d.Vars[0]
	}
	v, ok := x.(*tree.Var)
	return ok && v.Sigil == '@' && v.Name != "_"
}

// unwrapOnce takes the parentheses off an expression that is alone in them.
func unwrapOnce(x tree.Expr) tree.Expr {
	if l, ok := x.(*tree.List); ok && len(l.Items) == 1 {
		return l.Items[0]
	}
	return x
}
