package lang

// This file defines the builder of constant strings: bytes as long as that is possible, UTF-8 text from the first
// character that does not fit a byte.

import (
	"unicode"
	"unicode/utf8"
)

// A textBuilder collects the characters of a string.
type textBuilder struct {
	buf  []byte
	wide bool // buf is UTF-8 text, otherwise each byte is a character
	utf8 bool // the source is read as characters
}

// char adds a character.
func (b *textBuilder) char(r rune) {
	switch {
	case b.wide:
		b.buf = utf8.AppendRune(b.buf, r)
	case r < 0x100 && r >= 0:
		b.buf = append(b.buf, byte(r))
	default:
		b.widen()
		b.buf = utf8.AppendRune(b.buf, r)
	}
}

// widen turns bytes into UTF-8 text.
func (b *textBuilder) widen() {
	b.wide = true
	for i, c := range b.buf {
		if c >= 0x80 {
			text := append([]byte(nil), b.buf[:i]...)
			for _, c := range b.buf[i:] {
				text = utf8.AppendRune(text, rune(c))
			}
			b.buf = text
			return
		}
	}
}

// source adds the first character of source text and returns its length.
func (b *textBuilder) source(text string) int {
	c := text[0]
	if c < 0x80 && !b.wide {
		b.buf = append(b.buf, c)
		return 1
	}
	if b.utf8 && c >= 0x80 {
		if r, size := utf8.DecodeRuneInString(text); r != utf8.RuneError || size > 1 {
			if !b.wide {
				b.widen() // a character of the source follows the rules of characters, below 256 too
			}
			b.char(r)
			return size
		}
	}
	b.char(rune(c))
	return 1
}

// String returns the text.
func (b *textBuilder) String() string { return string(b.buf) }

// recase returns r as \u and \l make it.
func recase(r rune, shot byte) rune {
	switch shot {
	case 'u':
		return unicode.ToTitle(r)
	case 'l':
		return unicode.ToLower(r)
	}
	return r
}

// isASCII reports whether s has no byte beyond ASCII, whose case depends on the features in force.
func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
