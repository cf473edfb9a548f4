package regex

// This file defines the compiling of literals and classes.

// set gives the table of a class, and what decides about characters of several bytes, if it has any.
func (c *compiler) set(cl *class) (*byteSet, *wideSet) {
	t := &byteSet{}
	by := rulesOf(cl.flags, c.mode)
	if c.mode == modeBytes {
		for b := range t {
			t[b] = cl.hasBy(rune(b), by, modeBytes)
		}
		return t, nil
	}
	for b := range 128 {
		t[b] = cl.hasBy(rune(b), by, modeUTF8)
	}
	w := &wideSet{high: cl.high(by), class: cl, by: by}
	switch w.high {
	case extentNone:
		return t, nil
	case extentAll:
		for b := 128; b < 256; b++ {
			t[b] = true
		}
		return t, w
	}
	for b := 0xC0; b < 256; b++ {
		t[b] = true // bytes that can begin such a character
	}
	for r := rune(128); r < 256; r++ {
		if cl.hasBy(r, by, modeUTF8) {
			w.latin[(r-128)>>6] |= 1 << uint(r&63)
		}
	}
	return t, w
}

// isSingle tells whether an expression matches exactly one character in every mode.
func isSingle(e expr) bool {
	switch e := e.(type) {
	case *setExpr:
		return true
	case *litExpr:
		return len(e.runes) == 1 && (e.flags&I == 0 || e.runes[0] < 0x80)
	}
	return false
}

// single gives the set of an expression that matches one character, if it is one.
func (c *compiler) single(e expr) (*byteSet, *wideSet, bool) {
	switch e := e.(type) {
	case *setExpr:
		t, w := c.set(e.class)
		return t, w, true
	case *litExpr:
		if len(e.runes) != 1 {
			return nil, nil, false
		}
		if f := foldingOf(e.flags, c.mode); f >= foldUnicode && e.runes[0] >= 0x80 && findMultiFold(e.runes[0]) != nil {
			return nil, nil, false
		}
		t, w := c.set(&class{flags: e.flags, ranges: []rune{e.runes[0], e.runes[0]}})
		return t, w, true
	}
	return nil, nil, false
}

// setNode compiles one character of a class.
func (c *compiler) setNode(cl *class, next *node) *node {
	set, wide := c.set(cl)
	return c.setOf(set, wide, next)
}

func (c *compiler) setOf(set *byteSet, wide *wideSet, next *node) *node {
	if wide != nil {
		n := c.node(opSetWide, next)
		n.set, n.wide = set, wide
		return n
	}
	if b, count := only(set); count == 1 {
		n := c.node(opChar, next)
		n.c = b
		return n
	} else if count == 0 {
		return c.node(opFail, nil)
	}
	n := c.node(opSet, next)
	n.set = set
	return n
}

// only counts the members of a set and gives the last of them.
func only(set *byteSet) (last byte, count int) {
	for b, in := range set {
		if in {
			last, count = byte(b), count+1
		}
	}
	return last, count
}

// literal compiles a sequence of characters.
func (c *compiler) literal(e *litExpr, next *node) *node {
	f := foldingOf(e.flags, c.mode)
	if f == foldNone {
		text, ok := encode(e.runes, c.mode)
		if !ok {
			return c.node(opFail, nil)
		}
		return c.text(text, next)
	}
	if f >= foldUnicode {
		folded := make([]rune, 0, len(e.runes)+2)
		for _, r := range e.runes {
			folded = f.full(folded, r)
		}
		if len(folded) != len(e.runes) || f.meetsMultiFold(folded) {
			n := c.node(opFoldSeq, next)
			n.seq, n.how = folded, f
			return n
		}
	}
	return c.folded(e, f, next)
}

func (c *compiler) text(text string, next *node) *node {
	if len(text) == 1 {
		n := c.node(opChar, next)
		n.c = text[0]
		return n
	}
	n := c.node(opLit, next)
	n.lit = text
	return n
}

// folded compiles characters under simple folding: stretches of bytes that a table can fold, and classes for the rest.
func (c *compiler) folded(e *litExpr, f folding, next *node) *node {
	fold := c.foldTable(f)
	end := len(e.runes)
	for end > 0 {
		start := end
		var text []byte
		for start > 0 && c.foldsInTable(e.runes[start-1], f) {
			start--
		}
		for _, r := range e.runes[start:end] {
			if c.mode == modeUTF8 {
				text = appendRune(text, r)
			} else {
				text = append(text, byte(r))
			}
		}
		if start < end {
			next = c.foldText(text, fold, next)
			end = start
			continue
		}
		r := e.runes[end-1]
		next = c.setNode(&class{flags: e.flags, ranges: []rune{r, r}}, next)
		end--
	}
	return next
}

func (c *compiler) foldText(text []byte, fold *[256]byte, next *node) *node {
	plain := true
	for k, b := range text {
		text[k] = fold[b]
		for other := range fold {
			plain = plain && (fold[other] != fold[b] || byte(other) == b)
		}
	}
	if plain {
		return c.text(string(text), next)
	}
	n := c.node(opFoldLit, next)
	n.lit, n.fold = string(text), fold
	return n
}

// foldsInTable tells whether all that is the same as r by folding is found by folding bytes.
func (c *compiler) foldsInTable(r rune, f folding) bool {
	var room [4]rune
	orbit := f.orbit(room[:0], r)
	if c.mode == modeUTF8 {
		if len(orbit) == 0 {
			return true
		}
		return r < 128 && len(orbit) == 1 && orbit[0] < 128
	}
	if r > 255 {
		return false
	}
	fold := c.foldTable(f)
	for _, o := range orbit {
		if o < 256 && fold[o] != fold[r] {
			return false
		}
	}
	return true
}

// foldTable gives the table that folds bytes: ASCII letters, and Latin-1 letters in byte strings under Unicode rules.
func (c *compiler) foldTable(f folding) *[256]byte {
	if c.fold != nil && c.foldHow == f {
		return c.fold
	}
	t := &[256]byte{}
	for b := range t {
		t[b] = byte(b)
		if 'A' <= b && b <= 'Z' || c.mode == modeBytes && f >= foldUnicode && 0xC0 <= b && b <= 0xDE && b != 0xD7 {
			t[b] += 0x20
		}
	}
	c.fold, c.foldHow = t, f
	return t
}
