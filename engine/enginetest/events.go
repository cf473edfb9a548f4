package enginetest

// This file states which events are told, and in which order.

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"slices"

	"github.com/smrscript/smrscript/engine"
)

func eventCases() map[string]func(*bench) {
	return map[string]func(*bench){
		"order":  eventOrder,
		"since":  eventsSince,
		"filter": eventFilter,
		"end":    eventsEnd,
	}
}

// follow collects events while act runs, until the one that last accepts.
func (b *bench) follow(f engine.Filter, act func(), last func(engine.Event) bool) (seen []engine.Event) {
	b.Helper()
	if f.Since == 0 {
		f.Since = b.now()
	}
	act()
	for e, err := range b.Client.Events(b.ctx, f) {
		if err != nil {
			b.Fatal(err)
		}
		seen = append(seen, e)
		if last(e) {
			return seen
		}
	}
	b.Fatalf("the last event never came; seen: %+v", seen)
	return nil
}

// now is the number of the latest event; it makes one by itself.
func (b *bench) now() uint64 {
	b.Helper()
	b.write(b.SourceDir, "event marker/f", "1")
	b.set("event marker", "/event marker")
	ctx, cancel := context.WithCancel(b.ctx)
	defer cancel()
	events := b.Client.Events(ctx, engine.Filter{Kinds: []engine.EventKind{engine.EventDisconnected}})
	id := b.connect("event marker", unmirrored, to("/event marker"))
	do(b, engine.Disconnect{ID: id})
	for e, err := range events {
		if err != nil {
			b.Fatal(err)
		}
		if e.Connection == id {
			return e.Seq
		}
	}
	b.Fatal("no event told of the disconnect")
	return 0
}

func eventOrder(b *bench) {
	b.write(b.SourceDir, "data/f", "1")
	b.set("s", "/data")
	seen := b.follow(engine.Filter{}, func() {
		id := b.connect("s", replicating)
		do(b, engine.Disconnect{ID: id})
	}, func(e engine.Event) bool { return e.Kind == engine.EventDisconnected })
	var kinds []engine.EventKind
	for i, e := range seen {
		if i > 0 && e.Seq <= seen[i-1].Seq || e.Time.IsZero() || e.Source != b.Source || e.Target != b.Target || e.Connection == 0 {
			b.Errorf("event %+v", e)
		}
		if e.Kind != engine.EventTargetState && e.Kind != engine.EventMirrorProgress {
			kinds = append(kinds, e.Kind)
		}
	}
	want := []engine.EventKind{engine.EventConnected, engine.EventReplication, engine.EventMirrorStarted, engine.EventMirrorComplete, engine.EventDisconnected}
	if !slices.Equal(kinds, want) {
		b.Errorf("kinds %v, want %v", kinds, want)
	}
	for _, e := range seen {
		if e.Kind == engine.EventMirrorComplete && (e.Mirror == nil || e.Mirror.FilesSent != 1 || e.Mirror.Percent != 100) {
			b.Errorf("completion %+v", e.Mirror)
		}
	}
}

func eventsSince(b *bench) {
	b.write(b.SourceDir, "data/f", "1")
	b.set("s", "/data")
	start := b.now()
	do(b, engine.Disconnect{ID: b.connect("s")})
	last := func(e engine.Event) bool { return e.Kind == engine.EventDisconnected }
	first := b.follow(engine.Filter{Since: start}, func() {}, last)
	again := b.follow(engine.Filter{Since: start}, func() {}, last)
	later := b.follow(engine.Filter{Since: first[1].Seq}, func() {}, last)
	one, err := json.Marshal(first)
	b.must(err)
	two, err := json.Marshal(again)
	b.must(err)
	if !bytes.Equal(one, two) || len(later) != len(first)-2 {
		b.Errorf("%d, %d and %d events", len(first), len(again), len(later))
	}
}

func eventFilter(b *bench) {
	b.write(b.SourceDir, "data/f", "1")
	b.set("s", "/data")
	start := b.now()
	one, two := b.connect("s", to("/one")), b.connect("s", to("/two"))
	do(b, engine.Disconnect{ID: one})
	do(b, engine.Disconnect{ID: two})
	kinds := []engine.EventKind{engine.EventMirrorComplete, engine.EventDisconnected}
	seen := b.follow(engine.Filter{Connection: two, Kinds: kinds, Since: start}, func() {}, func(e engine.Event) bool { return e.Kind == engine.EventDisconnected })
	if len(seen) != 2 || seen[0].Kind != engine.EventMirrorComplete || seen[0].Connection != two {
		b.Errorf("seen %+v", seen)
	}
	if (engine.Filter{Machine: "nowhere"}).Match(seen[0]) || !(engine.Filter{Machine: b.Target}).Match(seen[0]) {
		b.Error("the machine is not regarded")
	}
}

func eventsEnd(b *bench) {
	ctx, cancel := context.WithCancel(b.ctx)
	events := b.Client.Events(ctx, engine.Filter{})
	cancel()
	for e, err := range events {
		if err != nil && !errors.Is(err, context.Canceled) || err == nil {
			b.Errorf("after the end: %+v, %v", e, err)
		}
	}
	events = b.Client.Events(b.ctx, engine.Filter{})
	b.must(b.Client.Close())
	for e, err := range events {
		if err != nil {
			b.Errorf("after closing: %+v, %v", e, err)
		}
	}
}
