package copier

// This file renames in the copy what was renamed on the source.
//
// A rename is only a short cut: afterwards the entry is compared with the source
// like any other that changed: a file by its content, what is below a folder by
// size and time, and by content where the source changed after the copy was
// written. So a wrong guess costs time and nothing else.

import (
	"context"

	"github.com/smrscript/smrscript/engine/embedded/tree"
)

// move renames the copy of what was at ch.From to ch.Rel, where the source has si
// now. It reports whether it did; if not, the entry is copied as usual. The caller
// holds the lock of ch.Rel.
func (l *Live) move(ctx context.Context, ch Change, h *handles, si tree.Info) bool {
	if si.Kind != tree.Regular && si.Kind != tree.Folder || l.w.Set.Wild() {
		return false // names that a wildcard leaves out stay where they are
	}
	if !l.w.Set.Decide(l.w.path(ch.Root, ch.From), si.Kind == tree.Folder).In || !l.vacated(h, ch.From) {
		return false
	}
	key := place{ch.Root, ch.From}
	if l.w.locks.lock(ctx, key) != nil {
		return false
	}
	defer l.w.locks.unlock(key)
	fromParent, fromName := splitLast(ch.From)
	from, err := h.dst.Sub(fromParent)
	if err != nil {
		return false
	}
	defer from.Close()
	was, err := from.Stat(fromName)
	if err != nil || was.Kind != si.Kind || si.Kind == tree.Regular && (was.Size != si.Size || !was.MTime.Near(si.MTime, l.w.step)) {
		return false
	}
	parent, name := splitLast(ch.Rel)
	to, err := l.w.ensure(ch.Root, parent)
	if err != nil {
		return false
	}
	defer to.Close()
	if di, err := to.Stat(name); err == nil && (di.Kind == tree.Folder || si.Kind == tree.Folder) {
		return false
	}
	if from.Move(fromName, to, name) != nil {
		return false
	}
	l.w.dirty.Store(true)
	l.touch(ch.Root, fromParent)
	l.touch(ch.Root, parent)
	return true
}

// vacated reports whether the source has nothing at rel any more.
func (l *Live) vacated(h *handles, rel string) bool {
	parent, name := splitLast(rel)
	src, err := h.src.Sub(parent)
	if err != nil {
		return tree.IsNotExist(err)
	}
	defer src.Close()
	_, err = src.Stat(name)
	return tree.IsNotExist(err)
}
