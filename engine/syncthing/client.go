package syncthing

// This file opens and closes the driver and sends operations to their handlers.

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/driver"
	"github.com/smrscript/smrscript/engine/syncthing/rest"
)

// Client is the driver. It remembers who logged in where. It is an engine.Client.
type Client struct {
	cfg      Config
	set      Settings
	machines map[string]*machine // by lower-case name
	store    *store
	hub      *driver.Hub
	ctx      context.Context // ends with the client
	cancel   context.CancelFunc
	wg       sync.WaitGroup

	change  sync.Mutex // held by operations that add connections or look for duplicates
	mu      sync.Mutex
	logins  map[string]login // by lower-case machine name
	runs    map[engine.ConnectionID]*run
	watched map[*machine]*watcher
	bulk    *bulk
	states  map[engine.ConnectionID]engine.TargetState // as told last
	seen    map[string]record                          // folders of connections, by id
	gone    bool

	counting map[*machine]bool // targets whose items are counted
	counts   map[string]int64  // by folder id
}

var _ engine.Client = (*Client)(nil)

// Open checks the configuration and opens the state folder. No daemon is asked anything yet. The error is an *engine.Error that names what
// is in the way.
func Open(cfg Config) (*Client, error) {
	machines, err := cfg.openMachines()
	if err != nil {
		return nil, &engine.Error{Code: engine.CodeBadParameter, Op: "open", Cause: err}
	}
	st, err := openStore(cfg.StateDir)
	if err != nil {
		return nil, err
	}
	cl := &Client{cfg: cfg, set: cfg.Settings.withDefaults(), machines: machines, store: st, hub: driver.NewHub(), logins: map[string]login{},
		runs: map[engine.ConnectionID]*run{}, watched: map[*machine]*watcher{}, states: map[engine.ConnectionID]engine.TargetState{},
		seen: map[string]record{}, counting: map[*machine]bool{}, counts: map[string]int64{}}
	cl.ctx, cl.cancel = context.WithCancel(context.Background())
	return cl, nil
}

// Close ends the client. What daemons are doing goes on without it: a mirror that was started finishes, and replication
// continues. Calling it again does nothing.
func (cl *Client) Close() error {
	cl.mu.Lock()
	gone := cl.gone
	cl.gone = true
	cl.mu.Unlock()
	if gone {
		return nil
	}
	cl.cancel()
	cl.wg.Wait()
	cl.hub.Close()
	for _, m := range cl.machines {
		m.api.Close()
	}
	return nil
}

func (cl *Client) ended() bool {
	cl.mu.Lock()
	defer cl.mu.Unlock()
	return cl.gone
}

// errClosed says that the client is closed.
var errClosed = errors.New("the engine is closed")

// Events implements engine.Client. What daemons do is followed while somebody listens; events of machines without a login are left out.
func (cl *Client) Events(ctx context.Context, filter engine.Filter) iter.Seq2[engine.Event, error] {
	from := filter.Since
	if from == 0 {
		from = cl.hub.Now()
	}
	return func(yield func(engine.Event, error) bool) {
		match := func(e engine.Event) bool {
			return filter.Match(e) && (e.Source == "" || cl.level(e.Source) >= engine.AccessMonitor)
		}
		release := cl.watchFor(filter)
		defer release()
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
		return nil, &engine.Error{Code: engine.CodeNoAnswer, Op: op.Name(), Cause: errClosed}
	}
	r, err := cl.do(ctx, op)
	if err == nil {
		return r, nil
	}
	err = named(ctx, op, err)
	if engine.CodeOf(err) != engine.CodeTimeout {
		r = nil
	}
	return r, err
}

// named makes sure that an error says which operation failed.
func named(ctx context.Context, op engine.Op, err error) error {
	var known *engine.Error
	switch {
	case errors.As(err, &known):
		if known.Op != "" {
			return err
		}
		copied := *known
		copied.Op = op.Name()
		return &copied
	case ctx.Err() != nil:
		return ctx.Err()
	}
	return &engine.Error{Code: engine.CodeFailed, Op: op.Name(), Cause: err}
}

func (cl *Client) do(ctx context.Context, op engine.Op) (engine.Result, error) {
	switch op := op.(type) {
	case engine.Login:
		return cl.login(ctx, op)
	case engine.Logout:
		return cl.logout(op)
	case engine.Ping:
		return cl.ping(ctx, op)
	case engine.ListMachines:
		return cl.listMachines(ctx)
	case engine.Version:
		return cl.version(ctx, op)
	case engine.SaveRepset:
		return cl.saveRepset(ctx, op)
	case engine.GetRepset:
		return cl.getRepset(op)
	case engine.ListRepsets:
		return cl.listRepsets(op)
	case engine.DeleteRepset:
		return cl.deleteRepset(ctx, op)
	case engine.CopyRepset:
		return cl.another(ctx, op.Source, op.Repset, op.To, false)
	case engine.RenameRepset:
		return cl.another(ctx, op.Source, op.Repset, op.To, true)
	case engine.CalculateRepset:
		return cl.calculateRepset(ctx, op)
	case engine.Connect:
		return cl.connect(ctx, op)
	case engine.Disconnect:
		return cl.disconnect(ctx, op)
	case engine.FindConnections:
		return cl.findConnections(ctx, op)
	case engine.GetConnection:
		return cl.getConnection(ctx, op)
	case engine.Wait:
		return cl.wait(ctx, op)
	case engine.MirrorStart:
		return cl.mirrorStart(ctx, op)
	case engine.MirrorStop:
		return cl.mirrorStop(ctx, op)
	case engine.MirrorPause:
		return cl.mirrorHold(ctx, op.ID, op.Source, true)
	case engine.MirrorResume:
		return cl.mirrorHold(ctx, op.ID, op.Source, false)
	case engine.ReplicationStart:
		return cl.replicationStart(ctx, op)
	case engine.ReplicationStop:
		return cl.replicationStop(ctx, op)
	}
	return cl.more(ctx, op)
}

// machine finds a machine by name; case does not matter.
func (cl *Client) machine(name string) (*machine, error) {
	m := cl.machines[strings.ToLower(name)]
	if m == nil {
		return nil, &engine.Error{Code: engine.CodeNoMachine, Subject: name, Cause: fmt.Errorf("configured are: %s", cl.machineNames())}
	}
	return m, nil
}

// sorted lists the machines by name.
func (cl *Client) sorted() []*machine {
	var list []*machine
	for _, key := range slices.Sorted(maps.Keys(cl.machines)) {
		list = append(list, cl.machines[key])
	}
	return list
}

func (cl *Client) machineNames() string {
	var names []string
	for _, m := range cl.sorted() {
		names = append(names, m.name)
	}
	if len(names) == 0 {
		return "none"
	}
	return strings.Join(names, ", ")
}

// api returns the calls to a machine with the rights that the session has there.
func (cl *Client) api(m *machine) *rest.Client {
	cl.mu.Lock()
	defer cl.mu.Unlock()
	if l, ok := cl.logins[strings.ToLower(m.name)]; ok && l.api != nil {
		return l.api
	}
	return m.api
}

// each calls f for every item, several at once, and waits for all.
func each[T any](parallel int, list []T, f func(T)) {
	var wg sync.WaitGroup
	slots := make(chan struct{}, parallel)
	for _, item := range list {
		slots <- struct{}{}
		wg.Go(func() {
			f(item)
			<-slots
		})
	}
	wg.Wait()
}
