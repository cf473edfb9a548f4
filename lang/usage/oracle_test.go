package usage

// This file compares the automaton with a second reading of the notation that shares nothing with it but the grammar:
// the oracle walks the tree of a usage line and counts in how many ways it reads the tokens.

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// An oracle reads tokens. A word is a keyword or unit to it and never a value.
type oracle struct{ tokens []Token }

// A ways maps the places that a part may reach to the number of ways to get there.
type ways map[int]int

func (w ways) add(from ways) {
	for place, n := range from {
		w[place] += n
	}
}

// each adds what read returns for every place of w.
func (w ways) each(read func(int) ways) ways {
	all := ways{}
	for place, n := range w {
		for end, m := range read(place) {
			all[end] += n * m
		}
	}
	return all
}

func (o oracle) sequence(s *sequence, from int) ways {
	w := ways{from: 1}
	for _, p := range s.Parts {
		w = w.each(func(at int) ways { return o.part(p, at) })
	}
	return w
}

func (o oracle) choice(c *choice, from int) ways {
	w := ways{}
	for _, s := range c.Seqs {
		w.add(o.sequence(s, from))
	}
	return w
}

func (o oracle) part(p *part, at int) ways {
	switch p.Open {
	case "(":
		return o.choice(p.Inside, at)
	case "[":
		w := o.choice(p.Inside, at)
		w[at]++
		return w
	case "{":
		return o.repeat(p.Inside, at)
	}
	switch {
	case p.slot() != nil:
		return o.slot(p.slot().kind(), at)
	case p.Text == ",":
		w := o.token(at, func(t Token) bool { return t.Kind == Comma })
		w[at]++
		return w
	case p.Text == "=":
		return o.token(at, func(t Token) bool { return t.Kind == Equals })
	case p.Text == "*":
		return o.token(at, func(t Token) bool { return t.Kind == Star })
	}
	return o.token(at, func(t Token) bool { return t.Kind == Word && o.isSpelling(p.Text, t.Text) })
}

func (o oracle) isSpelling(keyword, word string) bool {
	for _, s := range spellings(keyword) {
		if strings.EqualFold(s, word) {
			return true
		}
	}
	return false
}

func (o oracle) token(at int, fits func(Token) bool) ways {
	if at < len(o.tokens) && fits(o.tokens[at]) {
		return ways{at + 1: 1}
	}
	return ways{}
}

func (o oracle) slot(kind string, at int) ways {
	w := o.token(at, func(t Token) bool { return t.Kind != Word && takes(kind, t) })
	if kind == KindDuration {
		w.add(w.each(func(at int) ways {
			return o.token(at, func(t Token) bool { return t.Kind == Word && isUnit(t.Text) })
		}))
	}
	return w
}

// repeat reads braces of one sequence: a comma at the beginning must be there, and none or more; else one or more.
func (o oracle) repeat(c *choice, at int) ways {
	body, comma := *c.Seqs[0], false
	if body.Parts[0].Text == "," {
		comma, body.Parts = true, body.Parts[1:]
	}
	all, round := ways{}, ways{at: 1}
	if comma {
		all[at] = 1
	}
	for len(round) > 0 {
		if comma {
			round = round.each(func(at int) ways { return o.token(at, func(t Token) bool { return t.Kind == Comma }) })
		}
		round = round.each(func(at int) ways { return o.sequence(&body, at) })
		all.add(round)
	}
	return all
}

// count returns in how many ways the lines of a command read all tokens.
func count(c *Command, tokens []Token) int {
	n := 0
	for _, line := range c.Lines {
		n += oracle{tokens}.sequence(line.rest, 0)[len(tokens)]
	}
	return n
}

// A writer writes random inputs that a usage line allows.
type writer struct {
	*rand.Rand
	tokens []Token
}

func (w *writer) add(kind TokenKind, text string) {
	w.tokens = append(w.tokens, Token{Kind: kind, Text: text})
}

func (w *writer) sequence(s *sequence) {
	for _, p := range s.Parts {
		w.part(p)
	}
}

func (w *writer) choice(c *choice) { w.sequence(c.Seqs[w.IntN(len(c.Seqs))]) }

func (w *writer) part(p *part) {
	switch {
	case p.Open == "(", p.Open == "[" && w.IntN(2) == 0:
		w.choice(p.Inside)
	case p.Open == "{":
		w.repeat(p.Inside)
	case p.Open != "":
	case p.slot() != nil:
		w.add(Value, "$x")
		if p.slot().kind() == KindDuration && w.IntN(2) == 0 {
			w.add(Word, "minutes")
		}
	case p.Text == ",":
		if w.IntN(2) == 0 {
			w.add(Comma, ",")
		}
	case p.Text == "=":
		w.add(Equals, "=")
	case p.Text == "*":
		w.add(Star, "*")
	default:
		all := spellings(p.Text)
		w.add(Word, all[w.IntN(len(all))])
	}
}

func (w *writer) repeat(c *choice) {
	body, least := c.Seqs[0].Parts, 1
	if body[0].Text == "," {
		least = 0
	}
	for range least + w.IntN(3) {
		if least == 0 {
			w.add(Comma, ",")
			w.sequence(&sequence{Parts: body[1:]})
		} else {
			w.sequence(&sequence{Parts: body})
		}
	}
}

// spoil changes one token: it is left out, doubled, swapped with the next one, or replaced by another.
func (w *writer) spoil() {
	if len(w.tokens) == 0 {
		w.add(Comma, ",")
		return
	}
	i := w.IntN(len(w.tokens))
	switch w.IntN(4) {
	case 0:
		w.tokens = append(w.tokens[:i], w.tokens[i+1:]...)
	case 1:
		w.tokens = append(w.tokens[:i+1], w.tokens[i:]...)
	case 2:
		j := (i + 1) % len(w.tokens)
		w.tokens[i], w.tokens[j] = w.tokens[j], w.tokens[i]
	default:
		others := []Token{{Kind: Comma}, {Kind: Equals}, {Kind: Star}, {Kind: Number, Text: "7"}, {Kind: Word, Text: "TO"}, {Kind: Value}}
		w.tokens[i] = others[w.IntN(len(others))]
	}
}

func TestAutomatonAgreesWithOracle(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	accepted, refused := 0, 0
	for _, text := range lines() {
		c := command(t, Heads(text)[0])
		for round := range 150 {
			w := &writer{Rand: r}
			w.sequence(c.Lines[r.IntN(len(c.Lines))].rest)
			for range round % 3 {
				w.spoil()
			}
			m, f := c.Match(w.tokens)
			n := count(c, w.tokens)
			switch {
			case n > 1:
				t.Fatalf("%s %v: %d readings of a command that was proved to have one", c.Head, w.tokens, n)
			case round%3 == 0 && n != 1:
				t.Fatalf("%s %v: the oracle refuses what the line allows", c.Head, w.tokens)
			case n == 1 && f != nil:
				t.Fatalf("%s %v: the automaton fails: %+v", c.Head, w.tokens, *f)
			case n == 0 && m != nil && !takesWord(m, w.tokens):
				t.Fatalf("%s %v: the automaton matches: %s", c.Head, w.tokens, show(m, w.tokens))
			}
			if m != nil {
				accepted++
			} else {
				refused++
			}
		}
	}
	if accepted < 1000 || refused < 1000 {
		t.Errorf("%d accepted and %d refused inputs prove little", accepted, refused)
	}
}

// takesWord reports whether a slot has taken a bare word, which the oracle never allows.
func takesWord(m *Match, tokens []Token) bool {
	for _, item := range m.Items {
		if item.Slot != "" && tokens[item.Tokens[0]].Kind == Word {
			return true
		}
	}
	return false
}

// TestProofAgreesWithOracle checks the proof on small random lines: what it passes has one reading for every input tried,
// and what it refuses has two for the input that it names.
func TestProofAgreesWithOracle(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	passed, refused := 0, 0
	for range 3000 {
		text := "A " + randomParts(r, 3)
		line, err := ParseLine(text)
		if err != nil {
			t.Fatal(err)
		}
		if c, err := NewCommand(line); err == nil {
			passed++
			for range 10 {
				w := &writer{Rand: r}
				w.sequence(line.rest)
				if n := count(c, w.tokens); n != 1 {
					t.Fatalf("%s passed, but there are %d readings of %v", text, n, w.tokens)
				}
			}
			continue
		} else if fault, ok := err.(*AmbiguityError); ok {
			refused++
			var input []Token
			for _, word := range strings.Fields(fault.Input)[1:] {
				switch word {
				case "<int>":
					input = append(input, Token{Kind: Value})
				case ",":
					input = append(input, Token{Kind: Comma})
				default:
					input = append(input, Token{Kind: Word, Text: word})
				}
			}
			if !ambiguousPrefix(line.rest, input) {
				t.Fatalf("%s was refused, but %v has one reading", text, fault.Input)
			}
		} else {
			t.Fatal(err)
		}
	}
	if passed < 300 || refused < 300 {
		t.Errorf("%d passed and %d refused lines prove little", passed, refused)
	}
}

// ambiguousPrefix reports whether input with the shortest end behind it that one of its states allows has two readings.
func ambiguousPrefix(s *sequence, input []Token) bool {
	auto := compile([]*Line{{rest: s}})
	r := auto.begin()
	if read, length := r.feed(input); read < length {
		return false
	}
	for _, state := range r.states[r.current():] {
		tokens := append(input[:len(input):len(input)], shortestEnd(auto, state.symbol)...)
		if (oracle{tokens}).sequence(s, 0)[len(tokens)] > 1 {
			return true
		}
	}
	return false
}

// shortestEnd returns tokens that lead from a symbol to one after which the line may end.
func shortestEnd(a *automaton, from uint16) []Token {
	type place struct {
		symbol uint16
		tokens []Token
	}
	seen := map[uint16]bool{}
	for queue := []place{{from, nil}}; len(queue) > 0; queue = queue[1:] {
		at := queue[0]
		if a.symbols[at.symbol].final {
			return at.tokens
		}
		for _, next := range a.symbols[at.symbol].follow {
			if seen[next] {
				continue
			}
			seen[next] = true
			token := Token{Kind: Value}
			if s := &a.symbols[next]; s.kind != slotSymbol {
				token = s.examples()[0]
			}
			queue = append(queue, place{next, append(at.tokens[:len(at.tokens):len(at.tokens)], token)})
		}
	}
	return nil
}

// randomParts returns one to three parts in the notation; brackets nest up to depth. Nothing optional is in brackets on its
// own, because the oracle would count the two ways to leave it out.
func randomParts(r *rand.Rand, depth int) string {
	var b strings.Builder
	for i := range 1 + r.IntN(3) {
		if i > 0 {
			b.WriteByte(' ')
		}
		solid := []string{"X", "Y", "<int>"}[r.IntN(3)]
		inside := solid
		if depth > 0 && r.IntN(2) == 0 {
			inside += " " + randomParts(r, depth-1)
		}
		switch r.IntN(6) {
		case 0:
			b.WriteString("[" + inside + "]")
		case 1:
			b.WriteString("(" + inside + " | Y)")
		case 2:
			b.WriteString("{, " + inside + "}")
		case 3:
			b.WriteString("[, " + inside + "]")
		default:
			b.WriteString(solid)
		}
	}
	return b.String()
}
