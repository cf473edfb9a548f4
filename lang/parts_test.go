package lang

import (
	"strings"
	"testing"

	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/lang/tree"
)

func TestPaths(t *testing.T) {
	for text, want := range map[string][2]bool{
		`d:\backup`: {true, false}, `d:\`: {true, false}, `d:\a`: {false, true}, `d:\new*`: {false, true}, `A:\n`: {false, true}, `c:\\x`: {false, false},
		`\\host\share`: {true, false}, `\\host`: {false, true}, `plain`: {false, false}, ``: {false, false}, `http://x`: {false, false},
	} {
		if got := [2]bool{IsPath(text), LooksLikePath(text)}; got != want {
			t.Errorf("%s: path %v, looks like one %v", text, got[0], got[1])
		}
	}
}

func TestView(t *testing.T) {
	root := &view{text: `ab\"cd\"ef\\"`}
	p := part{root, 2, len(root.text)}.without('"', '"')
	if got := p.String(); got != `"cd"ef\\"` {
		t.Fatalf("without gives %s", got)
	}
	for offset, want := range []int{3, 4, 5, 7, 8, 9, 10, 11, 12, 13} {
		if got := p.view.origin(offset); got != want {
			t.Errorf("offset %d comes from %d, want %d", offset, got, want)
		}
	}
	inner := part{p.view, 1, 4}.without('d', 'd') // nothing to leave out: the same part
	if inner.view != p.view || inner.span() != (source.Span{Start: 4, End: 8}) {
		t.Errorf("inner part %v of %p", inner.span(), inner.view)
	}
	h := &view{text: "x\n    a\n\n      b\r\n"}
	body := h.body(heredoc{start: 2, end: len(h.text), indented: true, indent: 4})
	if got := body.String(); got != "a\n\n  b\n" {
		t.Errorf("indented body %q", got)
	}
	if got := body.view.origin(3); got != 13 {
		t.Errorf("the third line comes from %d", got)
	}
	if got := h.body(heredoc{start: 2, end: 8}); got.view != h {
		t.Error("a plain body is copied")
	}
}

func TestTextBuilder(t *testing.T) {
	b := textBuilder{}
	b.source("é")
	b.char(0xe9)
	if b.String() != "\xc3\xe9" || b.wide {
		t.Errorf("bytes: %q %v", b.String(), b.wide)
	}
	b.char(0x263a)
	if b.String() != "Ãé☺" || !b.wide {
		t.Errorf("widened: %q %v", b.String(), b.wide)
	}
	u := textBuilder{utf8: true}
	for s := "é日\xff"; s != ""; {
		s = s[u.source(s):]
	}
	if u.String() != "é日ÿ" || !u.wide {
		t.Errorf("characters: %q %v", u.String(), u.wide)
	}
}

func TestUtf8(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{`"é"; 'é'; q(日)`, `"é"; "é"; "日"`},
		{`use utf8; "é"; '日'; "日é"; é => 1; $größe; { no utf8; "日" } "日"`, `(use :utf8); "é"w; "日"w; "日é"w; (list "é"w 1); $größe; (bare (block (no :utf8) "日")); "日"w`},
		{`"\x{e9}"; "\x{263a}é"; use utf8; s/é/日/; tr/é/日/; /日/; "\u\x{e9}\U日é"; "\uä"`, `"\xe9"; "☺Ã©"w; (use :utf8); (subst nil "é"w "日"w); (trans nil "é" "日"); (match nil "日"w); (interp "\xc9" "日É"w); "\xc4"`},
	} {
		program, diags := parse(t, c.text)
		if len(diags) > 0 {
			t.Errorf("%s: %v", c.text, diags)
		}
		if got := strings.ReplaceAll(tree.DumpProgram(program), "\n", "; "); got != c.want {
			t.Errorf("%s\n\tgot  %s\n\twant %s", c.text, got, c.want)
		}
	}
	program, _ := parseAs(t, "t", `"日"`, Options{Utf8: true})
	if got := tree.DumpProgram(program); got != `"日"w` {
		t.Errorf("Options.Utf8: %s", got)
	}
}

func TestOptions(t *testing.T) {
	subs := func(name string) (string, bool, bool) {
		switch name {
		case "main::known":
			return "", false, true
		case "Foo::pair":
			return "$$", true, true
		case "Foo::ping", "main::secret":
			return "", false, true
		}
		return "", false, false
	}
	for _, c := range []struct{ pkg, text, want string }{
		{"", "known -1; known 1, 2", "(call :known (u- 1)); (call :known 1 2)"},
		{"Foo", "pair @x, 1; __PACKAGE__; known - 1", `(call :pair (scalar @x) 1); "Foo"; (- known 1)`},
		{"Foo", "ping beta", "(call :ping beta)"},
		{"", "ping beta; secret 'x'; Foo::pair 1, 2", `(command :PING (machine "beta")); (call :secret "x"); (call :Foo::pair 1 2)`},
		{"Foo", "secret 'x'", `(secret "x")`},
	} {
		program, diags := parseAs(t, "t", c.text, Options{Words: words(), Subs: subs, Package: c.pkg, Eval: true})
		if len(diags) > 0 {
			t.Errorf("%s: %v", c.text, diags)
		}
		if got := strings.ReplaceAll(tree.DumpProgram(program), "\n", "; "); got != c.want {
			t.Errorf("%s\n\tgot  %s\n\twant %s", c.text, got, c.want)
		}
	}
	if program, diags := Parse(source.NewFile("t", "connect s to b; f(1);"), Options{}); len(program.Body.Stmts) == 0 || len(diags) == 0 {
		t.Error("without words a command is no command")
	}
}

func TestData(t *testing.T) {
	for _, c := range []struct {
		text, data string
		has        bool
	}{
		{"1;\n__END__\na\nb\n", "a\nb\n", true}, {"1;\n__DATA__", "", true}, {"1;\n__END__ rest\nx", "x", true}, {"1;", "", false}, {"'__END__';\nf(\"\n__END__\n\")", "", false},
		{"1;\x04\nx", "x", true}, {"%h = (__END__ => 1)", "", false},
	} {
		program, diags := parse(t, c.text)
		if program.HasData != c.has || program.Data != c.data || len(diags) > 0 {
			t.Errorf("%q: data %v %q, %v", c.text, program.HasData, program.Data, diags)
		}
	}
}

// TestRestart checks that a sub declared further on takes a word over from the beginning of the file.
func TestRestart(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"status source; sub status { }", "(method :status \"source\")\n(sub :status (block))"},
		{"secret('x'); sub secret { }", "(call :secret \"x\")\n(sub :secret (block))"},
		{"EXIT 3; sub EXIT { }", "(call :EXIT 3)\n(sub :EXIT (block))"},
		{"lc('x'); sub lc { }", "(lc \"x\")\n(sub :lc (block))"},
		{"# sub status\nstatus source; 'sub status { }'", "(command :STATUS SOURCE)\n\"sub status { }\""},
		{"ping beta; *ping = sub { };", "(command :PING (machine \"beta\"))\n(= *ping (anonsub (block)))"},
	} {
		program, diags := parse(t, c.text)
		if got := tree.DumpProgram(program); got != c.want || len(diags) > 0 {
			t.Errorf("%s\n\tgot  %s\n\twant %s\n\t%v", c.text, got, c.want, diags)
		}
	}
}

// TestChunks checks that a long file is parsed as one: packages and pragmas hold over the places where its tokens are
// cut.
func TestChunks(t *testing.T) {
	text := "package Foo; use utf8; sub first_one { }\n" + strings.Repeat("if ($x) { f($x, 1) } else { g(2) }\n$y = 3;\n", 2000) + "\"日\"; __PACKAGE__; first_one 1;\n{ }"
	program, diags := parse(t, text)
	if len(diags) > 0 || len(program.Body.Stmts) != 3+4000+4 {
		t.Fatalf("%d statements, %v", len(program.Body.Stmts), diags)
	}
	n := len(program.Body.Stmts)
	var tail []string
	for _, s := range program.Body.Stmts[n-4:] {
		tail = append(tail, tree.Dump(s))
	}
	if got := strings.Join(tail, " "); got != `"日"w "Foo" (call :first_one 1) (bare (block))` {
		t.Error(got)
	}
}

// TestConcurrent parses in parallel, as an embedding program does.
func TestConcurrent(t *testing.T) {
	done := make(chan string)
	for range 8 {
		go func() {
			out := ""
			for range 50 {
				program, _ := Parse(source.NewFile("t", "sub f ($x) { my $y = \"a $x @{[ g({ a => 1 }) ]}\"; ping beta }"), Options{Words: words()})
				out = tree.DumpProgram(program)
			}
			done <- out
		}()
	}
	first := <-done
	for range 7 {
		if other := <-done; other != first {
			t.Errorf("%s\n%s", first, other)
		}
	}
}
