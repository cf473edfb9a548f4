package enginetest

// This file states that the suite has a case for every operation.

import (
	"context"
	"slices"
	"sync"
	"testing"

	"github.com/smrscript/smrscript/engine"
)

// Complete runs the suite and fails unless its cases ask for every operation there is. It is for an engine that can do everything; those
// who choose some cases by name are told nothing.
func Complete(t *testing.T, open func(t *testing.T) Fixture) {
	asked := &asked{names: map[string]bool{}}
	t.Cleanup(func() { asked.check(t) }) // after cases that run at the same time
	Run(t, func(t *testing.T) Fixture {
		f := open(t)
		f.Client = asker{f.Client, asked}
		for _, again := range []*func(*testing.T) engine.Client{&f.Reopen, &f.Secured} {
			if open := *again; open != nil {
				*again = func(t *testing.T) engine.Client { return asker{open(t), asked} }
			}
		}
		asked.mu.Lock()
		defer asked.mu.Unlock()
		asked.cases++
		return f
	})
}

// asked is what was asked for, by the names of operations.
type asked struct {
	mu    sync.Mutex
	cases int
	names map[string]bool
}

// asker notes what an engine is asked for.
type asker struct {
	engine.Client
	asked *asked
}

func (a asker) Do(ctx context.Context, op engine.Op) (engine.Result, error) {
	a.asked.mu.Lock()
	a.asked.names[op.Name()] = true
	a.asked.mu.Unlock()
	return a.Client.Do(ctx, op)
}

func (a *asked) check(t *testing.T) {
	a.mu.Lock()
	defer a.mu.Unlock()
	all := 0
	for _, g := range groups() {
		all += len(g.cases)
	}
	if a.cases < all {
		return
	}
	missing := slices.DeleteFunc(engine.OpNames(), func(name string) bool { return a.names[name] })
	if len(missing) > 0 {
		t.Errorf("no case asks for %q", missing)
	}
}
