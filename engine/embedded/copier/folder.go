package copier

// This file compares one folder of the set with its copy.

import (
	"context"
	"hash/maphash"
	"strconv"
	"strings"

	"github.com/smrscript/smrscript/engine/embedded/rules"
	"github.com/smrscript/smrscript/engine/embedded/tree"
)

// action is what an entry needs.
type action uint8

const (
	same   action = iota // nothing
	whole                // all of its content
	blocks               // the blocks that differ
	meta                 // permissions, owner or time
)

// folder compares the entries of a folder, hands on what is to be copied and
// the folders below, and removes orphans.
func (p *pass) folder(ctx context.Context, t dirTask) {
	here := p.path(t.root, t.rel)
	p.enter(t.root, t.rel)
	src, err := p.roots[t.root].src.Sub(t.rel)
	if err != nil {
		if !tree.IsNotExist(err) && !tree.IsWrongKind(err) {
			p.fail(here.String(), err)
		}
		return // gone meanwhile
	}
	defer src.Close()
	var dst tree.Dir
	if t.exists {
		if dst, err = p.roots[t.root].dst.Sub(t.rel); err == nil {
			defer dst.Close()
		} else if !tree.IsNotExist(err) {
			p.fail(here.String(), err)
			return
		}
	}
	f := folderWork{pass: p, task: t, here: here, src: src, dst: dst}
	look := dst != nil && !t.fresh && (p.opt.Orphans || p.opt.Clean)
	if look && p.opt.Orphans {
		f.kept = nameSet{}
	}
	err = src.Each(func(e tree.Entry) bool {
		f.entry(ctx, e)
		return ctx.Err() == nil
	})
	p.send(&f.batch, t.root, t.rel)
	if err != nil && !tree.IsNotExist(err) { // else it was removed meanwhile
		p.fail(here.String(), err)
	}
	if ctx.Err() != nil {
		return
	}
	if look && err == nil {
		f.orphans(ctx)
	}
	if f.touched && t.in {
		if info, err := src.Stat("."); err == nil {
			p.fix(t.root, t.rel, info)
		}
	}
}

// folderWork is the state of comparing one folder.
type folderWork struct {
	*pass
	task     dirTask
	here     rules.Path
	src, dst tree.Dir // dst is nil when the copy has no such folder yet
	batch    batch
	touched  bool    // the copy's folder will be written to
	kept     nameSet // names that belong to the copy; only filled when orphans are removed
}

// nameSet are names by their hash, which takes a fraction of the memory of names in a folder of a million. A name whose hash is that of
// another is in the set as well: an orphan that stays.
type nameSet map[uint64]struct{}

var nameSeed = maphash.MakeSeed()

func (s nameSet) add(name string)    { s[maphash.String(nameSeed, name)] = struct{}{} }
func (s nameSet) remove(name string) { delete(s, maphash.String(nameSeed, name)) }

func (s nameSet) has(name string) bool {
	_, ok := s[maphash.String(nameSeed, name)]
	return ok
}

// entry compares one entry of the source.
func (f *folderWork) entry(ctx context.Context, e tree.Entry) {
	if strings.HasPrefix(e.Name, TempPrefix) {
		return
	}
	kind := e.Kind
	path := append(f.here[:len(f.here):len(f.here)], e.Name)
	d := f.Set.Decide(path, kind == tree.Folder)
	if kind != tree.Unknown && !d.In && !d.Descend {
		return
	}
	f.keep(e.Name)
	si, err := f.src.Stat(e.Name)
	if err != nil {
		if !tree.IsNotExist(err) {
			f.fail(path.String(), err)
		}
		return
	}
	if si.Kind != kind {
		d = f.Set.Decide(path, si.Kind == tree.Folder)
		if !d.In && !d.Descend {
			f.kept.remove(e.Name)
		}
	}
	switch {
	case si.Kind == tree.Folder && (d.In || d.Descend):
		f.subfolder(ctx, e.Name, path, si, d)
	case d.In && !f.opt.OnlyOrphans:
		before := len(f.batch.files)
		f.compare(f.task.root, f.task.rel, e.Name, e.Name, si, f.dst, f.task.fresh, &f.batch)
		f.touched = f.touched || len(f.batch.files) > before
		if len(f.batch.files) >= maxBatch {
			f.send(&f.batch, f.task.root, f.task.rel)
		}
	}
}

func (f *folderWork) keep(name string) {
	if f.kept != nil {
		f.kept.add(name)
	}
}

// subfolder makes a folder's copy when it belongs to the set and queues it.
func (f *folderWork) subfolder(ctx context.Context, name string, path rules.Path, si tree.Info, d rules.Decision) {
	t := dirTask{root: f.task.root, rel: join(f.task.rel, name), in: d.In}
	var di tree.Info
	exists := false
	if f.dst != nil && !f.task.fresh {
		var err error
		di, err = f.dst.Stat(name)
		exists = err == nil
	}
	switch {
	case exists && di.Kind != tree.Folder && f.opt.Keep:
		f.Report.Note(path.String(), "left out: the copy has a "+di.Kind.String()+" of that name, and nothing in it is overwritten")
		return
	case exists && di.Kind == tree.Folder:
		t.exists = true
		if d.In && !f.opt.OnlyOrphans && !f.opt.Keep && (f.looksDifferent(si, di) || si.MTime != di.MTime || si.Links > 0 && !outlives(di, si, f.started)) {
			f.fix(t.root, t.rel, si)
		}
	case f.opt.OnlyOrphans:
		return
	case d.In:
		if err := f.roomy(ctx, path.String, func() error { return f.makeFolder(f.dst, t.root, t.rel, si) }); err != nil {
			f.fail(path.String(), err)
			return
		}
		f.touched, t.exists, t.fresh = true, true, true
	}
	f.dirs.push(t, 1)
}

// makeFolder makes the folder rel in the copy, with parents as needed. What
// stands in its place and is no folder goes.
func (p *pass) makeFolder(parent tree.Dir, root int, rel string, si tree.Info) error {
	up, name := splitLast(rel)
	p.dirty.Store(true)
	if parent == nil {
		d, err := p.ensure(root, up)
		if err != nil {
			return err
		}
		defer d.Close()
		parent = d
	}
	err := parent.Mkdir(name, si.Perm|0o700)
	if err != nil {
		di, serr := parent.Stat(name)
		switch {
		case serr != nil:
			return err
		case di.Kind != tree.Folder:
			if err := parent.Remove(name); err != nil {
				return err
			}
			if err := parent.Mkdir(name, si.Perm|0o700); err != nil {
				return err
			}
		}
	}
	p.fix(root, rel, si)
	return nil
}

// ensure opens the folder rel of the copy and makes it when it is missing.
func (p *pass) ensure(root int, rel string) (tree.Dir, error) {
	h := p.roots[root]
	d, err := h.dst.Sub(rel)
	if err == nil || !tree.IsNotExist(err) && !tree.IsWrongKind(err) || rel == "" {
		return d, err
	}
	up, name := splitLast(rel)
	parent, err := p.ensure(root, up)
	if err != nil {
		return nil, err
	}
	defer parent.Close()
	si := tree.Info{Kind: tree.Folder, Perm: 0o755, UID: -1}
	if s, err := h.src.Sub(up); err == nil {
		if i, err := s.Stat(name); err == nil && i.Kind == tree.Folder {
			si = i
		}
		s.Close()
	}
	if err := p.makeFolder(parent, root, rel, si); err != nil {
		return nil, err
	}
	return h.dst.Sub(rel)
}

// compare decides what a file, link or special file needs and adds it to b.
func (p *pass) compare(root int, rel, name, dstName string, si tree.Info, dst tree.Dir, fresh bool, b *batch) {
	if si.Kind == tree.Special || si.Kind == tree.Unknown {
		p.n.Skipped.Add(1)
		p.Report.Note(p.path(root, join(rel, name)).String(), "skipped: a fifo, socket or device is not copied")
		return
	}
	size := si.Size
	if si.Kind == tree.Link {
		size = 0
	}
	p.n.FilesTotal.Add(1)
	p.n.BytesTotal.Add(size)
	var di tree.Info
	exists := false
	if dst != nil && !fresh {
		var err error
		di, err = dst.Stat(dstName)
		exists = err == nil
	}
	if p.opt.Keep && exists || p.opt.SkipEmpty && si.Kind == tree.Regular && size == 0 {
		p.n.Skipped.Add(1)
		p.finished(size)
		return
	}
	if si.Kind == tree.Regular && si.Links > 1 {
		if first, ok := p.names.note(inodeOf(si), place{root, join(rel, name)}); !ok {
			p.linkLater(first, place{root, join(rel, name)}, name, dstName, si)
			return
		}
	}
	act := p.decide(si, di, exists)
	if act == same {
		p.n.Skipped.Add(1)
		p.finished(size)
		return
	}
	b.files = append(b.files, job{name, dstName, size, act, si.Kind == tree.Link})
}

func (p *pass) finished(size int64) {
	p.n.FilesDone.Add(1)
	p.n.BytesDone.Add(size)
}

// decide is the table of the mirror kinds.
func (p *pass) decide(si, di tree.Info, exists bool) action {
	if !exists || di.Kind != si.Kind {
		return whole
	}
	if p.opt.Farm && inodeOf(si) == inodeOf(di) && si.Links > 0 {
		return same // the very same file
	}
	differs := si.Size != di.Size || !si.MTime.Near(di.MTime, p.step)
	newer := si.MTime.After(di.MTime) && !si.MTime.Near(di.MTime, p.step)
	switch {
	case p.opt.All:
		return whole
	case p.opt.Newer && !newer:
		return same
	case si.Kind == tree.Link:
		return p.decideLink(si, di, differs)
	case p.opt.Checksum && (differs || p.opt.ChecksumAll):
		return blocks
	case differs:
		return whole
	case p.opt.Suspect && !outlives(di, si, p.started):
		return blocks
	case p.looksDifferent(si, di), si.Links > 0 && !outlives(di, si, p.started):
		return meta // the latter when extended attributes may have changed since the copy was made
	}
	return same
}

// decideLink always looks at the text of the link when anything could differ: it is short.
func (p *pass) decideLink(si, di tree.Info, differs bool) action {
	if differs || p.opt.Checksum || p.looksDifferent(si, di) {
		return whole
	}
	return same
}

func (p *pass) looksDifferent(si, di tree.Info) bool {
	return si.Kind != tree.Link && p.perm(si) != di.Perm ||
		p.Owner && si.UID >= 0 && (si.UID != di.UID || si.GID != di.GID)
}

// send hands a batch to the copiers and empties it.
func (p *pass) send(b *batch, root int, rel string) {
	if len(b.files) == 0 {
		return
	}
	p.jobs.push(batch{root, rel, b.files}, len(b.files))
	b.files = nil
}

func (c *Copier) tempName() string {
	return TempPrefix + c.Run + "-" + strconv.FormatUint(c.temps.Add(1), 36)
}
