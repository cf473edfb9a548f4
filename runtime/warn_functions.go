package runtime

// This file defines the functions of package warnings, with which a module warns in the name of the code that uses it.

import (
	"github.com/smrscript/smrscript/runtime/value"
)

// warningFunctions defines warnings::enabled and its kin.
func (vm *VM) warningFunctions() {
	define := func(name string, f func(c *Call, at *site, set category, text string) value.Value) {
		vm.DefineSub("warnings::"+name, &value.Code{Package: "warnings", Name: name, Body: Native(func(c *Call) value.Value {
			set, text := warnOther, ""
			args := c.Args
			if tells := name[0] == 'w'; tells && len(args) > 0 {
				text = args[len(args)-1].String()
				args = args[:len(args)-1]
			}
			if len(args) > 0 && !args[0].IsRef() {
				set = categoryOf(args[0].String())
			}
			return f(c, vm.user(c.site), set, text)
		})})
	}
	define("enabled", func(c *Call, at *site, set category, text string) value.Value { return value.Bool(at.warns(set)) })
	define("fatal_enabled", func(c *Call, at *site, set category, text string) value.Value {
		return value.Bool(at.warns(set) && at.fatal&set != 0)
	})
	tell := func(c *Call, at *site, set category, text string) value.Value {
		if at != nil && at.fatal&set != 0 {
			panic(vm.dief(at, "%s", text))
		}
		vm.warnf(at, "%s", text)
		return value.Undef
	}
	define("warn", tell)
	define("warnif", func(c *Call, at *site, set category, text string) value.Value {
		if at.warns(set) {
			return tell(c, at, set, text)
		}
		return value.Undef
	})
}

// user is the place from which the package that a place belongs to was called.
func (vm *VM) user(at *site) *site {
	called := at
	for i := vm.depth - 1; i >= 0 && called != nil; i-- {
		s := vm.calls[i].site
		if s == nil || vm.calls[i].eval {
			continue
		}
		if s.pkg != called.pkg {
			return s
		}
		called = s
	}
	return called
}
