package diag

// This file tests did-you-mean.

import (
	"strings"
	"testing"
)

func TestSuggest(t *testing.T) {
	mirror := "PAUSE RESUME START STOP"
	connect := "MAP MIRROR NOMIRROR REPLICATE NOREPLICATE ORPHANS NOORPHANS"
	for _, test := range []struct{ word, candidates, want string }{
		// One letter wrong, missing, too many, swapped.
		{"nomirrr", connect, "NOMIRROR"},
		{"bse", "BASE EXACT", "BASE"},
		{"exakt", "BASE EXACT", "EXACT"},
		{"exxact", "BASE EXACT", "EXACT"},
		{"strat", mirror, "START"},
		{"sotp", mirror, "STOP"},
		{"replciate", connect, "REPLICATE"},
		{"Tarrget", "source target", "target"},
		{"differrentt", "ALL DIFFERENT", "DIFFERENT"},
		// The nearest, then the one that shares more at the beginning, then the first.
		{"stat", "START STOP", "START"},
		{"norplicate", connect, "NOREPLICATE"},
		{"abx", "xbx aby abz", "aby"},
		{"foo", "fop foa", "fop"},
		// Beginnings.
		{"rec", "RECURSIVE NORECURSIVE", "RECURSIVE"},
		{"rep", connect, "REPLICATE"},
		{"chec", "CHECKSUM", "CHECKSUM"},
		{"c", "CHECKSUM", ""},
		// Meaning.
		{"begin", mirror, "START"},
		{"begin", "start stop pause resume", "start"},
		{"END", mirror, "STOP"},
		{"halt", mirror, "STOP"},
		{"continue", mirror, "RESUME"},
		{"remove", "ADD DELETE", "DELETE"},
		{"create", "ADD REMOVE", "ADD"},
		{"show", "LIST CREATE", "LIST"},
		{"show", "DISPLAY LIST", "DISPLAY"},
		{"elseif", "else elsif", "elsif"},
		// A candidate itself, in any case.
		{"delete", "REMOVE DELETE", "DELETE"},
		{"x", "X", "X"},
		// Nothing near.
		{"zebra", mirror, ""},
		{"to", "MAP MIRROR", ""},
		{"ab", "cd", ""},
		{"x", "y", ""},
		{"", mirror, ""},
		{"start", "", ""},
		{strings.Repeat("a", 1000), strings.Repeat("a", 999), ""},
		{"grün", "grun blau", "grun"},
		{"\xff\xfe", "ab", ""},
	} {
		if got := Suggest(test.word, strings.Fields(test.candidates)); got != test.want {
			t.Errorf("%.20q among %s: got %q, want %q", test.word, test.candidates, got, test.want)
		}
	}
	if got := Suggest("a", []string{"", "b"}); got != "" {
		t.Errorf("got %q for an empty candidate", got)
	}
}

func TestDistance(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"a", "", 1}, {"", "abc", 3}, {"abc", "abc", 0}, {"abc", "acb", 1}, {"abc", "bca", 2},
		{"kitten", "sitting", 3}, {"ca", "abc", 3}, {"abcd", "badc", 2}, {"nomirrr", "nomirror", 1},
	} {
		for _, pair := range [][2]string{{test.a, test.b}, {test.b, test.a}} {
			if got := distance([]rune(pair[0]), []rune(pair[1])); got != test.want {
				t.Errorf("%q to %q: got %d, want %d", pair[0], pair[1], got, test.want)
			}
		}
	}
}

func TestSynonymsAreSmallAndTwoAtLeast(t *testing.T) {
	for _, group := range synonyms() {
		if len(group) < 2 {
			t.Errorf("%v means the same as nothing", group)
		}
		for _, word := range group {
			if word != strings.ToLower(word) {
				t.Errorf("%s is not in small letters", word)
			}
		}
	}
}

func TestLikeCase(t *testing.T) {
	for _, test := range []struct{ suggestion, word, want string }{
		{"BASE", "bse", "base"}, {"base", "BSE", "BASE"}, {"BASE", "Bse", "BASE"}, {"Base", "bSe", "Base"},
		{"BASE", "B", "BASE"}, {"base", "B", "base"}, {"BASE", "b", "base"}, {"Base", "123", "Base"}, {"Base", "", "Base"},
		{"", "bse", ""},
	} {
		if got := LikeCase(test.suggestion, test.word); got != test.want {
			t.Errorf("%s like %q: got %s, want %s", test.suggestion, test.word, got, test.want)
		}
	}
}

func FuzzSuggest(f *testing.F) {
	f.Add("bse", "BASE EXACT")
	f.Add("begin", "START STOP")
	f.Add("\xff", "\xfe \u0130")
	f.Fuzz(func(t *testing.T, word, candidates string) {
		list := strings.Fields(candidates)
		got := Suggest(word, list)
		if got != "" && !strings.Contains(candidates, got) {
			t.Fatalf("%q is no candidate", got)
		}
		if like := LikeCase(got, word); like != got && like != strings.ToLower(got) && like != strings.ToUpper(got) {
			t.Fatalf("%q is no spelling of %q", like, got)
		}
	})
}
