package complete

// This file defines which part of a text is what, for colours, and what is known about a word.

import (
	"strings"

	"github.com/smrscript/smrscript/lang"
	"github.com/smrscript/smrscript/lang/format"
	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/lang/usage"
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/stdlib"
)

// A Style says how a part of a text is shown.
type Style string

// The styles.
const (
	StyleCommand  Style = "command"
	StyleKeyword  Style = "keyword" // of a command, or reserved
	StyleFunction Style = "function"
	StyleVariable Style = "variable"
	StyleString   Style = "string"
	StyleNumber   Style = "number"
	StyleComment  Style = "comment"
	StyleError    Style = "error"
)

// A Part is a range of a text with a style.
type Part struct {
	source.Span
	Style Style
}

// Parts returns the parts of a text that have a style, in the order of the text. It takes unfinished texts.
func Parts(words *runtime.Registry, text string) []Part {
	tokens, diags := lang.Tokens(source.NewFile("text", text), lang.Options{Words: words})
	var parts []Part
	for _, t := range tokens {
		style := styleOf(t)
		if t.Class == lang.CommandWord {
			style = argument(words, tokens, text, t)
		}
		if style != "" {
			parts = append(parts, Part{t.Span, style})
		}
	}
	for _, d := range diags {
		if !d.Incomplete && d.Span.End > d.Span.Start {
			parts = marked(parts, d.Span)
		}
	}
	return parts
}

// styleOf returns the style of a token by its class.
func styleOf(t lang.Token) Style {
	switch t.Class {
	case lang.CommandHead:
		return StyleCommand
	case lang.Reserved, lang.Between:
		return StyleKeyword
	case lang.Function, lang.FileTest:
		return StyleFunction
	case lang.Variable, lang.Cast:
		return StyleVariable
	case lang.String, lang.Pattern, lang.Heredoc, lang.HeredocBody, lang.Key:
		return StyleString
	case lang.Number:
		return StyleNumber
	case lang.Comment, lang.Pod, lang.Data:
		return StyleComment
	}
	return ""
}

// argument returns the style of a bare word of a command: a keyword where its usage line has one, a mistake where it has nothing.
func argument(words *runtime.Registry, tokens []lang.Token, text string, t lang.Token) Style {
	head, args, ok := commandAt(tokens, text[:t.Start])
	c := words.Command(head)
	if !ok || c == nil {
		return ""
	}
	word := text[t.Start:t.End]
	next := c.Next(args)
	slot := false
	for _, e := range next {
		if e.Slot == "" && len(word) > 1 && strings.HasPrefix(e.Keyword, strings.ToUpper(word)) {
			return StyleKeyword
		}
		slot = slot || e.Slot != "" && e.Kind != usage.KindPath
	}
	if !slot && t.End < len(text) {
		return StyleError
	}
	return ""
}

// marked puts a mistake over the parts that it meets.
func marked(parts []Part, at source.Span) []Part {
	var out []Part
	done := false
	for _, p := range parts {
		if p.End <= at.Start || p.Start >= at.End {
			if p.Start >= at.End && !done {
				out, done = append(out, Part{at, StyleError}), true
			}
			out = append(out, p)
		}
	}
	if !done {
		out = append(out, Part{at, StyleError})
	}
	return out
}

// Hover returns what is known about the word at an offset, "" for nothing.
func Hover(words *runtime.Registry, text string, offset int) string {
	offset = min(max(offset, 0), len(text))
	from, to := offset, offset
	for from > 0 && isWordByte(text[from-1]) {
		from--
	}
	for to < len(text) && isWordByte(text[to]) {
		to++
	}
	if from == to || from > 0 && strings.IndexByte("$@%", text[from-1]) >= 0 {
		return ""
	}
	page, _ := stdlib.Manual(words, text[from:to])
	return page
}

// Definition returns where the sub or variable at an offset is defined in the same text; ok is false when it is not.
func Definition(words *runtime.Registry, text string, offset int) (source.Span, bool) {
	tokens, _ := lang.Tokens(source.NewFile("text", text), lang.Options{Words: words})
	for i, t := range tokens {
		if offset < t.Start || offset > t.End || t.Class != lang.Word && t.Class != lang.Variable {
			continue
		}
		name := strings.TrimPrefix(text[t.Start:t.End], "&")
		var found source.Span
		for k := 1; k < len(tokens); k++ {
			before, d := text[tokens[k-1].Start:tokens[k-1].End], tokens[k]
			declares := before == "sub" || t.Class == lang.Variable && k <= i && (before == "my" || before == "our" || before == "state" || declaredInList(tokens, text, k))
			if declares && text[d.Start:d.End] == name {
				found = d.Span
			}
		}
		return found, found.End > 0
	}
	return source.Span{}, false
}

// declaredInList tells whether token k stands in the parentheses of my (...).
func declaredInList(tokens []lang.Token, text string, k int) bool {
	for k--; k > 0; k-- {
		switch tokens[k].Class {
		case lang.Variable, lang.Comma:
		case lang.Open:
			word := text[tokens[k-1].Start:tokens[k-1].End]
			return word == "my" || word == "our" || word == "state"
		default:
			return false
		}
	}
	return false
}

// Format lays a text out; see package format.
func Format(words *runtime.Registry, name, text string) (string, error) {
	out, _, mistakes := format.Source(source.NewFile(name, text), words)
	if mistakes != nil {
		return "", mistakes
	}
	return out, nil
}
