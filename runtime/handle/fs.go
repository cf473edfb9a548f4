package handle

// This file defines FS, the file system below a Set, and the system's own.

import (
	"io/fs"
	"os"
	"time"
)

// An FS is the file system that a script sees. An embedding program can give a Set another one, or wrap OS(). Names
// are absolute, or relative to the process's working directory if the set was never given one.
type FS interface {
	// Open opens a file with the flags of package os.
	Open(name string, flag int, perm fs.FileMode) (File, error)
	Stat(name string) (fs.FileInfo, error)
	Lstat(name string) (fs.FileInfo, error)
	// ReadDirNames returns the names in a directory, without "." and "..", in no particular order.
	ReadDirNames(name string) ([]string, error)
	// Unlink removes a file, Rmdir an empty directory.
	Unlink(name string) error
	Rmdir(name string) error
	Mkdir(name string, perm fs.FileMode) error
	Rename(from, to string) error
	Link(from, to string) error
	Symlink(target, name string) error
	Readlink(name string) (string, error)
	Chmod(name string, mode fs.FileMode) error
	Chown(name string, uid, gid int) error
	Utimes(name string, atime, mtime time.Time) error
	Truncate(name string, size int64) error
}

// OS returns the system's files.
func OS() FS { return osFS{} }

type osFS struct{}

func (osFS) Open(name string, flag int, perm fs.FileMode) (File, error) {
	f, err := os.OpenFile(name, flag, perm)
	if err != nil {
		return nil, err
	}
	return f, nil
}

func (osFS) Stat(name string) (fs.FileInfo, error)  { return os.Stat(name) }
func (osFS) Lstat(name string) (fs.FileInfo, error) { return os.Lstat(name) }

func (osFS) ReadDirNames(name string) ([]string, error) {
	d, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	names, err := d.Readdirnames(-1)
	if cerr := d.Close(); err == nil {
		err = cerr
	}
	return names, err
}

func (osFS) Unlink(name string) error                  { return unlink(name) }
func (osFS) Rmdir(name string) error                   { return rmdir(name) }
func (osFS) Mkdir(name string, perm fs.FileMode) error { return os.Mkdir(name, perm) }
func (osFS) Rename(from, to string) error              { return rename(from, to) }
func (osFS) Link(from, to string) error                { return os.Link(from, to) }
func (osFS) Symlink(target, name string) error         { return os.Symlink(target, name) }
func (osFS) Readlink(name string) (string, error)      { return os.Readlink(name) }
func (osFS) Chmod(name string, mode fs.FileMode) error { return os.Chmod(name, mode) }
func (osFS) Chown(name string, uid, gid int) error     { return os.Chown(name, uid, gid) }
func (osFS) Utimes(name string, atime, mtime time.Time) error {
	return os.Chtimes(name, atime, mtime)
}
func (osFS) Truncate(name string, size int64) error { return os.Truncate(name, size) }
