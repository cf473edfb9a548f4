package plan

// This file defines the model of the changes that lies over an engine's own state.

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"github.com/smrscript/smrscript/engine"
)

// A setKey names a replication set.
type setKey struct{ source, name string }

// model holds what a plan has changed so far.
type model struct {
	inner engine.Client
	sets  map[setKey]*engine.Repset // nil: deleted
	conns map[engine.ConnectionID]*engine.ConnectionStatus
	gone  map[engine.ConnectionID]bool
	made  []engine.ConnectionID
	last  engine.ConnectionID // the highest id in use; 0: not known yet
	now   func() time.Time
}

func newModel(inner engine.Client) *model {
	return &model{inner: inner, sets: map[setKey]*engine.Repset{}, conns: map[engine.ConnectionID]*engine.ConnectionStatus{}, gone: map[engine.ConnectionID]bool{}, now: time.Now}
}

// repset finds a set.
func (m *model) repset(ctx context.Context, source, name string) (engine.RepsetInfo, error) {
	if set, known := m.sets[setKey{source, name}]; known {
		if set == nil {
			return engine.RepsetInfo{}, &engine.Error{Code: engine.CodeNoRepset, Subject: name}
		}
		return engine.RepsetInfo{Repset: *set, Saved: m.now(), Connections: m.uses(source, name)}, nil
	}
	info, err := engine.Call(ctx, m.inner, engine.GetRepset{Source: source, Repset: name})
	if err != nil {
		return info, err
	}
	for id := range m.gone {
		if c := m.conns[id]; c != nil && c.Source == source && c.Repset == name {
			info.Connections--
		}
	}
	info.Connections += m.uses(source, name)
	return info, nil
}

// uses counts the connections that the plan has made with a set.
func (m *model) uses(source, name string) (n int) {
	for _, id := range m.made {
		if c := m.conns[id]; !m.gone[id] && c.Source == source && c.Repset == name {
			n++
		}
	}
	return n
}

// repsets lists the sets of a source.
func (m *model) repsets(ctx context.Context, source string) (engine.RepsetList, error) {
	list, err := engine.Call(ctx, m.inner, engine.ListRepsets{Source: source})
	if err != nil {
		return nil, err
	}
	list = slices.DeleteFunc(list, func(r engine.RepsetInfo) bool { _, known := m.sets[setKey{source, r.Name}]; return known })
	for key, set := range m.sets {
		if key.source == source && set != nil {
			list = append(list, engine.RepsetInfo{Repset: *set, Saved: m.now(), Connections: m.uses(source, key.name)})
		}
	}
	slices.SortFunc(list, func(a, b engine.RepsetInfo) int { return strings.Compare(a.Name, b.Name) })
	return list, nil
}

// find lists connections.
func (m *model) find(ctx context.Context, op engine.FindConnections) (engine.ConnectionList, error) {
	ask := op
	if m.conns[op.ID] != nil {
		ask.ID = 0 // the engine does not know it
	}
	list, err := engine.Call(ctx, m.inner, ask)
	if err != nil {
		return nil, err
	}
	list = slices.DeleteFunc(list, func(c engine.Connection) bool { return m.gone[c.ID] || op.ID != 0 && c.ID != op.ID })
	for _, id := range m.made {
		c := m.conns[id].Connection
		if !m.gone[id] && fits(c, op) {
			list = append(list, c)
		}
	}
	slices.SortFunc(list, func(a, b engine.Connection) int { return int(a.ID - b.ID) })
	return list, nil
}

// fits tells whether a connection is one that op looks for.
func fits(c engine.Connection, op engine.FindConnections) bool {
	return (op.Source == "" || strings.EqualFold(op.Source, c.Source)) && (op.Target == "" || strings.EqualFold(op.Target, c.Target)) &&
		(op.Repset == "" || op.Repset == c.Repset) && (op.Mapping == nil || op.Mapping.Equal(c.Mapping)) && (op.ID == 0 || op.ID == c.ID)
}

// status finds a connection that the plan may change.
func (m *model) status(ctx context.Context, id engine.ConnectionID, source string) (*engine.ConnectionStatus, error) {
	if m.gone[id] {
		return nil, &engine.Error{Code: engine.CodeNoConnection, Subject: id.String()}
	}
	st := m.conns[id]
	if st == nil {
		got, err := engine.Call(ctx, m.inner, engine.GetConnection{ID: id, Source: source})
		if err != nil {
			return nil, err
		}
		st = &got
		m.conns[id] = st
	}
	if source != "" && !strings.EqualFold(source, st.Source) {
		return nil, &engine.Error{Code: engine.CodeNoConnection, Subject: id.String(), Cause: errors.New("it belongs to " + st.Source)}
	}
	return st, nil
}

// nextID returns the id that the engine would most likely give.
func (m *model) nextID(ctx context.Context) (engine.ConnectionID, error) {
	if m.last == 0 {
		all, err := engine.Call(ctx, m.inner, engine.FindConnections{})
		if err != nil {
			return 0, err
		}
		for _, c := range all {
			m.last = max(m.last, c.ID)
		}
	}
	m.last++
	return m.last, nil
}

// connect adds a connection.
func (m *model) connect(ctx context.Context, op engine.Connect) (engine.ConnectionID, error) {
	set, err := m.repset(ctx, op.Source, op.Repset)
	if err != nil {
		return 0, err
	}
	same, err := m.find(ctx, engine.FindConnections{Source: op.Source, Target: op.Target, Repset: op.Repset, Mapping: &op.Mapping})
	if err != nil {
		return 0, err
	}
	if len(same) > 0 {
		return 0, &engine.Error{Code: engine.CodeConnected, Op: op.Name(), Subject: op.Repset, Cause: errors.New("as connection " + same[0].ID.String())}
	}
	id, err := m.nextID(ctx)
	if err != nil {
		return 0, err
	}
	st := &engine.ConnectionStatus{Connection: engine.Connection{ID: id, Source: set.Source, Repset: op.Repset, Target: op.Target, Mapping: op.Mapping,
		Replicate: op.Replicate, Orphans: op.Orphans, Established: m.now()}, TargetState: engine.TargetMirrorRequired, TransmitState: engine.TransmitStarted}
	st.Replication.Active = op.Replicate
	st.Mirror.State = engine.MirrorIdle
	if op.Mirror != nil {
		begin(st, *op.Mirror)
	}
	m.conns[id], m.made = st, append(m.made, id)
	return id, nil
}

// begin lets a mirror run.
func begin(st *engine.ConnectionStatus, o engine.MirrorOptions) {
	st.TargetState = engine.TargetMirroring
	st.Mirror = engine.MirrorProgress{State: engine.MirrorMirroring, Options: o}
}

// finish lets a mirror have come to its end, as somebody who waits for it or looks again finds it.
func finish(st *engine.ConnectionStatus) {
	if st.Mirror.State.Running() {
		st.Mirror = engine.MirrorProgress{State: engine.MirrorIdle, Options: st.Mirror.Options, Percent: 100, Completed: true}
	}
	st.TargetState = engine.TargetOnline
	if st.Replication.Active {
		st.TargetState = engine.TargetReplicating
	}
	st.Replication.OpsQueue, st.Replication.BytesQueue, st.Settled = 0, 0, true
}
