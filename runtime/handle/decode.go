package handle

// This file decodes what was read: encodings to UTF-8, line ends, and the repair of malformed input.

import (
	"bytes"
	"fmt"
	"unicode/utf16"
	"unicode/utf8"
)

// A decoder turns a file's bytes into what a script reads. It is copied before each chunk, so that a position in the
// decoded text can be traced back to a position in the file by decoding the chunk again.
type decoder struct {
	layers layering
	big    bool // the byte order of UTF-16 with a mark
	marked bool // the mark has been looked for
	warn   func(text string)
}

// everything is a limit that no text reaches.
const everything = int(^uint(0) >> 1)

// decode appends the decoded form of src to dst and returns it with the number of bytes used. Without final, an
// incomplete character at the end stays unused. It stops early once dst holds limit bytes.
func (d *decoder) decode(dst, src []byte, final bool, limit int) ([]byte, int) {
	switch d.layers.enc {
	case encBytes, encLatin1, encUTF8, encStrict:
		return d.lineEnds(dst, src, final, limit)
	}
	used := 0
	for used < len(src) && len(dst) < limit {
		r, n := d.next(src[used:], final)
		if n == 0 {
			break
		}
		if r == '\r' && d.layers.crlf {
			r2, n2 := d.next(src[used+n:], final)
			if n2 == 0 && !final {
				break
			}
			if r2 == '\n' && n2 > 0 {
				r, n = r2, n+n2
			}
		}
		if r >= 0 {
			dst = utf8.AppendRune(dst, r)
		} else if n > 0 && r == badUnit {
			dst = d.bad(dst, src[used:used+n])
		}
		used += n
	}
	return dst, used
}

// lineEnds turns CRLF into LF in bytes and in UTF-8.
func (d *decoder) lineEnds(dst, src []byte, final bool, limit int) ([]byte, int) {
	used := 0
	for used < len(src) && len(dst) < limit {
		rest := src[used:]
		if room := limit - len(dst); len(rest) > room && room > 0 {
			rest = src[used : used+room]
		}
		i := -1
		if d.layers.crlf {
			i = bytes.IndexByte(rest, '\r')
		}
		if i < 0 {
			return append(dst, rest...), used + len(rest)
		}
		dst = append(dst, rest[:i]...)
		used += i
		switch {
		case used+1 < len(src) && src[used+1] == '\n':
			if len(dst) < limit {
				dst = append(dst, '\n')
				used += 2
			}
		case used+1 < len(src) || final:
			if len(dst) < limit {
				dst = append(dst, '\r')
				used++
			}
		default:
			return dst, used
		}
	}
	return dst, used
}

// Results of next besides characters.
const (
	noUnit  rune = -1 // bytes that stand for nothing: a byte order mark
	badUnit rune = -2 // bytes that stand for no character
)

// next decodes one character; n is 0 when src ends within it and more may come.
func (d *decoder) next(src []byte, final bool) (r rune, n int) {
	if len(src) == 0 {
		return 0, 0
	}
	switch d.layers.enc {
	case encASCII:
		if src[0] < utf8.RuneSelf {
			return rune(src[0]), 1
		}
		return badUnit, 1
	case encLatin9:
		return latin9Rune(src[0]), 1
	case encCP1252:
		if r := cp1252Rune(src[0]); r != 0 || src[0] == 0 {
			return r, 1
		}
		return badUnit, 1
	case encUTF32LE, encUTF32BE:
		return d.next32(src, final)
	}
	return d.next16(src, final)
}

func (d *decoder) next16(src []byte, final bool) (rune, int) {
	if len(src) < 2 {
		return partial(src, final)
	}
	if d.layers.enc == encUTF16 && !d.marked {
		d.marked, d.big = true, true
		if src[0] == 0xFF && src[1] == 0xFE {
			d.big = false
			return noUnit, 2
		}
		if src[0] == 0xFE && src[1] == 0xFF {
			return noUnit, 2
		}
	}
	big := d.layers.enc == encUTF16BE || d.layers.enc == encUTF16 && d.big
	r := unit16(src, big)
	if !utf16.IsSurrogate(r) {
		return r, 2
	}
	if r >= 0xDC00 {
		return badUnit, 2
	}
	if len(src) < 4 {
		return partial(src, final)
	}
	if full := utf16.DecodeRune(r, unit16(src[2:], big)); full != utf8.RuneError {
		return full, 4
	}
	return badUnit, 2
}

func unit16(src []byte, big bool) rune {
	if big {
		return rune(src[0])<<8 | rune(src[1])
	}
	return rune(src[1])<<8 | rune(src[0])
}

func (d *decoder) next32(src []byte, final bool) (rune, int) {
	if len(src) < 4 {
		return partial(src, final)
	}
	b := [4]byte(src)
	if d.layers.enc == encUTF32LE {
		b = [4]byte{b[3], b[2], b[1], b[0]}
	}
	u := uint32(b[0])<<24 | uint32(b[1])<<16 | uint32(b[2])<<8 | uint32(b[3])
	if u > utf8.MaxRune || utf16.IsSurrogate(rune(u)) {
		return badUnit, 4
	}
	return rune(u), 4
}

func partial(src []byte, final bool) (rune, int) {
	if final {
		return badUnit, len(src)
	}
	return 0, 0
}

// bad appends the visible form of bytes that stand for no character, as Encode's PERLQQ does: \xE9.
func (d *decoder) bad(dst, b []byte) []byte {
	start := len(dst)
	for _, c := range b {
		dst = fmt.Appendf(dst, `\x%02X`, c)
	}
	if d.warn != nil {
		d.warn(fmt.Sprintf(`%s "%s" does not map to Unicode`, d.layers.enc, dst[start:]))
	}
	return dst
}

// repair makes valid UTF-8 of s, which is not. Under :encoding(UTF-8) a malformed byte becomes \xE9 in letters, as
// perl has it; under the lenient :utf8 it becomes the character of that number, where perl would keep a broken string.
func (d *decoder) repair(s string) string {
	dst := make([]byte, 0, len(s)+16)
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if r != utf8.RuneError || n > 1 {
			dst = append(dst, s[i:i+n]...)
			i += n
			continue
		}
		n = malformed(s[i:])
		if d.layers.enc == encStrict {
			dst = d.badUTF8(dst, s[i:i+n])
		} else {
			for _, c := range []byte(s[i : i+n]) {
				dst = utf8.AppendRune(dst, rune(c))
			}
			if d.warn != nil {
				d.warn(fmt.Sprintf(`utf8 "\x%02X" does not map to Unicode`, s[i]))
			}
		}
		i += n
	}
	return string(dst)
}

func (d *decoder) badUTF8(dst []byte, s string) []byte {
	start := len(dst)
	for i := 0; i < len(s); i++ {
		dst = fmt.Appendf(dst, `\x%02X`, s[i])
	}
	if d.warn != nil {
		d.warn(fmt.Sprintf(`UTF-8 "%s" does not map to Unicode`, dst[start:]))
	}
	return dst
}

// malformed returns how many bytes at the start of s belong to one malformed character: a lead byte and the
// continuation bytes that it asked for, as far as they come.
func malformed(s string) int {
	want := 1
	switch c := s[0]; {
	case c >= 0xF0 && c < 0xF8:
		want = 4
	case c >= 0xE0:
		want = 3
	case c >= 0xC0:
		want = 2
	}
	if s[0] >= 0xF8 {
		want = 1
	}
	n := 1
	for n < want && n < len(s) && s[n]&0xC0 == 0x80 {
		n++
	}
	return n
}
