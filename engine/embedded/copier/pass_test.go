package copier

// This file tests passes under failing file systems and moving sources.

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/smrscript/smrscript/engine/embedded/tree"
	"github.com/smrscript/smrscript/engine/embedded/tree/treetest"
)

func pair(t testing.TB) (src, dst string) {
	dir := t.TempDir()
	src, dst = filepath.Join(dir, "src"), filepath.Join(dir, "dst")
	if err := os.Mkdir(src, 0o755); err != nil {
		t.Fatal(err)
	}
	return src, dst
}

// faulty makes calls on the copy or the source fail.
func faulty(c *Copier, fault treetest.Fault) *Copier {
	open := c.Open
	c.Open = func(volume, rel string, create bool) (tree.Dir, error) {
		d, err := open(volume, rel, create)
		if err != nil {
			return nil, err
		}
		return treetest.Wrap(d, fault), nil
	}
	return c
}

func noTemps(t *testing.T, dst string) {
	t.Helper()
	for rel := range treeOf(t, dst) {
		if strings.Contains(rel, TempPrefix) {
			t.Errorf("left behind: %s", rel)
		}
	}
}

func TestSingleFaults(t *testing.T) {
	tests := []struct {
		op, name string
		err      error
		errors   int64 // expected; the other files must be copied
	}{
		{"open", "bad", syscall.EACCES, 1},
		{"read", "bad", syscall.EIO, 1},
		{"stat", "bad", syscall.EACCES, 1},
		{"rename", "bad", syscall.EACCES, 1},
		{"open", "bad", syscall.ENOENT, 0}, // vanished: not an error
		{"mkdir", "folder", syscall.EACCES, 1},
		{"sub", "folder", syscall.EACCES, 1},
	}
	for _, tt := range tests {
		t.Run(fmt.Sprint(tt.op, " ", tt.err), func(t *testing.T) {
			src, dst := pair(t)
			for _, n := range []string{"bad", "good", "folder/x", "other/y"} {
				write(t, filepath.Join(src, n), n)
			}
			c := faulty(newCopier(t, src, dst), func(op, name string) error {
				if op == tt.op && name == tt.name {
					return &os.PathError{Op: op, Path: name, Err: tt.err}
				}
				return nil
			})
			n := new(Counters)
			if err := c.Pass(context.Background(), Options{Create: true}, new(Gate), n); err != nil {
				t.Fatal(err)
			}
			if n.Errors.Load() != tt.errors {
				t.Errorf("%d errors: %s", n.Errors.Load(), c.Report.(*memoReport).failures())
			}
			if tt.errors > 0 && !strings.Contains(c.Report.(*memoReport).failures(), "/set/"+tt.name) {
				t.Errorf("reported: %s", c.Report.(*memoReport).failures())
			}
			for _, f := range []string{"good", "other/y"} {
				if data, err := os.ReadFile(filepath.Join(dst, f)); err != nil || string(data) != f {
					t.Errorf("%s: %q, %v", f, data, err)
				}
			}
			noTemps(t, dst)
		})
	}
}

// TestDiskFull fails every write after some: the pass must end early, leave old
// contents alone and clean up.
func TestDiskFull(t *testing.T) {
	for _, op := range []string{"write", "create", "rename", "close"} {
		for _, sum := range []bool{false, true} {
			src, dst := pair(t)
			for i := range 50 {
				write(t, filepath.Join(src, fmt.Sprint("f", i)), "new content")
				write(t, filepath.Join(dst, fmt.Sprint("f", i)), "old")
			}
			var calls atomic.Int64
			c := faulty(newCopier(t, src, dst), func(o, name string) error {
				if o == op && (op != "close" || strings.HasPrefix(name, TempPrefix)) && calls.Add(1) > 10 {
					return &os.PathError{Op: o, Path: name, Err: syscall.ENOSPC}
				}
				return nil
			})
			n := new(Counters)
			err := c.Pass(context.Background(), Options{Checksum: sum, ChecksumAll: sum}, new(Gate), n)
			if !errors.Is(err, syscall.ENOSPC) || n.Errors.Load() == 0 || n.Errors.Load() > 10 {
				t.Errorf("%s: %v, %d errors", op, err, n.Errors.Load())
			}
			for i := range 50 {
				data, err := os.ReadFile(filepath.Join(dst, fmt.Sprint("f", i)))
				if s := string(data); err != nil || s != "old" && s != "new content" {
					t.Errorf("%s: f%d holds %q, %v", op, i, s, err)
				}
			}
			noTemps(t, dst)
		}
	}
}

// TestRestlessFile changes a file each time it is read.
func TestRestlessFile(t *testing.T) {
	for times, noted := range map[int64]bool{1: false, 2: false, 100: true} {
		src, dst := pair(t)
		path := filepath.Join(src, "f")
		write(t, path, "0")
		var reads atomic.Int64
		c := faulty(newCopier(t, src, dst), func(op, name string) error {
			if op == "read" && name == "f" {
				if n := reads.Add(1); n <= times {
					write(t, path, strings.Repeat("x", int(n)+1))
				}
			}
			return nil
		})
		mustPass(t, c, Options{Create: true})
		if c.Report.(*memoReport).noted("changed each time") != noted {
			t.Errorf("%d changes: notes %q", times, c.Report.(*memoReport).notes)
		}
		// A later pass must see that the copy is behind.
		c.Open = tree.OpenPath
		mustPass(t, c, Options{})
		sameTrees(t, src, dst)
	}
}

func TestLeftoversAreRemoved(t *testing.T) {
	src, dst := pair(t)
	write(t, filepath.Join(src, "f"), "1")
	write(t, filepath.Join(src, TempPrefix+"of another engine"), "not part of any set")
	write(t, filepath.Join(dst, "sub", "x"), "kept")
	write(t, filepath.Join(dst, TempPrefix+"1-killed-5"), "half")
	mustPass(t, newCopier(t, src, dst), Options{})
	if _, err := os.Stat(filepath.Join(dst, TempPrefix+"1-killed-5")); err != nil {
		t.Error("removed without being asked to")
	}
	mustPass(t, newCopier(t, src, dst), Options{Clean: true})
	noTemps(t, dst)
	if _, err := os.Stat(filepath.Join(dst, "sub", "x")); err != nil {
		t.Error("cleaning removed an orphan")
	}
}

func TestInTheWay(t *testing.T) {
	src, dst := pair(t)
	write(t, filepath.Join(src, "a"), "file")
	write(t, filepath.Join(src, "b"), "file")
	write(t, filepath.Join(dst, "a", "precious"), "x")
	if err := os.MkdirAll(filepath.Join(dst, "b"), 0o755); err != nil {
		t.Fatal(err)
	}
	c := newCopier(t, src, dst)
	n := new(Counters)
	if err := c.Pass(context.Background(), Options{}, new(Gate), n); err != nil || n.Errors.Load() != 1 {
		t.Errorf("%v, %s", err, c.Report.(*memoReport).failures())
	}
	if _, err := os.Stat(filepath.Join(dst, "a", "precious")); err != nil {
		t.Error("a folder with contents was removed without orphans")
	}
	mustPass(t, c, Options{Orphans: true})
	sameTrees(t, src, dst)
}

func TestGateAndCancel(t *testing.T) {
	src, dst := pair(t)
	for i := range 100 {
		write(t, filepath.Join(src, fmt.Sprint("f", i)), "x")
	}
	var gate Gate
	gate.Close()
	gate.Close()
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error)
	n := new(Counters)
	go func() { done <- newCopier(t, src, dst).Pass(ctx, Options{Create: true}, &gate, n) }()
	select {
	case err := <-done:
		t.Fatalf("went through a closed gate: %v", err)
	case <-time.After(20 * time.Millisecond):
	}
	if n.FilesDone.Load() != 0 {
		t.Error("worked behind a closed gate")
	}
	cancel()
	if err := <-done; !errors.Is(err, context.Canceled) {
		t.Errorf("ended with %v", err)
	}
	gate.Open()
	gate.Open()
	mustPass(t, newCopier(t, src, dst), Options{Create: true})
	sameTrees(t, src, dst)
}

func TestMissingFolders(t *testing.T) {
	src, dst := pair(t)
	write(t, filepath.Join(src, "f"), "1")
	c := newCopier(t, src, dst)
	n := new(Counters)
	if err := c.Pass(context.Background(), Options{}, new(Gate), n); !errors.Is(err, ErrNoCopy) {
		t.Errorf("no copy: %v", err)
	}
	mustPass(t, c, Options{Create: true})
	if err := os.RemoveAll(src); err != nil {
		t.Fatal(err)
	}
	n = new(Counters)
	if err := c.Pass(context.Background(), Options{Orphans: true}, new(Gate), n); err != nil || n.Errors.Load() != 1 {
		t.Errorf("no source: %v, %d errors", err, n.Errors.Load())
	}
	if _, err := os.Stat(filepath.Join(dst, "f")); err != nil {
		t.Error("the copy of a missing source was removed")
	}
}

func TestDecide(t *testing.T) {
	file := func(size, sec int64) tree.Info {
		return tree.Info{Kind: tree.Regular, Size: size, Perm: 0o644, MTime: tree.Stamp{Sec: sec}}
	}
	link := tree.Info{Kind: tree.Link}
	mode := file(1, 5)
	mode.Perm = 0o600
	tests := []struct {
		o      Options
		si, di tree.Info
		exists bool
		want   action
	}{
		{Options{}, file(1, 5), file(1, 5), true, same},
		{Options{}, file(1, 5), file(1, 5), false, whole},
		{Options{All: true}, file(1, 5), file(1, 5), true, whole},
		{Options{}, file(1, 5), file(2, 5), true, whole},
		{Options{}, file(1, 5), file(1, 6), true, whole},
		{Options{}, file(1, 5), link, true, whole},
		{Options{}, file(1, 5), mode, true, meta},
		{Options{Newer: true}, file(1, 5), file(2, 6), true, same},
		{Options{Newer: true}, file(1, 7), file(2, 6), true, whole},
		{Options{Newer: true}, file(2, 5), file(1, 5), true, same},
		{Options{Checksum: true}, file(1, 5), file(1, 5), true, same},
		{Options{Checksum: true}, file(1, 5), file(1, 6), true, blocks},
		{Options{Checksum: true, ChecksumAll: true}, file(1, 5), file(1, 5), true, blocks},
		{Options{Checksum: true, ChecksumAll: true, Newer: true}, file(1, 5), file(1, 5), true, same},
		{Options{Checksum: true, Newer: true}, file(1, 6), file(1, 5), true, blocks},
		{Options{}, link, link, true, same},
		{Options{Checksum: true}, link, link, true, whole},
	}
	for i, tt := range tests {
		p := &pass{Copier: &Copier{}, opt: tt.o, step: 1}
		if got := p.decide(tt.si, tt.di, tt.exists); got != tt.want {
			t.Errorf("%d: %+v: %d, want %d", i, tt.o, got, tt.want)
		}
	}
	p := &pass{Copier: &Copier{}, step: 2 * time.Second}
	if p.decide(file(1, 5), file(1, 4), true) != same {
		t.Error("a coarse file system always differs")
	}
}

func TestStack(t *testing.T) {
	s := newStack[int](3)
	s.push(1, 3)
	pushed := make(chan struct{})
	go func() { s.push(2, 1); close(pushed) }()
	select {
	case <-pushed:
		t.Error("pushed beyond the limit")
	case <-time.After(10 * time.Millisecond):
	}
	if v, ok := s.pop(); v != 1 || !ok {
		t.Error("pop", v, ok)
	}
	<-pushed
	s.drain()
	s.done()
	if v, ok := s.pop(); v != 2 || !ok {
		t.Error("pop", v, ok)
	}
	s.done()
	if _, ok := s.pop(); ok {
		t.Error("pop from an empty stack")
	}
	s.close()
	s.push(3, 100)
}

func TestSignature(t *testing.T) {
	src, dst := pair(t)
	write(t, filepath.Join(src, "a/f"), "1")
	write(t, filepath.Join(src, "b.tmp"), "1")
	c := newCopier(t, src, dst, "- /set/*.tmp")
	s := c.NewSigner()
	scan := func() Signature {
		sig, err := s.Scan(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		return sig
	}
	before := scan()
	if !before.Same(scan()) || before.Size.Files != 1 || before.Size.Bytes != 1 || before.Size.Folders != 2 {
		t.Errorf("signature %+v", before)
	}
	for name, change := range map[string]func() error{
		"write":  func() error { return os.WriteFile(filepath.Join(src, "a/f"), []byte("22"), 0o644) },
		"chmod":  func() error { return os.Chmod(filepath.Join(src, "a/f"), 0o600) },
		"rename": func() error { return os.Rename(filepath.Join(src, "a/f"), filepath.Join(src, "a/g")) },
		"mkdir":  func() error { return os.Mkdir(filepath.Join(src, "n"), 0o755) },
	} {
		was := scan()
		if err := change(); err != nil {
			t.Fatal(err)
		}
		if was.Same(scan()) {
			t.Errorf("%s goes unnoticed", name)
		}
	}
	c.Roots[0].SrcRel = "missing"
	if scan().Missing != 1 {
		t.Error("a missing root goes unnoticed")
	}
}

func TestApplySingleChanges(t *testing.T) {
	src, dst := pair(t)
	write(t, filepath.Join(src, "d/f"), "1")
	c := newCopier(t, src, dst)
	mustPass(t, c, Options{Create: true})
	live := c.NewLive(new(Counters), c.Report, nil)
	apply := func(ch Change) {
		t.Helper()
		if err := live.Apply(context.Background(), ch); err != nil {
			t.Fatalf("%+v: %v", ch, err)
		}
		live.Flush()
	}
	write(t, filepath.Join(src, "d/f"), "22")
	apply(Change{Rel: "d/f", Content: true})
	write(t, filepath.Join(src, "new/deep/g"), "3")
	apply(Change{Rel: "new/deep/g", Content: true}) // before the change of its folder
	apply(Change{Rel: "new", Content: true, Tree: true})
	apply(Change{Rel: "nothing", Gone: true})
	apply(Change{Rel: "nowhere/at/all", Gone: true})
	apply(Change{Rel: TempPrefix + "x", Content: true})
	sameTrees(t, src, dst)
	if err := os.RemoveAll(filepath.Join(src, "d")); err != nil {
		t.Fatal(err)
	}
	apply(Change{Rel: "d/f", Gone: true})
	apply(Change{Rel: "d", Gone: true})
	apply(Change{Rel: ""})
	sameTrees(t, src, dst)
	if err := os.Rename(dst, dst+".away"); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(src, "late"), "x")
	if err := live.Apply(context.Background(), Change{Rel: "late", Content: true}); !errors.Is(err, ErrNoCopy) {
		t.Errorf("without a copy: %v", err)
	}
	ended, cancel := context.WithCancel(context.Background())
	cancel()
	_ = live.Apply(ended, Change{Rel: "late", Content: true})
	live.Flush()
	if _, err := os.Stat(dst); err == nil {
		t.Error("the copy was made anew by a single change")
	}
}

func TestLocks(t *testing.T) {
	var l locks
	a, b := place{0, "f"}, place{1, "f"} // files of one name below two roots
	ctx, cancel := context.WithCancel(context.Background())
	if err := l.lock(ctx, a); err != nil {
		t.Fatal(err)
	}
	if err := l.lock(ctx, b); err != nil {
		t.Fatal(err)
	}
	got := make(chan error)
	for range 3 {
		go func() {
			err := l.lock(context.Background(), a)
			if err == nil {
				l.unlock(a)
			}
			got <- err
		}()
	}
	l.unlock(a)
	for range 3 {
		if err := <-got; err != nil {
			t.Error(err)
		}
	}
	cancel()
	if err := l.lock(ctx, b); err == nil {
		t.Error("took a lock that is held")
	}
}
