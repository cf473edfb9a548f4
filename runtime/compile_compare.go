package runtime

// This file defines the comparisons, as truth values and as operators.

import (
	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/value"
)

func spaceship(vm *VM, a, b value.Value, o *opInfo) value.Value {
	if a.IsInt() && b.IsInt() {
		switch x, y := a.I(), b.I(); {
		case x < y:
			return value.Int(-1)
		case x > y:
			return value.Int(1)
		}
		return value.Int(0)
	}
	a, b, ok := vm.operands(a, b, o)
	if !ok {
		return a
	}
	if n, ordered := value.NumCompare(a, b); ordered {
		return value.Int(int64(n))
	}
	return value.Undef
}

func stringCompare(vm *VM, a, b value.Value, o *opInfo) value.Value {
	a, b, ok := vm.operands(a, b, o)
	if !ok {
		return a
	}
	return value.Int(int64(value.StrCompare(a, b)))
}

func compareOperator(op string) binaryFn {
	test := comparer(op)
	return func(vm *VM, a, b value.Value, o *opInfo) value.Value {
		a, b, ok := vm.operands(a, b, o)
		if !ok {
			return a
		}
		return value.Bool(test(a, b))
	}
}

// comparer returns the test of a comparison operator.
func comparer(op string) func(a, b value.Value) bool {
	num := func(test func(n int) bool) func(a, b value.Value) bool {
		return func(a, b value.Value) bool {
			n, ordered := value.NumCompare(a, b)
			return ordered && test(n)
		}
	}
	str := func(test func(n int) bool) func(a, b value.Value) bool {
		return func(a, b value.Value) bool { return test(value.StrCompare(a, b)) }
	}
	switch op {
	case "==":
		return value.NumEqual
	case "!=":
		return func(a, b value.Value) bool { return !value.NumEqual(a, b) }
	case "<":
		return num(func(n int) bool { return n < 0 })
	case ">":
		return num(func(n int) bool { return n > 0 })
	case "<=":
		return num(func(n int) bool { return n <= 0 })
	case ">=":
		return num(func(n int) bool { return n >= 0 })
	case "eq":
		return value.StrEqual
	case "ne":
		return func(a, b value.Value) bool { return !value.StrEqual(a, b) }
	case "lt":
		return str(func(n int) bool { return n < 0 })
	case "gt":
		return str(func(n int) bool { return n > 0 })
	case "le":
		return str(func(n int) bool { return n <= 0 })
	case "ge":
		return str(func(n int) bool { return n >= 0 })
	case "=?":
		return value.LooseEqual
	case "<>?":
		return func(a, b value.Value) bool { return !value.LooseEqual(a, b) }
	}
	return nil
}

// comparison compiles a comparison as a truth value; nil when x is none.
func (c *compiler) comparison(x *tree.Binary) condFn {
	test := comparer(x.Op)
	if test == nil {
		return nil
	}
	slow := compareOperator(x.Op)
	o := &opInfo{x.Op, opName(x.Op), c.site(x), x}
	a, b := c.scalar(x.Left), c.scalar(x.Right)
	ints := intComparison(x.Op)
	if ints == nil {
		return func(vm *VM, fr *Frame) bool {
			p := a(vm, fr)
			q := b(vm, fr)
			if p.Kind() >= value.KScalarRef || q.Kind() >= value.KScalarRef || o.at.warn {
				return slow(vm, p, q, o).Truth()
			}
			return test(p, q)
		}
	}
	if s, ok := plainSlot(x.Left); ok {
		if n, ok := constantInt(x.Right); ok {
			return slotCompareConstant(x.Op, s, n, slow, o)
		}
		return func(vm *VM, fr *Frame) bool {
			q := b(vm, fr)
			if fr[s].IsInt() && q.IsInt() {
				return ints(fr[s].I(), q.I())
			}
			return slow(vm, fr[s], q, o).Truth()
		}
	}
	return func(vm *VM, fr *Frame) bool {
		p := a(vm, fr)
		q := b(vm, fr)
		if p.IsInt() && q.IsInt() {
			return ints(p.I(), q.I())
		}
		return slow(vm, p, q, o).Truth()
	}
}

func intComparison(op string) func(x, y int64) bool {
	switch op {
	case "==":
		return func(x, y int64) bool { return x == y }
	case "!=":
		return func(x, y int64) bool { return x != y }
	case "<":
		return func(x, y int64) bool { return x < y }
	case ">":
		return func(x, y int64) bool { return x > y }
	case "<=":
		return func(x, y int64) bool { return x <= y }
	case ">=":
		return func(x, y int64) bool { return x >= y }
	}
	return nil
}

// slotCompareConstant compares a frame slot with a constant, the most frequent condition of all.
func slotCompareConstant(op string, s uint8, n int64, slow binaryFn, o *opInfo) condFn {
	k := value.Int(n)
	switch op {
	case "<":
		return func(vm *VM, fr *Frame) bool {
			if fr[s].IsInt() {
				return fr[s].I() < n
			}
			return slow(vm, fr[s], k, o).Truth()
		}
	case "<=":
		return func(vm *VM, fr *Frame) bool {
			if fr[s].IsInt() {
				return fr[s].I() <= n
			}
			return slow(vm, fr[s], k, o).Truth()
		}
	case ">":
		return func(vm *VM, fr *Frame) bool {
			if fr[s].IsInt() {
				return fr[s].I() > n
			}
			return slow(vm, fr[s], k, o).Truth()
		}
	case ">=":
		return func(vm *VM, fr *Frame) bool {
			if fr[s].IsInt() {
				return fr[s].I() >= n
			}
			return slow(vm, fr[s], k, o).Truth()
		}
	case "==":
		return func(vm *VM, fr *Frame) bool {
			if fr[s].IsInt() {
				return fr[s].I() == n
			}
			return slow(vm, fr[s], k, o).Truth()
		}
	}
	return func(vm *VM, fr *Frame) bool {
		if fr[s].IsInt() {
			return fr[s].I() != n
		}
		return slow(vm, fr[s], k, o).Truth()
	}
}

// chain compiles chained comparisons: each operand is evaluated at most once.
func (c *compiler) chain(x *tree.Chain) evalFn {
	operands := make([]evalFn, len(x.Operands))
	for i, o := range x.Operands {
		operands[i] = c.scalar(o)
	}
	tests := make([]binaryFn, len(x.Ops))
	infos := make([]*opInfo, len(x.Ops))
	for i, op := range x.Ops {
		tests[i], infos[i] = c.operator(op), &opInfo{op, opName(op), c.site(x), nil}
	}
	return func(vm *VM, fr *Frame) value.Value {
		left := operands[0](vm, fr)
		for i, test := range tests {
			right := operands[i+1](vm, fr)
			if v := test(vm, left, right, infos[i]); !v.Truth() || i == len(tests)-1 {
				return v
			}
			left = right
		}
		return value.No
	}
}
