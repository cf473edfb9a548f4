package regex

// This file defines the properties of \p{...}: how their names are read and what they contain.

import (
	"strings"
	"unicode"
)

// property is a set of characters with a name of Unicode's or Perl's.
type property struct {
	has    func(rune) bool
	folded func(rune) bool // under /i, if that differs
	high   extent
}

func (p *property) hasBy(r rune, fold bool) bool {
	if fold && p.folded != nil {
		return p.folded(r)
	}
	return p.has(r)
}

// findProperty looks a property up by the loose rules: case, blanks, underscores and hyphens do not count. The result is
// nil if there is no such property, or none that this package knows.
func findProperty(name string) *property {
	if name == "L_" {
		name = "LC" // the one name in which an underscore counts
	}
	key, value, paired := strings.Cut(strings.ReplaceAll(name, ":", "="), "=")
	key, value = loose(key), loose(value)
	if !paired {
		return singleProperty(key)
	}
	switch key {
	case "gc", "generalcategory", "category":
		return categoryProperty(value)
	case "sc", "script", "scx", "scriptextensions":
		return scriptProperty(value)
	case "blk", "block":
		return blockProperty(value)
	}
	p := singleProperty(key)
	switch {
	case p == nil:
		return nil
	case value == "y" || value == "yes" || value == "t" || value == "true":
		return p
	case value == "n" || value == "no" || value == "f" || value == "false":
		return p.inverse()
	}
	return nil
}

func (p *property) inverse() *property {
	q := &property{has: func(r rune) bool { return !p.has(r) }, high: p.high.inverse()}
	if p.folded != nil {
		q.folded = func(r rune) bool { return !p.folded(r) }
	}
	return q
}

// loose brings a name to the form in which names are compared.
func loose(name string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == ' ' || r == '_' || r == '-' || r == '\t':
			return -1
		case 'A' <= r && r <= 'Z':
			return r | 0x20
		}
		return r
	}, name)
}

// singleProperty finds a name that stands alone.
func singleProperty(key string) *property {
	for _, k := range [...]string{key, strings.TrimPrefix(key, "is")} {
		if p := posixProperty(k); p != nil {
			return p
		}
		if p := categoryProperty(k); p != nil {
			return p
		}
		if p := scriptProperty(k); p != nil {
			return p
		}
		if p := binaryProperty(k); p != nil {
			return p
		}
	}
	if rest, ok := strings.CutPrefix(key, "in"); ok {
		return blockProperty(rest)
	}
	return nil
}

// posixProperty finds PosixAlpha, XPosixAlpha, Alpha and their like.
func posixProperty(key string) *property {
	full, ascii := true, false
	name, found := strings.CutPrefix(key, "xposix")
	if !found {
		name, ascii = strings.CutPrefix(key, "posix")
	}
	var b builtin
	switch name {
	case "alpha":
		b = clsAlpha
	case "alnum":
		b = clsAlnum
	case "blank", "horizspace":
		b = clsHoriz
	case "cntrl":
		b = clsCntrl
	case "digit":
		b = clsDigit
	case "graph":
		b = clsGraph
	case "lower":
		b = clsLower
	case "print":
		b = clsPrint
	case "punct":
		if !found && !ascii {
			return nil // \p{Punct} is the category
		}
		b = clsPunct
	case "space", "spaceperl":
		b = clsSpace
	case "perlspace":
		b, full = clsSpace, false
	case "upper":
		b = clsUpper
	case "word", "w":
		b = clsWord
	case "perlword":
		b, full = clsWord, false
	case "vertspace":
		b = clsVert
	case "xdigit", "hex", "hexdigit":
		b = clsXDigit
	case "asciihexdigit", "ahex":
		b, full = clsXDigit, false
	case "ascii", "basiclatin":
		b, full = clsASCII, false
	default:
		return nil
	}
	return builtinProperty(b, full && !ascii)
}

// builtinProperty wraps a built-in class, all of it or its ASCII part.
func builtinProperty(b builtin, full bool) *property {
	by := rules{unicode: true, ascii: !full}
	folded := by
	folded.fold = foldUnicode
	p := &property{has: func(r rune) bool { return b.has(r, by) }, high: extentSome}
	if b == clsUpper || b == clsLower {
		p.folded = func(r rune) bool { return b.has(r, folded) }
	}
	if !full && b != clsHoriz && b != clsVert {
		p.high = extentNone
	}
	return p
}

// categoryProperty finds a general category by its short or long name.
func categoryProperty(key string) *property {
	switch key {
	case "l&", "lc", "casedletter":
		return tableProperty(unicode.Lu, unicode.Ll, unicode.Lt)
	case "lu", "uppercaseletter", "ll", "lowercaseletter", "lt", "titlecaseletter", "title", "titlecase":
		p := tableProperty(map[byte]*unicode.RangeTable{'u': unicode.Lu, 'l': unicode.Ll, 't': unicode.Lt}[caseLetter(key)])
		p.folded = tableProperty(unicode.Lu, unicode.Ll, unicode.Lt).has
		return p
	case "cn", "unassigned":
		return &property{has: func(r rune) bool { return !isAssigned(r) }, high: extentSome}
	case "c", "other":
		return &property{has: func(r rune) bool { return unicode.Is(unicode.C, r) || !isAssigned(r) }, high: extentSome}
	}
	for name, table := range unicode.Categories {
		if loose(name) == key {
			return tableProperty(table)
		}
	}
	for name, short := range unicode.CategoryAliases {
		if loose(name) == key {
			return categoryProperty(loose(short))
		}
	}
	return nil
}

// caseLetter picks u, l or t out of the name of a category of cased letters.
func caseLetter(key string) byte {
	if len(key) == 2 {
		return key[1]
	}
	return key[0]
}

func tableProperty(tables ...*unicode.RangeTable) *property {
	if len(tables) == 1 {
		t := tables[0]
		return &property{has: func(r rune) bool { return unicode.Is(t, r) }, high: extentSome}
	}
	return &property{has: func(r rune) bool { return unicode.In(r, tables...) }, high: extentSome}
}

// binaryProperty finds the properties that a character has or has not.
func binaryProperty(key string) *property {
	some := func(has func(rune) bool) *property { return &property{has: has, high: extentSome} }
	switch key {
	case "any", "unicode":
		return some(func(r rune) bool { return r <= maxRune })
	case "all":
		return &property{has: func(rune) bool { return true }, high: extentAll}
	case "assigned":
		return some(isAssigned)
	case "alphabetic":
		return some(isAlphabetic)
	case "uppercase", "lowercase":
		b := clsUpper
		if key == "lowercase" {
			b = clsLower
		}
		return builtinProperty(b, true)
	case "cased":
		return some(func(r rune) bool {
			return clsUpper.has(r, rules{unicode: true, fold: foldUnicode})
		})
	case "xidstart", "xids", "idstart", "ids":
		return some(isIDStart)
	case "xidcontinue", "xidc", "idcontinue", "idc":
		return some(func(r rune) bool {
			return isIDStart(r) || unicode.In(r, unicode.Mn, unicode.Mc, unicode.Nd, unicode.Pc, unicode.Other_ID_Continue)
		})
	case "latin1":
		return blockProperty(key)
	case "math":
		return tableProperty(unicode.Sm, unicode.Other_Math)
	}
	for name, table := range unicode.Properties {
		if loose(name) == key {
			return tableProperty(table)
		}
	}
	return nil
}

func isIDStart(r rune) bool {
	return unicode.IsLetter(r) || unicode.In(r, unicode.Nl, unicode.Other_ID_Start)
}

// scriptProperty finds a script by its long name or its four-letter code.
func scriptProperty(key string) *property {
	if long, ok := scriptCode(key); ok {
		key = long
	}
	for name, table := range unicode.Scripts {
		if loose(name) == key {
			return tableProperty(table)
		}
	}
	return nil
}

// scriptCode gives the long name of the codes that are no prefix of it or are common; Source: ISO 15924.
func scriptCode(key string) (string, bool) {
	if len(key) != 4 {
		return "", false
	}
	const codes = " latn:latin grek:greek cyrl:cyrillic armn:armenian hebr:hebrew arab:arabic syrc:syriac thaa:thaana" +
		" deva:devanagari beng:bengali guru:gurmukhi gujr:gujarati orya:oriya taml:tamil telu:telugu knda:kannada" +
		" mlym:malayalam sinh:sinhala laoo:lao tibt:tibetan mymr:myanmar geor:georgian hang:hangul ethi:ethiopic" +
		" cher:cherokee cans:canadianaboriginal ogam:ogham runr:runic khmr:khmer mong:mongolian hira:hiragana" +
		" kana:katakana bopo:bopomofo hani:han yiii:yi ital:olditalic goth:gothic dsrt:deseret zinh:inherited" +
		" qaai:inherited zyyy:common copt:coptic qaac:coptic tglg:tagalog hano:hanunoo buhd:buhid tagb:tagbanwa" +
		" limb:limbu tale:taile linb:linearb ugar:ugaritic shaw:shavian osma:osmanya cprt:cypriot brai:braille" +
		" bugi:buginese glag:glagolitic tfng:tifinagh sylo:sylotinagri xpeo:oldpersian khar:kharoshthi" +
		" bali:balinese xsux:cuneiform phnx:phoenician phag:phagspa nkoo:nko sund:sundanese lepc:lepcha" +
		" olck:olchiki vaii:vai saur:saurashtra kali:kayahli rjng:rejang lyci:lycian cari:carian lydi:lydian" +
		" cham:cham lana:taitham tavt:taiviet avst:avestan egyp:egyptianhieroglyphs samr:samaritan lisu:lisu" +
		" bamu:bamum java:javanese mtei:meeteimayek armi:imperialaramaic sarb:oldsoutharabian" +
		" prti:inscriptionalparthian phli:inscriptionalpahlavi orkh:oldturkic kthi:kaithi batk:batak brah:brahmi" +
		" mand:mandaic cakm:chakma merc:meroiticcursive mero:meroitichieroglyphs plrd:miao shrd:sharada" +
		" sora:sorasompeng takr:takri "
	_, rest, found := strings.Cut(codes, " "+key+":")
	if !found {
		return "", false
	}
	long, _, _ := strings.Cut(rest, " ")
	return long, true
}
