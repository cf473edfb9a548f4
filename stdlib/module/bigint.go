package module

// This file defines the numbers behind Math::BigInt: integers of any size, infinities and not-a-number.

import (
	"math"
	"math/big"
	"strings"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

// A bigNumber is what an object of Math::BigInt holds. kind is 0 for a number, 'n' for NaN, '+' and '-' for the infinities.
type bigNumber struct {
	n    big.Int
	kind byte
}

// The methods that make a bigNumber a value of its own, so that a hash can hold it.

func (b *bigNumber) Text() value.Value   { return value.Str(b.String()) }
func (b *bigNumber) Number() value.Value { return value.Float(b.float()) }
func (b *bigNumber) Truth() bool         { return b.kind != 0 || b.n.Sign() != 0 }
func (b *bigNumber) Defined() bool       { return true }
func (b *bigNumber) TypeName() string    { return "integer" }

func (b *bigNumber) String() string {
	switch b.kind {
	case 'n':
		return "NaN"
	case '+':
		return "inf"
	case '-':
		return "-inf"
	}
	return b.n.String()
}

func (b *bigNumber) float() float64 {
	switch b.kind {
	case 'n':
		return math.NaN()
	case '+':
		return math.Inf(1)
	case '-':
		return math.Inf(-1)
	}
	f, _ := new(big.Float).SetInt(&b.n).Float64()
	return f
}

// sign is -1, 0 or 1; infinities have one, NaN has 0.
func (b *bigNumber) sign() int {
	switch b.kind {
	case '+':
		return 1
	case '-':
		return -1
	case 'n':
		return 0
	}
	return b.n.Sign()
}

func notANumber() *bigNumber { return &bigNumber{kind: 'n'} }

// infinity is that of a sign; of none it is NaN.
func infinity(sign int) *bigNumber {
	switch {
	case sign > 0:
		return &bigNumber{kind: '+'}
	case sign < 0:
		return &bigNumber{kind: '-'}
	}
	return notANumber()
}

const bigIntClass = "Math::BigInt"

// bigField is the key under which an object holds its number.
func bigField() value.Key { return value.KeyString("_n") }

// bigOf returns the number of an object of Math::BigInt, nil for anything else.
func bigOf(v value.Value) *bigNumber {
	if v.Blessed() == nil || v.Kind() != value.KHashRef {
		return nil
	}
	if box := v.Hash().Get(bigField()); box.Kind() == value.KBox {
		n, _ := box.Box().(*bigNumber)
		return n
	}
	return nil
}

// toBig reads any value as an integer: text must be one as a whole, a float is NaN unless it is one.
func toBig(v value.Value) *bigNumber {
	if n := bigOf(v); n != nil {
		return n
	}
	if f := floatOf(v); f != nil {
		return f.integer()
	}
	switch v.Kind() {
	case value.KInt:
		out := &bigNumber{}
		out.n.SetInt64(v.I())
		return out
	case value.KUint:
		out := &bigNumber{}
		out.n.SetUint64(v.U())
		return out
	}
	return parseBig(v.String())
}

// parseBig reads the text of an integer: decimal with underscores, an exponent or a fraction of zeros, or 0x, 0b, 0o.
func parseBig(s string) *bigNumber {
	s = strings.TrimSpace(s)
	plain := strings.ReplaceAll(s, "_", "")
	switch strings.ToLower(strings.TrimLeft(plain, "+-")) {
	case "nan", "":
		return notANumber()
	case "inf", "infinity":
		if strings.HasPrefix(plain, "-") {
			return infinity(-1)
		}
		return infinity(1)
	}
	out := &bigNumber{}
	lower := strings.ToLower(strings.TrimLeft(plain, "+-"))
	if len(lower) > 1 && lower[0] == '0' && strings.IndexByte("xbo", lower[1]) >= 0 {
		if _, ok := out.n.SetString(lower, 0); !ok {
			return notANumber()
		}
		if plain[0] == '-' {
			out.n.Neg(&out.n)
		}
		return out
	}
	if f := parseDecimal(plain); f.kind == 0 && f.isInteger() {
		return f.integer()
	}
	return notANumber()
}

// newBig makes an object of a class.
func newBig(vm *runtime.VM, n *bigNumber, class string) value.Value {
	vm.Room(int64(n.n.BitLen() / 8))
	h := value.NewHash()
	h.Set(bigField(), value.NewBox(n))
	return blessHash(vm, h, class)
}

// classOf is the class that a method was called on.
func classOf(c *runtime.Call, fallback string) string {
	v := c.Arg(0)
	if cl := v.Blessed(); cl != nil {
		return cl.Name
	}
	if v.IsString() && v.String() != "" {
		return v.String()
	}
	return fallback
}

// bigBinary computes a op b; the second result is the remainder of a division.
func bigBinary(op string, a, b *bigNumber) (result, rest *bigNumber) {
	if a.kind == 'n' || b.kind == 'n' {
		return notANumber(), notANumber()
	}
	if a.kind != 0 || b.kind != 0 {
		return infinite(op, a, b), notANumber()
	}
	out := &bigNumber{}
	switch op {
	case "+":
		out.n.Add(&a.n, &b.n)
	case "-":
		out.n.Sub(&a.n, &b.n)
	case "*":
		out.n.Mul(&a.n, &b.n)
	case "/", "%", "t/", "t%":
		return divide(op, a, b)
	case "**":
		return bigPower(a, b), nil
	case "<<", ">>":
		return shift(op, a, b), nil
	case "&":
		out.n.And(&a.n, &b.n)
	case "|":
		out.n.Or(&a.n, &b.n)
	case "^":
		out.n.Xor(&a.n, &b.n)
	default:
		return notANumber(), nil
	}
	return out, nil
}

// infinite computes with infinities.
func infinite(op string, a, b *bigNumber) *bigNumber {
	switch op {
	case "+":
		if a.kind != 0 && b.kind != 0 && a.kind != b.kind {
			return notANumber()
		}
		if a.kind != 0 {
			return infinity(a.sign())
		}
		return infinity(b.sign())
	case "-":
		return infinite("+", a, negated(b))
	case "*":
		return infinity(a.sign() * b.sign())
	case "/", "t/":
		if a.kind != 0 && b.kind != 0 {
			return notANumber()
		}
		if a.kind != 0 {
			if b.sign() < 0 {
				return infinity(-a.sign())
			}
			return infinity(a.sign())
		}
		out := &bigNumber{}
		if op == "/" && a.sign()*b.sign() < 0 {
			out.n.SetInt64(-1)
		}
		return out
	case "**":
		if b.kind == '+' && (a.kind != 0 || new(big.Int).Abs(&a.n).Cmp(big.NewInt(1)) > 0) {
			return infinity(1)
		}
		if a.kind != 0 && b.kind == 0 && b.sign() > 0 {
			return infinity(1)
		}
	}
	return notANumber()
}

func negated(a *bigNumber) *bigNumber {
	switch a.kind {
	case 'n':
		return notANumber()
	case 0:
		out := &bigNumber{}
		out.n.Neg(&a.n)
		return out
	}
	return infinity(-a.sign())
}

// divide rounds down, with a remainder of the divisor's sign; the t forms round towards zero.
func divide(op string, a, b *bigNumber) (result, rest *bigNumber) {
	if b.n.Sign() == 0 {
		if op == "%" || op == "t%" {
			return copyBig(a), notANumber()
		}
		return infinity(a.sign()), copyBig(a)
	}
	q, r := &bigNumber{}, &bigNumber{}
	q.n.QuoRem(&a.n, &b.n, &r.n)
	if op[0] != 't' && r.n.Sign() != 0 && r.n.Sign() != b.n.Sign() {
		q.n.Sub(&q.n, big.NewInt(1))
		r.n.Add(&r.n, &b.n)
	}
	if op == "%" || op == "t%" {
		return r, q
	}
	return q, r
}

func copyBig(a *bigNumber) *bigNumber {
	out := &bigNumber{kind: a.kind}
	out.n.Set(&a.n)
	return out
}

// maxBits bounds the size of a power or shift.
const maxBits = 1 << 30

func bigPower(a, b *bigNumber) *bigNumber {
	out := &bigNumber{}
	if b.n.Sign() < 0 {
		switch {
		case a.n.IsInt64() && a.n.Int64() == 1:
			return copyBig(a)
		case a.n.IsInt64() && a.n.Int64() == -1:
			if b.n.Bit(0) == 0 {
				return negated(a)
			}
			return copyBig(a)
		case a.n.Sign() == 0:
			return infinity(1)
		}
		if a.n.Sign() < 0 && b.n.Bit(0) == 1 {
			out.n.SetInt64(-1)
		}
		return out
	}
	if bits := int64(a.n.BitLen()); bits > 1 && (!b.n.IsInt64() || b.n.Int64() > maxBits/bits) {
		return infinity(1)
	}
	out.n.Exp(&a.n, &b.n, nil)
	return out
}

func shift(op string, a, b *bigNumber) *bigNumber {
	out := &bigNumber{}
	if !b.n.IsInt64() || b.n.Sign() < 0 || b.n.Int64() > maxBits {
		return notANumber()
	}
	if op == "<<" {
		out.n.Lsh(&a.n, uint(b.n.Int64()))
	} else {
		out.n.Rsh(&a.n, uint(b.n.Int64()))
	}
	return out
}

// compareBig compares; ok is false when one is NaN.
func compareBig(a, b *bigNumber) (cmp int, ok bool) {
	switch {
	case a.kind == 'n' || b.kind == 'n':
		return 0, false
	case a.kind == b.kind && a.kind != 0:
		return 0, true
	case a.kind != 0:
		return a.sign(), true
	case b.kind != 0:
		return -b.sign(), true
	}
	return a.n.Cmp(&b.n), true
}
