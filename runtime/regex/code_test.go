package regex

// This file tests code inside of patterns.

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

// recorder is a Coder that notes what it is asked and answers from tables.
type recorder struct {
	log      []string
	truth    map[int]bool
	patterns map[int]string
	err      error
}

func (r *recorder) Run(st *State, id, pos int) bool {
	caps, lastParen, _ := st.Partial(pos)
	s, _ := st.Subject()
	group := ""
	if len(caps) > 3 && caps[2] >= 0 {
		group = s[caps[2]:caps[3]]
	}
	r.log = append(r.log, fmt.Sprintf("%d@%d:%s(%d)", id, pos, group, lastParen))
	return r.truth[id]
}

func (r *recorder) Pattern(_ *State, id, _ int) (*Regexp, error) {
	if r.err != nil {
		return nil, r.err
	}
	return Compile(r.patterns[id], 0)
}

func TestCode(t *testing.T) {
	run := func(id int) string { return "(" + CodeMark(id, false) + ")" }
	give := func(id int) string { return "(" + CodeMark(id, true) + ")" }
	for _, test := range []struct {
		name, pattern, subject string
		truth                  map[int]bool
		patterns               map[int]string
		want                   string // the match, "-" for none
		log                    string
	}{
		{"in passing", "(b)" + run(7), "abc", nil, nil, "b", "7@2:b(1)"},
		{"each way", "(.+?)" + run(1) + "(?!)", "abc", nil, nil, "-", "1@1:a(1) 1@2:ab(1) 1@3:abc(1) 1@2:b(1) 1@3:bc(1) 1@3:c(1)"},
		{"greedy runs give back", "a*" + run(1) + "(*FAIL)", "aa", nil, nil, "-", "1@2:(0) 1@1:(0) 1@0:(0) 1@2:(0) 1@1:(0) 1@2:(0)"},
		{"condition true", "(?(" + CodeMark(3, false) + ")b|c)", "bc", map[int]bool{3: true}, nil, "b", ""},
		{"condition false", "(?(" + CodeMark(3, false) + ")b|c)", "bc", nil, nil, "c", ""},
		{"a given pattern", "x" + give(2) + "y", "axbby", nil, map[int]string{2: "b+"}, "xbby", ""},
		{"given back into", "^" + give(2) + "ab$", "aaab", nil, map[int]string{2: "a+"}, "aaab", ""},
		{"no way in", "^" + give(2) + "c", "aab", nil, map[int]string{2: "a|aa"}, "-", ""},
		{"groups of its own", "(a)" + give(2) + `\1`, "abba", nil, map[int]string{2: `(b)\1`}, "abba", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			re, err := Compile(test.pattern, 0)
			if err != nil {
				t.Fatal(err)
			}
			for _, wide := range []bool{false, true} {
				r := &recorder{truth: test.truth, patterns: test.patterns}
				st := &State{Coder: r}
				got := "-"
				if ok, err := re.Match(st, test.subject, wide, 0); err != nil {
					t.Fatal(err)
				} else if ok {
					got = test.subject[st.Caps[0]:st.Caps[1]]
				}
				if got != test.want {
					t.Errorf("utf8 %v: matched %q, want %q", wide, got, test.want)
				}
				if log := strings.Join(r.log, " "); test.log != "" && log != test.log {
					t.Errorf("utf8 %v: ran %s, want %s", wide, log, test.log)
				}
			}
		})
	}
}

func TestCodeErrors(t *testing.T) {
	for _, pattern := range []string{"(?{ 1 })", "(??{ 1 })", "(?(?{ 1 })a|b)"} {
		if _, err := Compile(pattern, 0); err == nil || !strings.Contains(err.Error(), "Eval-group not allowed") {
			t.Errorf("%s: %v, want a refusal of code without a mark", pattern, err)
		}
	}
	re, err := Compile("a("+CodeMark(0, true)+")", 0)
	if err != nil {
		t.Fatal(err)
	}
	fault := errors.New("no pattern")
	if _, err := re.Match(&State{Coder: &recorder{err: fault}}, "ab", false, 0); !errors.Is(err, fault) {
		t.Errorf("got %v, want the coder's error", err)
	}
	again := &recorder{patterns: map[int]string{0: "a?(" + CodeMark(0, true) + ")"}}
	if _, err := re.Match(&State{Coder: again}, "aaa", false, 0); err == nil || !strings.Contains(err.Error(), "Infinite recursion") {
		t.Errorf("got %v, want endless recursion to be reported", err)
	}
}

func TestLiteral(t *testing.T) {
	for pattern, want := range map[string]string{"": "", ",": ",", "ab": "ab", `\.`: "."} {
		re, err := Compile(pattern, 0)
		if err != nil {
			t.Fatal(err)
		}
		if got, ok := re.Literal(); !ok || got != want {
			t.Errorf("%q: %q, %v, want %q", pattern, got, ok, want)
		}
	}
	for _, pattern := range []string{"a+", "(a)", "[ab]", "^a", "(?i)a"} {
		re, err := Compile(pattern, 0)
		if err != nil {
			t.Fatal(err)
		}
		if got, ok := re.Literal(); ok {
			t.Errorf("%q is no literal, got %q", pattern, got)
		}
	}
}
