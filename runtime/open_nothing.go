package runtime

// This file defines what open takes for no name at all, which opens a temporary file: undef that is written there, and what perl has
// no value for, an element that does not exist or the shift of an empty array. An undef in a variable is a name that no file has.

import (
	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/value"
)

// openName compiles the name that open is given; known is the same with what is said about undef.
func (c *compiler) openName(x *tree.Func, i int, known evalFn) evalFn {
	known = named(known)
	if i != 2 || len(x.Args) != 3 {
		return known
	}
	a := unwrap(x.Args[2])
	switch a := a.(type) {
	case *tree.Func:
		if a.Name == "shift" || a.Name == "pop" {
			return c.scalar(a)
		}
		return known
	case *tree.Elem:
		if argSymbol(a) != nil || !isSteady(a.Index) {
			return known
		}
	case *tree.HashElem:
		if !isSteady(a.Key) {
			return known
		}
	default:
		return known
	}
	exists := c.exists(a, x)
	return func(vm *VM, fr *Frame) value.Value {
		if !exists(vm, fr).Truth() {
			return value.Undef
		}
		return known(vm, fr)
	}
}

// isSteady tells an index that can be evaluated twice.
func isSteady(x tree.Expr) bool {
	switch x := x.(type) {
	case *tree.Num, *tree.Str:
		return true
	case *tree.Var:
		return x.Sigil == '$'
	}
	return false
}
