package lang

// This file lexes commands: where one begins, and its arguments, which have lexical rules of their own.

import (
	"strings"

	"github.com/alecthomas/participle/v2/lexer"

	"github.com/smrscript/smrscript/lang/diag"
	"github.com/smrscript/smrscript/lang/usage"
)

// isCommand reports whether a word where an operand may begin is the head of a command. A word that could be
// anything of Perl's is none: a name after a function or another bare word, something called, assigned to or quoted,
// a handle between parentheses.
func (l *lexing) isCommand(word string, end int, f *usage.Function) bool {
	if l.inner != innerNone || l.script.word(word).command == nil || l.names.forced[word] || strings.Contains(word, ":") {
		return false
	}
	switch l.prev {
	case tokFunc:
		if g := l.function(l.pkg, l.prevWord, l.offset()); g == nil || g.Unary || g.Nullary || g.Block != usage.None || l.handle {
			return false // a list operator such as write may have a command's result among its values
		}
	case tokIdent, tokName, kwSub, kwPackage, kwUse, kwNext, tokTest, kwRequire, tokHandleWord, tokHandleVar, kwGoto:
		return false
	}
	i := l.skipBlanks(end)
	c, next := l.byteAt(i), l.byteAt(i+1)
	switch {
	case l.handle, c == ')' && l.prev == tokLParen && l.afterHandleFunction():
		return false
	case f != nil && l.complete(word) && (i >= len(l.text) || c == ';' || c == '}'):
		return true // machines; is the command, machines() the function
	case f != nil && !(isFirst(c) && i > end && wordOperator(l.text[i:l.identEnd(i)]) == 0 && !isModifier(l.text[i:l.identEnd(i)])):
		return false
	case i >= len(l.text), c == ';', c == ')', c == '}':
		return !(c == '}' && l.prev == tokLBlock && l.stack[len(l.stack)-1].role == roleArgument)
	case i == end:
		return false // source(, source->, source=, source::
	case isWord(c), c == '"', c == '\'', c >= 0x80:
		return true
	case c == '$', c == '@':
		return isFirst(next) || isDigit(next) || next == '{' || next == ':'
	case c == '\\':
		return next == '\\'
	case c == '/', c == '.', c == '~':
		return isWord(next)
	case c == '*':
		return isBlank(next) || next == ';' || next == 0
	case c == '(':
		return l.want == wantStatement && l.argumentAfter(i)
	}
	return false
}

// complete reports whether a command needs nothing behind its head word, so that it is one without parentheses too.
func (l *lexing) complete(word string) bool {
	c := l.script.word(word).command
	if c == nil {
		return false
	}
	m, _ := c.Match(nil)
	return m != nil
}

// argumentAfter reports whether a word, string, number or variable follows the parenthesis at an offset and all that is
// in it: then what is before the parenthesis is no call.
func (l *lexing) argumentAfter(offset int) bool {
	end := l.bodyEnd(offset+1, '(', ')')
	if end < 0 {
		return false
	}
	i := l.skipBlanks(end + 1)
	c := l.byteAt(i)
	if c == '"' || c == '\'' || c == '$' || isDigit(c) {
		return true
	}
	return isFirst(c) && !endsCommand(l.text[i:l.identEnd(i)]) && wordOperator(l.text[i:l.identEnd(i)]) == 0
}

// isModifier tells the words that end a command and begin a statement modifier.
func isModifier(word string) bool {
	switch word {
	case "if", "unless", "while", "until", "for", "foreach":
		return true
	}
	return false
}

// afterHandleFunction reports whether the parenthesis before the place holds the handle of a function such as close.
func (l *lexing) afterHandleFunction() bool {
	if l.prev != tokLParen || l.start == 0 {
		return false
	}
	end := strings.LastIndexByte(l.text[:l.start], '(')
	for end > 0 && isBlank(l.text[end-1]) {
		end--
	}
	begin := end
	for begin > 0 && isWord(l.text[begin-1]) {
		begin--
	}
	if begin == end || begin > 0 && strings.IndexByte("$@%&>:", l.text[begin-1]) >= 0 {
		return false
	}
	word := l.text[begin:end]
	if keyword(lower(word)) != 0 {
		return false
	}
	f := l.function(l.pkg, word, l.offset())
	return f == nil || f.Param(0) == usage.Handle
}

// beginCommand reads a head word; what follows are the command's arguments.
func (l *lexing) beginCommand(end int) lexer.TokenType {
	kind := l.wordAs(tokCommand, end, wantOperand)
	l.command = len(l.stack) + 1
	return kind
}

// commandToken reads an argument of a command, or the empty token at its end.
func (l *lexing) commandToken() lexer.TokenType {
	c := l.peek(0)
	if l.subscript && l.pos > 0 && !isBlank(l.text[l.pos-1]) {
		if kind := l.commandSubscript(c); kind != 0 {
			return kind
		}
	}
	switch {
	case l.pos >= len(l.text) || c == ';' || c == ')' || c == '}' || c == ']':
		return l.endCommand()
	case c == '"':
		return l.commandString()
	case c == '\'':
		l.delimited(tokSingle)
		return l.emit(tokSingle, wantOperand)
	case c == '$' && (isWord(l.peek(1)) || strings.IndexByte("{$:", l.peek(1)) >= 0 && l.peek(1) != 0):
		return l.scalar()
	case c == '@' && (isFirst(l.peek(1)) || l.peek(1) == '{' || l.peek(1) == '$'):
		return l.array()
	case c == '(':
		return l.openParen()
	case c == ',':
		return l.op(tokComma, 1)
	case c == '=':
		return l.op(tokCmdEquals, 1)
	case c == '*' && (l.pos+1 >= len(l.text) || strings.IndexByte(" \t\r\n;,)}", l.peek(1)) >= 0):
		return l.op(tokCmdStar, 1)
	case c == '{' || c == '[' || c == '`' || c == '|' || c == '&' || c == '<' || c == '>' || c == '?' || c == '!' || c == '+' || c == ':':
		return l.badArgument(c)
	}
	return l.commandWord()
}

// commandSubscript reads what continues a variable: [ { or an arrow before one; 0 when nothing does.
func (l *lexing) commandSubscript(c byte) lexer.TokenType {
	l.want = wantOperator
	switch {
	case c == '[' || c == '{':
		return l.bracket(c)
	case c == '-' && l.peek(1) == '>' && (l.peek(2) == '[' || l.peek(2) == '{'):
		return l.minus('>', false)
	case l.prev == tokArrow:
		return l.bracket(c)
	}
	l.subscript = false
	return 0
}

// endCommand is the empty token after the last argument.
func (l *lexing) endCommand() lexer.TokenType {
	l.start = l.pos
	l.command = 0
	return l.emit(tokCmdEnd, wantOperator)
}

// badArgument reads an operator among the arguments; the usage line will refuse it.
func (l *lexing) badArgument(c byte) lexer.TokenType {
	for l.peek(0) == c {
		l.pos++
	}
	return l.emit(tokCmdBad, wantOperand)
}

// commandWord reads a bare word or path, a number, or a call when a parenthesis follows directly.
func (l *lexing) commandWord() lexer.TokenType {
	end := l.pos
	for end < len(l.text) && !isBlank(l.text[end]) && strings.IndexByte(";,=\"'()[]{}", l.text[end]) < 0 {
		end++
	}
	word := l.text[l.pos:end]
	if endsCommand(word) {
		return l.endCommand()
	}
	if end < len(l.text) && l.text[end] == '(' && isFirst(word[0]) && l.nameEnd(l.pos, false) == end {
		if f := l.function(l.pkg, word, l.offset()); f != nil {
			return l.wordAs(tokFunc, end, wantOperand)
		}
		return l.wordAs(tokIdent, end, wantOperand)
	}
	if end == l.pos { // a character that is none of the above
		end++
	}
	kind := tokCmdWord
	if isDigit(word[0]) && strings.Trim(word, "0123456789_") == "" {
		kind = tokNumber
	}
	return l.wordAs(kind, end, wantOperand)
}

// endsCommand tells the words that end a command.
func endsCommand(word string) bool {
	if len(word) < 2 || len(word) > 7 {
		return false
	}
	switch strings.ToLower(word) {
	case "or", "and", "xor", "not", "if", "unless", "while", "until", "for", "foreach", "then", "do", "else", "end":
		return true
	}
	return false
}

// commandString reads "..." among the arguments of a command, where a backslash is literal except in \" and \$.
func (l *lexing) commandString() lexer.TokenType {
	start := l.pos
	for i := start + 1; i < len(l.text); i++ {
		switch l.text[i] {
		case '\\':
			if l.byteAt(i+1) == '$' || l.byteAt(i+1) == '"' && !l.closesAfter(start+1, i) {
				i++
			}
		case '"':
			l.pos = i + 1
			return l.emit(tokCmdString, wantOperand)
		}
	}
	d := l.errorf(l.span(start, start+1), diag.UnterminatedString, `this string has no closing '"'`)
	d.Incomplete = true
	d.Help = "a backslash before the closing quote is read as \\\" unless the string is a path"
	l.stop()
	return l.emit(tokCmdString, wantOperand)
}

// closesAfter decides whether the quote after the backslash at offset closes the string: when the text so far is a path,
// or when no other quote on the line could.
func (l *lexing) closesAfter(start, offset int) bool {
	text := l.text[start : offset+1]
	switch {
	case strings.HasPrefix(text, `\\`), strings.HasPrefix(text, "$") && !strings.Contains(text, " "):
		return true
	case len(text) > 2 && isLetter(text[0]) && text[1] == ':' && text[2] == '\\':
		return true
	}
	rest, _, _ := strings.Cut(l.text[offset+2:], "\n")
	return strings.IndexByte(rest, '"') < 0
}
