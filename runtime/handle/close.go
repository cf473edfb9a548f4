package handle

// This file closes handles and answers what kind of handle one is.

import (
	"errors"
	"io/fs"
	"syscall"
	"weak"
)

// Close writes out what is buffered and closes. The error is the first of any write since the handle was opened. For
// a handle on a process it waits for its end, and status is its $?; otherwise status is 0.
func (h *Handle) Close() (status int, err error) {
	if h.d == nil {
		return 0, h.refuse("close", Closed)
	}
	_ = h.Flush() // kept in failed
	d := h.d
	if h.pos < h.end && (d.refs > 1 || d.host) {
		_ = h.unread() // a stream cannot take anything back
	}
	err = h.failed
	if cerr := d.close(h.set); err == nil {
		err = cerr
	}
	if h.child != nil {
		status = h.child.wait()
		delete(h.set.children, h)
	}
	h.set.release(h)
	h.set.recycle(h.in)
	h.forget()
	h.d, h.child, h.in, h.raw, h.out, h.failed = nil, nil, nil, nil, nil, nil
	h.num, h.line, h.held = -1, 0, 0
	h.flags &= standard | piped | immediate | autoflush
	return status, err
}

// close gives up one reference.
func (d *descriptor) close(s *Set) error {
	if d.refs--; d.refs > 0 || d.host {
		return nil
	}
	err := d.file.Close()
	if d.temp != "" {
		if rerr := s.fs.Unlink(d.temp); err == nil && !errors.Is(rerr, fs.ErrNotExist) {
			err = rerr
		}
	}
	return err
}

// renumber makes n the number of h, if it is free; otherwise h gets another.
func (s *Set) renumber(h *Handle, n int) int {
	if n >= len(s.numbers) || s.numbers[n] != (weak.Pointer[Handle]{}) {
		return s.number(h)
	}
	s.numbers[n] = weak.Make(h)
	return n
}

// IsOpen reports whether the handle is open; a nil handle is not.
func (h *Handle) IsOpen() bool { return h != nil && h.d != nil }

// Readable and Writable report what the handle was opened for.
func (h *Handle) Readable() bool { return h != nil && h.d != nil && h.flags&canRead != 0 }
func (h *Handle) Writable() bool { return h != nil && h.d != nil && h.flags&canWrite != 0 }

// Fileno returns the descriptor number perl would show: 0 to 2 for the standard handles, then the smallest free one;
// -1 for closed handles and in-memory files. It is the set's own number, not the system's.
func (h *Handle) Fileno() int {
	if h.d == nil {
		return -1
	}
	return h.num
}

// Name returns what the handle was opened from: a path, a command line.
func (h *Handle) Name() string { return h.name }

// IsPipe reports whether the handle is, or was until it was closed, on a process: closing it sets $?.
func (h *Handle) IsPipe() bool { return h.flags&piped != 0 }

// IsTerminal reports whether the handle is on a terminal (-t).
func (h *Handle) IsTerminal() bool { return h.d != nil && h.flags&terminal != 0 }

// Pid returns the process id behind a pipe handle, 0 if there is none.
func (h *Handle) Pid() int {
	if h.child == nil {
		return 0
	}
	return h.child.pid()
}

// Flock locks or unlocks the file: op is perl's LOCK_SH (1), LOCK_EX (2), LOCK_UN (8), with LOCK_NB (4) added for not
// waiting. What is buffered is written out first.
func (h *Handle) Flock(op int) error {
	if h.d == nil {
		return h.refuse("flock", Closed)
	}
	if err := h.Flush(); err != nil {
		return err
	}
	var err error
	if !withFd(h.d.file, func(fd uintptr) { err = flock(fd, op) }) {
		return h.refuse("flock", NotAFile)
	}
	return err
}

// withFd calls fn with the system's descriptor of f; it reports false if there is none.
func withFd(f File, fn func(fd uintptr)) bool {
	c, ok := f.(syscall.Conn)
	if !ok {
		return false
	}
	raw, err := c.SyscallConn()
	return err == nil && raw.Control(fn) == nil
}

func onTerminal(f File) (is bool) {
	withFd(f, func(fd uintptr) { is = isTerminal(fd) })
	return is
}

// Stat returns the state of the handle's file, after writing out what is buffered.
func (h *Handle) Stat() (*Stat, error) {
	if h.d == nil {
		return nil, h.refuse("stat", Closed)
	}
	h.set.publish()
	_ = h.Flush() // kept for close
	st, ok := h.d.file.(interface{ Stat() (fs.FileInfo, error) })
	if !ok {
		return nil, &StateError{Op: "stat", Name: h.name, Reason: Closed}
	}
	info, err := st.Stat()
	if err != nil {
		return nil, err
	}
	return StatOf(info), nil
}

// Chmod changes the permissions of the handle's file.
func (h *Handle) Chmod(perm uint32) error {
	if h.d == nil {
		return h.refuse("chmod", Closed)
	}
	f, ok := h.d.file.(interface{ Chmod(fs.FileMode) error })
	if !ok {
		return h.refuse("chmod", NotAFile)
	}
	return f.Chmod(fileMode(perm))
}
