package format

// This file tests the layout on small scripts, that it is settled, and that the meaning stays for any text.

import (
	"strings"
	"testing"

	"github.com/smrscript/smrscript/lang"
	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/lang/usage"
)

// few knows a handful of words.
type few map[string]*usage.Command

func (f few) Command(head string) *usage.Command { return f[strings.ToUpper(head)] }

func (few) Function(name string) *usage.Function {
	forms := map[string]string{"print": "print FILEHANDLE LIST\nprint LIST\nprint", "map": "map BLOCK LIST\nmap EXPR,LIST", "shift": "shift ARRAY\nshift",
		"push": "push ARRAY,LIST", "defined": "defined EXPR\ndefined", "die": "die LIST", "write": "write LIST"}
	text, ok := forms[name]
	if !ok {
		return nil
	}
	u, err := usage.ParseFunction(text)
	if err != nil {
		panic(err)
	}
	return u
}

func (few) Exports(string, []string) map[string]*usage.Function { return nil }

func words(t testing.TB) few {
	line, err := usage.ParseLine("CONNECT <repset> TO <target> [MAP BASE <path>] [MIRROR DIFFERENT [, CHECKSUM]] [TIMEOUT=<duration>]")
	if err != nil {
		t.Fatal(err)
	}
	c, err := usage.NewCommand(line)
	if err != nil {
		t.Fatal(err)
	}
	return few{"CONNECT": c}
}

func TestLayout(t *testing.T) {
	for name, c := range map[string]struct{ in, want string }{
		"nothing":            {"", ""},
		"blanks":             {"\n\n  \n", ""},
		"a byte order mark":  {"\ufeff1;\r\n2;\r\n", "1;\n2;\n"},
		"operators":          {"$x=1+2*-3;$y.='a'.$x ;", "$x = 1 + 2 * -3;\n$y .= 'a' . $x;\n"},
		"unary":              {"$x = ! $y; $z = \\ $x; $n = - -1; $i ++; -- $i; $m = -bare;", "$x = !$y;\n$z = \\$x;\n$n = - -1;\n$i++;\n--$i;\n$m = -bare;\n"},
		"lists":              {"@a=( 1,2 ,3 );%h=(a=>1,b =>2);$r=[ 1,[2] ];$h={};$g={a=>1};", "@a = (1, 2, 3);\n%h = (a => 1, b => 2);\n$r = [1, [2]];\n$h = {};\n$g = { a => 1 };\n"},
		"subscripts":         {"$h{ a }[ 0 ] -> {b}=$$r { x };@{ $x }; @{foo}; @{ shift };", "$h{a}[0]->{b} = $$r{x};\n@{ $x };\n@{foo};\n@{ shift };\n"},
		"calls stay":         {"print (1); print(2); f (3); f(4);", "print (1);\nprint(2);\nf (3);\nf(4);\n"},
		"blocks":             {"if($x){$y;$z}else{$w}", "if ($x) {\n    $y;\n    $z\n} else { $w }\n"},
		"one line":           {"sub f{return 1}\nwhile(1){last if $x;}", "sub f { return 1 }\nwhile (1) { last if $x; }\n"},
		"braces move up":     {"if ($x)\n{\n1;\n}\nelsif ($y)\n{\n2;\n}\nelse\n{\n3;\n}\n{\n4;\n}", "if ($x) {\n    1;\n} elsif ($y) {\n    2;\n} else {\n    3;\n}\n{\n    4;\n}\n"},
		"empty blocks":       {"sub f {\n}\n{ }\n", "sub f {}\n{}\n"},
		"nested":             {"sub f{if(1){2;3}}", "sub f {\n    if (1) {\n        2;\n        3\n    }\n}\n"},
		"for":                {"for(my $i=0;$i<3;$i++){1}\nforeach my $x(1..3){2}", "for (my $i = 0; $i < 3; $i++) { 1 }\nforeach my $x (1 .. 3) { 2 }\n"},
		"lines of a list":    {"f(1,\n2,\n[\n3,\n],\n);", "f(1,\n    2,\n    [\n        3,\n    ],\n);\n"},
		"long expressions":   {"$x = $a\n+ $b\n. f(\n1\n);", "$x = $a\n    + $b\n    . f(\n        1\n    );\n"},
		"comments":           {"# one\n\n\n\n  # two\nf(); # x\nlonger(); # y\n{ # z\n1;\n# last\n}", "# one\n\n# two\nf();      # x\nlonger(); # y\n{ # z\n    1;\n    # last\n}\n"},
		"c comments":         {"/* a */ 1; /* b\nc */ 2;", "/* a */ 1; /* b\nc */\n2;\n"},
		"marks":              {"#!/usr/bin/perl\nif (1) {\n# line 7 \"x\"\n1;\n}", "#!/usr/bin/perl\nif (1) {\n# line 7 \"x\"\n    1;\n}\n"},
		"pod":                {"1;\n\n=pod\n\n  x\n\n=cut\n\n2;", "1;\n\n=pod\n\n  x\n\n=cut\n\n2;\n"},
		"data":               {"1\n;\n__END__\n  x {\n", "1\n    ;\n__END__\n  x {\n"},
		"heredocs":           {"f(<<A, <<\"B\"); g();\na\nA\n b\nB\nh();", "f(<<A, <<\"B\");\na\nA\n b\nB\ng();\nh();\n"},
		"heredoc and block":  {"if (f(<<A)) {\na\nA\n1; 2;\n}", "if (f(<<A)) {\na\nA\n    1;\n    2;\n}\n"},
		"two heredocs":       {"f(<<A); g(<<B);\na\nA\nb\nB\n", "f(<<A);\na\nA\ng(<<B);\nb\nB\n"},
		"strings stay":       {"$x = \"a\n   b\" ;   $y = qw( a\n b );", "$x = \"a\n   b\";\n$y = qw( a\n b );\n"},
		"labels":             {"L:for(1){next L}", "L: for (1) { next L }\n"},
		"map":                {"map{$_*2}@x; map {; 1 } @y;", "map { $_ * 2 } @x;\nmap {; 1 } @y;\n"},
		"commands":           {"connect   db  to beta map base \"d:\\\" mirror different,checksum timeout=5 minutes ;", "connect db to beta map base \"d:\\\" mirror different, checksum timeout=5 minutes;\n"},
		"blocks of commands": {"IF $x = 1 THEN write 1; ELSE\nwrite 2; END\nWHILE $x DO\nwrite 3;\nEND", "IF $x = 1 THEN\n    write 1;\nELSE\n    write 2;\nEND\nWHILE $x DO\n    write 3;\nEND\n"},
		"subs as values":     {"f(sub{1},sub{\n2;3},4);", "f(sub { 1 }, sub {\n    2;\n    3\n}, 4);\n"},
	} {
		got, level, mistakes := Source(source.NewFile("x.smr", c.in), words(t))
		if mistakes != nil || level != Full || got != c.want {
			t.Errorf("%s: %v, %v\ngot:\n%s\nwant:\n%s", name, level, mistakes, got, c.want)
		}
		if again, _, _ := Source(source.NewFile("x.smr", got), words(t)); again != got {
			t.Errorf("%s: not settled:\n%s\nagain:\n%s", name, got, again)
		}
	}
}

func TestLevels(t *testing.T) {
	// The heredoc of a substitution stands behind the line of the substitution: statements cannot be parted there.
	in := "{\n$x =~ s/a/<<R/e; $y;\n r\nR\n}\n"
	got, level, mistakes := Source(source.NewFile("x", in), words(t))
	if mistakes != nil || level == Full && !strings.Contains(got, "R\n") {
		t.Errorf("%v, %v: %s", level, mistakes, got)
	}
	if got, _, mistakes := Source(source.NewFile("x", "if (1) {"), words(t)); got != "" || !mistakes.HasErrors() {
		t.Errorf("%q, %v", got, mistakes)
	}
	for _, l := range []Level{Full, Lines, Intact} {
		if l.String() == "" {
			t.Error("a level without words")
		}
	}
}

func FuzzSource(f *testing.F) {
	for _, text := range []string{"1;", "if($x){1;2}", "print <<A;\nx\nA\n", "f(1,\n2)", "# c\n$x = { a=>1 };", "=pod\n\nx\n\n=cut\n1", "connect db to beta", "IF 1 THEN write 1; END",
		"@{ shift }", "$x = - -1; /* c */ 2", "s{a}\n{b}e; m/x/ ? 1 : 2", "map +{ a => 1 }, @x", "$h{ a }{-b}", "print {$fh} 1", "sub f($x){1}", "for(;;){last}\n__END__\nx"} {
		f.Add(text)
	}
	w := words(f)
	f.Fuzz(func(t *testing.T, text string) {
		file := source.NewFile("fuzz", text)
		got, level, mistakes := Source(file, w)
		if mistakes != nil {
			return
		}
		before, _ := lang.Parse(file, lang.Options{Words: w})
		after, diags := lang.Parse(source.NewFile("fuzz", got), lang.Options{Words: w})
		if diags.HasErrors() || dump(before) != dump(after) {
			t.Fatalf("%v: the meaning changed:\n%q\n%q", level, text, got)
		}
		again, next, _ := Source(source.NewFile("fuzz", got), w)
		if level == Full && (again != got || next != Full) {
			t.Fatalf("not settled:\n%q\n%q\n%q", text, got, again)
		}
	})
}
