package handle

// This file answers the file tests: -e, -r, -s, -M, -T and their kin.

import (
	"errors"
	"io"
	"os"
	"slices"
	"time"
	"unicode/utf8"

	"github.com/smrscript/smrscript/runtime/value"
)

// who asks for access: the effective or the real user.
type who bool

const (
	effective who = true
	realUser  who = false
)

const secondsPerDay = 24 * 60 * 60

// Test answers a file test, op being its letter; -l needs a Stat of Lstat. start is $^T, from which -M, -A and -C
// count days. The result is 1 or "", the size for -s. ok is false for a letter that is no test of a Stat: -t, -T and
// -B look at handles and contents.
func (st *Stat) Test(op byte, start time.Time) (v value.Value, ok bool) {
	switch op {
	case 's':
		return value.Int(st.Size), true
	case 'M':
		return days(start, st.Mtime), true
	case 'A':
		return days(start, st.Atime), true
	case 'C':
		return days(start, st.Ctime), true
	}
	yes, ok := st.test(op)
	return value.Bool(yes), ok
}

func days(start, t time.Time) value.Value {
	d := start.Unix() - t.Unix()
	if d%secondsPerDay == 0 {
		return value.Int(d / secondsPerDay)
	}
	return value.Float(float64(d) / secondsPerDay)
}

func (st *Stat) test(op byte) (yes, ok bool) {
	switch op {
	case 'e':
		return true, true
	case 'z':
		return st.Size == 0, true
	case 'f':
		return st.is(typeFile), true
	case 'd':
		return st.is(typeDir), true
	case 'l':
		return st.is(typeLink), true
	case 'p':
		return st.is(typeFifo), true
	case 'S':
		return st.is(typeSocket), true
	case 'b':
		return st.is(typeBlock), true
	case 'c':
		return st.is(typeChar), true
	case 'u':
		return st.Mode&modeSetuid != 0, true
	case 'g':
		return st.Mode&modeSetgid != 0, true
	case 'k':
		return st.Mode&modeSticky != 0, true
	}
	return st.access(op)
}

func (st *Stat) is(kind uint32) bool { return st.Mode&typeMask == kind }

func (st *Stat) access(op byte) (yes, ok bool) {
	switch op {
	case 'r':
		return st.may(0o4, effective), true
	case 'w':
		return st.may(0o2, effective), true
	case 'x':
		return st.mayExecute(effective), true
	case 'R':
		return st.may(0o4, realUser), true
	case 'W':
		return st.may(0o2, realUser), true
	case 'X':
		return st.mayExecute(realUser), true
	case 'o':
		return st.ownedBy(os.Geteuid()), true
	case 'O':
		return st.ownedBy(os.Getuid()), true
	}
	return false, false
}

// ownedBy compares owners; systems without user numbers let everybody own.
func (st *Stat) ownedBy(uid int) bool { return uid < 0 || int(st.Uid) == uid }

// may reports whether the permission bits allow an access, as perl judges: by the bits alone, the superuser always.
func (st *Stat) may(bit uint32, w who) bool {
	uid, gid := os.Getuid(), os.Getgid()
	if w == effective {
		uid, gid = os.Geteuid(), os.Getegid()
	}
	switch {
	case uid == 0:
		return true
	case st.ownedBy(uid):
		return st.Mode&(bit<<6) != 0
	case int(st.Gid) == gid || inGroup(int(st.Gid)):
		return st.Mode&(bit<<3) != 0
	}
	return st.Mode&bit != 0
}

func inGroup(gid int) bool {
	groups, err := os.Getgroups()
	return err == nil && slices.Contains(groups, gid)
}

// mayExecute is may for execution: the superuser needs some execute bit, or a directory.
func (st *Stat) mayExecute(w who) bool {
	uid := os.Getuid()
	if w == effective {
		uid = os.Geteuid()
	}
	if uid == 0 {
		return st.Mode&0o111 != 0 || st.IsDir()
	}
	return st.may(0o1, w)
}

// textBlock is how much of a file -T and -B look at.
const textBlock = 512

// TestText answers -T and -B for the file at path: whether its first block looks like text, or like something else. An
// empty file is both, a directory is not text.
func (s *Set) TestText(op byte, path string) (bool, error) {
	st, err := s.Stat(path)
	if err != nil {
		return false, err
	}
	if st.IsDir() {
		return op == 'B', nil
	}
	f, err := s.openRaw(path, os.O_RDONLY, 0)
	if err != nil {
		return false, err
	}
	b := make([]byte, textBlock)
	n, err := io.ReadFull(f, b)
	_ = f.Close() // only read from
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return false, err
	}
	return looksLike(op, b[:n]), nil
}

// TestText answers -T and -B for what is to be read next from the handle. At its end it is both.
func (h *Handle) TestText(op byte) (bool, error) {
	if h.d == nil {
		return false, h.refuse("-"+string(op), Closed)
	}
	if h.EOF() {
		return true, nil
	}
	return looksLike(op, h.in[h.pos:min(h.end, h.pos+textBlock)]), nil
}

// looksLike decides as perl does: a NUL is never text; UTF-8 with something beyond ASCII is; otherwise up to a third of
// odd bytes is allowed.
func looksLike(op byte, b []byte) bool {
	if len(b) == 0 {
		return true
	}
	return isText(b) == (op == 'T')
}

func isText(b []byte) bool {
	odd, high := 0, false
	for _, c := range b {
		switch {
		case c == 0:
			return false
		case c >= utf8.RuneSelf:
			high = true
			odd++
		case c < ' ' && (c < '\b' || c > '\r' || c == '\v') && c != 0x1B, c == 0x7F:
			odd++
		}
	}
	if high && validUpToCut(b) {
		return true
	}
	return odd*3 <= len(b)
}

// validUpToCut reports whether b is UTF-8 whose last character may be cut off.
func validUpToCut(b []byte) bool {
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		if r == utf8.RuneError && n == 1 {
			return !utf8.FullRune(b)
		}
		b = b[n:]
	}
	return true
}
