package tree

// This file runs the same tests over the raw and the portable handles.

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

type opener func(volume, rel string, create bool) (Dir, error)

func both(t *testing.T, run func(t *testing.T, open opener, dir string)) {
	for name, open := range map[string]opener{"system": OpenPath, "portable": OpenPortable} {
		t.Run(name, func(t *testing.T) { run(t, open, t.TempDir()) })
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func mustOpen(t *testing.T, open opener, dir string) Dir {
	t.Helper()
	d, err := open(dir, "", false)
	must(t, err)
	t.Cleanup(func() { d.Close() })
	return d
}

func TestFiles(t *testing.T) {
	both(t, func(t *testing.T, open opener, dir string) {
		d := mustOpen(t, open, dir)
		f, err := d.Create("f", 0o600)
		must(t, err)
		if _, err := d.Create("f", 0o600); err == nil {
			t.Error("created twice")
		}
		_, err = f.Write([]byte("hello world"))
		must(t, err)
		_, err = f.WriteAt([]byte("J"), 0)
		must(t, err)
		p := make([]byte, 20)
		if n, err := f.ReadAt(p, 6); err != io.EOF || string(p[:n]) != "world" {
			t.Errorf("read %q, %v", p[:n], err)
		}
		if n, err := f.ReadAt(p[:3], 0); err != nil || string(p[:n]) != "Jel" {
			t.Errorf("read %q, %v", p[:n], err)
		}
		must(t, f.SetMode(0o640))
		must(t, f.Close())
		stamp := Stamp{-12345, 678000000}
		must(t, d.SetTimes("f", stamp))
		info, err := d.Stat("f")
		must(t, err)
		if info.Kind != Regular || info.Size != 11 || info.MTime != stamp || runtime.GOOS != "windows" && info.Perm != 0o640 {
			t.Errorf("info %+v", info)
		}
		must(t, d.Rename("f", "g"))
		if _, err := d.Stat("f"); !IsNotExist(err) {
			t.Errorf("after the rename: %v", err)
		}
		if err := d.Rmdir("g"); err == nil {
			t.Error("rmdir removed a file")
		}
		must(t, d.Remove("g"))
		if err := d.Remove("g"); !IsNotExist(err) {
			t.Errorf("removed twice: %v", err)
		}
	})
}

func TestFolders(t *testing.T) {
	both(t, func(t *testing.T, open opener, dir string) {
		d := mustOpen(t, open, dir)
		must(t, d.Mkdir("a", 0o755))
		if err := d.Mkdir("a", 0o755); !errors.Is(err, os.ErrExist) {
			t.Errorf("mkdir twice: %v", err)
		}
		a, err := d.Sub("a")
		must(t, err)
		must(t, a.Mkdir("b", 0o755))
		must(t, a.Close())
		b, err := d.Sub("a/b")
		must(t, err)
		f, err := b.Create("f", 0o644)
		must(t, err)
		f.Close()
		for range 2 {
			stopped := 0
			must(t, d.Each(func(Entry) bool { stopped++; return false }))
			if stopped != 1 {
				t.Errorf("visited %d", stopped)
			}
			list, err := List(b)
			if err != nil || len(list) != 1 || list[0].Name != "f" || list[0].Kind != Regular {
				t.Errorf("list %v, %v", list, err)
			}
		}
		if err := d.Remove("a"); err == nil {
			t.Error("remove removed a folder")
		}
		if err := d.Rmdir("a"); !IsNotEmpty(err) {
			t.Errorf("rmdir of a full folder: %v", err)
		}
		if _, err := d.Sub("a/b/f"); !IsWrongKind(err) {
			t.Errorf("a file as a folder: %v", err)
		}
		if _, err := d.Sub("a/x"); !IsNotExist(err) {
			t.Errorf("a missing folder: %v", err)
		}
		must(t, b.SetTimes(".", Stamp{5, 0}))
		if info, err := d.Stat("a/b"); err == nil && info.MTime.Sec != 5 {
			t.Errorf("times of itself: %+v", info)
		}
		b.Close()
		must(t, d.Sync())
	})
}

// TestEscapes tries every way out of a folder.
func TestEscapes(t *testing.T) {
	if runtime.GOOS == "windows" {
		return
	}
	both(t, func(t *testing.T, open opener, dir string) {
		out := t.TempDir()
		must(t, os.WriteFile(filepath.Join(out, "victim"), []byte("v"), 0o644))
		must(t, os.Mkdir(filepath.Join(dir, "in"), 0o755))
		must(t, os.Symlink(out, filepath.Join(dir, "link")))
		must(t, os.Symlink(filepath.Join(out, "victim"), filepath.Join(dir, "file")))
		must(t, os.Symlink("in", filepath.Join(dir, "inner")))
		d := mustOpen(t, open, dir)
		for _, rel := range []string{"link", "inner", "..", "in/..", "in/../../" + filepath.Base(out), "in/../link"} {
			if s, err := d.Sub(rel); err == nil && rel != "in/.." {
				s.Close()
				t.Errorf("Sub(%q) succeeded", rel)
			} else if err == nil {
				s.Close()
			}
		}
		if _, err := d.Open("file"); err == nil {
			t.Error("opened through a link")
		}
		if _, err := d.Create("file", 0o644); err == nil {
			t.Error("created through a link")
		}
		_ = d.SetMode("file", 0o777)
		_ = d.SetTimes("file", Stamp{1, 0})
		info, err := os.Stat(filepath.Join(out, "victim"))
		if err != nil || info.Mode().Perm() != 0o644 || info.ModTime().Unix() == 1 {
			t.Errorf("the victim changed: %v %v", info, err)
		}
		if _, err := open(dir, "link", true); err == nil {
			t.Error("opened the root through a link that leads out")
		}
		if _, err := open(dir, "link/below", true); err == nil {
			t.Error("made a folder through a link that leads out")
		}
		inner, err := open(dir, "inner/new", true)
		must(t, err)
		inner.Close()
		if _, err := os.Stat(filepath.Join(dir, "in/new")); err != nil {
			t.Errorf("a link that stays within: %v", err)
		}
		if list, _ := os.ReadDir(out); len(list) != 1 {
			t.Errorf("outside: %v", list)
		}
	})
}

func TestLinks(t *testing.T) {
	if runtime.GOOS == "windows" {
		return
	}
	both(t, func(t *testing.T, open opener, dir string) {
		d := mustOpen(t, open, dir)
		text := strings.Repeat("long/", 300) + "\xff"
		must(t, d.Symlink(text, "l"))
		if got, err := d.Readlink("l"); err != nil || got != text {
			t.Errorf("%q, %v", got, err)
		}
		if info, err := d.Stat("l"); err != nil || info.Kind != Link {
			t.Errorf("%+v, %v", info, err)
		}
		must(t, d.Remove("l"))
	})
}

func TestNames(t *testing.T) {
	if runtime.GOOS != "linux" {
		return
	}
	both(t, func(t *testing.T, open opener, dir string) {
		d := mustOpen(t, open, dir)
		names := []string{"-rf", " ", "new\nline", "\xff\xfe", "...", `a\b`, strings.Repeat("x", 255)}
		for i := range 3000 {
			names = append(names, strings.Repeat("n", i%200+10)+string(rune('a'+i%26))+strings.Repeat("m", i/200))
		}
		slices.Sort(names)
		names = slices.Compact(names)
		for _, n := range names {
			f, err := d.Create(n, 0o644)
			must(t, err)
			f.Close()
		}
		list, err := List(d)
		must(t, err)
		var got []string
		for _, e := range list {
			got = append(got, e.Name)
		}
		slices.Sort(got)
		if !slices.Equal(got, names) {
			t.Errorf("%d names, want %d", len(got), len(names))
		}
	})
}

func TestDeep(t *testing.T) {
	if runtime.GOOS != "linux" {
		return
	}
	d := mustOpen(t, OpenPath, t.TempDir())
	name, rel := strings.Repeat("d", 200), ""
	cur := d
	for range 40 { // 8,000 bytes of path
		must(t, cur.Mkdir(name, 0o755))
		next, err := cur.Sub(name)
		must(t, err)
		defer next.Close()
		cur, rel = next, rel+"/"+name
	}
	f, err := cur.Create("f", 0o644)
	must(t, err)
	f.Close()
	end, err := d.Sub(rel[1:])
	must(t, err)
	defer end.Close()
	if _, err := end.Stat("f"); err != nil {
		t.Error(err)
	}
}

func TestCopy(t *testing.T) {
	both(t, func(t *testing.T, open opener, dir string) {
		d := mustOpen(t, open, dir)
		for _, size := range []int{0, 1, 4096, 4097, 3 << 20} {
			want := bytes.Repeat([]byte("0123456789abcdef"), size/16+1)[:size]
			must(t, os.WriteFile(filepath.Join(dir, "src"), want, 0o644))
			for _, n := range []int64{int64(size), int64(size) / 2, int64(size) + 100} {
				_ = d.Remove("dst")
				src, err := d.Open("src")
				must(t, err)
				dst, err := d.Create("dst", 0o644)
				must(t, err)
				var stepped int64
				done, err := Copy(dst, src, n, make([]byte, 4096), func(n int) error { stepped += int64(n); return nil })
				expect := want[:min(n, int64(size))]
				got, _ := os.ReadFile(filepath.Join(dir, "dst"))
				if err != nil || done != int64(len(expect)) || stepped != done || !bytes.Equal(got, expect) {
					t.Errorf("%d of %d: copied %d, stepped %d, %v", n, size, done, stepped, err)
				}
				src.Close()
				dst.Close()
			}
		}
		stop := errors.New("stop")
		_ = d.Remove("dst")
		src, _ := d.Open("src")
		dst, _ := d.Create("dst", 0o644)
		if _, err := Copy(dst, src, 3<<20, make([]byte, 4096), func(int) error { return stop }); err != stop {
			t.Errorf("stopping: %v", err)
		}
		Clone(dst, src) // whatever it says, it must not fail
		src.Close()
		dst.Close()
	})
}

func TestFifo(t *testing.T) {
	if runtime.GOOS != "linux" {
		return
	}
	both(t, func(t *testing.T, open opener, dir string) {
		mkfifo(t, filepath.Join(dir, "p"))
		d := mustOpen(t, open, dir)
		done := make(chan struct{})
		go func() {
			defer close(done)
			if f, err := d.Open("p"); err == nil {
				if info, _ := f.Stat(); info.Kind == Regular {
					t.Error("a fifo is taken for a file")
				}
				f.Close()
			}
		}()
		select {
		case <-done:
		case <-time.After(10 * time.Second):
			t.Fatal("opening a fifo blocks")
		}
		if info, err := d.Stat("p"); err != nil || info.Kind != Special {
			t.Errorf("%+v, %v", info, err)
		}
	})
}

func TestStamp(t *testing.T) {
	a, b := Stamp{5, 999999999}, Stamp{6, 0}
	if !b.After(a) || a.After(b) || a.After(a) || !a.Near(b, 2) || a.Near(b, 1) || !a.Near(a, 0) ||
		(Stamp{1 << 40, 0}).Near(Stamp{-1 << 40, 0}, time.Hour) || StampOf(a.Time()) != a || StampOf(time.Unix(-1, 5)) != (Stamp{-1, 5}) {
		t.Error("order of stamps")
	}
}

func TestErrors(t *testing.T) {
	for _, tt := range []struct {
		is   func(error) bool
		errs []error
	}{
		{IsFull, []error{syscall.ENOSPC, pathError("x", "y", syscall.ENOSPC)}},
		{IsNotExist, []error{syscall.ENOENT}},
		{IsUnsupported, []error{syscall.EPERM, errors.ErrUnsupported}},
	} {
		for _, err := range tt.errs {
			if runtime.GOOS != "windows" && !tt.is(err) {
				t.Errorf("%v is not recognized", err)
			}
		}
		if tt.is(nil) || tt.is(io.EOF) {
			t.Error("something else is recognized")
		}
	}
	if pathError("x", "y", nil) != nil || Link.String() != "symbolic link" || Kind(99).String() == "" {
		t.Error("texts")
	}
}
