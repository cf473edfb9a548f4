package runtime

// This file defines when the blocks with a time of their own run: BEGIN while a program is installed, the others after it.

import (
	"slices"

	"github.com/smrscript/smrscript/runtime/value"
)

// runPhase runs the block of a phase; what it dies of ends the program before it began.
func (vm *VM) runPhase(ph phase) {
	vm.begin(ph, func() { vm.Call(&value.Code{Package: ph.prag.pkg, Name: ph.kind, Body: vm.newProto(ph.fn)}, nil, nil) })
}

// afterCompiling runs the blocks that wait for the end of compilation: UNITCHECK and CHECK last come first, INIT in order.
func (vm *VM) afterCompiling(p *Program) {
	for _, kind := range []string{"UNITCHECK", "CHECK"} {
		for _, ph := range slices.Backward(p.phases) {
			if ph.kind == kind {
				vm.runPhase(ph)
			}
		}
	}
	for _, ph := range p.phases {
		if ph.kind == "INIT" {
			vm.runPhase(ph)
		}
	}
}
