package lang

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/alecthomas/participle/v2/lexer"

	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/lang/tree"
)

// seeds adds the texts of all other tests to a fuzz corpus.
func seeds(f *testing.F) {
	for _, pattern := range []string{"testdata/perl/*.pl", "testdata/scripts/*.smr", "testdata/trees/*.txt", "testdata/errors/*.smr"} {
		files, _ := filepath.Glob(pattern)
		for _, name := range files {
			data, err := os.ReadFile(name)
			if err != nil {
				f.Fatal(err)
			}
			for _, chunk := range strings.Split(strings.ReplaceAll(string(data), "\n----\n", "\n---\n"), "\n---\n") {
				text, _, _ := strings.Cut(chunk, "\n=>\n")
				f.Add(text)
				f.Add(text[:len(text)/2])
			}
		}
	}
}

// FuzzLex checks that tokens stand for their text, in order, without overlap, and that lexing ends.
func FuzzLex(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, text string) {
		s := newScript(source.NewFile("f", text), Options{Words: words()})
		l := newLexer(s, s.root, 0, len(text))
		last := 0
		for count := 0; ; count++ {
			token, err := l.Next()
			if err != nil {
				t.Fatal(err)
			}
			if count > 2*len(text)+10 {
				t.Fatalf("more tokens than characters in %q", text)
			}
			at := token.Pos.Offset
			if at < last || end(&token) > len(text) || text[at:end(&token)] != token.Value {
				t.Fatalf("token %q at %d after %d in %q", token.Value, at, last, text)
			}
			last = end(&token)
			if token.Type == lexer.EOF {
				return
			}
		}
	})
}

// FuzzParse checks that parsing neither panics nor hangs, and that all ranges lie in the file and in each other.
func FuzzParse(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, text string) {
		program, _ := parse(t, text)
		tree.DumpProgram(program)
	})
}

// TestNesting parses what is deeply nested: a thousand levels work, and no depth overflows the stack.
func TestNesting(t *testing.T) {
	for _, c := range []struct{ open, middle, close string }{
		{"(", "1", ")"}, {"[", "1", "]"}, {"{", "1;", "}"}, {"$x = {a => ", "1", "}"}, {"f(", "1", ")"}, {"sub { ", "1", " }"}, {"if ($x) { ", "1", " }"}, {"-", "1", ""}, {"!", "$x", ""},
		{"$x{", "1", "}"}, {"$x ? ", "1", " : 2"}, {"$x ? 1 : ", "1", ""}, {"$a = ", "1", ""}, {"2 ** ", "1", ""}, {"@{", "$x", "}"}, {"$", "$x", ""}, {"not ", "1", ""}, {"my $f = sub { ", "1", " };"},
		{"map { ", "1", " } 1"}, {"do { ", "1", " };"}, {"IF $x THEN ", "write 1", " END"}, {"lc ", "$x", ""}, {"print ", "1", ""}, {"return ", "1", ""}, {"\"@{[ ", "1", " ]}\""},
		{"\\", "$x", ""}, {"local ", "$x", ""}, {"package A { ", "1", " }"}, {"ping (", "1", ")"},
	} {
		if strings.HasPrefix(c.open, "\"") {
			c.open, c.close = "qq(@{[ ", " ]})"
		}
		deep := 1000
		if c.open == "qq(@{[ " {
			deep = 300
		}
		text := strings.Repeat(c.open, deep) + c.middle + strings.Repeat(c.close, deep)
		if _, diags := Parse(source.NewFile("n", text), Options{Words: words()}); len(diags) > 0 && diags[0].Code == "E0118" {
			t.Errorf("%d times %q: %s", deep, c.open, diags[0])
		}
		for _, n := range []int{5000, 50000} {
			text := strings.Repeat(c.open, n) + c.middle
			program, _ := Parse(source.NewFile("n", text), Options{Words: words()})
			if problem := checkSpans(program); problem != "" {
				t.Error(problem)
			}
		}
	}
	for _, chain := range []string{"1 + ", "$x . ", "$x->{a}", "1, ", "$x && ", "1 < ", "$x->m", "a::"} {
		text := "$x " + strings.Repeat(chain, 100000) + "1;"
		program, _ := Parse(source.NewFile("n", text), Options{Words: words()})
		tree.DumpProgram(program)
	}
}
