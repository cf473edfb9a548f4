package lang

// This file lexes what a string or pattern interpolates: one variable with the subscripts that belong to it.

import (
	"strings"

	"github.com/alecthomas/participle/v2/lexer"
)

// An innerMode says what surrounds an interpolated variable.
type innerMode uint8

const (
	innerNone    innerMode = iota // nothing: ordinary code
	innerString                   // a string
	innerPattern                  // a regular expression, where [ and { may mean something else
	innerCommand                  // a command's string, where backslashes are literal before all but $ and "
	innerPath                     // a path literal, where all backslashes are literal
)

// literal tells the modes in which a backslash is literal.
func (m innerMode) literal() bool { return m >= innerCommand }

// newInner returns a lexer for the variable whose sigil is at offset.
func newInner(s *script, v *view, offset, end int, mode innerMode, pkg string) *lexing {
	l := newLexer(s, v, offset, end)
	l.inner, l.pkg, l.want, l.prev = mode, pkg, wantOperand, tokComma
	return l
}

// nextInner ends the tokens where the variable and its subscripts end; not done leaves the token to next.
func (l *lexing) nextInner() (lexer.TokenType, bool) {
	if len(l.stack) > 0 || l.prev == tokComma {
		return 0, false // inside a subscript, or before the variable
	}
	l.start = l.pos
	switch l.prev {
	case tokCast, tokArrow, tokPostSlice:
		return 0, false
	case tokVar:
		if l.text[l.pos-1] == '}' {
			return tokEOF, true // "${x}[1]" is $x and a bracket
		}
	}
	if !l.subscript || l.pos >= len(l.text) || !l.continues() {
		return tokEOF, true
	}
	return 0, false
}

// continues reports whether a subscript follows.
func (l *lexing) continues() bool {
	pattern := l.inner == innerPattern
	switch l.text[l.pos] {
	case '[':
		return !pattern || subscriptNotClass(l.text[l.pos+1:])
	case '{':
		return !pattern || !isQuantifier(l.text[l.pos:])
	case '-':
		if l.peek(1) != '>' || l.pos+2 >= len(l.text) {
			return false
		}
		switch l.peek(2) {
		case '[':
			return !pattern || subscriptNotClass(l.text[l.pos+3:])
		case '{':
			return !pattern || !isQuantifier(l.text[l.pos+2:])
		}
		if l.inner.literal() || !l.script.pragmasAt(l.view.origin(l.pos)).postderef {
			return false
		}
		rest := l.text[l.pos+2:]
		return strings.HasPrefix(rest, "@*") || strings.HasPrefix(rest, "$#*") || strings.HasPrefix(rest, "$*") ||
			strings.HasPrefix(rest, "@[") || strings.HasPrefix(rest, "@{")
	}
	return false
}

// isQuantifier reports whether a brace in a pattern begins {n}, {n,} or {n,m}.
func isQuantifier(text string) bool {
	i := 1
	for i < len(text) && isDigit(text[i]) {
		i++
	}
	if i == 1 {
		return false
	}
	if i < len(text) && text[i] == ',' {
		for i++; i < len(text) && isDigit(text[i]); i++ {
		}
	}
	return i < len(text) && text[i] == '}'
}

// subscriptNotClass guesses whether what follows a variable's [ in a pattern is a subscript: one or two digits, or
// a variable with simple arithmetic, up to the bracket. Everything else is a character class.
func subscriptNotClass(text string) bool {
	end := strings.IndexByte(text, ']')
	if end <= 0 {
		return false
	}
	inside := text[:end]
	number := strings.TrimPrefix(inside, "-")
	if number != "" && strings.Trim(number, "0123456789") == "" {
		return len(number) <= 2
	}
	if inside[0] != '$' || len(inside) < 2 || !(isFirst(inside[1]) || inside[1] == '#') {
		return false
	}
	i := 1
	for i < len(inside) && (isWord(inside[i]) || inside[i] == '#' || inside[i] == ':') {
		i++
	}
	rest := strings.TrimLeft(inside[i:], " ")
	if rest == "" {
		return true
	}
	switch rest[0] {
	case '+', '*', '[', '{':
		return true
	case '-':
		return len(rest) > 1 && (isDigit(rest[1]) || rest[1] == ' ' || rest[1] == '$' || rest[1] == '>')
	}
	return false
}
