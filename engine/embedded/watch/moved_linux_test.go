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
