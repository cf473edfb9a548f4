package regex

// This file defines the tests of the warnings about patterns.

import (
	"slices"
	"testing"
)

func TestWarnings(t *testing.T) {
	marked := func(message, before, after string) string {
		return message + " in regex; marked by <-- HERE in m/" + before + " <-- HERE " + after + "/"
	}
	for _, c := range []struct {
		pattern string
		want    []string
	}{
		{`\w\d\s\.\-\_a`, nil},
		{`[\w.-]+\]`, nil},
		{`(?i:a)(?=b)`, nil},
		{`\y`, []string{marked(`Unrecognized escape \y passed through`, `\y`, ``)}},
		{`a\jb\qc`, []string{marked(`Unrecognized escape \j passed through`, `a\j`, `b\qc`), marked(`Unrecognized escape \q passed through`, `a\jb\q`, `c`)}},
		{`[\y]`, []string{marked(`Unrecognized escape \y in character class passed through`, `[\y`, `]`)}},
		{`[a-\d]`, []string{marked(`False [] range "a-\d"`, `[a-\d`, `]`)}},
		{`[\w-x]`, []string{marked(`False [] range "\w-"`, `[\w-`, `x]`)}},
		{`[[:alpha:]-z]`, []string{marked(`False [] range "[:alpha:]-"`, `[[:alpha:]-`, `z]`)}},
		{`[:alpha:]`, []string{marked(`POSIX syntax [: :] belongs inside character classes`, `[:alpha:]`, ``)}},
		{`x[:foo:]`, []string{marked(`POSIX syntax [: :] belongs inside character classes (but this one isn't fully valid)`, `x[:foo:]`, ``)}},
		{`[.a.]`, []string{marked(`POSIX syntax [. .] belongs inside character classes (but this one isn't implemented)`, `[.a.]`, ``)}},
		{`\b*`, []string{marked(`\b* matches null string many times`, `\b*`, ``)}},
		{`(?=a)*`, []string{marked(`(?=a)* matches null string many times`, `(?=a)*`, ``)}},
		{`(a*)*`, nil},
		{`(?=a){1,3}`, []string{`Quantifier unexpected on zero-length expression in regex m/(?=a){1,3}/`}},
		{`a{3,1}`, []string{marked(`Quantifier {n,m} with n > m can't match`, `a{3,1}`, ``)}},
		{`x{a}`, []string{marked(`Unescaped left brace in regex is passed through`, `x{`, `a}`)}},
		{`(?g)a`, []string{marked(`Useless (?g) - use /g modifier`, `(?g`, `)a`)}},
		{`(?-p)a`, []string{marked(`Useless use of (?-p)`, `(?-p`, `)a`)}},
		{`(?i-o)a`, []string{marked(`Useless (?-o) - don't use /o modifier`, `(?i-o`, `)a`)}},
	} {
		re, err := Compile(c.pattern, 0)
		if err != nil {
			t.Errorf("/%s/: %v", c.pattern, err)
			continue
		}
		if got := re.Warnings(); !slices.Equal(got, c.want) {
			t.Errorf("/%s/\n got %q\nwant %q", c.pattern, got, c.want)
		}
		if len(c.want) > 0 && !Suspicious(c.pattern) {
			t.Errorf("/%s/ has warnings but is not suspicious", c.pattern)
		}
	}
}

// TestSearchLead is about \G that is not at the start of every way to match.
func TestSearchLead(t *testing.T) {
	for _, c := range []struct {
		pattern, subject string
		pos, from, to    int
	}{
		{`(^|\G|x)b`, "bxb", 1, 1, 3},
		{`\d\d\G`, "123456", 4, 2, 4},
		{`(?:\d\G|x)`, "12x", 1, 0, 1},
		{`a\Gb|c`, "abc", 1, 0, 2},
		{`a+\Gb`, "aaab", 3, 0, 4},
	} {
		re, err := Compile(c.pattern, 0)
		if err != nil {
			t.Fatalf("/%s/: %v", c.pattern, err)
		}
		for _, utf8 := range []bool{false, true} {
			st := &State{G: c.pos}
			ok, err := re.Match(st, c.subject, utf8, c.pos)
			if err != nil || !ok || st.Caps[0] != c.from || st.Caps[1] != c.to {
				t.Errorf("/%s/ on %q from %d (%v): %v %v %v, want %d-%d", c.pattern, c.subject, c.pos, utf8, ok, err, st.Caps, c.from, c.to)
			}
		}
	}
}
