package value

import (
	"fmt"
	"math"
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
