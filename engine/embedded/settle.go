package embedded

// This file brings a copy to one instant of its source and proves it; the
// package comment explains why the proof holds.

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/embedded/copier"
)

// errMoved says that the source changed during an attempt.
var errMoved = errors.New("the source changed while the copy was compared with it")

// settle tries until the copy equals one instant of the source or ctx ends; the
// error then says what stood in the way. With hold, replication and mirrors stay
// held up until release is called.
func (cn *conn) settle(ctx context.Context, hold bool) (release func(), err error) {
	cn.mu.Lock()
	mirrored := cn.rec.Mirrored || cn.mirror != nil
	cn.mu.Unlock()
	if !mirrored {
		return nil, errors.New("the copy has never been mirrored")
	}
	ctx, cancel := cn.joined(ctx)
	defer cancel()
	last := errMoved
	for pause := time.Millisecond; ; pause = min(pause*2, 100*time.Millisecond) {
		release, err := cn.attempt(ctx)
		switch {
		case err == nil && hold:
			return release, nil
		case err == nil:
			release()
			return nil, nil
		case ctx.Err() != nil:
			return nil, fmt.Errorf("%w (last: %w)", ctx.Err(), last)
		}
		last = err
		waitFor(ctx, nil, time.Now().Add(pause))
	}
}

// joined returns a context that also ends with the connection.
func (cn *conn) joined(ctx context.Context) (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancel(ctx)
	stop := context.AfterFunc(cn.ctx, cancel)
	return ctx, func() { stop(); cancel() }
}

// attempt makes one try. After success release lets the others go on.
func (cn *conn) attempt(ctx context.Context) (release func(), err error) {
	if err := cn.way.blocked(cn.subject()); err != nil {
		return nil, err
	}
	if err := cn.pass.acquire(ctx); err != nil { // a mirror finishes first
		return nil, err
	}
	held := []semaphore{cn.pass}
	release = func() {
		for _, s := range held {
			s.release()
		}
	}
	defer func() {
		if err != nil {
			release()
			release = nil
		}
	}()
	cn.mu.Lock()
	r := cn.repl
	cn.mu.Unlock()
	if r != nil {
		if err = r.rest(ctx); err != nil {
			return release, err
		}
		held = append(held, r.apply)
		r.live.Flush()
	}
	return release, cn.prove(ctx, r)
}

// rest lets the queue run empty and holds the replication up.
func (r *replication) rest(ctx context.Context) error {
	if r.capturing() {
		if err := r.w.Barrier(ctx); err != nil {
			return err
		}
		// What is queued after the mark shows up as a change during the attempt or
		// is covered by the pass, and so is every comparison asked for.
		if err := r.q.drained(ctx, r.q.mark(), false); err != nil {
			return err
		}
	}
	return r.apply.acquire(ctx)
}

func (r *replication) capturing() bool {
	r.cn.mu.Lock()
	defer r.cn.mu.Unlock()
	return r.w != nil && !r.polling && r.q.trouble() == ""
}

// prove compares the source before and after a pass.
func (cn *conn) prove(ctx context.Context, r *replication) error {
	captured := r != nil && r.capturing()
	var before uint64
	if captured {
		before = r.q.count()
	}
	signer := cn.cp.NewSigner()
	first, err := signer.Scan(ctx)
	if err != nil {
		return err
	}
	if first.Missing > 0 || first.Size.Errors > 0 {
		return fmt.Errorf("%d roots are missing and %d entries cannot be read on the source", first.Missing, first.Size.Errors)
	}
	instant := time.Now()
	if err := cn.settlePass(ctx); err != nil {
		return err
	}
	second, err := signer.Scan(ctx)
	if err != nil {
		return err
	}
	if !first.Same(second) {
		return errMoved
	}
	if captured {
		if err := r.w.Barrier(ctx); err != nil {
			return err
		}
		if r.q.count() != before || !r.capturing() {
			return errMoved
		}
	} else if !signer.Sure(second) {
		return errMoved // too fresh to tell one change from two
	}
	cn.mu.Lock()
	defer cn.mu.Unlock()
	cn.settled, cn.settledAt = true, instant
	cn.rec.Required = false
	cn.touch()
	return cn.save()
}

// settlePass makes the copy equal, and fails unless it became so entirely.
func (cn *conn) settlePass(ctx context.Context) error {
	report := &reporter{cn: cn}
	var n copier.Counters
	err := cn.cp.Pass(ctx, copier.Options{Orphans: cn.orphans(), Bin: cn.bin(), Report: report, Sync: !cn.tuned().NoFlush}, new(copier.Gate), &n)
	if err == nil && n.Errors.Load() > 0 {
		f := report.failures()[0]
		err = fmt.Errorf("%s: %s", f.Path, f.Reason)
	}
	return err
}

// frozen notes the result of settling several connections.
func frozen(result *engine.Disconnected, id engine.ConnectionID, err error) {
	if err != nil {
		result.Settled = false
		if result.Reason == "" {
			result.Reason = fmt.Sprintf("connection %d: %v", id, err)
		}
	}
}
