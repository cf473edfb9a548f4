package agent

// This file stands at the operations on connections: it refuses what modules and failovers forbid, follows mirrors for their scripts,
// and tells of held connections.

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/smrscript/smrscript/engine"
)

func (a *Agent) connect(ctx context.Context, op engine.Connect) (engine.Result, error) {
	if err := a.mayConnect(op); err != nil {
		return nil, err
	}
	r, err := a.Client.Do(ctx, op)
	if id, ok := r.(engine.ConnectionID); ok && err == nil && op.Mirror != nil {
		a.track(id, false)
	}
	return r, err
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

func (a *Agent) mirrorStart(ctx context.Context, op engine.MirrorStart) (engine.Result, error) {
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
	if h := a.holding(op.ID); h.ID != 0 && op.For == engine.WaitQueue && h.Replicate {
		if h.ByTarget {
			return nil, &engine.Error{Code: engine.CodeTargetPaused, Subject: h.Target}
		}
		return nil, &engine.Error{Code: engine.CodeTransmissionPaused, Subject: h.Target}
	}
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
		end := a.mirrors[op.ID]
		if len(a.state.scripts(op.ID)) == 0 {
			end = nil
		}
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
	return st, nil
}

// failedOverTo finds the failover of a source to a target. The mutex must be held.
func (a *Agent) failedOverTo(source, target string) int {
	return slices.IndexFunc(a.state.FailedOver, func(f failedOver) bool {
		return strings.EqualFold(f.Source, source) && strings.EqualFold(f.Target, target)
	})
}
