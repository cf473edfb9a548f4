package value

// This file defines exponentiation.

import (
	"math"
	"math/bits"

	"github.com/smrscript/smrscript/runtime/elementary"
)

// Pow returns a ** b: exact as an integer while that certainly fits 64 bits, a float otherwise.
func Pow(a, b Value) Value {
	m, n := asInteger(a.ToNum()), asInteger(b.ToNum())
	base, neg, okA := magnitude(m)
	power, powNeg, okB := magnitude(n)
	if !okA || !okB {
		return Float(elementary.Pow(a.ToFloat(), b.ToFloat()))
	}
	if !powNeg {
		if base&(base-1) == 0 { // also 0 and 1: floats hold powers of two exactly
			return shortFloat(powerOfTwo(m.ToFloat(), power))
		}
		if power <= 64 && power*uint64(bits.Len64(base)) <= 64 {
			if r := signed(intPow(base, power), neg && power&1 == 1); !vague(r, a, b) {
				return r
			}
		}
	}
	x := m.ToFloat()
	if a.IsFloat() {
		x = a.F() // which may be negative zero
	}
	return shortFloat(elementary.Pow(x, n.ToFloat()))
}

// shortFloat returns f as an integer if it is one and prints alike either way.
func shortFloat(f float64) Value {
	if math.Abs(f) < 1e15 {
		return asInteger(Float(f))
	}
	return Float(f)
}

func powerOfTwo(base float64, power uint64) float64 {
	r := 1.0
	for ; power > 0; power >>= 1 {
		if power&1 == 1 {
			r *= base
		}
		base *= base
	}
	return r
}

func intPow(base, power uint64) uint64 {
	r := uint64(1)
	for ; power > 0; power >>= 1 {
		if power&1 == 1 {
			r *= base
		}
		base *= base
	}
	return r
}
