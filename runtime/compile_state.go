package runtime

// This file defines the initialization of state variables.

import (
	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/value"
)

// assignState is `state $n = EXPR`, done once.
func (c *compiler) assignState(d *tree.Decl, right tree.Expr) stmtFn {
	var first stmtFn
	sym := d.Vars[0].Ref.(*varUse).sym
	plainDecl := &tree.Decl{Span: d.Span, Kind: "our", Vars: d.Vars, Paren: d.Paren}
	if d.Vars[0].Sigil == '$' && !d.Paren {
		f, set := c.scalar(right), c.storeVar(d.Vars[0])
		first = func(vm *VM, fr *Frame) ctl {
			set(vm, fr, f(vm, fr))
			return ctlNone
		}
	} else {
		f, set := c.list(right), c.assignList(plainDecl)
		first = func(vm *VM, fr *Frame) ctl {
			base := len(vm.stack)
			f(vm, fr)
			set(vm, fr, base)
			vm.stack = vm.stack[:base]
			return ctlNone
		}
	}
	if sym.flag > 0 {
		mark := c.captured(sym.flag)
		return func(vm *VM, fr *Frame) ctl {
			if m := mark(fr).Cell(); m.V.IsUndef() {
				m.V = value.Int(1)
				return first(vm, fr)
			}
			return ctlNone
		}
	}
	mark := c.vm.static(sym.mark).scalars[sym.mark.static-1]
	return func(vm *VM, fr *Frame) ctl {
		if mark.V.IsUndef() {
			mark.V = value.Int(1)
			return first(vm, fr)
		}
		return ctlNone
	}
}
