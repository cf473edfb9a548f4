package handle

// This file makes a file system of an fs.FS: read only, with "/" as its root, and nothing else of the system in reach.

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"strings"
	"syscall"
	"time"
)

// FromFS returns a file system that shows the files of f under "/". A Set that works with it needs "/" as its Dir. Every change is
// refused with a *ForbiddenError.
func FromFS(f fs.FS) FS { return adapted{f} }

type adapted struct{ f fs.FS }

// name is how an fs.FS calls a file. Going up from the root stays there, as it does in a file system.
func (adapted) name(name string) string {
	name = strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, "\\", "/")), "/")
	if name == "" {
		return "."
	}
	return name
}

func (a adapted) Open(name string, flag int, _ fs.FileMode) (File, error) {
	if flag&(os.O_WRONLY|os.O_RDWR|os.O_CREATE|os.O_TRUNC|os.O_APPEND) != 0 {
		return nil, &ForbiddenError{Op: "open", What: name}
	}
	f, err := a.f.Open(a.name(name))
	if err != nil {
		return nil, systemic("open", name, err)
	}
	info, err := f.Stat()
	if err == nil && info.IsDir() {
		err = &fs.PathError{Op: "open", Path: name, Err: syscall.EISDIR}
	}
	if err != nil {
		f.Close()
		return nil, err
	}
	return &adaptedFile{File: f, name: name}, nil
}

func (a adapted) Stat(name string) (fs.FileInfo, error) {
	info, err := fs.Stat(a.f, a.name(name))
	return info, systemic("stat", name, err)
}

func (a adapted) Lstat(name string) (fs.FileInfo, error) {
	info, err := fs.Lstat(a.f, a.name(name))
	return info, systemic("lstat", name, err)
}

// systemic gives the errors of package fs the numbers that scripts find in $!.
func systemic(op, name string, err error) error {
	var errno syscall.Errno
	if err == nil || errors.As(err, &errno) {
		return err
	}
	for _, known := range []struct {
		err   error
		errno syscall.Errno
	}{{fs.ErrNotExist, syscall.ENOENT}, {fs.ErrInvalid, syscall.ENOENT}, {fs.ErrPermission, syscall.EACCES}, {fs.ErrExist, syscall.EEXIST}} {
		if errors.Is(err, known.err) {
			return &fs.PathError{Op: op, Path: name, Err: known.errno}
		}
	}
	return err
}

func (a adapted) ReadDirNames(name string) ([]string, error) {
	list, err := fs.ReadDir(a.f, a.name(name))
	names := make([]string, len(list))
	for i, e := range list {
		names[i] = e.Name()
	}
	return names, systemic("opendir", name, err)
}

func (a adapted) Readlink(name string) (string, error) {
	target, err := fs.ReadLink(a.f, a.name(name))
	return target, systemic("readlink", name, err)
}

func (a adapted) Unlink(name string) error                  { return restricted{}.Unlink(name) }
func (a adapted) Rmdir(name string) error                   { return restricted{}.Rmdir(name) }
func (a adapted) Mkdir(name string, perm fs.FileMode) error { return restricted{}.Mkdir(name, perm) }
func (a adapted) Rename(from, to string) error              { return restricted{}.Rename(from, to) }
func (a adapted) Link(from, to string) error                { return restricted{}.Link(from, to) }
func (a adapted) Symlink(target, name string) error         { return restricted{}.Symlink(target, name) }
func (a adapted) Chmod(name string, m fs.FileMode) error    { return restricted{}.Chmod(name, m) }
func (a adapted) Chown(name string, uid, gid int) error     { return restricted{}.Chown(name, uid, gid) }
func (a adapted) Utimes(name string, x, m time.Time) error  { return restricted{}.Utimes(name, x, m) }
func (a adapted) Truncate(name string, size int64) error    { return restricted{}.Truncate(name, size) }

// adaptedFile is an open file of an fs.FS.
type adaptedFile struct {
	fs.File
	name string
}

func (f *adaptedFile) Write([]byte) (int, error) {
	return 0, &fs.PathError{Op: "write", Path: f.name, Err: syscall.EBADF}
}

func (f *adaptedFile) Seek(offset int64, whence int) (int64, error) {
	if s, ok := f.File.(io.Seeker); ok {
		return s.Seek(offset, whence)
	}
	return 0, &fs.PathError{Op: "seek", Path: f.name, Err: syscall.ESPIPE}
}
