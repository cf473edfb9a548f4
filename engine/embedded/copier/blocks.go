package copier

// This file compares large files block by block and writes only what differs.
//
// Both sides are local, so nothing is hashed: blocks are read from both and
// compared, by several goroutines when a file is long. What is known to be equal
// after the first look is not read again.

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"io"
	"sync"
	"sync/atomic"

	"github.com/smrscript/smrscript/engine/embedded/tree"
)

// large is the size from which on comparing is cheaper than writing everything.
const large = 1 << 20

// segment is what one goroutine compares at a time.
const segment = 8 * Block

// errWritten says that the copy was brought up to date in its place.
var errWritten = errors.New("written in place")

// errDiffers ends a search.
var errDiffers = errors.New("differs")

// comparison is the look at a file and its copy.
type comparison struct {
	f, old tree.File
	size   int64  // of f
	common int64  // as far as both reach
	chunk  int64  // is compared as one piece
	equal  []bool // by segment of f, those known to be equal
}

// patch brings the copy of a large file up to date block by block. At the first
// difference it makes a temporary twin of the copy, sharing blocks where possible,
// and writes only what differs. With InPlace, and when a file has only grown, it
// writes into the copy itself and reports wrote. An empty name without wrote means
// that the contents are equal.
func (w *worker) patch(ctx context.Context, f tree.File, si tree.Info, dst tree.Dir, dname string, old tree.File, di tree.Info) (temp string, wrote bool, err error) {
	chunk := min(cmp.Or(int64(w.opt.Chunk), Block), segment)
	c := &comparison{f: f, old: old, size: si.Size, common: min(si.Size, di.Size), chunk: chunk, equal: make([]bool, (si.Size+segment-1)/segment)}
	// Files with several names may be what somebody keeps of an earlier state.
	alone := di.Links <= 1 && !w.opt.Newer
	if w.opt.InPlace && alone && c.common >= large {
		wrote, err = w.inPlace(ctx, c, dst, dname, di)
		return "", wrote, err
	}
	differs, err := w.differs(ctx, c)
	switch {
	case err != nil || !differs && si.Size == di.Size:
		return "", false, err
	case !differs && si.Size > di.Size && alone && c.common >= large:
		wrote, err = w.inPlace(ctx, c, dst, dname, di)
		return "", wrote, err
	}
	temp, err = w.temporary(dst, f, si, func(out tree.File) error {
		if di.Size > si.Size || !tree.Clone(out, old) {
			twin := tree.Copy
			if di.Sparse {
				twin = tree.CopySparse
			}
			if _, err := twin(out, old, c.common, w.buf, w.stepper(ctx, c.common)); err != nil {
				return err
			}
		}
		return w.rewrite(ctx, c, out, new(atomic.Int64))
	})
	return temp, false, err
}

// inPlace writes what differs into the copy itself.
func (w *worker) inPlace(ctx context.Context, c *comparison, dst tree.Dir, dname string, di tree.Info) (bool, error) {
	out, err := dst.OpenWrite(dname)
	if err != nil {
		return false, err
	}
	var sent atomic.Int64
	err = w.rewrite(ctx, c, out, &sent)
	if err == nil && di.Size > c.size {
		w.dirty.Store(true)
		err = out.Truncate(c.size)
	}
	if cerr := out.Close(); err == nil {
		err = cerr
	}
	return di.Size != c.size || sent.Load() > 0, err
}

// settled gives a copy that was written in place the attributes of the source.
func (w *worker) settled(f tree.File, si tree.Info, dst tree.Dir, dname string) error {
	if err := w.unchanged(f, si); err != nil {
		return err
	}
	di, err := dst.Stat(dname)
	if err == nil {
		err = w.allAttributes(f, si, dst, dname, di)
	}
	if err == nil {
		err = errWritten
	}
	return err
}

// differs looks for a difference in what both have, and notes what is equal.
func (w *worker) differs(ctx context.Context, c *comparison) (bool, error) {
	err := w.segments(ctx, c, c.common, func(_ []byte, _ int64) error { return errDiffers })
	if errors.Is(err, errDiffers) {
		return true, nil
	}
	return false, err
}

// rewrite writes the blocks of the source that differ from the copy into out, and
// all that the copy has not. It counts the bytes in sent, too.
func (w *worker) rewrite(ctx context.Context, c *comparison, out tree.File, sent *atomic.Int64) error {
	return w.segments(ctx, c, c.size, func(p []byte, at int64) error {
		w.dirty.Store(true)
		_, err := out.WriteAt(p, at)
		if err == nil {
			w.n.BytesSent.Add(int64(len(p)))
			sent.Add(int64(len(p)))
			err = w.gate.Limit.Spend(ctx, int64(len(p)))
		}
		return err
	})
}

// segments goes over the segments up to size that are not known to be equal and
// calls found, from several goroutines, with the blocks that differ.
func (w *worker) segments(ctx context.Context, c *comparison, size int64, found func(p []byte, at int64) error) error {
	step := w.stepper(ctx, size)
	helpers := 1
	if size >= 4*segment {
		helpers = max(w.Workers, 1)
	}
	w.buf, w.buf2 = sized(w.buf, c.chunk), sized(w.buf2, c.chunk)
	if helpers == 1 {
		for i := range c.equal {
			if err := c.segment(i, size, w.buf, w.buf2, found, step); err != nil {
				return err
			}
		}
		return nil
	}
	var next atomic.Int64
	var failed atomic.Bool
	errs := make([]error, helpers)
	var wg sync.WaitGroup
	for h := range helpers {
		buf, buf2 := w.buf, w.buf2
		if h > 0 {
			buf, buf2 = sized(nil, c.chunk), sized(nil, c.chunk)
		}
		wg.Go(func() {
			for errs[h] == nil && !failed.Load() {
				i := int(next.Add(1) - 1)
				if i >= len(c.equal) {
					return
				}
				errs[h] = c.segment(i, size, buf, buf2, found, step)
			}
			failed.Store(true)
		})
	}
	wg.Wait()
	var first error
	for _, err := range errs { // what ended the work counts more than a difference
		if err != nil && (first == nil || errors.Is(first, errDiffers)) {
			first = err
		}
	}
	return first
}

// sized returns a buffer of at least n bytes, and of one block.
func sized(buf []byte, n int64) []byte {
	if n = max(n, Block); int64(len(buf)) >= n {
		return buf
	}
	return make([]byte, n)
}

// segment compares one segment up to size.
func (c *comparison) segment(i int, size int64, buf, buf2 []byte, found func([]byte, int64) error, step tree.Step) error {
	begin := int64(i) * segment
	end := min(begin+segment, size)
	if c.equal[i] || begin >= end {
		return nil
	}
	equal := end == min(begin+segment, c.size) // a part of a segment does not count
	for at := begin; at < end; at += c.chunk {
		n := min(c.chunk, end-at)
		same, err := c.block(buf[:n], buf2[:n], at)
		if err == nil && !same {
			equal = false
			err = found(buf[:n], at)
		}
		if err == nil {
			err = step(int(n))
		}
		if err != nil {
			return err
		}
	}
	c.equal[i] = equal
	return nil
}

// block compares one block and leaves the source's in p.
func (c *comparison) block(p, q []byte, at int64) (bool, error) {
	if _, err := c.f.ReadAt(p, at); err != nil {
		if errors.Is(err, io.EOF) {
			err = errUnstable
		}
		return false, err
	}
	if at >= c.common {
		return false, nil
	}
	if n, err := c.old.ReadAt(q, at); err != nil && !errors.Is(err, io.EOF) {
		return false, err
	} else if n != len(p) {
		return false, nil
	}
	return bytes.Equal(p, q), nil
}
