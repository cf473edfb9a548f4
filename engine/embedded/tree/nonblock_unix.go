//go:build unix

package tree

// This file defines the flag that keeps opening a fifo from blocking.

import "syscall"

const nonblock = syscall.O_NONBLOCK
