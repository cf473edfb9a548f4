package diag

// This file tests that the catalogue and the declared codes agree, and that every entry helps.

import (
	"go/ast"
	"go/parser"
	"go/token"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// declared returns the codes of codes.go by the names of their constants.
func declared(t *testing.T) map[string]string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "codes.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	codes := make(map[string]string)
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok {
			return true
		}
		value, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
		if err != nil {
			t.Fatal(err)
		}
		codes[spec.Names[0].Name] = value
		return true
	})
	return codes
}

func TestEveryCodeIsExplained(t *testing.T) {
	seen := make(map[string]string)
	for name, code := range declared(t) {
		if other := seen[code]; other != "" {
			t.Errorf("%s and %s are both %s", name, other, code)
		}
		seen[code] = name
		if _, ok := Explain(code); !ok {
			t.Errorf("%s (%s) has no section", code, name)
		}
	}
	if len(seen) == 0 {
		t.Fatal("no code is declared")
	}
	for _, entry := range Codes() {
		if seen[entry.Code] == "" {
			t.Errorf("the section %s explains a code that is not declared", entry.Code)
		}
	}
}

func TestEntriesHelp(t *testing.T) {
	form := regexp.MustCompile(`^[EW]\d{4}$`)
	// These have no script that shows the mistake.
	exceptions := map[string]string{
		BadEncoding:     "an example would have to hold bytes that are no UTF-8",
		TooDeep:         "an example would be longer than a page",
		Interrupted:     "it comes from outside",
		InternalFailure: "no script causes it",
	}
	for _, entry := range Codes() {
		if !form.MatchString(entry.Code) {
			t.Errorf("%q is no code", entry.Code)
		}
		if entry.Title == "" || strings.HasSuffix(entry.Title, ".") {
			t.Errorf("%s: title %q", entry.Code, entry.Title)
		}
		fences := strings.Count("\n"+entry.Text, "\n```")
		if fences%2 != 0 {
			t.Errorf("%s: a fence is open", entry.Code)
		}
		if fences != 4 && exceptions[entry.Code] == "" {
			t.Errorf("%s: %d examples, want a wrong and a right one", entry.Code, fences/2)
		}
		before, rest, _ := strings.Cut(entry.Text, "```")
		if len(strings.TrimSpace(before)) < 20 {
			t.Errorf("%s: no explanation stands before the example", entry.Code)
		}
		if _, after, _ := strings.Cut(rest, "\n```\n"); fences == 4 && len(strings.TrimSpace(strings.Split(after, "```")[0])) < 10 {
			t.Errorf("%s: no way out stands between the examples", entry.Code)
		}
	}
}

func TestCodesAreInOrder(t *testing.T) {
	var codes []string
	for _, entry := range Codes() {
		codes = append(codes, entry.Code)
	}
	if !slices.IsSorted(codes) || len(slices.Compact(slices.Clone(codes))) != len(codes) {
		t.Errorf("not in order, or one twice: %v", codes)
	}
}

func TestExplain(t *testing.T) {
	for _, code := range []string{"E0101", "e0101", " E0101 "} {
		entry, ok := Explain(code)
		if !ok || entry.Code != MissingSemicolon || entry.Title != "A statement lacks its semicolon" {
			t.Errorf("%q: got %+v, %v", code, entry, ok)
		}
		if !strings.HasPrefix(entry.Text, "The line is complete") || strings.Contains(entry.Text, "## ") {
			t.Errorf("%q: text %q", code, entry.Text)
		}
	}
	for _, code := range []string{"", "E", "E9999", "0101", "E0101x", "\xff"} {
		if entry, ok := Explain(code); ok {
			t.Errorf("%q: got %+v", code, entry)
		}
	}
}

func TestAppendSections(t *testing.T) {
	got := appendSections(nil, "intro\n## E0001 One\nbody\n\n```\n## \n```\n## E0002\n\n## E0003 Three")
	if len(got) != 4 || got[0] != (Entry{"E0001", "One", "body\n\n```"}) || got[3] != (Entry{"E0003", "Three", ""}) {
		t.Errorf("got %+v", got)
	}
	if got := appendSections(nil, "no heading"); got != nil {
		t.Errorf("got %+v", got)
	}
}
