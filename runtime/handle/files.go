package handle

// This file defines what a script does with files by name, relative to the set's own working directory.

import (
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"time"
)

// Path returns the name under which the file system knows path: itself, unless the set has a working directory of its
// own and path is relative. It is not cleaned: "x/.." goes through x.
func (s *Set) Path(path string) string {
	if s.dir == "" || filepath.IsAbs(path) {
		return path
	}
	return resolve(s.dir, path)
}

// Dir returns the working directory, absolute.
func (s *Set) Dir() (string, error) {
	if s.dir != "" {
		return s.dir, nil
	}
	return os.Getwd()
}

// Chdir changes the set's working directory, never the process's. Children start in it.
func (s *Set) Chdir(path string) error {
	if err := s.checkName("chdir", path); err != nil {
		return err
	}
	if s.dir == "" && !filepath.IsAbs(path) {
		wd, err := os.Getwd()
		if err != nil {
			return err
		}
		path = resolve(wd, path)
	}
	full := s.Path(path)
	info, err := s.fs.Stat(full)
	if err != nil {
		return err
	}
	if !info.IsDir() {
		return &fs.PathError{Op: "chdir", Path: path, Err: syscall.ENOTDIR}
	}
	if !StatOf(info).mayExecute(effective) {
		return &fs.PathError{Op: "chdir", Path: path, Err: syscall.EACCES}
	}
	if real, err := s.realPath(full); err == nil {
		full = real
	}
	s.dir = full
	return nil
}

// realPath resolves symbolic links, as getcwd shows directories.
func (s *Set) realPath(full string) (string, error) {
	if _, ok := s.fs.(osFS); ok {
		return filepath.EvalSymlinks(full)
	}
	return filepath.Clean(full), nil
}

// Umask sets the set's umask, if mask is not negative, and returns the one before. The process's own stays.
func (s *Set) Umask(mask int) (old int) {
	old = s.mask
	if !s.hasMask {
		old = processUmask()
	}
	if mask >= 0 {
		s.mask, s.hasMask = mask&0o777, true
	}
	return old
}

// Stat returns what is known of the file at path, following symbolic links. Data that handles hold back are written
// out first.
func (s *Set) Stat(path string) (*Stat, error) { return s.stat("stat", path, s.fs.Stat) }

// Lstat is Stat without following a final symbolic link.
func (s *Set) Lstat(path string) (*Stat, error) { return s.stat("lstat", path, s.fs.Lstat) }

func (s *Set) stat(op, path string, stat func(string) (fs.FileInfo, error)) (*Stat, error) {
	s.publish()
	if err := s.checkName(op, path); err != nil {
		return nil, err
	}
	info, err := stat(s.Path(path))
	if err != nil {
		return nil, err
	}
	return StatOf(info), nil
}

// change runs an operation on a file by name, after everything written so far.
func (s *Set) change(op, path string, fn func(full string) error) error {
	s.publish()
	if err := s.checkName(op, path); err != nil {
		return err
	}
	return fn(s.Path(path))
}

// Unlink removes a file, never a directory.
func (s *Set) Unlink(path string) error { return s.change("unlink", path, s.fs.Unlink) }

// Rmdir removes an empty directory.
func (s *Set) Rmdir(path string) error { return s.change("rmdir", path, s.fs.Rmdir) }

// Mkdir makes a directory with the permissions perm (0777 is usual), before the umask.
func (s *Set) Mkdir(path string, perm uint32) error {
	return s.change("mkdir", path, func(full string) error {
		err := s.fs.Mkdir(full, fileMode(perm))
		if err == nil && s.hasMask {
			err = s.fs.Chmod(full, fileMode(perm&^uint32(s.mask)))
		}
		return err
	})
}

// Rename moves a file.
func (s *Set) Rename(from, to string) error {
	return s.both("rename", from, to, s.fs.Rename)
}

// Link makes a hard link.
func (s *Set) Link(from, to string) error { return s.both("link", from, to, s.fs.Link) }

func (s *Set) both(op, from, to string, fn func(from, to string) error) error {
	return s.change(op, from, func(full string) error {
		if err := s.checkName(op, to); err != nil {
			return err
		}
		return fn(full, s.Path(to))
	})
}

// Symlink makes path a symbolic link to target, which is kept as it is.
func (s *Set) Symlink(target, path string) error {
	return s.change("symlink", path, func(full string) error { return s.fs.Symlink(target, full) })
}

// Readlink returns what a symbolic link points to.
func (s *Set) Readlink(path string) (string, error) {
	if err := s.checkName("readlink", path); err != nil {
		return "", err
	}
	return s.fs.Readlink(s.Path(path))
}

// Chmod sets permissions as Unix numbers them, set-user-id bits included.
func (s *Set) Chmod(path string, perm uint32) error {
	return s.change("chmod", path, func(full string) error { return s.fs.Chmod(full, fileMode(perm)) })
}

// Chown sets owner and group; -1 keeps one as it is.
func (s *Set) Chown(path string, uid, gid int) error {
	return s.change("chown", path, func(full string) error { return s.fs.Chown(full, uid, gid) })
}

// Utimes sets the times of last access and modification; zero times stand for now.
func (s *Set) Utimes(path string, atime, mtime time.Time) error {
	if now := time.Now(); atime.IsZero() || mtime.IsZero() {
		if atime.IsZero() {
			atime = now
		}
		if mtime.IsZero() {
			mtime = now
		}
	}
	return s.change("utime", path, func(full string) error { return s.fs.Utimes(full, atime, mtime) })
}

// Truncate cuts or extends a file by name.
func (s *Set) Truncate(path string, size int64) error {
	if size < 0 {
		return syscall.EINVAL
	}
	return s.change("truncate", path, func(full string) error { return s.fs.Truncate(full, size) })
}

// fileMode turns Unix permissions into Go's.
func fileMode(perm uint32) fs.FileMode {
	m := fs.FileMode(perm & 0o777)
	if perm&0o4000 != 0 {
		m |= fs.ModeSetuid
	}
	if perm&0o2000 != 0 {
		m |= fs.ModeSetgid
	}
	if perm&0o1000 != 0 {
		m |= fs.ModeSticky
	}
	return m
}

// A Dir is an open directory.
type Dir struct {
	names []string // "." and ".." first, then as the system gave them
	at    int
	open  bool
	again func() ([]string, error)
}

// Opendir opens a directory. Its names are read at once.
func (s *Set) Opendir(path string) (*Dir, error) {
	if err := s.checkName("opendir", path); err != nil {
		return nil, err
	}
	full := s.Path(path)
	info, err := s.fs.Stat(full)
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		return nil, &fs.PathError{Op: "opendir", Path: path, Err: syscall.ENOTDIR}
	}
	d := &Dir{open: true, again: func() ([]string, error) { return s.fs.ReadDirNames(full) }}
	if err := d.Rewind(); err != nil {
		return nil, err
	}
	return d, nil
}

// Read returns the next name; ok is false after the last one.
func (d *Dir) Read() (name string, ok bool) {
	if d.at >= len(d.names) {
		return "", false
	}
	d.at++
	return d.names[d.at-1], true
}

// ReadAll returns the names that are left.
func (d *Dir) ReadAll() []string {
	rest := d.names[min(d.at, len(d.names)):]
	d.at = len(d.names)
	return rest
}

// Rewind starts again with the directory as it is now.
func (d *Dir) Rewind() error {
	if !d.open {
		return &StateError{Op: "rewinddir", Reason: Closed}
	}
	names, err := d.again()
	if err != nil {
		return err
	}
	d.names, d.at = append([]string{".", ".."}, names...), 0
	return nil
}

// Tell returns the position, for Seek.
func (d *Dir) Tell() int { return d.at }

// Seek goes back to a position that Tell gave.
func (d *Dir) Seek(pos int) { d.at = max(0, min(pos, len(d.names))) }

// IsOpen reports whether the directory has not been closed.
func (d *Dir) IsOpen() bool { return d != nil && d.open }

// Close closes the directory.
func (d *Dir) Close() error {
	if !d.open {
		return &StateError{Op: "closedir", Reason: Closed}
	}
	d.open, d.names, d.at = false, nil, 0
	return nil
}
