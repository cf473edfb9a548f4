package runtime

// This file defines what functions outside this package may ask of a running VM and of their own call.

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/runtime/handle"
	"github.com/smrscript/smrscript/runtime/value"
)

// Local returns what a library keeps in this VM under key; make provides it at the first question.
func (vm *VM) Local(key any, make func() any) any {
	if v, ok := vm.locals[key]; ok {
		return v
	}
	v := make()
	if vm.locals == nil {
		vm.locals = map[any]any{}
	}
	vm.locals[key] = v
	return v
}

// Context returns the context the script runs in.
func (vm *VM) Context() context.Context { return vm.context() }

// Die ends the running function with an error message to which the place of its call is added. It is for functions that are
// called directly (Entry.Fn1 and its kin); others use Call.Die.
func (vm *VM) Die(format string, args ...any) { panic(vm.dief(vm.at, format, args...)) }

// NotePlaces has all that is compiled from now on note where it is, for DieHere.
func (vm *VM) NotePlaces() { vm.noted = true }

// DieHere is Die with the place of the running statement: for what variables do by themselves, without a call. See NotePlaces.
func (vm *VM) DieHere(format string, args ...any) { panic(vm.dief(vm.whereabouts(), format, args...)) }

// WarnIn is Warn for a warning of a category of perldoc warnings ("digit", "overflow", ...).
func (vm *VM) WarnIn(category, format string, args ...any) {
	if vm.at != nil && vm.at.warn {
		vm.warnIn(vm.at, categoryOf(category), format, args...)
	}
}

// Warn writes a warning with the place of the running function's call, if warnings are on there.
func (vm *VM) Warn(format string, args ...any) {
	if vm.at != nil && vm.at.warn {
		vm.warnf(vm.at, format, args...)
	}
}

// Exit ends the script with an exit code, END blocks and all.
func (vm *VM) Exit(code int) { panic(&exited{code}) }

// Topic returns $_.
func (vm *VM) Topic() value.Value { return vm.topic.Scalar.Get() }

// Selected returns the glob of the handle that print writes to by default; Select changes it.
func (vm *VM) Selected() *value.Glob { return vm.selected }

// Select makes a glob's handle the one that print writes to by default.
func (vm *VM) Select(g *value.Glob) { vm.selected = g }

// Start returns the time at which the script began.
func (vm *VM) Start() time.Time { return vm.start }

// LastStat returns what the file handle _ stands for, nil if the last stat failed; SetLastStat changes it.
func (vm *VM) LastStat() *handle.Stat { return vm.lastStat }

// SetLastStat is what stat and lstat leave behind for the file handle _.
func (vm *VM) SetLastStat(st *handle.Stat) { vm.lastStat = st }

// LastRead returns the handle that was read from last, nil for none.
func (vm *VM) LastRead() *handle.Handle { return vm.lastRead }

// SetLastRead makes a handle the one that $. and messages speak of.
func (vm *VM) SetLastRead(h *handle.Handle, g *value.Glob) { vm.lastRead, vm.lastGlob = h, g }

// FindMethod returns the code of a method of a class or of an object's class, nil if there is none.
func (vm *VM) FindMethod(invocant value.Value, name string) *value.Code {
	p := packageOf(invocant)
	if p == nil {
		if invocant.IsRef() || !invocant.Defined() {
			return nil
		}
		if p = vm.packages[invocant.String()]; p == nil {
			return nil
		}
	}
	return vm.findMethod(p, name)
}

// Isa tells whether a class is, or inherits from, another.
func (vm *VM) Isa(class, parent string) bool {
	p := vm.packages[class]
	return p != nil && vm.isaPackage(p, parent)
}

// Define makes a Go function the sub of a qualified name.
func (vm *VM) Define(name string, f Native) {
	g := vm.Glob(name)
	vm.DefineSub(name, &value.Code{Package: g.Package, Name: g.Name, Body: f})
}

// Overload sets Go functions as operators of a package; the keys are those of `use overload`. What is missing keeps its built-in
// meaning.
func (vm *VM) Overload(pkg string, ops map[string]Native) {
	args := make([]value.Value, 0, 2*len(ops))
	for op, f := range ops {
		args = append(args, value.Str(op), value.RefCode(&value.Code{Package: pkg, Name: "(" + op, Body: f}))
	}
	if _, ok := ops["fallback"]; !ok {
		args = append(args, value.Str("fallback"), value.Int(1))
	}
	vm.overload(pkg, args, true)
}

// Fallback gives a package that overloads operators the built-in meaning of all others, as fallback => 1 does.
func (vm *VM) Fallback(pkg string) {
	vm.overload(pkg, []value.Value{value.Str("fallback"), value.Int(1)}, true)
}

// Inherit makes one class a child of others, which must exist already.
func (vm *VM) Inherit(class string, parents ...string) {
	isa := globArray(vm.Glob(class + "::ISA"))
	for _, p := range parents {
		isa.Push(value.Str(p))
	}
	vm.methodGen++
}

// Array returns the array of a qualified name, made if need be.
func (vm *VM) Array(name string) *value.Array { return globArray(vm.Glob(name)) }

// Hash returns the hash of a qualified name, made if need be.
func (vm *VM) Hash(name string) *value.Hash { return globHash(vm.Glob(name)) }

// Scalar returns the scalar of a qualified name, made if need be.
func (vm *VM) Scalar(name string) *value.Scalar { return vm.Glob(name).Scalar }

// HasPackage tells whether anything was ever defined in a package.
func (vm *VM) HasPackage(name string) bool {
	p := vm.packages[name]
	return p != nil && len(p.Globs) > 0
}

// SubsChanged makes the VM forget which methods it found, after a sub or @ISA was changed behind its back.
func (vm *VM) SubsChanged() { vm.methodGen++ }

// Try runs f as eval does, without touching $@: what f died of is returned, nil if it ended normally.
func (vm *VM) Try(f func()) *Die { return vm.protect(f) }

// Throw ends the running function with an exception of any value.
func (vm *VM) Throw(v value.Value) { vm.raise(vm.dieValue(vm.at, v)) }

// WarnValue writes a warning as warn does, text and place complete.
func (vm *VM) WarnValue(v value.Value) { vm.warnValue(v) }

// RunText runs text as a file of that name, as require does, and returns its value.
func (vm *VM) RunText(name, text string) value.Value { return vm.runFile(name, text, nil) }

// InputLine returns what messages say of the line read last (", <STDIN> line 3"), "" if nothing was read.
func (vm *VM) InputLine() string { return vm.inputLine() }

// AppendWhere returns text with " at FILE line N.\n" of a place, and the last input line if there is one.
func (vm *VM) AppendWhere(text, file string, line int) string {
	return fmt.Sprintf("%s at %s line %d%s.\n", text, file, line, vm.inputLine())
}

// Wait blocks until done delivers, the alarm rings, a signal arrives that the script has a handler for, or the script's context ends; a
// nil done waits for one of the others.
func (vm *VM) Wait(done <-chan time.Time) {
	for {
		select {
		case <-done:
		case <-vm.signals.rang:
			vm.Ring()
		case s := <-vm.signals.arrived:
			name := signalName(s)
			if !vm.HandlesSignal(name) {
				continue // one that is ignored wakes nobody
			}
			vm.Signal(name)
		case <-vm.context().Done():
			vm.look()
		}
		return
	}
}

// Status returns $?; SetStatus changes it.
func (vm *VM) Status() int { return vm.status }

// SetStatus sets $?.
func (vm *VM) SetStatus(status int) { vm.status = status }

// ArgvEnded tells whether nothing is left to read in the files of @ARGV; it opens the next one to find out.
func (vm *VM) ArgvEnded() bool {
	for {
		if h, ok := vm.argv.IO.(*handle.Handle); ok && h.IsOpen() {
			if !h.EOF() {
				return false
			}
			if vm.Array("main::ARGV").Len() == 0 {
				return true
			}
		} else if vm.argvStarted && vm.Array("main::ARGV").Len() == 0 {
			return true
		}
		h := vm.nextArgv()
		if h == nil {
			return true
		}
		vm.argv.IO = h
	}
}

// Signal runs the script's handler of a signal now.
func (vm *VM) Signal(name string) {
	if code := vm.signalHandler(name); code != nil {
		vm.Call(code, []value.Value{value.Str(name)}, nil)
	}
}

// AlarmLeft returns how long it is until the alarm rings, 0 if none is set.
func (vm *VM) AlarmLeft() time.Duration {
	if vm.signals.alarm == nil {
		return 0
	}
	return max(0, time.Until(vm.signals.due))
}

// Vanish ends the script at once, without END blocks, as exec does.
func (vm *VM) Vanish(code int) {
	vm.ends = nil
	panic(&exited{code})
}

// ImportNames makes functions of a built-in module subs of a package. The error names those that the module does not have.
func (vm *VM) ImportNames(module, pkg string, names []string) error {
	m := vm.registry.modules[module]
	if m == nil {
		return nil
	}
	if err := m.missing(names); err != nil {
		return err
	}
	args := make([]value.Value, len(names))
	for i, n := range names {
		args[i] = value.Str(n)
	}
	vm.importNames(m, pkg, args, true)
	return nil
}

// missing returns an error for those of the names that the module does not export, nil if it has them all.
func (m *Module) missing(names []string) error {
	e := &ExportError{Module: m.Name}
	for _, n := range names {
		plain := strings.TrimPrefix(n, "&")
		if n == "" || strings.ContainsAny(n[:1], ":!/-$@%*") || n[0]-'0' < 10 || m.load().table[plain] != nil || isHeader(plain) && m.Name == "POSIX" {
			continue
		}
		e.Names = append(e.Names, plain)
	}
	if e.Names == nil {
		return nil
	}
	return e
}

// An ExportError says that a module does not export names that were asked for.
type ExportError struct {
	Module string
	Names  []string
}

func (e *ExportError) Error() string {
	var b strings.Builder
	for _, n := range e.Names {
		fmt.Fprintf(&b, "\"%s\" is not exported by the %s module\n", n, e.Module)
	}
	return b.String() + "Can't continue after import errors"
}

// AtEnd has f run when the script has ended, after its END blocks.
func (vm *VM) AtEnd(f func()) { vm.atEnd = append(vm.atEnd, f) }

// Ancestry returns the names of the classes that methods of a class are looked for in, in order.
func (vm *VM) Ancestry(class string) []value.Value {
	var out []value.Value
	for _, p := range vm.linear(vm.Package(class)) {
		out = append(out, value.Str(p.Name))
	}
	return out
}

// OnExit has f decide about the exit code when the script has ended, END blocks and all; died tells whether an exception ended it.
func (vm *VM) OnExit(f func(exit int, died bool) int) { vm.onExit = append(vm.onExit, f) }

// operatorKey is where compiled operators are kept.
type operatorKey string

// Use loads a module for a package at run time, as `use` does, or, without imports, as require.
func (vm *VM) Use(module, pkg string, args []value.Value, imports bool) {
	file := strings.ReplaceAll(module, "::", "/") + ".pm"
	if strings.ContainsAny(module, "./") {
		file = module
	}
	at := vm.callerSite()
	vm.require(file, at)
	if imports {
		if at == nil {
			at = &site{file: source.NewFile(vm.scriptName, ""), pkg: pkg}
		}
		vm.importModule(module, pkg, args, len(args) > 0, false, at)
	}
}

// ImportDefaults imports what a module exports without being asked.
func (vm *VM) ImportDefaults(module, pkg string) error {
	m := vm.registry.modules[module]
	if m == nil {
		return nil
	}
	vm.importNames(m, pkg, nil, false)
	return nil
}

// Load defines a built-in module, as require does; it reports false if there is no such module.
func (vm *VM) Load(module string) bool {
	if vm.Hash("main::INC").Exists(value.KeyString(strings.ReplaceAll(module, "::", "/") + ".pm")) {
		return true
	}
	vm.Hash("main::INC").SetString(strings.ReplaceAll(module, "::", "/")+".pm", value.Str("(built in)"))
	return vm.loadModule(module)
}

// handleClass is the class of file handles, whose methods are defined when the first of them is called.
func (vm *VM) handleClass() *Package {
	vm.Load("IO::File")
	return vm.Package("IO::File")
}

// importVariable makes a variable of a module known in a package; name begins with its sigil, other names are left alone.
func (vm *VM) importVariable(module, pkg, name string) {
	if len(name) < 2 {
		return
	}
	if strings.IndexByte("$@%", name[0]) >= 0 {
		vm.Imported(name[:1] + pkg + "::" + name[1:])
	}
	from, to := vm.Glob(module+"::"+name[1:]), vm.Glob(pkg+"::"+name[1:])
	switch name[0] {
	case '$':
		to.Scalar = from.Scalar
	case '@':
		to.Array = globArray(from)
	case '%':
		to.Hash = globHash(from)
	}
}
