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
	slots := slotsOnly(parts) && !c.vm.config.Plain
	return func(vm *VM, fr *Frame) value.Value {
		old := fr[slot]
		if slots {
			if room := old.Spare(); room != nil {
				if n := putParts(room, fr, parts); n >= 0 {
					fr[slot].SetText(old.Grown(n))
					return fr[slot]
				}
			}
		}
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

// slotsOnly tells whether all parts are texts and variables that are nothing but slots.
func slotsOnly(parts []interpPart) bool {
	for i := range parts {
		if parts[i].f != nil && parts[i].slot < 0 {
			return false
		}
	}
	return true
}

// putParts writes the parts, all of them slots or texts, to room. It returns the number of bytes, or -1 if they do not fit or one
// of them is neither a byte string nor an integer; then nothing counts.
func putParts(room []byte, fr *Frame, parts []interpPart) int {
	n := 0
	for i := range parts {
		p := &parts[i]
		if p.f == nil {
			if len(room)-n < len(p.text) {
				return -1
			}
			n += copy(room[n:], p.text)
			continue
		}
		k := value.PutBytes(room[n:], fr[uint8(p.slot)])
		if k < 0 {
			return -1
		}
		n += k
	}
	return n
}

// appendToItself recognises `$s = $s . A . B` for a variable that is nothing but a slot; nil when x is something else. The
// variable is changed last, so that A and B, and whoever catches their exceptions, see what it was.
func (c *compiler) appendToItself(slot uint8, right tree.Expr) evalFn {
	x, ok := unwrap(right).(*tree.Binary)
	if !ok || x.Op != "." || c.vm.config.Plain || c.vm.weighs || chainOf(x).late() {
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
	o := c.concatInfo(x)
	return func(vm *VM, fr *Frame) value.Value {
		p := left(vm, fr)
		q := f(vm, fr)
		if p.IsBytes() && (q.IsBytes() || q.IsInt()) {
			return value.AppendValue(p, q)
		}
		return concatenate(vm, p, q, o)
	}
}
