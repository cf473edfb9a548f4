package handle

// This file defines the changes of a rehearsal, and its open files.

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"time"
)

// change does something to an entry that must be there.
func (r *Rehearsal) change(op, name string, f func(abs string, n *node) error) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	abs := absolute(name)
	n, err := r.lift(abs)
	if err == nil {
		err = f(abs, n)
	}
	if err != nil {
		return failure(op, name, err)
	}
	r.note(op, abs)
	return nil
}

// Unlink removes a file.
func (r *Rehearsal) Unlink(name string) error {
	return r.change("unlink", name, func(abs string, n *node) error {
		if n.mode.IsDir() {
			return syscall.EISDIR
		}
		r.left += int64(len(n.data))
		r.nodes[abs] = &node{gone: true}
		return nil
	})
}

// Rmdir removes an empty directory.
func (r *Rehearsal) Rmdir(name string) error {
	r.mu.Lock()
	n, err := r.lift(absolute(name))
	dir := err == nil && n.mode.IsDir()
	r.mu.Unlock()
	if dir {
		if names, err := r.ReadDirNames(name); err != nil || len(names) > 0 {
			return failure("rmdir", name, syscall.ENOTEMPTY)
		}
	}
	return r.change("rmdir", name, func(abs string, n *node) error {
		if !n.mode.IsDir() {
			return syscall.ENOTDIR
		}
		r.nodes[abs] = &node{gone: true}
		return nil
	})
}

// create adds an entry that must not be there.
func (r *Rehearsal) create(op, name string, n *node) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	abs := absolute(name)
	_, err := r.lift(abs)
	if err == nil {
		err = syscall.EEXIST
	} else if err == syscall.ENOENT {
		err = r.parent(abs)
	}
	if err != nil {
		return failure(op, name, err)
	}
	r.nodes[abs] = n
	r.note(op, abs)
	return nil
}

// Mkdir makes a directory.
func (r *Rehearsal) Mkdir(name string, perm fs.FileMode) error {
	return r.create("mkdir", name, &node{mode: fs.ModeDir | perm.Perm(), mtime: time.Now()})
}

// Symlink makes a symbolic link.
func (r *Rehearsal) Symlink(target, name string) error {
	return r.create("symlink", name, &node{mode: fs.ModeSymlink | 0o777, mtime: time.Now(), target: target})
}

// Link makes another name for a file. In the rehearsal it is a copy: what is written to one is not seen in the other.
func (r *Rehearsal) Link(from, to string) error {
	r.mu.Lock()
	n, err := r.lift(absolute(from))
	r.mu.Unlock()
	if err != nil {
		return failure("link", from, err)
	}
	twin := *n
	return r.create("link", to, &twin)
}

// Readlink returns where a link leads.
func (r *Rehearsal) Readlink(name string) (string, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	n := r.node(absolute(name))
	switch {
	case n == nil:
		return r.base.Readlink(name)
	case n.gone:
		return "", failure("readlink", name, syscall.ENOENT)
	case n.mode&fs.ModeSymlink == 0:
		return "", failure("readlink", name, syscall.EINVAL)
	}
	return n.target, nil
}

// Rename gives an entry another name; a directory takes what is in it along.
func (r *Rehearsal) Rename(from, to string) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	a, b := absolute(from), absolute(to)
	n, err := r.lift(a)
	if err == nil {
		err = r.parent(b)
	}
	if err == nil {
		if old, oerr := r.lift(b); oerr == nil && old.mode.IsDir() != n.mode.IsDir() {
			err = syscall.EISDIR
			if n.mode.IsDir() {
				err = syscall.ENOTDIR
			}
		}
	}
	if err != nil {
		return &os.LinkError{Op: "rename", Old: from, New: to, Err: err}
	}
	for _, path := range r.below(a) {
		r.nodes[b+path[len(a):]] = r.nodes[path]
		delete(r.nodes, path)
	}
	r.nodes[b], r.nodes[a] = n, &node{gone: true}
	if n.mode.IsDir() && n.from != "" {
		if err := r.spread(n.from, b); err != nil {
			return &os.LinkError{Op: "rename", Old: from, New: to, Err: err}
		}
		n.from = ""
	}
	r.note("rename", a+" to "+b)
	return nil
}

// spread makes nodes of what a directory below holds, under its new name.
func (r *Rehearsal) spread(from, to string) error {
	names, err := r.base.ReadDirNames(from)
	if err != nil {
		return cause(err)
	}
	for _, name := range names {
		old, abs := filepath.Join(from, name), filepath.Join(to, name)
		if r.nodes[abs] != nil {
			continue // it was changed before, and has come along
		}
		info, err := r.base.Lstat(old)
		if err != nil {
			return cause(err)
		}
		n := &node{from: old, mode: info.Mode(), mtime: info.ModTime()}
		if info.Mode()&fs.ModeSymlink != 0 {
			n.target, _ = r.base.Readlink(old) // a link that goes at this moment leads nowhere
		}
		r.nodes[abs] = n
		if info.IsDir() {
			if err := r.spread(old, abs); err != nil {
				return err
			}
			n.from = ""
		}
	}
	return nil
}

// Chmod changes permissions.
func (r *Rehearsal) Chmod(name string, mode fs.FileMode) error {
	return r.change("chmod", name, func(_ string, n *node) error { n.mode = n.mode.Type() | mode.Perm(); return nil })
}

// Chown changes nothing that could be seen here.
func (r *Rehearsal) Chown(name string, _, _ int) error {
	return r.change("chown", name, func(string, *node) error { return nil })
}

// Utimes changes the time.
func (r *Rehearsal) Utimes(name string, _, mtime time.Time) error {
	return r.change("utime", name, func(_ string, n *node) error { n.mtime = mtime; return nil })
}

// Truncate changes the size of a file.
func (r *Rehearsal) Truncate(name string, size int64) error {
	return r.change("truncate", name, func(_ string, n *node) error {
		if err := r.content(n); err != nil {
			return err
		}
		return r.resize(n, size)
	})
}

// resize cuts or extends a file in memory.
func (r *Rehearsal) resize(n *node, size int64) error {
	more := size - int64(len(n.data))
	switch {
	case size < 0:
		return syscall.EINVAL
	case more > r.left:
		return syscall.ENOSPC
	case more > 0:
		n.data = append(n.data, make([]byte, more)...)
	default:
		n.data = n.data[:size]
	}
	r.left -= more
	n.mtime = time.Now()
	return nil
}

// rehearsed is an open file in memory.
type rehearsed struct {
	r    *Rehearsal
	n    *node
	name string
	flag int
	pos  int64
}

func (f *rehearsed) Read(p []byte) (int, error) {
	f.r.mu.Lock()
	defer f.r.mu.Unlock()
	if f.n.mode.IsDir() {
		return 0, syscall.EISDIR
	}
	if f.pos >= int64(len(f.n.data)) {
		return 0, io.EOF
	}
	n := copy(p, f.n.data[f.pos:])
	f.pos += int64(n)
	return n, nil
}

func (f *rehearsed) Write(p []byte) (int, error) {
	f.r.mu.Lock()
	defer f.r.mu.Unlock()
	if f.flag&os.O_APPEND != 0 {
		f.pos = int64(len(f.n.data))
	}
	if end := f.pos + int64(len(p)); end > int64(len(f.n.data)) {
		if err := f.r.resize(f.n, end); err != nil {
			return 0, err
		}
	}
	f.n.mtime = time.Now()
	n := copy(f.n.data[f.pos:], p)
	f.pos += int64(n)
	return n, nil
}

func (f *rehearsed) Seek(offset int64, whence int) (int64, error) {
	f.r.mu.Lock()
	defer f.r.mu.Unlock()
	switch whence {
	case io.SeekCurrent:
		offset += f.pos
	case io.SeekEnd:
		offset += int64(len(f.n.data))
	}
	if offset < 0 {
		return f.pos, syscall.EINVAL
	}
	f.pos = offset
	return offset, nil
}

func (f *rehearsed) Close() error { return nil }

func (f *rehearsed) Stat() (fs.FileInfo, error) {
	f.r.mu.Lock()
	defer f.r.mu.Unlock()
	return info{f.name, int64(len(f.n.data)), *f.n}, nil
}

func (f *rehearsed) Truncate(size int64) error {
	f.r.mu.Lock()
	defer f.r.mu.Unlock()
	return f.r.resize(f.n, size)
}

func (f *rehearsed) Chmod(mode fs.FileMode) error {
	f.r.mu.Lock()
	defer f.r.mu.Unlock()
	f.n.mode = f.n.mode.Type() | mode.Perm()
	return nil
}
