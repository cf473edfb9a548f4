//go:build unix && !solaris && !aix

package handle

// This file locks files with flock(2).

import (
	"errors"
	"syscall"
)

// flock takes perl's LOCK_ constants, which are those of the system.
func flock(fd uintptr, op int) error {
	for {
		err := syscall.Flock(int(fd), op)
		if !errors.Is(err, syscall.EINTR) {
			return err
		}
	}
}
