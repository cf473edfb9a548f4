// Package treetest makes file systems fail on purpose.
//
// A test wraps the handles of [tree.Dir] and decides for every call whether it
// fails. The hard part, that folders and files opened through a wrapped handle
// must be wrapped as well, is done here once.
package treetest

// This file defines the wrapper.

import "github.com/smrscript/smrscript/engine/embedded/tree"

// Fault is asked before every call: op is the name of the method in lower case
// ("open", "create", "write", "rename" ...), name the entry it is about. An error
// is returned instead of making the call. It is called from several goroutines.
type Fault func(op, name string) error

// Wrap returns d with faults.
func Wrap(d tree.Dir, fault Fault) tree.Dir { return &dir{d, fault} }

type dir struct {
	tree.Dir
	fault Fault
}

func (d *dir) Sub(rel string) (tree.Dir, error) {
	if err := d.fault("sub", rel); err != nil {
		return nil, err
	}
	s, err := d.Dir.Sub(rel)
	if err != nil {
		return nil, err
	}
	return &dir{s, d.fault}, nil
}

func (d *dir) Each(visit func(tree.Entry) bool) error {
	if err := d.fault("list", "."); err != nil {
		return err
	}
	return d.Dir.Each(visit)
}

func (d *dir) Stat(name string) (tree.Info, error) {
	if err := d.fault("stat", name); err != nil {
		return tree.Info{}, err
	}
	return d.Dir.Stat(name)
}

func (d *dir) Open(name string) (tree.File, error) {
	if err := d.fault("open", name); err != nil {
		return nil, err
	}
	return d.wrap(d.Dir.Open(name))(name)
}

func (d *dir) OpenWrite(name string) (tree.File, error) {
	if err := d.fault("openwrite", name); err != nil {
		return nil, err
	}
	return d.wrap(d.Dir.OpenWrite(name))(name)
}

func (d *dir) Create(name string, perm uint32) (tree.File, error) {
	if err := d.fault("create", name); err != nil {
		return nil, err
	}
	return d.wrap(d.Dir.Create(name, perm))(name)
}

func (d *dir) wrap(f tree.File, err error) func(string) (tree.File, error) {
	return func(name string) (tree.File, error) {
		if err != nil {
			return nil, err
		}
		return &file{f, name, d.fault}, nil
	}
}

func (d *dir) Mkdir(name string, perm uint32) error {
	return d.first("mkdir", name, func() error { return d.Dir.Mkdir(name, perm) })
}

func (d *dir) Remove(name string) error {
	return d.first("remove", name, func() error { return d.Dir.Remove(name) })
}

func (d *dir) Rmdir(name string) error {
	return d.first("rmdir", name, func() error { return d.Dir.Rmdir(name) })
}

func (d *dir) Rename(from, to string) error {
	return d.first("rename", to, func() error { return d.Dir.Rename(from, to) })
}

func (d *dir) Move(from string, into tree.Dir, to string) error {
	if other, ok := into.(*dir); ok {
		into = other.Dir
	}
	return d.first("move", to, func() error { return d.Dir.Move(from, into, to) })
}

func (d *dir) Link(from string, into tree.Dir, to string) error {
	if other, ok := into.(*dir); ok {
		into = other.Dir
	}
	return d.first("link", to, func() error { return d.Dir.Link(from, into, to) })
}

func (d *dir) Symlink(text, name string) error {
	return d.first("symlink", name, func() error { return d.Dir.Symlink(text, name) })
}

func (d *dir) SetMode(name string, perm uint32) error {
	return d.first("setmode", name, func() error { return d.Dir.SetMode(name, perm) })
}

func (d *dir) SetOwner(name string, uid, gid int) error {
	return d.first("setowner", name, func() error { return d.Dir.SetOwner(name, uid, gid) })
}

func (d *dir) Sync() error { return d.first("sync", ".", d.Dir.Sync) }

func (d *dir) SetTimes(name string, mtime tree.Stamp) error {
	return d.first("settimes", name, func() error { return d.Dir.SetTimes(name, mtime) })
}

func (d *dir) first(op, name string, then func() error) error {
	if err := d.fault(op, name); err != nil {
		return err
	}
	return then()
}

type file struct {
	tree.File
	name  string
	fault Fault
}

func (f *file) Read(p []byte) (int, error) {
	if err := f.fault("read", f.name); err != nil {
		return 0, err
	}
	return f.File.Read(p)
}

func (f *file) ReadAt(p []byte, off int64) (int, error) {
	if err := f.fault("read", f.name); err != nil {
		return 0, err
	}
	return f.File.ReadAt(p, off)
}

func (f *file) Write(p []byte) (int, error) {
	if err := f.fault("write", f.name); err != nil {
		return 0, err
	}
	return f.File.Write(p)
}

func (f *file) WriteAt(p []byte, off int64) (int, error) {
	if err := f.fault("write", f.name); err != nil {
		return 0, err
	}
	return f.File.WriteAt(p, off)
}

func (f *file) Truncate(size int64) error {
	if err := f.fault("truncate", f.name); err != nil {
		return err
	}
	return f.File.Truncate(size)
}

func (f *file) Close() error {
	err := f.File.Close()
	if ferr := f.fault("close", f.name); ferr != nil {
		return ferr
	}
	return err
}
