package watch

// This file says what to do about the limits of Linux.

import (
	"errors"
	"syscall"
)

func advice(err error) string {
	switch {
	case errors.Is(err, syscall.ENOSPC):
		return " (the limit fs.inotify.max_user_watches is reached; raise it with sysctl)"
	case errors.Is(err, syscall.EMFILE):
		return " (the limit fs.inotify.max_user_instances or of open files is reached)"
	}
	return ""
}
