package syncthing

// This file brings a copy to one instant of its source and proves it; the package comment explains why the proof holds.

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/smrscript/smrscript/engine"
)

// errMoved says that the source changed during an attempt.
var errMoved = errors.New("the source changed while the copy was compared with it")

// settle tries until the copy equals one instant of the source or ctx ends; the error then says what stood in the way. With hold the folders
// are paused when it returns without an error.
func (cl *Client) settle(ctx context.Context, cn *conn, hold bool) error {
	mem, _, err := cl.store.memory(cn.ID)
	if err != nil {
		return err
	}
	if !mem.Mirrored && mem.Running == nil {
		return errors.New("the copy has never been mirrored")
	}
	if err := cl.waitMirror(ctx, cn); err != nil {
		return err
	}
	if !cn.complete() {
		return errors.New("one end of it is missing")
	}
	if whole, err := cl.whole(ctx, cn.ID, ""); err != nil {
		return err
	} else {
		*cn = *whole // a mirror may have made its folders anew
	}
	if err := cl.hold(ctx, cn, false); err != nil {
		return err
	}
	err = cl.trySettling(ctx, cn, hold)
	if !cn.Repl && !hold || !cn.Repl && err != nil {
		if herr := cl.hold(context.WithoutCancel(ctx), cn, true); err == nil {
			err = herr
		}
	}
	return err
}

func (cl *Client) trySettling(ctx context.Context, cn *conn, hold bool) error {
	last := errMoved
	for pause := 2 * time.Millisecond; ; pause = min(pause*2, 100*time.Millisecond) {
		at, want, err := cl.attempt(ctx, cn, hold)
		if err == nil {
			return cl.store.remember(context.WithoutCancel(ctx), cn.ID, func(m *memory) { m.SettledAt, m.SettledSeq, m.Required = at, want, false })
		}
		if ctx.Err() != nil {
			return fmt.Errorf("%w (last: %w)", ctx.Err(), last)
		}
		var own *engine.Error
		if errors.As(err, &own) {
			return err
		}
		last = err
		sleep(ctx, pause)
	}
}

// attempt makes one try: it lets everything arrive, stops the target when the copy is to stay, and sees that the source counts no
// change at a second scan. at is an instant between the two scans, want what the source had counted then.
func (cl *Client) attempt(ctx context.Context, cn *conn, hold bool) (at time.Time, want []int64, err error) {
	if err := cl.holdEnd(ctx, cn, cn.dst, false); err != nil {
		return at, nil, err
	}
	if want, err = cl.drain(ctx, cn); err != nil {
		return at, nil, err
	}
	if err := cl.pristine(ctx, cn); err != nil {
		return at, nil, err
	}
	if hold {
		if err := cl.holdEnd(ctx, cn, cn.dst, true); err != nil {
			return at, nil, err
		}
	}
	at = time.Now()
	for _, p := range cn.parts {
		if err := cl.scanFolder(ctx, cn.src, p.id); err != nil {
			return at, nil, err
		}
	}
	now, err := cl.sequences(ctx, cn)
	if err == nil && !slices.Equal(want, now) {
		err = errMoved
	}
	return at, want, err
}

// pristine scans the copy and fails when it was changed on the target's side, or when the source has files that cannot be read.
func (cl *Client) pristine(ctx context.Context, cn *conn) error {
	for _, p := range cn.parts {
		if err := cl.scanFolder(ctx, cn.dst, p.id); err != nil {
			return err
		}
	}
	t, err := cl.measure(ctx, cn)
	if err != nil {
		return err
	}
	if t.from.Errors > 0 {
		return fmt.Errorf("%d entries cannot be read on the source", t.from.Errors)
	}
	altered, err := cl.altered(ctx, cn, t)
	if err == nil && (altered || cn.Orphans && t.to.ReceiveOnlyTotalItems > 0) {
		err = fmt.Errorf("%d entries of the copy were changed there; a mirror undoes that", t.to.ReceiveOnlyTotalItems)
	}
	return err
}

// unsettle forgets that a copy was settled when the source has counted more since.
func (cl *Client) unsettle(ctx context.Context, cn *conn, mem *memory, now []int64) {
	if mem.SettledAt.IsZero() || slices.Equal(now, mem.SettledSeq) {
		return
	}
	mem.SettledAt = time.Time{}
	_ = cl.store.remember(ctx, cn.ID, func(m *memory) { m.SettledAt = time.Time{} }) // asked again at the next look
}
