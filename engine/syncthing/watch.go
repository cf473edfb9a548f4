package syncthing

// This file listens to the daemons' events.

import (
	"context"
	"strings"
	"sync"
	"time"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/syncthing/rest"
)

// pollFor is how long a daemon holds a call that waits for events.
const pollFor = 50 * time.Second

// watcher reads the events of one machine for all who listen: one long call at a time, whatever the number of connections. Events
// only wake: what they tell is asked for again, so that one that was lost delays but never misleads.
type watcher struct {
	cancel context.CancelFunc
	ready  chan struct{} // closed when events that happen from now on are told
	mu     sync.Mutex
	users  map[*listener]bool
}

// listener is told of each event.
type listener struct {
	tell func(rest.Event, rest.EventData)
}

// listen begins to tell f of a machine's events until release is called. f must not block. Before ready is closed events may be missed.
func (cl *Client) listen(m *machine, f func(rest.Event, rest.EventData)) (ready <-chan struct{}, release func()) {
	l := &listener{f}
	cl.mu.Lock()
	defer cl.mu.Unlock()
	w := cl.watched[m]
	if w == nil {
		if cl.gone {
			return nil, func() {}
		}
		ctx, cancel := context.WithCancel(cl.ctx)
		w = &watcher{cancel: cancel, ready: make(chan struct{}), users: map[*listener]bool{}}
		cl.watched[m] = w
		cl.wg.Go(func() { cl.follow(ctx, m, w) })
	}
	w.mu.Lock()
	w.users[l] = true
	w.mu.Unlock()
	return w.ready, func() {
		cl.mu.Lock()
		defer cl.mu.Unlock()
		w.mu.Lock()
		delete(w.users, l)
		last := len(w.users) == 0
		w.mu.Unlock()
		if last && cl.watched[m] == w {
			delete(cl.watched, m)
			w.cancel()
		}
	}
}

// follow reads events until ctx ends. A daemon that restarts counts from 1 again.
func (cl *Client) follow(ctx context.Context, m *machine, w *watcher) {
	var since int64
	pause := 100 * time.Millisecond
	if list, err := cl.api(m).Impatient().Events(ctx, 0, 1, 0); err == nil && len(list) > 0 {
		since = list[len(list)-1].ID
	}
	close(w.ready)
	for ctx.Err() == nil {
		list, err := cl.api(m).Impatient().Events(ctx, since, 0, pollFor)
		if err != nil {
			since = 0
			sleep(ctx, pause)
			pause = min(2*pause, 5*time.Second)
			continue
		}
		pause = 100 * time.Millisecond
		for _, e := range list {
			since = e.ID
			d := e.Decode()
			w.mu.Lock()
			users := make([]*listener, 0, len(w.users))
			for l := range w.users {
				users = append(users, l)
			}
			w.mu.Unlock()
			for _, l := range users {
				l.tell(e, d)
			}
		}
	}
}

// sleep waits, or until ctx ends.
func sleep(ctx context.Context, d time.Duration) {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
	case <-ctx.Done():
	}
}

// watchFor turns what daemons do into events of the driver while somebody listens who may see them: items that fail in
// replicating connections, and states that change.
func (cl *Client) watchFor(filter engine.Filter) (release func()) {
	if len(filter.Kinds) > 0 && !wantsDaemons(filter.Kinds) {
		return func() {}
	}
	var releases []func()
	for _, m := range cl.sorted() {
		if cl.level(m.name) < engine.AccessMonitor || filter.Machine != "" && !strings.EqualFold(filter.Machine, m.name) {
			continue
		}
		_, release := cl.listen(m, func(e rest.Event, d rest.EventData) { cl.translate(e, d, filter) })
		releases = append(releases, release)
	}
	return func() {
		for _, r := range releases {
			r()
		}
	}
}

func wantsDaemons(kinds []engine.EventKind) bool {
	for _, k := range kinds {
		if k == engine.EventFailure || k == engine.EventNote {
			return true
		}
	}
	return false
}

// translate tells of a failed item in a folder that was seen before.
func (cl *Client) translate(e rest.Event, d rest.EventData, filter engine.Filter) {
	if e.Type != "ItemFinished" || d.Error == "" {
		return
	}
	cl.mu.Lock()
	rec, ok := cl.seen[d.Folder]
	mirroring := cl.runs[rec.ID] != nil // a mirror tells of its own failures
	cl.mu.Unlock()
	if ok && !mirroring && (filter.Connection == 0 || filter.Connection == rec.ID) {
		cl.tell(rec, engine.Event{Kind: engine.EventFailure, Path: engine.Path(d.Item), Text: d.Error})
	}
}
