package runtime

// This file defines how warnings of lists call an item: only by a name under which it can be found.

import (
	"strings"

	"github.com/smrscript/smrscript/lang/tree"
)

// FormatName is how a warning of sprintf or printf calls argument i after the format; "" for one without a name.
func (c *Call) FormatName(i int) string {
	if c.fn == nil || len(c.fn.Args) < 2 {
		return ""
	}
	args, n := c.fn.Args[1:], len(c.Args)-1
	if c.Handle() {
		n--
	}
	if !isSingle(c.fn.Args[0]) {
		return ""
	}
	if c.fn.Name == "sprintf" && lonely(args) {
		if name := itemName(args, i, n); name != "" {
			return name
		}
	}
	if x := itemAt(args, i, n); x != nil && isSingle(x) && variableName(x) == "" {
		return strings.TrimPrefix(c.VM.operandName(x, c.site, c.fn.Name == "sprintf" && lonely(args)), " ")
	}
	if x := itemAt(args, i, n); x != nil {
		if _, ok := x.(*tree.Var); !ok && !isList(x) {
			return "" // an element may not exist, and then perl does not find it
		}
	}
	return itemName(args, i, n)
}

// lonely tells whether all of args but one are constants: then that one is to blame.
func lonely(args []tree.Expr) bool {
	n := 0
	for _, a := range args {
		switch a.(type) {
		case *tree.Str, *tree.Num:
		default:
			n++
		}
	}
	return n == 1
}

func isList(x tree.Expr) bool { return !isSingle(x) }

// itemAt returns the operand that gave item i of n, nil if that cannot be told.
func itemAt(args []tree.Expr, i, n int) tree.Expr {
	for k, a := range args {
		switch {
		case isSingle(a) && i == k:
			return a
		case !isSingle(a):
			if after := len(args) - (n - i); after > k && after < len(args) {
				return args[after]
			}
			return a
		}
	}
	return nil
}

// presence compiles, for operands that are elements of a variable under a constant index or key, the question whether the
// element exists; nil for the others.
func (c *compiler) presence(args []tree.Expr) []func(vm *VM, fr *Frame) bool {
	var found []func(vm *VM, fr *Frame) bool
	for i, a := range args {
		if variableName(a) == "" {
			continue
		}
		var f func(vm *VM, fr *Frame) bool
		switch x := a.(type) {
		case *tree.Elem:
			array, index := c.array(x.Array, false), c.scalar(x.Index)
			f = func(vm *VM, fr *Frame) bool {
				a := array(vm, fr)
				return a != nil && a.Exists(index(vm, fr).ToInt())
			}
		case *tree.HashElem:
			hash, key := c.hash(x.Hash, false), c.key(x.Key)
			f = func(vm *VM, fr *Frame) bool {
				h := hash(vm, fr)
				return h != nil && h.Exists(key(vm, fr))
			}
		default:
			continue
		}
		if found == nil {
			found = make([]func(*VM, *Frame) bool, len(args))
		}
		found[i] = f
	}
	return found
}

// warnItemOf is warnItem for a list whose elements have presence.
func (vm *VM) warnItemOf(fr *Frame, present []func(vm *VM, fr *Frame) bool, i, n int, args []tree.Expr, op string, at *site) {
	if present != nil {
		if x := itemAt(args, i, n); x != nil {
			for k, a := range args {
				if a == x && present[k] != nil && !present[k](vm, fr) {
					vm.warnIn(at, warnUninit, "Use of uninitialized value in %s", op)
					return
				}
			}
		}
	}
	vm.warnItem(i, n, args, op, at)
}

// namesSomething tells whether the minus of s is text too: -"abc" is "-abc", -"-abc" is "+abc".
func namesSomething(s string) bool {
	return s != "" && (s[0] == '_' || s[0] == '+' || s[0] == '-' || s[0]|0x20-'a' < 26)
}
