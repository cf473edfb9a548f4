package runtime

// This file defines the modules that change the language itself: constant, parent, overload, lib.

import (
	"strings"

	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/value"
)

func isEmptyList(x tree.Expr) bool {
	l, ok := x.(*tree.List)
	return ok && len(l.Items) == 0
}

// usePragma carries out the modules that are part of the language; it reports false for any other.
func (vm *VM) usePragma(module, pkg string, args []value.Value, at *site, on bool) bool {
	switch module {
	case "constant":
		vm.defineConstants(pkg, args)
	case "parent", "base":
		vm.inherit(module, pkg, args, at)
	case "overload":
		vm.loadLanguage(module)
		vm.overload(pkg, args, on)
	case "mro":
		vm.Load(module)
		if len(args) > 0 {
			vm.setOrder(pkg, args[0].String(), at)
		}
	case "lib":
		inc := globArray(vm.Glob("main::INC"))
		inc.Unshift(args)
	case "vars":
		for _, a := range args {
			if s := a.String(); len(s) > 1 {
				vm.Imported(s[:1] + qualifySub(s[1:], pkg))
			}
		}
	case "subs":
		for _, a := range args {
			g := vm.Glob(qualifySub(a.String(), pkg))
			if g.Code == nil {
				g.Code = &value.Code{Package: pkg, Name: a.String()}
			}
		}
	case "open":
		vm.openLayers(args)
	case "fields":
	default:
		var p pragmas
		return p.apply(module, on, nil)
	}
	return true
}

// defineConstants is `use constant NAME => VALUE` or `use constant { ... }`.
func (vm *VM) defineConstants(pkg string, args []value.Value) {
	if len(args) == 0 {
		return
	}
	define := func(name string, v value.Value, list bool) {
		c := &value.Code{Package: pkg, Name: name, HasProto: true, Const: &v}
		if list {
			c.Proto = "@"
		}
		vm.DefineSub(qualifySub(name, pkg), c)
	}
	if args[0].Kind() == value.KHashRef {
		h := args[0].Hash()
		for _, k := range h.Keys(nil) {
			define(k.String(), h.Get(value.KeyOf(k)), false)
		}
		return
	}
	if len(args) == 2 {
		define(args[0].String(), args[1], false)
		return
	}
	define(args[0].String(), value.RefArray(value.NewArray(append([]value.Value(nil), args[1:]...))), true)
}

func (vm *VM) inherit(module, pkg string, args []value.Value, at *site) {
	isa := globArray(vm.Glob(pkg + "::ISA"))
	load := true
	for _, a := range args {
		name := a.String()
		if name == "-norequire" {
			load = false
			continue
		}
		if p := vm.packages[name]; load && (p == nil || len(p.Globs) == 0) {
			vm.inheritFrom(module, name, at)
		}
		isa.Push(value.Str(name))
	}
	vm.methodGen++
}

// inheritFrom loads the file of a parent class. base goes on without one if the class exists anyway.
func (vm *VM) inheritFrom(module, name string, at *site) {
	d := vm.protect(func() { vm.require(strings.ReplaceAll(name, "::", "/")+".pm", at) })
	if d == nil {
		return
	}
	if module == "base" {
		panic(vm.dief(at, "Base class package \"%s\" is empty", name))
	}
	panic(d)
}

// overload fills the operator table of a package.
func (vm *VM) overload(pkg string, args []value.Value, on bool) {
	cl := vm.Package(pkg).Class
	o, ok := cl.Overload.(*overloads)
	if !ok {
		o = &overloads{vm: vm, pkg: vm.Package(pkg)}
		cl.Overload = o
	}
	if o.ops == nil {
		o.ops = map[string]value.Value{}
	}
	for i := 0; i+1 < len(args); i += 2 {
		if on {
			o.ops[args[i].String()] = args[i+1]
		} else {
			delete(o.ops, args[i].String())
		}
	}
	vm.methodGen++
}

// openLayers is `use open`: the layers of files opened from now on, and with :std those of the standard handles too.
func (vm *VM) openLayers(args []value.Value) {
	in, out, std, next := "", "", false, ""
	for _, a := range args {
		for _, word := range strings.Fields(a.String()) {
			switch word {
			case ":std":
				std = true
			case "IN", "OUT", "IO":
				next = word
			default:
				if !strings.HasPrefix(word, ":") {
					word = ":" + word
				}
				if next != "OUT" {
					in += word
				}
				if next != "IN" {
					out += word
				}
			}
		}
	}
	vm.layersIn, vm.layersOut = in, out
	if !std {
		return
	}
	for i, layers := range []string{in, out, out} {
		if layers == "" {
			continue
		}
		if h := vm.files.ByFileno(i); h != nil {
			if err := h.Binmode(layers); err != nil {
				vm.setErrno(err)
			}
		}
	}
}
