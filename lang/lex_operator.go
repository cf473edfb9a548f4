package lang

// This file lexes punctuation: operators, commas, arrows and what looks like them.

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/alecthomas/participle/v2/lexer"

	"github.com/smrscript/smrscript/lang/diag"
)

// op moves over n characters of an operator, after which an operand is expected.
func (l *lexing) op(kind lexer.TokenType, n int) lexer.TokenType {
	l.pos += n
	return l.emit(kind, wantOperand)
}

// assignable reads an operator of n characters, or the assignment that it becomes with a = behind it.
func (l *lexing) assignable(kind lexer.TokenType, n int) lexer.TokenType {
	if l.peek(n) == '=' && l.peek(n+1) != '=' && l.peek(n+1) != '~' {
		return l.op(opAssign, n+1)
	}
	return l.op(kind, n)
}

// operator reads punctuation that begins with c.
func (l *lexing) operator(c byte) lexer.TokenType {
	term := l.want != wantOperator
	next := l.peek(1)
	switch c {
	case ',':
		return l.op(tokComma, 1)
	case '=':
		return l.equals(next)
	case '-':
		return l.minus(next, term)
	case '+':
		if next == '+' {
			return l.incDec(term)
		}
		if term {
			return l.op(opSign, 1)
		}
		return l.assignable(opAdd, 1)
	case '*':
		return l.star(next, term)
	case '%':
		if l.prev == tokArrow {
			return l.postfix()
		}
		if term && !(l.optional && isBlank(next)) {
			if kind, ok := l.sigil(c); ok {
				return kind
			}
		}
		return l.assignable(opMul, 1)
	case '&':
		return l.ampersand(next, term)
	case '|':
		if next == '|' {
			return l.assignable(opOrOr, 2)
		}
		return l.bitwise(opBitOr)
	case '^':
		return l.bitwise(opBitOr)
	case '/':
		return l.slash(next, term)
	case '<', '>':
		return l.compare(c, next, term)
	case '!':
		switch {
		case next == '=' && (!term || l.optional):
			return l.op(opEq, 2)
		case next == '~' && (!term || l.optional):
			return l.op(opBind, 2)
		}
		return l.op(opBang, 1)
	case '~':
		if next == '~' && (!term || l.optional) {
			return l.op(opEq, 2)
		}
		if next == '.' && l.now().bitwise {
			return l.op(opTilde, 2)
		}
		return l.op(opTilde, 1)
	case '\\':
		return l.op(opBack, 1)
	case '?':
		return l.op(opQuestion, 1)
	case '.':
		return l.dot(next, term)
	case ':':
		return l.colon()
	}
	return l.strange()
}

func (l *lexing) equals(next byte) lexer.TokenType {
	switch next {
	case '=':
		return l.op(opEq, 2)
	case '~':
		return l.op(opBind, 2)
	case '>':
		return l.op(tokFatComma, 2)
	}
	return l.op(opAssign, 1)
}

func (l *lexing) incDec(term bool) lexer.TokenType {
	want := wantOperator
	if term {
		want = wantOperand
	}
	l.pos += 2
	return l.emit(opIncDec, want)
}

// fileTests are the letters of the file tests.
const fileTests = "rwxoRWXOezsfdlpSbctugkTBAMC"

func (l *lexing) minus(next byte, term bool) lexer.TokenType {
	switch {
	case next == '-':
		return l.incDec(term)
	case next == '>':
		l.pos += 2
		l.emit(tokArrow, wantOperator)
		l.subscript = true
		return tokArrow
	case !term:
		return l.assignable(opAdd, 1)
	case isLetter(next) && !isWord(l.peek(2)) && strings.IndexByte(fileTests, next) >= 0:
		i := l.skipBlanks(l.pos + 2)
		if c := l.byteAt(i); c == '=' && l.byteAt(i+1) == '>' || c == '}' && l.prev == tokLSubscript {
			break
		}
		l.pos += 2
		kind := l.emit(tokTest, wantOperand)
		l.optional = true
		return kind
	}
	return l.op(opSign, 1)
}

func (l *lexing) star(next byte, term bool) lexer.TokenType {
	if term && !(l.optional && isBlank(next)) {
		if kind, ok := l.sigil('*'); ok {
			return kind
		}
	}
	if next == '*' && l.prev == tokArrow {
		l.pos += 2
		return l.operand(tokPostDeref)
	}
	if next == '*' {
		return l.assignable(opPow, 2)
	}
	return l.assignable(opMul, 1)
}

func (l *lexing) ampersand(next byte, term bool) lexer.TokenType {
	if l.prev == tokArrow {
		return l.postfix()
	}
	if next == '&' {
		return l.assignable(opAndAnd, 2)
	}
	if term {
		if kind, ok := l.sigil('&'); ok {
			return kind
		}
	}
	return l.bitwise(opBitAnd)
}

// bitwise reads & | ^, or with the bitwise feature their string forms &. |. ^.
func (l *lexing) bitwise(kind lexer.TokenType) lexer.TokenType {
	if l.peek(1) == '.' && l.now().bitwise {
		return l.assignable(kind, 2)
	}
	return l.assignable(kind, 1)
}

func (l *lexing) slash(next byte, term bool) lexer.TokenType {
	if term && !(l.orOr && next == '/') {
		l.delimited(tokMatch)
		return l.emit(tokMatch, wantOperator)
	}
	if next == '/' {
		return l.assignable(opOrOr, 2)
	}
	return l.assignable(opMul, 1)
}

func (l *lexing) compare(c, next byte, term bool) lexer.TokenType {
	if c == '<' && term {
		if kind, ok := l.angle(); ok {
			return kind
		}
	}
	switch {
	case next == c:
		return l.assignable(opShift, 2)
	case c == '<' && next == '=' && l.peek(2) == '>':
		return l.op(opEq, 3)
	case next == '=':
		return l.op(opRel, 2)
	case c == '<' && next == '>':
		return l.op(opEq, 2) // not equal in the command language
	}
	return l.op(opRel, 1)
}

func (l *lexing) dot(next byte, term bool) lexer.TokenType {
	switch {
	case next == '.' && l.peek(2) == '.':
		if l.want == wantStatement {
			l.pos += 3
			return l.emit(tokYada, wantOperator)
		}
		return l.op(opRange, 3)
	case next == '.':
		return l.op(opRange, 2)
	}
	return l.assignable(opAdd, 1)
}

// colon reads : and, in the header of a sub, an attribute.
func (l *lexing) colon() lexer.TokenType {
	if l.peek(1) == ':' && isFirst(l.peek(2)) && (l.want != wantOperator || l.prev == kwSub) {
		return l.word()
	}
	if l.header == roleAuto {
		return l.op(tokColon, 1)
	}
	i := l.skipBlanks(l.pos + 1)
	end := l.identEnd(i)
	if end == i {
		l.pos++
		return l.emit(tokAttr, wantOperand)
	}
	if l.byteAt(end) == '(' {
		if close := l.bodyEnd(end+1, '(', ')'); close > 0 {
			end = close + 1
		}
	}
	l.pos = end
	return l.emit(tokAttr, wantOperand)
}

// strange reports a character that means nothing and moves over it.
func (l *lexing) strange() lexer.TokenType {
	r, size := utf8.DecodeRuneInString(l.text[l.pos:])
	span := l.span(l.pos, l.pos+size)
	switch {
	case r == utf8.RuneError && size <= 1:
		l.errorf(span, diag.BadEncoding, "the byte 0x%02X is no UTF-8 text", l.text[l.pos])
	case r == '“' || r == '”' || r == '‘' || r == '’':
		l.errorf(span, diag.BadCharacter, "%q is a typographic quote", string(r)).Help = `use the plain quotes " and '`
	case r == 0xA0:
		l.errorf(span, diag.BadCharacter, "this is a no-break space").Help = "use a plain blank"
	default:
		d := l.errorf(span, diag.BadCharacter, "the character %q means nothing here", string(r))
		if r >= 0x80 {
			d.Help = "names may hold letters beyond ASCII after `use utf8;`"
		}
	}
	if l.pos += size; unicode.IsLetter(r) {
		for l.pos < len(l.text) && (isWord(l.text[l.pos]) || l.text[l.pos] >= 0x80) {
			l.pos++
		}
		return l.emit(tokIdent, wantOperator) // it was meant as a word
	}
	return again
}
