package elementary

// This file defines the functions of an angle.

import (
	"math"
	"math/big"
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

// twoOverPi has the bits of 2/pi that numbers of any size need.
const twoOverPi = "0x0." +
	"a2f9836e4e441529fc2757d1f534ddc0db6295993c439041fe5163abdebbc561b7246e3a424dd2e006492eea09d1921cfe1deb1cb129a73e" +
	"e88235f52ebb4484e99c7026b45f7e413991d639835339f49c845f8bbdf9283b1ff897ffde05980fef2f118b5a0a6d1f6d367ecf27cb09b7" +
	"4f463f669e5fea2d7527bac7ebe5f17b3d0739f78a5292ea6bfb5fb11f8d5d0856033046fc7b6babf0cfbc209af4361da9e391615ee61b08"

// reduceFar is reduce for an angle of many turns.
func reduceFar(x float64) (quarter int, r double) {
	const precision = 1344
	turns, _, err := big.ParseFloat(twoOverPi, 0, precision, big.ToNearestEven)
	if err != nil {
		return 0, double{math.NaN(), 0} // it is a constant that can be parsed
	}
	turns.Mul(turns, big.NewFloat(x))
	half := big.NewFloat(math.Copysign(0.5, x))
	whole, _ := new(big.Float).SetPrec(precision).Add(turns, half).Int(nil)
	turns.Sub(turns, new(big.Float).SetPrec(precision).SetInt(whole))
	hi, _ := turns.Float64()
	lo, _ := turns.Sub(turns, big.NewFloat(hi)).Float64()
	return int(new(big.Int).And(whole, big.NewInt(3)).Int64()), double{hi, lo}.mul(halfPi)
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
