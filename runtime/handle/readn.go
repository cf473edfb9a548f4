package handle

// This file reads by amount: read, getc, ungetc, sysread, and the look-ahead behind eof.

import (
	"errors"
	"io"
	"strings"
	"unicode/utf8"
)

const (
	sysReadMax  = 64 << 20 // sysread may return less than it was asked for
	builderRoom = 1 << 20  // room that is made before any data has come
)

// EOF reports whether there is nothing left to read; it may have to wait for data to know. A handle that is closed
// or not readable is at its end.
func (h *Handle) EOF() bool {
	if h == nil || h.d == nil || h.flags&canRead == 0 {
		return true
	}
	if h.pos < h.end {
		return false
	}
	n, _ := h.fill()
	return n == 0
}

// Buffered returns the number of bytes, as decoded, that can be read without asking the file.
func (h *Handle) Buffered() int { return h.end - h.pos }

// Read returns the next n characters of a handle that is Wide, else bytes; fewer only at the end of the file, "" when
// nothing is left.
func (h *Handle) Read(n int) (string, error) {
	if n <= 0 {
		return "", h.toRead()
	}
	n = min(n, maxRead)
	var b strings.Builder
	b.Grow(min(n, max(h.end-h.pos, min(h.sizeHint(n), builderRoom))))
	for n > 0 {
		if h.pos == h.end {
			if k, err := h.fill(); k == 0 {
				return h.checked(b.String()), unlessData(err, b.Len())
			}
		}
		avail := h.in[h.pos:h.end]
		size, found := min(n, len(avail)), min(n, len(avail))
		if h.Wide() {
			size, found = characters(avail, n, false)
			if found == 0 {
				_, found = h.splitCharacter(&b)
				n -= found
				continue
			}
		}
		b.Write(avail[:size])
		h.pos += size
		n -= found
	}
	return h.checked(b.String()), nil
}

// sizeHint returns n, or the size of the file if that is smaller.
func (h *Handle) sizeHint(n int) int {
	if n <= bufferSize {
		return n
	}
	return min(n, max(h.sizeLeft(), bufferSize))
}

// splitCharacter reads a character whose bytes are spread over two buffers.
func (h *Handle) splitCharacter(b *strings.Builder) (size, found int) {
	var c []byte
	for !utf8.FullRune(c) {
		if h.pos == h.end {
			if k, _ := h.fill(); k == 0 {
				break // the error shows at the next read
			}
		}
		c = append(c, h.in[h.pos])
		h.pos++
	}
	if r, n := utf8.DecodeRune(c); r == utf8.RuneError && n == 1 && len(c) > 1 && h.pos > 0 {
		// What follows the malformed start may begin a character of its own.
		h.pos--
		c = c[:len(c)-1]
	}
	b.Write(c)
	return len(c), 1
}

// Getc returns the next character; ok is false at the end of the file.
func (h *Handle) Getc() (c string, ok bool, err error) {
	c, err = h.Read(1)
	return c, c != "", err
}

// Ungetc pushes s back, in the form in which it was read, so that it is read next.
func (h *Handle) Ungetc(s string) error {
	if err := h.toRead(); err != nil {
		return err
	}
	if len(s) <= h.pos {
		h.pos -= len(s)
		copy(h.in[h.pos:], s)
		return nil
	}
	rest := h.in[h.pos:h.end]
	in := make([]byte, max(len(s)+len(rest), firstRead))
	copy(in[copy(in, s):], rest)
	h.shift += h.pos - len(s)
	h.in, h.pos, h.end = in, 0, len(s)+len(rest)
	return nil
}

// SysRead reads at most n bytes with one call to the system, past the buffer; "" and no error at the end of the file.
func (h *Handle) SysRead(n int) (string, error) {
	switch {
	case h.d == nil:
		return "", h.refuse("sysread", Closed)
	case h.flags&canRead == 0:
		return "", h.refuse("sysread", NotReadable)
	case h.layers.wide():
		return "", h.refuse("sysread", Encoded)
	}
	if n <= 0 {
		return "", nil
	}
	if h.flags&terminal != 0 {
		_ = h.set.Stdout.Flush()
	}
	b := make([]byte, min(n, sysReadMax))
	k, err := readSome(h.d.file, b)
	if errors.Is(err, io.EOF) {
		err = nil
	}
	if k < len(b)/2 {
		return string(b[:k]), err
	}
	return asString(b[:k]), err
}

// asString hands b over to a string.
func asString(b []byte) string {
	var s strings.Builder
	s.Write(b)
	return s.String()
}
