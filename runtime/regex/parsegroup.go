package regex

// This file defines the parser's reading of everything that begins with a parenthesis, save verbs and conditions.

import "strings"

// maxGroups bounds the number of capture groups.
const maxGroups = 32767

// parseGroup reads from the opening parenthesis to the matching closing one. It gives nil for (?flags).
func (p *parser) parseGroup() expr {
	open := p.pos
	p.pos++
	if p.depth++; p.depth > maxNesting {
		p.fail("Too many nested open parens")
	}
	defer func() { p.depth-- }()
	if p.flags&X != 0 && p.peek(0) != '?' && p.peek(0) != '*' {
		p.checkAdjacent()
	}
	switch p.peek(0) {
	case '*':
		return p.parseStarGroup(open)
	case '?':
		p.pos++
		return p.parseSpecialGroup(open)
	}
	if p.flags&N != 0 {
		return p.finishPlain(open)
	}
	return p.finishCapture(open, "")
}

// checkAdjacent refuses a blank between ( and ? or *, which /x does not allow.
func (p *parser) checkAdjacent() {
	at := p.pos
	for at < len(p.src) && isPatternBlank(p.src[at]) {
		at++
	}
	if at == p.pos || at >= len(p.src) {
		return
	}
	switch {
	case p.src[at] == '?':
		p.failAt(at+1, "In '(?...)', the '(' and '?' must be adjacent")
	case p.src[at] == '*' && at+1 < len(p.src) && 'A' <= p.src[at+1] && p.src[at+1] <= 'Z':
		p.failAt(at+1, "In '(*VERB...)', the '(' and '*' must be adjacent")
	case p.src[at] == '*':
		p.failAt(at+1, "In '(*...)', the '(' and '*' must be adjacent")
	}
}

// closeGroup insists on the closing parenthesis of the group that began at open.
func (p *parser) closeGroup(open int) {
	if p.peek(0) != ')' {
		p.failAt(open+1, "Unmatched (")
	}
	p.pos++
}

// body reads the inside of a group; flags set in it end with it.
func (p *parser) body(open int) expr {
	saved := p.flags
	e := p.parseBranches()
	p.flags = saved
	p.closeGroup(open)
	return e
}

// finishPlain reads the rest of a group that only groups.
func (p *parser) finishPlain(open int) expr { return p.body(open) }

// finishCapture reads the rest of a capture group.
func (p *parser) finishCapture(open int, name string) expr {
	p.groups++
	index := p.groups
	if index > maxGroups {
		p.fail("Too many capture groups (limit is 32767)")
	}
	p.setName(index, name)
	e := p.body(open)
	p.closed[index] = true
	return &captureExpr{index: index, body: e}
}

func (p *parser) setName(index int, name string) {
	for len(p.names) <= index {
		p.names = append(p.names, "")
	}
	if name == "" {
		return
	}
	if p.byName == nil {
		p.byName = map[string][]int{}
	}
	for _, known := range p.byName[name] {
		if known == index {
			return
		}
	}
	p.names[index] = name
	p.byName[name] = append(p.byName[name], index)
}

// parseSpecialGroup reads a group that begins with (? ; the place is behind the question mark.
func (p *parser) parseSpecialGroup(open int) expr {
	r := p.peek(0)
	p.pos++
	switch r {
	case -1:
		p.pos--
		p.fail("Sequence (? incomplete")
	case ':':
		return p.finishPlain(open)
	case '|':
		return p.finishBranchReset(open)
	case '>':
		return &atomicExpr{p.body(open)}
	case '=', '!':
		return p.finishLook(open, false, r == '!')
	case '<':
		if next := p.peek(0); next == '=' || next == '!' {
			p.pos++
			return p.finishLook(open, true, next == '!')
		}
		return p.finishNamed(open, '<', '>')
	case '\'':
		return p.finishNamed(open, '\'', '\'')
	case 'P':
		return p.parsePGroup(open)
	case '(':
		return p.parseConditional(open)
	case '&':
		name := p.parseName("Sequence (?&... not terminated")
		if p.peek(0) != ')' {
			p.fail("Sequence (?&... not terminated")
		}
		return p.callName(name)
	case 'R', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '+':
		return p.parseCall(r)
	case '[':
		return p.parseExtended()
	case '{':
		return p.parseCode(false)
	case '?', '*':
		if r == '?' && p.peek(0) == '{' {
			p.pos++
			return p.parseCode(true)
		}
		p.checkEval(r)
	case '$', '@':
		p.failAt(p.pos, "Sequence (?"+string(r)+"...) not implemented")
	case '-':
		if isDigit(p.peek(0)) {
			return p.parseCall(r)
		}
	}
	p.pos--
	return p.parseFlags(open)
}

// checkEval refuses embedded code by name.
func (p *parser) checkEval(r rune) {
	if p.peek(0) == '{' {
		p.failWhole("Eval-group not allowed at runtime, use re 'eval'")
	}
	p.fail("Sequence (?" + string(r) + "...) not recognized")
}

// finishBranchReset reads the rest of (?|...): every branch counts its groups from the same number.
func (p *parser) finishBranchReset(open int) expr {
	saved, first, most := p.flags, p.groups, p.groups
	branches := []expr{p.parseSequence()}
	for p.peek(0) == '|' {
		p.pos++
		most, p.groups = max(most, p.groups), first
		branches = append(branches, p.parseSequence())
	}
	p.groups, p.flags = max(most, p.groups), saved
	p.closeGroup(open)
	if len(branches) == 1 {
		return branches[0]
	}
	return simplifyAlternation(branches)
}

// finishLook reads the rest of a lookaround.
func (p *parser) finishLook(open int, behind, negate bool) expr {
	p.lookDeep++
	e := p.body(open)
	p.lookDeep--
	if _, empty := e.(*emptyExpr); empty {
		if negate {
			return &failExpr{}
		}
		return &emptyExpr{}
	}
	look := &lookExpr{body: e, behind: behind, negate: negate}
	if behind {
		p.later = append(p.later, func() { p.measure(look) })
	}
	return look
}

// parseName reads the name of a group; atEnd is the complaint if the pattern ends before it.
func (p *parser) parseName(atEnd string) string {
	start := p.pos
	if p.atEnd() {
		p.fail(atEnd)
	}
	if r := p.peek(0); !p.isNameRune(r) || isDigit(r) {
		p.pos++
		p.fail("Group name must start with a non-digit word character")
	}
	for p.isNameRune(p.peek(0)) {
		p.pos++
	}
	return p.text(start, p.pos)
}

// isNameRune tells whether a name may contain r; letters beyond ASCII only count in a pattern that is text.
func (p *parser) isNameRune(r rune) bool {
	if r < 128 {
		return r >= 0 && clsWord.hasASCII(byte(r))
	}
	return p.flags&UTF8 != 0 && isWordRune(r)
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

// finishNamed reads the rest of a named group; the place is behind the bracket.
func (p *parser) finishNamed(open int, bracket, end rune) expr {
	unfinished := "Sequence (?" + string(bracket) + "... not terminated"
	name := p.parseName(unfinished)
	if p.peek(0) != end {
		p.fail(unfinished)
	}
	p.pos++
	return p.finishCapture(open, name)
}

// parsePGroup reads (?P<name>...), (?P>name) and (?P=name).
func (p *parser) parsePGroup(open int) expr {
	r := p.peek(0)
	p.pos++
	switch r {
	case '<':
		if p.atEnd() {
			p.fail("Sequence (?P<... not terminated")
		}
		return p.finishNamed(open, '<', '>')
	case '>':
		name := p.parseName("Sequence (?P>... not terminated")
		if p.peek(0) != ')' {
			p.fail("Sequence (?&... not terminated")
		}
		return p.callName(name)
	case '=':
		name := p.parseName("Sequence ?P=... not terminated")
		at := p.pos
		if p.peek(0) != ')' {
			p.fail("Sequence ?P=... not terminated")
		}
		p.pos++
		return p.backrefName(name, at)
	}
	if r < 0 {
		p.pos--
	}
	p.fail("Sequence (?P" + p.text(min(p.pos-1, len(p.src)), p.pos) + "...) not recognized")
	return nil
}

// callName makes the recursion into a named group; the place is at the closing parenthesis.
func (p *parser) callName(name string) expr {
	at := p.pos
	p.pos++
	call := &callExpr{}
	p.later = append(p.later, func() {
		groups := p.byName[name]
		if len(groups) == 0 {
			p.failAt(at, noSuchName)
		}
		call.group = groups[0]
	})
	return call
}

// parseCall reads (?1) (?-1) (?+1) (?R); r is the character behind the question mark.
func (p *parser) parseCall(r rune) expr {
	if r == 'R' {
		if p.peek(0) != ')' {
			p.failWhole("Sequence (?R) not terminated")
		}
		p.pos++
		return &callExpr{}
	}
	if r == '+' && !isDigit(p.peek(0)) {
		p.pos++
		p.fail("Illegal pattern")
	}
	if isDigit(r) {
		p.pos--
	}
	n := p.parseNumber()
	if p.peek(0) != ')' {
		p.fail("Expecting close bracket")
	}
	p.pos++
	at := p.pos
	switch r {
	case '+':
		n += p.groups
	case '-':
		n = p.groups + 1 - n
	}
	p.later = append(p.later, func() {
		if n < 0 || n > p.groups || n == 0 && (r == '+' || r == '-') {
			p.failAt(at, noSuchGroup)
		}
	})
	return &callExpr{group: n}
}

// tooLarge is what numbers that can be no group's become.
const tooLarge = 1 << 30

// parseNumber reads digits; the result is at most tooLarge.
func (p *parser) parseNumber() int {
	n := 0
	for ; isDigit(p.peek(0)); p.pos++ {
		n = n*10 + int(p.peek(0)-'0')
		if n > tooLarge/10 {
			n = tooLarge
			for isDigit(p.peek(1)) {
				p.pos++
			}
		}
	}
	return n
}

// parseFlags reads (?flags) or (?flags:...); the place is behind the question mark. It gives nil for the first form.
func (p *parser) parseFlags(open int) expr {
	start := p.pos
	flags := p.flags
	caret := p.peek(0) == '^'
	if caret {
		flags &^= I | M | S | X | XX | N | charsetFlags
		if p.uni {
			flags |= U
		}
		p.pos++
	}
	flags = p.scanFlags(flags, start, caret)
	end := p.peek(0)
	p.pos++
	if end == ')' {
		p.flags = flags
		return nil
	}
	saved := p.flags
	p.flags = flags
	e := p.parseBranches()
	p.flags = saved
	p.closeGroup(open)
	return e
}

// scanFlags reads modifiers up to : or ) and gives what they make of flags.
func (p *parser) scanFlags(flags Flags, start int, caret bool) Flags {
	var charset rune // the last of the modifiers a d l u
	twice, minus := false, false
	set := func(f Flags) {
		if minus {
			flags &^= f
		} else {
			flags |= f
		}
	}
	for ; ; p.pos++ {
		switch r := p.peek(0); r {
		case 'i':
			set(I)
		case 'm':
			set(M)
		case 's':
			set(S)
		case 'n':
			set(N)
		case 'x':
			flags &^= X | XX
			if set(X); !minus && p.peek(1) == 'x' {
				set(XX)
				p.pos++
			}
		case 'p', 'o', 'g', 'c':
			p.warnModifier(r, minus)
		case 'a', 'd', 'l', 'u':
			p.checkCharset(charset, r, twice, minus)
			twice = charset == r
			charset = r
			flags = withCharset(flags, r, twice, p.uni)
		case '-':
			if minus || caret {
				p.pos++
				p.fail("Sequence (?" + p.text(start, p.pos) + "...) not recognized")
			}
			minus = true
		case ':', ')':
			return flags
		case -1:
			p.fail("Sequence (?... not terminated")
		default:
			p.pos++
			p.fail("Sequence (?" + strings.TrimSuffix(p.text(start, p.pos), ":") + "...) not recognized")
		}
	}
}

// checkCharset refuses combinations of the modifiers for character rules.
func (p *parser) checkCharset(last, r rune, twice, minus bool) {
	switch {
	case minus:
		p.pos++
		p.fail("Regexp modifier \"" + string(r) + "\" may not appear after the \"-\"")
	case last == 0:
	case last != r:
		p.pos++
		p.fail("Regexp modifiers \"" + string(last) + "\" and \"" + string(r) + "\" are mutually exclusive")
	case r != 'a':
		p.pos++
		p.fail("Regexp modifier \"" + string(r) + "\" may not appear twice")
	case twice:
		p.pos++
		p.fail("Regexp modifier \"a\" may appear a maximum of twice")
	}
}

// withCharset gives flags with one of the modifiers a d l u. There are no locales here: l is d.
func withCharset(flags Flags, r rune, twice, uni bool) Flags {
	flags &^= charsetFlags
	switch {
	case r == 'a' && twice:
		return flags | A | AA
	case r == 'a':
		return flags | A
	case r == 'u' || uni:
		return flags | U
	}
	return flags
}
