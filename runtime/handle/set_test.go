package handle

// This file tests the Set: who sees what when, numbers, many and forgotten handles.

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// A handle that the script forgot, as a lexical one at the end of its scope, has its data seen by whoever looks.
func TestForgottenHandlesAreVisible(t *testing.T) {
	looks := map[string]func(w *world) string{
		"open": func(w *world) string {
			s, _, _ := w.open("<", "f").slurp()
			return s
		},
		"open for appending": func(w *world) string {
			h := w.open(">>", "f")
			write(w.t, h, "", false)
			return w.get("f")
		},
		"stat": func(w *world) string {
			st, err := w.Stat("f")
			if err != nil {
				w.t.Fatal(err)
			}
			return strings.Repeat("x", int(st.Size))
		},
		"stat of a handle": func(w *world) string {
			h := w.open("<", ".")
			if _, err := h.Stat(); err != nil {
				w.t.Fatal(err)
			}
			return w.get("f")
		},
		"rename": func(w *world) string {
			if err := w.Rename("f", "g"); err != nil {
				w.t.Fatal(err)
			}
			return w.get("g")
		},
		"a child": func(w *world) string {
			out, _, err := w.Capture(nil, Command{Args: []string{"cat", "f"}})
			if err != nil {
				w.t.Fatal(err)
			}
			return string(out)
		},
		"the end": func(w *world) string {
			if err := w.FlushAll(); err != nil {
				w.t.Fatal(err)
			}
			return w.get("f")
		},
	}
	for name, look := range looks {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t, "")
			write(t, w.open(">", "f"), "data", false)
			write(t, w.Stdout, "stays", false)
			runtime.GC()
			if got := look(w); len(got) != 4 {
				t.Errorf("saw %q", got)
			}
			if name != "the end" && name != "a child" && w.out.Len() != 0 {
				t.Error("standard output need not have been written out")
			}
		})
	}
}

// Truncating a file must not let older data arrive after newer.
func TestForgottenDataComeFirst(t *testing.T) {
	w := newWorld(t, "")
	write(t, w.open(">", "f"), "older data", false)
	h := w.open(">", "f")
	write(t, h, "new", false)
	closeOK(t, h)
	if err := w.FlushAll(); err != nil {
		t.Fatal(err)
	}
	if got := w.get("f"); got != "new" {
		t.Errorf("%q", got)
	}
}

func TestDirtyListOrder(t *testing.T) {
	w := newWorld(t, "")
	var order []string
	note := func(name string) *Handle {
		return w.attach(&descriptor{file: &noted{name, &order}}, name, canWrite, layering{})
	}
	a, b, c := note("a"), note("b"), note("c")
	for _, h := range []*Handle{b, a, c, b} {
		write(t, h, "x", false)
	}
	if err := a.Flush(); err != nil {
		t.Fatal(err)
	}
	write(t, a, "x", false)
	if err := w.FlushAll(); err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(order, ""); got != "abca" {
		t.Errorf("written in the order %s", got)
	}
	if w.head != nil || w.tail != nil {
		t.Error("the list is not empty")
	}
}

type noted struct {
	name  string
	order *[]string
}

func (n *noted) Write(b []byte) (int, error) {
	*n.order = append(*n.order, n.name)
	return len(b), nil
}
func (n *noted) Read([]byte) (int, error)       { return 0, io.EOF }
func (n *noted) Seek(int64, int) (int64, error) { return 0, nil }
func (n *noted) Close() error                   { return nil }

func TestNumbers(t *testing.T) {
	w := newWorld(t, "")
	w.put("f", "")
	for i, h := range []*Handle{w.Stdin, w.Stdout, w.Stderr} {
		if h.Fileno() != i || w.ByFileno(i) != h {
			t.Errorf("standard handle %d has %d", i, h.Fileno())
		}
	}
	a, b, c := w.open("<", "f"), w.open("<", "f"), w.open("<", "f")
	closeOK(t, b)
	d := w.open("<", "f")
	if a.Fileno() != 3 || c.Fileno() != 5 || d.Fileno() != 4 {
		t.Errorf("numbers %d %d %d", a.Fileno(), c.Fileno(), d.Fileno())
	}
	closeOK(t, w.Stdin)
	if e := w.open("<", "f"); e.Fileno() != 0 {
		t.Errorf("the number of STDIN is not used again: %d", e.Fileno())
	}
	for _, n := range []int{-1, 99} {
		if w.ByFileno(n) != nil {
			t.Errorf("number %d", n)
		}
	}
}

func TestThousandHandles(t *testing.T) {
	w := newWorld(t, "")
	var all []*Handle
	for i := range 1000 {
		h := w.open(">", fmt.Sprintf("f%d", i))
		write(t, h, fmt.Sprintf("file %d\n", i), false)
		all = append(all, h)
	}
	for i := 0; i < len(all); i += 2 {
		closeOK(t, all[i])
	}
	if err := w.FlushAll(); err != nil {
		t.Fatal(err)
	}
	for i := range all {
		if got, want := w.get(fmt.Sprintf("f%d", i)), fmt.Sprintf("file %d\n", i); got != want {
			t.Fatalf("%q, want %q", got, want)
		}
	}
	if err := w.CloseAll(); err != nil {
		t.Fatal(err)
	}
	for i := 1; i < len(all); i += 2 {
		if all[i].IsOpen() {
			t.Fatal("CloseAll left a handle open")
		}
	}
}

// A script that opens files in lexicals and never closes them does not run out of descriptors or of numbers.
func TestForgottenHandlesAreClosed(t *testing.T) {
	w := newWorld(t, "")
	w.put("f", "x\n")
	sep := sepOf("\n")
	count := func() int {
		d, err := os.ReadDir("/proc/self/fd")
		if err != nil {
			return 0
		}
		return len(d)
	}
	before := count()
	for i := range 20_000 {
		h := w.open("<", "f")
		if line, _, err := h.ReadLine(&sep); line != "x\n" || err != nil {
			t.Fatalf("open %d: %q %v", i, line, err)
		}
	}
	runtime.GC()
	if w.sweep(); len(w.numbers) > 20_000 {
		t.Errorf("%d numbers", len(w.numbers))
	}
	if n := count() - before; n > 15_000 {
		t.Errorf("%d descriptors are still open", n)
	}
}

func TestStandardFiles(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "out")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var none *os.File
	s := NewSet(Config{Stdin: none, Stdout: f, Stderr: none})
	write(t, s.Stdout, "x", false)
	if err := s.CloseAll(); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Stdout.Close(); err != nil {
		t.Error(err)
	}
	if _, err := f.WriteString("y"); err != nil {
		t.Errorf("the host's file was closed: %v", err)
	}
	if b, _ := os.ReadFile(path); string(b) != "xy" {
		t.Errorf("%q", b)
	}
	if !s.Stdin.EOF() {
		t.Error("no input is not empty")
	}
	write(t, s.Stderr, "nowhere", false)
}

func TestTerminalIsAskedFor(t *testing.T) {
	w := newWorld(t, "x\n")
	if w.Stdin.IsTerminal() || w.Stdout.IsTerminal() {
		t.Error("a buffer is a terminal")
	}
	w.Stdin.flags |= terminal
	write(t, w.Stdout, "prompt: ", false)
	sep := sepOf("\n")
	if line, _, _ := w.Stdin.ReadLine(&sep); line != "x\n" || w.out.String() != "prompt: " {
		t.Errorf("read %q after the output %q", line, w.out.String())
	}
}

func TestRecycledBuffers(t *testing.T) {
	w := newWorld(t, "")
	w.put("big", strings.Repeat("x", 3*bufferSize))
	for range 3 * spares {
		h := w.open("<", "big")
		if s, err := h.Read(2 * bufferSize); len(s) != 2*bufferSize || err != nil {
			t.Fatal(len(s), err)
		}
		closeOK(t, h)
	}
	if len(w.spare) == 0 || len(w.spare) > spares {
		t.Errorf("%d buffers kept", len(w.spare))
	}
}
