package elementary

// This file defines numbers of about 106 bits.

import "math"

// A double is the unevaluated sum of two floats, the second below half a unit of the first.
type double struct{ hi, lo float64 }

var (
	ln2     = double{0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56}
	overLn2 = double{0x1.71547652b82fep+0, 0x1.777d0ffda0d24p-56} // 1 / ln 2
	overTen = double{0x1.bcb7b1526e50ep-2, 0x1.95355baaafad3p-57} // 1 / ln 10
	pi      = double{0x1.921fb54442d18p+1, 0x1.1a62633145c07p-53}
	halfPi  = double{0x1.921fb54442d18p+0, 0x1.1a62633145c07p-54}
	sixth   = double{0x1.5555555555555p-3, 0x1.5555555555555p-57}
)

// twoSum returns a + b, exactly.
func twoSum(a, b float64) double {
	s := a + b
	t := s - a
	return double{s, (a - (s - t)) + (b - t)}
}

// quickSum is twoSum for an a that is not smaller than b.
func quickSum(a, b float64) double {
	s := a + b
	return double{s, b - (s - a)}
}

// twoProduct returns a * b, exactly.
func twoProduct(a, b float64) double {
	p := a * b
	return double{p, math.FMA(a, b, -p)}
}

func (a double) plus(b double) double {
	s := twoSum(a.hi, b.hi)
	return quickSum(s.hi, s.lo+(a.lo+b.lo))
}

func (a double) negative() double { return double{-a.hi, -a.lo} }

func (a double) times(b float64) double {
	p := a.hi * b
	return quickSum(p, math.FMA(a.hi, b, -p)+a.lo*b)
}

func (a double) mul(b double) double {
	p := a.hi * b.hi
	return quickSum(p, math.FMA(a.hi, b.hi, -p)+(a.hi*b.lo+a.lo*b.hi))
}

// over returns a / b.
func (a double) over(b double) double {
	q := a.hi / b.hi
	rest := math.FMA(-q, b.hi, a.hi) + (a.lo - q*b.lo)
	return quickSum(q, rest/b.hi)
}

// root returns the square root of a positive a.
func (a double) root() double {
	r := math.Sqrt(a.hi)
	rest := math.FMA(-r, r, a.hi) + a.lo
	return quickSum(r, rest/(2*r))
}

// rounded returns the float nearest to a.
func (a double) rounded() float64 { return a.hi + a.lo }
