package elementary

// This file defines the angles of tangents, sines and cosines.

import "math"

// Atan2 returns the angle of the point (x, y), between -pi and pi.
func Atan2(y, x float64) float64 {
	if !ordinary(y) || !ordinary(x) || !ordinary(y/x) {
		return math.Atan2(y, x)
	}
	return math.Copysign(angle(double{math.Abs(y), 0}, double{x, 0}).rounded(), y)
}

// Atan returns the angle whose tangent is x.
func Atan(x float64) float64 {
	if tiny(x) || x-x != 0 {
		return math.Atan(x)
	}
	return math.Copysign(angle(double{math.Abs(x), 0}, double{1, 0}).rounded(), x)
}

// Asin returns the angle whose sine is x.
func Asin(x float64) float64 {
	if tiny(x) || !(math.Abs(x) < 1) {
		return math.Asin(x)
	}
	return math.Copysign(angle(double{math.Abs(x), 0}, leg(x)).rounded(), x)
}

// Acos returns the angle whose cosine is x.
func Acos(x float64) float64 {
	if !(math.Abs(x) < 1) {
		return math.Acos(x)
	}
	return angle(leg(x), double{x, 0}).rounded()
}

// ordinary reports whether products and quotients with x keep all bits.
func ordinary(x float64) bool {
	x = math.Abs(x)
	return x > 0x1p-500 && x < 0x1p500
}

// leg returns the square root of 1 - x*x.
func leg(x float64) double {
	return twoSum(1, -x).mul(twoSum(1, x)).root()
}

// angle returns the angle of the point (x, y), which lies above the line through 0.
func angle(y, x double) double {
	left := x.hi < 0
	if left {
		x = x.negative()
	}
	var a double
	if y.hi > x.hi {
		a = halfPi.plus(slope(x, y).negative())
	} else {
		a = slope(y, x)
	}
	if left {
		a = pi.plus(a.negative())
	}
	return a
}

// slope returns the angle whose tangent is y/x, which is between 0 and 1: that of a table entry and that of the rest, whose tangent is
// (y - t x) / (x + t y) for an entry t.
func slope(y, x double) double {
	j := math.RoundToEven(y.hi / x.hi * arcSteps)
	t := j / arcSteps
	u := y
	if j > 0 {
		u = y.plus(x.times(-t))
		x = x.plus(y.times(t))
	}
	u = u.over(x)
	square := u.hi * u.hi
	less := u.hi * square * (-1.0/3 + square*(1.0/5+square*(-1.0/7+square*(1.0/9))))
	sum := atanTable[int(j)].plus(u)
	return quickSum(sum.hi, sum.lo+less)
}
