package stdlib

// This file tests what a session remembers, and how the engine is opened.

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/lang/diag"
	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/runtime"
)

type diagnostic = diag.Diagnostic

func TestEngineIsOpenedLate(t *testing.T) {
	opened := 0
	s := &Session{Open: func(context.Context) (engine.Client, error) { opened++; return &scribe{}, nil }}
	r := Registry()
	vm := runtime.New(runtime.Config{Registry: r, Session: s})
	for script, want := range map[string]int{`1;`: 0} {
		p, diags := runtime.Compile(source.NewFile("t", script), r, false)
		if diags.HasErrors() {
			t.Fatal(diags)
		}
		if _, err := vm.Run(context.Background(), p); err != nil || opened != want {
			t.Errorf("%s: opened %d times, %v", script, opened, err)
		}
	}
	if err := s.Close(); err != nil || opened != 0 {
		t.Errorf("closing what is not open: %v, opened %d times", err, opened)
	}
	for range 3 {
		if _, err := s.Client(context.Background()); err != nil {
			t.Fatal(err)
		}
	}
	if opened != 1 {
		t.Errorf("opened %d times", opened)
	}
	client := s.client.(patient).Client.(*scribe)
	if err := errors.Join(s.Close(), s.Close()); err != nil || client.closed != 1 {
		t.Errorf("closed %d times: %v", client.closed, err)
	}
}

func TestEngineThatCannotBeOpened(t *testing.T) {
	tries := 0
	open := func(context.Context) (engine.Client, error) {
		if tries++; tries < 3 {
			return nil, &engine.Error{Code: engine.CodeNoAnswer, Cause: errors.New("locked"), Hint: "wait"}
		}
		return &scribe{}, nil
	}
	for _, c := range []struct {
		script string
		exit   int
		out    string
	}{
		// A result that is looked at is the script's business, and a later command may succeed.
		{`while ((ping alpha) < 0) { $n++ } write "after $n";`, 0, "alpha answers\nafter 2\n"},
		{`ping alpha; write "not reached";`, ExitNoEngine, "the engine cannot be opened"},
		{`my $x = ping alpha; write "here";`, ExitNoEngine, "here"},
		{`ping alpha or die "given up: $!\n";`, 1, "given up: the engine cannot be opened"},
		{`eval { ping alpha; 1 } or write "caught $@"; write "on";`, 0, "caught the engine cannot be opened: the machine does not answer: locked at t.smr line 1.\n"},
	} {
		tries = 0
		var out strings.Builder
		in := NewInterp(Config{Runtime: runtime.Config{Stdout: &out, Stderr: &out, Report: func(d *diag.Diagnostic) {
			out.WriteString(d.Message + "\n")
			if d.Help != "wait" && d.Code == diag.CommandFailed {
				t.Errorf("%s: help %q", c.script, d.Help)
			}
		}}})
		in.Session.Open = open
		exit, err := in.Run(context.Background(), source.NewFile("t.smr", c.script))
		if err != nil {
			in.complain(err)
		}
		if exit != c.exit || !strings.Contains(out.String(), c.out) {
			t.Errorf("%s: exit %d, want %d:\n%s", c.script, exit, c.exit, out.String())
		}
	}
}

func TestOpenEndsWithContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	s := &Session{Open: func(context.Context) (engine.Client, error) { cancel(); return nil, errors.New("cut short") }}
	if _, err := s.Client(ctx); !errors.Is(err, context.Canceled) || s.OpenError() != nil {
		t.Errorf("got %v, noted %v", err, s.OpenError())
	}
}

func TestWithoutSession(t *testing.T) {
	r := Registry()
	var out strings.Builder
	vm := runtime.New(runtime.Config{Registry: r, Stdout: &out, Stderr: &out})
	p, _ := runtime.Compile(source.NewFile("t", `ping alpha; secret("x");`), r, false)
	exit, err := vm.Run(context.Background(), p)
	if exit != 255 && exit != 1 || err == nil || !strings.Contains(out.String(), "runs scripts without an engine") || !strings.Contains(err.Error(), "without secrets") {
		t.Errorf("exit %d, %v: %s", exit, err, out.String())
	}
	if _, err := (&Session{}).Client(context.Background()); engine.CodeOf(err) != engine.CodeNoAnswer {
		t.Errorf("without Open: %v", err)
	}
}

func TestCurrentSet(t *testing.T) {
	sb := newSandbox(t, "").prepared()
	for _, c := range []struct{ script, want string }{
		{`repset use db; repset display;`, "db\n  /data inc, rec\n"},
		{`repset create other; repset rule add "/data/sub"; repset display;`, "other (not saved)\n  /data/sub inc, rec\n"},
		// Each set keeps its own unsaved changes.
		{`repset use db; repset rule add "/data/tmp" exclude; repset use other; repset display; repset display db;`,
			"other (not saved)\n  /data/sub inc, rec\ndb (not saved)\n  /data inc, rec\n  /data/tmp exc, rec\n"},
		{`repset use other; repset save; repset use db; repset undo; repset display;`, "db\n  /data inc, rec\n"},
		{`repset list;`, "- List of rep sets -\ndb                               disabled\nother                            disabled\n"},
		// A rule for the same path takes the place of the first.
		{`repset use other; repset rule add "/data/sub" exclude; repset display; repset undo;`, "other (not saved)\n  /data/sub exc, rec\n"},
		{`repset rename other to third; repset display;`, "third\n  /data/sub inc, rec\n"},
		{`repset delete third; $x = repset display; write $x;`, "-124\n"},
		{`repset create never; repset delete never; $x = repset save; write $x;`, "-124\n"},
		{`SOURCE ALPHA; repset use db; source alpha; repset display;`, "db\n  /data inc, rec\n"},
		{`repset use db; source beta; $x = repset display; write $x; source alpha;`, "-124\n"},
		{`repset use db; $x = repset create db; write $x; repset create fresh; $x = repset create fresh; write $x; repset undo; repset save;`, "-122\n-122\n"},
	} {
		sb.in.report = func(*diag.Diagnostic) {}
		out, _ := sb.run(c.script)
		if out != c.want {
			t.Errorf("%s\ngot:  %q\nwant: %q", c.script, out, c.want)
		}
	}
}

func TestUnsavedSet(t *testing.T) {
	sb := newSandbox(t, "").prepared()
	out, exit := sb.run(`repset use db; repset rule add "/data/sub" exclude;
		foreach $try ("connect", "copy", "rename", "calculate") {
			if ($try eq "connect") { $x = connect db to beta }
			if ($try eq "copy") { $x = repset copy db to other }
			if ($try eq "rename") { $x = repset rename db to other }
			if ($try eq "calculate") { $x = repset calculate db }
			write "$try $x";
		}`)
	for _, try := range []string{"connect", "copy", "rename", "calculate"} {
		if !strings.Contains(out, try+" -144\n") {
			t.Errorf("%s an unsaved set: %s", try, out)
		}
	}
	if exit != 0 || !strings.Contains(out, `the changes of replication set "db" were not saved`) {
		t.Errorf("exit %d: %s", exit, out)
	}
	if out, _ := sb.run(`repset save; connect db to beta map base "/c" nomirror noreplicate; repset use db; repset rule add "/x"; $x = repset save; write $x; repset undo;`); !strings.Contains(out, "\n-130\n") {
		t.Errorf("saving a set in use: %s", out)
	}
}
