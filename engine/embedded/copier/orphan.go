package copier

// This file removes what the copy has and the set has not.

import (
	"context"
	"strings"

	"github.com/smrscript/smrscript/engine/embedded/rules"
	"github.com/smrscript/smrscript/engine/embedded/tree"
)

// orphans removes the entries of the copy's folder that do not belong there, and
// temporary files of runs that ended early.
func (f *folderWork) orphans(ctx context.Context) {
	var left, surplus []string // behind, since what is removed while it is listed may hide others
	err := f.dst.Each(func(e tree.Entry) bool {
		switch {
		case strings.HasPrefix(e.Name, TempPrefix):
			if !strings.HasPrefix(e.Name, TempPrefix+f.Run+"-") {
				left = append(left, strings.Clone(e.Name))
			}
		case f.opt.Orphans && !f.kept.has(e.Name):
			surplus = append(surplus, strings.Clone(e.Name))
		}
		return ctx.Err() == nil
	})
	if err != nil {
		f.fail(f.here.String(), err)
	}
	for _, name := range left {
		f.touched = f.dst.Remove(name) == nil || f.touched
		f.dirty.Store(true)
	}
	for _, name := range surplus {
		if ctx.Err() != nil {
			return
		}
		f.orphan(ctx, name)
	}
}

// orphan removes one entry after a last look at the source.
func (f *folderWork) orphan(ctx context.Context, name string) {
	path := append(f.here[:len(f.here):len(f.here)], name)
	key := place{f.task.root, join(f.task.rel, name)}
	if f.locks.lock(ctx, key) != nil {
		return
	}
	defer f.locks.unlock(key)
	if si, err := f.src.Stat(name); err == nil {
		if d := f.Set.Decide(path, si.Kind == tree.Folder); d.In || d.Descend {
			return // it has come into being meanwhile
		}
	} else if !tree.IsNotExist(err) {
		f.fail(path.String(), err)
		return
	}
	removed, err := f.removeTree(f.dst, name, path, tree.Unknown)
	if err != nil {
		f.fail(path.String(), err)
	}
	f.n.Removed.Add(removed)
	f.dirty.Store(true)
	f.touched = f.touched || removed > 0
}

// removeTree removes an entry of the copy with what is below it, except what a
// wildcard rule leaves out of the set, and the folders that lead there. It
// returns how many entries went.
func (p *pass) removeTree(dst tree.Dir, name string, path rules.Path, kind tree.Kind) (int64, error) {
	if kind == tree.Unknown {
		di, err := dst.Stat(name)
		if err != nil {
			return 0, ignoreGone(err)
		}
		kind = di.Kind
	}
	if p.Set.Decide(path, kind == tree.Folder).WildLeft {
		return 0, nil
	}
	if kind != tree.Folder {
		gone, err := p.removeFile(dst, name, path)
		if !gone {
			return 0, err
		}
		return 1, nil
	}
	sub, err := dst.Sub(name)
	if err != nil {
		return 0, ignoreGone(err)
	}
	defer sub.Close()
	entries, err := tree.List(sub)
	if err != nil {
		return 0, err
	}
	var removed int64
	var first error
	left := false
	for _, e := range entries {
		below := append(path[:len(path):len(path)], e.Name)
		n, err := p.removeTree(sub, e.Name, below, e.Kind)
		removed += n
		left = left || n == 0
		if err != nil && first == nil {
			first = err
		}
	}
	if first != nil {
		return removed, first
	}
	if err := dst.Rmdir(name); err == nil {
		removed++
	} else if !left && !tree.IsNotEmpty(err) {
		return removed, ignoreGone(err)
	}
	return removed, nil
}

func ignoreGone(err error) error {
	if tree.IsNotExist(err) {
		return nil
	}
	return err
}
