package embedded

// This file handles the operations on replication sets.

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/driver"
	"github.com/smrscript/smrscript/engine/embedded/copier"
	"github.com/smrscript/smrscript/engine/embedded/rules"
)

func (cl *Client) saveRepset(op engine.SaveRepset) (engine.Result, error) {
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
	cl.change.Lock()
	defer cl.change.Unlock()
	old, err := cl.store.repset(m.name, op.Repset.Name)
	switch {
	case err == nil && op.Create:
		return nil, &engine.Error{Code: engine.CodeRepsetExists, Subject: op.Repset.Name}
	case err == nil && !old.Repset.Equal(op.Repset):
		if err := cl.unused(m.name, op.Repset.Name); err != nil {
			return nil, err
		}
	case err != nil && !errors.Is(err, engine.CodeNoRepset):
		return nil, err
	}
	return engine.Done{}, cl.store.changeRepsets(&savedRepset{op.Repset, time.Now()}, "", "")
}

// compile reads the rules of a set.
func compile(m *machine, list []engine.Rule) (*rules.Set, error) {
	out := make([]rules.Rule, 0, len(list))
	for _, r := range list {
		p, err := m.parse(r.Path)
		if err != nil {
			return nil, &engine.Error{Code: engine.CodeBadSourcePath, Subject: string(r.Path), Cause: err}
		}
		rule := rules.Rule{Path: p, Exclude: r.Exclude, Recurse: !r.NoRecurse}
		for i, elem := range p {
			switch {
			case !rules.HasWild(elem):
			case i < len(p)-1:
				return nil, &engine.Error{Code: engine.CodeBadSourcePath, Subject: string(r.Path),
					Cause: errors.New("the wildcards * and ? may stand in the last part of the path only")}
			default:
				rule.Path, rule.Wild = p[:i], elem
			}
		}
		out = append(out, rule)
	}
	return rules.New(out, foldNames()), nil
}

// unused returns CodeRepsetInUse when connections use the set.
func (c *core) unused(source, name string) error {
	if ids := c.users(source, name); len(ids) > 0 {
		return &engine.Error{Code: engine.CodeRepsetInUse, Subject: name, Cause: fmt.Errorf("connection %v uses it", ids[0])}
	}
	return nil
}

// users returns the connections that use a set.
func (c *core) users(source, name string) (ids []engine.ConnectionID) {
	for _, cn := range c.sorted() {
		if strings.EqualFold(cn.src.name, source) && cn.rec.Repset == name {
			ids = append(ids, cn.rec.ID)
		}
	}
	return ids
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
	return cl.info(r), nil
}

func (c *core) info(r savedRepset) engine.RepsetInfo {
	return engine.RepsetInfo{Repset: r.Repset, Saved: r.Saved, Connections: len(c.users(r.Source, r.Name))}
}

func (cl *Client) listRepsets(op engine.ListRepsets) (engine.Result, error) {
	m, err := cl.source(op.Source, engine.AccessMonitor)
	if err != nil {
		return nil, err
	}
	list, err := cl.store.repsets(m.name)
	out := engine.RepsetList{}
	for _, r := range list {
		out = append(out, cl.info(r))
	}
	return out, err
}

func (cl *Client) deleteRepset(op engine.DeleteRepset) (engine.Result, error) {
	m, err := cl.source(op.Source, engine.AccessFull)
	if err != nil {
		return nil, err
	}
	cl.change.Lock()
	defer cl.change.Unlock()
	if _, err := cl.store.repset(m.name, op.Repset); err != nil {
		return nil, err
	}
	if err := cl.unused(m.name, op.Repset); err != nil {
		return nil, err
	}
	return engine.Done{}, cl.store.changeRepsets(nil, m.name, op.Repset)
}

func (cl *Client) copyRepset(op engine.CopyRepset) (engine.Result, error) {
	return cl.another(op.Source, op.Repset, op.To, false)
}

func (cl *Client) renameRepset(op engine.RenameRepset) (engine.Result, error) {
	return cl.another(op.Source, op.Repset, op.To, true)
}

// another saves a set under another name and, for a rename, removes the old one.
func (cl *Client) another(source, name, to string, rename bool) (engine.Result, error) {
	m, err := cl.source(source, engine.AccessFull)
	if err != nil {
		return nil, err
	}
	if err := driver.CheckRepsetName(to); err != nil {
		return nil, err
	}
	cl.change.Lock()
	defer cl.change.Unlock()
	r, err := cl.store.repset(m.name, name)
	if err != nil {
		return nil, err
	}
	if _, err := cl.store.repset(m.name, to); err == nil {
		return nil, &engine.Error{Code: engine.CodeRepsetExists, Subject: to}
	}
	old := ""
	if rename {
		if err := cl.unused(m.name, name); err != nil {
			return nil, err
		}
		old = name
	}
	r.Name, r.Saved = to, time.Now()
	return engine.Done{}, cl.store.changeRepsets(&r, m.name, old)
}

func (cl *Client) calculateRepset(ctx context.Context, op engine.CalculateRepset) (engine.Result, error) {
	m, err := cl.source(op.Source, engine.AccessMonitor)
	if err != nil {
		return nil, err
	}
	if op.Rules == nil {
		r, err := cl.store.repset(m.name, op.Repset)
		if err != nil {
			return nil, err
		}
		op.Rules = r.Rules
	}
	set, err := compile(m, op.Rules)
	if err != nil {
		return nil, err
	}
	cp := &copier.Copier{Set: set, Open: cl.openFolder}
	for _, p := range set.Roots() {
		root := copier.Root{Path: p}
		root.SrcVolume, root.SrcRel = m.locate(p)
		if isFile(root.SrcVolume, root.SrcRel) {
			root.SrcRel, root.File = splitLast(root.SrcRel)
		}
		cp.Roots = append(cp.Roots, root)
	}
	sig, err := cp.NewSigner().Scan(ctx)
	return engine.Size{Bytes: sig.Size.Bytes, Files: sig.Size.Files, Folders: sig.Size.Folders,
		Errors: sig.Size.Errors + int64(sig.Missing)}, err
}
