package smrscript_test

// This file tests the embedding interface as other programs use it.

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/smrscript/smrscript"
	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/embedded"
	"github.com/smrscript/smrscript/lang/diag"
	"github.com/smrscript/smrscript/runtime"
)

func TestRun(t *testing.T) {
	var out, errs bytes.Buffer
	in := smrscript.New(smrscript.Config{Stdin: strings.NewReader("a line\n"), Stdout: &out, Stderr: &errs, Args: []string{"x", "y"}, Env: []string{"COLOUR=blue"}})
	defer in.Close()
	for _, c := range []struct {
		script string
		exit   int
		out    string
	}{
		{`print "@ARGV $ENV{COLOUR} ", scalar(<STDIN>); our $kept = 5;`, 0, "x y blue a line\n"},
		{`print "$kept\n"; exit 4;`, 4, "5\n"}, // variables stay
		{`sub twice { 2 * $_[0] }`, 0, ""},
		{`print twice(4), "\n";`, 0, "8\n"}, // and so do subs
	} {
		out.Reset()
		if exit, err := in.Run(context.Background(), "t.smr", c.script); exit != c.exit || err != nil || out.String() != c.out {
			t.Errorf("%s: exit %d, %v: %q %s", c.script, exit, err, out.String(), errs.String())
		}
	}
}

func TestRunFails(t *testing.T) {
	in := smrscript.New(smrscript.Config{Stdout: &bytes.Buffer{}, Stderr: &bytes.Buffer{}, Limits: runtime.Limits{Steps: 100_000}})
	defer in.Close()
	exit, err := in.Run(context.Background(), "t.smr", "print 1\nprint 2;")
	var diags diag.List
	if exit != 255 || !errors.As(err, &diags) || diags[0].Code != diag.MissingSemicolon {
		t.Errorf("syntax: exit %d, %v", exit, err)
	}
	exit, err = in.Run(context.Background(), "t.smr", `die { code => 7 }`)
	var died *runtime.Die
	if exit != 255 || !errors.As(err, &died) || !died.Value.IsRef() {
		t.Errorf("die: exit %d, %v", exit, err)
	}
	exit, err = in.Run(context.Background(), "t.smr", `1 while 1;`)
	var limit *runtime.LimitError
	if exit != 6 || !errors.As(err, &limit) {
		t.Errorf("limit: exit %d, %v", exit, err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if exit, err = smrscript.New(smrscript.Config{}).Run(ctx, "t.smr", `1 while 1;`); exit != 130 || !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: exit %d, %v", exit, err)
	}
}

// TestOwnEngine runs commands against an engine that the program has opened itself, and keeps afterwards.
func TestOwnEngine(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a", "b"} {
		if err := os.MkdirAll(filepath.Join(dir, name, "data"), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	client, err := embedded.Open(embedded.Config{StateDir: filepath.Join(dir, "state"),
		Machines: map[string]embedded.Machine{"a": {Root: filepath.Join(dir, "a")}, "b": {Root: filepath.Join(dir, "b")}}})
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close()
	var seen []string
	in := smrscript.New(smrscript.Config{Engine: client, Stdout: &bytes.Buffer{}, Report: func(d *diag.Diagnostic) { seen = append(seen, d.Code) }})
	exit, err := in.Run(context.Background(), "t.smr", `source a; repset create s; repset rule add "/data"; repset save; connect s to b map base "/copy"; disconnect 99;`)
	if exit != 1 || err != nil || len(seen) != 1 || seen[0] != diag.CommandFailed {
		t.Errorf("exit %d, %v, seen %q", exit, err, seen)
	}
	if err := in.Close(); err != nil {
		t.Fatal(err)
	}
	list, err := engine.Call(context.Background(), client, engine.FindConnections{})
	if err != nil || len(list) != 1 {
		t.Errorf("the engine was closed with the interpreter: %v, %v", list, err)
	}
}

func TestCheck(t *testing.T) {
	list := smrscript.Check("t.smr", "login alpha admin \"x\";\nconnect db to;\n")
	if len(list) != 2 || list[0].Code != diag.LiteralPassword || list[1].Code != diag.CommandIncomplete || list[1].File.Name != "t.smr" {
		t.Errorf("got %v", list)
	}
	if list := smrscript.Check("t.smr", `print "fine\n";`); len(list) != 0 {
		t.Errorf("got %v", list)
	}
}

func Example() {
	in := smrscript.New(smrscript.Config{Args: []string{"world"}})
	defer in.Close()
	exit, err := in.Run(context.Background(), "hello.smr", `print "hello @ARGV\n"; exit 3;`)
	fmt.Println(exit, err)
	// Output:
	// hello world
	// 3 <nil>
}

func BenchmarkStart(b *testing.B) {
	for b.Loop() {
		in := smrscript.New(smrscript.Config{})
		if exit, err := in.Run(context.Background(), "t.smr", "1;"); exit != 0 || err != nil {
			b.Fatal(exit, err)
		}
	}
}
