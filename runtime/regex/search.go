package regex

// This file defines the search for the place at which a match begins.

import "strings"

// searchKind is the way to find the next place worth trying.
type searchKind uint8

const (
	searchAny        searchKind = iota // every place
	searchFirst                        // a byte of a set
	searchLiteral                      // a literal
	searchSequence                     // a sequence of sets
	searchRunLiteral                   // a literal behind a run of a set
	searchBehind                       // the end of a literal
	searchWord                         // a byte of a set at the start of a word
	searchTextStart                    // offset 0 only
	searchLineStart                    // the start of a line
	searchG                            // \G only
)

// search is the plan for finding places to try.
type search struct {
	kind   searchKind
	lit    string
	first  *byteSet
	seq    *sequence
	word   *byteSet // searchWord: bytes that are part of a word
	runMin int      // searchRunLiteral: least length of the run
	run    *node    // the run at the start: a failed attempt has also settled all places up to its end
	back   int      // searchG: characters from the start of the match to \G
	lead   int      // characters before pos at which to begin, because of a \G inside
	float  bool     // \G is somewhere inside: begin at offset 0
	whole  bool     // the pattern is nothing but lit
	minLen int      // least number of bytes of a match

	must    string // literal that every match contains; "" for none
	mustMin int    // least distance from the start of the match to it
	mustMax int    // greatest one, or -1
}

// match finds the first match at or after pos. Most subjects that do not match are turned away before there is anything
// to set up.
func (st *State) match(p *program, subject string, pos int) (bool, error) {
	h := hunt{at: pos, must: -1}
	if p.search.lead > 0 {
		h.at = stepBack(p, subject, pos, p.search.lead)
	}
	if p.search.kind != searchG && !p.search.float && !p.search.hunt(p, subject, &h) {
		return false, nil
	}
	st.prepare(p)
	if lit := p.search.lit; p.search.whole && h.at+len(lit) >= pos+st.MinLen {
		st.Caps[0], st.Caps[1] = h.at, h.at+len(lit)
		st.LastParen, st.LastClosed = 0, 0
		return true, nil
	}
	w := &st.stats
	w.prog, w.subject = p, subject
	w.least, w.till = pos+st.MinLen, pos+st.MinLen
	w.allow(st.Budget)
	end := st.search(p, h)
	if end >= 0 {
		st.finish(p, end)
	}
	err := w.err
	st.release()
	return end >= 0, err
}

// stepBack gives the place n characters before at, or the start of the text.
func stepBack(p *program, s string, at, n int) int {
	for ; n > 0 && at > 0; n-- {
		size := 1
		if p.mode == modeUTF8 {
			_, size = decodeBefore(s, at)
		}
		at -= size
	}
	return at
}

// hunt is the state of the search for a place to try.
type hunt struct {
	at   int // the place
	must int // where the required literal was seen last, -1 if it has not been looked for
}

// hunt moves on to the first place worth trying, from the one it is at. It gives false if there is none.
func (sr *search) hunt(p *program, s string, h *hunt) bool {
	for {
		if len(s)-h.at < sr.minLen {
			return false
		}
		if h.at = sr.next(s, h.at); h.at < 0 {
			return false
		}
		if sr.must == "" {
			return true
		}
		if h.must < h.at+sr.mustMin {
			if h.must = indexFrom(s, h.at+sr.mustMin, sr.must); h.must < 0 {
				return false
			}
		}
		if sr.mustMax < 0 || h.must-sr.mustMax <= h.at {
			return true
		}
		h.at = p.align(s, h.must-sr.mustMax)
	}
}

// finish puts the results of a successful attempt in place.
func (st *State) finish(p *program, end int) {
	base := p.base()
	st.Caps[0], st.Caps[1] = st.stats.start, end
	if p.keeps && st.reg[base+regKeep] >= 0 {
		st.Caps[0] = st.reg[base+regKeep]
	}
	if p.fast {
		st.LastParen, st.LastClosed = p.lastParen, p.lastClosed
		return
	}
	last := st.reg[base+regLast]
	st.LastParen, st.LastClosed = last>>16, last&0xFFFF
}

// search tries one place after the other, beginning with the one the hunt has found. It gives the end of the match, or
// -1.
func (st *State) search(p *program, h hunt) int {
	w := &st.stats
	s := w.subject
	plan := &p.search
	if plan.kind == searchG || plan.float {
		return st.searchG(p)
	}
	for {
		end := st.try(p, h.at)
		if end >= 0 || w.err != nil {
			return end
		}
		skip := -1
		switch w.stop {
		case stopCommit:
			return -1
		case stopSoft:
			return st.searchLinear(p, h.at)
		case stopSkip:
			skip = w.skipTo
		}
		w.stop = stopNone
		if skip > h.at {
			h.at = skip
		} else {
			h.at = p.advance(s, h.at)
		}
		if h.at > len(s) || !plan.hunt(p, s, &h) {
			return -1
		}
	}
}

// try makes an attempt at one place.
func (st *State) try(p *program, at int) int {
	st.stats.start = at
	if !p.fast || p.keeps {
		st.reset(p)
	}
	return st.run(p.start, at)
}

// advance gives the next place to look at after a failed attempt.
func (p *program) advance(s string, at int) int {
	if run := p.search.run; run != nil {
		at = run.skip(s, at)
	}
	if at < len(s) && p.mode == modeUTF8 {
		return at + charLen(s, at)
	}
	return at + 1
}

// align moves a place to the start of a character.
func (p *program) align(s string, at int) int {
	for p.mode == modeUTF8 && at < len(s) && s[at]&0xC0 == 0x80 {
		at++
	}
	return at
}

func indexFrom(s string, at int, lit string) int {
	if at > len(s) {
		return -1
	}
	if k := strings.Index(s[at:], lit); k >= 0 {
		return at + k
	}
	return -1
}

// searchG makes the attempts of a pattern with \G: one, at a known distance, or one everywhere.
func (st *State) searchG(p *program) int {
	s := st.stats.subject
	if st.G < 0 || st.G > len(s) {
		return -1
	}
	if !p.search.float {
		at, back := st.goBack(st.G, p.search.back)
		if back < p.search.back {
			return -1
		}
		if end := st.try(p, at); end >= 0 || st.stats.stop != stopSoft {
			return end
		}
		return st.searchLinear(p, at)
	}
	for at := 0; at <= len(s); at = p.advance(s, at) {
		end := st.try(p, at)
		switch {
		case end >= 0 || st.stats.err != nil || st.stats.stop == stopCommit:
			return end
		case st.stats.stop == stopSoft:
			return st.searchLinear(p, at)
		}
		st.stats.stop = stopNone
	}
	return -1
}

// next gives the first place at or after at that is worth trying, or -1.
func (sr *search) next(s string, at int) int {
	switch sr.kind {
	case searchFirst:
		first := sr.first
		for k := at; k < len(s); k++ {
			if first[s[k]] {
				return k
			}
		}
		return -1
	case searchWord:
		first, word := sr.first, sr.word
		for k := at; k < len(s); k++ {
			if first[s[k]] && (k == 0 || !word[s[k-1]]) {
				return k
			}
		}
		return -1
	case searchLiteral:
		return indexFrom(s, at, sr.lit)
	case searchBehind:
		if k := indexFrom(s, max(at-len(sr.lit), 0), sr.lit); k >= 0 {
			return k + len(sr.lit)
		}
		return -1
	case searchSequence:
		return sr.seq.index(s, at)
	case searchRunLiteral:
		return sr.runStart(s, at)
	case searchTextStart:
		if at > 0 {
			return -1
		}
	case searchLineStart:
		return lineStartFrom(s, at)
	}
	return at
}

// lineStartFrom gives the first start of a line at or after at, or -1.
func lineStartFrom(s string, at int) int {
	if at == 0 || at < len(s) && s[at-1] == '\n' {
		return at
	}
	k := strings.IndexByte(s[at:], '\n')
	if k < 0 || at+k+1 >= len(s) {
		return -1
	}
	return at + k + 1
}

// runStart finds the literal and goes back over the run in front of it, but not beyond at.
func (sr *search) runStart(s string, at int) int {
	from := at + sr.runMin
	for {
		k := indexFrom(s, from, sr.lit)
		if k < 0 {
			return -1
		}
		if start := sr.run.skipBack(s, k, at); k-start >= sr.runMin {
			return start
		}
		from = k + 1
	}
}
