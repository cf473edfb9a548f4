package embedded

// This file tests that temporary files that were left behind go, and that the comparison after a loss says what it cannot know.

import (
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/embedded/copier"
)

// TestLeftoversAreSweptAfterTrouble leaves a temporary file in a copy, as a process that was killed does: the first mirror of a process
// removes it, and so does a mirror after one with failures.
func TestLeftoversAreSweptAfterTrouble(t *testing.T) {
	dir := t.TempDir()
	var locked atomic.Bool
	cfg := faultyConfig(t, dir, func(op, name string) error {
		if locked.Load() && op == "open" && name == "f" {
			return &os.PathError{Op: op, Path: name, Err: syscall.EIO}
		}
		return nil
	})
	c := mustOpen(t, cfg)
	write(t, filepath.Join(dir, "alpha/data/d/f"), "1")
	id := connected(t, c, false)
	call(t, c, engine.Wait{ID: id, For: engine.WaitMirror})
	leftover := filepath.Join(dir, "beta/copy/d", copier.TempPrefix+"9-of-another-1")
	mirror := func() int64 {
		t.Helper()
		call(t, c, engine.MirrorStart{ID: id, Options: engine.MirrorOptions{Kind: engine.MirrorDifferent}})
		return call(t, c, engine.Wait{ID: id, For: engine.WaitMirror}).Mirror.Errors
	}
	swept := func() bool {
		_, err := os.Stat(leftover)
		return os.IsNotExist(err)
	}
	if n := mirror(); n != 0 {
		t.Fatalf("%d errors", n)
	}
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	write(t, leftover, "half")
	c = mustOpen(t, cfg)
	if mirror(); !swept() {
		t.Error("the first mirror of a process left it there")
	}
	locked.Store(true)
	write(t, filepath.Join(dir, "alpha/data/d/f"), "22")
	if n := mirror(); n == 0 {
		t.Error("no errors")
	}
	locked.Store(false)
	write(t, leftover, "half")
	if mirror(); !swept() {
		t.Error("the mirror after a failure left it there")
	}
}

// TestLossIsTold loses notifications of connections with and without removal of orphans.
func TestLossIsTold(t *testing.T) {
	for _, orphans := range []bool{false, true} {
		dir := t.TempDir()
		c := mustOpen(t, testConfig(t, dir))
		write(t, filepath.Join(dir, "alpha/data/f"), "1")
		call(t, c, engine.SaveRepset{Repset: engine.Repset{Source: "alpha", Name: "s", Rules: []engine.Rule{{Path: "/data"}}}})
		id := call(t, c, engine.Connect{Source: "alpha", Repset: "s", Target: "beta", Mapping: engine.Mapping{Kind: engine.MapBase, Base: "/copy"},
			Mirror: &engine.MirrorOptions{Orphans: orphans}, Replicate: true, Orphans: orphans})
		call(t, c, engine.Wait{ID: id, For: engine.WaitMirror})
		cn, err := c.(*Client).find(id, "", engine.AccessFull)
		must(t, err)
		notes := c.Events(t.Context(), engine.Filter{Kinds: []engine.EventKind{engine.EventNote}})
		cn.repl.Lost("too much happened", false)
		for e, err := range notes {
			must(t, err)
			if strings.Contains(e.Text, "stay in the copy") == orphans || !strings.HasPrefix(e.Text, "too much happened; everything is compared now") {
				t.Errorf("orphans %v: %s", orphans, e.Text)
			}
			break
		}
	}
}
