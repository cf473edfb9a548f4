package regex

// This file defines the tests of the entry points and of a State's parameters and results.

import (
	"errors"
	"slices"
	"strings"
	"testing"
)

func TestMatchFrom(t *testing.T) {
	for _, c := range []struct {
		pattern, subject string
		pos, minLen, g   int
		want             []int // offsets of the match; nil for none
	}{
		{"a", "banana", 0, 0, 0, []int{1, 2}},
		{"a", "banana", 2, 0, 0, []int{3, 4}},
		{"a", "banana", 6, 0, 0, nil},
		{"a", "banana", 7, 0, 0, nil},
		{"a", "banana", -1, 0, 0, nil},
		{"^b", "banana", 0, 0, 0, []int{0, 1}},
		{"^a", "banana", 1, 0, 0, nil},
		{"(?m)^a", "b\na", 1, 0, 0, []int{2, 3}},
		{"\\ba", "banana a", 1, 0, 0, []int{7, 8}},
		{"(?<=n)a", "banana", 3, 0, 0, []int{3, 4}},
		{"a*", "baa", 0, 0, 0, []int{0, 0}},
		{"a*", "baa", 0, 1, 0, []int{1, 3}},
		{"a*?", "aa", 0, 1, 0, []int{0, 1}},
		{"|a", "ab", 0, 1, 0, []int{0, 1}},
		{"$", "a", 1, 1, 1, nil},
		{"\\b", "ab cd", 0, 1, 0, []int{2, 2}},
		{"abc", "abc", 0, 3, 0, []int{0, 3}},
		{"abc", "abcabc", 0, 4, 0, []int{3, 6}},
		{"\\Ga", "baa", 0, 0, 1, []int{1, 2}},
		{"\\Ga", "baa", 0, 0, 0, nil},
		{".\\Ga", "baa", 0, 0, 2, []int{1, 3}},
		{"..\\G", "baa", 0, 0, 1, nil},
		{".*\\Ga", "bbaa", 0, 0, 2, []int{0, 3}},
		{"(?:\\Ga|b)", "cab", 0, 0, 1, []int{1, 2}},
		{"\\G", "ab", 2, 0, 2, []int{2, 2}},
		{"\\G", "ab", 0, 0, 9, nil},
		{"a\\Kb", "aab", 0, 0, 0, []int{2, 3}},
	} {
		re := mustCompile(t, c.pattern, 0)
		for _, utf8 := range []bool{false, true} {
			st := &State{MinLen: c.minLen, G: c.g}
			ok, err := re.Match(st, c.subject, utf8, c.pos)
			if err != nil {
				t.Fatal(err)
			}
			if ok != (c.want != nil) || ok && !slices.Equal(st.Caps[:2], c.want) {
				t.Errorf("/%s/ on %q from %d (MinLen %d, G %d, %v): got %v %v, want %v", c.pattern, c.subject, c.pos, c.minLen, c.g, utf8, ok, st.Caps, c.want)
			}
		}
	}
}

func TestResults(t *testing.T) {
	re := mustCompile(t, `(a)(?:(b)|(c))(?<n>d)?`, 0)
	st := &State{}
	for _, c := range []struct {
		subject      string
		caps         []int
		last, closed int
	}{
		{"ab", []int{0, 2, 0, 1, 1, 2, -1, -1, -1, -1}, 2, 2},
		{"xac", []int{1, 3, 1, 2, -1, -1, 2, 3, -1, -1}, 3, 3},
		{"abd", []int{0, 3, 0, 1, 1, 2, -1, -1, 2, 3}, 4, 4},
	} {
		if ok, err := re.Match(st, c.subject, false, 0); !ok || err != nil {
			t.Fatalf("%q: %v, %v", c.subject, ok, err)
		}
		if !slices.Equal(st.Caps, c.caps) || st.LastParen != c.last || st.LastClosed != c.closed {
			t.Errorf("%q: got %v, %d, %d, want %v, %d, %d", c.subject, st.Caps, st.LastParen, st.LastClosed, c.caps, c.last, c.closed)
		}
	}
	// A State passes from one pattern to another, whatever their sizes.
	for _, pattern := range []string{"x", "(((x)))", "(?:(x)|y)+", "x"} {
		if ok, err := mustCompile(t, pattern, 0).Match(st, "yx", false, 0); !ok || err != nil || len(st.Caps) != 2+2*strings.Count(strings.ReplaceAll(pattern, "(?:", ""), "(") {
			t.Errorf("/%s/: %v, %v, %v", pattern, ok, err, st.Caps)
		}
	}
}

func TestDescription(t *testing.T) {
	re := mustCompile(t, `(?<a>x)(y)(?<b>z)(?<a>w)`, I|X)
	if got := re.NumCaptures(); got != 4 {
		t.Errorf("NumCaptures: %d", got)
	}
	if got := re.Names(); !slices.Equal(got, []string{"", "a", "", "b", "a"}) {
		t.Errorf("Names: %q", got)
	}
	if got := re.Groups("a"); !slices.Equal(got, []int{1, 4}) {
		t.Errorf("Groups(a): %v", got)
	}
	if got := re.Groups("c"); got != nil {
		t.Errorf("Groups(c): %v", got)
	}
	if re.String() != `(?<a>x)(y)(?<b>z)(?<a>w)` || re.Flags() != I|X {
		t.Errorf("String %q, Flags %v", re.String(), re.Flags())
	}
	if got := mustCompile(t, "(?|(a)(b)|(c))(d)", 0); got.NumCaptures() != 3 || len(got.Names()) != 4 {
		t.Errorf("branch reset: %d groups, names %q", got.NumCaptures(), got.Names())
	}
	if got := mustCompile(t, "", 0).Names(); !slices.Equal(got, []string{""}) {
		t.Errorf("Names of no groups: %q", got)
	}
}

// TestEmbed wants the text of qr//, and wants it to mean the same inside of another pattern.
func TestEmbed(t *testing.T) {
	for _, c := range []struct {
		pattern string
		flags   Flags
		want    string
	}{
		{"a", 0, "(?^:a)"},
		{"a", I, "(?^i:a)"},
		{"a", M | S | I | X | N, "(?^msixn:a)"},
		{"a", XX, "(?^xx:a)"},
		{"a", U, "(?^u:a)"},
		{"a", U | I, "(?^ui:a)"},
		{"a", A, "(?^a:a)"},
		{"a", AA | I, "(?^aai:a)"},
		{"\\x{100}", 0, "(?^u:\\x{100})"},
		{"é", UTF8, "(?^u:é)"},
		{"\\pL", 0, "(?^u:\\pL)"},
		{"a#b", X, "(?^x:a#b\n)"},
		{"a#b\n", X, "(?^x:a#b\n)"},
		{"a#b", 0, "(?^:a#b)"},
	} {
		re := mustCompile(t, c.pattern, c.flags)
		if got := re.Embed(); got != c.want {
			t.Errorf("%q with %q: got %q, want %q", c.pattern, c.flags.String(), got, c.want)
		}
		if _, err := Compile("x(?:"+re.Embed()+")+y", M|c.flags&UTF8); err != nil {
			t.Errorf("%q does not embed: %v", re.Embed(), err)
		}
	}
	inner := mustCompile(t, "b.c", I)
	st := &State{}
	outer := mustCompile(t, "a"+inner.Embed()+"d", S)
	for subject, want := range map[string]bool{"aBxCd": true, "ABxCd": false, "ab\ncd": false, "aBXCD": false} {
		if got, _ := outer.Match(st, subject, false, 0); got != want {
			t.Errorf("%s on %q: got %v", outer, subject, got)
		}
	}
}

func TestFlags(t *testing.T) {
	if f := XX.normal(); f != X|XX {
		t.Errorf("XX: %b", f)
	}
	if f := AA.normal(); f != A|AA {
		t.Errorf("AA: %b", f)
	}
	if s := (M | S | I | X | XX | N | A | AA).String(); s != "aamsixxn" {
		t.Errorf("String: %q", s)
	}
	if s := (UTF8 | U).String(); s != "u" {
		t.Errorf("String: %q", s)
	}
}

func TestErrors(t *testing.T) {
	for _, c := range []struct {
		pattern string
		flags   Flags
		offset  int
		message string
	}{
		{"a(b", 0, 2, "Unmatched ( in regex; marked by <-- HERE in m/a( <-- HERE b/"},
		{"éé)", UTF8, 5, "Unmatched ) in regex; marked by <-- HERE in m/éé) <-- HERE /"},
		{"\xe9)", 0, 2, "Unmatched ) in regex; marked by <-- HERE in m/\xe9) <-- HERE /"},
		{"a\\", 0, -1, "Trailing \\ in regex m/a\\/"},
		{strings.Repeat("a", 200) + "\\", 0, -1, "Trailing \\ in regex m/" + strings.Repeat("a", 117) + ".../"},
		{"(?{ 1 })", 0, -1, "Eval-group not allowed at runtime, use re 'eval' in regex m/(?{ 1 })/"},
		{"a(??{ 1 })", 0, -1, "Eval-group not allowed at runtime, use re 'eval' in regex m/a(??{ 1 })/"},
		{"(?(?{1})a)", 0, -1, "Eval-group not allowed at runtime, use re 'eval' in regex m/(?(?{1})a)/"},
		{"\\b{wb}", 0, -1, "\\b{wb} is not supported in regex m/\\b{wb}/"},
		{"(*sr:a)", 0, -1, "Script runs (*sr:...) are not supported in regex m/(*sr:a)/"},
	} {
		_, err := Compile(c.pattern, c.flags)
		var e *Error
		if !errors.As(err, &e) {
			t.Errorf("%q: got %v", c.pattern, err)
			continue
		}
		if e.Pattern != c.pattern || e.Offset != c.offset || e.Message != c.message || e.Error() != c.message {
			t.Errorf("%q: got offset %d, %q, want %d, %q", c.pattern, e.Offset, e.Message, c.offset, c.message)
		}
	}
	_, err := mustCompile(t, "(?R)", 0).Match(&State{}, "a", false, 0)
	var e *Error
	if !errors.As(err, &e) || e.Message != "Infinite recursion in regex" {
		t.Errorf("endless recursion: %v", err)
	}
}

// TestNesting wants deep nesting refused and no crash on the way.
func TestNesting(t *testing.T) {
	for _, open := range []string{"(", "(?:", "(?>", "(?=", "(?|", "(?i:", "(?<n>", "(?(1)", "(*pla:", "(?[ (", "(?[ !", "(a|"} {
		for _, depth := range []int{10, 900, 100_000} {
			_, err := Compile(strings.Repeat(open, depth), 0)
			if err == nil {
				t.Errorf("%d times %q: no error", depth, open)
			}
		}
	}
	deep := strings.Repeat("(", 900) + "a" + strings.Repeat(")", 900)
	if ok, err := mustCompile(t, deep, 0).Match(&State{}, "ba", false, 0); !ok || err != nil {
		t.Errorf("900 groups: %v, %v", ok, err)
	}
}

func TestLargePatterns(t *testing.T) {
	st := &State{}
	words := make([]string, 5000)
	for k := range words {
		words[k] = strings.Repeat(string(rune('a'+k%26)), 1+k%7) + strings.Repeat("x", k%11) + string(rune('a'+k/26%26))
	}
	for _, c := range []struct{ pattern, subject string }{
		{strings.Repeat("abc", 5000), strings.Repeat("abc", 5001)},
		{"(?:" + strings.Join(words, "|") + ")$", "!" + words[4321]},
		{"(?:" + strings.Join(words, "+|") + ")$", "!" + words[4321]},
		{"(?:(?:(?:(?:a{1,9}){1,9}){1,9}){1,9}){1,9}b", strings.Repeat("a", 100) + "b"},
		{strings.Repeat("a?", 500) + strings.Repeat("a", 500), strings.Repeat("a", 500)},
		{strings.Repeat("(a)?", 300) + "b", "aaab"},
		{"[" + strings.Repeat("a-z", 5000) + "]+", "qq"},
		{"(?i)" + strings.Repeat("ß", 200), strings.Repeat("sS", 200)},
	} {
		re, err := Compile(c.pattern, UTF8)
		if err != nil {
			t.Fatalf("%.40q: %v", c.pattern, err)
		}
		for _, utf8 := range []bool{false, true} {
			if ok, err := re.Match(st, c.subject, utf8, 0); !ok || err != nil {
				t.Errorf("%.40q (%v): %v, %v", c.pattern, utf8, ok, err)
			}
		}
	}
}
