//go:build unix

package handle

import (
	"reflect"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"github.com/smrscript/smrscript/runtime/value"
)

// This file tests pipes to and from programs: what they say, how they end, who waits for them.

func TestPipes(t *testing.T) {
	w := newWorld(t, "")
	sep := sepOf("\n")
	open := func(mode string, args ...string) *Handle {
		t.Helper()
		h, err := w.Open(mode, strs(args...)...)
		if err != nil {
			t.Fatalf("%s %q: %v", mode, args, err)
		}
		if !h.IsPipe() || h.Pid() == 0 {
			t.Errorf("%s %q: no pipe", mode, args)
		}
		return h
	}
	h := open("-|", "printf", `%s\n`, "a b", "*")
	if got := lines(t, h, sep); !reflect.DeepEqual(got, []string{"a b\n", "*\n"}) {
		t.Errorf("list: %q", got)
	}
	closeOK(t, h)
	if !h.IsPipe() || h.Pid() != 0 {
		t.Error("after close")
	}
	h = open("-|:utf8", "printf '\\303\\251\\n'; exit 5")
	if line, _, _ := h.ReadLine(&sep); line != "é\n" || !h.Wide() {
		t.Errorf("layers: %q", line)
	}
	if status, err := h.Close(); status != 5<<8 || err != nil {
		t.Errorf("status %d, %v", status, err)
	}
	write(t, w.Stdout, "before\n", false)
	h = open("|-", "cat")
	write(t, h, "through the pipe\n", false)
	closeOK(t, h)
	h = open("| sort -r")
	write(t, h, "a\nb\n", false)
	closeOK(t, h)
	if got := w.out.String(); got != "before\nthrough the pipe\nb\na\n" {
		t.Errorf("%q", got)
	}
	c, err := w.OpenCommand(Command{Line: "echo x"}, false, ":crlf")
	if err != nil {
		t.Fatal(err)
	}
	if line, _, _ := c.ReadLine(&sep); line != "x\n" {
		t.Error(line)
	}
	closeOK(t, c)
	if c, err = w.OpenCommand(Command{Line: "cat > out"}, true, ""); err != nil {
		t.Fatal(err)
	}
	write(t, c, "data", false)
	closeOK(t, c)
	if w.get("out") != "data" {
		t.Error(w.get("out"))
	}
	if _, err := w.OpenCommand(Command{Line: "cat"}, true, ":nope"); err == nil {
		t.Error("bad layer")
	}
	if _, err := w.Open("-|", value.Str("no-such-program")); !isCode(err, "ENOENT") {
		t.Errorf("a program that does not exist: %v", err)
	}
	if _, err := w.Open("-|", value.Str(" ")); !isCode(err, "EPIPE") {
		t.Errorf("no command: %v", err)
	}
}

// Closing early ends a writer that never stops; writing to a reader that has gone is an error.
func TestBrokenPipes(t *testing.T) {
	w := newWorld(t, "")
	h, err := w.Open("yes |")
	if err != nil {
		t.Fatal(err)
	}
	sep := sepOf("\n")
	if line, _, _ := h.ReadLine(&sep); line != "y\n" {
		t.Error(line)
	}
	if status, err := h.Close(); status != int(syscall.SIGPIPE) || err != nil {
		t.Errorf("status %d, %v", status, err)
	}
	if h, err = w.Open("| true"); err != nil {
		t.Fatal(err)
	}
	big := strings.Repeat("x", 4*bufferSize)
	for err == nil {
		err = h.Write(big, false)
	}
	if !isCode(err, "EPIPE") {
		t.Errorf("write: %v", err)
	}
	if status, err := h.Close(); status != 0 || !isCode(err, "EPIPE") {
		t.Errorf("close: %d, %v", status, err)
	}
	r, pw, err := w.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	write(t, pw, "through\n", false)
	closeOK(t, pw)
	if line, _, _ := r.ReadLine(&sep); line != "through\n" || !r.EOF() {
		t.Error(line)
	}
}

// CloseAll waits for processes behind handles that nobody closed.
func TestCloseAllWaits(t *testing.T) {
	w := newWorld(t, "")
	h, err := w.Open("| cat > out")
	if err != nil {
		t.Fatal(err)
	}
	write(t, h, "late", false)
	_ = h
	runtime.GC()
	if err := w.CloseAll(); err != nil {
		t.Fatal(err)
	}
	if got := w.get("out"); got != "late" {
		t.Errorf("%q", got)
	}
}

func TestReopenPipe(t *testing.T) {
	w := newWorld(t, "")
	if err := w.Reopen(w.Stdout, "| sort > out"); err != nil {
		t.Fatal(err)
	}
	write(t, w.Stdout, "b\na\n", false)
	if _, err := w.Run(nil, Command{Line: "echo c"}, Stdio{}); err != nil {
		t.Fatal(err)
	}
	if status, err := w.Stdout.Close(); status != 0 || err != nil || !w.Stdout.IsPipe() {
		t.Errorf("%d %v", status, err)
	}
	if got := w.get("out"); got != "a\nb\nc\n" {
		t.Errorf("%q", got)
	}
}
