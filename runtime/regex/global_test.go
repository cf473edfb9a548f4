package regex

// This file defines the test of repeated matching, //g, against perl.

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// matchAll finds all matches as //g does: the next search begins at the end of the last match, and must not find an
// empty match there if the last one was empty.
func matchAll(t *testing.T, re *Regexp, st *State, subject string, utf8 bool) []int {
	t.Helper()
	var out []int
	pos := 0
	st.MinLen, st.G = 0, 0
	defer func() { st.MinLen, st.G = 0, 0 }()
	for {
		ok, err := re.Match(st, subject, utf8, pos)
		if err != nil {
			t.Fatalf("%s: %v", re, err)
		}
		if !ok || len(out) > 400 {
			return out
		}
		out = append(out, st.Caps[0], st.Caps[1])
		pos = st.Caps[1]
		st.G, st.MinLen = pos, 0
		if st.Caps[0] == st.Caps[1] {
			st.MinLen = 1
		}
	}
}

func TestAllMatches(t *testing.T) {
	patterns := []string{"", "a", "a*", "a*?", "b*", "\\b", "\\B", "^", "$", "(?m)^", "(?m)$", "\\Ga", "\\G.", "\\G", "x*|b", "(?=a)", "(?<=a)", "a|", "|a",
		".", ".*", "\\w+", "\\s*", "a?b?", "(a|b)*", "\\d*", "a\\K", "\\Ka", "(?<=a)b|", "\\z", "\\A", "[^a]*", "(?!a)", "a+?", "a{0,2}", "\\R", "\\X", "(?:ab|a)*?"}
	subjects := []string{"", "a", "aab", "baab", "a b\nab\n", "\n", "ab12ab", "\r\nx"}
	var rows strings.Builder
	type ask struct {
		pattern, subject string
		utf8             bool
	}
	var asks []ask
	add := func(pattern, subject string, utf8 bool) {
		mods, mode := "", "b"
		if utf8 {
			mods, mode = "8", "u"
		}
		fmt.Fprintf(&rows, "%d\t%x\t%s\t%x\t%s\tg\n", len(asks), pattern, mods, subject, mode)
		asks = append(asks, ask{pattern, subject, utf8})
	}
	for _, p := range patterns {
		for _, s := range subjects {
			add(p, s, false)
			add(p, s+"é日"+s, true)
		}
	}
	g := &grower{rnd: rand.New(rand.NewPCG(21, 1))}
	for range 3000 {
		g.groups, g.wide = 0, g.rnd.IntN(2) == 0
		if p := g.branches(1); !strings.Contains(p, "\\b{") {
			add(p, g.subject(), g.wide)
		}
	}
	st := &State{}
	for k, v := range runReferee(t, rows.String(), "rows") {
		if v.status != "y" {
			continue
		}
		a := asks[k]
		flags := Flags(0)
		if a.utf8 {
			flags = UTF8
		}
		re, err := Compile(a.pattern, flags)
		if err != nil {
			t.Errorf("/%s/: %v", a.pattern, err)
			continue
		}
		want := v.caps
		if len(want) == 2 && want[0] < 0 {
			want = nil
		}
		if got := matchAll(t, re, st, a.subject, a.utf8); !slices.Equal(got, want) {
			t.Errorf("/%s/g on %q: got%s, perl%s", a.pattern, a.subject, fmtInts(got), fmtInts(want))
		}
	}
}
