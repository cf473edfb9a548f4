package handle

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

// rehearsal returns a rehearsal over a folder with a few files, and the folder.
func rehearsal(t *testing.T, limit int64) (*Rehearsal, string) {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{"a.txt": "alpha", "sub/b.txt": "beta", "sub/deep/c.txt": "gamma"} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return Rehearse(OS(), limit), dir
}

// tree lists the files below dir as a file system sees them, "name=content".
func tree(t *testing.T, f FS, dir string) []string {
	t.Helper()
	names, err := f.ReadDirNames(dir)
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(names)
	var out []string
	for _, n := range names {
		path := filepath.Join(dir, n)
		info, err := f.Lstat(path)
		if err != nil {
			t.Fatal(err)
		}
		switch {
		case info.IsDir():
			for _, below := range tree(t, f, path) {
				out = append(out, n+"/"+below)
			}
		case info.Mode()&fs.ModeSymlink != 0:
			to, err := f.Readlink(path)
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, n+"->"+to)
		default:
			out = append(out, n+"="+slurp(t, f, path))
		}
	}
	return out
}

func slurp(t *testing.T, f FS, path string) string {
	t.Helper()
	h, err := f.Open(path, os.O_RDONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer h.Close()
	data, err := io.ReadAll(h)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func put(t *testing.T, f FS, path, text string, flag int) {
	t.Helper()
	h, err := f.Open(path, flag, 0o600)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(h, text); err != nil {
		t.Fatal(err)
	}
	if err := h.Close(); err != nil {
		t.Fatal(err)
	}
}

const (
	overwrite = os.O_WRONLY | os.O_CREATE | os.O_TRUNC
	extend    = os.O_WRONLY | os.O_CREATE | os.O_APPEND
)

// TestRehearsalLikeTheSystem does the same to a rehearsal and to real files: both must look alike afterwards, and the files
// below the rehearsal must be as they were.
func TestRehearsalLikeTheSystem(t *testing.T) {
	cases := []struct {
		name string
		do   func(t *testing.T, f FS, dir string)
	}{
		{"write a new file", func(t *testing.T, f FS, dir string) { put(t, f, filepath.Join(dir, "new"), "text", overwrite) }},
		{"overwrite", func(t *testing.T, f FS, dir string) { put(t, f, filepath.Join(dir, "a.txt"), "x", overwrite) }},
		{"append", func(t *testing.T, f FS, dir string) { put(t, f, filepath.Join(dir, "sub/b.txt"), "+more", extend) }},
		{"write in the middle", func(t *testing.T, f FS, dir string) {
			h, err := f.Open(filepath.Join(dir, "a.txt"), os.O_RDWR, 0)
			if err != nil {
				t.Fatal(err)
			}
			defer h.Close()
			if _, err := h.Seek(2, io.SeekStart); err != nil {
				t.Fatal(err)
			}
			if _, err := h.Write([]byte("XYZXYZ")); err != nil {
				t.Fatal(err)
			}
		}},
		{"unlink and make again", func(t *testing.T, f FS, dir string) {
			must(t, f.Unlink(filepath.Join(dir, "a.txt")))
			put(t, f, filepath.Join(dir, "a.txt"), "again", extend)
		}},
		{"folders", func(t *testing.T, f FS, dir string) {
			must(t, f.Mkdir(filepath.Join(dir, "d"), 0o755))
			must(t, f.Mkdir(filepath.Join(dir, "d/e"), 0o755))
			put(t, f, filepath.Join(dir, "d/e/f"), "deep", overwrite)
			must(t, f.Unlink(filepath.Join(dir, "sub/b.txt")))
			must(t, f.Unlink(filepath.Join(dir, "sub/deep/c.txt")))
			must(t, f.Rmdir(filepath.Join(dir, "sub/deep")))
			must(t, f.Rmdir(filepath.Join(dir, "sub")))
		}},
		{"rename a file", func(t *testing.T, f FS, dir string) {
			must(t, f.Rename(filepath.Join(dir, "a.txt"), filepath.Join(dir, "sub/b.txt")))
		}},
		{"rename a folder", func(t *testing.T, f FS, dir string) {
			put(t, f, filepath.Join(dir, "sub/new"), "n", overwrite)
			must(t, f.Unlink(filepath.Join(dir, "sub/b.txt")))
			must(t, f.Rename(filepath.Join(dir, "sub"), filepath.Join(dir, "moved")))
			put(t, f, filepath.Join(dir, "moved/deep/c.txt"), "!", extend)
		}},
		{"links", func(t *testing.T, f FS, dir string) {
			must(t, f.Symlink("a.txt", filepath.Join(dir, "l")))
			must(t, f.Link(filepath.Join(dir, "a.txt"), filepath.Join(dir, "h")))
		}},
		{"write through a link", func(t *testing.T, f FS, dir string) {
			must(t, f.Symlink("a.txt", filepath.Join(dir, "l")))
			put(t, f, filepath.Join(dir, "l"), "!", extend)
		}},
		{"truncate", func(t *testing.T, f FS, dir string) {
			must(t, f.Truncate(filepath.Join(dir, "a.txt"), 2))
			must(t, f.Truncate(filepath.Join(dir, "sub/b.txt"), 6))
		}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			r, dir := rehearsal(t, 1<<20)
			_, real := rehearsal(t, 1<<20)
			before := tree(t, OS(), dir)
			c.do(t, r, dir)
			c.do(t, OS(), real)
			if got, want := tree(t, r, dir), tree(t, OS(), real); !slices.Equal(got, want) {
				t.Errorf("rehearsed:\n%s\nreal:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
			}
			if after := tree(t, OS(), dir); !slices.Equal(after, before) {
				t.Errorf("the files themselves were changed:\n%s", strings.Join(after, "\n"))
			}
			if len(r.Changes()) == 0 {
				t.Error("no change was noted")
			}
		})
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// TestRehearsalRefuses wants the errors that the system gives.
func TestRehearsalRefuses(t *testing.T) {
	cases := []struct {
		name string
		do   func(f FS, dir string) error
	}{
		{"open nothing", func(f FS, dir string) error { _, err := f.Open(filepath.Join(dir, "no"), os.O_RDONLY, 0); return err }},
		{"open removed", func(f FS, dir string) error {
			if err := f.Unlink(filepath.Join(dir, "a.txt")); err != nil {
				return err
			}
			_, err := f.Open(filepath.Join(dir, "a.txt"), os.O_RDONLY, 0)
			return err
		}},
		{"create in no folder", func(f FS, dir string) error {
			_, err := f.Open(filepath.Join(dir, "no/x"), overwrite, 0o600)
			return err
		}},
		{"create below a file", func(f FS, dir string) error {
			_, err := f.Open(filepath.Join(dir, "a.txt/x"), overwrite, 0o600)
			return err
		}},
		{"exclusive", func(f FS, dir string) error {
			_, err := f.Open(filepath.Join(dir, "a.txt"), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
			return err
		}},
		{"write a folder", func(f FS, dir string) error { _, err := f.Open(filepath.Join(dir, "sub"), os.O_WRONLY, 0); return err }},
		{"unlink nothing", func(f FS, dir string) error { return f.Unlink(filepath.Join(dir, "no")) }},
		{"unlink twice", func(f FS, dir string) error {
			return errors.Join(f.Unlink(filepath.Join(dir, "a.txt")), f.Unlink(filepath.Join(dir, "a.txt")))
		}},
		{"rmdir of a full folder", func(f FS, dir string) error { return f.Rmdir(filepath.Join(dir, "sub")) }},
		{"rmdir of a file", func(f FS, dir string) error { return f.Rmdir(filepath.Join(dir, "a.txt")) }},
		{"mkdir over a file", func(f FS, dir string) error { return f.Mkdir(filepath.Join(dir, "a.txt"), 0o755) }},
		{"mkdir in no folder", func(f FS, dir string) error { return f.Mkdir(filepath.Join(dir, "no/x"), 0o755) }},
		{"rename nothing", func(f FS, dir string) error { return f.Rename(filepath.Join(dir, "no"), filepath.Join(dir, "x")) }},
		{"rename a file over a folder", func(f FS, dir string) error { return f.Rename(filepath.Join(dir, "a.txt"), filepath.Join(dir, "sub")) }},
		{"a loop of links", func(f FS, dir string) error {
			if err := f.Symlink("y", filepath.Join(dir, "x")); err != nil {
				return err
			}
			if err := f.Symlink("x", filepath.Join(dir, "y")); err != nil {
				return err
			}
			_, err := f.Stat(filepath.Join(dir, "x"))
			return err
		}},
		{"readlink of a file", func(f FS, dir string) error { _, err := f.Readlink(filepath.Join(dir, "a.txt")); return err }},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			r, dir := rehearsal(t, 1<<20)
			_, real := rehearsal(t, 1<<20)
			got, want := c.do(r, dir), c.do(OS(), real)
			var g, w syscall.Errno
			if !errors.As(got, &g) || !errors.As(want, &w) || g != w {
				t.Errorf("rehearsed %v, real %v", got, want)
			}
		})
	}
}

func TestRehearsalKeepsItsLimit(t *testing.T) {
	r, dir := rehearsal(t, 10)
	h, err := r.Open(filepath.Join(dir, "big"), overwrite, 0o600)
	must(t, err)
	if _, err := h.Write([]byte("0123456789")); err != nil {
		t.Fatal(err)
	}
	if _, err := h.Write([]byte("x")); !errors.Is(err, syscall.ENOSPC) {
		t.Errorf("one byte too many: %v", err)
	}
	if _, err := r.Open(filepath.Join(dir, "a.txt"), os.O_RDWR, 0); !errors.Is(err, syscall.ENOSPC) {
		t.Errorf("a file that does not fit: %v", err)
	}
	must(t, r.Unlink(filepath.Join(dir, "big")))
	put(t, r, filepath.Join(dir, "small"), "again", overwrite)
}

func TestRehearsalMetadata(t *testing.T) {
	r, dir := rehearsal(t, 1<<20)
	path := filepath.Join(dir, "a.txt")
	when := time.Unix(1_000_000_000, 0)
	must(t, r.Chmod(path, 0o600))
	must(t, r.Utimes(path, when, when))
	must(t, r.Chown(path, 1, 1))
	info, err := r.Stat(path)
	must(t, err)
	if info.Mode() != 0o600 || !info.ModTime().Equal(when) || info.Size() != 5 || info.Name() != "a.txt" {
		t.Errorf("stat says %v %v %d %s", info.Mode(), info.ModTime(), info.Size(), info.Name())
	}
	want := []string{"chmod " + path, "utime " + path, "chown " + path}
	if got := r.Changes(); !slices.Equal(got, want) {
		t.Errorf("changes %q, want %q", got, want)
	}
	if below, err := os.Stat(path); err != nil || below.Mode() == 0o600 {
		t.Errorf("the file itself was changed: %v %v", below, err)
	}
}
