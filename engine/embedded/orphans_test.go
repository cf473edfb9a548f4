package embedded

// This file tests what is refused by name, and orphans that go to another file system.

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/smrscript/smrscript/engine"
)

func TestRefusedByName(t *testing.T) {
	dir := t.TempDir()
	c := mustOpen(t, testConfig(t, dir))
	write(t, filepath.Join(dir, "alpha/data/f"), "1")
	connected(t, c, false)
	for _, tt := range []struct {
		op   engine.Op
		code engine.Code
		word string
	}{
		{engine.SetCompression{Source: "alpha", Target: "beta", Level: 2}, engine.CodeUnsupported, "wire"},
		{engine.SetCompression{Source: "alpha", Target: "beta", Level: 4}, engine.CodeBadParameter, "0 to 3"},
		{engine.SetCompression{Source: "alpha", Target: "gamma"}, engine.CodeNoMachine, ""},
		{engine.SetOrphanPolicy{Target: "gamma"}, engine.CodeNoMachine, ""},
		{engine.RemoveOrphans{}, engine.CodeBadConnectionID, ""},
	} {
		if _, err := c.Do(t.Context(), tt.op); engine.CodeOf(err) != tt.code || !strings.Contains(err.Error(), tt.word) {
			t.Errorf("%s: %v", tt.op.Name(), err)
		}
	}
	call(t, c, engine.SetCompression{Source: "alpha", Target: "beta"}) // which is how it is anyway
}

// TestOrphansToAnotherDisk moves orphans where renaming does not lead.
func TestOrphansToAnotherDisk(t *testing.T) {
	dir := t.TempDir()
	cfg := testConfig(t, dir)
	disk := filepath.Join(dir, "disk")
	must(t, os.MkdirAll(disk, 0o755))
	mountSmall(t, disk) // where nothing can be mounted it is the same file system, and renaming must do
	cfg.Machines["beta"] = Machine{Root: cfg.Machines["beta"].Root, Drives: map[string]string{"d": disk}}
	c := mustOpen(t, cfg)
	write(t, filepath.Join(dir, "alpha/data/f"), "1")
	id := connected(t, c, false)
	call(t, c, engine.Wait{ID: id, For: engine.WaitMirror})
	call(t, c, engine.SetOrphanPolicy{Target: "beta", MoveTo: `d:\bin`})
	file := filepath.Join(dir, "beta/copy/sub/extra")
	write(t, file, strings.Repeat("x", 300_000))
	at := time.Unix(1_000_000_000, 0)
	must(t, os.Chtimes(file, at, at))
	must(t, os.Symlink("nowhere", filepath.Join(dir, "beta/copy/link")))
	call(t, c, engine.RemoveOrphans{ID: id})
	if s := call(t, c, engine.Wait{ID: id, For: engine.WaitMirror}); s.Mirror.Errors != 0 || s.Mirror.Removed != 3 {
		t.Errorf("%+v", s.Mirror)
	}
	equalTrees(t, dir)
	info, err := os.Stat(filepath.Join(disk, "bin/data/sub/extra"))
	must(t, err)
	if info.Size() != 300_000 || !info.ModTime().Equal(at) {
		t.Errorf("moved: %d bytes of %v", info.Size(), info.ModTime())
	}
	if text, err := os.Readlink(filepath.Join(disk, "bin/data/link")); err != nil || text != "nowhere" {
		t.Errorf("the link: %q, %v", text, err)
	}
}

// TestOrphanRunIsStopped holds the target up and ends the removal.
func TestOrphanRunIsStopped(t *testing.T) {
	dir := t.TempDir()
	c := mustOpen(t, testConfig(t, dir))
	write(t, filepath.Join(dir, "alpha/data/f"), "1")
	id := connected(t, c, false)
	call(t, c, engine.Wait{ID: id, For: engine.WaitMirror})
	write(t, filepath.Join(dir, "beta/copy/extra"), "x")
	call(t, c, engine.HoldTarget{Target: "beta"})
	call(t, c, engine.RemoveOrphans{ID: id})
	if s := call(t, c, engine.GetConnection{ID: id}); s.Mirror.State != engine.MirrorRemovingOrphans {
		t.Errorf("state %s", s.Mirror.State)
	}
	refused(t, c, engine.CodeMirroring, engine.MirrorStart{ID: id})
	refused(t, c, engine.CodeMirroring, engine.RemoveOrphans{ID: id})
	call(t, c, engine.RemoveOrphans{ID: id, Stop: true})
	call(t, c, engine.ReleaseTarget{Target: "beta"})
	if s := call(t, c, engine.GetConnection{ID: id}); s.TargetState != engine.TargetOnline || read(filepath.Join(dir, "beta/copy/extra")) != "x" {
		t.Errorf("state %s", s.TargetState)
	}
}
