package lang

// This file defines the lexer: its state, the blanks between tokens and the choice of what comes next.

import (
	"io"
	"strings"

	"github.com/alecthomas/participle/v2/lexer"

	"github.com/smrscript/smrscript/lang/diag"
	"github.com/smrscript/smrscript/lang/source"
)

// An expectation is what may begin at the lexer's place.
type expectation uint8

const (
	wantStatement expectation = iota // a statement, and so an operand
	wantOperand
	wantOperator
)

// A role is what a brace opens.
type role uint8

const (
	roleAuto      role = iota // decided by the expectation
	roleStatement             // a block after which a statement begins
	roleTerm                  // a block that is an operand: do { }, sub { }
	roleArgument              // a block before a list: sort { } LIST
	roleGuess                 // a block before a list or an anonymous hash
	roleHash
	roleSubscript
	roleDeref
)

// A bracket is an open bracket, or a THEN or DO of the command language, with what to return to when it closes.
type bracket struct {
	kind    lexer.TokenType
	role    role // for braces; for parentheses roleSubscript marks those of ->( )
	header  role // the sub header that the bracket is part of
	begin   bool // the bracket belongs to a BEGIN block
	cond    bool // the statement began with a word of a block form
	command int  // the command depth to return to
	pragmas pragmas
	pkg     string
}

// A lexing turns a part of a view into tokens. It implements lexer.Lexer.
type lexing struct {
	*script
	view  *view
	text  string // view.text up to the end of the part
	pos   int
	start int // where the token at hand begins

	want      expectation
	brace     role // what a { would open, if it comes next
	subscript bool // whether a { would be a subscript, if it comes next
	handle    bool // whether a handle may come next: after print and sort
	optional  bool // whether the operand that may come next can also be missing
	orOr      bool // whether // that comes next is an operator although an operand may begin
	header    role // inside the header of a sub: what its { opens
	cond      bool // inside a statement that began with IF, WHILE, FOR in any spelling
	prev      lexer.TokenType
	prevWord  string
	stack     []bracket
	command   int // 1 + len(stack) while the arguments of a command are lexed, else 0
	pkg       string
	around    string // the package to return to after the block of package NAME { }
	uses      *useStatement

	hereLine, hereEnd int  // the line end after which heredoc bodies begin, and where they end
	chunk, count      int  // after how many tokens a chunk may end, 0 for never; the tokens of this chunk
	more              bool // the chunk has ended before the text

	outer *lexing                           // the lexer whose lines hold the heredoc bodies of this part
	note  func(class Class, start, end int) // is told of what is no token; nil for nobody
	inner innerMode
	code  bool // the part ends with a brace that it does not open
}

func newLexer(s *script, v *view, start, end int) *lexing {
	l := &lexing{script: s, view: v, text: v.text[:end], pos: start, pkg: s.opt.Package, hereLine: -1, prev: tokSemi}
	if start == 0 && v == s.root {
		l.pos = len(l.text) - len(strings.TrimPrefix(l.text, "\ufeff"))
	}
	return l
}

// A definition is the lexer as participle knows it: scripts without any registered words.
type definition struct{}

// Symbols implements lexer.Definition.
func (definition) Symbols() map[string]lexer.TokenType { return symbols() }

// Lex implements lexer.Definition.
func (d definition) Lex(name string, r io.Reader) (lexer.Lexer, error) {
	text, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	return d.LexString(name, string(text))
}

// LexString implements lexer.StringDefinition.
func (definition) LexString(name, text string) (lexer.Lexer, error) {
	s := newScript(source.NewFile(name, text), Options{})
	return newLexer(s, s.root, 0, len(text)), nil
}

// Next implements lexer.Lexer. It never fails: what is no token is reported and read as something like it.
func (l *lexing) Next() (lexer.Token, error) {
	if l.count++; l.chunk > 0 && l.count > l.chunk && l.betweenStatements() {
		l.count, l.more = 0, true
		return lexer.EOFToken(lexer.Position{Offset: l.pos}), nil
	}
	l.more = false
	kind := l.next()
	t := lexer.Token{Type: kind, Value: l.text[l.start:l.pos], Pos: lexer.Position{Offset: l.start}}
	if l.uses != nil {
		l.uses.collect(l, t)
	}
	return t, nil
}

// chunkTokens is how many tokens a chunk has at least, unless it is the last one.
const chunkTokens = 512

// betweenStatements reports whether one statement of the file has ended and another begins.
func (l *lexing) betweenStatements() bool {
	if len(l.stack) > 0 || l.want != wantStatement || l.prev != tokSemi && l.prev != tokRBrace {
		return false
	}
	i := l.skipBlanks(l.pos)
	switch l.text[i:l.identEnd(i)] {
	case "else", "elsif", "continue", "catch", "finally":
		return false
	}
	return true
}

// emit sets what is expected after a token and returns its kind.
func (l *lexing) emit(kind lexer.TokenType, want expectation) lexer.TokenType {
	l.want, l.prev = want, kind
	l.brace, l.subscript, l.handle, l.optional, l.orOr = roleAuto, false, false, false, false
	return kind
}

// operand is emit for something that a subscript may follow.
func (l *lexing) operand(kind lexer.TokenType) lexer.TokenType {
	l.emit(kind, wantOperator)
	l.subscript = true
	return kind
}

// end is the token at the end of the text.
func (l *lexing) end() lexer.TokenType {
	l.start, l.pos = len(l.text), len(l.text)
	if l.uses != nil {
		l.uses.finish(l)
	}
	return tokEOF
}

// again is what read returns when it moved over something that is no token.
const again = tokLast

// next reads a token: it leaves the text of it between start and pos.
func (l *lexing) next() lexer.TokenType {
	for {
		if kind := l.read(); kind != again {
			return kind
		}
	}
}

// read reads a token, or something in its place that is none.
func (l *lexing) read() lexer.TokenType {
	if l.inner != innerNone {
		if kind, done := l.nextInner(); done {
			return kind
		}
	}
	l.blanks()
	l.start = l.pos
	if l.command > 0 && l.command == len(l.stack)+1 {
		return l.commandToken()
	}
	if l.pos >= len(l.text) {
		return l.end()
	}
	c := l.text[l.pos]
	switch class := classes[c]; {
	case class&classWord != 0 && class&classDigit == 0 || c >= 0x80 && l.letterAt(l.pos) > 0:
		return l.word()
	case class&classDigit != 0 || c == '.' && l.want != wantOperator && isDigit(l.peek(1)):
		return l.number()
	}
	switch c {
	case '$':
		return l.scalar()
	case '@':
		return l.array()
	case '"':
		return l.doubleQuoted()
	case '\'':
		l.delimited(tokSingle)
		return l.emit(tokSingle, wantOperator)
	case '`':
		l.delimited(tokQx)
		return l.emit(tokQx, wantOperator)
	case ';':
		l.pos++
		l.cond, l.header = false, roleAuto
		return l.emit(tokSemi, wantStatement)
	case '(', '[', '{', ')', ']', '}':
		return l.bracket(c)
	}
	return l.operator(c)
}

// peek returns the byte at distance n, 0 beyond the end.
func (l *lexing) peek(n int) byte {
	if l.pos+n < len(l.text) {
		return l.text[l.pos+n]
	}
	return 0
}

// has reports whether the text at the place begins with s.
func (l *lexing) has(s string) bool { return strings.HasPrefix(l.text[l.pos:], s) }

// blanks moves over blanks, comments, POD and the bodies of heredocs.
func (l *lexing) blanks() {
	for l.pos < len(l.text) {
		switch c := l.text[l.pos]; c {
		case '\n':
			l.newline()
			if l.pos < len(l.text) && l.text[l.pos] == '=' && l.want != wantOperator && l.inner == innerNone {
				l.pod()
			}
		case ' ', '\t', '\r', '\f', '\v':
			l.pos++
		case '#':
			from := l.pos
			l.lineEnd()
			l.skipped(Comment, from)
		case '=':
			if l.pos > 0 || !l.pod() {
				return
			}
		case '/':
			if l.peek(1) != '*' || l.want == wantOperator || !l.comment() {
				return
			}
		case 4, 26: // ^D and ^Z end the text as __END__ does
			l.data(l.pos + 1)
		default:
			return
		}
	}
}

// newline moves over a line end, and over the bodies of the heredocs that begin after it.
func (l *lexing) newline() {
	if l.pos == l.hereLine {
		from := l.pos + 1
		l.pos, l.hereLine = l.hereEnd, -1
		l.skipped(HeredocBody, from)
		return
	}
	l.pos++
}

// lineEnd moves to the end of the line.
func (l *lexing) lineEnd() {
	if i := strings.IndexByte(l.text[l.pos:], '\n'); i >= 0 {
		l.pos += i
	} else {
		l.pos = len(l.text)
	}
}

// pod moves over a POD section at the start of a line.
func (l *lexing) pod() bool {
	if !isLetter(l.peek(1)) {
		return false
	}
	from := l.pos
	for first := true; l.pos < len(l.text); first = false {
		cut := !first && l.has("=cut") && !isWord(l.peek(4)) // a stray =cut begins a section like any other word
		l.lineEnd()
		if cut {
			break
		}
		if l.pos < len(l.text) {
			l.pos++
		}
	}
	l.skipped(Pod, from)
	return true
}

// comment moves over /* ... */.
func (l *lexing) comment() bool {
	end := strings.Index(l.text[l.pos+2:], "*/")
	if end < 0 {
		d := l.errorf(l.span(l.pos, l.pos+2), diag.UnterminatedComment, "this comment has no end")
		d.Help, d.Incomplete = `close it with "*/"`, true
		l.stop()
		return true
	}
	from := l.pos
	l.pos += end + 4
	l.skipped(Comment, from)
	return true
}

// stop ends the text at the place of an error after which nothing can be made out.
func (l *lexing) stop() {
	l.pos, l.cut = len(l.text), true
}

// data ends the text; what is left of it from offset on is data.
func (l *lexing) data(offset int) {
	if l.note != nil {
		l.note(Data, l.pos, len(l.text))
	}
	l.pos = offset
	l.lineEnd()
	if l.view == l.root && l.dataAt < 0 {
		l.dataAt = min(l.pos+1, len(l.text))
	}
	l.pos = len(l.text)
}

// span returns the range of the file for a range of the view.
func (l *lexing) span(start, end int) source.Span {
	return source.Span{Start: l.view.origin(start), End: l.view.origin(end)}
}

// offset returns the offset in the file of the token at hand.
func (l *lexing) offset() int { return l.view.origin(l.start) }
