package runtime

// This file defines how functions of the registry are compiled. Those that look at their operands as places rather than as
// values (push, delete, map, print, ...) are compiled here and in the files beside; all others are called.

import (
	"slices"

	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/value"
)

// function compiles a function in scalar context.
func (c *compiler) function(x *tree.Func) evalFn {
	if f := c.coreScalar(x); f != nil {
		return f
	}
	return c.native(x, WantScalar)
}

// functionList compiles a function in list context.
func (c *compiler) functionList(x *tree.Func) listFn {
	if f := c.coreList(x); f != nil {
		return f
	}
	if f := c.coreScalar(x); f != nil {
		return func(vm *VM, fr *Frame) {
			v := f(vm, fr)
			vm.stack = append(vm.stack, plain(v))
		}
	}
	if e := c.direct(x); e != nil {
		return func(vm *VM, fr *Frame) {
			v := e(vm, fr)
			vm.stack = append(vm.stack, plain(v))
		}
	}
	return c.nativeList(x)
}

// functionStmt compiles a function for its effect; nil when the scalar form does.
func (c *compiler) functionStmt(x *tree.Func) stmtFn {
	switch x.Name {
	case "eval":
		return c.evalTextStmt(x)
	case "map", "grep":
		list := c.functionList(x)
		return func(vm *VM, fr *Frame) ctl {
			base := len(vm.stack)
			list(vm, fr)
			vm.stack = vm.stack[:base]
			return ctlNone
		}
	}
	return nil
}

// coreScalar compiles the functions that the compiler knows; nil for the rest.
func (c *compiler) coreScalar(x *tree.Func) evalFn {
	for _, family := range [...]func(*tree.Func) evalFn{c.arrayFunction, c.hashFunction, c.listFunction, c.textFunction, c.controlFunction, c.outputFunction} {
		if f := family(x); f != nil {
			return f
		}
	}
	return nil
}

func (c *compiler) coreList(x *tree.Func) listFn {
	switch x.Name {
	case "map":
		return c.mapList(x)
	case "grep":
		return c.grepList(x)
	case "sort":
		return c.sortList(x)
	case "reverse":
		return reversed(c.lists(x.Args))
	case "keys", "values", "each", "delete", "splice", "split":
		return c.containerList(x)
	case "eval":
		return c.evalList(x)
	case "do":
		return c.doFileList(x)
	case "return":
		return nil
	case "caller":
		return nil
	}
	return nil
}

// reversed turns a list round.
func reversed(list listFn) listFn {
	return func(vm *VM, fr *Frame) {
		base := len(vm.stack)
		list(vm, fr)
		slices.Reverse(vm.stack[base:])
	}
}

// operand returns argument i, $_ when there is none.
func (c *compiler) operand(x *tree.Func, i int) tree.Expr {
	if i < len(x.Args) {
		return x.Args[i]
	}
	return &tree.Var{Span: x.Span, Sigil: '$', Name: "_", Ref: &varUse{cap: -1, global: "main::_"}}
}

// direct compiles a function whose entry takes its operands as Go arguments; nil when it does not.
func (c *compiler) direct(x *tree.Func) evalFn {
	fn := c.vm.registry.find(x.Name)
	if fn == nil {
		return nil
	}
	e, n := fn.entry, len(x.Args)
	if n == 0 && fn.notation().Topic && e.Fn1 != nil {
		return c.direct1(e, x)
	}
	if x.Block != nil || x.Handle != nil {
		return nil
	}
	for _, a := range x.Args {
		if !isScalarOperand(a) {
			return nil
		}
	}
	switch {
	case n == 0 && e.Fn0 != nil:
		at := c.site(x)
		return func(vm *VM, fr *Frame) value.Value {
			vm.at = at
			return e.Fn0(vm)
		}
	case n == 1 && e.Fn1 != nil:
		return c.direct1(e, x)
	case n == 2 && e.Fn2 != nil:
		a, b, at := c.directOperand(e, x, 0), c.directOperand(e, x, 1), c.site(x)
		return func(vm *VM, fr *Frame) value.Value {
			p := plain(a(vm, fr))
			q := plain(b(vm, fr))
			vm.at = at
			return e.Fn2(vm, p, q)
		}
	case n == 3 && e.Fn3 != nil:
		a, b, d, at := c.directOperand(e, x, 0), c.directOperand(e, x, 1), c.directOperand(e, x, 2), c.site(x)
		return func(vm *VM, fr *Frame) value.Value {
			p := plain(a(vm, fr))
			q := plain(b(vm, fr))
			r := plain(d(vm, fr))
			vm.at = at
			return e.Fn3(vm, p, q, r)
		}
	}
	return nil
}

func (c *compiler) direct1(e *Entry, x *tree.Func) evalFn {
	a, at, f := c.directOperand(e, x, 0), c.site(x), e.Fn1
	return func(vm *VM, fr *Frame) value.Value {
		v := plain(a(vm, fr))
		vm.at = at
		return f(vm, v)
	}
}

// directOperand compiles an operand of a function that is called directly; core functions but length warn of an undefined one.
func (c *compiler) directOperand(e *Entry, x *tree.Func, i int) evalFn {
	a := c.operand(x, i)
	f := c.scalar(a)
	switch {
	case e.Module != "":
		return f
	case x.Name == "length":
		if c.prag.bytes {
			return inBytes(f)
		}
		return f
	case c.prag.warn:
		f = c.warnUndef(f, a, x.Name)
	}
	if c.prag.unicode {
		switch x.Name {
		case "lc", "uc", "lcfirst", "ucfirst", "fc":
			return inCharacters(f)
		}
	}
	return f
}

// inCharacters makes the letters of byte strings follow Unicode.
func inCharacters(f evalFn) evalFn {
	return func(vm *VM, fr *Frame) value.Value {
		v := f(vm, fr)
		if v.Kind() == value.KStr && hasHigh(v.S()) {
			return value.Wide(v.UTF8())
		}
		return v
	}
}

// inBytes turns characters into the bytes of their UTF-8 form.
func inBytes(f evalFn) evalFn {
	return func(vm *VM, fr *Frame) value.Value {
		if v := f(vm, fr).Load(); v.IsUndef() || !v.IsWide() {
			return v
		} else {
			return value.Str(v.UTF8())
		}
	}
}

// isScalarOperand is false for arguments that may give several values to a module's function.
func isScalarOperand(x tree.Expr) bool {
	switch x := x.(type) {
	case *tree.Call, *tree.CallRef, *tree.Method:
		return true
	case *tree.List:
		return len(x.Items) == 1 && isScalarOperand(x.Items[0])
	}
	return true
}

// native compiles calling a function written in Go.
func (c *compiler) native(x *tree.Func, want Want) evalFn {
	if f := c.direct(x); f != nil {
		return f
	}
	code, args := c.nativeCallee(x)
	at := c.site(x)
	return func(vm *VM, fr *Frame) value.Value {
		base := len(vm.stack)
		args(vm, fr)
		call := Call{VM: vm, Args: vm.stack[base:len(vm.stack):len(vm.stack)], Want: want, site: at, base: len(vm.stack), fn: x}
		vm.at = at
		v := code(&call)
		if n := len(vm.stack); n > call.base && v.IsUndef() {
			v = vm.stack[n-1]
		}
		vm.stack = vm.stack[:base]
		return v
	}
}

func (c *compiler) nativeList(x *tree.Func) listFn {
	code, args := c.nativeCallee(x)
	at := c.site(x)
	return func(vm *VM, fr *Frame) {
		base := len(vm.stack)
		args(vm, fr)
		call := Call{VM: vm, Args: vm.stack[base:len(vm.stack):len(vm.stack)], Want: WantList, site: at, base: len(vm.stack), fn: x}
		vm.at = at
		v := code(&call)
		if len(vm.stack) > call.base || call.empty {
			n := copy(vm.stack[base:], vm.stack[call.base:])
			vm.stack = vm.stack[:base+n]
			return
		}
		vm.stack = append(vm.stack[:base], plain(v))
	}
}

// nativeCallee finds the Go function of a registered name and compiles its arguments as its notation asks.
func (c *compiler) nativeCallee(x *tree.Func) (Native, listFn) {
	fn := c.vm.registry.find(x.Name)
	at := c.site(x)
	if fn == nil || fn.entry.Core && fn.entry.Call == nil {
		name := x.Name
		return func(call *Call) value.Value { panic(call.VM.dief(at, "Function %s is not available here", name)) }, c.lists(x.Args)
	}
	if fn.entry.Jumps {
		c.markDeep()
	}
	args := c.nativeArguments(x, fn.notation())
	if c.vm.weighs {
		args = weighedList(args)
	}
	return fn.entry.asNative(), args
}

// asNative returns the entry's implementation in the general form.
func (e *Entry) asNative() Native {
	switch {
	case e.Call != nil:
		return e.Call
	case e.Fn0 != nil:
		return func(c *Call) value.Value {
			c.VM.at = c.site
			return e.Fn0(c.VM)
		}
	case e.Fn1 != nil:
		return func(c *Call) value.Value {
			c.VM.at = c.site
			return e.Fn1(c.VM, c.Arg(0))
		}
	case e.Fn2 != nil:
		return func(c *Call) value.Value {
			c.VM.at = c.site
			return e.Fn2(c.VM, c.Arg(0), c.Arg(1))
		}
	case e.Fn3 != nil:
		return func(c *Call) value.Value {
			c.VM.at = c.site
			return e.Fn3(c.VM, c.Arg(0), c.Arg(1), c.Arg(2))
		}
	}
	name := e.Name()
	return func(c *Call) value.Value {
		c.Die("%s cannot be called like this", name)
		return value.Undef
	}
}

// handleOperand compiles a file handle: a bare name is its glob, an undefined variable can be opened into and is passed as a
// reference to its scalar.
func (c *compiler) handleOperand(x tree.Expr) evalFn {
	switch x := x.(type) {
	case *tree.Bareword:
		return constant(value.GlobValue(c.vm.Glob(handleName(x.Name, c.prag.pkg))))
	case *tree.Str:
		if !x.Wide {
			return constant(value.GlobValue(c.vm.Glob(handleName(x.Value, c.prag.pkg))))
		}
	case *tree.Call:
		if len(x.Args) == 0 && !x.Parens {
			return constant(value.GlobValue(c.vm.Glob(handleName(x.Name, c.prag.pkg))))
		}
	case *tree.DoBlock:
		return c.doBlock(x.Block)
	case *tree.Decl, *tree.Var, *tree.Elem, *tree.HashElem, *tree.Deref, *tree.Local:
		if v, ok := x.(*tree.Var); ok && v.Sigil != '$' {
			return c.scalar(v)
		}
		if d, ok := x.(*tree.Deref); ok && d.Sigil != '$' {
			return c.scalar(d)
		}
		if l, ok := x.(*tree.Local); ok {
			if v, isVar := l.X.(*tree.Var); isVar && v.Sigil == '*' {
				return c.scalar(x)
			}
		}
		cell, name := c.cell(x), handleVariable(x)
		slot, inSlot := plainSlot(x)
		return func(vm *VM, fr *Frame) value.Value {
			if inSlot { // spares a stand-in for the slot when the handle is open
				if v := fr[slot]; v.Defined() {
					return v
				}
			}
			s := cell(vm, fr)
			if v := s.Get(); v.Defined() {
				return v
			}
			vm.undefined[0], vm.undefined[1] = vm.undefined[1], namedCell{s, name}
			return value.RefScalar(s)
		}
	}
	return c.scalar(x)
}

// A namedCell is an undefined variable that a handle may be opened into, and what messages will call that handle.
type namedCell struct {
	cell *value.Scalar
	name string
}

// handleVariable is what messages call a handle that is opened into x.
func handleVariable(x tree.Expr) string {
	switch x := x.(type) {
	case *tree.Var:
		return "$" + x.Name
	case *tree.Decl:
		if len(x.Vars) == 1 && x.Vars[0] != nil {
			return "$" + x.Vars[0].Name
		}
	case *tree.Local:
		return handleVariable(x.X)
	case *tree.Elem:
		if v, ok := x.Array.(*tree.Var); ok {
			return "$" + v.Name + "[...]"
		}
	case *tree.HashElem:
		if v, ok := x.Hash.(*tree.Var); ok {
			return "$" + v.Name + "{...}"
		}
	}
	return "__ANONIO__"
}

// handleName qualifies the name of a file handle.
func handleName(name, pkg string) string {
	switch name {
	case "STDIN", "STDOUT", "STDERR", "ARGV", "ARGVOUT", "_":
		return "main::" + name
	}
	return qualifySub(name, pkg)
}
