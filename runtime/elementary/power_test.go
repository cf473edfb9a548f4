package elementary

import (
	"math"
	"math/big"
	"math/rand"
	"testing"
)

// TestPowExact compares powers with those of big integers, whose every bit is known.
func TestPowExact(t *testing.T) {
	for base := int64(2); base < 60; base++ {
		for exp := int64(2); exp < 180; exp++ {
			exact := new(big.Int).Exp(big.NewInt(base), big.NewInt(exp), nil)
			want, _ := new(big.Float).SetInt(exact).Float64()
			if got := Pow(float64(base), float64(exp)); got != want {
				t.Errorf("%d**%d is %g, want %g", base, exp, got, want)
			}
			inverse, _ := new(big.Rat).SetFrac(big.NewInt(1), exact).Float64()
			if got := Pow(float64(base), float64(-exp)); got != inverse {
				t.Errorf("%d**-%d is %g, want %g", base, exp, got, inverse)
			}
			sign := 1.0
			if exp%2 == 1 {
				sign = -1
			}
			if got := Pow(float64(-base), float64(exp)); got != sign*want {
				t.Errorf("(-%d)**%d is %g, want %g", base, exp, got, sign*want)
			}
		}
	}
}

// TestPowEdges compares the special cases with math.Pow, which knows them all.
func TestPowEdges(t *testing.T) {
	edges := []float64{0, math.Copysign(0, -1), 1, -1, 2, -2, 0.5, -0.5, 3, -3, 1e300, -1e300, 1e-300, 5e-324, math.MaxFloat64, math.Inf(1), math.Inf(-1), math.NaN(), 1e18, 1e18 + 1024,
		1<<53 - 1, 1.5, 1023, 1024, 1074, 1075, 1076, -1074, -1075, 700, 31, 32, 33}
	for _, x := range edges {
		for _, y := range edges {
			got, want := Pow(x, y), math.Pow(x, y)
			if got != want && !(got != got && want != want) && math.Abs(got-want) > 1e-13*math.Abs(want) || math.Signbit(got) != math.Signbit(want) && got == got {
				t.Errorf("%g ** %g is %g, want %g", x, y, got, want)
			}
		}
	}
}

// TestPowQuick looks whether the quick way is sure only of what the precise way says too.
func TestPowQuick(t *testing.T) {
	r := rand.New(rand.NewSource(9))
	const turns = 200_000
	unsure := 0
	for i := range turns {
		x, y := math.Exp(r.NormFloat64()*5), r.NormFloat64()*20
		if i%2 == 0 { // a base near 1 with a large exponent
			x, y = 1+r.NormFloat64()/100, r.NormFloat64()*20_000
		}
		log := logOf(x).times(y)
		got, sure := expOf(log, math.Abs(log.hi)*0x1p-66)
		if !sure {
			unsure++
			continue
		}
		if want := preciseExp(preciseLog(x).times(y)); got != want && log.hi < 709 && log.hi > -744 {
			t.Errorf("%g ** %g is %g, want %g", x, y, got, want)
		}
	}
	if unsure > turns/20 {
		t.Errorf("%d of %d took the precise way", unsure, turns)
	}
}

// TestNearOne compares with math.Frexp.
func TestNearOne(t *testing.T) {
	r := rand.New(rand.NewSource(2))
	for i := range 10_000 {
		x := math.Float64frombits(r.Uint64() >> 1)
		if i < 200 {
			x = math.Nextafter(math.Ldexp(math.Sqrt2, i-100), float64(i%3)*1e40)
		}
		if !positive(x) {
			continue
		}
		frac, exp := nearOne(x)
		if math.Ldexp(frac, exp) != x || frac < math.Sqrt2/2 || frac >= math.Nextafter(math.Sqrt2, 2) {
			t.Errorf("%g is %g * 2**%d", x, frac, exp)
		}
	}
	if frac, exp := nearOne(5e-324); frac != 1 || exp != -1074 {
		t.Errorf("the smallest number is %g * 2**%d", frac, exp)
	}
}

func BenchmarkPow(b *testing.B) {
	x := 1.07
	for b.Loop() {
		Pow(x, 30.5)
	}
}
