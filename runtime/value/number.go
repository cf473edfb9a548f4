package value

// This file defines how text is read as a number (perlnumber, perldata).

import (
	"math"
	"strconv"
)

// ParseNumber reads the number at the start of s, after blanks. clean is false when s is not wholly a number; the
// value is then what perl makes of it, 0 if nothing at the start is a number.
func ParseNumber(s string) (n Value, clean bool) {
	i := 0
	for i < len(s) && isSpace(s[i]) {
		i++
	}
	start := i
	if i < len(s) && (s[i] == '-' || s[i] == '+') {
		i++
	}
	digits := i
	var u uint64
	big := false
	for ; i < len(s) && s[i]-'0' < 10; i++ {
		d := uint64(s[i] - '0')
		if i-digits >= 19 && u > (math.MaxUint64-d)/10 { // fewer digits always fit
			big = true
		}
		u = u*10 + d
	}
	if i == len(s) && i > 0 && digits == 0 && !big {
		return Uint(u), true
	}
	end := i
	isInt := end > digits && !big
	if i < len(s) && s[i] == '.' {
		j := i + 1
		for j < len(s) && s[j]-'0' < 10 {
			j++
		}
		if end > digits || j > i+1 {
			isInt = isInt && j == i+1
			end = j
		}
		if j == len(s) && j-digits <= 16 && j > digits+1 {
			return shortDecimal(u, s[i+1:], start < digits && s[start] == '-'), true
		}
	}
	if end == digits || end == digits+1 && s[digits] == '.' {
		return parseInfNaN(s, start, digits)
	}
	if end < len(s) && (s[end] == 'e' || s[end] == 'E') {
		j := end + 1
		if j < len(s) && (s[j] == '-' || s[j] == '+') {
			j++
		}
		if j < len(s) && s[j]-'0' < 10 {
			for j < len(s) && s[j]-'0' < 10 {
				j++
			}
			end, isInt = j, false
		}
	}
	if isInt {
		if s[start] == '-' {
			n = signed(u, true)
			if u == 0 {
				n = Float(math.Copysign(0, -1))
			}
		} else {
			n = Uint(u)
		}
	} else {
		f, _ := strconv.ParseFloat(s[start:end], 64)
		n = Float(f)
	}
	return n, onlySpace(s[end:]) || s == "0 but true"
}

func parseInfNaN(s string, start, at int) (Value, bool) {
	sign := 1
	if start < len(s) && s[start] == '-' {
		sign = -1
	}
	for _, w := range [...]string{"infinity", "inf", "nan"} {
		if len(s) >= at+len(w) && equalFold(s[at:at+len(w)], w) {
			rest := s[at+len(w):]
			if w == "nan" {
				return Float(math.NaN()), onlySpace(nanPayload(rest))
			}
			return Float(math.Inf(sign)), onlySpace(rest)
		}
	}
	return Int(0), false
}

// shortDecimal returns the number with whole part u and the digits frac behind the point, 15 digits together. Both it
// without point and the power of ten are exact as floats, so that one division rounds correctly.
func shortDecimal(u uint64, frac string, neg bool) Value {
	scale := 1.0
	for i := range len(frac) {
		u = u*10 + uint64(frac[i]-'0')
		scale *= 10
	}
	f := float64(u) / scale
	if neg {
		f = -f
	}
	if frac == "" && (u != 0 || !neg) {
		return Int(int64(f))
	}
	return Float(f)
}

// nanPayload returns what follows the q, s or (number) that may belong to a NaN.
func nanPayload(s string) string {
	if s != "" && (s[0]|0x20 == 'q' || s[0]|0x20 == 's') {
		s = s[1:]
	}
	if s != "" && s[0] == '(' {
		for i := range len(s) {
			if s[i] == ')' && i > 1 {
				return s[i+1:]
			}
		}
	}
	return s
}

func equalFold(s, lower string) bool {
	for i := 0; i < len(s); i++ {
		if s[i]|0x20 != lower[i] {
			return false
		}
	}
	return true
}

func isSpace(c byte) bool { return c == ' ' || c-'\t' < 5 }

func onlySpace(s string) bool {
	for i := 0; i < len(s); i++ {
		if !isSpace(s[i]) {
			return false
		}
	}
	return true
}

// ParseLiteral reads a numeric literal of the source: underscores, 0x, 0b, 0o and octal forms included.
func ParseLiteral(text string) (Value, error) {
	b := make([]byte, 0, len(text))
	for i := 0; i < len(text); i++ {
		if text[i] != '_' {
			b = append(b, text[i])
		}
	}
	t := string(b)
	if len(t) > 1 && t[0] == '0' {
		if n, ok, err := parseRadix(t); ok {
			return n, err
		}
	}
	n, _ := ParseNumber(t)
	return n, nil
}

// parseRadix reads the 0x, 0b, 0o and 0 forms; ok is false when t is decimal after all ("0.5", "0e3").
func parseRadix(t string) (n Value, ok bool, err error) {
	base, digits := 8, t[1:]
	switch t[1] {
	case 'x', 'X':
		base, digits = 16, t[2:]
	case 'b', 'B':
		base, digits = 2, t[2:]
	case 'o', 'O':
		digits = t[2:]
	case '.', 'e', 'E':
		return Undef, false, nil
	}
	if base == 16 && containsAny(digits, ".pP") {
		f, err := strconv.ParseFloat(t, 64)
		return Float(f), true, err
	}
	u, err := strconv.ParseUint(digits, base, 64)
	if err == nil {
		return Uint(u), true, nil
	}
	f := 0.0
	for i := 0; i < len(digits); i++ {
		d := int(digitValue(digits[i]))
		if d >= base {
			return Undef, true, &strconv.NumError{Func: "literal", Num: t, Err: strconv.ErrSyntax}
		}
		f = f*float64(base) + float64(d)
	}
	return Float(f), true, nil
}

func digitValue(c byte) byte {
	switch {
	case c-'0' < 10:
		return c - '0'
	case c|0x20-'a' < 26:
		return c | 0x20 - 'a' + 10
	}
	return 99
}

func containsAny(s, chars string) bool {
	for i := 0; i < len(s); i++ {
		for j := 0; j < len(chars); j++ {
			if s[i] == chars[j] {
				return true
			}
		}
	}
	return false
}

// DecimalInt returns the integer that a string of bytes spells with at most 15 digits and perhaps a minus sign; anything else
// comes back as it is.
func (v Value) DecimalInt() Value {
	s := v.S()
	neg := len(s) > 1 && s[0] == '-'
	if neg {
		s = s[1:]
	}
	if len(s) == 0 || len(s) > 15 {
		return v
	}
	n := int64(0)
	for i := 0; i < len(s); i++ {
		d := s[i] - '0'
		if d > 9 {
			return v
		}
		n = n*10 + int64(d)
	}
	if neg {
		if n == 0 { // "-0" is a float in perl
			return v
		}
		n = -n
	}
	return Int(n)
}
