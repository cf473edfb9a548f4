package regex

// This file defines character classes as the pattern writes them, and who belongs to them.

import "unicode"

// class is a set of characters: the ranges and items added up, then negated. With an operation it is a combination of
// two classes instead, as inside (?[ ]).
type class struct {
	negate bool
	flags  Flags
	ranges []rune // pairs of first and last character
	items  []classItem

	op          rune // 0, or one of + & - ^
	left, right *class
}

// classItem is a named part of a class: \d, [:^alpha:] or \p{Lu}.
type classItem struct {
	named  builtin
	prop   *property // instead of named
	negate bool
}

// builtin is a class with a name of its own.
type builtin uint8

const (
	noBuiltin builtin = iota
	clsWord
	clsDigit
	clsSpace
	clsHoriz
	clsVert
	clsAlpha
	clsAlnum
	clsASCII
	clsBlank
	clsCntrl
	clsGraph
	clsLower
	clsPrint
	clsPunct
	clsUpper
	clsXDigit
)

// rules is what decides about membership besides the class itself.
type rules struct {
	unicode bool // characters from 128 have properties
	ascii   bool // /a: the named classes are ASCII only
	fold    folding
}

func rulesOf(f Flags, m mode) rules {
	return rules{unicode: f.unicodeRules(m), ascii: f&A != 0, fold: foldingOf(f, m)}
}

// add appends a range.
func (c *class) add(lo, hi rune) { c.ranges = append(c.ranges, lo, hi) }

// has tells whether r belongs to the class in a mode.
func (c *class) has(r rune, m mode) bool { return c.hasBy(r, rulesOf(c.flags, m), m) }

func (c *class) hasBy(r rune, by rules, m mode) bool {
	if c.op != 0 {
		return c.combine(c.left.has(r, m), c.right.has(r, m)) != c.negate
	}
	return c.hit(r, by) != c.negate
}

func (c *class) combine(l, r bool) bool {
	switch c.op {
	case '&':
		return l && r
	case '-':
		return l && !r
	case '^':
		return l != r
	}
	return l || r
}

func (c *class) hit(r rune, by rules) bool {
	if inRanges(c.ranges, r) {
		return true
	}
	for i := range c.items {
		if c.items[i].has(r, by) {
			return true
		}
	}
	if by.fold != foldNone && len(c.ranges) > 0 {
		var room [4]rune
		for _, o := range by.fold.orbit(room[:0], r) {
			if inRanges(c.ranges, o) {
				return true
			}
		}
	}
	return false
}

func inRanges(ranges []rune, r rune) bool {
	for i := 0; i+1 < len(ranges); i += 2 {
		if ranges[i] <= r && r <= ranges[i+1] {
			return true
		}
	}
	return false
}

func (t *classItem) has(r rune, by rules) bool {
	if t.prop != nil {
		return t.prop.hasBy(r, by.fold != foldNone) != t.negate
	}
	return t.named.has(r, by) != t.negate
}

// has tells whether r belongs to the named class.
func (b builtin) has(r rune, by rules) bool {
	if by.fold != foldNone && (b == clsUpper || b == clsLower) {
		return clsUpper.plain(r, by) || clsLower.plain(r, by) || by.unicode && !by.ascii && unicode.Is(unicode.Lt, r)
	}
	return b.plain(r, by)
}

func (b builtin) plain(r rune, by rules) bool {
	switch {
	case r < 128:
		return b.hasASCII(byte(r))
	case b == clsHoriz:
		return isHorizontal(r)
	case b == clsVert:
		return isVertical(r)
	case b == clsASCII || by.ascii || !by.unicode:
		return false
	}
	return b.hasUnicode(r)
}

func (b builtin) hasASCII(c byte) bool {
	letter := 'a' <= c|0x20 && c|0x20 <= 'z'
	digit := '0' <= c && c <= '9'
	switch b {
	case clsWord:
		return letter || digit || c == '_'
	case clsDigit:
		return digit
	case clsSpace:
		return c == ' ' || '\t' <= c && c <= '\r'
	case clsHoriz, clsBlank:
		return c == ' ' || c == '\t'
	case clsVert:
		return '\n' <= c && c <= '\r'
	case clsAlpha:
		return letter
	case clsAlnum:
		return letter || digit
	case clsASCII:
		return true
	case clsCntrl:
		return c < ' ' || c == 0x7F
	case clsGraph:
		return ' ' < c && c < 0x7F
	case clsPrint:
		return ' ' <= c && c < 0x7F
	case clsPunct:
		return ' ' < c && c < 0x7F && !letter && !digit
	case clsLower:
		return 'a' <= c && c <= 'z'
	case clsUpper:
		return 'A' <= c && c <= 'Z'
	case clsXDigit:
		return digit || 'a' <= c|0x20 && c|0x20 <= 'f'
	}
	return false
}

func (b builtin) hasUnicode(r rune) bool {
	switch b {
	case clsWord:
		return isWordRune(r)
	case clsDigit:
		return unicode.Is(unicode.Nd, r)
	case clsSpace:
		return unicode.Is(unicode.White_Space, r)
	case clsBlank:
		return isHorizontal(r)
	case clsAlpha:
		return isAlphabetic(r)
	case clsAlnum:
		return isAlphabetic(r) || unicode.Is(unicode.Nd, r)
	case clsCntrl:
		return unicode.Is(unicode.Cc, r)
	case clsGraph:
		return isGraph(r)
	case clsPrint:
		return isGraph(r) || unicode.Is(unicode.Zs, r)
	case clsPunct:
		return unicode.Is(unicode.P, r)
	case clsLower:
		return unicode.Is(unicode.Ll, r) || unicode.Is(unicode.Other_Lowercase, r)
	case clsUpper:
		return unicode.Is(unicode.Lu, r) || unicode.Is(unicode.Other_Uppercase, r)
	case clsXDigit:
		return 0xFF10 <= r && r <= 0xFF19 || 0xFF21 <= r && r <= 0xFF26 || 0xFF41 <= r && r <= 0xFF46
	}
	return false
}

func isAlphabetic(r rune) bool {
	return unicode.IsLetter(r) || unicode.Is(unicode.Nl, r) || unicode.Is(unicode.Other_Alphabetic, r)
}

func isWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.Is(unicode.M, r) || unicode.Is(unicode.Nd, r) || unicode.Is(unicode.Pc, r) ||
		unicode.Is(unicode.Nl, r) || unicode.Is(unicode.Other_Alphabetic, r) || r == 0x200C || r == 0x200D
}

func isGraph(r rune) bool {
	return !unicode.Is(unicode.White_Space, r) && !unicode.Is(unicode.Cc, r) && !unicode.Is(unicode.Cs, r) && isAssigned(r)
}

func isAssigned(r rune) bool { return r <= maxRune && !unicode.Is(unicode.Cn, r) }

func isHorizontal(r rune) bool {
	return r == '\t' || r == ' ' || r == 0xA0 || r == 0x1680 || 0x2000 <= r && r <= 0x200A || r == 0x202F || r == 0x205F || r == 0x3000
}

func isVertical(r rune) bool {
	return '\n' <= r && r <= '\r' || r == 0x85 || r == 0x2028 || r == 0x2029
}

// extent tells how much of the characters from 128 on a set contains.
type extent uint8

const (
	extentNone extent = iota
	extentAll
	extentSome
)

func (e extent) inverse() extent {
	switch e {
	case extentNone:
		return extentAll
	case extentAll:
		return extentNone
	}
	return extentSome
}

// high gives the extent of the class in UTF-8 text. It may say "some" where a closer look would tell more.
func (c *class) high(by rules) extent {
	if c.op != 0 {
		return extentSome
	}
	e := extentNone
	for i := 0; i+1 < len(c.ranges); i += 2 {
		lo, hi := c.ranges[i], c.ranges[i+1]
		if hi >= 128 || by.fold == foldUnicode && (inFoldTrap(lo, hi)) {
			e = extentSome
		}
	}
	for i := range c.items {
		switch h := c.items[i].high(by); {
		case h == extentAll:
			e = extentAll
		case h == extentSome && e == extentNone:
			e = extentSome
		}
	}
	if c.negate {
		e = e.inverse()
	}
	return e
}

// inFoldTrap tells whether a range has one of the two ASCII letters that are the same as a non-ASCII character: k is
// also the Kelvin sign, s is also the long s.
func inFoldTrap(lo, hi rune) bool {
	for _, r := range [...]rune{'k', 'K', 's', 'S'} {
		if lo <= r && r <= hi {
			return true
		}
	}
	return false
}

func (t *classItem) high(by rules) extent {
	e := extentSome
	switch {
	case t.prop != nil:
		e = t.prop.high
	case t.named == clsASCII:
		e = extentNone
	case t.named != clsHoriz && t.named != clsVert && (by.ascii || !by.unicode):
		e = extentNone
	}
	if t.negate {
		e = e.inverse()
	}
	return e
}
