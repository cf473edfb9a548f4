package handle

// This file encodes what is written: characters to a file's bytes, line ends, and the single-byte code pages.

import (
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// encode appends s, characters in UTF-8 if wide and bytes otherwise, as the layers want it in the file.
func (h *Handle) encode(dst []byte, s string, wide bool) []byte {
	l := h.layers
	if l.crlf && strings.IndexByte(s, '\n') >= 0 {
		s = strings.ReplaceAll(s, "\n", "\r\n")
	}
	switch l.enc {
	case encBytes:
		if !wide {
			return append(dst, s...)
		}
		return h.encodeBytes(dst, s)
	case encUTF8, encStrict:
		if wide {
			return append(dst, s...)
		}
		return appendUpgraded(dst, s)
	case encLatin1:
		if !wide {
			return append(dst, s...)
		}
	}
	if l.enc == encUTF16 && h.flags&sawMark == 0 {
		h.flags |= sawMark
		dst = append(dst, 0xFE, 0xFF)
	}
	if wide {
		for _, r := range s {
			dst = h.encodeRune(dst, r)
		}
		return dst
	}
	for i := 0; i < len(s); i++ {
		dst = h.encodeRune(dst, rune(s[i]))
	}
	return dst
}

// encodeBytes writes characters to a handle without an encoding: one byte each if all of them fit, else UTF-8 and
// a warning.
func (h *Handle) encodeBytes(dst []byte, s string) []byte {
	start := len(dst)
	for _, r := range s {
		if r > 0xFF {
			h.warn(Warning{Kind: WideCharacter, Category: "utf8", Text: "Wide character"})
			return append(dst[:start], s...)
		}
		dst = append(dst, byte(r))
	}
	return dst
}

func appendUpgraded(dst []byte, s string) []byte {
	for {
		i := 0
		for i < len(s) && s[i] < utf8.RuneSelf {
			i++
		}
		dst = append(dst, s[:i]...)
		if i == len(s) {
			return dst
		}
		dst = utf8.AppendRune(dst, rune(s[i]))
		s = s[i+1:]
	}
}

func (h *Handle) encodeRune(dst []byte, r rune) []byte {
	switch h.layers.enc {
	case encUTF16, encUTF16BE:
		for _, u := range utf16.AppendRune(nil, r) {
			dst = append(dst, byte(u>>8), byte(u))
		}
		return dst
	case encUTF16LE:
		for _, u := range utf16.AppendRune(nil, r) {
			dst = append(dst, byte(u), byte(u>>8))
		}
		return dst
	case encUTF32BE:
		return append(dst, byte(r>>24), byte(r>>16), byte(r>>8), byte(r))
	case encUTF32LE:
		return append(dst, byte(r), byte(r>>8), byte(r>>16), byte(r>>24))
	}
	if b, ok := singleByte(h.layers.enc, r); ok {
		return append(dst, b)
	}
	start := len(dst)
	dst = fmt.Appendf(dst, `\x{%04x}`, r)
	h.warn(Warning{Kind: BadEncoding, Category: "utf8",
		Text: fmt.Sprintf(`"%s" does not map to %s`, dst[start:], h.layers.enc)})
	return dst
}

// singleByte returns r's byte in a code page.
func singleByte(e encoding, r rune) (byte, bool) {
	switch e {
	case encASCII:
		return byte(r), r < utf8.RuneSelf
	case encLatin9:
		return search(r, latin9Rune)
	case encCP1252:
		return search(r, cp1252Rune)
	}
	return byte(r), r <= 0xFF
}

// search inverts a code page whose first half is ASCII.
func search(r rune, page func(byte) rune) (byte, bool) {
	if r < utf8.RuneSelf {
		return byte(r), true
	}
	if r <= 0xFF && page(byte(r)) == r {
		return byte(r), true
	}
	for c := 0x80; c <= 0xFF; c++ {
		if page(byte(c)) == r {
			return byte(c), true
		}
	}
	return 0, false
}

// latin9Rune is iso-8859-15: Latin-1 with eight exceptions.
func latin9Rune(c byte) rune {
	switch c {
	case 0xA4:
		return '€'
	case 0xA6:
		return 'Š'
	case 0xA8:
		return 'š'
	case 0xB4:
		return 'Ž'
	case 0xB8:
		return 'ž'
	case 0xBC:
		return 'Œ'
	case 0xBD:
		return 'œ'
	case 0xBE:
		return 'Ÿ'
	}
	return rune(c)
}

// cp1252Rune is Windows-1252: Latin-1 with other characters from 0x80 to 0x9F; 0 for the five bytes without one.
func cp1252Rune(c byte) rune {
	if c < 0x80 || c > 0x9F {
		return rune(c)
	}
	const page = "€\x00‚ƒ„…†‡ˆ‰Š‹Œ\x00Ž\x00\x00‘’“”•–—˜™š›œ\x00žŸ"
	for _, r := range page {
		if c == 0x80 {
			return r
		}
		c--
	}
	return 0
}
