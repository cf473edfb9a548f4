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
	want, err := cl.counted(ctx, cn)
	if err != nil {
		return nil, err
	}
	var back setback
	var seen proof
	var still stall
	for pause := 5 * time.Millisecond; ; pause = min(2*pause, 250*time.Millisecond) {
		t, there, err := cl.look(ctx, cn, want)
		if err != nil {
			return nil, err
		}
		if t.idle && there && t.to.NeedTotalItems == 0 {
			if over, err := seen.given(ctx, cl, cn, t); over || err != nil {
				return want, err
			}
			pause = min(pause, 40*time.Millisecond)
		} else {
			seen.drop()
		}
		over, err := cl.hopeless(ctx, cn, &back, t, there)
		if over || err != nil {
			return want, err
		}
		cl.unstick(ctx, cn, &still, t, there, true)
		if len(t.trouble) == 0 && back.rescan() {
			if want, err = cl.counted(ctx, cn); err != nil {
				return nil, err
			}
		}
		sleep(ctx, pause)
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
	}
}

// counted scans the source and returns what it has counted then.
func (cl *Client) counted(ctx context.Context, cn *conn) ([]int64, error) {
	for _, p := range cn.parts {
		if err := cl.scanFolder(ctx, cn.src, p.id); err != nil {
			return nil, err
		}
	}
	return cl.sequences(ctx, cn)
}

// hopeless fails when the target cannot make the changes. It reports that waiting is over when all that fails is harmless.
func (cl *Client) hopeless(ctx context.Context, cn *conn, back *setback, t measure, there bool) (over bool, err error) {
	limit := errorsFor
	switch {
	case len(t.trouble) > 0:
		back.meet(t.trouble[0].Reason)
	case t.idle && t.to.Errors > 0:
		var harmless bool
		if limit, harmless = cl.failing(ctx, cn, back, t); harmless && there {
			return true, nil
		}
	case back.on() && (!t.idle || !there): // it is being tried again
		return false, nil
	default:
		back.drop()
		return false, nil
	}
	if back.final(limit) {
		return false, cl.cannotApply(ctx, cn, t)
	}
	return false, nil
}

// cannotApply names the first thing that fails.
func (cl *Client) cannotApply(ctx context.Context, cn *conn, t measure) error {
	cause := errors.New("the target cannot make the changes")
	if list := cl.itemErrors(ctx, cn, t); len(list) > 0 {
		cause = fmt.Errorf("%s: %s", list[0].Path, list[0].Reason)
	}
	return &engine.Error{Code: engine.CodeFailed, Subject: subject(cn.ID), Cause: cause, Hint: "status con lists what could not be copied."}
}
