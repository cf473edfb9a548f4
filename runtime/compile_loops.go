package runtime

// This file defines the loops.

import (
	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/value"
)

// loop compiles the body of a loop under its label.
func (c *compiler) loop(label string, body func() stmtFn) (stmtFn, *loopCtx) {
	ctx := &loopCtx{label: label, evals: c.evals}
	c.loops = append(c.loops, ctx)
	f := body()
	c.loops = c.loops[:len(c.loops)-1]
	if ctx.deep || c.vm.strays {
		f = catchJumps(f)
	}
	return f, ctx
}

// turn decides what the end of a loop's body means for the loop: whether to go on, and what to return if not.
func (vm *VM) turn(k ctl, label string) (stop bool, result ctl) {
	if k == ctlReturn {
		return true, k
	}
	if vm.label != "" {
		if vm.label != label {
			return true, k
		}
		vm.label = ""
	}
	return k == ctlLast, ctlNone
}

// body runs a loop's body once, again for redo.
func runBody(vm *VM, fr *Frame, body stmtFn, label string) (stop bool, result ctl) {
	for {
		if vm.fuel--; vm.fuel < 0 {
			vm.look()
		}
		k := body(vm, fr)
		if k == ctlNone {
			return false, ctlNone
		}
		stop, result = vm.turn(k, label)
		if k != ctlRedo || stop {
			return stop, result
		}
	}
}

func (c *compiler) while(s *tree.While, end *loopEnd) stmtFn {
	switch {
	case s.PostCheck:
		return c.doWhile(s, end)
	case s.Modifier:
		return c.clearingAfter(s.Body.Stmts, c.whileModifier(s, end))
	}
	if exprMatches(s.Cond) || hasMatch(s.Body.Stmts) {
		return matchLoop(c.whileLoop(s, end))
	}
	return c.whileLoop(s, end)
}

func (c *compiler) whileLoop(s *tree.While, end *loopEnd) stmtFn {
	cond := func(*VM, *Frame) bool { return true }
	if s.Cond != nil {
		cond = end.condition(c, whileCondition(s.Cond), s.Until)
	}
	label := s.Label
	body, _ := c.loop(label, func() stmtFn {
		if s.Continue == nil && !declares(s.Cond) && hasMatch(s.Body.Stmts) {
			return c.roundBlock(s.Body)
		}
		return c.block(s.Body)
	})
	body = end.body(body)
	if s.Cond != nil && jumpsInside(s.Cond) {
		return c.jumpyLoop(s)
	}
	if s.Continue != nil {
		next, _ := c.loop(label, func() stmtFn { return c.block(s.Continue) })
		return func(vm *VM, fr *Frame) ctl {
			for cond(vm, fr) {
				if stop, k := runBody(vm, fr, body, label); stop {
					return k
				}
				if stop, k := runBody(vm, fr, next, label); stop { // a last in it ends the loop
					return k
				}
			}
			return ctlNone
		}
	}
	return func(vm *VM, fr *Frame) ctl {
		for cond(vm, fr) {
			if vm.fuel--; vm.fuel < 0 {
				vm.look()
			}
			if k := body(vm, fr); k != ctlNone {
				stop, r := vm.turn(k, label)
				if k == ctlRedo && !stop {
					stop, r = runBody(vm, fr, body, label)
				}
				if stop {
					return r
				}
			}
		}
		return ctlNone
	}
}

// whileCondition adds what perl adds to the conditions of while: a line read or a pair fetched is tested for being there,
// not for being true, and a plain <FH> is stored in $_.
func whileCondition(x tree.Expr) tree.Expr {
	if isRead(x) {
		topic := &tree.Var{Span: x.Range(), Sigil: '$', Name: "_", Ref: &varUse{cap: -1, global: "main::_"}}
		x = &tree.Assign{Span: x.Range(), Op: "=", Left: topic, Right: x}
		return &tree.Func{Span: x.Range(), Name: "defined", Args: []tree.Expr{x}}
	}
	if a, ok := x.(*tree.Assign); ok && a.Op == "=" && isScalarTarget(a.Left) && (isRead(a.Right) || isFunc(a.Right, "shift") || isFunc(a.Right, "each")) && !isFunc(a.Right, "shift") {
		return &tree.Func{Span: x.Range(), Name: "defined", Args: []tree.Expr{x}}
	}
	return x
}

func isRead(x tree.Expr) bool {
	switch x.(type) {
	case *tree.ReadLine, *tree.Glob:
		return true
	}
	return isFunc(x, "readline") || isFunc(x, "readdir") || isFunc(x, "glob")
}

func isFunc(x tree.Expr, name string) bool {
	f, ok := x.(*tree.Func)
	return ok && f.Name == name
}

func isScalarTarget(x tree.Expr) bool {
	switch x := x.(type) {
	case *tree.Var:
		return x.Sigil == '$'
	case *tree.Decl:
		return !x.Paren && x.Vars[0].Sigil == '$'
	case *tree.Elem, *tree.HashElem:
		return true
	case *tree.Deref:
		return x.Sigil == '$'
	case *tree.Local:
		return isScalarTarget(x.X)
	}
	return false
}

// doWhile is `do { } while`: no loop to next and last.
func (c *compiler) doWhile(s *tree.While, end *loopEnd) stmtFn {
	var body stmtFn
	if len(s.Body.Stmts) == 1 {
		if body = c.stmt(s.Body.Stmts[0]); body == nil {
			body = sequence(nil) // do {;} while
		}
		if hasMatch(s.Body.Stmts) {
			body = matchScope(body)
		}
	} else {
		body = c.block(s.Body)
	}
	cond := end.condition(c, s.Cond, s.Until)
	return func(vm *VM, fr *Frame) ctl {
		for {
			if vm.fuel--; vm.fuel < 0 {
				vm.look()
			}
			if k := body(vm, fr); k != ctlNone {
				return k
			}
			if !cond(vm, fr) {
				return ctlNone
			}
		}
	}
}

func (c *compiler) forC(s *tree.ForC, end *loopEnd) stmtFn {
	nop := func(*VM, *Frame) ctl { return ctlNone }
	init, step := stmtFn(nop), stmtFn(nop)
	cond := func(*VM, *Frame) bool { return true }
	if s.Init != nil {
		init = c.effect(s.Init)
	}
	if s.Cond != nil {
		cond = end.condition(c, whileCondition(s.Cond), false)
	}
	if s.Step != nil {
		step = c.effect(s.Step)
	}
	label := s.Label
	var inside condFn
	body, _ := c.loop(label, func() stmtFn {
		if s.Cond != nil && jumpsInside(s.Cond) {
			inside = c.condition(s.Cond, false)
		}
		return tested(inside, c.block(s.Body))
	})
	if inside != nil {
		cond = func(*VM, *Frame) bool { return true }
	}
	body = end.body(body)
	loop := func(vm *VM, fr *Frame) ctl {
		for ; cond(vm, fr); step(vm, fr) {
			if vm.fuel--; vm.fuel < 0 {
				vm.look()
			}
			if k := body(vm, fr); k != ctlNone {
				stop, r := vm.turn(k, label)
				if k == ctlRedo && !stop {
					stop, r = runBody(vm, fr, body, label)
				}
				if stop {
					return r
				}
			}
		}
		return ctlNone
	}
	if exprMatches(s.Cond) || exprMatches(s.Step) {
		loop = matchLoop(loop)
	}
	if s.Init == nil {
		return loop
	}
	return func(vm *VM, fr *Frame) ctl {
		init(vm, fr)
		return loop(vm, fr)
	}
}

func (c *compiler) bare(s *tree.Bare) stmtFn {
	label := s.Label
	body, ctx := c.loop(label, func() stmtFn { return c.block(s.Body) })
	_ = ctx
	if s.Continue != nil {
		next := c.block(s.Continue)
		return func(vm *VM, fr *Frame) ctl {
			stop, k := runBody(vm, fr, body, label)
			if !stop {
				return next(vm, fr)
			}
			return k
		}
	}
	return func(vm *VM, fr *Frame) ctl {
		if k := body(vm, fr); k != ctlNone {
			stop, r := vm.turn(k, label)
			if k == ctlRedo && !stop {
				_, r = runBody(vm, fr, body, label)
			}
			return r
		}
		return ctlNone
	}
}

// forTo is the counting loop of the command language.
func (c *compiler) forTo(s *tree.ForTo) stmtFn {
	from, to, set := c.scalar(s.From), c.scalar(s.To), c.store(s.Var)
	step := func(*VM, *Frame) value.Value { return value.Int(1) }
	if s.Step != nil {
		step = c.scalar(s.Step)
	}
	body, _ := c.loop("", func() stmtFn { return c.block(s.Body) })
	return func(vm *VM, fr *Frame) ctl {
		i, end, by := from(vm, fr), to(vm, fr), step(vm, fr)
		down := by.ToFloat() < 0
		for {
			cmp, ordered := value.NumCompare(i, end)
			if !ordered || cmp > 0 && !down || cmp < 0 && down {
				return ctlNone
			}
			set(vm, fr, i)
			if stop, k := runBody(vm, fr, body, ""); stop {
				return k
			}
			i = value.Add(i, by)
		}
	}
}
