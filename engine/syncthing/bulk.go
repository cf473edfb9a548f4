package syncthing

// This file asks ahead: a status of many connections would otherwise wait for each daemon in turn.

import (
	"context"
	"strings"
	"sync"
	"time"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/syncthing/rest"
)

// A list of more than bulkFrom connections is taken as the beginning of a status of all of them: the first that is asked about makes the
// driver ask about all at once, and the answers hold for bulkFor.
const (
	bulkFrom = 16
	bulkFor  = 2 * time.Second
)

// bulk is a list of connections with answers about them.
type bulk struct {
	listed time.Time
	conns  map[engine.ConnectionID]*conn
	fetch  sync.Once

	mu      sync.Mutex
	fetched time.Time
	answers map[*machine]map[string]rest.FolderStatus // by folder id
	peers   map[*machine]rest.Connections
	down    map[*machine]error
}

// expect notes connections that were just listed from all machines.
func (cl *Client) expect(list []*conn, machines []*machine) {
	b := &bulk{listed: time.Now(), conns: map[engine.ConnectionID]*conn{}, answers: map[*machine]map[string]rest.FolderStatus{},
		peers: map[*machine]rest.Connections{}, down: map[*machine]error{}}
	for _, cn := range list {
		b.conns[cn.ID] = cn
	}
	if len(machines) < 2 || len(b.conns) < bulkFrom {
		b = nil
	}
	cl.mu.Lock()
	cl.bulk = b
	cl.mu.Unlock()
}

// expected returns a connection of the last list, for which the answers are fetched, or nil when it must be looked up. One
// that is mirrored by this client is looked up.
func (cl *Client) expected(id engine.ConnectionID, source string) *conn {
	cl.mu.Lock()
	b, running := cl.bulk, cl.runs[id] != nil
	cl.mu.Unlock()
	if b == nil || running {
		return nil
	}
	cn := b.conns[id]
	if cn == nil || source != "" && !strings.EqualFold(source, cn.From) || cl.mayUse(cn.From, cn.To, engine.AccessMonitor) != nil {
		return nil
	}
	if time.Since(b.listed) < bulkFor {
		b.fetch.Do(func() { cl.fetch(b) })
	}
	if !b.fresh() {
		return nil
	}
	return cn
}

// fresh reports whether the answers are there and young enough.
func (b *bulk) fresh() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return !b.fetched.IsZero() && time.Since(b.fetched) < bulkFor
}

// question is one thing to ask a machine: about a folder, or with an empty id about its peers.
type question struct {
	m  *machine
	id string
}

// fetch asks both ends of all connections. A machine that does not answer once is not asked again.
func (cl *Client) fetch(b *bulk) {
	ctx, cancel := context.WithTimeout(cl.ctx, cl.set.Timeout)
	defer cancel()
	var list []question
	asked := map[*machine]bool{}
	for _, cn := range b.conns {
		if !asked[cn.src] {
			asked[cn.src] = true
			list = append(list, question{m: cn.src})
		}
		for _, p := range cn.parts {
			list = append(list, question{cn.src, p.id}, question{cn.dst, p.id})
		}
	}
	each(cl.set.Parallel, list, func(q question) { cl.answer(ctx, b, q) })
	b.mu.Lock()
	b.fetched = time.Now()
	b.mu.Unlock()
}

func (cl *Client) answer(ctx context.Context, b *bulk, q question) {
	b.mu.Lock()
	skip := b.down[q.m] != nil
	b.mu.Unlock()
	if skip {
		return
	}
	api := cl.api(q.m).Impatient()
	var s rest.FolderStatus
	var peers rest.Connections
	var err error
	if q.id == "" {
		peers, err = api.Connections(ctx)
	} else {
		s, err = api.FolderStatus(ctx, q.id)
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	switch {
	case rest.IsDown(err):
		b.down[q.m] = q.m.failed(err)
	case err != nil: // it is asked again by whoever wants to know
	case q.id == "":
		b.peers[q.m] = peers
	default:
		if b.answers[q.m] == nil {
			b.answers[q.m] = map[string]rest.FolderStatus{}
		}
		b.answers[q.m][q.id] = s
	}
}

// ahead returns the answers that were fetched, nil when there are none or they are too old.
func (cl *Client) ahead() *bulk {
	cl.mu.Lock()
	b := cl.bulk
	cl.mu.Unlock()
	if b == nil || !b.fresh() {
		return nil
	}
	return b
}

// folderStatus asks for the state of a folder, or takes the answer that was fetched.
func (cl *Client) folderStatus(ctx context.Context, m *machine, id string) (rest.FolderStatus, error) {
	if b := cl.ahead(); b != nil {
		b.mu.Lock()
		s, ok := b.answers[m][id]
		err := b.down[m]
		b.mu.Unlock()
		if ok || err != nil {
			return s, err
		}
	}
	s, err := cl.api(m).FolderStatus(ctx, id)
	return s, m.failed(err)
}

// peersOf asks for the peers of a machine, or takes the answer that was fetched.
func (cl *Client) peersOf(ctx context.Context, m *machine) (rest.Connections, error) {
	if b := cl.ahead(); b != nil {
		b.mu.Lock()
		p, ok := b.peers[m]
		err := b.down[m]
		b.mu.Unlock()
		if ok || err != nil {
			return p, err
		}
	}
	p, err := cl.api(m).Connections(ctx)
	return p, m.failed(err)
}

// outdate drops what was asked ahead: something has been changed.
func (cl *Client) outdate() {
	cl.mu.Lock()
	cl.bulk = nil
	cl.mu.Unlock()
}
