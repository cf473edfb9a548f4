package runtime

// This file defines undef on slices, sorting in place, and assignments to assignments.

import (
	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/value"
)

// undefSlice compiles undef @h{...}: as in perl all the elements come to be, and the last one becomes undef.
func (c *compiler) undefSlice(x *tree.Slice) func(vm *VM, fr *Frame) {
	elements := c.aliases(x)
	return func(vm *VM, fr *Frame) {
		base := len(vm.stack)
		elements(vm, fr)
		if n := len(vm.stack); n > base {
			vm.stack[n-1].Cell().Set(value.Undef)
		}
		vm.stack = vm.stack[:base]
	}
}

// sortInPlace compiles @a = sort ... @a, in which perl leaves out the elements that were never set; nil for anything else.
func (c *compiler) sortInPlace(x *tree.Assign) stmtFn {
	f, ok := unwrap(x.Right).(*tree.Func)
	if !ok || f.Name != "sort" || len(f.Args) != 1 {
		return nil
	}
	left, ok := x.Left.(*tree.Var)
	right, isVar := unwrap(f.Args[0]).(*tree.Var)
	if !ok || !isVar || left.Sigil != '@' || right.Sigil != '@' || left.Name != right.Name || left.Name == "_" {
		return nil
	}
	array, by := c.array(left, true), c.sorterOf(f)
	return func(vm *VM, fr *Frame) ctl {
		a := array(vm, fr)
		base := len(vm.stack)
		for i := range int64(a.Len()) {
			if a.Exists(i) {
				vm.stack = append(vm.stack, a.Get(i))
			}
		}
		items := vm.take(base)
		by(vm, fr, items)
		a.SetAll(items)
		return ctlNone
	}
}

// nestedCell compiles the place of ($x += 1) *= 2: the inner assignment is made, then the outer one to the same variable.
func (c *compiler) nestedCell(x, inner *tree.Assign) cellFn {
	target := declared(unwrap(inner.Left))
	for {
		in, ok := target.(*tree.Assign)
		if !ok {
			break
		}
		target = declared(unwrap(in.Left))
	}
	outer := *x
	outer.Left = target
	first, second, get := c.cell(inner), c.assignStmt(&outer), c.cell(target)
	return func(vm *VM, fr *Frame) *value.Scalar {
		first(vm, fr)
		second(vm, fr)
		return get(vm, fr)
	}
}
