package value

// This file defines the change of case and quotemeta. Strings of bytes know the letters of ASCII only, wide strings
// all of Unicode.

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Upper returns uc(v).
func Upper(v Value) Value {
	v = v.ToStr()
	if v.Kind() == KWide {
		return mapRunes(v.S(), upperRune)
	}
	return mapASCII(v, 'a')
}

// Lower returns lc(v).
func Lower(v Value) Value {
	v = v.ToStr()
	if v.Kind() == KWide {
		return mapRunes(v.S(), lowerRune)
	}
	return mapASCII(v, 'A')
}

// FoldCase returns fc(v), the form in which texts that differ in case only are equal.
func FoldCase(v Value) Value {
	v = v.ToStr()
	if v.Kind() == KWide {
		return mapRunes(v.S(), foldRune)
	}
	return mapASCII(v, 'A')
}

// UpperFirst returns ucfirst(v).
func UpperFirst(v Value) Value { return mapFirst(v.ToStr(), 'a', titleRune) }

// LowerFirst returns lcfirst(v).
func LowerFirst(v Value) Value { return mapFirst(v.ToStr(), 'A', lowerRune) }

// mapASCII turns the case of the letters of the alphabet that begins with first.
func mapASCII(v Value, first byte) Value {
	s := v.S()
	i := 0
	for i < len(s) && s[i]-first >= 26 {
		i++
	}
	if i == len(s) {
		return v
	}
	b := []byte(s)
	for ; i < len(b); i++ {
		if b[i]-first < 26 {
			b[i] ^= 0x20
		}
	}
	return Bytes(b)
}

func mapRunes(s string, f func([]byte, rune) []byte) Value {
	b := make([]byte, 0, len(s)+8)
	for _, r := range s {
		b = f(b, r)
	}
	return Wide(string(b))
}

func mapFirst(v Value, first byte, f func([]byte, rune) []byte) Value {
	s := v.S()
	if s == "" {
		return v
	}
	if s[0] < utf8.RuneSelf || v.Kind() == KStr {
		if s[0]-first >= 26 {
			return v
		}
		b := []byte(s)
		b[0] ^= 0x20
		return text(string(b), v.Kind())
	}
	r, size := utf8.DecodeRuneInString(s)
	return Wide(string(f(make([]byte, 0, len(s)+8), r)) + s[size:])
}

func upperRune(b []byte, r rune) []byte {
	if s := specialUpper(r); s != "" {
		return append(b, s...)
	}
	return utf8.AppendRune(b, unicode.ToUpper(r))
}

func titleRune(b []byte, r rune) []byte {
	if s := specialTitle(r); s != "" {
		return append(b, s...)
	}
	return utf8.AppendRune(b, unicode.ToTitle(r))
}

func lowerRune(b []byte, r rune) []byte {
	if r == 0x130 { // capital I with dot
		return append(b, "i̇"...)
	}
	return utf8.AppendRune(b, unicode.ToLower(r))
}

// Quotemeta returns v with a backslash before every character that may mean something in a pattern.
func Quotemeta(v Value) Value {
	v = v.ToStr()
	wide := v.Kind() == KWide
	var b strings.Builder
	s := v.S()
	for i := 0; i < len(s); {
		size := 1
		quote := s[i] != '_' && s[i]-'0' >= 10 && s[i]|0x20-'a' >= 26
		if wide && s[i] >= utf8.RuneSelf {
			var r rune
			r, size = utf8.DecodeRuneInString(s[i:])
			quote = isPatternSyntax(r)
		}
		if quote {
			b.WriteByte('\\')
		}
		b.WriteString(s[i : i+size])
		i += size
	}
	return text(b.String(), v.Kind())
}

// isPatternSyntax tells which characters above ASCII quotemeta quotes: those that patterns may come to use, blanks, and
// those that do not show.
func isPatternSyntax(r rune) bool {
	switch {
	case r == 0xAD, r == 0x61C, r == 0x180E, r >= 0x200B && r <= 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x206F,
		r == 0xFEFF, r >= 0x1BCA0 && r <= 0x1BCA3, r >= 0x1D173 && r <= 0x1D17A, r >= 0xE0000 && r <= 0xE0FFF:
		return true
	}
	return unicode.In(r, unicode.Pattern_Syntax, unicode.Pattern_White_Space, unicode.White_Space, unicode.Cc,
		unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector)
}
