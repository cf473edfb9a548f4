package elementary

// This file compares the functions with the references, and what is special about them with package math.

import (
	"fmt"
	"math"
	"math/big"
	"math/rand"
	"testing"

	"github.com/smrscript/smrscript/runtime/internal/referee"
)

// TestTables computes every entry anew. An entry must be the pair of floats nearest to what it stands for.
func TestTables(t *testing.T) {
	check := func(name string, j int, got double, want *big.Float) {
		t.Helper()
		hi, _ := want.Float64()
		lo, _ := less(want, number(hi)).Float64()
		if j == 0 && math.Abs(lo) < 0x1p-200 {
			lo = 0 // what a series leaves of nothing
		}
		if got.hi != hi || got.lo != lo {
			t.Errorf("%s[%d] is %x, want %x and %x", name, j, got, hi, lo)
		}
	}
	for i, got := range expTable {
		check("expTable", i-expZero, got, bigExp(number(float64(i-expZero)/expSteps)))
	}
	for j, got := range powerTable {
		check("powerTable", j, got, bigExp(over(times(number(float64(j)), bigLog(number(2))), number(powerSteps))))
	}
	for i, d := range logTable {
		if want := float64(logSteps) / float64(i+logFirst); d.c != want {
			t.Errorf("logTable[%d] multiplies by %x, want %x", i, d.c, want)
		}
		if d.c == 1 {
			if d.log != (double{}) {
				t.Errorf("the logarithm of 1 is %x", d.log)
			}
			continue
		}
		check("logTable", i, d.log, new(big.Float).Neg(bigLog(number(d.c))))
	}
	for j := range sinTable {
		sin, cos := bigCircle(number(float64(j) / arcSteps))
		check("sinTable", j, sinTable[j], sin)
		check("cosTable", j, cosTable[j], cos)
	}
	for j, got := range atanTable {
		check("atanTable", j, got, bigAtan(number(float64(j)/arcSteps)))
	}
	log2, log10 := bigLog(number(2)), bigLog(number(10))
	one := number(1)
	for name, c := range map[string]struct {
		got  double
		want *big.Float
	}{"ln2": {ln2, log2}, "overLn2": {overLn2, over(one, log2)}, "overTen": {overTen, over(one, log10)}, "pi": {pi, bigPi()}, "halfPi": {halfPi, half(bigPi())}, "sixth": {sixth, over(one, number(6))}} {
		check(name, 1, c.got, c.want)
	}
	rest := less(half(bigPi()), exact(halfPi))
	check("halfPi2", 1, double{halfPi2, halfPi3}, rest)
}

// A measured function is one with its reference and its arguments.
type measured struct {
	name     string
	function func(x, y float64) float64
	want     func(x, y *big.Float) *big.Float
	argument func(r *rand.Rand) (x, y float64)
}

func one(f func(float64) float64) func(x, y float64) float64 {
	return func(x, _ float64) float64 { return f(x) }
}

func sine(x, _ *big.Float) *big.Float   { s, _ := bigCircle(x); return s }
func cosine(x, _ *big.Float) *big.Float { _, c := bigCircle(x); return c }

// spread is a number of any size up to about 2**scale, either way.
func spread(scale float64) func(r *rand.Rand) (x, y float64) {
	return func(r *rand.Rand) (float64, float64) {
		return math.Copysign(math.Exp2(r.Float64()*2*scale-scale), r.Float64()-0.5), math.Copysign(math.Exp2(r.Float64()*2*scale-scale), r.Float64()-0.5)
	}
}

// whole is a whole number, as scripts have them most.
func whole(n int) func(r *rand.Rand) (x, y float64) {
	return func(r *rand.Rand) (float64, float64) { return float64(r.Intn(n) + 1), float64(r.Intn(n) + 1) }
}

func within(from, to float64) func(r *rand.Rand) (x, y float64) {
	return func(r *rand.Rand) (float64, float64) {
		return from + r.Float64()*(to-from), from + r.Float64()*(to-from)
	}
}

// quarters are angles near a whole number of quarters of a turn, where nearly nothing is left of them.
func quarters(r *rand.Rand) (x, y float64) {
	x = float64(r.Intn(1<<21)) * (math.Pi / 2)
	return math.Nextafter(x, float64(r.Intn(3))*x), 0
}

func TestRounded(t *testing.T) {
	log := func(x, _ *big.Float) *big.Float { return bigLog(x) }
	exp := func(x, _ *big.Float) *big.Float { return bigExp(x) }
	tests := []measured{
		{"Log of whole numbers", one(Log), log, whole(100000)},
		{"Log", one(Log), log, func(r *rand.Rand) (float64, float64) { return math.Exp2(r.Float64()*2000 - 1000), 0 }},
		{"Log of the smallest numbers", one(Log), log, func(r *rand.Rand) (float64, float64) { return float64(r.Intn(1<<30)+1) * 5e-324, 0 }},
		{"Log near 1", one(Log), log, func(r *rand.Rand) (float64, float64) { return 1 + math.Exp2(-50*r.Float64())*(r.Float64()-0.5), 0 }},
		{"Log10", one(Log10), func(x, _ *big.Float) *big.Float { return over(bigLog(x), bigLog(number(10))) }, whole(100000)},
		{"Log2", one(Log2), func(x, _ *big.Float) *big.Float { return over(bigLog(x), bigLog(number(2))) }, within(0.9, 1000)},
		{"Exp", one(Exp), exp, within(-20, 20)},
		{"Exp of large numbers", one(Exp), exp, within(-740, 709)},
		{"Exp of small numbers", one(Exp), exp, spread(-10)},
		{"Sin", one(Sin), sine, within(-10, 10)},
		{"Sin of whole numbers", one(Sin), sine, whole(100000)},
		{"Sin of any number", one(Sin), sine, spread(60)},
		{"Sin near quarters", one(Sin), sine, quarters},
		{"Cos", one(Cos), cosine, within(-10, 10)},
		{"Cos of any number", one(Cos), cosine, spread(60)},
		{"Cos near quarters", one(Cos), cosine, quarters},
		{"Tan", one(Tan), func(x, y *big.Float) *big.Float { return over(sine(x, y), cosine(x, y)) }, within(-10, 10)},
		{"Atan", one(Atan), func(x, _ *big.Float) *big.Float { return bigAtan(x) }, spread(30)},
		{"Atan2", Atan2, bigAtan2, spread(20)},
		{"Atan2 of whole numbers", Atan2, bigAtan2, whole(100)},
		{"Asin", one(Asin), func(x, _ *big.Float) *big.Float { return bigAtan2(x, bigLeg(x)) }, within(-1, 1)},
		{"Acos", one(Acos), func(x, _ *big.Float) *big.Float { return bigAtan2(bigLeg(x), x) }, within(-1, 1)},
	}
	for _, m := range tests {
		t.Run(m.name, func(t *testing.T) {
			t.Parallel()
			r := rand.New(rand.NewSource(7))
			const turns = 1000
			wrong := 0
			for range turns {
				x, y := m.argument(r)
				got := m.function(x, y)
				want, _ := m.want(number(x), number(y)).Float64()
				if got == want {
					continue
				}
				if wrong++; got != math.Nextafter(want, got) {
					t.Errorf("%g, %g: %g, want %g", x, y, got, want)
				}
			}
			if wrong > turns/500 {
				t.Errorf("%d of %d are not rounded correctly", wrong, turns)
			}
		})
	}
}

func bigLeg(x *big.Float) *big.Float {
	return new(big.Float).SetPrec(digits).Sqrt(less(number(1), times(x, x)))
}

// TestSpecial compares what is exact, infinite or no number with package math.
func TestSpecial(t *testing.T) {
	inf, nan, none := math.Inf(1), math.NaN(), math.Copysign(0, -1)
	edges := []float64{0, none, 1, -1, 2, 0.5, inf, -inf, nan, 5e-324, -5e-324, 1e-310, 1e-300, -1e-300, 1e-9, -1e-9, math.MaxFloat64, -math.MaxFloat64, 710, 709.5, -745, -746, 1000, -1000}
	same := func(name string, got, want float64, args ...float64) {
		t.Helper()
		if got != want && !(got != got && want != want) && math.Abs(got-want) > 4e-16*math.Abs(want) || got == got && math.Signbit(got) != math.Signbit(want) {
			t.Errorf("%s(%v) is %v, want %v", name, args, got, want)
		}
	}
	for _, x := range edges {
		for name, f := range map[string][2]func(float64) float64{"Log": {Log, math.Log}, "Log10": {Log10, math.Log10}, "Log2": {Log2, math.Log2}, "Exp": {Exp, math.Exp}, "Sin": {Sin, math.Sin},
			"Cos": {Cos, math.Cos}, "Tan": {Tan, math.Tan}, "Atan": {Atan, math.Atan}, "Asin": {Asin, math.Asin}, "Acos": {Acos, math.Acos}} {
			if math.Abs(x) > 1e300 && x-x == 0 && (name == "Tan" || name == "Sin" || name == "Cos") {
				continue // where math itself has few right digits; TestFarAngles looks at them
			}
			if x > 0 && x < 0x1p-1022 && (name == "Log" || name == "Log10") {
				continue // and these do not know of such small numbers
			}
			same(name, f[0](x), f[1](x), x)
		}
		for _, y := range edges {
			same("Atan2", Atan2(x, y), math.Atan2(x, y), x, y)
		}
	}
	for n := range 300 {
		if x := math.Pow10(n); Log10(x) != float64(n) {
			t.Errorf("Log10(%g) is %v", x, Log10(x))
		}
		if x := math.Ldexp(1, n); Log2(x) != float64(n) {
			t.Errorf("Log2(%g) is %v", x, Log2(x))
		}
	}
}

// TestFarAngles asks perl, whose C library reduces angles of any size.
func TestFarAngles(t *testing.T) {
	r := rand.New(rand.NewSource(3))
	var exprs, got []string
	for i := range 2000 {
		x := math.Exp2(r.Float64()*1004 + 20)
		if i%2 == 0 {
			x = -x
		}
		bits := fmt.Sprintf("nv(%d)", math.Float64bits(x))
		exprs = append(exprs, "sin "+bits, "cos "+bits)
		got = append(got, fmt.Sprintf("%.14g", Sin(x)), fmt.Sprintf("%.14g", Cos(x)))
	}
	referee.Check(t, `no warnings; sub t { printf "%.14g\n", $_[0]->() }`, exprs, got)
}

// TestReduceFar compares what is left of far angles in all its digits; sines of them are looked at by their first 14.
func TestReduceFar(t *testing.T) {
	angles := []float64{
		0x1p20, math.Nextafter(0x1p20, 2e6), 0x1p53, 0x1p54, 0x1p55, 0x1p118, 0x1p1023, math.MaxFloat64,
		6381956970095103 * 0x1p797, // the float nearest to a quarter of a turn
	}
	r := rand.New(rand.NewSource(4))
	for range 3000 {
		angles = append(angles, math.Exp2(r.Float64()*1004+20))
		near := math.RoundToEven(math.Exp2(r.Float64()*30+20)) * (math.Pi / 2)
		angles = append(angles, near, math.Nextafter(near, 0))
	}
	for _, x := range angles {
		for _, x := range []float64{x, -x} {
			quarter, rest := reduceFar(x)
			wantQuarter, want := bigRest(x)
			wrong := less(exact(rest), want)
			if quarter&3 != wantQuarter || wrong.Sign() != 0 && wrong.MantExp(nil) > want.MantExp(nil)-100 {
				t.Errorf("%g: %d quarters and %g + %g, want %d and %.40g", x, quarter&3, rest.hi, rest.lo, wantQuarter, want)
			}
		}
	}
}

func Benchmark(b *testing.B) {
	for _, f := range []struct {
		name string
		f    func(float64) float64
	}{{"Log", Log}, {"math.Log", math.Log}, {"Exp", Exp}, {"math.Exp", math.Exp}, {"Sin", Sin}, {"math.Sin", math.Sin}, {"Sin of far angles", func(x float64) float64 { return Sin(x + 3e6) }}, {"Cos", Cos}, {"Atan", Atan}, {"math.Atan", math.Atan}} {
		b.Run(f.name, func(b *testing.B) {
			x := 0.1
			for b.Loop() {
				x += f.f(x) * 1e-9
			}
		})
	}
}
