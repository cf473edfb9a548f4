package copier

// This file brings single changed paths up to date.

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"
	"sync"

	"github.com/smrscript/smrscript/engine/embedded/tree"
)

// Change says that something happened to a path. What the source has there now
// is looked up when the change is applied.
type Change struct {
	Root    int
	Rel     string // below the root, with slashes; "" is the root itself
	Gone    bool   // it was removed or renamed away at some moment
	Content bool   // it was written to; false: only its attributes changed
	Tree    bool   // everything below may have changed
	From    string // it was renamed from here, below the same root; "" when that is not known
}

// Live applies changes one after the other. It keeps folders open between
// changes; Flush releases them. It is not safe for use by several goroutines.
type Live struct {
	// Incomplete, unless nil, is told that a file has names that are not known yet,
	// so that a pass should look for them.
	Incomplete func()

	w       *worker
	touched map[folderKey]struct{}
	asked   map[inode]struct{} // for which Incomplete was told
}

type folderKey struct {
	root int
	rel  string
}

// NewLive makes a Live that counts into n, reports to report and keeps to limit.
func (c *Copier) NewLive(n *Counters, report Report, limit *Limiter) *Live {
	p := &pass{Copier: c, gate: &Gate{Limit: limit}, n: n, live: true, step: 1, Report: report, names: &c.names,
		roots: make([]handles, len(c.Roots)), cancel: func() {}}
	return &Live{w: &worker{pass: p, buf: make([]byte, Block)}, touched: map[folderKey]struct{}{}, asked: map[inode]struct{}{}}
}

// Apply makes the copy of one path equal to the source. It returns nil also when
// the path no longer matters. After an error the change should be applied again.
func (l *Live) Apply(ctx context.Context, ch Change) error {
	if _, name := splitLast(ch.Rel); strings.HasPrefix(name, TempPrefix) {
		return nil
	}
	h, err := l.handles(ch.Root)
	if err != nil {
		return err
	}
	err = l.apply(ctx, ch, h)
	if err != nil {
		h.close() // they may be handles on folders that are gone
		*h = handles{}
	}
	if errors.Is(err, errGone) {
		return nil // a later change tells what became of it
	}
	return err
}

// handles are those of a root, which are opened when they are not.
func (l *Live) handles(root int) (*handles, error) {
	h := &l.w.roots[root]
	if h.src != nil {
		return h, nil
	}
	var err error
	*h, err = l.w.open(l.w.Roots[root], false)
	return h, err
}

func (l *Live) apply(ctx context.Context, ch Change, h *handles) error {
	r := l.w.Roots[ch.Root]
	parent, name := splitLast(ch.Rel)
	dname := name
	if r.File != "" {
		parent, name, dname = "", r.File, r.DstFile
	} else if ch.Rel == "" {
		return l.root(ctx, ch)
	}
	l.w.enter(ch.Root, parent)
	src, err := h.src.Sub(parent)
	if err != nil {
		if tree.IsNotExist(err) || tree.IsWrongKind(err) {
			return nil // the change of the folder itself covers this
		}
		return err
	}
	defer src.Close()
	key := place{ch.Root, ch.Rel}
	if err := l.w.locks.lock(ctx, key); err != nil {
		return err
	}
	unlock := sync.OnceFunc(func() { l.w.locks.unlock(key) })
	defer unlock()
	si, err := src.Stat(name)
	if tree.IsNotExist(err) {
		if r.File != "" {
			return ErrNoSource
		}
		return l.remove(ch, h, parent, name)
	}
	if err != nil {
		return err
	}
	d := l.w.Set.Decide(l.w.path(ch.Root, ch.Rel), si.Kind == tree.Folder)
	if ch.From != "" && d.In && l.move(ctx, ch, h, si) {
		ch.Gone, ch.Tree = true, true // what came along and does not belong there goes
	}
	switch {
	case si.Kind == tree.Folder && (d.In || d.Descend):
		below, err := l.folder(ch, parent, name, si, d.In)
		unlock()
		if err != nil || !below {
			return err
		}
		return l.below(ctx, ch)
	case !d.In || si.Kind == tree.Folder:
		return nil
	}
	return l.file(ctx, ch, src, parent, name, dname, si)
}

// root handles a change of the root folder itself.
func (l *Live) root(ctx context.Context, ch Change) error {
	if ch.Tree {
		if err := l.below(ctx, ch); err != nil {
			return err
		}
	}
	l.touch(ch.Root, "")
	return nil
}

// remove removes what the source no longer has.
func (l *Live) remove(ch Change, h *handles, parent, name string) error {
	dst, err := h.dst.Sub(parent)
	if err != nil {
		if tree.IsNotExist(err) || tree.IsWrongKind(err) {
			return nil
		}
		return err
	}
	defer dst.Close()
	removed, err := l.w.removeTree(dst, name, l.w.path(ch.Root, ch.Rel), tree.Unknown)
	l.w.n.Removed.Add(removed)
	l.touch(ch.Root, parent)
	return err
}

// folder makes the copy of a folder; below tells whether to look at its entries.
func (l *Live) folder(ch Change, parent, name string, si tree.Info, in bool) (below bool, err error) {
	if !in {
		return ch.Tree, nil
	}
	dst, err := l.w.ensure(ch.Root, parent)
	if err != nil {
		return false, err
	}
	defer dst.Close()
	di, err := dst.Stat(name)
	if err != nil || di.Kind != tree.Folder {
		if err := l.w.makeFolder(dst, ch.Root, ch.Rel, si); err != nil {
			return false, err
		}
		below = true
	}
	l.touch(ch.Root, ch.Rel)
	l.touch(ch.Root, parent)
	return below || ch.Tree || ch.Gone, nil
}

// below compares everything below a folder. A folder that took another's place
// must not keep the other's entries.
func (l *Live) below(ctx context.Context, ch Change) error {
	n := new(Counters)
	err := l.w.pass.Copier.pass(ctx, Options{Orphans: ch.Gone, Suspect: ch.From != "", Report: l.w.Report}, l.w.gate, n, ch.Root, ch.Rel)
	c := l.w.n
	c.BytesDone.Add(n.BytesDone.Load())
	c.BytesSent.Add(n.BytesSent.Load())
	c.FilesSent.Add(n.FilesSent.Load())
	c.Removed.Add(n.Removed.Load())
	if err == nil && n.Errors.Load() > 0 {
		return ErrPartly
	}
	return err
}

// ErrPartly says that some entries below a folder could not be copied; they have
// been reported one by one.
var ErrPartly = errors.New("some entries below it could not be copied")

// file copies a file or link whose folder is open.
func (l *Live) file(ctx context.Context, ch Change, src tree.Dir, parent, name, dname string, si tree.Info) error {
	at := place{ch.Root, ch.Rel}
	if si.Kind != tree.Regular && si.Kind != tree.Link {
		if ch.Content || ch.Gone {
			l.w.Report.Note(l.w.path(ch.Root, ch.Rel).String(), "skipped: a fifo, socket or device is not copied")
		}
		return nil
	}
	dst, err := l.w.ensure(ch.Root, parent)
	if err != nil {
		return err
	}
	defer dst.Close()
	l.touch(ch.Root, parent)
	if si.Kind == tree.Link {
		_, err = l.w.link(src, name, dst, dname, at)
		return err
	}
	_, err = l.w.file(ctx, src, name, dst, dname, at, l.action(ch, si, dst, dname))
	if errors.Is(err, errUnstable) {
		return nil // the writing that disturbed us is itself a change that follows
	}
	if err == nil {
		l.w.n.FilesSent.Add(1)
		l.w.n.BytesDone.Add(si.Size)
		if si.Links > 1 {
			l.others(ctx, at, si)
		}
	}
	return err
}

// action chooses how to bring a file up to date.
func (l *Live) action(ch Change, si tree.Info, dst tree.Dir, dname string) action {
	di, err := dst.Stat(dname)
	switch {
	case err != nil || di.Kind != tree.Regular:
		return whole
	case !ch.Content && !ch.Gone && si.Size == di.Size && si.MTime == di.MTime:
		return meta
	case si.Size == di.Size && si.MTime == di.MTime, min(si.Size, di.Size) >= large:
		return blocks
	}
	return whole
}

func (l *Live) touch(root int, rel string) { l.touched[folderKey{root, rel}] = struct{}{} }

// Flush gives the folders that were written to their times and permissions and
// closes what is open.
func (l *Live) Flush() {
	for _, f := range l.w.fixes { // folders made on the way
		l.touch(f.root, f.rel)
	}
	keys := make([]folderKey, 0, len(l.touched))
	for k := range l.touched {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b folderKey) int { return cmp.Compare(len(b.rel), len(a.rel)) })
	l.w.fixes = l.w.fixes[:0]
	for _, k := range keys {
		if l.w.Roots[k.root].File != "" || !l.w.Set.Decide(l.w.path(k.root, k.rel), true).In {
			delete(l.touched, k)
			continue
		}
		h, err := l.handles(k.root) // a failure may have closed them since
		if err != nil {
			continue // until the next time
		}
		delete(l.touched, k)
		src, err := h.src.Sub(k.rel)
		if err != nil {
			continue
		}
		if si, err := src.Stat("."); err == nil {
			l.w.fixes = append(l.w.fixes, dirFix{k.root, k.rel, si})
		}
		src.Close()
	}
	l.w.fixFolders()
	l.w.fixes = nil
	for i, h := range l.w.roots {
		h.close()
		l.w.roots[i] = handles{}
	}
}
