package enginetest

// This file defines an engine that is a function, for the tests of wrappers.

import (
	"context"
	"iter"

	"github.com/smrscript/smrscript/engine"
)

// Fake is an engine whose operations are a function and which has no events.
type Fake func(ctx context.Context, op engine.Op) (engine.Result, error)

// Do calls the function.
func (f Fake) Do(ctx context.Context, op engine.Op) (engine.Result, error) { return f(ctx, op) }

// Events yields nothing.
func (f Fake) Events(context.Context, engine.Filter) iter.Seq2[engine.Event, error] {
	return func(func(engine.Event, error) bool) {}
}

// Close does nothing.
func (f Fake) Close() error { return nil }
