package handle

// This file tests files by name: the working directory, every operation, directories, refusing file systems.

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"testing"
	"time"

	"github.com/smrscript/smrscript/runtime/value"
)

func TestChdir(t *testing.T) {
	before, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	w := newWorld(t, "")
	if err := errors.Join(os.MkdirAll(w.path("a/b"), 0o755), os.Symlink("a/b", w.path("link"))); err != nil {
		t.Fatal(err)
	}
	w.put("a/b/f", "deep")
	w.put("file", "")
	real, _ := filepath.EvalSymlinks(w.dir)
	steps := []struct{ to, dir, code string }{
		{"a", "a", ""}, {"b", "a/b", ""}, {"..", "a", ""}, {"nope", "a", "ENOENT"}, {"../file", "a", "ENOTDIR"},
		{"", "a", "ENOENT"}, {w.path("link"), "a/b", ""}, {"../..", "", ""}, {"link/..", "a", ""},
	}
	for _, st := range steps {
		err := w.Chdir(st.to)
		if st.code == "" && err != nil || st.code != "" && !isCode(err, st.code) {
			t.Errorf("chdir %q: %v, want %s", st.to, err, st.code)
		}
		if dir, err := w.Dir(); dir != filepath.Join(real, st.dir) || err != nil {
			t.Errorf("after %q in %s", st.to, dir)
		}
	}
	if err := w.Chdir("b"); err != nil {
		t.Fatal(err)
	}
	if got, _, _ := w.open("<", "f").slurp(); got != "deep" {
		t.Errorf("relative to the new directory: %q", got)
	}
	if got, _ := w.Glob("*"); !reflect.DeepEqual(got, []string{"f"}) {
		t.Errorf("glob: %q", got)
	}
	if now, _ := os.Getwd(); now != before {
		t.Errorf("the process went to %s", now)
	}
}

func TestProcessDirectory(t *testing.T) {
	s := NewSet(Config{})
	wd, _ := os.Getwd()
	if dir, err := s.Dir(); dir != wd || err != nil {
		t.Errorf("%s, %v", dir, err)
	}
	if s.Path("x") != "x" {
		t.Errorf("a set without a directory of its own rewrites names: %s", s.Path("x"))
	}
	if err := s.Chdir(".."); err != nil {
		t.Fatal(err)
	}
	if dir, _ := s.Dir(); dir != filepath.Dir(wd) {
		t.Errorf("%s", dir)
	}
	r := NewSet(Config{Dir: "."})
	if dir, _ := r.Dir(); dir != wd {
		t.Errorf("a relative Dir is %s", dir)
	}
}

func TestFileOperations(t *testing.T) {
	w := newWorld(t, "")
	w.put("f", "12345")
	ok := func(what string, err error) {
		t.Helper()
		if err != nil {
			t.Errorf("%s: %v", what, err)
		}
	}
	fails := func(what string, err error, code string) {
		t.Helper()
		if !isCode(err, code) {
			t.Errorf("%s: %v, want %s", what, err, code)
		}
	}
	ok("mkdir", w.Mkdir("d", 0o777))
	fails("mkdir", w.Mkdir("d", 0o777), "EEXIST")
	fails("mkdir", w.Mkdir("x/y", 0o777), "ENOENT")
	fails("mkdir", w.Mkdir("", 0o777), "ENOENT")
	ok("rename", w.Rename("f", "d/g"))
	fails("rename", w.Rename("f", "d/g"), "ENOENT")
	fails("rename", w.Rename("d/g", ""), "ENOENT")
	fails("rmdir", w.Rmdir("d"), "ENOTEMPTY")
	fails("rmdir", w.Rmdir("d/g"), "ENOTDIR")
	ok("link", w.Link("d/g", "hard"))
	fails("link", w.Link("d/g", "hard"), "EEXIST")
	ok("symlink", w.Symlink("d/g", "soft"))
	if to, err := w.Readlink("soft"); to != "d/g" || err != nil {
		t.Errorf("readlink: %q, %v", to, err)
	}
	_, err := w.Readlink("hard")
	fails("readlink", err, "EINVAL")
	_, err = w.Readlink("")
	fails("readlink", err, "ENOENT")
	ok("truncate", w.Truncate("hard", 2))
	fails("truncate", w.Truncate("hard", -1), "EINVAL")
	if w.get("d/g") != "12" {
		t.Error(w.get("d/g"))
	}
	ok("chmod", w.Chmod("hard", 0o4640))
	then := time.Unix(1_000_000_000, 0)
	ok("utime", w.Utimes("hard", then, then.Add(time.Hour)))
	st, err := w.Stat("soft")
	ok("stat", err)
	if st.Mode != 0o104640 || st.Nlink != 2 || st.Size != 2 || !st.Mtime.Equal(then.Add(time.Hour)) || !st.Atime.Equal(then) {
		t.Errorf("%+v", st)
	}
	if l, err := w.Lstat("soft"); err != nil || l.Mode&typeMask != typeLink {
		t.Errorf("%+v, %v", l, err)
	}
	ok("utime now", w.Utimes("hard", time.Time{}, time.Time{}))
	if st, _ = w.Stat("hard"); time.Since(st.Mtime) > time.Minute {
		t.Errorf("mtime %v", st.Mtime)
	}
	ok("chown", w.Chown("hard", os.Getuid(), -1))
	ok("unlink", w.Unlink("soft"))
	fails("unlink", w.Unlink("soft"), "ENOENT")
	fails("unlink", w.Unlink(""), "ENOENT")
	if runtime.GOOS == "linux" {
		fails("unlink of a directory", w.Unlink("d"), "EISDIR")
	}
	_, err = w.Stat("nope")
	fails("stat", err, "ENOENT")
	_, err = w.Stat("")
	fails("stat", err, "ENOENT")
	_, err = w.Stat("hard\x00")
	fails("stat", err, "ENOENT")
	ok("unlink", w.Unlink("d/g"))
	ok("rmdir", w.Rmdir("d"))
}

func TestUmask(t *testing.T) {
	w := newWorld(t, "")
	process := w.Umask(-1)
	if old := w.Umask(0o027); old != process {
		t.Errorf("umask was %o, then %o", process, old)
	}
	w.put("there", "")
	if err := os.Chmod(w.path("there"), 0o666); err != nil {
		t.Fatal(err)
	}
	closeOK(t, w.open(">", "new"))
	closeOK(t, w.open(">", "there"))
	if err := w.Mkdir("dir", 0o777); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]uint32{"new": 0o640, "there": 0o666, "dir": 0o750} {
		if st, err := w.Stat(name); err != nil || st.Mode&0o777 != want {
			t.Errorf("%s has %o, %v", name, st.Mode, err)
		}
	}
	if _, err := w.Sysopen("new", os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o666); !isCode(err, "EEXIST") {
		t.Errorf("O_EXCL under a umask: %v", err)
	}
	if old := w.Umask(0); old != 0o027 {
		t.Errorf("umask was %o", old)
	}
	if _, err := w.Sysopen("open", os.O_CREATE|os.O_WRONLY, 0o777); err != nil {
		t.Fatal(err)
	}
	if st, _ := w.Stat("open"); st.Mode&0o777 != 0o777 {
		t.Errorf("open has %o", st.Mode)
	}
	if n := NewSet(Config{}).Umask(-1); n != process {
		t.Errorf("the process's umask is now %o", n)
	}
}

func TestDirectories(t *testing.T) {
	w := newWorld(t, "")
	for _, n := range []string{"a", "b", "c"} {
		w.put(n, "")
	}
	d, err := w.Opendir(".")
	if err != nil {
		t.Fatal(err)
	}
	first, _ := d.Read()
	second, _ := d.Read()
	if first != "." || second != ".." {
		t.Errorf("begins with %q %q", first, second)
	}
	at := d.Tell()
	rest := d.ReadAll()
	if got := slices.Sorted(slices.Values(rest)); !reflect.DeepEqual(got, []string{"a", "b", "c"}) {
		t.Errorf("%q", got)
	}
	if n, ok := d.Read(); ok || len(d.ReadAll()) != 0 {
		t.Errorf("after the end: %q", n)
	}
	d.Seek(at)
	if n, _ := d.Read(); n != rest[0] {
		t.Errorf("after seekdir %q, want %q", n, rest[0])
	}
	for _, pos := range []int{-5, 1 << 30} {
		d.Seek(pos)
		d.Read()
	}
	w.put("new", "")
	if err := d.Rewind(); err != nil || len(d.ReadAll()) != 6 {
		t.Errorf("rewinddir: %v", err)
	}
	if !d.IsOpen() || d.Close() != nil || d.IsOpen() {
		t.Error("closedir")
	}
	if _, ok := d.Read(); ok || !isCode(d.Close(), "EBADF") || !isCode(d.Rewind(), "EBADF") {
		t.Error("a closed directory")
	}
	for path, code := range map[string]string{"a": "ENOTDIR", "nope": "ENOENT", "": "ENOENT"} {
		if _, err := w.Opendir(path); !isCode(err, code) {
			t.Errorf("opendir %q: %v", path, err)
		}
	}
}

func TestRestrictedFileSystems(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "f"), []byte("x"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("f", filepath.Join(dir, "l")); err != nil {
		t.Fatal(err)
	}
	for name, fsys := range map[string]FS{"read only": ReadOnly(OS()), "forbidden": Forbidden()} {
		s := NewSet(Config{FS: fsys, Dir: dir})
		looks := map[string]error{}
		_, looks["open"] = s.OpenFile("<", "f")
		_, looks["stat"] = s.Stat("f")
		_, looks["lstat"] = s.Lstat("f")
		_, looks["opendir"] = s.Opendir(".")
		_, looks["readlink"] = s.Readlink("l")
		_, looks["text"] = s.TestText('T', "f")
		_, looks["readdir"] = fsys.ReadDirNames(dir)
		looks["chdir"] = s.Chdir(".")
		changes := map[string]error{
			"unlink": s.Unlink("f"), "rmdir": s.Rmdir("f"), "mkdir": s.Mkdir("d", 0o777), "rename": s.Rename("f", "g"),
			"link": s.Link("f", "g"), "symlink": s.Symlink("f", "g"), "chmod": s.Chmod("f", 0), "chown": s.Chown("f", 0, 0),
			"utime": s.Utimes("f", time.Now(), time.Now()), "truncate": s.Truncate("f", 0),
		}
		for _, mode := range []string{">", ">>", "+<", "+>"} {
			_, changes[mode] = s.OpenFile(mode, "f")
		}
		_, changes["temporary"] = s.OpenTemp("+>")
		if name == "read only" {
			for what, err := range looks {
				if err != nil {
					t.Errorf("%s: %s: %v", name, what, err)
				}
			}
		} else {
			for what, err := range looks {
				changes[what] = err
			}
		}
		for what, err := range changes {
			var fe *ForbiddenError
			if !errors.As(err, &fe) || !errors.Is(err, fs.ErrPermission) {
				t.Errorf("%s: %s: %v", name, what, err)
			}
		}
		if got, _ := s.Glob("*"); (len(got) == 2) != (name == "read only") {
			t.Errorf("%s: glob %q", name, got)
		}
	}
	if b, _ := os.ReadFile(filepath.Join(dir, "f")); string(b) != "x" {
		t.Error("the file was changed")
	}
}

// A file system of the host's own: files that are nothing of the system's.
type toyFS struct {
	FS
	files map[string]*value.Scalar
}

func (f toyFS) Open(name string, flag int, _ fs.FileMode) (File, error) {
	v := f.files[filepath.Base(name)]
	if v == nil {
		if flag&os.O_CREATE == 0 {
			return nil, fs.ErrNotExist
		}
		v = value.NewScalar(value.Undef)
		f.files[filepath.Base(name)] = v
	}
	return &toyFile{memoryFile{s: v, appends: flag&os.O_APPEND != 0}}, nil
}

type toyFile struct{ memoryFile }

func TestOwnFileSystem(t *testing.T) {
	toy := toyFS{Forbidden(), map[string]*value.Scalar{}}
	s := NewSet(Config{FS: toy, Dir: "/anywhere"})
	h, err := s.OpenFile(">", "f")
	if err != nil {
		t.Fatal(err)
	}
	write(t, h, "data\n", false)
	if h.IsTerminal() || h.Fileno() != 3 {
		t.Error("a file of the host's looks like the system's")
	}
	if _, err := h.Stat(); err == nil {
		t.Error("stat of a file without one")
	}
	if err := h.Chmod(0); !isCode(err, "EINVAL") {
		t.Errorf("chmod: %v", err)
	}
	closeOK(t, h)
	r, err := s.OpenFile("<", "f")
	if err != nil {
		t.Fatal(err)
	}
	if got, _, _ := r.slurp(); got != "data\n" {
		t.Errorf("%q", got)
	}
	if _, err := s.OpenFile("<", "nope"); !isCode(err, "ENOENT") {
		t.Error(err)
	}
	if runtime.GOOS == "windows" {
		return
	}
	if err := s.Reopen(s.Stdout, ">", value.Str("out")); err != nil {
		t.Fatal(err)
	}
	s.dir = ""
	if _, err := s.Run(nil, Command{Line: "echo child"}, Stdio{}); err != nil || toy.files["out"].V.String() != "child\n" {
		t.Errorf("%v, %q", err, toy.files["out"].V.String())
	}
}
