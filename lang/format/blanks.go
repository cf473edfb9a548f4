package format

// This file defines which tokens share a line, and which of them have a blank between them.

import (
	"strings"

	"github.com/smrscript/smrscript/lang"
)

// isBlock tells the brackets that statements are in.
func isBlock(c lang.Class) bool { return c == lang.OpenBlock || c == lang.Between }

// opens tells the classes of opening brackets.
func opens(c lang.Class) bool { return c >= lang.Open && c <= lang.OpenBlock || c == lang.Between }

// brackets returns for each token the index of the bracket that closes it or that it closes, -1 for none. ELSE does both; its
// index is that of the bracket before it.
func brackets(tokens []lang.Token) []int {
	match := make([]int, len(tokens))
	var open []int
	for i, t := range tokens {
		match[i] = -1
		if (t.Class == lang.Close || t.Class == lang.Between) && len(open) > 0 {
			match[i] = open[len(open)-1]
			match[match[i]] = i
			open = open[:len(open)-1]
		}
		if opens(t.Class) {
			open = append(open, i)
		}
	}
	return match
}

// short tells whether the block that token i opens may stay on one line: it is on one, without a comment or heredoc, and holds at
// most one statement.
func (w *writer) short(i int) bool {
	end := i + 1
	for depth := 1; end < len(w.tokens); end++ {
		t := w.tokens[end]
		switch {
		case t.Class == lang.Comment || t.Class == lang.Heredoc || t.Class == lang.HeredocBody || t.Class == lang.Between:
			return false
		case t.Class == lang.Close:
			depth--
		case opens(t.Class):
			depth++
		}
		if depth == 0 {
			break
		}
	}
	if end >= len(w.tokens) || strings.Contains(w.text[w.tokens[i].End:w.tokens[end].Start], "\n") {
		return false
	}
	return w.tokens[i].Class == lang.OpenBlock && w.oneStatement(i+1, end)
}

// oneStatement tells whether the tokens are one statement, and so in each block within.
func (w *writer) oneStatement(from, to int) bool {
	parens := 0
	for k := from; k < to; k++ {
		t := w.tokens[k]
		switch {
		case t.Class == lang.OpenBlock:
			if w.match[k] < 0 || !w.oneStatement(k+1, w.match[k]) {
				return false
			}
			k = w.match[k]
			t = w.tokens[k]
		case opens(t.Class):
			parens++
		case t.Class == lang.Close:
			parens--
		}
		if parens == 0 && t.Ends && k > from && t.Class != lang.Label && k < to-1 && !(k == to-2 && w.tokens[k+1].Class == lang.Semicolon) {
			return false
		}
	}
	return true
}

// continues tells the words that go on after the block before them: else and its like.
func (w *writer) continues(i int) bool {
	if w.keep || w.last < 0 || w.tokens[w.last].Class != lang.Close || w.tokens[i].Class != lang.Reserved && w.tokens[i].Class != lang.Semicolon {
		return false
	}
	switch w.of(i) {
	case "else", "elsif", "continue", "catch", "finally", ";":
		return w.match[w.last] >= 0 && isBlock(w.tokens[w.match[w.last]].Class) && w.of(w.last) == "}"
	}
	return false
}

// joins tells the tokens that are brought up to the line before them.
func (w *writer) joins(i int) bool {
	switch c := w.tokens[i].Class; {
	case c == lang.OpenBlock:
		return w.top().block && w.top().middle
	case c == lang.Close && w.match[i] >= 0 && w.match[i] == w.last:
		return isBlock(w.tokens[w.last].Class)
	}
	return w.continues(i)
}

// spaced tells whether a blank stands between token i and the one before it, which is on the same line. Where a blank could mean
// something it is there if the author put it there.
func (w *writer) spaced(i int) bool {
	p, t := w.tokens[w.last], w.tokens[i]
	wrote := w.tokens[i-1].End < t.Start
	if p.Class == lang.Comment {
		return true
	}
	if t.Command && t.Class != lang.Comma {
		return wrote || p.Class == lang.Comma
	}
	if yes, sure := w.beforeToken(p, t, wrote); sure {
		return yes
	}
	if yes, sure := w.afterToken(p, t, wrote); sure {
		return yes
	}
	return wrote
}

// beforeToken decides by the token that comes.
func (w *writer) beforeToken(p, t lang.Token, wrote bool) (yes, sure bool) {
	switch t.Class {
	case lang.Comma, lang.Semicolon:
		return false, p.Class != lang.Semicolon || t.Class == lang.Comma
	case lang.Arrow, lang.OpenIndex, lang.OpenKey, lang.Postfix:
		return false, true
	case lang.FatComma:
		return true, true
	case lang.Operator, lang.Attribute:
		return true, true
	case lang.OpenBlock:
		return p.Class != lang.Open, true
	case lang.Close:
		return w.beforeClose(p, t, wrote), true
	case lang.Between:
		return true, true
	case lang.Open:
		return w.beforeOpen(p, wrote)
	}
	return false, false
}

// beforeClose decides about closing brackets.
func (w *writer) beforeClose(p, t lang.Token, wrote bool) bool {
	m := -1
	for k := w.last; k >= 0 && m < 0; k-- { // the bracket is the first one that is still open
		if c := w.tokens[k].Class; opens(c) && (w.match[k] < 0 || w.tokens[w.match[k]].Start >= t.Start) {
			m = k
		}
	}
	if m < 0 {
		return wrote
	}
	empty := m == w.last
	switch w.tokens[m].Class {
	case lang.Open, lang.OpenIndex:
		return false
	case lang.OpenBlock, lang.OpenHash, lang.Between:
		return !empty || w.of(w.last) != "{"
	case lang.OpenDeref:
		return wrote
	}
	return p.Class == lang.Word && wrote // { shift } is not {shift}
}

// beforeOpen decides about ( and [ of lists.
func (w *writer) beforeOpen(p lang.Token, wrote bool) (yes, sure bool) {
	switch p.Class {
	case lang.Reserved:
		return w.of(w.last) != "__SUB__", true
	case lang.Cast, lang.Prefix, lang.Open, lang.OpenIndex, lang.OpenKey, lang.Arrow:
		return false, w.of(w.last) != "not"
	case lang.Comma, lang.FatComma, lang.Operator:
		return true, true
	case lang.Variable: // foreach my $x (...)
		return wrote || w.last > 0 && w.tokens[w.last-1].Class == lang.Reserved, true
	}
	return wrote, true
}

// afterToken decides by the token that went before.
func (w *writer) afterToken(p, t lang.Token, wrote bool) (yes, sure bool) {
	switch p.Class {
	case lang.Open, lang.OpenIndex, lang.Arrow, lang.Cast:
		return false, true
	case lang.OpenKey:
		return t.Class == lang.Word && wrote, true
	case lang.OpenBlock, lang.OpenHash, lang.Between, lang.Semicolon, lang.Label, lang.Comma, lang.FatComma, lang.Operator:
		return true, true
	case lang.Prefix:
		return w.afterPrefix(t, wrote)
	case lang.Close:
		if m := w.match[w.last]; m >= 0 && isBlock(w.tokens[m].Class) {
			return true, true
		}
	}
	return false, false
}

// afterPrefix decides about what follows an operator before its operand: `- foo` is not `-foo`, and `- -1` not `--1`.
func (w *writer) afterPrefix(t lang.Token, wrote bool) (yes, sure bool) {
	op := w.of(w.last)
	switch {
	case op == "not":
		return true, true
	case op == "-" || op == "+":
		return wrote, t.Class != lang.Variable && t.Class != lang.Number
	}
	return false, true
}
