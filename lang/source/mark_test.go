package source

import "testing"

func TestMarks(t *testing.T) {
	f := NewFile("main.pl", "one\n# line 20 \"gen.pl\"\ntwenty\ntwenty-one\n#line 5\nfive\n# line 7 plain\nseven\n")
	for _, c := range []struct {
		text string
		line int
		name string
	}{
		{"one", 1, "main.pl"}, {"twenty\n", 20, "gen.pl"}, {"twenty-one", 21, "gen.pl"}, {"five", 5, "gen.pl"}, {"seven", 7, "plain"},
	} {
		offset := 0
		for f.Text[offset:offset+len(c.text)] != c.text {
			offset++
		}
		if line, name := f.Line(offset), f.NameAt(offset); line != c.line || name != c.name {
			t.Errorf("%q is at %s:%d, want %s:%d", c.text, name, line, c.name, c.line)
		}
	}
	if p := f.Position(len("one\n# line 20 \"gen.pl\"\n")); p.Line != 3 {
		t.Errorf("positions count lines of the text: %v", p)
	}
}

func TestNoMarks(t *testing.T) {
	for _, text := range []string{
		"# line", "# line x", "# lines 5", "# line 5x", "# line 5 two words", "# line 5 \"open", " # line 5", "x # line 5", "# line 99999999999999999999",
	} {
		f := NewFile("a", text+"\nx")
		if n := f.Line(len(text) + 1); n != 2 {
			t.Errorf("%q: the next line is %d", text, n)
		}
		if name := f.NameAt(len(text) + 1); name != "a" {
			t.Errorf("%q: the file is called %s", text, name)
		}
	}
}
