package elementary

// This file defines the exponential function.

import "math"

// Exp returns e**x.
func Exp(x float64) float64 {
	if x != x {
		return x
	}
	return expOf(double{x, 0})
}

// expOf returns e**a rounded to a float.
func expOf(a double) float64 {
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
