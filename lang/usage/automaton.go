package usage

// This file defines the automaton of a command: one state per symbol of its usage lines, after Glushkov ("The abstract
// theory of automata", 1961), so that there are no empty moves and a state says which symbol was read last.

// A symbolKind says what tokens a symbol reads.
type symbolKind uint8

const (
	startSymbol symbolKind = iota // the place before a line, reads nothing
	keywordSymbol
	slotSymbol
	unitSymbol // the optional unit word after the number of a duration
	commaSymbol
	equalsSymbol
	starSymbol
)

// A symbol is one occurrence of a keyword, slot or mark in a line.
type symbol struct {
	kind symbolKind
	// text is the keyword as spelled in the line, or the slot's name.
	text     string
	slotKind string
	// must marks a comma that parts repetitions; any other comma is optional, and no message asks for it.
	must bool
	// final says that the line may end after the symbol.
	final  bool
	line   int
	offset int // in the text of the line, in bytes
	// follow are the symbols that may come next.
	follow []uint16
}

// An automaton is the compiled form of the lines of a command. It is immutable once built. The first len(lines) symbols are
// the lines' start symbols.
type automaton struct {
	symbols []symbol
	lines   int
	// named are the keywords that an equal sign follows.
	named []string
}

// maxSymbols bounds an automaton; the largest command of the manual has about sixty.
const maxSymbols = 600

// A fragment is a built part: where it can begin and end, and whether it can be empty.
type fragment struct {
	empty       bool
	first, last []uint16
}

// A builder adds lines to an automaton. A line that is too large sets full.
type builder struct {
	automaton
	line int
	full bool
}

// compile returns the automaton of lines, nil when they are too large.
func compile(lines []*Line) *automaton {
	if len(lines) > maxSymbols {
		return nil
	}
	b := &builder{automaton: automaton{symbols: make([]symbol, len(lines)), lines: len(lines)}}
	for i, line := range lines {
		b.symbols[i] = symbol{kind: startSymbol, line: i}
		b.addLine(i, line.rest)
	}
	if b.full {
		return nil
	}
	return &b.automaton
}

// addLine builds what follows the head of a line behind the line's start symbol.
func (b *builder) addLine(index int, rest *sequence) {
	b.line = index
	f := b.sequence(rest)
	start := &b.symbols[index]
	start.follow, start.final = f.first, f.empty
	for _, s := range f.last {
		b.symbols[s].final = true
	}
}

func (b *builder) symbol(s symbol) fragment {
	if len(b.symbols) >= maxSymbols {
		b.full = true
		return fragment{empty: true}
	}
	s.line = b.line
	b.symbols = append(b.symbols, s)
	at := []uint16{uint16(len(b.symbols) - 1)}
	return fragment{first: at, last: at}
}

// join links every end to every beginning, each pair once.
func (b *builder) join(last, first []uint16) {
	for _, l := range last {
		follow := b.symbols[l].follow
		for _, f := range first {
			if !contains(follow, f) {
				follow = append(follow, f)
			}
		}
		b.symbols[l].follow = follow
	}
}

func contains(set []uint16, x uint16) bool {
	for _, y := range set {
		if x == y {
			return true
		}
	}
	return false
}

// then returns a followed by b.
func (b *builder) then(x, y fragment) fragment {
	b.join(x.last, y.first)
	both := fragment{empty: x.empty && y.empty, first: x.first, last: y.last}
	if x.empty {
		both.first = concat(x.first, y.first)
	}
	if y.empty {
		both.last = concat(x.last, y.last)
	}
	return both
}

// concat returns a new slice, because fragments share theirs.
func concat(a, b []uint16) []uint16 {
	return append(append(make([]uint16, 0, len(a)+len(b)), a...), b...)
}

func (b *builder) choice(c *choice) fragment {
	var all fragment
	for _, s := range c.Seqs {
		f := b.sequence(s)
		all = fragment{all.empty || f.empty, concat(all.first, f.first), concat(all.last, f.last)}
	}
	return all
}

func (b *builder) sequence(s *sequence) fragment {
	all := fragment{empty: true}
	for i, p := range s.Parts {
		named := i+1 < len(s.Parts) && s.Parts[i+1].Text == "="
		if named {
			b.named = append(b.named, heads(p)...)
		}
		all = b.then(all, b.part(p))
	}
	return all
}

func (b *builder) part(p *part) fragment {
	at := p.Pos.Offset
	switch p.Open {
	case "(":
		return b.choice(p.Inside)
	case "[":
		f := b.choice(p.Inside)
		f.empty = true
		return f
	case "{":
		return b.repeat(p.Inside)
	}
	if slot := p.slot(); slot != nil {
		return b.slot(slot, at)
	}
	switch p.Text {
	case "=":
		return b.symbol(symbol{kind: equalsSymbol, offset: at})
	case "*":
		return b.symbol(symbol{kind: starSymbol, offset: at})
	case ",":
		f := b.symbol(symbol{kind: commaSymbol, offset: at})
		f.empty = true
		return f
	}
	return b.symbol(symbol{kind: keywordSymbol, text: p.Text, offset: at})
}

// slot builds a slot; that of a duration has room for a unit word.
func (b *builder) slot(s *slot, at int) fragment {
	f := b.symbol(symbol{kind: slotSymbol, text: s.Name, slotKind: s.kind(), offset: at})
	if s.kind() == KindDuration {
		unit := b.symbol(symbol{kind: unitSymbol, offset: at})
		unit.empty = true
		f = b.then(f, unit)
	}
	return f
}

// repeat builds braces. A comma at their beginning parts the repetitions: it must be written, and the whole may be
// missing, because the first of the repeated things stands before the braces.
func (b *builder) repeat(c *choice) fragment {
	var f fragment
	for _, s := range c.Seqs {
		var g fragment
		if comma := s.Parts[0]; comma.Text == "," {
			g = b.symbol(symbol{kind: commaSymbol, must: true, offset: comma.Pos.Offset})
			g = b.then(g, b.sequence(&sequence{Parts: s.Parts[1:]}))
			g.empty = false
			f.empty = true
		} else {
			g = b.sequence(s)
		}
		f = fragment{f.empty || g.empty, concat(f.first, g.first), concat(f.last, g.last)}
	}
	b.join(f.last, f.first)
	return f
}
