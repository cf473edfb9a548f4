package embedded

// This file tests snapshots of copies.

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/smrscript/smrscript/engine"
)

// listed maps the files below dir to their content and permissions.
func listed(t *testing.T, dir string) map[string]string {
	t.Helper()
	m := map[string]string{}
	must(t, filepath.WalkDir(dir, func(path string, e os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := e.Info()
		must(t, err)
		rel, _ := filepath.Rel(dir, path)
		m[rel] = info.Mode().String()
		if info.Mode().IsRegular() {
			m[rel] += info.ModTime().String() + read(path)
		}
		return nil
	}))
	return m
}

func sameListing(t *testing.T, what string, got, want map[string]string) {
	t.Helper()
	for rel, w := range want {
		if got[rel] != w {
			t.Errorf("%s: %s is %.80q, want %.80q", what, rel, got[rel], w)
		}
	}
	for rel := range got {
		if _, ok := want[rel]; !ok {
			t.Errorf("%s: %s is too much", what, rel)
		}
	}
}

func TestSnapshots(t *testing.T) {
	dir := t.TempDir()
	c := mustOpen(t, testConfig(t, dir))
	src, dst := filepath.Join(dir, "alpha/data"), filepath.Join(dir, "beta/copy")
	large := strings.Repeat("0123456789abcdef", 100_000)
	write(t, filepath.Join(src, "f"), "one")
	write(t, filepath.Join(src, "d/g"), "one")
	write(t, filepath.Join(src, "large"), large)
	id := connected(t, c, true)
	call(t, c, engine.Wait{ID: id, For: engine.WaitMirror})
	write(t, filepath.Join(src, "late"), "still in the queue")
	one := call(t, c, engine.CreateSnapshot{ID: id, Label: "one / of many"})
	if one.Files != 4 || one.Bytes != int64(len(large)+6+18) || one.Made.IsZero() {
		t.Errorf("snapshot %+v", one)
	}
	first := listed(t, dst)

	// Everything that can happen to a copy must leave the snapshot as it is.
	write(t, filepath.Join(src, "f"), "two")
	must(t, os.Chmod(filepath.Join(src, "late"), 0o600))
	must(t, os.Remove(filepath.Join(src, "d/g")))
	write(t, filepath.Join(src, "e/new"), "two")
	write(t, filepath.Join(src, "large"), large+"appended")
	call(t, c, engine.Wait{ID: id, For: engine.WaitQueue})
	two := call(t, c, engine.CreateSnapshot{ID: id})
	second := listed(t, dst)
	sameListing(t, "followed", second, listed(t, src))
	write(t, filepath.Join(src, "large"), "X"+large[1:])
	call(t, c, engine.Wait{ID: id, For: engine.WaitQueue})
	call(t, c, engine.MirrorStart{ID: id, Options: engine.MirrorOptions{Kind: engine.MirrorDifferent, Checksum: true, InPlace: true, Orphans: true}})
	call(t, c, engine.Wait{ID: id, For: engine.WaitMirror})
	if list := call(t, c, engine.ListSnapshots{ID: id}); len(list) != 2 || list[0].Label != one.Label || list[1].Label != two.Label {
		t.Errorf("list %+v", list)
	}

	refused(t, c, engine.CodeBadParameter, engine.CreateSnapshot{ID: id, Label: one.Label})
	refused(t, c, engine.CodeBadParameter, engine.CreateSnapshot{ID: id, Label: ".."})
	refused(t, c, engine.CodeBadParameter, engine.RevertSnapshot{ID: id, Label: "none"})
	refused(t, c, engine.CodeBadParameter, engine.DeleteSnapshot{ID: id, Label: "none"})
	refused(t, c, engine.CodeNoConnection, engine.ListSnapshots{ID: id + 1})

	call(t, c, engine.HoldTarget{Target: "beta"})
	for range 2 { // the second time files are shared already
		call(t, c, engine.RevertSnapshot{ID: id, Label: one.Label})
		sameListing(t, "reverted to the first", listed(t, dst), first)
		if s := call(t, c, engine.GetConnection{ID: id}); s.Settled || !strings.Contains(string(s.TargetState), "Paused") {
			t.Errorf("state %s", s.TargetState)
		}
		call(t, c, engine.RevertSnapshot{ID: id, Label: two.Label})
		sameListing(t, "reverted to the second", listed(t, dst), second)
	}
	call(t, c, engine.ReleaseTarget{Target: "beta"})
	if s := call(t, c, engine.GetConnection{ID: id}); s.TargetState != engine.TargetMirrorRequired {
		t.Errorf("afterwards %s", s.TargetState)
	}
	call(t, c, engine.MirrorStart{ID: id, Options: engine.MirrorOptions{Kind: engine.MirrorDifferent, Checksum: true, Orphans: true}})
	call(t, c, engine.Wait{ID: id, For: engine.WaitMirror})
	sameListing(t, "mirrored again", listed(t, dst), listed(t, src))

	call(t, c, engine.DeleteSnapshot{ID: id, Label: one.Label})
	if list := call(t, c, engine.ListSnapshots{ID: id}); len(list) != 1 || list[0].Label != two.Label {
		t.Errorf("after deleting %+v", list)
	}
	if left, _ := filepath.Glob(filepath.Join(dir, "beta", snapshotsDir, "*", "*")); len(left) != 1 {
		t.Errorf("left on disk: %q", left)
	}
	sameListing(t, "after deleting", listed(t, dst), listed(t, src))
}
