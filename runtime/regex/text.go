package regex

// This file defines how characters are read from and written to strings in the two modes.

import "unicode/utf8"

// mode tells what a character of the subject is.
type mode uint8

const (
	modeBytes mode = iota // one byte is one character, 0 to 255
	modeUTF8              // UTF-8 text
)

const (
	maxRune    = 0x10FFFF // the last character that Unicode knows
	maxEncoded = 0x1FFFFF // the last character four bytes can hold
)

// decode reads the character at s[i]; i must be inside of s. Surrogates and four-byte forms above Unicode's range are
// read as such. A byte that begins no character counts as one character, U+FFFD.
func decode(s string, i int) (rune, int) {
	if c := s[i]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	r, n := utf8.DecodeRuneInString(s[i:])
	if r != utf8.RuneError || n > 1 {
		return r, n
	}
	return decodeOdd(s, i)
}

// decodeOdd reads what is outside of strict UTF-8.
func decodeOdd(s string, i int) (rune, int) {
	cont := func(k int) rune {
		if i+k < len(s) && s[i+k]&0xC0 == 0x80 {
			return rune(s[i+k] & 0x3F)
		}
		return -1
	}
	c := s[i]
	switch {
	case c == 0xED:
		if a, b := cont(1), cont(2); a >= 0 && b >= 0 {
			return 0xD000 | a<<6 | b, 3
		}
	case c >= 0xF4 && c <= 0xF7:
		if a, b, d := cont(1), cont(2), cont(3); a >= 0 && b >= 0 && d >= 0 {
			return rune(c&7)<<18 | a<<12 | b<<6 | d, 4
		}
	}
	return utf8.RuneError, 1
}

// charLen is the number of bytes of the character at s[i].
func charLen(s string, i int) int {
	if s[i] < utf8.RuneSelf {
		return 1
	}
	_, n := decode(s, i)
	return n
}

// decodeBefore reads the character that ends at s[i]; i must be above 0.
func decodeBefore(s string, i int) (rune, int) {
	if c := s[i-1]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	for k := 2; k <= 4 && k <= i; k++ {
		if utf8.RuneStart(s[i-k]) {
			if r, n := decode(s, i-k); n == k {
				return r, n
			}
			break
		}
	}
	return utf8.RuneError, 1
}

// appendRune writes a character in UTF-8, surrogates and characters up to maxEncoded included.
func appendRune(b []byte, r rune) []byte {
	switch {
	case r >= 0xD800 && r <= 0xDFFF:
		return append(b, 0xE0|byte(r>>12), 0x80|byte(r>>6)&0x3F, 0x80|byte(r)&0x3F)
	case r > maxRune:
		return append(b, 0xF0|byte(r>>18), 0x80|byte(r>>12)&0x3F, 0x80|byte(r>>6)&0x3F, 0x80|byte(r)&0x3F)
	}
	return utf8.AppendRune(b, r)
}

// encode gives the bytes of characters in a mode; ok is false if the mode has no such character.
func encode(runes []rune, m mode) (text string, ok bool) {
	b := make([]byte, 0, len(runes))
	for _, r := range runes {
		switch {
		case m == modeUTF8:
			b = appendRune(b, r)
		case r < 256:
			b = append(b, byte(r))
		default:
			return "", false
		}
	}
	return string(b), true
}

// patternRunes splits a pattern into characters and gives the byte offset of each, and of the end.
func patternRunes(pattern string, isUTF8 bool) (runes []rune, offsets []int) {
	runes = make([]rune, 0, len(pattern))
	offsets = make([]int, 0, len(pattern)+1)
	for i := 0; i < len(pattern); {
		r, n := rune(pattern[i]), 1
		if isUTF8 {
			r, n = decode(pattern, i)
		}
		runes = append(runes, r)
		offsets = append(offsets, i)
		i += n
	}
	return runes, append(offsets, len(pattern))
}
