package format

// This file defines how pack writes strings: plain, as bits, as hexadecimal digits, uuencoded.

import (
	"strings"
	"unicode/utf8"

	"github.com/smrscript/smrscript/runtime/value"
)

// stringArg takes the next argument as text and makes the output characters if that is wide.
func (p *packer) stringArg() (s string, wide bool) {
	v := p.opt.text(p.arg())
	if v.IsWide() && !p.isText {
		p.becomeText()
		p.chars = true
	}
	return v.S(), v.IsWide()
}

// packText carries out a, A and Z.
func (p *packer) packText(it *item) error {
	if it.how == number && it.n > p.opt.most() {
		return &TooLongError{"pack", "repeat count", p.opt.most()}
	}
	s, wide := p.stringArg()
	if p.chars && !wide {
		s = string(upgrade(nil, s))
	}
	units := len(s)
	if p.chars {
		units = utf8.RuneCountInString(s)
	}
	want := it.n
	if it.how == star {
		if want = units; it.code == 'Z' {
			want++
		}
	}
	room := want
	if it.code == 'Z' && room > 0 {
		room--
	}
	if units > room {
		if p.chars {
			end, _ := value.ByteOffset(s, 0, int64(room))
			s = s[:end]
		} else {
			s = s[:room]
		}
		units = room
	}
	p.out = append(p.out, s...)
	fill := byte(0)
	if it.code == 'A' {
		fill = ' '
	}
	p.pad(fill, want-units)
	return nil
}

// byteArg takes the next argument as bytes, one for each character.
func (p *packer) byteArg() string {
	v := p.opt.text(p.arg())
	if s, ok := v.Downgrade(); ok {
		return s
	}
	b := make([]byte, 0, len(v.S()))
	for _, r := range v.S() {
		b = append(b, byte(r))
	}
	return string(b)
}

// packBits carries out b and B, whose count is in bits.
func (p *packer) packBits(it *item) error {
	s, n, err := p.digits(it)
	if err != nil {
		return err
	}
	for i := 0; i < n; i += 8 {
		var c byte
		for k := 0; k < 8 && i+k < n; k++ {
			if i+k < len(s) && s[i+k]&1 == 1 {
				if it.code == 'b' {
					c |= 1 << k
				} else {
					c |= 0x80 >> k
				}
			}
		}
		p.bytes(c)
	}
	return nil
}

// packHex carries out h and H, whose count is in digits of four bits.
func (p *packer) packHex(it *item) error {
	s, n, err := p.digits(it)
	if err != nil {
		return err
	}
	for i := 0; i < n; i += 2 {
		first, second := nibble(s, i), nibble(s, i+1)
		if i+1 >= n {
			second = 0
		}
		if it.code == 'h' {
			first, second = second, first
		}
		p.bytes(first<<4 | second)
	}
	return nil
}

// digits takes the argument of a string of bits or digits and their number.
func (p *packer) digits(it *item) (s string, n int, err error) {
	if it.how == number && it.n > p.opt.most() {
		return "", 0, &TooLongError{"pack", "repeat count", p.opt.most()}
	}
	s = p.byteArg()
	n = it.n
	if it.how == star {
		n = len(s)
	}
	return s, n, nil
}

func nibble(s string, i int) byte {
	if i >= len(s) {
		return 0
	}
	if c := s[i]; c|0x20-'a' < 26 {
		return (c + 9) & 0xF
	}
	return s[i] & 0xF
}

// packUU writes a uuencoded string; the count is the bytes in a line, 45 by default.
func (p *packer) packUU(it *item) error {
	line := it.n
	if it.how != number || line <= 2 {
		line = 45
	}
	line = min(line/3*3, 63)
	s := p.byteArg()
	var b strings.Builder
	for len(s) > 0 {
		n := min(line, len(s))
		b.WriteByte(uuDigit(byte(n)))
		for i := 0; i < n; i += 3 {
			var c [3]byte
			copy(c[:], s[i:n])
			b.WriteByte(uuDigit(c[0] >> 2))
			b.WriteByte(uuDigit(c[0]<<4&0x3F | c[1]>>4))
			b.WriteByte(uuDigit(c[1]<<2&0x3F | c[2]>>6))
			b.WriteByte(uuDigit(c[2] & 0x3F))
		}
		b.WriteByte('\n')
		s = s[n:]
	}
	p.bytes([]byte(b.String())...)
	return nil
}

func uuDigit(c byte) byte {
	if c == 0 {
		return '`'
	}
	return c + ' '
}
