package lang

// This file lexes numbers and version strings.

import (
	"strings"

	"github.com/alecthomas/participle/v2/lexer"

	"github.com/smrscript/smrscript/lang/diag"
)

// number reads a numeric literal, or a version string with two or more dots.
func (l *lexing) number() lexer.TokenType {
	c := l.text[l.pos]
	if c == '0' {
		switch l.peek(1) {
		case 'x', 'X':
			return l.based(2, "0123456789abcdefABCDEF")
		case 'b', 'B':
			return l.based(2, "01")
		case 'o', 'O':
			return l.based(2, "01234567")
		}
		if isDigit(l.peek(1)) || l.peek(1) == '_' {
			return l.based(1, "01234567")
		}
	}
	l.digits()
	if l.peek(0) == '.' && l.peek(1) != '.' {
		if isDigit(l.peek(1)) && c != '.' && l.version() {
			return l.emit(tokVersion, wantOperator)
		}
		l.pos++
		l.digits()
	}
	if e := l.peek(0); e == 'e' || e == 'E' {
		n := 1
		if s := l.peek(1); s == '+' || s == '-' {
			n = 2
		}
		if isDigit(l.peek(n)) {
			l.pos += n
			l.digits()
		}
	}
	return l.emit(tokNumber, wantOperator)
}

// digits moves over decimal digits and underscores.
func (l *lexing) digits() {
	for isDigit(l.peek(0)) || l.peek(0) == '_' {
		l.pos++
	}
}

// version moves over 1.2.3 with at least two dots.
func (l *lexing) version() bool {
	i, dots := l.pos, 0
	for l.byteAt(i) == '.' && isDigit(l.byteAt(i+1)) {
		dots++
		for i++; isDigit(l.byteAt(i)) || l.byteAt(i) == '_'; i++ {
		}
	}
	if dots < 2 {
		return false
	}
	l.pos = i
	return true
}

// based reads a number whose digits begin after a prefix of n characters; hexadecimal ones may have a binary exponent.
func (l *lexing) based(n int, digits string) lexer.TokenType {
	l.pos += n
	for strings.IndexByte(digits, l.peek(0)) >= 0 && l.pos < len(l.text) || l.peek(0) == '_' {
		l.pos++
	}
	if len(digits) > 10 && (l.peek(0) == 'p' || l.peek(0) == 'P' || l.peek(0) == '.' && l.peek(1) != '.' && l.hexFraction()) {
		l.exponent()
	}
	if isDigit(l.peek(0)) {
		l.digits()
		kind := "octal"
		if len(digits) == 2 {
			kind = "binary"
		}
		l.errorf(l.span(l.start, l.pos), diag.BadNumber, "%q is no %s number", l.text[l.start:l.pos], kind)
	}
	return l.emit(tokNumber, wantOperator)
}

// hexFraction moves over the fraction of 0x1.8p3; false, nothing moved, when no exponent follows.
func (l *lexing) hexFraction() bool {
	i := l.pos + 1
	for isDigit(l.byteAt(i)) || l.byteAt(i)|0x20 >= 'a' && l.byteAt(i)|0x20 <= 'f' {
		i++
	}
	if l.byteAt(i)|0x20 != 'p' {
		return false
	}
	l.pos = i
	return true
}

func (l *lexing) exponent() {
	n := 1
	if s := l.peek(1); s == '+' || s == '-' {
		n = 2
	}
	if isDigit(l.peek(n)) {
		l.pos += n
		l.digits()
	}
}
