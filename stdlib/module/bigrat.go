package module

// This file defines Math::BigRat: fractions of integers of any size.

import (
	"math/big"
	"strings"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

const bigRatClass = "Math::BigRat"

// A fraction is what an object of Math::BigRat holds; kind as in bigNumber.
type fraction struct {
	r    big.Rat
	kind byte
}

func (f *fraction) Text() value.Value   { return value.Str(f.String()) }
func (f *fraction) Number() value.Value { return value.Float(f.float()) }
func (f *fraction) Truth() bool         { return f.kind != 0 || f.r.Sign() != 0 }
func (f *fraction) Defined() bool       { return true }
func (f *fraction) TypeName() string    { return "fraction" }

func (f *fraction) String() string {
	if f.kind != 0 {
		return (&bigNumber{kind: f.kind}).String()
	}
	return f.r.RatString()
}

func (f *fraction) float() float64 {
	if f.kind != 0 {
		return (&bigNumber{kind: f.kind}).float()
	}
	v, _ := f.r.Float64()
	return v
}

// part is numerator or denominator as a number of its own.
func (f *fraction) part(numerator bool) *bigNumber {
	out := &bigNumber{kind: f.kind}
	switch {
	case numerator:
		out.n.Set(f.r.Num())
	case f.kind != 'n':
		out.kind = 0
		out.n.Set(f.r.Denom())
	}
	return out
}

// toward rounds: 0 towards zero, -1 down, 1 up.
func (f *fraction) toward(direction int) *bigNumber {
	out := &bigNumber{kind: f.kind}
	if f.kind != 0 {
		return out
	}
	rest := new(big.Int)
	out.n.QuoRem(f.r.Num(), f.r.Denom(), rest)
	if rest.Sign() == direction && direction != 0 {
		out.n.Add(&out.n, big.NewInt(int64(direction)))
	}
	return out
}

// decimal is the fraction to a number of digits.
func (f *fraction) decimal(scale int) *decimal {
	if f.kind != 0 {
		return fromInteger(&bigNumber{kind: f.kind})
	}
	return quotient(fromInteger(f.part(true)), fromInteger(f.part(false)), scale)
}

func integerRat(n *bigNumber) *fraction {
	out := &fraction{kind: n.kind}
	out.r.SetInt(&n.n)
	return out
}

func decimalRat(d *decimal) *fraction {
	out := &fraction{kind: d.kind}
	if d.kind != 0 {
		return out
	}
	if d.e >= 0 {
		out.r.SetInt(&d.integer().n)
	} else {
		out.r.SetFrac(&d.m, power10(-d.e))
	}
	return out
}

// ratOf returns the number of an object of Math::BigRat, nil for anything else.
func ratOf(v value.Value) *fraction {
	if v.Blessed() == nil || v.Kind() != value.KHashRef {
		return nil
	}
	if box := v.Hash().Get(bigField()); box.Kind() == value.KBox {
		f, _ := box.Box().(*fraction)
		return f
	}
	return nil
}

// toRat reads any value as a fraction: an object, a number, or text such as "3/4".
func toRat(v value.Value) *fraction {
	if f := ratOf(v); f != nil {
		return f
	}
	if floatOf(v) != nil || bigOf(v) != nil {
		return decimalRat(toDecimal(v))
	}
	text := v.String()
	numerator, denominator, ok := strings.Cut(text, "/")
	if !ok {
		return decimalRat(parseDecimal(text))
	}
	n, d := decimalRat(parseDecimal(numerator)), decimalRat(parseDecimal(denominator))
	return ratBinary("/", n, d)
}

func newRat(vm *runtime.VM, f *fraction, class string) value.Value {
	h := value.NewHash()
	h.Set(bigField(), value.NewBox(f))
	return blessHash(vm, h, class)
}

// signRat stands for a fraction among infinities.
func signRat(f *fraction) *bigNumber {
	out := &bigNumber{kind: f.kind}
	out.n.SetInt64(int64(f.r.Sign()))
	return out
}

// ratBinary computes a op b.
func ratBinary(op string, a, b *fraction) *fraction {
	out := &fraction{}
	if a.kind != 0 || b.kind != 0 {
		n, _ := bigBinary(op, signRat(a), signRat(b))
		return integerRat(n)
	}
	switch op {
	case "+":
		out.r.Add(&a.r, &b.r)
	case "-":
		out.r.Sub(&a.r, &b.r)
	case "*":
		out.r.Mul(&a.r, &b.r)
	case "/":
		if b.r.Sign() == 0 {
			return integerRat(infinity(a.r.Sign()))
		}
		out.r.Quo(&a.r, &b.r)
	case "%":
		if b.r.Sign() == 0 {
			return a
		}
		times := (&fraction{r: *new(big.Rat).Quo(&a.r, &b.r)}).toward(-1)
		out.r.Sub(&a.r, new(big.Rat).Mul(&b.r, new(big.Rat).SetInt(&times.n)))
	case "**":
		return ratPower(a, b)
	default:
		return &fraction{kind: 'n'}
	}
	return out
}

func ratPower(a, b *fraction) *fraction {
	if !b.r.IsInt() {
		return decimalRat(decimalPower(a.decimal(divScale), b.decimal(divScale), divScale))
	}
	exponent := b.part(true)
	n, _ := bigBinary("**", a.part(true), absolutely(exponent))
	d, _ := bigBinary("**", a.part(false), absolutely(exponent))
	if exponent.sign() < 0 {
		n, d = d, n
	}
	return ratBinary("/", integerRat(n), integerRat(d))
}

// compareRat compares; ok is false when one is NaN.
func compareRat(a, b *fraction) (cmp int, ok bool) {
	if a.kind != 0 || b.kind != 0 {
		return compareBig(signRat(a), signRat(b))
	}
	return a.r.Cmp(&b.r), true
}

// ratRoot is the square root: exact where there is one.
func ratRoot(f *fraction) *fraction {
	n, d := bigSqrt(f.part(true)), bigSqrt(f.part(false))
	out := ratBinary("/", integerRat(n), integerRat(d))
	if square := ratBinary("*", out, out); square.kind == 0 && square.r.Cmp(&f.r) == 0 || f.kind != 0 || f.r.Sign() < 0 {
		return out
	}
	return decimalRat(f.decimal(divScale + 5).root(divScale))
}
