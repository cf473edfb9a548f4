package module

// This file defines exp, log, pi and powers with fractions of Math::BigFloat by series with guard digits.

import "math/big"

func small(n int64) *decimal {
	d := &decimal{}
	d.m.SetInt64(n)
	return d
}

// exponential is e**x: the series on x / 2**k, squared k times.
func exponential(x *decimal, scale int) *decimal {
	if x.kind != 0 {
		if x.kind == '-' {
			return small(0)
		}
		return x
	}
	work := scale + 12
	halvings := 0
	y := copyDecimal(x)
	for limit := small(1); ; halvings++ {
		if c, _ := compareDecimal(absoluteDecimal(y), limit); c <= 0 || halvings > 200 {
			break
		}
		y = quotient(y, small(2), work+10)
	}
	sum, term := small(1), small(1)
	for n := int64(1); n < 10_000; n++ {
		term = quotient(decimalBinary("*", term, y, work), small(n), work)
		if term.m.Sign() == 0 || magnitude(term) < magnitude(sum)-work {
			break
		}
		sum = decimalBinary("+", sum, term, work).round(work)
	}
	for range halvings {
		sum = decimalBinary("*", sum, sum, work).round(work)
	}
	return sum.round(scale).normal()
}

func absoluteDecimal(d *decimal) *decimal {
	out := copyDecimal(d)
	out.m.Abs(&out.m)
	if out.kind == '-' {
		out.kind = '+'
	}
	return out
}

// magnitude is the place of the first digit.
func magnitude(d *decimal) int { return len(new(big.Int).Abs(&d.m).String()) + d.e }

// logarithm is ln x by Newton's method on exp.
func logarithmOf(x *decimal, scale int) *decimal {
	switch {
	case x.kind != 0:
		return x
	case x.m.Sign() == 0:
		return fromInteger(infinity(-1))
	case x.m.Sign() < 0:
		return fromInteger(notANumber())
	}
	work := scale + 8
	var y *decimal
	if f := x.float(); f > 0 && f < 1e300 && f > 1e-300 {
		y = parseDecimal(logText(f))
	} else {
		y = decimalBinary("*", small(int64(magnitude(x))), parseDecimal("2.302585092994046"), work)
	}
	for range 8 {
		e := exponential(y, work)
		// y + 2 (x - e) / (x + e)
		step := quotient(decimalBinary("*", small(2), decimalBinary("-", x, e, work), work), decimalBinary("+", x, e, work), work)
		y = decimalBinary("+", y, step, work).round(work)
		if step.m.Sign() == 0 || magnitude(step) < magnitude(y)-work {
			break
		}
	}
	return y.round(scale).normal()
}

// raise is a**b for a fraction b.
func raise(a, b *decimal, scale int) *decimal {
	if a.m.Sign() < 0 {
		return fromInteger(notANumber())
	}
	if a.m.Sign() == 0 {
		return small(0)
	}
	return exponential(decimalBinary("*", b, logarithmOf(a, scale+10), scale+10), scale)
}

// pi to a number of digits, by Machin's formula.
func pi(digits int) *decimal {
	unit := power10(digits + 10)
	arctan := func(x int64) *big.Int {
		term := new(big.Int).Quo(unit, big.NewInt(x))
		sum, square := new(big.Int).Set(term), big.NewInt(x*x)
		for n := int64(3); term.Sign() != 0; n += 2 {
			term.Quo(term, square)
			part := new(big.Int).Quo(term, big.NewInt(n))
			if n%4 == 3 {
				sum.Sub(sum, part)
			} else {
				sum.Add(sum, part)
			}
		}
		return sum
	}
	sum := new(big.Int).Mul(arctan(5), big.NewInt(16))
	sum.Sub(sum, new(big.Int).Mul(arctan(239), big.NewInt(4)))
	out := &decimal{e: -(digits + 10)}
	out.m.Set(sum)
	return out.round(digits)
}
