package lang

// This file reads the escapes of strings.

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/smrscript/smrscript/lang/charname"
	"github.com/smrscript/smrscript/lang/diag"
)

// backslash reads an escape at the place.
func (in *interpolation) backslash() {
	next := in.byteAt(1)
	if in.mode.literal() {
		if in.mode == innerCommand && (next == '"' || next == '$') {
			in.pos++
		}
		in.constant()
		return
	}
	if in.caseEscape(next) {
		return
	}
	switch {
	case in.pos+1 >= len(in.text):
		in.constant()
	case in.mode == innerPattern:
		if next == 'N' && in.named() {
			return
		}
		in.constant()
		in.constant()
	default:
		r, n := in.p.escape(in.text[in.pos+1:], in.body.view, in.pos)
		if n == 0 { // the character after the backslash stands for itself
			in.pos++
			in.constant()
			return
		}
		in.char(r)
		in.pos += 1 + n
	}
}

// named writes the number of a character that a pattern calls by its name; \N{3} and \N{U+263A} stay as they are.
func (in *interpolation) named() bool {
	rest := in.text[in.pos+2:]
	end := strings.IndexByte(rest, '}')
	if len(rest) < 3 || rest[0] != '{' || end < 0 {
		return false
	}
	name := strings.TrimSpace(rest[1:end])
	if name == "" || name[0] < 'A' || name[0] > 'Z' || strings.HasPrefix(name, "U+") {
		return false
	}
	r, n := in.p.namedEscape(in.text[in.pos+1:], in.body.view, in.pos)
	number := `\N{U+` + strconv.FormatInt(int64(r), 16) + "}"
	for i := range len(number) {
		in.b.char(rune(number[i]))
	}
	in.pos += 1 + n
	return true
}

// caseEscape reads \U \L \F \Q \E \u \l.
func (in *interpolation) caseEscape(next byte) bool {
	switch next {
	case 'U', 'L', 'Q', 'F':
		in.openFrame(next)
	case 'E':
		if len(in.frames) > 0 {
			in.closeFrame()
		} else {
			in.flush()
		}
		in.pos += 2
		in.from = in.pos
	case 'u', 'l':
		in.shot = next
		in.pos += 2
	default:
		return false
	}
	return true
}

// escape returns the character that an escape stands for and the length of it without the backslash; 0 when the character
// stands for itself. text begins after the backslash, which is at an offset of v.
func (p *parser) escape(text string, v *view, offset int) (rune, int) {
	switch c := text[0]; c {
	case 'n':
		return '\n', 1
	case 't':
		return '\t', 1
	case 'r':
		return '\r', 1
	case 'f':
		return '\f', 1
	case 'b':
		return '\b', 1
	case 'a':
		return '\a', 1
	case 'e':
		return 27, 1
	case '0', '1', '2', '3', '4', '5', '6', '7':
		n := 1
		for n < 3 && n < len(text) && text[n] >= '0' && text[n] <= '7' {
			n++
		}
		r, _ := strconv.ParseInt(text[:n], 8, 32)
		return rune(r), n
	case 'x':
		return p.hexEscape(text, v, offset)
	case 'o':
		return p.bracedNumber(text, 1, 8, v, offset)
	case 'c':
		if len(text) < 2 {
			p.badEscape(v, offset, 2, `\c needs a character`)
			return 0, 1
		}
		r := rune(text[1])
		if r >= 'a' && r <= 'z' {
			r -= 0x20
		}
		return r ^ 64, 2
	case 'N':
		return p.namedEscape(text, v, offset)
	}
	return 0, 0
}

// hexEscape reads \x41 and \x{263a}.
func (p *parser) hexEscape(text string, v *view, offset int) (rune, int) {
	if len(text) > 1 && text[1] == '{' {
		return p.bracedNumber(text, 1, 16, v, offset)
	}
	n := 1
	for n < 3 && n < len(text) && strings.IndexByte("0123456789abcdefABCDEF", text[n]) >= 0 {
		n++
	}
	r, _ := strconv.ParseInt("0"+text[1:n], 16, 32)
	return rune(r), n
}

// bracedNumber reads {digits} after n characters.
func (p *parser) bracedNumber(text string, n, base int, v *view, offset int) (rune, int) {
	end := strings.IndexByte(text, '}')
	if n >= len(text) || text[n] != '{' || end < 0 {
		p.badEscape(v, offset, n+1, `\%c needs a number in braces`, text[0])
		return 0, n
	}
	digits := strings.ReplaceAll(strings.TrimSpace(text[n+1:end]), "_", "")
	if digits == "" {
		return 0, end + 1
	}
	r, err := strconv.ParseInt(digits, base, 32)
	if err != nil || r > utf8.MaxRune {
		p.badEscape(v, offset, end+2, "%q is no character number", digits)
		return utf8.RuneError, end + 1
	}
	return rune(r), end + 1
}

// namedEscape reads \N{U+263A}.
func (p *parser) namedEscape(text string, v *view, offset int) (rune, int) {
	end := strings.IndexByte(text, '}')
	if !strings.HasPrefix(text, "N{") || end < 0 {
		p.badEscape(v, offset, 2, `\N needs a character in braces`)
		return utf8.RuneError, 1
	}
	digits, ok := strings.CutPrefix(text[2:end], "U+")
	if !ok {
		if r, known := charname.Rune(strings.TrimSpace(text[2:end])); known {
			return r, end + 1
		}
		p.badEscape(v, offset, end+2, "Unknown charname '%s'", text[2:end]).Help = `write the number, such as \N{U+263A}`
		return utf8.RuneError, end + 1
	}
	r, err := strconv.ParseInt(digits, 16, 32)
	if err != nil || r > utf8.MaxRune {
		p.badEscape(v, offset, end+2, "no character has this number").Help = `write the number, such as \N{U+263A}`
		return utf8.RuneError, end + 1
	}
	return rune(r), end + 1
}

// badEscape reports an escape of n characters.
func (p *parser) badEscape(v *view, offset, n int, format string, args ...any) *diag.Diagnostic {
	end := min(offset+n, len(v.text))
	return p.errorf(part{v, offset, end}.span(), diag.BadEscape, format, args...)
}
