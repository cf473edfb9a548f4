package embedded

// This file begins anew when a queue was given up: the connection is cut, and made again with a mirror as the settings say.

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"github.com/smrscript/smrscript/engine"
)

// queuesDir is the folder of the state folder that holds the queues on disk.
const queuesDir = "queues"

// keepEvery is the time after which a change that still waits is written to disk.
const keepEvery = 250 * time.Millisecond

func (c *core) queueDir(id engine.ConnectionID) string {
	return filepath.Join(c.store.dir, queuesDir, strconv.FormatInt(int64(id), 10))
}

// sweepQueues removes queues of connections that are no more.
func (c *core) sweepQueues(known []record) {
	there := map[string]bool{}
	for _, rec := range known {
		there[rec.ID.String()] = true
	}
	entries, err := os.ReadDir(filepath.Join(c.store.dir, queuesDir))
	if err != nil {
		return // there is none yet
	}
	for _, e := range entries {
		if !there[e.Name()] {
			_ = os.RemoveAll(filepath.Join(c.store.dir, queuesDir, e.Name())) // tried again at the next start
		}
	}
}

// openQueue goes on with the queue that an earlier process left.
func (r *replication) openQueue() {
	cn := r.cn
	r.q.bound(cn.queueLimits(cn.src))
	cn.allowQueues(cn.src)
	r.q.pool = &cn.src.queueMemory
	if err := r.q.restore(cn.queueDir(cn.rec.ID), &cn.src.queueDisk, len(cn.cp.Roots), cn.cfg.point); err != nil {
		r.report.Note("", "the queue of an earlier run: "+err.Error()+"; everything is compared now")
		r.q.addRescan()
	}
}

// keeper writes the queue down from time to time, and makes the connection anew when the queue was given up.
func (r *replication) keeper() {
	tick := time.NewTicker(keepEvery)
	defer tick.Stop()
	told := ""
	for cut := 0; ; {
		select {
		case <-r.closing:
			return
		case <-r.cn.ctx.Done():
			return
		case <-tick.C:
			err := r.q.keep()
			if now := errText(err); now != told {
				told = now
				if err != nil {
					r.report.Note("", "changes that wait cannot be written to the state folder and would be lost with this process: "+now)
				}
			}
		case why := <-r.q.full:
			if r.cut(why) != nil || r.renew(cut) != nil {
				return
			}
			cut++
		}
	}
}

func errText(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

// errStay says that a connection stays cut.
var errStay = errors.New("it stays disconnected")

// cut notes that the queue was given up. errStay when nothing follows by itself.
func (r *replication) cut(why string) error {
	cn := r.cn
	again := cn.dial(cn.src, setReconnect)
	cn.mu.Lock()
	defer cn.mu.Unlock()
	cn.rec.Required, cn.settled = true, false
	cn.addFailure("", errors.New(why))
	cn.keepSaved()
	cn.emit(engine.Event{Kind: engine.EventReplication, Text: "disconnected: " + why})
	cn.touch()
	if again == 0 {
		return errStay
	}
	return nil
}

// renew waits until changes get through and begins anew. After the first time it waits a while before.
func (r *replication) renew(cut int) error {
	ctx, cancel := r.context()
	defer cancel()
	cn := r.cn
	if cut > 0 {
		waitFor(ctx, nil, time.Now().Add(cn.remirrorEvery()))
	}
	if err := cn.way.gate.Wait(ctx); err != nil {
		return err
	}
	r.q.mend()
	cn.mu.Lock()
	cn.rec.Required = true // a mirror that was made meanwhile knows nothing of what changed between it and now
	cn.keepSaved()
	cn.touch()
	cn.mu.Unlock()
	cn.emit(engine.Event{Kind: engine.EventReplication, Text: "reconnected"})
	opts := cn.remirror(cn.src)
	if opts == nil {
		return nil // it is required until somebody makes one
	}
	return cn.mirrorAgain(ctx, *opts)
}

// context ends with the connection and with the capture.
func (r *replication) context() (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancel(r.cn.ctx)
	go func() {
		select {
		case <-r.closing:
			cancel()
		case <-ctx.Done():
		}
	}()
	return ctx, cancel
}

// mirrorAgain starts a mirror of its own, after one that runs: that may have passed what the queue lost.
func (cn *conn) mirrorAgain(ctx context.Context, opts engine.MirrorOptions) error {
	for {
		if err := cn.waitMirror(ctx); err != nil {
			return err
		}
		for !cn.op.TryLock() { // whoever has it may be waiting for this goroutine to end
			waitFor(ctx, nil, time.Now().Add(10*time.Millisecond))
			if err := ctx.Err(); err != nil {
				return err
			}
		}
		err := cn.startMirror(opts, start{again: true, auto: true})
		cn.op.Unlock()
		if engine.CodeOf(err) == engine.CodeMirroring {
			continue
		}
		if err != nil {
			cn.emit(engine.Event{Kind: engine.EventFailure, Text: "a mirror that is needed could not be started: " + err.Error()})
		}
		return nil
	}
}

// retryLater makes another mirror after one that nobody asked for came to no end, such as when the disk of the copy was not mounted. The
// caller holds mu and belongs to wg.
func (cn *conn) retryLater(opts engine.MirrorOptions) {
	wait := cn.remirrorEvery()
	cn.wg.Go(func() {
		waitFor(cn.ctx, nil, time.Now().Add(wait))
		cn.mu.Lock()
		needed := cn.rec.Required && cn.mirror == nil && !cn.rec.Stopped && !cn.ended
		cn.mu.Unlock()
		if needed {
			_ = cn.mirrorAgain(cn.ctx, opts) // it fails only when the connection ends
		}
	})
}

// remirrorEvery is the time between two mirrors that the engine makes because one is needed.
func (cn *conn) remirrorEvery() time.Duration {
	return time.Duration(cn.dial(cn.src, setRemirrorTry)) * time.Second
}
