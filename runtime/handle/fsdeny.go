package handle

// This file defines file systems that allow less: reading only, or nothing.

import (
	"io/fs"
	"os"
	"time"
)

// ReadOnly returns a file system that lets f be looked at and refuses every change with a *ForbiddenError.
func ReadOnly(f FS) FS { return restricted{f, true} }

// Forbidden returns a file system that refuses everything with a *ForbiddenError.
func Forbidden() FS { return restricted{nil, false} }

type restricted struct {
	f    FS
	read bool
}

func (r restricted) deny(op, name string) error { return &ForbiddenError{Op: op, What: name} }

func (r restricted) Open(name string, flag int, perm fs.FileMode) (File, error) {
	if !r.read || flag&(os.O_WRONLY|os.O_RDWR|os.O_CREATE|os.O_TRUNC|os.O_APPEND) != 0 {
		return nil, r.deny("open", name)
	}
	return r.f.Open(name, flag, perm)
}

func (r restricted) Stat(name string) (fs.FileInfo, error) {
	if !r.read {
		return nil, r.deny("stat", name)
	}
	return r.f.Stat(name)
}

func (r restricted) Lstat(name string) (fs.FileInfo, error) {
	if !r.read {
		return nil, r.deny("lstat", name)
	}
	return r.f.Lstat(name)
}

func (r restricted) ReadDirNames(name string) ([]string, error) {
	if !r.read {
		return nil, r.deny("opendir", name)
	}
	return r.f.ReadDirNames(name)
}

func (r restricted) Readlink(name string) (string, error) {
	if !r.read {
		return "", r.deny("readlink", name)
	}
	return r.f.Readlink(name)
}

func (r restricted) Unlink(name string) error                 { return r.deny("unlink", name) }
func (r restricted) Rmdir(name string) error                  { return r.deny("rmdir", name) }
func (r restricted) Mkdir(name string, _ fs.FileMode) error   { return r.deny("mkdir", name) }
func (r restricted) Rename(from, _ string) error              { return r.deny("rename", from) }
func (r restricted) Link(from, _ string) error                { return r.deny("link", from) }
func (r restricted) Symlink(_, name string) error             { return r.deny("symlink", name) }
func (r restricted) Chmod(name string, _ fs.FileMode) error   { return r.deny("chmod", name) }
func (r restricted) Chown(name string, _, _ int) error        { return r.deny("chown", name) }
func (r restricted) Utimes(name string, _, _ time.Time) error { return r.deny("utime", name) }
func (r restricted) Truncate(name string, _ int64) error      { return r.deny("truncate", name) }
