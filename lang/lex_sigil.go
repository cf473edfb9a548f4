package lang

// This file lexes what begins with a sigil: variables and casts.

import (
	"strings"

	"github.com/alecthomas/participle/v2/lexer"
)

// scalar reads what begins with a dollar sign.
func (l *lexing) scalar() lexer.TokenType {
	handle := l.handle
	if n := len(l.stack); n > 0 && l.stack[n-1].header != roleAuto && strings.IndexByte(",)= \t\r\n/|", l.peek(1)) >= 0 {
		l.pos++
		return l.emit(tokHolder, wantOperator)
	}
	if l.prev == tokArrow && (l.has("$*") || l.has("$#*")) {
		l.pos += strings.IndexByte(l.text[l.pos:], '*') + 1
		return l.operand(tokPostDeref)
	}
	if l.peek(1) == '#' {
		if end := l.nameEnd(l.pos+2, true); end > l.pos+2 {
			l.pos = end
			return l.emit(tokVar, wantOperator)
		}
		if c := l.peek(2); c == '$' || c == '{' {
			if c == '{' && l.braced(2) {
				return l.emit(tokVar, wantOperator)
			}
			l.pos += 2
			return l.cast()
		}
		if c := l.peek(2); c == '+' || c == '-' {
			l.pos += 3
			return l.emit(tokVar, wantOperator)
		}
	}
	if i := l.skipBlanks(l.pos + 1); i > l.pos+1 && isFirst(l.byteAt(i)) && l.inner == innerNone {
		l.pos = l.nameEnd(i, true) // $ name
		return l.operand(tokVar)
	}
	if l.spaced(1) || !l.variable(true) {
		return l.cast()
	}
	if handle && l.command == 0 && l.handleFollows() {
		return l.emit(tokHandleVar, wantOperand)
	}
	return l.operand(tokVar)
}

// spaced moves over a sigil that blanks separate from its brace or variable.
func (l *lexing) spaced(n int) bool {
	if !isBlank(l.peek(n)) || l.inner != innerNone {
		return false
	}
	i := l.skipBlanks(l.pos + n)
	if c := l.byteAt(i); c != '{' && c != '$' {
		return false
	}
	l.pos += n
	return true
}

// variable moves over the variable whose sigil is at the place; false, the sigil alone passed, when a cast is meant.
func (l *lexing) variable(scalar bool) bool {
	l.pos++
	if end := l.nameEnd(l.pos, true); end > l.pos {
		if isDigit(l.text[l.pos]) { // $1 and $10, but $1x is $1
			for end = l.pos; isDigit(l.byteAt(end)); end++ {
			}
		}
		l.pos = end
		return true
	}
	switch c := l.peek(0); {
	case c == '{':
		return l.braced(0)
	case c == '$':
		next := l.peek(1)
		if !scalar || isWord(next) || next == '$' || next == '{' || next == ':' && l.peek(2) == ':' || next >= 0x80 && l.letterAt(l.pos+1) > 0 {
			return false
		}
		l.pos++
		return true
	case c == '^' && isFirst(l.peek(1)) || c == '^' && strings.IndexByte("[]\\?", l.peek(1)) >= 0 && scalar && l.pos+1 < len(l.text):
		l.pos += 2
		return true
	case scalar && c > ' ' && c < 0x7f:
		l.pos++
		return true
	case c == '+' || c == '-' || c == '!' && l.text[l.pos-1] == '%':
		l.pos++
		return true
	}
	return false
}

// braced moves over {name} and {^NAME} at distance n, as in ${name}; false when the brace holds an expression.
func (l *lexing) braced(n int) bool {
	i := l.pos + n + 1
	for isBlank(l.byteAt(i)) {
		i++
	}
	from := i
	if l.byteAt(i) == '^' {
		i++
	}
	end := l.nameEnd(i, true)
	if isDigit(l.byteAt(from)) {
		for end = from; isDigit(l.byteAt(end)); end++ {
		}
	}
	if end == i && l.byteAt(from) != '^' && strings.IndexByte("!@/\\,;.&\"+-0|?<>()[]:$", l.byteAt(i)) >= 0 && l.byteAt(i+1) == '}' && i < len(l.text) {
		end = i + 1 // ${@}
	}
	if end == i {
		return false
	}
	for isBlank(l.byteAt(end)) {
		end++
	}
	if l.byteAt(end) != '}' {
		return false
	}
	l.pos = end + 1
	return true
}

// cast is a sigil before an expression that gives a reference.
func (l *lexing) cast() lexer.TokenType {
	l.emit(tokCast, wantOperand)
	l.brace = roleDeref
	return tokCast
}

// array reads what begins with an at sign.
func (l *lexing) array() lexer.TokenType {
	if l.prev == tokArrow {
		return l.postfix()
	}
	if l.spaced(1) {
		return l.cast()
	}
	if !l.variable(false) {
		if c := l.peek(0); c != '$' && c != '{' {
			return l.holderOr(tokCast)
		}
		return l.cast()
	}
	return l.operand(tokVar)
}

// postfix reads the sigil after an arrow: ->@* ->@[ ->%{ ->&* ->**.
func (l *lexing) postfix() lexer.TokenType {
	l.pos++
	if l.peek(0) == '*' {
		l.pos++
		return l.operand(tokPostDeref)
	}
	return l.operand(tokPostSlice)
}

// holderOr reads a sigil without a name: a placeholder in a signature, else a cast that has lost its operand.
func (l *lexing) holderOr(kind lexer.TokenType) lexer.TokenType {
	if n := len(l.stack); n > 0 && l.stack[n-1].header != roleAuto {
		return l.emit(tokHolder, wantOperator)
	}
	return l.emit(kind, wantOperand)
}

// sigil reads % & * where an operand may begin; false when it can only be an operator.
func (l *lexing) sigil(c byte) (lexer.TokenType, bool) {
	next := l.peek(1)
	named := isFirst(next) || next == ':' && l.peek(2) == ':' || next == '^' || next >= 0x80 && l.letterAt(l.pos+1) > 0
	switch {
	case c == '*' && l.prev != tokFunc && l.punctuationGlob(next, l.peek(2)):
		l.pos += 2
		return l.operand(tokVar), true
	case isBlank(next) && c != '*' && l.spaced(1):
		return l.cast(), true
	case next == '$' || next == '{':
		if c != '&' && next == '{' && l.braced(1) {
			return l.operand(tokVar), true
		}
		l.pos++
		return l.cast(), true
	case named && c == '&':
		l.pos = l.nameEnd(l.pos+1, true)
		return l.emit(tokSub, wantOperator), true
	case named, c == '%' && strings.IndexByte("+-!", next) >= 0 && next != 0 && (!isBlank(l.peek(2)) || !l.optional), c == '*' && isDigit(next) && !l.optional:
		l.variable(false)
		return l.operand(tokVar), true
	case c == '%' && len(l.stack) > 0 && l.stack[len(l.stack)-1].header != roleAuto:
		l.pos++
		return l.holderOr(tokCast), true
	}
	return 0, false
}

// punctuationGlob tells the glob of a special variable, such as *+ and *-{ARRAY}, by the two characters after the star.
func (l *lexing) punctuationGlob(next, after byte) bool {
	if next <= ' ' || isWord(next) || next == '{' || next == '$' && after == '{' {
		return false
	}
	return strings.IndexByte(" \t;,){", after) >= 0
}

// handleFollows guesses, as perl does, whether the variable before the place is the handle of print: when a blank and
// then something that can only begin an operand follow.
func (l *lexing) handleFollows() bool {
	i := l.pos
	if !isBlank(l.byteAt(i)) {
		return false
	}
	i = l.skipBlanks(i)
	c, next := l.byteAt(i), l.byteAt(i+1)
	switch {
	case c == '$' || c == '@' || c == '"' || c == '\'' || c == '`' || c == '(' || isDigit(c):
		return true
	case isFirst(c):
		word := l.text[i:l.identEnd(i)]
		switch word {
		case "if", "unless", "while", "until", "for", "foreach", "when":
			return false
		}
		return wordOperator(word) == 0 || word == "not"
	case c == '&' || c == '*' || c == '%':
		return isFirst(next)
	case c == '<':
		return isFirst(next) || next == '<' && !isBlank(l.byteAt(i+2)) && l.byteAt(i+2) != '='
	case c == '.':
		return isDigit(next)
	case c == '?' || c == '-' || c == '+':
		return !isBlank(next) && next != '=' && next != c && next != '>'
	case c == '/':
		return !isBlank(next) && next != '=' && next != '/'
	case c == '\\':
		return true
	}
	return false
}
