package embedded

// This file waits for room: on the copy, so that a mirror goes on where it was, and in the state folder.

import (
	"context"
	"time"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/embedded/copier"
)

// A full disk is tried again after roomFirst, then less and less often, at least every roomLast.
const (
	roomFirst = 100 * time.Millisecond
	roomLast  = 5 * time.Second
)

// room holds a mirror up while the copy is full.
func (cn *conn) room(run *mirrorRun) copier.Room {
	tries := 0 // guarded by conn.mu
	return func(ctx context.Context, path string, full error) error {
		cn.mu.Lock()
		if full == nil {
			tries = 0
		} else {
			cn.addFailure(path, full)
			tries++
		}
		if run.full != (full != nil) {
			run.full = full != nil
			if full != nil {
				cn.emit(engine.Event{Kind: engine.EventFailure, Path: engine.Path(path), Text: full.Error() + "; the mirror waits for room"})
			}
			cn.touch()
		}
		wait := min(roomFirst<<min(tries, 10), roomLast)
		cn.mu.Unlock()
		if full == nil {
			return nil
		}
		waitFor(ctx, nil, time.Now().Add(wait))
		if err := ctx.Err(); err != nil {
			return err
		}
		return run.gate.Wait(ctx)
	}
}

// keepSaved saves the record, if need be later: a state folder that is full now may have room again. The caller holds mu and belongs
// to wg.
func (cn *conn) keepSaved() {
	err := cn.save()
	if err == nil || cn.unsaved {
		return
	}
	cn.unsaved = true
	cn.addFailure("", err)
	cn.emit(engine.Event{Kind: engine.EventFailure, Text: "the state could not be saved: " + err.Error() + "; trying again"})
	cn.wg.Go(func() {
		for wait := roomFirst; ; wait = min(2*wait, roomLast) {
			waitFor(cn.ctx, nil, time.Now().Add(wait))
			cn.mu.Lock()
			if err = cn.save(); err == nil || cn.ended {
				cn.unsaved = false
				cn.touch()
				cn.mu.Unlock()
				return
			}
			cn.mu.Unlock()
		}
	})
	cn.touch()
}
