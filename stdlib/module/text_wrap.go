package module

// This file defines Text::Wrap.

import (
	"strings"
	"unicode/utf8"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func wrapEntries() []*runtime.Entry {
	return []*runtime.Entry{
		exported("wrap LIST", "fill a paragraph", `The first operand begins the first line, the second all others; the rest is text, joined by blanks
and broken at blanks so that lines are
shorter than $Text::Wrap::columns.

    use Text::Wrap;
    $Text::Wrap::columns = 12;
    say wrap("", "  ", "one two three");
    #> one two
    #>   three
`, func(c *runtime.Call) value.Value {
			if len(c.Args) < 2 {
				return value.Str("")
			}
			return value.Wide(wrap(c, c.Args[0].ToStr().UTF8(), c.Args[1].ToStr().UTF8(), c.Args[2:]))
		}),
		exported("fill LIST", "fill several paragraphs", "As wrap for text whose paragraphs are separated by empty lines.\n\n    use Text::Wrap;\n    print fill(\"\", \" \", \"a\\nb\\n\\nc\"), \"\\n\";\n    #> a b\n    #> c\n", func(c *runtime.Call) value.Value {
			if len(c.Args) < 2 {
				return value.Str("")
			}
			first, other := c.Args[0].ToStr().UTF8(), c.Args[1].ToStr().UTF8()
			var out []string
			for _, par := range paragraphs(strings.Join(texts(c.Args[2:]), "\n")) {
				out = append(out, wrap(c, first, other, []value.Value{value.Wide(blanksToOne(par))}))
			}
			sep := "\n"
			if first == other {
				sep = "\n\n"
			}
			return value.Wide(strings.Join(out, sep))
		}),
	}
}

// setupWrap sets the variables that scripts change.
func setupWrap(vm *runtime.VM) {
	for name, v := range map[string]value.Value{"columns": value.Int(76), "break": value.Str(`(?=\s)\X`), "huge": value.Str("wrap"), "unexpand": value.Int(1), "tabstop": value.Int(8), "separator": value.Str("\n"), "separator2": value.Undef} {
		if s := vm.Scalar("Text::Wrap::" + name); !s.Get().Defined() {
			s.Set(v)
		}
	}
}

// paragraphs splits text at line feeds that blanks follow.
func paragraphs(text string) []string {
	var out []string
	start := 0
	for i := 0; i+1 < len(text); i++ {
		if text[i] != '\n' || !isBlank(rune(text[i+1])) {
			continue
		}
		out = append(out, text[start:i])
		for i+1 < len(text) && isBlank(rune(text[i+1])) {
			i++
		}
		start = i + 1
	}
	if start < len(text) {
		out = append(out, text[start:])
	}
	return out
}

func isBlank(r rune) bool { return r == ' ' || r >= '\t' && r <= '\r' }

// blanksToOne makes one blank of each run of blanks.
func blanksToOne(s string) string {
	var b strings.Builder
	in := false
	for _, r := range s {
		if isBlank(r) {
			if !in {
				b.WriteByte(' ')
			}
			in = true
			continue
		}
		in = false
		b.WriteRune(r)
	}
	return b.String()
}

// A wrapper fills one paragraph.
type wrapper struct {
	c          *runtime.Call
	text       []rune
	at         int
	huge       string
	unexpand   bool
	stop       int
	out        strings.Builder
	remainder  string
	separator  string
	separator2 value.Value
}

// wrap fills one paragraph.
func wrap(c *runtime.Call, first, other string, list []value.Value) string {
	setting := func(name string) value.Value { return c.VM.Scalar("Text::Wrap::" + name).Get() }
	columns := int(setting("columns").ToInt())
	w := &wrapper{c: c, stop: max(int(setting("tabstop").ToInt()), 1), huge: setting("huge").String(), unexpand: setting("unexpand").Truth(), separator: setting("separator").String(), separator2: setting("separator2")}
	w.text = []rune(expandTabs(joinedTexts(list), w.stop))
	next := columns - utf8.RuneCountInString(expandTabs(other, w.stop)) - 1
	if next <= 0 && other != "" {
		wide := utf8.RuneCountInString(expandTabs(other, w.stop)) + 2
		if c.Warns() {
			c.Warn("Increasing $Text::Wrap::columns from %d to %d to accommodate length of subsequent tab", columns, wide)
		}
		columns, next = wide, 1
		c.VM.Scalar("Text::Wrap::columns").Set(value.Int(int64(wide)))
	}
	width := max(columns-utf8.RuneCountInString(expandTabs(first, w.stop))-1, 0)
	lead, newline := first, ""
	for !w.ended() {
		line := w.line(width)
		piece := newline + lead + line
		if w.unexpand {
			piece = unexpandTabs(piece, w.stop)
		}
		w.out.WriteString(piece)
		lead, width, newline = other, next, w.separator
		if w.separator2.Defined() {
			if newline = w.separator2.String(); w.remainder == "\n" {
				newline = "\n"
			}
		}
	}
	return w.out.String() + w.remainder
}

// joinedTexts joins texts with a blank behind those that end without.
func joinedTexts(list []value.Value) string {
	var b strings.Builder
	for i, v := range list {
		t := v.ToStr().UTF8()
		b.WriteString(t)
		if i < len(list)-1 && (t == "" || !isBlank(rune(t[len(t)-1]))) {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// ended tells whether nothing but blanks is left.
func (w *wrapper) ended() bool {
	for _, r := range w.text[w.at:] {
		if !isBlank(r) {
			return false
		}
	}
	return true
}

// line takes the longest part off the text that fits the width and ends at a blank, which becomes the remainder.
func (w *wrapper) line(width int) string {
	rest := w.text[w.at:]
	run := 0
	for run < len(rest) && rest[run] != '\n' {
		run++
	}
	for n := min(run, width); n >= 0; n-- {
		if n == len(rest) || isBlank(rest[n]) {
			return w.take(n)
		}
	}
	switch w.huge {
	case "die":
		w.c.Die("couldn't wrap '%s'", string(w.text))
	case "overflow":
		n := 0
		for n < len(rest) && !isBlank(rest[n]) {
			n++
		}
		return w.take(n)
	}
	n := max(min(run, width), 1)
	w.remainder = w.separator
	if w.separator2.Defined() {
		w.remainder = w.separator2.String()
	}
	w.at += n
	return string(rest[:n])
}

// take moves over n characters and the blank behind them.
func (w *wrapper) take(n int) string {
	rest := w.text[w.at:]
	w.at += n
	w.remainder = ""
	if n < len(rest) {
		w.remainder = string(rest[n])
		w.at++
	}
	return string(rest[:n])
}
