package handle

// This file maps Windows' error codes to the numbers of the C library, which the first rows of the table share.

import (
	"syscall"

	"golang.org/x/sys/windows"
)

func systemText(code int) string { return tableText(code) }
func codeOf(name string) int     { return rowOf(name) }

// ErrnoName returns the name of an error number, "" if it has none.
func ErrnoName(code int) string {
	if code < 0 || code >= len(errnoTable) {
		return ""
	}
	return errnoTable[code].name
}

// systemCode follows the table in the C library's _dosmaperr, and undoes the numbers that package syscall invents.
func systemCode(n syscall.Errno) int {
	switch n {
	case windows.ERROR_FILE_NOT_FOUND, windows.ERROR_PATH_NOT_FOUND, windows.ERROR_INVALID_DRIVE,
		windows.ERROR_BAD_NETPATH, windows.ERROR_BAD_NET_NAME, windows.ERROR_INVALID_NAME:
		return codeOf("ENOENT")
	case windows.ERROR_ACCESS_DENIED, windows.ERROR_SHARING_VIOLATION, windows.ERROR_LOCK_VIOLATION,
		windows.ERROR_CURRENT_DIRECTORY, windows.ERROR_WRITE_PROTECT, syscall.EACCES:
		return codeOf("EACCES")
	case windows.ERROR_INVALID_HANDLE, syscall.EBADF:
		return codeOf("EBADF")
	case windows.ERROR_FILE_EXISTS, windows.ERROR_ALREADY_EXISTS, syscall.EEXIST:
		return codeOf("EEXIST")
	case windows.ERROR_DISK_FULL, windows.ERROR_HANDLE_DISK_FULL, syscall.ENOSPC:
		return codeOf("ENOSPC")
	case windows.ERROR_BROKEN_PIPE, windows.ERROR_NO_DATA, syscall.EPIPE:
		return codeOf("EPIPE")
	case windows.ERROR_DIR_NOT_EMPTY, syscall.ENOTEMPTY:
		return codeOf("ENOTEMPTY")
	case windows.ERROR_DIRECTORY:
		return codeOf("ENOTDIR")
	case windows.ERROR_BAD_EXE_FORMAT, syscall.ENOEXEC:
		return codeOf("ENOEXEC")
	case windows.ERROR_NOT_SAME_DEVICE, syscall.EXDEV:
		return codeOf("EXDEV")
	case windows.ERROR_TOO_MANY_OPEN_FILES, syscall.EMFILE:
		return codeOf("EMFILE")
	case windows.ERROR_NOT_ENOUGH_MEMORY, windows.ERROR_OUTOFMEMORY, syscall.ENOMEM:
		return codeOf("ENOMEM")
	case windows.ERROR_SEEK, windows.ERROR_NEGATIVE_SEEK, windows.ERROR_INVALID_PARAMETER, syscall.EINVAL:
		return codeOf("EINVAL")
	}
	return invented(n)
}

// invented returns the number for an Errno that package syscall made up for Windows; 0 for others.
func invented(n syscall.Errno) int {
	switch n {
	case syscall.ESPIPE:
		return codeOf("ESPIPE")
	case syscall.ENOSYS:
		return codeOf("ENOSYS")
	case syscall.EISDIR:
		return codeOf("EISDIR")
	case syscall.EFBIG:
		return codeOf("EFBIG")
	case syscall.EINTR:
		return codeOf("EINTR")
	case syscall.EIO:
		return codeOf("EIO")
	case syscall.EPERM:
		return codeOf("EPERM")
	case syscall.EAGAIN:
		return codeOf("EAGAIN")
	case syscall.ENOTSUP:
		return codeOf("EOPNOTSUPP")
	}
	return 0
}
