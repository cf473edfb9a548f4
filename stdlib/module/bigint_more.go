package module

// This file defines the rarer methods that Math::BigInt and Math::BigFloat share: parts, forms of text, rounding, sequences, angles.

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

// moreBig defines the rarer methods of Math::BigInt, which Math::BigFloat inherits where it has none of its own.
func moreBig(vm *runtime.VM) {
	define := func(name string, f runtime.Native) { defineBig(vm, "Math::BigInt::"+name, f) }
	change := func(name string, f func(c *runtime.Call, n *bigNumber) *bigNumber) {
		define(name, func(c *runtime.Call) value.Value { return become(c, f(c, self(c))) })
	}
	change("bdfac", func(_ *runtime.Call, n *bigNumber) *bigNumber { return doubleFactorial(n) })
	change("bsgn", func(_ *runtime.Call, n *bigNumber) *bigNumber { return wholeNumber(int64(n.sign())) })
	change("bdigitsum", func(_ *runtime.Call, n *bigNumber) *bigNumber { return digitSum(n) })
	change("bround", func(c *runtime.Call, n *bigNumber) *bigNumber {
		return fromInteger(n).roundBy(int(c.Arg(1).ToInt()), roundingMode(c, 2)).integer()
	})
	change("round", func(c *runtime.Call, n *bigNumber) *bigNumber {
		return fromInteger(n).roundBy(int(c.Arg(1).ToInt()), roundingMode(c, 2)).integer()
	})
	change("bfround", func(c *runtime.Call, n *bigNumber) *bigNumber {
		return fromInteger(n).roundAtBy(int(c.Arg(1).ToInt()), roundingMode(c, 2)).integer()
	})
	change("bexp", func(c *runtime.Call, n *bigNumber) *bigNumber {
		return exponential(fromInteger(n), scaleOf(c, 1)).integer()
	})
	change("blog", func(c *runtime.Call, n *bigNumber) *bigNumber { return integerLog(c, n) })
	define("digitsum", func(c *runtime.Call) value.Value { return newBig(c.VM, digitSum(self(c)), bigIntClass) })
	define("numerator", func(c *runtime.Call) value.Value { return newBig(c.VM, copyBig(self(c)), bigIntClass) })
	define("denominator", func(c *runtime.Call) value.Value { return newBig(c.VM, wholeNumber(1), bigIntClass) })
	define("from_dec", func(c *runtime.Call) value.Value { return newBig(c.VM, parseBig(c.Arg(1).String()), bigIntClass) })
	define("from_bytes", func(c *runtime.Call) value.Value {
		out := &bigNumber{}
		out.n.SetBytes([]byte(bytesOf(c, c.Arg(1))))
		return newBig(c.VM, out, bigIntClass)
	})
	define("to_bytes", func(c *runtime.Call) value.Value {
		n := self(c)
		if n.kind != 0 || n.n.Sign() < 0 {
			c.Die("to_bytes() requires a finite, non-negative number")
		}
		if n.n.Sign() == 0 {
			return value.Str("\x00")
		}
		return value.Bytes(n.n.Bytes())
	})
	define("mantissa", func(c *runtime.Call) value.Value {
		m, _ := splitDecimal(selfDecimal(c))
		return partObject(c, m)
	})
	define("exponent", func(c *runtime.Call) value.Value {
		_, e := splitDecimal(selfDecimal(c))
		return partObject(c, e)
	})
	define("bnstr", func(c *runtime.Call) value.Value { return value.Str(normalized(selfDecimal(c))) })
	define("bestr", func(c *runtime.Call) value.Value { return value.Str(engineering(selfDecimal(c))) })
	parts := func(name string, f func(d *decimal) (m, e *decimal)) {
		define(name, func(c *runtime.Call) value.Value {
			m, e := f(selfDecimal(c))
			if c.Want != runtime.WantList {
				return partObject(c, m)
			}
			return c.Return(partObject(c, m), partObject(c, e))
		})
	}
	parts("parts", splitDecimal)
	parts("sparts", splitDecimal)
	parts("nparts", func(d *decimal) (m, e *decimal) {
		m, e = splitDecimal(d)
		shift := len(new(big.Int).Abs(&m.m).String()) - 1
		m.e -= shift
		return m, small(e.integer().n.Int64() + int64(shift))
	})
	for name, first := range map[string][2]int64{"bfib": {0, 1}, "blucas": {2, 1}} {
		define(name, func(c *runtime.Call) value.Value { return sequenceOf(c, first) })
	}
	setting(vm, "round_mode", value.Str("even"))
	setting(vm, "div_scale", value.Int(divScale))
}

// splitDecimal takes a number apart into an integer and a power of ten.
func splitDecimal(d *decimal) (m, e *decimal) {
	d = copyDecimal(d).normal()
	m = &decimal{kind: d.kind}
	m.m.Set(&d.m)
	return m, small(int64(d.e))
}

// normalized writes a number with one digit before the point.
func normalized(d *decimal) string {
	if d.kind != 0 {
		return d.String()
	}
	n := copyDecimal(d).normal()
	digits := len(new(big.Int).Abs(&n.m).String())
	exponent := n.e + digits - 1
	n.e = 1 - digits
	return n.String() + "e" + signed(exponent)
}

// setting defines a method that keeps a value for all numbers, which both classes share.
func setting(vm *runtime.VM, name string, initial value.Value) {
	cell := vm.Scalar("Math::BigInt::_" + name)
	cell.Set(initial)
	for _, class := range []string{bigIntClass, bigFloatClass} {
		defineBig(vm, class+"::"+name, func(c *runtime.Call) value.Value {
			if len(c.Args) > 1 && c.Args[1].Defined() {
				cell.Set(c.Args[1])
			}
			return cell.Get()
		})
	}
}

// partObject is a mantissa or exponent: an integer where it is one.
func partObject(c *runtime.Call, d *decimal) value.Value {
	if d.kind != 0 || d.isInteger() {
		return newBig(c.VM, d.integer(), bigIntClass)
	}
	if floatOf(c.Arg(0)) == nil {
		return newBig(c.VM, notANumber(), bigIntClass)
	}
	return newFloat(c.VM, d, bigFloatClass)
}

func wholeNumber(n int64) *bigNumber {
	out := &bigNumber{}
	out.n.SetInt64(n)
	return out
}

// place10 is the power of ten that bfround rounds to: counted from 1 before the point, from -1 behind it.
func place10(c *runtime.Call) int {
	n := int(c.Arg(1).ToInt())
	if n > 0 {
		n--
	}
	return n
}

func doubleFactorial(n *bigNumber) *bigNumber {
	if n.kind != 0 || n.n.Sign() < 0 || !n.n.IsInt64() || n.n.Int64() > 1_000_000 {
		return notANumber()
	}
	out := wholeNumber(1)
	for i := n.n.Int64(); i > 1; i -= 2 {
		out.n.Mul(&out.n, big.NewInt(i))
	}
	return out
}

func digitSum(n *bigNumber) *bigNumber {
	if n.kind != 0 {
		return notANumber()
	}
	sum := int64(0)
	for _, d := range new(big.Int).Abs(&n.n).String() {
		sum += int64(d - '0')
	}
	return wholeNumber(sum)
}

// integerLog is the integer part of a logarithm, exact for whole bases.
func integerLog(c *runtime.Call, n *bigNumber) *bigNumber {
	base := c.Arg(1)
	if n.kind != 0 || n.n.Sign() <= 0 {
		return notANumber()
	}
	if !base.Defined() {
		return logarithmOf(fromInteger(n), divScale).integer()
	}
	b := toBig(base)
	if b.kind != 0 || b.n.Cmp(big.NewInt(2)) < 0 {
		return notANumber()
	}
	out, power := int64(0), new(big.Int).Set(&b.n)
	for power.Cmp(&n.n) <= 0 {
		power.Mul(power, &b.n)
		out++
	}
	return wholeNumber(out)
}

// sequenceOf is Fibonacci's and Lucas's sequence: all numbers up to that place in list context, the one there in scalar context.
func sequenceOf(c *runtime.Call, first [2]int64) value.Value {
	n := self(c)
	if n.kind != 0 || n.n.Sign() < 0 || !n.n.IsInt64() || n.n.Int64() > 1_000_000 {
		return become(c, notANumber())
	}
	last := int(n.n.Int64())
	a, b := big.NewInt(first[0]), big.NewInt(first[1])
	var list []value.Value
	for i := 0; i <= last; i++ {
		if c.Want == runtime.WantList || i == last {
			out := &bigNumber{}
			out.n.Set(a)
			list = append(list, newBig(c.VM, out, bigIntClass))
		}
		a, b = b, new(big.Int).Add(a, b)
	}
	return c.Return(list...)
}

// engineering writes a number with an exponent that is a multiple of three.
func engineering(d *decimal) string {
	if d.kind != 0 {
		return d.String()
	}
	n := copyDecimal(d).normal()
	digits := len(new(big.Int).Abs(&n.m).String())
	exponent := n.e + digits - 1
	shift := ((exponent % 3) + 3) % 3
	n.e = shift + 1 - digits
	return fmt.Sprintf("%se%s", n.String(), signed(exponent-shift))
}

func signed(n int) string {
	if n >= 0 {
		return "+" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

// comparisons adds the six comparisons to operators that have <=>: none but != holds for what is no number.
func comparisons(ops map[string]runtime.Native) {
	compare := ops["<=>"]
	for op, holds := range map[string]func(n int64) bool{"==": func(n int64) bool { return n == 0 }, "<": func(n int64) bool { return n < 0 }, "<=": func(n int64) bool { return n <= 0 }, ">": func(n int64) bool { return n > 0 },
		">=": func(n int64) bool { return n >= 0 }, "!=": func(n int64) bool { return n != 0 }} {
		ops[op] = func(c *runtime.Call) value.Value {
			order := compare(c)
			if !order.Defined() {
				return value.Bool(op == "!=")
			}
			return value.Bool(holds(order.ToInt()))
		}
	}
}

// angles defines the trigonometric methods of Math::BigFloat.
func angles(define func(name string, f runtime.Native), ops map[string]runtime.Native) {
	sine := func(d *decimal, scale int) *decimal { return sineSeries(d, scale, 1) }
	cosine := func(d *decimal, scale int) *decimal { return sineSeries(d, scale, 0) }
	for name, f := range map[string]func(d *decimal, scale int) *decimal{"bsin": sine, "bcos": cosine, "batan": arcTangent} {
		define(name, func(c *runtime.Call) value.Value { return becomeDecimal(c, f(selfDecimal(c), scaleOf(c, 1))) })
		ops[strings.TrimPrefix(name, "b")] = func(c *runtime.Call) value.Value {
			return downgraded(c.VM, f(selfDecimal(c), scaleOf(c, 9)), bigFloatClass)
		}
	}
	delete(ops, "atan")
	both := func(c *runtime.Call, y, x *decimal, scale int) *decimal {
		switch {
		case x.m.Sign() > 0:
			return arcTangent(quotient(y, x, scale+5), scale)
		case x.m.Sign() < 0:
			turn := pi(scale + 5)
			if y.m.Sign() < 0 {
				turn = negatedDecimal(turn)
			}
			return decimalBinary("+", arcTangent(quotient(y, x, scale+5), scale+5), turn, scale).round(scale)
		case y.m.Sign() == 0:
			return small(0)
		}
		half := quotient(pi(scale+5), small(int64(2*y.m.Sign())), scale)
		return half
	}
	define("batan2", func(c *runtime.Call) value.Value {
		return becomeDecimal(c, both(c, selfDecimal(c), toDecimal(c.Arg(1)), scaleOf(c, 2)))
	})
	ops["atan2"] = func(c *runtime.Call) value.Value {
		y, x := selfDecimal(c), toDecimal(c.Arg(1))
		if c.Arg(2).Truth() {
			y, x = x, y
		}
		return downgraded(c.VM, both(c, y, x, scaleOf(c, 9)), bigFloatClass)
	}
}

// sineSeries is sine (first = 1) or cosine (first = 0) by their series, the angle brought between -pi and pi before.
func sineSeries(d *decimal, scale, first int) *decimal {
	if d.kind != 0 {
		return fromInteger(notANumber())
	}
	work := scale + 10 + max(magnitude(d), 0)
	turn := decimalBinary("*", pi(work), small(2), work)
	x := decimalBinary("-", d, decimalBinary("*", turn, toward(decimalBinary("+", quotient(d, turn, work), quotient(small(1), small(2), 5), work), -1), work), work)
	square := negatedDecimal(decimalBinary("*", x, x, work)).round(work)
	term := small(1)
	if first == 1 {
		term = x
	}
	sum := term
	for k := int64(first); term.m.Sign() != 0 && magnitude(term) > -work; k += 2 {
		term = quotient(decimalBinary("*", term, square, work), small((k+1)*(k+2)), work)
		sum = decimalBinary("+", sum, term, work)
	}
	return sum.round(scale).normal()
}

// arcTangent halves the angle until the series is quick.
func arcTangent(d *decimal, scale int) *decimal {
	if d.kind != 0 {
		return fromInteger(notANumber())
	}
	work, x, halvings := scale+15, d, int64(1)
	for magnitude(x) > -1 && x.m.Sign() != 0 {
		root := decimalBinary("+", small(1), decimalBinary("*", x, x, work), work).root(work)
		x = quotient(x, decimalBinary("+", small(1), root, work), work)
		halvings *= 2
	}
	square := negatedDecimal(decimalBinary("*", x, x, work)).round(work)
	power, sum := x, x
	for k := int64(3); power.m.Sign() != 0 && magnitude(power) > -work; k += 2 {
		power = decimalBinary("*", power, square, work).round(work)
		sum = decimalBinary("+", sum, quotient(power, small(k), work), work)
	}
	return decimalBinary("*", sum, small(halvings), work).round(scale).normal()
}
