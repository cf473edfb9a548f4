package copier

// This file keeps the names of one file the names of one file in the copy.
//
// A pass copies a file with several names once, under the name that it meets
// first, and links the others to it at the end. Replication writes a new file,
// which only the name that changed would get; so it links the other names again.
// The system tells of a change under one name only, which is why all names must be
// known: when some are not, a pass is asked for.

import (
	"context"
	"errors"
	"sync"

	"github.com/smrscript/smrscript/engine/embedded/tree"
)

// inode is the identity of a file of the source.
type inode struct{ dev, ino uint64 }

func inodeOf(i tree.Info) inode { return inode{i.Dev, i.Ino} }

// place is one name of the set.
type place struct {
	root int
	rel  string
}

// names knows the places of files that have several.
type names struct {
	mu sync.Mutex
	of map[inode][]place
}

// note adds a place. ok tells that it is the first; if not, first is.
func (n *names) note(id inode, at place) (first place, ok bool) {
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.of == nil {
		n.of = map[inode][]place{}
	}
	list := n.of[id]
	for _, p := range list {
		if p == at {
			return list[0], list[0] == at
		}
	}
	n.of[id] = append(list, at)
	return n.of[id][0], len(list) == 0
}

// others lists the places but one.
func (n *names) others(id inode, but place) []place {
	n.mu.Lock()
	defer n.mu.Unlock()
	var list []place
	for _, p := range n.of[id] {
		if p != but {
			list = append(list, p)
		}
	}
	return list
}

// learn takes over what a pass found; all says that the pass went over everything.
func (n *names) learn(found *names, all bool) {
	n.mu.Lock()
	if all {
		n.of = nil
	}
	n.mu.Unlock()
	for id, list := range found.of {
		for _, p := range list {
			n.note(id, p)
		}
	}
}

// forget drops a place that belongs to the file no more.
func (n *names) forget(id inode, at place) {
	list := n.others(id, at)
	n.mu.Lock()
	defer n.mu.Unlock()
	if len(list) == 0 {
		delete(n.of, id)
		return
	}
	n.of[id] = list
}

// linkTask is a name that is to be linked at the end of a pass.
type linkTask struct {
	first, at place
	job       job
	info      tree.Info
}

// linkLater enters a name of a file that is copied under another one.
func (p *pass) linkLater(first, at place, name, dstName string, si tree.Info) {
	p.mu.Lock()
	p.later = append(p.later, linkTask{first, at, job{name: name, dst: dstName, size: si.Size}, si})
	p.mu.Unlock()
}

// linkAll links what linkLater entered, or copies it where that cannot be done.
func (p *pass) linkAll(ctx context.Context) {
	if len(p.later) == 0 {
		return
	}
	w := &worker{pass: p, buf: make([]byte, Block)}
	for _, t := range p.later {
		if p.gate.Wait(ctx) != nil {
			return
		}
		linked, err := w.linkName(ctx, t.first, t.at, t.info)
		switch {
		case err != nil:
			w.instead(ctx, t)
		case linked:
			p.n.FilesSent.Add(1)
		default:
			p.n.Skipped.Add(1)
		}
		p.finished(t.job.size)
	}
}

// instead copies a name that cannot be linked, when it differs.
func (w *worker) instead(ctx context.Context, t linkTask) {
	parent, _ := splitLast(t.at.rel)
	src, err := w.roots[t.at.root].src.Sub(parent)
	if err != nil {
		return // gone meanwhile
	}
	defer src.Close()
	var dst tree.Dir
	err = w.roomy(ctx, w.path(t.at.root, parent).String, func() (err error) {
		dst, err = w.ensure(t.at.root, parent)
		return err
	})
	if err != nil {
		w.fail(w.path(t.at.root, t.at.rel).String(), err)
		return
	}
	defer dst.Close()
	di, err := dst.Stat(t.job.dst)
	if t.job.act = w.decide(t.info, di, err == nil); t.job.act == same {
		w.n.Skipped.Add(1)
		return
	}
	if info, err := src.Stat("."); err == nil {
		w.fix(t.at.root, parent, info)
	}
	w.one(ctx, batch{root: t.at.root, rel: parent}, t.job, src, dst)
}

// errApart says that two names cannot be linked now.
var errApart = errors.New("not two names of one file")

// linkName makes the copy of the name at another name of the copy of first, provided
// that both are names of one file on the source. linked tells whether it had to.
func (w *worker) linkName(ctx context.Context, first, at place, si tree.Info) (linked bool, err error) {
	if w.Roots[first.root].File != "" || w.Roots[at.root].File != "" {
		return false, errApart
	}
	if w.roots[first.root].dst == nil || w.roots[at.root].dst == nil {
		return false, errApart // such a root could not be opened, or is not in use now
	}
	if err := w.locks.lock(ctx, at); err != nil {
		return false, err
	}
	defer w.locks.unlock(at)
	for _, p := range []place{first, at} {
		if now, err := statAt(w.roots[p.root].src, p.rel); err != nil || inodeOf(now) != inodeOf(si) {
			return false, errApart
		}
	}
	have, err := statAt(w.roots[first.root].dst, first.rel)
	if err != nil || have.Size != si.Size || !have.MTime.Near(si.MTime, w.step) {
		return false, errApart // its copy failed or is on the way
	}
	if now, err := statAt(w.roots[at.root].dst, at.rel); err == nil && inodeOf(now) == inodeOf(have) {
		return false, nil
	}
	return true, w.linkTo(first, at)
}

// linkTo makes the link under a temporary name first, as for any other content.
func (w *worker) linkTo(first, at place) error {
	parent, name := splitLast(first.rel)
	from, err := w.roots[first.root].dst.Sub(parent)
	if err != nil {
		return err
	}
	defer from.Close()
	up, to := splitLast(at.rel)
	into, err := w.ensure(at.root, up)
	if err != nil {
		return err
	}
	defer into.Close()
	temp := w.tempName()
	w.dirty.Store(true)
	if err := from.Link(name, into, temp); err != nil {
		return err
	}
	if err := w.place(into, temp, to, at); err != nil {
		w.discard(into, temp)
		return err
	}
	if src, err := w.roots[at.root].src.Sub(up); err == nil {
		if info, err := src.Stat("."); err == nil {
			w.fix(at.root, up, info)
		}
		src.Close()
	}
	return nil
}

// statAt looks at an entry below a folder.
func statAt(d tree.Dir, rel string) (tree.Info, error) {
	parent, name := splitLast(rel)
	sub, err := d.Sub(parent)
	if err != nil {
		return tree.Info{}, err
	}
	defer sub.Close()
	return sub.Stat(name)
}

// others links the other names of a file whose copy was written under one of them.
// A name that cannot be linked is left to the pass that Incomplete asks for.
func (l *Live) others(ctx context.Context, at place, si tree.Info) {
	id := inodeOf(si)
	l.w.names.note(id, at)
	known := uint64(1)
	for _, p := range l.w.names.others(id, at) {
		h := &l.w.roots[p.root]
		if h.src == nil {
			var err error
			if *h, err = l.w.open(l.w.Roots[p.root], false); err != nil {
				*h = handles{}
				continue
			}
		}
		if _, err := l.w.linkName(ctx, at, p, si); err != nil {
			l.w.names.forget(id, p)
			continue
		}
		parent, _ := splitLast(p.rel)
		l.touch(p.root, parent)
		known++
	}
	if _, asked := l.asked[id]; known < si.Links && !asked && l.Incomplete != nil {
		l.asked[id] = struct{}{}
		l.Incomplete()
	}
}
