package syncthing

// This file finds connections in the folders of daemons.

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"
	"sync"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/syncthing/rest"
)

// conn is a connection as the daemons have it.
type conn struct {
	record
	src, dst *machine // where the files come from and go to; of a restore the target and the source
	parts    []part   // by number
	stale    []part   // folders that were replaced and could not be removed yet
}

// part is one folder of a connection on both daemons.
type part struct {
	rec  record
	id   string
	from *rest.Folder // on the sending side; nil: not seen
	to   *rest.Folder
}

// complete reports whether both ends of every part were seen.
func (cn *conn) complete() bool {
	return len(cn.parts) == cn.Parts && !slices.ContainsFunc(cn.parts, func(p part) bool { return p.from == nil || p.to == nil })
}

// gather reads the connections that the given machines take part in. Machines that do not answer are left out as long as
// one does. Of a connection whose other machine is not given only one end is seen. The list is sorted by id.
func (cl *Client) gather(ctx context.Context, machines []*machine) ([]*conn, error) {
	var mu sync.Mutex
	var failures []error
	asked := 0
	seen := map[*machine][]rest.Folder{}
	each(cl.set.Parallel, machines, func(m *machine) {
		if cl.level(m.name) < engine.AccessMonitor {
			return
		}
		folders, err := cl.folders(ctx, m)
		mu.Lock()
		defer mu.Unlock()
		asked++
		if err != nil {
			failures = append(failures, err)
			return
		}
		seen[m] = folders
	})
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if asked > 0 && len(failures) == asked {
		return nil, failures[0]
	}
	return cl.assemble(seen), nil
}

// folders lists a machine's folders after a look at who answers.
func (cl *Client) folders(ctx context.Context, m *machine) ([]rest.Folder, error) {
	api := cl.api(m)
	if _, err := m.ask(ctx, api); err != nil {
		return nil, err
	}
	list, err := api.Folders(ctx)
	return list, m.failed(err)
}

// connKey names a connection. Numbers are given out by hosts, so another host's connection between other machines may have the same.
type connKey struct {
	id       engine.ConnectionID
	from, to string // lower-case machines
}

// partKey names a part of a connection.
type partKey struct {
	connKey
	part int
}

// assemble puts the ends together that belong together. Folders that are not the driver's are not looked at.
func (cl *Client) assemble(seen map[*machine][]rest.Folder) []*conn {
	ends := map[partKey]map[string]*part{} // by folder id
	for _, folders := range seen {
		for i := range folders {
			f := &folders[i]
			rec, parked, ok := readLabel(*f)
			if !ok || parked {
				continue
			}
			key := partKey{connKey{rec.ID, strings.ToLower(rec.From), strings.ToLower(rec.To)}, rec.Part}
			if ends[key] == nil {
				ends[key] = map[string]*part{}
			}
			p := ends[key][f.ID]
			if p == nil {
				p = &part{rec: rec, id: f.ID}
				ends[key][f.ID] = p
			}
			if f.Type == rest.SendOnly {
				p.from = f
			} else {
				p.to = f
			}
		}
	}
	conns := map[connKey]*conn{}
	for key, found := range ends {
		cn := conns[key.connKey]
		if cn == nil {
			cn = &conn{}
			conns[key.connKey] = cn
		}
		best := newest(found)
		for _, p := range found {
			if p == best {
				cn.parts = append(cn.parts, *p)
			} else {
				cn.stale = append(cn.stale, *p)
			}
		}
	}
	return cl.attach(conns)
}

// newest is the part whose folder was made last; one with both ends comes before one with one, which a crash left behind.
func newest(found map[string]*part) *part {
	var best *part
	rank := func(p *part) int {
		r := p.rec.Turn
		if p.from != nil && p.to != nil {
			r += 1 << 20
		}
		return r
	}
	for _, p := range found {
		if best == nil || rank(p) > rank(best) || rank(p) == rank(best) && p.id > best.id {
			best = p
		}
	}
	return best
}

// attach ties connections to machines; those of machines that are not configured are left out.
func (cl *Client) attach(conns map[connKey]*conn) []*conn {
	var list []*conn
	for _, cn := range conns {
		slices.SortFunc(cn.parts, func(a, b part) int { return cmp.Compare(a.rec.Part, b.rec.Part) })
		cn.record = cn.parts[0].rec
		cn.src, cn.dst = cl.machines[strings.ToLower(cn.From)], cl.machines[strings.ToLower(cn.To)]
		if cn.src == nil || cn.dst == nil {
			continue
		}
		if cl.level(cn.From) >= engine.AccessMonitor || cl.level(cn.To) >= engine.AccessMonitor {
			list = append(list, cn)
		}
	}
	slices.SortFunc(list, func(a, b *conn) int { return cmp.Compare(a.ID, b.ID) })
	cl.mu.Lock()
	defer cl.mu.Unlock()
	for _, cn := range list {
		for _, p := range cn.parts {
			cl.seen[p.id] = p.rec
		}
	}
	return list
}

// find returns a connection that the session may use, with both ends. source is checked when given.
func (cl *Client) find(ctx context.Context, id engine.ConnectionID, source string, need engine.AccessLevel) (*conn, error) {
	if id < 1 {
		return nil, &engine.Error{Code: engine.CodeBadConnectionID, Subject: id.String()}
	}
	if source != "" {
		if _, err := cl.machine(source); err != nil {
			return nil, err
		}
	}
	machines := cl.sorted()
	if m, known, err := cl.store.memory(id); err != nil {
		return nil, err
	} else if from, to := cl.machines[strings.ToLower(m.From)], cl.machines[strings.ToLower(m.To)]; known && from != nil && to != nil {
		if err := cl.mayUse(m.From, m.To, need); err != nil {
			return nil, err
		}
		machines = []*machine{from, to}
	}
	list, err := cl.gather(ctx, machines)
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(list, func(cn *conn) bool { return cn.ID == id })
	if i < 0 || source != "" && !strings.EqualFold(source, list[i].From) {
		return nil, noConnection(id, source)
	}
	return list[i], cl.mayUse(list[i].From, list[i].To, need)
}

// mayUse checks the access to both ends of a connection.
func (cl *Client) mayUse(from, to string, need engine.AccessLevel) error {
	if _, err := cl.source(from, need); err != nil {
		return err
	}
	if need == engine.AccessFull {
		_, err := cl.target(to, need)
		return err
	}
	return nil
}

// whole finds a connection for an operation that needs both ends.
func (cl *Client) whole(ctx context.Context, id engine.ConnectionID, source string) (*conn, error) {
	cn, err := cl.find(ctx, id, source, engine.AccessFull)
	if err != nil || cn.complete() {
		return cn, err
	}
	for _, m := range []*machine{cn.src, cn.dst} {
		if _, err := cl.folders(ctx, m); err != nil {
			return nil, err
		}
	}
	return nil, &engine.Error{Code: engine.CodeConnectionFailed, Subject: subject(id),
		Cause: errors.New("one of its folders was removed from a daemon by somebody else"),
		Hint:  "Disconnect it, which removes the rest, and connect anew."}
}

func noConnection(id engine.ConnectionID, source string) error {
	e := &engine.Error{Code: engine.CodeNoConnection, Subject: subject(id)}
	if source != "" {
		e.Subject += " of " + source
	}
	return e
}

func (cl *Client) findConnections(ctx context.Context, op engine.FindConnections) (engine.Result, error) {
	machines := cl.sorted()
	for _, name := range []string{op.Target, op.Source} {
		if name == "" {
			continue
		}
		m, err := cl.machine(name)
		if err != nil {
			return nil, err
		}
		machines = []*machine{m}
	}
	if op.Source != "" && op.Target != "" { // either end knows, should the other be down
		machines = append(machines, cl.machines[strings.ToLower(op.Target)])
	}
	list, err := cl.gather(ctx, machines)
	if err != nil {
		return nil, err
	}
	out := engine.ConnectionList{}
	var kept []*conn
	for _, cn := range list {
		fits := (op.ID == 0 || op.ID == cn.ID) && cl.level(cn.From) >= engine.AccessMonitor &&
			(op.Source == "" || strings.EqualFold(op.Source, cn.From)) &&
			(op.Target == "" || strings.EqualFold(op.Target, cn.To)) &&
			(op.Repset == "" || op.Repset == cn.Set)
		if fits && (op.Mapping == nil || cl.mapsLike(ctx, cn, *op.Mapping)) {
			out, kept = append(out, cn.connection()), append(kept, cn)
		}
	}
	cl.expect(kept, machines)
	return out, nil
}

// mapsLike reports whether a mapping would lead to the same places.
func (cl *Client) mapsLike(ctx context.Context, cn *conn, m engine.Mapping) bool {
	if cn.Map.Equal(m) {
		return true
	}
	saved, err := cl.store.repset(cn.From, cn.Set)
	if err != nil {
		return false
	}
	plans := func(m engine.Mapping) []plan {
		list, err := cl.plan(ctx, cn.src, cn.dst, saved.Rules, m, false)
		if err != nil {
			return nil
		}
		return list
	}
	one, two := plans(cn.Map), plans(m)
	return one != nil && slices.EqualFunc(one, two, plan.samePlace)
}
