package embedded

// This file opens and closes the engine and sends operations to their handlers.

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"iter"
	"maps"
	"os"
	"slices"
	"strings"
	"sync"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/driver"
)

// core is the engine that all sessions share.
type core struct {
	cfg      Config
	set      Settings
	machines map[string]*machine
	store    *store
	hub      *driver.Hub
	run      string // names this process in temporary files

	tuning   tuning
	policies policies
	doors    doors
	change   sync.Mutex // held by operations that add, remove or look for duplicates
	wayMu    sync.Mutex
	ways     map[string]*way
	mu       sync.Mutex
	conns    map[engine.ConnectionID]*conn
	closed   bool
}

// Client is one session with the engine: it remembers who logged in where.
type Client struct {
	*core
	owner  bool // closing it closes the engine
	mu     sync.Mutex
	levels map[string]engine.AccessLevel
	gone   bool
}

// Open opens the state folder and goes on with the connections in it. The error
// is an *engine.Error that names what is in the way: another process, a read-only
// or damaged state folder, a wrong configuration. The result is a *Client.
func Open(cfg Config) (engine.Client, error) {
	machines, err := cfg.machines()
	if err != nil {
		return nil, &engine.Error{Code: engine.CodeBadParameter, Op: "open", Cause: err}
	}
	set := cfg.Settings.withDefaults()
	st, err := openStore(cfg.StateDir, set.LockTimeout)
	if err != nil {
		return nil, err
	}
	st.point, st.fail = cfg.point, cfg.fail
	c := &core{cfg: cfg, set: set, machines: machines, store: st, hub: driver.NewHub(), run: newRun(),
		conns: map[engine.ConnectionID]*conn{}, ways: map[string]*way{}}
	if err := c.load(); err != nil {
		return nil, errors.Join(err, c.shutdown())
	}
	return &Client{core: c, owner: true, levels: map[string]engine.AccessLevel{}}, nil
}

func newRun() string {
	b := make([]byte, 5)
	_, _ = rand.Read(b) // never fails
	return hex.EncodeToString(b)
}

// load goes on with the connections of the state.
func (c *core) load() error {
	records, err := c.store.connections()
	if err == nil {
		err = c.loadWays()
	}
	if err == nil {
		err = c.loadSettings()
	}
	if err == nil {
		err = c.loadPolicies()
	}
	if err != nil {
		return err
	}
	// Marks of barriers that a killed process left.
	_ = os.RemoveAll(c.marksDir(0))
	c.sweepQueues(records)
	for _, rec := range records {
		cn, err := c.newConn(rec)
		if err != nil {
			return &engine.Error{Code: engine.CodeConnectionFailed, Op: "open", Subject: fmt.Sprint("connection ", rec.ID), Cause: err,
				Hint: "Put the machine back into the configuration, or restore the replication set."}
		}
		c.conns[rec.ID] = cn
	}
	c.loadDoors()
	for _, cn := range c.conns {
		cn.resume()
	}
	return nil
}

// Session makes another client of the same engine that is not logged in
// anywhere. Closing it leaves the engine open.
func (cl *Client) Session() *Client {
	return &Client{core: cl.core, levels: map[string]engine.AccessLevel{}}
}

// Close ends the session, and the engine when this is the client that Open
// returned: mirrors and replication stop where they are and go on at the next Open.
func (cl *Client) Close() error {
	cl.mu.Lock()
	gone := cl.gone
	cl.gone = true
	cl.mu.Unlock()
	if gone || !cl.owner {
		return nil
	}
	return cl.shutdown()
}

func (c *core) shutdown() error {
	c.change.Lock()
	defer c.change.Unlock()
	c.mu.Lock()
	c.closed = true
	conns := slices.Collect(maps.Values(c.conns))
	c.mu.Unlock()
	for _, cn := range conns {
		cn.end()
	}
	c.hub.Close()
	_ = os.RemoveAll(c.marksDir(0))
	return c.store.close()
}

// Events implements engine.Client. With users configured, events of machines on
// which the session may not read are left out.
func (cl *Client) Events(ctx context.Context, filter engine.Filter) iter.Seq2[engine.Event, error] {
	from := filter.Since
	if from == 0 {
		from = cl.hub.Now()
	}
	return func(yield func(engine.Event, error) bool) {
		match := func(e engine.Event) bool {
			return filter.Match(e) && (e.Source == "" || cl.level(e.Source) >= engine.AccessMonitor)
		}
		cl.hub.Follow(ctx, from, match, yield)
	}
}

// Do implements engine.Client.
func (cl *Client) Do(ctx context.Context, op engine.Op) (engine.Result, error) {
	if op == nil {
		return nil, &engine.Error{Code: engine.CodeBadParameter, Cause: errors.New("no operation")}
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if cl.ended() {
		return nil, &engine.Error{Code: engine.CodeNoAnswer, Op: op.Name(), Cause: errors.New("the engine is closed")}
	}
	r, err := cl.do(ctx, op)
	if err == nil {
		return r, nil
	}
	var known *engine.Error
	switch {
	case errors.As(err, &known):
		if known.Op == "" {
			named := *known
			named.Op = op.Name()
			err = &named
		}
	case ctx.Err() != nil:
		err = ctx.Err()
	default:
		err = &engine.Error{Code: engine.CodeFailed, Op: op.Name(), Cause: err}
	}
	if engine.CodeOf(err) != engine.CodeTimeout {
		r = nil
	}
	return r, err
}

func (cl *Client) ended() bool {
	cl.mu.Lock()
	gone := cl.gone
	cl.mu.Unlock()
	cl.core.mu.Lock()
	defer cl.core.mu.Unlock()
	return gone || cl.core.closed
}

func (cl *Client) do(ctx context.Context, op engine.Op) (engine.Result, error) {
	switch op := op.(type) {
	case engine.Login:
		return cl.login(op)
	case engine.Logout:
		return cl.logout(op)
	case engine.Ping:
		return cl.ping(op)
	case engine.ListMachines:
		return cl.listMachines()
	case engine.Version:
		return cl.version(op)
	case engine.SaveRepset:
		return cl.saveRepset(op)
	case engine.GetRepset:
		return cl.getRepset(op)
	case engine.ListRepsets:
		return cl.listRepsets(op)
	case engine.DeleteRepset:
		return cl.deleteRepset(op)
	case engine.CopyRepset:
		return cl.copyRepset(op)
	case engine.RenameRepset:
		return cl.renameRepset(op)
	case engine.CalculateRepset:
		return cl.calculateRepset(ctx, op)
	case engine.Connect:
		return cl.connect(op)
	case engine.Disconnect:
		return cl.disconnect(ctx, op)
	case engine.FindConnections:
		return cl.findConnections(op)
	case engine.GetConnection:
		return cl.getConnection(op)
	case engine.Wait:
		return cl.wait(ctx, op)
	case engine.MirrorStart:
		return cl.mirrorStart(ctx, op)
	case engine.MirrorStop:
		return cl.mirrorStop(ctx, op)
	case engine.MirrorPause:
		return cl.mirrorPause(op)
	case engine.MirrorResume:
		return cl.mirrorResume(op)
	case engine.ReplicationStart:
		return cl.replicationStart(ctx, op)
	case engine.ReplicationStop:
		return cl.replicationStop(ctx, op)
	case engine.Transmission:
		return cl.transmission(ctx, op)
	case engine.HoldTarget:
		return cl.holdTarget(ctx, op.Source, op.Target, true)
	case engine.ReleaseTarget:
		return cl.holdTarget(ctx, op.Source, op.Target, false)
	case engine.LimitBandwidth:
		return cl.limitBandwidth(op)
	case engine.Verify:
		return cl.verify(ctx, op)
	case engine.CreateSnapshot:
		return cl.createSnapshot(ctx, op)
	case engine.ListSnapshots:
		return cl.listSnapshots(op)
	case engine.DeleteSnapshot:
		return cl.deleteSnapshot(op)
	case engine.RevertSnapshot:
		return cl.revertSnapshot(ctx, op)
	case engine.RemoveOrphans:
		return cl.removeOrphans(ctx, op)
	case engine.SetOrphanPolicy:
		return cl.setOrphanPolicy(op)
	case engine.SetCompression:
		return cl.setCompression(op)
	case engine.BlockTargetPath:
		return cl.blockTargetPath(op)
	case engine.GetSetting:
		return cl.getSetting(op)
	case engine.SaveSetting:
		return cl.saveSetting(op)
	}
	return nil, &engine.Error{Code: engine.CodeUnsupported, Op: op.Name(), Subject: "embedded engine"}
}

// machine finds a machine by name; case does not matter.
func (c *core) machine(name string) (*machine, error) {
	m := c.machines[strings.ToLower(name)]
	if m == nil {
		return nil, &engine.Error{Code: engine.CodeNoMachine, Subject: name, Cause: fmt.Errorf("configured are: %s", c.machineNames())}
	}
	return m, nil
}

func (c *core) machineNames() string {
	var names []string
	for _, key := range slices.Sorted(maps.Keys(c.machines)) {
		names = append(names, c.machines[key].name)
	}
	if len(names) == 0 {
		return "none"
	}
	return strings.Join(names, ", ")
}
