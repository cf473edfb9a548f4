//go:build darwin || freebsd || netbsd || openbsd || dragonfly

package handle

// This file asks the BSDs whether a descriptor is a terminal.

import "golang.org/x/sys/unix"

func isTerminal(fd uintptr) bool {
	_, err := unix.IoctlGetTermios(int(fd), unix.TIOCGETA)
	return err == nil
}
