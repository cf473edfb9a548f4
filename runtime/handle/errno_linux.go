package handle

// This file knows that the table's numbers are Linux's own.

import "syscall"

func systemCode(n syscall.Errno) int { return int(n) }
func systemText(code int) string     { return tableText(code) }
func codeOf(name string) int         { return rowOf(name) }

// ErrnoName returns the name of an error number, "" if it has none.
func ErrnoName(code int) string {
	if code < 0 || code >= len(errnoTable) {
		return ""
	}
	return errnoTable[code].name
}
