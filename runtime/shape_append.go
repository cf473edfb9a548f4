package runtime

// This file defines appending to variables: `.=`, and `$s = $s . "x"`, which is the same thing said in another way. The
// bytes go straight behind the variable's own; see package value for why nobody can notice.

import (
	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/value"
)

// appendToSlot compiles `.=` on a variable that is nothing but a slot.
//
// It is kept out of line because the Go compiler inlines nothing into the closures of a function that it inlined.
//
//go:noinline
func appendToSlot(slot uint8, right evalFn, o *opInfo) evalFn {
	return func(vm *VM, fr *Frame) value.Value {
		q := right(vm, fr)
		p := &fr[slot]
		if p.IsBytes() && (q.IsBytes() || q.IsInt()) {
			p.SetText(value.AppendValue(*p, q))
			return *p
		}
		v := vm.appended(fr[slot], q, o)
		fr[slot] = v
		return v
	}
}

// appendParts appends a string with variables in it, part by part.
func (c *compiler) appendParts(slot uint8, x *tree.Interp, o *opInfo) evalFn {
	parts, build := c.parts(x), c.interp(x)
	values := make([]value.Value, len(parts))
	for i, p := range parts {
		values[i] = value.Str(p.text)
	}
	return func(vm *VM, fr *Frame) value.Value {
		old := fr[slot]
		if k := old.Kind(); k != value.KStr && k != value.KWide { // an object may have its own way
			whole := build(vm, fr)
			fr[slot] = vm.appended(fr[slot], whole, o)
			return fr[slot]
		}
		v := old
		for i := range parts {
			p := &parts[i]
			if p.f == nil {
				v = value.AppendValue(v, values[i])
				continue
			}
			if p.slot >= 0 {
				if q := fr[uint8(p.slot)]; q.IsBytes() || q.IsInt() {
					v = value.AppendValue(v, q)
					continue
				}
			}
			q := p.f(vm, fr)
			if q.Kind() >= value.KScalarRef && vm.overloadsConcat(q) {
				start := len(vm.buf)
				vm.buf = append(vm.buf, value.TextFrom(v, old)...)
				whole := vm.concatParts(fr, parts, i, q, vm.buf[start:], o.at)
				vm.buf = vm.buf[:start]
				fr[slot] = vm.appended(fr[slot], whole, o)
				return fr[slot]
			}
			v = value.AppendValue(v, q)
		}
		if fr[slot] != old { // a part changed the variable
			fr[slot] = vm.appended(fr[slot], value.Text(value.TextFrom(v, old), v.IsWide()), o)
			return fr[slot]
		}
		fr[slot].SetText(v)
		return v
	}
}

// appendToItself recognises `$s = $s . A . B` for a variable that is nothing but a slot; nil when x is something else. The
// variable is changed last, so that A and B, and whoever catches their exceptions, see what it was.
func (c *compiler) appendToItself(slot uint8, right tree.Expr) evalFn {
	x, ok := unwrap(right).(*tree.Binary)
	if !ok || x.Op != "." || c.vm.config.Plain || c.vm.weighs {
		return nil
	}
	var left evalFn
	if s, ok := plainSlot(x.Left); ok {
		if s != slot {
			return nil
		}
		left = func(vm *VM, fr *Frame) value.Value { return fr[slot] }
	} else if left = c.appendToItself(slot, x.Left); left == nil {
		return nil
	}
	f := c.scalar(x.Right)
	o := &opInfo{op: ".", name: "concatenation (.) or string", at: c.site(x), x: x}
	return func(vm *VM, fr *Frame) value.Value {
		p := left(vm, fr)
		q := f(vm, fr)
		if p.IsBytes() && (q.IsBytes() || q.IsInt()) {
			return value.AppendValue(p, q)
		}
		return concatenate(vm, p, q, o)
	}
}
