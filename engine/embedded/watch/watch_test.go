package watch

// This file tests what is reported for changes of real folders.

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"
)

type memo struct {
	mu      sync.Mutex
	changes []Change
	lost    []string
	polls   int
}

func (m *memo) Changed(c Change) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.changes = append(m.changes, c)
}

func (m *memo) Lost(reason string, poll bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.lost = append(m.lost, reason)
	if poll {
		m.polls++
	}
}

// take returns the paths changed so far, each once, and forgets them.
func (m *memo) take() map[string]Change {
	m.mu.Lock()
	defer m.mu.Unlock()
	got := map[string]Change{}
	for _, c := range m.changes {
		old := got[c.Rel]
		c.Gone, c.Content, c.Tree = c.Gone || old.Gone, c.Content || old.Content, c.Tree || old.Tree
		got[c.Rel] = c
	}
	m.changes = nil
	return got
}

func start(t *testing.T, skip func(int, string) bool, roots ...Root) (*Watcher, *memo) {
	t.Helper()
	m := &memo{}
	if skip == nil {
		skip = func(int, string) bool { return false }
	}
	w, err := New(roots, t.TempDir(), skip, m)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { w.Close() })
	return w, m
}

func barrier(t *testing.T, w *Watcher) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := w.Barrier(ctx); err != nil {
		t.Fatal(err)
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestChanges(t *testing.T) {
	write := func(p string) error { return os.WriteFile(p, []byte("x"), 0o644) }
	tests := []struct {
		name   string
		before func(dir string) error
		do     func(dir string) error
		want   []string // "path" with marks: - gone, + content, * tree
	}{
		{"create", nil, func(d string) error { return write(d + "/f") }, []string{"f+"}},
		{"write", func(d string) error { return write(d + "/f") }, func(d string) error { return write(d + "/f") }, []string{"f+"}},
		{"chmod", func(d string) error { return write(d + "/f") }, func(d string) error { return os.Chmod(d+"/f", 0o600) }, []string{"f"}},
		{"remove", func(d string) error { return write(d + "/f") }, func(d string) error { return os.Remove(d + "/f") }, []string{"f-"}},
		{"rename", func(d string) error { return write(d + "/f") }, func(d string) error { return os.Rename(d+"/f", d+"/g") }, []string{"f-", "g+"}},
		{"folder", nil, func(d string) error { return os.MkdirAll(d+"/a/b/c", 0o755) }, []string{"a+*"}},
		{"odd name", nil, func(d string) error { return write(d + "/-rf \xff\n ") }, []string{"-rf \xff\n +"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			if tt.before != nil {
				must(t, tt.before(dir))
			}
			w, m := start(t, nil, Root{Folder: dir})
			must(t, tt.do(dir))
			barrier(t, w)
			got := m.take()
			for _, want := range tt.want {
				if !slices.Contains(marks(got), want) {
					t.Errorf("got %q, want %q", marks(got), want)
				}
			}
		})
	}
}

func marks(m map[string]Change) (out []string) {
	for rel, c := range m {
		for _, f := range []struct {
			on   bool
			mark string
		}{{c.Gone, "-"}, {c.Content, "+"}, {c.Tree, "*"}} {
			if f.on {
				rel += f.mark
			}
		}
		out = append(out, rel)
	}
	return out
}

func TestNewFoldersAreWatched(t *testing.T) {
	dir := t.TempDir()
	w, m := start(t, nil, Root{Folder: dir})
	must(t, os.MkdirAll(dir+"/a/b", 0o755))
	barrier(t, w)
	m.take()
	must(t, os.WriteFile(dir+"/a/b/f", nil, 0o644))
	barrier(t, w)
	if _, ok := m.take()["a/b/f"]; !ok {
		t.Error("a change in a new folder was not seen")
	}
}

func TestMovedFolderIsWatchedUnderItsNewName(t *testing.T) {
	dir := t.TempDir()
	must(t, os.MkdirAll(dir+"/old/sub", 0o755))
	w, m := start(t, nil, Root{Folder: dir})
	for i, name := range []string{"one", "two", "three"} {
		from := []string{"old", "one", "two"}[i]
		must(t, os.Rename(filepath.Join(dir, from), filepath.Join(dir, name)))
		barrier(t, w)
		m.take()
		must(t, os.WriteFile(filepath.Join(dir, name, "sub", "f"), []byte(name), 0o644))
		barrier(t, w)
		got := m.take()
		if _, ok := got[name+"/sub/f"]; !ok || len(got) != 1 {
			t.Errorf("after moving to %s: %q", name, marks(got))
		}
	}
}

func TestMovedOutFolderIsForgotten(t *testing.T) {
	dir, out := t.TempDir(), t.TempDir()
	must(t, os.MkdirAll(dir+"/a/b", 0o755))
	w, m := start(t, nil, Root{Folder: dir})
	must(t, os.Rename(dir+"/a", out+"/a"))
	barrier(t, w)
	if c := m.take()["a"]; !c.Gone {
		t.Errorf("moving away was reported as %+v", c)
	}
	must(t, os.WriteFile(out+"/a/b/f", nil, 0o644))
	barrier(t, w)
	if got := m.take(); len(got) != 0 {
		t.Errorf("changes outside were reported: %q", marks(got))
	}
}

func TestSkip(t *testing.T) {
	dir := t.TempDir()
	must(t, os.MkdirAll(dir+"/no/deep", 0o755))
	w, m := start(t, func(_ int, rel string) bool { return rel == "no" }, Root{Folder: dir})
	must(t, os.WriteFile(dir+"/no/deep/f", nil, 0o644))
	barrier(t, w)
	if got := m.take(); len(got) != 0 {
		t.Errorf("skipped folder was watched: %q", marks(got))
	}
}

func TestFileRoots(t *testing.T) {
	dir := t.TempDir()
	w, m := start(t, nil, Root{Folder: dir, File: "a"}, Root{Folder: dir, File: "b"})
	for _, n := range []string{"a", "b", "c"} {
		must(t, os.WriteFile(filepath.Join(dir, n), nil, 0o644))
	}
	barrier(t, w)
	seen := map[int]bool{}
	for _, c := range m.changes {
		seen[c.Root] = true
		if c.Rel != "" {
			t.Errorf("file root reported as %q", c.Rel)
		}
	}
	if len(seen) != 2 {
		t.Errorf("roots seen: %v", seen)
	}
}

func TestRootComesAndGoes(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "later")
	w, m := start(t, nil, Root{Folder: dir})
	w.Check()
	if len(m.lost) != 0 {
		t.Fatalf("a missing root was reported: %q", m.lost)
	}
	for range 2 {
		must(t, os.MkdirAll(dir, 0o755))
		w.Check()
		must(t, os.WriteFile(dir+"/f", nil, 0o644))
		barrier(t, w)
		if _, ok := m.take()["f"]; !ok || len(m.lost) == 0 {
			t.Errorf("the new root is not watched, lost %q", m.lost)
		}
		m.lost = nil
		must(t, os.RemoveAll(dir))
		w.Check()
	}
}

func TestRootReplacedUnnoticed(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "root")
	for _, replace := range []func() error{
		func() error { return os.RemoveAll(dir) }, // the new one may get the same inode
		func() error { return os.Rename(dir, dir+".away") },
	} {
		must(t, os.MkdirAll(dir, 0o755))
		w, m := start(t, nil, Root{Folder: dir})
		must(t, replace())
		must(t, os.MkdirAll(dir, 0o755))
		barrier(t, w)
		w.Check()
		m.take()
		must(t, os.WriteFile(dir+"/f", nil, 0o644))
		barrier(t, w)
		if _, ok := m.take()["f"]; !ok || len(m.lost) != 1 {
			t.Errorf("the new root is not watched, lost %q", m.lost)
		}
	}
}

// TestErrorsDoNotBlock floods the watcher with moved folders, whose watches the
// notification library fails to remove now and then while holding its lock.
func TestErrorsDoNotBlock(t *testing.T) {
	dir := t.TempDir()
	must(t, os.MkdirAll(dir+"/a/b/c", 0o755))
	w, _ := start(t, nil, Root{Folder: dir})
	for i := range 300 {
		must(t, os.Rename(dir+"/a", dir+"/x"))
		must(t, os.Rename(dir+"/x", dir+"/a"))
		if i%50 == 0 {
			barrier(t, w)
		}
	}
	barrier(t, w)
}

func TestOverflowIsReported(t *testing.T) {
	dir := t.TempDir()
	w, m := start(t, nil, Root{Folder: dir})
	must(t, os.MkdirAll(dir+"/unseen", 0o755))
	w.lost(fsnotify.ErrEventOverflow)
	if len(m.lost) != 1 || m.polls != 0 {
		t.Fatalf("lost %q", m.lost)
	}
	barrier(t, w)
	m.take()
	must(t, os.WriteFile(dir+"/unseen/f", nil, 0o644))
	barrier(t, w)
	if _, ok := m.take()["unseen/f"]; !ok {
		t.Error("folders were not added again")
	}
}

// TestFoldersThatWentUnseen removes, replaces and moves folders while nothing is read, and loses the notifications.
func TestFoldersThatWentUnseen(t *testing.T) {
	dir := t.TempDir()
	for _, d := range []string{"stays/below", "goes/below/deep", "file/below", "moves/below", "replaced/below", "up/goes"} {
		must(t, os.MkdirAll(filepath.Join(dir, d), 0o755))
	}
	w, m := start(t, nil, Root{Folder: dir})
	w.mu.Lock()
	must(t, os.RemoveAll(dir+"/goes"))
	must(t, os.RemoveAll(dir+"/file"))
	must(t, os.WriteFile(dir+"/file", nil, 0o644))
	must(t, os.Rename(dir+"/moves", dir+"/stays/moved"))
	must(t, os.Mkdir(dir+"/other", 0o755)) // while the old one is there, so that it is another
	must(t, os.RemoveAll(dir+"/replaced"))
	must(t, os.Rename(dir+"/other", dir+"/replaced"))
	must(t, os.Remove(dir+"/up/goes"))
	w.renew("too much happened")
	told := slices.Sorted(maps.Keys(m.take()))
	lost := len(m.lost)
	w.mu.Unlock()
	want := []string{"file", "goes", "moves", "replaced", "up/goes"}
	if runtime.GOOS != "linux" {
		want = []string{"file", "goes", "moves", "replaced/below", "up/goes"} // folders are known by their paths only
	}
	if !slices.Equal(told, want) || lost != 1 {
		t.Errorf("told of %q, want %q; lost %d times", told, want, lost)
	}
	barrier(t, w)
	m.take()
	must(t, os.WriteFile(dir+"/stays/moved/below/f", nil, 0o644))
	barrier(t, w)
	if _, ok := m.take()["stays/moved/below/f"]; !ok {
		t.Error("what was moved is not watched under its new path")
	}
}

func TestWatchLimit(t *testing.T) {
	w, m := start(t, nil, Root{Folder: t.TempDir()})
	w.mu.Lock()
	w.trouble("/x", fmt.Errorf("no space"))
	w.trouble("/y", fmt.Errorf("no space"))
	w.mu.Unlock()
	if len(m.lost) != 1 || m.polls != 1 {
		t.Errorf("lost %q, polls %d", m.lost, m.polls)
	}
	must(t, os.WriteFile(filepath.Join(w.roots[0].Folder, "f"), nil, 0o644))
	if err := w.Barrier(context.Background()); !errors.Is(err, ErrPolling) {
		t.Errorf("barrier: %v", err)
	}
	if !m.take()["f"].Content {
		t.Error("the barrier did not wait for what is watched")
	}
}

// TestGoneAlready asks for watches of folders that are gone, or below what is a file by now: nothing was missed.
func TestGoneAlready(t *testing.T) {
	dir := t.TempDir()
	must(t, os.WriteFile(dir+"/f", nil, 0o644))
	w, m := start(t, nil, Root{Folder: dir})
	w.mu.Lock()
	for _, rel := range []string{"x", "x/y", "f/y", "f/y/z"} {
		w.addTree(filepath.Join(dir, rel), node{0, rel})
	}
	w.mu.Unlock()
	barrier(t, w)
	if len(m.lost) != 0 {
		t.Errorf("lost %q", m.lost)
	}
}

// TestHarmlessErrors lets the notification library complain of a watch that the system took away before it, which loses nothing.
func TestHarmlessErrors(t *testing.T) {
	dir := t.TempDir()
	w, m := start(t, nil, Root{Folder: dir})
	w.fs.Errors <- syscall.EINVAL
	barrier(t, w)
	if len(m.lost) != 0 {
		t.Errorf("lost %q", m.lost)
	}
	w.fs.Errors <- fsnotify.ErrEventOverflow
	barrier(t, w)
	if len(m.lost) != 1 {
		t.Errorf("lost %q", m.lost)
	}
}

func TestBarrierEnds(t *testing.T) {
	w, _ := start(t, nil, Root{Folder: t.TempDir()})
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := w.Barrier(ctx); err != nil && !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	must(t, w.Close())
	if err := w.Barrier(context.Background()); err == nil {
		t.Error("barrier of a closed watcher")
	}
}

// TestEnter looks into folders that are not watched yet, as if the notification of the upper one had not been read.
func TestEnter(t *testing.T) {
	dir := t.TempDir()
	must(t, os.MkdirAll(dir+"/new/in/skipped", 0o755))
	for _, rel := range []string{"new/f", "new/in/f", "new/in/skipped/f", "f"} {
		must(t, os.WriteFile(filepath.Join(dir, rel), nil, 0o644))
	}
	w, m := start(t, func(_ int, rel string) bool { return rel == "new/in/skipped" }, Root{Folder: dir}, Root{Folder: dir, File: "f"}, Root{Folder: dir + "/missing"})
	w.mu.Lock()
	w.drop(dir + "/new")
	w.mu.Unlock()
	for _, rel := range []string{"", "new/in", "new/in", "new/in/skipped", "gone/below", "f/below"} {
		w.Enter(0, rel)
	}
	w.Enter(1, "")
	w.Enter(2, "x")
	for _, rel := range []string{"new/f", "new/in/f", "new/in/skipped/f"} {
		must(t, os.Remove(filepath.Join(dir, rel)))
	}
	barrier(t, w)
	got := m.take()
	if !got["new/f"].Gone || !got["new/in/f"].Gone || got["new/in/skipped/f"].Gone || len(m.lost) != 0 {
		t.Errorf("told of %+v, lost %q", got, m.lost)
	}
	must(t, w.Close())
	w.Enter(0, "new")
}
