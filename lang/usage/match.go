package usage

// This file defines matching: one step over a token, the whole run, and reading the run back as items.

import "strings"

// A state is a symbol that was read, with the state before it. Index -1 is the beginning.
type state struct {
	symbol uint16
	before int32
}

// A run is the states after each token: those after token i are states[ends[i]:ends[i+1]]. The first group is the
// beginning, the last is what may go on.
type run struct {
	auto   *automaton
	states []state
	ends   []int
}

func (a *automaton) begin() *run {
	r := &run{auto: a, states: make([]state, 0, 32), ends: append(make([]int, 0, 16), 0)}
	for line := range a.lines {
		r.states = append(r.states, state{uint16(line), -1})
	}
	r.ends = append(r.ends, len(r.states))
	return r
}

// current returns the index of the first state that may go on; they reach to the end of r.states.
func (r *run) current() int { return r.ends[len(r.ends)-2] }

// The ranks of the ways to read a token. Where a word can be read in several ways, only the highest counts.
const (
	noRank = iota
	slotRank
	unitRank
	exactRank // a keyword or mark
)

// rank returns how a symbol reads a token.
func (s *symbol) rank(t Token) int {
	switch s.kind {
	case keywordSymbol:
		if t.Kind == Word && spells(s.text, t.Text) {
			return exactRank
		}
	case slotSymbol:
		if takes(s.slotKind, t) {
			return slotRank
		}
	case unitSymbol:
		if t.Kind == Word && isUnit(t.Text) {
			return unitRank
		}
	case commaSymbol:
		return exactIf(t.Kind == Comma)
	case equalsSymbol:
		return exactIf(t.Kind == Equals)
	case starSymbol:
		return exactIf(t.Kind == Star)
	}
	return noRank
}

func exactIf(yes bool) int {
	if yes {
		return exactRank
	}
	return noRank
}

func isUnit(word string) bool {
	_, ok := UnitName(word)
	return ok
}

// step reads one token and reports whether any state is left; if none is, the run stays as it was. beforeEquals says
// that an equal sign comes next.
func (r *run) step(t Token, beforeEquals bool) bool {
	a, from, to := r.auto, r.current(), len(r.states)
	best := noRank
	for i := from; i < to; i++ {
		for _, next := range a.symbols[r.states[i].symbol].follow {
			rank := a.symbols[next].rank(t)
			if rank == noRank || rank < best {
				continue
			}
			if rank > best {
				best, r.states = rank, r.states[:to]
			}
			r.add(to, state{next, int32(i)})
		}
	}
	if best == slotRank && t.Kind == Word && (beforeEquals && a.isNamed(t.Text) || r.misspelt(from, to, t.Text)) {
		r.states = r.states[:to]
	}
	if len(r.states) == to {
		return false
	}
	r.ends = append(r.ends, len(r.states))
	return true
}

// add appends a state unless its symbol is already among those from index to on.
func (r *run) add(to int, s state) {
	for _, t := range r.states[to:] {
		if t.symbol == s.symbol {
			return
		}
	}
	r.states = append(r.states, s)
}

// isNamed reports whether word is a keyword that an equal sign follows; with one behind it, it is nothing else.
func (a *automaton) isNamed(word string) bool {
	for _, keyword := range a.named {
		if spells(keyword, word) {
			return true
		}
	}
	return false
}

// misspelt reports whether the slots that took a bare word, the states from index to on, are guarded and the word is
// almost a keyword that could stand in their place.
func (r *run) misspelt(from, to int, word string) bool {
	for _, s := range r.states[to:] {
		if !guarded(r.auto.symbols[s.symbol].slotKind) {
			return false
		}
	}
	for _, s := range r.states[from:to] {
		for _, next := range r.auto.symbols[s.symbol].follow {
			if n := &r.auto.symbols[next]; n.kind == keywordSymbol && almost(word, full(n.text)) {
				return true
			}
		}
	}
	return false
}

// almost reports whether word is keyword with one letter wrong, missing, too many or two swapped. Only letters count, words
// under five letters are too short to tell, and a word that goes on after the keyword ("target1", "sources") is a name.
func almost(word, keyword string) bool {
	if len(word) < 5 || len(keyword) < 5 || len(word) > len(keyword)+1 || len(word) < len(keyword)-1 {
		return false
	}
	for i := range len(word) {
		if !isLetter(word[i]) {
			return false
		}
	}
	word = strings.ToUpper(word)
	if strings.HasPrefix(word, keyword) {
		return false
	}
	front := 0
	for front < len(word) && front < len(keyword) && word[front] == keyword[front] {
		front++
	}
	w, k := word[front:], keyword[front:]
	switch {
	case len(w) < len(k):
		return w == k[1:]
	case len(w) > len(k):
		return w[1:] == k
	}
	return w != "" && (w[1:] == k[1:] || len(w) > 1 && w[0] == k[1] && w[1] == k[0] && w[2:] == k[2:])
}

// feed reads tokens up to the End token and returns how many were read and how many there are.
func (r *run) feed(tokens []Token) (read, length int) {
	for length < len(tokens) && tokens[length].Kind != End {
		length++
	}
	for read < length {
		beforeEquals := read+1 < length && tokens[read+1].Kind == Equals
		if !r.step(tokens[read], beforeEquals) {
			break
		}
		read++
	}
	return read, length
}

// final returns the index of a state after which its line may end, -1 when there is none.
func (r *run) final() int {
	for i := r.current(); i < len(r.states); i++ {
		if r.auto.symbols[r.states[i].symbol].final {
			return i
		}
	}
	return -1
}

// match reads the run back from its last state. tokens are the tokens read.
func (r *run) match(last int, tokens []Token) *Match {
	m := &Match{Line: r.auto.symbols[r.states[last].symbol].line}
	path := make([]*symbol, len(tokens))
	for i, at := len(tokens)-1, last; i >= 0; i-- {
		path[i] = &r.auto.symbols[r.states[at].symbol]
		at = int(r.states[at].before)
	}
	for i, s := range path {
		where := [2]int{i, i + 1}
		switch s.kind {
		case keywordSymbol:
			m.Items = append(m.Items, Item{Keyword: full(s.text), Tokens: where})
		case starSymbol:
			m.Items = append(m.Items, Item{Keyword: "*", Tokens: where})
		case slotSymbol:
			m.Items = append(m.Items, Item{Slot: s.text, Kind: s.slotKind, Tokens: where})
		case unitSymbol:
			number := &m.Items[len(m.Items)-1]
			number.Tokens[1] = i + 1
			number.Unit, _ = UnitName(tokens[i].Text)
		}
	}
	return m
}
