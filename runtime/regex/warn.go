package regex

// This file defines what is suspicious in a pattern: it compiles, but hardly means what its author meant.

import "strings"

// Warnings gives perl's warnings about the pattern, in the order of the text, without the place in the script.
func (r *Regexp) Warnings() []string { return r.tree.warnings }

// warn notes a warning that marks the current place.
func (p *parser) warn(message string) { p.warnAt(p.pos, message) }

func (p *parser) warnAt(pos int, message string) {
	p.warnings = append(p.warnings, patternError(p.pattern, p.offsets[min(pos, len(p.src))], message).Message)
}

// warnEscape notes an escape that means nothing but the character; the place is behind it.
func (p *parser) warnEscape(r rune, bracket bool) {
	if r != '8' && r != '9' && !isASCIILetter(r) {
		return
	}
	where := ""
	if bracket {
		where = " in character class"
	}
	p.warn("Unrecognized escape \\" + string(r) + where + " passed through")
}

// warnQuantifier looks at a quantifier for what has no width.
func (p *parser) warnQuantifier(e expr, start, lo, hi int) {
	switch {
	case hi >= 0 && lo > hi:
		p.warn("Quantifier {n,m} with n > m can't match")
	case hi < 0 && hasNoWidth(e):
		p.warn(p.text(start, p.pos) + " matches null string many times")
	case hi > 1:
		if _, look := e.(*lookExpr); look {
			p.warnings = append(p.warnings, wholeError(p.pattern, "Quantifier unexpected on zero-length expression").Message)
		}
	}
}

// hasNoWidth tells whether e never matches a character.
func hasNoWidth(e expr) bool {
	switch e := e.(type) {
	case *emptyExpr, *assertExpr, *lookExpr:
		return true
	case *captureExpr:
		return hasNoWidth(e.body)
	case *seqExpr:
		for _, part := range e.parts {
			if !hasNoWidth(part) {
				return false
			}
		}
		return true
	}
	return false
}

// warnPosix looks, at an opening bracket outside of brackets, for a class name that is meant to stand inside of them.
func (p *parser) warnPosix() {
	mark := p.peek(1)
	if mark != ':' && mark != '.' && mark != '=' {
		return
	}
	k := p.pos + 2
	for k < len(p.src) && (isASCIILetter(p.src[k]) || p.src[k] == '^' && k == p.pos+2) {
		k++
	}
	if k == p.pos+2 || k+1 >= len(p.src) || p.src[k] != mark || p.src[k+1] != ']' {
		return
	}
	name, note := p.text(p.pos+2, k), ""
	switch {
	case mark != ':':
		note = " (but this one isn't implemented)"
	case posixNamed(trimCaret(name)) == noBuiltin:
		note = " (but this one isn't fully valid)"
	}
	m := string(mark)
	p.warnAt(k+2, "POSIX syntax ["+m+" "+m+"] belongs inside character classes"+note)
}

func trimCaret(s string) string {
	if s != "" && s[0] == '^' {
		return s[1:]
	}
	return s
}

// warnModifier looks at (?g) and its like, which change nothing; the place is at the letter.
func (p *parser) warnModifier(r rune, minus bool) {
	letter := string(r)
	switch {
	case r == 'p' && minus:
		p.warnAt(p.pos+1, "Useless use of (?-p)")
	case r == 'p':
	case minus:
		p.warnAt(p.pos+1, "Useless (?-"+letter+") - don't use /"+modifierName(r)+" modifier")
	default:
		p.warnAt(p.pos+1, "Useless (?"+letter+") - use /"+modifierName(r)+" modifier")
	}
}

// modifierName is the modifier that belongs outside: c means nothing without g.
func modifierName(r rune) string {
	if r == 'c' {
		return "gc"
	}
	return string(r)
}

// Suspicious tells, without reading a pattern, whether there may be warnings about it.
func Suspicious(pattern string) bool {
	for k := 0; k+1 < len(pattern); k++ {
		a, b := pattern[k], pattern[k+1]
		switch {
		case a == '\\':
			if strings.IndexByte("CEFIJLMOQTUYijlmoquy89", b) >= 0 || k+2 < len(pattern) && pattern[k+2] == '-' {
				return true
			}
			if b == 'b' || b == 'B' {
				if k+2 < len(pattern) && strings.IndexByte("*+", pattern[k+2]) >= 0 {
					return true
				}
			}
			k++
		case a == '[' && strings.IndexByte(":.=", b) >= 0, a == '-' && b == '\\', a == ']' && b == '-', b == '{' && isASCIILetter(rune(a)),
			(a == ')' || a == '^' || a == '$') && strings.IndexByte("*+{", b) >= 0, a == '}' && b == '*', a == '(' && b == '?', a == ',' && b != '}':
			return true
		}
	}
	return false
}
