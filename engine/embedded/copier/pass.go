package copier

// This file defines a pass: walkers compare folders and copiers work off what differs.

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/smrscript/smrscript/engine/embedded/rules"
	"github.com/smrscript/smrscript/engine/embedded/tree"
)

// maxPending bounds the files that are found and not yet copied. About 100 bytes
// are held for each; a walk that is further ahead waits.
const maxPending = 300_000

// maxBatch bounds the files of one folder that one copier takes at a time.
const maxBatch = 128

// pass is one run over the set or a part of it.
type pass struct {
	*Copier
	opt    Options
	gate   *Gate
	n      *Counters
	Report Report

	roots   []handles
	started tree.Stamp    // by the clock of the system
	step    time.Duration // coarseness of the copy's time stamps
	dirs    *stack[dirTask]
	jobs    *stack[batch]

	mu     sync.Mutex
	fixes  []dirFix
	later  []linkTask // names of files that have others
	names  *names     // of this pass
	coarse bool       // the copy cannot keep permissions or owners, already noted
	fatal  error
	cancel context.CancelFunc
	dirty  atomic.Bool // something was written to the copy
	// noClone says that the file system cannot share blocks.
	noClone atomic.Bool
	live    bool // the source is known to have replaced what stands in the way
}

// dirTask is a folder to compare.
type dirTask struct {
	root   int
	rel    string
	fresh  bool // the copy of it was made just now and is empty
	in     bool // belongs to the set itself, not only on the way to something that does
	exists bool // the copy has it
}

// batch is a group of files of one folder to copy.
type batch struct {
	root  int
	rel   string
	files []job
}

type job struct {
	name, dst string
	size      int64
	act       action
	link      bool
}

// dirFix sets the permissions and times of a folder when nothing below it changes any more.
type dirFix struct {
	root int
	rel  string
	info tree.Info
}

// Pass goes over the set once. It returns nil when it came to its end, also when
// single entries failed (Counters.Errors); the error of ctx when that ended; else
// what made going on pointless, such as a full disk.
func (c *Copier) Pass(ctx context.Context, opt Options, gate *Gate, n *Counters) error {
	return c.pass(ctx, opt, gate, n, -1, "")
}

// pass runs over one folder of one root, or over everything when root is -1.
func (c *Copier) pass(ctx context.Context, opt Options, gate *Gate, n *Counters, root int, rel string) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	if opt.Report == nil {
		opt.Report = c.Report
	}
	p := &pass{Copier: c, opt: opt, gate: gate, n: n, cancel: cancel, Report: opt.Report,
		roots: make([]handles, len(c.Roots)), dirs: newStack[dirTask](0), jobs: newStack[batch](cmp.Or(opt.Pending, maxPending)), names: new(names), started: c.now().stamp()}
	defer func() {
		for _, h := range p.roots {
			h.close()
		}
	}()
	if err := gate.Wait(ctx); err != nil { // trying out the copy writes to it
		return err
	}
	for i, r := range c.Roots {
		if root >= 0 && root != i {
			continue
		}
		h, err := c.open(r, opt.Create)
		if err != nil {
			p.fail(r.Path.String(), err)
			if errors.Is(err, ErrNoCopy) {
				p.abort(err)
			}
			continue
		}
		p.roots[i] = h
		p.begin(i, rel)
	}
	p.work(ctx)
	p.linkAll(ctx)
	c.names.learn(p.names, root < 0 && ctx.Err() == nil)
	if p.fatal != nil {
		return p.fatal
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	p.fixFolders()
	return p.sync()
}

// begin makes the first task of a root.
func (p *pass) begin(i int, rel string) {
	r, h := p.Roots[i], p.roots[i]
	if p.Copier.step.Load() == 0 {
		p.Copier.step.Store(int64(p.coarseness(h.dst)))
	}
	p.step = time.Duration(p.Copier.step.Load())
	if r.File != "" {
		if !p.opt.OnlyOrphans {
			p.compareFile(i, r)
		}
		return
	}
	in := p.Set.Decide(p.path(i, rel), true).In
	if in && !p.opt.OnlyOrphans {
		if info, err := h.src.Stat("."); err == nil && rel == "" {
			p.fix(i, "", info)
		}
	}
	p.dirs.push(dirTask{root: i, rel: rel, in: in, exists: true}, 1)
}

// compareFile handles a root that is a single file.
func (p *pass) compareFile(i int, r Root) {
	h := p.roots[i]
	si, err := h.src.Stat(r.File)
	if err != nil {
		if tree.IsNotExist(err) {
			err = ErrNoSource
		}
		p.fail(r.Path.String(), err)
		return
	}
	if !p.Set.Decide(r.Path, false).In {
		return
	}
	var b batch
	p.compare(i, "", r.File, r.DstFile, si, h.dst, false, &b)
	p.send(&b, i, "")
}

// work runs the walkers and copiers until nothing is left.
func (p *pass) work(ctx context.Context) {
	stop := context.AfterFunc(ctx, func() { p.dirs.close(); p.jobs.close() })
	defer stop()
	var walkers, copiers sync.WaitGroup
	for range max(p.Workers, 1) {
		walkers.Go(func() {
			for {
				t, ok := p.dirs.pop()
				if !ok {
					return
				}
				if p.gate.Wait(ctx) == nil {
					p.folder(ctx, t)
				}
				p.dirs.done()
			}
		})
		copiers.Go(func() {
			w := &worker{pass: p, buf: make([]byte, Block)}
			for {
				b, ok := p.jobs.pop()
				if !ok {
					return
				}
				w.batch(ctx, b)
				p.jobs.done()
			}
		})
	}
	p.dirs.drain()
	walkers.Wait()
	p.n.Scanned.Store(true)
	p.jobs.drain()
	copiers.Wait()
}

// fixFolders sets what folders look like, deepest first, since work below changes them. What was seen last of a folder counts.
func (p *pass) fixFolders() {
	slices.SortStableFunc(p.fixes, func(a, b dirFix) int { return cmp.Compare(len(b.rel), len(a.rel)) })
	for _, f := range p.fixes {
		d := p.roots[f.root].dst
		parent, name := splitLast(f.rel)
		if f.rel != "" {
			var err error
			if d, err = d.Sub(parent); err != nil {
				continue // gone meanwhile
			}
		} else {
			name = "."
		}
		if di, err := d.Stat(name); err == nil && di.Kind == tree.Folder {
			if err := p.dress(f, d, name, di); err != nil {
				p.fail(p.path(f.root, f.rel).String(), err)
			}
		}
		if f.rel != "" {
			d.Close()
		}
	}
}

// folderAttrs copies the extended attributes of a folder.
func (p *pass) folderAttrs(root int, rel string) error {
	src, err := p.roots[root].src.Sub(rel)
	if err != nil {
		return nil // gone meanwhile
	}
	defer src.Close()
	dst, err := p.roots[root].dst.Sub(rel)
	if err != nil {
		return nil
	}
	defer dst.Close()
	changed, err := tree.CopyAttrs(dst, src, p.Owner)
	if changed {
		p.dirty.Store(true)
	}
	return p.tolerate(err)
}

// attributes makes owner, permissions and time of a folder or unchanged file those of the source.
func (p *pass) attributes(d tree.Dir, name string, si, di tree.Info) error {
	if si.MTime != di.MTime || p.looksDifferent(si, di) {
		p.dirty.Store(true)
	}
	if p.Owner && si.UID >= 0 && (si.UID != di.UID || si.GID != di.GID) {
		if err := p.tolerate(d.SetOwner(name, si.UID, si.GID)); err != nil {
			return err
		}
		di.Perm = ^uint32(0) // changing the owner may change the permissions
	}
	if perm := p.perm(si); perm != di.Perm && si.Kind != tree.Link {
		if err := p.tolerate(d.SetMode(name, perm)); err != nil {
			return err
		}
	}
	if si.MTime != di.MTime {
		return d.SetTimes(name, si.MTime)
	}
	return nil
}

// perm is what the copy's permissions should be. Without the right owner a
// set-uid program would run as somebody else, so those bits go.
func (p *pass) perm(si tree.Info) uint32 {
	if !p.Owner && si.Kind == tree.Regular {
		return si.Perm &^ 0o6000
	}
	return si.Perm
}

// tolerate turns the refusal of a file system that knows no owners or
// permissions into one note.
func (p *pass) tolerate(err error) error {
	if err == nil || !tree.IsUnsupported(err) {
		return err
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if !p.coarse {
		p.coarse = true
		p.Report.Note("", "the file system of the copy cannot keep owners or permissions: "+err.Error())
	}
	return nil
}

func (p *pass) sync() error {
	if !p.opt.Sync || !p.dirty.Load() {
		return nil
	}
	for _, h := range p.roots {
		if h.dst != nil {
			if err := h.dst.Sync(); err != nil {
				return err
			}
		}
	}
	return nil
}

// coarseness finds out how exactly the copy keeps times, by trying.
func (p *pass) coarseness(dst tree.Dir) time.Duration {
	name := p.tempName()
	f, err := dst.Create(name, 0o600)
	if err != nil {
		return 1 // whatever is wrong shows at the first real file
	}
	f.Close()
	defer func() { _ = dst.Remove(name) }() // a stray empty file is the next pass's to clear away
	const nsec = 123456789
	if dst.SetTimes(name, tree.Stamp{Sec: 1_000_000_001, Nsec: nsec}) != nil {
		return 1
	}
	info, err := dst.Stat(name)
	if err != nil {
		return 1
	}
	switch info.MTime.Nsec {
	case nsec:
		return 1
	case 123456700:
		return 100 * time.Nanosecond
	case 123456000:
		return time.Microsecond
	case 123000000:
		return time.Millisecond
	}
	return 2 * time.Second
}

func (p *pass) fix(root int, rel string, info tree.Info) {
	p.mu.Lock()
	p.fixes = append(p.fixes, dirFix{root, rel, info})
	p.mu.Unlock()
}

// fail counts and reports an entry that could not be copied.
func (p *pass) fail(path string, err error) {
	p.n.Errors.Add(1)
	p.Report.Failure(path, err)
	if tree.IsFull(err) {
		p.abort(err)
	}
}

// abort ends the pass with err.
func (p *pass) abort(err error) {
	p.mu.Lock()
	if p.fatal == nil {
		p.fatal = err
	}
	p.mu.Unlock()
	p.cancel()
}

// path is the machine path of an entry.
func (c *Copier) path(root int, rel string) rules.Path {
	r := c.Roots[root]
	if r.File != "" || rel == "" {
		return r.Path
	}
	return slices.Concat(r.Path, strings.Split(rel, "/"))
}

// join appends a name to a relative path.
func join(rel, name string) string {
	if rel == "" {
		return name
	}
	return rel + "/" + name
}

func splitLast(rel string) (parent, name string) {
	i := strings.LastIndexByte(rel, '/')
	return rel[:max(i, 0)], rel[i+1:]
}
