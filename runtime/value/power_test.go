package value

import (
	"fmt"
	"math"
	"math/big"
	"math/rand"
	"testing"
)

// TestPowerDigits compares the digits of powers that print shows with those of the C library behind perl, which itself
// is off by a unit of the 17th digit now and then.
func TestPowerDigits(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	var rows []row
	for i := range 20000 {
		var x, y float64
		switch i % 8 {
		case 0:
			x, y = float64(r.Intn(100)+1), float64(r.Intn(60))+0.5
		case 1:
			x, y = 1+r.Float64()/100, float64(r.Intn(5000))
		case 2:
			x, y = r.Float64()*1000, r.Float64()*20-10
		case 3:
			x, y = math.Exp(r.NormFloat64()*100), r.NormFloat64()*3
		case 4:
			x, y = -float64(r.Intn(50)), float64(r.Intn(80)-40)
		case 5:
			x, y = 10, float64(r.Intn(700)-350)
		case 6:
			x, y = 1+r.NormFloat64()*1e-9, r.NormFloat64()*1e9
		case 7:
			x, y = r.Float64(), 700*r.Float64()
		}
		rows = append(rows, row{fmt.Sprintf("%s ** %s", literal(Float(x)), literal(Float(y))), show(Pow(Float(x), Float(y)))})
	}
	checkRows(t, rows)
}

// TestPowerExact compares powers with those of big integers, whose every bit is known.
func TestPowerExact(t *testing.T) {
	for base := int64(2); base < 60; base++ {
		for exp := int64(2); exp < 180; exp++ {
			exact := new(big.Int).Exp(big.NewInt(base), big.NewInt(exp), nil)
			want, _ := new(big.Float).SetInt(exact).Float64()
			if got := Power(float64(base), float64(exp)); got != want {
				t.Errorf("%d**%d is %g, want %g", base, exp, got, want)
			}
			inverse, _ := new(big.Rat).SetFrac(big.NewInt(1), exact).Float64()
			if got := Power(float64(base), float64(-exp)); got != inverse {
				t.Errorf("%d**-%d is %g, want %g", base, exp, got, inverse)
			}
			sign := 1.0
			if exp%2 == 1 {
				sign = -1
			}
			if got := Power(float64(-base), float64(exp)); got != sign*want {
				t.Errorf("(-%d)**%d is %g, want %g", base, exp, got, sign*want)
			}
		}
	}
}

// TestPowerEdges compares the special cases with math.Pow, which knows them all.
func TestPowerEdges(t *testing.T) {
	edges := []float64{0, math.Copysign(0, -1), 1, -1, 2, -2, 0.5, -0.5, 3, -3, 1e300, -1e300, 1e-300, 5e-324, math.MaxFloat64, math.Inf(1), math.Inf(-1), math.NaN(), 1e18, 1e18 + 1024,
		1<<53 - 1, 1.5, 1023, 1024, 1074, 1075, 1076, -1074, -1075, 700, 31, 32, 33}
	for _, x := range edges {
		for _, y := range edges {
			got, want := Power(x, y), math.Pow(x, y)
			if got != want && !(got != got && want != want) && math.Abs(got-want) > 1e-13*math.Abs(want) || math.Signbit(got) != math.Signbit(want) && got == got {
				t.Errorf("%g ** %g is %g, want %g", x, y, got, want)
			}
		}
	}
}

func BenchmarkPow(b *testing.B) {
	x, y := Float(1.07), Float(30.5)
	for b.Loop() {
		Pow(x, y)
	}
}

func BenchmarkPowSquare(b *testing.B) {
	x, y := Float(1.07), Int(2)
	for b.Loop() {
		Pow(x, y)
	}
}
