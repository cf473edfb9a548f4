package embedded

// This file keeps copies up to date: capture, queue, application.

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/embedded/copier"
	"github.com/smrscript/smrscript/engine/embedded/rules"
	"github.com/smrscript/smrscript/engine/embedded/tree"
	"github.com/smrscript/smrscript/engine/embedded/watch"
)

// replication is the capture and application of a connection's changes.
type replication struct {
	cn      *conn
	q       *queue
	w       *watch.Watcher // nil: nothing can be watched, only compared
	n       copier.Counters
	live    *copier.Live
	apply   semaphore // held while something is applied
	report  *reporter
	done    chan struct{} // closed when the last change is applied
	closing chan struct{} // closed to end the clock
	rescans int64         // guarded by conn.mu
	polling bool          // guarded by conn.mu
	stopped bool          // capture has ended; guarded by conn.op
}

// startReplication begins to capture. When it returns all folders are watched.
// The caller holds op.
func (cn *conn) startReplication() {
	r := &replication{cn: cn, q: newQueue(), apply: newSemaphore(), report: &reporter{cn: cn},
		done: make(chan struct{}), closing: make(chan struct{})}
	r.live = cn.cp.NewLive(&r.n, r.report, &cn.way.limit)
	r.live.Incomplete = r.q.followUp
	r.openQueue()
	var roots []watch.Root
	for _, root := range cn.cp.Roots {
		roots = append(roots, watch.Root{Folder: tree.HostPath(root.SrcVolume, root.SrcRel), File: root.File})
	}
	marks := cn.marksDir(cn.rec.ID)
	err := os.MkdirAll(marks, 0o700)
	if err == nil {
		r.w, err = watch.New(roots, marks, r.skip, r)
	}
	if err != nil {
		r.Lost("changes cannot be captured: "+err.Error(), true)
	}
	cn.mu.Lock()
	defer cn.mu.Unlock()
	cn.repl, cn.leftCut = r, false // whoever finds it may use the watcher
	cn.wg.Go(r.run)
	cn.wg.Go(r.clock)
	cn.wg.Go(r.keeper)
	cn.emit(engine.Event{Kind: engine.EventReplication, Text: "started"})
	cn.touch()
}

// skip tells the watcher which folders do not matter.
func (r *replication) skip(root int, rel string) bool {
	d := r.cn.cp.Set.Decide(r.path(root, rel), true)
	return !d.In && !d.Descend
}

func (r *replication) path(root int, rel string) rules.Path {
	p := r.cn.cp.Roots[root].Path
	if rel == "" {
		return p
	}
	return append(p[:len(p):len(p)], strings.Split(rel, "/")...)
}

// Changed implements watch.Sink.
func (r *replication) Changed(c watch.Change) {
	if _, name := splitLast(c.Rel); strings.HasPrefix(name, copier.TempPrefix) {
		return
	}
	p := r.path(c.Root, c.Rel)
	if d := r.cn.cp.Set.Decide(p, true); !d.In && !d.Descend && !r.cn.cp.Set.Decide(p, false).In {
		return
	}
	r.q.add(copier.Change{Root: c.Root, Rel: c.Rel, Gone: c.Gone, Content: c.Content, Tree: c.Tree, From: c.From}, c.Moved, func() int64 {
		if !c.Content {
			return 0
		}
		root := r.cn.cp.Roots[c.Root]
		info, err := os.Lstat(tree.HostPath(root.SrcVolume, joinRel(joinRel(root.SrcRel, root.File), c.Rel)))
		if err != nil || !info.Mode().IsRegular() {
			return 0
		}
		return info.Size()
	})
}

// Lost implements watch.Sink.
func (r *replication) Lost(reason string, poll bool) {
	text := reason + "; everything is compared now"
	if !r.cn.orphans() {
		text += "; files that were removed unseen stay in the copy until a mirror with orphans"
	}
	r.report.Note("", text)
	r.cn.mu.Lock()
	r.polling = r.polling || poll
	r.cn.mu.Unlock()
	r.q.addRescan()
}

// clock asks for comparisons from time to time and looks after the roots.
func (r *replication) clock() {
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	last := time.Now()
	for {
		select {
		case <-r.closing:
			return
		case <-r.cn.ctx.Done():
			return
		case <-tick.C:
		}
		if r.w != nil {
			r.w.Check()
		}
		r.cn.mu.Lock()
		set := r.cn.tuned()
		every := set.RescanInterval
		if r.polling {
			every = set.PollInterval
		}
		r.cn.mu.Unlock()
		if every > 0 && time.Since(last) >= every {
			last = time.Now()
			r.q.addRescan()
		}
	}
}

// run applies the queue until it ends or the connection does.
func (r *replication) run() {
	defer close(r.done)
	ctx := r.cn.ctx
	for {
		it, ok := r.q.next(ctx)
		if !ok {
			break
		}
		if r.turn(ctx) != nil {
			break
		}
		err := r.one(ctx, it)
		if r.q.idle() {
			r.live.Flush()
		}
		r.apply.release()
		r.after(ctx, it, err)
	}
	// Folders get their times also when the end is sudden; whoever holds apply
	// has settled the copy, and nothing is left to do.
	if r.apply.try() {
		r.live.Flush()
		r.apply.release()
	}
	if err := r.q.close(); err != nil && r.cn.ctx.Err() == nil {
		r.report.Note("", "the queue could not be written down: "+err.Error())
	}
}

// turn waits until something may be applied and takes apply.
func (r *replication) turn(ctx context.Context) error {
	for {
		if err := r.cn.way.gate.Wait(ctx); err != nil {
			return err
		}
		if err := r.apply.acquire(ctx); err != nil {
			return err
		}
		if r.cn.way.blocked("") == nil {
			return nil
		}
		r.apply.release() // it was closed in between
	}
}

// one applies one item. The caller holds apply.
func (r *replication) one(ctx context.Context, it *item) error {
	if it.rescan {
		return r.rescan(ctx)
	}
	r.cn.unsettle()
	return r.live.Apply(ctx, it.change)
}

// unsettle notes that the copy moves on from the instant it was settled to.
func (cn *conn) unsettle() {
	cn.mu.Lock()
	defer cn.mu.Unlock()
	cn.settled = false
}

// errBusy says that a mirror runs, so that comparing has to wait.
var errBusy = errors.New("a mirror is running")

// rescan compares everything.
func (r *replication) rescan(ctx context.Context) error {
	if !r.cn.pass.try() {
		return errBusy
	}
	defer r.cn.pass.release()
	r.cn.mu.Lock()
	r.rescans++
	r.cn.mu.Unlock()
	var n copier.Counters
	err := r.cn.cp.Pass(ctx, copier.Options{Orphans: r.cn.orphans(), Bin: r.cn.bin(), Report: r.report}, &copier.Gate{Limit: &r.cn.way.limit}, &n)
	r.n.BytesDone.Add(n.BytesDone.Load())
	r.n.BytesSent.Add(n.BytesSent.Load())
	if n.FilesSent.Load()+n.Removed.Load() > 0 {
		r.cn.unsettle()
	}
	if err == nil && n.Errors.Load() > 0 {
		err = copier.ErrPartly
	}
	if err == nil {
		r.complete()
	}
	return err
}

// complete notes that everything was compared without a failure, so that the copy lacks nothing.
func (r *replication) complete() {
	cn := r.cn
	automatic := cn.remirror(cn.src) != nil // else somebody wants to make the mirror by hand
	cn.mu.Lock()
	defer cn.mu.Unlock()
	if cn.rec.Required && !cn.rec.Stopped && automatic && r.q.trouble() == "" {
		cn.rec.Required = false
		cn.keepSaved()
		cn.touch()
	}
}

// after decides whether an item is finished or tried again.
func (r *replication) after(ctx context.Context, it *item, err error) {
	if err != nil && ctx.Err() != nil {
		r.q.again(0) // the next process goes on with it
		return
	}
	if err == nil {
		r.q.done()
		r.n.FilesDone.Add(1)
		r.cn.setRetrying(false, "", nil)
		return
	}
	_, _, ending := r.q.state()
	patient := tree.IsFull(err) || errors.Is(err, copier.ErrNoCopy)
	it.tries++
	delay := min(100*time.Millisecond<<min(it.tries, 9), 30*time.Second)
	switch {
	case errors.Is(err, errBusy):
		it.tries--
		r.q.again(100 * time.Millisecond)
	case !ending && patient:
		r.cn.setRetrying(true, r.name(it), err)
		r.q.again(min(delay, 2*time.Second))
	case !ending && it.tries <= r.cn.tuned().Retries && !errors.Is(err, copier.ErrNoSource):
		r.q.again(delay)
	default:
		r.n.Errors.Add(1)
		r.giveUp(r.name(it), err)
		r.q.done()
	}
}

func (r *replication) name(it *item) string {
	if it.rescan {
		return ""
	}
	return r.path(it.change.Root, it.change.Rel).String()
}

// giveUp reports a change that could not be applied: the copy lacks it now.
func (r *replication) giveUp(path string, err error) {
	r.report.Failure(path, err)
	cn := r.cn
	cn.mu.Lock()
	defer cn.mu.Unlock()
	cn.addFailure(path, err)
	cn.rec.Required, cn.swept = true, false
	cn.keepSaved()
	cn.touch()
}

// addFailure lists a failure of replication. The caller holds mu.
func (cn *conn) addFailure(path string, err error) {
	f := engine.Failure{Path: engine.Path(path), Reason: err.Error()}
	for _, old := range cn.failures {
		if old == f {
			return
		}
	}
	if len(cn.failures) == maxFailures {
		cn.failures = cn.failures[1:]
	}
	cn.failures = append(cn.failures, f)
}

// setRetrying notes whether the copy can be written at all.
func (cn *conn) setRetrying(on bool, path string, err error) {
	cn.mu.Lock()
	defer cn.mu.Unlock()
	if on {
		cn.addFailure(path, err)
	}
	if cn.retrying != on {
		cn.retrying = on
		if on {
			cn.emit(engine.Event{Kind: engine.EventFailure, Path: engine.Path(path), Text: err.Error() + "; trying again"})
		}
		cn.touch()
	}
}

// stopCapture ends the capture. What is queued stays. The caller holds op.
func (r *replication) stopCapture() {
	if r.stopped {
		return
	}
	r.stopped = true
	close(r.closing)
	if r.w != nil {
		_ = r.w.Close()
	}
	r.q.end()
}

// progress counts. The caller holds conn.mu.
func (r *replication) progress() engine.ReplicationProgress {
	ops, bytes, _ := r.q.state()
	used, room := r.q.fill()
	return engine.ReplicationProgress{Active: r.q.trouble() == "", BytesTransferred: r.n.BytesDone.Load(), BytesTransmitted: r.n.BytesSent.Load(),
		BytesQueue: bytes, OpsQueue: ops, QueueUsed: used, QueueRoom: room, OpsDone: r.n.FilesDone.Load(), Errors: r.n.Errors.Load(), Rescans: r.rescans}
}

// drain waits until all changes made before the call are in the copy.
func (r *replication) drain(ctx context.Context) error {
	if why := r.q.trouble(); why != "" {
		return disconnected(why)
	}
	err := watch.ErrPolling // nothing can be watched
	if r.w != nil {
		err = r.w.Barrier(ctx)
	}
	switch {
	case errors.Is(err, watch.ErrPolling):
		r.q.addRescan()
	case err != nil:
		return err
	}
	return r.q.drained(ctx, r.q.mark(), true)
}

// over ends the capture and waits until what is queued is applied. The caller holds op.
func (r *replication) over(ctx context.Context) error {
	r.stopCapture()
	select {
	case <-r.done:
	case <-ctx.Done():
		return fmt.Errorf("the queue is still being applied: %w", ctx.Err())
	}
	r.cn.mu.Lock()
	r.cn.repl = nil
	r.cn.mu.Unlock()
	return nil
}

func (cl *Client) replicationStart(ctx context.Context, op engine.ReplicationStart) (engine.Result, error) {
	cn, err := cl.find(op.ID, op.Source, engine.AccessFull)
	if err != nil {
		return nil, err
	}
	cn.op.Lock()
	defer cn.op.Unlock()
	if err := cn.alive(); err != nil {
		return nil, err
	}
	cn.mu.Lock()
	cut := cn.repl
	if cut != nil && cut.q.trouble() == "" {
		cn.mu.Unlock()
		return nil, &engine.Error{Code: engine.CodeReplicating, Subject: cn.subject()}
	}
	cn.rec.Replicate = true
	cn.rec.Required = cn.rec.Required || cn.isCut() // nothing was captured until now
	err = cn.save()
	cn.mu.Unlock()
	if err == nil && cut != nil {
		err = cut.over(ctx)
	}
	if err != nil {
		return nil, err
	}
	cn.startReplication()
	return engine.Done{}, nil
}

func (cl *Client) replicationStop(ctx context.Context, op engine.ReplicationStop) (engine.Result, error) {
	cn, err := cl.find(op.ID, op.Source, engine.AccessFull)
	if err != nil {
		return nil, err
	}
	cn.op.Lock()
	defer cn.op.Unlock()
	cn.mu.Lock()
	r := cn.repl
	if r == nil {
		cn.mu.Unlock()
		return nil, &engine.Error{Code: engine.CodeNotReplicating, Subject: cn.subject()}
	}
	if err := cn.way.blocked(cn.subject()); err != nil && r.q.trouble() == "" { // what is queued could not be applied
		cn.mu.Unlock()
		return nil, err
	}
	cn.rec.Replicate = false
	err = cn.save()
	cn.mu.Unlock()
	if err != nil {
		return nil, err
	}
	if !r.stopped && r.w != nil {
		_ = r.w.Barrier(ctx) // so that earlier changes are queued; failing that, those known are
	}
	if err := r.over(ctx); err != nil {
		return nil, err
	}
	cn.mu.Lock()
	defer cn.mu.Unlock()
	cn.retrying = false
	cn.emit(engine.Event{Kind: engine.EventReplication, Text: "stopped"})
	cn.touch()
	return engine.Done{}, nil
}
