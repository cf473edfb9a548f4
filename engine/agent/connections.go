package agent

// This file stands at the operations on connections: it refuses what modules and failovers forbid, follows mirrors for their scripts,
// and tells of held connections.

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/smrscript/smrscript/engine"
)

func (a *Agent) connect(ctx context.Context, op engine.Connect) (engine.Result, error) {
	if err := a.mayConnect(op); err != nil {
		return nil, err
	}
	if op.Mirror != nil {
		options := a.sparing(op.Source, *op.Mirror)
		op.Mirror = &options
	}
	r, err := a.Client.Do(ctx, op)
	id, ok := r.(engine.ConnectionID)
	if err != nil || !ok {
		return r, err
	}
	if op.Mirror != nil {
		a.track(id, false)
	}
	if err := a.blockAgain(ctx, id, op); err != nil {
		a.note("connection %d: its target path was blocked before the failover and cannot be blocked again: %v", id, err)
	}
	return id, nil
}

// blockAgain blocks the target path of a connection that had it blocked before its source failed over.
func (a *Agent) blockAgain(ctx context.Context, id engine.ConnectionID, op engine.Connect) error {
	was := func(con engine.Connection) bool {
		return con.Repset == op.Repset && routeOf(con.Source, con.Target) == routeOf(op.Source, op.Target) && con.Mapping.Equal(op.Mapping)
	}
	a.mu.Lock()
	due := slices.ContainsFunc(a.state.Reblock, was)
	a.mu.Unlock()
	if !due {
		return nil
	}
	_, err := engine.Call(ctx, a.Client, engine.BlockTargetPath{ID: id})
	a.mu.Lock()
	defer a.mu.Unlock()
	return errors.Join(err, a.change(func(s *state) { s.Reblock = slices.DeleteFunc(s.Reblock, was) }))
}

func (a *Agent) mayConnect(op engine.Connect) error {
	a.mu.Lock()
	defer a.mu.Unlock()
	switch {
	case a.state.unloaded(op.Source, engine.ModuleSource):
		return &engine.Error{Code: engine.CodeNoSourceModule, Subject: op.Source}
	case a.state.unloaded(op.Target, engine.ModuleTarget):
		return &engine.Error{Code: engine.CodeNoTargetModule, Subject: op.Target}
	case a.failedOverTo(op.Source, op.Target) >= 0:
		return &engine.Error{Code: engine.CodeFailedOver, Subject: op.Source, Cause: errors.New(op.Target + " stands in for it")}
	}
	return nil
}

// sparing returns the options of a mirror as the settings of its source have them.
func (a *Agent) sparing(source string, o engine.MirrorOptions) engine.MirrorOptions {
	if a.settingOf(source, overwriting) == "2" && !o.InPlace {
		o.Kind, o.Newer = engine.MirrorDifferent, true
	}
	return o
}

func (a *Agent) mirrorStart(ctx context.Context, op engine.MirrorStart) (engine.Result, error) {
	if con, err := engine.Call(ctx, a.Client, engine.FindConnections{ID: op.ID}); err == nil && len(con) == 1 {
		op.Options = a.sparing(con[0].Source, op.Options)
	}
	r, err := a.Client.Do(ctx, op)
	if err == nil {
		a.track(op.ID, true)
	}
	return r, err
}

// disconnect ends connections and forgets what belongs to them.
func (a *Agent) disconnect(ctx context.Context, op engine.Disconnect) (engine.Result, error) {
	r, err := a.Client.Do(ctx, op)
	ended, ok := r.(engine.Disconnected)
	if err != nil || !ok {
		return r, err
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	gone := func(id engine.ConnectionID) bool { return slices.Contains(ended.IDs, id) }
	var made []restore
	for _, x := range a.state.Restores {
		if gone(x.ID) {
			made = append(made, x)
		}
	}
	concerned := len(made) > 0 || slices.ContainsFunc(a.state.Held, func(h held) bool { return gone(h.ID) }) ||
		slices.ContainsFunc(a.state.Scripts, func(s engine.Script) bool { return gone(s.ID) })
	if !concerned {
		return r, nil
	}
	for _, x := range made {
		if _, err := engine.Call(ctx, a.Client, engine.DeleteRepset{Source: x.Source, Repset: x.Repset}); err != nil && !errors.Is(err, engine.CodeNoRepset) {
			a.note("replication set %s of %s, made for a restore, cannot be deleted: %v", x.Repset, x.Source, err)
		}
	}
	return r, a.change(func(s *state) {
		s.Held = slices.DeleteFunc(s.Held, func(h held) bool { return gone(h.ID) })
		s.Scripts = slices.DeleteFunc(s.Scripts, func(x engine.Script) bool { return gone(x.ID) })
		s.Restores = slices.DeleteFunc(s.Restores, func(x restore) bool { return gone(x.ID) })
		for i := range s.Schedules {
			s.Schedules[i].Snapshots = slices.DeleteFunc(slices.Clone(s.Schedules[i].Snapshots), func(p engine.SnapshotPlan) bool { return gone(p.ID) })
		}
	})
}

// wait waits for scripts and tasks too.
func (a *Agent) wait(ctx context.Context, op engine.Wait) (engine.Result, error) {
	if op.For != engine.WaitQueue {
		return a.waitOpen(ctx, op)
	}
	if err := a.way(ctx, op); err != nil {
		return nil, err
	}
	waiting, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	var follower sync.WaitGroup
	follower.Go(func() {
		tick := time.NewTicker(lookAgain)
		defer tick.Stop()
		for {
			select {
			case <-waiting.Done():
				return
			case <-tick.C:
			}
			if err := a.way(waiting, op); err != nil && waiting.Err() == nil {
				stop(err)
				return
			}
		}
	})
	r, err := a.waitOpen(waiting, op)
	stop(nil)
	follower.Wait()
	var paused *engine.Error
	if err != nil && ctx.Err() == nil && errors.As(context.Cause(waiting), &paused) {
		return nil, paused
	}
	return r, err
}

// way returns an error when a connection that replicates is paused: what it waits for would not come. A task that holds the target while
// its program runs goes by.
func (a *Agent) way(ctx context.Context, op engine.Wait) error {
	r, err := a.getConnection(ctx, engine.GetConnection{ID: op.ID, Source: op.Source})
	st, ok := r.(engine.ConnectionStatus)
	if err != nil || !ok {
		return err
	}
	code := closedWay(st)
	a.mu.Lock()
	defer a.mu.Unlock()
	i := slices.IndexFunc(a.state.Held, func(h held) bool { return h.ID == st.ID && h.Replicate })
	if code == 0 || !st.Replication.Active && i < 0 || code == engine.CodeTargetPaused && a.holders[routeOf(st.Source, st.Target)] > 0 {
		return nil
	}
	hint := "resume target lets it go on."
	if code == engine.CodeTransmissionPaused {
		hint = "transmission resume lets it go on."
	}
	return &engine.Error{Code: code, Subject: st.Target, Hint: hint}
}

// waitOpen waits while nothing is paused.
func (a *Agent) waitOpen(ctx context.Context, op engine.Wait) (engine.Result, error) {
	waiting := ctx
	if op.Timeout > 0 {
		var cancel context.CancelFunc
		waiting, cancel = context.WithTimeout(ctx, op.Timeout)
		defer cancel()
	}
	if op.For == engine.WaitQueue {
		con, err := engine.Call(ctx, a.Client, engine.GetConnection{ID: op.ID, Source: op.Source})
		if err == nil {
			a.mu.Lock()
			end := a.tasks[routeOf(con.Source, con.Target)]
			a.mu.Unlock()
			err = await(waiting, end)
		}
		if err != nil && ctx.Err() == nil && waiting.Err() != nil {
			return con, &engine.Error{Code: engine.CodeTimeout, Cause: errors.New("a task is still running")}
		}
	}
	r, err := a.Client.Do(ctx, op)
	if err == nil && op.For == engine.WaitMirror {
		a.mu.Lock()
		end := a.mirrors[op.ID] // also without scripts: one that is added now is not for the mirror that has ended
		a.mu.Unlock()
		if await(waiting, end) != nil && ctx.Err() == nil {
			return r, &engine.Error{Code: engine.CodeTimeout, Cause: errors.New("a script of the mirror is still running")}
		}
	}
	return r, err
}

// await waits until a channel is closed; nil is.
func await(ctx context.Context, end <-chan struct{}) error {
	if end == nil {
		return nil
	}
	select {
	case <-end:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// getConnection tells of a connection that is held.
func (a *Agent) getConnection(ctx context.Context, op engine.GetConnection) (engine.Result, error) {
	r, err := a.Client.Do(ctx, op)
	st, ok := r.(engine.ConnectionStatus)
	if err != nil || !ok {
		return r, err
	}
	h := a.holding(st.ID)
	switch h.ByWay {
	case engine.ActionPause:
		st.TransmitState = engine.TransmitPaused
	case engine.ActionStop:
		st.TransmitState = engine.TransmitStopped
	}
	if h.ByWindow {
		st.TransmitState = engine.TransmitScheduled
	}
	if h.ByTarget {
		st.TargetState = engine.TargetPaused
	}
	if st.TransmitState == engine.TransmitPaused && a.isShut(st.Source, st.Target) {
		st.TransmitState = engine.TransmitScheduled
	}
	return st, nil
}

// failedOverTo finds the failover of a source to a target. The mutex must be held.
func (a *Agent) failedOverTo(source, target string) int {
	return slices.IndexFunc(a.state.FailedOver, func(f failedOver) bool {
		return strings.EqualFold(f.Source, source) && strings.EqualFold(f.Target, target)
	})
}
