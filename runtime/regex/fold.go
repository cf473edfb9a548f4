package regex

// This file defines case folding.

import "unicode"

// folding is the extent to which letters of different case are the same.
type folding uint8

const (
	foldNone      folding = iota
	foldASCII             // ASCII letters only
	foldUnicode           // Unicode's simple and full folding
	foldUnicodeAA         // the same, but ASCII and non-ASCII never meet
)

// foldingOf gives the folding that flags ask for in a mode.
func foldingOf(f Flags, m mode) folding {
	switch {
	case f&I == 0:
		return foldNone
	case f&AA != 0:
		return foldUnicodeAA
	case f.unicodeRules(m):
		return foldUnicode
	}
	return foldASCII
}

// orbit appends the characters other than r itself that are the same as r by simple folding.
func (f folding) orbit(to []rune, r rune) []rune {
	if f == foldNone || r > maxRune {
		return to
	}
	if f == foldASCII {
		if isASCIILetter(r) {
			to = append(to, r^0x20)
		}
		return to
	}
	for o := unicode.SimpleFold(r); o != r; o = unicode.SimpleFold(o) {
		if f == foldUnicodeAA && (o < 128) != (r < 128) {
			continue
		}
		to = append(to, o)
	}
	return to
}

// same tells whether two characters are the same by simple folding.
func (f folding) same(a, b rune) bool {
	if a == b {
		return true
	}
	switch f {
	case foldNone:
		return false
	case foldASCII:
		return a^0x20 == b && isASCIILetter(a)
	case foldUnicodeAA:
		if (a < 128) != (b < 128) {
			return false
		}
	}
	return simpleFold(a) == simpleFold(b)
}

// simpleFold gives one and the same character for all that are the same by simple folding.
func simpleFold(r rune) rune {
	if r < 128 {
		if 'A' <= r && r <= 'Z' {
			r += 0x20
		}
		return r
	}
	low := r
	for o := unicode.SimpleFold(r); o != r; o = unicode.SimpleFold(o) {
		low = min(low, o)
	}
	if 'A' <= low && low <= 'Z' {
		low += 0x20
	}
	return low
}

// full appends the full folding of r.
func (f folding) full(to []rune, r rune) []rune {
	if f < foldUnicode {
		if f == foldASCII && isASCIILetter(r) {
			r |= 0x20
		}
		return append(to, r)
	}
	if r >= 0x80 {
		if m := findMultiFold(r); m != nil && !(f == foldUnicodeAA && m.hasASCII()) {
			return m.append(to)
		}
	}
	if f == foldUnicodeAA && r >= 0x80 {
		if low := simpleFold(r); low < 0x80 {
			return append(to, r)
		}
	}
	return append(to, simpleFold(r))
}

func isASCIILetter(r rune) bool { return 'a' <= r|0x20 && r|0x20 <= 'z' }

// findMultiFold finds the entry of r, or nil.
func findMultiFold(r rune) *multiFold {
	lo, hi := 0, len(multiFolds)
	for lo < hi {
		mid := (lo + hi) / 2
		if multiFolds[mid].char < r {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(multiFolds) && multiFolds[lo].char == r {
		return &multiFolds[lo]
	}
	return nil
}

func (m *multiFold) append(to []rune) []rune {
	for _, r := range m.fold {
		if r != 0 {
			to = append(to, simpleFold(r))
		}
	}
	return to
}

func (m *multiFold) hasASCII() bool {
	for _, r := range m.fold {
		if r != 0 && r < 128 {
			return true
		}
	}
	return false
}

// meetsMultiFold tells whether the fully folded text contains the folding of a single character, so that the text may
// match a subject of fewer characters.
func (f folding) meetsMultiFold(folded []rune) bool {
	if f < foldUnicode {
		return false
	}
	for i := range folded {
		if i+1 == len(folded) {
			break
		}
		for k := range multiFolds {
			if m := &multiFolds[k]; (m.fold[0] < 128) == (folded[i] < 128) && simpleFold(m.fold[0]) == folded[i] && m.prefixOf(folded[i:]) && !(f == foldUnicodeAA && m.hasASCII()) {
				return true
			}
		}
	}
	return false
}

func (m *multiFold) prefixOf(folded []rune) bool {
	for k, r := range m.fold {
		if r == 0 {
			break
		}
		if k >= len(folded) || simpleFold(r) != folded[k] {
			return false
		}
	}
	return true
}
