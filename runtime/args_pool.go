package runtime

// This file defines arrays of arguments that serve again. A sub that needs a real @_ gets an array at each call; when nothing in
// the sub can keep that array beyond the call, the next such call takes it over with its storage.

import (
	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/value"
)

const (
	maxFreeArgs  = 64 // arrays that wait: more than calls are deep in most scripts
	freeArgsSize = 16 // elements
)

// privateArgs tells whether statements use @_ only in ways that keep no hold of the array itself: shift and pop, its elements, its
// length, and its values copied by an assignment.
func privateArgs(body []tree.Stmt) bool {
	uses, private, safe := 0, 0, true
	isArgs := func(x tree.Expr) bool {
		v, ok := x.(*tree.Var)
		return ok && v.Name == "_" && v.Sigil == '@'
	}
	allow := func(x tree.Expr) {
		if isArgs(x) {
			private++
		}
	}
	visit := func(n tree.Node) bool {
		switch n := n.(type) {
		case *tree.AnonSub, *tree.SubDef, *tree.EvalBlock:
			safe = false
		case *tree.Var:
			if n.Name == "_" && (n.Sigil == '@' || n.Sigil == '#') {
				uses++
			}
		case *tree.Func:
			switch n.Name {
			case "shift", "pop", "scalar":
				if len(n.Args) == 1 {
					allow(n.Args[0])
				}
			case "eval", "goto":
				safe = false
			}
		case *tree.Elem:
			allow(n.Array)
		case *tree.If:
			for _, c := range n.Clauses {
				allow(c.Cond)
			}
		case *tree.Ternary:
			allow(n.Cond)
		case *tree.Binary:
			switch n.Op {
			case "==", "!=", "<", ">", "<=", ">=", "%", "+", "-":
				allow(n.Left)
				allow(n.Right)
			}
		case *tree.Assign:
			if _, copies := n.Left.(*tree.Decl); copies {
				allow(n.Right)
				if l, ok := n.Right.(*tree.List); ok {
					for _, x := range l.Items {
						allow(x)
					}
				}
			}
		case *tree.Call:
			safe = safe && !n.NoArgs
		case *tree.CallRef:
			safe = safe && !n.NoArgs
		case *tree.Jump:
			safe = safe && n.Kind != "goto"
		}
		return safe
	}
	for _, s := range body {
		tree.Inspect(s, visit)
	}
	return safe && uses == private
}

// takeArgs returns an array that holds arguments.
func (vm *VM) takeArgs(fn *fnInfo, args []value.Value) *value.Array {
	if n := len(vm.freeArgs) - 1; n >= 0 && fn.privateArgs {
		a := vm.freeArgs[n]
		vm.freeArgs = vm.freeArgs[:n]
		a.Refill(args)
		return a
	}
	return value.NewArray(append([]value.Value(nil), args...))
}

// giveArgs takes back the array of a call that has returned.
func (vm *VM) giveArgs(a *value.Array) {
	if len(vm.freeArgs) < maxFreeArgs && !vm.config.Plain && a.Recycle(freeArgsSize) {
		vm.freeArgs = append(vm.freeArgs, a)
	}
}
