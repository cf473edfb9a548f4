package copier

// This file tests what only Linux keeps of files: holes and extended attributes.

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/sys/unix"
)

// room is how many bytes a file takes on disk.
func room(t *testing.T, path string) int64 {
	t.Helper()
	var st unix.Stat_t
	if err := unix.Stat(path, &st); err != nil {
		t.Fatal(err)
	}
	return st.Blocks * 512
}

func TestSparse(t *testing.T) {
	const size = 64 << 20
	tests := []struct {
		name string
		data []int64 // where a block of data lies
	}{
		{"only a hole", nil},
		{"data first", []int64{0}},
		{"data last", []int64{size - Block}},
		{"data in between", []int64{Block, 7 << 20, 8 << 20, 50<<20 + 4096}},
	}
	for _, tt := range tests {
		src, dst := pair(t)
		path, copied := filepath.Join(src, "s"), filepath.Join(dst, "s")
		write(t, path, "")
		f, err := os.OpenFile(path, os.O_RDWR, 0)
		if err != nil {
			t.Fatal(err)
		}
		if err := f.Truncate(size); err != nil {
			t.Fatal(err)
		}
		for i, at := range tt.data {
			if _, err := f.WriteAt(noise(Block, uint64(i)), at); err != nil {
				t.Fatal(err)
			}
		}
		c := newCopier(t, src, dst)
		equal := func(what string) {
			t.Helper()
			want, _ := os.ReadFile(path)
			got, err := os.ReadFile(copied)
			if err != nil || !bytes.Equal(got, want) {
				t.Errorf("%s, %s: the copy differs, %v", tt.name, what, err)
			}
			if have, limit := room(t, copied), room(t, path)+2<<20; have > limit {
				t.Errorf("%s, %s: the copy takes %d bytes, the source %d", tt.name, what, have, room(t, path))
			}
		}
		n := mustPass(t, c, Options{Create: true})
		equal("copied")
		if got, most := n.BytesSent.Load(), int64(len(tt.data)+1)*Block*2; got > most {
			t.Errorf("%s: %d bytes written, expected at most %d", tt.name, got, most)
		}
		if _, err := f.WriteAt([]byte("one change"), 20<<20); err != nil {
			t.Fatal(err)
		}
		mustPass(t, c, Options{Checksum: true, ChecksumAll: true})
		equal("patched")
		if err := f.Truncate(size / 2); err != nil {
			t.Fatal(err)
		}
		mustPass(t, c, Options{})
		equal("shortened")
		f.Close()
	}
}

func TestAttrs(t *testing.T) {
	src, dst := pair(t)
	write(t, filepath.Join(src, "d/f"), "content")
	write(t, filepath.Join(src, "g"), "content")
	set := func(rel, value string) {
		t.Helper()
		path := filepath.Join(src, rel)
		var err error
		if value == "" {
			err = unix.Removexattr(path, "user.smr")
		} else {
			err = unix.Setxattr(path, "user.smr", []byte(value), 0)
		}
		if err != nil && !errors.Is(err, unix.ENOTSUP) {
			t.Fatal(err)
		}
	}
	get := func(path string) string {
		buf := make([]byte, 1024)
		n, err := unix.Getxattr(path, "user.smr", buf)
		if err != nil {
			return ""
		}
		return string(buf[:n])
	}
	same := func(what string, n *Counters) {
		t.Helper()
		for _, rel := range []string{"d", "d/f", "g"} {
			if want, got := get(filepath.Join(src, rel)), get(filepath.Join(dst, rel)); got != want {
				t.Errorf("%s: %s has %.40q, the source %.40q", what, rel, got, want)
			}
		}
		sameTrees(t, src, dst)
		if what != "first" && n.BytesSent.Load() != 0 {
			t.Errorf("%s: %d bytes sent", what, n.BytesSent.Load())
		}
	}
	c := newCopier(t, src, dst)
	set("d", "folder")
	set("d/f", "file")
	same("first", mustPass(t, c, Options{Create: true}))
	set("d/f", "changed")
	set("g", "new")
	same("changed", mustPass(t, c, Options{}))
	set("d/f", "")
	set("g", string(bytes.Repeat([]byte("long"), 200)))
	same("removed", mustPass(t, c, Options{}))
	same("again", mustPass(t, c, Options{}))
	var n Counters
	l := c.NewLive(&n, c.Report, nil)
	set("g", "live")
	if err := l.Apply(t.Context(), Change{Rel: "g"}); err != nil {
		t.Fatal(err)
	}
	l.Flush()
	same("live", &n)
}
