package handle

// This file tests the adapter for file systems of package fs.

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"slices"
	"syscall"
	"testing"
	"testing/fstest"
	"time"
)

func TestFromFS(t *testing.T) {
	f := FromFS(fstest.MapFS{"a/one": {Data: []byte("hello"), Mode: 0o444}, "a/b/two": {Data: []byte("x")}, "top": {}})
	for name, want := range map[string]string{"/a/one": "hello", "a/one": "hello", "/a/../a/./one": "hello", "/../../a/one": "hello", "//a//one": "hello"} {
		file, err := f.Open(name, os.O_RDONLY, 0)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		text, err := io.ReadAll(file)
		if err != nil || string(text) != want {
			t.Errorf("%s: %q, %v", name, text, err)
		}
		if n, err := file.Seek(1, io.SeekStart); n != 1 || err != nil {
			t.Errorf("seek: %d, %v", n, err)
		}
		if _, err := file.Write([]byte("x")); !errors.Is(err, syscall.EBADF) {
			t.Errorf("write: %v", err)
		}
		if err := file.Close(); err != nil {
			t.Error(err)
		}
	}
	if names, err := f.ReadDirNames("/a"); err != nil || !slices.Equal(slices.Sorted(slices.Values(names)), []string{"b", "one"}) {
		t.Errorf("%v, %v", names, err)
	}
	if info, err := f.Stat("/"); err != nil || !info.IsDir() {
		t.Errorf("the root: %v", err)
	}
	if info, err := f.Lstat("/a/one"); err != nil || info.Size() != 5 {
		t.Errorf("%v", err)
	}
}

func TestFromFSErrors(t *testing.T) {
	f := FromFS(fstest.MapFS{"a/one": {}})
	for what, err := range map[string]error{"open": second(f.Open("/none", os.O_RDONLY, 0)), "stat": second(f.Stat("/none")), "lstat": second(f.Lstat("/a/none")), "opendir": second(f.ReadDirNames("/none"))} {
		if !errors.Is(err, syscall.ENOENT) {
			t.Errorf("%s: %v", what, err)
		}
	}
	if _, err := f.Open("/a", os.O_RDONLY, 0); !errors.Is(err, syscall.EISDIR) {
		t.Errorf("a folder: %v", err)
	}
	now := time.Now()
	for what, err := range map[string]error{
		"write": second(f.Open("/a/one", os.O_WRONLY, 0)), "create": second(f.Open("/new", os.O_CREATE|os.O_RDWR, 0o600)), "append": second(f.Open("/a/one", os.O_APPEND|os.O_WRONLY, 0)),
		"unlink": f.Unlink("/a/one"), "rmdir": f.Rmdir("/a"), "mkdir": f.Mkdir("/b", 0o700), "rename": f.Rename("/a/one", "/x"), "link": f.Link("/a/one", "/x"), "symlink": f.Symlink("/a/one", "/x"),
		"chmod": f.Chmod("/a/one", 0), "chown": f.Chown("/a/one", 0, 0), "utime": f.Utimes("/a/one", now, now), "truncate": f.Truncate("/a/one", 0),
	} {
		var refused *ForbiddenError
		if !errors.As(err, &refused) {
			t.Errorf("%s: %v", what, err)
		}
	}
	if err := systemic("open", "x", fs.ErrPermission); !errors.Is(err, syscall.EACCES) {
		t.Error(err)
	}
	if other := errors.New("other"); systemic("open", "x", other) != other {
		t.Error("an unknown error was changed")
	}
}

func second[T any](_ T, err error) error { return err }

func TestRemoveAll(t *testing.T) {
	r := Rehearse(FromFS(fstest.MapFS{"keep/x": {}}), 1000)
	s := NewSet(Config{FS: r, Dir: "/"})
	for _, dir := range []string{"/t", "/t/a", "/t/a/b"} {
		if err := s.Mkdir(dir, 0o777); err != nil {
			t.Fatal(err)
		}
	}
	h, err := s.OpenFile(">", "/t/a/file")
	if err != nil {
		t.Fatal(err)
	}
	h.Close()
	if err := s.RemoveAll("/t"); err != nil {
		t.Error(err)
	}
	if _, err := s.Stat("/t"); !errors.Is(err, syscall.ENOENT) {
		t.Errorf("it is still there: %v", err)
	}
	if _, err := s.Stat("/keep/x"); err != nil {
		t.Error(err)
	}
	if err := s.RemoveAll(""); err == nil {
		t.Error("an empty name was removed")
	}
}
