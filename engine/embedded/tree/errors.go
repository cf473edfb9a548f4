package tree

// This file classifies system errors.

import (
	"errors"
	"runtime"
	"syscall"
)

// IsFull reports whether the file system can take no more data at all, so that
// trying other files is pointless.
func IsFull(err error) bool {
	if runtime.GOOS == "windows" {
		return IsNoRoom(err)
	}
	return IsNoRoom(err) || errors.Is(err, syscall.EROFS)
}

// IsNoRoom reports whether a file system or a quota is full: deleting something would help.
func IsNoRoom(err error) bool {
	const windowsDiskFull, windowsHandleDiskFull = syscall.Errno(112), syscall.Errno(39)
	if runtime.GOOS == "windows" {
		return errors.Is(err, windowsDiskFull) || errors.Is(err, windowsHandleDiskFull)
	}
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, errQuota)
}

// IsUnsupported reports whether a file system refused owners or permissions
// because it has none.
func IsUnsupported(err error) bool {
	return errors.Is(err, errors.ErrUnsupported) || errors.Is(err, syscall.EPERM) || errors.Is(err, syscall.EINVAL)
}

// IsNotEmpty reports whether a folder could not be removed because it has entries.
func IsNotEmpty(err error) bool {
	return errors.Is(err, syscall.ENOTEMPTY) || errors.Is(err, syscall.EEXIST)
}
