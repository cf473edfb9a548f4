package runtime

// This file defines how long what a match captured is shown when it was made in a loop.

import "github.com/smrscript/smrscript/lang/tree"

// exprMatches tells whether an expression matches a pattern outside of blocks of its own.
func exprMatches(x tree.Expr) bool {
	return x != nil && hasMatch([]tree.Stmt{&tree.ExprStmt{Span: x.Range(), X: x}})
}

// roundBlock compiles the block of a loop that does not leave its scope between two rounds: what one round has captured
// the next one still shows. Only next goes back to what was shown before the loop.
func (c *compiler) roundBlock(b *tree.Block) stmtFn {
	prag := c.prag
	s := c.stmts(b.Stmts)
	c.prag = prag
	rounds := func(vm *VM, fr *Frame) ctl {
		k := s(vm, fr)
		if k == ctlNext {
			vm.leaveMatch(vm.match.loop)
		}
		return k
	}
	if hasLocal(b.Stmts) {
		return unwinding(rounds)
	}
	return rounds
}

// matchLoop wraps a loop that matches: at its end the capture variables show again what they showed before.
func matchLoop(s stmtFn) stmtFn {
	scoped := matchScope(s)
	return func(vm *VM, fr *Frame) ctl {
		around := vm.match.loop
		vm.match.loop = vm.match.last
		k := scoped(vm, fr)
		vm.match.loop = around
		return k
	}
}

// declares tells whether the condition of a loop declares a variable.
func declares(x tree.Expr) bool {
	found := false
	if x != nil {
		tree.Inspect(x, func(n tree.Node) bool {
			switch n.(type) {
			case *tree.AnonSub, *tree.Block:
				return false
			case *tree.Decl:
				found = true
			}
			return !found
		})
	}
	return found
}

// whileModifier compiles STATEMENT while CONDITION. It is no loop to next and last, which leave the loop around it.
func (c *compiler) whileModifier(s *tree.While, end *loopEnd) stmtFn {
	body, cond := c.stmts(s.Body.Stmts), end.condition(c, whileCondition(s.Cond), s.Until)
	return func(vm *VM, fr *Frame) ctl {
		for cond(vm, fr) {
			if vm.fuel--; vm.fuel < 0 {
				vm.look()
			}
			if k := body(vm, fr); k != ctlNone {
				return k
			}
		}
		return ctlNone
	}
}

// jumpsInside tells whether there is a next, last or redo in an expression, outside of subs.
func jumpsInside(x tree.Expr) bool {
	found := false
	tree.Inspect(x, func(n tree.Node) bool {
		switch n.(type) {
		case *tree.AnonSub:
			return false
		case *tree.Jump:
			found = true
		}
		return !found
	})
	return found
}

// jumpyLoop compiles a while whose condition holds a jump, which concerns the loop itself: the condition becomes the first
// thing of its body.
func (c *compiler) jumpyLoop(s *tree.While) stmtFn {
	label := s.Label
	body, _ := c.loop(label, func() stmtFn {
		return tested(c.condition(whileCondition(s.Cond), s.Until), c.block(s.Body))
	})
	next := func(*VM, *Frame) ctl { return ctlNone }
	if s.Continue != nil {
		next = c.block(s.Continue)
	}
	return func(vm *VM, fr *Frame) ctl {
		for {
			if stop, k := runBody(vm, fr, body, label); stop {
				return k
			}
			next(vm, fr)
		}
	}
}

// tested adds a condition to the beginning of a loop's body; cond may be nil.
func tested(cond condFn, body stmtFn) stmtFn {
	if cond == nil {
		return body
	}
	return func(vm *VM, fr *Frame) ctl {
		if cond(vm, fr) {
			return body(vm, fr)
		}
		vm.label = ""
		return ctlLast
	}
}
