package copier

// This file tests the comparison of large files and writing in place.

import (
	"bytes"
	"context"
	"encoding/binary"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"

	"github.com/smrscript/smrscript/engine/embedded/tree"
)

// noise is n bytes that do not repeat.
func noise(n int, seed uint64) []byte {
	rnd := rand.New(rand.NewPCG(seed, 1))
	p := make([]byte, n)
	for i := 0; i+8 <= n; i += 8 {
		binary.LittleEndian.PutUint64(p[i:], rnd.Uint64())
	}
	return p
}

// sameFile reports whether the file at path is still the one that info is of.
func sameFile(t *testing.T, path string, was os.FileInfo) bool {
	t.Helper()
	now, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	return os.SameFile(was, now)
}

func TestBlocks(t *testing.T) {
	const size = 5*segment + 3*Block + 77 // several goroutines, and an odd end
	full := noise(size, 1)
	edit := func(at ...int) []byte {
		p := bytes.Clone(full)
		for _, i := range at {
			p[i] ^= 0x55
		}
		return p
	}
	tests := []struct {
		name    string
		now     []byte
		most    int64 // bytes that may be written
		inPlace bool  // by itself, without being told to
	}{
		{"equal", full, 0, true},
		{"first byte", edit(0), Block, false},
		{"last byte", edit(size - 1), Block, false},
		{"ends of segments", edit(segment-1, segment, 3*segment-1), 3 * Block, false},
		{"appended", append(bytes.Clone(full), "more"...), Block, true},
		{"appended a lot", append(bytes.Clone(full), full[:2*segment]...), 2*segment + Block, true},
		{"appended and changed", append(edit(17), "more"...), 2 * Block, false},
		{"shortened", full[:3*segment+5], 0, false},
		{"shortened and changed", edit(9)[:3*segment+5], Block, false},
		{"nearly emptied", full[:1], 1, false},
		{"emptied", nil, 0, false},
	}
	for _, tt := range tests {
		for _, asked := range []bool{false, true} {
			src, dst := pair(t)
			path, copied := filepath.Join(src, "big"), filepath.Join(dst, "big")
			write(t, path, string(full))
			c := newCopier(t, src, dst)
			mustPass(t, c, Options{Create: true})
			was, err := os.Stat(copied)
			if err != nil {
				t.Fatal(err)
			}
			write(t, path, string(tt.now))
			n := mustPass(t, c, Options{Checksum: true, ChecksumAll: true, InPlace: asked})
			if got, err := os.ReadFile(copied); err != nil || !bytes.Equal(got, tt.now) {
				t.Errorf("%s, in place %v: the copy differs, %v", tt.name, asked, err)
			}
			noTemps(t, dst)
			if got := n.BytesSent.Load(); got > tt.most {
				t.Errorf("%s: %d bytes sent, expected at most %d", tt.name, got, tt.most)
			}
			if sent := n.FilesSent.Load(); (sent == 1) != (tt.name != "equal") {
				t.Errorf("%s: %d files sent", tt.name, sent)
			}
			want := tt.inPlace || asked && len(tt.now) >= large
			if got := sameFile(t, copied, was); got != want {
				t.Errorf("%s, in place %v: the copy is the same file: %v", tt.name, asked, got)
			}
			if m := mustPass(t, c, Options{}); m.FilesSent.Load() != 0 {
				t.Errorf("%s: a difference is left", tt.name)
			}
		}
	}
}

// TestSharedCopyIsReplaced checks that a copy with a second name, which somebody
// keeps of an earlier state, is never written to.
func TestSharedCopyIsReplaced(t *testing.T) {
	if runtime.GOOS == "windows" {
		return
	}
	for _, inPlace := range []bool{false, true} {
		src, dst := pair(t)
		old := noise(2*large, 2)
		write(t, filepath.Join(src, "big"), string(old))
		c := newCopier(t, src, dst)
		mustPass(t, c, Options{Create: true})
		kept := filepath.Join(filepath.Dir(dst), "kept")
		if err := os.Link(filepath.Join(dst, "big"), kept); err != nil {
			t.Fatal(err)
		}
		write(t, filepath.Join(src, "big"), string(old)+"appended")
		mustPass(t, c, Options{Checksum: true, ChecksumAll: true, InPlace: inPlace})
		sameTrees(t, src, dst)
		if got, err := os.ReadFile(kept); err != nil || !bytes.Equal(got, old) {
			t.Errorf("in place %v: the second name has %d bytes, %v", inPlace, len(got), err)
		}
	}
}

// TestInPlaceFails makes every call that writing in place needs fail once: the
// failure is told, and the next pass mends the copy.
func TestInPlaceFails(t *testing.T) {
	for _, op := range []string{"openwrite", "write", "truncate", "close", "settimes"} {
		src, dst := pair(t)
		old := noise(3*large, 3)
		write(t, filepath.Join(src, "big"), string(old))
		mustPass(t, newCopier(t, src, dst), Options{Create: true})
		old[large]++
		write(t, filepath.Join(src, "big"), string(old[:2*large]))
		failed := false
		c := faulty(newCopier(t, src, dst), func(did, name string) error {
			if did == op && name == "big" && !failed {
				failed = true
				return &os.PathError{Op: op, Path: name, Err: syscall.EIO}
			}
			return nil
		})
		n := new(Counters)
		err := c.Pass(context.Background(), Options{Checksum: true, ChecksumAll: true, InPlace: true}, new(Gate), n)
		if !failed || err == nil && n.Errors.Load() == 0 && op != "close" {
			t.Errorf("%s: failed %v, told %v and %d errors", op, failed, err, n.Errors.Load())
		}
		mustPass(t, newCopier(t, src, dst), Options{})
		sameTrees(t, src, dst)
	}
}

// TestUnchangedIsNotFlushed counts the flushes of passes with and without changes.
func TestUnchangedIsNotFlushed(t *testing.T) {
	src, dst := pair(t)
	write(t, filepath.Join(src, "a/f"), "1")
	c := newCopier(t, src, dst)
	flushes := 0
	open := c.Open
	c.Open = func(volume, rel string, create bool) (tree.Dir, error) {
		d, err := open(volume, rel, create)
		if err != nil {
			return nil, err
		}
		return countSync{d, &flushes}, nil
	}
	for i, step := range []struct {
		do   func()
		want int
	}{
		{func() {}, 1},
		{func() {}, 1},
		{func() { write(t, filepath.Join(src, "a/f"), "22") }, 2},
		{func() {}, 2},
		{func() { os.Chmod(filepath.Join(src, "a/f"), 0o600) }, 3},
		{func() { os.Mkdir(filepath.Join(src, "b"), 0o755) }, 4},
		{func() { os.Remove(filepath.Join(src, "b")) }, 5},
		{func() {}, 5},
	} {
		step.do()
		mustPass(t, c, Options{Create: true, Sync: true, Orphans: true, Clean: true})
		if flushes != step.want && runtime.GOOS != "windows" {
			t.Errorf("step %d: %d flushes, want %d", i, flushes, step.want)
		}
	}
}

type countSync struct {
	tree.Dir
	n *int
}

func (d countSync) Sync() error { *d.n++; return d.Dir.Sync() }
