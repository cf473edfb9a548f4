package usage

// This file defines the proof that a command means one thing only.
//
// The automaton is run over all inputs at once: from each reachable set of states, over each token that tells the
// symbols there apart. Two states of a set that lead to the same symbol, or that may both end the command, are two
// readings of one input. The check uses the matcher's own rules: where a keyword could stand a word is that keyword, but
// a computed value fits every slot, so two slots that could stand in one place are always two readings.

import (
	"errors"
	"slices"
	"strings"
)

// maxSets bounds the search; the largest command of the manual has about fifty sets.
const maxSets = 5000

// A reached set of states, and the earlier set and the symbol read that led to it.
type reached struct {
	set    []uint16
	before int
	read   uint16
}

// A proof is the search under way.
type proof struct {
	command *Command
	auto    *automaton
	sets    []reached
	seen    map[string]bool
	// tokens are the examples for each symbol, made when first needed.
	tokens [][]Token
	sample []Token
}

func (c *Command) checkAmbiguity() error {
	p := &proof{command: c, auto: c.auto, seen: make(map[string]bool), tokens: make([][]Token, len(c.auto.symbols))}
	start := make([]uint16, c.auto.lines)
	for i := range start {
		start[i] = uint16(i)
	}
	if err := p.reach(start, -1, 0); err != nil {
		return err
	}
	for i := 0; i < len(p.sets); i++ {
		if len(p.sets) > maxSets {
			return errors.New("these usage lines are too tangled to prove that they mean one thing:\n" + c.Format())
		}
		for _, t := range p.samples(p.sets[i].set) {
			if err := p.step(i, t); err != nil {
				return err
			}
		}
	}
	return nil
}

// step follows one token from a set.
func (p *proof) step(from int, t Token) error {
	best := noRank
	var to []uint16
	var by []uint16 // the state that led to each symbol
	for _, s := range p.sets[from].set {
		for _, next := range p.auto.symbols[s].follow {
			rank := p.auto.symbols[next].rank(t)
			if rank == noRank || rank < best {
				continue
			}
			if rank > best {
				best, to, by = rank, to[:0], by[:0]
			}
			if i := slices.Index(to, next); i >= 0 {
				return p.ambiguous(from, by[i], s, int(next))
			}
			to, by = append(to, next), append(by, s)
		}
	}
	if len(to) == 0 {
		return nil
	}
	return p.reach(to, from, to[0])
}

// reach adds a set unless it is known, and checks that one line at most may end there.
func (p *proof) reach(set []uint16, before int, read uint16) error {
	slices.Sort(set)
	key := make([]byte, 0, 2*len(set))
	for _, s := range set {
		key = append(key, byte(s), byte(s>>8))
	}
	if p.seen[string(key)] {
		return nil
	}
	p.seen[string(key)] = true
	p.sets = append(p.sets, reached{set, before, read})
	first := -1
	for _, s := range set {
		if !p.auto.symbols[s].final {
			continue
		}
		if first >= 0 {
			return p.ambiguous(len(p.sets)-1, uint16(first), s, -1)
		}
		first = int(s)
	}
	return nil
}

// ambiguous describes two readings of the input that leads to a set and then, unless next is -1, reads a symbol.
func (p *proof) ambiguous(set int, a, b uint16, next int) error {
	var words []string
	if next >= 0 {
		words = append(words, p.auto.symbols[next].String())
	}
	for ; p.sets[set].before >= 0; set = p.sets[set].before {
		words = append(words, p.auto.symbols[p.sets[set].read].String())
	}
	words = append(words, p.command.Head)
	slices.Reverse(words)
	return &AmbiguityError{Input: strings.Join(words, " "), First: p.place(a), Second: p.place(b)}
}

func (p *proof) place(s uint16) Place {
	at := &p.auto.symbols[s]
	return Place{Line: at.line, Text: p.command.Lines[at.line].Text, Offset: at.offset}
}

// String returns the symbol as a message shows it.
func (s *symbol) String() string {
	list := s.appendExpected(nil)
	switch {
	case s.kind == commaSymbol:
		return ","
	case s.kind == unitSymbol:
		return "SECONDS"
	case len(list) == 0:
		return ""
	}
	return list[0].String()
}

// samples returns tokens that reach all that may follow a set; they are good until the next call.
func (p *proof) samples(set []uint16) []Token {
	p.sample = p.sample[:0]
	slot := false
	for _, s := range set {
		for _, next := range p.auto.symbols[s].follow {
			if p.auto.symbols[next].kind == slotSymbol {
				slot = true
				continue
			}
			if p.tokens[next] == nil {
				p.tokens[next] = p.auto.symbols[next].examples()
			}
			p.sample = append(p.sample, p.tokens[next]...)
		}
	}
	if slot {
		p.sample = append(p.sample, Token{Kind: Value})
	}
	return p.sample
}

// examples returns the tokens that a keyword or mark reads.
func (s *symbol) examples() (list []Token) {
	switch s.kind {
	case keywordSymbol:
		for _, spelling := range spellings(s.text) {
			list = append(list, Token{Kind: Word, Text: spelling})
		}
		return list
	case unitSymbol:
		return []Token{{Kind: Word, Text: units()[0]}}
	case commaSymbol:
		return []Token{{Kind: Comma}}
	case equalsSymbol:
		return []Token{{Kind: Equals}}
	}
	return []Token{{Kind: Star}}
}
