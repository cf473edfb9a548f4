package handle

// This file opens: every form of perldoc -f open but those that fork.

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/smrscript/smrscript/runtime/value"
)

// Open is perl's open after its first argument. Without args, mode is the second argument of the two-argument form.
// Otherwise args[0] is a path; a reference to a scalar, for an in-memory file; undef, for a temporary file; with a
// dup mode, a glob, a reference to one, a name or a descriptor number; with "-|" and "|-" a command line, or the
// program and its arguments. A *ModeError or *BadHandleError is what perl dies of; other errors set $!.
func (s *Set) Open(mode string, args ...value.Value) (*Handle, error) {
	if len(args) == 0 {
		return s.open2(mode)
	}
	m, err := s.parseMode(mode)
	if err != nil {
		return nil, err
	}
	arg := args[0]
	switch {
	case m.dup:
		from, err := s.source(arg)
		if err != nil {
			return nil, err
		}
		return s.dup(m, from)
	case m.pipe:
		return s.openPipe(m, args)
	case len(args) > 1:
		return nil, &ModeError{mode}
	case arg.Kind() == value.KScalarRef:
		return s.OpenScalar(mode, arg.Cell())
	case arg.IsUndef():
		return s.openTemp(m)
	}
	return s.openPath(m, arg.String())
}

// OpenFile opens the file at path, taken literally, with a mode such as "<", "+>>" or "<:encoding(UTF-8)".
func (s *Set) OpenFile(mode, path string) (*Handle, error) {
	m, err := s.parseMode(mode)
	if err != nil {
		return nil, err
	}
	if m.pipe || m.dup {
		return nil, &ModeError{mode}
	}
	return s.openPath(m, path)
}

// OpenTemp opens a temporary file that vanishes with its handle; mode as for OpenFile.
func (s *Set) OpenTemp(mode string) (*Handle, error) {
	m, err := s.parseMode(mode)
	if err != nil {
		return nil, err
	}
	return s.openTemp(m)
}

// OpenReader makes a handle of r, for data that come from elsewhere (DATA, a test). It has no
// positions unless r is an *os.File.
func (s *Set) OpenReader(name string, r io.Reader) *Handle {
	return s.detached(&descriptor{file: inputFile(r)}, name, canRead, layering{})
}

// OpenString makes a handle that reads text, characters if wide.
func (s *Set) OpenString(name, text string, wide bool) *Handle {
	l := layering{}
	if wide {
		l.enc = encUTF8
	}
	return s.detached(&descriptor{file: &memoryFile{s: value.NewScalar(value.Str(text))}}, name, canRead|memory, l)
}

// detached makes a handle without a descriptor number.
func (s *Set) detached(d *descriptor, name string, fl flags, l layering) *Handle {
	h := &Handle{set: s, num: -1}
	s.fit(h, d, name, fl, l)
	return h
}

// Sysopen opens path with the system's flags (the O_ constants of package os) and permissions, before the umask.
func (s *Set) Sysopen(path string, flag int, perm fs.FileMode) (*Handle, error) {
	m := mode{os: flag}
	switch flag & (os.O_RDONLY | os.O_WRONLY | os.O_RDWR) {
	case os.O_RDWR:
		m.flags = canRead | canWrite
	case os.O_WRONLY:
		m.flags = canWrite
	default:
		m.flags = canRead
	}
	if flag&os.O_APPEND != 0 {
		m.flags |= appends
	}
	if err := s.modeLayers(&m, ""); err != nil {
		return nil, err
	}
	f, err := s.openRaw(path, flag, perm)
	if err != nil {
		return nil, err
	}
	return s.attach(&descriptor{file: f}, path, m.flags, m.layers), nil
}

func (s *Set) openPath(m mode, path string) (*Handle, error) {
	f, err := s.openRaw(path, m.os, 0o666)
	if err != nil {
		return nil, err
	}
	if m.flags&appends != 0 {
		_, _ = f.Seek(0, io.SeekEnd) // streams have no end to go to
	}
	return s.attach(&descriptor{file: f}, path, m.flags, m.layers), nil
}

// Attempts to open a file when the process has too many open: forgotten handles are only closed once the garbage
// collector has found them.
const (
	openAttempts = 8
	openPause    = time.Millisecond
)

// openRaw opens path in the file system, after making everything written so far visible.
func (s *Set) openRaw(path string, flag int, perm fs.FileMode) (File, error) {
	s.publish()
	if err := s.checkName("open", path); err != nil {
		return nil, err
	}
	f, err := s.create(s.Path(path), flag, perm)
	for i := 0; i < openAttempts && (errors.Is(err, syscall.EMFILE) || errors.Is(err, syscall.ENFILE)); i++ {
		runtime.GC()
		time.Sleep(openPause << i)
		f, err = s.create(s.Path(path), flag, perm)
	}
	return f, err
}

// create opens a file under the set's umask. The process's own umask still applies to files that the set's mask does
// not concern, so a new file gets its permissions afterwards.
func (s *Set) create(path string, flag int, perm fs.FileMode) (File, error) {
	if !s.hasMask || flag&os.O_CREATE == 0 {
		return s.fs.Open(path, flag, perm)
	}
	f, err := s.fs.Open(path, flag|os.O_EXCL, perm)
	if err == nil {
		return f, s.fs.Chmod(path, perm&^fs.FileMode(s.mask))
	}
	if flag&os.O_EXCL != 0 || !errors.Is(err, fs.ErrExist) {
		return nil, err
	}
	return s.fs.Open(path, flag, perm)
}

func (s *Set) checkName(op, path string) error {
	if i := strings.IndexByte(path, 0); i >= 0 {
		s.warn(Warning{Kind: BadName, Category: "syscalls",
			Text: `Invalid \0 character in pathname for ` + op + ": " + path[:i] + `\0` + path[i+1:]})
		return &fs.PathError{Op: op, Path: path, Err: syscall.ENOENT}
	}
	if path == "" {
		return &fs.PathError{Op: op, Path: path, Err: syscall.ENOENT}
	}
	return nil
}

func (s *Set) openTemp(m mode) (*Handle, error) {
	if m.pipe || m.dup {
		return nil, syscall.EINVAL
	}
	stamp := uint64(time.Now().UnixNano())
	for range 1000 {
		stamp = stamp*6364136223846793005 + 1442695040888963407
		path := filepath.Join(os.TempDir(), "smr"+strconv.FormatUint(stamp>>24, 36))
		f, err := s.fs.Open(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		d := &descriptor{file: f}
		if s.fs.Unlink(path) != nil {
			d.temp = path
		}
		return s.attach(d, path, canRead|canWrite, m.layers), nil
	}
	return nil, syscall.EEXIST
}

// source finds the handle that a dup mode names.
func (s *Set) source(v value.Value) (*Handle, error) {
	if h := s.resolve(v); h != nil {
		if h.d == nil {
			return nil, h.refuse("dup", Closed)
		}
		return h, nil
	}
	name := strings.Trim(v.String(), blanks)
	if n, err := strconv.Atoi(name); err == nil {
		if h := s.ByFileno(n); h != nil {
			return h, nil
		}
		return nil, &StateError{Op: "dup", Name: "descriptor " + name, Reason: Closed}
	}
	return nil, &BadHandleError{Name: name}
}

func (s *Set) resolve(v value.Value) *Handle {
	if s.config.Resolve != nil {
		if h := s.config.Resolve(v); h != nil {
			return h
		}
	}
	if !v.IsString() {
		return nil
	}
	switch strings.TrimPrefix(strings.TrimPrefix(strings.Trim(v.S(), blanks), "*"), "main::") {
	case "STDIN":
		return s.Stdin
	case "STDOUT":
		return s.Stdout
	case "STDERR":
		return s.Stderr
	}
	return nil
}

// Dup opens from once more, with a mode such as ">&", "<&" or "+<&=". The position is shared, the buffers are not.
func (s *Set) Dup(mode string, from *Handle) (*Handle, error) {
	m, err := s.parseMode(mode)
	if err != nil {
		return nil, err
	}
	if from == nil || from.d == nil {
		return nil, &StateError{Op: "dup", Reason: Closed}
	}
	return s.dup(m, from)
}

func (s *Set) dup(m mode, from *Handle) (*Handle, error) {
	if err := from.Flush(); err != nil {
		return nil, err
	}
	if from.end > 0 || from.rawEnd > 0 {
		if err := from.unread(); err != nil {
			return nil, err
		}
	}
	fl := m.flags | from.flags&memory
	if from.num < 0 {
		return s.detached(from.d, from.name, fl, m.layers), nil
	}
	if m.alias {
		h := s.detached(from.d, from.name, fl, m.layers)
		h.num = from.num
		return h, nil
	}
	return s.attach(from.d, from.name, fl, m.layers), nil
}
