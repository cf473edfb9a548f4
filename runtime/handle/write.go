package handle

// This file writes: the buffer, when it goes out, and the dirty list of the set.

import (
	"bytes"
	"io"
	"strings"
)

// Write writes s: characters in UTF-8 if wide, bytes otherwise. Without an encoding, characters up to 255 become one
// byte each, and if there are others the UTF-8 form goes out with a warning.
func (h *Handle) Write(s string, wide bool) error {
	if h.flags&(direct|autoflush|lineFlush) == direct && !wide && uint(len(s)-1) < bufferSize-1 {
		if len(h.out) == 0 {
			h.enlist()
		}
		h.out = append(h.out, s...)
		if len(h.out) >= bufferSize {
			return h.Flush()
		}
		return nil
	}
	return h.write(s, wide)
}

func (h *Handle) write(s string, wide bool) error {
	if err := h.toWrite(); err != nil || s == "" {
		return err
	}
	atOnce := len(s) >= bufferSize || h.flags&memory != 0 || h.flags&immediate != 0 && h.held == 0
	if atOnce && !wide && h.layers.plain() {
		if err := h.Flush(); err != nil {
			return err
		}
		return h.past(s)
	}
	if wide && h.layers.plain() {
		b := h.encode(nil, s, wide) // its warning may write out what is buffered
		h.enlist()
		h.out = append(h.out, b...)
	} else {
		h.enlist()
		h.out = h.encode(h.out, s, wide)
	}
	return h.settle(strings.IndexByte(s, '\n') >= 0)
}

// past writes s to the file without going through the buffer.
func (h *Handle) past(s string) error {
	_, err := io.WriteString(h.d.file, s)
	return h.fail(err)
}

// settle writes the buffer out if it is full or may not wait.
func (h *Handle) settle(newline bool) error {
	if len(h.out) >= bufferSize || h.flags&memory != 0 {
		return h.Flush()
	}
	if h.held > 0 {
		return nil
	}
	if h.flags&(autoflush|immediate) != 0 || h.flags&lineFlush != 0 && newline {
		return h.Flush()
	}
	return nil
}

// Hold lets several writes go out together, as the items of one print do; Release ends it and does what autoflush
// asks for. The calls nest.
func (h *Handle) Hold() { h.held++ }

// Release ends a Hold.
func (h *Handle) Release() error {
	if h.held--; h.held > 0 || len(h.out) == 0 || h.d == nil {
		return nil
	}
	if len(h.out) < bufferSize && h.flags&(memory|autoflush|immediate|lineFlush) == 0 {
		return nil
	}
	return h.settle(bytes.IndexByte(h.out, '\n') >= 0)
}

// Begin returns the write buffer, for appending bytes to it without a call for each; ok is false if the handle does
// not take plain bytes (it is closed, has a layer, is in memory), and then Write must be used. End must follow before
// any other use of the handle.
func (h *Handle) Begin() (buf []byte, ok bool) {
	if h.flags&direct == 0 {
		return nil, false
	}
	return h.out, true
}

// End takes the buffer back from Begin, with what was appended to it, and writes it out if it must not wait.
func (h *Handle) End(buf []byte) error {
	if len(buf) == 0 {
		return nil
	}
	if len(h.out) == 0 {
		h.enlist()
	}
	h.out = buf
	if len(buf) < bufferSize && h.flags&(autoflush|lineFlush) == 0 {
		return nil
	}
	return h.settle(bytes.IndexByte(buf, '\n') >= 0)
}

// Full tells whether a buffer that Begin gave should go to End before more is appended.
func (h *Handle) Full(buf []byte) bool { return len(buf) >= bufferSize }

// toWrite makes the handle ready to write: what was read ahead is given back to the file.
func (h *Handle) toWrite() error {
	switch {
	case h.d == nil:
		return h.refuse("write", Closed)
	case h.flags&canWrite == 0:
		return h.refuse("write", NotWritable)
	}
	if h.end > 0 || h.rawEnd > 0 {
		if err := h.unread(); err != nil {
			return err
		}
	}
	if h == h.set.Stderr && h.set.Stdout != nil && h.set.Stdout != h {
		_ = h.set.Stdout.Flush() // its error is kept for its close
	}
	return nil
}

// Flush writes out what is buffered. An error is also kept, for Close to report.
func (h *Handle) Flush() error {
	h.delist()
	if len(h.out) == 0 {
		return nil
	}
	b := h.out
	h.out = h.out[:0]
	if h.d == nil {
		return h.refuse("write", Closed)
	}
	_, err := h.d.file.Write(b)
	if cap(h.out) > 4*bufferSize {
		h.out = nil
	}
	return h.fail(err)
}

func (h *Handle) fail(err error) error {
	if err != nil && h.failed == nil {
		h.failed = err
	}
	return err
}

// Err returns the first error of a write since the handle was opened or ClearErr was called.
func (h *Handle) Err() error { return h.failed }

// ClearErr forgets a write's error.
func (h *Handle) ClearErr() { h.failed = nil }

// SetAutoflush sets $| of the handle; turning it on writes out what is buffered.
func (h *Handle) SetAutoflush(on bool) error {
	if !on {
		h.flags &^= autoflush
		return nil
	}
	h.flags |= autoflush
	return h.Flush()
}

// Autoflush returns $| of the handle.
func (h *Handle) Autoflush() bool { return h.flags&autoflush != 0 }

// SysWrite writes s with one call to the system, past the buffer, and returns how many bytes (characters, for a wide
// string) were written. A string of characters must fit bytes.
func (h *Handle) SysWrite(s string, wide bool) (int, error) {
	switch {
	case h.d == nil:
		return 0, h.refuse("syswrite", Closed)
	case h.flags&canWrite == 0:
		return 0, h.refuse("syswrite", NotWritable)
	case h.layers.wide():
		return 0, h.refuse("syswrite", Encoded)
	}
	if wide {
		b := make([]byte, 0, len(s))
		for _, r := range s {
			if r > 0xFF {
				return 0, h.refuse("syswrite", WideData)
			}
			b = append(b, byte(r))
		}
		s = string(b)
	}
	return io.WriteString(h.d.file, s)
}

// mode recomputes whether writing is appending to out.
func (h *Handle) mode() {
	h.flags &^= direct | transcodes
	if h.layers.transcodes() {
		h.flags |= transcodes
	}
	if h.d != nil && h.flags&(canWrite|canRead|immediate|memory) == canWrite && h.layers.plain() {
		h.flags |= direct
	}
}

// enlist puts the handle on the set's list of those with unwritten data, which keeps it alive; the oldest
// comes first.
func (h *Handle) enlist() {
	if h.flags&dirty != 0 {
		return
	}
	h.flags |= dirty
	h.prev = h.set.tail
	if h.prev != nil {
		h.prev.next = h
	} else {
		h.set.head = h
	}
	h.set.tail = h
}

func (h *Handle) delist() {
	if h.flags&dirty == 0 {
		return
	}
	h.flags &^= dirty
	if h.prev != nil {
		h.prev.next = h.next
	} else {
		h.set.head = h.next
	}
	if h.next != nil {
		h.next.prev = h.prev
	} else {
		h.set.tail = h.prev
	}
	h.next, h.prev = nil, nil
}
