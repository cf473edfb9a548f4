package engine

// This file defines the client interface that drivers and wrappers share.

import (
	"context"
	"fmt"
	"iter"
)

// Client is a connection to a replication engine. All methods may be called
// from several goroutines at once.
type Client interface {
	// Do performs one operation and returns its result, of the type that the
	// operation's documentation names. A failure is an *Error, or the error of
	// ctx when ctx ended first. Result is nil on failure, except that Wait
	// returns the status reached together with CodeTimeout.
	Do(ctx context.Context, op Op) (Result, error)

	// Events yields what happens from now on (or from Filter.Since), in order,
	// until ctx ends, the client is closed or the caller stops ranging. The
	// sequence ends without an error in all three cases. A reader that falls
	// too far behind gets CodeEventsLost once and then the events still held.
	Events(ctx context.Context, filter Filter) iter.Seq2[Event, error]

	// Close releases the client. Calling it again does nothing. Operations
	// sent later fail with CodeNoAnswer.
	Close() error
}

// Call sends op through c and returns its result with the static type that
// belongs to op. R is inferred and never needs to be written.
func Call[R Result](ctx context.Context, c Client, op OpOf[R]) (R, error) {
	got, err := c.Do(ctx, op)
	r, ok := got.(R)
	if err == nil && !ok {
		err = &Error{Code: CodeFailed, Op: op.Name(),
			Cause: fmt.Errorf("the engine answered with %T, not with %T", got, r)}
	}
	return r, err
}
