package regex

// This file defines quoting.

import "unicode"

// QuoteMeta puts a backslash before every character of s, which is UTF-8 text, that is or may become special in a
// pattern: all of ASCII but word characters, and what Perl quotes beyond ASCII (blanks, controls, pattern syntax).
func QuoteMeta(s string) string {
	b := make([]byte, 0, len(s)+8)
	for i := 0; i < len(s); {
		r, size := decode(s, i)
		if quoted(r) {
			b = append(b, '\\')
		}
		b = append(b, s[i:i+size]...)
		i += size
	}
	return string(b)
}

// QuoteMetaBytes is QuoteMeta for a string of bytes: all from 128 on are quoted.
func QuoteMetaBytes(s string) string {
	b := make([]byte, 0, len(s)+8)
	for i := range len(s) {
		if !clsWord.hasASCII(s[i]) {
			b = append(b, '\\')
		}
		b = append(b, s[i])
	}
	return string(b)
}

// quoted tells what Perl's quotemeta quotes in Unicode text.
func quoted(r rune) bool {
	if r < 128 {
		return !clsWord.hasASCII(byte(r))
	}
	return unicode.In(r, unicode.Pattern_Syntax, unicode.White_Space, unicode.Cc, unicode.Other_Default_Ignorable_Code_Point,
		unicode.Variation_Selector)
}
