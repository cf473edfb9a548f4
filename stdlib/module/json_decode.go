package module

// This file defines how JSON::PP reads text.

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

// A jsonDecoder reads one text, which is UTF-8 whatever it was given as.
type jsonDecoder struct {
	jsonOptions
	c     *runtime.Call
	s     string
	at    int
	depth int
}

func newJSONDecoder(c *runtime.Call, o jsonOptions, v value.Value) *jsonDecoder {
	if !v.Defined() || v.ToStr().S() == "" {
		c.Die("malformed JSON string, neither array, object, number, string or atom, at character offset 0 (before \"(end of string)\")")
	}
	t := v.ToStr()
	text := t.UTF8()
	if o.utf8 {
		bytes, ok := t.Downgrade()
		if !ok {
			c.Die("Wide character in subroutine entry")
		}
		if !utf8.ValidString(bytes) {
			c.Die("malformed UTF-8 character in JSON string")
		}
		text = bytes
	}
	if o.maxDepth == 0 {
		o.maxDepth = 512
	}
	return &jsonDecoder{jsonOptions: o, c: c, s: text}
}

func decodeJSON(c *runtime.Call, o jsonOptions, v value.Value) value.Value {
	d := newJSONDecoder(c, o, v)
	d.blanks()
	if o.noNonref && d.peek() != '[' && d.peek() != '{' && d.at < len(d.s) {
		d.c.Die("JSON text must be an object or array (but found number, string, true, false or null, use allow_nonref to allow this)")
	}
	out := d.value()
	d.blanks()
	if d.at < len(d.s) {
		d.failAfter("garbage after JSON object")
	}
	return out
}

// decodePrefix reads one value and returns it with the number of characters it took.
func decodePrefix(c *runtime.Call) value.Value {
	d := newJSONDecoder(c, optionsOf(c.Arg(0)), c.Arg(1))
	d.blanks()
	out := d.value()
	return c.Return(out, value.Int(int64(utf8.RuneCountInString(d.s[:d.at]))))
}

// fail ends the call with an error that shows the place in the text.
func (d *jsonDecoder) fail(reason string) {
	var b strings.Builder
	n := 0
	for _, r := range d.s[d.at:] {
		piece := string(r)
		switch i := strings.IndexRune("\a\t\n\f\r", r); {
		case r == '\\':
			piece = `\\`
		case i >= 0:
			piece = `\` + "atnfr"[i:i+1]
		case r > 127 || !unicode.IsPrint(r):
			piece = fmt.Sprintf(`\x{%x}`, r)
		}
		b.WriteString(piece)
		if n += len(piece); n >= 20 {
			b.WriteString("...")
			break
		}
	}
	if n == 0 {
		b.WriteString("(end of string)")
	}
	d.c.Die("%s, at character offset %d (before \"%s\")", reason, utf8.RuneCountInString(d.s[:d.at]), b.String())
}

// failAfter is fail with the place behind the next character, where perl's reader stands when it notices.
func (d *jsonDecoder) failAfter(reason string) {
	if d.at < len(d.s) {
		_, n := utf8.DecodeRuneInString(d.s[d.at:])
		d.at += n
	}
	d.fail(reason)
}

func (d *jsonDecoder) peek() byte {
	if d.at < len(d.s) {
		return d.s[d.at]
	}
	return 0
}

// blanks skips white space, and comments if they are allowed.
func (d *jsonDecoder) blanks() {
	for d.at < len(d.s) {
		switch c := d.s[d.at]; {
		case c == ' ' || c == '\t' || c == '\n' || c == '\r':
			d.at++
		case c == '#' && d.relaxed:
			for d.at < len(d.s) && d.s[d.at] != '\n' {
				d.at++
			}
		default:
			return
		}
	}
}

func (d *jsonDecoder) value() value.Value {
	d.blanks()
	switch c := d.peek(); {
	case c == '{':
		return d.object()
	case c == '[':
		return d.array()
	case c == '"' || c == '\'' && d.singleQuote:
		return d.text()
	case c == '-' || c-'0' < 10:
		return d.number()
	}
	for _, word := range [...]string{"true", "false", "null"} {
		if strings.HasPrefix(d.s[d.at:], word) {
			d.at += len(word)
			return d.word(word)
		}
	}
	for _, word := range [...]string{"t|true", "f|false", "n|null"} {
		if strings.HasPrefix(d.s[d.at:], word[:1]) {
			d.fail("'" + word[2:] + "' expected")
		}
	}
	d.fail("malformed JSON string, neither array, object, number, string or atom")
	return value.Undef
}

func (d *jsonDecoder) word(word string) value.Value {
	switch {
	case word == "null":
		return value.Undef
	case d.ownBooleans && word == "true":
		return d.boolTrue
	case d.ownBooleans:
		return d.boolFalse
	}
	return boolean(d.c.VM, word == "true")
}

func (d *jsonDecoder) enter() {
	d.depth++
	d.at++
	if d.depth > d.maxDepth {
		d.fail("json text or perl structure exceeds maximum nesting level (max_depth set too low?)")
	}
	d.blanks()
}

func (d *jsonDecoder) array() value.Value {
	d.enter()
	var list []value.Value
	if d.peek() == ']' {
		d.at++
		d.depth--
		return value.RefArray(value.NewArray(nil))
	}
	for {
		if d.at == len(d.s) {
			d.fail(", or ] expected while parsing array")
		}
		list = append(list, d.value())
		d.blanks()
		c := d.peek()
		if c == ']' {
			break
		}
		if c != ',' {
			d.fail(", or ] expected while parsing array")
		}
		d.at++
		d.blanks()
		if d.relaxed && d.peek() == ']' {
			break
		}
	}
	d.at++
	d.depth--
	return value.RefArray(value.NewArray(list))
}

func (d *jsonDecoder) object() value.Value {
	d.enter()
	h := value.NewHash()
	for d.peek() != '}' {
		if d.at == len(d.s) {
			d.fail(", or } expected while parsing object/hash")
		}
		h.Set(value.KeyOf(d.key()), d.member())
		d.blanks()
		c := d.peek()
		if c == '}' {
			break
		}
		if c != ',' {
			d.fail(", or } expected while parsing object/hash")
		}
		d.at++
		d.blanks()
		if d.peek() == '}' && !d.relaxed {
			d.failAfter("unexpected end of string while parsing JSON string")
		}
	}
	d.at++
	d.depth--
	return value.RefHash(h)
}

func (d *jsonDecoder) key() value.Value {
	switch c := d.peek(); {
	case c == '"' || c == '\'' && d.singleQuote:
		return d.text()
	case d.bareKey:
		start := d.at
		for d.at < len(d.s) && (d.s[d.at] == '_' || d.s[d.at] == '$' || d.s[d.at]-'0' < 10 || d.s[d.at]|0x20-'a' < 26) {
			d.at++
		}
		if d.at > start {
			return value.Str(d.s[start:d.at])
		}
	}
	d.failAfter("unexpected end of string while parsing JSON string")
	return value.Undef
}

func (d *jsonDecoder) member() value.Value {
	d.blanks()
	if d.peek() != ':' {
		if d.at == len(d.s) {
			d.at--
		}
		d.fail("':' expected")
	}
	d.at++
	if d.blanks(); d.at == len(d.s) {
		d.fail(", or } expected while parsing object/hash")
	}
	return d.value()
}

// text reads a string in quotes.
func (d *jsonDecoder) text() value.Value {
	quote := d.s[d.at]
	d.at++
	start := d.at
	for d.at < len(d.s) && d.s[d.at] != quote && d.s[d.at] != '\\' && d.s[d.at] >= ' ' {
		d.at++
	}
	b := append([]byte(nil), d.s[start:d.at]...)
	for {
		if d.at >= len(d.s) {
			d.fail("unexpected end of string while parsing JSON string")
		}
		c := d.s[d.at]
		switch {
		case c == quote:
			d.at++
			return value.Wide(string(b))
		case c == '\\':
			b = d.escape(b)
		case c < ' ' && !d.loose:
			d.fail("invalid character encountered while parsing JSON string")
		default:
			b = append(b, c)
			d.at++
		}
	}
}

// escape reads what a backslash begins.
func (d *jsonDecoder) escape(b []byte) []byte {
	d.at++
	c := d.peek()
	if i := strings.IndexByte(`"\/bfnrt`, c); c != 0 && i >= 0 {
		d.at++
		return append(b, "\"\\/\b\f\n\r\t"[i])
	}
	if c != 'u' {
		if d.loose {
			d.at++
			return append(b, c)
		}
		d.at--
		d.fail("illegal backslash escape sequence in string")
	}
	r := d.hex4()
	if utf16.IsSurrogate(r) {
		if r >= 0xDC00 || !strings.HasPrefix(d.s[d.at:], `\u`) {
			d.fail("missing low surrogate character in surrogate pair")
		}
		d.at++
		r = utf16.DecodeRune(r, d.hex4())
	}
	return utf8.AppendRune(b, r)
}

// hex4 reads the u and the four digits of an escape.
func (d *jsonDecoder) hex4() rune {
	d.at++
	n, err := strconv.ParseUint(d.s[d.at:min(d.at+4, len(d.s))], 16, 32)
	if err != nil || d.at+4 > len(d.s) {
		d.fail("malformed \\uXXXX character in JSON string")
	}
	d.at += 4
	return rune(n)
}

func (d *jsonDecoder) digits() int {
	start := d.at
	for d.peek()-'0' < 10 {
		d.at++
	}
	return d.at - start
}

func (d *jsonDecoder) number() value.Value {
	start := d.at
	if d.peek() == '-' {
		d.at++
	}
	zero := d.peek() == '0'
	switch n := d.digits(); {
	case n == 0:
		d.failAfter("malformed number (no digits after initial minus)")
	case zero && n > 1:
		d.at = start + strings.IndexByte(d.s[start:], '0') + 1
		d.fail("malformed number (leading zero must not be followed by another digit)")
	}
	whole := true
	if d.peek() == '.' {
		d.at++
		whole = false
		if d.digits() == 0 {
			d.failAfter("malformed number (no digits after decimal point)")
		}
	}
	if c := d.peek(); c == 'e' || c == 'E' {
		d.at++
		whole = false
		if c := d.peek(); c == '+' || c == '-' {
			d.at++
		}
		if d.digits() == 0 {
			d.failAfter("malformed number (no digits after exp sign)")
		}
	}
	text := value.Str(d.s[start:d.at])
	n := text.ToNum()
	if whole && n.IsFloat() {
		return text // too large for an integer: the digits are kept
	}
	if !whole && !n.IsFloat() {
		return value.Float(n.ToFloat())
	}
	return n
}
