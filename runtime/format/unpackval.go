package format

// This file defines how unpack reads numbers and strings.

import (
	"encoding/binary"
	"math"
	"math/big"
	"math/bits"
	"strings"
	"unicode/utf8"

	"github.com/smrscript/smrscript/runtime/value"
)

func (u *unpacker) unpackNumbers(it *item) {
	size := it.size()
	for n := u.counts(it, size); n > 0; n-- {
		u.push(decode(it, u.take(size)))
	}
}

// decode returns the number that the bytes s are.
func decode(it *item, s string) value.Value {
	var b [8]byte
	size := len(s)
	var n uint64
	if it.big || it.code == 'n' || it.code == 'N' {
		copy(b[8-size:], s)
		n = binary.BigEndian.Uint64(b[:])
	} else {
		copy(b[:], s)
		n = binary.LittleEndian.Uint64(b[:])
	}
	switch it.code {
	case 'f':
		return value.Float(float64(math.Float32frombits(uint32(n))))
	case 'd', 'F':
		return value.Float(math.Float64frombits(n))
	case 'C', 'S', 'I', 'L', 'Q', 'J':
		return value.Uint(n)
	case 'n', 'N', 'v', 'V':
		if !it.bang {
			return value.Uint(n)
		}
	}
	shift := 64 - 8*uint(size)
	return value.Int(int64(n<<shift) >> shift)
}

// unpackRunes carries out U: characters from their UTF-8 bytes.
func (u *unpacker) unpackRunes(it *item) {
	for n := 0; (it.how == star || n < it.n) && u.i < len(u.s); n++ {
		if !u.chars {
			r, size := decodeRune(u.s[u.i:])
			u.i += size
			u.push(value.Int(int64(r)))
			continue
		}
		start := u.i // the characters are the bytes of UTF-8
		raw := u.take(utf8.UTFMax)
		r, size := decodeRune(raw)
		u.i, _ = value.ByteOffset(u.s, start, int64(size))
		u.push(value.Int(int64(r)))
	}
}

// decodeRune decodes one character; a byte that begins none stands for itself.
func decodeRune(s string) (rune, int) {
	r, size := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError && size == 1 {
		return rune(s[0]), 1
	}
	return r, size
}

// unpackWide carries out W: characters as they are.
func (u *unpacker) unpackWide(it *item) {
	for n := 0; (it.how == star || n < it.n) && u.i < len(u.s); n++ {
		if !u.chars {
			u.push(value.Int(int64(u.s[u.i])))
			u.i++
			continue
		}
		r, size := utf8.DecodeRuneInString(u.s[u.i:])
		u.i += size
		u.push(value.Int(int64(r)))
	}
}

// unpackText carries out a, A and Z.
func (u *unpacker) unpackText(it *item) {
	n := u.counts(it, 1)
	start := u.i
	if u.chars {
		u.i, _ = value.ByteOffset(u.s, start, int64(n))
	} else {
		u.i = start + n
	}
	s := u.s[start:u.i]
	if u.sum != nil {
		u.push(value.Text(s, u.chars))
		return
	}
	switch it.code {
	case 'Z':
		if k := strings.IndexByte(s, 0); k >= 0 {
			s = s[:k]
			if it.how == star {
				u.i = start + k + 1
			}
		}
	case 'A':
		if u.chars {
			s = strings.TrimRightFunc(s, func(r rune) bool { return r == 0 || isSpaceRune(r) })
		} else {
			s = strings.TrimRight(s, "\x00 \t\n\v\f\r")
		}
	}
	u.push(value.Text(s, u.chars))
}

func isSpaceRune(r rune) bool {
	return r == ' ' || r >= '\t' && r <= '\r' || r == 0x85 || r == 0xA0 || r == 0x1680 || r >= 0x2000 && r <= 0x200A ||
		r == 0x2028 || r == 0x2029 || r == 0x202F || r == 0x205F || r == 0x3000
}

// unpackDigits carries out b, B, h and H.
func (u *unpacker) unpackDigits(it *item) {
	perByte := 8
	if it.code|0x20 == 'h' {
		perByte = 2
	}
	n := it.n
	rest := u.rest()
	if it.how == star || n > rest*perByte {
		n = rest * perByte
	}
	s := u.take((n + perByte - 1) / perByte)
	if u.sum != nil && perByte == 8 {
		u.push(value.Int(int64(countBits(it.code, s, n))))
		return
	}
	out := make([]byte, n)
	for i := range out {
		c := s[i/perByte]
		switch it.code {
		case 'b':
			out[i] = '0' + c>>(i&7)&1
		case 'B':
			out[i] = '0' + c>>(7-i&7)&1
		case 'h':
			out[i] = "0123456789abcdef"[c>>(4*(i&1))&0xF]
		default:
			out[i] = "0123456789abcdef"[c>>(4-4*(i&1))&0xF]
		}
	}
	u.push(value.Bytes(out))
}

// countBits counts the set ones among the first n bits of s.
func countBits(code byte, s string, n int) int {
	total := 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		if left := n - 8*i; left < 8 {
			if code == 'b' {
				c &= 1<<left - 1
			} else {
				c &= ^byte(0xFF >> left)
			}
		}
		total += bits.OnesCount8(c)
	}
	return total
}

// unpackBER carries out w.
func (u *unpacker) unpackBER(t *template, it *item) error {
	for n := 0; (it.how == star || n < it.n) && u.i < len(u.s); n++ {
		var v uint64
		var large *big.Int
		for {
			s := u.take(1)
			if s == "" {
				return t.fail("Unterminated compressed integer")
			}
			digit := uint64(s[0] & 0x7F)
			switch {
			case large != nil:
				large.Or(large.Lsh(large, 7), new(big.Int).SetUint64(digit))
			case v>>57 != 0:
				large = new(big.Int).SetUint64(v)
				large.Or(large.Lsh(large, 7), new(big.Int).SetUint64(digit))
			default:
				v = v<<7 | digit
			}
			if s[0] < 0x80 {
				break
			}
		}
		if large != nil {
			u.push(value.Str(large.String()))
		} else {
			u.push(value.Uint(v))
		}
	}
	return nil
}

// unpackUU carries out u: all lines of a uuencoded string.
func (u *unpacker) unpackUU() {
	s := u.s[u.i:]
	if u.chars {
		s = u.take(len(s))
	}
	var out []byte
	i := 0
	digit := func() byte {
		if i < len(s) && s[i] >= ' ' && s[i] < 'a' {
			i++
			return (s[i-1] - ' ') & 0x3F
		}
		return 0
	}
	for i < len(s) && s[i] > ' ' && s[i] < 'a' {
		n := int(digit())
		for ; n > 0 && i < len(s); n -= 3 {
			a, b, c, d := digit(), digit(), digit(), digit()
			out = append(out, []byte{a<<2 | b>>4, b<<4 | c>>2, c<<6 | d}[:min(n, 3)]...)
		}
		switch {
		case i < len(s) && s[i] == '\n':
			i++
		case i+1 < len(s) && s[i+1] == '\n': // a checksum byte
			i += 2
		}
	}
	if !u.chars {
		u.i += i
	}
	if len(s) < 2 { // not even a count and a digit
		u.push(value.Undef)
		return
	}
	u.push(value.Bytes(out))
}
