package embedded

// This file removes orphans, keeps what becomes of them, and refuses by name what folders of one host do not need.

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"sync"
	"time"

	"go.etcd.io/bbolt"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/embedded/copier"
	"github.com/smrscript/smrscript/engine/embedded/tree"
)

// policies hold what becomes of orphans, by the name of the target in lower case.
type policies struct {
	mu    sync.Mutex
	byDst map[string]policyRecord
}

// policyRecord is what is kept of a policy.
type policyRecord struct {
	engine.SetOrphanPolicy
	Bin engine.Path `json:"bin,omitempty"` // the folder that orphans are moved to when they are moved
}

func (c *core) policy(m *machine) policyRecord {
	c.policies.mu.Lock()
	defer c.policies.mu.Unlock()
	return c.policies.byDst[strings.ToLower(m.name)]
}

// orphans reports whether every pass of the connection removes orphans.
func (cn *conn) orphans() bool { return cn.rec.Orphans || cn.policy(cn.dst).Enabled }

// bin is what becomes of orphans of the connection.
func (cn *conn) bin() copier.Bin {
	var b copier.Bin
	p := cn.policy(cn.dst)
	if p.MoveTo != "" {
		if to, err := cn.dst.parse(p.MoveTo); err == nil { // it was checked when it was set
			b.Volume, b.Rel = cn.dst.locate(to)
		}
	}
	if p.OlderThan > 0 {
		b.Before = tree.StampOf(time.Now().Add(-p.OlderThan))
	}
	return b
}

// checkBin refuses a connection and a policy whose folder for orphans would lie within a copy or a source, or the other way round.
func (cn *conn) checkBin(p policyRecord) error {
	if p.MoveTo == "" {
		return nil
	}
	to, err := cn.dst.parse(p.MoveTo)
	if err != nil {
		return err
	}
	bin := real(tree.HostPath(cn.dst.locate(to)))
	for _, r := range cn.cp.Roots {
		for _, at := range []string{place(r), origin(r)} {
			if overlap(at, bin) {
				return &engine.Error{Code: engine.CodeBadParameter, Subject: string(p.MoveTo),
					Cause: fmt.Errorf("orphans are moved to %s, which lies within %s of %s or the other way round", bin, at, cn.subject()),
					Hint:  "Choose a folder apart from all sources and copies."}
			}
		}
	}
	return nil
}

func (cl *Client) setOrphanPolicy(op engine.SetOrphanPolicy) (engine.Result, error) {
	dst, err := cl.target(op.Target, engine.AccessFull)
	if err != nil {
		return nil, err
	}
	if op.OlderThan < 0 {
		return nil, &engine.Error{Code: engine.CodeBadParameter, Subject: op.OlderThan.String(), Cause: errors.New("an age cannot be negative")}
	}
	op.Target = dst.name
	cl.change.Lock()
	defer cl.change.Unlock()
	return engine.Done{}, cl.changePolicy(dst, policyRecord{op, cmp.Or(op.MoveTo, cl.policy(dst).Bin)})
}

// changePolicy keeps a policy that makes sense. The caller holds change.
func (c *core) changePolicy(dst *machine, p policyRecord) error {
	if p.Bin != "" {
		to, err := dst.parse(p.Bin)
		if err == nil && len(to) == 0 {
			err = errors.New("it is the whole machine")
		}
		if err != nil {
			return &engine.Error{Code: engine.CodeBadParameter, Subject: string(p.Bin), Cause: err}
		}
	}
	for _, cn := range c.sorted() {
		if cn.dst == dst {
			if err := cn.checkBin(p); err != nil {
				return err
			}
		}
	}
	if err := c.store.savePolicy(p); err != nil {
		return err
	}
	c.putPolicy(p)
	return nil
}

func (c *core) putPolicy(p policyRecord) {
	c.policies.mu.Lock()
	defer c.policies.mu.Unlock()
	c.policies.byDst[strings.ToLower(p.Target)] = p
}

func (cl *Client) removeOrphans(ctx context.Context, op engine.RemoveOrphans) (engine.Result, error) {
	cn, err := cl.find(op.ID, op.Source, engine.AccessFull)
	if err != nil {
		return nil, err
	}
	if op.Stop {
		cn.mu.Lock()
		run := cn.mirror
		cn.mu.Unlock()
		if run == nil || !run.orphans {
			return nil, &engine.Error{Code: engine.CodeNoMirror, Subject: cn.subject(), Cause: errors.New("no orphans are being removed")}
		}
		return cl.mirrorStop(ctx, engine.MirrorStop{ID: op.ID, Source: op.Source})
	}
	cn.op.Lock()
	defer cn.op.Unlock()
	if err := cn.alive(); err != nil {
		return nil, err
	}
	if err := cn.letFinish(ctx); err != nil {
		return nil, err
	}
	return engine.Done{}, cn.startMirror(engine.MirrorOptions{Kind: engine.MirrorDifferent, Orphans: true}, start{orphans: true})
}

func (cl *Client) setCompression(op engine.SetCompression) (engine.Result, error) {
	if _, _, err := cl.pair(op.Source, op.Target); err != nil {
		return nil, err
	}
	switch {
	case op.Level < 0 || op.Level > 3:
		return nil, &engine.Error{Code: engine.CodeBadParameter, Subject: fmt.Sprint(op.Level), Cause: errors.New("levels go from 0 to 3")}
	case op.Level > 0:
		return nil, &engine.Error{Code: engine.CodeUnsupported, Subject: "embedded engine", Cause: errors.New("it copies between folders of one host, and nothing goes over a wire that could be compressed")}
	}
	return engine.Done{}, nil
}

func bucketPolicies() []byte { return []byte("orphans") }

func (s *store) savePolicy(p policyRecord) error {
	return s.update(func(tx *bbolt.Tx) error {
		b, err := tx.CreateBucketIfNotExists(bucketPolicies())
		if err != nil {
			return err
		}
		data, err := json.Marshal(p)
		if err != nil {
			return err
		}
		return b.Put([]byte(strings.ToLower(p.Target)), data)
	})
}

// loadPolicies brings back what is kept.
func (c *core) loadPolicies() error {
	c.policies.byDst = map[string]policyRecord{}
	return c.store.db.View(func(tx *bbolt.Tx) error {
		b := tx.Bucket(bucketPolicies())
		if b == nil {
			return nil
		}
		return b.ForEach(func(_, data []byte) error {
			var p policyRecord
			if err := json.Unmarshal(data, &p); err != nil {
				return damaged(c.store.dir, err)
			}
			p.Bin = cmp.Or(p.Bin, p.MoveTo) // an older program kept only that
			c.putPolicy(p)
			return nil
		})
	})
}
