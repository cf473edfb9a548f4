package rules

// This file tests which paths belong to a set and how machine paths are read.

import (
	"strings"
	"testing"

	"github.com/smrscript/smrscript/engine/driver"
)

// set builds rules from lines like "+ /a", "- /a/*.tmp", "+1 /a" (not recursive).
func set(t *testing.T, fold bool, lines ...string) *Set {
	t.Helper()
	var list []Rule
	for _, l := range lines {
		how, text, _ := strings.Cut(l, " ")
		p, err := driver.ParsePath(text, func(d string) bool { return d == "e:" })
		if err != nil {
			t.Fatal(err)
		}
		r := Rule{Path: p, Exclude: how[0] == '-', Recurse: len(how) == 1}
		if n := len(p); n > 0 && HasWild(p[n-1]) {
			r.Path, r.Wild = p[:n-1], p[n-1]
		}
		list = append(list, r)
	}
	return New(list, fold)
}

func TestDecide(t *testing.T) {
	tests := []struct {
		rules string // separated by ;
		path  string // a trailing slash marks a folder
		want  string // "in", "out", "wild" (out by wildcard), with "+" when descended into
	}{
		{"+ /a", "/a/", "in+"},
		{"+ /a", "/a/b/c", "in"},
		{"+ /a", "/ab", "out"},
		{"+ /a", "/", "out+"},
		{"+ /a", "/b/", "out"},
		{"+1 /a", "/a/f", "in"},
		{"+1 /a", "/a/d/", "out"},
		{"+1 /a", "/a/d/f", "out"},
		{"+ /a;- /a/*.tmp", "/a/x.tmp", "wild"},
		{"+ /a;- /a/*.tmp", "/a/d/x.tmp", "wild"},
		{"+ /a;- /a/*.tmp", "/a/d.tmp/x", "wild"},
		{"+ /a;- /a/*.tmp", "/a/d.tmp/", "wild"},
		{"+ /a;-1 /a/*.tmp", "/a/d/x.tmp", "in"},
		{"+ /a;-1 /a/*.tmp", "/a/x.tmp", "wild"},
		{"+ /a;- /a/*.tmp;+ /a/keep/x.tmp", "/a/keep/x.tmp", "in"},
		{"+ /a;- /a/*.tmp;+ /a/keep/x.tmp", "/a/keep/y.tmp", "wild"},
		{"+ /a;- /a/b", "/a/b/", "out"},
		{"+ /a;- /a/b", "/a/b/c", "out"},
		{"+ /a;- /a/b;+ /a/b/c", "/a/b/", "out+"},
		{"+ /a;- /a/b;+ /a/b/c", "/a/b/c/d", "in"},
		{"+ /a;- /a/b;+ /a/b/c", "/a/b/x", "out"},
		{"+ /a/*.txt", "/a/", "out+"},
		{"+ /a/*.txt", "/a/d/", "out+"},
		{"+ /a/*.txt", "/a/d/x.txt", "in"},
		{"+ /a/*.txt", "/a/d/x.doc", "out"},
		{"+1 /a/*.txt", "/a/d/", "out"},
		{"+1 /a/*.txt", "/a/x.txt", "in"},
		{"+1 /a/*.txt", "/a/x.txt/", "out"},
		{"+ /a/*.txt;- /a/d", "/a/d/x.txt", "out"},
		{"+ /a/*.txt;- /a/d", "/a/d/", "out"},
		{"- /a/b;+ /a", "/a/b", "out"},
		{"+ /a;- /a", "/a/x", "out"},
		{"- /a;+ /a", "/a/x", "in"},
		{"+ /", "/any/where", "in"},
		{"+ /a/file", "/a/file", "in"},
		{"+ /a/file", "/a/", "out+"},
		{"+ /a/file?", "/a/file1", "in"},
		{"+ /a/file?", "/a/file12", "out"},
		{"- /a/x", "/a/y", "out"},
	}
	for _, tt := range tests {
		s := set(t, false, strings.Split(tt.rules, ";")...)
		p, _ := driver.ParsePath(tt.path, func(string) bool { return false })
		d := s.Decide(p, strings.HasSuffix(tt.path, "/"))
		got := "out"
		if d.In {
			got = "in"
		} else if d.WildLeft {
			got = "wild"
		}
		if d.Descend {
			got += "+"
		}
		if got != tt.want {
			t.Errorf("%s on %s: %s, want %s", tt.rules, tt.path, got, tt.want)
		}
	}
}

func TestFold(t *testing.T) {
	s := set(t, true, "+ /Data", "- /data/*.TMP")
	if !s.Decide(Path{"DATA", "x"}, false).In || s.Decide(Path{"data", "a.tmp"}, false).In {
		t.Error("case matters although folded")
	}
	if set(t, false, "+ /Data").Decide(Path{"data"}, false).In {
		t.Error("case does not matter although not folded")
	}
}

func TestRoots(t *testing.T) {
	tests := []struct{ rules, want string }{
		{"+ /a;+ /a/b;+ /c", "/a /c"},
		{"+ /a/b;+ /a", "/a"},
		{"+ /a/*.txt", "/a"},
		{"- /a;+ /b", "/b"},
		{"+ /;+ /a", "/"},
		{"- /a", ""},
		{`+ d:\x;+ e:\y`, "/d/x e:/y"},
		{"+ /ab;+ /a", "/a /ab"},
	}
	for _, tt := range tests {
		var got []string
		for _, p := range set(t, false, strings.Split(tt.rules, ";")...).Roots() {
			got = append(got, p.String())
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("roots of %s: %q, want %q", tt.rules, s, tt.want)
		}
	}
}

func TestMatch(t *testing.T) {
	tests := []struct {
		pattern, name string
		want          bool
	}{
		{"*", "", true}, {"*", "anything", true}, {"*.tmp", "a.tmp", true}, {"*.tmp", ".tmp", true},
		{"*.tmp", "a.tmpx", false}, {"a?c", "abc", true}, {"a?c", "ac", false}, {"?", "ä", true},
		{"?", "\xff", true}, {"a*b*c", "aXbYbZc", true}, {"a*b*c", "aXbYbZ", false}, {"", "", true},
		{"", "a", false}, {"[a]", "a", false}, {"[a]", "[a]", true}, {"**", "x", true}, {"*?", "", false},
	}
	for _, tt := range tests {
		if got := Match(tt.pattern, tt.name); got != tt.want {
			t.Errorf("Match(%q, %q) = %v", tt.pattern, tt.name, got)
		}
	}
	if Match(strings.Repeat("*a", 50)+"b", strings.Repeat("a", 5000)) {
		t.Error("matched without b")
	}
}

func FuzzMatch(f *testing.F) {
	f.Add("a*b?c", "aXbYc")
	f.Add("*", "\xff")
	f.Fuzz(func(t *testing.T, pattern, name string) {
		got := Match(pattern, name)
		if !HasWild(pattern) && got != (pattern == name) {
			t.Errorf("Match(%q, %q) = %v", pattern, name, got)
		}
		if !Match("*"+pattern+"*", "x"+strings.NewReplacer("*", "", "?", "q").Replace(pattern)+"y") {
			t.Errorf("*%s* does not match its own filling", pattern)
		}
	})
}
