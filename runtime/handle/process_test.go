//go:build unix

package handle

// This file tests processes: the shell rule, status, pipes, input that must not be lost, cancelling.

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/smrscript/smrscript/runtime/value"
)

func TestShellRule(t *testing.T) {
	tests := []struct {
		line  string
		shell bool
		args  []string
		merge bool
	}{
		{"ls -l /tmp", false, []string{"ls", "-l", "/tmp"}, false},
		{"  ls   -l  ", false, []string{"ls", "-l"}, false},
		{"ls\n", false, []string{"ls"}, false},
		{"ls\nls", true, nil, false},
		{"ls *", true, nil, false},
		{"echo $HOME", true, nil, false},
		{"A=1 env", true, nil, false},
		{"a.b=1", false, []string{"a.b=1"}, false},
		{"exec ls", true, nil, false},
		{"execute", false, []string{"execute"}, false},
		{". ./x", true, nil, false},
		{"./x", false, []string{"./x"}, false},
		{"ls 2>&1", false, []string{"ls"}, true},
		{"ls 2>&1 ", false, []string{"ls"}, true},
		{"ls; x 2>&1", true, nil, false},
		{"ls2>&1", true, nil, false},
		{"ls >x 2>&1", true, nil, false},
		{"", false, nil, false},
	}
	for _, tt := range tests {
		path, args, merge := Command{Line: tt.line}.argv()
		if tt.shell {
			if path != "/bin/sh" || !reflect.DeepEqual(args, []string{"sh", "-c", tt.line}) {
				t.Errorf("%q: %s %q, want the shell", tt.line, path, args)
			}
			continue
		}
		if path == "/bin/sh" || strings.Join(args, "|") != strings.Join(tt.args, "|") || merge != tt.merge {
			t.Errorf("%q: %s %q %v", tt.line, path, args, merge)
		}
	}
	if (Command{Args: []string{"a b", "*"}}).Shell() || !(Command{Line: "a *"}).Shell() {
		t.Error("Shell")
	}
}

func TestRunStatus(t *testing.T) {
	tests := []struct {
		c      Command
		status int
		code   string
	}{
		{Command{Line: "true"}, 0, ""},
		{Command{Line: "exit 3"}, -1, "ENOENT"},
		{Command{Line: "exit 3;"}, 3 << 8, ""},
		{Command{Line: "kill -9 $$"}, 9, ""},
		{Command{Line: "kill -TERM $$"}, 15, ""},
		{Command{Args: []string{"sh", "-c", "exit 255"}}, 255 << 8, ""},
		{Command{Path: "sh", Args: []string{"zz", "-c", "test $0 = zz"}}, 0, ""},
		{Command{Line: ""}, 255 << 8, ""},
		{Command{Line: " \n"}, 255 << 8, ""},
		{Command{Line: "no-such-program"}, -1, "ENOENT"},
		{Command{Args: []string{"./no-such-program"}}, -1, "ENOENT"},
		{Command{Args: []string{"./plain"}}, -1, "EACCES"},
		{Command{Args: []string{"./dir"}}, -1, "EACCES"},
		{Command{Line: "no-such-program; exit 4"}, 4 << 8, ""},
		{Command{Args: []string{"./script", "a b"}}, 7 << 8, ""},
		{Command{Line: "./script x"}, 7 << 8, ""},
	}
	for _, tt := range tests {
		w := newWorld(t, "")
		w.put("plain", "text")
		w.put("script", "exit 7\n")
		if err := errors.Join(os.Chmod(w.path("script"), 0o755), os.Mkdir(w.path("dir"), 0o755)); err != nil {
			t.Fatal(err)
		}
		status, err := w.Run(t.Context(), tt.c, Stdio{})
		if status != tt.status || (err != nil) != (tt.code != "") || tt.code != "" && !isCode(err, tt.code) {
			t.Errorf("%+v: %d, %v; want %d %s", tt.c, status, err, tt.status, tt.code)
		}
		if tt.status == -1 && (len(w.warnings) != 1 || !strings.HasPrefix(w.warnings[0].Text, `Can't exec "`)) {
			t.Errorf("%+v: warnings %q", tt.c, w.texts())
		}
	}
	for status, want := range map[int]int{0: 0, 3 << 8: 3, 9: 137, 139: 139, 255 << 8: 255} {
		if got := ExitCode(status); got != want {
			t.Errorf("exit code of %d: %d, want %d", status, got, want)
		}
	}
}

func TestRunStdio(t *testing.T) {
	w := newWorld(t, "")
	write(t, w.Stdout, "first ", false)
	if status, err := w.Run(nil, Command{Line: "echo out; echo err >&2"}, Stdio{}); status != 0 || err != nil {
		t.Fatal(status, err)
	}
	if w.out.String() != "first out\n" || w.err.String() != "err\n" {
		t.Errorf("%q, %q", w.out.String(), w.err.String())
	}
	var out, errs bytes.Buffer
	if _, err := w.Run(nil, Command{Line: "cat; echo err >&2"}, Stdio{strings.NewReader("given"), &out, &errs}); err != nil {
		t.Fatal(err)
	}
	if out.String() != "given" || errs.String() != "err\n" {
		t.Errorf("%q, %q", out.String(), errs.String())
	}
	got, status, err := w.Capture(nil, Command{Line: "sh -c true 2>&1"})
	if len(got) != 0 || status != 0 || err != nil {
		t.Errorf("%q %d %v", got, status, err)
	}
	if got, _, _ := w.Capture(nil, Command{Line: "ls nope 2>&1"}); !strings.Contains(string(got), "nope") {
		t.Errorf("2>&1 without a shell: %q", got)
	}
	f, err := os.Create(w.path("log"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if _, err := w.Run(nil, Command{Line: "echo to a file"}, Stdio{Stdout: f}); err != nil || w.get("log") != "to a file\n" {
		t.Errorf("%v, %q", err, w.get("log"))
	}
	closeOK(t, w.Stdin)
	if got, _, err := w.Capture(nil, Command{Line: "cat"}); err != nil || len(got) != 0 {
		t.Errorf("closed input: %q, %v", got, err)
	}
}

func TestChildrenFollowReopenedHandles(t *testing.T) {
	w := newWorld(t, "")
	w.put("in", "line 1\nline 2\nline 3\n")
	if err := errors.Join(w.Reopen(w.Stdout, ">", value.Str("out")), w.Reopen(w.Stderr, ">&", value.Str("STDOUT")),
		w.Reopen(w.Stdin, "<", value.Str("in"))); err != nil {
		t.Fatal(err)
	}
	sep := sepOf("\n")
	if line, _, _ := w.Stdin.ReadLine(&sep); line != "line 1\n" {
		t.Fatal(line)
	}
	write(t, w.Stdout, "parent\n", false)
	if _, err := w.Run(nil, Command{Line: "cat; echo oops >&2"}, Stdio{}); err != nil {
		t.Fatal(err)
	}
	if got := w.get("out"); got != "parent\nline 2\nline 3\noops\n" {
		t.Errorf("%q", got)
	}
}

// A child must not eat input that it does not read, whatever the script's input is.
func TestInputIsNotLost(t *testing.T) {
	data := strings.Repeat("0123456789abcde\n", 20_000)
	w := newWorld(t, data)
	sep := sepOf("\n")
	var all strings.Builder
	for i := range 20 {
		line, ok, err := w.Stdin.ReadLine(&sep)
		if !ok || err != nil {
			t.Fatal(i, err)
		}
		all.WriteString(line)
		c := Command{Line: "true"}
		if i%2 == 1 {
			c = Command{Args: []string{"head", "-c", "0"}}
		}
		if status, err := w.Run(nil, c, Stdio{}); status != 0 || err != nil {
			t.Fatal(status, err)
		}
	}
	rest, _, err := w.Stdin.slurp()
	if err != nil || all.String()+rest != data {
		t.Errorf("lost %d bytes, %v", len(data)-all.Len()-len(rest), err)
	}
	u := newWorld(t, "for the child")
	if out, _, _ := u.Capture(nil, Command{Line: "cat"}); string(out) != "for the child" {
		t.Errorf("the child got %q", out)
	}
}

// A reader that never answers does not hold up the end of a child.
func TestSilentInput(t *testing.T) {
	r, pw := io.Pipe()
	s := NewSet(Config{Stdin: r})
	if status, err := s.Run(nil, Command{Line: "true"}, Stdio{}); status != 0 || err != nil {
		t.Fatal(status, err)
	}
	go func() {
		_, _ = io.WriteString(pw, "late\n")
		_ = pw.Close()
	}()
	sep := sepOf("\n")
	if line, _, err := s.Stdin.ReadLine(&sep); line != "late\n" || err != nil {
		t.Errorf("what came after the child: %q, %v", line, err)
	}
	if !s.Stdin.EOF() {
		t.Error("no end")
	}
}

func TestCancel(t *testing.T) {
	within := func(what string, limit time.Duration, fn func()) {
		t.Helper()
		start := time.Now()
		fn()
		if d := time.Since(start); d > limit {
			t.Errorf("%s took %v", what, d)
		}
	}
	w := newWorld(t, "")
	within("a cancelled command", 20*time.Second, func() {
		ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
		defer cancel()
		if status, _ := w.Run(ctx, Command{Line: "sleep 60"}, Stdio{}); status != int(syscall.SIGTERM) {
			t.Errorf("status %d", status)
		}
	})
	within("one that ignores SIGTERM and leaves a grandchild with its output", 20*time.Second, func() {
		ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
		defer cancel()
		out, status, _ := w.Capture(ctx, Command{Line: "trap '' TERM; sleep 61 & echo begun; wait; sleep 62"})
		if status != int(syscall.SIGKILL) || string(out) != "begun\n" {
			t.Errorf("status %d, output %q", status, out)
		}
	})
	within("a context that has ended", time.Second, func() {
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		if status, err := w.Run(ctx, Command{Line: "sleep 60"}, Stdio{}); status != -1 || !errors.Is(err, context.Canceled) {
			t.Errorf("status %d, %v", status, err)
		}
	})
	within("a pipe", 20*time.Second, func() {
		ctx, cancel := context.WithCancel(t.Context())
		s := NewSet(Config{Context: ctx})
		h, err := s.Open("-|", value.Str("echo begun; sleep 60"))
		if err != nil {
			t.Fatal(err)
		}
		sep := sepOf("\n")
		if line, _, _ := h.ReadLine(&sep); line != "begun\n" {
			t.Error(line)
		}
		cancel()
		if !h.EOF() {
			t.Error("more to read")
		}
		if status, err := h.Close(); status == 0 || err != nil {
			t.Errorf("status %d, %v", status, err)
		}
	})
}

func TestEnvironmentAndDirectory(t *testing.T) {
	dir := t.TempDir()
	bin := filepath.Join(dir, "bin")
	if err := errors.Join(os.Mkdir(bin, 0o755), os.WriteFile(filepath.Join(bin, "mine"), []byte("#!/bin/sh\necho mine $V; pwd\n"), 0o755)); err != nil {
		t.Fatal(err)
	}
	env := []string{"PATH=/usr/bin:/bin", "V=old", "V=1", "PATH=:bin:/usr/bin:/bin"}
	s := NewSet(Config{Dir: dir, Env: func() []string { return env }})
	out, status, err := s.Capture(nil, Command{Line: "mine"})
	if real, _ := filepath.EvalSymlinks(dir); string(out) != "mine 1\n"+real+"\n" || status != 0 || err != nil {
		t.Errorf("%q %d %v", out, status, err)
	}
	if err := s.Chdir("bin"); err != nil {
		t.Fatal(err)
	}
	if out, _, err := s.Capture(nil, Command{Line: "./mine"}); err != nil || !strings.HasSuffix(string(out), "/bin\n") {
		t.Errorf("%q %v", out, err)
	}
	env = []string{"PATH="}
	if _, _, err := s.Capture(nil, Command{Line: "true"}); !isCode(err, "ENOENT") {
		t.Errorf("an empty PATH: %v", err)
	}
}

func TestProcessesForbidden(t *testing.T) {
	s := NewSet(Config{NoProcesses: true})
	var fe *ForbiddenError
	if status, err := s.Run(nil, Command{Line: "true"}, Stdio{}); status != -1 || !errors.As(err, &fe) || fe.What != "true" {
		t.Errorf("Run: %d %v", status, err)
	}
	if _, err := s.Open("true|"); !errors.As(err, &fe) {
		t.Errorf("Open: %v", err)
	}
	if _, err := s.Exec(context.Background(), Command{Args: []string{"true"}}); !errors.As(err, &fe) || fe.What != "true" {
		t.Errorf("Exec: %v", err)
	}
}

// Children that write to the host's streams while the script writes, too, under the race detector.
func TestConcurrentOutput(t *testing.T) {
	w := newWorld(t, "")
	h, err := w.Open("|-", value.Str("cat; cat >&2"))
	if err != nil {
		t.Fatal(err)
	}
	for i := range 200 {
		write(t, h, fmt.Sprintln("child", i), false)
		write(t, w.Stdout, fmt.Sprintln("script", i), false)
		if err := errors.Join(h.Flush(), w.Stdout.Flush()); err != nil {
			t.Fatal(err)
		}
	}
	closeOK(t, h)
	if n := strings.Count(w.out.String(), "\n"); n != 400 {
		t.Errorf("%d lines", n)
	}
}

func TestFlock(t *testing.T) {
	w := newWorld(t, "")
	a, b := w.open(">>", "lock"), w.open(">>", "lock")
	const sh, ex, nb, un = 1, 2, 4, 8
	write(t, a, "data", false)
	if err := a.Flock(ex); err != nil {
		t.Fatal(err)
	}
	if got := w.get("lock"); got != "data" {
		t.Errorf("locking does not write out: %q", got)
	}
	if err := b.Flock(sh | nb); !isCode(err, "EAGAIN") {
		t.Errorf("locked twice: %v", err)
	}
	var wg sync.WaitGroup
	wg.Go(func() {
		if err := b.Flock(ex); err != nil {
			t.Error(err)
		}
	})
	if err := a.Flock(un); err != nil {
		t.Error(err)
	}
	wg.Wait()
	if err := a.Flock(sh | nb); !isCode(err, "EAGAIN") {
		t.Errorf("the lock was not handed over: %v", err)
	}
	var se *StateError
	if err := w.memory("<", value.NewScalar(value.Undef)).Flock(sh); !errors.As(err, &se) || se.Reason != NotAFile {
		t.Errorf("in memory: %v", err)
	}
}

// What perl makes of command lines, we make of them too.
func TestRunAgainstPerl(t *testing.T) {
	w := newWorld(t, "")
	for _, line := range []string{"echo a  b", "echo 'a  b'", "false", "nosuch", "nosuch 2>&1", "exit 4;", "sh -c 'kill -15 $$'",
		"echo $0", "  true  ", "true\n", "echo a\\ b", "X=5 sh -c 'echo $X'", "echo ~root", "echo {a,b}", "test a = b", "echo hi 2>&1", ""} {
		want := perl(t, w.dir, `open STDERR, ">", "/dev/null"; $c = q^`+line+`^; $x = qx{$c}; print "$?|", $x // ""`)
		out, status, _ := w.Capture(nil, Command{Line: line})
		if line == "" {
			continue // qx{} and system("") differ in perl; Run follows system
		}
		if got := strconv.Itoa(status) + "|" + string(out); got != want {
			t.Errorf("%q: %q, perl %q", line, got, want)
		}
	}
}

// The terminal rule needs a terminal only to be looked for: without one the child leads a group.
func TestOwnGroup(t *testing.T) {
	cmd := exec.Command("true")
	tty, err := os.Open("/dev/tty")
	if err == nil {
		tty.Close()
	}
	if got := ownGroup(cmd); got != (err != nil) || got && !cmd.SysProcAttr.Setpgid {
		t.Errorf("group %v although /dev/tty gives %v", got, err)
	}
}
