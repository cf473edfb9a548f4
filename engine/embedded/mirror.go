package embedded

// This file runs mirrors.

import (
	"context"
	"errors"
	"time"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/embedded/copier"
)

// progressEvery is the time between two progress events.
const progressEvery = 200 * time.Millisecond

// mirrorRun is a mirror under way.
type mirrorRun struct {
	opts    engine.MirrorOptions
	n       copier.Counters
	gate    copier.Gate
	report  *reporter
	started time.Time
	cancel  context.CancelFunc
	done    chan struct{}
	create  bool // make the folder of the copy when it is missing
	auto    bool // nobody asked for it
	orphans bool // it removes orphans and copies nothing
	paused  bool // guarded by conn.mu
	byHand  bool // stopped by an operation; guarded by conn.mu
	handed  bool // another takes over; guarded by conn.mu
	full    bool // the copy has no room, and the mirror waits for it; guarded by conn.mu
}

// start says how a mirror comes to begin.
type start struct {
	paused bool // it waits for a resume
	again  bool // it goes on where an earlier process left off
	auto   bool // nobody asked for it: the engine catches up by itself

	orphans bool // remove orphans only
}

// progress counts a running mirror. The caller holds conn.mu.
func (m *mirrorRun) progress() engine.MirrorProgress {
	n := &m.n
	p := engine.MirrorProgress{
		State: engine.MirrorMirroring, Options: m.opts, Scanning: !n.Scanned.Load(), Percent: -1,
		FilesDone: n.FilesDone.Load(), FilesSent: n.FilesSent.Load(), Skipped: n.Skipped.Load(), Removed: n.Removed.Load(),
		Errors: n.Errors.Load(), BytesDone: n.BytesDone.Load(), BytesSent: n.BytesSent.Load(), Started: m.started, Failures: m.report.failures(),
	}
	// Totals are read last, so that they are never below what is done.
	p.FilesTotal, p.BytesTotal = n.FilesTotal.Load(), n.BytesTotal.Load()
	p.BytesQueue = max(p.BytesTotal-p.BytesDone, 0)
	if took := time.Since(m.started).Seconds(); took > 0 {
		p.BytesRate = int64(float64(p.BytesDone) / took)
	}
	if !p.Scanning {
		p.Percent = percent(p)
	} else if p.FilesDone == 0 {
		p.State = engine.MirrorCalculating
	}
	if m.orphans {
		p.State = engine.MirrorRemovingOrphans
	}
	if m.paused {
		p.State = engine.MirrorPaused
	}
	return p
}

// percent weighs files and bytes, so that neither many small nor one large file
// makes it stand still. A hundred means finished.
func percent(p engine.MirrorProgress) int {
	done, total := p.BytesDone+p.FilesDone*4096, p.BytesTotal+p.FilesTotal*4096
	if total == 0 {
		return 99
	}
	return min(int(float64(done)/float64(total)*100), 99)
}

// startMirror begins a mirror. One that nobody asked for makes way. The caller
// holds op.
func (cn *conn) startMirror(opts engine.MirrorOptions, how start) error {
	cn.mu.Lock()
	defer cn.mu.Unlock()
	old := cn.mirror
	if old != nil && (!old.auto || old.paused || how.auto) {
		return &engine.Error{Code: engine.CodeMirroring, Subject: cn.subject()}
	}
	run := &mirrorRun{opts: opts, report: &reporter{cn: cn}, started: time.Now(), done: make(chan struct{}), paused: how.paused, auto: how.auto, orphans: how.orphans,
		create: !how.again || !cn.rec.Mirrored}
	run.gate.Outer, run.gate.Limit = &cn.way.gate, &cn.way.limit
	if how.paused {
		run.gate.Close()
	}
	rec := cn.rec
	if !how.orphans { // removing orphans is not begun anew by the next process
		rec.Running, rec.Paused, rec.Auto, rec.Stopped, rec.Required = &opts, how.paused, how.auto, false, false
	}
	if !cn.ended {
		if err := cn.store.saveConnection(rec); err != nil {
			return err
		}
	}
	if old != nil {
		cn.takeOver(old)
	}
	cn.rec.Running, cn.rec.Paused, cn.rec.Auto, cn.rec.Stopped, cn.rec.Required = rec.Running, rec.Paused, rec.Auto, rec.Stopped, rec.Required
	ctx, cancel := context.WithCancel(cn.ctx)
	run.cancel = cancel
	cn.mirror = run
	cn.emit(engine.Event{Kind: engine.EventMirrorStarted, Mirror: brief(run.progress())})
	cn.touch()
	cn.wg.Go(func() { cn.runMirror(ctx, run) })
	return nil
}

// takeOver ends a mirror in favour of the next without telling anybody: for those
// who wait one mirror goes on. The caller holds mu, which is free meanwhile.
func (cn *conn) takeOver(old *mirrorRun) {
	old.handed = true
	cn.mu.Unlock()
	old.cancel()
	<-old.done
	cn.mu.Lock()
}

// letFinish waits for a mirror that nobody asked for, so that what begins next may leave out what that one finds. The caller holds op.
func (cn *conn) letFinish(ctx context.Context) error {
	cn.mu.Lock()
	run := cn.mirror
	wait := run != nil && run.auto && !run.paused
	cn.mu.Unlock()
	if !wait {
		return nil
	}
	select {
	case <-run.done:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// runMirror makes the pass and notes how it ended.
func (cn *conn) runMirror(ctx context.Context, run *mirrorRun) {
	defer close(run.done)
	defer run.cancel()
	stop := make(chan struct{})
	cn.wg.Go(func() { cn.tellProgress(run, stop) })
	err := cn.pass.acquire(ctx)
	if err == nil {
		cn.unsettle()
		err = cn.cp.Pass(ctx, cn.passOptions(run), &run.gate, &run.n)
		cn.pass.release()
		cn.sweep(err == nil && run.n.Errors.Load() == 0)
	}
	close(stop)
	cn.finishMirror(ctx, run, err)
}

// sweep notes whether temporary files may have been left behind. Looking for them takes a listing of every folder of the copy.
func (cn *conn) sweep(clean bool) {
	cn.mu.Lock()
	defer cn.mu.Unlock()
	cn.swept = clean
}

func (cn *conn) passOptions(run *mirrorRun) copier.Options {
	set := cn.tuned()
	cn.mu.Lock()
	swept := cn.swept
	cn.mu.Unlock()
	if run.orphans {
		return copier.Options{Orphans: true, OnlyOrphans: true, Bin: cn.bin(), Clean: !swept, Sync: !set.NoFlush, Report: run.report}
	}
	opts := copier.Options{
		All: run.opts.Kind != engine.MirrorDifferent, Newer: run.opts.Newer,
		Checksum: run.opts.Checksum, ChecksumAll: *set.ChecksumAll, InPlace: run.opts.InPlace, Chunk: set.ChunkSize,
		Orphans: run.opts.Orphans || cn.orphans(), Bin: cn.bin(),
		Create: run.create, Clean: !swept, Sync: !set.NoFlush, Report: run.report,
		Room: cn.room(run), Pending: int(cn.dial(cn.src, setPending)),
	}
	if run.auto { // it makes up for what was missed, which leaves nothing out
		return opts
	}
	opts.SkipEmpty = cn.dial(cn.src, setEmpty) == 0
	switch cn.dial(cn.src, setOverwrite) {
	case overwriteNone:
		opts.Keep = true
	case overwriteOlder:
		opts.All, opts.Newer, opts.InPlace = false, true, false
	}
	return opts
}

func (cn *conn) tellProgress(run *mirrorRun, stop <-chan struct{}) {
	tick := time.NewTicker(progressEvery)
	defer tick.Stop()
	for {
		select {
		case <-stop:
			return
		case <-tick.C:
			cn.mu.Lock()
			p := run.progress()
			cn.mu.Unlock()
			if p.State != engine.MirrorPaused {
				cn.emit(engine.Event{Kind: engine.EventMirrorProgress, Mirror: brief(p)})
			}
		}
	}
}

// brief leaves the list of failures out.
func brief(p engine.MirrorProgress) *engine.MirrorProgress {
	p.Failures = nil
	return &p
}

// finishMirror notes the end of a mirror. A pause that came when nothing was left to copy holds the end up, since whoever made it was told
// that the mirror is paused.
func (cn *conn) finishMirror(ctx context.Context, run *mirrorRun, err error) {
	if err != nil && !errors.Is(err, context.Canceled) && run.n.Errors.Load() == 0 {
		run.n.Errors.Add(1)
		run.report.Failure("", err)
	}
	cn.mu.Lock()
	defer cn.mu.Unlock()
	for err == nil && run.paused {
		cn.mu.Unlock()
		err = run.gate.Wait(ctx)
		cn.mu.Lock()
	}
	if run.handed {
		cn.rec.Mirrored = cn.rec.Mirrored || err == nil
		return
	}
	p := run.progress()
	p.State, p.Ended, p.Scanning = engine.MirrorIdle, time.Now(), false
	p.Completed = err == nil
	if p.Completed {
		p.Percent = 100
	}
	cn.mirror = nil
	cn.rec.Progress = p
	if cn.ended {
		// The state keeps Running, so that the mirror is made again at the next
		// start; a connection that was disconnected is deleted anyway.
		return
	}
	cn.rec.Running, cn.rec.Paused, cn.rec.Auto = nil, false, false
	kind := engine.EventMirrorStopped
	switch {
	case p.Completed && run.orphans:
		kind = engine.EventMirrorComplete
	case run.orphans:
	case p.Completed:
		kind = engine.EventMirrorComplete
		cn.rec.Mirrored = true
		cn.rec.Required = cn.rec.Required || p.Errors > 0
	default:
		cn.rec.Stopped, cn.rec.Required = run.byHand, true
		if run.auto && !run.byHand {
			cn.retryLater(run.opts)
		}
	}
	cn.keepSaved()
	cn.emit(engine.Event{Kind: kind, Mirror: brief(p)})
	cn.touch()
}

func (cl *Client) mirrorStart(ctx context.Context, op engine.MirrorStart) (engine.Result, error) {
	if err := checkOptions(op.Options); err != nil {
		return nil, err
	}
	cn, err := cl.find(op.ID, op.Source, engine.AccessFull)
	if err != nil {
		return nil, err
	}
	cn.op.Lock()
	defer cn.op.Unlock()
	if err := cn.alive(); err != nil {
		return nil, err
	}
	if op.Options.Newer || cn.dial(cn.src, setOverwrite) != overwriteAll {
		if err := cn.letFinish(ctx); err != nil {
			return nil, err
		}
	}
	return engine.Done{}, cn.startMirror(op.Options, start{})
}

func (cl *Client) mirrorStop(ctx context.Context, op engine.MirrorStop) (engine.Result, error) {
	cn, err := cl.find(op.ID, op.Source, engine.AccessFull)
	if err != nil {
		return nil, err
	}
	cn.mu.Lock()
	run := cn.mirror
	if run == nil {
		cn.mu.Unlock()
		return nil, &engine.Error{Code: engine.CodeNoMirror, Subject: cn.subject()}
	}
	run.byHand = true
	cn.mu.Unlock()
	run.cancel()
	select {
	case <-run.done:
		return engine.Done{}, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func (cl *Client) mirrorPause(op engine.MirrorPause) (engine.Result, error) {
	cn, err := cl.find(op.ID, op.Source, engine.AccessFull)
	if err != nil {
		return nil, err
	}
	return engine.Done{}, cn.setPaused(true)
}

func (cl *Client) mirrorResume(op engine.MirrorResume) (engine.Result, error) {
	cn, err := cl.find(op.ID, op.Source, engine.AccessFull)
	if err != nil {
		return nil, err
	}
	return engine.Done{}, cn.setPaused(false)
}

func (cn *conn) setPaused(paused bool) error {
	cn.mu.Lock()
	defer cn.mu.Unlock()
	run := cn.mirror
	switch {
	case run == nil && paused:
		return &engine.Error{Code: engine.CodeNoMirror, Subject: cn.subject()}
	case run == nil || !paused && !run.paused:
		return &engine.Error{Code: engine.CodeNotPaused, Subject: cn.subject()}
	case run.paused == paused:
		return nil
	}
	rec := cn.rec
	rec.Paused = paused
	if err := cn.store.saveConnection(rec); err != nil {
		return err
	}
	cn.rec.Paused, run.paused = paused, paused
	kind := engine.EventMirrorResumed
	if paused {
		kind = engine.EventMirrorPaused
		run.gate.Close()
	} else {
		run.gate.Open()
	}
	cn.emit(engine.Event{Kind: kind, Mirror: brief(run.progress())})
	cn.touch()
	return nil
}
