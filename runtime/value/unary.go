package value

// This file defines the operators on one number: negation, ++ and --, int, abs.

import "math"

// Neg returns -a. Text that begins with a letter gets a minus in front, text that begins with a sign has it turned.
func Neg(a Value) Value {
	if a.IsInt() && a.I() != math.MinInt64 {
		return Int(-a.I())
	}
	if a.IsFloat() {
		return Float(-a.F())
	}
	a = a.Load()
	if a.IsString() {
		if t, ok := negText(a); ok {
			return t
		}
	}
	n := a.ToNum()
	if u, neg, ok := magnitude(n); ok {
		return signed(u, !neg && u != 0)
	}
	return Float(-n.F())
}

func negText(a Value) (Value, bool) {
	s := a.S()
	switch {
	case s == "":
		return Undef, false
	case s[0] == '_' || s[0]|0x20-'a' < 26:
		return text("-"+s, a.Kind()), true
	case s[0] == '+':
		return text("-"+s[1:], a.Kind()), true
	case s[0] == '-' && !a.LooksLikeNumber():
		return text("+"+s[1:], a.Kind()), true
	}
	return Undef, false
}

// Inc returns a after ++. Text of letters followed by digits counts up as text: "Az" becomes "Ba", "zz" "aaa".
func Inc(a Value) Value {
	if a.IsInt() && a.I() != math.MaxInt64 {
		return Int(a.I() + 1)
	}
	a = a.Load()
	if a.IsString() {
		s := a.S()
		if s == "" {
			return Int(1)
		}
		if IsMagic(s) {
			return incText(s)
		}
	}
	return addSlow(asInteger(a.ToNum()), Int(1), false)
}

// Dec returns a after --.
func Dec(a Value) Value {
	if a.IsInt() && a.I() != math.MinInt64 {
		return Int(a.I() - 1)
	}
	n := a.ToNum()
	if n.IsFloat() {
		return Float(n.F() - 1)
	}
	return Sub(n, Int(1))
}

// Truncate returns the integer part of a, as int() does.
func Truncate(a Value) Value {
	if a.IsInt() {
		return a
	}
	n := a.ToNum()
	if !n.IsFloat() {
		return n
	}
	switch f := n.F(); {
	case f >= 0 && f < 1<<64:
		return Uint(uint64(f))
	case f < 0 && f > math.MinInt64:
		return Int(int64(f))
	default:
		return Float(math.Trunc(f))
	}
}

// Abs returns the absolute value of a.
func Abs(a Value) Value {
	n := asInteger(a.ToNum())
	if u, _, ok := magnitude(n); ok {
		return Uint(u)
	}
	return Float(math.Abs(n.F()))
}
