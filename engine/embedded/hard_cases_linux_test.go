package embedded

// This file holds files that are easily got wrong: odd times, set-uid bits, flags that forbid changes, writes through a map of memory.

import (
	"math"
	"os"
	"path/filepath"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"github.com/smrscript/smrscript/engine"
)

// mirrorAgain makes a mirror of what differs and returns how it went.
func mirrorAgain(t *testing.T, c engine.Client, id engine.ConnectionID) engine.MirrorProgress {
	t.Helper()
	call(t, c, engine.MirrorStart{ID: id, Options: engine.MirrorOptions{Kind: engine.MirrorDifferent}})
	return call(t, c, engine.Wait{ID: id, For: engine.WaitMirror}).Mirror
}

// TestOddTimes has files from before 1970 and from after the seconds of 32 bits run out, with and without a sign.
func TestOddTimes(t *testing.T) {
	dir := t.TempDir()
	for name, sec := range map[string]int64{
		"1901": math.MinInt32, "1969": -1, "1970": 0, "2038": math.MaxInt32 + 1, "2106": math.MaxUint32 + 1, "2200": 7_258_118_400,
	} {
		path := filepath.Join(dir, "alpha/data", name)
		write(t, path, name)
		at := time.Unix(sec, 123_456_789)
		must(t, os.Chtimes(path, at, at))
	}
	c := mustOpen(t, testConfig(t, dir))
	id := connected(t, c, false)
	call(t, c, engine.Wait{ID: id, For: engine.WaitMirror})
	equalTrees(t, dir)
	if m := mirrorAgain(t, c, id); !m.Completed || m.Errors > 0 || m.FilesSent != 0 {
		t.Errorf("nothing changed, and the mirror did %+v", m)
	}
}

// TestSetUserID keeps the bit where owners are kept, and only there, since else a program would run as somebody else.
func TestSetUserID(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "alpha/data/program")
	write(t, path, "#!")
	must(t, os.Chmod(path, 0o755|os.ModeSetuid|os.ModeSetgid))
	c := mustOpen(t, testConfig(t, dir))
	id := connected(t, c, false)
	call(t, c, engine.Wait{ID: id, For: engine.WaitMirror})
	for range 2 {
		info, err := os.Stat(filepath.Join(dir, "beta/copy/program"))
		must(t, err)
		if got, want := info.Mode()&(os.ModeSetuid|os.ModeSetgid) != 0, os.Geteuid() == 0; got != want || info.Mode().Perm() != 0o755 {
			t.Errorf("the copy has %v", info.Mode())
		}
		mirrorAgain(t, c, id)
	}
}

// immutable is FS_IMMUTABLE_FL of the system.
const immutable = 0x10

// setImmutable forbids any change of a file; false where that cannot be done.
func setImmutable(path string, on bool) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	flags, err := unix.IoctlGetInt(int(f.Fd()), unix.FS_IOC_GETFLAGS)
	if err != nil {
		return false
	}
	if flags &^= immutable; on {
		flags |= immutable
	}
	return unix.IoctlSetPointerInt(int(f.Fd()), unix.FS_IOC_SETFLAGS, flags) == nil
}

// TestImmutableCopy cannot replace a file of the copy: that is told, the rest is copied, and the mirror after it makes up for it.
func TestImmutableCopy(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "alpha/data/fixed"), "1")
	write(t, filepath.Join(dir, "alpha/data/free"), "1")
	c := mustOpen(t, testConfig(t, dir))
	id := connected(t, c, false)
	call(t, c, engine.Wait{ID: id, For: engine.WaitMirror})
	fixed := filepath.Join(dir, "beta/copy/fixed")
	if !setImmutable(fixed, true) {
		return // this user or file system cannot
	}
	t.Cleanup(func() { setImmutable(fixed, false) })
	write(t, filepath.Join(dir, "alpha/data/fixed"), "22")
	write(t, filepath.Join(dir, "alpha/data/free"), "22")
	m := mirrorAgain(t, c, id)
	if m.Errors != 1 || len(m.Failures) != 1 || filepath.Base(string(m.Failures[0].Path)) != "fixed" {
		t.Errorf("the mirror tells %+v", m)
	}
	if s := call(t, c, engine.GetConnection{ID: id}); s.TargetState != engine.TargetMirrorRequired {
		t.Errorf("the state is %s", s.TargetState)
	}
	if a, b := read(fixed), read(filepath.Join(dir, "beta/copy/free")); a != "1" || b != "22" {
		t.Errorf("the copies hold %q and %q", a, b)
	}
	setImmutable(fixed, false)
	if m := mirrorAgain(t, c, id); m.Errors != 0 {
		t.Errorf("afterwards %+v", m)
	}
	equalTrees(t, dir)
}

// TestMappedWrites changes a file through a map of memory, of which the system tells nothing: comparing finds it.
func TestMappedWrites(t *testing.T) {
	dir := t.TempDir()
	cfg := testConfig(t, dir)
	cfg.Settings.RescanInterval = time.Second
	path := filepath.Join(dir, "alpha/data/database")
	write(t, path, string(content(1, 100_000)))
	c := mustOpen(t, cfg)
	id := connected(t, c, true)
	call(t, c, engine.Wait{ID: id, For: engine.WaitConsistent})
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	must(t, err)
	defer f.Close()
	pages, err := unix.Mmap(int(f.Fd()), 0, 8192, unix.PROT_READ|unix.PROT_WRITE, unix.MAP_SHARED)
	must(t, err)
	copy(pages[5000:], "written through a map")
	must(t, unix.Msync(pages, unix.MS_SYNC))
	must(t, unix.Munmap(pages))
	eventually(t, "found by comparing", func() bool { return read(filepath.Join(dir, "beta/copy/database")) == read(path) })
	call(t, c, engine.Wait{ID: id, For: engine.WaitConsistent})
	equalTrees(t, dir)
}
