package value

// This file defines the bitwise operators, on numbers and on strings.

// BitAnd returns a & b: on the characters if neither is a number, on 64-bit unsigned integers otherwise.
func BitAnd(a, b Value) Value { return bitOp('&', a, b) }

// BitOr returns a | b, as BitAnd does a & b.
func BitOr(a, b Value) Value { return bitOp('|', a, b) }

// BitXor returns a ^ b, as BitAnd does a & b.
func BitXor(a, b Value) Value { return bitOp('^', a, b) }

// NumBitAnd returns a & b of integers whatever the operands are (feature bitwise); NumBitOr, NumBitXor and NumBitNot
// are its siblings.
func NumBitAnd(a, b Value) Value { return Uint(a.ToUint() & b.ToUint()) }
func NumBitOr(a, b Value) Value  { return Uint(a.ToUint() | b.ToUint()) }
func NumBitXor(a, b Value) Value { return Uint(a.ToUint() ^ b.ToUint()) }
func NumBitNot(a Value) Value    { return Uint(^a.ToUint()) }

// StrBitAnd returns a &. b, the operator on strings; StrBitOr, StrBitXor and StrBitNot are its siblings.
func StrBitAnd(a, b Value) Value { return bitText('&', a.ToStr(), b.ToStr()) }
func StrBitOr(a, b Value) Value  { return bitText('|', a.ToStr(), b.ToStr()) }
func StrBitXor(a, b Value) Value { return bitText('^', a.ToStr(), b.ToStr()) }
func StrBitNot(a Value) Value    { return notText(a.ToStr()) }

// BitNot returns ~a: of a 64-bit unsigned integer if a is a number, of every character of its text otherwise.
func BitNot(a Value) Value {
	if a.numeric() {
		return NumBitNot(a)
	}
	return notText(a.ToStr())
}

func bitOp(op byte, a, b Value) Value {
	if !a.IsInt() && !b.IsInt() && asText(a, b) {
		return bitText(op, a.ToStr(), b.ToStr())
	}
	x, y := a.ToUint(), b.ToUint()
	switch op {
	case '&':
		return Uint(x & y)
	case '|':
		return Uint(x | y)
	}
	return Uint(x ^ y)
}

// asText tells whether the bitwise operators take a and b as strings: neither has a number.
func asText(a, b Value) bool { return !a.numeric() && !b.numeric() }

func (v Value) numeric() bool {
	v = v.Load()
	return v.IsNumber() || v == No || v.Kind() == KBox
}

// bitText combines two strings; & gives the shorter length, the others the longer one.
func bitText(op byte, a, b Value) Value {
	x, okX := a.Downgrade()
	y, okY := b.Downgrade()
	if !okX || !okY {
		return bitRunes(op, a, b)
	}
	if len(x) < len(y) {
		x, y = y, x
	}
	if op == '&' {
		out := make([]byte, len(y))
		for i := range out {
			out[i] = x[i] & y[i]
		}
		return Bytes(out)
	}
	out := []byte(x)
	for i := range len(y) {
		if op == '|' {
			out[i] |= y[i]
		} else {
			out[i] ^= y[i]
		}
	}
	return Bytes(out)
}

// bitRunes is bitText for strings with characters beyond one byte.
func bitRunes(op byte, a, b Value) Value {
	x, y := []rune(a.UTF8()), []rune(b.UTF8())
	if len(x) < len(y) {
		x, y = y, x
	}
	if op == '&' {
		x = x[:len(y)]
	}
	for i, r := range y {
		switch op {
		case '&':
			x[i] &= r
		case '|':
			x[i] |= r
		default:
			x[i] ^= r
		}
	}
	return Wide(string(x))
}

func notText(a Value) Value {
	s, ok := a.Downgrade()
	if !ok { // perl refuses this; the bytes are the nearest meaning
		s = a.S()
	}
	out := make([]byte, len(s))
	for i := range out {
		out[i] = ^s[i]
	}
	return Bytes(out)
}

// HasWide tells whether v is text with a character above 255, which the string operators of perl refuse.
func HasWide(v Value) bool {
	if v = v.Load(); !v.IsWide() {
		return false
	}
	s := v.S()
	for i := range len(s) {
		if s[i] > 0xC3 {
			return true
		}
	}
	return false
}

// ShiftLeft returns a << b on 64-bit unsigned integers. A negative count shifts right; 64 or more gives 0.
func ShiftLeft(a, b Value) Value { return Uint(shiftUint(a.ToUint(), b.ToInt())) }

// ShiftRight returns a >> b, as ShiftLeft.
func ShiftRight(a, b Value) Value {
	return Uint(shiftUint(a.ToUint(), -max(b.ToInt(), -64)))
}

func shiftUint(x uint64, n int64) uint64 {
	switch {
	case n >= 64 || n <= -64:
		return 0
	case n >= 0:
		return x << uint(n)
	}
	return x >> uint(-n)
}
