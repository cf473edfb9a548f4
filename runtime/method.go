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
	// the cache: which code the class had when vm.methodGen was gen
	class *Package
	gen   int
	code  *value.Code
	// invocant and rest are for methods that write to their arguments: they are found before the arguments, which they get as aliases.
	invocant evalFn
	rest     func() listFn
	// restValues are the arguments behind the invocant in list mode; nil when all are fixed scalars.
	restValues listFn
}

func (c *compiler) methodSite(x *tree.Method) (*methodSite, evalFn) {
	args := append([]tree.Expr{x.Invocant}, x.Args...)
	ms := &methodSite{callSite: c.arguments(args, x), name: x.Name, gen: -1, invocant: c.scalar(x.Invocant)}
	if ms.values != nil {
		ms.restValues = c.vivifying(x.Args)
	}
	snapshot, given := *c, x.Args
	ms.rest = func() listFn {
		again := snapshot
		again.loops = nil
		return again.aliasLists(given)
	}
	if rest, ok := strings.CutPrefix(x.Name, "SUPER::"); ok {
		ms.name, ms.super = rest, c.prag.pkg
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
	if dynamic == nil && ms.values == nil {
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
		if ok && p.fn.aliasArgs && n > 1 {
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
		if ok && p.simple && (!p.exact || n == p.nparams) {
			for i := n; i < p.nparams; i++ {
				nf[i] = value.Undef
			}
			vm.nargs = n
			return vm.run(code, p, nf, ms.at, nil, want)
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
	base := len(vm.stack)
	if dynamic == nil {
		inv := plain(ms.invocant(vm, fr))
		vm.stack = append(vm.stack, inv)
		code := vm.resolveMethod(ms, inv)
		vm.methodRest(ms, code, fr)
		return code
	}
	if ms.values != nil {
		ms.values(vm, fr)
	} else {
		for _, a := range ms.fixed {
			v := a(vm, fr)
			vm.stack = append(vm.stack, plain(v))
		}
	}
	m := dynamic(vm, fr)
	if m.Kind() == value.KCodeRef {
		return m.Code()
	}
	one := *ms
	one.name, one.gen = m.String(), -1
	return vm.resolveMethod(&one, vm.stack[base])
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
	if cl := inv.Blessed(); cl != nil {
		p := cl.Ref.(*Package)
		if ms.class == p && ms.gen == vm.methodGen {
			return ms.code
		}
	}
	p := vm.invocantPackage(inv, ms)
	code := vm.lookupMethod(p, ms)
	if code == nil {
		return vm.autoload(p, ms, inv)
	}
	if inv.Blessed() != nil {
		ms.class, ms.gen, ms.code = p, vm.methodGen, code
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
	if short == "import" || short == "unimport" || short == "DESTROY" {
		return &value.Code{Package: p.Name, Name: short, Body: Native(func(c *Call) value.Value { return c.Nothing() })}
	}
	if code := vm.findMethod(p, "AUTOLOAD"); code != nil {
		vm.Glob(code.Package + "::AUTOLOAD").Scalar.Set(value.Str(p.Name + "::" + short))
		return code
	}
	if inv.IsRef() || len(p.Globs) > 0 {
		panic(vm.dief(ms.at, "Can't locate object method \"%s\" via package \"%s\"", short, p.Name))
	}
	panic(vm.dief(ms.at, "Can't locate object method \"%s\" via package \"%s\" (perhaps you forgot to load \"%s\"?)", short, p.Name, p.Name))
}

// overloads is the table of one class, as `use overload` filled it.
type overloads struct {
	vm  *VM
	pkg *Package
	ops map[string]value.Value // operator -> code reference or method name
}

// overloadFor finds the handler of an operator for an object, looking through its parents.
func (vm *VM) overloadFor(v value.Value, op string) *value.Code {
	p := packageOf(v)
	if p == nil || v.Blessed().Overload == nil && !vm.inheritsOverload(p) {
		return nil
	}
	for _, q := range vm.linear(p) {
		o, ok := q.Class.Overload.(*overloads)
		if !ok || o.ops == nil {
			continue
		}
		h, ok := o.ops[op]
		if !ok {
			continue
		}
		if h.Kind() == value.KCodeRef {
			return h.Code()
		}
		return vm.findMethod(p, h.String())
	}
	return nil
}

// inheritsOverload gives a class whose parents overload something a table of its own.
func (vm *VM) inheritsOverload(p *Package) bool {
	for _, q := range vm.linear(p)[1:] {
		if o, ok := q.Class.Overload.(*overloads); ok && o.ops != nil {
			p.Class.Overload = &overloads{vm: vm, pkg: p}
			return true
		}
	}
	return false
}

// callOverload runs a handler: object, other operand, swapped.
func (vm *VM) callOverload(code *value.Code, a, b value.Value, swapped bool) value.Value {
	return vm.Call(code, []value.Value{a, b, value.Bool(swapped)}, nil)
}

// overloadBinary gives the operands' classes the chance to compute an operator.
func (vm *VM) overloadBinary(a, b value.Value, o *opInfo) (value.Value, bool) {
	if a.Blessed() == nil && b.Blessed() == nil {
		return value.Undef, false
	}
	op := o.op
	if len(op) > 1 && op[len(op)-1] == '=' && !isComparison(op) {
		if code := vm.overloadFor(a, op); code != nil {
			return vm.callOverload(code, a, b, false), true
		}
		op = op[:len(op)-1]
	}
	for swapped, v := range [2]value.Value{a, b} {
		other := b
		if swapped == 1 {
			other = a
		}
		if code := vm.overloadFor(v, op); code != nil {
			return vm.callOverload(code, v, other, swapped == 1), true
		}
		if base, convert := derivedFrom(op); base != "" {
			if code := vm.overloadFor(v, base); code != nil {
				return convert(vm.callOverload(code, v, other, swapped == 1)), true
			}
		}
	}
	return value.Undef, false
}

func isComparison(op string) bool { return op == "==" || op == "!=" || op == "<=" || op == ">=" }

// derivedFrom tells which comparison an operator can be made of.
func derivedFrom(op string) (base string, convert func(v value.Value) value.Value) {
	test := func(f func(n int64) bool) func(v value.Value) value.Value {
		return func(v value.Value) value.Value { return value.Bool(f(v.ToInt())) }
	}
	switch op {
	case "==", "eq":
		convert = test(func(n int64) bool { return n == 0 })
	case "!=", "ne":
		convert = test(func(n int64) bool { return n != 0 })
	case "<", "lt":
		convert = test(func(n int64) bool { return n < 0 })
	case ">", "gt":
		convert = test(func(n int64) bool { return n > 0 })
	case "<=", "le":
		convert = test(func(n int64) bool { return n <= 0 })
	case ">=", "ge":
		convert = test(func(n int64) bool { return n >= 0 })
	default:
		return "", nil
	}
	if op[0] >= 'a' {
		return "cmp", convert
	}
	return "<=>", convert
}

// overloadUnary gives the operand's class the chance to compute a unary operator; negation may be made of subtraction.
func (vm *VM) overloadUnary(v value.Value, o *opInfo) (value.Value, bool) {
	if v.Blessed() == nil {
		return value.Undef, false
	}
	if code := vm.overloadFor(v, o.op); code != nil {
		return vm.callOverload(code, v, value.Undef, false), true
	}
	if o.op == "neg" {
		if code := vm.overloadFor(v, "-"); code != nil {
			return vm.callOverload(code, v, value.Int(0), true), true
		}
	}
	return value.Undef, false
}

// overloadMutator is ++ and --: the class's own, or + and - with 1.
func (vm *VM) overloadMutator(v, one value.Value, o *opInfo, plainOp string) (value.Value, bool) {
	if v.Blessed() == nil {
		return value.Undef, false
	}
	if code := vm.overloadFor(v, o.op); code != nil {
		if clone := vm.overloadFor(v, "="); clone != nil { // others may hold the same object
			v = vm.callOverload(clone, v, value.Undef, false)
		}
		vm.callOverload(code, v, value.Undef, false)
		return v, true
	}
	if code := vm.overloadFor(v, plainOp); code != nil {
		return vm.callOverload(code, v, one, false), true
	}
	return value.Undef, false
}

// overloadDeref asks a class for the reference behind its object.
func (vm *VM) overloadDeref(v value.Value, op string) (value.Value, bool) {
	if v.Blessed() == nil {
		return value.Undef, false
	}
	code := vm.overloadFor(v, op)
	if code == nil {
		return value.Undef, false
	}
	w := vm.callOverload(code, v, value.Undef, false)
	return w, w.Addr() != v.Addr()
}

// Stringify, Numify and Truth are what package value asks for; each falls back on the others.
func (o *overloads) Stringify(v value.Value) (value.Value, bool) {
	return o.convert(v, `""`, "0+", "bool")
}

func (o *overloads) Numify(v value.Value) (value.Value, bool) {
	return o.convert(v, "0+", `""`, "bool")
}

func (o *overloads) Truth(v value.Value) (truth, ok bool) {
	w, ok := o.convert(v, "bool", `""`, "0+")
	if !ok || w.IsRef() && w.Addr() == v.Addr() {
		return true, ok
	}
	return w.Truth(), true
}

func (o *overloads) convert(v value.Value, ops ...string) (value.Value, bool) {
	for _, op := range ops {
		if code := o.vm.overloadFor(v, op); code != nil {
			w := o.vm.callOverload(code, v, value.Undef, false)
			if w.IsRef() && w.Addr() == v.Addr() {
				return value.Undef, false
			}
			return w, true
		}
	}
	return value.Undef, false
}
