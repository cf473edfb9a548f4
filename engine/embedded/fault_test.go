package embedded

// This file tests what connections do when file systems fail.

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/embedded/copier"
	"github.com/smrscript/smrscript/engine/embedded/tree"
	"github.com/smrscript/smrscript/engine/embedded/tree/treetest"
)

// faultyConfig asks fault before every file operation.
func faultyConfig(t testing.TB, dir string, fault treetest.Fault) Config {
	cfg := testConfig(t, dir)
	cfg.wrap = func(d tree.Dir) tree.Dir { return treetest.Wrap(d, fault) }
	return cfg
}

func eventually(t testing.TB, what string, ok func() bool) {
	t.Helper()
	for deadline := time.Now().Add(60 * time.Second); !ok(); {
		if time.Now().After(deadline) {
			t.Fatalf("not reached: %s", what)
		}
		time.Sleep(2 * time.Millisecond)
	}
}

func TestUnreadableIsNeverSilent(t *testing.T) {
	dir := t.TempDir()
	var locked atomic.Bool
	locked.Store(true)
	c := mustOpen(t, faultyConfig(t, dir, func(op, name string) error {
		if locked.Load() && op == "open" && name == "locked" {
			return &os.PathError{Op: op, Path: name, Err: syscall.EACCES}
		}
		return nil
	}))
	write(t, filepath.Join(dir, "alpha/data/locked"), "1")
	write(t, filepath.Join(dir, "alpha/data/open"), "1")
	id := connected(t, c, true)
	s := call(t, c, engine.Wait{ID: id, For: engine.WaitMirror})
	if s.Mirror.Errors != 1 || !s.Mirror.Completed || s.TargetState != engine.TargetMirrorRequired || len(s.Mirror.Failures) != 1 || s.Mirror.Failures[0].Path != "/data/locked" {
		t.Errorf("mirror %+v, state %s", s.Mirror, s.TargetState)
	}
	write(t, filepath.Join(dir, "alpha/data/locked"), "22")
	s = call(t, c, engine.Wait{ID: id, For: engine.WaitQueue, Timeout: 20 * time.Second})
	if s.Replication.Errors != 1 || len(s.Failures) != 1 || !strings.Contains(s.Failures[0].Reason, "denied") {
		t.Errorf("replication %+v, failures %+v", s.Replication, s.Failures)
	}
	if _, err := c.Do(context.Background(), engine.Wait{ID: id, For: engine.WaitConsistent, Timeout: 100 * time.Millisecond}); engine.CodeOf(err) != engine.CodeTimeout || !strings.Contains(err.Error(), "locked") {
		t.Errorf("called consistent: %v", err)
	}
	locked.Store(false)
	call(t, c, engine.MirrorStart{ID: id})
	if s = call(t, c, engine.Wait{ID: id, For: engine.WaitMirror}); s.TargetState != engine.TargetReplicating {
		t.Errorf("afterwards %s", s.TargetState)
	}
}

func TestDiskFullWhileReplicating(t *testing.T) {
	dir := t.TempDir()
	var full atomic.Bool
	c := mustOpen(t, faultyConfig(t, dir, func(op, name string) error {
		if full.Load() && (op == "write" || op == "create") {
			return &os.PathError{Op: op, Path: name, Err: syscall.ENOSPC}
		}
		return nil
	}))
	write(t, filepath.Join(dir, "alpha/data/f"), "1")
	id := connected(t, c, true)
	call(t, c, engine.Wait{ID: id, For: engine.WaitMirror})
	full.Store(true)
	write(t, filepath.Join(dir, "alpha/data/f"), "22")
	eventually(t, "retrying", func() bool {
		s := call(t, c, engine.GetConnection{ID: id})
		return s.TargetState == engine.TargetRetrying && s.TransmitState == engine.TransmitError && s.Replication.OpsQueue > 0
	})
	if got := read(filepath.Join(dir, "beta/copy/f")); got != "1" {
		t.Errorf("the copy holds %q", got)
	}
	full.Store(false)
	s := call(t, c, engine.Wait{ID: id, For: engine.WaitQueue})
	if got := read(filepath.Join(dir, "beta/copy/f")); got != "22" || s.Replication.Errors != 0 {
		t.Errorf("afterwards the copy holds %q, %+v", got, s.Replication)
	}
	eventually(t, "replicating", func() bool { return call(t, c, engine.GetConnection{ID: id}).TargetState == engine.TargetReplicating })
}

// TestNothingIsWrittenAfterDisconnect counts changing calls.
func TestNothingIsWrittenAfterDisconnect(t *testing.T) {
	dir := t.TempDir()
	var over atomic.Bool
	var mu sync.Mutex
	var late []string
	c := mustOpen(t, faultyConfig(t, dir, func(op, name string) error {
		switch op {
		case "write", "create", "rename", "remove", "rmdir", "mkdir", "symlink", "setmode", "setowner", "settimes":
			if over.Load() {
				mu.Lock()
				late = append(late, op+" "+name)
				mu.Unlock()
			}
		}
		return nil
	}))
	for i := range 100 {
		write(t, filepath.Join(dir, "alpha/data", fmt.Sprint("f", i)), "1")
	}
	for round := range 10 {
		over.Store(false)
		id := connected(t, c, true)
		for i := range 100 {
			write(t, filepath.Join(dir, "alpha/data", fmt.Sprint("f", i)), fmt.Sprint(round))
		}
		got := call(t, c, engine.Disconnect{ID: id, Settle: round%2 == 1})
		over.Store(true)
		if got.Settled != (round%2 == 1) {
			t.Errorf("round %d: %+v", round, got)
		}
		for i := range 100 {
			write(t, filepath.Join(dir, "alpha/data", fmt.Sprint("f", i)), "later")
		}
	}
	mu.Lock()
	defer mu.Unlock()
	if len(late) > 0 {
		t.Errorf("after a disconnect: %q", late[:min(len(late), 5)])
	}
}

// TestWithoutCapture runs a connection whose folders cannot be watched: it must
// compare instead, and say so.
func TestWithoutCapture(t *testing.T) {
	dir := t.TempDir()
	cfg := testConfig(t, dir)
	cfg.Settings.PollInterval = 10 * time.Millisecond
	// A file in the place of the barrier folder keeps the watcher from starting.
	c := mustOpen(t, cfg)
	write(t, filepath.Join(cfg.StateDir, "marks"), "in the way")
	write(t, filepath.Join(dir, "alpha/data/f"), "1")
	id := connected(t, c, true)
	call(t, c, engine.Wait{ID: id, For: engine.WaitMirror})
	write(t, filepath.Join(dir, "alpha/data/f"), "22")
	s := call(t, c, engine.Wait{ID: id, For: engine.WaitQueue})
	if got := read(filepath.Join(dir, "beta/copy/f")); got != "22" || s.Replication.Rescans == 0 {
		t.Errorf("the copy holds %q, %+v", got, s.Replication)
	}
	write(t, filepath.Join(dir, "alpha/data/g"), "3")
	eventually(t, "compared by itself", func() bool { return read(filepath.Join(dir, "beta/copy/g")) == "3" })
	if got := call(t, c, engine.Disconnect{ID: id, Settle: true}); !got.Settled {
		t.Errorf("settling without capture: %+v", got)
	}
}

// TestUnmountedCopy opens an engine while the disk of a copy is away: it must not
// fill the empty mount point.
func TestUnmountedCopy(t *testing.T) {
	dir := t.TempDir()
	cfg := testConfig(t, dir)
	c := mustOpen(t, cfg)
	write(t, filepath.Join(dir, "alpha/data/f"), "1")
	id := connected(t, c, true)
	call(t, c, engine.Wait{ID: id, For: engine.WaitMirror})
	must(t, c.Close())
	must(t, os.Rename(filepath.Join(dir, "beta/copy"), filepath.Join(dir, "away")))
	c = mustOpen(t, cfg)
	s := call(t, c, engine.Wait{ID: id, For: engine.WaitMirror})
	if s.Mirror.Completed || s.TargetState != engine.TargetMirrorRequired || len(s.Mirror.Failures) == 0 {
		t.Errorf("mirror %+v, state %s", s.Mirror, s.TargetState)
	}
	if _, err := os.Stat(filepath.Join(dir, "beta/copy")); err == nil {
		t.Error("the folder of the copy was made anew")
	}
	must(t, os.Rename(filepath.Join(dir, "away"), filepath.Join(dir, "beta/copy")))
	call(t, c, engine.MirrorStart{ID: id})
	if s = call(t, c, engine.Wait{ID: id, For: engine.WaitMirror}); s.TargetState != engine.TargetReplicating {
		t.Errorf("afterwards %s", s.TargetState)
	}
}

// TestMirrorIsTriedAgain opens an engine while the disk of a copy is away, and brings it back: nobody has to ask for the mirror.
func TestMirrorIsTriedAgain(t *testing.T) {
	dir := t.TempDir()
	cfg := testConfig(t, dir)
	c := mustOpen(t, cfg)
	set(t, c, setRemirrorTry, 1)
	write(t, filepath.Join(dir, "alpha/data/f"), "1")
	id := connected(t, c, true)
	call(t, c, engine.Wait{ID: id, For: engine.WaitMirror})
	must(t, c.Close())
	must(t, os.Rename(filepath.Join(dir, "beta/copy"), filepath.Join(dir, "away")))
	write(t, filepath.Join(dir, "alpha/data/g"), "2")
	c = mustOpen(t, cfg)
	eventually(t, "the failure is said", func() bool {
		return call(t, c, engine.GetConnection{ID: id}).TargetState == engine.TargetMirrorRequired
	})
	must(t, os.Rename(filepath.Join(dir, "away"), filepath.Join(dir, "beta/copy")))
	eventually(t, "replicating", func() bool { return call(t, c, engine.GetConnection{ID: id}).TargetState == engine.TargetReplicating })
	equalTrees(t, dir)
}

func TestPeriodicComparison(t *testing.T) {
	dir := t.TempDir()
	cfg := testConfig(t, dir)
	cfg.Settings.RescanInterval = time.Millisecond
	c := mustOpen(t, cfg)
	write(t, filepath.Join(dir, "alpha/data/f"), "1")
	id := connected(t, c, true)
	call(t, c, engine.Wait{ID: id, For: engine.WaitMirror})
	must(t, os.Remove(filepath.Join(dir, "beta/copy/f"))) // not noticed by watching the source
	eventually(t, "the damage is found", func() bool { return read(filepath.Join(dir, "beta/copy/f")) == "1" })
}

func TestChecksumFlaggedOnly(t *testing.T) {
	dir := t.TempDir()
	cfg := testConfig(t, dir)
	no := false
	cfg.Settings.ChecksumAll = &no
	c := mustOpen(t, cfg)
	write(t, filepath.Join(dir, "alpha/data/f"), "good")
	id := connected(t, c, false)
	call(t, c, engine.Wait{ID: id, For: engine.WaitMirror})
	copied := filepath.Join(dir, "beta/copy/f")
	info, err := os.Stat(copied)
	must(t, err)
	write(t, copied, "evil")
	must(t, os.Chtimes(copied, info.ModTime(), info.ModTime()))
	sum := engine.MirrorOptions{Kind: engine.MirrorDifferent, Checksum: true}
	call(t, c, engine.MirrorStart{ID: id, Options: sum})
	call(t, c, engine.Wait{ID: id, For: engine.WaitMirror})
	if got := read(copied); got != "evil" {
		t.Errorf("a file that looks alike was compared: %q", got)
	}
}

func TestDrives(t *testing.T) {
	dir := t.TempDir()
	cfg := testConfig(t, dir)
	drive := filepath.Join(dir, "drive d")
	must(t, os.Mkdir(drive, 0o755))
	cfg.Machines["alpha"] = Machine{Root: cfg.Machines["alpha"].Root, Drives: map[string]string{"D:": drive}}
	c := mustOpen(t, cfg)
	write(t, filepath.Join(drive, "data/f"), "1")
	call(t, c, engine.SaveRepset{Repset: engine.Repset{Source: "ALPHA", Name: "s", Rules: []engine.Rule{{Path: `d:\data`}, {Path: `d:\data\*.tmp`, Exclude: true}}}})
	id := call(t, c, engine.Connect{Source: "Alpha", Repset: "s", Target: "Beta", Mirror: &engine.MirrorOptions{}, Replicate: true})
	call(t, c, engine.Wait{ID: id, For: engine.WaitMirror})
	write(t, filepath.Join(drive, "data/g"), "2")
	write(t, filepath.Join(drive, "data/h.tmp"), "2")
	call(t, c, engine.Wait{ID: id, For: engine.WaitQueue})
	for name, want := range map[string]string{"f": "1", "g": "2"} {
		if got := read(filepath.Join(dir, "beta/d/data", name)); got != want {
			t.Errorf("%s holds %q", name, got)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "beta/d/data/h.tmp")); err == nil {
		t.Error("an excluded file was copied")
	}
}

func TestSessions(t *testing.T) {
	dir := t.TempDir()
	cfg := testConfig(t, dir)
	cfg.Users = map[string]User{"u": {Password: engine.NewSecret("p"), Access: engine.AccessFull}, "open": {Access: engine.AccessFull}}
	c := mustOpen(t, cfg)
	one, two := c.(*Client).Session(), c.(*Client).Session()
	login := engine.Login{Machine: "alpha", User: "u", Password: engine.NewSecret("p")}
	if call(t, one, login) != engine.AccessFull {
		t.Fatal("login failed")
	}
	if call(t, c, engine.Login{Machine: "alpha", User: "open"}) != engine.AccessNone {
		t.Error("a user without a password got in")
	}
	call(t, one, engine.ListRepsets{Source: "alpha"})
	if _, err := two.Do(context.Background(), engine.ListRepsets{Source: "alpha"}); engine.CodeOf(err) != engine.CodeSourceAccess {
		t.Errorf("sessions share a login: %v", err)
	}
	must(t, one.Close())
	if _, err := one.Do(context.Background(), engine.Ping{Machine: "alpha"}); engine.CodeOf(err) != engine.CodeNoAnswer {
		t.Errorf("after closing: %v", err)
	}
	call(t, two, engine.Ping{Machine: "alpha"})
}

func TestQueue(t *testing.T) {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	q := newQueue()
	one := func() int64 { return 1 }
	q.add(copier.Change{Rel: "a", Content: true}, false, one)
	q.add(copier.Change{Rel: "b"}, false, one)
	q.add(copier.Change{Rel: "a", Gone: true}, false, one)
	if ops, bytes, _ := q.state(); ops != 2 || bytes != 2 || q.count() != 3 || q.mark() != 2 {
		t.Errorf("%d ops, %d bytes", ops, bytes)
	}
	it, ok := q.next(ctx)
	if !ok || it.change != (copier.Change{Rel: "a", Content: true, Gone: true}) {
		t.Errorf("first %+v", it.change)
	}
	q.add(copier.Change{Rel: "a", Tree: true}, false, one) // while it is applied
	q.again(0)
	if it, _ = q.next(ctx); it.change != (copier.Change{Rel: "a", Content: true, Gone: true, Tree: true}) {
		t.Errorf("merged %+v", it.change)
	}
	short, stop := context.WithTimeout(ctx, 5*time.Millisecond)
	defer stop()
	if err := q.drained(short, 1, true); err == nil {
		t.Error("drained with an item in flight")
	}
	q.done()
	if err := q.drained(ctx, 1, true); err != nil {
		t.Error(err)
	}
	it, _ = q.next(ctx)
	q.again(time.Hour)
	q.addRescan()
	if !func() bool {
		q.mu.Lock()
		defer q.mu.Unlock()
		return q.first(true) == it.seq && q.first(false) == it.seq
	}() {
		t.Error("a waiting item lost its place")
	}
	if it, _ = q.next(ctx); !it.rescan {
		t.Errorf("second %+v", it)
	}
	q.add(copier.Change{Rel: "c"}, false, one)
	q.followUp()
	if it := q.items[0]; !it.rescan || it.seq != q.flight.seq || len(q.items) != 3 {
		t.Errorf("the follow-up is not first: %+v of %d", it, len(q.items))
	}
	q.done()
	q.end()
	if q.idle() {
		t.Error("idle with a change that waits")
	}
	gone, end := context.WithCancel(ctx)
	end()
	if _, ok := q.next(gone); ok {
		t.Error("next after the end")
	}
}
