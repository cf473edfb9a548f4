package stdlib

// This file tests exit statuses, messages on the way out, and whole scripts against the real engine.

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/smrscript/smrscript/lang/diag"
	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/runtime"
)

func TestStatus(t *testing.T) {
	sb := newSandbox(t, "").prepared()
	for _, c := range []struct {
		script string
		exit   int
		out    string // what is written
	}{
		{`write "x";`, 0, "x\n"},
		{`exit 3;`, 3, ""},
		{`exit;`, 0, ""},
		{`disconnect 99; exit 0;`, ExitFailed, "(-107)"},
		{`disconnect 99; exit 9;`, 9, "(-107)"},
		{`$x = disconnect 99; write "still $x";`, 0, "still -107"},
		{`$x = disconnect 99;`, ExitFailed, "(-107)"}, // assigned, and never looked at
		{`if (!disconnect 99) { write "handled" }`, 0, "handled"},
		{`eval { disconnect 99 };`, ExitFailed, "(-107)"},
		{`on error stop; disconnect 99; write "not reached";`, ExitFailed, "(-107)"},
		{`on error stop; $x = disconnect 99; write "reached" if $x < 0;`, 0, "reached"},
		{`on error stop; on error continue; disconnect 99; write "reached";`, ExitFailed, "reached"},
		{`on error stop; eval { disconnect 99 }; write "caught" if $@;`, 0, "caught\n"},
		{`use autodie; disconnect 99;`, ExitFailed, "(-107)"},
		{`disconnect 99 or die "own words\n";`, ExitFailed, "own words\n"},
		{`die "plain\n";`, 255, "plain\n"},
		{`END { write "end" } die "first\n";`, 255, "end\n"},
		{`END { $? = 5 }`, 5, ""},
		{`sub f { disconnect 99 } f();`, ExitFailed, "(-107)"},
		{`print 1`, 0, "1"},
		{`print 1 print 2`, ExitSyntax, ""},
	} {
		in := sb.interp(Config{Engine: sb.client()})
		out, exit := sb.runIn(in, c.script)
		if exit != c.exit || !strings.Contains(out, c.out) || strings.HasPrefix(out, "not reached") {
			t.Errorf("%s: exit %d, want %d: %s", c.script, exit, c.exit, out)
		}
	}
}

func TestUncaughtFailureIsShownOnce(t *testing.T) {
	sb := newSandbox(t, "").prepared()
	if out, _ := sb.run(`on error stop; disconnect 99;`); strings.Count(out, "there is no such connection") != 1 || !strings.HasPrefix(out, "error[E0601]") {
		t.Errorf("got %s", out)
	}
	sb = newSandbox(t, "")
	if out, _ := sb.run(`on error stop; eval { disconnect 99; }; write "quiet";`); out != "quiet\n" {
		t.Errorf("got %s", out)
	}
}

func TestComplaint(t *testing.T) {
	for _, c := range []struct {
		err  error
		want string
	}{
		{nil, ""}, {diag.List{{Message: "x"}}, ""}, {context.Canceled, "smrscript: interrupted\n"},
		{&runtime.LimitError{Limit: "steps", Value: 5}, "smrscript: limit reached: steps (5)\n"}, {errors.New("disk full"), "smrscript: disk full\n"},
	} {
		if got := Complaint(c.err); got != c.want {
			t.Errorf("%v: %q", c.err, got)
		}
	}
}

func TestWriteHandles(t *testing.T) {
	sb := newSandbox(t, "")
	for script, want := range map[string]string{
		`write "a", 1, undef, "b";`:       "a1b\n",
		`WRITE;`:                          "\n",
		`Write "x" x 3;`:                  "xxx\n",
		`$, = "-"; $\ = "!"; write 1, 2;`: "12\n",
		`open(my $f, ">", \my $t); select $f; write "in"; select STDOUT; close $f; print "[$t]";`: "[in\n]",
		`use utf8; binmode STDOUT, ":utf8"; write "ä";`:                                           "ä\n",
		`write "ä";`: "ä\n",
		`@l = (1, 2); write "list ", @l, " ", scalar(@l);`: "list 12 2\n",
	} {
		if out, exit := sb.runIn(sb.interp(Config{}), script); out != want || exit != 0 {
			t.Errorf("%s: exit %d, %q, want %q", script, exit, out, want)
		}
	}
}

// TestRotation does by hand what the example scripts do, and looks at the copies.
func TestRotation(t *testing.T) {
	sb := newSandbox(t, "").prepared()
	connect := func(path string) string {
		return `$con = connect db to beta map base "` + path + `" mirror different, checksum, orphans; wait on mirror $con; write "con $con";`
	}
	if out, exit := sb.run(connect("/one")); exit != 0 || out != "con 1\n" {
		t.Fatalf("exit %d: %s", exit, out)
	}
	sb.file("alpha/data/late", "late\n")
	if err := os.Remove(filepath.Join(sb.dir, "alpha/data/one")); err != nil {
		t.Fatal(err)
	}
	if out, exit := sb.run(`($old) = find connection db map base "/one"; $s = disconnect $old; write "settled $s";` + connect("/two")); exit != 0 ||
		out != "Connection 1 ended, copy settled\nsettled 1\ncon 2\n" {
		t.Fatalf("exit %d: %s", exit, out)
	}
	for _, copy := range []string{"one", "two"} {
		if sb.has("beta/"+copy+"/late") != "late\n" || sb.has("beta/"+copy+"/one") != "" || sb.has("beta/"+copy+"/sub/two") != "world\n" {
			t.Errorf("copy %s is not what the source was", copy)
		}
	}
	sb.file("alpha/data/later", "later\n")
	if out, exit := sb.run(`wait on queue 2; disconnect *;`); exit != 0 || !strings.HasPrefix(out, "Connection 2 ended, copy settled") {
		t.Fatalf("exit %d: %s", exit, out)
	}
	if sb.has("beta/one/later") != "" || sb.has("beta/two/later") != "later\n" {
		t.Error("the frozen copy moved, or the live one did not")
	}
}

// TestConnectionsOutliveTheInterpreter closes the engine and opens it again.
func TestConnectionsOutliveTheInterpreter(t *testing.T) {
	sb := newSandbox(t, "").prepared()
	sb.run(`$con = connect db to beta map base "/one"; wait on mirror $con;`)
	if err := sb.in.Close(); err != nil {
		t.Fatal(err)
	}
	sb.file("alpha/data/meanwhile", "x\n")
	again := sb.interp(Config{})
	if out, exit := sb.runIn(again, `source alpha; $con = conid db to beta; write "con $con"; wait on mirror $con; wait on queue $con; disconnect $con;`); exit != 0 ||
		out != "con 1\nConnection 1 ended, copy settled\n" {
		t.Errorf("exit %d: %s", exit, out)
	}
	if sb.has("beta/one/meanwhile") != "x\n" {
		t.Error("what changed while nobody watched is missing")
	}
}

func TestScriptIsCancelled(t *testing.T) {
	sb := newSandbox(t, "").prepared()
	for _, script := range []string{`1 while 1;`, `sleep 60;`, `do { my $x = mirror start 1 all } until (mirror pause 1); wait on mirror 1; write "not reached";`} {
		for i := range 200 {
			sb.file("alpha/data/many/"+strings.Repeat("x", i%9)+string(rune('a'+i%26)), strings.Repeat("data", 1000))
		}
		sb.run(`connect db to beta map base "/c" nomirror noreplicate;`)
		ctx, cancel := context.WithCancelCause(context.Background())
		why := errors.New("because")
		time.AfterFunc(150*time.Millisecond, func() { cancel(why) })
		sb.out.Reset()
		exit, err := sb.in.Run(ctx, source.NewFile("t.smr", script))
		if exit != ExitInterrupted || !errors.Is(err, why) || strings.Contains(sb.out.String(), "not reached") {
			t.Errorf("%s: exit %d, %v: %s", script, exit, err, sb.out.String())
		}
	}
}

// TestNamesAreUTF8 uses names that are not ASCII, in scripts with and without utf8.
func TestNamesAreUTF8(t *testing.T) {
	sb := newSandbox(t, "").prepared()
	for i, pragma := range []string{"", "use utf8; ", `use utf8; binmode STDOUT, ":utf8"; `} {
		name := "käse" + strings.Repeat("x", i)
		in := sb.interp(Config{Engine: sb.client()})
		out, exit := sb.runIn(in, pragma+`source alpha; repset create "`+name+`"; repset rule add "/dätä"; repset save; repset display; @l = repset list;`)
		if exit != 0 || !strings.HasPrefix(out, name+"\n  /dätä inc, rec\n") || !strings.Contains(out, "\n"+name+" ") {
			t.Errorf("%s: exit %d: %q", pragma, exit, out)
		}
	}
}
