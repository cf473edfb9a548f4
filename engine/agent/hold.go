package agent

// This file keeps connections from going on, and lets them go on, on engines that cannot do so themselves.

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/smrscript/smrscript/engine"
)

// hold stops a connection from bringing anything to its copy. The mutex must not be held.
func (a *Agent) hold(ctx context.Context, con engine.Connection, mark func(*held)) error {
	a.mu.Lock()
	i := slices.IndexFunc(a.state.Held, func(h held) bool { return h.ID == con.ID })
	a.mu.Unlock()
	h := held{ID: con.ID, Source: con.Source, Target: con.Target, Orphans: con.Orphans}
	if i < 0 {
		st, err := engine.Call(ctx, a.Client, engine.GetConnection{ID: con.ID})
		if err != nil {
			return err
		}
		if st.Mirror.State.Running() && st.Mirror.State != engine.MirrorPaused {
			_, err := engine.Call(ctx, a.Client, engine.MirrorPause{ID: con.ID})
			if err != nil && !errors.Is(err, engine.CodeNoMirror) { // it has just ended
				return err
			}
			h.Mirror = err == nil
		}
		if st.Replication.Active {
			if _, err := engine.Call(ctx, a.Client, engine.ReplicationStop{ID: con.ID}); err != nil {
				return err
			}
			h.Replicate = true
		}
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.change(func(s *state) {
		if i = slices.IndexFunc(s.Held, func(x held) bool { return x.ID == con.ID }); i < 0 {
			s.Held = append(s.Held, h)
			i = len(s.Held) - 1
		}
		mark(&s.Held[i])
	})
}

// release takes a reason to hold away from a connection, which goes on when no other is left.
func (a *Agent) release(ctx context.Context, id engine.ConnectionID, unmark func(*held)) error {
	var h held
	a.mu.Lock()
	err := a.change(func(s *state) {
		i := slices.IndexFunc(s.Held, func(x held) bool { return x.ID == id })
		if i < 0 {
			return
		}
		unmark(&s.Held[i])
		if h = s.Held[i]; !h.ByTarget && h.ByWay == "" {
			s.Held = slices.Delete(s.Held, i, i+1)
		}
	})
	if err != nil || h.ID == 0 || h.ByTarget || h.ByWay != "" {
		a.mu.Unlock()
		return err
	}
	a.opening[id]++ // before the mutex goes: a task must not take the way for open in between
	a.mu.Unlock()
	defer func() {
		a.mu.Lock()
		defer a.mu.Unlock()
		if a.opening[id]--; a.opening[id] == 0 {
			delete(a.opening, id)
		}
	}()
	return a.goOn(ctx, h)
}

// isOpening reports whether a connection that is held no more does not go on yet.
func (a *Agent) isOpening(id engine.ConnectionID) bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.opening[id] > 0
}

// goOn lets a connection go on: its paused mirror, or replication with a mirror of what changed meanwhile.
func (a *Agent) goOn(ctx context.Context, h held) error {
	gone := func(err error) error {
		if errors.Is(err, engine.CodeNoConnection) {
			return nil // somebody disconnected it meanwhile
		}
		return err
	}
	if h.Replicate {
		if _, err := engine.Call(ctx, a.Client, engine.ReplicationStart{ID: h.ID}); err != nil && !errors.Is(err, engine.CodeReplicating) {
			return gone(err)
		}
	}
	if h.Mirror {
		_, err := engine.Call(ctx, a.Client, engine.MirrorResume{ID: h.ID})
		if !errors.Is(err, engine.CodeNotPaused) && !errors.Is(err, engine.CodeNoMirror) {
			return gone(err)
		}
	}
	if !h.Replicate && !h.Mirror {
		return nil
	}
	_, err := a.mirrorStart(ctx, engine.MirrorStart{ID: h.ID, Options: engine.MirrorOptions{Kind: engine.MirrorDifferent, Orphans: h.Orphans}})
	if errors.Is(err, engine.CodeMirroring) {
		return nil
	}
	return gone(err)
}

// holding returns what holds a connection.
func (a *Agent) holding(id engine.ConnectionID) held {
	a.mu.Lock()
	defer a.mu.Unlock()
	for _, h := range a.state.Held {
		if h.ID == id {
			return h
		}
	}
	return held{}
}

// heldOf lists the held connections from a source to a target; empty names mean any.
func (a *Agent) heldOf(source, target string) []held {
	a.mu.Lock()
	defer a.mu.Unlock()
	return slices.DeleteFunc(slices.Clone(a.state.Held), func(h held) bool {
		return source != "" && !strings.EqualFold(h.Source, source) || target != "" && !strings.EqualFold(h.Target, target)
	})
}

// transmit lets the engine start, stop, pause or resume transmission, and does it itself if the engine cannot. What somebody does by
// hand is no longer the window's.
func (a *Agent) transmit(ctx context.Context, op engine.Transmission) (engine.Result, error) {
	r, err := a.Client.Do(ctx, op)
	if errors.Is(err, engine.CodeUnsupported) {
		return a.transmission(ctx, op)
	}
	if err != nil {
		return r, err
	}
	return r, a.markShut(op.Source, op.Target, false)
}

// transmission starts, stops, pauses or resumes what goes from a source to a target.
func (a *Agent) transmission(ctx context.Context, op engine.Transmission) (engine.Result, error) {
	list, err := a.mayChangeBetween(ctx, op.Source, op.Target)
	if err != nil {
		return nil, err
	}
	way := func(h held) bool { return h.ByWay != "" }
	closed := slices.ContainsFunc(a.heldOf(op.Source, op.Target), way)
	if op.Action == engine.ActionResume && !closed {
		return nil, &engine.Error{Code: engine.CodeConnectionNotPaused, Subject: op.Target}
	}
	if op.Action == engine.ActionPause && closed {
		return nil, &engine.Error{Code: engine.CodeTransmissionPaused, Subject: op.Target}
	}
	for _, con := range list {
		if op.Action == engine.ActionStart || op.Action == engine.ActionResume {
			err = a.release(ctx, con.ID, func(h *held) { h.ByWay, h.ByWindow = "", false })
		} else {
			err = a.hold(ctx, con, func(h *held) { h.ByWay = op.Action })
		}
		if err != nil {
			return nil, err
		}
	}
	return engine.Done{}, nil
}

func (a *Agent) holdTarget(ctx context.Context, op engine.HoldTarget) (engine.Result, error) {
	if err := a.mayChange(ctx, op.Source, op.Target); err != nil {
		return nil, err
	}
	list, err := a.between(ctx, op.Source, op.Target)
	if err != nil {
		return nil, err
	}
	if slices.ContainsFunc(a.heldOf(op.Source, op.Target), func(h held) bool { return h.ByTarget }) {
		return nil, &engine.Error{Code: engine.CodeTargetPaused, Subject: op.Target}
	}
	for _, con := range list {
		if err := a.hold(ctx, con, func(h *held) { h.ByTarget = true }); err != nil {
			return nil, err
		}
	}
	return engine.Done{}, nil
}

func (a *Agent) releaseTarget(ctx context.Context, op engine.ReleaseTarget) (engine.Result, error) {
	if err := a.mayChange(ctx, op.Source, op.Target); err != nil {
		return nil, err
	}
	paused := slices.DeleteFunc(a.heldOf(op.Source, op.Target), func(h held) bool { return !h.ByTarget })
	if len(paused) == 0 {
		return nil, &engine.Error{Code: engine.CodeConnectionNotPaused, Subject: op.Target, Cause: errors.New("the target is not paused")}
	}
	for _, h := range paused {
		if err := a.release(ctx, h.ID, func(h *held) { h.ByTarget = false }); err != nil {
			return nil, err
		}
	}
	return engine.Done{}, nil
}
