package runtime

// This file defines the warning about deep recursion. Calls are not counted per sub: only calls that a sub makes of itself look, and
// they look only where calls are nested deep enough.

import (
	"math"
	"strings"

	"github.com/smrscript/smrscript/runtime/value"
)

// deepCalls is how many calls of one sub may run inside each other without a warning.
const deepCalls = 99

// warnsRecursion tells whether calls of a sub by itself are watched where the compiler stands.
func (c *compiler) warnsRecursion() bool { return c.prag.warn && c.prag.quiet&warnRecursion == 0 }

// watchNamed has a call of the sub it stands in warn of deep recursion, from that depth on.
func (c *compiler) watchNamed(target func(vm *VM, fr *Frame) *value.Code, cs *callSite) (find func(vm *VM, fr *Frame) *value.Code, deep int) {
	if !c.warnsRecursion() || cs.name != c.fn.name {
		return target, math.MaxInt
	}
	return watching(target, cs.at), deepCalls
}

// watchAnonymous has a call through a reference in an anonymous sub warn of deep recursion, from that depth on.
func (c *compiler) watchAnonymous(target func(vm *VM, fr *Frame) *value.Code, at *site) (find func(vm *VM, fr *Frame) *value.Code, deep int) {
	if !c.warnsRecursion() || !strings.HasSuffix(c.fn.name, "::__ANON__") {
		return target, math.MaxInt
	}
	return watching(target, at), deepCalls
}

func watching(target func(vm *VM, fr *Frame) *value.Code, at *site) func(vm *VM, fr *Frame) *value.Code {
	return func(vm *VM, fr *Frame) *value.Code {
		code := target(vm, fr)
		if vm.depth >= deepCalls {
			vm.noticeDepth(code, at)
		}
		return code
	}
}

// noticeDepth warns when a call is the hundredth of its sub inside each other. Beyond that depth it does not count again.
func (vm *VM) noticeDepth(code *value.Code, at *site) {
	if vm.depth >= vm.deepFrom {
		return
	}
	n := 0
	for i := vm.depth - 1; i >= 0 && n <= deepCalls; i-- {
		if vm.calls[i].code == code {
			n++
		}
	}
	switch {
	case n > deepCalls:
		vm.deepFrom = vm.depth
	case n < deepCalls:
		vm.deepFrom = math.MaxInt
	case code.Name == "":
		vm.warnIn(at, warnRecursion, "Deep recursion on anonymous subroutine")
	default:
		vm.warnIn(at, warnRecursion, "Deep recursion on subroutine \"%s\"", vm.subName(code))
	}
}
