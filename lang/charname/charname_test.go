package charname_test

// This file checks both directions against each other and against names that everybody can look up.

import (
	"testing"

	"github.com/smrscript/smrscript/lang/charname"
)

func TestNames(t *testing.T) {
	for _, c := range []struct {
		r    rune
		name string
	}{
		{'A', "LATIN CAPITAL LETTER A"}, {0xE9, "LATIN SMALL LETTER E WITH ACUTE"}, {0x3B1, "GREEK SMALL LETTER ALPHA"},
		{0x263A, "WHITE SMILING FACE"}, {0x1F600, "GRINNING FACE"}, {0, "NULL"}, {10, "LINE FEED"}, {0x7F, "DELETE"}, {0x85, "NEXT LINE"},
		{0x9F, "APPLICATION PROGRAM COMMAND"}, {0xAC00, "HANGUL SYLLABLE GA"}, {0xD7A3, "HANGUL SYLLABLE HIH"}, {0x4E00, "CJK UNIFIED IDEOGRAPH-4E00"},
		{0x20000, "CJK UNIFIED IDEOGRAPH-20000"}, {0xFEFF, "ZERO WIDTH NO-BREAK SPACE"}, {0xE0041, "TAG LATIN CAPITAL LETTER A"},
	} {
		if got := charname.Name(c.r); got != c.name {
			t.Errorf("Name(%#x) = %q, want %q", c.r, got, c.name)
		}
		if got, ok := charname.Rune(c.name); !ok || got != c.r {
			t.Errorf("Rune(%q) = %#x, %v, want %#x", c.name, got, ok, c.r)
		}
	}
}

func TestAliases(t *testing.T) {
	for name, want := range map[string]rune{"NBSP": 0xA0, "LF": '\n', "BOM": 0xFEFF, "ESC": 27, "LINE TABULATION": 11} {
		if got, ok := charname.Rune(name); !ok || got != want {
			t.Errorf("Rune(%q) = %#x, %v, want %#x", name, got, ok, want)
		}
	}
}

func TestUnknown(t *testing.T) {
	for _, name := range []string{"", "NO SUCH NAME", "<control>", "latin small letter a", "HANGUL SYLLABLE XX", "CJK UNIFIED IDEOGRAPH-0041", "CJK UNIFIED IDEOGRAPH-"} {
		if r, ok := charname.Rune(name); ok {
			t.Errorf("Rune(%q) = %#x", name, r)
		}
	}
	for _, r := range []rune{0x10FFFF, 0xE000, 0xD800, 0x0378} {
		if name := charname.Name(r); name != "" {
			t.Errorf("Name(%#x) = %q", r, name)
		}
	}
}
