package runtime

// This file defines local of arrays and hashes that are named at run time, and of slices of arrays.

import (
	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/value"
)

// localizeNamed is `local @{"name"}` and `local %$glob`; what only a reference leads to has no name and cannot be localised.
func (c *compiler) localizeNamed(x *tree.Deref) stmtFn {
	f, at, strict := c.scalar(x.X), c.site(x), c.prag.strictRefs
	array, kind := x.Sigil == '@', "an ARRAY"
	if !array {
		kind = "a HASH"
	}
	return func(vm *VM, fr *Frame) ctl {
		v := plain(f(vm, fr))
		var g *value.Glob
		switch k := v.Kind(); {
		case k == value.KGlob || k == value.KGlobRef:
			g = v.Glob()
		case v.IsRef():
			panic(vm.dief(at, "Can't localize through a reference"))
		default:
			g = vm.symbolic(v, at, strict, kind)
		}
		if array {
			vm.localArray(g)
		} else {
			old := g.Hash
			g.Hash = value.NewHash()
			vm.saves = append(vm.saves, func() { g.Hash = old })
		}
		return ctlNone
	}
}

// localizeElements is `local @a[1, 2]`.
func (c *compiler) localizeElements(x *tree.Slice) stmtFn {
	array, index := c.array(x.Of, true), c.subscripts(x.Of, x.Index)
	return func(vm *VM, fr *Frame) ctl {
		base := len(vm.stack)
		index(vm, fr)
		a := array(vm, fr)
		for _, i := range vm.take(base) {
			vm.localArrayElement(a, i.ToInt())
		}
		return ctlNone
	}
}

// localArray gives a glob a new array until the end of the block. That of parents decides about methods.
func (vm *VM) localArray(g *value.Glob) {
	old := g.Array
	g.Array = value.NewArray(nil)
	isa := g.Name == "ISA"
	if isa {
		vm.methodGen++
	}
	vm.saves = append(vm.saves, func() {
		g.Array = old
		if isa {
			vm.methodGen++
		}
	})
}

// localArrayElement has an element of an array restored at the end of the block.
func (vm *VM) localArrayElement(a *value.Array, i int64) {
	old, there := a.Get(i), a.Exists(i)
	vm.saves = append(vm.saves, func() {
		if there {
			a.Set(i, old)
		} else {
			a.Delete(i)
		}
	})
}
