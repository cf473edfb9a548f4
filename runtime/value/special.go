package value

// This file defines the letters whose other case is more than one letter (Unicode, SpecialCasing and CaseFolding).

import (
	"unicode"
	"unicode/utf8"
)

const (
	iotaCapital = 'Ι'      // capital iota, which a iota subscript becomes in capitals
	iotaBelow   = '\u0345' // combining iota subscript
)

// specialUpper returns the capitals of r if they are several letters, "" otherwise.
func specialUpper(r rune) string {
	switch {
	case r < 0xDF:
		return ""
	case r >= 0x1F80 && r <= 0x1FAF: // Greek vowel with breathing and iota subscript
		base := 0x1F08 | r&7
		if r >= 0x1FA0 {
			base += 0x60
		} else if r >= 0x1F90 {
			base += 0x20
		}
		return string([]rune{base, iotaCapital})
	case r >= 0x1E96 && r <= 0x1FFC:
		return specialGreek(r)
	}
	switch r {
	case 'ß':
		return "SS"
	case 'ŉ':
		return "ʼN"
	case 'ǰ':
		return "J\u030C"
	case 'ΐ':
		return "Ι\u0308\u0301"
	case 'ΰ':
		return "Υ\u0308\u0301"
	case 'և':
		return "ԵՒ"
	case 'ﬀ':
		return "FF"
	case 'ﬁ':
		return "FI"
	case 'ﬂ':
		return "FL"
	case 'ﬃ':
		return "FFI"
	case 'ﬄ':
		return "FFL"
	case 'ﬅ', 'ﬆ':
		return "ST"
	case 'ﬓ':
		return "ՄՆ"
	case 'ﬔ':
		return "ՄԵ"
	case 'ﬕ':
		return "ՄԻ"
	case 'ﬖ':
		return "ՎՆ"
	case 'ﬗ':
		return "ՄԽ"
	}
	return ""
}

// specialGreek is specialUpper for the block of Greek Extended and the Latin letters right before it.
func specialGreek(r rune) string {
	switch r {
	case 0x1E96:
		return "H\u0331"
	case 0x1E97:
		return "T\u0308"
	case 0x1E98:
		return "W\u030A"
	case 0x1E99:
		return "Y\u030A"
	case 0x1E9A:
		return "Aʾ"
	case 0x1F50:
		return "Υ\u0313"
	case 0x1F52:
		return "Υ\u0313\u0300"
	case 0x1F54:
		return "Υ\u0313\u0301"
	case 0x1F56:
		return "Υ\u0313\u0342"
	case 0x1FD2:
		return "Ι\u0308\u0300"
	case 0x1FD3:
		return "Ι\u0308\u0301"
	case 0x1FD6:
		return "Ι\u0342"
	case 0x1FD7:
		return "Ι\u0308\u0342"
	case 0x1FE2:
		return "Υ\u0308\u0300"
	case 0x1FE3:
		return "Υ\u0308\u0301"
	case 0x1FE4:
		return "Ρ\u0313"
	case 0x1FE6:
		return "Υ\u0342"
	case 0x1FE7:
		return "Υ\u0308\u0342"
	}
	return specialIota(r)
}

// specialIota is specialUpper for alpha, eta and omega with iota subscript or circumflex.
func specialIota(r rune) string {
	var plain, acute, grave rune
	switch r &^ 0xF {
	case 0x1FB0:
		plain, acute, grave = 'Α', 'Ά', 0x1FBA
	case 0x1FC0:
		plain, acute, grave = 'Η', 'Ή', 0x1FCA
	case 0x1FF0:
		plain, acute, grave = 'Ω', 'Ώ', 0x1FFA
	default:
		return ""
	}
	switch r & 0xF {
	case 2:
		return string([]rune{grave, iotaCapital})
	case 3, 0xC:
		return string([]rune{plain, iotaCapital})
	case 4:
		return string([]rune{acute, iotaCapital})
	case 6:
		return string([]rune{plain, 0x342})
	case 7:
		return string([]rune{plain, 0x342, iotaCapital})
	}
	return ""
}

// specialTitle returns r as the capital at the start of a word if that is several letters, "" otherwise.
func specialTitle(r rune) string {
	s := specialUpper(r)
	if r == 'ŉ' { // its first part is an apostrophe: the letter proper comes second
		return s
	}
	if s == "" || unicode.ToTitle(r) != r || unicode.IsTitle(r) {
		return "" // many of the Greek ones have one letter for it
	}
	out := make([]byte, 0, 8)
	for i, c := range s {
		switch {
		case i == 0:
		case c == iotaCapital:
			c = iotaBelow
		default:
			c = unicode.ToLower(c)
		}
		out = utf8.AppendRune(out, c)
	}
	return string(out)
}

// foldRune appends the full case folding of r.
func foldRune(b []byte, r rune) []byte {
	switch {
	case r < utf8.RuneSelf:
		return append(b, byte(unicode.ToLower(r)))
	case r == 0x130:
		return lowerRune(b, r)
	case r == 0x131:
		return utf8.AppendRune(b, r)
	case r == 0x1E9E: // capital sharp s
		return append(b, "ss"...)
	case r >= 0x13A0 && r <= 0x13FD || r >= 0xAB70 && r <= 0xABBF: // Cherokee folds to capitals
		return utf8.AppendRune(b, unicode.ToUpper(r))
	}
	if s := specialUpper(r); s != "" {
		for _, c := range s {
			b = utf8.AppendRune(b, unicode.ToLower(c))
		}
		return b
	}
	return utf8.AppendRune(b, unicode.ToLower(unicode.ToUpper(r)))
}
