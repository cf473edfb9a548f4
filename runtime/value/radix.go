package value

// This file defines hex and oct.

import "math"

// A RadixProblem tells what hex or oct found odd about its operand; zero fields mean nothing was.
type RadixProblem struct {
	Base     int  // 2, 8 or 16: what the operand was read as
	Digit    byte // the first byte that is no digit of the base; the rest is ignored
	Overflow bool // the number exceeds 64 bits and became a float
}

// Hex returns the number that the text of v gives in base 16, with or without 0x in front. Perl dies of a v that HasWide.
func Hex(v Value) Value {
	n, _ := HexChecked(v)
	return n
}

// Oct returns the number that the text of v gives in base 8, or in the base its prefix 0x, 0b or 0o names.
func Oct(v Value) Value {
	n, _ := OctChecked(v)
	return n
}

// HexChecked is Hex and reports what perl warns about.
func HexChecked(v Value) (Value, RadixProblem) {
	s := v.String()
	if len(s) > 0 && s[0]|0x20 == 'x' {
		s = s[1:]
	} else if len(s) > 1 && s[0] == '0' && s[1]|0x20 == 'x' {
		s = s[2:]
	}
	return radixNumber(s, 16)
}

// OctChecked is Oct and reports what perl warns about.
func OctChecked(v Value) (Value, RadixProblem) {
	s := v.String()
	for len(s) > 0 && isSpace(s[0]) {
		s = s[1:]
	}
	rest := s
	if len(rest) > 0 && rest[0] == '0' {
		rest = rest[1:]
	}
	if len(rest) > 0 {
		switch rest[0] | 0x20 {
		case 'x':
			return radixNumber(rest[1:], 16)
		case 'b':
			return radixNumber(rest[1:], 2)
		case 'o':
			return radixNumber(rest[1:], 8)
		}
	}
	return radixNumber(s, 8)
}

// radixNumber reads digits, with single underscores between them, up to the first other byte.
func radixNumber(s string, base uint64) (Value, RadixProblem) {
	p := RadixProblem{Base: int(base)}
	var u uint64
	f := 0.0
	for i := 0; i < len(s); i++ {
		c := s[i]
		d := uint64(digitValue(c))
		if c == '_' && i+1 < len(s) && uint64(digitValue(s[i+1])) < base {
			continue
		}
		if d >= base {
			p.Digit = c
			break
		}
		if !p.Overflow && u <= (math.MaxUint64-d)/base {
			u = u*base + d
			continue
		}
		if !p.Overflow {
			p.Overflow, f = true, float64(u)
		}
		f = f*float64(base) + float64(d)
	}
	if p.Overflow {
		return Float(f), p
	}
	return Uint(u), p
}
