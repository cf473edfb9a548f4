package regex

// This file defines the parser's reading of backslash escapes outside of brackets.

// parseEscape reads an escape; the place is at the backslash.
func (p *parser) parseEscape() expr {
	start := p.pos
	p.pos++
	if p.atEnd() {
		p.failWhole("Trailing \\")
	}
	r := p.src[p.pos]
	p.pos++
	if b, negate, ok := escapeClass(r); ok {
		return p.oneItem(classItem{named: b, negate: negate})
	}
	switch r {
	case 'A':
		return p.assert(textStart)
	case 'Z':
		return p.assert(textEndLine)
	case 'z':
		return p.assert(textEnd)
	case 'G':
		return p.assert(searchStart)
	case 'b', 'B':
		return p.parseBoundary(r == 'B')
	case 'K':
		if p.lookDeep > 0 {
			p.fail("\\K not permitted in lookahead/lookbehind")
		}
		return &keepExpr{}
	case 'R':
		return &lineBreakExpr{}
	case 'X':
		p.demandUnicode()
		return &clusterExpr{}
	case 'C':
		p.failAt(p.pos-1, "\\C no longer supported")
	case 'p', 'P':
		prop, negate := p.parseProperty(r == 'P')
		return p.oneItem(classItem{prop: prop, negate: negate})
	case 'N':
		return p.parseBigN()
	case 'k':
		return p.parseK()
	case 'g':
		return p.parseG()
	case '1', '2', '3', '4', '5', '6', '7', '8', '9':
		return p.parseDigits(start)
	}
	p.pos--
	return p.literal(p.parseCharEscape())
}

func (p *parser) oneItem(t classItem) expr {
	return &setExpr{&class{flags: p.flags, items: []classItem{t}}}
}

// escapeClass gives the class that a letter behind a backslash stands for.
func escapeClass(r rune) (b builtin, negate, ok bool) {
	switch r {
	case 'w', 'W':
		return clsWord, r == 'W', true
	case 'd', 'D':
		return clsDigit, r == 'D', true
	case 's', 'S':
		return clsSpace, r == 'S', true
	case 'h', 'H':
		return clsHoriz, r == 'H', true
	case 'v', 'V':
		return clsVert, r == 'V', true
	}
	return noBuiltin, false, false
}

// parseBoundary reads the rest of \b, \B, \b{type}.
func (p *parser) parseBoundary(negate bool) expr {
	what := wordBoundary
	if negate {
		what = notBoundary
	}
	if p.peek(0) != '{' {
		return p.assert(what)
	}
	letter := "b"
	if negate {
		letter = "B"
	}
	p.pos++
	start := p.pos
	end := p.find('}')
	if end < 0 {
		p.fail("Missing right brace on \\" + letter + "{}")
	}
	name := trimBlank(p.text(start, end))
	switch name {
	case "gcb", "g":
		p.pos = end + 1
		p.demandUnicode()
		if negate {
			return p.assert(clusterInside)
		}
		return p.assert(clusterBreak)
	case "wb", "sb", "lb":
		p.failWhole("\\" + letter + "{" + name + "} is not supported")
	case "":
		p.pos = end + 1
		p.fail("Empty \\" + letter + "{}")
	}
	p.failAt(end, "'"+name+"' is an unknown bound type")
	return nil
}

// find gives the place of the next r from here on, or -1.
func (p *parser) find(r rune) int {
	for k := p.pos; k < len(p.src); k++ {
		if p.src[k] == r {
			return k
		}
	}
	return -1
}

func trimBlank(s string) string {
	for s != "" && (s[0] == ' ' || s[0] == '\t') {
		s = s[1:]
	}
	for s != "" && (s[len(s)-1] == ' ' || s[len(s)-1] == '\t') {
		s = s[:len(s)-1]
	}
	return s
}

// parseProperty reads the rest of \pL or \p{Name}.
func (p *parser) parseProperty(negate bool) (*property, bool) {
	letter := "p"
	if negate {
		letter = "P"
	}
	if p.atEnd() {
		p.fail("Empty \\" + letter)
	}
	name := p.text(p.pos, p.pos+1)
	if p.peek(0) == '{' {
		p.pos++
		end := p.find('}')
		if end < 0 {
			p.fail("Missing right brace on \\" + letter + "{}")
		}
		name = trimBlank(p.text(p.pos, end))
		p.pos = end
		if name == "" {
			p.fail("Empty \\" + letter + "{}")
		}
	}
	p.pos++
	p.demandUnicode()
	if len(name) == 1 && p.peek(-1) != '}' && !isASCIILetter(rune(name[0])) {
		p.fail("Character following \\" + letter + " must be '{' or a single-character Unicode property name")
	}
	if name[0] == '^' {
		if name, negate = trimBlank(name[1:]), !negate; name == "" {
			p.failAt(p.pos-1, "Empty \\"+letter+"{}")
		}
	}
	prop := findProperty(name)
	if prop == nil {
		if len(name) > 2 && (name[:2] == "Is" || name[:2] == "In") {
			panic(&Error{Pattern: p.pattern, Offset: p.offsets[p.pos], Message: "Unknown user-defined property name \\p{main::" + name + "}"})
		}
		p.fail("Can't find Unicode property definition \"" + name + "\"")
	}
	return prop, negate
}

// parseBigN reads the rest of \N: a character that is no newline, or \N{U+hex}.
func (p *parser) parseBigN() expr {
	save := p.pos
	p.skipBlank()
	if p.peek(0) != '{' {
		p.pos = save
		return p.notNewline()
	}
	if _, _, _, quantifier := p.scanBraces(); quantifier {
		return p.notNewline()
	}
	if p.pos != save {
		p.failAt(save, "Missing braces on \\N{}")
	}
	return p.literal(p.parseNamedChars()...)
}

func (p *parser) notNewline() expr {
	c := &class{negate: true, flags: p.flags}
	c.add('\n', '\n')
	return &setExpr{c}
}

// parseNamedChars reads {U+41} or {U+41.42}; the place is at the brace. Other names must have been replaced by whoever
// read the source.
func (p *parser) parseNamedChars() []rune {
	p.pos++
	end := p.find('}')
	if end < 0 {
		p.fail("Missing right brace on \\N{}")
	}
	for p.pos < end && (p.peek(0) == ' ' || p.peek(0) == '\t') {
		p.pos++
	}
	start := p.pos
	name := trimBlank(p.text(start, end))
	if len(name) < 2 || name[:2] != "U+" {
		p.failAt(end, "Unknown charname '"+name+"'")
	}
	p.demandUnicode()
	var out []rune
	n, digits := rune(0), 0
	for k := 2; k <= len(name); k++ {
		if k == len(name) || name[k] == '.' {
			if digits == 0 || n > maxEncoded {
				p.failAt(min(end, start+k)+1, "Invalid hexadecimal number in \\N{U+...}")
			}
			out, n, digits = append(out, n), 0, 0
			continue
		}
		d := hexDigit(rune(name[k]))
		if name[k] == '_' && digits > 0 {
			continue
		}
		if d < 0 {
			p.failAt(start+k+1, "Invalid hexadecimal number in \\N{U+...}")
		}
		n, digits = min(n<<4|d, maxEncoded+1), digits+1
	}
	p.pos = end + 1
	return out
}

// parseK reads the rest of \k<name> \k'name' \k{name}.
func (p *parser) parseK() expr {
	var end rune
	switch p.peek(0) {
	case '{':
		end = '}'
	case '<':
		end = '>'
	case '\'':
		end = '\''
	default:
		p.fail("Sequence \\k... not terminated")
	}
	bracket := p.text(p.pos, p.pos+1)
	p.pos++
	return p.nameInBrackets("\\k"+bracket, end)
}

// nameInBrackets reads a group's name up to its closing bracket; blanks are allowed inside of braces.
func (p *parser) nameInBrackets(what string, end rune) expr {
	blank := func() {
		for end == '}' && (p.peek(0) == ' ' || p.peek(0) == '\t') {
			p.pos++
		}
	}
	blank()
	unfinished := "Sequence " + what + "... not terminated"
	name := p.parseName(unfinished)
	at := p.pos
	blank()
	if p.peek(0) != end {
		p.fail(unfinished)
	}
	p.pos++
	return p.backrefName(name, at)
}

// backrefName makes the reference to all groups of a name; at is where a mistake is marked.
func (p *parser) backrefName(name string, at int) expr {
	e := &backrefExpr{flags: p.flags}
	p.later = append(p.later, func() {
		if e.groups = p.byName[name]; len(e.groups) == 0 {
			p.failAt(at, noSuchName)
		}
	})
	return e
}

// parseG reads the rest of \g1 \g-1 \g{1} \g{-1} \g{name}.
func (p *parser) parseG() expr {
	at := p.pos
	braced := p.peek(0) == '{'
	if braced {
		p.pos++
		for p.peek(0) == ' ' || p.peek(0) == '\t' {
			p.pos++
		}
		if p.find('}') < 0 {
			p.pos = len(p.src)
			p.fail("Sequence \\g{... not terminated")
		}
	}
	relative := p.peek(0) == '-'
	if relative {
		p.pos++
	}
	if !isDigit(p.peek(0)) {
		if braced && !relative {
			return p.nameInBrackets("\\g{", '}')
		}
		p.failAt(at, "Unterminated \\g... pattern")
	}
	numAt := p.pos
	n := p.parseNumber()
	switch {
	case n == 0:
		p.failAt(numAt, "Reference to invalid group 0")
	case n >= tooLarge:
		p.failAt(numAt, noSuchGroup)
	}
	if relative {
		if n = p.groups + 1 - n; n <= 0 {
			p.failAt(numAt, "Reference to nonexistent or unclosed group")
		}
	}
	if braced {
		for p.peek(0) == ' ' || p.peek(0) == '\t' {
			p.pos++
		}
		if p.peek(0) != '}' {
			p.fail("Unterminated \\g{...} pattern")
		}
		p.pos++
	}
	return p.backref(n)
}

// backref makes the reference to a group by number, which may come later in the pattern.
func (p *parser) backref(n int) expr {
	at := p.pos
	p.later = append(p.later, func() {
		if n > p.groups {
			p.failAt(at, noSuchGroup)
		}
	})
	return &backrefExpr{groups: []int{n}, flags: p.flags}
}

// parseDigits reads \1 to \9, which always refer to a group, and \10 upwards, which do if there are so many groups and
// are octal otherwise. start is the place of the backslash.
func (p *parser) parseDigits(start int) expr {
	p.pos = start + 1
	n := p.parseNumber()
	if n > 9 {
		p.doubtful = true
		if first := p.src[start+1]; p.total >= 0 && n > p.total && first != '8' && first != '9' {
			p.pos = start + 1
			return p.literal(p.parseCharEscape())
		}
		if p.total < 0 {
			return &backrefExpr{groups: []int{1}, flags: p.flags} // read again when the number of groups is known
		}
	}
	return p.backref(n)
}
