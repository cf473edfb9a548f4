package usage

// This file defines usage lines: reading one, checking it, and writing it back in canonical notation.

import (
	"fmt"
	"slices"
	"strings"
)

// A Line is one usage line of a command. It is immutable and safe for concurrent use.
type Line struct {
	// Text is the line as given.
	Text string
	// Heads are the head keywords as the line spells them: one, or several for a line that begins with a choice, such as
	// (PAUSE | RESUME) TARGET <target>.
	Heads []string

	tree *sequence // the whole line
	rest *sequence // what follows the head
}

// ParseLine reads a usage line:
//
//	KEYWORD        capitals must be written, small letters may be left out from the end of their run
//	<slot>         a value of the kind that the name implies; <name:kind> for any other name
//	[x]  (a | b)   optional, choice; a choice inside square brackets or braces needs no parentheses
//	{x}            x once or several times
//	{, x}          a comma and x any number of times; the comma must be written
//	NAME=<slot>    the equal sign must be written
//	,  *           any other comma may be left out; an asterisk stands for itself
//
// Its error is a *NotationError.
func ParseLine(text string) (*Line, error) {
	tree, err := read(sequenceParser, text)
	if err != nil {
		return nil, err
	}
	line := &Line{Text: text, tree: tree, rest: &sequence{Parts: tree.Parts[1:]}}
	if line.Heads = heads(tree.Parts[0]); line.Heads == nil {
		return nil, line.fault(tree.Parts[0], "a usage line begins with a keyword, or with a choice of keywords in parentheses")
	}
	if err := line.checkSequence(tree); err != nil {
		return nil, err
	}
	return line, nil
}

// heads returns the keywords of the first part of a line, nil when it has another shape.
func heads(p *part) []string {
	if k := p.keyword(); k != "" {
		return []string{k}
	}
	if p.Open != "(" {
		return nil
	}
	var list []string
	for _, s := range p.Inside.Seqs {
		k := s.Parts[0].keyword()
		if len(s.Parts) != 1 || k == "" {
			return nil
		}
		list = append(list, k)
	}
	return list
}

// Heads returns every accepted spelling, in capitals, of the head words of a usage line, without reading the rest:
// it is cheap enough to index all lines at start-up. A text that does not begin like a usage line has none.
func Heads(text string) []string {
	text = strings.TrimLeft(text, " \t\r\n")
	words := []string{text[:wordLen(text)]}
	if group, ok := strings.CutPrefix(text, "("); ok {
		group, _, _ = strings.Cut(group, ")")
		words = strings.Split(group, "|")
	}
	var list []string
	for _, word := range words {
		word = strings.Trim(word, " \t\r\n")
		if wordLen(word) != len(word) || !isKeyword(word) {
			return nil
		}
		list = append(list, spellings(word)...)
	}
	slices.Sort(list)
	return slices.Compact(list)
}

func (l *Line) fault(p *part, format string, args ...any) error {
	return &NotationError{Text: l.Text, Offset: p.Pos.Offset, Reason: fmt.Sprintf(format, args...)}
}

func (l *Line) checkSequence(s *sequence) error {
	for i, p := range s.Parts {
		if err := l.checkPart(p); err != nil {
			return err
		}
		if p.Text != "=" {
			continue
		}
		if i == 0 || !s.Parts[i-1].namesValue() {
			return l.fault(p, "an equal sign follows a keyword, a slot or a choice of keywords")
		}
		if i+1 == len(s.Parts) || s.Parts[i+1].isMark() || s.Parts[i+1].Open == "[" {
			return l.fault(p, "an equal sign is followed by a slot, a keyword or a choice")
		}
	}
	return nil
}

// namesValue reports whether an equal sign may follow the part.
func (p *part) namesValue() bool { return p.slot() != nil || heads(p) != nil }

func (p *part) isMark() bool { return p.Text == "," || p.Text == "=" || p.Text == "*" }

func (l *Line) checkPart(p *part) error {
	if k := p.keyword(); k != "" && !isKeyword(k) {
		return l.fault(p, "%s is no keyword: keywords begin with a capital, values are written <%s>", k, strings.ToLower(k))
	}
	if slot := p.slot(); slot != nil && slot.kind() == anything {
		kinds := strings.Join(Kinds(), ", ")
		if slot.Kind != "" {
			return l.fault(p, "there is no kind %s; the kinds are %s", slot.Kind, kinds)
		}
		return l.fault(p, "the name %s implies no kind; write <%s:kind> with one of %s", slot.Name, slot.Name, kinds)
	}
	if p.Inside == nil {
		return nil
	}
	for _, s := range p.Inside.Seqs {
		if err := l.checkSequence(s); err != nil {
			return err
		}
	}
	return nil
}

// String returns the line in canonical notation: one blank between parts, none around commas and equal signs where
// the manual has none.
func (l *Line) String() string {
	var b strings.Builder
	l.tree.write(&b)
	return b.String()
}

func (c *choice) write(b *strings.Builder) {
	for i, s := range c.Seqs {
		if i > 0 {
			b.WriteString(" | ")
		}
		s.write(b)
	}
}

func (s *sequence) write(b *strings.Builder) {
	for i, p := range s.Parts {
		if i > 0 && p.Text != "," && p.Text != "=" && s.Parts[i-1].Text != "=" {
			b.WriteByte(' ')
		}
		p.write(b)
	}
}

func (p *part) write(b *strings.Builder) {
	b.WriteString(p.Text)
	if p.Inside == nil {
		return
	}
	b.WriteString(p.Open)
	p.Inside.write(b)
	switch p.Open {
	case "[":
		b.WriteByte(']')
	case "(":
		b.WriteByte(')')
	default:
		b.WriteByte('}')
	}
}
