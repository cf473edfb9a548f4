package copier

// This file shares files instead of copying them.

import (
	"context"
	"errors"

	"github.com/smrscript/smrscript/engine/embedded/tree"
)

// errNoClone says that the file system cannot share blocks.
var errNoClone = errors.New("blocks cannot be shared")

// share makes a temporary file that shares its blocks with f, else a link to it,
// else a copy. A link may only be made of files that are replaced and never
// written to.
func (w *worker) share(ctx context.Context, src tree.Dir, name string, f tree.File, si tree.Info, dst tree.Dir) (string, error) {
	if !w.noClone.Load() {
		temp, err := w.temporary(dst, f, si, func(out tree.File) error {
			if !tree.Clone(out, f) {
				return errNoClone
			}
			return nil
		})
		if !errors.Is(err, errNoClone) {
			return temp, err
		}
		w.discard(dst, temp)
		w.noClone.Store(true)
	}
	temp := w.tempName()
	w.dirty.Store(true)
	if src.Link(name, dst, temp) == nil {
		if di, err := dst.Stat(temp); err == nil && inodeOf(di) == inodeOf(si) {
			return temp, nil
		}
		w.discard(dst, temp) // another file took the name
	}
	return w.whole(ctx, f, si, dst)
}
