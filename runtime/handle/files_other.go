//go:build !unix

package handle

// This file does with package os what has no system call of its own.

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

func unlink(name string) error {
	if info, err := os.Lstat(name); err == nil && info.IsDir() {
		return &fs.PathError{Op: "unlink", Path: name, Err: syscall.EACCES}
	}
	return os.Remove(name)
}

func rmdir(name string) error {
	if info, err := os.Lstat(name); err == nil && !info.IsDir() {
		return &fs.PathError{Op: "rmdir", Path: name, Err: syscall.ENOTDIR}
	}
	return os.Remove(name)
}

func rename(from, to string) error { return os.Rename(from, to) }

func processUmask() int { return 0 }

// resolve also knows paths that begin at the root of the current drive.
func resolve(dir, path string) string {
	if strings.HasPrefix(path, "/") || strings.HasPrefix(path, `\`) {
		return filepath.VolumeName(dir) + path
	}
	return dir + string(filepath.Separator) + path
}
