package copier

// This file compares a copy with its source and changes nothing.

import (
	"context"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/smrscript/smrscript/engine/embedded/rules"
	"github.com/smrscript/smrscript/engine/embedded/tree"
)

// The kinds of difference.
const (
	Different = "different" // other content, time, permissions or owner, or another kind of entry
	Missing   = "missing"   // only on the source
	Orphan    = "orphan"    // only on the copy; of a folder what is below it is not listed
)

// Difference is one entry that differs. The side that has it not is zero.
type Difference struct {
	Path     rules.Path // on the source machine
	Kind     string
	Src, Dst tree.Info
	Bytes    int64 // that would have to be sent, as far as that is known
}

// Verified counts what a verification looked at.
type Verified struct {
	Folders, FoldersMissing, Files, FilesMissing, FilesDifferent, Orphans, Errors atomic.Int64
	BytesCompared, BytesOut                                                       atomic.Int64
}

// verification is one under way.
type verification struct {
	*pass
	checksum bool
	v        *Verified
	found    func(Difference)
}

// Verify compares everything; with checksum the contents, too. found is called for
// each difference, from several goroutines. The error is that of ctx, or why the
// copy cannot be looked at; entries that cannot be read are counted and reported.
func (c *Copier) Verify(ctx context.Context, checksum bool, v *Verified, found func(Difference), report Report) error {
	p := &pass{Copier: c, gate: new(Gate), n: new(Counters), Report: report, roots: make([]handles, len(c.Roots)),
		dirs: newStack[dirTask](0), step: max(time.Duration(c.step.Load()), 1), cancel: func() {}}
	defer func() {
		for _, h := range p.roots {
			h.close()
		}
	}()
	y := &verification{p, checksum, v, found}
	for i, r := range c.Roots {
		h, err := c.open(r, false)
		if err != nil {
			return err
		}
		p.roots[i] = h
		if r.File != "" {
			y.entry(ctx, y.worker(), i, r.Path, h.src, r.File, h.dst, r.DstFile)
			continue
		}
		p.dirs.push(dirTask{root: i, exists: true}, 1)
	}
	stop := context.AfterFunc(ctx, p.dirs.close)
	defer stop()
	var wg sync.WaitGroup
	for range max(c.Workers, 1) {
		wg.Go(func() {
			w := y.worker()
			for {
				t, ok := p.dirs.pop()
				if !ok {
					return
				}
				y.folder(ctx, w, t)
				p.dirs.done()
			}
		})
	}
	p.dirs.drain()
	wg.Wait()
	return ctx.Err()
}

func (y *verification) worker() *worker { return &worker{pass: y.pass, buf: make([]byte, Block)} }

func (y *verification) trouble(path rules.Path, err error) {
	y.v.Errors.Add(1)
	y.Report.Failure(path.String(), err)
}

// folder compares the entries of a folder.
func (y *verification) folder(ctx context.Context, w *worker, t dirTask) {
	here := y.path(t.root, t.rel)
	src, err := y.roots[t.root].src.Sub(t.rel)
	if err != nil {
		if !tree.IsNotExist(err) {
			y.trouble(here, err)
		}
		return
	}
	defer src.Close()
	var dst tree.Dir
	if t.exists {
		if dst, err = y.roots[t.root].dst.Sub(t.rel); err == nil {
			defer dst.Close()
		}
	}
	kept := map[string]struct{}{}
	err = src.Each(func(e tree.Entry) bool {
		if strings.HasPrefix(e.Name, TempPrefix) {
			return true
		}
		path := append(here[:len(here):len(here)], e.Name)
		belongs, folder, exists := y.entry(ctx, w, t.root, path, src, e.Name, dst, e.Name)
		if belongs {
			kept[e.Name] = struct{}{}
		}
		if folder {
			y.dirs.push(dirTask{root: t.root, rel: join(t.rel, e.Name), exists: exists}, 1)
		}
		return ctx.Err() == nil
	})
	if err != nil {
		y.trouble(here, err)
		return
	}
	if dst != nil && ctx.Err() == nil {
		y.orphans(dst, here, kept)
	}
}

// entry compares one entry. folder says that it is one to look into, exists that
// the copy has it.
func (y *verification) entry(ctx context.Context, w *worker, root int, path rules.Path, src tree.Dir, name string, dst tree.Dir, dname string) (belongs, folder, exists bool) {
	si, err := src.Stat(name)
	if err != nil {
		if !tree.IsNotExist(err) {
			y.trouble(path, err)
		}
		return true, false, false
	}
	what := y.Set.Decide(path, si.Kind == tree.Folder)
	if !what.In && !what.Descend || si.Kind == tree.Special {
		return what.In, false, false
	}
	var di tree.Info
	if dst != nil {
		if di, err = dst.Stat(dname); err != nil && !tree.IsNotExist(err) {
			y.trouble(path, err)
			return true, false, false
		}
		exists = err == nil
	}
	if si.Kind == tree.Folder {
		if what.In {
			y.v.Folders.Add(1)
			if !exists || di.Kind != tree.Folder {
				y.v.FoldersMissing.Add(1)
				y.found(Difference{Path: path, Kind: Missing, Src: si})
			}
		}
		return true, true, exists && di.Kind == tree.Folder
	}
	y.v.Files.Add(1)
	y.file(ctx, w, path, src, name, si, dst, dname, di, exists)
	return true, false, exists
}

// file compares a file or link.
func (y *verification) file(ctx context.Context, w *worker, path rules.Path, src tree.Dir, name string, si tree.Info, dst tree.Dir, dname string, di tree.Info, exists bool) {
	d := Difference{Path: path, Kind: Different, Src: si, Dst: di, Bytes: si.Size}
	if si.Kind == tree.Link {
		d.Bytes = 0
	}
	switch {
	case !exists:
		d.Kind, d.Dst = Missing, tree.Info{}
		y.v.FilesMissing.Add(1)
	case si.Kind != di.Kind:
		y.v.FilesDifferent.Add(1)
	case si.Kind == tree.Link:
		a, err := src.Readlink(name)
		b, err2 := dst.Readlink(dname)
		if err == nil && err2 == nil && a == b {
			return
		}
		y.v.FilesDifferent.Add(1)
	default:
		differs := si.Size != di.Size || !si.MTime.Near(di.MTime, y.step)
		if !differs || y.checksum {
			d.Bytes = 0
		}
		if y.checksum {
			y.v.BytesCompared.Add(si.Size)
			out, err := w.outOfSync(ctx, src, name, si, dst, dname, di)
			if err != nil {
				if ctx.Err() == nil {
					y.trouble(path, err)
				}
				return
			}
			d.Bytes, differs = out, differs || out > 0
		}
		if !differs && !y.looksDifferent(si, di) {
			return
		}
		y.v.FilesDifferent.Add(1)
	}
	y.v.BytesOut.Add(d.Bytes)
	y.found(d)
}

// outOfSync is how many bytes of a file the copy has not, or has otherwise.
func (w *worker) outOfSync(ctx context.Context, src tree.Dir, name string, si tree.Info, dst tree.Dir, dname string, di tree.Info) (int64, error) {
	f, err := src.Open(name)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	old, err := dst.Open(dname)
	if err != nil {
		return 0, err
	}
	defer old.Close()
	c := &comparison{f: f, old: old, size: si.Size, common: min(si.Size, di.Size), chunk: Block, equal: make([]bool, (si.Size+segment-1)/segment)}
	var out atomic.Int64
	err = w.segments(ctx, c, c.size, func(p []byte, _ int64) error { out.Add(int64(len(p))); return nil })
	return out.Load(), err
}

// orphans reports what only the copy has.
func (y *verification) orphans(dst tree.Dir, here rules.Path, kept map[string]struct{}) {
	err := dst.Each(func(e tree.Entry) bool {
		if _, ok := kept[e.Name]; ok || strings.HasPrefix(e.Name, TempPrefix) {
			return true
		}
		path := append(here[:len(here):len(here)], e.Name)
		di, err := dst.Stat(e.Name)
		if err == nil && !y.Set.Decide(path, di.Kind == tree.Folder).WildLeft {
			y.v.Orphans.Add(1)
			y.found(Difference{Path: path, Kind: Orphan, Dst: di})
		}
		return true
	})
	if err != nil {
		y.trouble(here, err)
	}
}
