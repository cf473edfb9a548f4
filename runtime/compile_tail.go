package runtime

// This file defines the value of a loop that is the last statement of a sub or block: that of the condition that ended it.

import (
	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/value"
)

// loopEnd notes how a loop ends whose end gives a value; nil stands for any other loop.
type loopEnd struct {
	value   value.Value // the value of the end, unless the condition gives it
	isKept  bool        // the value of the condition is kept in the VM
	mayStop bool        // there is a last in the body
}

// lastLoop is the VM's note of the way the latest such loop ended.
type lastLoop struct {
	value   value.Value // what the condition was
	stopped bool        // by last, which gives no value
}

// tailLoop compiles a loop at the end of a sub; nil if the statement is none, or its value cannot matter.
func (c *compiler) tailLoop(s tree.Stmt) stmtFn {
	if c.want == WantVoid {
		return nil
	}
	end := &loopEnd{value: value.No, mayStop: containsLast(s)}
	var loop stmtFn
	switch s := s.(type) {
	case *tree.While:
		if s.Cond == nil {
			return nil
		}
		if s.Until {
			end.value = value.Bool(true)
		}
		end.isKept = !givesTruth(whileCondition(s.Cond))
		loop = c.while(s, end)
	case *tree.ForC:
		if s.Cond == nil {
			return nil
		}
		end.isKept = !givesTruth(whileCondition(s.Cond))
		loop = c.forC(s, end)
	case *tree.Foreach:
		if len(s.Vars) > 1 {
			return nil
		}
		loop = c.foreach(s, end)
	default:
		return nil
	}
	return c.ended(loop, end)
}

// ended adds giving the value of the end to a loop.
func (c *compiler) ended(loop stmtFn, end *loopEnd) stmtFn {
	list, empty := c.want == WantList, c.result(nil)
	return func(vm *VM, fr *Frame) ctl {
		if end.mayStop {
			vm.lastLoop.stopped = false
		}
		if k := loop(vm, fr); k != ctlNone {
			return k
		}
		if end.mayStop && vm.lastLoop.stopped {
			return empty(vm, fr)
		}
		v := end.value
		if end.isKept {
			v = vm.lastLoop.value
		}
		if !list {
			return vm.returnScalar(v)
		}
		vm.retBase = len(vm.stack)
		vm.stack = append(vm.stack, v)
		return ctlReturn
	}
}

// condition compiles a loop's condition; end may be nil.
func (end *loopEnd) condition(c *compiler, x tree.Expr, until bool) condFn {
	if end == nil || !end.isKept {
		return c.condition(x, until)
	}
	f := c.scalar(x)
	return func(vm *VM, fr *Frame) bool {
		v := plain(f(vm, fr))
		if v.Truth() != until {
			return true
		}
		vm.lastLoop.value = v
		return false
	}
}

// body adds noting a last to a loop's body; end may be nil.
func (end *loopEnd) body(f stmtFn) stmtFn {
	if end == nil || !end.mayStop {
		return f
	}
	return func(vm *VM, fr *Frame) ctl {
		k := f(vm, fr)
		vm.lastLoop.stopped = k == ctlLast
		return k
	}
}

// givesTruth tells whether the value of an expression is always one of the two truth values, as that of a comparison is.
func givesTruth(x tree.Expr) bool {
	switch x := unwrap(x).(type) {
	case *tree.Binary:
		switch x.Op {
		case "<", ">", "<=", ">=", "==", "!=", "lt", "gt", "le", "ge", "eq", "ne":
			return true
		}
	case *tree.Unary:
		return x.Op == "!" || x.Op == "not"
	case *tree.Logical:
		return x.Op != "//" && givesTruth(x.Left) && givesTruth(x.Right)
	case *tree.Match:
		return true
	case *tree.Func:
		return x.Name == "defined" || x.Name == "exists" || x.Name == "eof"
	}
	return false
}

// containsLast tells whether there is a last in a statement, outside of subs.
func containsLast(s tree.Stmt) bool {
	found := false
	tree.Inspect(s, func(n tree.Node) bool {
		switch n := n.(type) {
		case *tree.AnonSub, *tree.SubDef:
			return false
		case *tree.Jump:
			found = found || n.Kind == "last" || n.Dynamic != nil
		}
		return !found
	})
	return found
}
