package handle

// This file defines the errors of handles: typed, each unwrapping to the errno that $! shows.

import (
	"fmt"
	"syscall"
)

// A Reason says why a handle refused an operation.
type Reason uint8

// The reasons.
const (
	Closed      Reason = iota + 1 // the handle is not open
	NotReadable                   // it was opened only for output
	NotWritable                   // it was opened only for input
	Unseekable                    // it is a pipe, a terminal or a stream
	Encoded                       // sysread, syswrite and sysseek do not go with a layer that decodes
	WideData                      // syswrite of characters above 255
	NotAFile                      // it has no file behind it: in-memory handles and streams
)

// A StateError reports an operation that a handle's state does not allow. It unwraps to the errno for $!.
type StateError struct {
	Op     string // "read", "write", "seek", ...
	Name   string // what the handle was opened from
	Reason Reason
}

// Error names the handle, the operation, the reason and the way out.
func (e *StateError) Error() string {
	name := e.Name
	if name == "" {
		name = "handle"
	}
	switch e.Reason {
	case Closed:
		return fmt.Sprintf("%s: cannot %s: it is closed; open it first", name, e.Op)
	case NotReadable:
		return fmt.Sprintf("%s: cannot %s: opened only for output; open it with '<' or '+<'", name, e.Op)
	case NotWritable:
		return fmt.Sprintf("%s: cannot %s: opened only for input; open it with '>', '>>' or '+<'", name, e.Op)
	case Unseekable:
		return fmt.Sprintf("%s: cannot %s: it is a stream without positions; read it in order", name, e.Op)
	case Encoded:
		return fmt.Sprintf("%s: %s isn't allowed on a handle with an encoding layer; use read and print, or binmode it first", name, e.Op)
	case WideData:
		return "Wide character in " + e.Op
	}
	return fmt.Sprintf("%s: cannot %s: no file of the system is behind it", name, e.Op)
}

// Unwrap returns the errno that perl sets.
func (e *StateError) Unwrap() error {
	switch e.Reason {
	case Unseekable:
		return syscall.ESPIPE
	case Encoded, NotAFile, WideData:
		return syscall.EINVAL
	}
	return syscall.EBADF
}

func (h *Handle) refuse(op string, why Reason) error {
	return &StateError{Op: op, Name: h.name, Reason: why}
}

// A ModeError reports an open mode that does not exist; perl dies of it.
type ModeError struct {
	Mode string
}

func (e *ModeError) Error() string { return fmt.Sprintf("Unknown open() mode '%s'", e.Mode) }

// Unwrap returns EINVAL.
func (e *ModeError) Unwrap() error { return syscall.EINVAL }

// A BadHandleError reports a dup mode whose source is no handle; perl dies of it.
type BadHandleError struct {
	Name string
}

func (e *BadHandleError) Error() string { return "Bad filehandle: " + e.Name }

// Unwrap returns EBADF.
func (e *BadHandleError) Unwrap() error { return syscall.EBADF }

// A LayerError reports an unknown layer, unknown encoding, or a layer specification with a mistake.
type LayerError struct {
	Text string // as perl warns: Unknown PerlIO layer "foo"
	code syscall.Errno
}

func (e *LayerError) Error() string { return e.Text }

// Unwrap returns the errno perl sets: ENOENT for a layer, EINVAL for an encoding.
func (e *LayerError) Unwrap() error { return e.code }

// An UnsupportedError reports a form of open that needs what a Go program cannot do: go on twice after fork.
type UnsupportedError struct {
	What string
}

func (e *UnsupportedError) Error() string {
	return e.What + " is not available here; run a command, or use a pipe handle to one"
}

// Unwrap returns ENOSYS.
func (e *UnsupportedError) Unwrap() error { return syscall.ENOSYS }

// A ForbiddenError reports that the embedding program does not allow the operation.
type ForbiddenError struct {
	Op, What string
}

func (e *ForbiddenError) Error() string {
	return fmt.Sprintf("%s %s: not allowed by the program that runs this script", e.Op, e.What)
}

// Unwrap returns EACCES.
func (e *ForbiddenError) Unwrap() error { return syscall.EACCES }
