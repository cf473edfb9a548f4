package main

// This file tests the command line inside the test's own process: what Run makes of arguments and streams.

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/smrscript/smrscript"
	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/remote/remotetest"
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/stdlib"
)

// invoke runs the program in a folder of its own.
func invoke(t *testing.T, in string, args ...string) (out, errs string, exit int) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	exit = Run(context.Background(), args, Stdio{In: strings.NewReader(in), Out: &stdout, Err: &stderr})
	return stdout.String(), stderr.String(), exit
}

func TestRunInProcess(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, c := range []struct {
		in   string
		args []string
		exit int
		out  string
		errs string
	}{
		{"", []string{"-e", "print 1+1"}, 0, "2", ""},
		{"print 'in'", nil, 0, "in", ""},
		{"print <STDIN>", []string{"-"}, 0, "", ""}, // the script was all of the input
		{"line\n", []string{"-e", "print <STDIN>"}, 0, "line\n", ""},
		{"", []string{"run"}, 0, "", ""},
		{"print 1", []string{"check", "-"}, 0, "", ""},
		{"1", []string{"version", "extra"}, stdlib.ExitUsage, "", "unexpected argument extra"},
		{"", []string{"run", "--timeout", "soon", "-e", "1"}, stdlib.ExitUsage, "", "--timeout"},
		{"", []string{"--color", "blue", "-e", "1"}, stdlib.ExitUsage, "", "--color"},
		{"", []string{"."}, stdlib.ExitUsage, "", ".: "},
		{"", []string{"--color=always", "-e", "ping nowhere"}, 1, "", "\x1b["},
		{"", []string{"--color=never", "-e", "ping nowhere"}, 1, "", "error[E0601]"},
	} {
		out, errs, exit := invoke(t, c.in, c.args...)
		if exit != c.exit || out != c.out || !strings.Contains(errs, c.errs) {
			t.Errorf("%q: exit %d, out %q, errors %q", c.args, exit, out, errs)
		}
	}
	if out, _, exit := invoke(t, "", "--help"); exit != 0 || !strings.Contains(out, "Usage: smrscript") {
		t.Errorf("help: exit %d: %s", exit, out)
	}
}

func TestNumbersAsWords(t *testing.T) {
	for _, c := range []struct{ args, want []string }{
		{nil, nil},
		{[]string{"explain", "-107", "-1"}, []string{"explain", "--", "-107", "-1"}},
		{[]string{"explain", "E0101"}, []string{"explain", "E0101"}},
		{[]string{"explain", "--help"}, []string{"explain", "--help"}},
		{[]string{"run", "-1"}, []string{"run", "-1"}},
	} {
		if got := numbersAsWords(c.args); !slices.Equal(got, c.want) {
			t.Errorf("%q: %q", c.args, got)
		}
	}
}

func TestEndStatus(t *testing.T) {
	for _, c := range []struct {
		err  error
		exit int
		want int
	}{
		{nil, 3, 3},
		{&interruption{os.Interrupt}, stdlib.ExitInterrupted, stdlib.ExitInterrupted},
		{&interruption{terminate}, stdlib.ExitInterrupted, 143},
		{&interruption{terminate}, 4, 4}, // the script left by itself meanwhile
		{&runtime.LimitError{Limit: "time"}, stdlib.ExitInterrupted, stdlib.ExitLimit},
		{errors.New("other"), 255, 255},
	} {
		if got := endStatus(c.err, c.exit); got != c.want {
			t.Errorf("%v, %d: %d, want %d", c.err, c.exit, got, c.want)
		}
	}
	if !errors.Is(&interruption{os.Interrupt}, context.Canceled) {
		t.Error("an interruption is no cancellation")
	}
}

// terminate is what a request to end sends.
const terminate = syscall.SIGTERM

func newInterp(t *testing.T, in io.Reader, out io.Writer) *smrscript.Interp {
	t.Helper()
	interp := smrscript.New(smrscript.Config{Stdin: in, Stdout: out, Stderr: out})
	t.Cleanup(func() { interp.Close() })
	return interp
}

func TestRunBoundedGivesUp(t *testing.T) {
	reader, writer := io.Pipe() // nothing ever comes
	defer writer.Close()
	var out remotetest.Log // a script that was given up may still write
	ctx, cancel := context.WithCancelCause(context.Background())
	why := errors.New("enough")
	time.AfterFunc(50*time.Millisecond, func() { cancel(why) })
	in := newInterp(t, reader, &out)
	began := time.Now()
	exit, err := runBounded(ctx, in, "t.smr", `print "asked\n"; my $x = <STDIN>; print "not reached\n";`)
	if exit != stdlib.ExitInterrupted || !errors.Is(err, why) || out.String() != "asked\n" || time.Since(began) > 20*grace {
		t.Errorf("exit %d, %v, %q after %v", exit, err, out.String(), time.Since(began))
	}
}

func TestLines(t *testing.T) {
	var out bytes.Buffer
	l := &lines{w: &out}
	st := engine.ConnectionStatus{Connection: engine.Connection{ID: 1, Repset: "db", Target: "beta", Mapping: engine.Mapping{Kind: engine.MapBase, Base: "/c"}}}
	l.Begin(st)
	l.Update(1, engine.MirrorProgress{FilesDone: 1, FilesTotal: 9}) // too soon for another line
	l.next = time.Now()
	l.Update(1, engine.MirrorProgress{FilesDone: 5, FilesTotal: 9, FilesSent: 2})
	st.Mirror = engine.MirrorProgress{Completed: true, FilesDone: 9, FilesSent: 3, BytesSent: 70}
	l.End(st)
	st.Mirror.Completed = false
	l.End(st)
	want := `mirror of db to beta base "/c": running
  5 of 9 files, 2 sent
mirror of db to beta base "/c": complete, 9 files looked at, 3 sent, 70 bytes
mirror of db to beta base "/c": not complete, 9 files looked at, 3 sent, 70 bytes
`
	if out.String() != want {
		t.Errorf("got:\n%s", out.String())
	}
}

func TestPlainReader(t *testing.T) {
	a := &app{Stdio: Stdio{In: strings.NewReader("one\r\ntwo"), Out: io.Discard}}
	r, err := a.lineReader(nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Ask("ignored")
	r.Remember("ignored")
	for _, want := range []string{"one", "two"} {
		if line, err := r.Line(); line != want || err != nil {
			t.Errorf("%q, %v", line, err)
		}
	}
	if _, err := r.Line(); err != io.EOF || r.Close() != nil || r.Output() != io.Discard {
		t.Errorf("at the end: %v", err)
	}
}

func TestHistoryFile(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("XDG_STATE_HOME", dir)
	file := historyFile()
	if file != filepath.Join(dir, "smrscript", "history") {
		t.Errorf("got %q", file)
	}
	if err := private(file); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(file, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := private(file); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(file); err != nil || info.Mode().Perm() != 0o600 && os.PathSeparator == '/' {
		t.Errorf("%v, %v", info.Mode(), err)
	}
	if err := private(filepath.Join(file, "below", "a", "file")); err == nil {
		t.Error("a history below a file")
	}
	t.Setenv("XDG_STATE_HOME", "relative")
	t.Setenv("HOME", dir)
	if got := historyFile(); os.PathSeparator == '/' && got != filepath.Join(dir, ".local", "state", "smrscript", "history") {
		t.Errorf("got %q", got)
	}
}

func TestVerdict(t *testing.T) {
	for _, c := range []struct {
		r            rotation
		backup, word string
	}{
		{rotation{first: true}, "-", "-"},
		{rotation{exit: 1}, "-", "no backup, exit status 1"},
		{rotation{archive: filepath.Join(t.TempDir(), "gone.tar")}, "gone.tar", "gone.tar: no such file or directory"},
	} {
		backup, word := verdict(c.r)
		if backup != c.backup || !strings.HasSuffix(word, c.word) && os.PathSeparator == '/' {
			t.Errorf("%+v: %q, %q", c.r, backup, word)
		}
	}
}

func TestDemoTableFails(t *testing.T) {
	var out bytes.Buffer
	d := &demo{app: &app{Stdio: Stdio{Out: &out}}}
	for name, c := range map[string]struct {
		done []rotation
		exit int
	}{
		"only the first":     {[]rotation{{first: true}}, 0},
		"the script failed":  {[]rotation{{first: true, exit: 1}}, 1},
		"no backup":          {[]rotation{{first: true}, {}}, 1},
		"a backup that lies": {[]rotation{{archive: filepath.Join(t.TempDir(), "x.tar")}}, 1},
	} {
		var exit exitStatus
		if err := d.table(c.done); errors.As(err, &exit) && int(exit) != c.exit || err == nil && c.exit != 0 {
			t.Errorf("%s: %v", name, err)
		}
	}
	if !strings.Contains(out.String(), "no: no backup, exit status 0") {
		t.Errorf("got %s", out.String())
	}
}

// TestCheckIncludes: only the module says that a bare word is a sub of it.
func TestCheckIncludes(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.Mkdir("own", 0o755); err != nil {
		t.Fatal(err)
	}
	module := "package Limits;\nuse Exporter 'import';\nour @EXPORT = ('limit');\nsub limit () { 8 }\n1;\n"
	if err := os.WriteFile(filepath.Join("own", "Limits.pm"), []byte(module), 0o600); err != nil {
		t.Fatal(err)
	}
	script := "use strict; use Limits;\nmy $x = limit;\nprint $x;\n"
	for _, c := range []struct {
		args []string
		exit int
		errs string
	}{
		{[]string{"check", "-"}, stdlib.ExitCheck, "error"},
		{[]string{"check", "-I", "own", "-"}, 0, ""},
		{[]string{"check", "-Iown", "-"}, 0, ""},
		{[]string{"run", "-c", "-I", "own", "-"}, 0, "syntax OK"},
	} {
		_, errs, exit := invoke(t, script, c.args...)
		if exit != c.exit || !strings.Contains(errs, c.errs) || c.errs == "" && errs != "" {
			t.Errorf("%q: exit %d, errors %q", c.args, exit, errs)
		}
	}
}
