package syncthing

// This file handles the operations on replication sets.

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/driver"
)

func (cl *Client) saveRepset(ctx context.Context, op engine.SaveRepset) (engine.Result, error) {
	m, err := cl.source(op.Repset.Source, engine.AccessFull)
	if err != nil {
		return nil, err
	}
	if err := driver.CheckRepsetName(op.Repset.Name); err != nil {
		return nil, err
	}
	if _, err := compile(m, op.Repset.Rules); err != nil {
		return nil, err
	}
	op.Repset.Source = m.name
	users, err := cl.users(ctx, m, op.Repset.Name)
	return engine.Done{}, errors.Join(err, cl.store.change(ctx, func(st *state) error {
		old, err := st.repset(m.name, op.Repset.Name)
		switch {
		case err == nil && op.Create:
			return &engine.Error{Code: engine.CodeRepsetExists, Subject: op.Repset.Name}
		case err == nil && !old.Repset.Equal(op.Repset) && len(users) > 0:
			return inUse(op.Repset.Name, users)
		}
		st.Repsets[repsetKey(m.name, op.Repset.Name)] = savedRepset{op.Repset, time.Now()}
		return nil
	}))
}

func inUse(name string, users []engine.ConnectionID) error {
	return &engine.Error{Code: engine.CodeRepsetInUse, Subject: name, Cause: fmt.Errorf("%s uses it", subject(users[0]))}
}

// users returns the connections that use a set. They are remembered, so no daemon is asked about a set that no connection was made with.
func (cl *Client) users(ctx context.Context, m *machine, name string) ([]engine.ConnectionID, error) {
	list, err := cl.gather(ctx, []*machine{m})
	if err != nil {
		return nil, err
	}
	var ids []engine.ConnectionID
	for _, cn := range list {
		if strings.EqualFold(cn.From, m.name) && cn.Set == name {
			ids = append(ids, cn.ID)
		}
	}
	return ids, nil
}

func (cl *Client) getRepset(op engine.GetRepset) (engine.Result, error) {
	m, err := cl.source(op.Source, engine.AccessMonitor)
	if err != nil {
		return nil, err
	}
	r, err := cl.store.repset(m.name, op.Repset)
	if err != nil {
		return nil, err
	}
	users, err := cl.users(cl.ctx, m, op.Repset)
	return engine.RepsetInfo{Repset: r.Repset, Saved: r.Saved, Connections: len(users)}, err
}

func (cl *Client) listRepsets(op engine.ListRepsets) (engine.Result, error) {
	m, err := cl.source(op.Source, engine.AccessMonitor)
	if err != nil {
		return nil, err
	}
	out := engine.RepsetList{}
	if err := cl.store.view(func(st state) {
		for _, r := range st.Repsets {
			if strings.EqualFold(r.Source, m.name) {
				out = append(out, engine.RepsetInfo{Repset: r.Repset, Saved: r.Saved})
			}
		}
	}); err != nil || len(out) == 0 {
		return out, err
	}
	list, err := cl.gather(cl.ctx, []*machine{m})
	for i := range out {
		for _, cn := range list {
			if strings.EqualFold(cn.From, m.name) && cn.Set == out[i].Name {
				out[i].Connections++
			}
		}
	}
	slices.SortFunc(out, func(a, b engine.RepsetInfo) int { return cmp.Compare(a.Name, b.Name) })
	return out, err
}

// deleteRepset also removes the folders of the set's former connections from the daemons: without the set nobody comes back to them.
func (cl *Client) deleteRepset(ctx context.Context, op engine.DeleteRepset) (engine.Result, error) {
	m, err := cl.source(op.Source, engine.AccessFull)
	if err != nil {
		return nil, err
	}
	if _, err := cl.store.repset(m.name, op.Repset); err != nil {
		return nil, err
	}
	users, err := cl.users(ctx, m, op.Repset)
	if err != nil {
		return nil, err
	}
	if len(users) > 0 {
		return nil, inUse(op.Repset, users)
	}
	if err := cl.sweep(ctx, m, op.Repset); err != nil {
		return nil, err
	}
	return engine.Done{}, cl.store.change(ctx, func(st *state) error {
		delete(st.Repsets, repsetKey(m.name, op.Repset))
		return nil
	})
}

// another saves a set under another name and, for a rename, removes the old one.
func (cl *Client) another(ctx context.Context, source, name, to string, rename bool) (engine.Result, error) {
	m, err := cl.source(source, engine.AccessFull)
	if err != nil {
		return nil, err
	}
	if err := driver.CheckRepsetName(to); err != nil {
		return nil, err
	}
	if _, err := cl.store.repset(m.name, name); err != nil {
		return nil, err
	}
	if rename {
		users, err := cl.users(ctx, m, name)
		if err != nil {
			return nil, err
		}
		if len(users) > 0 {
			return nil, inUse(name, users)
		}
		if err := cl.sweep(ctx, m, name); err != nil {
			return nil, err
		}
	}
	return engine.Done{}, cl.store.change(ctx, func(st *state) error {
		r, err := st.repset(m.name, name)
		if err != nil {
			return err
		}
		if _, err := st.repset(m.name, to); err == nil {
			return &engine.Error{Code: engine.CodeRepsetExists, Subject: to}
		}
		if rename {
			delete(st.Repsets, repsetKey(m.name, name))
		}
		r.Name, r.Saved = to, time.Now()
		st.Repsets[repsetKey(m.name, to)] = r
		return nil
	})
}

// calculateRepset answers from the index of a connection that replicates: Syncthing counts nothing that it does not follow.
func (cl *Client) calculateRepset(ctx context.Context, op engine.CalculateRepset) (engine.Result, error) {
	m, err := cl.source(op.Source, engine.AccessMonitor)
	if err != nil {
		return nil, err
	}
	saved, err := cl.store.repset(m.name, op.Repset)
	if err != nil && op.Rules == nil {
		return nil, err
	}
	list, err := cl.gather(ctx, []*machine{m})
	if err != nil {
		return nil, err
	}
	for _, cn := range list {
		if !strings.EqualFold(cn.From, m.name) || cn.Set != op.Repset || !cn.Repl || op.Rules != nil && !slices.Equal(op.Rules, saved.Rules) {
			continue
		}
		if _, err := cl.drain(ctx, cn); err != nil {
			continue
		}
		if p, err := cl.measure(ctx, cn); err == nil && p.known && p.to.NeedTotalItems == 0 && p.to.ReceiveOnlyTotalItems == 0 {
			return engine.Size{Bytes: p.to.LocalBytes, Files: p.to.LocalFiles + p.to.LocalSymlinks, Folders: p.to.LocalDirectories + int64(len(cn.parts))}, nil
		}
	}
	return nil, unsupported(op.Repset, errors.New("Syncthing can count a replication set only while a connection replicates it"))
}
