package syncthing

// This file follows a mirror to its end.

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/syncthing/rest"
)

// progressEvery is the least time between two progress events.
const progressEvery = 200 * time.Millisecond

// How long something must last before it is believed: a folder that cannot work may just be starting, an item that failed
// is tried again by the daemon after two seconds.
const (
	troubleFor = 1500 * time.Millisecond
	errorsFor  = 5 * time.Second

	// revertedAfter is how long a revert may make no headway; it is asked for and not waited for by the daemon.
	revertedAfter = 700 * time.Millisecond

	// urgeAfter is how long daemons that have just been made known to each other may take to meet.
	urgeAfter = 4 * time.Second
)

// run follows one mirror.
type run struct {
	cl     *Client
	cn     *conn
	opts   engine.MirrorOptions
	again  bool // an earlier process began it
	cancel context.CancelFunc
	done   chan struct{}
	wake   chan struct{}

	mu      sync.Mutex
	ids     map[string]bool // of the connection's folders
	prog    engine.MirrorProgress
	sent    int64 // items that the target finished
	removed int64
	need    rest.FolderStatus // the most that was needed at once
	before  rest.FolderStatus // what the target had at the start
	counted bool              // before is known
	told    time.Time
	failed  map[string]string // items that failed last time, with the reason

	// Of the goroutine that follows the mirror alone.
	setback setback
	proof   proof
	stall   stall
}

// run begins to follow a mirror unless it is followed already. again says that another process began it.
func (cl *Client) run(cn *conn, again bool) {
	mem, _, err := cl.store.memory(cn.ID)
	if err != nil || mem.Running == nil {
		return
	}
	cl.mu.Lock()
	defer cl.mu.Unlock()
	if cl.gone || cl.runs[cn.ID] != nil {
		return
	}
	ctx, cancel := context.WithCancel(cl.ctx)
	r := &run{cl: cl, cn: cn, opts: *mem.Running, again: again, cancel: cancel, done: make(chan struct{}), wake: make(chan struct{}, 1), failed: map[string]string{}}
	r.prog = engine.MirrorProgress{State: engine.MirrorCalculating, Options: r.opts, Started: mem.Started, Scanning: true, Percent: -1}
	r.know()
	cl.runs[cn.ID] = r
	cl.wg.Go(func() { r.follow(ctx, mem.Fresh) })
}

// follow runs the mirror and notes how it ended, unless it was interrupted.
func (r *run) follow(ctx context.Context, fresh bool) {
	defer close(r.done)
	defer r.cancel()
	r.cl.tell(r.cn.record, engine.Event{Kind: engine.EventMirrorStarted, Mirror: r.brief()})
	r.cl.tellState(r.cn, engine.TargetMirroring)
	ready, release := r.listen()
	select { // items that are finished before are not counted
	case <-ready:
	case <-time.After(time.Second):
	case <-ctx.Done():
	}
	err := r.work(ctx, fresh)
	release()
	if ctx.Err() != nil {
		r.leave()
		return
	}
	r.finish(err)
}

// leave forgets the run.
func (r *run) leave() {
	r.cl.mu.Lock()
	delete(r.cl.runs, r.cn.ID)
	r.cl.mu.Unlock()
}

// listen counts what the target finishes, and wakes whoever waits for a change.
func (r *run) listen() (ready <-chan struct{}, release func()) {
	return r.cl.listen(r.cn.dst, func(e rest.Event, d rest.EventData) {
		if !r.owns(d.Folder) {
			return
		}
		if e.Type == "ItemFinished" {
			r.item(d)
		}
		select {
		case r.wake <- struct{}{}:
		default:
		}
	})
}

// owns reports whether a folder is one of the connection's.
func (r *run) owns(id string) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.ids[id]
}

// know notes the ids of the connection's folders.
func (r *run) know() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.ids = map[string]bool{}
	for _, p := range r.cn.parts {
		r.ids[p.id] = true
	}
}

// item notes that the target has finished an item, one way or the other.
func (r *run) item(d rest.EventData) {
	r.mu.Lock()
	was, known := r.failed[d.Item]
	switch {
	case d.Error != "":
		if len(r.failed) < maxFailures {
			r.failed[d.Item] = d.Error
		}
	case d.Action == "delete":
		r.removed++
		delete(r.failed, d.Item)
	default:
		delete(r.failed, d.Item)
		if d.Action == "update" && d.Type != "dir" {
			r.sent++
		}
	}
	r.mu.Unlock()
	if d.Error != "" && (!known || was != d.Error) {
		r.cl.tell(r.cn.record, engine.Event{Kind: engine.EventFailure, Path: engine.Path(d.Item), Text: d.Error})
	}
}

// work brings the copy up to date. The error is why that ended early; items that failed are none.
func (r *run) work(ctx context.Context, fresh bool) error {
	if r.opts.Checksum && !fresh {
		if err := r.renew(ctx); err != nil {
			return err
		}
	}
	for again := false; ; again = true {
		err := r.round(ctx)
		if err != nil && !again && r.lost(ctx) {
			if err = r.renew(ctx); err == nil {
				err = r.round(ctx)
			}
		}
		if err != nil {
			return err
		}
		more, err := r.changedThere(ctx, again)
		if err != nil || !more {
			return err
		}
	}
}

// lost reports whether a folder of the copy is gone from the target's disk. A mirror that was asked for makes it anew; one that an
// earlier process began does not, since the disk may not be mounted.
func (r *run) lost(ctx context.Context) bool {
	if r.again {
		return false
	}
	t, err := r.cl.measure(ctx, r.cn)
	return err == nil && len(t.trouble) > 0 && !t.sourceTrouble && isPathError(t.trouble[0].Reason)
}

// round lets the folders run and waits until the copy has what the source has.
func (r *run) round(ctx context.Context) error {
	look := []*machine{r.cn.src, r.cn.dst}
	if r.opts.Checksum {
		if err := r.readCopy(ctx); err != nil {
			return err
		}
		look = look[:1]
	}
	if err := r.endure(ctx, func() error { return r.release(ctx) }); err != nil {
		return err
	}
	if err := r.scan(ctx, look...); err != nil {
		return err
	}
	return r.arrive(ctx)
}

// readCopy makes the target read all its files before it hears of the source's. A scan takes a file for the source's when size and time
// are the same, whatever it holds, so there must be none between the moment the target hears of a file and the moment it asks for it.
func (r *run) readCopy(ctx context.Context) error {
	if err := r.endure(ctx, func() error { return r.cl.holdEnd(ctx, r.cn, r.cn.src, true) }); err != nil {
		return err
	}
	if err := r.endure(ctx, func() error { return r.cl.holdEnd(ctx, r.cn, r.cn.dst, false) }); err != nil {
		return err
	}
	return r.scan(ctx, r.cn.dst)
}

// release lets the folders run.
func (r *run) release(ctx context.Context) error {
	keep := !r.cn.Repl && !r.cn.Orphans && !r.opts.Orphans
	for _, p := range r.cn.parts {
		if p.to != nil && p.to.IgnoreDelete == keep {
			continue
		}
		if err := r.cl.api(r.cn.dst).PatchFolder(ctx, p.id, rest.FolderPatch{IgnoreDelete: &keep}); err != nil {
			return r.cn.dst.failed(err)
		}
		if p.to != nil {
			p.to.IgnoreDelete = keep
		}
	}
	return r.cl.hold(ctx, r.cn, false)
}

// scan makes machines look at their files.
func (r *run) scan(ctx context.Context, machines ...*machine) error {
	type end struct {
		m  *machine
		id string
	}
	var list []end
	for _, p := range r.cn.parts {
		for _, m := range machines {
			list = append(list, end{m, p.id})
		}
	}
	var mu sync.Mutex
	var first error
	each(len(list), list, func(e end) {
		err := r.endure(ctx, func() error { return r.cl.scanFolder(ctx, e.m, e.id) })
		mu.Lock()
		defer mu.Unlock()
		if first == nil {
			first = err
		}
	})
	return first
}

// scanFolder makes a daemon look at a folder's files. A folder that cannot work is told apart from one that is just starting.
func (cl *Client) scanFolder(ctx context.Context, m *machine, id string) error {
	for tries := 0; ; tries++ {
		err := cl.api(m).Scan(ctx, id)
		if err == nil || rest.IsDown(err) || ctx.Err() != nil || tries == 20 {
			return m.failed(err)
		}
		if isPathError(err.Error()) && tries > 4 {
			return m.failed(err)
		}
		sleep(ctx, 50*time.Millisecond)
	}
}

// endure tries something again while a daemon does not answer, for as long as the settings say.
func (r *run) endure(ctx context.Context, f func() error) error {
	began := time.Now()
	for {
		err := f()
		if engine.CodeOf(err) != engine.CodeNoAnswer || ctx.Err() != nil || time.Since(began) > r.cl.set.Patience {
			return err
		}
		r.cl.tellState(r.cn, engine.TargetRetrying)
		sleep(ctx, 200*time.Millisecond)
	}
}

// arrive waits until the target knows of all changes and has made them, or has tried in vain.
func (r *run) arrive(ctx context.Context) error {
	r.setback.drop()
	r.proof.drop()
	var want []int64
	began, urged := time.Now(), false
	if err := r.endure(ctx, func() (err error) { want, err = r.cl.sequences(ctx, r.cn); return err }); err != nil {
		return err
	}
	for pause := 5 * time.Millisecond; ; pause = min(pause*2, 500*time.Millisecond) {
		var t measure
		var there bool
		err := r.endure(ctx, func() (err error) { t, there, err = r.cl.look(ctx, r.cn, want); return err })
		if err != nil {
			return err
		}
		r.note(t)
		if !there && !urged && time.Since(began) > urgeAfter {
			urged = true
			r.cl.urge(ctx, r.cn)
		}
		if over, err := r.over(ctx, t, there); over || err != nil {
			return err
		}
		r.cl.unstick(ctx, r.cn, &r.stall, t, there, !r.opts.Checksum)
		if len(t.trouble) == 0 && r.setback.rescan() {
			if err := r.scan(ctx, r.cn.src); err != nil {
				return err
			}
			if err := r.endure(ctx, func() (err error) { want, err = r.cl.sequences(ctx, r.cn); return err }); err != nil {
				return err
			}
		}
		if r.proof.close() { // the target's events do not tell what the source has heard
			pause = min(pause, 40*time.Millisecond)
		}
		timer := time.NewTimer(pause)
		select {
		case <-r.wake:
			pause = 5 * time.Millisecond
		case <-timer.C:
		case <-ctx.Done():
		}
		timer.Stop()
		if ctx.Err() != nil {
			return ctx.Err()
		}
	}
}

// over decides whether waiting is over.
func (r *run) over(ctx context.Context, t measure, there bool) (over bool, err error) {
	if t.idle && there && t.to.NeedTotalItems == 0 {
		err := r.endure(ctx, func() (err error) { over, err = r.proof.given(ctx, r.cl, r.cn, t); return err })
		return over, err
	}
	r.proof.drop()
	switch {
	case len(t.trouble) > 0:
		if r.setback.meet(t.trouble[0].Reason); r.setback.final(troubleFor) {
			return true, &engine.Error{Code: engine.CodeConnectionFailed, Subject: string(t.trouble[0].Path), Cause: errors.New(t.trouble[0].Reason),
				Hint: "Put the folder back in its place; if it is a new one, disconnect and connect."}
		}
	case t.idle && t.to.Errors > 0:
		limit, harmless := r.cl.failing(ctx, r.cn, &r.setback, t)
		return there && (r.setback.final(limit) || harmless), nil
	case r.setback.on() && (!t.idle || !there): // it is being tried again
	default:
		r.setback.drop()
	}
	return false, nil
}

// changedThere undoes what was changed on the target's side. With orphans all of it is reverted. Without, what was added must stay while
// what was altered or removed must come back, which Syncthing does only for a folder that it sees for the first time.
func (r *run) changedThere(ctx context.Context, again bool) (more bool, err error) {
	var t measure
	if err := r.endure(ctx, func() (err error) { t, err = r.cl.measure(ctx, r.cn); return err }); err != nil {
		return false, err
	}
	if t.to.ReceiveOnlyTotalItems == 0 {
		return false, nil
	}
	if r.opts.Orphans || r.cn.Orphans {
		if again {
			return false, r.left(ctx)
		}
		return true, r.revert(ctx, t)
	}
	if again {
		return false, nil
	}
	altered, err := r.cl.altered(ctx, r.cn, t)
	if err != nil || !altered {
		return false, err
	}
	return true, r.renew(ctx)
}

// renew makes the folders anew.
func (r *run) renew(ctx context.Context) error {
	err := r.endure(ctx, func() error { return r.cl.renew(ctx, r.cn) })
	r.know()
	return err
}

// revert removes what only the copy has, and asks for what was altered there.
func (r *run) revert(ctx context.Context, t measure) error {
	r.mu.Lock()
	r.removed += t.to.ReceiveOnlyTotalItems - t.to.ReceiveOnlyChangedDeletes
	r.prog.State = engine.MirrorRemovingOrphans
	r.mu.Unlock()
	for _, p := range r.cn.parts {
		if err := r.endure(ctx, func() error { return r.cn.dst.failed(r.cl.api(r.cn.dst).Revert(ctx, p.id)) }); err != nil {
			return err
		}
	}
	return r.reverted(ctx)
}

// reverted waits for the end of reverting: nothing is left, or for a while nothing becomes less.
func (r *run) reverted(ctx context.Context) error {
	left, since := int64(-1), time.Now()
	for ctx.Err() == nil {
		t, err := r.cl.measure(ctx, r.cn)
		switch {
		case err != nil || !t.idle || t.to.ReceiveOnlyTotalItems != left:
			left, since = t.to.ReceiveOnlyTotalItems, time.Now()
		case left == 0 || time.Since(since) > revertedAfter:
			return nil
		}
		sleep(ctx, 10*time.Millisecond)
	}
	return ctx.Err()
}

// left says which entries only the copy has after a revert. Folders that hold what the rules leave out are none of them.
func (r *run) left(ctx context.Context) error {
	for _, p := range r.cn.parts {
		list, err := r.cl.api(r.cn.dst).LocalChanged(ctx, p.id, lookedAt)
		if err != nil {
			return r.cn.dst.failed(err)
		}
		for _, f := range list {
			if !f.Folder() {
				return fmt.Errorf("%s: it is not part of the set and could not be removed from the copy", f.Name)
			}
		}
	}
	return nil
}
