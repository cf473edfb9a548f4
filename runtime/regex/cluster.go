package regex

// This file defines extended grapheme clusters, after Unicode Standard Annex 29, with the classes taken from the general
// categories that Go's tables know.

import "unicode"

// clusterClass is the class of a character for the purpose of breaking clusters.
type clusterClass uint8

const (
	gcOther clusterClass = iota
	gcCR
	gcLF
	gcControl
	gcExtend
	gcJoiner
	gcSpacing
	gcPrepend
	gcRegional
	gcPicture
	gcHangulL
	gcHangulV
	gcHangulT
	gcHangulLV
	gcHangulLVT
)

func clusterClassOf(r rune) clusterClass {
	switch {
	case r == '\r':
		return gcCR
	case r == '\n':
		return gcLF
	case r < 0x300:
		switch {
		case r < ' ' || 0x7F <= r && r < 0xA0 || r == 0xAD:
			return gcControl
		case r == 0xA9 || r == 0xAE:
			return gcPicture
		}
		return gcOther
	case r == 0x200D:
		return gcJoiner
	case 0x1100 <= r && r <= 0x11FF, 0xA960 <= r && r <= 0xA97C, 0xAC00 <= r && r <= 0xD7FB:
		return hangulClass(r)
	case 0x1F1E6 <= r && r <= 0x1F1FF:
		return gcRegional
	case r == 0x200C, 0x1F3FB <= r && r <= 0x1F3FF, r == 0xFF9E, r == 0xFF9F,
		unicode.In(r, unicode.Mn, unicode.Me, unicode.Other_Grapheme_Extend):
		return gcExtend
	case unicode.Is(unicode.Prepended_Concatenation_Mark, r):
		return gcPrepend
	case unicode.Is(unicode.Mc, r), r == 0x0E33, r == 0x0EB3:
		return gcSpacing
	case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Cs):
		return gcControl
	case isPicture(r):
		return gcPicture
	}
	return gcOther
}

func hangulClass(r rune) clusterClass {
	switch {
	case r <= 0x115F, 0xA960 <= r && r <= 0xA97C:
		return gcHangulL
	case r <= 0x11A7, 0xD7B0 <= r && r <= 0xD7C6:
		return gcHangulV
	case r <= 0x11FF, 0xD7CB <= r && r <= 0xD7FB:
		return gcHangulT
	case r <= 0xD7A3 && (r-0xAC00)%28 == 0:
		return gcHangulLV
	case r <= 0xD7A3:
		return gcHangulLVT
	}
	return gcOther
}

// isPicture covers the blocks that hold the extended pictographs.
func isPicture(r rune) bool {
	switch {
	case r == 0x203C, r == 0x2049, r == 0x2122, r == 0x2139, 0x2194 <= r && r <= 0x21AA, 0x231A <= r && r <= 0x23FF, r == 0x24C2,
		0x25AA <= r && r <= 0x27BF, 0x2934 <= r && r <= 0x2935, 0x2B05 <= r && r <= 0x2B55, r == 0x3030, r == 0x303D, r == 0x3297, r == 0x3299:
		return !unicode.Is(unicode.Mn, r)
	case 0x1F000 <= r && r <= 0x1FAFF:
		return true
	}
	return false
}

// joins tells whether there is no break between two neighbours, by the rules that need no more than these.
func (a clusterClass) joins(b clusterClass) bool {
	switch {
	case a == gcCR && b == gcLF:
		return true
	case a <= gcControl && a != gcOther || b <= gcControl && b != gcOther:
		return false
	case b == gcExtend || b == gcJoiner || b == gcSpacing || a == gcPrepend:
		return true
	case a == gcHangulL:
		return b == gcHangulL || b == gcHangulV || b == gcHangulLV || b == gcHangulLVT
	case a == gcHangulLV || a == gcHangulV:
		return b == gcHangulV || b == gcHangulT
	case a == gcHangulLVT || a == gcHangulT:
		return b == gcHangulT
	}
	return false
}

// cluster gives the length of the cluster at i, 0 at the end of the subject.
func cluster(s string, i int, m mode) int {
	if i >= len(s) {
		return 0
	}
	r, size := charAt(s, i, m)
	at := i + size
	last := clusterClassOf(r)
	picture := last == gcPicture // a pictograph, then only extenders
	regional := last == gcRegional
	for at < len(s) {
		r, size = charAt(s, at, m)
		class := clusterClassOf(r)
		switch {
		case last.joins(class):
		case picture && last == gcJoiner && class == gcPicture:
		case regional && last == gcRegional && class == gcRegional:
			regional = false
		default:
			return at - i
		}
		picture = class == gcPicture || picture && (class == gcExtend || class == gcJoiner)
		last = class
		at += size
	}
	return at - i
}

// isClusterBreak tells whether a cluster begins or ends at i.
func isClusterBreak(s string, i int, m mode) bool {
	if s == "" {
		return false
	}
	if i == 0 || i == len(s) {
		return true
	}
	start := clusterStart(s, i, m)
	for start < i {
		start += cluster(s, start, m)
	}
	return start == i
}

// clusterStart gives a place before i at which a cluster certainly begins: behind a line feed, or the start.
func clusterStart(s string, i int, m mode) int {
	for at := i; at > 0; {
		size := 1
		r := rune(s[at-1])
		if m == modeUTF8 {
			r, size = decodeBefore(s, at)
		}
		if at -= size; at > 0 && r < 0x300 && r >= ' ' && r < 0x7F && s[at-1] < 0x80 {
			return at
		}
	}
	return 0
}
