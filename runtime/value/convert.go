package value

// This file defines the conversions: text form, numeric form, truth.

import (
	"math"
	"strconv"
)

// ToStr returns v as a string value (KStr or KWide).
func (v Value) ToStr() Value {
	switch v.Kind() {
	case KStr, KWide:
		return v
	case KFloat:
		var b [32]byte
		return Str(string(AppendFloat(b[:0], v.F())))
	case KInt:
		return Str(strconv.FormatInt(v.I(), 10))
	case KBox:
		return v.Box().Text()
	case KCell:
		return v.Cell().Get().ToStr()
	case KRegexRef:
		if r := v.Regex(); r.Class == nil || r.Class.Overload == nil {
			return r.Source
		}
	}
	if v.IsRef() {
		if c := v.header().Class; c != nil && c.Overload != nil {
			if s, ok := c.Overload.Stringify(v); ok {
				return s.ToStr()
			}
		}
	}
	return Bytes(v.AppendTo(nil))
}

// String returns the text form of v: bytes of a byte string, UTF-8 of a wide one.
func (v Value) String() string { return v.ToStr().S() }

// AppendTo appends the text form of v to b.
func (v Value) AppendTo(b []byte) []byte {
	switch v.Kind() {
	case KUndef:
		return b
	case KInt:
		return appendInt(b, v.I())
	case KFloat:
		return AppendFloat(b, v.F())
	case KUint:
		return strconv.AppendUint(b, v.U(), 10)
	case KStr, KWide:
		return append(b, v.S()...)
	case KGlob:
		return append(append(b, '*'), v.Glob().FullName()...)
	case KCell:
		return v.Cell().Get().AppendTo(b)
	case KBox:
		return append(b, v.Box().Text().S()...)
	}
	if c := v.header().Class; c != nil && c.Overload != nil {
		if s, ok := c.Overload.Stringify(v); ok {
			return s.AppendTo(b)
		}
	}
	if v.Kind() == KRegexRef {
		return append(b, v.Regex().Source.S()...)
	}
	return v.AppendAddress(b)
}

// AppendAddress appends the plain form of a reference, `HASH(0x55...)` or `Class=HASH(0x55...)`.
func (v Value) AppendAddress(b []byte) []byte {
	if c := v.header().Class; c != nil {
		b = append(append(b, c.Name...), '=')
	}
	b = append(append(b, v.RefType()...), "(0x"...)
	return append(strconv.AppendUint(b, uint64(v.Addr()), 16), ')')
}

// RefType returns the built-in type of what a reference points to ("ARRAY"), "" for anything else.
func (v Value) RefType() string {
	switch v.Kind() {
	case KScalarRef:
		switch t := v.Cell().Get(); {
		case t.IsRef():
			return "REF"
		case t.Kind() == KGlob:
			return "GLOB"
		}
		return "SCALAR"
	case KArrayRef:
		return "ARRAY"
	case KHashRef:
		return "HASH"
	case KCodeRef:
		return "CODE"
	case KGlobRef:
		return "GLOB"
	case KRegexRef:
		return "Regexp"
	}
	return ""
}

// Blessed returns the class a reference is blessed into, nil for anything else. A qr// object that nobody blessed
// has none here; its class is "Regexp" to ref().
func (v Value) Blessed() *Class {
	if !v.IsRef() {
		return nil
	}
	return v.header().Class
}

// Bless sets the class of the object behind a reference.
func (v Value) Bless(c *Class) { v.header().Class = c }

// AppendFloat appends the text form of a number as perl prints it: %.15g, and negative zero as 0.
func AppendFloat(b []byte, f float64) []byte {
	switch {
	case f != f:
		return append(b, "NaN"...)
	case f > math.MaxFloat64:
		return append(b, "Inf"...)
	case f < -math.MaxFloat64:
		return append(b, "-Inf"...)
	case f == math.Trunc(f) && math.Abs(f) < 1e15:
		return strconv.AppendInt(b, int64(f), 10)
	}
	if out, ok := appendShort(b, f); ok {
		return out
	}
	return strconv.AppendFloat(b, f, 'g', 15, 64)
}

// appendShort appends numbers with up to six digits behind the point and nine before it. Text of 15 digits or less that
// reads as f is what %.15g gives for f, so one division settles it.
func appendShort(b []byte, f float64) (out []byte, ok bool) {
	const scale = 1e6
	size := math.Abs(f)
	if size < 1e-4 || size >= 1e9 {
		return b, false
	}
	r := math.RoundToEven(size * scale)
	if r/scale != size {
		return b, false
	}
	if f < 0 {
		b = append(b, '-')
	}
	n := uint64(r)
	b = strconv.AppendUint(b, n/scale, 10)
	b = append(b, '.')
	n %= scale
	for digit := uint64(scale / 10); n > 0; digit /= 10 {
		b = append(b, byte('0'+n/digit))
		n %= digit
	}
	return b, true
}

// Truth tells whether v counts as true: undef, 0, "" and "0" do not.
func (v Value) Truth() bool {
	switch v.Kind() {
	case KUndef:
		return false
	case KInt:
		return v.I() != 0
	case KFloat:
		return v.F() != 0
	case KUint:
		return true
	case KStr, KWide:
		s := v.S()
		return len(s) > 1 || len(s) == 1 && s[0] != '0'
	case KBox:
		return v.Box().Truth()
	case KCell:
		return v.Cell().Get().Truth()
	case KGlob:
		return true
	}
	if c := v.header().Class; c != nil && c.Overload != nil {
		if t, ok := c.Overload.Truth(v); ok {
			return t
		}
	}
	return true
}

// Defined tells whether v is anything but undef.
func (v Value) Defined() bool {
	switch v.Kind() {
	case KUndef:
		return false
	case KBox:
		return v.Box().Defined()
	case KCell:
		return v.Cell().Get().Defined()
	}
	return true
}

// ToNum returns v as a number value: Int, Uint or Float. Text that is no number counts as far as it is one.
func (v Value) ToNum() Value {
	switch v.Kind() {
	case KUndef:
		return Int(0)
	case KInt, KFloat, KUint:
		return v
	case KStr, KWide:
		n, _ := ParseNumber(v.S())
		return n
	case KBox:
		return v.Box().Number()
	case KCell:
		return v.Cell().Get().ToNum()
	case KGlob:
		return Int(0)
	}
	if c := v.header().Class; c != nil && c.Overload != nil {
		if n, ok := c.Overload.Numify(v); ok {
			return n.ToNum()
		}
	}
	return Uint(uint64(v.Addr()))
}

// ToFloat returns v as a floating-point number.
func (v Value) ToFloat() float64 {
	if v.IsFloat() {
		return v.F()
	}
	switch n := v.ToNum(); n.Kind() {
	case KInt:
		return float64(n.I())
	case KUint:
		return float64(n.U())
	default:
		return n.F()
	}
}

// ToInt returns v as an integer: fractions cut off, out of range numbers clamped, NaN 0.
func (v Value) ToInt() int64 {
	if v.IsInt() {
		return v.I()
	}
	switch n := v.ToNum(); n.Kind() {
	case KInt:
		return n.I()
	case KUint:
		return math.MaxInt64
	default:
		return clampInt(n.F())
	}
}

func clampInt(f float64) int64 {
	switch {
	case f != f:
		return 0
	case f >= math.MaxInt64:
		return math.MaxInt64
	case f <= math.MinInt64:
		return math.MinInt64
	}
	return int64(f)
}

// ToUint returns v as the unsigned integer that the bit operators work on: negative integers wrap around, numbers
// too large become all ones.
func (v Value) ToUint() uint64 {
	if v.IsInt() {
		return uint64(v.I())
	}
	switch n := v.ToNum(); n.Kind() {
	case KInt:
		return uint64(n.I())
	case KUint:
		return n.U()
	default:
		f := n.F()
		switch {
		case f != f:
			return 0
		case f < 0:
			return uint64(clampInt(f))
		case f >= 1<<64:
			return math.MaxUint64
		}
		return uint64(f)
	}
}

// LooksLikeNumber tells whether v is a number or text that is one as a whole (leading and trailing blanks allowed).
func (v Value) LooksLikeNumber() bool {
	switch v.Kind() {
	case KInt, KFloat, KUint:
		return true
	case KStr, KWide:
		_, clean := ParseNumber(v.S())
		return clean || v == No
	case KCell:
		return v.Cell().Get().LooksLikeNumber()
	case KBox:
		return v.Box().Text().LooksLikeNumber()
	}
	return false
}

// PerlVersion is the text of $^V, the version of perl whose language this is.
const PerlVersion = "v5.36.0"
