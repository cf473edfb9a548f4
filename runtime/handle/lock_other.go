//go:build !unix || solaris || aix

package handle

// This file stands in for flock where there is none.

import "syscall"

func flock(uintptr, int) error { return syscall.ENOSYS }
