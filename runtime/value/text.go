package value

// This file defines length, substr, index, repetition and what else works on the characters of a string.

import (
	"strings"
	"unicode/utf8"
)

// MaxText is the longest string in bytes that Repeat makes.
const MaxText = 1 << 32

// Length returns the number of characters of the text form of v.
func Length(v Value) int {
	v = v.ToStr()
	if v.Kind() == KWide {
		return utf8.RuneCountInString(v.S())
	}
	return int(v.n & lenMask)
}

// Repeat returns the text of s n times; "" for n below 1. It is undef if that would be longer than MaxText.
func Repeat(s Value, n int64) Value {
	s = s.ToStr()
	size := int64(len(s.S()))
	switch {
	case n <= 0 || size == 0:
		return Str("")
	case n == 1:
		return s
	case n > MaxText/size:
		return Undef
	}
	return text(strings.Repeat(s.S(), int(n)), s.Kind())
}

// Substr returns the part of the text of v that begins with character off and has length characters; off counts from
// the end when negative, a negative length leaves that many characters off the end, and without hasLength all the rest is
// taken. The part shares the bytes of v and is s[start:end] of the text form s of v. ok is false if it lies wholly outside.
func Substr(v Value, off, length int64, hasLength bool) (part Value, start, end int, ok bool) {
	v = v.ToStr()
	s := v.S()
	if v.Kind() == KStr {
		start, end, ok = clip(len(s), off, length, hasLength)
		if !ok {
			return Undef, 0, 0, false
		}
		return text(s[start:end], KStr), start, end, true
	}
	if off >= 0 && (hasLength && length >= 0) { // no need to count the whole string
		if start, ok = ByteOffset(s, 0, off); ok {
			end, _ = ByteOffset(s, start, length)
			return Wide(s[start:end]), start, end, true
		}
		return Undef, 0, 0, false
	}
	from, to, ok := clip(utf8.RuneCountInString(s), off, length, hasLength)
	if !ok {
		return Undef, 0, 0, false
	}
	start, _ = ByteOffset(s, 0, int64(from))
	end, _ = ByteOffset(s, start, int64(to-from))
	return Wide(s[start:end]), start, end, true
}

// clip resolves offset and length of substr against a string of n characters.
func clip(n int, off, length int64, hasLength bool) (from, to int, ok bool) {
	size := int64(n)
	before := false // the start lies before the string
	if off < 0 {
		off += size
		before = off < 0
	}
	if off > size {
		return 0, 0, false
	}
	stop := size
	if hasLength {
		switch {
		case length < 0:
			stop = size + length
		case off < 0: // cannot overflow, while size-off can
			stop = min(size, off+length)
		case length < size-off:
			stop = off + length
		}
	}
	if stop < 0 {
		if before {
			return 0, 0, false
		}
		stop = 0
	}
	off = max(off, 0)
	return int(off), int(max(stop, off)), true
}

// ByteOffset returns the byte offset of the place n characters behind byte offset from in the UTF-8 text s. If s ends
// before, it returns its length and false.
func ByteOffset(s string, from int, n int64) (int, bool) {
	i := from
	for ; n > 0 && i < len(s); n-- {
		if s[i] < utf8.RuneSelf {
			i++
			continue
		}
		_, size := utf8.DecodeRuneInString(s[i:])
		i += size
	}
	return i, n <= 0
}

// Index returns the character position of the first needle in hay at or after pos (0 without hasPos), -1 if there is none.
func Index(hay, needle Value, pos int64, hasPos bool) int64 {
	h, n, wide := sameForm(hay, needle)
	if !hasPos || pos < 0 {
		pos = 0
	}
	if !wide {
		pos = min(pos, int64(len(h)))
		if i := strings.Index(h[pos:], n); i >= 0 {
			return int64(i) + pos
		}
		return -1
	}
	from, ok := ByteOffset(h, 0, pos)
	if !ok {
		pos = int64(utf8.RuneCountInString(h))
	}
	i := strings.Index(h[from:], n)
	if i < 0 {
		return -1
	}
	return pos + int64(utf8.RuneCountInString(h[from:from+i]))
}

// Rindex returns the character position of the last needle in hay that starts at or before pos (the end without
// hasPos), -1 if there is none.
func Rindex(hay, needle Value, pos int64, hasPos bool) int64 {
	h, n, wide := sameForm(hay, needle)
	if hasPos && pos < 0 {
		if n == "" {
			return 0
		}
		return -1
	}
	end := len(h)
	if hasPos {
		at := int(min(pos, int64(len(h))))
		if wide {
			at, _ = ByteOffset(h, 0, pos)
		}
		end = min(at+len(n), len(h))
	}
	i := lastIndex(h[:end], n)
	if wide && i >= 0 {
		return int64(utf8.RuneCountInString(h[:i]))
	}
	return int64(i)
}

// sameForm returns two texts in the same form, as UTF-8 if one of them is wide.
func sameForm(a, b Value) (x, y string, wide bool) {
	a, b = a.ToStr(), b.ToStr()
	if a.Kind() != b.Kind() {
		return a.UTF8(), b.UTF8(), true
	}
	return a.S(), b.S(), a.Kind() == KWide
}

// Reverse returns the characters of v in opposite order.
func Reverse(v Value) Value {
	v = v.ToStr()
	s := v.S()
	out := make([]byte, len(s))
	if v.Kind() == KStr {
		for i, j := 0, len(out)-1; j >= 0 && i < len(s); i, j = i+1, j-1 {
			out[j] = s[i]
		}
		return Bytes(out)
	}
	at := len(out)
	for i := 0; i < len(s); {
		_, size := utf8.DecodeRuneInString(s[i:])
		at -= size
		copy(out[at:], s[i:i+size])
		i += size
	}
	return text(string(out), KWide)
}

// lastIndex is strings.LastIndex, which computes a rolling hash: that pays for long texts only.
func lastIndex(s, part string) int {
	if len(part) < 2 || len(s) > 1<<10 {
		return strings.LastIndex(s, part)
	}
	first := part[0]
	for i := len(s) - len(part); i >= 0; i-- {
		if s[i] == first && s[i:i+len(part)] == part {
			return i
		}
	}
	return -1
}

// Ord returns the code of the first character of v, 0 for the empty string.
func Ord(v Value) Value {
	v = v.ToStr()
	s := v.S()
	if s == "" {
		return Int(0)
	}
	if v.Kind() == KWide {
		r, _ := utf8.DecodeRuneInString(s)
		return Int(int64(r))
	}
	return Int(int64(s[0]))
}

// Chr returns the character with code n: a byte below 256, else a character; U+FFFD if there is none with that code.
func Chr(n int64) Value {
	if n >= 0 && n < 256 {
		return Str(string([]byte{byte(n)})) // which the compiler makes without allocation
	}
	if n < 0 || n > utf8.MaxRune {
		n = utf8.RuneError
	}
	return text(string(rune(n)), KWide)
}
