package runtime

// This file defines lists in which $1 and its kin stand before another match: such a list reads them when it is complete, so that they
// tell of the last match in it.

import (
	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/value"
)

// lateCaptures compiles a list that holds a bare capture variable with a match somewhere behind it; nil for any other.
func (c *compiler) lateCaptures(items []tree.Expr) listFn {
	if len(items) < 2 {
		return nil
	}
	matches, found := false, false
	for i := len(items) - 1; i >= 0 && !found; i-- {
		found = matches && mayBeCapture(items[i])
		matches = matches || exprMatches(items[i])
	}
	if !found {
		return nil
	}
	fs := make([]listFn, len(items))
	for i, it := range items {
		fs[i] = c.lateCapture(it)
	}
	return func(vm *VM, fr *Frame) {
		base := len(vm.stack)
		for _, f := range fs {
			f(vm, fr)
		}
		for i, v := range vm.stack[base:] {
			if v.IsCell() {
				vm.stack[base+i] = v.Cell().Get()
			}
		}
	}
}

// mayBeCapture tells whether the value of x can be a capture variable itself.
func mayBeCapture(x tree.Expr) bool {
	switch x := unwrap(x).(type) {
	case *tree.Var:
		return isCapture(x)
	case *tree.Ternary:
		return mayBeCapture(x.Then) || mayBeCapture(x.Else)
	case *tree.Logical:
		return mayBeCapture(x.Right)
	}
	return false
}

func isCapture(x *tree.Var) bool {
	if x.Sigil != '$' || x.Name == "" {
		return false
	}
	switch x.Name {
	case "&", "`", "'", "+":
		return true
	}
	for i := range len(x.Name) {
		if x.Name[i] < '0' || x.Name[i] > '9' {
			return false
		}
	}
	return x.Name != "0"
}

// lateCapture pushes a capture variable itself where x is one, and plain values otherwise.
func (c *compiler) lateCapture(x tree.Expr) listFn {
	switch x := unwrap(x).(type) {
	case *tree.Var:
		if isCapture(x) {
			cell := c.varCell(x)
			return func(vm *VM, fr *Frame) { vm.stack = append(vm.stack, value.CellValue(cell(vm, fr))) }
		}
	case *tree.Ternary:
		if mayBeCapture(x) {
			cond, a, b := c.condition(x.Cond, false), c.lateCapture(x.Then), c.lateCapture(x.Else)
			return func(vm *VM, fr *Frame) {
				if cond(vm, fr) {
					a(vm, fr)
				} else {
					b(vm, fr)
				}
			}
		}
	case *tree.Logical:
		if mayBeCapture(x) {
			return c.logicalInto(x, c.lateCapture(x.Right))
		}
	}
	return c.list(x)
}
