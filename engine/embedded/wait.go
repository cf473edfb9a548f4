package embedded

// This file handles waiting.

import (
	"context"
	"errors"
	"fmt"

	"github.com/smrscript/smrscript/engine"
)

func (cl *Client) wait(ctx context.Context, op engine.Wait) (engine.Result, error) {
	cn, err := cl.find(op.ID, op.Source, engine.AccessMonitor)
	if err != nil {
		return nil, err
	}
	limited := ctx
	if op.Timeout > 0 {
		var cancel context.CancelFunc
		limited, cancel = context.WithTimeout(ctx, op.Timeout)
		defer cancel()
	}
	limited, cancel := cn.joined(limited)
	defer cancel()
	switch op.For {
	case engine.WaitMirror:
		err = cn.waitMirror(limited)
	case engine.WaitQueue:
		err = cn.waitQueue(limited)
	case engine.WaitConsistent:
		// Settling writes to the copy, as replication would.
		if _, err := cl.find(op.ID, op.Source, engine.AccessFull); err != nil {
			return nil, err
		}
		_, err = cn.settle(limited, false)
	default:
		return nil, &engine.Error{Code: engine.CodeBadParameter, Subject: string(op.For), Cause: errors.New("wait for mirror, queue or consistent")}
	}
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case cn.alive() != nil:
		return nil, cn.alive()
	case err != nil && op.Timeout > 0 && errors.Is(limited.Err(), context.DeadlineExceeded):
		return cn.status(), &engine.Error{Code: engine.CodeTimeout, Subject: cn.subject(), Cause: fmt.Errorf("waiting for %s: %w", op.For, err)}
	case err != nil:
		return nil, err
	}
	return cn.status(), nil
}

// waitMirror waits until no mirror runs.
func (cn *conn) waitMirror(ctx context.Context) error {
	for {
		cn.mu.Lock()
		running, changed := cn.mirror != nil, cn.changed
		cn.mu.Unlock()
		if !running {
			return nil
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// waitQueue waits until the queue is empty, and before for a mirror that brings over what changed while nothing was captured.
func (cn *conn) waitQueue(ctx context.Context) error {
	cn.mu.Lock()
	r, catchesUp := cn.repl, cn.mirror != nil && cn.mirror.auto
	cn.mu.Unlock()
	if r == nil {
		return &engine.Error{Code: engine.CodeNotReplicating, Subject: cn.subject()}
	}
	if catchesUp {
		if err := cn.waitMirror(ctx); err != nil {
			return err
		}
	}
	return r.drain(ctx)
}
