package handle

// This file keeps positions: seek, tell and truncate against what is buffered, and changes of layers.

import (
	"errors"
	"io"
	"io/fs"
	"syscall"
)

// rawLeft returns the file's bytes that were read but not yet given out.
func (h *Handle) rawLeft() []byte {
	if h.flags&transcodes == 0 {
		return h.in[h.pos:h.end]
	}
	return h.raw[h.rawBehind():h.rawEnd]
}

// rawBehind returns how much of raw has been given out in decoded form. It decodes the chunk again up to there.
func (h *Handle) rawBehind() int {
	at := max(h.pos+h.shift, 0)
	if h.pos == h.end && h.shift == 0 {
		return h.rawUsed
	}
	d := h.chunk
	d.warn = nil
	_, used := d.decode(nil, h.raw[:h.rawUsed], true, at)
	return used
}

// unread gives what was read ahead back to the file. A stream takes nothing back; the handle then keeps it.
func (h *Handle) unread() error {
	if left := len(h.rawLeft()); left > 0 {
		if _, err := h.d.file.Seek(-int64(left), io.SeekCurrent); err != nil {
			if isStream(err) {
				return nil
			}
			return err
		}
	}
	h.forget()
	return nil
}

// forget drops what was read ahead.
func (h *Handle) forget() {
	h.pos, h.end, h.shift, h.rawUsed, h.rawEnd = 0, 0, 0, 0, 0
}

func isStream(err error) bool { return errors.Is(err, syscall.ESPIPE) }

// Tell returns the position of the next byte to be read or written, in bytes of the file; -1 for a closed handle and
// for streams.
func (h *Handle) Tell() int64 {
	if h.d == nil {
		return -1
	}
	if h.flags&appends != 0 && len(h.out) > 0 {
		_ = h.Flush() // only the file knows where its end is; the error is kept for close
	}
	at, err := h.d.file.Seek(0, io.SeekCurrent)
	if err != nil {
		return -1
	}
	return max(at-int64(len(h.rawLeft())), 0) + int64(len(h.out))
}

// Seek moves to offset, in bytes of the file, from the start, the current position or the end (whence as in io), and
// returns the new position.
func (h *Handle) Seek(offset int64, whence int) (int64, error) {
	if h.d == nil {
		return 0, h.refuse("seek", Closed)
	}
	if err := h.Flush(); err != nil {
		return 0, err
	}
	if whence == io.SeekCurrent {
		offset -= int64(len(h.rawLeft()))
	}
	at, err := h.d.file.Seek(offset, whence)
	if err != nil {
		return 0, err
	}
	h.forget()
	h.flags &^= sawMark
	if at == 0 {
		h.dec.marked = false
	} else {
		h.flags |= sawMark
	}
	return at, nil
}

// SysSeek moves the file's own position, past the buffers.
func (h *Handle) SysSeek(offset int64, whence int) (int64, error) {
	switch {
	case h.d == nil:
		return 0, h.refuse("sysseek", Closed)
	case h.layers.wide():
		return 0, h.refuse("sysseek", Encoded)
	}
	return h.d.file.Seek(offset, whence)
}

// Truncate cuts or extends the file to size bytes; the position stays.
func (h *Handle) Truncate(size int64) error {
	switch {
	case h.d == nil:
		return h.refuse("truncate", Closed)
	case h.flags&canWrite == 0:
		return &StateError{Op: "truncate", Name: h.name, Reason: NotAFile}
	}
	t, ok := h.d.file.(interface{ Truncate(int64) error })
	if !ok {
		return h.refuse("truncate", NotAFile)
	}
	if err := h.Flush(); err != nil {
		return err
	}
	return t.Truncate(size)
}

// size returns the length of the file behind d, 0 if it has none.
func (d *descriptor) size() int64 {
	if st, ok := d.file.(interface{ Stat() (fs.FileInfo, error) }); ok {
		if info, err := st.Stat(); err == nil && info.Mode().IsRegular() {
			return info.Size()
		}
	}
	if n, ok := d.file.(interface{ Len() int64 }); ok {
		return n.Len()
	}
	return 0
}

// Binmode changes the layers; "" is ":raw". What was read ahead is decoded anew.
func (h *Handle) Binmode(spec string) error {
	if h.d == nil {
		return h.refuse("binmode", Closed)
	}
	if spec == "" {
		spec = ":raw"
	}
	l, err := h.layers.with(spec)
	if err != nil {
		h.warnLayer(err)
		return err
	}
	return h.setLayers(l)
}

func (h *Handle) warnLayer(err error) {
	var le *LayerError
	if errors.As(err, &le) {
		h.set.warn(Warning{Kind: UnknownLayer, Category: "layer", Text: le.Text})
	}
}

func (h *Handle) setLayers(l layering) error {
	err := h.Flush()
	left := append([]byte(nil), h.rawLeft()...)
	h.forget()
	h.layers = l
	h.dec = decoder{layers: l}
	h.mode()
	if len(left) == 0 {
		return err
	}
	buf := append(left, make([]byte, max(0, firstRead-len(left)))...)
	if h.flags&transcodes != 0 {
		h.raw, h.rawEnd = buf, len(left)
	} else {
		h.in, h.end = buf, len(left)
	}
	return err
}

// LayerNames lists the layers as PerlIO::get_layers does.
func (h *Handle) LayerNames() []string {
	if h.d == nil {
		return nil
	}
	return h.layers.names()
}
