package lang

// This file lexes words: what a word means where it stands.

import (
	"strings"

	"github.com/alecthomas/participle/v2/lexer"

	"github.com/smrscript/smrscript/lang/diag"
	"github.com/smrscript/smrscript/lang/usage"
)

// word reads a word.
func (l *lexing) word() lexer.TokenType {
	end := l.nameEnd(l.pos, false)
	word := l.text[l.pos:end]
	if word == "isn" && l.byteAt(end) == '\'' && l.byteAt(end+1) == 't' {
		end += 2 // Test::More's isn't
	}
	prev := l.prev
	switch prev {
	case tokArrow, kwPackage, kwUse, kwNext, kwGoto:
		if kind := l.nameAfter(prev, word, end); kind != 0 {
			return kind
		}
	case tokLSubscript:
		if l.byteAt(l.skipBlanks(end)) == '}' {
			return l.wordAs(tokKey, end, wantOperator)
		}
	case opSign:
		if n := len(l.stack); n > 0 && l.stack[n-1].kind == tokLSubscript && l.byteAt(l.skipBlanks(end)) == '}' && l.signFirst() {
			return l.wordAs(tokKey, end, wantOperator)
		}
	}
	if l.header != roleAuto && prev == kwSub {
		return l.subName(end)
	}
	if after := l.skipBlanks(end); l.byteAt(after) == '=' && l.byteAt(after+1) == '>' {
		return l.wordAs(tokKey, end, wantOperator)
	}
	if kind := l.reserved(word, end); kind != 0 {
		return kind
	}
	if l.want == wantStatement {
		if kind := l.label(word, end); kind != 0 {
			return kind
		}
	}
	return l.callee(word, end)
}

// wordAs reads the word that ends at end as a token of a kind.
func (l *lexing) wordAs(kind lexer.TokenType, end int, want expectation) lexer.TokenType {
	l.prevWord, l.pos = l.text[l.pos:end], end
	return l.emit(kind, want)
}

// signFirst reports whether a minus stands before the place and is the first thing in its braces, as in {-key}.
func (l *lexing) signFirst() bool {
	i := l.pos - 1
	for i >= 0 && isBlank(l.text[i]) {
		i--
	}
	if i < 0 || l.text[i] != '-' {
		return false
	}
	for i--; i >= 0 && isBlank(l.text[i]); i-- {
	}
	return i >= 0 && l.text[i] == '{'
}

// nameAfter reads a word after a token that a name must follow; 0 when the word is none.
func (l *lexing) nameAfter(prev lexer.TokenType, word string, end int) lexer.TokenType {
	switch prev {
	case kwNext:
		switch word {
		case "if", "unless", "while", "until", "for", "foreach", "and", "or", "xor", "not":
			return 0
		}
	case kwUse:
		if isVersion(word) {
			l.pos = end
			for isDigit(l.peek(0)) || l.peek(0) == '.' && isDigit(l.peek(1)) || l.peek(0) == '_' {
				l.pos++
			}
			return l.emit(tokVersion, wantOperand)
		}
		l.names.modules[word] = true
		return l.wordAs(tokName, end, wantOperand)
	case kwGoto:
		if l.byteAt(end) == '(' || l.function(l.pkg, word, l.offset()) != nil {
			return 0
		}
	case kwPackage:
		if i := strings.IndexAny(l.text[end:], ";{"); i >= 0 && l.text[end+i] == '{' {
			l.around = l.pkg
		}
		l.pkg = word
		l.names.modules[word] = true
		kind := l.wordAs(tokName, end, wantOperator)
		l.brace = roleStatement
		return kind
	}
	return l.wordAs(tokName, end, wantOperator)
}

// isVersion tells v5 and v5 of v5.36 from a name.
func isVersion(word string) bool {
	return len(word) > 1 && word[0] == 'v' && strings.Trim(word[1:], "0123456789_") == ""
}

// subName reads the name in the header of a sub and makes it known.
func (l *lexing) subName(end int) lexer.TokenType {
	l.header = roleStatement
	entry := knownSub{from: l.view.origin(end)}
	i := l.skipBlanks(end)
	if l.byteAt(i) == '(' && !l.now().signatures {
		if close := strings.IndexByte(l.text[i:], ')'); close > 0 {
			proto := strings.Map(dropBlank, l.text[i+1:i+close])
			if strings.Trim(proto, "$@%&*;\\[]+_") == "" {
				entry.proto, entry.hasProto = proto, true
			}
		}
	} else if rest := l.text[i:]; strings.HasPrefix(rest, ":") {
		if rest = strings.TrimLeft(rest[1:], " \t"); strings.HasPrefix(rest, "prototype(") {
			if close := strings.IndexByte(rest, ')'); close > 0 {
				entry.proto, entry.hasProto = strings.Map(dropBlank, rest[len("prototype("):close]), true
			}
		}
	}
	l.names.add(l.pkg, l.text[l.pos:end], entry)
	return l.wordAs(tokName, end, wantOperand)
}

// dropBlank is a strings.Map function.
func dropBlank(r rune) rune {
	if r == ' ' || r == '\t' || r == '\n' || r == '\r' {
		return -1
	}
	return r
}

// label reads NAME: at the start of a statement; 0 when the word is no label.
func (l *lexing) label(word string, end int) lexer.TokenType {
	i := end
	for isBlank(l.byteAt(i)) {
		i++
	}
	if l.byteAt(i) != ':' || l.byteAt(i+1) == ':' || strings.Contains(word, ":") {
		return 0
	}
	return l.wordAs(tokLabel, i+1, wantStatement)
}

// callee reads a word that is not reserved: a function, a sub, a command, a handle or a class.
func (l *lexing) callee(word string, end int) lexer.TokenType {
	next := l.byteAt(end)
	if l.prev == tokLDeref && (next == '[' || next == '{') || strings.HasSuffix(word, "::") {
		return l.operandWord(end)
	}
	if l.prev == kwRequire {
		l.names.modules[word] = true
	}
	offset := l.offset()
	sub := l.find(l.pkg, word, offset)
	f := l.function(l.pkg, word, offset)
	if f == nil && l.want == wantStatement && sub == nil {
		f = l.anyCase(word, end)
	}
	if l.handle && f == nil && l.handleWord(word, end, sub) {
		return l.wordAs(tokHandleWord, end, wantOperand)
	}
	if sub == nil && l.isCommand(word, end, f) {
		l.names.words[word] = true
		return l.beginCommand(end)
	}
	switch {
	case f != nil:
		if !isCore(word) {
			l.names.words[word] = true
		}
		return l.functionWord(f, end)
	case sub != nil:
		return l.subWord(sub, end)
	}
	return l.unknownWord(end)
}

// anyCase returns the function that a word in capitals at the start of a statement means in scripts of the command
// language: EXIT, WRITE, SLEEP.
func (l *lexing) anyCase(word string, end int) *usage.Function {
	lower := strings.ToLower(word)
	if lower == word || strings.Contains(word, ":") || l.names.forced[word] || l.declared(l.pkg, word) != nil {
		return nil
	}
	i := l.skipBlanks(end)
	if c, next := l.byteAt(i), l.byteAt(i+1); c == '=' || c == ',' || c == '-' && next == '>' || c == '{' || c == ':' && next == ':' {
		return nil
	}
	f := l.script.word(lower).function
	if f == nil || word != strings.ToUpper(word) && lower != "exit" && lower != "sleep" && lower != "write" && lower != "print" {
		return nil // Dump and Open are the names of somebody's subs
	}
	l.names.words[word] = true
	return f
}

// operandWord reads a word that is an operand by itself: a class or a qualified name.
func (l *lexing) operandWord(end int) lexer.TokenType {
	if next := l.byteAt(end); l.prev == tokLDeref && (next == '[' || next == '{') {
		kind := l.wordAs(tokIdent, end, wantOperator) // ${name[1]} is $name[1]
		l.subscript = true
		return kind
	}
	return l.wordAs(tokIdent, end, wantOperator)
}

// functionWord reads the name of a function; what its operand may be decides what is expected next.
func (l *lexing) functionWord(f *usage.Function, end int) lexer.TokenType {
	if f.Nullary {
		return l.wordAs(tokFunc, end, wantOperator)
	}
	kind := l.wordAs(tokFunc, end, wantOperand)
	l.optional = f.Min == 0 || f.Topic
	switch {
	case f.Name == "map":
		l.brace = roleGuess
	case f.Block != usage.None:
		l.brace = roleArgument
	case f.Handle:
		l.brace, l.handle = roleArgument, true
	}
	switch f.Name {
	case "sort", "exec", "system":
		l.handle = true
	case "shift", "pop", "getc", "pos", "readline", "readlink", "undef", "umask":
		l.orOr = true
	}
	return kind
}

// subWord reads the name of a sub that is known here.
func (l *lexing) subWord(sub *knownSub, end int) lexer.TokenType {
	if sub.nullary() {
		return l.wordAs(tokIdent, end, wantOperator)
	}
	if c := l.byteAt(l.skipBlanks(end)); c == '-' && l.byteAt(l.skipBlanks(end)+1) == '>' {
		return l.wordAs(tokIdent, end, wantOperator)
	}
	kind := l.wordAs(tokIdent, end, wantOperand)
	l.optional = true
	switch {
	case sub.block():
		l.brace = roleArgument
	case sub.imported:
		l.brace = roleGuess
	}
	return kind
}

// unknownWord reads a word that means nothing yet. An operand that can be nothing else may follow it: the sub may come
// from another file.
func (l *lexing) unknownWord(end int) lexer.TokenType {
	i := l.skipBlanks(end)
	c, next := l.byteAt(i), l.byteAt(i+1)
	want := wantOperator
	switch {
	case c == '"' || c == '\'' || c == '`' || c == '\\' || isDigit(c):
		want = wantOperand
	case c == '$' || c == '@':
		want = wantOperand
	case (c == '%' || c == '&') && i > end && (isFirst(next) || next == '$' || next == '{'):
		want = wantOperand
	case c == '<' && next == '<' && i > end && (strings.IndexByte("\"'~", l.byteAt(i+2)) >= 0 || isFirst(l.byteAt(i+2))):
		want = wantOperand
	case isFirst(c) && strings.IndexByte(l.text[end:i], '\n') < 0:
		if word := l.text[i:l.identEnd(i)]; keyword(word) == 0 || keyword(word) == kwSub || keyword(word) == kwMy {
			want = wantOperand
		}
	}
	kind := l.wordAs(tokIdent, end, want)
	if c == '{' {
		l.brace, l.optional = roleGuess, true
	}
	return kind
}

// handleWord reports whether a word that is no function is the handle of print, or the sub of sort, before the list.
func (l *lexing) handleWord(word string, end int, sub *knownSub) bool {
	sorts := l.prevWord == "sort"
	if sub != nil && !sorts || l.prevWord == "exec" || l.prevWord == "system" {
		return false
	}
	i := l.skipBlanks(end)
	c, next := l.byteAt(i), l.byteAt(i+1)
	switch {
	case c == '(':
		return i > end
	case c == ',' || c == '-' && next == '>' || c == '=' || c == ':' || c == '.' && !isDigit(next):
		return false
	case sorts:
		return isWord(c) || c != 0 && strings.IndexByte("@$&\"'\\<", c) >= 0
	case c == ';' || c == ')' || c == '}' || c == 0:
		return true
	case c == '+' || c == '-' || c == '*' || c == '/' || c == '<' || c == '%' || c == '&':
		return !isBlank(next) && next != '=' && i > end
	case c == '>' || c == '!' || c == '|' || c == '?' || c == '^' || c == '[' || c == '{':
		return false
	case isFirst(c):
		switch l.text[i:l.identEnd(i)] {
		case "x", "eq", "ne", "lt", "gt", "le", "ge", "cmp", "isa":
			return false
		}
	}
	return true
}

// refuse reports something that this language leaves out.
func (l *lexing) refuse(start, end int, what, help string) {
	d := l.errorf(l.span(start, end), diag.NotSupported, "%s are not supported", what)
	d.Help = help
}
