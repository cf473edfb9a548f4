package lang

// This file lexes quote-like constructs: where they end, and which of them are Windows paths.

import (
	"strings"

	"github.com/alecthomas/participle/v2/lexer"

	"github.com/smrscript/smrscript/lang/diag"
)

// A quoted is a quote-like construct taken apart: the offsets of its one or two bodies and its flags.
type quoted struct {
	open, close byte // the delimiters of the first body
	start, end  int  // the first body
	open2       byte // the delimiters of the second body, if there is one
	close2      byte
	start2      int
	end2        int
	flags       string
	next        int // the offset after it all
}

// closing returns the delimiter that closes open.
func closing(open byte) byte {
	switch open {
	case '(':
		return ')'
	case '[':
		return ']'
	case '{':
		return '}'
	case '<':
		return '>'
	}
	return open
}

// bodyEnd returns the offset of the delimiter that closes the body that begins at offset, -1 when there is none.
func (l *lexing) bodyEnd(offset int, open, close byte) int {
	depth := 0
	for i := offset; i < len(l.text); i++ {
		switch c := l.text[i]; {
		case c == '\\' && close != '\\':
			i++
		case c == close:
			if depth == 0 {
				return i
			}
			depth--
		case c == open:
			depth++
		}
	}
	return -1
}

// quoteAt takes the construct apart whose first delimiter is at offset; two tells that it has two bodies. It is not
// ok when a delimiter is missing; q.start is 0 when it was the second body's that could not be found.
func (l *lexing) quoteAt(offset int, two bool) (q quoted, ok bool) {
	q.open = l.text[offset]
	q.close = closing(q.open)
	q.start = offset + 1
	if q.end = l.bodyEnd(q.start, q.open, q.close); q.end < 0 {
		return q, false
	}
	q.next = q.end + 1
	if !two {
		return q, true
	}
	q.open2, q.close2, q.start2 = q.open, q.close, q.next
	if q.open != q.close {
		at := l.skipBlanks(q.next)
		if at >= len(l.text) {
			return q, false
		}
		q.open2 = l.text[at]
		q.close2, q.start2 = closing(q.open2), at+1
	}
	if q.end2 = l.bodyEnd(q.start2, q.open2, q.close2); q.end2 < 0 {
		return q, false
	}
	q.next = q.end2 + 1
	return q, true
}

// delimited moves over the quote-like construct whose delimiter is at the place, flags included.
func (l *lexing) delimited(kind lexer.TokenType) {
	q, ok := l.quoteAt(l.pos, kind == tokSubst || kind == tokTrans)
	if !ok {
		l.unterminated(kind, q)
		return
	}
	l.pos = q.next
	switch kind {
	case tokMatch, tokSubst, tokTrans, tokQR:
		l.flags(kind)
		flags := l.text[q.next:l.pos]
		if kind == tokSubst && strings.Contains(flags, "e") {
			l.findHeredocs(q.start2, q.end2)
		}
	}
	switch kind {
	case tokDouble, tokQx, tokMatch, tokSubst, tokQR:
		if q.open != '\'' {
			l.findNested(q.start, q.end)
		}
	}
}

// flags moves over the letters after a construct, but not over a word operator that stands right behind them as in /x/and.
func (l *lexing) flags(kind lexer.TokenType) {
	end := l.pos
	for isWord(l.byteAt(end)) {
		end++
	}
	run, allowed := l.text[l.pos:end], allowedFlags(kind)
	l.pos = end
	if strings.Trim(run, allowed) == "" {
		return
	}
	for _, op := range [...]string{"and", "or", "eq", "ne", "cmp", "if", "unless", "lt", "gt", "le", "ge", "foreach", "for", "while", "until", "x"} {
		if rest, ok := strings.CutSuffix(run, op); ok && strings.Trim(rest, allowed) == "" {
			l.pos -= len(op)
			return
		}
	}
}

// allowedFlags returns the flags that a construct takes.
func allowedFlags(kind lexer.TokenType) string {
	switch kind {
	case tokMatch:
		return "msixxpodualngc"
	case tokQR:
		return "msixxpodualn"
	case tokSubst:
		return "msixxpodualngcer"
	}
	return "cdsr"
}

// unterminated reports a construct whose end is missing, and gives up on the rest of the text.
func (l *lexing) unterminated(kind lexer.TokenType, q quoted) {
	code, what, delim := diag.UnterminatedString, "string", q.close
	switch kind {
	case tokMatch, tokQR:
		code, what = diag.UnterminatedPattern, "pattern"
	case tokSubst:
		code, what = diag.UnterminatedPattern, "substitution"
	case tokTrans:
		code, what = diag.UnterminatedPattern, "transliteration"
	case tokWords:
		what = "word list"
	case tokQx:
		what = "command line"
	}
	if q.start2 > 0 {
		delim = q.close2
	}
	d := l.errorf(l.span(l.start, q.start), code, "this %s has no closing %s", what, quoteChar(delim))
	d.Incomplete = true
	if i := strings.IndexByte(l.text[q.start:], '\n'); i >= 0 {
		d.Help = "it would go on over the following lines up to the end of the file"
	}
	l.stop()
}

// quoteChar shows a delimiter in a message.
func quoteChar(c byte) string {
	if c == '"' {
		return `'"'`
	}
	return `"` + string(rune(c)) + `"`
}

// doubleQuoted reads "...", a path literal among them.
func (l *lexing) doubleQuoted() lexer.TokenType {
	if end := pathEnd(l.text, l.pos+1); end > 0 {
		l.pos = end + 1
		return l.emit(tokPath, wantOperator)
	}
	l.delimited(tokDouble)
	return l.emit(tokDouble, wantOperator)
}

// pathEnd returns the offset of the closing quote when the text from offset up to it is a Windows path: X:\ or
// \\host\share, then components of at least two characters separated by single backslashes, with an optional final
// backslash. Otherwise it returns 0.
func pathEnd(text string, offset int) int {
	i := offset
	switch {
	case i+2 < len(text) && isLetter(text[i]) && text[i+1] == ':' && text[i+2] == '\\':
		i += 3
		if i < len(text) && text[i] == '"' {
			return i
		}
	case i+1 < len(text) && text[i] == '\\' && text[i+1] == '\\':
		host := component(text, i+2)
		if host == i+2 || host >= len(text) || text[host] != '\\' {
			return 0
		}
		i = host + 1
	default:
		return 0
	}
	for {
		end := component(text, i)
		if end == i || end >= len(text) {
			return 0
		}
		if text[end] == '"' {
			return end
		}
		if text[end] != '\\' {
			return 0
		}
		if i = end + 1; i < len(text) && text[i] == '"' {
			return i
		}
	}
}

// component returns the end of the path component that begins at offset; offset itself when it is too short to be one.
func component(text string, offset int) int {
	i := offset
	for i < len(text) && (isWord(text[i]) || text[i] >= 0x80 || strings.IndexByte(" .-~()${}", text[i]) >= 0) {
		i++
	}
	if i-offset < 2 {
		return offset
	}
	return i
}

// angle reads what begins with < where an operand may begin: a heredoc, or <FH>, <$fh>, <>, <*.c>.
func (l *lexing) angle() (lexer.TokenType, bool) {
	if l.peek(1) == '<' && l.heredoc() {
		return l.emit(tokHeredoc, wantOperator), true
	}
	if l.has("<<>>") {
		l.pos += 4
		return l.emit(tokAngle, wantOperator), true
	}
	if l.optional && (isBlank(l.peek(1)) || l.peek(1) == '=') {
		return 0, false
	}
	end := l.bodyEnd(l.pos+1, '<', '>')
	if end < 0 || strings.IndexByte(l.text[l.pos:end], '\n') >= 0 || strings.IndexByte(l.text[l.pos:end], ';') >= 0 {
		return 0, false
	}
	l.pos = end + 1
	return l.emit(tokAngle, wantOperator), true
}
