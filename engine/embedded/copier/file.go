package copier

// This file copies files and links, always under a temporary name first.

import (
	"context"
	"errors"
	"time"

	"github.com/smrscript/smrscript/engine/embedded/tree"
)

// tries is how often a file that changes while it is copied is copied anew.
const tries = 3

// errUnstable says that the source changed while it was read.
var errUnstable = errors.New("changed while it was read")

// errGone says that the source is no longer there, or is something else now.
var errGone = errors.New("gone from the source")

// worker copies files; it has the buffers.
type worker struct {
	*pass
	buf, buf2 []byte
	made      newborn
	began     moment // when the file at hand was found at rest
}

// newborn is how new files of a folder look before they are dressed.
type newborn struct {
	dir   tree.Dir
	perm  uint32 // as asked for
	info  tree.Info
	attrs bool // with extended attributes, which come from the folder
}

// batch copies the files of one folder.
func (w *worker) batch(ctx context.Context, b batch) {
	src, err := w.roots[b.root].src.Sub(b.rel)
	var dst tree.Dir
	if err == nil {
		defer src.Close()
		err = w.roomy(ctx, w.path(b.root, b.rel).String, func() (err error) {
			dst, err = w.ensure(b.root, b.rel)
			return err
		})
		if err == nil {
			defer dst.Close()
		} else {
			w.fail(w.path(b.root, b.rel).String(), err)
			return
		}
	}
	for _, j := range b.files {
		if w.gate.Wait(ctx) != nil {
			return
		}
		if err == nil {
			w.one(ctx, b, j, src, dst)
		}
		if ctx.Err() == nil {
			w.finished(j.size)
		}
	}
}

// one copies one file under its lock.
func (w *worker) one(ctx context.Context, b batch, j job, src, dst tree.Dir) {
	rel := join(b.rel, j.name)
	at := place{b.root, rel}
	if w.locks.lock(ctx, at) != nil {
		return
	}
	defer w.locks.unlock(at)
	var sent bool
	err := w.roomy(ctx, func() string { return w.path(b.root, rel).String() }, func() (err error) {
		if j.link {
			sent, err = w.link(src, j.name, dst, j.dst, at)
		} else {
			sent, err = w.file(ctx, src, j.name, dst, j.dst, at, j.act)
		}
		return err
	})
	switch {
	case err == nil && sent:
		w.n.FilesSent.Add(1)
	case err == nil:
		w.n.Skipped.Add(1)
	case errors.Is(err, errUnstable):
		w.n.FilesSent.Add(1)
		w.Report.Note(w.path(b.root, rel).String(), "changed each time it was copied; the copy may mix two states until it is copied again")
	case errors.Is(err, errGone), ctx.Err() != nil:
	default:
		w.fail(w.path(b.root, rel).String(), err)
	}
}

// file makes the copy of a regular file current. sent tells whether content was
// written; errUnstable that it was, but the source did not hold still.
func (w *worker) file(ctx context.Context, src tree.Dir, name string, dst tree.Dir, dname string, at place, act action) (sent bool, err error) {
	for try := 1; ; try++ {
		temp, err := w.attempt(ctx, src, name, dst, dname, act)
		switch {
		case errors.Is(err, errWritten):
			return true, nil
		case temp == "" && errors.Is(err, errUnstable) && try < tries && ctx.Err() == nil:
			continue
		case temp == "":
			return false, err
		case err != nil && (!errors.Is(err, errUnstable) || ctx.Err() != nil):
			w.discard(dst, temp)
			return false, err
		case err != nil && try < tries:
			w.discard(dst, temp)
			continue
		}
		if perr := w.place(dst, temp, dname, at); perr != nil {
			w.discard(dst, temp)
			return false, perr
		}
		return true, err
	}
}

// attempt prepares the content once and checks that the source held still. The
// file is opened anew each time, since it may have been replaced as well.
func (w *worker) attempt(ctx context.Context, src tree.Dir, name string, dst tree.Dir, dname string, act action) (string, error) {
	f, err := src.Open(name)
	if err != nil {
		if tree.IsNotExist(err) || tree.IsWrongKind(err) {
			err = errGone
		}
		return "", err
	}
	defer f.Close()
	si, err := w.quiet(ctx, f)
	if err != nil {
		return "", err
	}
	var temp string
	if w.opt.Farm && act == whole {
		temp, err = w.share(ctx, src, name, f, si, dst)
	} else {
		temp, err = w.prepare(ctx, f, si, dst, dname, act)
	}
	if temp != "" && err == nil {
		err = w.unchanged(f, si)
	}
	return temp, err
}

// quiet waits until the last change of the file is far enough away that another
// one would be seen in its time stamp.
func (w *worker) quiet(ctx context.Context, f tree.File) (tree.Info, error) {
	si, err := f.Stat()
	if err != nil {
		return si, err
	}
	if si.Kind != tree.Regular {
		return si, errGone
	}
	w.began = w.now()
	rest := w.began.rest(si.CTime)
	if rest == 0 {
		return si, nil
	}
	select {
	case <-time.After(rest):
	case <-ctx.Done():
		return si, ctx.Err()
	}
	w.began = w.now()
	return f.Stat()
}

// unchanged makes sure that the file at hand has held still since quiet.
func (w *worker) unchanged(f tree.File, si tree.Info) error {
	now, err := f.Stat()
	if err == nil && (now.Size != si.Size || now.MTime != si.MTime || hides(w.began, w.now(), si.CTime, tick)) {
		return errUnstable
	}
	return err
}

// prepare writes the content of f to a temporary file. An empty name means that
// the copy needs no new content; its attributes are right then.
func (w *worker) prepare(ctx context.Context, f tree.File, si tree.Info, dst tree.Dir, dname string, act action) (string, error) {
	if act == whole {
		return w.whole(ctx, f, si, dst)
	}
	old, di, err := present(dst, dname, act == blocks)
	if old != nil {
		defer old.Close()
	}
	if err != nil {
		return "", err
	}
	if di.Kind != tree.Regular {
		return w.whole(ctx, f, si, dst)
	}
	wrote, temp := false, ""
	if act == blocks {
		temp, wrote, err = w.patch(ctx, f, si, dst, dname, old, di)
	}
	if wrote && err == nil {
		return "", w.settled(f, si, dst, dname)
	}
	if temp == "" && err == nil && di.Links > max(si.Links, 1) && w.wouldTouch(si, di) {
		return w.whole(ctx, f, si, dst) // what shares the file must not change with it
	}
	if temp == "" && err == nil {
		if err = w.unchanged(f, si); err == nil {
			err = w.allAttributes(f, si, dst, dname, di)
		}
		if errors.Is(err, errUnstable) { // let the caller try again with a real copy
			return w.whole(ctx, f, si, dst)
		}
	}
	return temp, err
}

// present looks at what stands at the place of a file, and opens it when its content is asked for. Nothing there, or something else,
// shows in the kind. The file is looked at through its handle, which spares a search for the name.
func present(dst tree.Dir, name string, content bool) (tree.File, tree.Info, error) {
	if content {
		f, err := dst.Open(name)
		if err == nil {
			di, err := f.Stat()
			return f, di, err
		}
		if di, serr := dst.Stat(name); serr == nil && di.Kind == tree.Regular {
			return nil, di, err
		}
		return nil, tree.Info{}, nil
	}
	di, err := dst.Stat(name)
	if err != nil {
		return nil, tree.Info{}, nil // whatever is wrong with the folder shows when the copy is made
	}
	return nil, di, nil
}

// wouldTouch reports whether more than the content of a copy may have to change.
func (w *worker) wouldTouch(si, di tree.Info) bool {
	return si.MTime != di.MTime || w.looksDifferent(si, di) || !outlives(di, si, w.began.stamp())
}

// whole copies everything.
func (w *worker) whole(ctx context.Context, f tree.File, si tree.Info, dst tree.Dir) (string, error) {
	return w.temporary(dst, f, si, func(out tree.File) error {
		step := w.spender(ctx)
		if si.Sparse && si.Size > Block {
			n, err := tree.CopySparse(out, f, si.Size, w.buf, step)
			w.n.BytesSent.Add(n)
			return err // a source that became shorter shows as changed
		}
		n, err := tree.Copy(out, f, si.Size, w.buf, step)
		w.n.BytesSent.Add(n)
		if err == nil && n < si.Size {
			err = errUnstable
		}
		return err
	})
}

// stepper lets a pause or an end take effect within a large file.
func (w *worker) stepper(ctx context.Context, size int64) tree.Step {
	if size <= Block {
		return func(int) error { return nil }
	}
	return func(int) error { return w.gate.Wait(ctx) }
}

// spender is a stepper for what is sent.
func (w *worker) spender(ctx context.Context) tree.Step {
	return func(n int) error {
		if err := w.gate.Limit.Spend(ctx, int64(n)); err != nil {
			return err
		}
		return w.gate.Wait(ctx)
	}
}

// temporary makes a temporary file with the attributes of si, which fill fills.
func (w *worker) temporary(dst tree.Dir, f tree.File, si tree.Info, fill func(tree.File) error) (string, error) {
	temp := w.tempName()
	perm := si.Perm&0o777 | 0o600
	out, err := dst.Create(temp, perm)
	if err != nil {
		return "", err
	}
	w.dirty.Store(true)
	err = fill(out)
	if err == nil || errors.Is(err, errUnstable) {
		if aerr := w.dress(dst, out, perm, f, si); aerr != nil {
			err = aerr
		}
	}
	if err == nil && w.opt.Sync && si.Size >= large {
		tree.Begin(out)
	}
	timed := tree.SetTimes(out, si.MTime)
	if cerr := out.Close(); cerr != nil && err == nil {
		err = cerr
	}
	if !timed && (err == nil || errors.Is(err, errUnstable)) {
		if terr := dst.SetTimes(temp, si.MTime); terr != nil {
			err = terr
		}
	}
	return temp, err
}

// dress sets owner and permissions of an open temporary file.
func (w *worker) dress(dst tree.Dir, out tree.File, asked uint32, f tree.File, si tree.Info) error {
	if w.made.dir != dst || w.made.perm != asked { // files made alike in one folder look alike
		info, err := out.Stat()
		if err != nil {
			return err
		}
		w.made = newborn{dst, asked, info, tree.HasAttrs(out, w.Owner)}
	}
	now := w.made.info
	if w.Owner && si.UID >= 0 && (now.UID != si.UID || now.GID != si.GID) {
		if err := w.tolerate(out.SetOwner(si.UID, si.GID)); err != nil {
			return err
		}
	}
	if perm := w.perm(si); now.Perm != perm || perm&0o6000 != 0 {
		if err := w.tolerate(out.SetMode(perm)); err != nil {
			return err
		}
	}
	if !w.made.attrs && !tree.HasAttrs(f, w.Owner) {
		return nil
	}
	_, err := tree.CopyAttrs(out, f, w.Owner)
	return w.tolerate(err)
}

// link makes the copy of a symbolic link current.
func (w *worker) link(src tree.Dir, name string, dst tree.Dir, dname string, at place) (bool, error) {
	text, err := src.Readlink(name)
	if err != nil {
		return false, errGone
	}
	si, err := src.Stat(name)
	if err != nil || si.Kind != tree.Link {
		return false, errGone
	}
	if old, err := dst.Readlink(dname); err == nil && old == text && !w.opt.All {
		di, err := dst.Stat(dname)
		if err == nil && di.Kind == tree.Link {
			return false, w.attributes(dst, dname, si, di)
		}
	}
	temp := w.tempName()
	w.dirty.Store(true)
	if err := dst.Symlink(text, temp); err != nil {
		return false, err
	}
	di, err := dst.Stat(temp)
	if err == nil {
		err = w.attributes(dst, temp, si, di)
	}
	if err == nil {
		err = w.place(dst, temp, dname, at)
	}
	if err != nil {
		w.discard(dst, temp)
	}
	return err == nil, err
}

// place gives a finished temporary file its name. A folder in the way goes when
// it is empty or orphans are to be removed.
func (w *worker) place(dst tree.Dir, temp, name string, at place) error {
	err := dst.Rename(temp, name)
	if err == nil {
		return nil
	}
	di, serr := dst.Stat(name)
	if serr != nil || di.Kind != tree.Folder {
		return err
	}
	if rerr := dst.Rmdir(name); rerr != nil {
		if !tree.IsNotEmpty(rerr) {
			return rerr
		}
		if !w.opt.Orphans && !w.live {
			return errInWay
		}
		if _, rerr := w.removeTree(dst, name, w.path(at.root, at.rel), di.Kind); rerr != nil {
			return rerr
		}
	}
	return dst.Rename(temp, name)
}

func (w *worker) discard(dst tree.Dir, temp string) {
	if temp != "" {
		_ = dst.Remove(temp) // a leftover is found by the next mirror
	}
}

// allAttributes makes everything of an unchanged file but its content that of the
// source. Extended attributes are looked at when the source changed after the copy.
func (w *worker) allAttributes(f tree.File, si tree.Info, dst tree.Dir, dname string, di tree.Info) error {
	if err := w.attributes(dst, dname, si, di); err != nil || outlives(di, si, w.began.stamp()) {
		return err
	}
	old, err := dst.Open(dname)
	if err != nil {
		return err
	}
	defer old.Close()
	changed, err := tree.CopyAttrs(old, f, w.Owner)
	if err != nil {
		return w.tolerate(err)
	}
	if changed {
		w.dirty.Store(true)
		return nil
	}
	return dst.SetTimes(dname, si.MTime) // the copy is the younger one now, and not looked at again
}
