//go:build unix

package handle

// This file does by system call what package os does not offer: unlink and rmdir apart, umask.

import (
	"io/fs"
	"os"
	"strings"
	"syscall"
)

func unlink(name string) error {
	return pathError("unlink", name, syscall.Unlink(name))
}

func rmdir(name string) error {
	return pathError("rmdir", name, syscall.Rmdir(name))
}

// rename follows rename(2): a directory may replace an empty one.
func rename(from, to string) error {
	if err := syscall.Rename(from, to); err != nil {
		return &os.LinkError{Op: "rename", Old: from, New: to, Err: err}
	}
	return nil
}

func pathError(op, name string, err error) error {
	if err == nil {
		return nil
	}
	return &fs.PathError{Op: op, Path: name, Err: err}
}

// processUmask reads the umask, which the system only tells when it is set.
func processUmask() int {
	m := syscall.Umask(0o077)
	syscall.Umask(m)
	return m
}

func resolve(dir, path string) string {
	if strings.HasSuffix(dir, "/") {
		return dir + path
	}
	return dir + "/" + path
}
