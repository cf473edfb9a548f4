package runtime

// This file defines the shapes of operands: operators on variables and constants are compiled to closures that have them
// baked in. The versions themselves are generated; see gen/main.go.

//go:generate go run ./gen

import (
	"math"

	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/value"
)

// The shapes of operands.
const (
	inSlot = iota // a variable that is nothing but a slot
	anInt         // a constant integer of at most 32 bits
	aFloat        // a constant float
	other         // anything else
)

// An operand is an expression and how it is found.
type operand struct {
	shape uint8
	slot  uint8
	v     value.Value // of a constant
	fn    evalFn      // of the shape other
	where *indexSite  // of an index: where to report one that is no number
}

// shaped compiles an operand. With the fast paths off everything has the shape other.
func (c *compiler) shaped(x tree.Expr) operand {
	if !c.vm.config.Plain {
		if slot, ok := plainSlot(x); ok {
			return operand{shape: inSlot, slot: slot}
		}
		if v, ok := c.constantNumber(x); ok {
			switch {
			case v.IsInt() && int64(int32(v.I())) == v.I():
				return operand{shape: anInt, v: v, fn: constant(v)}
			case v.IsFloat():
				return operand{shape: aFloat, v: v, fn: constant(v)}
			}
		}
	}
	return operand{shape: other, fn: c.scalar(x)}
}

// shapedPair compiles two operands; at most one of them keeps the shape of a constant.
func (c *compiler) shapedPair(x, y tree.Expr) (a, b operand) {
	a, b = c.shaped(x), c.shaped(y)
	if isNumberShape(a) && isNumberShape(b) {
		a.shape = other
	}
	return a, b
}

func isNumberShape(o operand) bool { return o.shape == anInt || o.shape == aFloat }

// constantNumber returns the value of a number as it is written, with or without a sign.
func (c *compiler) constantNumber(x tree.Expr) (value.Value, bool) {
	switch x := x.(type) {
	case *tree.Num:
		v, err := value.ParseLiteral(x.Text)
		return v, err == nil && (v.IsInt() || v.IsFloat())
	case *tree.Unary:
		if n, ok := x.X.(*tree.Num); ok && x.Op == "-" {
			v, ok := c.constantNumber(n)
			return value.Neg(v), ok
		}
	case *tree.List:
		if len(x.Items) == 1 {
			return c.constantNumber(x.Items[0])
		}
	}
	return value.Undef, false
}

// mixed returns two operands as floats if both are numbers that floats hold exactly.
func mixed(p, q value.Value) (f, g float64, ok bool) {
	f, okF := exactly(p)
	g, okG := exactly(q)
	return f, g, okF && okG
}

func exactly(v value.Value) (float64, bool) {
	if v.IsFloat() {
		return v.F(), true
	}
	const limit = 1 << 53
	return float64(v.I()), v.IsInt() && v.I() < limit && v.I() > -limit
}

// numbers replaces operands that are plain decimal integers in text by the integers, as lines of files have them.
func numbers(p, q value.Value) (value.Value, value.Value) {
	if p.IsBytes() {
		p = p.DecimalInt()
	}
	if q.IsBytes() {
		q = q.DecimalInt()
	}
	return p, q
}

// The slow halves of the arithmetic: text that is an integer, an integer with a float, then whatever the operator says.

//go:noinline
func addSlow(vm *VM, p, q value.Value, o *opInfo) value.Value {
	x, y := numbers(p, q)
	if f, g, ok := mixed(x, y); ok {
		// Below 1e15 a sum or product of two integers is exact as a float, too.
		if z := f + g; math.Abs(z) < exactBound && z != 0 {
			return sumOf(x, y, z)
		}
	}
	return o.fn(vm, p, q, o)
}

//go:noinline
func subSlow(vm *VM, p, q value.Value, o *opInfo) value.Value {
	x, y := numbers(p, q)
	if f, g, ok := mixed(x, y); ok {
		if z := f - g; math.Abs(z) < exactBound && z != 0 {
			return sumOf(x, y, z)
		}
	}
	return o.fn(vm, p, q, o)
}

//go:noinline
func mulSlow(vm *VM, p, q value.Value, o *opInfo) value.Value {
	x, y := numbers(p, q)
	if f, g, ok := mixed(x, y); ok {
		if z := f * g; math.Abs(z) < exactBound && z != 0 {
			return sumOf(x, y, z)
		}
	}
	return o.fn(vm, p, q, o)
}

// sumOf is the result z of an operation on x and y: an integer if both are.
func sumOf(x, y value.Value, z float64) value.Value {
	if x.IsInt() && y.IsInt() {
		return value.Int(int64(z))
	}
	return value.Float(z)
}

//go:noinline
func compareSlow(vm *VM, p, q value.Value, o *opInfo) bool {
	x, y := numbers(p, q)
	if f, g, ok := mixed(x, y); ok {
		return o.test(f, g)
	}
	return o.fn(vm, p, q, o).Truth()
}

// floatComparison returns a comparison of numbers.
func floatComparison(op string) func(x, y float64) bool {
	switch op {
	case "==":
		return func(x, y float64) bool { return x == y }
	case "!=":
		return func(x, y float64) bool { return x != y }
	case "<":
		return func(x, y float64) bool { return x < y }
	case ">":
		return func(x, y float64) bool { return x > y }
	case "<=":
		return func(x, y float64) bool { return x <= y }
	case ">=":
		return func(x, y float64) bool { return x >= y }
	}
	return nil
}

// numberComparison compiles a numeric comparison; nil when op is none.
func (c *compiler) numberComparison(x *tree.Binary, o *opInfo) condFn {
	o.test = floatComparison(x.Op)
	if o.test == nil {
		return nil
	}
	a, b := c.shapedPair(x.Left, x.Right)
	if c.vm.config.Plain {
		return func(vm *VM, fr *Frame) bool {
			p := a.fn(vm, fr)
			return o.fn(vm, p, b.fn(vm, fr), o).Truth()
		}
	}
	switch x.Op {
	case "==":
		return eqShapes(a, b, o)
	case "!=":
		return neShapes(a, b, o)
	case "<":
		return ltShapes(a, b, o)
	case ">":
		return gtShapes(a, b, o)
	case "<=":
		return leShapes(a, b, o)
	}
	return geShapes(a, b, o)
}

// arithmetic compiles + - * by the shape of the operands.
func (c *compiler) arithmetic(x *tree.Binary, o *opInfo) evalFn {
	a, b := c.shapedPair(x.Left, x.Right)
	if c.vm.config.Plain {
		return func(vm *VM, fr *Frame) value.Value {
			p := a.fn(vm, fr)
			return o.fn(vm, p, b.fn(vm, fr), o)
		}
	}
	switch x.Op {
	case "+":
		return addShapes(a, b, o)
	case "-":
		return subShapes(a, b, o)
	}
	return mulShapes(a, b, o)
}

// computeInto compiles `slot = x` for its effect if x is a sum, difference or product; nil when it is something else.
func (c *compiler) computeInto(slot uint8, x tree.Expr) stmtFn {
	b, ok := unwrapOnce(x).(*tree.Binary)
	if !ok || c.vm.config.Plain || c.prag.integer || b.Op != "+" && b.Op != "-" && b.Op != "*" || isLate(b.Left, b.Right) {
		return nil
	}
	o := c.opInfo(b)
	left, right := c.shapedPair(b.Left, b.Right)
	switch b.Op {
	case "+":
		return addIntoSlot(slot, left, right, o)
	case "-":
		return subIntoSlot(slot, left, right, o)
	}
	return mulIntoSlot(slot, left, right, o)
}
