package runtime

// This file defines loading: use, require's built-in modules, the files that do and require read.

import (
	"strings"

	"github.com/smrscript/smrscript/lang"
	"github.com/smrscript/smrscript/lang/diag"
	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/lang/usage"
	"github.com/smrscript/smrscript/runtime/handle"
	"github.com/smrscript/smrscript/runtime/value"
)

// parseEval parses the text of a string eval.
func (vm *VM) parseEval(text value.Value, name string, info *evalInfo, prag pragmas) (*Program, diag.List) {
	file := source.NewFile(name, text.String())
	t, diags := lang.Parse(file, lang.Options{Words: vm.registry, Eval: true, Utf8: text.IsWide(), Package: prag.pkg, Numbers: prag.numbers, Subs: vm.knownSub(prag.pkg), Functions: vm.knownFunction(prag.pkg),
		Module: vm.moduleText})
	if diags.HasErrors() {
		return nil, diags
	}
	p, more := resolveEval(t, info.fn, info.scope, prag, vm.imported, vm.config.Debug)
	return p, append(diags, more...)
}

// knownSub tells the parser of the subs that exist already.
func (vm *VM) knownSub(pkg string) func(name string) (proto string, hasProto, known bool) {
	return func(name string) (string, bool, bool) {
		code := vm.lookupSub(qualifySub(name, pkg))
		if code == nil {
			return "", false, false
		}
		return code.Proto, code.HasProto, true
	}
}

// knownFunction tells the parser which of those subs are functions of built-in modules, imported by `use` before.
func (vm *VM) knownFunction(pkg string) func(name string) *usage.Function {
	return func(name string) *usage.Function {
		code := vm.lookupSub(qualifySub(name, pkg))
		if code == nil || code.Name == "" {
			return nil
		}
		if _, native := code.Body.(Native); !native {
			return nil
		}
		m := vm.registry.modules[code.Package]
		if m == nil || m.load().table[code.Name] == nil {
			return nil
		}
		return m.table[code.Name].notation()
	}
}

// runFile runs a file that do or require read.
func (vm *VM) runFile(path, text string, at *site) value.Value {
	return vm.Call(vm.fileCode(path, text, at), nil, at)
}

// fileCode compiles a file that do or require read.
func (vm *VM) fileCode(path, text string, at *site) *value.Code {
	p, diags := vm.Compile(source.NewFile(path, text))
	if diags.HasErrors() {
		panic(vm.dieValue(at, value.Text(compileMessage(diags)+"Compilation failed in require"+vm.where(at), true)))
	}
	vm.install(p)
	p.main.sub = nil
	name := value.Str(path)
	return &value.Code{Package: "main", Name: requireName, Const: &name, Body: vm.newProto(p.main)}
}

func (vm *VM) readSource(path string) (string, error) {
	h, err := vm.files.OpenFile("<", path)
	if err != nil {
		return "", err
	}
	defer h.Close()
	sep := handle.NewSeparator(value.Undef)
	text, _, err := h.ReadLine(&sep)
	return text, err
}

// use carries out a use statement at its time.
func (vm *VM) use(ph phase) {
	u := ph.use
	if u.Module == "" {
		return
	}
	at := &site{file: ph.fileOf(), span: u.Span, line: ph.fileOf().Line(u.Span.Start), pkg: ph.prag.pkg}
	vm.useAt = at
	var args []value.Value
	if ph.fn != nil {
		args = vm.CallList(&value.Code{Package: ph.prag.pkg, Name: "BEGIN", Body: vm.newProto(ph.fn)}, nil)
	}
	if vm.usePragma(u.Module, ph.prag.pkg, args, at, !u.No) {
		vm.Hash("main::INC").SetString(strings.ReplaceAll(u.Module, "::", "/")+".pm", value.Str("(built in)"))
		return
	}
	vm.require(strings.ReplaceAll(u.Module, "::", "/")+".pm", at)
	if m := vm.registry.modules[u.Module]; u.Version != "" && (m == nil || m.Version != "") {
		if err := vm.checkVersion(u.Module, value.Str(u.Version)); err != nil {
			panic(vm.dief(at, "%s", err.Error()))
		}
	}
	if l, empty := u.Args, u.Args != nil; empty && len(args) == 0 && isEmptyList(l) {
		return
	}
	vm.useAt = at
	vm.importModule(u.Module, ph.prag.pkg, args, u.Args != nil, u.No, at)
}

func (ph phase) fileOf() *source.File { return ph.prog.File }

// importModule calls a module's import, or imports the functions of a built-in one.
func (vm *VM) importModule(module, pkg string, args []value.Value, listed, no bool, at *site) {
	if m := vm.registry.modules[module]; m != nil {
		if m.Import != nil {
			if err := m.Import(vm, pkg, args); err != nil {
				panic(vm.dief(at, "%s", err.Error()))
			}
			return
		}
		vm.importNames(m, pkg, args, listed)
		return
	}
	method := "import"
	if no {
		method = "unimport"
	}
	if code := vm.findMethod(vm.Package(module), method); code != nil {
		vm.Call(code, append([]value.Value{value.Str(module)}, args...), &site{file: at.file, span: at.span, line: at.line, pkg: pkg})
	}
}

// importNames makes a built-in module's functions subs of the importing package, so that they can also be referred to.
func (vm *VM) importNames(m *Module, pkg string, args []value.Value, listed bool) {
	var names []string
	if listed {
		names = []string{}
		for _, a := range args {
			names = append(names, a.String())
		}
		if err := m.missing(names); err != nil {
			panic(vm.dief(vm.useAt, "%s", err.Error()))
		}
		if len(names) > 0 && strings.Trim(names[0], "0123456789._v") == "" {
			if names = names[1:]; len(names) == 0 {
				names = nil // a version alone
			}
		}
	}
	for _, name := range names {
		vm.importVariable(m.Name, pkg, name)
	}
	for name := range vm.registry.Exports(m.Name, names) {
		if code := vm.lookupSub(m.Name + "::" + name); code != nil {
			vm.Glob(pkg + "::" + name).Code = code
		}
	}
	vm.methodGen++
}

// loadModule defines the functions of a built-in module as subs of its package; it reports false if there is no such module.
func (vm *VM) loadModule(name string) bool {
	m := vm.registry.modules[name]
	if m == nil {
		return vm.loadLanguage(name)
	}
	if m.Version != "" {
		vm.Glob(name + "::VERSION").Scalar.Set(value.Str(m.Version))
	}
	for _, fn := range m.load().funcs {
		f := m.table[fn]
		vm.DefineSub(name+"::"+fn, &value.Code{Package: name, Name: fn, Body: f.entry.asNative()})
	}
	if m.Setup != nil {
		m.Setup(vm)
	}
	return true
}
