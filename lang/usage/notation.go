package usage

// This file defines the grammars of the two notations and the lexer they share. The grammars are participle's; they
// are built when the first line is read, because most runs of the program need a few lines at most.

import (
	"errors"
	"io"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/alecthomas/participle/v2"
	"github.com/alecthomas/participle/v2/lexer"
)

// Bounds on one text. They are far above any usage line and keep the cost of a hostile one small.
const (
	maxText  = 4096
	maxDepth = 32
)

// The command notation. The lexer tells the kinds of tokens apart and pairs the brackets, which leaves participle few
// choices: a line costs half of what it does with a rule for each bracket.
type (
	// A choice is one or more sequences between bars.
	choice struct {
		Seqs []*sequence `parser:"@@ ('|' @@)*"`
	}
	// A sequence is the parts that follow each other.
	sequence struct {
		Parts []*part `parser:"@@+"`
	}
	// A part is a keyword, a slot, a mark or a bracket.
	part struct {
		Pos    lexer.Position
		Text   string  `parser:"  @(Word | Slot | Mark)"`
		Open   string  `parser:"| @Open"`
		Inside *choice `parser:"  @@ Close"`
	}
)

// keyword returns the keyword that the part is, else "".
func (p *part) keyword() string {
	if p.Text != "" && isWordByte(p.Text[0]) {
		return p.Text
	}
	return ""
}

// slot returns the slot that the part is, else nil.
func (p *part) slot() *slot {
	if p.Text == "" || p.Text[0] != '<' {
		return nil
	}
	name, kind, _ := strings.Cut(p.Text[1:len(p.Text)-1], ":")
	return &slot{name, kind}
}

// A slot is <name> or <name:kind>.
type slot struct{ Name, Kind string }

// The function notation.
type (
	// A form is one line: the function's name and its operands, which may stand in parentheses.
	form struct {
		Name  string    `parser:"@Word"`
		Paren bool      `parser:"( @'('"`
		In    *operands `parser:"  @@? ')'"`
		Out   *operands `parser:"| @@ )?"`
	}
	// The operands of a form. Two operands that no comma parts are told by Comma on the second.
	operands struct {
		First *operand   `parser:"@@"`
		Rest  []*operand `parser:"@@*"`
	}
	// An operand is a name in capitals or /PATTERN/.
	operand struct {
		Pos     lexer.Position
		Comma   bool   `parser:"@','?"`
		Name    string `parser:"( @Word"`
		Pattern string `parser:"| '/' @Word '/' )"`
	}
)

var (
	sequenceParser = sync.OnceValues(build[sequence])
	formParser     = sync.OnceValues(build[form])
)

func build[G any]() (*participle.Parser[G], error) {
	return participle.Build[G](participle.Lexer(notation{}))
}

// read parses a text with a lazily built grammar and turns participle's error into a *NotationError.
func read[G any](parser func() (*participle.Parser[G], error), text string) (*G, error) {
	if len(text) > maxText {
		return nil, &NotationError{Text: text[:40] + "...", Reason: "the text is too long for a usage line"}
	}
	p, err := parser()
	if err != nil {
		return nil, err
	}
	tree, err := p.ParseString("", text)
	if err == nil {
		return tree, nil
	}
	fault := &NotationError{Text: text, Reason: err.Error()}
	if at, ok := errors.AsType[participle.Error](err); ok {
		fault.Offset, fault.Reason = at.Position().Offset, at.Message()
	}
	return nil, fault
}

// A notation is the lexer of both notations: words, of which "::" may join several, slots and single characters.
type notation struct{}

// The types of tokens.
const (
	wordToken lexer.TokenType = lexer.EOF - 1 - iota
	slotToken
	markToken  // , = *
	openToken  // [ ( {
	closeToken // ] ) }
	otherToken
)

// Symbols names the types for the grammar.
func (notation) Symbols() map[string]lexer.TokenType {
	return map[string]lexer.TokenType{"EOF": lexer.EOF, "Word": wordToken, "Slot": slotToken, "Mark": markToken,
		"Open": openToken, "Close": closeToken, "Other": otherToken}
}

// Lex reads everything first; texts are short.
func (n notation) Lex(filename string, r io.Reader) (lexer.Lexer, error) {
	var b strings.Builder
	if _, err := io.Copy(&b, r); err != nil {
		return nil, err
	}
	return n.LexString(filename, b.String())
}

// LexString returns the lexer of a text.
func (notation) LexString(_ string, text string) (lexer.Lexer, error) {
	return &scanner{text: text, pos: lexer.Position{Line: 1, Column: 1}}, nil
}

// A scanner reads one text. closers are the brackets that have to be closed, innermost last; before is the token before,
// "" at the beginning.
type scanner struct {
	text    string
	pos     lexer.Position
	closers []byte
	before  string
}

// Next returns the next token. It refuses brackets that do not pair, and those that nest too deep for a recursive parser.
func (s *scanner) Next() (lexer.Token, error) {
	for s.pos.Offset < len(s.text) && isBlank(s.text[s.pos.Offset]) {
		s.pos.Advance(s.text[s.pos.Offset : s.pos.Offset+1])
	}
	rest := s.text[s.pos.Offset:]
	if rest == "" {
		if n := len(s.closers); n > 0 {
			return lexer.Token{}, participle.Errorf(s.pos, "the text ends where %q has to close a bracket", s.closers[n-1])
		}
		return lexer.EOFToken(s.pos), nil
	}
	token := lexer.Token{Type: wordToken, Pos: s.pos, Value: rest[:wordLen(rest)]}
	if token.Value == "" {
		token.Type, token.Value = slotToken, rest[:slotLen(rest)]
	}
	if token.Value == "" {
		_, size := utf8.DecodeRuneInString(rest)
		token.Value = rest[:size]
		var err error
		if token.Type, err = s.character(rest[0]); err != nil {
			return token, err
		}
	}
	s.pos.Advance(token.Value)
	s.before = token.Value
	return token, nil
}

// character returns the type of a single character and pairs brackets.
func (s *scanner) character(c byte) (lexer.TokenType, error) {
	last := len(s.closers) - 1
	switch c {
	case ',', '=', '*':
		return markToken, nil
	case '(':
		s.closers = append(s.closers, ')')
	case '[', '{':
		s.closers = append(s.closers, c+2)
	case ')', ']', '}':
		if last < 0 || s.closers[last] != c {
			return 0, participle.Errorf(s.pos, "%q closes no bracket", c)
		}
		if s.before == "|" {
			return 0, participle.Errorf(s.pos, "nothing follows the bar")
		}
		s.closers = s.closers[:last]
		return closeToken, nil
	case '|':
		if s.before == "" || strings.Contains("([{|", s.before) {
			return 0, participle.Errorf(s.pos, "nothing stands before the bar")
		}
		if last < 0 {
			return 0, participle.Errorf(s.pos, "a bar stands in brackets only: write (a | b)")
		}
		return otherToken, nil
	case '<':
		return 0, participle.Errorf(s.pos, "a slot is written <name> or <name:kind>, without blanks")
	default:
		return otherToken, nil
	}
	if len(s.closers) > maxDepth {
		return 0, participle.Errorf(s.pos, "brackets nest too deep")
	}
	return openToken, nil
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\r' || c == '\n' }

func isWordByte(c byte) bool { return isLetter(c) || c == '_' || '0' <= c && c <= '9' }

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// wordLen returns the length of the word at the start of text, 0 when there is none.
func wordLen(text string) int {
	i := 0
	for i < len(text) {
		switch {
		case isLetter(text[i]) || text[i] == '_' || i > 0 && isWordByte(text[i]):
			i++
		case i > 0 && strings.HasPrefix(text[i:], "::") && i+2 < len(text) && isLetter(text[i+2]):
			i += 2
		default:
			return i
		}
	}
	return i
}

// slotLen returns the length of <name> or <name:kind> at the start of text, 0 when there is none.
func slotLen(text string) int {
	if text[0] != '<' {
		return 0
	}
	end := strings.IndexByte(text, '>')
	if end < 0 {
		return 0
	}
	name, kind, hasKind := strings.Cut(text[1:end], ":")
	if name == "" || wordLen(name) != len(name) || hasKind && (kind == "" || wordLen(kind) != len(kind)) {
		return 0
	}
	return end + 1
}
