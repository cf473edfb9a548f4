package runtime

// This file defines the functions that steer: die, warn, eval, do, require, exit, caller, ref, bless.

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/value"
)

func (c *compiler) controlFunction(x *tree.Func) evalFn {
	switch x.Name {
	case "die":
		list, at := c.lists(x.Args), c.site(x)
		return func(vm *VM, fr *Frame) value.Value {
			base := len(vm.stack)
			list(vm, fr)
			v := vm.dieMessage(vm.take(base), at, "Died")
			vm.raise(vm.dieValue(at, v))
			return value.Undef
		}
	case "warn":
		list, at := c.lists(x.Args), c.site(x)
		return func(vm *VM, fr *Frame) value.Value {
			base := len(vm.stack)
			list(vm, fr)
			vm.warnValue(vm.dieMessage(vm.take(base), at, "Warning: something's wrong"))
			return value.Int(1)
		}
	case "exit":
		code := constant(value.Int(0))
		if len(x.Args) > 0 {
			code = c.scalar(x.Args[0])
		}
		return func(vm *VM, fr *Frame) value.Value { panic(&exited{int(code(vm, fr).ToInt())}) }
	case "eval":
		return c.eval(x)
	case "do":
		return c.doFile(x)
	case "require":
		return c.require(x)
	case "bless":
		return c.bless(x)
	case "ref":
		f := c.scalar(c.operand(x, 0))
		return func(vm *VM, fr *Frame) value.Value { return refName(f(vm, fr)) }
	}
	return nil
}

// refName is what ref() says of a value.
func refName(v value.Value) value.Value {
	if cl := v.Blessed(); cl != nil {
		return value.Str(cl.Name)
	}
	return value.Str(v.RefType())
}

func (c *compiler) bless(x *tree.Func) evalFn {
	ref, at := c.scalar(x.Args[0]), c.site(x)
	class := constant(value.Str(c.prag.pkg))
	if len(x.Args) > 1 {
		class = c.scalar(x.Args[1])
	}
	return func(vm *VM, fr *Frame) value.Value {
		v := ref(vm, fr)
		if !v.IsRef() {
			panic(vm.dief(at, "Can't bless non-reference value"))
		}
		cl := class(vm, fr)
		if cl.IsRef() && cl.Blessed() == nil {
			panic(vm.dief(at, "Attempt to bless into a reference"))
		}
		name := cl.String()
		if name == "" {
			name = "main"
		}
		p := vm.Package(name)
		if p.Class.Overload == nil {
			vm.inheritsOverload(p)
		}
		v.Bless(p.Class)
		return v
	}
}

// eval compiles a string eval in scalar context.
func (c *compiler) eval(x *tree.Func) evalFn {
	list := c.evalText(x, WantScalar)
	return func(vm *VM, fr *Frame) value.Value {
		base := len(vm.stack)
		list(vm, fr)
		return vm.last(base)
	}
}

func (c *compiler) evalList(x *tree.Func) listFn { return c.evalText(x, WantList) }

func (c *compiler) evalText(x *tree.Func, want Want) listFn {
	text, info := c.scalar(c.operand(x, 0)), x.Ref.(*evalInfo)
	prag, off, at := c.prag, c.top, c.site(x)
	return func(vm *VM, fr *Frame) {
		vm.stringEval(text(vm, fr), info, prag, fr, off, want, at)
	}
}

// evalTextStmt compiles a string eval whose value nobody wants.
func (c *compiler) evalTextStmt(x *tree.Func) stmtFn {
	list := c.evalText(x, WantVoid)
	return func(vm *VM, fr *Frame) ctl {
		base := len(vm.stack)
		list(vm, fr)
		vm.stack = vm.stack[:base]
		return ctlNone
	}
}

// doFile is do FILE: the file's value, or undef with $! set when it cannot be read.
func (c *compiler) doFile(x *tree.Func) evalFn {
	name, at := c.scalar(x.Args[0]), c.site(x)
	return func(vm *VM, fr *Frame) value.Value {
		path, text, err := vm.findFile(name(vm, fr).String(), true)
		if err != nil {
			vm.err.Scalar.Set(value.Str(""))
			vm.setErrno(err)
			return value.Undef
		}
		result := value.Undef
		if vm.runEval(at, WantScalar, func() { result = vm.runFile(path, text, at) }) {
			return result
		}
		return value.Undef
	}
}

// doFileList is do FILE in list context.
func (c *compiler) doFileList(x *tree.Func) listFn {
	name, at := c.scalar(x.Args[0]), c.site(x)
	return func(vm *VM, fr *Frame) {
		path, text, err := vm.findFile(name(vm, fr).String(), true)
		if err != nil {
			vm.err.Scalar.Set(value.Str(""))
			vm.setErrno(err)
			vm.stack = append(vm.stack, value.Undef)
			return
		}
		base := len(vm.stack)
		if !vm.runEval(at, WantList, func() { vm.callValues(vm.fileCode(path, text, at), nil, WantList, at) }) {
			vm.stack = vm.stack[:base]
		}
	}
}

// require compiles require VERSION, require Bareword, require EXPR.
func (c *compiler) require(x *tree.Func) evalFn {
	at := c.site(x)
	if len(x.Args) == 1 {
		switch a := x.Args[0].(type) {
		case *tree.Bareword:
			name := strings.ReplaceAll(a.Name, "::", "/") + ".pm"
			return func(vm *VM, fr *Frame) value.Value { return vm.require(name, at) }
		case *tree.Num:
			return constant(value.Int(1))
		}
	}
	f := c.scalar(c.operand(x, 0))
	return func(vm *VM, fr *Frame) value.Value {
		v := f(vm, fr)
		if v.IsNumber() || strings.HasPrefix(v.String(), "v5") {
			return value.Int(1)
		}
		return vm.require(v.String(), at)
	}
}

// require loads a file once.
func (vm *VM) require(name string, at *site) value.Value {
	inc := globHash(vm.Glob("main::INC"))
	k := value.KeyString(name)
	if inc.Exists(k) {
		if !inc.Get(k).Defined() {
			panic(vm.dief(at, "Attempt to reload %s aborted.\nCompilation failed in require", name))
		}
		return value.Int(1)
	}
	module := strings.ReplaceAll(strings.TrimSuffix(name, ".pm"), "/", "::")
	if vm.loadModule(module) {
		vm.countEvals(module)
		inc.Set(k, value.Str("(built in)"))
		return value.Int(1)
	}
	path, text, err := vm.findFile(name, false)
	if err != nil {
		hint := ""
		if strings.HasSuffix(name, ".pm") {
			hint = " (you may need to install the " + module + " module)"
		}
		vm.setErrno(os.ErrNotExist)
		panic(vm.dief(at, "Can't locate %s in @INC%s (@INC contains: %s)", name, hint, strings.Join(vm.incPath(), " ")))
	}
	inc.Set(k, value.Str(path))
	var v value.Value
	if d := vm.protect(func() { v = vm.runFile(path, text, at) }); d != nil {
		panic(vm.failedFile(d, inc, k, at))
	}
	if !v.Truth() {
		inc.Delete(k)
		panic(vm.dief(at, "%s did not return a true value", name))
	}
	return v
}

// failedFile is the exception for a file that died while it was required: another require of it fails at once.
func (vm *VM) failedFile(d *Die, inc *value.Hash, k value.Key, at *site) *Die {
	inc.Set(k, value.Undef)
	if !d.Value.IsRef() && !strings.Contains(d.Value.String(), "Compilation failed in require"+vm.where(at)) {
		d.Value = value.Append(d.Value.ToStr(), "Compilation failed in require"+vm.where(at), false)
	}
	return d
}

func (vm *VM) incPath() []string {
	var out []string
	for _, v := range globArray(vm.Glob("main::INC")).Values(nil) {
		out = append(out, v.String())
	}
	return out
}

// findFile reads a file by name: as it is when absolute or explicitly relative, else along @INC (do FILE also tries the
// working directory).
func (vm *VM) findFile(name string, do bool) (path, text string, err error) {
	candidates := []string{name}
	if !filepath.IsAbs(name) && !strings.HasPrefix(name, "./") && !strings.HasPrefix(name, "../") {
		candidates = candidates[:0]
		for _, dir := range vm.incPath() {
			candidates = append(candidates, dir+"/"+name)
		}
		if do {
			candidates = append(candidates, name)
		}
	}
	err = os.ErrNotExist
	for _, p := range candidates {
		data, e := vm.readSource(p)
		if e == nil {
			return p, data, nil
		}
		err = e
	}
	if text, ok := vm.registry.text(name); ok {
		return builtInText + name, text, nil
	}
	return "", "", err
}

// builtinMethods defines what every class inherits: isa, can, DOES, VERSION.
func (vm *VM) builtinMethods() {
	define := func(name string, f func(c *Call, p *Package) value.Value) {
		vm.DefineSub("UNIVERSAL::"+name, &value.Code{Package: "UNIVERSAL", Name: name, Body: Native(func(c *Call) value.Value {
			inv := c.Arg(0)
			p := packageOf(inv)
			if p == nil {
				if inv.IsRef() || !inv.Defined() {
					return value.Bool(inv.IsRef() && name == "isa" && inv.RefType() == c.Arg(1).String())
				}
				p = vm.packages[inv.String()]
				if p == nil {
					p = vm.Package("UNIVERSAL") // a class that is not there
					if name == "VERSION" {
						p = &Package{Name: inv.String(), Globs: map[string]*value.Glob{}, gen: -1}
					}
				}
			}
			return f(c, p)
		})})
	}
	isa := func(c *Call, p *Package) value.Value {
		return value.Bool(vm.isaPackage(p, c.Arg(1).String()) || c.Arg(0).RefType() == c.Arg(1).String() && c.Arg(0).IsRef())
	}
	define("isa", isa)
	define("DOES", isa)
	define("can", func(c *Call, p *Package) value.Value {
		if code := vm.findMethod(p, c.Arg(1).String()); code != nil {
			return value.RefCode(code)
		}
		for _, q := range vm.linear(p) { // one that is only declared counts, too
			if g := q.Globs[c.Arg(1).String()]; g != nil && g.Code != nil {
				return value.RefCode(g.Code)
			}
		}
		return value.No
	})
	define("VERSION", func(c *Call, p *Package) value.Value {
		if len(c.Args) > 1 {
			if err := c.VM.checkVersion(p.Name, c.Args[1]); err != nil {
				c.Die("%s", err.Error())
			}
		}
		g := p.Globs["VERSION"]
		if g == nil || !g.Scalar.Get().Defined() {
			return value.Undef
		}
		if have := g.Scalar.Get(); have.IsRef() {
			return have.ToStr()
		}
		return g.Scalar.Get()
	})
}

// isa compiles the infix isa operator.
func (c *compiler) isa(x *tree.Binary) evalFn {
	left, at := c.scalar(x.Left), c.site(x)
	var class evalFn
	if b, ok := x.Right.(*tree.Bareword); ok {
		class = constant(value.Str(b.Name))
	} else {
		class = c.scalar(x.Right)
	}
	return func(vm *VM, fr *Frame) value.Value {
		v := left(vm, fr)
		name := class(vm, fr).String()
		p := packageOf(v)
		if p == nil {
			return value.No
		}
		if code := vm.findMethod(p, "isa"); code != nil && code.Package != "UNIVERSAL" { // the class has its own opinion
			return value.Bool(vm.Call(code, []value.Value{v, value.Str(name)}, at).Truth())
		}
		return value.Bool(vm.isaPackage(p, name))
	}
}
