package plan

// This file defines what changes do to the model, and what the engine would most likely answer.

import (
	"context"
	"errors"

	"github.com/smrscript/smrscript/engine"
)

// assume changes the model and returns the result that the engine would most likely give.
func (p *Planner) assume(ctx context.Context, op engine.Op) (engine.Result, Step, error) {
	var step Step
	switch op := op.(type) {
	case engine.Connect:
		id, err := p.model.connect(ctx, op)
		if err != nil {
			return nil, step, err
		}
		p.machines[op.Target] = true
		step.Makes = id
		if op.Mirror != nil {
			step.Size = p.counted(ctx, op.Source, op.Repset)
		}
		return id, step, nil
	case engine.Restore:
		id, err := p.model.restore(ctx, op)
		if err != nil {
			return nil, step, err
		}
		p.machines[op.Target] = true
		step.Makes, step.Size = id, p.counted(ctx, op.Source, op.Repset)
		return id, step, nil
	case engine.Disconnect:
		return p.disconnect(ctx, op)
	case engine.SaveRepset, engine.DeleteRepset, engine.CopyRepset, engine.RenameRepset:
		return engine.Done{}, step, p.model.changeSet(ctx, op)
	}
	id := connectionOf(op)
	if id == 0 {
		r, err := engine.ZeroResult(op)
		return r, step, err
	}
	st, err := p.model.status(ctx, id, engine.MachineOf(op))
	if err != nil {
		return nil, step, err
	}
	p.machines[st.Source], p.machines[st.Target] = true, true
	if op, ok := op.(engine.MirrorStart); ok {
		step.Size = p.counted(ctx, st.Source, st.Repset)
		return engine.Done{}, step, mirrorStart(st, op)
	}
	r, err := assumeOn(st, op)
	return r, step, err
}

// counted is the size of a set, nil if it cannot be counted: a plan is useful without.
func (p *Planner) counted(ctx context.Context, source, name string) *engine.Size {
	if size, err := p.size(ctx, source, name); err == nil {
		return &size
	}
	return nil
}

func (p *Planner) disconnect(ctx context.Context, op engine.Disconnect) (engine.Result, Step, error) {
	var ids []engine.ConnectionID
	if op.All {
		list, err := p.model.find(ctx, engine.FindConnections{Source: op.Source})
		if err != nil {
			return nil, Step{}, err
		}
		for _, c := range list {
			ids = append(ids, c.ID)
		}
	} else {
		ids = []engine.ConnectionID{op.ID}
	}
	for _, id := range ids {
		st, err := p.model.status(ctx, id, op.Source)
		if err != nil {
			return nil, Step{}, err
		}
		p.machines[st.Source], p.machines[st.Target] = true, true
		p.model.gone[id] = true
	}
	return engine.Disconnected{IDs: ids, Settled: op.Settle}, Step{}, nil
}

func mirrorStart(st *engine.ConnectionStatus, op engine.MirrorStart) error {
	if st.Mirror.State.Running() {
		return &engine.Error{Code: engine.CodeMirroring, Subject: op.ID.String()}
	}
	begin(st, op.Options)
	return nil
}

// assumeOn changes one connection.
func assumeOn(st *engine.ConnectionStatus, op engine.Op) (engine.Result, error) {
	refuse := func(c engine.Code) (engine.Result, error) {
		return nil, &engine.Error{Code: c, Subject: st.ID.String()}
	}
	switch op := op.(type) {
	case engine.Wait:
		if op.For == engine.WaitQueue && !st.Replication.Active {
			return refuse(engine.CodeNotReplicating)
		}
		finish(st)
		return *st, nil
	case engine.MirrorStop:
		if !st.Mirror.State.Running() {
			return refuse(engine.CodeNoMirror)
		}
		st.Mirror.State, st.TargetState = engine.MirrorIdle, engine.TargetMirrorStopped
	case engine.MirrorPause:
		if !st.Mirror.State.Running() {
			return refuse(engine.CodeNoMirror)
		}
		st.Mirror.State = engine.MirrorPaused
	case engine.MirrorResume:
		if st.Mirror.State != engine.MirrorPaused {
			return refuse(engine.CodeNotPaused)
		}
		st.Mirror.State = engine.MirrorMirroring
	case engine.ReplicationStart:
		if st.Replication.Active {
			return refuse(engine.CodeReplicating)
		}
		st.Replication.Active = true
	case engine.ReplicationStop:
		if !st.Replication.Active {
			return refuse(engine.CodeNotReplicating)
		}
		st.Replication.Active = false
	case engine.BlockTargetPath:
		if st.PathBlocked && !op.Unblock {
			return refuse(engine.CodeTargetPathBlocked)
		}
		st.PathBlocked = !op.Unblock
	}
	return engine.ZeroResult(op)
}

// changeSet changes replication sets.
func (m *model) changeSet(ctx context.Context, op engine.Op) error {
	switch op := op.(type) {
	case engine.SaveRepset:
		old, err := m.repset(ctx, op.Repset.Source, op.Repset.Name)
		switch {
		case err == nil && op.Create:
			return &engine.Error{Code: engine.CodeRepsetExists, Subject: op.Repset.Name}
		case err == nil && old.Connections > 0 && !old.Repset.Equal(op.Repset):
			return &engine.Error{Code: engine.CodeRepsetInUse, Subject: op.Repset.Name}
		case err != nil && !errors.Is(err, engine.CodeNoRepset):
			return err
		}
		m.sets[setKey{op.Repset.Source, op.Repset.Name}] = &op.Repset
		return nil
	case engine.DeleteRepset:
		return m.move(ctx, setKey{op.Source, op.Repset}, "", true)
	case engine.CopyRepset:
		return m.move(ctx, setKey{op.Source, op.Repset}, op.To, false)
	case engine.RenameRepset:
		return m.move(ctx, setKey{op.Source, op.Repset}, op.To, true)
	}
	return nil
}

// move saves a set as to unless that is "", and removes the old one.
func (m *model) move(ctx context.Context, from setKey, to string, remove bool) error {
	set, err := m.repset(ctx, from.source, from.name)
	if err != nil {
		return err
	}
	if remove && set.Connections > 0 {
		return &engine.Error{Code: engine.CodeRepsetInUse, Subject: from.name}
	}
	if to != "" {
		if _, err := m.repset(ctx, from.source, to); !errors.Is(err, engine.CodeNoRepset) {
			if err == nil {
				err = &engine.Error{Code: engine.CodeRepsetExists, Subject: to}
			}
			return err
		}
		set.Name = to
		m.sets[setKey{from.source, to}] = &set.Repset
	}
	if remove {
		m.sets[from] = nil
	}
	return nil
}
