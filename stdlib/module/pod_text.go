package module

// This file defines POD as plain text of 76 columns, as Pod::Text writes it, and the choice of sections.

import (
	"strings"
	"unicode/utf8"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

const (
	podWidth  = 76
	podIndent = 4
)

// A podWriter writes paragraphs. Where selected is set only what stands under the headings it approves is written.
type podWriter struct {
	codes    podCodes
	out      strings.Builder
	margin   int
	indents  []int
	kinds    []byte // of the open lists: '*', '1', 't', or 0 before the first item
	item     *string
	selected func(headings []string) bool
	usage    bool // headings as Pod::Usage has them
	headings []string
	skipping bool
}

// newPodWriter returns a writer that puts emphasis around italics.
func newPodWriter(vm *runtime.VM, emphasis string) *podWriter {
	quoted := func(code string) bool {
		const index = `(?:\[.*\]|\{.*\})?`
		return vm.Matches(value.Wide(code), value.Str(`^\s*(?:(['`+"`"+`"]).*\1|`+"`"+`.*'|\$+[\#^]?\S`+index+`|[\$\@%&*]+\#?[:'\w]+`+index+
			`|[\$\@%&*]*[:'\w]+(?:->)?\(\s*[^\s,]\s*\)|[+-]?(?:\d[\d.]*|\.\d+)(?:[eE][+-]?\d+)?|0x[a-fA-F\d]+)\s*\z`))
	}
	return &podWriter{codes: podCodes{emphasis: emphasis, quoted: quoted}, margin: podIndent}
}

// write writes the documentation in a text.
func (w *podWriter) write(text string) string {
	for _, b := range podBlocks(text) {
		switch b.kind {
		case podHeading:
			w.heading(b)
		case podOver:
			w.flushItem("\n\n")
			w.indents, w.kinds = append(w.indents, w.margin), append(w.kinds, 0)
			w.margin += b.level
		case podBack:
			w.flushItem("\n\n")
			if n := len(w.indents); n > 0 {
				w.margin, w.indents, w.kinds = w.indents[n-1], w.indents[:n-1], w.kinds[:n-1]
			}
		case podItem:
			if !w.skipping {
				w.startItem(b.text)
			}
		case podVerbatim:
			if !w.skipping {
				w.flushItem("")
				w.verbatim(b.text)
			}
		case podText:
			if !w.skipping {
				w.paragraph(w.codes.plain(b.text))
			}
		}
	}
	w.flushItem("\n\n")
	return strings.ReplaceAll(w.out.String(), hardSpace, " ")
}

func (w *podWriter) heading(b podBlock) {
	w.flushItem("\n\n")
	text := w.codes.plain(b.text)
	if b.level < 1 || b.level > 6 {
		b.level = 1
	}
	for len(w.headings) < b.level {
		w.headings = append(w.headings, "")
	}
	w.headings = append(w.headings[:b.level-1], text)
	w.skipping = w.selected != nil && !w.selected(w.headings)
	if w.usage {
		if b.level == 1 && strings.TrimSpace(text) == "SYNOPSIS" {
			text = "USAGE"
		}
		text = usageHeading(text)
	}
	if !w.skipping {
		indent := [...]int{0, podIndent / 2, podIndent*2/3 + 1, podIndent * 3 / 4, podIndent * 3 / 4, podIndent * 3 / 4}[b.level-1]
		w.out.WriteString(strings.Repeat(" ", indent) + strings.TrimRight(text, " \n") + "\n")
	}
}

// usageHeading writes words in capitals as words, and a colon behind them.
func usageHeading(text string) string {
	var b strings.Builder
	for i := 0; i < len(text); {
		end := i
		for end < len(text) && text[end]-'A' < 26 {
			end++
		}
		switch {
		case end-i > 3:
			b.WriteString(text[i:i+1] + strings.ToLower(text[i+1:end]))
		case end-i > 1:
			b.WriteString(strings.ToLower(text[i:end]))
		default:
			end = i + 1
			b.WriteString(text[i:end])
		}
		i = end
	}
	out := strings.TrimRight(b.String(), " \n")
	if !strings.HasSuffix(out, ":") {
		out += ":"
	}
	return out
}

// startItem begins an item of the innermost list, whose first item decides about its kind.
func (w *podWriter) startItem(text string) {
	w.flushItem("")
	kind := byte('t')
	number, rest := cutWord(text)
	if number == "*" {
		kind = '*'
	} else if strings.TrimSuffix(strings.TrimLeft(number, "0123456789"), ".") == "" && number != "" && number != "." {
		kind = '1'
	}
	if n := len(w.kinds); n > 0 {
		if w.kinds[n-1] == 0 {
			w.kinds[n-1] = kind
		}
		if w.kinds[n-1] == 't' || kind == 't' {
			kind = w.kinds[n-1]
		}
	}
	tag := number
	switch {
	case kind == 't':
		tag, rest = w.codes.plain(text), ""
	case kind == '*' && number != "*":
		tag, rest = "*", text
	}
	w.item = &tag
	if rest != "" {
		w.flushItem(w.codes.plain(rest) + "\n")
	}
}

func (w *podWriter) paragraph(text string) {
	if w.item != nil {
		w.flushItem(text + "\n")
		return
	}
	w.out.WriteString(w.wrap(text))
}

func (w *podWriter) verbatim(text string) {
	for line := range strings.Lines(text) {
		if strings.TrimSpace(line) != "" {
			w.out.WriteString(strings.Repeat(" ", w.margin))
		}
		w.out.WriteString(line)
	}
	w.out.WriteString("\n\n")
}

// flushItem writes the pending item with the text behind it: beside it if there is room.
func (w *podWriter) flushItem(text string) {
	if w.item == nil {
		return
	}
	tag := *w.item
	w.item = nil
	indent := podIndent
	if n := len(w.indents); n > 0 {
		indent = w.indents[n-1]
	}
	length := utf8.RuneCountInString(tag)
	if strings.TrimSpace(text) != "" && w.margin-indent >= length+1 {
		body := w.wrap(text)
		w.out.WriteString(body[:indent] + tag + body[indent+length:])
		return
	}
	margin := w.margin
	w.margin = indent
	w.out.WriteString(strings.TrimRight(w.wrap(tag), "\n") + "\n")
	w.margin = margin
	if text != "" && strings.TrimSpace(text) == "" {
		w.out.WriteByte('\n')
	}
	if strings.TrimSpace(text) != "" {
		w.out.WriteString(w.wrap(text))
	}
}

// wrap breaks a text into lines between the margin and the last column.
func (w *podWriter) wrap(text string) string {
	width := podWidth - w.margin
	spaces := strings.Repeat(" ", w.margin)
	runes := []rune(strings.Join(splitBlanks(text), " "))
	var b strings.Builder
	for len(runes) > width {
		end := width
		for end >= 0 && runes[end] != ' ' {
			end--
		}
		next := end + 1
		if end < 0 {
			end, next = width, width
		}
		b.WriteString(spaces + string(runes[:end]) + "\n")
		runes = runes[next:]
	}
	b.WriteString(spaces + string(runes))
	return strings.TrimRight(b.String(), " \n") + "\n\n"
}

// splitBlanks splits at blanks that are no hard spaces; blanks at the start stay as one.
func splitBlanks(s string) []string {
	fields := strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r >= '\t' && r <= '\r' })
	if s != "" && (s[0] == ' ' || s[0] == '\t') {
		return append([]string{""}, fields...)
	}
	return fields
}
