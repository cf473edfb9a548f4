package lang

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/smrscript/smrscript/lang/diag"
	"github.com/smrscript/smrscript/lang/source"
)

var foretold = regexp.MustCompile(`### ("(?:[^"\\]|\\.)*")`)

// TestErrors parses the chunks of testdata/errors, which a line "---" separates. Each diagnostic must be foretold on its
// line by ### "part of the message", and each foretold one must come.
func TestErrors(t *testing.T) {
	files, _ := filepath.Glob("testdata/errors/*.smr")
	if len(files) == 0 {
		t.Fatal("no chunks")
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		first := 1
		for _, chunk := range strings.SplitAfter(string(data), "\n---\n") {
			checkChunk(t, name, first, strings.TrimSuffix(chunk, "---\n"))
			first += strings.Count(chunk, "\n")
		}
	}
}

func checkChunk(t *testing.T, name string, first int, chunk string) {
	want := map[int][]string{}
	var text []string
	for i, line := range strings.Split(chunk, "\n") {
		for _, m := range foretold.FindAllStringSubmatch(line, -1) {
			message, err := strconv.Unquote(m[1])
			if err != nil {
				t.Fatalf("%s:%d: %v", name, first+i, err)
			}
			want[first+i] = append(want[first+i], message)
		}
		if at := strings.Index(line, "###"); at >= 0 {
			line = strings.TrimRight(line[:at], " ")
		}
		text = append(text, line)
	}
	file := source.NewFile(name, strings.Join(text, "\n"))
	file.FirstLine = first
	program, diags := Parse(file, Options{Words: words()})
	if problem := checkSpans(program); problem != "" {
		t.Errorf("%s:%d: %s", name, first, problem)
	}
next:
	for _, d := range diags {
		line := file.Line(d.Span.Start)
		for i, message := range want[line] {
			if strings.Contains(d.Message, message) {
				want[line] = append(want[line][:i:i], want[line][i+1:]...)
				continue next
			}
		}
		t.Errorf("unexpected: %s", d.Error())
	}
	for line, messages := range want {
		for _, message := range messages {
			t.Errorf("%s:%d: no diagnostic says %q", name, line, message)
		}
	}
}

// TestDiagnostics checks everything about single diagnostics: place, code, what was expected, the guess, the help.
func TestDiagnostics(t *testing.T) {
	for _, c := range []struct {
		text, place string // the text of the range that is marked, or the line:column of an empty one
		code        diag.Code
		expected    string
		guess, help string
	}{
		{"my $x = 1\nmy $y;", "1:10", diag.MissingSemicolon, `";"`, "", ""},
		{"my $x = 1   # comment\nprint 2;", "1:10", diag.MissingSemicolon, `";"`, "", ""},
		{"foo(1, (2);", "(", diag.Unclosed, "", "", ""},
		{"my $x = ;", ";", diag.MissingOperand, "an operand", "", ""},
		{"print 1 2;", "2", diag.MissingOperator, `an operator ";"`, "", ""},
		{"if ($x) { } else if ($y) { }", "if", diag.MissingBlock, `"{"`, "", `write "elsif" instead of "else if"`},
		{"if ($x) { } elseif ($y) { }", "elseif", diag.MisplacedElse, "", "elsif", ""},
		{"monitor begin x;", "begin", diag.CommandSyntax, "CREATE DELETE USE", "", "usage: MONITOR (CREATE | USE | DELETE) <word>"},
		{"connect s to b nomirrr;", "nomirrr", diag.CommandSyntax, "MAP MIRROR NOMIRROR NOREPLICATE REPLICATE", "nomirror", ""},
		{"ping beta || die;", "||", diag.CommandSyntax, "", "", `write "or" and "and" after a command, or put the command in parentheses`},
		{"login;", "1:6", diag.CommandIncomplete, "<machine>", "", ""},
		{"$x =~ /a/gz;", "z", diag.BadFlag, "", "", "the flags are m s i x p o d u a l n g c"},
		{"my $s = \"a\nb;\nprint \"c\";", "c", diag.MissingOperator, `an operator ";"`, "", "a string or pattern over 3 lines ends before it; is its closing quote missing?"},
		{"print “x”;", "“", diag.BadCharacter, "", "", `use the plain quotes " and '`},
		{"$x = \"cost 5$\";", "$", diag.BadVariable, "", "", `write \$`},
		{"$x = 1 if $a <> $b;", "<>", diag.UnexpectedToken, "", "", `write "!=" for numbers and "ne" for strings`},
		{"x1 = 5;", "x1", diag.NotAssignable, "", "", "a variable begins with a sigil: $x1"},
		{"5 = $x;", "5", diag.NotAssignable, "", "", `write "==" or "eq" to compare`},
		{"sub two($$) { } two(1);", "two(1)", diag.TooFewArguments, "", "", ""},
		{"sub two($$) { } two(1, 2, 3);", "3", diag.TooManyArguments, "", "", ""},
		{"sub ref(\\@) { } sub by(\\@) { } by(1);", "1", diag.BadArgument, "", "", ""},
		{"length 1, 2; length(1, 2);", "2", diag.TooManyArguments, "", "", ""},
		{"my $x = $y <=> $z <=> 1;", "<=>", diag.NotChainable, "", "", "put one of them in parentheses"},
		{"use;", ";", diag.MissingName, "a name", "", ""},
		{"my x = 3;", "x", diag.BadDeclaration, "a variable", "", "a variable begins with $, @ or %"},
		{"$x = 019;", "019", diag.BadNumber, "", "", ""},
		{`$x = "\N{SNOWPERSON}";`, `\N{SNOWPERSON}`, diag.BadEscape, "", "", `write the number, such as \N{U+263A}`},
		{"if ($x) { continue; }", "continue", diag.MisplacedElse, "", "", "next goes on with a loop"},
		{"$x = $y ? 1;", ";", diag.UnexpectedToken, `":"`, "", ""},
		{"WHILE $x < 3 write 1; END", "write", diag.MissingKeyword, "DO", "", ""},
	} {
		file := source.NewFile("t", c.text)
		_, diags := Parse(file, Options{Words: words()})
		if len(diags) == 0 {
			t.Errorf("%q: no diagnostic", c.text)
			continue
		}
		d := diags[0]
		place := file.Of(d.Span)
		if place == "" {
			p := file.Position(d.Span.Start)
			place = strconv.Itoa(p.Line) + ":" + strconv.Itoa(p.Column)
		}
		if place != c.place || d.Code != c.code || c.expected != "" && strings.Join(d.Expected, " ") != c.expected || c.guess != "" && d.DidYouMean != c.guess ||
			c.help != "" && d.Help != c.help {
			t.Errorf("%q: at %q code %s expected %q guess %q help %q: %s", c.text, place, d.Code, d.Expected, d.DidYouMean, d.Help, d.Message)
		}
		if d.Incomplete {
			t.Errorf("%q: incomplete", c.text)
		}
	}
}

// TestIncomplete checks what a prompt asks: whether more text could complete the script.
func TestIncomplete(t *testing.T) {
	for _, text := range []string{"if ($x) {", "foo(1,", "my $x = ", "sub f {", "print \"abc", "$x = [1, 2", "$x =~ s/a/", "print <<A;\nx\n", "WHILE $x < 3 DO", "IF $x THEN write 1;",
		"FOR $i = 1 TO 3", "/* abc", "connect s to", "login", "{", "my %h = (a =>", "qw(a b", "package", "$x = $y ?", "foreach my $x", "repset rule add \"x", "try { } catch",
		"if ($x) { print 1", "use", "$h{a"} {
		if _, diags := Parse(source.NewFile("t", text), Options{Words: words()}); !diags.Incomplete() {
			t.Errorf("%q: complete: %v", text, diags)
		}
	}
	for _, text := range []string{"", "print 1;", "print 1", "foo(1 2", "if ($x) { ) ", "my $x = ;", "}", "login alpha", "status"} {
		if _, diags := Parse(source.NewFile("t", text), Options{Words: words()}); diags.Incomplete() {
			t.Errorf("%q: incomplete: %v", text, diags)
		}
	}
}
