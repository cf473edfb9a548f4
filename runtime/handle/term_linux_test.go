package handle

// This file tests handles on a real terminal.

import (
	"errors"
	"io"
	"os"
	"strconv"
	"testing"

	"golang.org/x/sys/unix"
)

// newTerminal returns the two ends of a pseudo terminal: what a user sits at, and what a program gets.
func newTerminal(t *testing.T) (user, program *os.File) {
	t.Helper()
	user, err := os.OpenFile("/dev/ptmx", os.O_RDWR, 0)
	if err != nil {
		t.Fatalf("no pseudo terminals: %v", err)
	}
	t.Cleanup(func() { _ = user.Close() })
	raw, err := user.SyscallConn()
	if err != nil {
		t.Fatal(err)
	}
	var n int
	var failed error
	err = raw.Control(func(fd uintptr) {
		failed = unix.IoctlSetPointerInt(int(fd), unix.TIOCSPTLCK, 0)
		if failed == nil {
			n, failed = unix.IoctlGetInt(int(fd), unix.TIOCGPTN)
		}
	})
	if err = errors.Join(err, failed); err != nil {
		t.Fatalf("no pseudo terminals: %v", err)
	}
	program, err = os.OpenFile("/dev/pts/"+strconv.Itoa(n), os.O_RDWR|unix.O_NOCTTY, 0)
	if err != nil {
		t.Fatalf("no pseudo terminals: %v", err)
	}
	t.Cleanup(func() { _ = program.Close() })
	quiet(t, program)
	return user, program
}

// quiet keeps the terminal from showing what the user types, which it does at a time of its own.
func quiet(t *testing.T, program *os.File) {
	t.Helper()
	raw, err := program.SyscallConn()
	if err != nil {
		t.Fatal(err)
	}
	var failed error
	err = raw.Control(func(fd uintptr) {
		var mode *unix.Termios
		if mode, failed = unix.IoctlGetTermios(int(fd), unix.TCGETS); failed == nil {
			mode.Lflag &^= unix.ECHO
			failed = unix.IoctlSetTermios(int(fd), unix.TCSETS, mode)
		}
	})
	if err = errors.Join(err, failed); err != nil {
		t.Fatal(err)
	}
}

// expect reads exactly what the program should have shown so far.
func expect(t *testing.T, user *os.File, want string) {
	t.Helper()
	b := make([]byte, len(want))
	if _, err := io.ReadFull(user, b); err != nil || string(b) != want {
		t.Errorf("the terminal shows %q, %v; want %q", b, err, want)
	}
}

func TestTerminal(t *testing.T) {
	user, program := newTerminal(t)
	s := NewSet(Config{Stdin: program, Stdout: program, Stderr: program})
	for _, h := range []*Handle{s.Stdin, s.Stdout, s.Stderr} {
		if !h.IsTerminal() {
			t.Errorf("%s is no terminal", h.Name())
		}
	}
	write(t, s.Stdout, "a line\nand ", false)
	expect(t, user, "a line\r\nand ")
	if err := s.Stdout.End(append(begin(t, s.Stdout), "appended\n"...)); err != nil {
		t.Error(err)
	}
	expect(t, user, "appended\r\n")
	write(t, s.Stdout, "name? ", false)
	if len(s.Stdout.out) == 0 {
		t.Error("a prompt goes out at once")
	}
	if _, err := user.WriteString("joe\n"); err != nil {
		t.Fatal(err)
	}
	sep := sepOf("\n")
	if line, ok, err := s.Stdin.ReadLine(&sep); line != "joe\n" || !ok || err != nil {
		t.Errorf("read %q %v %v", line, ok, err)
	}
	expect(t, user, "name? ")
	write(t, s.Stdout, "again? ", false)
	if _, err := user.WriteString("yes\n"); err != nil {
		t.Fatal(err)
	}
	if got, err := s.Stdin.SysRead(10); got != "yes\n" || err != nil {
		t.Errorf("sysread %q %v", got, err)
	}
	expect(t, user, "again? ")
	write(t, s.Stdout, "1", false)
	write(t, s.Stderr, "2", false)
	expect(t, user, "12")
	if at := s.Stdout.Tell(); at > 0 {
		t.Errorf("tell on a terminal: %d", at)
	}
}

func begin(t *testing.T, h *Handle) []byte {
	t.Helper()
	buf, ok := h.Begin()
	if !ok {
		t.Fatal("no buffer")
	}
	return buf
}

// The end of input at a terminal is not for ever.
func TestTerminalEndOfFile(t *testing.T) {
	user, program := newTerminal(t)
	s := NewSet(Config{Stdin: program})
	sep := sepOf("\n")
	for _, in := range []string{"one\n", "\x04", "two\n", "\x04"} {
		if _, err := user.WriteString(in); err != nil {
			t.Fatal(err)
		}
		want := in
		if in == "\x04" {
			want = ""
		}
		if line, ok, err := s.Stdin.ReadLine(&sep); line != want || ok != (want != "") || err != nil {
			t.Errorf("%q: read %q %v %v", in, line, ok, err)
		}
	}
}
