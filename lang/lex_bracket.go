package lang

// This file lexes brackets: what each one opens and what may follow when it closes.

import (
	"strings"

	"github.com/alecthomas/participle/v2/lexer"
)

// bracket reads one of ( [ { ) ] }.
func (l *lexing) bracket(c byte) lexer.TokenType {
	switch c {
	case '(':
		return l.openParen()
	case '[':
		kind := tokLBracket
		if l.want == wantOperator {
			kind = tokLIndex
		}
		l.pos++
		l.push(bracket{kind: kind})
		return l.emit(kind, wantOperand)
	case '{':
		return l.openBrace()
	}
	l.pos++
	return l.closeBracket(c)
}

// push opens a bracket and remembers what surrounds it.
func (l *lexing) push(b bracket) {
	b.header, b.cond, b.command, b.pragmas, b.pkg = l.header, l.cond, l.command, l.now(), l.pkg
	if l.around != "" {
		b.pkg, l.around = l.around, ""
	}
	l.stack = append(l.stack, b)
	l.header, l.cond, l.command = roleAuto, false, 0
}

// pop closes the innermost bracket.
func (l *lexing) pop() bracket {
	b := l.stack[len(l.stack)-1]
	l.stack = l.stack[:len(l.stack)-1]
	l.header, l.cond, l.command, l.pkg = b.header, b.cond, b.command, b.pkg
	l.set(l.view.origin(l.pos), b.pragmas)
	return b
}

func (l *lexing) openParen() lexer.TokenType {
	if l.header != roleAuto && l.prototype() {
		return l.emit(tokProto, wantOperand)
	}
	b := bracket{kind: tokLParen}
	if l.prev == tokArrow || l.subscript && l.want == wantOperator && l.prev != tokVar && l.prev != tokName {
		b.role = roleSubscript
	}
	handle, brace := l.handle, l.brace
	l.pos++
	l.push(b)
	kind := l.emit(tokLParen, wantOperand)
	if l.handle = handle; brace == roleGuess || brace == roleArgument {
		l.brace = brace // map({ ... } LIST)
	}
	return kind
}

// prototype reads a parenthesis after a sub's name as a prototype when it looks like one and no signature is due.
func (l *lexing) prototype() bool {
	end := strings.IndexByte(l.text[l.pos:], ')')
	if end < 0 || l.now().signatures || l.prev == tokProto {
		return false
	}
	if strings.Trim(l.text[l.pos+1:l.pos+end], "$@%&*;\\[]+_ \t\n") != "" {
		return false
	}
	l.pos += end + 1
	return true
}

// openBrace decides what a brace opens.
func (l *lexing) openBrace() lexer.TokenType {
	is, guessed := l.brace, l.brace == roleGuess
	switch {
	case l.header != roleAuto:
		is = l.header
	case is == roleGuess:
		is = roleArgument
		if l.looksLikeHash(false) {
			is = roleHash
		}
	case is != roleAuto:
	case l.want == wantOperator:
		is = roleStatement
		if l.subscript {
			is = roleSubscript
		}
	case l.want == wantOperand:
		is = roleHash
	case l.looksLikeHash(true):
		is = roleHash
	default:
		is = roleStatement
	}
	l.pos++
	l.header, l.cond = roleAuto, l.cond && is != roleStatement
	kind, want := tokLBlock, wantStatement
	switch is {
	case roleSubscript:
		kind, want = tokLSubscript, wantOperand
	case roleHash:
		kind, want = tokLHash, wantOperand
	case roleDeref:
		kind, want = tokLDeref, wantOperand
	}
	l.push(bracket{kind: kind, role: is, begin: l.prev == kwPhase && l.prevWord == "BEGIN" || len(l.stack) > 0 && l.stack[len(l.stack)-1].begin})
	l.emit(kind, want)
	if (guessed && is == roleArgument || is == roleDeref) && l.byteAt(l.skipBlanks(l.pos)) == '{' {
		l.brace = roleHash // map {{ a => $_ }} LIST, @{{ ... }}
	}
	return kind
}

// looksLikeHash guesses, as perl does, whether the brace at the place opens an anonymous hash: when it is empty at the
// start of a statement, or begins with a word or string and a comma or =>.
func (l *lexing) looksLikeHash(statement bool) bool {
	i := l.skipBlanks(l.pos + 1)
	c := l.byteAt(i)
	switch {
	case c == '}':
		return statement && l.emptyHash(i+1)
	case c == '"' || c == '\'' || c == '`':
		for i++; i < len(l.text) && l.text[i] != c; i++ {
			if l.text[i] == '\\' {
				i++
			}
		}
		i++
	case isWord(c):
		word := i
		i = l.identEnd(i)
		if op := l.text[word:i]; op == "q" || op == "qq" || op == "qw" {
			if next := l.byteAt(i); next != '=' && next != ',' && next != 0 {
				if q, ok := l.quoteAt(i, false); ok {
					i = q.next
				}
			}
		}
	case c == '$' && isFirst(l.byteAt(i+1)):
		// Perl reads `{ $x => 1 }` as a block there; at the start of a statement it can only be meant as a hash.
		if i = l.nameEnd(i+1, true); !statement {
			return false
		}
		i = l.skipBlanks(i)
		return l.byteAt(i) == '=' && l.byteAt(i+1) == '>'
	case c == '%' && statement:
		return l.byteAt(i+1) == '$' && l.returned(i)
	default:
		return false
	}
	i = l.skipBlanks(i)
	if l.byteAt(i) == '=' && l.byteAt(i+1) == '>' {
		return true
	}
	return l.byteAt(i) == ',' && !(c >= 'a' && c <= 'z' && c != 'q')
}

// emptyHash tells `{}` as the last thing of a block, its value, from an empty block.
func (l *lexing) emptyHash(i int) bool {
	c := l.byteAt(l.skipBlanks(i))
	return len(l.stack) > 0 && (c == '}' || c == ';')
}

// returned tells `{ %$x, ... }` as the last thing of a block from a block.
func (l *lexing) returned(i int) bool {
	end := strings.IndexAny(l.text[i:], ",;}\n")
	return end >= 0 && l.text[i+end] == ','
}

// closeBracket reads a closing bracket. Brackets that were left open inside it are given up; the parser reports them.
func (l *lexing) closeBracket(c byte) lexer.TokenType {
	kind := tokRBrace
	switch c {
	case ')':
		kind = tokRParen
	case ']':
		kind = tokRBracket
	}
	open := len(l.stack) - 1
	for open >= 0 && closer(l.stack[open].kind) != kind {
		open--
	}
	if open < 0 {
		l.cond = false
		if kind == tokRBrace && l.code {
			l.pos--
			return tokEOF
		}
		if kind == tokRBrace {
			return l.emit(kind, wantStatement)
		}
		return l.emit(kind, wantOperator)
	}
	for len(l.stack) > open+1 {
		l.pop()
	}
	b := l.pop()
	switch b.role {
	case roleSubscript, roleDeref:
		return l.operand(kind)
	case roleStatement:
		l.cond = false
		return l.emit(kind, wantStatement)
	case roleArgument:
		kind := l.emit(kind, wantOperand)
		l.optional = true
		return kind
	}
	l.emit(kind, wantOperator)
	switch {
	case b.kind == tokLIndex:
		l.subscript = true
	case l.header != roleAuto:
		l.brace = l.header
	case kind == tokRParen:
		l.brace = roleStatement
	}
	return kind
}

// closer returns the kind of the bracket that closes one that was opened; THEN and DO close with END alone.
func closer(open lexer.TokenType) lexer.TokenType {
	switch open {
	case tokLParen:
		return tokRParen
	case tokLBracket, tokLIndex:
		return tokRBracket
	case tokThen:
		return tokEndWord
	}
	return tokRBrace
}
