package runtime

// This file defines text under construction: interpolation, joining, and text that is bytes or characters as it comes.

import (
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
		v := joinValues(sep.Scalar.Get(), vm.stack[base:])
		vm.stack = vm.stack[:base]
		return v
	}
}

// joinValues joins the text forms of values.
func joinValues(sep value.Value, list []value.Value) value.Value {
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
	type part struct {
		text string // constant ASCII text, "" for another part
		f    evalFn
	}
	parts := make([]part, len(x.Parts))
	for i, p := range x.Parts {
		if s, ok := p.(*tree.Str); ok && !s.Wide && !hasHigh(s.Value) {
			parts[i] = part{text: s.Value}
			continue
		}
		parts[i] = part{f: c.textOf(p)}
	}
	return func(vm *VM, fr *Frame) value.Value {
		start := len(vm.buf)
		wide := false
		for i := range parts {
			p := &parts[i]
			if p.f == nil {
				vm.buf = append(vm.buf, p.text...)
				continue
			}
			v := p.f(vm, fr)
			if v.Kind() == value.KWide {
				wide = true
			} else if wide {
				v = v.ToStr()
			}
			if !wide {
				vm.buf = v.AppendTo(vm.buf)
				continue
			}
			t := textBuilder{b: append([]byte(nil), vm.buf[start:]...)}
			vm.buf = vm.buf[:start]
			t.add(v)
			for _, q := range parts[i+1:] {
				if q.f == nil {
					t.b = append(t.b, q.text...)
				} else {
					t.add(q.f(vm, fr))
				}
			}
			return t.value()
		}
		s := string(vm.buf[start:])
		vm.buf = vm.buf[:start]
		return value.Str(s)
	}
}

// textOf compiles a part of a string. An object that overloads stringification may yield wide text.
func (c *compiler) textOf(x tree.Expr) evalFn {
	f := c.scalar(x)
	if c.prag.warn {
		f = c.warnUndef(f, x, "concatenation (.) or string")
	}
	return func(vm *VM, fr *Frame) value.Value {
		v := f(vm, fr)
		if v.Kind() >= value.KScalarRef {
			return v.ToStr()
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
