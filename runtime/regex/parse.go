package regex

// This file defines the parser: branches, sequences, quantifiers and plain characters.

// maxNesting bounds the depth of groups, as in Perl.
const maxNesting = 1000

// maxRepeat is the largest count a quantifier may name, as in Perl 5.36.
const maxRepeat = 65534

// parsed is a pattern in tree form.
type parsed struct {
	root    expr
	flags   Flags            // with everything the pattern implied
	groups  int              // the highest group number
	names   []string         // by group number; "" has none
	byName  map[string][]int // nil if nothing has a name
	comment bool             // the text ends inside of a /x comment
	// warnings are perl's, with the place in the pattern marked.
	warnings []string
}

// parser reads one pattern. It is at src[pos]; flags are those in force there.
type parser struct {
	pattern string
	src     []rune
	offsets []int // byte offsets of src, and of the end
	pos     int
	flags   Flags
	depth   int

	groups   int // capture groups opened so far
	names    []string
	byName   map[string][]int
	closed   map[int]bool // groups whose end has been read
	lookDeep int          // lookarounds around the place
	uni      bool         // the pattern demands Unicode rules
	needUni  bool         // found on the way: parse again with uni
	total    int          // groups in the whole pattern, or -1 if not known yet
	doubtful bool         // something depended on total
	later    []func()     // checks to be made when all groups are known
	root     expr         // the whole pattern, once it has been read
	widths   *measurer    // made on first use
	comment  bool         // the text ended inside of a /x comment
	warnings []string
	bracket  bool // the place is inside of a bracketed class
}

// parse reads a whole pattern. Some of its meaning depends on what comes later (the number of groups, a character that
// demands Unicode rules): then it is read again.
func parse(pattern string, flags Flags) (out *parsed, err error) {
	defer func() {
		switch e := recover().(type) {
		case nil:
		case *Error:
			out, err = nil, e
		default:
			panic(e)
		}
	}()
	runes, offsets := patternRunes(pattern, flags&UTF8 != 0)
	total, uni := -1, flags&charsetFlags == U
	for _, r := range runes {
		if r > 255 || flags&UTF8 != 0 && r > 127 {
			uni = true
		}
	}
	for {
		p := &parser{pattern: pattern, src: runes, offsets: offsets, flags: flags, total: total, uni: uni, closed: map[int]bool{}}
		if uni && flags&charsetFlags == 0 {
			p.flags |= U
		}
		start := p.flags
		p.root = p.parseAll()
		if p.doubtful && total < 0 || p.needUni && !uni {
			total, uni = p.groups, uni || p.needUni
			continue
		}
		for _, check := range p.later {
			check()
		}
		p.setName(p.groups, "")
		return &parsed{root: p.root, flags: start, groups: p.groups, names: p.names, byName: p.byName, comment: p.comment, warnings: p.warnings}, nil
	}
}

func (p *parser) parseAll() expr {
	e := p.parseBranches()
	if !p.atEnd() {
		p.pos++
		p.fail("Unmatched )")
	}
	return e
}

// fail ends parsing with a message that marks the current place.
func (p *parser) fail(message string) { p.failAt(p.pos, message) }

func (p *parser) failAt(pos int, message string) {
	panic(patternError(p.pattern, p.offsets[min(pos, len(p.src))], message))
}

// failWhole ends parsing with a message about the pattern as a whole.
func (p *parser) failWhole(message string) { panic(wholeError(p.pattern, message)) }

// measurer gives the measurer of the whole pattern.
func (p *parser) measurer() *measurer {
	if p.widths == nil {
		p.widths = newMeasurer(p.root)
	}
	return p.widths
}

func (p *parser) atEnd() bool { return p.pos >= len(p.src) }

// peek gives the character k places ahead, or -1 behind the end.
func (p *parser) peek(k int) rune {
	if p.pos+k < len(p.src) {
		return p.src[p.pos+k]
	}
	return -1
}

// text gives the pattern's text between two places.
func (p *parser) text(from, to int) string {
	return p.pattern[p.offsets[from]:p.offsets[min(to, len(p.src))]]
}

// hasPrefix tells whether the rest begins with text.
func (p *parser) hasPrefix(text string) bool {
	for k := range len(text) {
		if p.peek(k) != rune(text[k]) {
			return false
		}
	}
	return true
}

// skipBlank skips what is no part of the pattern: comments, and blanks under /x.
func (p *parser) skipBlank() {
	for !p.atEnd() {
		switch r := p.src[p.pos]; {
		case p.hasPrefix("(?#"):
			for p.peek(0) != ')' {
				if p.atEnd() {
					p.failWhole("Sequence (?#... not terminated")
				}
				p.pos++
			}
			p.pos++
		case p.flags&X != 0 && isPatternBlank(r):
			p.pos++
		case p.flags&X != 0 && r == '#':
			for p.peek(0) != '\n' {
				if p.atEnd() {
					p.comment = true
					return
				}
				p.pos++
			}
		default:
			return
		}
	}
}

// isPatternBlank tells what /x ignores: Unicode's Pattern_White_Space.
func isPatternBlank(r rune) bool {
	return r == ' ' || '\t' <= r && r <= '\r' || r == 0x85 || r == 0x200E || r == 0x200F || r == 0x2028 || r == 0x2029
}

// parseBranches reads up to the end or an unmatched parenthesis: a|b|c
func (p *parser) parseBranches() expr {
	first := p.parseSequence()
	if p.peek(0) != '|' {
		return first
	}
	branches := []expr{first}
	for p.peek(0) == '|' {
		p.pos++
		branches = append(branches, p.parseSequence())
	}
	return simplifyAlternation(branches)
}

// parseSequence reads one branch.
func (p *parser) parseSequence() expr {
	seq := &seqBuilder{}
	for {
		p.skipBlank()
		if p.atEnd() || p.peek(0) == '|' || p.peek(0) == ')' {
			return seq.expr()
		}
		if e := p.parsePiece(); e != nil {
			seq.add(e)
		}
	}
}

// parsePiece reads an atom with its quantifier, or nil for what stands for nothing at all, such as (?i).
func (p *parser) parsePiece() expr {
	start := p.pos
	e := p.parseAtom()
	if e == nil {
		return nil
	}
	p.skipBlank()
	lo, hi, ok := p.parseQuantifier()
	if !ok {
		return e
	}
	if _, keep := e.(*keepExpr); keep && hi < 0 && p.src[start] == '\\' {
		p.fail(p.text(start, p.pos) + " is forbidden - matches null string many times")
	}
	p.warnQuantifier(e, start, lo, hi)
	p.skipBlank()
	r := &repeatExpr{body: e, min: lo, max: hi}
	switch p.peek(0) {
	case '?':
		r.greed = lazy
		p.pos++
	case '+':
		r.greed = possessive
		p.pos++
	}
	p.skipBlank()
	if p.startsQuantifier() {
		p.pos++
		p.fail("Nested quantifiers")
	}
	if hi >= 0 && lo > hi {
		return &failExpr{}
	}
	return r
}

func (p *parser) startsQuantifier() bool {
	switch p.peek(0) {
	case '*', '+', '?':
		return true
	case '{':
		_, _, _, ok := p.scanBraces()
		return ok
	}
	return false
}

// parseQuantifier reads * + ? or {n,m}; max is -1 if there is none.
func (p *parser) parseQuantifier() (lo, hi int, ok bool) {
	switch p.peek(0) {
	case '*':
		lo, hi = 0, -1
	case '+':
		lo, hi = 1, -1
	case '?':
		lo, hi = 0, 1
	case '{':
		lo, hi, end, ok := p.scanBraces()
		if ok {
			p.pos = end
		}
		return lo, hi, ok
	default:
		return 0, 0, false
	}
	p.pos++
	return lo, hi, true
}

// scanBraces looks for a quantifier in braces without moving: {n} {n,} {n,m} {,m}, blanks allowed.
func (p *parser) scanBraces() (lo, hi, end int, ok bool) {
	at := p.pos + 1
	blank := func() {
		for at < len(p.src) && (p.src[at] == ' ' || p.src[at] == '\t') {
			at++
		}
	}
	number := func() (n int, found bool) {
		for ; at < len(p.src) && '0' <= p.src[at] && p.src[at] <= '9'; at++ {
			n, found = min(n*10+int(p.src[at]-'0'), maxRepeat+1), true
		}
		return n, found
	}
	blank()
	lo, hasLo := number()
	loEnd := at
	blank()
	hi, hasHi := lo, hasLo
	hiEnd := loEnd
	if at < len(p.src) && p.src[at] == ',' {
		at++
		blank()
		hi, hasHi = number()
		hiEnd = at
		blank()
		if !hasHi {
			hi = -1
		}
	}
	if at >= len(p.src) || p.src[at] != '}' || !hasLo && !hasHi {
		return 0, 0, 0, false
	}
	if lo > maxRepeat {
		p.failAt(loEnd, "Quantifier in {,} bigger than 65534")
	}
	if hi > maxRepeat {
		p.failAt(hiEnd, "Quantifier in {,} bigger than 65534")
	}
	return lo, hi, at + 1, true
}

// parseAtom reads one thing that a quantifier could follow. It gives nil for a change of flags.
func (p *parser) parseAtom() expr {
	r := p.src[p.pos]
	switch r {
	case '(':
		return p.parseGroup()
	case '[':
		return p.parseBracket()
	case '\\':
		return p.parseEscape()
	case '*', '+', '?':
		p.pos++
		p.fail("Quantifier follows nothing")
	}
	p.pos++
	switch r {
	case '.':
		c := &class{negate: true, flags: p.flags}
		if p.flags&S == 0 {
			c.add('\n', '\n')
		}
		return &setExpr{c}
	case '^':
		if p.flags&M != 0 {
			return p.assert(lineStart)
		}
		return p.assert(textStart)
	case '$':
		if p.flags&M != 0 {
			return p.assert(lineEnd)
		}
		return p.assert(textEndLine)
	case '{':
		if p.pos > 1 && isASCIILetter(p.src[p.pos-2]) && (p.pos < 3 || p.src[p.pos-3] != '\\') {
			p.warn("Unescaped left brace in regex is passed through")
		}
	}
	return p.literal(r)
}

func (p *parser) assert(what assertion) expr { return &assertExpr{what: what, flags: p.flags} }

func (p *parser) literal(runes ...rune) expr {
	for _, r := range runes {
		if r > 255 {
			p.demandUnicode()
		}
	}
	return &litExpr{runes: runes, flags: p.flags}
}

// demandUnicode notes that the pattern holds something that makes Unicode rules apply to all of it.
func (p *parser) demandUnicode() { p.needUni = true }
