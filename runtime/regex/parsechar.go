package regex

// This file defines the parser's reading of escapes that stand for one character, inside and outside of brackets.

// parseCharEscape reads what follows a backslash as a character; the place is behind the backslash.
func (p *parser) parseCharEscape() rune {
	r := p.src[p.pos]
	p.pos++
	switch r {
	case 'a':
		return 7
	case 'e':
		return 27
	case 'f':
		return '\f'
	case 'n':
		return '\n'
	case 'r':
		return '\r'
	case 't':
		return '\t'
	case 'c':
		return p.parseControl()
	case 'x':
		return p.parseHex()
	case 'o':
		return p.parseOctalBraces()
	case '0', '1', '2', '3', '4', '5', '6', '7':
		p.pos--
		return p.parseOctal(3)
	}
	p.warnEscape(r, p.bracket)
	return r
}

// parseControl reads the rest of \cX.
func (p *parser) parseControl() rune {
	r := p.peek(0)
	if !p.atEnd() {
		p.pos++
	}
	if r < ' ' || r > '~' {
		p.fail("Character following \"\\c\" must be printable ASCII")
	}
	if r == '{' {
		p.fail("Use \";\" instead of \"\\c{\"")
	}
	if 'a' <= r && r <= 'z' {
		r -= 0x20
	}
	return r ^ 0x40
}

// parseOctal reads up to most octal digits.
func (p *parser) parseOctal(most int) rune {
	n := rune(0)
	for ; most > 0 && '0' <= p.peek(0) && p.peek(0) <= '7'; most-- {
		n = n<<3 | (p.peek(0) - '0')
		p.pos++
	}
	return p.noteHigh(n)
}

// noteHigh notes a character that no byte can hold.
func (p *parser) noteHigh(n rune) rune {
	if n > 255 {
		p.demandUnicode()
	}
	return n
}

// parseHex reads the rest of \x41 or \x{41}.
func (p *parser) parseHex() rune {
	if p.peek(0) != '{' {
		n := rune(0)
		for k := 0; k < 2 && hexDigit(p.peek(0)) >= 0; k++ {
			n = n<<4 | hexDigit(p.peek(0))
			p.pos++
		}
		return n
	}
	return p.parseBraced("x", 4)
}

// parseOctalBraces reads the rest of \o{101}.
func (p *parser) parseOctalBraces() rune {
	if p.peek(0) != '{' {
		p.fail("Missing braces on \\o{}")
	}
	return p.parseBraced("o", 3)
}

// parseBraced reads a number in braces with digits of so many bits. As in Perl the number ends at the first character
// that is no digit of it.
func (p *parser) parseBraced(letter string, bits uint) rune {
	p.pos++
	end := p.find('}')
	if end < 0 {
		for p.peek(0) == ' ' || p.peek(0) == '\t' || p.peek(0) == '_' || hexDigit(p.peek(0)) >= 0 && hexDigit(p.peek(0)) < 1<<bits {
			p.pos++
		}
		p.fail("Missing right brace on \\" + letter + "{}")
	}
	text := trimBlank(p.text(p.pos, end))
	if text == "" && letter == "o" {
		p.pos = end + 1
		p.fail("Empty \\o{}")
	}
	p.pos = end + 1
	n := rune(0)
	for k := 0; k < len(text); k++ {
		d := hexDigit(rune(text[k]))
		if text[k] == '_' {
			continue
		}
		if d < 0 || d >= 1<<bits {
			break
		}
		n = n<<bits | d
		if n > maxEncoded {
			p.fail("Use of code point 0x" + text + " is not allowed; the permissible max is 0x1FFFFF")
		}
	}
	return p.noteHigh(n)
}

// hexDigit gives the value of a hexadecimal digit, or -1.
func hexDigit(r rune) rune {
	switch {
	case isDigit(r):
		return r - '0'
	case 'a' <= r && r <= 'f':
		return r - 'a' + 10
	case 'A' <= r && r <= 'F':
		return r - 'A' + 10
	}
	return -1
}
