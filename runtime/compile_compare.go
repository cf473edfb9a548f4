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
	if f := c.lateBinary(x); f != nil {
		return func(vm *VM, fr *Frame) bool { return f(vm, fr).Truth() }
	}
	o := &opInfo{op: x.Op, name: opName(x.Op), at: c.site(x), x: x, fn: compareOperator(x.Op)}
	if c.prag.integer && isNumericOp(x.Op) {
		return c.integerComparison(x, o)
	}
	if f := c.numberComparison(x, o); f != nil {
		return f
	}
	if f := c.textComparison(x, o); f != nil {
		return f
	}
	a, b := c.scalar(x.Left), c.scalar(x.Right)
	return func(vm *VM, fr *Frame) bool {
		p := a(vm, fr)
		q := b(vm, fr)
		if p.Kind() >= value.KScalarRef || q.Kind() >= value.KScalarRef || o.at.warn {
			return o.fn(vm, p, q, o).Truth()
		}
		return test(p, q)
	}
}

// integerSpaceship is <=> under `use integer`.
func integerSpaceship(vm *VM, a, b value.Value, o *opInfo) value.Value {
	a, b, ok := vm.operands(a, b, o)
	if !ok {
		return a
	}
	return value.Int(int64(value.IntegerCompare(a, b)))
}

// integerComparison compiles a numeric comparison under `use integer`, which looks at the integer parts only.
func (c *compiler) integerComparison(x *tree.Binary, o *opInfo) condFn {
	a, b, op := c.scalar(x.Left), c.scalar(x.Right), x.Op
	return func(vm *VM, fr *Frame) bool {
		p := a(vm, fr)
		q := b(vm, fr)
		p, q, ok := vm.operands(p, q, o)
		if !ok {
			return p.Truth()
		}
		switch n := value.IntegerCompare(p, q); op {
		case "==":
			return n == 0
		case "!=":
			return n != 0
		case "<":
			return n < 0
		case "<=":
			return n <= 0
		case ">":
			return n > 0
		default:
			return n >= 0
		}
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
		tests[i], infos[i] = c.operator(op), &opInfo{op: op, name: opName(op), at: c.site(x)}
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
