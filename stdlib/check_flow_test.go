package stdlib

// This file tests what check says about the order of statements, machines and paths.

import (
	"fmt"
	"strings"
	"testing"

	"github.com/smrscript/smrscript/lang/diag"
	"github.com/smrscript/smrscript/lang/source"
)

func findings(list diag.List) string {
	var got []string
	for _, d := range list {
		got = append(got, fmt.Sprintf("%s@%d", d.Code, d.File.Line(d.Span.Start)))
	}
	return strings.Join(got, " ")
}

func TestCheckFlow(t *testing.T) {
	r := Registry()
	for _, c := range []struct{ script, want string }{
		{"wait on mirror $con;\n$con = connect db to beta;", "W0117@1"},
		{"$con = connect db to beta;\nwait on mirror $con;", ""},
		{"my $con = connect db to beta;\nif ($con < 0) { exit 1 }\nmirror stop $con;", ""},
		{"$con = mirror start $con;", "W0117@1"},
		{"sub f { wait on mirror $con }\n$con = connect db to beta;\nf();", ""},
		{"while (1) { disconnect $con if $con; $con = connect db to beta; }", ""},
		{"for my $c (conid db) { disconnect $c }", ""},
		{"disconnect $_ for conid db;\n'x' =~ /(x)/; disconnect $1;\ndisconnect 5;", ""},

		{"exit;\nwrite 1;", "W0110@2"},
		{"exit 3;\nsub f { 1 }\n", ""},
		{"exit if $x;\nwrite 1;", ""},
		{"if ($x) { exit 1;\nwrite 2 }\nwrite 3;", "W0110@2"},
		{"die 'x';\nHERE: { write 1 }", ""},
		{"EXIT 0;\n# the end\n", ""},

		{`$p = "d:\backup\new"; write $p;`, ""},
		{`$p = "d:\backup\x*"; write $p;`, "W0101@1"},
		{`$p = 'd:\backup\x*'; write "a: $p\n";`, ""},
		{`repset rule add "d:\backup\*.tmp" to db;`, ""},
	} {
		if got := findings(Check(r, source.NewFile("t.smr", c.script))); got != c.want {
			t.Errorf("%s: %s, want %s", c.script, got, c.want)
		}
	}
}

func TestPathReadings(t *testing.T) {
	r := Registry()
	for _, c := range []struct{ script, want string }{
		{`$p = "d:\backup\new";` + "\n" + `$q = "d:\n"; $r = '/srv/data';` + "\n" + `print "\\host\share\$x";`, "W0102@1 W0102@3"},
		{`repset rule add "d:\data" to db;`, ""}, // where every backslash is literal anyway
		{`$p = "d:\backup\new"; (`, ""},
	} {
		list := PathReadings(r, source.NewFile("t.smr", c.script))
		if got := findings(list); got != c.want || list.HasErrors() {
			t.Errorf("%s: %s, want %s", c.script, got, c.want)
		}
	}
}

func TestCheckMachines(t *testing.T) {
	r := Registry()
	known := []string{"alpha", "beta"}
	for _, c := range []struct{ script, want, meant string }{
		{"source Alpha; target $x; ping beta;", "", ""},
		{"source alpah;\nconnect db to gamma;", "E0603@1 E0603@2", "alpha"},
		{"connect db to tdu;", "", ""},
		{"failover alpha to betta;", "E0603@1", "beta"},
	} {
		list := CheckMachines(r, source.NewFile("t.smr", c.script), known)
		if got := findings(list); got != c.want {
			t.Errorf("%s: %s, want %s", c.script, got, c.want)
		} else if c.meant != "" && list[0].DidYouMean != c.meant {
			t.Errorf("%s: did you mean %q?", c.script, list[0].DidYouMean)
		}
	}
}
