package format

// This file defines the conversions of sprintf to text and to integers, and the padding.

import (
	"math"
	"strconv"
	"unicode/utf8"

	"github.com/smrscript/smrscript/runtime/value"
)

var dot = value.Str(".")

// convert carries out s; ok is false if there is no such conversion.
func (p *printer) convert(s *spec) (ok bool, err error) {
	if s.vector {
		return p.convertVector(s), nil
	}
	switch s.verb {
	case '%':
		p.padText(s, "%", false)
	case 's':
		v := p.opt.text(p.argument(s.arg))
		p.padText(s, v.S(), v.IsWide())
	case 'c':
		return true, p.convertChar(s)
	case 'D', 'U', 'O':
		s.verb |= 0x20
		s.size = 'l'
		fallthrough
	case 'd', 'i', 'u', 'o', 'x', 'X', 'b', 'B':
		n := p.opt.number(p.argument(s.arg))
		if n.IsFloat() && (n.F() != n.F() || math.IsInf(n.F(), 0)) {
			p.padInfinite(s, n.F())
			break
		}
		p.convertInteger(s, n)
	case 'e', 'E', 'f', 'F', 'g', 'G', 'a', 'A':
		if s.size == 'h' || s.size == 'H' {
			return false, nil
		}
		p.convertFloat(s, p.opt.number(p.argument(s.arg)).ToFloat())
	case 'p':
		v := p.argument(s.arg)
		p.padNumber(s, "", 0, strconv.AppendUint(nil, uint64(v.Addr()), 16))
	case 'n':
		return true, &UnsupportedError{p.opt.Func, "%n"}
	default:
		return false, nil
	}
	return true, nil
}

func (p *printer) convertChar(s *spec) error {
	n := p.opt.number(p.argument(s.arg))
	if n.IsFloat() && (n.F() != n.F() || math.IsInf(n.F(), 0)) {
		return &ConversionError{"printf", n.String(), "c"}
	}
	c := value.Chr(n.ToInt())
	p.padText(s, c.S(), c.IsWide())
	return nil
}

// convertVector prints the code of every character of the argument, joined by the separator.
func (p *printer) convertVector(s *spec) bool {
	switch s.verb {
	case 'D', 'U', 'O':
		s.verb |= 0x20
	case 'd', 'i', 'u', 'o', 'x', 'X', 'b', 'B':
	default:
		return false
	}
	v := p.opt.text(p.argument(s.arg))
	if v.S() == value.PerlVersion { // $^V stands for its numbers
		v = value.Str("\x05$\x00")
	}
	first := true
	for _, r := range v.UTF8() {
		if !first {
			p.appendText(s.sep.S(), s.sep.IsWide())
		}
		p.convertInteger(s, value.Int(int64(r)))
		first, s.plus = false, 0
	}
	return true
}

// convertInteger prints a finite number in the integer conversion of s.
func (p *printer) convertInteger(s *spec, n value.Value) {
	var buf [72]byte
	body, prefix := buf[:0], ""
	var u uint64
	switch s.verb {
	case 'd', 'i':
		i := cutSigned(n.WrapInt(), s.size)
		u = uint64(i)
		switch {
		case i < 0:
			u, prefix = -u, "-"
		case s.plus == '+':
			prefix = "+"
		case s.plus == ' ':
			prefix = " "
		}
		body = strconv.AppendUint(body, u, 10)
	case 'u':
		u = cutUnsigned(n.ToUint(), s.size)
		body = strconv.AppendUint(body, u, 10)
	case 'o':
		u = cutUnsigned(n.ToUint(), s.size)
		if s.alt && u != 0 {
			body = append(body, '0')
		}
		body = strconv.AppendUint(body, u, 8)
	case 'x', 'X':
		u = cutUnsigned(n.ToUint(), s.size)
		body = strconv.AppendUint(body, u, 16)
		prefix = "0x"
		if s.verb == 'X' {
			upperASCII(body)
			prefix = "0X"
		}
	default:
		u = cutUnsigned(n.ToUint(), s.size)
		body = strconv.AppendUint(body, u, 2)
		prefix = "0" + string(s.verb)
	}
	if len(prefix) == 2 && (!s.alt || u == 0) {
		prefix = ""
	}
	zeros := 0
	if s.hasPrec {
		if s.prec == 0 && u == 0 && !(s.verb == 'o' && s.alt) {
			body = body[:0]
		}
		zeros = max(0, s.prec-len(body))
	}
	p.padNumber(s, prefix, zeros, body)
}

// cutSigned cuts i to the size that h or hh ask for.
func cutSigned(i int64, size byte) int64 {
	switch size {
	case 'h':
		return int64(int16(i))
	case 'H':
		return int64(int8(i))
	}
	return i
}

func cutUnsigned(u uint64, size byte) uint64 {
	switch size {
	case 'h':
		return uint64(uint16(u))
	case 'H':
		return uint64(uint8(u))
	}
	return u
}

func upperASCII(b []byte) {
	for i, c := range b {
		if c-'a' < 26 {
			b[i] = c - 0x20
		}
	}
}

// padNumber appends sign or prefix, zeros and body in the width of s. A precision rules out filling with zeros for the
// integer conversions.
func (p *printer) padNumber(s *spec, prefix string, zeros int, body []byte) {
	fill := s.width - len(prefix) - zeros - len(body)
	if fill > 0 && !s.left {
		if s.zero && (!s.hasPrec || isFloatVerb(s.verb)) {
			zeros += fill
		} else {
			p.repeat(' ', fill)
		}
	}
	p.out = append(p.out, prefix...)
	p.repeat('0', zeros)
	p.out = append(p.out, body...)
	if s.left {
		p.repeat(' ', fill)
	}
}

func isFloatVerb(c byte) bool { c |= 0x20; return c >= 'e' && c <= 'g' || c == 'a' }

func (p *printer) repeat(c byte, n int) {
	for ; n > 0; n-- {
		p.out = append(p.out, c)
	}
}

// padText appends text cut to the precision and padded to the width, both in characters.
func (p *printer) padText(s *spec, text string, wide bool) {
	n := len(text)
	if wide {
		n = utf8.RuneCountInString(text)
	}
	if s.hasPrec && s.prec < n {
		n = s.prec
		if wide {
			end, _ := value.ByteOffset(text, 0, int64(n))
			text = text[:end]
		} else {
			text = text[:n]
		}
	}
	fill := s.width - n
	if !s.left {
		if s.zero {
			p.repeat('0', fill)
		} else {
			p.repeat(' ', fill)
		}
	}
	p.appendText(text, wide)
	if s.left {
		p.repeat(' ', fill)
	}
}
