package copier

// This file tests single changes: what happens around them, and what is done after a run of them.

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"syscall"
	"testing"
	"time"

	"github.com/smrscript/smrscript/engine/embedded/tree"
)

// TestFoldersGetTimesAfterAFailure lets one change succeed and the next fail, which closes what is open: the folder that the first has
// written to must get its time all the same.
func TestFoldersGetTimesAfterAFailure(t *testing.T) {
	src, dst := filepath.Join(t.TempDir(), "set"), filepath.Join(t.TempDir(), "copy")
	for _, d := range []string{src + "/a/b", src + "/other", dst + "/a/b", dst + "/other"} {
		if err := os.MkdirAll(d, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(src+"/a/b/f", []byte("new"), 0o644); err != nil {
		t.Fatal(err)
	}
	old := time.Date(2001, 2, 3, 4, 5, 6, 0, time.UTC)
	for _, d := range []string{src + "/a/b", src + "/a", src} {
		if err := os.Chtimes(d, old, old); err != nil {
			t.Fatal(err)
		}
	}
	c := newCopier(t, src, dst)
	l := c.NewLive(new(Counters), c.Report, nil)
	if err := l.Apply(t.Context(), Change{Rel: "a/b/f", Content: true}); err != nil {
		t.Fatal(err)
	}
	over, cancel := context.WithCancel(t.Context())
	cancel()
	if err := l.Apply(over, Change{Rel: "other", Tree: true}); !errors.Is(err, context.Canceled) {
		t.Fatalf("applied after the end: %v", err)
	}
	real := c.Open
	c.Open = func(string, string, bool) (tree.Dir, error) { return nil, errors.New("not now") }
	l.Flush()
	c.Open = real
	l.Flush()
	if info, err := os.Stat(dst + "/a/b"); err != nil || !info.ModTime().Equal(old) {
		t.Errorf("the copy's folder: %v, %v", info.ModTime(), err)
	}
}

// TestEnterComesFirst removes an entry of every folder when it is announced that the folder will be looked into: what is removed before
// anybody watches must not be in the copy.
func TestEnterComesFirst(t *testing.T) {
	for name, run := range map[string]func(c *Copier) error{
		"pass": func(c *Copier) error { return c.Pass(t.Context(), Options{Create: true}, &Gate{}, new(Counters)) },
		"folder": func(c *Copier) error {
			return c.NewLive(new(Counters), c.Report, nil).Apply(t.Context(), Change{Rel: "d", Content: true, Tree: true})
		},
		"file": func(c *Copier) error {
			l := c.NewLive(new(Counters), c.Report, nil)
			return errors.Join(l.Apply(t.Context(), Change{Rel: "d/f", Content: true}), l.Apply(t.Context(), Change{Rel: "d/e/f", Content: true}))
		},
	} {
		src, dst := filepath.Join(t.TempDir(), "set"), filepath.Join(t.TempDir(), "copy")
		if err := errors.Join(os.MkdirAll(src+"/d/e", 0o755), os.MkdirAll(dst, 0o755), os.WriteFile(src+"/d/f", nil, 0o644), os.WriteFile(src+"/d/e/f", nil, 0o644)); err != nil {
			t.Fatal(err)
		}
		c := newCopier(t, src, dst)
		var entered []string
		c.Workers = 1
		c.Enter = func(root int, rel string) {
			entered = append(entered, rel)
			_ = os.Remove(filepath.Join(src, rel, "f"))
		}
		if err := run(c); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if !slices.Contains(entered, "d") || !slices.Contains(entered, "d/e") {
			t.Errorf("%s: entered %q", name, entered)
		}
		for _, f := range []string{"/d/f", "/d/e/f"} {
			if _, err := os.Stat(dst + f); !errors.Is(err, os.ErrNotExist) {
				t.Errorf("%s: the copy has %s: %v", name, f, err)
			}
		}
	}
}

// TestFolderThatGoesWhileItIsRead takes a folder away between opening and reading it: that is no failure of the pass, other reasons are.
// Nothing is taken for an orphan of a folder that was not read to its end.
func TestFolderThatGoesWhileItIsRead(t *testing.T) {
	for _, reason := range []error{syscall.ENOENT, syscall.EIO} {
		src, dst := filepath.Join(t.TempDir(), "set"), filepath.Join(t.TempDir(), "copy")
		if err := errors.Join(os.MkdirAll(src+"/d", 0o755), os.MkdirAll(dst+"/d", 0o755), os.WriteFile(dst+"/d/f", nil, 0o644)); err != nil {
			t.Fatal(err)
		}
		c := faulty(newCopier(t, src, dst), func(op, name string) error {
			if op != "list" {
				return nil
			}
			return &os.PathError{Op: op, Path: name, Err: reason}
		})
		n := new(Counters)
		if err := c.Pass(t.Context(), Options{Orphans: true}, new(Gate), n); err != nil {
			t.Fatal(err)
		}
		if got := n.Errors.Load(); (got == 0) != (reason == syscall.ENOENT) {
			t.Errorf("%v: %d errors", reason, got)
		}
		if _, err := os.Stat(dst + "/d/f"); err != nil {
			t.Errorf("%v: %v", reason, err)
		}
	}
}
