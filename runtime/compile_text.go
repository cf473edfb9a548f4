package runtime

// This file defines text under construction: interpolation, joining, and text that is bytes or characters as it comes.

import (
	"strconv"

	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/value"
)

// joinArray is an array in a string.
func (c *compiler) joinArray(x *tree.JoinArray) evalFn {
	list, sep := c.list(x.X), c.vm.Glob("main::\"")
	at, operands := c.site(x), []tree.Expr{x.X}
	return func(vm *VM, fr *Frame) value.Value {
		base := len(vm.stack)
		list(vm, fr)
		if at.warn {
			vm.warnItems(vm.stack[base:], operands, "join or string", at)
		}
		vm.roomForText(sep.Scalar.Get(), vm.stack[base:])
		v := joinValues(sep.Scalar.Get(), vm.stack[base:])
		vm.stack = vm.stack[:base]
		return v
	}
}

// joinValues joins the text forms of values.
func joinValues(sep value.Value, list []value.Value) value.Value {
	if v, ok := joinBytes(sep, list); ok {
		return v
	}
	var t textBuilder
	sep = sep.ToStr()
	for i, v := range list {
		if i > 0 {
			t.add(sep)
		}
		t.add(v)
	}
	return t.value()
}

// joinBytes joins strings of bytes and integers in memory of the right size; ok is false when there is something else.
func joinBytes(sep value.Value, list []value.Value) (v value.Value, ok bool) {
	if !sep.IsBytes() {
		return value.Undef, false
	}
	size := len(sep.S()) * max(len(list)-1, 0)
	for _, v := range list {
		switch {
		case v.IsBytes():
			size += len(v.S())
		case v.IsInt():
			size += digits(v.I())
		default:
			return value.Undef, false
		}
	}
	b, between := make([]byte, 0, size), sep.S()
	for i, v := range list {
		if i > 0 {
			b = append(b, between...)
		}
		if v.IsInt() {
			b = strconv.AppendInt(b, v.I(), 10)
		} else {
			b = append(b, v.S()...)
		}
	}
	return value.Bytes(b), true
}

// digits returns how many characters an integer takes.
func digits(i int64) int {
	n := 1
	if i < 0 {
		n = 2
	}
	for i /= 10; i != 0; i /= 10 {
		n++
	}
	return n
}

// A textBuilder collects the text forms of values, of bytes or of characters as they come.
type textBuilder struct {
	b    []byte
	wide bool
	high bool // some byte so far is not ASCII
}

func (t *textBuilder) add(v value.Value) {
	switch v.Kind() {
	case value.KStr:
		s := v.S()
		high := t.wide && hasHigh(s)
		if high {
			s = v.UTF8()
		}
		t.b = append(t.b, s...)
	case value.KWide:
		if !t.wide {
			if hasHigh(string(t.b)) {
				t.b = []byte(value.Bytes(t.b).UTF8())
			}
			t.wide = true
		}
		t.b = append(t.b, v.S()...)
	case value.KInt, value.KFloat, value.KUint, value.KUndef:
		t.b = v.AppendTo(t.b)
	default:
		t.add(v.ToStr())
	}
}

func hasHigh(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return true
		}
	}
	return false
}

// interp compiles a string with variables in it.
func (c *compiler) interp(x *tree.Interp) evalFn {
	build := c.interpInto(x)
	return func(vm *VM, fr *Frame) value.Value {
		start, whole, wide := build(vm, fr)
		if wide {
			return whole
		}
		s := string(vm.buf[start:])
		vm.buf = vm.buf[:start]
		return value.Str(s)
	}
}

// interpPart is a part of a string: constant ASCII text, or an expression.
type interpPart struct {
	text string
	f    evalFn // nil for text
	slot int    // of a variable that is nothing but a slot, which is looked at before f is run; -1 for any other
}

// parts compiles the parts of a string.
func (c *compiler) parts(x *tree.Interp) []interpPart {
	parts := make([]interpPart, len(x.Parts))
	open := 0 // parts that may be undefined
	for _, p := range x.Parts {
		if !isFixed(p) {
			open++
		}
	}
	for i, p := range x.Parts {
		if s, ok := p.(*tree.Str); ok && !s.Wide && !hasHigh(s.Value) {
			parts[i] = interpPart{text: s.Value}
			continue
		}
		parts[i] = interpPart{f: c.textOf(p, len(x.Parts) == 1, open == 1), slot: -1}
		switch slot, ok := plainSlot(p); {
		case c.vm.weighs && open > fewParts:
			parts[i].f = boundedPart(parts[i].f)
		case ok && !c.vm.config.Plain:
			parts[i].slot = int(slot)
		}
	}
	return parts
}

// interpInto compiles a string so that its bytes end up in vm.buf from start on, for the caller to use and to take off. If a
// part has wide characters the string is returned whole instead, and the buffer is as before.
func (c *compiler) interpInto(x *tree.Interp) func(vm *VM, fr *Frame) (start int, whole value.Value, wide bool) {
	parts, at := c.parts(x), c.site(x)
	return func(vm *VM, fr *Frame) (int, value.Value, bool) {
		start := len(vm.buf)
		for i := range parts {
			p := &parts[i]
			if p.f == nil {
				vm.buf = append(vm.buf, p.text...)
				continue
			}
			if p.slot >= 0 {
				if v := fr[uint8(p.slot)]; v.IsBytes() {
					vm.buf = append(vm.buf, v.S()...)
					continue
				} else if v.IsInt() {
					vm.buf = strconv.AppendInt(vm.buf, v.I(), 10)
					continue
				}
			}
			v := p.f(vm, fr)
			if v.IsBytes() {
				vm.buf = append(vm.buf, v.S()...)
				continue
			}
			if v.Kind() >= value.KScalarRef && vm.overloadsConcat(v) {
				return start, vm.concatParts(fr, parts, i, v, vm.buf[start:], at), true
			}
			if v.Kind() == value.KWide {
				t := textBuilder{b: append([]byte(nil), vm.buf[start:]...)}
				vm.buf = vm.buf[:start]
				t.add(v)
				t.addParts(vm, fr, parts[i+1:])
				return start, t.value(), true
			}
			vm.buf = v.AppendTo(vm.buf)
		}
		return start, value.Undef, false
	}
}

func (t *textBuilder) addParts(vm *VM, fr *Frame, parts []interpPart) {
	for _, p := range parts {
		if p.f == nil {
			t.b = append(t.b, p.text...)
		} else {
			t.add(p.f(vm, fr))
		}
	}
}

// textOf compiles a part of a string; whole says that there is no other, sure that no other could be undefined. An object that overloads stringification may yield wide text.
func (c *compiler) textOf(x tree.Expr, whole, sure bool) evalFn {
	f, at := c.scalar(x), c.site(x)
	if c.prag.warn {
		op := "concatenation (.) or string"
		if whole {
			op = "string"
		}
		f = c.warnUndefOf(f, x, op, sure)
	}
	return func(vm *VM, fr *Frame) value.Value {
		v := f(vm, fr)
		if v.Kind() >= value.KScalarRef {
			return vm.textPart(v, at)
		}
		return v
	}
}

// value returns the text collected; the builder must not be used afterwards.
func (t *textBuilder) value() value.Value {
	if t.wide {
		return value.Wide(string(t.b))
	}
	return value.Bytes(t.b)
}
