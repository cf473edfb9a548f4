package embedded

// This file controls the ways from sources to targets: held targets, paused
// transmission, bandwidth. The state of a way is kept, and holds for connections
// that are made later.

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"

	"go.etcd.io/bbolt"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/embedded/copier"
)

// wayRecord is what is kept of a way.
type wayRecord struct {
	Held     bool          `json:"held,omitempty"`     // the target does not apply changes
	Transmit engine.Action `json:"transmit,omitempty"` // ActionStop or ActionPause: nothing is sent
	Bytes    int64         `json:"bytes,omitempty"`    // limit; 0: none
	Per      time.Duration `json:"per,omitempty"`
}

func (r wayRecord) closed() bool { return r.Held || r.Transmit != "" }

// way leads from one machine to another. All connections between them share it.
type way struct {
	gate  copier.Gate
	limit copier.Limiter
	mu    sync.Mutex
	rec   wayRecord
}

func (w *way) state() wayRecord {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.rec
}

// blocked says why nothing gets through, or nil.
func (w *way) blocked(subject string) error {
	rec := w.state()
	switch {
	case rec.Held:
		return &engine.Error{Code: engine.CodeTargetPaused, Subject: subject}
	case rec.Transmit != "":
		return &engine.Error{Code: engine.CodeTransmissionPaused, Subject: subject}
	}
	return nil
}

func wayKey(src, dst *machine) string {
	return strings.ToLower(src.name) + "\x00" + strings.ToLower(dst.name)
}

// way finds the way between two machines.
func (c *core) way(src, dst *machine) *way {
	c.wayMu.Lock()
	defer c.wayMu.Unlock()
	key := wayKey(src, dst)
	w := c.ways[key]
	if w == nil {
		w = new(way)
		c.ways[key] = w
	}
	return w
}

// loadWays brings back what is kept.
func (c *core) loadWays() error {
	kept, err := c.store.ways()
	for key, rec := range kept {
		w := new(way)
		w.put(rec)
		c.ways[key] = w
	}
	return err
}

// put lets a record take effect.
func (w *way) put(rec wayRecord) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if rec.Bytes != w.rec.Bytes || rec.Per != w.rec.Per {
		w.limit.Set(rec.Bytes, rec.Per)
	}
	w.rec = rec
	if rec.closed() {
		w.gate.Close()
	} else {
		w.gate.Open()
	}
}

// changeWay changes a way and keeps it; change reports whether anything is different.
func (c *core) changeWay(src, dst *machine, change func(*wayRecord) bool) (bool, error) {
	w := c.way(src, dst)
	rec := w.state()
	if !change(&rec) {
		return false, nil
	}
	if err := c.store.saveWay(wayKey(src, dst), rec); err != nil {
		return false, err
	}
	w.put(rec)
	for _, cn := range c.sorted() {
		if cn.way == w {
			cn.mu.Lock()
			cn.touch()
			cn.mu.Unlock()
		}
	}
	return true, nil
}

// finish waits until what is being applied on a way is done.
func (c *core) finish(ctx context.Context, src, dst *machine) error {
	for _, cn := range c.sorted() {
		cn.mu.Lock()
		r := cn.repl
		cn.mu.Unlock()
		if cn.src != src || cn.dst != dst || r == nil {
			continue
		}
		within, cancel := cn.joined(ctx)
		err := r.apply.acquire(within)
		cancel()
		if err == nil {
			r.apply.release()
		} else if ctx.Err() != nil {
			return ctx.Err()
		}
	}
	return nil
}

// pair finds both machines of an operation.
func (cl *Client) pair(source, target string) (src, dst *machine, err error) {
	if src, err = cl.source(source, engine.AccessFull); err != nil {
		return nil, nil, err
	}
	dst, err = cl.target(target, engine.AccessFull)
	return src, dst, err
}

func (cl *Client) transmission(ctx context.Context, op engine.Transmission) (engine.Result, error) {
	src, dst, err := cl.pair(op.Source, op.Target)
	if err != nil {
		return nil, err
	}
	var want engine.Action
	already := engine.CodeConnectionNotPaused
	switch op.Action {
	case engine.ActionPause, engine.ActionStop:
		want, already = op.Action, engine.CodeTransmissionPaused
	case engine.ActionStart, engine.ActionResume:
	default:
		return nil, &engine.Error{Code: engine.CodeBadParameter, Subject: string(op.Action), Cause: errors.New("start, stop, pause or resume")}
	}
	cl.change.Lock()
	defer cl.change.Unlock()
	changed, err := cl.changeWay(src, dst, func(r *wayRecord) bool {
		was := r.Transmit
		r.Transmit = want
		return was != want
	})
	if err != nil {
		return nil, err
	}
	if !changed {
		return nil, &engine.Error{Code: already, Subject: fmt.Sprintf("%s to %s", src.name, dst.name)}
	}
	if want == "" {
		return engine.Done{}, nil
	}
	return engine.Done{}, cl.finish(ctx, src, dst)
}

// holdTarget holds a target or releases it, for one source or for all.
func (cl *Client) holdTarget(ctx context.Context, source, target string, hold bool) (engine.Result, error) {
	dst, err := cl.target(target, engine.AccessFull)
	if err != nil {
		return nil, err
	}
	var sources []*machine
	if source != "" {
		src, err := cl.source(source, engine.AccessMonitor)
		if err != nil {
			return nil, err
		}
		sources = append(sources, src)
	} else {
		for _, key := range slices.Sorted(maps.Keys(cl.machines)) {
			sources = append(sources, cl.machines[key])
		}
	}
	cl.change.Lock()
	defer cl.change.Unlock()
	any := false
	for _, src := range sources {
		changed, err := cl.changeWay(src, dst, func(r *wayRecord) bool {
			was := r.Held
			r.Held = hold
			return was != hold
		})
		if err != nil {
			return nil, err
		}
		any = any || changed
		if hold {
			if err := cl.finish(ctx, src, dst); err != nil {
				return nil, err
			}
		}
	}
	switch {
	case any:
		return engine.Done{}, nil
	case hold:
		return nil, &engine.Error{Code: engine.CodeTargetPaused, Subject: dst.name}
	}
	return nil, &engine.Error{Code: engine.CodeConnectionNotPaused, Subject: dst.name}
}

func (cl *Client) limitBandwidth(op engine.LimitBandwidth) (engine.Result, error) {
	src, dst, err := cl.pair(op.Source, op.Target)
	if err != nil {
		return nil, err
	}
	if op.Bytes < 0 || op.Per < 0 {
		return nil, &engine.Error{Code: engine.CodeBadParameter, Subject: "bandwidth", Cause: fmt.Errorf("%d bytes in %v cannot be a limit", op.Bytes, op.Per)}
	}
	if op.Per == 0 {
		op.Per = time.Second
	}
	cl.change.Lock()
	defer cl.change.Unlock()
	_, err = cl.changeWay(src, dst, func(r *wayRecord) bool {
		r.Bytes, r.Per = op.Bytes, op.Per
		return true
	})
	return engine.Done{}, err
}

func bucketWays() []byte { return []byte("ways") }

// saveWay keeps a way.
func (s *store) saveWay(key string, rec wayRecord) error {
	return s.update(func(tx *bbolt.Tx) error {
		b, err := tx.CreateBucketIfNotExists(bucketWays())
		if err != nil {
			return err
		}
		data, err := json.Marshal(rec)
		if err != nil {
			return err
		}
		return b.Put([]byte(key), data)
	})
}

// ways returns all that are kept.
func (s *store) ways() (map[string]wayRecord, error) {
	out := map[string]wayRecord{}
	err := s.db.View(func(tx *bbolt.Tx) error {
		b := tx.Bucket(bucketWays())
		if b == nil {
			return nil
		}
		return b.ForEach(func(k, v []byte) error {
			var rec wayRecord
			if err := json.Unmarshal(v, &rec); err != nil {
				return damaged(s.dir, err)
			}
			out[string(k)] = rec
			return nil
		})
	})
	return out, err
}
