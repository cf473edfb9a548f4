// Package complete says what may stand at a place of a script, what a word means, and which parts of a text are what, for prompts
// and editors.
//
// What may follow the words of a command is asked of its usage line, never kept in a list of its own; names of machines, sets and
// connections come live from an engine. The hard part is that the text is unfinished: it is cut into tokens by the lexer, which takes
// any text, and what is left of the cursor decides alone.
package complete

// This file defines completion.

import (
	"context"
	"sort"
	"strings"

	"github.com/smrscript/smrscript/lang"
	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/lang/usage"
	"github.com/smrscript/smrscript/runtime"
)

// A Kind says what an item is.
type Kind string

// The kinds of items.
const (
	Command    Kind = "command"
	Keyword    Kind = "keyword"
	Function   Kind = "function"
	Variable   Kind = "variable"
	HashKey    Kind = "key"
	Machine    Kind = "machine"
	Repset     Kind = "repset"
	Connection Kind = "connection"
	Monitor    Kind = "monitor"
	Snapshot   Kind = "snapshot"
	Setting    Kind = "setting"
	Value      Kind = "value" // of a setting
	File       Kind = "file"
	Slot       Kind = "slot" // a value of the user's own; Text is empty and Detail names it
)

// An Item is something that may stand at the place.
type Item struct {
	Text   string // what replaces the word begun
	Detail string // what it means, "" when the text says it
	Kind   Kind
}

// A Result holds the items for the bytes [From, To) of the text, sorted by text.
type Result struct {
	From, To int
	Items    []Item
	Quote    byte // the quotation mark that they stand behind and that is not closed; 0: none
}

// A Source is what is completed from. Words is required; the functions may be nil.
type Source struct {
	Words *runtime.Registry
	// Live returns the names of a kind as the engine knows them now: "machine", "repset", "con_id", "monitor", and "snapshot" of the
	// connection that the text calls of, which is a number or a variable.
	Live func(ctx context.Context, kind, of string) []Item
	// Names returns the variables that exist, with their sigils.
	Names func() []string
	// Keys returns the keys of a hash by its name without the sigil.
	Keys func(hash string) []string
	// Files returns the paths of this host that begin so, folders with a slash.
	Files func(prefix string) []string
	// Paths is Files for a machine; "" is the current source. It returns nil where nobody can tell.
	Paths func(machine, prefix string) []string
	// Settings returns the names that GET and SET know, with what they mean.
	Settings func() []Item
	// Values returns the values that a setting may have.
	Values func(ctx context.Context, setting string) []Item
}

// At returns what may stand at the offset of a text.
func (s *Source) At(ctx context.Context, text string, offset int) Result {
	offset = min(max(offset, 0), len(text))
	left := text[:offset]
	from := wordStart(left)
	r := Result{From: from, To: offset}
	word := left[from:]
	tokens, diags := lang.Tokens(source.NewFile("text", left), lang.Options{Words: s.Words})
	switch {
	case strings.HasPrefix(word, "$") || strings.HasPrefix(word, "@") || strings.HasPrefix(word, "%"):
		r.Items = s.variables(word, tokens, left)
	case hashBefore(left[:from]) != "":
		r.Items = s.keys(word, hashBefore(left[:from]))
	case diags.Incomplete() && openQuote(left) >= 0:
		quote := openQuote(left)
		r.From, r.Quote = quote+1, left[quote]
		r.Items = s.quoted(tokens, left[:quote], left[r.From:], r.Quote)
	default:
		if head, args, ok := commandAt(tokens, left[:from]); ok {
			r.Items = s.arguments(ctx, head, args, word)
		} else {
			r.Items = s.words(word)
		}
	}
	sort.SliceStable(r.Items, func(i, j int) bool { return r.Items[i].Text < r.Items[j].Text })
	return r
}

// wordStart returns where the word at the end of a text begins, a sigil included.
func wordStart(left string) int {
	i := len(left)
	for i > 0 && (isWordByte(left[i-1]) || strings.IndexByte("./~:-", left[i-1]) >= 0) {
		i--
	}
	for i < len(left) && left[i] == '-' {
		i++
	}
	if i > 0 && strings.IndexByte("$@%", left[i-1]) >= 0 {
		i--
	}
	return i
}

func isWordByte(c byte) bool {
	return c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80
}

// hashBefore returns the name of the hash whose key is begun after the text: `$name{`, `$name->{`.
func hashBefore(left string) string {
	left, ok := strings.CutSuffix(left, "{")
	if !ok {
		return ""
	}
	left = strings.TrimSuffix(left, "->")
	i := len(left)
	for i > 0 && isWordByte(left[i-1]) {
		i--
	}
	if i == len(left) || i == 0 || left[i-1] != '$' {
		return ""
	}
	return left[i:]
}

// openQuote returns where the quote is that has no partner on the last line, -1 for none.
func openQuote(left string) int {
	line, at, quote := left[strings.LastIndexByte(left, '\n')+1:], -1, byte(0)
	base := len(left) - len(line)
	for i := range len(line) {
		switch c := line[i]; {
		case quote == 0 && (c == '"' || c == '\''):
			quote, at = c, base+i
		case c == quote:
			quote, at = 0, -1
		}
	}
	return at
}

// commandAt returns the head word of the command whose arguments the text is in, and those before its end.
func commandAt(tokens []lang.Token, left string) (head string, args []usage.Token, ok bool) {
	last, inner := -1, 0 // the head, and how many brackets of its arguments are open
	for i, t := range tokens {
		if t.End > len(left) {
			break
		}
		switch c := t.Class; {
		case c == lang.CommandHead:
			last, inner = i, 0
		case last < 0:
		case c == lang.Open || c == lang.OpenIndex || c == lang.OpenKey || c == lang.OpenDeref || c == lang.OpenHash:
			inner++
		case c == lang.Close && inner > 0:
			inner--
		case inner > 0 || t.Command:
		case c == lang.Semicolon || c == lang.Close || c == lang.OpenBlock || c == lang.Reserved || c == lang.Operator:
			last = -1
		}
	}
	if last < 0 || tokens[last].End == len(left) {
		return "", nil, false
	}
	depth := 0
	for _, t := range tokens[last+1:] {
		if t.End > len(left) {
			break
		}
		text := left[t.Start:t.End]
		token := usage.Token{Span: t.Span, Kind: usage.Word, Text: text}
		switch t.Class {
		case lang.Comma:
			token.Kind = usage.Comma
		case lang.CommandMark:
			token.Kind = map[string]usage.TokenKind{"=": usage.Equals, "*": usage.Star}[text]
		case lang.String:
			token.Kind, token.Text = usage.String, strings.Trim(text, `"'`)
		case lang.Number:
			token.Kind = usage.Number
		case lang.CommandWord:
		case lang.Open, lang.OpenKey, lang.OpenIndex:
			depth++
			token.Kind = usage.Value
		case lang.Close:
			depth--
			continue
		default:
			token.Kind = usage.Value
		}
		if n := len(args); depth > 0 && n > 0 && args[n-1].Kind == usage.Value || depth > 0 && t.Class != lang.Open && token.Kind != usage.Value {
			continue // inside a computed argument
		}
		args = append(args, token)
	}
	return left[tokens[last].Start:tokens[last].End], args, true
}

// arguments returns what may come next in a command.
func (s *Source) arguments(ctx context.Context, head string, args []usage.Token, word string) []Item {
	c := s.Words.Command(head)
	if c == nil {
		return nil
	}
	var items []Item
	for _, e := range c.Next(args) {
		if e.Slot == "" {
			items = begun(items, Item{Text: caseOf(head, e.Keyword), Kind: Keyword}, word)
			continue
		}
		items = append(items, s.slot(ctx, head, args, e, word)...)
	}
	return items
}

// begun appends an item that begins with the word.
func begun(items []Item, item Item, word string) []Item {
	if len(item.Text) >= len(word) && strings.EqualFold(item.Text[:len(word)], word) {
		items = append(items, item)
	}
	return items
}

// caseOf writes a keyword in the letter case of the head word.
func caseOf(head, keyword string) string {
	if head == strings.ToUpper(head) {
		return keyword
	}
	return strings.ToLower(keyword)
}

// words returns the commands and functions that begin with a word.
func (s *Source) words(word string) []Item {
	var items []Item
	seen := map[string]bool{}
	for _, e := range s.Words.Entries() {
		name, kind := e.Name(), Function
		if e.Command != nil {
			kind = Command
			for _, head := range usage.Heads(e.Usage) {
				if text := caseOf(word, head); len(word) == 0 || word != strings.ToUpper(word) {
					name = strings.ToLower(text)
				} else {
					name = head
				}
				break
			}
		} else if e.Module != "" || word == "" {
			continue
		}
		if !seen[name] {
			seen[name] = true
			items = begun(items, Item{Text: name, Detail: e.Summary, Kind: kind}, word)
		}
	}
	return items
}

// variables returns the variables that begin with a word: those that exist, and those of the text.
func (s *Source) variables(word string, tokens []lang.Token, left string) []Item {
	seen := map[string]bool{word: true}
	var items []Item
	add := func(name string) {
		if !seen[name] {
			seen[name] = true
			items = begun(items, Item{Text: name, Kind: Variable}, word)
		}
	}
	for _, t := range tokens {
		if t.Class == lang.Variable && t.End < len(left) {
			add(left[t.Start:t.End])
		}
	}
	if s.Names != nil {
		for _, name := range s.Names() {
			add(name)
			if name[0] != '$' && word[0] == '$' { // an element of it
				add("$" + name[1:])
			}
		}
	}
	return items
}

func (s *Source) keys(word, hash string) []Item {
	var items []Item
	if s.Keys != nil {
		for _, k := range s.Keys(hash) {
			items = begun(items, Item{Text: k, Kind: HashKey}, word)
		}
	}
	return items
}
