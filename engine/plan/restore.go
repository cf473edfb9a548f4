package plan

// This file assumes what restoring does, and finds the ids of connections that lie deeper within operations.

import (
	"cmp"
	"context"
	"slices"

	"github.com/smrscript/smrscript/engine"
)

// restore adds the connection that brings a copy back. Where nothing known to the plan says where the copy lies, the engine may know
// it from a failover: it is asked when the plan is applied.
func (m *model) restore(ctx context.Context, op engine.Restore) (engine.ConnectionID, error) {
	set, err := m.repset(ctx, op.Source, op.Repset)
	if err != nil {
		return 0, err
	}
	forth, err := m.find(ctx, engine.FindConnections{Source: op.Source, Repset: op.Repset, Target: op.Target})
	if err != nil {
		return 0, err
	}
	for _, c := range forth {
		st, err := m.status(ctx, c.ID, "")
		if err != nil {
			return 0, err
		}
		if st.Replication.Active {
			return 0, &engine.Error{Code: engine.CodeReplicating, Subject: op.Repset, Hint: "Disconnect connection " + c.ID.String() + " first."}
		}
	}
	id, err := m.nextID(ctx)
	if err != nil {
		return 0, err
	}
	st := &engine.ConnectionStatus{Connection: engine.Connection{ID: id, Source: op.Target, Repset: op.Repset + " restore", Target: cmp.Or(op.Machine, set.Source),
		Established: m.now()}, TransmitState: engine.TransmitStarted}
	begin(st, op.Options)
	m.conns[id], m.made = st, append(m.made, id)
	return id, nil
}

// about tells whether an operation only asks about a connection that the plan makes.
func (m *model) about(op engine.Op) bool {
	return op.Effect() == engine.Read && slices.Contains(m.made, connectionOf(op))
}

// inner returns an operation with the real ids in place of the assumed ones where these are not the operation's own.
func inner(op engine.Op, real map[engine.ConnectionID]engine.ConnectionID) engine.Op {
	switch op := op.(type) {
	case engine.SaveScript:
		if id, ok := real[op.Script.ID]; ok {
			op.Script.ID = id
		}
		return op
	case engine.SaveSchedule:
		op.Schedule.Snapshots = slices.Clone(op.Schedule.Snapshots)
		for i, s := range op.Schedule.Snapshots {
			if id, ok := real[s.ID]; ok {
				op.Schedule.Snapshots[i].ID = id
			}
		}
		return op
	}
	return op
}
