package lang

// This file defines the parser: its place in the tokens, its errors and how it goes on after one.

import (
	"fmt"
	"strings"

	"github.com/alecthomas/participle/v2/lexer"

	"github.com/smrscript/smrscript/lang/diag"
	"github.com/smrscript/smrscript/lang/source"
)

// A parser turns tokens into the tree. The productions panic with a bailout after reporting an error; the innermost
// statement recovers and goes on with the next one.
type parser struct {
	*script
	front    *front
	lex      *lexer.PeekingLexer
	view     *view
	lastEnd  int    // the offset after the token before the place
	pkg      string // the current package
	around   string // the package around `package NAME { }` until its block begins
	depth    int    // how deeply the place is nested
	braces   int    // how many braces are open
	inner    int    // how many strings and patterns the place is in: their end is not the end of the text
	flat     bool   // the error at hand ended at a semicolon, whatever is open
	badForms int    // how many block forms of the command language have begun with a mistake
	form     bool   // inside a condition of the command language, where = compares
	extended bool   // the pattern being parsed has /x
	topics   []*topic
}

// bailout unwinds to the innermost statement.
type bailout struct{}

func (p *parser) peek() *lexer.Token { return p.lex.Peek() }

// peekAt returns the kind of the token n places ahead.
func (p *parser) peekAt(n int) lexer.TokenType {
	at := p.lex.MakeCheckpoint()
	for ; n > 0; n-- {
		p.lex.Next()
	}
	kind := p.lex.Peek().Type
	p.lex.LoadCheckpoint(at)
	return kind
}

// next returns the token at the place and moves on.
func (p *parser) next() *lexer.Token {
	t := p.lex.Next()
	if t.Value != "" {
		p.lastEnd = t.Pos.Offset + len(t.Value)
	}
	return t
}

// accept moves over a token of a kind.
func (p *parser) accept(kind lexer.TokenType) bool {
	if p.peek().Type != kind {
		return false
	}
	p.next()
	return true
}

// span returns the range of the file of a token.
func (p *parser) span(t *lexer.Token) source.Span { return p.between(t.Pos.Offset, end(t)) }

// between returns the range of the file for two offsets of the view.
func (p *parser) between(start, end int) source.Span {
	if p.view.parent == nil {
		return source.Span{Start: start, End: end}
	}
	return source.Span{Start: p.view.origin(start), End: p.view.origin(end)}
}

// since returns the range from an offset of the view to the end of the last token.
func (p *parser) since(start int) source.Span { return p.between(start, max(start, p.lastEnd)) }

// from returns the range from the start of a node to the end of the last token.
func (p *parser) from(node interface{ Range() source.Span }) source.Span {
	s := node.Range()
	s.End = max(s.End, p.view.origin(p.lastEnd))
	return s
}

// enter counts a level of nesting; leave takes it back.
func (p *parser) enter() {
	p.depth++
	if p.depth > maxDepth {
		p.fail(p.peek(), diag.TooDeep, "this is nested more than %d levels deep", maxDepth).Help = "take parts of it out into variables or subs"
		panic(bailout{})
	}
}

func (p *parser) leave() { p.depth-- }

// fail reports an error at a token; the caller may add to the diagnostic and then bails out.
func (p *parser) fail(t *lexer.Token, code diag.Code, format string, args ...any) *diag.Diagnostic {
	d := &diag.Diagnostic{Code: code, Span: p.span(t), Message: fmt.Sprintf(format, args...)}
	if t.EOF() && p.cut && p.inner == 0 {
		return d // the text was cut off by an error that has been reported
	}
	p.report(d)
	return d
}

// bail unwinds to the innermost statement.
func (p *parser) bail() { panic(bailout{}) }

// unexpected reports the token at the place and bails out.
func (p *parser) unexpected(expected ...string) {
	t := p.peek()
	if t.EOF() {
		p.atEnd(strings.Join(expected, " or "))
		p.bail()
	}
	code := diag.UnexpectedToken
	switch {
	case len(expected) > 0 && expected[0] == operand:
		code = diag.MissingOperand
	case begins[at(t.Type)]:
		code = diag.MissingOperator
	}
	d := p.fail(t, code, "unexpected %s", describe(t))
	d.Expected = expected
	p.explain(t, d)
	p.bail()
}

// The names of what is expected, in messages.
const (
	operand  = "an operand"
	operator = "an operator"
)

// atEnd reports that the text ends too early.
func (p *parser) atEnd(what string) {
	d := p.fail(p.peek(), diag.UnexpectedEnd, "the text ends where %s is expected", what)
	d.Incomplete = p.inner == 0
	if !d.Incomplete {
		d.Message = "the code in this string ends where " + what + " is expected"
	}
}

// explain adds a help line for mistakes that are seen often.
func (p *parser) explain(t *lexer.Token, d *diag.Diagnostic) {
	if c := p.lex.RawCursor(); c > 0 {
		last := p.lex.Range(c-1, c)[0]
		switch last.Type {
		case tokSingle, tokDouble, tokMatch, tokSubst:
			if n := strings.Count(last.Value, "\n"); n > 0 {
				d.Help = fmt.Sprintf("a string or pattern over %d lines ends before it; is its closing quote missing?", n+1)
				return
			}
		case tokIdent:
			switch last.Value {
			case "elseif", "elif", "elsif":
				d.Help = `write "elsif"`
				return
			}
		}
	}
	switch {
	case t.Type == tokCmdBad && (t.Value == "||" || t.Value == "&&"):
		d.Help = `write "or" and "and" after a command, or put the command in parentheses`
	case t.Type == opQuestion || t.Type == tokColon:
		d.Help = "the conditional operator is written COND ? A : B"
	}
}

// describe names a token in a message.
func describe(t *lexer.Token) string {
	value := t.Value
	if i := strings.IndexByte(value, '\n'); i >= 0 {
		value = value[:i] + "..."
	}
	if len(value) > 40 {
		value = value[:37] + "..."
	}
	switch t.Type {
	case tokEOF:
		return "end of text"
	case tokCmdEnd:
		return "end of the command"
	case tokSingle, tokDouble, tokPath, tokCmdString:
		return "string " + value
	case tokNumber:
		return "number " + value
	}
	return `"` + value + `"`
}

// expect moves over the bracket that closes open.
func (p *parser) expect(kind lexer.TokenType, open *lexer.Token) {
	t := p.peek()
	if t.Type == kind {
		p.next()
		return
	}
	switch t.Type {
	case tokEOF, tokRParen, tokRBracket, tokRBrace, tokSemi, tokEndWord, tokElseWord:
		p.unclosed(open)
	}
	p.unexpected(operator, closeText(kind))
}

// unclosed reports a bracket that is not closed where something else ends, and bails out.
func (p *parser) unclosed(open *lexer.Token) {
	t := p.peek()
	if t.EOF() && p.cut && p.inner == 0 {
		p.bail()
	}
	d := p.errorf(p.span(open), diag.Unclosed, "this %q is never closed", open.Value)
	if t.EOF() && p.inner > 0 {
		d.Message = fmt.Sprintf("this %q is not closed in the string", open.Value)
	} else if d.Incomplete = t.EOF(); !d.Incomplete {
		p.flat = t.Type == tokSemi
		d.Message = fmt.Sprintf("this %q is not closed before %s in line %d", open.Value, describe(t), p.file.Line(p.view.origin(t.Pos.Offset)))
	} else {
		p.cut = true // everything around it ends here too
	}
	p.bail()
}

func closeText(kind lexer.TokenType) string {
	switch kind {
	case tokRParen:
		return `")"`
	case tokRBracket:
		return `"]"`
	}
	return `"}"`
}

// stray reports a closing bracket, or a word of a block form, that nothing has opened, and moves over it.
func (p *parser) stray(t *lexer.Token) {
	switch t.Type {
	case tokRBrace, tokRParen, tokRBracket, tokEndWord:
		p.fail(t, diag.Unopened, "this %s closes nothing", describe(t)).Help = "remove it, or open what it should close"
	case tokElseWord, tokElsifWord:
		p.fail(t, diag.MisplacedElse, "%s belongs to no IF", describe(t))
	default: // a declaration that the grammar could make nothing of
		p.missingName()
		p.sync(0, p.lex.RawCursor()-1)
		return
	}
	p.next()
	p.accept(tokSemi)
}

// missingName reports the token after a declaring word, where a name should stand.
func (p *parser) missingName() {
	word := p.next()
	t := p.peek()
	if t.EOF() {
		p.atEnd("a name")
		return
	}
	d := p.fail(t, diag.MissingName, "unexpected %s after %s", describe(t), describe(word))
	d.Expected = []string{"a name"}
}

// sync moves to where the next statement may begin after an error inside a statement; braces are those that the
// statement has left open. It always moves past the raw place from.
func (p *parser) sync(braces int, from lexer.RawCursor) {
	if p.lex.RawCursor() == from {
		p.next()
	}
	depth := 0
	for {
		t := p.peek()
		switch t.Type {
		case tokEOF:
			return
		case tokLBlock, tokLHash, tokLSubscript, tokLDeref, tokThen:
			depth++
		case tokRBrace, tokEndWord:
			switch {
			case depth > 0:
				depth--
			case braces > 0:
				braces--
			default:
				return
			}
			if depth == 0 && braces == 0 && p.endsBlock(t) {
				p.next()
				if next := p.peek().Type; next != kwElse && next != kwElsif && next != kwContinue {
					return
				}
				continue
			}
		case tokSemi:
			if depth == 0 && braces == 0 {
				p.next()
				return
			}
		case kwMy, kwOur, kwIf, kwUnless, kwWhile, kwFor, kwSub, kwReturn, kwPackage, kwUse, kwPhase:
			if depth == 0 && braces == 0 && p.firstOnLine(t) {
				return
			}
		}
		p.next()
	}
}

// endsBlock reports whether a statement may begin after a closing brace: when it ends its line.
func (p *parser) endsBlock(t *lexer.Token) bool {
	text := p.view.text
	for i := end(t); i < len(text); i++ {
		switch text[i] {
		case ' ', '\t', '\r':
		case '\n', '#':
			return true
		default:
			return false
		}
	}
	return true
}

// firstOnLine reports whether a token is the first on its line.
func (p *parser) firstOnLine(t *lexer.Token) bool {
	i := t.Pos.Offset - 1
	for i >= 0 && (p.view.text[i] == ' ' || p.view.text[i] == '\t') {
		i--
	}
	return i < 0 || p.view.text[i] == '\n'
}
