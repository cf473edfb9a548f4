package main

// This file tests the ways to run and to look at a script: loops, variables, events, traces, profiles, the debugger, transcripts.

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/stdlib"
)

// world makes a folder with two machines the working directory.
func world(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	t.Chdir(dir)
	for name, text := range map[string]string{"smrscript.toml": testConfig, "alpha/data/f": "x", "beta/.keep": "", "in.txt": "a\nb\n"} {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestWays(t *testing.T) {
	world(t)
	for _, c := range []struct {
		in   string
		args []string
		exit int
		out  string // exactly
		errs string // among others
	}{
		{"", []string{"run", "-n", "-e", `print "$.:$_"`, "in.txt"}, 0, "1:a\n2:b\n", ""},
		{"", []string{"run", "-p", "-e", `s/a/X/`, "in.txt"}, 0, "X\nb\n", ""},
		{"", []string{"run", "-n", "-e", "next LINE if /a/;", "-e", "print; # end", "in.txt"}, 0, "b\n", ""},
		{"", []string{"run", "-v", "who=you=me", "-v", "n=2", "-e", `print "$who $n"`}, 0, "you=me 2", ""},
		{"", []string{"run", "-v", "1x=2", "-e", "1"}, stdlib.ExitUsage, "", "NAME=VALUE"},
		{"", []string{"run", "-c", "-e", "print 1"}, 0, "", "-e syntax OK"},
		{"", []string{"run", "-c", "-e", "if ("}, stdlib.ExitCheck, "", "error[E"},
		{"", []string{"run", "--trace", "-e", `login alpha admin "pw"; sub f { my $x = shift; return $x } f(1);`}, 0, "User access level set to DT_FULL_ACCESS\n", "-e:1: return $x"},
		{"", []string{"run", "--trace", "-e", `login alpha admin "pw"`}, 0, "User access level set to DT_FULL_ACCESS\n", "LOGIN machine=alpha secret=****** user=admin -> 2"},
		{"", []string{"run", "--profile", "-e", "my $x = 0;\nfor (1..10) {\n$x += $_ }\nping alpha"}, 0, "alpha answers\n", "10  -e:3"},
		{"n\np $x\ns\nT\nb 6\nL\nc\nc\n", []string{"run", "--debug", "-e", "our $x = 5;\nsub f {\n  return 1;\n}\nf();\nprint 'x';"}, 0, "x", "main::f() called at -e line 5"},
		{"q\n", []string{"run", "--debug", "-e", "print 1"}, 0, "", "DB>"},
		{"w $x\nc\nc\n", []string{"run", "--debug", "-e", "our $x = 1;\n$x = 2;\nprint 'x';"}, 0, "x", "$x was 1, is now 2"},
		{"", []string{"status"}, 0, "no connections\n", ""},
		{"", []string{"watch", "--times", "1", "--every", "1ms"}, stdlib.ExitUsage, "", "--every"},
	} {
		out, errs, exit := invoke(t, c.in, c.args...)
		if exit != c.exit || out != c.out || !strings.Contains(errs, c.errs) || strings.Contains(errs, "pw\"") {
			t.Errorf("%q: exit %d, out %q, errors %q", c.args, exit, out, errs)
		}
	}
}

func TestEvents(t *testing.T) {
	world(t)
	out, errs, exit := invoke(t, "", "run", "--json", "-e", `print "x\n"; ping nowhere; login alpha admin "swordfish"`)
	if exit != 1 || errs != "" || strings.Contains(out, "swordfish") {
		t.Errorf("exit %d, errors %q: %s", exit, errs, out)
	}
	var kinds []string
	codes := map[float64]bool{}
	for _, line := range strings.Split(strings.TrimSpace(out), "\n") {
		var e map[string]any
		if err := json.Unmarshal([]byte(line), &e); err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		kinds = append(kinds, e["event"].(string))
		if n, ok := e["code"].(float64); ok {
			codes[n] = true
		}
	}
	all := strings.Join(kinds, " ")
	if kinds[0] != "version" || kinds[len(kinds)-1] != "result" || !strings.Contains(all, "output") || !strings.Contains(all, "diagnostic") || !codes[float64(engine.CodeNoMachine)] || !codes[0] {
		t.Errorf("%s, codes %v", all, codes)
	}
	out, _, exit = invoke(t, "", "run", "--json", "-e", "if (")
	if exit != stdlib.ExitSyntax || !strings.Contains(out, `"event":"diagnostic"`) {
		t.Errorf("exit %d: %s", exit, out)
	}
}

// Events stand in the order in which things happened, whatever the script buffers.
func TestEventsInOrder(t *testing.T) {
	world(t)
	out, _, _ := invoke(t, "", "run", "--json", "-e", `print "one"; print STDERR "two\n"; print "three\nfo"; ping alpha; print "ur\xff\n"; ping nowhere; print "end"`)
	var got []string
	for _, line := range strings.Split(strings.TrimSpace(out), "\n") {
		var e map[string]any
		if err := json.Unmarshal([]byte(line), &e); err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		switch e["event"] {
		case "output":
			text, _ := e["text"].(string)
			coded, _ := e["base64"].(string)
			got = append(got, text+coded)
		case "command":
			got = append(got, e["command"].(string))
		default:
			got = append(got, "<"+e["event"].(string)+">")
		}
	}
	want := []string{"<version>", "one", "two\n", "three\n", "foalpha answers\n", "PING", "dXL/Cg==", "PING", "<diagnostic>", "end", "<result>"}
	if strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestTraceShowsValues(t *testing.T) {
	world(t)
	script := `my $key = "swordfish"; my $n = 2;` + "\n" + `login alpha admin $key; my $copy = "x$key"; my @l = (1, $n); print "$copy" if $n > 1;`
	out, errs, exit := invoke(t, "", "run", "--trace", "-e", script)
	if exit != 0 || !strings.HasSuffix(out, "xswordfish") {
		t.Errorf("exit %d, %q", exit, out)
	}
	for _, want := range []string{`-e:1: my $key = "******"`, "-e:2: login alpha admin $key   # $key = ******", "$n = 2", "# $copy = x******, $n = 2"} {
		if !strings.Contains(errs, want) {
			t.Errorf("no %q in\n%s", want, errs)
		}
	}
	if strings.Contains(errs, "swordfish") {
		t.Errorf("the trace holds the password:\n%s", errs)
	}
}

const debuggedScript = `use strict;
my $total = 0;
my @list = (3, 4);
my %seen = (k => 1);
sub add {
    my ($n) = @_;
    my $double = 2 * $n;
    return $double;
}
for my $item (@list) {
    $total += add($item);
}
print "total $total\n";
`

func TestDebuggerWords(t *testing.T) {
	world(t)
	if err := os.WriteFile("d.smr", []byte(debuggedScript), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, in string
		out      string
		errs     []string
		not      string
	}{
		{"my variables", "step\nn 3\ny\nc\n", "total 14\n", []string{"$total = 0", "@list = (3, 4)", "%seen = (k => 1)"}, ""},
		{"in a sub", "b add\nc\ns\ns\np $double + $n\nstack\nT\nB *\nc\n", "total 14\n", []string{"main::add d.smr:6:", "DB> 9", "main::add(3) called at d.smr line 11"}, ""},
		{"setting", "c add\ns\n$n = 100\nc\n", "total 208\n", []string{"main::add d.smr:7:"}, ""},
		{"condition", "b 8 $n == 4\nL\nc\nprint $double\nB 8\nc\n", "total 14\n", []string{"if $n == 4", "DB> 8"}, "DB> 6"},
		{"watch", "c 10\nw $total\nc\nW\nc\n", "total 14\n", []string{"$total was 0, is now 6"}, "is now 14"},
		{"watch by number", "c 10\nw $total\nw $nothing\nL\nW 1\nW 7\nc\n", "total 14\n", []string{"watch 2: $nothing", "7 is not watched"}, "is now"},
		{"out", "c add\nout\np $total\nc\n", "total 14\n", []string{"DB> 6"}, ""},
		{"next", "c 11\nn\np $total\nc 13\np $total\nc\n", "total 14\n", []string{"DB> 6", "DB> 14"}, "main::add"},
		{"list", "l\nl\nl add\nl 2-3\nv\nl 99\nl x\nc\n", "total 14\n", []string{"==> 2\tmy $total = 0;", "    13\tprint", "    8\t    return $double;", "is no line"}, ""},
		{"mistakes", "b 1x\nb 9\nb 99\nb other.smr:3\nB 4\np 1 +\np die 'x'\nw\nhelp\nwhat\nc\n", "total 14\n",
			[]string{"is no line, no FILE:LINE", "no statement on line 9", "lines 1 to 13", "no statement of a file \"other.smr\"", "no breakpoint at d.smr:4", "w takes an expression", "s [N]  step"}, ""},
		{"values one a line", "c 10\nx @list\nx ()\n@list\n$seen{k}\nc\n", "total 14\n", []string{"0  3\n1  4\n", "an empty list", "DB> 3, 4", "DB> 1"}, ""},
		{"repetition", "n\n\n\np 'here'\nc\n", "total 14\n", []string{"d.smr:10:"}, ""},
		{"quit", "q\n", "", []string{"d.smr:2:"}, "==>"},
		{"the end of the input", "s\n", "total 14\n", nil, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			out, errs, exit := invoke(t, c.in, "run", "--debug", "d.smr")
			if out != c.out || exit != 0 {
				t.Errorf("exit %d, %q", exit, out)
			}
			for _, want := range c.errs {
				if !strings.Contains(errs, want) {
					t.Errorf("no %q in\n%s", want, errs)
				}
			}
			if c.not != "" && strings.Contains(errs, c.not) {
				t.Errorf("%q in\n%s", c.not, errs)
			}
		})
	}
}

func TestStatusDocument(t *testing.T) {
	world(t)
	out, _, exit := invoke(t, "", "status", "--json")
	var doc struct {
		Format      int   `json:"smrscript_status"`
		Connections []any `json:"connections"`
	}
	if err := json.Unmarshal([]byte(out), &doc); err != nil || exit != 0 || doc.Format != statusFormat || doc.Connections == nil {
		t.Errorf("exit %d, %v: %s", exit, err, out)
	}
	list := []engine.ConnectionStatus{{Connection: engine.Connection{ID: 3, Repset: "db", Source: "alpha", Target: "beta"},
		Mirror: engine.MirrorProgress{State: engine.MirrorMirroring, Percent: 47, BytesRate: 1 << 20}}}
	if text := statusTable(list, 0, statusOrder{}); !strings.Contains(text, "[####......] 47%") || !strings.Contains(text, "1.0 MiB/s") {
		t.Errorf("got\n%s", text)
	}
	for _, line := range strings.Split(statusTable(list, 20, statusOrder{}), "\n") {
		if len([]rune(line)) > 20 {
			t.Errorf("too wide: %q", line)
		}
	}
	if out, _, exit := invoke(t, "", "version", "--json"); exit != 0 || !json.Valid([]byte(out)) {
		t.Errorf("version: exit %d: %s", exit, out)
	}
}

func TestTranscripts(t *testing.T) {
	world(t)
	for name, text := range map[string]string{
		"hello.smr": `print "hi $ARGV[0]\n"; write "-e $ENV{SANDBOX}" if @ARGV > 1; exit 3`,
		"good.smrt": "# about greetings\nsmr> ping alpha\nalpha ...\nsmr> if (1) {\n...> say 2\n...> }\n2\n$ hello.smr you\nhi you\n? 3\n\n# the end\n",
		"bad.smrt":  "$ hello.smr you\nhi they\n",
		"odd.smrt":  "what\n",
	} {
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		args []string
		exit int
		want string
	}{
		{[]string{"test", "--verbose", "good.smrt"}, 0, "ok    good.smrt\n1 passed, 0 failed\n"},
		{[]string{"test", "bad.smrt"}, 1, "FAIL  bad.smrt:1: hello.smr you\n  - hi they\n  + hi you\n0 passed, 1 failed\n"},
		{[]string{"test", "odd.smrt"}, stdlib.ExitUsage, ""},
		{[]string{"test", "none.smrt"}, stdlib.ExitUsage, ""},
	} {
		if out, errs, exit := invoke(t, "", c.args...); exit != c.exit || out != c.want {
			t.Errorf("%q: exit %d, %q, %q", c.args, exit, out, errs)
		}
	}
	for _, c := range []struct {
		want, got string
		alike     bool
	}{{"a\n...\nd", "a\nb\nc\nd", true}, {"...", "", true}, {"a...c", "abc", true}, {"a...c...", "abcd", true}, {"a", "a\nb", false}, {"a...z", "abc", false}, {"a\n...\nz", "a\nb", false}} {
		if alike(strings.Split(c.want, "\n"), strings.Split(c.got, "\n")) != c.alike {
			t.Errorf("%q and %q", c.want, c.got)
		}
	}
}

func TestManAndCompletions(t *testing.T) {
	man, _, exit := invoke(t, "", "man")
	for _, want := range []string{".TH SMRSCRIPT 1", ".SS \"plan\"", ".SS \"engine start\"", ".SS \"audit verify\"", "CONNECT <repset> TO <target>", ".SH EXIT STATUS", "\\-\\-color"} {
		if exit != 0 || !strings.Contains(man, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	for shell, want := range map[string]string{"bash": "' doc')", "zsh": "'doc:", "fish": "-a doc"} {
		if out, _, exit := invoke(t, "", "completion", shell); exit != 0 || !strings.Contains(out, want) || !strings.Contains(out, "connect") {
			t.Errorf("%s: exit %d: %s", shell, exit, out)
		}
	}
	if _, _, exit := invoke(t, "", "completion", "cmd"); exit != stdlib.ExitUsage {
		t.Errorf("exit %d", exit)
	}
}

func TestLateLines(t *testing.T) {
	var out strings.Builder
	l := &lines{w: &out, late: true}
	var st engine.ConnectionStatus
	l.Begin(st)
	l.End(st)
	if out.Len() > 0 {
		t.Errorf("a short mirror is told of: %q", out.String())
	}
	l.Begin(st)
	l.next = l.next.Add(-2 * lineInterval)
	l.Update(1, engine.MirrorProgress{FilesDone: 5, FilesTotal: 9})
	l.End(st)
	if text := out.String(); !strings.Contains(text, ": running\n  5 of 9 files") || !strings.Contains(text, "not complete") {
		t.Errorf("got %q", text)
	}
}
