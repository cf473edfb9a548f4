package lang

// This file lexes reserved words: keywords, operators spelt as words, quote operators and the words of block forms.

import (
	"strings"

	"github.com/alecthomas/participle/v2/lexer"
)

// reserved reads a reserved word; 0 when the word is none here.
func (l *lexing) reserved(word string, end int) lexer.TokenType {
	if n := len(l.stack); n > 0 && l.stack[n-1].kind == tokThen && len(word) <= 5 && l.want != wantOperand {
		if kind := l.closeForm(word, end); kind != 0 {
			return kind
		}
	}
	if l.want == wantOperator || l.optional {
		if kind := l.infix(word, end); kind != 0 {
			return kind
		}
	}
	if kind := l.quoteWord(word, end); kind != 0 {
		return kind
	}
	kind := keyword(word)
	if kind == 0 {
		if word[0] == 'v' && isVersion(word) && l.byteAt(end) == '.' && isDigit(l.byteAt(end+1)) {
			for l.pos = end; isDigit(l.peek(0)) || l.peek(0) == '_' || l.peek(0) == '.' && isDigit(l.peek(1)); l.pos++ {
			}
			return l.emit(tokVersion, wantOperator)
		}
		if word[0] == 'v' && isVersion(word) && l.isLoneVersion(word, end) {
			l.pos = end
			return l.emit(tokVersion, wantOperator)
		}
		if word == "__END__" || word == "__DATA__" {
			return l.dataWord(end)
		}
		return l.blockWord(word, end)
	}
	if kind == kwPhase && l.byteAt(l.skipBlanks(end)) != '{' {
		return l.blockWord(word, end)
	}
	return l.keyword(kind, word, end)
}

// isLoneVersion tells whether v65 is the character 65 rather than a name: a hash key, a call, a class.
func (l *lexing) isLoneVersion(word string, end int) bool {
	switch next := l.skipBlanks(end); {
	case l.byteAt(next) == '(', l.byteAt(next) == '}', l.byteAt(next) == '=' && l.byteAt(next+1) == '>', l.byteAt(end) == ':',
		l.byteAt(next) == '-' && l.byteAt(next+1) == '>':
		return false
	}
	return l.function(l.pkg, word, l.offset()) == nil
}

// infix reads a word after an operand: an operator, a modifier, or a word of the command language's block forms.
func (l *lexing) infix(word string, end int) lexer.TokenType {
	switch kind := wordOperator(word); {
	case word == "x" && l.optional && l.want != wantOperator:
		return 0
	case word == "x" && l.byteAt(end) == '=' && l.byteAt(end+1) != '=' && l.byteAt(end+1) != '~':
		return l.wordAs(opAssign, end+1, wantOperand)
	case kind == opNot || kind == 0:
	default:
		return l.wordAs(kind, end, wantOperand)
	}
	if l.want != wantOperator {
		return 0
	}
	if len(word) > 1 && word[0] == 'x' && strings.Trim(word[1:], "0123456789") == "" {
		return l.wordAs(opMul, l.pos+1, wantOperand) // "a" x3
	}
	if len(word) > 8 {
		return 0
	}
	switch strings.ToLower(word) {
	case "then":
		if l.cond {
			return l.openForm(end)
		}
	case "do":
		if l.cond {
			return l.openForm(end)
		}
	case "and", "or", "xor":
		if l.cond {
			return l.wordAs(wordOperator(strings.ToLower(word)), end, wantOperand)
		}
	case "to", "step":
		if l.cond {
			return l.wordAs(tokForWord, end, wantOperand)
		}
	}
	return 0
}

// openForm reads THEN or DO after a condition.
func (l *lexing) openForm(end int) lexer.TokenType {
	l.start = l.pos
	l.cond = false
	l.push(bracket{kind: tokThen})
	return l.wordAs(tokThen, end, wantStatement)
}

// closeForm reads END, ELSE or ELSIF when a THEN or DO is open; 0 when none is.
func (l *lexing) closeForm(word string, end int) lexer.TokenType {
	n := len(l.stack)
	if n == 0 || l.stack[n-1].kind != tokThen {
		return 0
	}
	next := l.byteAt(l.skipBlanks(end))
	if next == '{' || l.prev == tokRBrace && next == '(' {
		return 0 // Perl's else and elsif, and its END block
	}
	switch strings.ToLower(word) {
	case "else":
		return l.wordAs(tokElseWord, end, wantStatement)
	case "elsif":
		l.pop()
		l.cond = true
		return l.wordAs(tokElsifWord, end, wantOperand)
	case "end":
		l.pop()
		return l.wordAs(tokEndWord, end, wantStatement)
	}
	return 0
}

// blockWord reads the words of the command language's block forms in any letter case; 0 when the word is none here.
func (l *lexing) blockWord(word string, end int) lexer.TokenType {
	if len(word) > 5 {
		return 0
	}
	if l.want == wantOperand {
		if l.cond && strings.EqualFold(word, "not") {
			return l.wordAs(opNot, end, wantOperand)
		}
		return 0
	}
	lower := strings.ToLower(word)
	if lower == word || l.names.forced[word] || l.find(l.pkg, word, l.offset()) != nil {
		return 0
	}
	switch next := l.byteAt(l.skipBlanks(end)); next {
	case ':', ',', '=', ';', ')', '}', '-':
		return 0
	}
	switch kind := keyword(lower); kind {
	case kwIf, kwWhile, kwFor:
		l.names.words[word] = true
		return l.keyword(kind, lower, end)
	}
	return 0
}

// keyword reads a reserved word.
func (l *lexing) keyword(kind lexer.TokenType, word string, end int) lexer.TokenType {
	switch kind {
	case opNot:
		return l.wordAs(kind, end, wantOperand)
	case opOr, opAnd, opEq, opRel:
		return l.wordAs(kind, end, wantOperand)
	case opMul, opIsa:
		return 0 // x and isa are names where an operand is expected
	case kwIf, kwUnless, kwWhile, kwUntil, kwFor, kwElsif:
		l.cond = l.want == wantStatement || kind == kwElsif || l.startsLine()
		return l.wordAs(kind, end, wantOperand)
	case kwContinue:
		if l.byteAt(l.skipBlanks(end)) != '{' {
			return l.leave(end)
		}
		return l.blockKeyword(kind, end)
	case kwElse, kwPhase:
		return l.blockKeyword(kind, end)
	case kwTry, kwCatch, kwFinally:
		next := l.byteAt(l.skipBlanks(end))
		if l.want != wantStatement || kind == kwCatch && next != '(' && next != '{' && next != 0 || kind != kwCatch && next != '{' ||
			kind != kwTry && l.prev != tokRBrace || l.find(l.pkg, word, l.offset()) != nil {
			return 0
		}
		return l.blockKeyword(kind, end)
	case kwDo, kwEval:
		k := l.wordAs(kind, end, wantOperand)
		l.brace, l.optional = roleTerm, kind == kwEval
		return k
	case kwSub:
		l.header = roleTerm
		return l.wordAs(kind, end, wantOperand)
	case kwToken:
		return l.wordAs(kind, end, wantOperator)
	case kwReturn:
		k := l.wordAs(kind, end, wantOperand)
		l.optional = true
		return k
	case kwNext:
		return l.leave(end)
	case kwUse:
		if l.want != wantStatement {
			return 0
		}
		l.uses = &useStatement{no: word == "no", depth: len(l.stack)}
	case kwRequire:
		if n := len(l.stack); l.uses == nil && n > 0 && l.stack[n-1].begin {
			l.uses = &useStatement{require: true, depth: n}
		}
	case kwFormat:
		return l.format(end)
	case kwGiven:
		return l.topicWord(word, end)
	}
	return l.wordAs(kind, end, wantOperand)
}

// leave reads a word that leaves a block; a label may follow it.
func (l *lexing) leave(end int) lexer.TokenType {
	k := l.wordAs(kwNext, end, wantOperand)
	l.optional = true
	return k
}

// topicWord reads given, when, default or break; 0 where the word is the name of a sub or anything else.
func (l *lexing) topicWord(word string, end int) lexer.TokenType {
	if word == "when" && (l.want == wantOperator || l.optional) {
		return l.wordAs(kwGiven, end, wantOperand)
	}
	if l.want != wantStatement || l.find(l.pkg, word, l.offset()) != nil {
		return 0
	}
	next := l.skipBlanks(end)
	switch c := l.byteAt(next); {
	case word == "default" && c == '{':
		return l.blockKeyword(kwGiven, end)
	case word == "break":
		if rest := l.text[next:]; c == ';' || c == '}' || strings.HasPrefix(rest, "if") || strings.HasPrefix(rest, "unless") {
			return l.leave(end)
		}
	case word != "default" && c == '(':
		return l.wordAs(kwGiven, end, wantOperand)
	}
	return 0
}

// startsLine reports whether the place is the first on its line.
func (l *lexing) startsLine() bool {
	i := l.pos
	for i > 0 && (l.text[i-1] == ' ' || l.text[i-1] == '\t') {
		i--
	}
	return i == 0 || l.text[i-1] == '\n'
}

// blockKeyword reads a word that a block follows.
func (l *lexing) blockKeyword(kind lexer.TokenType, end int) lexer.TokenType {
	k := l.wordAs(kind, end, wantStatement)
	l.brace = roleStatement
	return k
}

// dataWord reads __END__ or __DATA__: the text ends.
func (l *lexing) dataWord(end int) lexer.TokenType {
	l.data(end)
	return l.end()
}

// format refuses a format, and moves over its lines; 0 when the word is no format here.
func (l *lexing) format(end int) lexer.TokenType {
	i := l.nameEnd(l.skipBlanks(end), false)
	for l.byteAt(i) == ' ' {
		i++
	}
	if l.want != wantStatement || l.byteAt(i) != '=' || l.byteAt(i+1) == '>' || l.byteAt(i+1) == '=' {
		return 0
	}
	l.refuse(l.pos, end, "formats", "use printf or sprintf")
	l.pos = i
	for l.pos < len(l.text) && !l.has("\n.\n") && !l.has("\n.\r") {
		l.pos++
	}
	if l.pos < len(l.text) {
		l.pos += 2
	}
	return again
}

// quoteWord reads a quote operator with its text; 0 when the word is none here.
func (l *lexing) quoteWord(word string, end int) lexer.TokenType {
	var kind lexer.TokenType
	switch word {
	case "q":
		kind = tokSingle
	case "qq":
		kind = tokDouble
	case "qw":
		kind = tokWords
	case "m":
		kind = tokMatch
	case "s":
		kind = tokSubst
	case "y", "tr":
		kind = tokTrans
	case "qr":
		kind = tokQR
	case "qx":
		kind = tokQx
	default:
		return 0
	}
	i := l.skipBlanks(end)
	switch c := l.byteAt(i); {
	case i >= len(l.text) || c == '#' && i > end || (c == ';' || c == ',') && i > end || c == ')':
		return 0
	case c == '=' && (l.byteAt(i+1) == '>' || i > end && isBlank(l.byteAt(i+1))):
		return 0 // s = ... and y => ... are mistakes or keys, not quotes
	case isWord(c) && i == end:
		return 0
	}
	l.pos = i
	l.delimited(kind)
	return l.emit(kind, wantOperator)
}
