package regex

// This file defines the parser's reading of bracketed character classes.

// parseBracket reads [...]; the place is at the bracket.
func (p *parser) parseBracket() expr {
	c := p.readBracket(p.flags&XX != 0)
	if e := p.foldedAlternatives(c); e != nil {
		return e
	}
	return &setExpr{c}
}

// readBracket reads a class and leaves the place behind its closing bracket. With blanks set, blanks inside do not count.
func (p *parser) readBracket(blanks bool) *class {
	open := p.pos
	p.warnPosix()
	p.bracket = true
	defer func() { p.bracket = false }()
	p.pos++
	c := &class{flags: p.flags}
	skip := func() {
		for blanks && (p.peek(0) == ' ' || p.peek(0) == '\t') {
			p.pos++
		}
	}
	skip()
	if p.peek(0) == '^' {
		c.negate = true
		p.pos++
		skip()
	}
	for first := true; ; first = false {
		skip()
		if p.atEnd() {
			p.failAt(open+1, "Unmatched [")
		}
		if p.peek(0) == ']' && !first {
			p.pos++
			return c
		}
		p.readRange(c, skip)
	}
}

// readRange reads a character, a range or a named class and adds it.
func (p *parser) readRange(c *class, skip func()) {
	start := p.pos
	lo, item, isItem := p.readMember()
	skip()
	dash := p.pos
	if p.peek(0) != '-' {
		c.addMember(lo, item, isItem)
		return
	}
	p.pos++
	skip()
	if p.atEnd() || p.peek(0) == ']' {
		p.pos = dash
		c.addMember(lo, item, isItem)
		return
	}
	if isItem {
		p.warn("False [] range \"" + p.text(start, p.pos) + "\"")
		c.addMember(lo, item, true)
		c.add('-', '-')
		return
	}
	hi, hiItem, hiIsItem := p.readMember()
	switch {
	case hiIsItem:
		p.warn("False [] range \"" + p.text(start, p.pos) + "\"")
		c.add(lo, lo)
		c.add('-', '-')
		c.addMember(hi, hiItem, true)
	case lo > hi:
		p.fail("Invalid [] range \"" + p.text(start, p.pos) + "\"")
	default:
		c.add(lo, hi)
	}
}

func (c *class) addMember(r rune, item classItem, isItem bool) {
	if isItem {
		c.items = append(c.items, item)
		return
	}
	c.add(r, r)
}

// readMember reads one member of a class: a character, or an item such as \d or [:alpha:].
func (p *parser) readMember() (r rune, item classItem, isItem bool) {
	r = p.src[p.pos]
	if r == '[' {
		if item, ok := p.readPosix(); ok {
			return 0, item, true
		}
	}
	p.pos++
	if r != '\\' {
		return p.noteHigh(r), classItem{}, false
	}
	if p.atEnd() {
		p.failAt(p.pos, "Unmatched [")
	}
	r = p.src[p.pos]
	if b, negate, ok := escapeClass(r); ok {
		p.pos++
		return 0, classItem{named: b, negate: negate}, true
	}
	switch r {
	case 'p', 'P':
		p.pos++
		prop, negate := p.parseProperty(r == 'P')
		return 0, classItem{prop: prop, negate: negate}, true
	case 'N':
		p.pos++
		if p.peek(0) != '{' {
			p.fail("\\N in a character class must be a named character: \\N{...}")
		}
		return p.parseNamedChars()[0], classItem{}, false
	case 'b':
		p.pos++
		return '\b', classItem{}, false
	}
	return p.parseCharEscape(), classItem{}, false
}

// readPosix reads [:name:] or [:^name:] if that is what stands here.
func (p *parser) readPosix() (item classItem, ok bool) {
	mark := p.peek(1)
	if mark != ':' && mark != '.' && mark != '=' {
		return item, false
	}
	at := p.pos + 2
	end := at
	for end < len(p.src) && (p.isNameRune(p.src[end]) || p.src[end] == '^' && end == at) {
		end++
	}
	if end+1 >= len(p.src) || p.src[end] != mark || p.src[end+1] != ']' {
		return item, false
	}
	name := p.text(at, end)
	p.pos = end + 2
	if mark != ':' {
		m := string(mark)
		p.fail("POSIX syntax [" + m + " " + m + "] is reserved for future extensions")
	}
	full := name
	if name != "" && name[0] == '^' {
		item.negate, name = true, name[1:]
	}
	if item.named = posixNamed(name); item.named == noBuiltin {
		p.fail("POSIX class [:" + full + ":] unknown")
	}
	return item, true
}

// posixNamed finds the class of [:name:].
func posixNamed(name string) builtin {
	switch name {
	case "alpha":
		return clsAlpha
	case "alnum":
		return clsAlnum
	case "ascii":
		return clsASCII
	case "blank":
		return clsHoriz
	case "cntrl":
		return clsCntrl
	case "digit":
		return clsDigit
	case "graph":
		return clsGraph
	case "lower":
		return clsLower
	case "print":
		return clsPrint
	case "punct":
		return clsPunct
	case "space":
		return clsSpace
	case "upper":
		return clsUpper
	case "word":
		return clsWord
	case "xdigit":
		return clsXDigit
	}
	return noBuiltin
}

// foldedAlternatives gives, for a class that contains a character which folds to several, the alternation of those
// foldings and the class; else nil.
func (p *parser) foldedAlternatives(c *class) expr {
	if c.negate || c.flags&I == 0 {
		return nil
	}
	var branches []expr
	for k := range multiFolds {
		m := &multiFolds[k]
		if inRanges(c.ranges, m.char) && !(c.flags&AA != 0 && m.hasASCII()) {
			branches = append(branches, &litExpr{runes: m.append(nil), flags: c.flags})
		}
	}
	if branches == nil {
		return nil
	}
	return &altExpr{append(branches, &setExpr{c})}
}
