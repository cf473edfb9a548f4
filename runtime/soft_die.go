package runtime

// This file defines the short way from a die to its eval. An exception is a panic, and to unwind the frames of Go between the two
// costs more than most scripts do before and after. But a die that is a statement of a sub leaves the sub as return does, and when
// the call of that sub is a statement of an eval block, nothing else happens on the way. So such a die notes its exception and
// returns, and the eval finds the note. Any other die, and any other call, panics.

import (
	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/value"
)

// softCall is the call that an eval is making and that looks for a note when it returns.
type softCall struct {
	site  *site   // of the call
	fn    *fnInfo // the sub that is called
	depth int     // of the calls while its statements run
}

// A softPlace says how a die may return: from the block of an eval, or from a sub.
type softPlace uint8

const (
	softNowhere softPlace = iota
	softSub
	softEval
)

// markDies notes the statements among list, and in the blocks of conditions and loops below them, that die.
func (c *compiler) markDies(list []tree.Stmt, place softPlace) {
	if c.vm.config.Plain || c.vm.trace != nil {
		return
	}
	for _, s := range list {
		switch s := s.(type) {
		case *tree.ExprStmt:
			x := s.X
			if l, ok := x.(*tree.Logical); ok {
				x = l.Right
			}
			if f, ok := x.(*tree.Func); ok && f.Name == "die" {
				if c.dies == nil {
					c.dies = map[*tree.Func]softPlace{}
				}
				c.dies[f] = place
			}
		case *tree.If:
			for _, cl := range s.Clauses {
				c.markDies(cl.Body.Stmts, place)
			}
			if s.Else != nil {
				c.markDies(s.Else.Stmts, place)
			}
		case *tree.Foreach:
			c.markDies(s.Body.Stmts, place)
		case *tree.While:
			c.markDies(s.Body.Stmts, place)
		}
	}
}

// markCalls notes the calls that are statements of the block of an eval.
func (c *compiler) markCalls(list []tree.Stmt) {
	if c.vm.config.Plain || c.vm.trace != nil {
		return
	}
	for _, s := range list {
		es, ok := s.(*tree.ExprStmt)
		if !ok {
			continue
		}
		switch es.X.(type) {
		case *tree.Call, *tree.CallRef, *tree.Method:
			if c.armed == nil {
				c.armed = map[tree.Node]bool{}
			}
			c.armed[es.X] = true
		}
	}
}

// softDie compiles a die that may return; nil if x is none.
func (c *compiler) softDie(x *tree.Func) stmtFn {
	place := c.dies[x]
	if place == softNowhere || c.escape != nil {
		return nil
	}
	list, at, fn := c.lists(x.Args), c.site(x), c.fn
	leave := c.returnStmt(&tree.Return{})
	return func(vm *VM, fr *Frame) ctl {
		base := len(vm.stack)
		list(vm, fr)
		d := vm.dieValue(at, vm.dieMessage(vm.take(base), at, "Died"))
		if place == softSub && (vm.depth == 0 || vm.soft != softCall{vm.calls[vm.depth-1].site, fn, vm.depth}) {
			vm.raise(d)
		}
		vm.tell(d)
		vm.dying = d
		return leave(vm, fr)
	}
}

// orDying adds to a call that is a statement of an eval that the eval ends when the call left a note.
func (c *compiler) orDying(x tree.Expr, call stmtFn) stmtFn {
	if !c.armed[x] {
		return call
	}
	leave := c.returnStmt(&tree.Return{})
	return func(vm *VM, fr *Frame) ctl {
		if k := call(vm, fr); k != ctlNone || vm.dying == nil {
			return k
		}
		return leave(vm, fr)
	}
}

// callArmed is callFixed for a call that is a statement of an eval.
func (c *compiler) callArmed(target func(vm *VM, fr *Frame) *value.Code, cs *callSite, want Want) evalFn {
	args, n, off := cs.fixed, len(cs.fixed), cs.off
	return func(vm *VM, fr *Frame) value.Value {
		code := target(vm, fr)
		p, ok := code.Body.(*proto)
		nf := fr.window(off)
		if !ok || !p.takes(n) || vm.full(nf) {
			return vm.invoke(code, cs, fr, want)
		}
		for i, a := range args {
			nf[i] = plain(a(vm, fr))
		}
		return vm.runArmed(code, p, nf, cs.at, n, want)
	}
}

// armedMethod is fixedMethod for a call that is a statement of an eval.
func armedMethod(ms *methodSite, want Want) evalFn {
	args, n, off := ms.fixed, len(ms.fixed), ms.off
	return func(vm *VM, fr *Frame) value.Value {
		nf := fr.window(off)
		if !vm.full(nf) {
			nf[0] = plain(args[0](vm, fr))
			code := vm.resolveMethod(ms, nf[0])
			if p, ok := code.Body.(*proto); ok && !p.fn.aliasArgs && p.takes(n) {
				for i := 1; i < n; i++ {
					nf[i] = plain(args[i](vm, fr))
				}
				return vm.runArmed(code, p, nf, ms.at, n, want)
			}
			base := len(vm.stack)
			vm.stack = append(vm.stack, nf[0])
			vm.methodRest(ms, code, fr)
			v := vm.apply(code, nf, base, nil, want, ms.at)
			vm.stack = vm.stack[:base]
			return v
		}
		base := len(vm.stack)
		code := vm.methodArguments(ms, nil, fr)
		v := vm.apply(code, nf, base, nil, want, ms.at)
		vm.stack = vm.stack[:base]
		return v
	}
}

// runArmed is runFixed for a call whose eval looks for a note. A panic may leave vm.soft as it is here; that does no harm, since
// only the same call of the same sub at the same depth is taken for this one, and its eval looks too.
func (vm *VM) runArmed(code *value.Code, p *proto, nf *Frame, at *site, n int, want Want) value.Value {
	outer := vm.soft
	vm.soft = softCall{at, p.fn, vm.depth + 1}
	v := vm.runFixed(code, p, nf, at, n, want)
	vm.soft = outer
	return v
}
