package usage

// This file defines commands: the usage lines that share a head word.

import (
	"errors"
	"slices"
	"strings"
)

// A Command is all usage lines of a head word, compiled. It is immutable and safe for concurrent use.
type Command struct {
	Head  string   // the first line's head word in full and in capitals
	Lines []*Line  // in the order given
	Heads []string // in capitals and sorted: every spelling of the head word, its aliases and abbreviations

	auto *automaton
}

// NewCommand joins lines that share a head word. It refuses lines that share none and lines that are too large
// together, and with an *AmbiguityError lines that can read one input in two ways.
func NewCommand(lines ...*Line) (*Command, error) {
	if len(lines) == 0 {
		return nil, errors.New("a command needs a usage line")
	}
	for _, line := range lines {
		if line == nil || line.rest == nil {
			return nil, errors.New("a command needs usage lines that ParseLine has read")
		}
	}
	c := &Command{Lines: slices.Clone(lines), Heads: shared(lines)}
	if len(c.Heads) == 0 {
		return nil, errors.New("these usage lines share no head word:\n" + c.Format())
	}
	c.Head, _ = c.HeadOf(c.Heads[0])
	for _, head := range lines[0].Heads {
		if slices.Contains(c.Heads, full(head)) {
			c.Head = full(head)
			break
		}
	}
	if c.auto = compile(lines); c.auto == nil {
		return nil, errors.New("these usage lines are too large for one command:\n" + c.Format())
	}
	if err := c.checkAmbiguity(); err != nil {
		return nil, err
	}
	return c, nil
}

// shared returns the spellings that every line accepts as its head, sorted.
func shared(lines []*Line) []string {
	var common []string
	for i, line := range lines {
		var all []string
		for _, head := range line.Heads {
			all = append(all, spellings(head)...)
		}
		if i == 0 {
			common = all
			continue
		}
		common = slices.DeleteFunc(common, func(s string) bool { return !slices.Contains(all, s) })
	}
	slices.Sort(common)
	return slices.Compact(common)
}

// HeadOf returns the head word in full and in capitals that word spells in any letter case or accepted abbreviation;
// false when it is no head of this command.
func (c *Command) HeadOf(word string) (string, bool) {
	if !slices.Contains(c.Heads, strings.ToUpper(word)) {
		return "", false
	}
	for _, head := range c.Lines[0].Heads {
		if spells(head, word) {
			return full(head), true
		}
	}
	return "", false
}

// Match reads the tokens after the head word, up to an End token or the end of the slice. Exactly one of its results is
// nil. It takes time in proportion to the number of tokens.
func (c *Command) Match(tokens []Token) (*Match, *Failure) {
	r := c.auto.begin()
	read, length := r.feed(tokens)
	if read == length {
		if last := r.final(); last >= 0 {
			return r.match(last, tokens[:length]), nil
		}
	}
	return nil, r.failure(tokens, read, length)
}

// Next returns what may follow these tokens, in the order of Failure.Expected; nil when nothing may, or when the
// tokens themselves do not match.
func (c *Command) Next(tokens []Token) []Expected {
	r := c.auto.begin()
	if read, length := r.feed(tokens); read < length {
		return nil
	}
	return r.next()
}

// Begun returns what the tokens of an unfinished command are, as Match has it; nil when they do not match. Where they
// can be read in several ways, it takes the first.
func (c *Command) Begun(tokens []Token) []Item {
	r := c.auto.begin()
	read, length := r.feed(tokens)
	if read < length {
		return nil
	}
	return r.match(r.current(), tokens[:length]).Items
}

// Format returns the usage lines in canonical notation, one per line.
func (c *Command) Format() string {
	var b strings.Builder
	for i, line := range c.Lines {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(line.String())
	}
	return b.String()
}
