package elementary

// This file defines the functions once more, slowly and with many digits, as the measure of the fast ones.

import (
	"math"
	"math/big"
)

// digits is the number of bits that the references compute with. What a series loses at its end stays far below those that are compared.
const digits = 320

func number(x float64) *big.Float { return new(big.Float).SetPrec(digits).SetFloat64(x) }

func exact(d double) *big.Float { return sum(number(d.hi), number(d.lo)) }

func sum(a, b *big.Float) *big.Float   { return new(big.Float).SetPrec(digits).Add(a, b) }
func less(a, b *big.Float) *big.Float  { return new(big.Float).SetPrec(digits).Sub(a, b) }
func times(a, b *big.Float) *big.Float { return new(big.Float).SetPrec(digits).Mul(a, b) }
func over(a, b *big.Float) *big.Float  { return new(big.Float).SetPrec(digits).Quo(a, b) }
func half(a *big.Float) *big.Float     { return times(a, number(0.5)) }
func negligible(term, s *big.Float) bool {
	return term.Sign() == 0 || s.Sign() != 0 && term.MantExp(nil) < s.MantExp(nil)-digits
}

// bigExp halves x until the series is short, and squares the result.
func bigExp(x *big.Float) *big.Float {
	halvings := max(x.MantExp(nil)+8, 0)
	for range halvings {
		x = half(x)
	}
	s, term := number(1), number(1)
	for n := 1.0; ; n++ {
		term = over(times(term, x), number(n))
		if negligible(term, s) {
			break
		}
		s = sum(s, term)
	}
	for range halvings {
		s = times(s, s)
	}
	return s
}

// bigLog is 2 artanh((m-1)/(m+1)) and the logarithm of the power of two.
func bigLog(x *big.Float) *big.Float {
	m := new(big.Float).SetPrec(digits)
	exp := x.MantExp(m)
	if m.Cmp(number(0.75)) < 0 {
		m, exp = times(m, number(2)), exp-1
	}
	s := series(over(less(m, number(1)), sum(m, number(1))), 1)
	ln2 := series(over(number(1), number(3)), 1)
	return times(number(2), sum(s, times(ln2, number(float64(exp)))))
}

// series is x + sign x**3/3 + x**5/5 + sign x**7/7 ...
func series(x *big.Float, sign float64) *big.Float {
	s, power, square := x, x, times(x, times(x, number(sign)))
	for n := 3.0; ; n += 2 {
		power = times(power, square)
		term := over(power, number(n))
		if negligible(term, s) {
			return s
		}
		s = sum(s, term)
	}
}

// bigAtan doubles the angle until its tangent is small: atan x = 2 atan(x / (1 + sqrt(1 + x*x))).
func bigAtan(x *big.Float) *big.Float {
	doublings := 0
	for x.Sign() != 0 && x.MantExp(nil) > -6 {
		root := new(big.Float).SetPrec(digits).Sqrt(sum(number(1), times(x, x)))
		x = over(x, sum(number(1), root))
		doublings++
	}
	a := series(x, -1)
	for range doublings {
		a = times(a, number(2))
	}
	return a
}

func bigPi() *big.Float { return times(number(4), bigAtan(number(1))) }

// bigAtan2 is the angle of a point that lies on no axis.
func bigAtan2(y, x *big.Float) *big.Float {
	a := bigAtan(over(y, x))
	switch {
	case x.Sign() > 0:
		return a
	case y.Sign() > 0:
		return sum(a, bigPi())
	}
	return less(a, bigPi())
}

// bigCircle returns the sine and the cosine of an angle up to about 2**100: by the series, of a small part of it, and doubled again.
func bigCircle(x *big.Float) (sin, cos *big.Float) {
	turn := times(number(2), bigPi())
	whole, _ := over(x, turn).Int(nil)
	x = less(x, times(turn, new(big.Float).SetPrec(digits).SetInt(whole)))
	const doublings = 8
	for range doublings {
		x = half(x)
	}
	sin, term, square := x, x, times(x, x)
	for n := 2.0; x.Sign() != 0; n += 2 {
		term = over(times(term, square), number(-n*(n+1)))
		if negligible(term, sin) {
			break
		}
		sin = sum(sin, term)
	}
	cos = new(big.Float).SetPrec(digits).Sqrt(less(number(1), times(sin, sin)))
	for range doublings {
		sin, cos = times(times(number(2), sin), cos), less(times(cos, cos), times(sin, sin))
	}
	return sin, cos
}

// bigRest returns the quarters of a turn in x, modulo 4, and the rest, at most an eighth of a turn either way.
func bigRest(x float64) (quarter int, rest *big.Float) {
	const wide = 2048 // x may have 1024 bits before the point
	turns := new(big.Float).SetPrec(wide)
	for i, word := range twoOverPi {
		turns.Add(turns, new(big.Float).SetMantExp(new(big.Float).SetUint64(word), -64*i))
	}
	turns.Mul(turns, big.NewFloat(x))
	whole, _ := new(big.Float).SetPrec(wide).Add(turns, big.NewFloat(math.Copysign(0.5, x))).Int(nil)
	turns.Sub(turns, new(big.Float).SetPrec(wide).SetInt(whole))
	return int(new(big.Int).And(whole, big.NewInt(3)).Int64()), half(times(turns, bigPi()))
}
