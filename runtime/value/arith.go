package value

// This file defines addition, subtraction, multiplication, division and remainder.
//
// The rule is perl's: integers stay exact while the result fits int64 or uint64, then become floating-point. A
// floating-point operand that is a whole number takes part as an integer when that loses nothing, which is why
// 1e15+1 prints all its digits. Results below 1e15 print alike in both forms, so the fast paths may keep floats.

import (
	"math"
	"math/bits"
	"strings"
)

// exactFloat bounds the whole numbers a float holds without gaps; perl treats larger floats as imprecise.
const exactFloat = 1 << 53

// Add returns a + b.
func Add(a, b Value) Value {
	if a.IsInt() && b.IsInt() {
		x, y := a.I(), b.I()
		if s := x + y; (x^s)&(y^s) >= 0 {
			return Int(s)
		}
	} else if a.IsFloat() && b.IsFloat() {
		if r := a.F() + b.F(); math.Abs(r) < 1e15 && r != 0 {
			return Float(r)
		}
	}
	return addSlow(a, b, false)
}

// Sub returns a - b.
func Sub(a, b Value) Value {
	if a.IsInt() && b.IsInt() {
		x, y := a.I(), b.I()
		if d := x - y; (x^y)&(x^d) >= 0 {
			return Int(d)
		}
	} else if a.IsFloat() && b.IsFloat() {
		if r := a.F() - b.F(); math.Abs(r) < 1e15 && r != 0 {
			return Float(r)
		}
	}
	return addSlow(a, b, true)
}

// Mul returns a * b.
func Mul(a, b Value) Value {
	if a.IsInt() && b.IsInt() {
		x, y := a.I(), b.I()
		if p := x * y; fits32(x) && fits32(y) {
			return Int(p)
		}
	} else if a.IsFloat() && b.IsFloat() {
		if r := a.F() * b.F(); math.Abs(r) < 1e15 && r != 0 {
			return Float(r)
		}
	}
	return mulSlow(a, b)
}

func fits32(x int64) bool { return x == int64(int32(x)) }

// operands returns the operands of a sum as numbers, whole floats as integers where perl adds integers.
func operands(a, b Value) (Value, Value) {
	if a.IsFloat() && b.IsFloat() {
		x, okX := wholeInt(a.F())
		y, okY := wholeInt(b.F())
		if okX && okY && small(x) && small(y) {
			return Int(x), Int(y)
		}
	}
	return asInteger(a.ToNum()), asInteger(b.ToNum())
}

// small tells that the two top bits of x agree, so that a sum of two such numbers cannot overflow.
func small(x int64) bool { return x<<1>>1 == x }

// wholeInt returns f as an integer if it is one.
func wholeInt(f float64) (int64, bool) {
	if f < math.MinInt64 || f >= 1<<63 || f != f {
		return 0, false
	}
	i := int64(f)
	return i, float64(i) == f
}

// asInteger turns a whole float below 2**53 into an Int and leaves other numbers alone.
func asInteger(n Value) Value {
	if n.IsFloat() {
		if f := n.F(); f > -exactFloat && f < exactFloat {
			if i := int64(f); float64(i) == f {
				return Int(i)
			}
		}
	}
	return n
}

// magnitude returns sign and absolute value of an integer; ok is false for a float.
func magnitude(n Value) (u uint64, neg, ok bool) {
	switch n.Kind() {
	case KInt:
		if i := n.I(); i < 0 {
			return -uint64(i), true, true
		}
		return uint64(n.I()), false, true
	case KUint:
		return n.U(), false, true
	}
	return 0, false, false
}

// signed returns the integer with that sign and magnitude, as a float if it does not fit.
func signed(u uint64, neg bool) Value {
	switch {
	case !neg:
		return Uint(u)
	case u <= 1<<63:
		return Int(-int64(u))
	}
	return Float(-float64(u))
}

//go:noinline
func addSlow(a, b Value, sub bool) Value {
	m, n := operands(a, b)
	if r, ok := addExact(m, n, sub); ok && !vague(r, a, b) {
		return r
	}
	x, y := a.ToFloat(), b.ToFloat()
	if sub {
		return Float(x - y)
	}
	return Float(x + y)
}

// addExact adds or subtracts integers; ok is false if one is a float or the result does not fit.
func addExact(m, n Value, sub bool) (r Value, ok bool) {
	x, xNeg, okX := magnitude(m)
	y, yNeg, okY := magnitude(n)
	if !okX || !okY {
		return Undef, false
	}
	if sub {
		yNeg = !yNeg
	}
	switch {
	case xNeg != yNeg && x >= y:
		return signed(x-y, xNeg && x != y), true
	case xNeg != yNeg:
		return signed(y-x, yNeg), true
	}
	s, carry := bits.Add64(x, y, 0)
	return signed(s, xNeg), carry == 0 && (!xNeg || s <= 1<<63)
}

//go:noinline
func mulSlow(a, b Value) Value {
	m, n := asInteger(a.ToNum()), asInteger(b.ToNum())
	x, xNeg, okX := magnitude(m)
	y, yNeg, okY := magnitude(n)
	if okX && okY {
		if hi, lo := bits.Mul64(x, y); hi == 0 && (xNeg == yNeg || lo <= 1<<63) {
			if r := signed(lo, xNeg != yNeg && lo != 0); !vague(r, a, b) {
				return r
			}
		}
	}
	return Float(a.ToFloat() * b.ToFloat())
}

// vague tells that the integer r must become a float since an operand is text that is not plainly an integer: "1.0",
// "3 apples". Below 1e15 the difference does not show. Undef on the left is the start of a sum and counts as integer.
func vague(r, a, b Value) bool {
	u, _, _ := magnitude(r)
	return u >= 1e15 && (!a.IsUndef() && !a.plainInteger() || !b.plainInteger())
}

// plainInteger tells whether a is a number or false, or text in the form of an integer or with an exponent.
func (v Value) plainInteger() bool {
	v = v.Load()
	if !v.IsString() {
		return !v.IsUndef()
	}
	_, clean := ParseNumber(v.S())
	return v == No || clean && (strings.IndexByte(v.S(), '.') < 0 || strings.ContainsAny(v.S(), "eE"))
}

// Div returns a / b; ok is false when b is zero. A quotient that is whole is an integer.
func Div(a, b Value) (q Value, ok bool) {
	if a.IsInt() && b.IsInt() {
		if x, y := a.I(), b.I(); y > 0 && fits32(x) {
			if q := x / y; q*y == x {
				return Int(q), true
			}
			return Float(float64(x) / float64(y)), true
		}
	} else if a.IsFloat() && b.IsFloat() && b.F() != 0 {
		if r := a.F() / b.F(); math.Abs(r) < 1e15 && r != 0 {
			return Float(r), true
		}
	}
	return divSlow(a, b)
}

//go:noinline
func divSlow(a, b Value) (Value, bool) {
	m, n := asInteger(a.ToNum()), asInteger(b.ToNum())
	if n.ToFloat() == 0 {
		return Undef, false
	}
	x, xNeg, okX := magnitude(m)
	y, yNeg, okY := magnitude(n)
	if okX && okY && x >= y && x%y == 0 {
		if r := signed(x/y, xNeg != yNeg); !vague(r, a, b) && (x > exactFloat || x/y < 1e15) {
			return r, true
		}
	}
	return Float(a.ToFloat() / b.ToFloat()), true
}

// Mod returns a % b, which has the sign of b; ok is false when b is zero as an integer.
func Mod(a, b Value) (m Value, ok bool) {
	if a.IsInt() && b.IsInt() {
		if x, y := a.I(), b.I(); y > 0 {
			m := x % y
			if m < 0 {
				m += y
			}
			return Int(m), true
		}
	}
	return modSlow(a, b)
}

//go:noinline
func modSlow(a, b Value) (Value, bool) {
	x, xNeg, okX := truncated(a.ToNum())
	y, yNeg, okY := truncated(b.ToNum())
	if !okX || !okY {
		return modFloat(a.ToFloat(), b.ToFloat())
	}
	if y == 0 {
		return Undef, false
	}
	m := x % y
	if xNeg != yNeg && m != 0 {
		m = y - m
	}
	return signed(m, yNeg && m != 0), true
}

// truncated returns sign and magnitude of the integer part; ok is false when that exceeds 64 bits.
func truncated(n Value) (u uint64, neg, ok bool) {
	if !n.IsFloat() {
		return magnitude(n)
	}
	f := n.F()
	neg = f < 0
	if f = math.Abs(f); f < 1<<64 {
		return uint64(f), neg, true
	}
	return 0, neg, false
}

// modFloat is Mod for numbers beyond 64 bits, infinities and NaN.
func modFloat(x, y float64) (Value, bool) {
	xNeg, yNeg := x < 0, y < 0
	if xNeg {
		x = -x
	}
	if y = math.Abs(y); y < 1<<64 {
		y = math.Floor(y + 0.5)
	}
	if y == 0 {
		return Undef, false
	}
	m := math.Mod(x, y)
	if xNeg != yNeg && m != 0 {
		m = y - m
	}
	if yNeg {
		m = -m
	}
	return Float(m), true
}
