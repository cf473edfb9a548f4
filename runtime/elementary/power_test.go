package elementary

import (
	"math"
	"math/big"
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

func BenchmarkPow(b *testing.B) {
	x := 1.07
	for b.Loop() {
		Pow(x, 30.5)
	}
}
