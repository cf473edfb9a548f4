package elementary

// This file defines logarithms.

import "math"

// Log returns the natural logarithm.
func Log(x float64) float64 {
	if !positive(x) {
		return math.Log(x)
	}
	return logOf(x).rounded()
}

// Log10 returns the logarithm to base 10; that of a power of 10 is whole.
func Log10(x float64) float64 {
	if !positive(x) {
		return math.Log10(x)
	}
	return logOf(x).mul(overTen).rounded()
}

// Log2 returns the logarithm to base 2; that of a power of 2 is whole.
func Log2(x float64) float64 {
	frac, exp := math.Frexp(x)
	if !positive(x) || frac == 0.5 {
		return math.Log2(x)
	}
	return logOf(frac).mul(overLn2).plus(double{float64(exp), 0}).rounded()
}

// positive reports whether x is a finite number above 0.
func positive(x float64) bool { return x > 0 && x <= math.MaxFloat64 }

// nearOne returns a positive finite x as a number from half the root of 2 to the root and a power of 2.
func nearOne(x float64) (frac float64, exp int) {
	if x < 0x1p-1022 { // a subnormal number
		x *= 0x1p54
		exp = -54
	}
	const least = 0x3fe6a09e667f3bcd // the bits of half the root of 2
	word := int64(math.Float64bits(x))
	power := (word - least) >> 52
	return math.Float64frombits(uint64(word - power<<52)), exp + int(power)
}

// logOf returns the logarithm of a positive finite x, to about 68 bits. The table brings x near 1, where a series does the rest. For an x
// that is near 1 itself the entry is 0, so that nothing is lost.
func logOf(x float64) double {
	frac, exp := nearOne(x)
	entry := &logTable[int(frac*logSteps+0.5)-logFirst]
	p := twoProduct(frac, entry.c)
	r := quickSum(p.hi-1, p.lo)
	x = r.hi
	square := twoProduct(x, x)
	first, second := (1.0/3-x*(1.0/4))+square.hi*(1.0/5-x*(1.0/6)), (1.0/7-x*(1.0/8))+square.hi*(1.0/9-x*(1.0/10))
	tail := x * square.hi * (first + square.hi*square.hi*second)
	series := quickSum(x, -square.hi/2)
	series = quickSum(series.hi, series.lo+(r.lo-(square.lo/2+x*r.lo)+tail))
	log := entry.log.plus(series)
	if exp != 0 {
		log = ln2.times(float64(exp)).plus(log)
	}
	return log
}
