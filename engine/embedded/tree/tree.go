// Package tree gives safe handles on folders.
//
// A [Dir] is an open folder; everything else is named relative to it, one
// element at a time. The hard part is that somebody may swap a folder for a
// symbolic link between a check and its use. It is decided by never using a
// path twice: a handle is opened without following links, and reading, creating,
// renaming and removing go through the handle, so a name can only ever mean an
// entry of that very folder.
//
// On Linux the handles are raw descriptors (openat2, getdents, fstatat), which is
// also what makes walking fast. Elsewhere each handle is an os.Root.
package tree

// This file defines folders, files and what is known about an entry.

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// Kind is the type of an entry.
type Kind uint8

// The kinds. Special stands for fifos, sockets and devices.
const (
	Unknown Kind = iota
	Regular
	Folder
	Link
	Special
)

// String names the kind for messages.
func (k Kind) String() string {
	return [...]string{"unknown entry", "file", "folder", "symbolic link", "special file"}[min(int(k), 4)]
}

// Stamp is a point in time that does not overflow: seconds since 1970 (negative
// before) and nanoseconds from 0 to 999999999.
type Stamp struct {
	Sec  int64
	Nsec int64
}

// StampOf converts a time.
func StampOf(t time.Time) Stamp { return Stamp{t.Unix(), int64(t.Nanosecond())} }

// Time converts to a time.
func (s Stamp) Time() time.Time { return time.Unix(s.Sec, s.Nsec) }

// After reports whether s is later than t.
func (s Stamp) After(t Stamp) bool { return s.Sec > t.Sec || s.Sec == t.Sec && s.Nsec > t.Nsec }

// Near reports whether s and t are less than step apart.
func (s Stamp) Near(t Stamp, step time.Duration) bool {
	if s == t {
		return true
	}
	if d := s.Sec - t.Sec; d > 10 || d < -10 {
		return false
	}
	d := time.Duration(s.Sec-t.Sec)*time.Second + time.Duration(s.Nsec-t.Nsec)
	return d.Abs() < step
}

// Info is what is known about an entry, links not followed.
type Info struct {
	Kind         Kind
	Perm         uint32 // Unix permission bits with set-uid, set-gid and sticky: 07777
	UID, GID     int    // -1 where the system has none
	Size         int64
	MTime, CTime Stamp // CTime is MTime where the system has none
	Dev, Ino     uint64
	Links        uint64 // names of the file; 0 where that is not known
	Sparse       bool   // a file that takes less room than its size; only a hint
}

// Same reports whether both describe the same unchanged entry.
func (i Info) Same(j Info) bool { return i == j }

// Entry is one name of a folder. Kind may be Unknown.
type Entry struct {
	Name string
	Kind Kind
}

// Dir is an open folder. Its methods may be called from several goroutines,
// except Each and Close. A name is one element; "." is the folder itself in
// Stat, SetMode, SetOwner and SetTimes. Links are never followed.
type Dir interface {
	// Sub opens the folder at rel, elements separated by slashes.
	Sub(rel string) (Dir, error)
	// Each hands every entry to visit, in no particular order, until visit returns false. A folder of any size takes little memory. What
	// is made or removed meanwhile may or may not be among them.
	Each(visit func(Entry) bool) error
	Stat(name string) (Info, error)
	// Open opens a regular file for reading; another kind is an error and never blocks.
	Open(name string) (File, error)
	// OpenWrite opens an existing regular file for reading and writing.
	OpenWrite(name string) (File, error)
	// Create makes a new file for reading and writing; an existing name is an error.
	Create(name string, perm uint32) (File, error)
	Mkdir(name string, perm uint32) error
	Remove(name string) error // not a folder
	Rmdir(name string) error  // an empty folder
	Rename(from, to string) error
	// Move renames into another folder; errors.ErrUnsupported where handles cannot.
	Move(from string, into Dir, to string) error
	// Link gives the file from another name in a folder; errors.ErrUnsupported where handles cannot.
	Link(from string, into Dir, to string) error
	Readlink(name string) (string, error)
	Symlink(text, name string) error
	SetMode(name string, perm uint32) error // not a link
	SetOwner(name string, uid, gid int) error
	SetTimes(name string, mtime Stamp) error
	Sync() error // flushes the whole file system where that exists
	Close() error
}

// List returns all entries of a folder, for those who remove them or need them sorted.
func List(d Dir) (entries []Entry, err error) {
	err = d.Each(func(e Entry) bool {
		entries = append(entries, e)
		return true
	})
	return entries, err
}

// File is an open regular file.
type File interface {
	io.Reader
	io.Writer
	io.ReaderAt
	io.WriterAt
	Stat() (Info, error)
	Truncate(size int64) error
	SetMode(perm uint32) error
	SetOwner(uid, gid int) error
	Close() error
}

// OpenPath opens the folder at rel (slash-separated, "" or "." for the volume
// itself) below the folder volume of this host. Links within rel are followed as
// long as they stay below volume; one that leads out is an error. With create,
// missing folders are made with mode 0755.
func OpenPath(volume, rel string, create bool) (Dir, error) {
	sub, err := openRoot(volume, rel, create)
	if err != nil {
		return nil, err
	}
	return fromRoot(sub)
}

// OpenPortable is OpenPath with the portable handles, whatever the system.
func OpenPortable(volume, rel string, create bool) (Dir, error) {
	sub, err := openRoot(volume, rel, create)
	if err != nil {
		return nil, err
	}
	return rootDir{sub}, nil
}

func openRoot(volume, rel string, create bool) (*os.Root, error) {
	root, err := os.OpenRoot(volume)
	if err != nil {
		return nil, err
	}
	if rel == "" || rel == "." {
		return root, nil
	}
	defer root.Close()
	local := filepath.FromSlash(rel)
	if create {
		if err := root.MkdirAll(local, 0o755); err != nil {
			return nil, err
		}
	}
	return root.OpenRoot(local)
}

// IsNotExist reports whether the entry, or a folder on the way, is not there.
func IsNotExist(err error) bool { return errors.Is(err, fs.ErrNotExist) }

// IsWrongKind reports whether the entry exists but is not of the kind asked for,
// such as a link where a folder was expected.
func IsWrongKind(err error) bool {
	return errors.Is(err, errKind) || errors.Is(err, syscall.ENOTDIR) || errors.Is(err, syscall.ELOOP)
}

// errKind is the cause when an entry has another kind than asked for.
var errKind = errors.New("not of the expected kind")

// split separates the first element of rel.
func split(rel string) (first, rest string) {
	first, rest, _ = strings.Cut(rel, "/")
	return first, rest
}

func pathError(op, name string, err error) error {
	if err == nil {
		return nil
	}
	return &fs.PathError{Op: op, Path: name, Err: err}
}
