package runtime

// This file defines leaving: next, last, redo and return, as statements and as jumps out of expressions.

import (
	"math"

	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/value"
)

// jumpStmt compiles next, last and redo as statements.
func (c *compiler) jumpStmt(x *tree.Jump) stmtFn {
	if x.Kind == "goto" {
		return c.gotoSub(x)
	}
	k := jumpKind(x.Kind)
	if x.Label == "" && x.Dynamic == nil {
		return c.leavingWith(x, func(vm *VM, fr *Frame) ctl {
			vm.label = ""
			return k
		})
	}
	if x.Dynamic != nil {
		name := c.scalar(x.Dynamic)
		return func(vm *VM, fr *Frame) ctl {
			vm.label = name(vm, fr).String()
			return k
		}
	}
	label := x.Label
	return c.leavingWith(x, func(vm *VM, fr *Frame) ctl {
		vm.label = label
		return k
	})
}

func jumpKind(s string) ctl {
	switch s {
	case "next":
		return ctlNext
	case "last":
		return ctlLast
	}
	return ctlRedo
}

// jumpExpr compiles a jump or return inside an expression: it leaves as a panic that its target catches.
func (c *compiler) jumpExpr(s stmtFn) evalFn {
	c.markDeep()
	return func(vm *VM, fr *Frame) value.Value {
		if k := s(vm, fr); k != ctlNone {
			panic(&jump{k})
		}
		return value.Undef
	}
}

// markDeep makes the enclosing loops and the sub ready to catch jumps.
func (c *compiler) markDeep() {
	*c.deep = true
	for _, l := range c.loops {
		l.deep = true
	}
}

// returnStmt compiles return as a statement.
func (c *compiler) returnStmt(x *tree.Return) stmtFn {
	if c.escape != nil && x.Span != (source.Span{}) {
		return c.escape(x)
	}
	if c.want == WantList {
		if x.X == nil {
			return func(vm *VM, fr *Frame) ctl {
				vm.retBase = len(vm.stack)
				return ctlReturn
			}
		}
		f := c.list(x.X)
		return func(vm *VM, fr *Frame) ctl {
			base := len(vm.stack)
			f(vm, fr)
			vm.retBase = base
			return ctlReturn
		}
	}
	if x.X == nil {
		return func(vm *VM, fr *Frame) ctl { return vm.returnScalar(value.Undef) }
	}
	if c.want == WantVoid && isCall(x.X) {
		call := c.effect(x.X)
		return func(vm *VM, fr *Frame) ctl {
			if k := call(vm, fr); k != ctlNone {
				return k
			}
			return vm.returnScalar(value.Undef)
		}
	}
	f := c.scalar(x.X)
	return func(vm *VM, fr *Frame) ctl { return vm.returnScalar(f(vm, fr)) }
}

// noList is the retBase of a return that leaves a scalar.
const noList = math.MaxInt

// returnScalar leaves the value of a return statement in scalar context.
func (vm *VM) returnScalar(v value.Value) ctl {
	vm.ret, vm.retBase = v, noList
	return ctlReturn
}

// catchJumps runs a statement that jumps may leave as panics.
func catchJumps(s stmtFn) stmtFn {
	return func(vm *VM, fr *Frame) (k ctl) {
		state := vm.snapshot()
		defer func() {
			if e := recover(); e != nil {
				j, ok := e.(*jump)
				if !ok {
					panic(e)
				}
				k = j.ctl
				results := []value.Value(nil)
				if k == ctlReturn && vm.retBase <= len(vm.stack) && vm.retBase >= state.stack {
					results = append(results, vm.stack[vm.retBase:]...)
				}
				vm.restore(state)
				vm.retBase = len(vm.stack)
				vm.stack = append(vm.stack, results...)
			}
		}()
		return s(vm, fr)
	}
}
