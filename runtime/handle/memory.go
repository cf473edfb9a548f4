package handle

// This file defines in-memory files: a File whose bytes are a script's scalar.

import (
	"io"
	"strings"
	"syscall"

	"github.com/smrscript/smrscript/runtime/value"
)

// A memoryFile reads and writes the bytes of a scalar. It holds no copy: what the script does to the scalar shows in
// the file, and the other way round, at once.
type memoryFile struct {
	s       *value.Scalar
	at      int64
	appends bool
	most    int64 // bytes it may grow to; 0 stands for maxMemory
}

// limit is how many bytes the file may have.
func (f *memoryFile) limit() int64 {
	if f.most > 0 {
		return min(f.most, maxMemory)
	}
	return maxMemory
}

// Memory returns the scalar behind an in-memory file, nil for any other handle.
func (h *Handle) Memory() *value.Scalar {
	if h.d != nil {
		if f, ok := h.d.file.(*memoryFile); ok {
			return f.s
		}
	}
	return nil
}

// maxMemory is how far a write may lie behind the end of an in-memory file.
const maxMemory = 1 << 32

// bytes returns what the scalar holds, as bytes.
func (f *memoryFile) bytes() string {
	v := f.s.Get()
	if v.IsUndef() {
		return ""
	}
	b, ok := v.Downgrade()
	if !ok {
		return v.UTF8()
	}
	return b
}

func (f *memoryFile) Len() int64 { return int64(len(f.bytes())) }

func (f *memoryFile) Read(b []byte) (int, error) {
	s := f.bytes()
	if f.at >= int64(len(s)) {
		return 0, io.EOF
	}
	n := copy(b, s[f.at:])
	f.at += int64(n)
	return n, nil
}

func (f *memoryFile) Write(b []byte) (int, error) { return f.WriteString(string(b)) }

// WriteString writes s at the position; a gap behind the old end is filled with NULs.
func (f *memoryFile) WriteString(s string) (int, error) {
	v := f.s.Get()
	old := f.bytes()
	if f.appends {
		f.at = int64(len(old))
	}
	if f.at > f.limit() || f.most > 0 && f.at+int64(len(s)) > f.most {
		return 0, syscall.EFBIG
	}
	if gap := int(f.at) - len(old); gap > 0 {
		v, old = value.Append(value.Str(old), strings.Repeat("\x00", gap), false), ""
	} else if gap < 0 {
		end := min(int(f.at)+len(s), len(old))
		f.s.Set(value.Str(old[:f.at] + s + old[end:]))
		f.at += int64(len(s))
		return len(s), nil
	}
	if v.Kind() != value.KStr {
		v = value.Str(f.bytes())
	}
	f.s.Set(value.Append(v, s, false))
	f.at += int64(len(s))
	return len(s), nil
}

func (f *memoryFile) Seek(offset int64, whence int) (int64, error) {
	switch whence {
	case io.SeekCurrent:
		offset += f.at
	case io.SeekEnd:
		offset += f.Len()
	}
	if offset < 0 {
		return 0, syscall.EINVAL
	}
	f.at = offset
	return offset, nil
}

func (f *memoryFile) Truncate(size int64) error {
	s := f.bytes()
	switch {
	case size < 0 || size > f.limit():
		return syscall.EINVAL
	case size <= int64(len(s)):
		f.s.Set(value.Str(s[:size]))
	default:
		f.s.Set(value.Str(s + strings.Repeat("\x00", int(size)-len(s))))
	}
	return nil
}

func (f *memoryFile) Close() error { return nil }

// OpenScalar opens a scalar as a file, with a mode of open such as "<", ">>" or "+<:utf8". A scalar whose characters do not
// fit bytes cannot be opened.
func (s *Set) OpenScalar(mode string, v *value.Scalar) (*Handle, error) {
	m, err := s.parseMode(mode)
	if err != nil {
		return nil, err
	}
	if m.pipe || m.dup {
		return nil, &ModeError{mode}
	}
	cur := v.Get()
	if _, ok := cur.Downgrade(); !ok && !m.truncates() {
		s.warn(Warning{Kind: WideMemory, Category: "utf8",
			Text: "Strings with code points over 0xFF may not be mapped into in-memory file handles\n"})
		return nil, syscall.EINVAL
	}
	f := &memoryFile{s: v, appends: m.flags&appends != 0, most: s.config.MaxMemory}
	switch {
	case m.truncates():
		v.Set(value.Str(""))
	case m.flags&appends != 0:
		if cur.IsUndef() {
			v.Set(value.Str(""))
		}
		f.at = f.Len()
	}
	h := &Handle{set: s, num: -1}
	s.fit(h, &descriptor{file: f}, "SCALAR", m.flags|memory, m.layers)
	return h, nil
}
