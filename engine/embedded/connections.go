package embedded

// This file handles the operations on connections as a whole.

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/smrscript/smrscript/engine"
)

// settleTimeout is the default of Disconnect.SettleTimeout.
const settleTimeout = time.Minute

// sorted returns the connections by id.
func (c *core) sorted() []*conn {
	c.mu.Lock()
	defer c.mu.Unlock()
	list := make([]*conn, 0, len(c.conns))
	for _, cn := range c.conns {
		list = append(list, cn)
	}
	slices.SortFunc(list, func(a, b *conn) int { return cmp.Compare(a.rec.ID, b.rec.ID) })
	return list
}

// find returns a connection that the session may use. source is checked when given.
func (cl *Client) find(id engine.ConnectionID, source string, need engine.AccessLevel) (*conn, error) {
	if id < 1 {
		return nil, &engine.Error{Code: engine.CodeBadConnectionID, Subject: fmt.Sprint(id)}
	}
	if source != "" {
		if _, err := cl.machine(source); err != nil {
			return nil, err
		}
	}
	cl.core.mu.Lock()
	cn := cl.conns[id]
	cl.core.mu.Unlock()
	if cn == nil || source != "" && !strings.EqualFold(source, cn.src.name) {
		return nil, noConnection(id, source)
	}
	if _, err := cl.source(cn.src.name, need); err != nil {
		return nil, err
	}
	if need == engine.AccessFull {
		if _, err := cl.target(cn.dst.name, need); err != nil {
			return nil, err
		}
	}
	return cn, nil
}

func noConnection(id engine.ConnectionID, source string) error {
	e := &engine.Error{Code: engine.CodeNoConnection, Subject: fmt.Sprintf("connection %d", id)}
	if source != "" {
		e.Subject += " of " + source
	}
	return e
}

func (cn *conn) subject() string { return fmt.Sprintf("connection %d", cn.rec.ID) }

// alive returns CodeNoConnection once the connection has ended.
func (cn *conn) alive() error {
	cn.mu.Lock()
	defer cn.mu.Unlock()
	if cn.ended {
		return noConnection(cn.rec.ID, "")
	}
	return nil
}

func (cl *Client) connect(op engine.Connect) (engine.Result, error) {
	src, err := cl.source(op.Source, engine.AccessFull)
	if err != nil {
		return nil, err
	}
	dst, err := cl.target(op.Target, engine.AccessFull)
	if err != nil {
		return nil, err
	}
	if op.Mirror != nil {
		if err := checkOptions(*op.Mirror); err != nil {
			return nil, err
		}
	}
	if err := errors.Join(src.answers(), dst.answers()); err != nil {
		return nil, err
	}
	cl.change.Lock()
	defer cl.change.Unlock()
	if cl.ended() { // closed while waiting for the lock
		return nil, &engine.Error{Code: engine.CodeNoAnswer, Cause: errors.New("the engine is closed")}
	}
	cn, err := cl.newConn(record{Connection: engine.Connection{
		Source: src.name, Repset: op.Repset, Target: dst.name, Mapping: op.Mapping,
		Replicate: op.Replicate, Orphans: op.Orphans, Established: time.Now()}, Running: op.Mirror})
	if err != nil {
		return nil, err
	}
	if other := cl.twin(cn); other != nil {
		return nil, &engine.Error{Code: engine.CodeConnected, Subject: op.Repset, Cause: fmt.Errorf("as %s", other.subject())}
	}
	if err := errors.Join(cl.checkPlaces(cn.cp.Roots), cn.checkBin(cl.policy(cn.dst))); err != nil {
		return nil, err
	}
	if err := cl.store.addConnection(&cn.rec); err != nil {
		return nil, err
	}
	cn.name()
	cl.core.mu.Lock()
	cl.conns[cn.rec.ID] = cn
	cl.core.mu.Unlock()
	if err := cn.begin(op); err != nil { // the state cannot be written: as if nothing had been
		cn.end()
		cl.forget(cn)
		return nil, err
	}
	return cn.rec.ID, nil
}

// begin starts what Connect asks for: first the capture, so that the mirror
// misses nothing.
func (cn *conn) begin(op engine.Connect) error {
	cn.op.Lock()
	defer cn.op.Unlock()
	cn.state = cn.targetState()
	cn.emit(engine.Event{Kind: engine.EventConnected, Text: op.Repset})
	if op.Replicate {
		cn.startReplication()
	}
	if op.Mirror == nil {
		return nil
	}
	return cn.startMirror(*op.Mirror, start{})
}

// twin finds a connection of the same set to the same place.
func (c *core) twin(cn *conn) *conn {
	for _, other := range c.sorted() {
		if other.src == cn.src && other.dst == cn.dst && other.rec.Repset == cn.rec.Repset && samePlaces(other.cp.Roots, cn.cp.Roots) {
			return other
		}
	}
	return nil
}

func (cl *Client) disconnect(ctx context.Context, op engine.Disconnect) (engine.Result, error) {
	var list []*conn
	if op.All {
		src, err := cl.source(op.Source, engine.AccessFull)
		if err != nil {
			return nil, err
		}
		for _, cn := range cl.sorted() {
			if cn.src == src {
				if _, err := cl.target(cn.dst.name, engine.AccessFull); err != nil {
					return nil, err
				}
				list = append(list, cn)
			}
		}
	} else {
		cn, err := cl.find(op.ID, op.Source, engine.AccessFull)
		if err != nil {
			return nil, err
		}
		list = append(list, cn)
	}
	result := engine.Disconnected{IDs: []engine.ConnectionID{}, Settled: op.Settle}
	for _, cn := range list {
		err := cn.freeze(ctx, op)
		if err != nil && ctx.Err() != nil {
			return nil, ctx.Err() // this connection goes on
		}
		frozen(&result, cn.rec.ID, err)
		if err := cl.drop(cn); err != nil {
			if op.All && errors.Is(err, engine.CodeNoConnection) {
				continue // somebody else was faster
			}
			return nil, err
		}
		result.IDs = append(result.IDs, cn.rec.ID)
	}
	return result, nil
}

// freeze settles the copy when asked to and stops the connection. The error says
// why the copy is not settled.
func (cn *conn) freeze(ctx context.Context, op engine.Disconnect) error {
	if !op.Settle {
		return nil
	}
	limit := op.SettleTimeout
	if limit <= 0 {
		limit = settleTimeout
	}
	within, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	release, err := cn.settle(within, true)
	if err != nil {
		return err
	}
	// The connection ends while mirror and replication are still held up.
	cn.mu.Lock()
	cn.ended = true
	cn.mu.Unlock()
	cn.cancel()
	release()
	return nil
}

// drop ends a connection and forgets it.
func (cl *Client) drop(cn *conn) error {
	cl.change.Lock()
	defer cl.change.Unlock()
	cl.core.mu.Lock()
	known := cl.conns[cn.rec.ID] == cn
	cl.core.mu.Unlock()
	if !known {
		return noConnection(cn.rec.ID, "")
	}
	if err := cn.unblock(); err != nil {
		return err
	}
	if err := cl.store.deleteConnection(cn.rec.ID); err != nil {
		return err
	}
	cn.end()
	cl.forget(cn)
	_ = os.RemoveAll(cl.queueDir(cn.rec.ID)) // what stays is removed at the next start
	cn.emit(engine.Event{Kind: engine.EventDisconnected})
	return nil
}

func (c *core) forget(cn *conn) {
	_ = c.store.deleteConnection(cn.rec.ID) // what ran till the end may have saved it once more
	c.mu.Lock()
	delete(c.conns, cn.rec.ID)
	c.mu.Unlock()
}

func (cl *Client) findConnections(op engine.FindConnections) (engine.Result, error) {
	for _, name := range []string{op.Source, op.Target} {
		if name != "" {
			if _, err := cl.machine(name); err != nil {
				return nil, err
			}
		}
	}
	out := engine.ConnectionList{}
	for _, cn := range cl.sorted() {
		fits := cl.level(cn.src.name) >= engine.AccessMonitor &&
			(op.ID == 0 || op.ID == cn.rec.ID) &&
			(op.Source == "" || strings.EqualFold(op.Source, cn.src.name)) &&
			(op.Target == "" || strings.EqualFold(op.Target, cn.dst.name)) &&
			(op.Repset == "" || op.Repset == cn.rec.Repset)
		if fits && (op.Mapping == nil || cn.mapsLike(*op.Mapping)) {
			out = append(out, cn.connection())
		}
	}
	return out, nil
}

// mapsLike reports whether a mapping would lead to the same places.
func (cn *conn) mapsLike(m engine.Mapping) bool {
	roots, _, err := resolve(cn.src, cn.dst, cn.cp.Set, m, cn.rec.FileRoots)
	return err == nil && samePlaces(roots, cn.cp.Roots)
}

func (cl *Client) getConnection(op engine.GetConnection) (engine.Result, error) {
	cn, err := cl.find(op.ID, op.Source, engine.AccessMonitor)
	if err != nil {
		return nil, err
	}
	return cn.status(), nil
}
