package module

// This file defines Text::Balanced: taking brackets, quotes and tags off the front of a text.

import (
	"strings"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

// setupBalanced gives the errors of extractions their text.
func setupBalanced(vm *runtime.VM) {
	field := func(c *runtime.Call, name string) string { return c.Arg(0).Hash().Get(value.KeyString(name)).String() }
	vm.Overload("Text::Balanced::ErrorMsg", map[string]runtime.Native{`""`: func(c *runtime.Call) value.Value {
		return value.Str(field(c, "error") + ", detected at offset " + field(c, "pos"))
	}})
}

// extractionError is the object in $@ after a search that found nothing.
func extractionError(vm *runtime.VM, b *balanced) value.Value {
	h := value.NewHash()
	h.SetString("error", value.Str(b.failure))
	h.SetString("pos", value.Int(int64(b.start)))
	return blessHash(vm, h, "Text::Balanced::ErrorMsg")
}

func balancedEntries() []*runtime.Entry {
	entry := func(name, summary, example string, find func(b *balanced, c *runtime.Call) bool) *runtime.Entry {
		return function(name+" LIST", summary, "Returns what was found, what is left and what was skipped;\nin scalar context what was found. undef, with $@ set, if there is none.\n\n    use Text::Balanced \""+name+"\";\n    my @found = "+example+"\n",
			func(c *runtime.Call) value.Value { return extract(c, find) })
	}
	return []*runtime.Entry{
		entry("extract_bracketed", "take brackets off the front", "extract_bracketed(\"(a (b)) c\", \"()\");\n    say $found[0];   #> (a (b))", (*balanced).bracketed),
		entry("extract_delimited", "take quotes off the front", "extract_delimited(\"'a' b\", \"'\");\n    say $found[0];   #> 'a'", (*balanced).delimited),
		entry("extract_codeblock", "take a block of code off the front", "extract_codeblock(\"{ f('}') } x\", \"{}\");\n    say $found[0];   #> { f('}') }", (*balanced).codeblock),
		entry("extract_quotelike", "take a quoted text of Perl off the front", "extract_quotelike(\"'a' b\");\n    say $found[0];   #> 'a'", (*balanced).quotelike),
		entry("extract_tagged", "take a tag with what it holds off the front", "extract_tagged(\"<b>x</b> y\");\n    say $found[0];   #> <b>x</b>", (*balanced).tagged),
	}
}

// A balanced is one search in a text.
type balanced struct {
	text       string
	start, end int      // of what was found: behind the prefix, and its end
	inside     []string // further results
	prefix     string   // the pattern of what may come before
	failure    string
}

// extract runs a search on the first operand, or $_.
func extract(c *runtime.Call, find func(b *balanced, c *runtime.Call) bool) value.Value {
	v := c.VM.Topic()
	if len(c.Args) > 0 && c.Args[0].Defined() {
		v = c.Args[0]
	}
	b := &balanced{text: v.ToStr().UTF8()}
	ok := find(b, c)
	piece := func(s string) value.Value { return value.Text(s, v.IsWide()) }
	if !ok {
		c.VM.Scalar("main::@").Set(extractionError(c.VM, b))
		if c.Want == runtime.WantList {
			return c.Return(value.Undef, piece(b.text), value.Undef)
		}
		return value.Undef
	}
	c.VM.Scalar("main::@").Set(value.Undef)
	if c.Want != runtime.WantList {
		return piece(b.text[b.start:b.end])
	}
	out := []value.Value{piece(b.text[b.start:b.end]), piece(b.text[b.end:]), piece(b.text[:b.start])}
	for _, s := range b.inside {
		out = append(out, piece(s))
	}
	return c.Return(out...)
}

// skip passes the prefix, blanks unless the operand at i is a pattern.
func (b *balanced) skip(c *runtime.Call, i int) bool {
	prefix := c.Arg(i)
	if !prefix.Defined() {
		b.prefix = `\s*`
		b.start = len(b.text) - len(strings.TrimLeft(b.text, " \t\n\r\f\v"))
		return true
	}
	pattern := prefix.String()
	b.prefix = pattern
	for n := len(b.text); n >= 0; n-- {
		if c.VM.Matches(value.Wide(b.text[:n]), value.Str(`\A(?:`+pattern+`)\z`)) {
			b.start = n
			return true
		}
	}
	b.failure = "Did not find prefix: /" + pattern + "/"
	return false
}

// closer returns the bracket that closes another, 0 if it is none.
func closer(open byte) byte {
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
	return 0
}

func (b *balanced) bracketed(c *runtime.Call) bool {
	delimiters := "{([<"
	if c.Arg(1).Defined() {
		delimiters = c.Args[1].String()
	}
	if !b.skip(c, 2) {
		return false
	}
	opens, quotes := "", ""
	for _, open := range []byte("([{<") {
		if strings.IndexByte(delimiters, open) >= 0 || strings.IndexByte(delimiters, closer(open)) >= 0 {
			opens += string(open)
		}
	}
	for _, q := range []byte("'\"`") {
		if strings.IndexByte(delimiters, q) >= 0 {
			quotes += string(q)
		}
	}
	return b.nested(opens, quotes)
}

// nested finds the end of the bracket at the start; texts in quotes are passed over.
func (b *balanced) nested(opens, quotes string) bool {
	if b.start >= len(b.text) || strings.IndexByte(opens, b.text[b.start]) < 0 {
		b.failure = "Did not find opening bracket after prefix: \"" + b.prefix + "\""
		return false
	}
	var stack []byte
	for i := b.start; i < len(b.text); i++ {
		ch := b.text[i]
		switch {
		case ch == '\\':
			i++
		case strings.IndexByte(quotes, ch) >= 0 && quotes != "":
			end := quoteEnd(b.text, i, ch)
			if end < 0 {
				b.failure = "Unmatched embedded quote (" + string(ch) + ")"
				return false
			}
			i = end - 1
		case strings.IndexByte(opens, ch) >= 0:
			stack = append(stack, closer(ch))
		case isCloser(opens, ch):
			if stack[len(stack)-1] != ch {
				b.failure = "Mismatched closing bracket: expected \"" + string(stack[len(stack)-1]) + "\" but found \"" + string(ch) + "\""
				return false
			}
			if stack = stack[:len(stack)-1]; len(stack) == 0 {
				b.end = i + 1
				return true
			}
		}
	}
	b.failure = "Unmatched opening bracket(s): \"" + b.text[b.start:b.start+1] + "\""
	return false
}

func isCloser(opens string, ch byte) bool {
	for i := range len(opens) {
		if closer(opens[i]) == ch {
			return true
		}
	}
	return false
}

// quoteEnd returns the place behind the quote that ends a text beginning at i, -1 if there is none.
func quoteEnd(text string, i int, quote byte) int {
	for i++; i < len(text); i++ {
		switch text[i] {
		case '\\':
			i++
		case quote:
			return i + 1
		}
	}
	return -1
}

func (b *balanced) delimited(c *runtime.Call) bool {
	delimiters := "'\"`"
	if c.Arg(1).Defined() {
		delimiters = c.Args[1].String()
	}
	if !b.skip(c, 2) {
		return false
	}
	if b.start >= len(b.text) || strings.IndexByte(delimiters, b.text[b.start]) < 0 {
		b.failure = "Could not find a delimiter: " + delimiters
		return false
	}
	if b.end = quoteEnd(b.text, b.start, b.text[b.start]); b.end < 0 {
		b.failure = "Could not find the end of the delimited text"
		return false
	}
	return true
}

func (b *balanced) codeblock(c *runtime.Call) bool {
	opens := "{"
	if c.Arg(1).Defined() {
		opens = ""
		for _, open := range []byte("([{<") {
			if strings.IndexByte(c.Args[1].String(), open) >= 0 {
				opens += string(open)
			}
		}
	}
	if !b.skip(c, 2) {
		return false
	}
	return b.nested(opens, "'\"`")
}

// quotelike takes '...', "...", `...`, q//, qq//, qw//, qx//, qr//, m//, s///, tr///, y/// and the flags behind them.
func (b *balanced) quotelike(c *runtime.Call) bool {
	if !b.skip(c, 1) {
		return false
	}
	rest := b.text[b.start:]
	word := ""
	for _, w := range []string{"qq", "qw", "qx", "qr", "tr", "q", "m", "s", "y"} {
		if strings.HasPrefix(rest, w) && len(rest) > len(w) && !isWordByte(rest[len(w)]) {
			word = w
			break
		}
	}
	at := b.start + len(word)
	if word != "" {
		at += len(b.text[at:]) - len(strings.TrimLeft(b.text[at:], " \t\n"))
	} else if rest == "" || strings.IndexByte("'\"`/", rest[0]) < 0 {
		b.failure = "No quotelike operator found after prefix"
		return false
	}
	parts := 1
	if word == "s" || word == "tr" || word == "y" {
		parts = 2
	}
	b.inside = []string{word}
	for range parts {
		end := b.part(at, len(b.inside) > 1)
		if end < 0 {
			b.failure = "Missing closing delimiter"
			return false
		}
		first := at
		if len(b.inside) == 1 || closer(b.text[at]) != 0 {
			first = at + 1
		}
		opening := b.text[at:first]
		if opening == "" { // it is the delimiter that ended the first part
			opening = b.text[at-1 : at]
		}
		b.inside = append(b.inside, opening, b.text[first:end-1], b.text[end-1:end])
		if at = end; parts == 2 && len(b.inside) == 4 && closer(b.text[b.start+len(word)]) != 0 {
			at += len(b.text[at:]) - len(strings.TrimLeft(b.text[at:], " \t\n"))
		}
	}
	flags := at
	if word == "m" || word == "s" || word == "tr" || word == "y" || word == "qr" || rest[0] == '/' {
		for flags < len(b.text) && (b.text[flags]|0x20)-'a' < 26 {
			flags++
		}
	}
	for len(b.inside) < 7 {
		b.inside = append(b.inside, "")
	}
	b.inside = append(b.inside, b.text[at:flags])
	b.end = flags
	return true
}

// part returns the end of a delimited part; a second one shares its delimiter with the first unless they are brackets.
func (b *balanced) part(at int, second bool) int {
	if at >= len(b.text) {
		return -1
	}
	if closer(b.text[at]) != 0 {
		inner := &balanced{text: b.text, start: at}
		if inner.nested(string(b.text[at]), "") {
			return inner.end
		}
		return -1
	}
	if second {
		return quoteEnd(b.text, at-1, b.text[at-1])
	}
	return quoteEnd(b.text, at, b.text[at])
}

func isWordByte(ch byte) bool { return ch == '_' || ch-'0' < 10 || (ch|0x20)-'a' < 26 }

// tagged takes <name ...> ... </name>, with tags of the same name inside.
func (b *balanced) tagged(c *runtime.Call) bool {
	if !b.skip(c, 3) {
		return false
	}
	rest := b.text[b.start:]
	open, closing := "", ""
	if c.Arg(1).Defined() {
		if open = c.Args[1].String(); !strings.HasPrefix(rest, open) {
			b.failure = "Did not match opening tag: /" + open + "/"
			return false
		}
		closing = open
		if strings.HasPrefix(open, "<") {
			closing = "</" + open[1:]
		}
	} else {
		end := strings.IndexByte(rest, '>')
		if !strings.HasPrefix(rest, "<") || end < 2 || !isLetter(rest[1]) {
			b.failure = "No opening tag found after prefix"
			return false
		}
		n := 1
		for n < end && (isWordByte(rest[n]) || rest[n] == ':' || rest[n] == '-') {
			n++
		}
		open, closing = rest[:end+1], "</"+rest[1:n]+">"
	}
	if c.Arg(2).Defined() {
		closing = c.Args[2].String()
	}
	name := strings.TrimRight(open, ">")
	if i := strings.IndexAny(name, " \t\n"); i > 0 {
		name = name[:i]
	}
	depth, at := 1, b.start+len(open)
	for at < len(b.text) {
		switch {
		case strings.HasPrefix(b.text[at:], closing):
			at += len(closing)
			if depth--; depth == 0 {
				b.end = at
				b.inside = []string{open, b.text[b.start+len(open) : at-len(closing)], closing}
				return true
			}
		case strings.HasPrefix(b.text[at:], name) && name != closing && (at+len(name) == len(b.text) || !isWordByte(b.text[at+len(name)])):
			depth++
			at += len(name)
		default:
			at++
		}
	}
	b.failure = "Did not match closing tag"
	return false
}
