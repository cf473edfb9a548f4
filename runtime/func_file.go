package runtime

// This file defines what the compiler itself must know of files and processes: file tests, <*.c>, backticks.

import (
	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/handle"
	"github.com/smrscript/smrscript/runtime/value"
)

// fileTest compiles -e and its kin. Stacked tests share one stat.
func (c *compiler) fileTest(x *tree.FileTest) evalFn {
	op, at := x.Op, c.site(x)
	if inner, ok := x.X.(*tree.FileTest); ok {
		first := c.fileTest(inner)
		return func(vm *VM, fr *Frame) value.Value {
			if v := first(vm, fr); !v.Truth() {
				return v
			}
			return vm.testStat(op, vm.lastStat, at)
		}
	}
	operand := x.X
	if operand == nil {
		operand = c.operand(&tree.Func{Span: x.Span}, 0)
		if op == 't' {
			operand = &tree.Bareword{Span: x.Span, Name: "STDIN"}
		}
	}
	var f evalFn
	if b, ok := operand.(*tree.Bareword); ok {
		f = c.handleOperand(b)
	} else {
		f = c.scalar(operand)
		if c.prag.warn {
			f = c.warnUndef(f, operand, "-"+string(op))
		}
	}
	return func(vm *VM, fr *Frame) value.Value { return vm.fileTest(op, f(vm, fr), at) }
}

func (vm *VM) fileTest(op byte, v value.Value, at *site) value.Value {
	if w, ok := vm.overloadTest(op, v); ok {
		return w
	}
	if k := v.Kind(); k == value.KGlob && v.Glob().Name == "_" && v.Glob().Package == "main" {
		return vm.testStat(op, vm.lastStat, at)
	}
	h := (*handle.Handle)(nil)
	if k := v.Kind(); k == value.KGlob || k == value.KGlobRef {
		h = vm.HandleOf(v)
	}
	if op == 't' {
		return value.Bool(h != nil && h.IsTerminal())
	}
	if op == 'T' || op == 'B' {
		var r bool
		var err error
		if h != nil {
			r, err = h.TestText(op)
		} else {
			r, err = vm.files.TestText(op, v.String())
		}
		if err != nil {
			vm.setErrno(err)
			return value.Undef
		}
		return value.Bool(r)
	}
	var st *handle.Stat
	var err error
	switch {
	case h != nil:
		st, err = h.Stat()
	case op == 'l':
		st, err = vm.files.Lstat(v.String())
	default:
		st, err = vm.files.Stat(v.String())
	}
	if err != nil {
		vm.setErrno(err)
		vm.lastStat = nil
		return value.Undef
	}
	vm.lastStat = st
	return vm.testStat(op, st, at)
}

func (vm *VM) testStat(op byte, st *handle.Stat, at *site) value.Value {
	if st == nil {
		return value.Undef
	}
	v, ok := st.Test(op, vm.start)
	if !ok {
		panic(vm.dief(at, "There is no file test -%c", op))
	}
	return v
}

// globFiles compiles <*.c> in scalar context: the names one by one, then undef.
func (c *compiler) globFiles(x *tree.Glob) evalFn {
	pattern := c.scalar(x.Pattern)
	var left []string
	running := false
	return func(vm *VM, fr *Frame) value.Value {
		if !running {
			left, running = vm.globNames(pattern(vm, fr)), true
		}
		if len(left) == 0 {
			running = false
			return value.Undef
		}
		name := left[0]
		left = left[1:]
		return value.Str(name)
	}
}

func (c *compiler) globList(x *tree.Glob) listFn {
	pattern := c.scalar(x.Pattern)
	return func(vm *VM, fr *Frame) {
		for _, name := range vm.globNames(pattern(vm, fr)) {
			vm.stack = append(vm.stack, value.Str(name))
		}
	}
}

func (vm *VM) globNames(pattern value.Value) []string {
	names, err := vm.files.Glob(pattern.String())
	if err != nil {
		vm.setErrno(err)
	}
	return names
}

// qx compiles backticks in scalar context: the whole output.
func (c *compiler) qx(x *tree.Qx) evalFn {
	command, at := c.scalar(x.Command), c.site(x)
	return func(vm *VM, fr *Frame) value.Value {
		line := command(vm, fr)
		vm.at = at
		out, ok := vm.capture(line)
		if !ok {
			return value.Undef
		}
		return out
	}
}

// qxList gives the output line by line.
func (c *compiler) qxList(x *tree.Qx) listFn {
	command, at := c.scalar(x.Command), c.site(x)
	return func(vm *VM, fr *Frame) {
		line := command(vm, fr)
		vm.at = at
		out, _ := vm.capture(line)
		s := out.S()
		for len(s) > 0 {
			n := 0
			for n < len(s) && s[n] != '\n' {
				n++
			}
			n = min(n+1, len(s))
			vm.stack = append(vm.stack, value.Str(s[:n]))
			s = s[n:]
		}
	}
}

// capture runs a command line and returns its output; $? is its status.
func (vm *VM) capture(command value.Value) (value.Value, bool) {
	vm.files.FlushAll()
	out, status, err := vm.files.Capture(vm.context(), handle.Command{Line: command.String()})
	vm.status = status
	vm.Poll()
	if err != nil {
		vm.setErrno(err)
	}
	if status == -1 {
		return value.Str(""), false
	}
	return value.Bytes(out), true
}
