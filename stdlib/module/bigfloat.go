package module

// This file defines the numbers behind Math::BigFloat: decimal numbers m * 10**e with an integer m of any size.

import (
	"math"
	"math/big"
	"strconv"
	"strings"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

const (
	bigFloatClass = "Math::BigFloat"
	divScale      = 40 // significant digits of a quotient or root
	maxExponent   = 1 << 24
)

// A decimal is a decimal number; kind as in bigNumber.
type decimal struct {
	m    big.Int
	e    int
	kind byte
}

func (d *decimal) Text() value.Value   { return value.Str(d.String()) }
func (d *decimal) Number() value.Value { return value.Float(d.float()) }
func (d *decimal) Truth() bool         { return d.kind != 0 || d.m.Sign() != 0 }
func (d *decimal) Defined() bool       { return true }
func (d *decimal) TypeName() string    { return "decimal number" }

func (d *decimal) float() float64 {
	if d.kind != 0 {
		return (&bigNumber{kind: d.kind}).float()
	}
	f, err := strconv.ParseFloat(d.m.String()+"e"+strconv.Itoa(d.e), 64)
	if err != nil && f == 0 {
		return math.NaN()
	}
	return f
}

// normal removes zeros at the end of the mantissa.
func (d *decimal) normal() *decimal {
	if d.m.Sign() == 0 {
		d.e = 0
		return d
	}
	ten, q, r := big.NewInt(10), new(big.Int), new(big.Int)
	for {
		if q.QuoRem(&d.m, ten, r); r.Sign() != 0 {
			return d
		}
		d.m.Set(q)
		d.e++
	}
}

// power10 is 10**n.
func power10(n int) *big.Int { return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil) }

// aligned returns both mantissas at the smaller exponent.
func aligned(a, b *decimal) (x, y *big.Int, e int) {
	e = min(a.e, b.e)
	x = new(big.Int).Mul(&a.m, power10(a.e-e))
	y = new(big.Int).Mul(&b.m, power10(b.e-e))
	return x, y, e
}

func (d *decimal) isInteger() bool {
	n := *copyDecimal(d)
	return d.kind == 0 && n.normal().e >= 0
}

func copyDecimal(d *decimal) *decimal {
	out := &decimal{e: d.e, kind: d.kind}
	out.m.Set(&d.m)
	return out
}

// integer is the integer part.
func (d *decimal) integer() *bigNumber {
	out := &bigNumber{kind: d.kind}
	switch {
	case d.kind != 0:
	case d.e >= 0:
		out.n.Mul(&d.m, power10(d.e))
	default:
		out.n.Quo(&d.m, power10(-d.e))
	}
	return out
}

func fromInteger(n *bigNumber) *decimal {
	out := &decimal{kind: n.kind}
	out.m.Set(&n.n)
	return out.normal()
}

// String is the number without exponent.
func (d *decimal) String() string {
	if d.kind != 0 {
		return (&bigNumber{kind: d.kind}).String()
	}
	digits, sign := new(big.Int).Abs(&d.m).String(), ""
	if d.m.Sign() < 0 {
		sign = "-"
	}
	switch {
	case d.e >= 0:
		if d.m.Sign() == 0 {
			return "0"
		}
		return sign + digits + strings.Repeat("0", d.e)
	case len(digits) <= -d.e:
		return sign + "0." + strings.Repeat("0", -d.e-len(digits)) + digits
	}
	return sign + digits[:len(digits)+d.e] + "." + digits[len(digits)+d.e:]
}

// scientific is mantissa and exponent, as 12e+3.
func (d *decimal) scientific() string {
	if d.kind != 0 {
		return d.String()
	}
	n := copyDecimal(d).normal()
	sign := "+"
	if n.e < 0 {
		sign = ""
	}
	return n.m.String() + "e" + sign + strconv.Itoa(n.e)
}

// parseDecimal reads text as a decimal number; what is none is NaN.
func parseDecimal(s string) *decimal {
	s = strings.ReplaceAll(strings.TrimSpace(s), "_", "")
	out := &decimal{}
	lower := strings.ToLower(s)
	switch strings.TrimLeft(lower, "+-") {
	case "inf", "infinity":
		out.kind = '+'
		if strings.HasPrefix(lower, "-") {
			out.kind = '-'
		}
		return out
	}
	if body := strings.TrimLeft(lower, "+-"); len(body) > 1 && body[0] == '0' && strings.IndexByte("xbo", body[1]) >= 0 {
		return fromInteger(parseBig(s))
	}
	mantissa, exponent, hasExp := strings.Cut(lower, "e")
	whole, fraction, _ := strings.Cut(mantissa, ".")
	digits := strings.TrimLeft(whole, "+-") + fraction
	n, err := strconv.Atoi(exponent)
	if digits == "" || strings.Trim(digits, "0123456789") != "" || len(whole)-len(strings.TrimLeft(whole, "+-")) > 1 || hasExp && err != nil || n > maxExponent || n < -maxExponent {
		out.kind = 'n'
		return out
	}
	out.m.SetString(digits, 10)
	if strings.HasPrefix(whole, "-") {
		out.m.Neg(&out.m)
	}
	out.e = n - len(fraction)
	return out.normal()
}

// floatOf returns the number of an object of Math::BigFloat, nil for anything else.
func floatOf(v value.Value) *decimal {
	if v.Blessed() == nil || v.Kind() != value.KHashRef {
		return nil
	}
	if box := v.Hash().Get(bigField()); box.Kind() == value.KBox {
		d, _ := box.Box().(*decimal)
		return d
	}
	return nil
}

// toDecimal reads any value as a decimal number.
func toDecimal(v value.Value) *decimal {
	if d := floatOf(v); d != nil {
		return d
	}
	if n := bigOf(v); n != nil {
		return fromInteger(n)
	}
	if f := ratOf(v); f != nil {
		return f.decimal(divScale)
	}
	return parseDecimal(v.String())
}

func newFloat(vm *runtime.VM, d *decimal, class string) value.Value {
	h := value.NewHash()
	h.Set(bigField(), value.NewBox(d))
	return blessHash(vm, h, class)
}

// round cuts to a number of significant digits; halves go to the even neighbour.
func (d *decimal) round(digits int) *decimal { return d.roundBy(digits, "even") }

// roundBy is round by one of the modes of Math::BigFloat.
func (d *decimal) roundBy(digits int, mode string) *decimal {
	n := len(new(big.Int).Abs(&d.m).String())
	if d.kind != 0 || digits <= 0 || n <= digits {
		return d
	}
	return d.roundAtBy(d.e+n-digits, mode)
}

// roundAt rounds to a multiple of 10**e; halves go to the even neighbour.
func (d *decimal) roundAt(e int) *decimal { return d.roundAtBy(e, "even") }

// roundAtBy is roundAt by one of the modes of Math::BigFloat.
func (d *decimal) roundAtBy(e int, mode string) *decimal {
	if d.kind != 0 || e <= d.e {
		return d
	}
	unit := power10(e - d.e)
	q, r := new(big.Int).QuoRem(new(big.Int).Abs(&d.m), unit, new(big.Int))
	if half := new(big.Int).Lsh(r, 1).Cmp(unit); half > 0 && mode != "trunc" || half == 0 && halfGoesUp(mode, q.Bit(0) == 1, d.m.Sign() < 0) {
		q.Add(q, big.NewInt(1))
	}
	if d.m.Sign() < 0 {
		q.Neg(q)
	}
	out := &decimal{e: e}
	out.m.Set(q)
	return out
}

// halfGoesUp tells whether a mode takes an exact half away from zero; odd is the last digit that stays.
func halfGoesUp(mode string, odd, negative bool) bool {
	switch mode {
	case "odd":
		return !odd
	case "+inf":
		return !negative
	case "-inf":
		return negative
	case "zero", "trunc":
		return false
	case "common":
		return true
	}
	return odd
}

// roundingMode is the mode that operand i of a call names, else the one that round_mode has set.
func roundingMode(c *runtime.Call, i int) string {
	v := c.Arg(i)
	if !v.Defined() {
		v = c.VM.Scalar("Math::BigInt::_round_mode").Get()
	}
	switch mode := v.String(); mode {
	case "even", "odd", "+inf", "-inf", "zero", "trunc", "common":
		return mode
	default:
		c.Die("Unknown round mode '%s'", mode)
		return ""
	}
}

// decimalBinary computes a op b to the given number of digits where the result has no end.
func decimalBinary(op string, a, b *decimal, scale int) *decimal {
	if a.kind != 0 || b.kind != 0 {
		n, _ := bigBinary(op, signNumber(a), signNumber(b))
		return fromInteger(n)
	}
	out := &decimal{}
	switch op {
	case "+", "-":
		x, y, e := aligned(a, b)
		if op == "-" {
			y.Neg(y)
		}
		out.m.Add(x, y)
		out.e = e
	case "*":
		out.m.Mul(&a.m, &b.m)
		out.e = a.e + b.e
	case "/":
		return quotient(a, b, scale)
	case "%":
		x, y, e := aligned(a, b)
		if y.Sign() == 0 {
			return copyDecimal(a)
		}
		r := new(big.Int).Rem(x, y)
		if r.Sign() != 0 && r.Sign() != y.Sign() {
			r.Add(r, y)
		}
		out.m.Set(r)
		out.e = e
	case "**":
		return decimalPower(a, b, scale)
	default:
		n, _ := bigBinary(op, a.integer(), b.integer())
		return fromInteger(n)
	}
	return out.normal()
}

// signNumber stands for a decimal among infinities.
func signNumber(d *decimal) *bigNumber {
	out := &bigNumber{kind: d.kind}
	out.n.SetInt64(int64(d.m.Sign()))
	return out
}

func quotient(a, b *decimal, scale int) *decimal {
	if b.m.Sign() == 0 {
		return fromInteger(infinity(a.m.Sign()))
	}
	extra := max(scale+2+len(b.m.String())-len(a.m.String()), 0)
	num := new(big.Int).Mul(&a.m, power10(extra))
	q, r := new(big.Int).QuoRem(num, &b.m, new(big.Int))
	out := &decimal{e: a.e - b.e - extra}
	out.m.Set(q)
	if r.Sign() != 0 { // one more digit that is not zero keeps halves from looking exact
		out.m.Mul(&out.m, big.NewInt(10))
		out.m.Add(&out.m, big.NewInt(int64(num.Sign()*b.m.Sign())))
		out.e--
	}
	return out.round(scale).normal()
}

func decimalPower(a, b *decimal, scale int) *decimal {
	if !b.isInteger() {
		return raise(a, b, scale)
	}
	n := b.integer()
	if !n.n.IsInt64() {
		return fromInteger(notANumber())
	}
	k := n.n.Int64()
	abs := max(k, -k)
	if int64(a.m.BitLen())*abs > maxBits || int64(max(a.e, -a.e))*abs > maxExponent {
		return fromInteger(infinity(1))
	}
	out := &decimal{e: a.e * int(abs)}
	out.m.Exp(&a.m, big.NewInt(abs), nil)
	if k < 0 {
		one := &decimal{}
		one.m.SetInt64(1)
		return quotient(one, out, scale)
	}
	return out.normal()
}

// root is the square root to a number of digits.
func (d *decimal) root(scale int) *decimal {
	if d.kind == '+' {
		return d
	}
	if d.kind != 0 || d.m.Sign() < 0 {
		return fromInteger(notANumber())
	}
	extra := 2*scale + 4
	m, e := new(big.Int).Mul(&d.m, power10(extra)), d.e-extra
	if e%2 != 0 {
		m.Mul(m, big.NewInt(10))
		e--
	}
	out := &decimal{e: e / 2}
	out.m.Sqrt(m)
	if new(big.Int).Mul(&out.m, &out.m).Cmp(m) != 0 {
		out.m.Mul(&out.m, big.NewInt(10))
		out.m.Add(&out.m, big.NewInt(1))
		out.e--
	}
	return out.round(scale).normal()
}

func compareDecimal(a, b *decimal) (cmp int, ok bool) {
	if a.kind != 0 || b.kind != 0 {
		return compareBig(signNumber(a), signNumber(b))
	}
	x, y, _ := aligned(a, b)
	return x.Cmp(y), true
}
