package regex

// This file defines the test against perl's own list of regular expression tests, which is not part of this project.

import (
	"os"
	"sort"
	"strings"
	"testing"
)

// TestPerlList runs the rows of the file that SMR_RE_TESTS names, as found in perl's sources at t/re/re_tests. The
// verdict on every row is that of the installed perl, which the file may be newer than.
func TestPerlList(t *testing.T) {
	file := os.Getenv("SMR_RE_TESTS")
	if file == "" {
		t.Log("SMR_RE_TESTS does not name a file: not asked for")
		return
	}
	passed, total := map[string]int{}, map[string]int{}
	all, good, newer := 0, 0, 0
	st := &State{}
	for _, want := range runReferee(t, "", "retests", file) {
		if code := want.remark[len(want.remark)-1]; code == "1" {
			total["embedded code (refused)"]++
			if _, err := Compile(want.pattern, want.flags); err != nil {
				passed["embedded code (refused)"]++
			}
			continue
		}
		group := groupOf(want)
		all++
		total[group]++
		got := judge(want, st)
		diff := difference(want, got)
		if diff != "" && want.status == "c" && got.status == "c" {
			t.Logf("line %s: %q: other wording: %s", want.number, want.pattern, diff)
			diff = ""
		}
		if diff != "" && satisfies(t, want, got) {
			newer++ // perl 5.36 itself does not do what the row says, or differs in what it does not ask for
			t.Logf("line %s: /%s/%s on %q: as the row says, but %s", want.number, want.pattern, want.mods, want.subject, diff)
			diff = ""
		}
		if diff != "" {
			t.Logf("line %s: /%s/%s on %q: %s", want.number, want.pattern, want.mods, want.subject, diff)
			continue
		}
		good++
		passed[group]++
	}
	groups := make([]string, 0, len(total))
	for g := range total {
		groups = append(groups, g)
	}
	sort.Strings(groups)
	for _, g := range groups {
		t.Logf("%-28s %4d of %4d", g, passed[g], total[g])
	}
	t.Logf("%-28s %4d of %4d (%.1f %%)", "without embedded code", good, all, 100*float64(good)/float64(max(all, 1)))
	t.Logf("%-28s %4d", "of these unlike perl 5.36", newer)
	if good*100 < all*98 {
		t.Errorf("%d of %d rows agree with perl, want 98 %%", good, all)
	}
}

// satisfies tells whether a verdict is what the row itself asks for.
func satisfies(t *testing.T, row, own verdict) bool {
	result, expr, expect := row.remark[0], unhex(t, row.remark[1]), unhex(t, row.remark[2])
	if result == "" || !strings.Contains(result, own.status) {
		return false
	}
	if own.status != "y" || expr == "-" {
		return true
	}
	if strings.ContainsAny(expr, `\@`) || strings.Contains(expr, "${") || strings.Contains(expr, "$::") || strings.Contains(expr, "$#") {
		return false // more than the evaluator knows
	}
	re, err := Compile(own.pattern, own.flags)
	return err == nil && value(expr, own.subject, own, re.Groups) == expect
}

// groupOf names the group a row is counted in: its rarest construct.
func groupOf(v verdict) string {
	has := func(texts ...string) bool {
		for _, x := range texts {
			if strings.Contains(v.pattern, x) {
				return true
			}
		}
		return false
	}
	switch {
	case v.status == "c":
		return "errors"
	case has("(*"):
		return "verbs"
	case has("(?&", "(?R", "(?1", "(?2", "(?+", "(?-1", "(?P>", "(?0"):
		return "recursion"
	case has("(?("):
		return "conditions"
	case has("(?|"):
		return "branch reset"
	case has("(?<=", "(?<!"):
		return "lookbehind"
	case has("(?=", "(?!"):
		return "lookahead"
	case has("(?>", "++", "*+", "?+", "}+"):
		return "atomic"
	case has("(?<", "(?'", "(?P", "\\k"):
		return "named groups"
	case v.utf8 || has("\\p", "\\P", "\\x{", "\\X", "\\N"):
		return "characters and properties"
	case has("[["):
		return "POSIX classes"
	case has("\\1", "\\2", "\\g"):
		return "references"
	case v.flags&I != 0:
		return "ignoring case"
	case v.flags&M != 0 || has("^", "$", "\\z", "\\Z", "\\A", "\\b", "\\B", "\\G"):
		return "places"
	}
	return "basic"
}
