package tree

// This file defines the portable folder handle: an os.Root for every folder.

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

type rootDir struct{ root *os.Root }

func (d rootDir) Sub(rel string) (Dir, error) {
	// Each element is checked before it is opened. A link swapped in between can
	// only lead to another place below this root, which os.Root ensures.
	cur, owned := d.root, false
	for rel != "" && rel != "." {
		var name string
		name, rel = split(rel)
		info, err := cur.Lstat(name)
		var next *os.Root
		if err == nil && !info.IsDir() {
			err = pathError("open", name, errKind)
		}
		if err == nil {
			next, err = cur.OpenRoot(name)
		}
		if owned {
			cur.Close()
		}
		if err != nil {
			return nil, err
		}
		cur, owned = next, true
	}
	if !owned {
		same, err := d.root.OpenRoot(".")
		return rootDir{same}, err
	}
	return rootDir{cur}, nil
}

func (d rootDir) Each(visit func(Entry) bool) error {
	f, err := d.root.Open(".")
	if err != nil {
		return err
	}
	defer f.Close()
	for {
		list, err := f.ReadDir(512)
		for _, e := range list {
			if !visit(Entry{e.Name(), kindOf(e.Type())}) {
				return nil
			}
		}
		if err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
	}
}

func (d rootDir) Stat(name string) (Info, error) {
	fi, err := d.root.Lstat(name)
	if err != nil {
		return Info{}, err
	}
	return infoOf(fi), nil
}

func (d rootDir) Open(name string) (File, error) { return d.open(name, os.O_RDONLY) }

func (d rootDir) OpenWrite(name string) (File, error) { return d.open(name, os.O_RDWR) }

func (d rootDir) open(name string, flag int) (File, error) {
	fi, err := d.root.Lstat(name)
	if err != nil {
		return nil, err
	}
	if !fi.Mode().IsRegular() {
		return nil, pathError("open", name, errKind)
	}
	f, err := d.root.OpenFile(name, flag|nonblock, 0)
	if err != nil {
		return nil, err
	}
	if now, err := f.Stat(); err != nil || !os.SameFile(fi, now) {
		f.Close()
		return nil, pathError("open", name, errKind)
	}
	return rootFile{f}, nil
}

func (d rootDir) Create(name string, perm uint32) (File, error) {
	f, err := d.root.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_EXCL, fs.FileMode(perm&0o777))
	if err != nil {
		return nil, err
	}
	return rootFile{f}, nil
}

func (d rootDir) Mkdir(name string, perm uint32) error {
	return d.root.Mkdir(name, fs.FileMode(perm&0o777))
}

func (d rootDir) Remove(name string) error {
	fi, err := d.root.Lstat(name)
	if err != nil {
		return err
	}
	if fi.IsDir() {
		return pathError("remove", name, errKind)
	}
	return d.root.Remove(name)
}

func (d rootDir) Rmdir(name string) error {
	fi, err := d.root.Lstat(name)
	if err != nil {
		return err
	}
	if !fi.IsDir() {
		return pathError("rmdir", name, errKind)
	}
	return d.root.Remove(name)
}

func (d rootDir) Rename(from, to string) error { return d.root.Rename(from, to) }

// Move cannot be done with two roots.
func (d rootDir) Move(_ string, _ Dir, to string) error {
	return pathError("rename", to, errors.ErrUnsupported)
}

// Link cannot be done with two roots.
func (d rootDir) Link(_ string, _ Dir, to string) error {
	return pathError("link", to, errors.ErrUnsupported)
}

func (d rootDir) Readlink(name string) (string, error) { return d.root.Readlink(name) }
func (d rootDir) Symlink(text, name string) error      { return d.root.Symlink(text, name) }

func (d rootDir) SetMode(name string, perm uint32) error {
	return d.notLink(name, func() error { return d.root.Chmod(name, fileMode(perm)) })
}

func (d rootDir) SetOwner(name string, uid, gid int) error { return d.root.Lchown(name, uid, gid) }

// SetTimes leaves links alone: os.Root cannot set the times of a link itself.
func (d rootDir) SetTimes(name string, mtime Stamp) error {
	return d.notLink(name, func() error { return d.root.Chtimes(name, time.Time{}, mtime.Time()) })
}

func (d rootDir) notLink(name string, do func() error) error {
	fi, err := d.root.Lstat(name)
	if err != nil {
		return err
	}
	if fi.Mode()&fs.ModeSymlink != 0 {
		return nil
	}
	return do()
}

func (d rootDir) Sync() error  { return nil }
func (d rootDir) Close() error { return d.root.Close() }

type rootFile struct{ *os.File }

func (f rootFile) Stat() (Info, error) {
	fi, err := f.File.Stat()
	if err != nil {
		return Info{}, err
	}
	return infoOf(fi), nil
}

func (f rootFile) SetMode(perm uint32) error   { return f.File.Chmod(fileMode(perm)) }
func (f rootFile) SetOwner(uid, gid int) error { return f.File.Chown(uid, gid) }

func kindOf(m fs.FileMode) Kind {
	switch {
	case m.IsRegular():
		return Regular
	case m.IsDir():
		return Folder
	case m&fs.ModeSymlink != 0:
		return Link
	}
	return Special
}

func infoOf(fi fs.FileInfo) Info {
	m := fi.Mode()
	i := Info{Kind: kindOf(m), Perm: uint32(m.Perm()), UID: -1, GID: -1, Size: fi.Size(), MTime: StampOf(fi.ModTime())}
	for _, bit := range specialBits() {
		if m&bit.mode != 0 {
			i.Perm |= bit.perm
		}
	}
	i.CTime = i.MTime
	return i
}

func fileMode(perm uint32) fs.FileMode {
	m := fs.FileMode(perm & 0o777)
	for _, bit := range specialBits() {
		if perm&bit.perm != 0 {
			m |= bit.mode
		}
	}
	return m
}

type specialBit struct {
	perm uint32
	mode fs.FileMode
}

func specialBits() [3]specialBit {
	return [3]specialBit{{0o4000, fs.ModeSetuid}, {0o2000, fs.ModeSetgid}, {0o1000, fs.ModeSticky}}
}

// HostPath joins a volume and a slash-separated path for messages and watches.
func HostPath(volume, rel string) string { return filepath.Join(volume, filepath.FromSlash(rel)) }
