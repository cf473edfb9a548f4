package module

// This file defines Test::Simple: a plan and ok.

import (
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func setupSimple(vm *runtime.VM) { vm.Load("Test::More") }

// importSimple plans and imports ok.
func importSimple(vm *runtime.VM, pkg string, args []value.Value) error {
	t := tests(vm).run
	if err := t.plan(nil, args); err != nil {
		return err
	}
	return vm.ImportNames("Test::More", pkg, []string{"ok"})
}
