package format

// This file defines the conversions of sprintf to floating-point text.

import (
	"bytes"
	"math"
	"strconv"
)

// maxDigits is more than the digits any float has behind its point; the rest of a longer precision is zeros.
const maxDigits = 1100

// padInfinite prints an infinity or NaN.
func (p *printer) padInfinite(s *spec, f float64) {
	text := "NaN"
	switch {
	case f > 0 && s.plus != 0:
		text = "+Inf"
	case f > 0:
		text = "Inf"
	case f < 0:
		text = "-Inf"
	}
	s.hasPrec = false
	p.padText(s, text, false)
}

func (p *printer) convertFloat(s *spec, f float64) {
	if f != f || math.IsInf(f, 0) {
		p.padInfinite(s, f)
		return
	}
	prefix := ""
	switch {
	case math.Signbit(f):
		f, prefix = -f, "-"
	case s.plus == '+':
		prefix = "+"
	case s.plus == ' ':
		prefix = " "
	}
	prec := 6
	if s.hasPrec {
		prec = s.prec
	}
	var buf [64]byte
	body := buf[:0]
	switch s.verb | 0x20 {
	case 'f':
		body = AppendFixed(body, f, prec)
		if s.alt && prec == 0 {
			body = append(body, '.')
		}
	case 'e':
		body = appendScientific(body, f, prec, s.alt)
	case 'g':
		body = appendGeneral(body, f, prec, s.alt)
	case 'a':
		prefix += "0x"
		body = appendHex(body, f, s)
	}
	if s.verb < 'a' {
		upperASCII(body)
		if s.verb == 'A' {
			prefix = prefix[:len(prefix)-1] + "X"
		}
	}
	p.padNumber(s, prefix, 0, body)
}

// AppendFixed appends f, which is finite, with prec digits behind the point, as %.*f does. It rounds the exact value;
// ties go to the even digit.
func AppendFixed(b []byte, f float64, prec int) []byte {
	if prec <= 15 {
		if out, ok := appendScaled(b, f, prec); ok {
			return out
		}
	}
	extra := max(0, prec-maxDigits)
	b = strconv.AppendFloat(b, f, 'f', prec-extra, 64)
	return append(b, bytes.Repeat([]byte{'0'}, extra)...)
}

// appendScaled rounds f*10**prec to an integer, which is exact while that is below 2**53: the product and its error
// together tell on which side of a tie the value lies.
func appendScaled(b []byte, f float64, prec int) (out []byte, ok bool) {
	scale := pow10(prec)
	neg := math.Signbit(f)
	f = math.Abs(f)
	p := f * scale
	if p >= 1<<52 || f != 0 && f < 1e-290 {
		return b, false
	}
	err := math.FMA(f, scale, -p)
	n := uint64(p)
	rest := p - float64(n) - 0.5 // exact
	if rest > 0 || rest == 0 && (err > 0 || err == 0 && n&1 == 1) {
		n++
	}
	if neg {
		b = append(b, '-')
	}
	unit := uint64(scale)
	b = strconv.AppendUint(b, n/unit, 10)
	if prec == 0 {
		return b, true
	}
	b = append(b, '.')
	at := len(b)
	b = append(b, "000000000000000"[:prec]...)
	for i, r := at+prec-1, n%unit; r > 0; i-- {
		b[i] = byte('0' + r%10)
		r /= 10
	}
	return b, true
}

func pow10(n int) float64 {
	r := 1.0
	for range n {
		r *= 10
	}
	return r
}

func appendScientific(b []byte, f float64, prec int, alt bool) []byte {
	extra := max(0, prec-maxDigits)
	start := len(b)
	b = strconv.AppendFloat(b, f, 'e', prec-extra, 64)
	if extra > 0 || alt && prec == 0 {
		e := start + bytes.LastIndexByte(b[start:], 'e')
		tail := string(b[e:])
		b = b[:e]
		if prec == 0 {
			b = append(b, '.')
		}
		b = append(b, bytes.Repeat([]byte{'0'}, extra)...)
		b = append(b, tail...)
	}
	return b
}

// appendGeneral appends %g: the shorter of %e and %f for prec significant digits. With alt zeros at the end are kept.
func appendGeneral(b []byte, f float64, prec int, alt bool) []byte {
	prec = max(prec, 1)
	if !alt {
		return strconv.AppendFloat(b, f, 'g', min(prec, maxDigits), 64)
	}
	var buf [32]byte
	e := strconv.AppendFloat(buf[:0], f, 'e', min(prec, maxDigits)-1, 64)
	exp, _ := strconv.Atoi(string(e[bytes.LastIndexByte(e, 'e')+1:]))
	if exp < -4 || exp >= prec {
		return appendScientific(b, f, prec-1, true)
	}
	b = AppendFixed(b, f, prec-1-exp)
	if prec-1-exp == 0 {
		b = append(b, '.')
	}
	return b
}

// appendHex appends %a without sign and 0x: one digit before the point, as many as needed or asked for behind it.
func appendHex(b []byte, f float64, s *spec) []byte {
	frac, exp := math.Frexp(f)
	if f == 0 {
		exp = 1
	}
	digits := uint64(frac * (1 << 53)) // 1 bit, then 13 digits of 4 bits
	n := 13
	if s.hasPrec && s.prec < 13 {
		n = s.prec
		drop := uint(52 - 4*n)
		half := uint64(1) << drop >> 1
		rest := digits & (1<<drop - 1)
		digits >>= drop
		if drop > 0 && (rest > half || rest == half && digits&1 == 1) {
			digits++
		}
	} else if !s.hasPrec {
		for n > 0 && digits&0xF == 0 {
			digits >>= 4
			n--
		}
	}
	b = append(b, byte('0'+digits>>(4*uint(n))))
	if n > 0 || s.alt || s.hasPrec && s.prec > 0 {
		b = append(b, '.')
	}
	for i := n - 1; i >= 0; i-- {
		b = append(b, "0123456789abcdef"[digits>>(4*uint(i))&0xF])
	}
	if s.hasPrec {
		b = append(b, bytes.Repeat([]byte{'0'}, max(0, s.prec-13))...)
	}
	b = append(b, 'p')
	if exp > 0 {
		b = append(b, '+')
	}
	return strconv.AppendInt(b, int64(exp-1), 10)
}
