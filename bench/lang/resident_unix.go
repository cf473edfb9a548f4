//go:build unix

package main

// This file defines where Unix says how large a process became.

import (
	"os"
	"runtime"
	"syscall"
)

const exeSuffix = ""

// residentSize returns the largest resident size of a finished process in bytes.
func residentSize(s *os.ProcessState) int64 {
	u, ok := s.SysUsage().(*syscall.Rusage)
	if !ok {
		return 0
	}
	if runtime.GOOS == "darwin" {
		return int64(u.Maxrss)
	}
	return int64(u.Maxrss) * 1024
}
