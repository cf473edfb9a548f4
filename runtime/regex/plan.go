package regex

// This file defines the choice of the way to search for a match.

import "slices"

// planSearch looks at the graph for what a match begins with and at the tree for what it contains.
func planSearch(p *program, root expr, c *compiler) search {
	sr := search{}
	lo, _ := c.widths.width(root)
	if !c.facts.accept {
		sr.minLen = lo
	}
	if c.facts.search {
		planG(&sr, root, c.widths)
		if sr.kind == searchG || sr.float {
			return sr
		}
	}
	if !c.facts.accept {
		planMust(&sr, root, c)
	}
	plain := !c.facts.refs && !c.facts.code && !c.facts.verbs && len(c.facts.calls) == 0
	if run := leadingRun(p.start); run != nil && plain {
		sr.run = run
	}
	switch anchorOf(root) {
	case anchorText:
		sr.kind = searchTextStart
		if len(sr.must) < 2 {
			sr.must = ""
		}
		return sr
	case anchorLine:
		sr.kind = searchLineStart
		return sr
	}
	planStart(&sr, p)
	return sr
}

// planStart chooses by what a match begins with.
func planStart(sr *search, p *program) {
	if b := skipOpens(p.start); b.op == opPeekLit && b.behind && !b.negate {
		sr.kind, sr.lit = searchBehind, b.lit
		return
	}
	f := &p.start.first
	if f.any || f.end || len(p.calls) > 0 && f.set == (bits{}) {
		return // the last: nothing but endless recursion, which must be met to be reported
	}
	lit, whole := prefixLiteral(p.start)
	if whole && p.groups == 0 {
		sr.whole = true
	}
	sets := leadingSets(p)
	switch {
	case len(lit) >= 2:
		sr.kind, sr.lit = searchLiteral, lit
	case sr.run != nil && len(sr.run.followLit) >= 2 && sr.run.op != opLazy && sr.run.op != opLazyWide:
		sr.kind, sr.lit, sr.runMin = searchRunLiteral, sr.run.followLit, sr.run.min
	case worthSequence(sets):
		sr.kind, sr.seq = searchSequence, newSequence(sets)
	case len(lit) == 1:
		sr.kind, sr.lit = searchLiteral, lit
	case !f.set.full():
		sr.kind, sr.first = searchFirst, f.set.table()
		if word := leadingWord(p.start); word != nil {
			sr.kind, sr.word = searchWord, word
		}
	}
	if sr.kind == searchLiteral && len(sr.lit) >= len(sr.must) {
		sr.must = ""
	}
	if sr.kind == searchRunLiteral && sr.must == sr.lit {
		sr.must = ""
	}
}

// anchor is where a pattern insists on beginning.
type anchor uint8

const (
	anchorNone anchor = iota
	anchorText
	anchorLine
	anchorSearch
)

func anchorOf(e expr) anchor {
	switch e := e.(type) {
	case *assertExpr:
		switch e.what {
		case textStart:
			return anchorText
		case lineStart:
			return anchorLine
		case searchStart:
			return anchorSearch
		}
	case *captureExpr:
		return anchorOf(e.body)
	case *atomicExpr:
		return anchorOf(e.body)
	case *repeatExpr:
		if e.min > 0 {
			return anchorOf(e.body)
		}
	case *seqExpr:
		for _, part := range e.parts {
			if a := anchorOf(part); a != anchorNone || !zeroWidth(part) {
				return a
			}
		}
	case *altExpr:
		a := anchorOf(e.branches[0])
		for _, b := range e.branches[1:] {
			if anchorOf(b) != a {
				return anchorNone
			}
		}
		return a
	}
	return anchorNone
}

// zeroWidth tells whether e matches nothing but a place.
func zeroWidth(e expr) bool {
	switch e.(type) {
	case *emptyExpr, *assertExpr, *lookExpr, *keepExpr:
		return true
	}
	return false
}

// planG finds out how far behind the start of a match \G stands.
func planG(sr *search, root expr, widths *measurer) {
	back, fixed := distanceToG(root, widths)
	if fixed {
		sr.kind, sr.back = searchG, back
		return
	}
	lead, known := leadOfG(root, widths)
	sr.float = !known
	sr.lead = lead
}

// leadOfG gives the greatest number of characters in front of any \G in e, at which the search begins before its place; known
// is false if there is no such number.
func leadOfG(e expr, widths *measurer) (lead int, known bool) {
	switch e := e.(type) {
	case *captureExpr:
		return leadOfG(e.body, widths)
	case *altExpr:
		for _, b := range e.branches {
			l, ok := leadOfG(b, widths)
			if !ok {
				return 0, false
			}
			lead = max(lead, l)
		}
		return lead, true
	case *seqExpr:
		before, fixed := 0, true
		for _, part := range e.parts {
			if holdsG(part) {
				l, ok := leadOfG(part, widths)
				if !ok || !fixed {
					return 0, false
				}
				lead = max(lead, before+l)
			}
			lo, hi := widths.width(part)
			fixed = fixed && lo == hi
			before += lo
		}
		return lead, true
	case *assertExpr:
		return 0, true
	}
	return 0, !holdsG(e)
}

// holdsG tells whether \G may stand in e.
func holdsG(e expr) bool {
	switch e := e.(type) {
	case *assertExpr:
		return e.what == searchStart
	case *captureExpr:
		return holdsG(e.body)
	case *altExpr:
		return slices.ContainsFunc(e.branches, holdsG)
	case *seqExpr:
		return slices.ContainsFunc(e.parts, holdsG)
	case *emptyExpr, *failExpr, *litExpr, *setExpr, *keepExpr, *backrefExpr, *lineBreakExpr, *clusterExpr:
		return false
	case *repeatExpr:
		return holdsG(e.body)
	case *atomicExpr:
		return holdsG(e.body)
	case *lookExpr:
		return holdsG(e.body)
	case *condExpr:
		return holdsG(e.yes) || e.no != nil && holdsG(e.no)
	}
	return true
}

// distanceToG gives the number of characters in front of \G; ok is false if that is not the same for every match.
func distanceToG(e expr, widths *measurer) (n int, ok bool) {
	if anchorOf(e) == anchorSearch {
		return 0, true
	}
	switch e := e.(type) {
	case *captureExpr:
		return distanceToG(e.body, widths)
	case *seqExpr:
		for _, part := range e.parts {
			if d, ok := distanceToG(part, widths); ok {
				return n + d, true
			}
			lo, hi := widths.width(part)
			if lo != hi {
				return 0, false
			}
			n += lo
		}
	}
	return 0, false
}

// leadingRun gives the unlimited run a match begins with, if it does.
func leadingRun(n *node) *node {
	n = skipOpens(n)
	switch n.op {
	case opRun, opLazy, opRunWide, opLazyWide:
		if n.max < 0 && n.min <= 1 {
			return n
		}
	}
	return nil
}

// skipOpens passes over the beginnings of groups.
func skipOpens(n *node) *node {
	for n.op == opOpen || n.op == opOpenFast {
		n = n.next
	}
	return n
}

// leadingWord gives the bytes that are part of words if every match begins with the first character of a word. Of
// characters of several bytes it says nothing: then the matcher has to look.
func leadingWord(n *node) *byteSet {
	b := skipOpens(n)
	if b.op != opWordBoundary || b.negate {
		return nil
	}
	word := *b.set
	for c := range word {
		if b.next.first.set.has(byte(c)) && !word[c] {
			return nil
		}
		word[c] = word[c] && (c < 0x80 || b.wide == nil)
	}
	return &word
}

// prefixLiteral gives the literal every match begins with, and whether that is all of the pattern.
func prefixLiteral(n *node) (lit string, whole bool) {
	for {
		switch n.op {
		case opOpen, opOpenFast, opCloseFast, opAtomic:
			if n.op == opAtomic {
				n = n.body
				continue
			}
			n = n.next
		case opChar:
			lit += string([]byte{n.c})
			n = n.next
		case opLit:
			lit += n.lit
			n = n.next
		default:
			return lit, n.op == opMatch && !n.called && lit != ""
		}
	}
}

// leadingSets gives the sets of bytes at the first places of every match.
func leadingSets(p *program) []bits {
	budget := 400 // nodes looked at: alternatives multiply
	return setsFrom(p.start, maxSequence, &budget)
}

// setsFrom gives what is known about at most so many bytes from node n on.
func setsFrom(n *node, most int, budget *int) []bits {
	var out []bits
	one := func(set bits) { out = append(out, set) }
	for len(out) < most {
		if *budget--; *budget < 0 {
			return out
		}
		switch n.op {
		case opChar:
			var b bits
			b.add(n.c)
			one(b)
		case opLit:
			for k := 0; k < len(n.lit) && len(out) < most; k++ {
				var b bits
				b.add(n.lit[k])
				one(b)
			}
		case opFoldLit:
			for k := 0; k < len(n.lit) && len(out) < most; k++ {
				var b bits
				for c := range n.fold {
					if n.fold[c] == n.lit[k] {
						b.add(byte(c))
					}
				}
				one(b)
			}
		case opSet:
			var b bits
			b.addSet(n.set)
			one(b)
		case opRun, opLazy:
			var b bits
			b.addSet(n.set)
			for k := 0; k < n.min && len(out) < most; k++ {
				one(b)
			}
			if n.min != n.max {
				return out
			}
		case opAlt:
			return append(out, setsOfBranches(n.alts, most-len(out), budget)...)
		case opTrie:
			return append(out, n.trie.sets(most-len(out))...)
		case opAtomic:
			n = n.body
			continue
		case opOpen, opOpenFast, opCloseFast, opWordBoundary, opTextStart, opLineStart, opPeek, opPeekLit, opKeep, opAtomicEnd:
		case opClose:
			if n.called {
				return out
			}
		default:
			return out
		}
		n = n.next
	}
	return out
}

// setsOfBranches unites what is known about every branch.
func setsOfBranches(alts []*node, most int, budget *int) []bits {
	var out []bits
	for k, a := range alts {
		sets := setsFrom(a, most, budget)
		if k == 0 {
			out = sets
			continue
		}
		out = out[:min(len(out), len(sets))]
		for at := range out {
			out[at].unite(&sets[at])
		}
	}
	return out
}

// sets gives the bytes at the first places of all words of a tree, as far as the shortest goes.
func (t *trie) sets(most int) []bits {
	var out []bits
	level := []int32{0}
	for len(out) < most {
		var used [256]bool // columns
		var below []int32
		for _, state := range level {
			if t.accept[state] >= 0 {
				return out
			}
			for col, next := range t.next[int(state)*t.width : (int(state)+1)*t.width] {
				if next != 0 {
					used[col] = true
					below = append(below, next)
				}
			}
		}
		var b bits
		for c, col := range t.column {
			if used[col] {
				b.add(byte(c))
			}
		}
		out, level = append(out, b), below
	}
	return out
}

// sequenceShare is the greatest average of share for which a sequence is looked for.
const sequenceShare = 200

// worthSequence tells whether looking for the sets from the end of a window is likely to skip bytes.
func worthSequence(sets []bits) bool {
	if len(sets) < 3 {
		return false
	}
	total := 0
	for k := range sets {
		total += sets[k].share()
	}
	return total < sequenceShare*len(sets)
}

// share estimates how many of a thousand bytes of a text are in the set.
func (b *bits) share() int {
	n := 0
	for c := range 256 {
		if !b.has(byte(c)) {
			continue
		}
		switch {
		case c == ' ' || c == 'e':
			n += 100
		case 'a' <= c && c <= 'z':
			n += 28
		case '0' <= c && c <= '9':
			n += 8
		case ' ' < c && c < 0x7F:
			n += 2
		case c < ' ':
			n++
		}
	}
	return n
}
