//go:build !unix

package perl

// This file ends processes where there are no signals.

import (
	"os"
	"syscall"
)

func sendSignal(pid int, sig syscall.Signal) error {
	p, err := os.FindProcess(pid)
	if err != nil || sig == 0 {
		return err
	}
	return p.Kill()
}
