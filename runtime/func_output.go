package runtime

// This file defines print, say and printf, and how values become file handles.

import (
	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/handle"
	"github.com/smrscript/smrscript/runtime/value"
)

// outputFunction compiles the functions that write.
func (c *compiler) outputFunction(x *tree.Func) evalFn {
	switch x.Name {
	case "print", "say":
		return c.print(x)
	}
	return nil
}

func (c *compiler) print(x *tree.Func) evalFn {
	args := x.Args
	if len(args) == 0 {
		args = []tree.Expr{c.operand(x, 0)}
	}
	list, at := c.lists(args), c.site(x)
	var to evalFn
	if x.Handle != nil {
		to = c.handleOperand(x.Handle)
	}
	comma, end := c.vm.Glob("main::,"), c.vm.Glob("main::\\")
	newline := x.Name == "say"
	warn := c.prag.warn
	var present []func(vm *VM, fr *Frame) bool
	if warn {
		present = c.presence(args)
	}
	return func(vm *VM, fr *Frame) value.Value {
		h := vm.output(to, fr, at)
		var tied *TiedHandle
		if h == nil {
			tied, vm.tiedOut = vm.tiedOut, nil
		}
		base := len(vm.stack)
		list(vm, fr)
		vm.at = at
		if h == nil {
			args := vm.take(base)
			if tied != nil {
				return vm.printTied(tied, args, newline, at)
			}
			return value.No
		}
		h.Hold() // with $| on, one print is one write
		ok := true
		sep := comma.Scalar.Get()
		done := 0
		if !sep.Defined() {
			done, ok = vm.writePlain(h, vm.stack[base:], warn)
		}
		for i := done; i < len(vm.stack)-base; i++ {
			v := vm.stack[base+i]
			if i > 0 && sep.Defined() {
				ok = vm.write(h, sep, at) && ok
			}
			if warn && v.IsUndef() {
				vm.warnItemOf(fr, present, i, len(vm.stack)-base, args, x.Name, at)
			}
			ok = vm.write(h, v, at) && ok
		}
		vm.stack = vm.stack[:base]
		if newline {
			ok = h.Write("\n", false) == nil && ok
		} else if e := end.Scalar.Get(); e.Defined() {
			ok = vm.write(h, e, at) && ok
		}
		if err := h.Release(); err != nil {
			vm.setErrno(err)
			ok = false
		}
		return value.Bool(ok)
	}
}

// output finds the handle to write to: the given one or the selected one. It is nil, after a warning, if that is not open.
func (vm *VM) output(to evalFn, fr *Frame, at *site) *handle.Handle {
	if to == nil {
		h, _ := vm.selected.IO.(*handle.Handle)
		if h == nil && vm.tiesHandles {
			vm.tiedOut, _ = vm.selected.IO.(*TiedHandle)
		}
		return h
	}
	v := to(vm, fr)
	h := vm.HandleOf(v)
	if h == nil || !h.IsOpen() {
		if vm.tiedOut = vm.TiedHandle(v); vm.tiedOut != nil {
			return nil
		}
		if v.IsUndef() || v.Kind() == value.KScalarRef && v.Cell().Get().IsUndef() {
			panic(vm.dief(at, "Can't use an undefined value as a symbol reference"))
		}
		if at.warn {
			name := ""
			if k := v.Kind(); k == value.KGlob || k == value.KGlobRef {
				name = " " + v.Glob().Name
			}
			if h == nil {
				vm.warnIn(at, warnUnopened, "print() on unopened filehandle%s", name)
			} else {
				vm.warnIn(at, warnClosed, "print() on closed filehandle%s", name)
			}
		}
		return nil
	}
	return h
}

// writePlain writes the leading items whose text is nothing but bytes to append, and returns how many there are. One that warns stops
// it, for whoever hears the warning may write too.
func (vm *VM) writePlain(h *handle.Handle, items []value.Value, warn bool) (n int, ok bool) {
	buf, direct := h.Begin()
	if !direct {
		return 0, true
	}
	ok = true
	end := func() {
		if err := h.End(buf); err != nil {
			vm.setErrno(err)
			ok = false
		}
	}
	for _, v := range items {
		if v.IsBytes() {
			buf = append(buf, v.S()...)
		} else if k := v.Kind(); k > value.KStr || warn && k == value.KUndef {
			break
		} else {
			buf = v.AppendTo(buf)
		}
		if n++; h.Full(buf) {
			end()
			if buf, direct = h.Begin(); !direct { // the write has failed
				return n, ok
			}
		}
	}
	end()
	return n, ok
}

// write writes the text form of a value.
func (vm *VM) write(h *handle.Handle, v value.Value, at *site) bool {
	if buf, ok := h.Begin(); ok && v.Kind() <= value.KStr {
		if err := h.End(v.AppendTo(buf)); err != nil {
			vm.setErrno(err)
			return false
		}
		return true
	}
	t := v.ToStr()
	if err := h.Write(t.S(), t.IsWide()); err != nil {
		vm.setErrno(err)
		return false
	}
	return true
}

// HandleOf returns the file handle that a value stands for: a glob, a reference to one, a handle object, or a name. It is nil
// if there is none.
func (vm *VM) HandleOf(v value.Value) *handle.Handle {
	if w, ok := vm.overloadDeref(v, "*{}"); ok {
		v = w
	}
	switch v.Kind() {
	case value.KGlob, value.KGlobRef:
		h, _ := v.Glob().IO.(*handle.Handle)
		return h
	case value.KCell:
		return vm.HandleOf(v.Load())
	case value.KScalarRef:
		return vm.HandleOf(v.Cell().Get())
	case value.KHashRef:
		if w := v.Hash().Get(value.KeyString("fh")); w.Defined() {
			return vm.HandleOf(w)
		}
		return nil
	case value.KStr, value.KWide:
		return vm.handleNamed(v.S(), "main")
	}
	return nil
}

// handleNamed returns the open handle of a name, nil if there is none.
func (vm *VM) handleNamed(name, pkg string) *handle.Handle {
	if name == "" {
		return nil
	}
	g := vm.globs[handleName(globName(name), pkg)]
	if g == nil {
		return nil
	}
	h, _ := g.IO.(*handle.Handle)
	return h
}

// OpenTarget returns the glob that an open writes its handle to: that of a name or glob, or a new anonymous one for a reference
// to an undefined scalar, which then holds it.
func (vm *VM) OpenTarget(v value.Value, pkg string) *value.Glob {
	switch v.Kind() {
	case value.KGlob, value.KGlobRef:
		return v.Glob()
	case value.KScalarRef:
		s := v.Cell()
		if w := s.Get(); w.Defined() {
			return vm.OpenTarget(w, pkg)
		}
		vm.anonymous++
		g := &value.Glob{Package: pkg, Name: "__ANONIO__", Scalar: &value.Scalar{}}
		for i, n := range vm.undefined {
			if n.cell == s {
				g.Name = n.name
				vm.undefined[i] = namedCell{}
			}
		}
		s.Set(value.RefGlob(g))
		return g
	}
	return vm.Glob(handleName(globName(v.String()), pkg))
}

// Handles returns the VM's files.
func (vm *VM) Handles() *handle.Set { return vm.files }

// readLine compiles <FH> in scalar context.
func (c *compiler) readLine(x *tree.ReadLine) evalFn {
	get := c.readHandle(x)
	sep := c.vm.Glob("main::/")
	at := c.site(x)
	return func(vm *VM, fr *Frame) value.Value {
		h := get(vm, fr)
		if v, ok := vm.overloadRead(h, at); ok {
			return v
		}
		v, ok := vm.ReadLine(h, sep.Scalar.Get(), at)
		if !ok {
			return value.Undef
		}
		return v
	}
}

func (c *compiler) readHandle(x *tree.ReadLine) evalFn {
	if x.Handle == nil {
		return constant(value.GlobValue(c.vm.Glob("main::ARGV")))
	}
	return c.handleOperand(x.Handle)
}

// ReadLine reads one line from the handle a value stands for; ARGV goes through the files of the command line.
func (vm *VM) ReadLine(v, sep value.Value, at *site) (value.Value, bool) {
	if k := v.Kind(); k == value.KGlob && v.Glob() == vm.argv {
		return vm.readArgv(sep)
	}
	h := vm.HandleOf(v)
	if h == nil || !h.IsOpen() {
		if t := vm.TiedHandle(v); t != nil {
			line := t.call(vm, at, "READLINE")
			return line, line.Defined()
		}
		if at != nil && at.warn {
			vm.warnIn(at, warnIO, "readline() on %s filehandle%s", openWord(h), handleLabel(v))
		}
		return value.Undef, false
	}
	if k := v.Kind(); vm.lastRead != h && (k == value.KGlob || k == value.KGlobRef) {
		vm.lastRead, vm.lastGlob = h, v.Glob()
	}
	return vm.readFrom(h, sep)
}

func openWord(h *handle.Handle) string {
	if h == nil {
		return "unopened"
	}
	return "closed"
}

func handleLabel(v value.Value) string {
	if k := v.Kind(); k == value.KGlob || k == value.KGlobRef {
		return " " + v.Glob().Name
	}
	return ""
}

func (vm *VM) readFrom(h *handle.Handle, sep value.Value) (value.Value, bool) {
	if vm.lastRead != h {
		vm.lastRead, vm.lastGlob = h, nil
	}
	s := handle.NewSeparator(sep)
	line, ok, err := h.ReadLine(&s)
	if err != nil {
		vm.setErrno(err)
	}
	if !ok {
		return value.Undef, false
	}
	return value.Text(line, h.Wide()), true
}

// readLines compiles <FH> in list context.
func (c *compiler) readLines(x *tree.ReadLine) listFn {
	get, sep, at := c.readHandle(x), c.vm.Glob("main::/"), c.site(x)
	return func(vm *VM, fr *Frame) {
		v := get(vm, fr)
		if w, ok := vm.overloadRead(v, at); ok {
			vm.stack = append(vm.stack, w)
			return
		}
		if t := vm.TiedHandle(v); t != nil {
			vm.readTied(t, at)
			return
		}
		if h := vm.HandleOf(v); h != nil && h.IsOpen() && !(v.Kind() == value.KGlob && v.Glob() == vm.argv) {
			vm.lastRead, vm.lastGlob = h, nil
			if k := v.Kind(); k == value.KGlob || k == value.KGlobRef {
				vm.lastGlob = v.Glob()
			}
			vm.readRest(h, sep.Scalar.Get())
			return
		}
		for {
			line, ok := vm.ReadLine(v, sep.Scalar.Get(), at)
			if !ok {
				return
			}
			vm.stack = append(vm.stack, line)
		}
	}
}

// readRest pushes all lines that are left.
func (vm *VM) readRest(h *handle.Handle, sep value.Value) {
	vm.lastRead = h
	s := handle.NewSeparator(sep)
	err := h.ReadLines(&s, func(line string) { vm.stack = append(vm.stack, value.Text(line, h.Wide())) })
	if err != nil {
		vm.setErrno(err)
	}
}

// readArgv reads from the files named in @ARGV, or standard input if there are none.
func (vm *VM) readArgv(sep value.Value) (value.Value, bool) {
	for {
		if h, ok := vm.argv.IO.(*handle.Handle); ok && h.IsOpen() {
			if v, ok := vm.readFrom(h, sep); ok {
				return v, true
			}
			if h != vm.stdin() {
				n := h.Line()
				h.Close()
				vm.argvLine = n
			} else {
				vm.argv.IO = nil
			}
		}
		h := vm.nextArgv()
		if h == nil {
			vm.argvStarted = false
			return value.Undef, false
		}
		vm.argv.IO = h
	}
}

// nextArgv opens the next file of @ARGV; the first time, with none there, it is standard input.
func (vm *VM) nextArgv() *handle.Handle {
	vm.finishEdit()
	args := globArray(vm.argv)
	if !vm.argvStarted {
		vm.argvStarted, vm.argvLine = true, 0
		if args.Len() == 0 {
			vm.argv.Scalar.Set(value.Str("-"))
			return vm.stdin()
		}
	}
	for args.Len() > 0 {
		name := args.Shift()
		vm.argv.Scalar.Set(name)
		if name.String() == "-" {
			return vm.stdin()
		}
		h, err := vm.files.Open(name.String())
		if err != nil {
			vm.setErrno(err)
			vm.warnf(nil, "Can't open %s: %s", name, vm.osErr.text())
			continue
		}
		if err := vm.editInPlace(name.String(), h); err != nil {
			vm.setErrno(err)
			vm.warnf(nil, "Can't do inplace edit on %s: %s", name, vm.osErr.text())
			_, _ = h.Close() // was only opened
			continue
		}
		h.SetLine(vm.argvLine)
		return h
	}
	return nil
}

func (vm *VM) stdin() *handle.Handle {
	h, _ := vm.Glob("main::STDIN").IO.(*handle.Handle)
	return h
}
