//go:build unix && !linux

package handle

// This file maps between the table and the numbers of systems other than Linux.

import (
	"strings"
	"syscall"

	"golang.org/x/sys/unix"
)

// maxErrno is above every error number of these systems.
const maxErrno = 200

func systemCode(n syscall.Errno) int { return int(n) }

// ErrnoName returns the name of an error number, "" if it has none.
func ErrnoName(code int) string { return unix.ErrnoName(syscall.Errno(code)) }

func systemText(code int) string {
	name := ErrnoName(code)
	if n := rowOf(name); n != 0 {
		return tableText(n)
	}
	if name == "" {
		return ""
	}
	text := syscall.Errno(code).Error()
	return strings.ToUpper(text[:1]) + text[1:]
}

func codeOf(name string) int {
	if name == "" {
		return 0
	}
	for n := 1; n < maxErrno; n++ {
		if ErrnoName(n) == name {
			return n
		}
	}
	if alias := rowOf(name); alias != 0 && errnoTable[alias].name != name {
		return codeOf(errnoTable[alias].name)
	}
	return 0
}
