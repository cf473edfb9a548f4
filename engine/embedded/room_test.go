package embedded

// This file fills disks, made ones and real ones, and makes room again.

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"

	"github.com/smrscript/smrscript/engine"
)

// mountSmall mounts a file system of 1 MiB where that is possible.
func mountSmall(t *testing.T, at string) bool {
	t.Helper()
	must(t, os.MkdirAll(at, 0o755))
	if runtime.GOOS != "linux" || exec.Command("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", at).Run() != nil {
		return false
	}
	t.Cleanup(func() { _ = exec.Command("umount", "-l", at).Run() })
	return true
}

// fullMirror starts a mirror into a full disk, sees it wait, makes room and sees it end.
func fullMirror(t *testing.T, cfg Config, dir string, makeRoom func()) {
	t.Helper()
	for i := range 40 {
		write(t, filepath.Join(dir, "alpha/data", fmt.Sprint("d", i%7), fmt.Sprint("f", i)), strings.Repeat("x", 20_000))
	}
	c := mustOpen(t, cfg)
	id := connected(t, c, false)
	eventually(t, "waiting for room", func() bool {
		s := call(t, c, engine.GetConnection{ID: id})
		return s.TargetState == engine.TargetRetrying && s.TransmitState == engine.TransmitError && s.Mirror.State.Running() &&
			len(s.Failures) > 0 && strings.Contains(s.Failures[0].Reason, "space")
	})
	call(t, c, engine.MirrorPause{ID: id})
	call(t, c, engine.MirrorResume{ID: id})
	must(t, c.Close()) // a waiting mirror does not keep the engine from ending
	c = mustOpen(t, cfg)
	eventually(t, "waiting again", func() bool { return call(t, c, engine.GetConnection{ID: id}).TargetState == engine.TargetRetrying })
	makeRoom()
	s := call(t, c, engine.Wait{ID: id, For: engine.WaitMirror})
	if !s.Mirror.Completed || s.Mirror.Errors != 0 || s.TargetState != engine.TargetOnline || s.TransmitState != engine.TransmitStarted {
		t.Errorf("with room again %+v, state %s", s.Mirror, s.TargetState)
	}
	equalTrees(t, dir)
	must(t, c.Close())
}

func TestMirrorWaitsForRoom(t *testing.T) {
	for _, op := range []string{"create", "write", "mkdir", "rename"} {
		t.Run(op, func(t *testing.T) {
			dir := t.TempDir()
			var room atomic.Bool
			var calls atomic.Int32
			cfg := faultyConfig(t, dir, func(o, name string) error {
				if !room.Load() && o == op && calls.Add(1) > 5 {
					return &os.PathError{Op: o, Path: name, Err: syscall.ENOSPC}
				}
				return nil
			})
			fullMirror(t, cfg, dir, func() { room.Store(true) })
		})
	}
}

// TestMirrorWaitsForRealRoom does it on a file system of 1 MiB; where none can be mounted, made faults must do.
func TestMirrorWaitsForRealRoom(t *testing.T) {
	dir := t.TempDir()
	cfg := testConfig(t, dir)
	beta := filepath.Join(dir, "beta")
	if !mountSmall(t, beta) {
		return
	}
	ballast := filepath.Join(beta, "ballast")
	write(t, ballast, strings.Repeat("x", 600_000))
	fullMirror(t, cfg, dir, func() { must(t, os.Remove(ballast)) })
}

// TestFullMirrorIsStopped ends a mirror that waits.
func TestFullMirrorIsStopped(t *testing.T) {
	dir := t.TempDir()
	c := mustOpen(t, faultyConfig(t, dir, func(op, name string) error {
		if op == "create" && !strings.HasPrefix(name, ".") || op == "write" {
			return &os.PathError{Op: op, Path: name, Err: syscall.EDQUOT}
		}
		return nil
	}))
	write(t, filepath.Join(dir, "alpha/data/f"), "1")
	id := connected(t, c, false)
	eventually(t, "waiting for room", func() bool { return call(t, c, engine.GetConnection{ID: id}).TargetState == engine.TargetRetrying })
	call(t, c, engine.MirrorStop{ID: id})
	if s := call(t, c, engine.GetConnection{ID: id}); s.TargetState != engine.TargetMirrorStopped || s.Mirror.State.Running() {
		t.Errorf("stopped: %s", s.TargetState)
	}
	call(t, c, engine.Disconnect{ID: id})
}

// TestStateFolderIsFull lets a mirror end while its state cannot be kept.
func TestStateFolderIsFull(t *testing.T) {
	dir := t.TempDir()
	cfg := testConfig(t, dir)
	if !mountSmall(t, cfg.StateDir) {
		return
	}
	c := mustOpen(t, cfg)
	write(t, filepath.Join(dir, "alpha/data/f"), "1")
	id := connected(t, c, true)
	call(t, c, engine.Wait{ID: id, For: engine.WaitMirror})
	ballast := filepath.Join(cfg.StateDir, "ballast")
	_ = os.WriteFile(ballast, make([]byte, 2<<20), 0o600) // as much as there is room for
	big := strings.Repeat("big ", 500)
	rules := []engine.Rule{{Path: "/data"}}
	for i := range 200 {
		rules = append(rules, engine.Rule{Path: engine.Path(fmt.Sprint("/data/", i, big)), Exclude: true})
	}
	refused(t, c, engine.CodeFailed, engine.SaveRepset{Repset: engine.Repset{Source: "alpha", Name: "big", Rules: rules}})
	write(t, filepath.Join(dir, "alpha/data/g"), "2")
	call(t, c, engine.Wait{ID: id, For: engine.WaitQueue}) // the copy goes on all the same
	equalTrees(t, dir)
	must(t, os.Remove(ballast))
	call(t, c, engine.SaveRepset{Repset: engine.Repset{Source: "alpha", Name: "big", Rules: rules}})
	must(t, c.Close())
	c = mustOpen(t, cfg)
	call(t, c, engine.GetRepset{Source: "alpha", Repset: "big"})
}

// TestUnsavedIsSavedLater breaks the state for a while.
func TestUnsavedIsSavedLater(t *testing.T) {
	dir := t.TempDir()
	var broken atomic.Bool
	cfg := testConfig(t, dir)
	cfg.fail = func() error {
		if broken.Load() {
			return syscall.ENOSPC
		}
		return nil
	}
	c := mustOpen(t, cfg)
	write(t, filepath.Join(dir, "alpha/data/f"), "1")
	id := connected(t, c, true)
	call(t, c, engine.Wait{ID: id, For: engine.WaitMirror})
	cl, ok := c.(*Client)
	if !ok {
		t.Fatal("another client")
	}
	cl.core.mu.Lock()
	cn := cl.conns[id]
	cl.core.mu.Unlock()
	broken.Store(true)
	cn.wg.Go(func() { cn.repl.giveUp("/data/f", syscall.EIO) })
	eventually(t, "the state cannot be kept", func() bool { return call(t, c, engine.GetConnection{ID: id}).TransmitState == engine.TransmitError })
	broken.Store(false)
	eventually(t, "it is kept", func() bool { return call(t, c, engine.GetConnection{ID: id}).TransmitState == engine.TransmitStarted })
	list, err := cn.store.connections()
	must(t, err)
	if len(list) != 1 || !list[0].Required {
		t.Errorf("kept is %+v", list)
	}
}

// TestCopyVanishesWhileReplicating takes the folder of the copy away and brings it back.
func TestCopyVanishesWhileReplicating(t *testing.T) {
	dir := t.TempDir()
	c := mustOpen(t, testConfig(t, dir))
	write(t, filepath.Join(dir, "alpha/data/f"), "1")
	id := connected(t, c, true)
	call(t, c, engine.Wait{ID: id, For: engine.WaitMirror})
	call(t, c, engine.Wait{ID: id, For: engine.WaitQueue})
	copied, away := filepath.Join(dir, "beta/copy"), filepath.Join(dir, "away")
	must(t, os.Rename(copied, away))
	write(t, filepath.Join(dir, "alpha/data/g"), "2")
	must(t, os.Remove(filepath.Join(dir, "alpha/data/f")))
	eventually(t, "retrying", func() bool {
		s := call(t, c, engine.GetConnection{ID: id})
		return s.TargetState == engine.TargetRetrying && s.TransmitState == engine.TransmitError && len(s.Failures) > 0
	})
	if _, err := os.Stat(copied); err == nil {
		t.Error("the folder of the copy was made anew")
	}
	must(t, os.Rename(away, copied))
	if s := call(t, c, engine.Wait{ID: id, For: engine.WaitQueue}); s.Replication.Errors != 0 {
		t.Errorf("%+v", s.Replication)
	}
	eventually(t, "replicating", func() bool { return call(t, c, engine.GetConnection{ID: id}).TargetState == engine.TargetReplicating })
	equalTrees(t, dir)
}

// TestSourceVanishes takes the source away during a mirror's time and brings it back: the copy stays, and catches up by itself.
func TestSourceVanishes(t *testing.T) {
	dir := t.TempDir()
	c := mustOpen(t, testConfig(t, dir))
	write(t, filepath.Join(dir, "alpha/data/f"), "1")
	id := connected(t, c, true)
	call(t, c, engine.Wait{ID: id, For: engine.WaitMirror})
	must(t, os.Rename(filepath.Join(dir, "alpha/data"), filepath.Join(dir, "alpha/away")))
	call(t, c, engine.MirrorStart{ID: id, Options: engine.MirrorOptions{Kind: engine.MirrorDifferent, Orphans: true}})
	s := call(t, c, engine.Wait{ID: id, For: engine.WaitMirror})
	if s.Mirror.Errors == 0 || s.TargetState != engine.TargetMirrorRequired || read(filepath.Join(dir, "beta/copy/f")) != "1" {
		t.Errorf("without a source %+v, state %s", s.Mirror, s.TargetState)
	}
	write(t, filepath.Join(dir, "alpha/away/g"), "2")
	must(t, os.Rename(filepath.Join(dir, "alpha/away"), filepath.Join(dir, "alpha/data")))
	eventually(t, "replicating", func() bool { return call(t, c, engine.GetConnection{ID: id}).TargetState == engine.TargetReplicating })
	call(t, c, engine.Wait{ID: id, For: engine.WaitQueue})
	equalTrees(t, dir)
}
