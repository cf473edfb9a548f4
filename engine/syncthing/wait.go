package syncthing

// This file handles waiting.

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/smrscript/smrscript/engine"
)

func (cl *Client) wait(ctx context.Context, op engine.Wait) (engine.Result, error) {
	cn, err := cl.find(ctx, op.ID, op.Source, engine.AccessMonitor)
	if err != nil {
		return nil, err
	}
	limited, cancel := context.WithCancel(ctx)
	if op.Timeout > 0 {
		limited, cancel = context.WithTimeout(ctx, op.Timeout)
	}
	defer cancel()
	stop := context.AfterFunc(cl.ctx, cancel)
	defer stop()
	switch op.For {
	case engine.WaitMirror:
		err = cl.waitMirror(limited, cn)
	case engine.WaitQueue:
		err = cl.waitQueue(limited, cn)
	case engine.WaitConsistent:
		var both *conn
		if both, err = cl.whole(limited, op.ID, op.Source); err == nil { // settling writes to the copy
			err = cl.settle(limited, both, false)
		}
	default:
		return nil, &engine.Error{Code: engine.CodeBadParameter, Subject: string(op.For), Cause: errors.New("wait for mirror, queue or consistent")}
	}
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case cl.ended():
		return nil, &engine.Error{Code: engine.CodeNoAnswer, Cause: errClosed}
	case err != nil && op.Timeout > 0 && errors.Is(limited.Err(), context.DeadlineExceeded):
		s, serr := cl.status(ctx, cn)
		if serr != nil {
			return nil, serr
		}
		return s, &engine.Error{Code: engine.CodeTimeout, Subject: subject(cn.ID), Cause: fmt.Errorf("waiting for %s: %w", op.For, err)}
	case err != nil:
		return nil, err
	}
	if cn, err = cl.find(ctx, op.ID, op.Source, engine.AccessMonitor); err != nil {
		return nil, err
	}
	s, err := cl.status(ctx, cn)
	if err != nil {
		return nil, err
	}
	return s, nil
}

// waitMirror waits until no mirror runs. One that another process follows is looked at from time to time.
func (cl *Client) waitMirror(ctx context.Context, cn *conn) error {
	for {
		mem, _, err := cl.store.memory(cn.ID)
		if err != nil || mem.Running == nil {
			return err
		}
		if !mem.Paused {
			cl.resume(cn)
		}
		cl.mu.Lock()
		r := cl.runs[cn.ID]
		cl.mu.Unlock()
		var done chan struct{}
		if r != nil {
			done = r.done
		}
		timer := time.NewTimer(100 * time.Millisecond)
		select {
		case <-done:
		case <-timer.C:
		case <-ctx.Done():
		}
		timer.Stop()
		if ctx.Err() != nil {
			return ctx.Err()
		}
	}
}

// waitQueue waits until the changes made so far are in the copy. The source is scanned, so that it does not depend on notifications.
func (cl *Client) waitQueue(ctx context.Context, cn *conn) error {
	if !cn.Repl {
		return &engine.Error{Code: engine.CodeNotReplicating, Subject: subject(cn.ID)}
	}
	if err := cl.waitMirror(ctx, cn); err != nil {
		return err
	}
	_, err := cl.drain(ctx, cn)
	return err
}

// drain scans the source and waits until the target has made all that was found. It returns what the source had counted.
func (cl *Client) drain(ctx context.Context, cn *conn) ([]int64, error) {
	if !cn.complete() {
		whole, err := cl.whole(ctx, cn.ID, "")
		if err != nil {
			return nil, err
		}
		*cn = *whole
	}
	began := time.Now()
	for {
		want, err := cl.drainOnce(ctx, cn)
		// A daemon may restart meanwhile: it goes on by itself.
		if engine.CodeOf(err) != engine.CodeNoAnswer || time.Since(began) > cl.set.Patience {
			return want, err
		}
		sleep(ctx, 200*time.Millisecond)
		if ctx.Err() != nil {
			return nil, err
		}
	}
}

func (cl *Client) drainOnce(ctx context.Context, cn *conn) ([]int64, error) {
	for _, p := range cn.parts {
		if err := cl.scanFolder(ctx, cn.src, p.id); err != nil {
			return nil, err
		}
	}
	want, err := cl.sequences(ctx, cn)
	if err != nil {
		return nil, err
	}
	var failing time.Time
	for pause := 5 * time.Millisecond; ; pause = min(2*pause, 250*time.Millisecond) {
		t, there, err := cl.look(ctx, cn, want)
		if err != nil {
			return nil, err
		}
		if t.idle && there && t.to.NeedTotalItems == 0 {
			return want, nil
		}
		if t.idle && t.to.Errors > 0 || len(t.trouble) > 0 {
			if failing.IsZero() {
				failing = time.Now()
			}
			if there && len(t.trouble) == 0 && cl.harmless(ctx, cn, t) {
				return want, nil
			}
			if time.Since(failing) > errorsFor {
				return nil, cl.cannotApply(ctx, cn, t)
			}
		} else {
			failing = time.Time{}
		}
		sleep(ctx, pause)
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
	}
}

// cannotApply names the first thing that fails.
func (cl *Client) cannotApply(ctx context.Context, cn *conn, t measure) error {
	cause := errors.New("the target cannot make the changes")
	if list := cl.itemErrors(ctx, cn, t); len(list) > 0 {
		cause = fmt.Errorf("%s: %s", list[0].Path, list[0].Reason)
	}
	return &engine.Error{Code: engine.CodeFailed, Subject: subject(cn.ID), Cause: cause, Hint: "status con lists what could not be copied."}
}
