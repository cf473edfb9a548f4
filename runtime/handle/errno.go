package handle

// This file turns Go's errors into $!: a number and the text of strerror.

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os/exec"
	"strconv"
	"syscall"
)

// Errno returns $! for an error: its number and text; 0 and "" for nil. An error that comes from no system call has
// the number of EIO and its own text.
func Errno(err error) (code int, message string) {
	if err == nil {
		return 0, ""
	}
	code = errnoCode(err)
	var denied *ForbiddenError
	if code == 0 || errors.As(err, &denied) {
		if code == 0 {
			code = codeOf("EIO")
		}
		return code, err.Error()
	}
	return code, Strerror(code)
}

// errnoCode finds the error number in err, 0 if it has none.
func errnoCode(err error) int {
	var number syscall.Errno
	if errors.As(err, &number) {
		if n := systemCode(number); n > 0 {
			return n
		}
	}
	switch {
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, exec.ErrNotFound):
		return codeOf("ENOENT")
	case errors.Is(err, fs.ErrExist):
		return codeOf("EEXIST")
	case errors.Is(err, fs.ErrPermission):
		return codeOf("EACCES")
	case errors.Is(err, fs.ErrClosed):
		return codeOf("EBADF")
	case errors.Is(err, io.ErrClosedPipe):
		return codeOf("EPIPE")
	case errors.Is(err, fs.ErrInvalid):
		return codeOf("EINVAL")
	case errors.Is(err, errors.ErrUnsupported):
		return codeOf("ENOSYS")
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return codeOf("EINTR")
	}
	return 0
}

// Strerror returns the text of an error number, as C has it; "" for 0.
func Strerror(code int) string {
	if code == 0 {
		return ""
	}
	if text := systemText(code); text != "" {
		return text
	}
	return "Unknown error " + strconv.Itoa(code)
}

// ErrnoNumber returns the number of an error's name, such as "ENOENT", for %! and POSIX.
func ErrnoNumber(name string) (code int, ok bool) {
	code = codeOf(name)
	return code, code != 0
}

// ErrnoNames returns the names of all errors that the system has, for %!.
func ErrnoNames() []string {
	var names []string
	for _, row := range errnoTable {
		if row.name != "" && codeOf(row.name) != 0 {
			names = append(names, row.name)
		}
	}
	return append(names, "EWOULDBLOCK", "EDEADLOCK", "ENOTSUP")
}

// rowOf finds a name in the table of Linux; 0 if it is not there.
func rowOf(name string) int {
	switch name {
	case "":
		return 0
	case "EWOULDBLOCK":
		name = "EAGAIN"
	case "EDEADLOCK":
		name = "EDEADLK"
	case "ENOTSUP":
		name = "EOPNOTSUPP"
	}
	for n, row := range errnoTable {
		if row.name == name {
			return n
		}
	}
	return 0
}

// tableText returns the text of a number of Linux.
func tableText(code int) string {
	if code < 0 || code >= len(errnoTable) {
		return ""
	}
	return errnoTable[code].text
}
