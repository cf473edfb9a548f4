package runtime

// This file defines division, remainder and the bit operations with their fast paths for integers.

import (
	"math/bits"

	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/value"
)

// exactQuotient bounds the integers whose quotient as a float is whole only if the division leaves no remainder.
const exactQuotient = 1 << 51

// quotient compiles `/`.
func (c *compiler) quotient(x *tree.Binary, o *opInfo) evalFn {
	a, b := c.scalar(x.Left), c.scalar(x.Right)
	if c.vm.config.Plain {
		return func(vm *VM, fr *Frame) value.Value {
			p := a(vm, fr)
			return o.fn(vm, p, b(vm, fr), o)
		}
	}
	return func(vm *VM, fr *Frame) value.Value {
		p := a(vm, fr)
		q := b(vm, fr)
		if p.IsFloat() && q.IsFloat() && q.F() != 0 {
			if f := p.F() / q.F(); f < exactBound && f > -exactBound {
				return value.Float(f)
			}
		}
		return vm.divide(p, q, o)
	}
}

// divide computes p / q.
func (vm *VM) divide(p, q value.Value, o *opInfo) value.Value {
	if p.IsInt() && q.IsInt() {
		if x, y := p.I(), q.I(); y != 0 && uint64(x+exactQuotient) < 2*exactQuotient && uint64(y+exactQuotient) < 2*exactQuotient {
			f := float64(x) / float64(y)
			if n := int64(f); float64(n) == f {
				return value.Int(n)
			}
			return value.Float(f)
		}
	} else if f, g, ok := mixed(p, q); ok && g != 0 && f != 0 {
		if f /= g; f < exactBound && f > -exactBound {
			return value.Float(f)
		}
	}
	return o.fn(vm, p, q, o)
}

// remainder compiles `%`.
func (c *compiler) remainder(x *tree.Binary, o *opInfo) evalFn {
	a, b := c.shapedPair(x.Left, x.Right)
	if c.vm.config.Plain {
		return func(vm *VM, fr *Frame) value.Value {
			p := a.fn(vm, fr)
			return o.fn(vm, p, b.fn(vm, fr), o)
		}
	}
	if b.shape == anInt && b.v.I() > 0 {
		return remainderByConstant(a, b.v, o)
	}
	get, by := a.value(), b.value()
	return func(vm *VM, fr *Frame) value.Value {
		p := get(vm, fr)
		q := by(vm, fr)
		if p.IsInt() && q.IsInt() {
			x, y := p.I(), q.I()
			if uint64(x|y) < 1<<32 && y != 0 {
				return value.Int(int64(uint32(x) % uint32(y)))
			}
			if x >= 0 && y > 0 {
				return value.Int(x % y)
			}
		}
		return o.fn(vm, p, q, o)
	}
}

// value returns the operand as an expression.
func (a operand) value() evalFn {
	if a.shape == inSlot {
		slot := a.slot
		return func(vm *VM, fr *Frame) value.Value { return fr[slot] }
	}
	return a.fn
}

// remainderByConstant spares the division: a power of two takes the low bits, another number the method of Lemire, Kaser and
// Kurz ("Faster remainder by direct computation"), which needs two multiplications for 32 bits.
func remainderByConstant(a operand, by value.Value, o *opInfo) evalFn {
	d := uint64(by.I())
	slot, get := a.slot, a.fn
	if mask := int64(d - 1); d&(d-1) == 0 {
		if a.shape == inSlot {
			return func(vm *VM, fr *Frame) value.Value {
				if p := &fr[slot]; p.IsInt() && p.I() >= 0 {
					return value.Int(p.I() & mask)
				}
				return o.fn(vm, fr[slot], by, o)
			}
		}
		return func(vm *VM, fr *Frame) value.Value {
			p := get(vm, fr)
			if p.IsInt() && p.I() >= 0 {
				return value.Int(p.I() & mask)
			}
			return o.fn(vm, p, by, o)
		}
	}
	m := ^uint64(0)/d + 1
	if a.shape == inSlot {
		return func(vm *VM, fr *Frame) value.Value {
			if p := &fr[slot]; p.IsInt() && uint64(p.I()) < 1<<32 {
				hi, _ := bits.Mul64(m*uint64(p.I()), d)
				return value.Int(int64(hi))
			}
			return remainderSlow(vm, fr[slot], by, o)
		}
	}
	return func(vm *VM, fr *Frame) value.Value {
		p := get(vm, fr)
		if p.IsInt() && uint64(p.I()) < 1<<32 {
			hi, _ := bits.Mul64(m*uint64(p.I()), d)
			return value.Int(int64(hi))
		}
		return remainderSlow(vm, p, by, o)
	}
}

func remainderSlow(vm *VM, p, by value.Value, o *opInfo) value.Value {
	if p.IsInt() && p.I() >= 0 {
		return value.Int(p.I() % by.I())
	}
	return o.fn(vm, p, by, o)
}

// bitwise compiles & | ^ << >>, for integers that are not negative in line.
func (c *compiler) bitwise(x *tree.Binary, o *opInfo) evalFn {
	a, b := c.scalar(x.Left), c.scalar(x.Right)
	general := func(vm *VM, fr *Frame) value.Value {
		p := a(vm, fr)
		return o.fn(vm, p, b(vm, fr), o)
	}
	if c.vm.config.Plain {
		return general
	}
	switch x.Op {
	case "&":
		return func(vm *VM, fr *Frame) value.Value {
			p := a(vm, fr)
			q := b(vm, fr)
			if p.IsInt() && q.IsInt() && p.I()|q.I() >= 0 {
				return value.Int(p.I() & q.I())
			}
			return o.fn(vm, p, q, o)
		}
	case "|":
		return func(vm *VM, fr *Frame) value.Value {
			p := a(vm, fr)
			q := b(vm, fr)
			if p.IsInt() && q.IsInt() && p.I()|q.I() >= 0 {
				return value.Int(p.I() | q.I())
			}
			return o.fn(vm, p, q, o)
		}
	case "^":
		return func(vm *VM, fr *Frame) value.Value {
			p := a(vm, fr)
			q := b(vm, fr)
			if p.IsInt() && q.IsInt() && p.I()|q.I() >= 0 {
				return value.Int(p.I() ^ q.I())
			}
			return o.fn(vm, p, q, o)
		}
	case ">>":
		return func(vm *VM, fr *Frame) value.Value {
			p := a(vm, fr)
			q := b(vm, fr)
			if p.IsInt() && q.IsInt() && p.I() >= 0 && uint64(q.I()) < 64 {
				return value.Int(p.I() >> uint(q.I()))
			}
			return o.fn(vm, p, q, o)
		}
	}
	return func(vm *VM, fr *Frame) value.Value {
		p := a(vm, fr)
		q := b(vm, fr)
		if p.IsInt() && q.IsInt() && uint64(p.I()) < 1<<31 && uint64(q.I()) < 32 {
			return value.Int(p.I() << uint(q.I()))
		}
		return o.fn(vm, p, q, o)
	}
}
