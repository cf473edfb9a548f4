package runtime

// This file defines tied file handles: an object takes the place of the handle behind a glob, and reading and writing call its methods.
// Nobody who finds an ordinary handle there pays for them; what finds none asks here before it says so.

import (
	"github.com/smrscript/smrscript/runtime/value"
)

// A TiedHandle stands in a glob in place of its file handle.
type TiedHandle struct {
	Object value.Value
	under  any // what stood there before
}

// TieHandle ties the handle of a glob to an object.
func (vm *VM) TieHandle(g *value.Glob, object value.Value) {
	under := g.IO
	if t, ok := under.(*TiedHandle); ok {
		under = t.under
	}
	g.IO, vm.tiesHandles = &TiedHandle{object, under}, true
}

// UntieHandle gives a glob its own handle back.
func (vm *VM) UntieHandle(g *value.Glob) {
	if t, ok := g.IO.(*TiedHandle); ok {
		g.IO = t.under
	}
}

// TiedHandle returns the tied handle that a value stands for, in any of the ways that HandleOf knows; nil if there is none.
func (vm *VM) TiedHandle(v value.Value) *TiedHandle {
	if !vm.tiesHandles {
		return nil
	}
	switch v.Kind() {
	case value.KGlob, value.KGlobRef:
		t, _ := v.Glob().IO.(*TiedHandle)
		return t
	case value.KCell:
		return vm.TiedHandle(v.Load())
	case value.KScalarRef:
		return vm.TiedHandle(v.Cell().Get())
	case value.KStr:
		if g := vm.globs[handleName(globName(v.S()), "main")]; g != nil && v.S() != "" {
			t, _ := g.IO.(*TiedHandle)
			return t
		}
	}
	return nil
}

// Method returns the object's method; a class that lacks it dies of that.
func (t *TiedHandle) Method(vm *VM, name string, at *site) *value.Code {
	code := vm.FindMethod(t.Object, name)
	if code == nil {
		panic(vm.dief(at, "Can't locate object method %q via package %q", name, t.Object.Blessed().Name))
	}
	return code
}

func (t *TiedHandle) call(vm *VM, at *site, name string, args ...value.Value) value.Value {
	return vm.Call(t.Method(vm, name, at), append([]value.Value{t.Object}, args...), at)
}

// Pass hands a function's call to the method of a tied handle; args may be the variables themselves.
func (c *Call) Pass(t *TiedHandle, method string, args ...value.Value) value.Value {
	return c.Forward(t.Method(c.VM, method, c.site), append([]value.Value{t.Object}, args...))
}

// printTied is print and say to a tied handle.
func (vm *VM) printTied(t *TiedHandle, list []value.Value, newline bool, at *site) value.Value {
	args := make([]value.Value, 0, len(list)+2)
	args = append(append(args, t.Object), list...)
	if newline {
		end := vm.Glob("main::\\")
		old, mark := end.Scalar, len(vm.saves)
		vm.saves = append(vm.saves, func() { end.Scalar = old })
		end.Scalar = value.NewScalar(value.Str("\n"))
		defer vm.unwind(mark)
	}
	return vm.Call(t.Method(vm, "PRINT", at), args, at)
}

// readTied is <FH> of a tied handle in list context.
func (vm *VM) readTied(t *TiedHandle, at *site) {
	vm.callValues(t.Method(vm, "READLINE", at), []value.Value{t.Object}, WantList, at)
}
