package agent

// This file runs programs at the events of mirrors.

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/smrscript/smrscript/engine"
)

func (a *Agent) scriptOp(ctx context.Context, op engine.Op) (engine.Result, error) {
	switch op := op.(type) {
	case engine.SaveScript:
		return engine.Done{}, a.saveScript(ctx, op.Script)
	case engine.DeleteScripts:
		if op.ID != 0 {
			if err := a.exists(ctx, op.ID, ""); err != nil {
				return nil, err
			}
		}
		a.mu.Lock()
		defer a.mu.Unlock()
		return engine.Done{}, a.change(func(s *state) {
			s.Scripts = slices.DeleteFunc(s.Scripts, func(x engine.Script) bool {
				return (op.ID == 0 || x.ID == op.ID) && (op.Event == "" || x.Event == op.Event)
			})
		})
	case engine.TestScripts:
		list, err := a.listScripts(ctx, op.ID)
		for _, s := range list {
			err = errors.Join(err, a.runScript(ctx, s))
		}
		if err != nil {
			return nil, err
		}
		return engine.Done{}, nil
	case engine.ListScripts:
		list, err := a.listScripts(ctx, op.ID)
		if err != nil {
			return nil, err
		}
		return list, nil
	}
	return nil, nil
}

func (a *Agent) listScripts(ctx context.Context, id engine.ConnectionID) (engine.ScriptList, error) {
	if id != 0 {
		if err := a.exists(ctx, id, ""); err != nil {
			return nil, err
		}
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	list := engine.ScriptList{}
	for _, s := range a.state.Scripts {
		if id == 0 || s.ID == id {
			list = append(list, s)
		}
	}
	return list, nil
}

func (a *Agent) saveScript(ctx context.Context, s engine.Script) error {
	con, err := engine.Call(ctx, a.Client, engine.GetConnection{ID: s.ID, Source: s.Source})
	if err != nil {
		return err
	}
	if !strings.EqualFold(con.Target, s.Target) {
		return &engine.Error{Code: engine.CodeBadParameter, Subject: s.Target, Cause: errors.New("the target of the connection is " + con.Target)}
	}
	if err := a.mayChange(ctx, "", con.Target); err != nil {
		return err
	}
	s.Source, s.Target = con.Source, con.Target
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.change(func(st *state) {
		st.Scripts = slices.DeleteFunc(st.Scripts, func(x engine.Script) bool { return x.ID == s.ID && x.Event == s.Event })
		st.Scripts = append(st.Scripts, s)
		slices.SortFunc(st.Scripts, func(x, y engine.Script) int { return cmp.Or(cmp.Compare(x.ID, y.ID), cmp.Compare(x.Event, y.Event)) })
	})
}

// track follows a mirror that has begun to its end and runs the scripts of the connection. A mirror that CONNECT begins has no
// start script: there was no connection to add it to.
func (a *Agent) track(id engine.ConnectionID, started bool) {
	end := make(chan struct{})
	a.mu.Lock()
	a.mirrors[id] = end
	a.mu.Unlock()
	a.working.Go(func() {
		defer a.forget(id, end)
		if started {
			a.event(id, engine.EventMirrorStarted)
		}
		st, err := engine.Call(a.ctx, a.Client, engine.Wait{ID: id, For: engine.WaitMirror})
		switch {
		case err != nil: // disconnected, or the agent is closed
		case st.Mirror.Completed:
			a.event(id, engine.EventMirrorComplete)
		default:
			a.event(id, engine.EventMirrorStopped)
		}
	})
}

// forget ends the tracking of a mirror.
func (a *Agent) forget(id engine.ConnectionID, end chan struct{}) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.mirrors[id] == end {
		delete(a.mirrors, id)
	}
	close(end)
}

// event runs the script for an event.
func (a *Agent) event(id engine.ConnectionID, event engine.EventKind) {
	a.mu.Lock()
	list := a.state.scripts(id)
	a.mu.Unlock()
	for _, s := range list {
		if s.Event != event {
			continue
		}
		paused := false
		if s.Delay && event == engine.EventMirrorStarted {
			_, err := engine.Call(a.ctx, a.Client, engine.MirrorPause{ID: id})
			paused = err == nil
		}
		if err := a.runScript(a.ctx, s); err != nil {
			a.tell("script", "script of connection "+id.String()+" failed", err.Error())
		}
		if paused {
			if _, err := engine.Call(a.ctx, a.Client, engine.MirrorResume{ID: id}); err != nil {
				a.note("the mirror of connection %d cannot go on: %v", id, err)
			}
		}
	}
}

func (a *Agent) runScript(ctx context.Context, s engine.Script) error {
	return a.run(ctx, program{machine: s.Target, path: s.Path, arguments: s.Arguments,
		env: []string{"SMR_CONNECTION=" + s.ID.String(), "SMR_EVENT=" + string(s.Event), "SMR_SOURCE=" + s.Source, "SMR_TARGET=" + s.Target}})
}
