package watch

// This file tests that renames are told together with where from; the library
// gives no official access to that, so a newer one could take it away.

import (
	"os"
	"path/filepath"
	"testing"
)

func TestRenamedFrom(t *testing.T) {
	dir, outside := t.TempDir(), t.TempDir()
	for _, d := range []string{dir + "/a/b", dir + "/c", outside + "/x"} {
		must(t, os.MkdirAll(d, 0o755))
	}
	must(t, os.WriteFile(filepath.Join(dir, "a/f"), nil, 0o644))
	w, m := start(t, nil, Root{Folder: dir})
	for _, step := range []struct{ from, to, rel, want string }{
		{dir + "/a/f", dir + "/a/g", "a/g", "a/f"},
		{dir + "/a/g", dir + "/c/h", "c/h", "a/g"},
		{dir + "/a/b", dir + "/c/b", "c/b", "a/b"},
		{dir + "/c", dir + "/d", "d", "c"},
		{dir + "/d/h", dir + "/d/b/h", "d/b/h", "d/h"},
		{outside + "/x", dir + "/x", "x", ""},
	} {
		must(t, os.Rename(step.from, step.to))
		barrier(t, w)
		got, ok := m.take()[step.rel]
		if !ok || got.From != step.want || !got.Content {
			t.Errorf("%s: told of %v, %+v, want it from %q", step.rel, ok, got, step.want)
		}
	}
	must(t, os.Rename(dir+"/x", outside+"/y"))
	barrier(t, w)
	if got := m.take()["x"]; !got.Gone || !got.Moved {
		t.Errorf("moved out: %+v", got)
	}
}

// TestFoundBeforeToldOf moves folders into one that is not watched yet. They are found there by looking through it, before the system
// tells that they were moved, and nobody tells that they came; what happens in them afterwards must be told, under their new paths.
func TestFoundBeforeToldOf(t *testing.T) {
	dir := t.TempDir()
	must(t, os.MkdirAll(filepath.Join(dir, "old/below"), 0o755))
	w, m := start(t, nil, Root{Folder: dir})
	w.mu.Lock() // so that both have happened when the first is told
	must(t, os.Mkdir(filepath.Join(dir, "new"), 0o755))
	must(t, os.Rename(filepath.Join(dir, "old"), filepath.Join(dir, "new/in")))
	w.mu.Unlock()
	barrier(t, w)
	if got := m.take(); !got["old"].Gone || !got["new"].Tree {
		t.Fatalf("told of %+v", got)
	}
	for range 2 { // the second time after the folder of the old name is there again
		for _, rel := range []string{"new/in/file", "new/in/below/file"} {
			must(t, os.WriteFile(filepath.Join(dir, rel), nil, 0o644))
			barrier(t, w)
			if got := m.take(); !got[rel].Content {
				t.Errorf("%s was made: told of %+v", rel, got)
			}
			must(t, os.Remove(filepath.Join(dir, rel)))
			barrier(t, w)
			if got := m.take(); !got[rel].Gone {
				t.Errorf("%s was removed: told of %+v", rel, got)
			}
		}
		must(t, os.MkdirAll(filepath.Join(dir, "old/below"), 0o755))
	}
	must(t, os.WriteFile(filepath.Join(dir, "old/below/file"), nil, 0o644))
	barrier(t, w)
	if got := m.take(); !got["old/below/file"].Content {
		t.Errorf("told of %+v", got)
	}
}

// TestBackBeforeToldOf renames a folder and back before anything is told. Its watch ends when that is read, and what happened in it meanwhile is
// not told: the change that tells that it came back must say that the folder may have lost entries.
func TestBackBeforeToldOf(t *testing.T) {
	dir := t.TempDir()
	must(t, os.MkdirAll(filepath.Join(dir, "d/below"), 0o755))
	for _, rel := range []string{"d/f", "d/g", "d/below/f"} {
		must(t, os.WriteFile(filepath.Join(dir, rel), nil, 0o644))
	}
	w, m := start(t, nil, Root{Folder: dir})
	w.mu.Lock() // so that all has happened when the first is told
	must(t, os.Rename(filepath.Join(dir, "d"), filepath.Join(dir, "e")))
	must(t, os.Rename(filepath.Join(dir, "e"), filepath.Join(dir, "d")))
	must(t, os.Remove(filepath.Join(dir, "d/f")))
	w.mu.Unlock()
	barrier(t, w)
	m.mu.Lock()
	var last Change
	for _, c := range m.changes {
		if c.Rel == "d" {
			last = c
		}
	}
	m.mu.Unlock()
	if got := m.take(); !got["d/f"].Gone && !(last.Gone && last.Tree) {
		t.Errorf("nothing tells that d/f has gone: %+v, of d at last %+v", got, last)
	}
	for _, rel := range []string{"d/g", "d/below/f"} {
		must(t, os.Remove(filepath.Join(dir, rel)))
		barrier(t, w)
		if got := m.take(); !got[rel].Gone {
			t.Errorf("%s was removed: told of %+v", rel, got)
		}
	}
	// A folder that comes for the first time has nothing to lose.
	must(t, os.Mkdir(filepath.Join(dir, "other"), 0o755))
	barrier(t, w)
	if got := m.take(); got["other"].Gone || !got["other"].Tree {
		t.Errorf("told of %+v", got)
	}
}
