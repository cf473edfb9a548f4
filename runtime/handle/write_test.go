package handle

// This file tests writing: when data go out, in what order, and where errors show.

import (
	"errors"
	"io"
	"os"
	"strings"
	"syscall"
	"testing"
)

// A journal records each write that reaches the file, and fails once it is full.
type journal struct {
	writes []string
	room   int // -1 for endless
	closed int
}

var errFull = &os.PathError{Op: "write", Path: "journal", Err: syscall.ENOSPC}

func (j *journal) Write(b []byte) (int, error) {
	if j.room >= 0 {
		if len(b) > j.room {
			return 0, errFull
		}
		j.room -= len(b)
	}
	j.writes = append(j.writes, string(b))
	return len(b), nil
}

func (j *journal) Read([]byte) (int, error)       { return 0, io.EOF }
func (j *journal) Seek(int64, int) (int64, error) { return 0, syscall.ESPIPE }
func (j *journal) Close() error                   { j.closed++; return nil }

func (w *world) journal(fl flags, room int) (*Handle, *journal) {
	j := &journal{room: room}
	return w.attach(&descriptor{file: j}, "journal", fl, layering{}), j
}

func TestBuffering(t *testing.T) {
	big := strings.Repeat("x", bufferSize)
	tests := []struct {
		name   string
		fl     flags
		pieces []string
		before []string // what was written before close
		after  []string // what close added
	}{
		{"collects", canWrite, []string{"a", "b\n", "c"}, nil, []string{"ab\nc"}},
		{"empty strings write nothing", canWrite, []string{"", ""}, nil, nil},
		{"autoflush", canWrite | autoflush, []string{"a", "b\n"}, []string{"a", "b\n"}, nil},
		{"terminal", canWrite | lineFlush, []string{"a", "b\n", "c"}, []string{"ab\n"}, []string{"c"}},
		{"full", canWrite, []string{"a", big[1:], "c"}, []string{"a" + big[1:]}, []string{"c"}},
		{"huge pieces go past the buffer", canWrite, []string{"a", big, "c"}, []string{"a", big}, []string{"c"}},
		{"unbuffered", canWrite | immediate, []string{"a", "b"}, []string{"a", "b"}, nil},
		{"for reading too", canWrite | canRead, []string{"a", "b"}, nil, []string{"ab"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := newWorld(t, "")
			h, j := w.journal(tt.fl, -1)
			for _, p := range tt.pieces {
				write(t, h, p, false)
			}
			check := func(when string, want []string) {
				if got := strings.Join(j.writes, "|"); got != strings.Join(want, "|") {
					t.Errorf("%s: %.100q, want %.100q", when, got, strings.Join(want, "|"))
				}
			}
			check("before close", tt.before)
			closeOK(t, h)
			check("after close", append(tt.before, tt.after...))
			if j.closed != 1 {
				t.Errorf("closed %d times", j.closed)
			}
		})
	}
}

func TestHold(t *testing.T) {
	for _, fl := range []flags{canWrite | autoflush, canWrite | immediate, canWrite | lineFlush} {
		w := newWorld(t, "")
		h, j := w.journal(fl, -1)
		h.Hold()
		write(t, h, "a", false)
		h.Hold()
		write(t, h, "é", true)
		write(t, h, "\n", false)
		if err := h.Release(); err != nil || len(j.writes) != 0 {
			t.Errorf("inner release: %v, %q", err, j.writes)
		}
		if err := h.Release(); err != nil || len(j.writes) != 1 || j.writes[0] != "a\xe9\n" {
			t.Errorf("release: %v, %q", err, j.writes)
		}
		h.Hold()
		if err := h.Release(); err != nil {
			t.Error(err)
		}
		closeOK(t, h)
	}
}

func TestBeginEnd(t *testing.T) {
	w := newWorld(t, "")
	h, j := w.journal(canWrite, -1)
	for range 3 {
		buf, ok := h.Begin()
		if !ok {
			t.Fatal("no buffer on a plain handle")
		}
		if err := h.End(append(buf, "line\n"...)); err != nil {
			t.Fatal(err)
		}
	}
	if len(j.writes) != 0 || w.head != h {
		t.Errorf("%q written, dirty list %v", j.writes, w.head)
	}
	if err := h.SetAutoflush(true); err != nil || len(j.writes) != 1 || !h.Autoflush() {
		t.Errorf("autoflush does not write out: %v %q", err, j.writes)
	}
	buf, _ := h.Begin()
	if err := h.End(append(buf, 'x')); err != nil || len(j.writes) != 2 {
		t.Errorf("End with autoflush: %v %q", err, j.writes)
	}
	buf, _ = h.Begin()
	if err := h.End(buf); err != nil {
		t.Error(err)
	}
	if err := h.SetAutoflush(false); err != nil {
		t.Error(err)
	}
	buf, _ = h.Begin()
	if err := h.End(append(buf, strings.Repeat("y", bufferSize)...)); err != nil || len(j.writes) != 3 {
		t.Errorf("a full buffer stays: %v", err)
	}
	for _, l := range []string{":utf8", ":crlf", ":encoding(UTF-16)"} {
		if err := h.Binmode(l); err != nil {
			t.Fatal(err)
		}
		if _, ok := h.Begin(); ok {
			t.Errorf("%s takes plain bytes", l)
		}
	}
	closeOK(t, h)
	if _, ok := h.Begin(); ok {
		t.Error("a closed handle has a buffer")
	}
}

func TestDiskFull(t *testing.T) {
	t.Run("at close", func(t *testing.T) {
		w := newWorld(t, "")
		h, _ := w.journal(canWrite, 2)
		write(t, h, "abc", false)
		_, err := h.Close()
		if code, msg := Errno(err); msg != "No space left on device" || code == 0 {
			t.Errorf("close: %d %q", code, msg)
		}
	})
	t.Run("remembered", func(t *testing.T) {
		w := newWorld(t, "")
		h, _ := w.journal(canWrite, 2)
		write(t, h, "abc", false)
		if err := h.Flush(); !errors.Is(err, syscall.ENOSPC) {
			t.Errorf("flush: %v", err)
		}
		write(t, h, "a", false)
		if h.Err() == nil {
			t.Error("the error was forgotten")
		}
		if _, err := h.Close(); !errors.Is(err, syscall.ENOSPC) {
			t.Errorf("close: %v", err)
		}
	})
	t.Run("cleared", func(t *testing.T) {
		w := newWorld(t, "")
		h, _ := w.journal(canWrite|autoflush, 2)
		if err := h.Write("abc", false); !errors.Is(err, syscall.ENOSPC) {
			t.Errorf("write: %v", err)
		}
		h.ClearErr()
		closeOK(t, h)
	})
	t.Run("huge piece", func(t *testing.T) {
		w := newWorld(t, "")
		h, _ := w.journal(canWrite, 2)
		if err := h.Write(strings.Repeat("x", bufferSize), false); !errors.Is(err, syscall.ENOSPC) {
			t.Errorf("write: %v", err)
		}
	})
	t.Run("at the end of everything", func(t *testing.T) {
		w := newWorld(t, "")
		h, _ := w.journal(canWrite, 2)
		write(t, h, "abc", false)
		if err := w.FlushAll(); !errors.Is(err, syscall.ENOSPC) {
			t.Errorf("FlushAll: %v", err)
		}
		if err := w.CloseAll(); !errors.Is(err, syscall.ENOSPC) {
			t.Errorf("CloseAll: %v", err)
		}
	})
	if _, err := os.Stat("/dev/full"); err == nil {
		w := newWorld(t, "")
		h := w.open(">", "/dev/full")
		write(t, h, "x", false)
		if _, err := h.Close(); !isCode(err, "ENOSPC") {
			t.Errorf("/dev/full: %v", err)
		}
	}
}

func TestClosedAndWrongHandles(t *testing.T) {
	w := newWorld(t, "")
	w.put("f", "text")
	in := w.open("<", "f")
	ops := map[string]func(h *Handle) error{
		"write":    func(h *Handle) error { return h.Write("x", false) },
		"syswrite": func(h *Handle) error { _, err := h.SysWrite("x", false); return err },
	}
	both := map[string]func(h *Handle) error{
		"close":    func(h *Handle) error { _, err := h.Close(); return err },
		"seek":     func(h *Handle) error { _, err := h.Seek(0, 0); return err },
		"sysseek":  func(h *Handle) error { _, err := h.SysSeek(0, 0); return err },
		"sysread":  func(h *Handle) error { _, err := h.SysRead(1); return err },
		"read":     func(h *Handle) error { _, err := h.Read(1); return err },
		"read 0":   func(h *Handle) error { _, err := h.Read(0); return err },
		"getc":     func(h *Handle) error { _, _, err := h.Getc(); return err },
		"ungetc":   func(h *Handle) error { return h.Ungetc("x") },
		"binmode":  func(h *Handle) error { return h.Binmode("") },
		"truncate": func(h *Handle) error { return h.Truncate(0) },
		"flock":    func(h *Handle) error { return h.Flock(1) },
		"stat":     func(h *Handle) error { _, err := h.Stat(); return err },
		"chmod":    func(h *Handle) error { return h.Chmod(0o600) },
		"-T":       func(h *Handle) error { _, err := h.TestText('T'); return err },
	}
	for name, op := range ops {
		var se *StateError
		if err := op(in); !errors.As(err, &se) || se.Reason != NotWritable || !isCode(err, "EBADF") {
			t.Errorf("%s on an input handle: %v", name, err)
		}
		both[name] = op
	}
	closeOK(t, in)
	for name, op := range both {
		var se *StateError
		if err := op(in); !errors.As(err, &se) || se.Reason != Closed || !isCode(err, "EBADF") {
			t.Errorf("%s on a closed handle: %v", name, err)
		}
	}
	if in.Tell() != -1 || in.Fileno() != -1 || in.IsOpen() || in.Readable() || in.Writable() || in.LayerNames() != nil || in.IsTerminal() {
		t.Error("a closed handle looks open")
	}
}

func TestSysWrite(t *testing.T) {
	w := newWorld(t, "")
	h, j := w.journal(canWrite, -1)
	if n, err := h.SysWrite("h\u00e9", true); n != 2 || err != nil || j.writes[0] != "h\xe9" {
		t.Errorf("%d, %v, %q", n, err, j.writes)
	}
	if _, err := h.SysWrite("☺", true); err == nil || err.Error() != "Wide character in syswrite" {
		t.Errorf("wide: %v", err)
	}
	if err := h.Binmode(":utf8"); err != nil {
		t.Fatal(err)
	}
	var se *StateError
	if _, err := h.SysWrite("x", false); !errors.As(err, &se) || se.Reason != Encoded {
		t.Errorf("under :utf8: %v", err)
	}
}

func TestStandardErrorComesAfterOutput(t *testing.T) {
	var both journal
	both.room = -1
	s := NewSet(Config{Stdout: &both, Stderr: &both})
	write(t, s.Stdout, "1", false)
	write(t, s.Stderr, "2", false)
	write(t, s.Stdout, "3", false)
	if err := s.CloseAll(); err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(both.writes, ""); got != "123" {
		t.Errorf("order %q", got)
	}
}

// Reading and writing one handle in turn keeps one position.
func TestReadWriteInTurn(t *testing.T) {
	w := newWorld(t, "")
	w.put("f", "a\nb\nc\n")
	h := w.open("+<", "f")
	sep := sepOf("\n")
	if line, _, _ := h.ReadLine(&sep); line != "a\n" {
		t.Fatal(line)
	}
	write(t, h, "X", false)
	if at := h.Tell(); at != 3 {
		t.Errorf("tell after a write: %d", at)
	}
	if line, _, err := h.ReadLine(&sep); line != "\n" || err != nil {
		t.Errorf("read after a write: %q, %v", line, err)
	}
	if _, err := h.Seek(0, io.SeekEnd); err != nil {
		t.Fatal(err)
	}
	write(t, h, "end", false)
	if _, err := h.Seek(-3, io.SeekCurrent); err != nil {
		t.Fatal(err)
	}
	if got, _ := h.Read(3); got != "end" {
		t.Errorf("read back %q", got)
	}
	closeOK(t, h)
	if got := w.get("f"); got != "a\nX\nc\nend" {
		t.Errorf("file %q", got)
	}
}

func TestSeekTellTruncate(t *testing.T) {
	w := newWorld(t, "")
	h := w.open("+>", "f")
	write(t, h, "0123456789", false)
	if h.Tell() != 10 {
		t.Errorf("tell counts what is buffered: %d", h.Tell())
	}
	if err := h.Truncate(4); err != nil {
		t.Error(err)
	}
	if at, err := h.Seek(0, io.SeekEnd); at != 4 || err != nil {
		t.Errorf("end at %d, %v", at, err)
	}
	if _, err := h.Seek(-9, io.SeekStart); !isCode(err, "EINVAL") {
		t.Errorf("seek before the start: %v", err)
	}
	if err := h.Truncate(-1); err == nil {
		t.Error("truncate to -1")
	}
	closeOK(t, h)
	a := w.open(">>", "f")
	if a.Tell() != 4 {
		t.Errorf("append begins at %d", a.Tell())
	}
	if _, err := a.Seek(0, io.SeekStart); err != nil {
		t.Fatal(err)
	}
	write(t, a, "+", false)
	closeOK(t, a)
	if got := w.get("f"); got != "0123+" {
		t.Errorf("append wrote %q", got)
	}
	r := w.open("<", "f")
	if err := r.Truncate(0); !isCode(err, "EINVAL") {
		t.Errorf("truncate of an input handle: %v", err)
	}
	s := w.OpenReader("r", strings.NewReader("x"))
	if _, err := s.Seek(0, io.SeekStart); !isCode(err, "ESPIPE") || s.Tell() != -1 {
		t.Errorf("seek on a stream: %v, tell %d", err, s.Tell())
	}
}
