package runtime

// This file defines what the call protocol does around a sub's body: arguments into place, and too few or too many of them.

import (
	"github.com/smrscript/smrscript/runtime/value"
)

// place moves the arguments on the stack above base into the callee's frame as its parameters and @_.
func (vm *VM) place(p *proto, nf *Frame, base int, shared *value.Array) *value.Array {
	fn := p.fn
	args := vm.stack[base:]
	for i, sym := range fn.params {
		v := value.Undef
		if i < len(args) {
			v = plain(args[i])
		}
		if sym.static != 0 {
			vm.static(sym).scalars[sym.static-1].Set(v)
		} else {
			nf[sym.slot] = v
		}
	}
	if fn.rest != nil {
		vm.placeRest(fn, nf, args)
	}
	var array *value.Array
	if fn.usesArgs || len(fn.defaults) > 0 && fn.sub != nil && fn.sub.Sig != nil {
		array = shared
		if array == nil {
			array = vm.takeArgs(fn, args)
		}
	}
	if fn.argsSlot >= 0 {
		nf[uint8(fn.argsSlot)] = value.RefArray(array)
	}
	return array
}

// outerArgs returns the @_ that a block given to a module's function sees when it is called without arguments: that of the sub around
// it. It is nil for everything else.
func (vm *VM) outerArgs(code *value.Code, given int) *value.Array {
	p, ok := code.Body.(*proto)
	if !ok || given > 0 || !p.fn.isBlock || !p.fn.usesArgs {
		return nil
	}
	for i := vm.depth - 1; i >= 0; i-- {
		if r := &vm.calls[i]; !r.eval {
			return r.args
		}
	}
	return globArray(vm.Glob("main::_"))
}

// placeRest fills the array or hash parameter that takes what is left.
func (vm *VM) placeRest(fn *fnInfo, nf *Frame, args []value.Value) {
	rest := append([]value.Value(nil), args[min(len(fn.params), len(args)):]...)
	for i := range rest {
		rest[i] = plain(rest[i])
	}
	sym := fn.rest
	if sym.name[0] == '@' {
		if sym.static != 0 {
			vm.static(sym).arrays[sym.static-1].SetAll(rest)
		} else {
			nf[sym.slot] = value.RefArray(value.NewArray(rest))
		}
		return
	}
	h := value.NewHash()
	if sym.static != 0 {
		h = vm.static(sym).hashes[sym.static-1]
	} else {
		nf[sym.slot] = value.RefHash(h)
	}
	h.SetPairs(rest)
}

// checkArity dies, at the place of the call, when a sub with a signature gets too few or too many arguments.
func (vm *VM) checkArity(p *proto, n int, code *value.Code, at *site) {
	if p.fn.sub == nil || p.fn.sub.Sig == nil {
		return
	}
	least := 0
	for _, prm := range p.fn.sub.Sig.Params {
		if prm.Default == nil && prm.Sigil == '$' {
			least++
		}
	}
	most := len(p.fn.params)
	if n < least {
		panic(vm.dief(at, "Too few arguments for subroutine '%s' (got %d; expected %s%d)", p.fn.name, n, atLeast(least != most || p.fn.rest != nil), least))
	}
	if n > most && p.fn.rest == nil {
		panic(vm.dief(at, "Too many arguments for subroutine '%s' (got %d; expected %s%d)", p.fn.name, n, atMost(least != most), most))
	}
	if p.fn.rest != nil && p.fn.rest.name[0] == '%' && n > most && (n-most)%2 != 0 {
		panic(vm.dief(at, "Odd name/value argument for subroutine '%s'", p.fn.name))
	}
}

func atLeast(b bool) string {
	if b {
		return "at least "
	}
	return ""
}

func atMost(b bool) string {
	if b {
		return "at most "
	}
	return ""
}
