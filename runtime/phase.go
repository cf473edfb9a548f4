package runtime

// This file defines when the blocks with a time of their own run: BEGIN while a program is installed, the others after it.

import (
	"slices"

	"github.com/smrscript/smrscript/runtime/value"
)

// runPhase runs the block of a phase; what it dies of ends the program before it began.
func (vm *VM) runPhase(ph phase) {
	span := ph.span()
	at := &site{file: ph.fileOf(), span: span, line: ph.fileOf().Line(span.Start), pkg: ph.prag.pkg}
	vm.begin(ph, func() {
		vm.callValues(&value.Code{Package: ph.prag.pkg, Name: ph.kind, Body: vm.newProto(ph.fn)}, nil, WantVoid, at)
		vm.stack = vm.stack[:len(vm.stack)-1]
	})
}

// afterCompiling runs the blocks that wait for the end of compilation: UNITCHECK and CHECK last come first, INIT in order.
func (vm *VM) afterCompiling(p *Program) {
	whole := vm.phase == ""
	for _, kind := range []string{"UNITCHECK", "CHECK"} {
		if whole && kind == "CHECK" {
			vm.phase = kind
		}
		for _, ph := range slices.Backward(p.phases) {
			if ph.kind == kind {
				vm.runPhase(ph)
			}
		}
	}
	if whole {
		vm.phase = "INIT"
	}
	for _, ph := range p.phases {
		if ph.kind == "INIT" {
			vm.runPhase(ph)
		}
	}
	if whole {
		vm.phase = "RUN"
	}
}

// phaseName is ${^GLOBAL_PHASE}.
func (vm *VM) phaseName() string {
	if vm.phase == "" {
		return "START"
	}
	return vm.phase
}

// evalState is $^S: undef while something is being compiled, else whether an eval is running.
func (vm *VM) evalState() value.Value {
	evals := 0
	for i := vm.depth - 1; i >= 0; i-- {
		switch r := &vm.calls[i]; {
		case r.eval && r.site != nil && r.compiling:
			return value.Undef
		case r.eval:
			evals++
		}
	}
	if evals > 0 {
		return value.Int(1)
	}
	return value.Int(0)
}
