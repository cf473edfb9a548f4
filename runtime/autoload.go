package runtime

// This file defines how $AUTOLOAD is set: when the sub is entered, as its arguments may call an AUTOLOAD of their own.

import "github.com/smrscript/smrscript/runtime/value"

// autoloaded returns an AUTOLOAD sub that stands for the sub of that qualified name: entering it sets $AUTOLOAD.
func (vm *VM) autoloaded(code *value.Code, name string) *value.Code {
	set := func() { vm.Glob(code.Package + "::AUTOLOAD").Scalar.Set(value.Str(name)) }
	p, ok := code.Body.(*proto)
	if !ok {
		set()
		return code
	}
	q := *p
	q.scalar = func(vm *VM, fr *Frame) value.Value {
		set()
		if p.scalar == nil {
			vm.prepare(p, WantScalar)
		}
		return p.scalar(vm, fr)
	}
	q.void = func(vm *VM, fr *Frame) value.Value {
		set()
		if p.void == nil {
			vm.prepare(p, WantVoid)
		}
		return p.void(vm, fr)
	}
	q.list = func(vm *VM, fr *Frame) {
		set()
		if p.list == nil {
			p.list = vm.compileList(p)
		}
		p.list(vm, fr)
	}
	stand := *code
	stand.Body = &q
	return &stand
}
