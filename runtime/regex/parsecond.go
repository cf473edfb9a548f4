package regex

// This file defines the parser's reading of conditions, verbs and the spelt-out assertions.

// parseConditional reads (?(test)yes|no); the place is behind the second parenthesis.
func (p *parser) parseConditional(open int) expr {
	e := &condExpr{}
	p.parseCondition(&e.test, open+2)
	saved := p.flags
	e.yes = p.parseSequence()
	e.no = &emptyExpr{}
	if p.peek(0) == '|' {
		p.pos++
		if e.test.define {
			p.fail("(?(DEFINE)....) does not allow branches")
		}
		p.flags = saved
		e.no = p.parseSequence()
		if p.peek(0) == '|' {
			p.pos++
			p.fail("Switch (?(condition)... contains too many branches")
		}
	}
	p.flags = saved
	if p.peek(0) != ')' {
		if !p.atEnd() {
			p.pos++
		}
		p.fail("Switch (?(condition)... not terminated")
	}
	p.pos++
	return e
}

// parseCondition reads the test; open is the place of its parenthesis.
func (p *parser) parseCondition(c *condition, open int) {
	r := p.peek(0)
	switch {
	case r == '?' || r == '*':
		p.parseLookCondition(c, open)
		return
	case r == '<' || r == '\'':
		p.parseNameCondition(c, r)
	case p.hasPrefix("DEFINE"):
		p.pos += len("DEFINE")
		c.define = true
	case r == 'R':
		p.parseRecursionCondition(c)
	case '1' <= r && r <= '9':
		c.groups = []int{p.parseNumber()}
	default:
		if !p.atEnd() {
			p.pos++
		}
		p.fail("Unknown switch condition (?(...))")
	}
	if p.peek(0) != ')' {
		if !p.atEnd() {
			p.pos++
		}
		p.fail("Switch condition not recognized")
	}
	p.pos++
}

// parseLookCondition reads a test that is a lookaround.
func (p *parser) parseLookCondition(c *condition, open int) {
	if p.hasPrefix("?{") {
		p.pos += 2
		c.code = p.parseCode(false)
		return
	}
	for _, bad := range [...]string{"??{", "*{"} {
		if p.hasPrefix(bad) {
			p.failWhole("Eval-group not allowed at runtime, use re 'eval'")
		}
	}
	known := false
	for _, good := range [...]string{"?=", "?!", "?<=", "?<!", "*"} {
		known = known || p.hasPrefix(good)
	}
	if !known {
		p.pos++
		p.fail("Unknown switch condition (?(...))")
	}
	p.pos = open
	switch e := p.parseGroup().(type) {
	case *lookExpr:
		c.look = e
	case *emptyExpr, *failExpr:
		_, fails := e.(*failExpr)
		c.look = &lookExpr{body: &emptyExpr{}, negate: fails}
	default:
		p.fail("Unknown switch condition (?(...))")
	}
}

// parseNameCondition reads (<name>) or ('name').
func (p *parser) parseNameCondition(c *condition, bracket rune) {
	end := bracket
	if bracket == '<' {
		end = '>'
	}
	p.pos++
	unfinished := "Sequence (?(" + string(bracket) + "... not terminated"
	name := p.parseName(unfinished)
	at := p.pos
	if p.peek(0) != end {
		p.fail(unfinished)
	}
	p.pos++
	p.later = append(p.later, func() {
		if c.groups = p.byName[name]; len(c.groups) == 0 {
			p.failAt(at, noSuchName)
		}
	})
}

// parseRecursionCondition reads (R), (R1) or (R&name).
func (p *parser) parseRecursionCondition(c *condition) {
	p.pos++
	c.recursion = true
	switch {
	case '1' <= p.peek(0) && p.peek(0) <= '9':
		c.groups = []int{p.parseNumber()}
	case p.peek(0) == '&':
		p.pos++
		name := p.parseName("Switch condition not recognized")
		at := p.pos
		p.later = append(p.later, func() {
			if c.groups = p.byName[name]; len(c.groups) == 0 {
				p.failAt(at, noSuchName)
			}
		})
	}
}

// parseStarGroup reads (*VERB), (*VERB:name) or (*assertion:...); the place is at the asterisk.
func (p *parser) parseStarGroup(open int) expr {
	p.pos++
	start := p.pos
	first := p.peek(0)
	spelt := first != ':' && first != ')' && (first < 'A' || first > 'Z')
	for p.peek(0) != ')' && p.peek(0) != ':' {
		if p.atEnd() {
			if spelt {
				p.fail("Unterminated '(*...' construct")
			}
			p.fail("Unterminated verb pattern")
		}
		p.pos++
	}
	name := p.text(start, p.pos)
	if spelt {
		return p.parseSpelt(open, name)
	}
	return p.parseVerb(name)
}

// parseSpelt reads the rest of (*positive_lookahead:...) and its like.
func (p *parser) parseSpelt(open int, name string) expr {
	nameEnd := p.pos
	look := func(behind, negate bool) expr { return p.finishLook(open, behind, negate) }
	var finish func() expr
	switch name {
	case "pla", "positive_lookahead":
		finish = func() expr { return look(false, false) }
	case "nla", "negative_lookahead":
		finish = func() expr { return look(false, true) }
	case "plb", "positive_lookbehind":
		finish = func() expr { return look(true, false) }
	case "nlb", "negative_lookbehind":
		finish = func() expr { return look(true, true) }
	case "atomic":
		finish = func() expr { return &atomicExpr{p.body(open)} }
	case "sr", "script_run", "asr", "atomic_script_run":
		p.failWhole("Script runs (*" + name + ":...) are not supported")
	default:
		p.unknownSpelt(name)
	}
	if p.peek(0) != ':' {
		p.failAt(nameEnd, "'(*"+name+"' requires a terminating ':'")
	}
	p.pos++
	p.requireEnd(open)
	return finish()
}

// requireEnd insists that a parenthesis follows somewhere.
func (p *parser) requireEnd(open int) {
	for _, r := range p.src[p.pos:] {
		if r == ')' {
			return
		}
	}
	p.failAt(len(p.src), "Unterminated '(*...' argument")
}

func (p *parser) unknownSpelt(name string) {
	for p.peek(0) != ')' {
		if p.atEnd() {
			p.fail("Unterminated '(*...' argument")
		}
		p.pos++
	}
	p.pos++
	p.fail("Unknown '(*...)' construct '" + name + "'")
}

// parseVerb reads the rest of a backtracking verb.
func (p *parser) parseVerb(name string) expr {
	nameEnd := p.pos
	arg, hasArg := "", false
	if p.peek(0) == ':' {
		p.pos++
		start := p.pos
		for p.peek(0) != ')' {
			if p.atEnd() && name == "" {
				p.fail("Unterminated '(*...' argument")
			}
			if p.atEnd() {
				p.fail("Unterminated verb pattern argument")
			}
			p.pos++
		}
		arg = p.text(start, p.pos)
		hasArg = arg != ""
	}
	p.pos++
	switch name {
	case "ACCEPT":
		return &verbExpr{verb: verbAccept}
	case "FAIL", "F":
		return &failExpr{}
	case "COMMIT":
		return &verbExpr{verb: verbCommit}
	case "PRUNE":
		return &verbExpr{verb: verbPrune, name: arg}
	case "THEN":
		return &verbExpr{verb: verbThen, name: arg}
	case "SKIP":
		return &verbExpr{verb: verbSkip, name: arg}
	case "MARK", "":
		if !hasArg && name != "" {
			p.failAt(nameEnd, "Verb pattern 'MARK' has a mandatory argument")
		}
		if hasArg {
			return &verbExpr{verb: verbMark, name: arg}
		}
	}
	p.fail("Unknown verb pattern '" + name + "'")
	return nil
}
