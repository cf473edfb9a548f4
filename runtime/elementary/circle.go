package elementary

// This file defines the functions of an angle.

import (
	"math"
	"math/bits"
)

// Sin returns the sine of an angle in radians.
func Sin(x float64) float64 {
	if tiny(x) || x-x != 0 {
		return math.Sin(x)
	}
	quarter, r := reduce(x)
	sin, cos := ofAngle(r)
	return turned(quarter, sin, cos).rounded()
}

// Cos returns the cosine of an angle in radians.
func Cos(x float64) float64 {
	if x-x != 0 {
		return math.Cos(x)
	}
	quarter, r := reduce(x)
	sin, cos := ofAngle(r)
	return turned(quarter+1, sin, cos).rounded()
}

// Tan returns the tangent of an angle in radians.
func Tan(x float64) float64 {
	if tiny(x) || x-x != 0 {
		return math.Tan(x)
	}
	quarter, r := reduce(x)
	sin, cos := ofAngle(r)
	return turned(quarter, sin, cos).over(turned(quarter+1, sin, cos)).rounded()
}

// tiny tells an x whose sine, tangent and angles of these are x itself.
func tiny(x float64) bool { return math.Abs(x) < 0x1p-27 }

// turned returns the sine of an angle after so many quarters of a turn.
func turned(quarter int, sin, cos double) double {
	switch quarter & 3 {
	case 0:
		return sin
	case 1:
		return cos
	case 2:
		return sin.negative()
	}
	return cos.negative()
}

// The parts of half pi that follow those of halfPi.
const (
	halfPi2 = -0x1.f1976b7ed8fbcp-110
	halfPi3 = 0x1.4cf98e804177dp-164
)

// reduce returns how many quarters of a turn are in x, and the rest, at most an eighth of a turn either way.
func reduce(x float64) (quarter int, r double) {
	if math.Abs(x) <= math.Pi/4 {
		return 0, double{x, 0}
	}
	if math.Abs(x) > 0x1p20 {
		return reduceFar(x)
	}
	k := math.RoundToEven(x * (2 / math.Pi))
	p := twoProduct(k, halfPi.hi)
	r = twoSum(x-p.hi, -p.lo) // the subtraction is exact
	p = twoProduct(-k, halfPi.lo)
	r = r.plus(p).plus(double{-k * halfPi2, 0})
	return int(k), r.plus(double{-k * halfPi3, 0})
}

// twoOverPi has the bits of 2/pi that numbers of any size need, behind 64 bits before the point.
var twoOverPi = [...]uint64{
	0,
	0xa2f9836e4e441529, 0xfc2757d1f534ddc0, 0xdb6295993c439041, 0xfe5163abdebbc561, 0xb7246e3a424dd2e0, 0x06492eea09d1921c,
	0xfe1deb1cb129a73e, 0xe88235f52ebb4484, 0xe99c7026b45f7e41, 0x3991d639835339f4, 0x9c845f8bbdf9283b, 0x1ff897ffde05980f,
	0xef2f118b5a0a6d1f, 0x6d367ecf27cb09b7, 0x4f463f669e5fea2d, 0x7527bac7ebe5f17b, 0x3d0739f78a5292ea, 0x6bfb5fb11f8d5d08,
	0x56033046fc7b6bab, 0xf0cfbc209af4361d, 0xa9e391615ee61b08,
}

// reduceFar is reduce for an angle of at least 2^20, as Payne and Hanek do it: of the product with 2/pi only the bits are computed that
// are less than 4 and count. Of them 138 or more are right, since no float comes nearer than 2^-62 to a quarter of a turn.
func reduceFar(x float64) (quarter int, r double) {
	word := math.Float64bits(x)
	exponent := int(word>>52&0x7ff) - 1075
	// The bits of 2/pi that, times 2^exponent, begin below 4.
	skip := uint(exponent - 2 + 64)
	at, shift := twoOverPi[skip/64:], skip%64
	var window [4]uint64
	for i := range window {
		window[i] = at[i]<<shift | at[i+1]>>(64-shift)
	}
	turns := timesWord(window, word&(1<<52-1)|1<<52)
	quarter = int(turns[0] >> 62)
	for i := range 3 {
		turns[i] = turns[i]<<2 | turns[i+1]>>62
	}
	turns[3] <<= 2
	back := turns[0]>>63 != 0 // nearer to the next quarter
	if back {
		quarter++
		turns = negated(turns)
	}
	if x < 0 {
		quarter = -quarter
	}
	r = fraction(turns).mul(halfPi)
	if back != (x < 0) {
		r = r.negative()
	}
	return quarter, r
}

// timesWord returns the product of a number of four words, the highest first, and one word, without what does not fit in.
func timesWord(a [4]uint64, b uint64) (p [4]uint64) {
	var carry uint64
	for i := 3; i >= 0; i-- {
		hi, lo := bits.Mul64(a[i], b)
		var c uint64
		p[i], c = bits.Add64(lo, carry, 0)
		carry = hi + c
	}
	return p
}

// negated returns 2^256 - a.
func negated(a [4]uint64) [4]uint64 {
	carry := uint64(1)
	for i := 3; i >= 0; i-- {
		a[i], carry = bits.Add64(^a[i], 0, carry)
	}
	return a
}

// fraction returns a / 2^256 for an a that begins with fewer than 128 zero bits.
func fraction(a [4]uint64) double {
	scale := 1.0
	if a[0] == 0 {
		a, scale = [4]uint64{a[1], a[2], a[3]}, 0x1p-64
	}
	zeros := uint(bits.LeadingZeros64(a[0]))
	top := a[0]<<zeros | a[1]>>(64-zeros)
	next := a[1]<<zeros | a[2]>>(64-zeros)
	scale = math.Ldexp(scale, -int(zeros))
	return quickSum(float64(top>>11)*0x1p-53*scale, float64(top<<53|next>>11)*0x1p-117*scale)
}

// ofAngle returns the sine and the cosine of an angle of at most an eighth of a turn, by those of a table entry and of the rest.
func ofAngle(a double) (sin, cos double) {
	j := math.RoundToEven(a.hi * arcSteps)
	b := quickSum(a.hi-j/arcSteps, a.lo)
	square := b.hi * b.hi
	// What the sine of the rest lacks to the rest, and its cosine to 1.
	less := b.hi * square * (-1.0/6 + square*(1.0/120+square*(-1.0/5040)))
	below := square * (-1.0/2 + square*(1.0/24+square*(-1.0/720)))
	s, c := sinTable[int(math.Abs(j))], cosTable[int(math.Abs(j))]
	if j < 0 {
		s = s.negative()
	}
	// sin(j + b) = s cos b + c sin b, cos(j + b) = c cos b - s sin b
	sum := s.plus(c.mul(b))
	sin = quickSum(sum.hi, sum.lo+(c.hi*less+s.hi*below))
	sum = c.plus(s.mul(b).negative())
	cos = quickSum(sum.hi, sum.lo+(c.hi*below-s.hi*less))
	return sin, cos
}
