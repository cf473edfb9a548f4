package value

import (
	"fmt"
	"math"
	"math/rand"
	"strconv"
	"strings"
	"testing"
)

// oddNumbers are texts that read as numbers, nearly do, or do not.
var oddNumbers = []string{
	"", " ", "0", "-0", "+0", "00", "-00", "1", "+1", "-1", "--1", "+-1", "1.", ".1", ".", "-.", "-.5", "+.5e1", "1..2", "1.2.3", "1e", "1e+", "1e-",
	"1e5", "1E5", "1e+5", "1e-5", "1 e5", "1e 5", "1e5.5", "e5", ".e5", "0e0", "1_000", "1,000", "0x10", "0b11", "0o17", "017", "-017", "0.0", "-0.0",
	"  12", "12  ", "\t12\n", "\v\f12", "12\x00", "12a", "a12", "- 1", "+ 1", "\xa012", "12\xa0", "inf", "Inf", "INF", "-inf", "+inf", "infinity", "Infinity",
	"-Infinity", "infinit", "infx", "inf ", " inf", "in", "nan", "NaN", "-nan", "+nan", "nanx", "nan(123)", "nan()", "nanq", "nans", "1e308", "1e309",
	"-1e309", "1e-323", "1e-324", "1e-400", "1e99999999999999999999", "1e-99999999999999999999", "9007199254740992", "9007199254740993", "9223372036854775807",
	"9223372036854775808", "-9223372036854775808", "-9223372036854775809", "18446744073709551615", "18446744073709551616", "18446744073709551615.0",
	"99999999999999999999999999", "0000000000000000000000000001", "0.1", "0.30000000000000004", "123456789012345678", "1234567890123456789012",
	"3.14159265358979323846", "2.2250738585072011e-308", "4.9e-324", "1.7976931348623157e308", "1.7976931348623159e308", "100000000000000000000e-20", "0e999999",
	"1e5x", "1.5x", "1x", "0 but true", "true", "１２", "12é", "1e1000000000000", "0.000000000000000000000000000000000000000000000001", "\n", "1\n\n", "٣",
}

func TestParseNumberAgainstPerl(t *testing.T) {
	var rows []row
	for _, s := range oddNumbers {
		n, clean := ParseNumber(s)
		expr := fmt.Sprintf("use Scalar::Util 'looks_like_number'; my $s = %s; (looks_like_number($s) ? 1 : 0) . ' ' . num($s + 0)", literal(Str(s)))
		rows = append(rows, row{expr, fmt.Sprintf("%d %s", Bool(clean).ToInt(), num(Add(n, Int(0))))})
	}
	checkRows(t, rows)
}

// TestFloatText compares the text of numbers of every size with perl's.
func TestFloatText(t *testing.T) {
	r := rand.New(rand.NewSource(3))
	list := []float64{0, math.Copysign(0, -1), 1, -1, 0.1, 0.1 + 0.2, 1e15, 1e14, 123456789012345, 1234567890123456, 999999999999999, 9999999999999995, 1e16, 1e-4, 1e-5, 0.00012345,
		0.000123456789012345678, 1e100, 1e-100, 5e-324, math.MaxFloat64, 1.0 / 3, 2.0 / 3, 100, 1e5, 123456.789, 0.5, 1e21, 1e22, 1e23, 3.0e-310, 999999999.9999999, 999999999.999999,
		0.1234565, 0.999999, 0.9999995, 0.9999999, 4.35, 2.675, 1.005, 100.01, 99999999.123456, -0.000101, 1e9 + 0.5, math.Inf(1), math.Inf(-1), math.NaN(), 1<<53 + 2, -1e15, 1e15 + 0.5}
	for i := range 20000 {
		switch i % 5 {
		case 0:
			list = append(list, math.Float64frombits(r.Uint64()))
		case 1:
			list = append(list, float64(r.Int63n(1e15))/1e6)
		case 2:
			list = append(list, float64(r.Intn(100000))/math.Pow10(r.Intn(12)))
		case 3:
			list = append(list, r.NormFloat64())
		case 4:
			list = append(list, math.Round(r.ExpFloat64()*1e9)/1e6*math.Pow10(r.Intn(20)-5))
		}
	}
	var rows []row
	for _, f := range list {
		rows = append(rows, row{"show(" + literal(Float(f)) + ")", Float(f).String()})
	}
	checkRows(t, rows)
	for _, row := range rows {
		if n, _ := ParseNumber(row.got); Float(n.ToFloat()).String() != row.got && row.got != "1.79769313486232e+308" { // which rounds up to infinity
			t.Errorf("%s reads as %v", row.got, n)
		}
	}
}

func TestParseLiteral(t *testing.T) {
	var rows []row
	for _, s := range []string{"0", "7", "1_000", "1_0.5_0e1_0", "0x1F", "0XfF", "0b101", "0B1", "017", "0o17", "0O7", "0x_ff", "0xffffffffffffffff", "0x1p3", "0x1.8p1", "0x.8p0",
		"18446744073709551616", "0.5", "00", "0e3", "1e3", "1E-2", "0_7", ".5", "5.", "9223372036854775808", "0xdead_beef", "0b1111_0000", "1.5e300", "0777777777777777777777"} {
		n, err := ParseLiteral(s)
		if err != nil {
			t.Errorf("%s: %v", s, err)
		}
		rows = append(rows, row{"no warnings; num(" + s + ")", num(n)})
	}
	checkRows(t, rows)
	for _, s := range []string{"08", "0b12", "0xg", "0o8", "019"} {
		if n, err := ParseLiteral(s); err == nil || !strings.Contains(err.Error(), s) {
			t.Errorf("%s: %v %v", s, n, err)
		}
	}
}

func TestRadix(t *testing.T) {
	var rows []row
	list := append([]string{"ff", "FF", "0xff", "0Xff", "xff", "Xff", "0b11", "b11", "0o17", "o17", "755", "0755", " 755", "789", "8", "12_34", "1__2", "_12", "12_", "0x", "x", "b", "0b2",
		"ffffffffffffffff", "10000000000000000", "777777777777777777777", "7777777777777777777777", "7777777777777777777777777", "xyz", "12 ", "0b" + strings.Repeat("1", 64), "0b" + strings.Repeat("1", 65),
		"fffffffffffffffffffffffg", "-5", "1.5", "0x_f", "0 x1"}, oddNumbers...)
	for _, s := range list {
		rows = append(rows, row{"num(hex(" + literal(Str(s)) + "))", num(Hex(Str(s)))}, row{"num(oct(" + literal(Str(s)) + "))", num(Oct(Str(s)))})
	}
	checkRows(t, rows)
	for _, c := range []struct {
		s string
		p RadixProblem
	}{{"12g", RadixProblem{Base: 16, Digit: 'g'}}, {"ffffffffffffffff0", RadixProblem{Base: 16, Overflow: true}}, {"1f", RadixProblem{Base: 16}}} {
		if _, p := HexChecked(Str(c.s)); p != c.p {
			t.Errorf("hex %s: %+v", c.s, p)
		}
	}
	if _, p := OctChecked(Str("0b102")); p != (RadixProblem{Base: 2, Digit: '2'}) {
		t.Errorf("oct: %+v", p)
	}
}

func FuzzParseNumber(f *testing.F) {
	for _, s := range oddNumbers {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		n, clean := ParseNumber(s)
		if !n.IsNumber() {
			t.Fatalf("%q: kind %d", s, n.Kind())
		}
		trimmed := strings.Trim(s, " \t\n\v\f\r")
		want, err := strconv.ParseFloat(trimmed, 64)
		if err != nil && !strings.Contains(err.Error(), "range") || strings.ContainsAny(trimmed, "_xXpPnN") {
			if clean && !strings.ContainsAny(trimmed, "nN") && s != "0 but true" {
				t.Fatalf("%q: clean, but ParseFloat says %v", s, err)
			}
			return
		}
		if !clean || n.ToFloat() != want {
			t.Fatalf("%q: %v, clean %v, want %v", s, n, clean, want)
		}
	})
}

func BenchmarkParseNumber(b *testing.B) {
	for _, s := range []string{"42", "1234567890", "3.14159", "1.5e10", "hello"} {
		b.Run(s, func(b *testing.B) {
			for b.Loop() {
				ParseNumber(s)
			}
		})
	}
}

func BenchmarkAppendFloat(b *testing.B) {
	for _, f := range []float64{3.14, 1.0 / 3, 1e100, 12345} {
		b.Run(Float(f).String(), func(b *testing.B) {
			var buf [32]byte
			for b.Loop() {
				AppendFloat(buf[:0], f)
			}
		})
	}
}
