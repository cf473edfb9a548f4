package value

// This file defines the comparisons.

import "strings"

// NumCompare compares a and b as numbers: -1, 0 or 1. ordered is false if one of them is NaN.
func NumCompare(a, b Value) (cmp int, ordered bool) {
	if a.IsInt() && b.IsInt() {
		return order(a.I(), b.I()), true
	}
	a, b = a.ToNum(), b.ToNum()
	if a.IsFloat() || b.IsFloat() {
		x, y := a.ToFloat(), b.ToFloat()
		if x != x || y != y {
			return 0, false
		}
		return order(x, y), true
	}
	if a.Kind() != b.Kind() { // one is above math.MaxInt64, the other is not
		return order(a.Kind(), b.Kind()), true
	}
	if a.IsInt() {
		return order(a.I(), b.I()), true
	}
	return order(a.U(), b.U()), true
}

func order[T int64 | uint64 | float64 | Kind](x, y T) int {
	switch {
	case x < y:
		return -1
	case x > y:
		return 1
	}
	return 0
}

// NumEqual tells whether a == b as numbers.
func NumEqual(a, b Value) bool {
	if a.IsInt() && b.IsInt() {
		return a.n == b.n
	}
	c, ordered := NumCompare(a, b)
	return ordered && c == 0
}

// StrCompare compares a and b as text by code points: -1, 0 or 1.
func StrCompare(a, b Value) int {
	a, b = a.ToStr(), b.ToStr()
	if a.Kind() == b.Kind() {
		return strings.Compare(a.S(), b.S())
	}
	if a.Kind() == KWide {
		return -compareBytesWide(b.S(), a.S())
	}
	return compareBytesWide(a.S(), b.S())
}

// compareBytesWide compares a string of bytes with one of UTF-8.
func compareBytesWide(b, w string) int {
	i := 0
	for _, r := range w {
		if i == len(b) {
			return -1
		}
		if c := rune(b[i]); c != r {
			return order(int64(c), int64(r))
		}
		i++
	}
	if i < len(b) {
		return 1
	}
	return 0
}

// StrEqual tells whether a and b are the same text.
func StrEqual(a, b Value) bool {
	a, b = a.ToStr(), b.ToStr()
	if a.Kind() == b.Kind() {
		return a.S() == b.S()
	}
	return StrCompare(a, b) == 0
}

// LooseEqual compares as numbers if both look like numbers, as text otherwise. Undef equals only undef.
func LooseEqual(a, b Value) bool {
	a, b = a.Load(), b.Load()
	if a.IsUndef() || b.IsUndef() {
		return a.IsUndef() && b.IsUndef()
	}
	if a.LooksLikeNumber() && b.LooksLikeNumber() {
		return NumEqual(a, b)
	}
	return StrEqual(a, b)
}
