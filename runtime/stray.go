package runtime

// This file defines jumps that leave more than loops: next, last and redo out of evals, and out of subs into a loop of the caller.

import (
	"strings"

	"github.com/smrscript/smrscript/lang/tree"
)

// jumpTarget tells whether next, last or redo can mean a statement, and its label.
func jumpTarget(s tree.Stmt) (label string, ok bool) {
	switch s := s.(type) {
	case *tree.While:
		return s.Label, !s.PostCheck
	case *tree.ForC:
		return s.Label, true
	case *tree.Foreach:
		return s.Label, true
	case *tree.ForTo:
		return "", true
	case *tree.Bare:
		return s.Label, true
	case *tree.Given:
		return s.Label, true
	case *tree.When:
		return s.Label, true
	}
	return "", false
}

// isLoopLabel is false for the labels of given and when, which only their own jumps know.
func isLoopLabel(label string) bool {
	return !strings.HasPrefix(label, "given ") && !strings.HasPrefix(label, "when ")
}

// isStray tells whether a jump goes to none of the loops around it in its sub.
func (r *resolver) isStray(label string) bool {
	for _, t := range r.targets {
		if t == label || label == "" && isLoopLabel(t) {
			return false
		}
	}
	return true
}

// leavingWith adds to a jump what happens when it leaves an eval (a warning) or its sub (a warning, and a panic as vehicle).
func (c *compiler) leavingWith(x *tree.Jump, f stmtFn) stmtFn {
	var target *loopCtx
	for _, l := range c.loops {
		if l.label == x.Label || x.Label == "" && isLoopLabel(l.label) {
			target = l
		}
	}
	at, warns := c.site(x), c.prag.warns(warnExiting)
	switch {
	case target != nil && target.evals < c.evals && warns && isLoopLabel(x.Label):
		return func(vm *VM, fr *Frame) ctl {
			vm.warnIn(at, warnExiting, "Exiting eval via %s", x.Kind)
			return f(vm, fr)
		}
	case target == nil && c.fn.parent != nil && c.fn.prog.strays:
		what := "subroutine"
		if c.evals > 0 || c.fn.isEval {
			what = "eval"
		}
		return func(vm *VM, fr *Frame) ctl {
			if warns {
				vm.warnIn(at, warnExiting, "Exiting %s via %s", what, x.Kind)
			}
			panic(&jump{f(vm, fr)})
		}
	}
	return f
}

// passStrays sends jumps that a sub's own loops do not take on to its caller.
func (c *compiler) passStrays(s stmtFn) stmtFn {
	if !c.vm.strays {
		return s
	}
	return func(vm *VM, fr *Frame) ctl {
		k := s(vm, fr)
		if k > ctlReturn {
			panic(&jump{k})
		}
		return k
	}
}
