package agent

// This file mirrors copies back.

import (
	"context"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/smrscript/smrscript/engine"
)

// restore connects the copy of a set, as a set of the target, to where the data belongs.
func (a *Agent) restore(ctx context.Context, op engine.Restore) (engine.Result, error) {
	to := op.Machine
	if to == "" {
		to = op.Source
	}
	if err := a.mayChange(ctx, to, op.Target); err != nil {
		return nil, err
	}
	set, err := engine.Call(ctx, a.Client, engine.GetRepset{Source: op.Source, Repset: op.Repset})
	if err != nil {
		return nil, err
	}
	m, err := a.copyOf(ctx, op)
	if err != nil {
		return nil, err
	}
	back, pairs, err := turned(set.Repset, m)
	if err != nil {
		return nil, err
	}
	if strings.EqualFold(to, op.Target) {
		return nil, &engine.Error{Code: engine.CodeBadParameter, Subject: to, Cause: errors.New("the copy lies on this machine")}
	}
	back.Source = op.Target
	if back.Name, err = a.freeName(ctx, op.Target, op.Repset+" restore"); err != nil {
		return nil, err
	}
	if _, err := engine.Call(ctx, a.Client, engine.SaveRepset{Repset: back, Create: true}); err != nil {
		return nil, err
	}
	id, err := engine.Call(ctx, a.Client, engine.Connect{Source: op.Target, Repset: back.Name, Target: to, Mapping: engine.Mapping{Kind: engine.MapCustom, Pairs: pairs}, Mirror: &op.Options})
	if err == nil {
		a.mu.Lock()
		defer a.mu.Unlock()
		return id, a.change(func(s *state) {
			s.Restores = append(s.Restores, restore{ID: id, Source: op.Target, Repset: back.Name})
			if i := a.failedOverTo(op.Source, op.Target); i >= 0 {
				s.FailedOver[i].Restored = append(slices.Clone(s.FailedOver[i].Restored), op.Repset)
			}
		})
	}
	_, derr := engine.Call(ctx, a.Client, engine.DeleteRepset{Source: op.Target, Repset: back.Name})
	return nil, errors.Join(err, derr)
}

// copyOf says how the copy to restore was mapped.
func (a *Agent) copyOf(ctx context.Context, op engine.Restore) (engine.Mapping, error) {
	list, err := engine.Call(ctx, a.Client, engine.FindConnections{Source: op.Source, Repset: op.Repset, Target: op.Target})
	if err != nil {
		return engine.Mapping{}, err
	}
	for _, con := range list {
		st, err := engine.Call(ctx, a.Client, engine.GetConnection{ID: con.ID})
		if err == nil && (st.Replication.Active || st.Mirror.State.Running()) {
			return engine.Mapping{}, &engine.Error{Code: engine.CodeReplicating, Subject: op.Repset, Cause: fmt.Errorf("connection %d would copy back and forth", con.ID), Hint: "Disconnect it first."}
		}
	}
	if op.Mapping != nil {
		return *op.Mapping, nil
	}
	if len(list) > 0 {
		return list[len(list)-1].Mapping, nil
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if i := a.failedOverTo(op.Source, op.Target); i >= 0 {
		for _, con := range a.state.FailedOver[i].Connections {
			if con.Repset == op.Repset {
				return con.Mapping, nil
			}
		}
	}
	return engine.Mapping{}, &engine.Error{Code: engine.CodeNoConnection, Subject: op.Repset, Cause: fmt.Errorf("nothing says where its copy on %s lies", op.Target),
		Hint: "Add map with what the connection was made with."}
}

// freeName returns a name that no set of a machine has.
func (a *Agent) freeName(ctx context.Context, machine, name string) (string, error) {
	for i := 1; ; i++ {
		candidate := name
		if i > 1 {
			candidate = fmt.Sprintf("%s %d", name, i)
		}
		_, err := engine.Call(ctx, a.Client, engine.GetRepset{Source: machine, Repset: candidate})
		switch {
		case errors.Is(err, engine.CodeNoRepset):
			return candidate, nil
		case err != nil:
			return "", err
		}
	}
}

// turned returns the set that a copy is, and where its roots belong.
func turned(set engine.Repset, m engine.Mapping) (engine.Repset, []engine.PathPair, error) {
	roots := rootsOf(set)
	var back engine.Repset
	var pairs []engine.PathPair
	for _, r := range set.Rules {
		p, err := mapped(string(r.Path), roots, m)
		if err != nil {
			return back, nil, err
		}
		r.Path = engine.Path(p)
		back.Rules = append(back.Rules, r)
	}
	for _, root := range roots {
		p, err := mapped(root, roots, m)
		if err != nil {
			return back, nil, err
		}
		pairs = append(pairs, engine.PathPair{Source: engine.Path(p), Target: engine.Path(root)})
	}
	return back, pairs, nil
}

// rootsOf returns where a set begins: its include rules that lie below no other one; of a wildcard rule the folder.
func rootsOf(set engine.Repset) []string {
	var all, roots []string
	for _, r := range set.Rules {
		if !r.Exclude {
			p := string(r.Path)
			if strings.ContainsAny(base(p), "*?") {
				p = p[:len(p)-len(base(p))]
			}
			if trimmed := strings.TrimRight(p, `/\`); trimmed != "" {
				p = trimmed
			}
			all = append(all, p)
		}
	}
	for i, p := range all {
		inner := false
		for j, q := range all {
			_, below := under(p, q)
			inner = inner || below && (len(q) < len(p) || j < i)
		}
		if !inner {
			roots = append(roots, p)
		}
	}
	return roots
}

// base returns the last element of a path of either kind.
func base(p string) string { return p[strings.LastIndexAny(p, `/\`)+1:] }

// under returns what follows of p below folder.
func under(p, folder string) (rest string, ok bool) {
	slashed := func(s string) string { return strings.TrimRight(strings.ReplaceAll(s, `\`, "/"), "/") }
	p, folder = strings.ReplaceAll(p, `\`, "/"), slashed(folder)
	if strings.HasPrefix(p, folder) && (len(p) == len(folder) || p[len(folder)] == '/') {
		return strings.Trim(p[len(folder):], "/"), true
	}
	return "", false
}

// mapped returns where a path of the source lies on the target.
func mapped(p string, roots []string, m engine.Mapping) (string, error) {
	joined := func(folder, rest string) string {
		if rest == "" {
			return folder
		}
		return strings.TrimRight(folder, `/\`) + "/" + rest
	}
	switch m.Kind {
	case engine.MapBase:
		for _, root := range roots {
			rest, ok := under(p, root)
			if ok && len(roots) > 1 {
				rest = path.Join(base(root), rest)
			}
			if ok {
				return joined(string(m.Base), rest), nil
			}
		}
	case engine.MapCustom:
		best, found := "", -1
		for _, pair := range m.Pairs {
			if rest, ok := under(p, string(pair.Source)); ok && len(pair.Source) > found {
				best, found = joined(string(pair.Target), rest), len(pair.Source)
			}
		}
		if found >= 0 {
			return best, nil
		}
	default:
		return p, nil
	}
	return "", &engine.Error{Code: engine.CodeBadParameter, Subject: p, Cause: errors.New("the mapping says nothing about it")}
}
