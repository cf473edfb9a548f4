package elementary

// This file defines powers.

import "math"

// Pow returns x**y rounded correctly but for rare ties, as the C library does.
func Pow(x, y float64) float64 {
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
	log := logOf(math.Abs(x)).times(y)
	r, sure := expOf(log, math.Abs(log.hi)*0x1p-66)
	if !sure {
		r = preciseExp(preciseLog(math.Abs(x)).times(y))
	}
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
	return r.rounded()
}

// preciseLog returns the logarithm of a positive finite x to about 100 bits: math.Log corrected by one step of Newton's method.
// A power multiplies what is lost here by its exponent.
func preciseLog(x float64) double {
	frac, exp := nearOne(x)
	guess := math.Log(frac)
	e := expSmall(double{-guess, 0}) // frac * exp(-guess) - 1 is the relative error of the guess
	r := e.times(frac).plus(double{-1, 0})
	square := r.mul(r)
	log := twoSum(guess, r.hi)
	log = quickSum(log.hi, log.lo+(r.lo-square.hi/2+square.hi*r.hi/3))
	return ln2.times(float64(exp)).plus(log)
}
