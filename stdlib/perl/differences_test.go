package perl_test

// This file holds docs/differences-from-perl.md against both languages: the page must tell of each what it really does.

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A difference is an example of the page.
type difference struct {
	code, here, perl string
	perlSaid         bool // the page says what perl prints
}

// differencesOf reads the examples of a Markdown page.
func differencesOf(page string) []difference {
	var out []difference
	for i, block := range strings.Split(page, "```") {
		code, isPerl := strings.CutPrefix(block, "perl\n")
		if i%2 == 0 || !isPerl {
			continue
		}
		var d difference
		var b strings.Builder
		for line := range strings.Lines(code) {
			if said, ok := strings.CutPrefix(line, "#here> "); ok {
				d.here += said
			} else if said, ok := strings.CutPrefix(line, "#perl> "); ok {
				d.perl, d.perlSaid = d.perl+said, true
			} else {
				b.WriteString(line)
			}
		}
		d.code = b.String()
		out = append(out, d)
	}
	return out
}

func TestDifferencesPage(t *testing.T) {
	data, err := os.ReadFile("../../docs/differences-from-perl.md")
	if err != nil {
		t.Fatal(err)
	}
	list := differencesOf(string(data))
	if len(list) < 8 {
		t.Fatalf("only %d examples were found", len(list))
	}
	for _, d := range list {
		t.Run(strings.SplitN(d.code, "\n", 2)[0], func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(t.TempDir(), "example.pl")
			if err := os.WriteFile(path, []byte(d.code), 0o600); err != nil {
				t.Fatal(err)
			}
			s := &script{path: path, text: d.code}
			ours := s.underUs(t, t.TempDir())
			if got := strings.TrimSuffix(ours.stdout, "\n") + "\n"; got != d.here || ours.exit != 0 {
				t.Errorf("here it prints %q and ends with %d; the page says %q\n%s", got, ours.exit, d.here, ours.stderr)
			}
			if !d.perlSaid {
				return
			}
			theirs := s.underPerl(t, t.TempDir())
			if theirs.stdout != d.perl {
				t.Errorf("perl prints %q; the page says %q", theirs.stdout, d.perl)
			}
			if theirs.stdout == ours.stdout {
				t.Errorf("both print %q: this is no difference any more", ours.stdout)
			}
		})
	}
}
