//go:build unix

package perl

// This file sends signals where the system has them.

import "syscall"

func sendSignal(pid int, sig syscall.Signal) error { return syscall.Kill(pid, sig) }
