package syncthing

// This file starts, stops, pauses and resumes mirrors.

import (
	"context"
	"strings"
	"time"

	"github.com/smrscript/smrscript/engine"
)

func (cl *Client) mirrorStart(ctx context.Context, op engine.MirrorStart) (engine.Result, error) {
	if err := checkOptions(op.Options); err != nil {
		return nil, err
	}
	cn, err := cl.whole(ctx, op.ID, op.Source)
	if err != nil {
		return nil, err
	}
	return engine.Done{}, cl.startMirror(ctx, cn, op.Options)
}

// startMirror notes that a mirror is under way and follows it.
func (cl *Client) startMirror(ctx context.Context, cn *conn, opts engine.MirrorOptions) error {
	cl.outdate()
	err := cl.store.change(ctx, func(st *state) error {
		m := st.Conns[cn.ID]
		if m == nil { // made by another host
			m = &memory{From: cn.From, To: cn.To}
			st.Conns[cn.ID] = m
		}
		if m.Running != nil {
			return &engine.Error{Code: engine.CodeMirroring, Subject: subject(cn.ID)}
		}
		m.Running, m.Paused, m.Stopped, m.Required, m.Started, m.SettledAt = &opts, false, false, false, time.Now(), time.Time{}
		return nil
	})
	if err != nil {
		return err
	}
	cl.run(cn, false)
	return nil
}

// resume follows a mirror that an earlier process or another one has started.
func (cl *Client) resume(cn *conn) {
	mem, _, err := cl.store.memory(cn.ID)
	if err == nil && mem.Running != nil && !mem.Paused && cn.complete() && cl.mayUse(cn.From, cn.To, engine.AccessFull) == nil {
		cl.run(cn, true)
	}
}

// mirroring refuses what needs a mirror when none is under way.
func (cl *Client) mirroring(id engine.ConnectionID) (memory, error) {
	mem, _, err := cl.store.memory(id)
	if err == nil && mem.Running == nil {
		err = &engine.Error{Code: engine.CodeNoMirror, Subject: subject(id)}
	}
	return mem, err
}

func (cl *Client) mirrorStop(ctx context.Context, op engine.MirrorStop) (engine.Result, error) {
	cn, err := cl.find(ctx, op.ID, op.Source, engine.AccessFull)
	if err != nil {
		return nil, err
	}
	if _, err := cl.mirroring(cn.ID); err != nil {
		return nil, err
	}
	cl.stopRun(cn.ID)
	if err := cl.hold(ctx, cn, true); err != nil {
		return nil, err
	}
	stopped := false
	err = cl.store.change(ctx, func(st *state) error {
		m := st.Conns[cn.ID]
		if m == nil || m.Running == nil { // it came to its end just now
			return &engine.Error{Code: engine.CodeNoMirror, Subject: subject(cn.ID)}
		}
		m.Progress.State, m.Progress.Started, m.Progress.Ended, m.Progress.Completed = engine.MirrorIdle, m.Started, time.Now(), false
		m.Running, m.Paused, m.Stopped, m.Required, stopped = nil, false, true, true, true
		return nil
	})
	if stopped {
		cl.tell(cn.record, engine.Event{Kind: engine.EventMirrorStopped})
		cl.tellState(cn, engine.TargetMirrorStopped)
	}
	return engine.Done{}, err
}

// mirrorHold pauses or resumes a mirror. Its place is the daemons' index, so nothing is done twice.
func (cl *Client) mirrorHold(ctx context.Context, id engine.ConnectionID, source string, pause bool) (engine.Result, error) {
	cn, err := cl.find(ctx, id, source, engine.AccessFull)
	if err != nil {
		return nil, err
	}
	mem, err := cl.mirroring(id)
	switch {
	case err != nil && !pause && engine.CodeOf(err) == engine.CodeNoMirror, err == nil && !pause && !mem.Paused:
		return nil, &engine.Error{Code: engine.CodeNotPaused, Subject: subject(id)}
	case err != nil:
		return nil, err
	case mem.Paused == pause:
		return engine.Done{}, nil
	}
	if pause {
		cl.stopRun(id)
		if err := cl.hold(ctx, cn, true); err != nil {
			return nil, err
		}
	}
	over := false
	if err := cl.store.remember(ctx, id, func(m *memory) {
		over = m.Running == nil
		m.Paused = pause && !over
	}); err != nil {
		return nil, err
	}
	if over { // it came to its end just now
		return nil, &engine.Error{Code: engine.CodeNoMirror, Subject: subject(id)}
	}
	kind := engine.EventMirrorPaused
	if !pause {
		kind = engine.EventMirrorResumed
		cl.run(cn, false)
	}
	cl.tell(cn.record, engine.Event{Kind: kind})
	return engine.Done{}, nil
}

// stopRun ends following a mirror and waits for that. What was going on in the daemons goes on.
func (cl *Client) stopRun(id engine.ConnectionID) {
	cl.outdate()
	cl.mu.Lock()
	r := cl.runs[id]
	cl.mu.Unlock()
	if r != nil {
		r.cancel()
		<-r.done
	}
}

// isPathError reports whether a daemon's words are about a folder's place on the disk.
func isPathError(text string) bool {
	return strings.Contains(text, "folder path") || strings.Contains(text, "folder marker") || strings.Contains(text, "folder root")
}
