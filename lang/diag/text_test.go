package diag

// This file tests the form for people.

import (
	"errors"
	"regexp"
	"strings"
	"testing"

	"github.com/rivo/uniseg"

	"github.com/smrscript/smrscript/lang/source"
)

// draw returns the plain form.
func draw(t testing.TB, d *Diagnostic) string {
	t.Helper()
	var b strings.Builder
	if err := Write(&b, d, Options{}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// marked returns a file and the span between the marks « and » in its text, which are taken out.
func marked(name, text string) (*source.File, source.Span) {
	start := strings.Index(text, "«")
	text = strings.Replace(text, "«", "", 1)
	end := strings.Index(text, "»")
	return source.NewFile(name, strings.Replace(text, "»", "", 1)), source.Span{Start: start, End: end}
}

func TestWrite(t *testing.T) {
	for _, test := range []struct {
		name, text string
		change     func(*Diagnostic)
		want       string
	}{
		{
			"everything", "source alpha;\nconnect db to beta map «bse» \"d:\\copy\";\n",
			func(d *Diagnostic) {
				d.Code = CommandSyntax
				d.Expected = []string{"BASE", "EXACT", "<path>"}
				d.DidYouMean = "base"
				d.Help = "see help connect"
				d.Notes = []string{"one", "two\nlines\n"}
			},
			`
error[E0201]: bad
  --> a.smr:2:24
   |
 2 | connect db to beta map bse "d:\copy";
   |                        ^^^
   = expected: BASE, EXACT, <path>
   = help: did you mean "base"?
   = help: see help connect
   = note: one
   = note: two
           lines
`,
		},
		{
			"a warning on a line with two digits", strings.Repeat("\n", 11) + "«x»",
			func(d *Diagnostic) { d.Severity = Warning },
			`
warning: bad
   --> a.smr:12:1
    |
 12 | x
    | ^
`,
		},
		{
			"a message of several lines", "«x»",
			func(d *Diagnostic) { d.Message, d.Severity = "one\r\ntwo\n", Note },
			`
note: one
  two
  --> a.smr:1:1
   |
 1 | x
   | ^
`,
		},
		{
			"a range over several lines", "if («$x\n  < 0») { }",
			nil,
			`
error: bad
  --> a.smr:1:5
   |
 1 | if ($x
   |     ^^
`,
		},
		{
			"an empty range at the end of a line", "source alpha«»\ntarget beta;",
			nil,
			`
error: bad
  --> a.smr:1:13
   |
 1 | source alpha
   |             ^
`,
		},
		{
			"a range of a line end with CRLF", "source alpha«\r\n»target beta;",
			nil,
			`
error: bad
  --> a.smr:1:13
   |
 1 | source alpha
   |             ^
`,
		},
		{
			"a range that ends in blanks", "a «b   » c",
			nil,
			`
error: bad
  --> a.smr:1:3
   |
 1 | a b    c
   |   ^
`,
		},
		{
			"tabs", "\ta\t«b\tc»;",
			nil,
			`
error: bad
  --> a.smr:1:4
   |
 1 |     a   b   c;
   |         ^^^^^
`,
		},
		{
			"wide and combined characters", "日本 e\u0301«日本e\u0301» x",
			nil,
			`
error: bad
  --> a.smr:1:6
   |
 1 | 日本 é日本é x
   |       ^^^^^
`,
		},
		{
			"control characters and broken UTF-8", "a\x1b[31m\x7f\xff\u202e«b»",
			nil,
			`
error: bad
  --> a.smr:1:10
   |
 1 | a␛[31m␡��b
   |          ^
`,
		},
		{
			"an empty line", "a\n«»\nb",
			nil,
			`
error: bad
  --> a.smr:2:1
`,
		},
		{
			"a place behind the text", "ab",
			func(d *Diagnostic) { d.Span = source.Span{Start: 50, End: 60} },
			`
error: bad
  --> a.smr:1:3
   |
 1 | ab
   |   ^
`,
		},
		{
			"a range that goes backwards", "abcd",
			func(d *Diagnostic) { d.Span = source.Span{Start: 2, End: -4} },
			`
error: bad
  --> a.smr:1:3
   |
 1 | abcd
   |   ^
`,
		},
		{
			"no place", "",
			func(d *Diagnostic) { d.File, d.Help = nil, "way out" },
			`
error: bad
 = help: way out
`,
		},
	} {
		file, span := marked("a.smr", test.text)
		d := &Diagnostic{File: file, Span: span, Message: "bad"}
		if test.change != nil {
			test.change(d)
		}
		want := strings.ReplaceAll(strings.TrimPrefix(test.want, "\n"), "é", "e\u0301")
		if got := draw(t, d); got != want {
			t.Errorf("%s\ngot:\n%s\nwant:\n%s", test.name, got, want)
		}
	}
}

func TestWriteStack(t *testing.T) {
	file, span := marked("a.smr", "sub copy { «die» }\ncopy();")
	d := &Diagnostic{Code: Died, File: file, Span: span, Message: "no connection", Stack: []Frame{
		{File: file, Span: source.Span{Start: 17, End: 23}, Name: "main::copy"},
		{File: file, Span: source.Span{Start: 17, End: 23}},
		{Name: "sort"},
	}}
	want := `error[E0501]: no connection
  --> a.smr:1:12
   |
 1 | sub copy { die }
   |            ^^^
   = in main::copy at a.smr:2:1
   = in the script at a.smr:2:1
   = in sort
`
	if got := draw(t, d); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}

func TestWriteDeepStack(t *testing.T) {
	d := &Diagnostic{Message: "deep"}
	for range 1000 {
		d.Stack = append(d.Stack, Frame{Name: "f"})
	}
	got := draw(t, d)
	if n := strings.Count(got, "in f\n"); n != maxStack {
		t.Errorf("%d frames are drawn", n)
	}
	if !strings.Contains(got, "... 976 more ...") {
		t.Errorf("got:\n%s", got)
	}
}

func TestWriteCutsWideLines(t *testing.T) {
	for _, text := range []string{
		"«here»" + strings.Repeat(" word", 500),
		strings.Repeat("word ", 500) + "«here»" + strings.Repeat(" word", 500),
		strings.Repeat("word ", 500) + "«here»",
		strings.Repeat("日本", 500) + "«here»" + strings.Repeat("日本", 500),
		strings.Repeat("\t", 500) + "«here»",
	} {
		file, span := marked("a", text)
		lines := strings.Split(draw(t, &Diagnostic{File: file, Span: span, Message: "m"}), "\n")
		shown, carets := lines[3], lines[4]
		if width := uniseg.StringWidth(shown); width > maxWidth+20 {
			t.Errorf("%d columns wide: %s", width, shown)
		}
		before := shown[:strings.Index(shown, "here")]
		if at := strings.Index(carets, "^"); uniseg.StringWidth(before) != at || strings.Count(carets, "^") != 4 {
			t.Errorf("the caret is off:\n%s\n%s", shown, carets)
		}
	}
	// A range that is itself too wide is marked as far as it is shown.
	file, span := marked("a", "«"+strings.Repeat("x", 1000)+"»")
	lines := strings.Split(draw(t, &Diagnostic{File: file, Span: span, Message: "m"}), "\n")
	if strings.Count(lines[4], "^") != maxWidth || !strings.HasSuffix(lines[3], "x...") {
		t.Errorf("got:\n%s\n%s", lines[3], lines[4])
	}
}

func TestWriteColor(t *testing.T) {
	file, span := marked("a.smr", "a «b» c")
	for _, severity := range []Severity{Error, Warning, Note} {
		d := &Diagnostic{Severity: severity, Code: Warned, File: file, Span: span, Message: "m", Expected: []string{"x"}, DidYouMean: "y",
			Stack: []Frame{{Name: "f"}}}
		var b strings.Builder
		if err := Write(&b, d, Options{Color: true}); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(b.String(), "\x1b[") {
			t.Error("no colour")
		}
		plain := regexp.MustCompile("\x1b\\[[0-9;]*m").ReplaceAllString(b.String(), "")
		if plain != draw(t, d) {
			t.Errorf("the colours change the text:\n%s", plain)
		}
	}
}

// A shut writer fails.
type shut struct{}

var errShut = errors.New("shut")

func (shut) Write([]byte) (int, error) { return 0, errShut }

func TestWriteReturnsTheWritersError(t *testing.T) {
	if err := Write(shut{}, &Diagnostic{Message: "m"}, Options{}); !errors.Is(err, errShut) {
		t.Errorf("got %v", err)
	}
}

// FuzzWrite: no text and no range may panic, and nothing that steers a terminal comes out.
func FuzzWrite(f *testing.F) {
	f.Add("a\tb\nc", 2, 3, "m")
	f.Add("日本\u202e\x1b[0m\xff", 1, 99, "a\nb")
	f.Add("", -1, -9, "")
	f.Add(strings.Repeat("e\u0301", 300), 200, 210, "\x9b")
	f.Fuzz(func(t *testing.T, text string, start, end int, message string) {
		d := &Diagnostic{File: source.NewFile("f"+message, text), Span: source.Span{Start: start, End: end}, Message: message, Help: text,
			Notes: []string{message}, Stack: []Frame{{File: source.NewFile("g", text), Span: source.Span{Start: end, End: start}, Name: text}}}
		for _, r := range draw(t, d) {
			if r < ' ' && r != '\n' && r != '\t' || r == 0x7f || 0x80 <= r && r < 0xa0 {
				t.Fatalf("control character %U", r)
			}
		}
		if _, err := JSON(d); err != nil {
			t.Fatal(err)
		}
	})
}
