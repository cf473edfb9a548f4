package copier

// This file tests files with several names.

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"
)

// groups says which names below dir are of one file: "a=b c".
func groups(t *testing.T, dir string) string {
	t.Helper()
	names := map[uint64][]string{}
	var order []uint64
	err := filepath.WalkDir(dir, func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		var st unix.Stat_t
		if err := unix.Lstat(path, &st); err != nil {
			return err
		}
		rel, _ := filepath.Rel(dir, path)
		if names[st.Ino] == nil {
			order = append(order, st.Ino)
		}
		names[st.Ino] = append(names[st.Ino], rel)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, ino := range order {
		out = append(out, strings.Join(names[ino], "="))
	}
	return strings.Join(out, " ")
}

func link(t *testing.T, dir, from, to string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, to)), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Link(filepath.Join(dir, from), filepath.Join(dir, to)); err != nil {
		t.Fatal(err)
	}
}

func TestHardLinks(t *testing.T) {
	src, dst := pair(t)
	text := strings.Repeat("x", 1000)
	write(t, filepath.Join(src, "a"), text)
	write(t, filepath.Join(src, "z"), "alone")
	link(t, src, "a", "b")
	link(t, src, "a", "d/e/c")
	link(t, src, "z", "../outside") // a second name that is not in the set
	c := newCopier(t, src, dst)
	again := int64(0) // bytes that may be sent once more
	check := func(what string, sent int64, n *Counters) {
		t.Helper()
		sameTrees(t, src, dst)
		noTemps(t, dst)
		if want, got := groups(t, src), groups(t, dst); got != want {
			t.Errorf("%s: the copy has %s, the source %s", what, got, want)
		}
		if got := n.BytesSent.Load(); got != sent && got != sent+again {
			t.Errorf("%s: %d bytes sent, want %d", what, got, sent)
		}
		if n.FilesDone.Load() != n.FilesTotal.Load() || n.BytesDone.Load() != n.BytesTotal.Load() {
			t.Errorf("%s: %d of %d files done", what, n.FilesDone.Load(), n.FilesTotal.Load())
		}
	}
	check("first", 1005, mustPass(t, c, Options{Create: true}))
	check("again", 0, mustPass(t, c, Options{}))
	write(t, filepath.Join(src, "b"), text+text) // through one name
	check("written", 2000, mustPass(t, c, Options{}))
	os.Remove(filepath.Join(src, "a"))
	write(t, filepath.Join(src, "a"), "apart now")
	again = 2000 // the others, when they are met while the parted name still shares their copy
	check("parted", 9, mustPass(t, c, Options{}))
	os.Remove(filepath.Join(dst, "b"))
	os.WriteFile(filepath.Join(dst, "b"), []byte("somebody else's"), 0o644)
	if n := mustPass(t, c, Options{}); n.Errors.Load() != 0 {
		t.Errorf("mended: %d errors", n.Errors.Load())
	}
	sameTrees(t, src, dst)
	if want, got := groups(t, src), groups(t, dst); got != want {
		t.Errorf("mended: the copy has %s, the source %s", got, want)
	}
}

// TestHardLinksRefused copies to a file system that has no links.
func TestHardLinksRefused(t *testing.T) {
	src, dst := pair(t)
	write(t, filepath.Join(src, "a"), "1")
	link(t, src, "a", "b")
	c := faulty(newCopier(t, src, dst), func(op, name string) error {
		if op == "link" {
			return &os.PathError{Op: op, Path: name, Err: syscall.EPERM}
		}
		return nil
	})
	if n := mustPass(t, c, Options{Create: true}); n.FilesSent.Load() != 2 {
		t.Errorf("%d files sent", n.FilesSent.Load())
	}
	sameTrees(t, src, dst)
	noTemps(t, dst)
	if n := mustPass(t, c, Options{}); n.FilesSent.Load() != 0 || n.Skipped.Load() != 2 {
		t.Errorf("again: %d sent, %d skipped", n.FilesSent.Load(), n.Skipped.Load())
	}
}

// TestHardLinksLive writes through one name while changes are applied one by one.
func TestHardLinksLive(t *testing.T) {
	src, dst := pair(t)
	write(t, filepath.Join(src, "a"), "1")
	link(t, src, "a", "d/b")
	c := newCopier(t, src, dst)
	mustPass(t, c, Options{Create: true})
	var n Counters
	l := c.NewLive(&n, c.Report, nil)
	asked := 0
	l.Incomplete = func() { asked++ }
	for i, step := range []struct {
		do    func()
		ch    Change
		asked int
	}{
		{func() { write(t, filepath.Join(src, "d/b"), "22") }, Change{Rel: "d/b", Content: true}, 0},
		{func() { write(t, filepath.Join(src, "a"), "333") }, Change{Rel: "a", Content: true}, 0},
		{func() { link(t, src, "a", "c") }, Change{Rel: "c", Content: true}, 0},
		{func() { write(t, filepath.Join(src, "c"), "4444") }, Change{Rel: "c", Content: true}, 0},
		{func() { os.Remove(filepath.Join(src, "a")) }, Change{Rel: "a", Gone: true}, 0},
		{func() { write(t, filepath.Join(src, "c"), fmt.Sprint(55555)) }, Change{Rel: "c", Content: true}, 0},
		{func() { link(t, src, "c", "../outside"); write(t, filepath.Join(src, "c"), "666666") }, Change{Rel: "c", Content: true}, 1},
		{func() { write(t, filepath.Join(src, "c"), "7777777") }, Change{Rel: "c", Content: true}, 1},
	} {
		step.do()
		if err := l.Apply(context.Background(), step.ch); err != nil {
			t.Fatal(err)
		}
		l.Flush()
		sameTrees(t, src, dst)
		if want, got := groups(t, src), groups(t, dst); got != want {
			t.Errorf("step %d: the copy has %s, the source %s", i, got, want)
		}
		if asked != step.asked {
			t.Errorf("step %d: asked for a pass %d times, want %d", i, asked, step.asked)
		}
	}
	noTemps(t, dst)
}
