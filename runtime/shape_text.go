package runtime

// This file defines the comparisons of strings by the shape of their operands.

import (
	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/value"
)

// textComparison compiles eq, ne, lt, gt, le and ge; nil when op is none or the fast paths are off.
func (c *compiler) textComparison(x *tree.Binary, o *opInfo) condFn {
	if c.vm.config.Plain {
		return nil
	}
	a, b := c.scalar(x.Left), c.scalar(x.Right)
	if k, ok := unwrap(x.Right).(*tree.Str); ok && !k.Wide && (x.Op == "eq" || x.Op == "ne") {
		return equalsConstant(a, k.Value, x.Op == "eq", o)
	}
	if slot, ok := plainSlot(x.Left); ok {
		a = func(vm *VM, fr *Frame) value.Value { return fr[slot] }
	}
	switch x.Op {
	case "eq":
		return func(vm *VM, fr *Frame) bool {
			p := a(vm, fr)
			q := b(vm, fr)
			if p.IsBytes() && q.IsBytes() {
				return p.S() == q.S()
			}
			return o.fn(vm, p, q, o).Truth()
		}
	case "ne":
		return func(vm *VM, fr *Frame) bool {
			p := a(vm, fr)
			q := b(vm, fr)
			if p.IsBytes() && q.IsBytes() {
				return p.S() != q.S()
			}
			return o.fn(vm, p, q, o).Truth()
		}
	}
	order := textOrder(x.Op)
	if order == nil {
		return nil
	}
	return func(vm *VM, fr *Frame) bool {
		p := a(vm, fr)
		q := b(vm, fr)
		if p.IsBytes() && q.IsBytes() {
			return order(p.S(), q.S())
		}
		return o.fn(vm, p, q, o).Truth()
	}
}

func textOrder(op string) func(s, t string) bool {
	switch op {
	case "lt":
		return func(s, t string) bool { return s < t }
	case "gt":
		return func(s, t string) bool { return s > t }
	case "le":
		return func(s, t string) bool { return s <= t }
	case "ge":
		return func(s, t string) bool { return s >= t }
	}
	return nil
}

// equalsConstant compares with a constant string.
//
// It is kept out of line because the Go compiler inlines nothing into the closures of a function that it inlined.
//
//go:noinline
func equalsConstant(a evalFn, k string, equal bool, o *opInfo) condFn {
	kv := value.Str(k)
	return func(vm *VM, fr *Frame) bool {
		p := a(vm, fr)
		if p.IsBytes() {
			return p.S() == k == equal
		}
		return o.fn(vm, p, kv, o).Truth()
	}
}
