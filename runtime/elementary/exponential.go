package elementary

// This file defines the exponential function.

import "math"

// Exp returns e**x.
func Exp(x float64) float64 {
	if x != x {
		return x
	}
	if e, sure := expOf(double{x, 0}, 0); sure {
		return e
	}
	return preciseExp(double{x, 0})
}

// expOf returns e**a rounded to a float. Off is how much of a may be wrong.
func expOf(a double, off float64) (e float64, sure bool) {
	switch {
	case a.hi > 710:
		return math.Inf(1), true
	case a.hi < -746:
		return 0, true
	}
	m := math.RoundToEven(a.hi * (powerSteps / math.Ln2))
	k := int(m) >> 6
	if k < -1020 {
		return 0, false // what is left of the digits is not seen here
	}
	q := expQuick(a, m)
	off = (off + 0x1p-65) * 2
	if q.hi+(q.lo-off) != q.hi+(q.lo+off) {
		return 0, false
	}
	return scale(q, k), true
}

// The logarithm of 2 in powerSteps parts: the first has so few bits that its product with as many steps as there are is exact.
const (
	powerStep1 = 0x1.62e42fefap-07
	powerStep2 = 0x1.cf79abc9e3b3ap-46
)

// expQuick returns e**a without its power of 2, to 65 bits; m is a in steps of powerTable. What is left of a is below 2^-7, so that the
// square of it and what follows need not be more than a float.
func expQuick(a double, m float64) double {
	r := twoSum(a.hi-m*powerStep1, a.lo-m*powerStep2)
	x := r.hi
	square := x * x
	tail := square * ((0.5 + x*(1.0/6)) + square*((1.0/24+x*(1.0/120))+square*(1.0/720+x*(1.0/5040))))
	s := quickSum(x, tail+(r.lo+r.lo*x))
	entry := &powerTable[int(m)&(powerSteps-1)]
	p := twoProduct(entry.hi, s.hi)
	sum := quickSum(entry.hi, p.hi)
	return double{sum.hi, sum.lo + (p.lo + entry.hi*s.lo + (entry.lo + entry.lo*s.hi))}
}

// preciseExp returns e**a rounded to a float, for an a that is in the range of expOf.
func preciseExp(a double) float64 {
	k := math.RoundToEven(a.hi / math.Ln2)
	return scale(expSmall(a.plus(ln2.times(-k))), int(k))
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
