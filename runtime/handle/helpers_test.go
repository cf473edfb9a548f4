package handle

// This file holds what the tests share.

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/smrscript/smrscript/runtime/value"
)

// A world is a set in a directory of its own, with what it wrote and warned.
type world struct {
	*Set
	t        *testing.T
	dir      string
	out, err bytes.Buffer
	warnings []Warning
}

func newWorld(t *testing.T, input string) *world {
	t.Helper()
	w := &world{t: t, dir: t.TempDir()}
	w.Set = NewSet(Config{
		Stdin: strings.NewReader(input), Stdout: &w.out, Stderr: &w.err, Dir: w.dir,
		Warn: func(x Warning) { w.warnings = append(w.warnings, x) },
	})
	t.Cleanup(func() {
		if err := w.CloseAll(); err != nil {
			t.Logf("CloseAll: %v", err)
		}
	})
	return w
}

func (w *world) path(name string) string { return filepath.Join(w.dir, name) }

func (w *world) put(name, data string) {
	w.t.Helper()
	if err := os.WriteFile(w.path(name), []byte(data), 0o644); err != nil {
		w.t.Fatal(err)
	}
}

func (w *world) get(name string) string {
	w.t.Helper()
	b, err := os.ReadFile(w.path(name))
	if err != nil {
		w.t.Fatal(err)
	}
	return string(b)
}

func (w *world) open(mode, path string) *Handle {
	w.t.Helper()
	h, err := w.OpenFile(mode, path)
	if err != nil {
		w.t.Fatalf("open %s %s: %v", mode, path, err)
	}
	return h
}

func (w *world) texts() []string {
	var s []string
	for _, x := range w.warnings {
		s = append(s, x.Text)
	}
	return s
}

func write(t *testing.T, h *Handle, s string, wide bool) {
	t.Helper()
	if err := h.Write(s, wide); err != nil {
		t.Fatalf("write %q: %v", s, err)
	}
}

func closeOK(t *testing.T, h *Handle) {
	t.Helper()
	if status, err := h.Close(); err != nil || status != 0 {
		t.Fatalf("close %s: %d, %v", h.Name(), status, err)
	}
}

// lines reads what is left, one line at a time.
func lines(t *testing.T, h *Handle, sep Separator) []string {
	t.Helper()
	var all []string
	for {
		line, ok, err := h.ReadLine(&sep)
		if err != nil {
			t.Fatalf("ReadLine: %v", err)
		}
		if !ok {
			return all
		}
		all = append(all, line)
		if len(all) > 1_000_000 {
			t.Fatal("endless lines")
		}
	}
}

func sepOf(s string) Separator { return NewSeparator(value.Str(s)) }

func records(n int64) Separator {
	return NewSeparator(value.RefScalar(value.NewScalar(value.Int(n))))
}

// perl runs a program under perl in dir and returns its standard output.
func perl(t *testing.T, dir, program string) string {
	t.Helper()
	exe, err := exec.LookPath("perl")
	if err != nil {
		t.Fatal("perl, the reference, is not installed")
	}
	cmd := exec.Command(exe, "-e", program)
	cmd.Dir = dir
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("perl -e %q: %v", program, err)
	}
	return string(out)
}

func isCode(err error, name string) bool {
	code, _ := Errno(err)
	want, ok := ErrnoNumber(name)
	return ok && code == want
}
