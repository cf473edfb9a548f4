package syncthing

// This file counts a mirror and notes its end.

import (
	"context"
	"maps"
	"slices"
	"time"

	"github.com/smrscript/smrscript/engine"
)

// note takes a new look at the target into the progress.
func (r *run) note(t measure) {
	r.mu.Lock()
	if t.known && !r.counted {
		r.before, r.counted = t.to, true
	}
	if t.to.NeedBytes > r.need.NeedBytes {
		r.need = t.to
	}
	r.prog.State, r.prog.Scanning = engine.MirrorMirroring, t.from.State == "scanning" || t.from.State == "scan-waiting"
	fill(&r.prog, t.to)
	r.prog.FilesSent = r.sent
	if r.sent > 0 {
		r.prog.BytesSent = max(r.need.NeedBytes-t.to.NeedBytes, t.to.LocalBytes-r.before.LocalBytes, 0)
	}
	r.prog.Skipped = max(r.prog.FilesDone-r.prog.FilesSent, 0)
	r.prog.Removed = r.removed
	r.prog.Errors = t.to.Errors + t.from.Errors + int64(len(t.trouble))
	if took := time.Since(r.prog.Started).Seconds(); took > 0 {
		r.prog.BytesRate = int64(float64(r.prog.BytesSent) / took)
	}
	tell := time.Since(r.told) >= progressEvery
	if tell {
		r.told = time.Now()
	}
	r.mu.Unlock()
	if tell {
		r.cl.tell(r.cn.record, engine.Event{Kind: engine.EventMirrorProgress, Mirror: r.brief()})
	}
}

// progress is how far the mirror is.
func (r *run) progress() engine.MirrorProgress {
	r.mu.Lock()
	defer r.mu.Unlock()
	p := r.prog
	for _, item := range slices.Sorted(maps.Keys(r.failed)) {
		p.Failures = append(p.Failures, engine.Failure{Path: engine.Path(item), Reason: r.failed[item]})
	}
	return p
}

// brief leaves the list of failures out.
func (r *run) brief() *engine.MirrorProgress {
	r.mu.Lock()
	defer r.mu.Unlock()
	p := r.prog
	return &p
}

// finish notes how the mirror ended. A connection that does not replicate is paused again.
func (r *run) finish(err error) {
	ctx, cancel := context.WithTimeout(r.cl.ctx, 4*r.cl.set.Timeout)
	defer cancel()
	t, merr := r.cl.measure(ctx, r.cn)
	if merr == nil && t.known {
		r.note(t)
	}
	p := r.progress()
	p.Failures = nil
	if merr == nil {
		p.Failures = r.cl.itemErrors(ctx, r.cn, t)
		p.Errors = max(t.to.Errors+t.from.Errors-r.cl.kept(ctx, r.cn, t), 0)
	}
	p.State, p.Ended, p.Scanning, p.Completed = engine.MirrorIdle, time.Now(), false, err == nil
	if err == nil {
		p.Percent = 100
	} else {
		p.Errors = max(p.Errors, 1)
		if len(p.Failures) == 0 {
			p.Failures = []engine.Failure{{Reason: err.Error()}}
		}
	}
	if !r.cn.Repl {
		if herr := r.cl.hold(ctx, r.cn, true); herr != nil {
			p.Failures = append(p.Failures, engine.Failure{Reason: "the folders could not be paused: " + herr.Error()})
		}
	}
	r.close(ctx, p)
}

// close saves the result and tells of it.
func (r *run) close(ctx context.Context, p engine.MirrorProgress) {
	serr := r.cl.store.remember(ctx, r.cn.ID, func(m *memory) {
		m.Running, m.Paused, m.Fresh, m.Progress = nil, false, false, p
		m.Mirrored = m.Mirrored || p.Completed
		m.Required = !p.Completed || p.Errors > 0
	})
	if serr != nil {
		r.cl.tell(r.cn.record, engine.Event{Kind: engine.EventFailure, Text: "the state could not be saved: " + serr.Error()})
	}
	r.leave()
	kind := engine.EventMirrorComplete
	if !p.Completed {
		kind = engine.EventMirrorStopped
	}
	told := p
	told.Failures = nil
	r.cl.tell(r.cn.record, engine.Event{Kind: kind, Mirror: &told})
	if mem, _, err := r.cl.store.memory(r.cn.ID); err == nil {
		r.cl.tellState(r.cn, targetState(r.cn, mem))
	}
}
