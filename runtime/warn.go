package runtime

// This file defines the warnings of `use warnings` that come at run time, in perl's words.

import (
	"strconv"

	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/handle"
	"github.com/smrscript/smrscript/runtime/value"
)

// warnUndef wraps an operand so that undef is reported.
func (c *compiler) warnUndef(f evalFn, x tree.Expr, op string) evalFn {
	return c.warnUndefOf(f, x, op, true)
}

// warnUndefOf is warnUndef for an operand that others stand beside, unless it is sure that this one must be meant.
func (c *compiler) warnUndefOf(f evalFn, x tree.Expr, op string, sure bool) evalFn {
	if isFixed(x) {
		return f
	}
	at := c.site(x)
	return func(vm *VM, fr *Frame) value.Value {
		v := f(vm, fr)
		if v.IsUndef() {
			vm.warnIn(at, warnUninit, "Use of uninitialized value%s in %s", vm.operandName(x, at, sure), op)
		}
		return v
	}
}

// warnUninitialized is perl's most frequent warning.
func (vm *VM) warnUninitialized(op string, x tree.Expr, at *site) {
	vm.warnIn(at, warnUninit, "Use of uninitialized value%s in %s", vm.operandName(x, at, true), op)
}

// variableName is how a warning calls an operand; "" for anything that has no name of its own.
func variableName(x tree.Expr) string {
	switch x := x.(type) {
	case *tree.Var:
		if x.Sigil == '$' {
			return "$" + plainName(x)
		}
	case *tree.Elem:
		if v, ok := x.Array.(*tree.Var); ok {
			if n, ok := constantInt(x.Index); ok {
				return "$" + plainName(v) + "[" + strconv.FormatInt(n, 10) + "]"
			}
		}
	case *tree.HashElem:
		if v, ok := x.Hash.(*tree.Var); ok {
			if s, ok := x.Key.(*tree.Str); ok {
				return "$" + plainName(v) + "{" + keyText(s.Value) + "}"
			}
		}
	case nil:
		return "$_"
	}
	return ""
}

// checkOperands warns of undefined and of non-numeric operands.
func (vm *VM) checkOperands(a, b value.Value, o *opInfo) {
	var left, right tree.Expr = &tree.Yada{}, &tree.Yada{}
	if o.x != nil {
		left, right = o.x.Left, o.x.Right
	}
	numeric := isNumericOp(o.op)
	for k := range 2 {
		i := k
		if numeric || o.op == "<<" || o.op == ">>" {
			i = 1 - k // perl looks at the right operand first
		}
		v, x := a, left
		if i == 1 {
			v, x = b, right
		}
		switch {
		case v.IsUndef():
			if i == 0 && (o.op == "+=" || o.op == "-=" || o.op == ".=" || o.op == "|=" || o.op == "^=") {
				continue // $x += 1 on undef is silent
			}
			other := right
			if i == 1 {
				other = left
			}
			vm.warnIn(o.at, warnUninit, "Use of uninitialized value%s in %s", vm.operandName(x, o.at, isFixed(other)), o.name)
		case numeric && v.IsString() && !v.LooksLikeNumber():
			vm.warnIn(o.at, warnNumeric, "Argument \"%s\" isn't numeric in %s", value.Display(v), o.name)
		}
	}
}

func isNumericOp(op string) bool {
	switch op[0] {
	case '+', '-', '*', '/', '%':
		return true
	case '<', '>', '=', '!':
		return op != "=?" && op != "<>?"
	}
	return false
}

// itemName is how a warning calls item i of n that a list of operands gave; "" when it has no name of its own.
func itemName(args []tree.Expr, i, n int) string {
	for k, a := range args {
		if isSingle(a) {
			if i == k {
				return variableName(a)
			}
			continue
		}
		for after := len(args) - 1; after > k && isSingle(args[after]); after-- {
			if i == n-(len(args)-after) {
				return variableName(args[after])
			}
		}
		if v, ok := unwrap(a).(*tree.Var); ok && v.Sigil == '@' {
			return "$" + v.Name + "[" + strconv.Itoa(i-k) + "]"
		}
		return ""
	}
	return ""
}

// warnItems reports the undefined items of a list.
func (vm *VM) warnItems(list []value.Value, args []tree.Expr, op string, at *site) {
	for i, v := range list {
		if v.IsUndef() {
			vm.warnItem(i, len(list), args, op, at)
		}
	}
}

func (vm *VM) warnItem(i, n int, args []tree.Expr, op string, at *site) {
	name := itemName(args, i, n)
	if name != "" {
		name = " " + name
	} else if x := itemAt(args, i, n); x != nil && isSingle(x) {
		name = vm.operandName(x, at, false)
	}
	vm.warnIn(at, warnUninit, "Use of uninitialized value%s in %s", name, op)
}

// warnNumber reports an operand that is undefined or no number.
func (vm *VM) warnNumber(v value.Value, x tree.Expr, op string, at *site) {
	switch {
	case v.IsUndef():
		vm.warnUninitialized(op, x, at)
	case v.IsString() && !v.LooksLikeNumber():
		vm.warnIn(at, warnNumeric, "Argument \"%s\" isn't numeric in %s", value.Display(v), op)
	}
}

// warnOdd reports a list of pairs with one too many.
func (vm *VM) warnOdd(n int, what string, at *site) {
	if n%2 != 0 && at.warn {
		vm.warnIn(at, warnMisc, "Odd number of elements in %s", what)
	}
}

// fileWarning passes on what the file handles warn of. Characters that do not fit are reported always, the rest under `use
// warnings` only, as perl does.
func (vm *VM) fileWarning(w handle.Warning) {
	switch {
	case w.Kind == handle.WideCharacter:
		vm.warnIn(vm.at, warnUTF8, "%s in print", w.Text)
	case vm.at != nil && vm.at.warn:
		vm.warnIn(vm.at, categoryOf(w.Category), "%s", w.Text)
	}
}

// warnPairs reports what is wrong with a list that is assigned to a hash.
func (vm *VM) warnPairs(list []value.Value, at *site) {
	if first := list[0]; len(list) == 1 && (first.Kind() == value.KArrayRef || first.Kind() == value.KHashRef) {
		vm.warnIn(at, warnMisc, "Reference found where even-sized list expected")
		return
	}
	vm.warnOdd(len(list), "hash assignment", at)
	for i := 0; i < len(list); i += 2 {
		if list[i].IsUndef() {
			vm.warnIn(at, warnUninit, "Use of uninitialized value in list assignment")
		}
	}
}
