package embedded

// This file blocks the paths of copies: the top folder of each is closed to everybody but the engine, and what it looked like is put aside.
//
// A folder is closed by its permissions, and by its owner where the engine may change that, so that it costs the same for any number of
// files and the engine goes on applying changes. What is put aside is in the state before the folder is closed: a process that is killed
// in between leaves a folder that the next one closes.

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"sync"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/embedded/copier"
	"github.com/smrscript/smrscript/engine/embedded/tree"
)

// closedPerm are the permissions of a folder that is closed to others.
const closedPerm = 0o700

// doors are the folders that are closed, by their path on this host. The lock is held, at least for reading, by whoever changes what such a
// folder looks like; conn.mu may be taken after it.
type doors struct {
	mu     sync.RWMutex
	closed map[string]door
}

// door is the top of the copy of one root of a connection.
type door struct {
	cn   *conn
	root int
}

// at finds the closed folder that a path of this host leads to. The caller holds mu.
func (d *doors) at(path string) (door, bool) {
	if len(d.closed) == 0 {
		return door{}, false
	}
	found, ok := d.closed[real(path)]
	return found, ok
}

// aside is what the folder gets when it is opened.
func (d door) aside() copier.Aside {
	d.cn.mu.Lock()
	defer d.cn.mu.Unlock()
	return d.cn.rec.Aside[d.root]
}

// Source implements copier.Doors.
func (d *doors) Source(folder string, is tree.Info) tree.Info {
	if is.Perm != closedPerm {
		return is
	}
	d.mu.RLock()
	defer d.mu.RUnlock()
	if at, ok := d.at(folder); ok {
		a := at.aside()
		if is.Perm = a.Perm; a.UID >= 0 {
			is.UID, is.GID = a.UID, a.GID
		}
	}
	return is
}

// Copy implements copier.Doors.
func (d *doors) Copy(r copier.Root, open copier.Aside, set func(closed bool) error) error {
	d.mu.RLock()
	defer d.mu.RUnlock()
	at, closed := d.at(tree.HostPath(r.DstVolume, r.DstRel))
	if closed {
		if err := at.put(open); err != nil {
			return err
		}
	}
	return set(closed)
}

// put changes what the folder gets when it is opened.
func (d door) put(a copier.Aside) error {
	cn := d.cn
	cn.mu.Lock()
	defer cn.mu.Unlock()
	if a.UID < 0 {
		a.UID, a.GID = cn.rec.Aside[d.root].UID, cn.rec.Aside[d.root].GID
	}
	if cn.rec.Aside[d.root] == a {
		return nil
	}
	old := cn.rec.Aside
	cn.rec.Aside = slices.Clone(old)
	cn.rec.Aside[d.root] = a
	if err := cn.save(); err != nil {
		cn.rec.Aside = old
		return err
	}
	return nil
}

// openFolder opens a folder for copiers. One that is made and belongs closed is closed at once.
func (c *core) openFolder(volume, rel string, create bool) (tree.Dir, error) {
	f, err := tree.OpenPath(volume, rel, create)
	if err != nil {
		return nil, err
	}
	if c.cfg.wrap != nil {
		f = c.cfg.wrap(f)
	}
	if !create {
		return f, nil
	}
	c.doors.mu.RLock()
	defer c.doors.mu.RUnlock()
	if d, ok := c.doors.at(tree.HostPath(volume, rel)); ok {
		if err := d.cn.shut(f); err != nil {
			f.Close()
			return nil, err
		}
	}
	return f, nil
}

// shut closes a folder to others.
func (cn *conn) shut(f tree.Dir) error {
	is, err := f.Stat(".")
	if err != nil {
		return err
	}
	if cn.cp.Owner && is.UID > 0 {
		if err := f.SetOwner(".", 0, 0); err != nil {
			return err
		}
		is.Perm = ^uint32(0) // changing the owner may change the permissions
	}
	if is.Perm == closedPerm {
		return nil
	}
	if err := f.SetMode(".", closedPerm); err != nil {
		return err
	}
	if is, err = f.Stat("."); err == nil && is.Perm != closedPerm {
		err = errors.ErrUnsupported
	}
	return err
}

// reopen gives a folder back what was put aside.
func (cn *conn) reopen(f tree.Dir, a copier.Aside) error {
	if cn.cp.Owner && a.UID >= 0 {
		if err := f.SetOwner(".", a.UID, a.GID); err != nil {
			return err
		}
	}
	return f.SetMode(".", a.Perm)
}

// eachTop calls what with the top folder of each root's copy. missing is called for those that are not there, unless it is nil.
func (cn *conn) eachTop(what func(root int, f tree.Dir) error, missing func(root int)) error {
	for i, r := range cn.cp.Roots {
		f, err := cn.openFolder(r.DstVolume, r.DstRel, false)
		if tree.IsNotExist(err) {
			if missing != nil {
				missing(i)
			}
			continue
		}
		if err == nil {
			err = errors.Join(what(i, f), f.Close())
		}
		if err != nil {
			return cn.unblockable(r, err)
		}
	}
	return nil
}

// unblockable says why a folder cannot be closed or opened.
func (cn *conn) unblockable(r copier.Root, err error) error {
	e := &engine.Error{Code: engine.CodeFailed, Subject: tree.HostPath(r.DstVolume, r.DstRel), Cause: err}
	switch {
	case errors.Is(err, fs.ErrPermission) && !cn.cp.Owner:
		e.Code, e.Cause = engine.CodeTargetAccess, fmt.Errorf("only its owner may block it: %w", err)
		e.Hint = "Run the engine as the owner of the folder or as the superuser."
	case tree.IsUnsupported(err):
		e.Code, e.Cause = engine.CodeUnsupported, fmt.Errorf("its file system or its system keeps no permissions: %w", err)
	}
	return e
}

func (cl *Client) blockTargetPath(op engine.BlockTargetPath) (engine.Result, error) {
	cn, err := cl.find(op.ID, op.Source, engine.AccessFull)
	if err != nil {
		return nil, err
	}
	cl.change.Lock()
	defer cl.change.Unlock()
	if err := cn.alive(); err != nil {
		return nil, err
	}
	if op.Unblock {
		return engine.Done{}, cn.unblock()
	}
	return engine.Done{}, cn.block()
}

// block closes the copy to others. The caller holds change.
func (cn *conn) block() error {
	for _, r := range cn.cp.Roots {
		if r.File != "" {
			return &engine.Error{Code: engine.CodeUnsupported, Subject: "embedded engine",
				Cause: fmt.Errorf("the copy of %s is a single file, in a folder that is not the copy's alone", r.Path),
				Hint:  "Let the set name the folder of the file."}
		}
	}
	d := &cn.doors
	d.mu.Lock()
	defer d.mu.Unlock()
	if cn.blocked() {
		return &engine.Error{Code: engine.CodeTargetPathBlocked, Subject: cn.subject()}
	}
	aside := make([]copier.Aside, len(cn.cp.Roots))
	for i := range aside {
		aside[i] = copier.Aside{Perm: 0o755, UID: -1, GID: -1} // as one that does not exist yet will be made
	}
	if err := cn.eachTop(func(i int, f tree.Dir) error {
		is, err := f.Stat(".")
		aside[i] = copier.Aside{Perm: is.Perm, UID: is.UID, GID: is.GID}
		return err
	}, nil); err != nil {
		return err
	}
	if err := cn.putAside(aside); err != nil {
		return err
	}
	if err := cn.eachTop(func(_ int, f tree.Dir) error { return cn.shut(f) }, nil); err != nil {
		_ = cn.eachTop(func(i int, f tree.Dir) error { return cn.reopen(f, aside[i]) }, nil)
		return errors.Join(err, cn.putAside(nil))
	}
	cn.hang(d)
	cn.emit(engine.Event{Kind: engine.EventNote, Text: "the target path is blocked"})
	return nil
}

// unblock opens the copy; one that is open stays so. The caller holds change.
func (cn *conn) unblock() error {
	d := &cn.doors
	d.mu.Lock()
	defer d.mu.Unlock()
	cn.mu.Lock()
	aside := cn.rec.Aside
	cn.mu.Unlock()
	if aside == nil {
		return nil
	}
	err := cn.eachTop(func(i int, f tree.Dir) error { return cn.reopen(f, aside[i]) }, func(i int) {
		cn.emit(engine.Event{Kind: engine.EventNote, Path: engine.Path(cn.cp.Roots[i].Path.String()),
			Text: fmt.Sprintf("the folder of the copy is not there and was not unblocked; if it comes back, give it the permissions %04o", aside[i].Perm)})
	})
	if err == nil {
		err = cn.putAside(nil)
	}
	if err != nil { // all of it stays blocked, as the state says
		_ = cn.eachTop(func(_ int, f tree.Dir) error { return cn.shut(f) }, nil)
		return err
	}
	maps.DeleteFunc(d.closed, func(_ string, at door) bool { return at.cn == cn })
	cn.emit(engine.Event{Kind: engine.EventNote, Text: "the target path is open"})
	return nil
}

// putAside keeps what the top folders get when they are opened; nil: they are open.
func (cn *conn) putAside(aside []copier.Aside) error {
	cn.mu.Lock()
	defer cn.mu.Unlock()
	rec := cn.rec
	rec.Aside = aside
	if err := cn.store.saveConnection(rec); err != nil {
		return err
	}
	cn.rec.Aside = aside
	return nil
}

func (cn *conn) blocked() bool {
	cn.mu.Lock()
	defer cn.mu.Unlock()
	return cn.rec.Aside != nil
}

// hang makes the top folders of a connection known as closed. The caller holds the lock of d.
func (cn *conn) hang(d *doors) {
	if d.closed == nil {
		d.closed = map[string]door{}
	}
	for i, r := range cn.cp.Roots {
		d.closed[filepath.Clean(place(r))] = door{cn, i}
	}
}

// loadDoors closes again what an earlier process left half closed or half opened.
func (c *core) loadDoors() {
	c.doors.mu.Lock()
	defer c.doors.mu.Unlock()
	for _, cn := range c.sorted() {
		if !cn.blocked() {
			continue
		}
		cn.hang(&c.doors)
		if err := cn.eachTop(func(_ int, f tree.Dir) error { return cn.shut(f) }, nil); err != nil {
			cn.mu.Lock()
			cn.addFailure("", err)
			cn.mu.Unlock()
		}
	}
}
