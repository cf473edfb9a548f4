package runtime

// This file defines method calls and overloading.

import (
	"strings"

	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/value"
)

func (c *compiler) method(x *tree.Method) evalFn { return c.methodCall(x, WantScalar) }

// methodSite is a method call: its arguments begin with the invocant.
type methodSite struct {
	*callSite
	name  string
	super string // the package SUPER:: starts from, "" otherwise
	// special is set for next::method and its kin, and for a call of the method that it stands in, which is watched for its depth.
	special bool
	// the cache: which code the class had when vm.methodGen was gen
	cache [4]methodEntry
	next  int // the entry to be overwritten next
	gen   int
	// invocant and rest are for methods that write to their arguments: they are found before the arguments, which they get as aliases.
	invocant evalFn
	rest     func() listFn
	// restValues are the arguments behind the invocant in list mode; nil when all are fixed scalars.
	restValues listFn
}

// A methodEntry is the method that a class has.
type methodEntry struct {
	class *Package
	code  *value.Code
}

// remember keeps what was found for a class; everything older than gen is forgotten.
func (ms *methodSite) remember(p *Package, code *value.Code, gen int) {
	if ms.gen != gen {
		ms.cache, ms.next, ms.gen = [4]methodEntry{}, 0, gen
	}
	ms.cache[ms.next%len(ms.cache)] = methodEntry{p, code}
	ms.next++
}

func (c *compiler) methodSite(x *tree.Method) (*methodSite, evalFn) {
	args := append([]tree.Expr{x.Invocant}, x.Args...)
	ms := &methodSite{callSite: c.arguments(args, x), name: x.Name, special: isNext(x.Name) || c.warnsRecursion() && strings.HasSuffix(c.fn.name, "::"+x.Name), gen: -1, invocant: c.scalar(x.Invocant)}
	if ms.values != nil {
		ms.restValues = c.vivifying(x.Args)
	}
	snapshot := *c
	snapshot.loops = nil
	var rest listFn
	ms.rest = func() listFn {
		if rest == nil {
			again := snapshot
			rest = again.aliasedArguments(x)
		}
		return rest
	}
	if name, ok := strings.CutPrefix(x.Name, "SUPER::"); ok {
		ms.name, ms.super = name, c.prag.pkg
	}
	var dynamic evalFn
	if x.Dynamic != nil {
		dynamic = c.scalar(x.Dynamic)
	}
	return ms, dynamic
}

// methodCall compiles a method call whose scalar (or no) result is wanted.
func (c *compiler) methodCall(x *tree.Method, want Want) evalFn {
	ms, dynamic := c.methodSite(x)
	if dynamic == nil && ms.values == nil && !c.vm.config.Plain {
		if ms.armed {
			return armedMethod(ms, want)
		}
		return fixedMethod(ms, want)
	}
	return func(vm *VM, fr *Frame) value.Value {
		base := len(vm.stack)
		code := vm.methodArguments(ms, dynamic, fr)
		v := vm.apply(code, fr.window(ms.off), base, nil, want, ms.at)
		vm.stack = vm.stack[:base]
		return v
	}
}

// fixedMethod puts invocant and arguments straight into the callee's slots.
//
// It is kept out of line because the Go compiler inlines nothing into the closures of a function that it inlined.
//
//go:noinline
func fixedMethod(ms *methodSite, want Want) evalFn {
	args, n, off := ms.fixed, len(ms.fixed), ms.off
	return func(vm *VM, fr *Frame) value.Value {
		nf := fr.window(off)
		if vm.full(nf) {
			base := len(vm.stack)
			code := vm.methodArguments(ms, nil, fr)
			v := vm.apply(code, nf, base, nil, want, ms.at)
			vm.stack = vm.stack[:base]
			return v
		}
		nf[0] = plain(args[0](vm, fr))
		code := vm.resolveMethod(ms, nf[0])
		p, ok := code.Body.(*proto)
		if ok && p.fn.aliasArgs {
			base := len(vm.stack)
			vm.stack = append(vm.stack, nf[0])
			ms.rest()(vm, fr)
			v := vm.apply(code, nf, base, nil, want, ms.at)
			vm.stack = vm.stack[:base]
			return v
		}
		for i := 1; i < n; i++ {
			nf[i] = plain(args[i](vm, fr))
		}
		if ok && p.takes(n) {
			return vm.runFixed(code, p, nf, ms.at, n, want)
		}
		base := len(vm.stack)
		vm.stack = append(vm.stack, nf[:n]...)
		v := vm.apply(code, nf, base, nil, want, ms.at)
		vm.stack = vm.stack[:base]
		return v
	}
}

func (c *compiler) methodList(x *tree.Method) listFn {
	ms, dynamic := c.methodSite(x)
	return func(vm *VM, fr *Frame) {
		base := len(vm.stack)
		code := vm.methodArguments(ms, dynamic, fr)
		vm.applyList(code, fr.window(ms.off), base, nil, ms.at)
	}
}

// methodArguments puts invocant and arguments on the stack and finds the code.
func (vm *VM) methodArguments(ms *methodSite, dynamic evalFn, fr *Frame) *value.Code {
	if dynamic == nil {
		inv := plain(ms.invocant(vm, fr))
		vm.stack = append(vm.stack, inv)
		code := vm.resolveMethod(ms, inv)
		vm.methodRest(ms, code, fr)
		return code
	}
	inv := plain(ms.invocant(vm, fr))
	vm.stack = append(vm.stack, inv)
	m := dynamic(vm, fr)
	var code *value.Code
	if m.Kind() == value.KCodeRef {
		code = m.Code()
	} else {
		one := *ms
		one.name, one.gen = m.String(), -1
		code = vm.resolveMethod(&one, inv)
	}
	vm.methodRest(ms, code, fr)
	return code
}

// aliasedArguments compiles the arguments behind the invocant as aliases. An invocant that is a plain variable or element and
// lies on the stack before them becomes one too.
func (c *compiler) aliasedArguments(x *tree.Method) listFn {
	rest := c.aliasLists(x.Args)
	switch x.Invocant.(type) {
	case *tree.Var, *tree.Elem, *tree.HashElem:
	default:
		return rest
	}
	if !repeatable(x.Invocant) {
		return rest
	}
	self := c.aliases(x.Invocant)
	return func(vm *VM, fr *Frame) {
		base := len(vm.stack)
		self(vm, fr)
		vm.stack[base-1] = vm.stack[base]
		vm.stack = vm.stack[:base]
		rest(vm, fr)
	}
}

// repeatable tells whether an expression is made of variables and constants only, so that it can be run again.
func repeatable(x tree.Expr) bool {
	ok := true
	tree.Inspect(x, func(n tree.Node) bool {
		switch n.(type) {
		case *tree.Var, *tree.Elem, *tree.HashElem, *tree.Deref, *tree.Str, *tree.Num:
		default:
			ok = false
		}
		return ok
	})
	return ok
}

// methodRest puts the arguments behind the invocant on the stack: as aliases if the method writes to them, else as values.
func (vm *VM) methodRest(ms *methodSite, code *value.Code, fr *Frame) {
	if p, ok := code.Body.(*proto); ok && p.fn.aliasArgs {
		ms.rest()(vm, fr)
		return
	}
	if ms.restValues != nil {
		ms.restValues(vm, fr)
		return
	}
	for _, a := range ms.fixed[1:] {
		v := a(vm, fr)
		vm.stack = append(vm.stack, plain(v))
	}
}

// resolveMethod finds the code of a method for an invocant.
func (vm *VM) resolveMethod(ms *methodSite, inv value.Value) *value.Code {
	if ms.special {
		return vm.specialMethod(ms, inv)
	}
	return vm.ordinaryMethod(ms, inv)
}

// ordinaryMethod finds a method by its name, in the cache of the call first.
func (vm *VM) ordinaryMethod(ms *methodSite, inv value.Value) *value.Code {
	if cl := inv.Blessed(); cl != nil {
		p := cl.Ref.(*Package)
		if ms.gen == vm.methodGen {
			for i := range ms.cache {
				if ms.cache[i].class == p {
					return ms.cache[i].code
				}
			}
		}
	}
	p := vm.invocantPackage(inv, ms)
	code := vm.lookupMethod(p, ms)
	if code == nil {
		return vm.autoload(p, ms, inv)
	}
	if inv.Blessed() != nil {
		ms.remember(p, code, vm.methodGen)
	}
	return code
}

func (vm *VM) lookupMethod(p *Package, ms *methodSite) *value.Code {
	if ms.super != "" {
		for _, q := range vm.linear(vm.Package(ms.super))[1:] {
			if g := q.Globs[ms.name]; g != nil && isDefined(g.Code) {
				return g.Code
			}
		}
		if g := vm.Package("UNIVERSAL").Globs[ms.name]; g != nil && isDefined(g.Code) {
			return g.Code
		}
		return nil
	}
	if i := strings.LastIndex(ms.name, "::"); i >= 0 {
		return vm.findMethod(vm.Package(ms.name[:i]), ms.name[i+2:])
	}
	return vm.findMethod(p, ms.name)
}

// invocantPackage finds the class that a method is called on.
func (vm *VM) invocantPackage(inv value.Value, ms *methodSite) *Package {
	if p := packageOf(inv); p != nil {
		return p
	}
	switch inv.Kind() {
	case value.KUndef:
		panic(vm.dief(ms.at, "Can't call method \"%s\" on an undefined value", ms.name))
	case value.KGlob, value.KGlobRef:
		return vm.handleClass()
	case value.KRegexRef:
		return vm.Package("Regexp")
	}
	if inv.IsRef() {
		panic(vm.dief(ms.at, "Can't call method \"%s\" on unblessed reference", ms.name))
	}
	name := strings.TrimSuffix(strings.TrimPrefix(inv.String(), "::"), "::")
	if name == "" {
		panic(vm.dief(ms.at, "Can't call method \"%s\" without a package or object reference", ms.name))
	}
	if vm.packages[name] == nil && vm.handleNamed(name, ms.at.pkg) != nil {
		return vm.handleClass()
	}
	return vm.Package(name)
}

// autoload falls back on AUTOLOAD, or dies.
func (vm *VM) autoload(p *Package, ms *methodSite, inv value.Value) *value.Code {
	short := ms.name[strings.LastIndex(ms.name, ":")+1:]
	if short == "import" && vm.registry.modules[p.Name] != nil { // Module->import(LIST) of one that is built in
		return &value.Code{Package: p.Name, Name: short, Body: Native(func(c *Call) value.Value {
			vm.useAt = c.site
			vm.importModule(p.Name, c.Package(), append([]value.Value(nil), c.Args[1:]...), len(c.Args) > 1, false, c.site)
			return c.Nothing()
		})}
	}
	if short == "import" || short == "unimport" || short == "DESTROY" {
		return &value.Code{Package: p.Name, Name: short, Body: Native(func(c *Call) value.Value { return c.Nothing() })}
	}
	if p.Name == "version" && vm.lookupSub("version::new") == nil && vm.Load("version") {
		if code := vm.findMethod(p, short); code != nil { // the class is there without `use`
			return code
		}
	}
	if code := vm.findMethod(p, "AUTOLOAD"); code != nil {
		return vm.autoloaded(code, p.Name+"::"+short)
	}
	if inv.IsRef() || len(p.Globs) > 0 {
		panic(vm.dief(ms.at, "Can't locate object method \"%s\" via package \"%s\"", short, p.Name))
	}
	panic(vm.dief(ms.at, "Can't locate object method \"%s\" via package \"%s\" (perhaps you forgot to load \"%s\"?)", short, p.Name, p.Name))
}
