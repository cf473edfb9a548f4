package runtime

// This file defines the functions of overload::, the module that is part of the language.

import (
	"github.com/smrscript/smrscript/runtime/value"
)

// loadLanguage defines the functions of a module that is part of the language; it reports false if it is none.
func (vm *VM) loadLanguage(name string) bool {
	if name != "overload" {
		return false
	}
	if vm.lookupSub("overload::StrVal") == nil {
		vm.defineOverload()
	}
	vm.Hash("main::INC").SetString(name+".pm", value.Str("(built in)"))
	return true
}

// defineOverload defines what a script may ask of overloading.
func (vm *VM) defineOverload() {
	plain := func(c *Call) value.Value {
		v := c.Arg(0)
		if !v.IsRef() || v.Kind() == value.KRegexRef && v.Blessed() == nil {
			return v.ToStr()
		}
		return value.Bytes(v.AppendAddress(nil))
	}
	vm.Define("overload::StrVal", plain)
	vm.Define("overload::AddrRef", plain)
	vm.Define("overload::Overloaded", func(c *Call) value.Value {
		p := vm.classOf(c.Arg(0))
		if p == nil {
			return value.Undef
		}
		for _, q := range vm.linear(p) {
			if o, ok := q.Class.Overload.(*overloads); ok && o.ops != nil {
				return value.Int(1)
			}
		}
		return value.Undef
	})
	vm.Define("overload::Method", func(c *Call) value.Value {
		p := vm.classOf(c.Arg(0))
		if p == nil {
			return value.Undef
		}
		object := newHashRef()
		object.Bless(p.Class)
		if code := vm.overloadFor(object, c.Arg(1).String()); code != nil {
			return value.RefCode(code)
		}
		return value.Undef
	})
}

// classOf returns the package of an object or of the class of that name, nil if there is none.
func (vm *VM) classOf(v value.Value) *Package {
	if v.IsRef() {
		return packageOf(v)
	}
	return vm.packages[v.String()]
}
