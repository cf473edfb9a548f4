package value

// This file defines exponentiation. math.Pow may be wrong in its last digits, which scripts would see; here powers are
// computed with about 100 bits and rounded once.

import (
	"math"
	"math/bits"
)

// Pow returns a ** b: exact as an integer while that certainly fits 64 bits, a float otherwise.
func Pow(a, b Value) Value {
	m, n := asInteger(a.ToNum()), asInteger(b.ToNum())
	base, neg, okA := magnitude(m)
	power, powNeg, okB := magnitude(n)
	if !okA || !okB {
		return Float(Power(a.ToFloat(), b.ToFloat()))
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
	return shortFloat(Power(x, n.ToFloat()))
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

// Power returns x**y rounded correctly but for rare ties, as the C library does.
func Power(x, y float64) float64 {
	switch {
	case y == 2:
		return x * x
	case y == 1:
		return x
	case y == -1:
		return 1 / x
	case y == 0.5 && x > 0:
		return math.Sqrt(x)
	}
	whole := y == math.Trunc(y)
	if x == 0 || x == 1 || x == -1 || y == 0 || x-x != 0 || y-y != 0 || x < 0 && !whole {
		return math.Pow(x, y) // which is exact here: 0, 1, infinity, NaN
	}
	// Up to here a power of a whole number may lie just between two floats, as 3**34 does: it must be exact.
	if whole && math.Abs(y) <= 34 {
		if _, exp := math.Frexp(x); math.Abs(y)*float64(max(exp, -exp)+1) < 960 {
			return wholePower(x, int(y))
		}
	}
	r := expDouble(logDouble(math.Abs(x)).times(y))
	if x < 0 && math.Mod(y, 2) != 0 {
		return -r
	}
	return r
}

// wholePower returns x**n by squaring; neither the result nor its inverse may overflow.
func wholePower(x float64, n int) float64 {
	r, square := double{1, 0}, double{x, 0}
	for k := max(n, -n); ; square = square.mul(square) {
		if k&1 == 1 {
			r = r.mul(square)
		}
		if k >>= 1; k == 0 {
			break
		}
	}
	if n < 0 {
		q := 1 / r.hi
		return q + q*(math.FMA(-q, r.hi, 1)-q*r.lo)
	}
	return r.hi + r.lo
}

// A double is the unevaluated sum of two floats, the second below half a unit of the first: about 106 bits.
type double struct{ hi, lo float64 }

func twoSum(a, b float64) double {
	s := a + b
	t := s - a
	return double{s, (a - (s - t)) + (b - t)}
}

func quickSum(a, b float64) double {
	s := a + b
	return double{s, b - (s - a)}
}

func (a double) plus(b double) double {
	s := twoSum(a.hi, b.hi)
	return quickSum(s.hi, s.lo+(a.lo+b.lo))
}

func (a double) times(b float64) double {
	p := a.hi * b
	return quickSum(p, math.FMA(a.hi, b, -p)+a.lo*b)
}

func (a double) mul(b double) double {
	p := a.hi * b.hi
	return quickSum(p, math.FMA(a.hi, b.hi, -p)+(a.hi*b.lo+a.lo*b.hi))
}

var (
	ln2   = double{0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56}
	sixth = double{0x1.5555555555555p-3, 0x1.5555555555555p-57}
)

// logDouble returns the logarithm of a positive finite x: math.Log corrected by one step of Newton's method.
func logDouble(x float64) double {
	frac, exp := math.Frexp(x)
	if frac < math.Sqrt2/2 {
		frac *= 2
		exp--
	}
	guess := math.Log(frac)
	e := expSmall(double{-guess, 0}) // frac * exp(-guess) - 1 is the relative error of the guess
	r := e.times(frac).plus(double{-1, 0})
	square := r.mul(r)
	log := twoSum(guess, r.hi)
	log = quickSum(log.hi, log.lo+(r.lo-square.hi/2+square.hi*r.hi/3))
	return ln2.times(float64(exp)).plus(log)
}

// expDouble returns e**a rounded to a float.
func expDouble(a double) float64 {
	switch {
	case a.hi > 710:
		return math.Inf(1)
	case a.hi < -746:
		return 0
	}
	k := math.RoundToEven(a.hi / math.Ln2)
	e := expSmall(a.plus(ln2.times(-k)))
	return scale(e, int(k))
}

// scale returns (e.hi+e.lo) * 2**k, rounded once even where the result is subnormal.
func scale(e double, k int) float64 {
	if k > -1020 && k < 1020 { // far from where the exponent ends
		return (e.hi + e.lo) * math.Float64frombits(uint64(k+1023)<<52)
	}
	big := math.Ldexp(1, -1022-k)
	if e.hi >= big { // the result is normal
		return math.Ldexp(e.hi+e.lo, k)
	}
	// Adding a large number makes the sum round where the subnormal result ends.
	s := twoSum(big, e.hi)
	return math.Ldexp((s.hi+(s.lo+e.lo))-big, k)
}

// expSmall returns e**a for |a| up to half the logarithm of 2: an entry of the table times the series for what is left, which is
// below 1/128. From the fourth term on the series is too small to need more than a float. Near 0 the entry is 1, so that the
// result tells its distance from 1 in full.
func expSmall(a double) double {
	j := math.RoundToEven(a.hi * expSteps)
	r := quickSum(a.hi-j/expSteps, a.lo)
	x := r.hi
	tail := x * (1.0/24 + x*(1.0/120+x*(1.0/720+x*(1.0/5040+x*(1.0/40320+x*(1.0/362880))))))
	sum := quickSum(sixth.hi, sixth.lo+tail)
	sum = double{0.5, 0}.plus(sum.mul(r))
	sum = r.plus(sum.mul(r).mul(r))
	entry := expTable[min(max(int(j)+expZero, 0), 2*expZero)]
	return entry.plus(entry.mul(sum))
}
