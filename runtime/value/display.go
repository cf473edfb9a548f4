package value

// This file defines how warnings quote text.

import "strconv"

// Display returns the text of v as warnings quote it: `Argument "..." isn't numeric`. Control characters are escaped and
// long text is cut off, as perl does it.
func Display(v Value) string {
	v = v.ToStr()
	if v.Kind() == KWide {
		return displayWide(v.S())
	}
	const limit = 56
	s := v.S()
	b := make([]byte, 0, limit+8)
	for i := range len(s) {
		if len(b) >= limit {
			return string(append(b, "..."...))
		}
		c := s[i]
		if c >= 0x80 && c < 0xA0 {
			b = append(b, "M-"...)
			c &= 0x7F
		}
		switch {
		case c == '\n':
			b = append(b, `\n`...)
		case c == '\r':
			b = append(b, `\r`...)
		case c == '\f':
			b = append(b, `\f`...)
		case c == '\\':
			b = append(b, `\\`...)
		case c == 0:
			b = append(b, `\0`...)
		case c < ' ' || c == 0x7F:
			b = append(b, '^', c^0x40)
		default:
			b = append(b, c)
		}
	}
	return string(b)
}

func displayWide(s string) string {
	const limit = 32
	b := make([]byte, 0, limit+16)
	for _, r := range s {
		if len(b) >= limit {
			return string(append(b, "..."...))
		}
		if r >= ' ' && r < 0x7F {
			b = append(b, byte(r))
			continue
		}
		b = append(b, `\x{`...)
		b = strconv.AppendInt(b, int64(r), 16)
		b = append(b, '}')
	}
	return string(b)
}
