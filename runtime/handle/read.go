package handle

// This file reads lines: the buffer, its refilling, and the search for a separator across buffers.

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/smrscript/smrscript/runtime/value"
)

const (
	maxRead    = 1 << 30 // most that one request may ask for; larger ones are cut, as short reads are
	shortLine  = 256     // lines up to this length share an allocation
	arenaSize  = 2 << 10 // of that size
	emptyReads = 100     // how often a reader may return nothing and no error
)

// Wide reports whether the strings read are characters in UTF-8 rather than bytes.
func (h *Handle) Wide() bool { return h.layers.wide() }

// Line returns $., the number of lines read since the handle was opened.
func (h *Handle) Line() int64 { return h.line }

// SetLine sets $. of the handle.
func (h *Handle) SetLine(n int64) { h.line = n }

// ReadLine reads up to and including the next separator, or what is left. ok is false at the end of the file or on an
// error. The line stays valid: it is never overwritten. Slurping an untouched handle gives "" once, even at its end.
func (h *Handle) ReadLine(sep *Separator) (line string, ok bool, err error) {
	if sep.kind == sepByte {
		if i := bytes.IndexByte(h.in[h.pos:h.end], sep.first()); i >= 0 {
			line = h.keep(h.in[h.pos : h.pos+i+1])
			h.pos += i + 1
			h.line++
			h.flags |= snarfed
			if h.layers.enc != encBytes {
				line = h.checked(line)
			}
			return line, true, nil
		}
	}
	line, ok, err = h.readLine(sep)
	if !ok && err == nil && sep.kind == sepSlurp && h.flags&snarfed == 0 {
		ok = true
	}
	if ok {
		h.line++
		h.flags |= snarfed
	}
	return line, ok, err
}

// ReadLines reads all lines that are left, as readline in list context does, and hands each to add.
func (h *Handle) ReadLines(sep *Separator, add func(line string)) error {
	for {
		line, ok, err := h.readLine(sep)
		if !ok {
			return err
		}
		h.line++
		h.flags |= snarfed
		add(line)
	}
}

// EachLine calls fn with each line that is left, as bytes that are overwritten by the next call; wide characters are
// not checked. It stops when fn returns false. It is for loops that only look at their lines.
func (h *Handle) EachLine(sep *Separator, fn func(line []byte) bool) error {
	for {
		if sep.kind == sepByte {
			if i := bytes.IndexByte(h.in[h.pos:h.end], sep.first()); i >= 0 {
				line := h.in[h.pos : h.pos+i+1]
				h.pos += i + 1
				h.line++
				if !fn(line) {
					return nil
				}
				continue
			}
		}
		line, ok, err := h.ReadLine(sep)
		if !ok || !fn([]byte(line)) {
			return err
		}
	}
}

func (h *Handle) readLine(sep *Separator) (string, bool, error) {
	switch sep.kind {
	case sepSlurp:
		return h.slurp()
	case sepParagraph:
		if err := h.skipNewlines(); err != nil {
			return "", false, err
		}
		line, ok, err := h.until("\n\n")
		if ok {
			_ = h.skipNewlines() // an error shows again at the next read
		}
		return line, ok, err
	case sepRecord:
		s, err := h.Read(sep.size)
		return s, s != "", err
	}
	return h.until(sep.text(h.Wide()))
}

// keep copies a line to where it stays. Short lines share allocations: a line that outlives the others holds at most
// arenaSize bytes.
func (h *Handle) keep(b []byte) string {
	if len(b) > shortLine {
		return string(b)
	}
	n := len(h.arena)
	if cap(h.arena)-n < len(b) {
		h.arena, n = make([]byte, 0, arenaSize), 0
	}
	h.arena = h.arena[:n+len(b)]
	copy(h.arena[n:], b)
	return value.Bytes(h.arena[n:]).S()
}

// checked returns line, repaired if it should be UTF-8 and is not.
func (h *Handle) checked(line string) string {
	if !h.layers.utf8() || utf8.ValidString(line) {
		return line
	}
	h.dec.warn = h.warnEncoding
	return h.dec.repair(line)
}

func (h *Handle) warnEncoding(text string) {
	h.warn(Warning{Kind: BadEncoding, Category: "utf8", Text: text})
}

// until reads up to and including sep, across buffers.
func (h *Handle) until(sep string) (string, bool, error) {
	var line strings.Builder
	for {
		if h.pos == h.end {
			n, err := h.fill()
			if n == 0 {
				return h.checked(line.String()), line.Len() > 0, unlessData(err, line.Len())
			}
		}
		avail := h.in[h.pos:h.end]
		if n := straddle(line.String(), avail, sep); n > 0 {
			line.Write(avail[:n])
			h.pos += n
			return h.checked(line.String()), true, nil
		}
		if i := index(avail, sep); i >= 0 {
			avail = avail[:i+len(sep)]
			h.pos += len(avail)
			if line.Len() == 0 {
				return h.checked(h.keep(avail)), true, nil
			}
			line.Write(avail)
			return h.checked(line.String()), true, nil
		}
		if line.Len() == 0 {
			line.Grow(len(avail) + shortLine)
		}
		line.Write(avail)
		h.pos = h.end
	}
}

func index(b []byte, sep string) int {
	if len(sep) == 1 {
		return bytes.IndexByte(b, sep[0])
	}
	return bytes.Index(b, []byte(sep))
}

// straddle looks for a separator that begins in line and ends within next; it returns how many bytes of next
// belong to it.
func straddle(line string, next []byte, sep string) int {
	k := len(sep) - 1
	if k == 0 || line == "" {
		return 0
	}
	tail := line[max(0, len(line)-k):]
	window := tail + string(next[:min(k, len(next))])
	i := strings.Index(window, sep)
	if i < 0 {
		return 0
	}
	return i + len(sep) - len(tail)
}

// unlessData drops an error that comes after data; reading again brings it back.
func unlessData(err error, n int) error {
	if n > 0 {
		return nil
	}
	return err
}

func (h *Handle) skipNewlines() error {
	for {
		for h.pos < h.end {
			if h.in[h.pos] != '\n' {
				return nil
			}
			h.pos++
		}
		if n, err := h.fill(); n == 0 {
			return err
		}
	}
}

// slurp reads what is left.
func (h *Handle) slurp() (string, bool, error) {
	var all strings.Builder
	if n := h.sizeLeft(); n > 0 {
		all.Grow(n + 1)
	}
	for {
		all.Write(h.in[h.pos:h.end])
		h.pos = h.end
		if n, err := h.fill(); n == 0 {
			return h.checked(all.String()), all.Len() > 0, unlessData(err, all.Len())
		}
	}
}

// sizeLeft guesses how much slurping will bring, from the file's size; 0 if that is unknown.
func (h *Handle) sizeLeft() int {
	if h.d == nil || h.flags&(canRead|terminal) != canRead {
		return 0
	}
	size := h.d.size()
	if size <= 0 || size > maxRead {
		return 0
	}
	if at, err := h.d.file.Seek(0, io.SeekCurrent); err == nil && at < size {
		size -= at
	}
	return int(size) + h.end - h.pos
}

// fill reads the next buffer; in[pos:end] must have been used up. It returns 0 and no error at the end of the file.
func (h *Handle) fill() (int, error) {
	if err := h.toRead(); err != nil {
		return 0, err
	}
	if h.num == 0 {
		h.set.FlushAll() // whoever types must see what was printed, and an interrupt here must not lose it
	}
	if h.flags&transcodes != 0 {
		return h.fillDecoded()
	}
	h.in = h.set.grow(h.in, h.end)
	n, err := readSome(h.d.file, h.in)
	h.pos, h.end, h.shift = 0, n, 0
	return n, err
}

// readSome reads at least one byte unless the file ends or fails; the end is not an error.
func readSome(r io.Reader, b []byte) (int, error) {
	for range emptyReads {
		n, err := r.Read(b)
		if n > 0 {
			return n, nil
		}
		if errors.Is(err, io.EOF) {
			return 0, nil
		}
		if err != nil {
			return 0, err
		}
	}
	return 0, io.ErrNoProgress
}

// fillDecoded reads and decodes the next buffer.
func (h *Handle) fillDecoded() (int, error) {
	raw := h.set.grow(h.raw, h.rawEnd)
	h.rawEnd = copy(raw, h.raw[h.rawUsed:h.rawEnd])
	h.raw = raw
	h.rawUsed, h.pos, h.end, h.shift = 0, 0, 0, 0
	final := false
	for {
		if h.rawEnd > 0 {
			h.dec.warn = h.warnEncoding
			h.chunk = h.dec
			out, used := h.dec.decode(h.in[:0], h.raw[:h.rawEnd], final, everything)
			if len(out) > 0 {
				h.in, h.end, h.rawUsed = out[:cap(out)], len(out), used
				return h.end, nil
			}
			h.rawEnd = copy(h.raw, h.raw[used:h.rawEnd])
		}
		if final {
			return 0, nil
		}
		n, err := readSome(h.d.file, h.raw[h.rawEnd:])
		if err != nil {
			return 0, err
		}
		h.rawEnd += n
		final = n == 0
	}
}

// toRead makes the handle ready to read: written data goes out first, and so do prompts before a terminal is read.
func (h *Handle) toRead() error {
	switch {
	case h.d == nil:
		return h.refuse("read", Closed)
	case h.flags&canRead == 0:
		return h.refuse("read", NotReadable)
	}
	if len(h.out) > 0 {
		if err := h.Flush(); err != nil {
			return err
		}
	}
	if h.flags&terminal != 0 && h.set.Stdout != nil {
		_ = h.set.Stdout.Flush() // its error is kept for its close
	}
	return nil
}
