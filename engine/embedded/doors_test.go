//go:build unix

package embedded

// This file tests blocked target paths, also in processes that are killed while they block and unblock.

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/embedded/tree"
	"github.com/smrscript/smrscript/engine/embedded/tree/treetest"
)

// looks is what the permissions and the owner of a folder are.
func looks(t *testing.T, dir string) string {
	t.Helper()
	info, err := os.Stat(dir)
	must(t, err)
	st, _ := info.Sys().(*syscall.Stat_t)
	return fmt.Sprintf("%v %d:%d", info.Mode(), st.Uid, st.Gid)
}

// doorway is a connection from /data to /copy whose top folder has permissions of its own, and, for the superuser, an owner.
type doorway struct {
	*testing.T
	c        engine.Client
	cfg      Config
	id       engine.ConnectionID
	src, dst string
	open     string // what the folder looks like
	shut     string
}

func newDoorway(t *testing.T, replicate bool) *doorway {
	t.Helper()
	dir := t.TempDir()
	d := &doorway{T: t, cfg: testConfig(t, dir), src: filepath.Join(dir, "alpha/data"), dst: filepath.Join(dir, "beta/copy")}
	write(t, filepath.Join(d.src, "f"), "one")
	write(t, filepath.Join(d.src, "sub/g"), "two")
	must(t, os.Chmod(d.src, 0o751))
	if os.Geteuid() == 0 {
		must(t, os.Chown(d.src, 1234, 1235))
	}
	d.c = mustOpen(t, d.cfg)
	d.id = connected(t, d.c, replicate)
	d.mirrored()
	d.open = looks(t, d.src)
	d.is("after the mirror", d.open)
	d.shut = fmt.Sprintf("%v %d:", fs.ModeDir|closedPerm, os.Geteuid())
	return d
}

func (d *doorway) mirrored() {
	d.Helper()
	if st := call(d.T, d.c, engine.Wait{ID: d.id, For: engine.WaitMirror}); !st.Mirror.Completed || st.Mirror.Errors > 0 {
		d.Fatalf("%+v", st.Mirror)
	}
}

func (d *doorway) mirror() {
	d.Helper()
	call(d.T, d.c, engine.MirrorStart{ID: d.id})
	d.mirrored()
}

func (d *doorway) block() { d.Helper(); call(d.T, d.c, engine.BlockTargetPath{ID: d.id}) }
func (d *doorway) unblock() {
	d.Helper()
	call(d.T, d.c, engine.BlockTargetPath{ID: d.id, Unblock: true})
}

func (d *doorway) is(when, want string) {
	d.Helper()
	if got := looks(d.T, d.dst); got[:len(want)] != want {
		d.Errorf("%s the folder is %s, want %s", when, got, want)
	}
}

func (d *doorway) blocked(want bool) {
	d.Helper()
	if st := call(d.T, d.c, engine.GetConnection{ID: d.id}); st.PathBlocked != want {
		d.Errorf("the status says %v", st.PathBlocked)
	}
}

func (d *doorway) reopen() {
	d.Helper()
	must(d.T, d.c.Close())
	d.c = mustOpen(d.T, d.cfg)
}

func TestBlockedPath(t *testing.T) {
	d := newDoorway(t, true)
	d.unblock() // it is open: nothing to do
	d.block()
	d.is("blocked,", d.shut)
	d.blocked(true)
	refused(t, d.c, engine.CodeTargetPathBlocked, engine.BlockTargetPath{ID: d.id})
	refused(t, d.c, engine.CodeNoConnection, engine.BlockTargetPath{ID: d.id + 1})

	// The engine works on, by mirrors and by changes, and what the source's folder looks like waits for the opening.
	write(t, filepath.Join(d.src, "f"), "changed")
	must(t, os.Chmod(d.src, 0o2775))
	call(t, d.c, engine.Wait{ID: d.id, For: engine.WaitQueue})
	d.is("after a change of the source's,", d.shut)
	d.mirror()
	d.is("after a mirror,", d.shut)
	if got := read(filepath.Join(d.dst, "f")); got != "changed" {
		t.Errorf("the copy holds %q", got)
	}
	for _, checksum := range []bool{false, true} {
		if r := call(t, d.c, engine.Verify{ID: d.id, Checksum: checksum}); len(r.Differences) > 0 {
			t.Errorf("verified: %+v", r.Differences)
		}
	}
	d.reopen()
	d.blocked(true)
	d.is("opened again,", d.shut)
	d.unblock()
	d.blocked(false)
	d.is("unblocked,", looks(t, d.src))

	d.block()
	call(t, d.c, engine.Disconnect{ID: d.id})
	d.is("disconnected,", looks(t, d.src))
}

func TestPathIsBlockedWhenItIsMade(t *testing.T) {
	d := newDoorway(t, false)
	call(t, d.c, engine.Disconnect{ID: d.id})
	must(t, os.RemoveAll(d.dst))
	d.id = call(t, d.c, engine.Connect{Source: "alpha", Repset: "s", Target: "beta", Mapping: engine.Mapping{Kind: engine.MapBase, Base: "/copy"}})
	d.block()
	if _, err := os.Stat(d.dst); !errors.Is(err, fs.ErrNotExist) {
		t.Fatalf("blocking made the folder: %v", err)
	}
	d.mirror()
	d.is("made,", d.shut)
	d.unblock()
	d.is("unblocked,", d.open)

	// A copy that somebody has removed can be given up.
	d.block()
	must(t, os.RemoveAll(d.dst))
	call(t, d.c, engine.Disconnect{ID: d.id})
}

// TestBlockedPathElsewhere: what a blocked folder looks like is not handed on, neither along a chain nor to snapshots.
func TestBlockedPathElsewhere(t *testing.T) {
	d := newDoorway(t, false)
	d.block()
	call(t, d.c, engine.CreateSnapshot{ID: d.id, Label: "one"})
	for name, path := range map[string]string{"whole": "/copy", "from above": "/"} {
		call(t, d.c, engine.SaveRepset{Repset: engine.Repset{Source: "beta", Name: name, Rules: []engine.Rule{{Path: engine.Path(path)}}}})
		id := call(t, d.c, engine.Connect{Source: "beta", Repset: name, Target: "alpha", Mapping: engine.Mapping{Kind: engine.MapBase, Base: engine.Path("/far " + name)},
			Mirror: &engine.MirrorOptions{}})
		call(t, d.c, engine.Wait{ID: id, For: engine.WaitMirror})
	}
	for _, far := range []string{"far whole", "far from above/copy"} {
		if got := looks(t, filepath.Join(d.src, "../"+far)); got != d.open {
			t.Errorf("%s is %s, want %s", far, got, d.open)
		}
	}
	write(t, filepath.Join(d.src, "f"), "later")
	d.mirror()
	call(t, d.c, engine.RevertSnapshot{ID: d.id, Label: "one"})
	d.is("reverted,", d.shut)
	if got := read(filepath.Join(d.dst, "f")); got != "one" {
		t.Errorf("the copy holds %q", got)
	}
	d.unblock()
	d.is("unblocked,", d.open)
}

func TestPathThatCannotBeBlocked(t *testing.T) {
	t.Run("single file", func(t *testing.T) {
		d := newDoorway(t, false)
		call(t, d.c, engine.SaveRepset{Repset: engine.Repset{Source: "alpha", Name: "file", Rules: []engine.Rule{{Path: "/data/f"}}}})
		id := call(t, d.c, engine.Connect{Source: "alpha", Repset: "file", Target: "beta", Mapping: engine.Mapping{Kind: engine.MapBase, Base: "/single"}})
		refused(t, d.c, engine.CodeUnsupported, engine.BlockTargetPath{ID: id})
	})
	for name, fault := range map[string]error{"permissions": syscall.EPERM, "support": errors.ErrUnsupported, "disk": syscall.EIO} {
		t.Run("without "+name, func(t *testing.T) {
			d := newDoorway(t, false)
			must(t, d.c.Close())
			d.cfg.wrap = func(f tree.Dir) tree.Dir {
				return treetest.Wrap(f, func(op, name string) error {
					if op == "setmode" && name == "." {
						return fault
					}
					return nil
				})
			}
			d.c = mustOpen(t, d.cfg)
			want := engine.CodeUnsupported
			switch {
			case errors.Is(fault, syscall.EIO):
				want = engine.CodeFailed
			case errors.Is(fault, fs.ErrPermission) && os.Geteuid() != 0:
				want = engine.CodeTargetAccess
			}
			refused(t, d.c, want, engine.BlockTargetPath{ID: d.id})
			d.blocked(false)
			d.cfg.wrap = nil
			d.reopen()
			d.blocked(false)
		})
	}
	t.Run("without a state", func(t *testing.T) {
		d := newDoorway(t, false)
		must(t, d.c.Close())
		var full error
		d.cfg.fail = func() error { return full }
		d.c = mustOpen(t, d.cfg)
		full = syscall.ENOSPC
		refused(t, d.c, engine.CodeFailed, engine.BlockTargetPath{ID: d.id})
		d.is("refused,", d.open)
		full = nil
		d.block()
		full = syscall.ENOSPC
		refused(t, d.c, engine.CodeFailed, engine.BlockTargetPath{ID: d.id, Unblock: true})
		d.is("refused to unblock,", d.shut)
		full = nil
		d.unblock()
		d.is("unblocked,", d.open)
	})
}

// TestKilledWhileBlocking kills a process at each point of blocking and unblocking: the next one finds the folder as the state says, and
// what was put aside is not lost.
func TestKilledWhileBlocking(t *testing.T) {
	if os.Getenv(victimDir) != "" {
		blockingVictim(t)
		return
	}
	points := []string{"state before 1", "state after 1", "setmode 1", "setmode 2", "state before 2", "state after 2"}
	if os.Geteuid() == 0 {
		points = append(points, "setowner 1", "setowner 2")
	}
	for _, point := range points {
		t.Run(point, func(t *testing.T) {
			d := newDoorway(t, false)
			must(t, d.c.Close())
			ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
			defer cancel()
			cmd := exec.CommandContext(ctx, os.Args[0], "-test.run", "^TestKilledWhileBlocking$")
			cmd.Env = append(os.Environ(), victimDir+"="+filepath.Dir(d.cfg.StateDir), victimPoint+"="+point)
			if out, err := cmd.CombinedOutput(); err == nil || cmd.ProcessState.Exited() {
				t.Fatalf("the victim was not killed: %v\n%s", err, out)
			}
			d.c = mustOpen(t, d.cfg)
			if call(t, d.c, engine.GetConnection{ID: d.id}).PathBlocked {
				d.is("blocked,", d.shut)
				d.unblock()
			}
			d.is("open,", d.open)
		})
	}
}

func blockingVictim(t *testing.T) {
	k := newKiller(os.Getenv(victimPoint))
	cfg := testConfig(t, os.Getenv(victimDir))
	var ready atomic.Bool
	point := func(name string) {
		if ready.Load() {
			k.point(name)
		}
	}
	cfg.point = point
	cfg.wrap = func(f tree.Dir) tree.Dir {
		return treetest.Wrap(f, func(op, _ string) error { point(op); return nil })
	}
	c := mustOpen(t, cfg)
	con := call(t, c, engine.FindConnections{})[0]
	ready.Store(true)
	call(t, c, engine.BlockTargetPath{ID: con.ID})
	call(t, c, engine.BlockTargetPath{ID: con.ID, Unblock: true})
}
