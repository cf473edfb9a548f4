package lang

// This file follows `use` and `no` while they are lexed: pragmas that change how text is read, constants and imports.

import (
	"strconv"
	"strings"

	"github.com/alecthomas/participle/v2/lexer"
)

// A useStatement gathers the tokens of a use until its end.
type useStatement struct {
	no      bool
	require bool // the statement is a require of a BEGIN block
	depth   int  // of the brackets around the statement
	tokens  []lexer.Token
	depths  []int // of each token
}

// collect takes the next token; at the end of the statement its effects are put in force.
func (u *useStatement) collect(l *lexing, t lexer.Token) {
	depth := len(l.stack)
	switch {
	case t.Type == kwUse, t.Type == kwRequire && u.require:
	case t.Type == tokSemi && depth <= u.depth, depth < u.depth, t.Type == tokEOF:
		u.finish(l)
	default:
		u.tokens, u.depths = append(u.tokens, t), append(u.depths, depth-u.depth)
	}
}

// finish puts the statement's effects in force.
func (u *useStatement) finish(l *lexing) {
	l.uses = nil
	if len(u.tokens) == 0 {
		return
	}
	first := u.tokens[0]
	if u.require {
		l.required(first)
		return
	}
	switch first.Type {
	case tokVersion, tokNumber:
		u.version(l, first.Value)
	case tokName:
		u.module(l, first.Value)
	}
}

// version puts the features of a perl version in force.
func (u *useStatement) version(l *lexing, text string) {
	major, minor := perlVersion(text)
	if major != 5 || u.no {
		return
	}
	p := l.now()
	p.bitwise, p.postderef, p.signatures = minor >= 28, minor >= 24, minor >= 36
	l.set(l.offset(), p)
}

// perlVersion returns the first two parts of v5.36, 5.36.0 or 5.036.
func perlVersion(text string) (major, minor int) {
	v := strings.ReplaceAll(strings.TrimPrefix(text, "v"), "_", "")
	parts := strings.Split(v, ".")
	major, _ = strconv.Atoi(parts[0])
	if len(parts) < 2 {
		return major, 0
	}
	if len(parts) == 2 && !strings.HasPrefix(text, "v") {
		parts[1] = (parts[1] + "000")[:3]
	}
	minor, _ = strconv.Atoi(parts[1])
	return major, minor
}

// module puts the effects of `use NAME` in force.
func (u *useStatement) module(l *lexing, module string) {
	p := l.now()
	switch module {
	case "utf8":
		p.utf8 = !u.no
	case "bigint", "bignum", "bigfloat", "bigrat":
		if p.numbers = ""; !u.no {
			p.numbers = module
			u.imports(l, module)
		}
	case "feature", "experimental":
		for _, word := range u.strings() {
			u.feature(&p, word)
		}
	case "constant":
		u.constants(l)
		return
	case "lib":
		u.lib(l)
		return
	case "subs":
		for _, word := range u.strings() {
			l.names.add(l.pkg, word, knownSub{from: l.offset()})
		}
		return
	default:
		if !u.no {
			u.imports(l, module)
		}
		return
	}
	l.set(l.offset(), p)
}

// feature switches a feature that changes how text is read.
func (u *useStatement) feature(p *pragmas, word string) {
	bundle := 0
	if v, ok := strings.CutPrefix(word, ":5."); ok {
		bundle, _ = strconv.Atoi(v)
	} else if word == ":all" {
		bundle = 36
	}
	if word == "signatures" || bundle >= 36 {
		p.signatures = !u.no
	}
	if word == "bitwise" || bundle >= 28 {
		p.bitwise = !u.no
	}
	if word == "postderef_qq" || bundle >= 24 {
		p.postderef = !u.no
	}
}

// constants makes the names of `use constant` known, which take no arguments.
func (u *useStatement) constants(l *lexing) {
	entry := knownSub{from: l.offset(), hasProto: true}
	for i := 1; i < len(u.tokens); i++ {
		t, list := u.tokens[i], u.tokens[1].Type == tokLHash || u.tokens[1].Type == tokLBlock
		switch {
		case list && (u.depths[i] != 1 || i < 2 || !separates(u.tokens[i-1].Type)), !list && i > 1:
			continue
		}
		switch t.Type {
		case tokKey, tokIdent, tokFunc:
			l.names.add(l.pkg, t.Value, entry)
		case tokSingle, tokDouble:
			l.names.add(l.pkg, strings.Trim(t.Value, `"'`), entry)
		case tokWords:
			if words := wordsOf(t.Value); len(words) > 0 {
				l.names.add(l.pkg, words[0], entry)
			}
		}
	}
}

// separates reports whether a key may follow in a list of pairs.
func separates(kind lexer.TokenType) bool {
	return kind == tokComma || kind == tokLHash || kind == tokLBlock || kind == tokSemi
}

// imports makes known what a module exports, or what is asked of a module that is not built in.
func (u *useStatement) imports(l *lexing, module string) {
	names := u.strings()
	if len(u.tokens) > 1 && names == nil {
		names = []string{} // use Module ()
		if k := u.tokens[1].Type; len(u.tokens) == 2 && (k == tokNumber || k == tokVersion) {
			names = nil
		}
	}
	if l.opt.Words != nil {
		if exports := l.opt.Words.Exports(module, names); exports != nil {
			for plain, f := range exports {
				l.names.add(l.pkg, plain, knownSub{from: l.offset(), function: f})
			}
			return
		}
	}
	if l.ownModule(module, names) {
		return
	}
	for _, word := range names {
		word = strings.TrimPrefix(word, "&")
		if word != "" && isFirst(word[0]) && !strings.ContainsAny(word, " .=") && strings.ToLower(module[:1]) != module[:1] {
			l.names.add(l.pkg, word, knownSub{from: l.offset(), imported: true})
		}
	}
}

// strings returns the constant strings of the statement's list, nil when there are none.
func (u *useStatement) strings() []string {
	var words []string
	for i, t := range u.tokens[1:] {
		switch t.Type {
		case tokWords:
			words = append(words, wordsOf(t.Value)...)
		case tokSingle, tokDouble:
			if q, ok := splitQuote(t.Value); ok {
				words = append(words, t.Value[q.start:q.end])
			}
		case tokKey:
			words = append(words, t.Value)
		case tokIdent:
			if i > 0 && u.tokens[i].Type == opSign {
				words = append(words, "-"+t.Value)
			}
		}
	}
	return words
}

// wordsOf returns the words of qw(...).
func wordsOf(text string) []string {
	q, ok := splitQuote(text)
	if !ok {
		return nil
	}
	return strings.Fields(text[q.start:q.end])
}

// splitQuote takes the text of a token apart that is a quote-like construct, its operator included.
func splitQuote(text string) (quoted, bool) {
	l := lexing{text: text}
	two := false
	switch {
	case text == "":
		return quoted{}, false
	case isLetter(text[0]):
		end := 1
		for end < len(text) && end < 2 && isLetter(text[end]) {
			end++
		}
		if op := text[:end]; op != "qq" && op != "qw" && op != "qr" && op != "qx" && op != "tr" {
			end = 1
		}
		two = text[0] == 's' || text[0] == 'y' || text[0] == 't'
		if l.pos = l.skipBlanks(end); l.pos >= len(text) {
			return quoted{}, false
		}
	}
	q, ok := l.quoteAt(l.pos, two)
	if ok {
		q.flags = text[q.next:]
	}
	return q, ok
}
