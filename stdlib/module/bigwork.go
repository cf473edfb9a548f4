package module

// This file bounds the work of Math::BigInt and its kin for scripts that have limits. An operation on integers of many digits cannot be
// interrupted, so its size and time are estimated from those of its operands before it begins: too large a result is an error of
// memory, too long a computation one of time. Scripts without limits pay nothing.

import (
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

const (
	bitsPerDigit = 3.33
	// smallWork is the number of bits below which an operation is not looked at.
	smallWork = 1 << 12
)

// defineBig defines a method whose work is bounded.
func defineBig(vm *runtime.VM, name string, f runtime.Native) {
	vm.Define(name, bounded(name[strings.LastIndexByte(name, ':')+1:], false, f))
}

// overloadBig defines operators whose work is bounded.
func overloadBig(vm *runtime.VM, class string, ops map[string]runtime.Native) {
	for op, f := range ops {
		ops[op] = bounded(op, true, f)
	}
	vm.Overload(class, ops)
}

// bounded adds the estimate to a method or operator.
func bounded(name string, operator bool, f runtime.Native) runtime.Native {
	return func(c *runtime.Call) value.Value {
		if c.VM.Bounded() {
			w := workOf(c, name, operator)
			if w.result > smallWork {
				c.VM.Room(int64(min(w.result/8, 1<<60)))
			}
			if w.seconds > 1e-5 {
				c.VM.Afford(time.Duration(min(w.seconds, 1e9) * float64(time.Second)))
			}
		}
		return f(c)
	}
}

// work is what an operation takes: the bits of the largest number that it makes, and the time on a common machine.
type work struct{ result, seconds float64 }

// workOf estimates the work of a method or operator.
func workOf(c *runtime.Call, name string, operator bool) work {
	n, reading := 0.0, 0.0 // bits of all operands, seconds to read those that are text
	for i, v := range c.Args[:min(2, len(c.Args))] {
		bits, text := bitsOf(v)
		n += bits
		if text && (i > 0 || name != "new") {
			reading += quadratic(bits)
		}
	}
	w := estimate(c, strings.TrimPrefix(name, "b"), n)
	if !operator || name == "/" || name == "sqrt" || name == "exp" || name == "log" {
		w = w.plus(series(c, name, operator, n))
	}
	w.seconds += reading
	return w
}

// estimate is the work of an operation on whole numbers of n bits together.
func estimate(c *runtime.Call, name string, n float64) work {
	a, b := c.Arg(0), c.Arg(1)
	if c.Arg(2).Truth() && (name == "**" || name == "<<") {
		a, b = b, a
	}
	first, second := number(a), number(b)
	switch name {
	case "**", "pow":
		w := made(logOf(a)*math.Abs(second), 3)
		if ratOf(a) != nil {
			w.seconds = 2 * quadratic(w.result) // it is reduced
		}
		return w
	case "<<", "lsft":
		w := made(logOf(a)+math.Abs(second)*max(1, math.Log2(max(2, number(c.Arg(2))))), 0)
		if name == "lsft" && number(c.Arg(2)) > 2 {
			w.seconds = 3 * product(w.result)
		}
		return w
	case "fac", "dfac":
		if first > 1e6 {
			return work{}
		}
		bits := first * math.Log2(max(first, 2))
		return work{bits, 8*product(bits) + quadratic(bits)/8}
	case "nok":
		bits := min(n, 64) * math.Abs(second)
		return work{bits, quadratic(bits)}
	case "fib", "lucas":
		bits := min(first, 1e6)
		if c.Want == runtime.WantList {
			return work{bits * bits / 2, quadratic(bits)}
		}
		return work{bits, quadratic(bits)}
	case "root":
		k := max(1, second)
		return work{n, n / k * product(n)}
	case "modpow":
		m, _ := bitsOf(c.Arg(2))
		e, _ := bitsOf(c.Arg(1))
		return work{m, 3 * e * product(m)}
	case "log":
		if operator := c.Arg(1); !operator.Defined() {
			return work{n, product(n)}
		}
		return work{n, quadratic(n)}
	case "sqrt", "gcd", "lcm", "modinv", "new":
		for _, v := range c.Args[min(2, len(c.Args)):] {
			bits, _ := bitsOf(v)
			n += bits
		}
		return work{n, quadratic(n)}
	case `""`, "str", "sstr", "nstr", "estr", "dstr", "cmp", "length", "digits", "digit", "digitsum", "to_base", "eq", "ne", "lt", "gt", "le", "ge":
		return work{n, 6 * product(n)}
	case "+", "-", "neg", "add", "sub", "++", "--", "inc", "dec", "<=>", "bool", "=", "copy":
		if ratOf(c.Arg(0)) == nil && floatOf(c.Arg(0)) == nil && floatOf(c.Arg(1)) == nil {
			return work{n, n / 64 * 2e-9}
		}
	case "*", "mul":
		if ratOf(a) == nil && ratOf(b) == nil {
			x, _ := bitsOf(a)
			y, _ := bitsOf(b)
			return work{n, max(x, y) / max(1, min(x, y)) * product(min(x, y))}
		}
	}
	if ratOf(c.Arg(0)) != nil || ratOf(c.Arg(1)) != nil {
		return work{n, quadratic(n)} // fractions are reduced
	}
	return work{n, 2 * product(n)}
}

// made is the work of a result of that many bits which takes the time of some products; one that is too large is not made at all.
func made(bits, products float64) work {
	if bits > 1.1*maxBits {
		return work{}
	}
	return work{bits, products * product(bits)}
}

// logOf is the logarithm to base 2 of an operand's magnitude, or the bits of one with a fraction.
func logOf(v value.Value) float64 {
	if f := math.Abs(number(v)); f < 1e300 && floatOf(v) == nil && ratOf(v) == nil {
		return math.Log2(max(f, 1))
	}
	bits, _ := bitsOf(v)
	return bits
}

// series is the work of what is computed to a number of digits.
func series(c *runtime.Call, name string, operator bool, n float64) work {
	place := 2
	switch name {
	case "bsqrt", "bexp", "bsin", "bcos", "batan", "bpi":
		place = 1
	case "bround", "bfround", "ffround", "precision", "accuracy":
		return work{math.Abs(number(c.Arg(1))) * bitsPerDigit, 0}
	case "bdiv", "broot", "blog", "bpow", "batan2", "/", "sqrt", "exp", "log":
	default:
		return work{}
	}
	if operator {
		place = 9
	}
	if name == "bpi" && c.Arg(0).LooksLikeNumber() {
		place = 0
	}
	bits := float64(scaleOf(c, place)) * bitsPerDigit
	if bits < smallWork {
		return work{}
	}
	switch name {
	case "bdiv", "/":
		return work{bits, product(n + bits)}
	case "bsqrt", "sqrt", "bpi":
		return work{2 * bits, quadratic(2 * bits)}
	}
	return work{2 * bits, min(1e4, bits) * 8 * product(n+bits)}
}

func (w work) plus(x work) work { return work{max(w.result, x.result), w.seconds + x.seconds} }

// product is how many seconds numbers of that many bits take to be multiplied; quadratic is for what takes time by the square of its size.
func product(bits float64) float64   { return 4e-9 * math.Pow(bits/64, 1.6) }
func quadratic(bits float64) float64 { return 1.2e-9 * (bits / 64) * (bits / 64) }

// number is an operand as a float.
func number(v value.Value) float64 {
	var f float64
	switch {
	case bigOf(v) != nil:
		f = bigOf(v).float()
	case floatOf(v) != nil:
		f = float64(floatOf(v).m.BitLen())/bitsPerDigit + float64(floatOf(v).e)
		f = math.Pow(10, f)
	case ratOf(v) != nil:
		f = ratOf(v).float()
	default:
		f = v.ToFloat()
	}
	if math.IsNaN(f) {
		return 0
	}
	return f
}

// bitsOf is the size of an operand in bits; text tells that it has yet to be read.
func bitsOf(v value.Value) (bits float64, text bool) {
	if n := bigOf(v); n != nil {
		return float64(n.n.BitLen()), false
	}
	if d := floatOf(v); d != nil {
		return float64(d.m.BitLen()) + math.Abs(float64(d.e))*bitsPerDigit, false
	}
	if r := ratOf(v); r != nil && r.kind == 0 {
		return float64(r.r.Num().BitLen() + r.r.Denom().BitLen()), false
	}
	if !v.IsString() {
		return 64, false
	}
	bits = float64(len(v.S())) * 4
	if i := strings.LastIndexAny(v.S(), "eE"); i >= 0 && len(v.S())-i < 12 {
		if e, err := strconv.Atoi(v.S()[i+1:]); err == nil && e < maxExponent && e > -maxExponent {
			bits += math.Abs(float64(e)) * bitsPerDigit
		}
	}
	return bits, bits > smallWork
}
