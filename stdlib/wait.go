package stdlib

// This file defines WAIT ON.

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/lang/usage"
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func waitEntries() []*runtime.Entry {
	return []*runtime.Entry{{
		Usage:   "WAIT ON (MIRROR | VERIFY | RESTORE | QUEUE) <con_id> [TIMEOUT=<duration>]",
		Summary: "wait for the end of a mirror, or for changes to arrive",
		Effect:  engine.Read,
		Command: command(runWait),
		Doc: `
WAIT ON MIRROR waits until no mirror of the connection runs, and shows how it goes on if standard error is a terminal.
WAIT ON RESTORE does the same for the connection that RESTORE made. VERIFY has done its work when it returns: WAIT ON
VERIFY waits for the mirror that its option SYNC begins. WAIT ON QUEUE waits until everything that the source changed
before is in the copy, and tasks queued before have run. A duration is a number with a unit, such as "90 seconds" or
"2 hours"; without a unit it means seconds.

    smr> $con = connect db to beta map base "/copies/one"
    = 1
    smr> wait on mirror $con timeout=5 minutes
    smr> wait on queue $con

It fails with -150 when the time is over, and with -1 when files could not be copied or the mirror was stopped. WAIT ON
QUEUE fails with -153 while the transmission is paused, stopped or outside of its window, and with -162 while the target is
paused, also if that happens meanwhile: what it waits for would not come.

    smr> replication stop $con
    smr> wait on queue $con
    error[E0601]: connection 1: the connection is not replicating (-126)
    ...
`,
	}}
}

func runWait(c *call) (value.Value, error) {
	id, src, err := c.connection()
	if err != nil {
		return value.Undef, err
	}
	if c.measured(id) {
		return value.Undef, nil
	}
	op := engine.Wait{ID: id, Source: src, For: engine.WaitMirror}
	if op.Timeout, err = c.duration("duration"); err != nil {
		return value.Undef, err
	}
	if c.Has("QUEUE") {
		op.For = engine.WaitQueue
		_, err := do(c, op)
		return value.Undef, err
	}
	st, err := c.watched(op)
	if err != nil {
		return value.Undef, err
	}
	c.shows(st)
	return value.Undef, mirrorFailure(st)
}

// watched waits for a mirror and shows how it goes on.
func (c *call) watched(op engine.Wait) (engine.ConnectionStatus, error) {
	client, err := c.Client(c.Context())
	if err != nil || c.Progress == nil {
		if err != nil {
			return engine.ConnectionStatus{}, err
		}
		return do(c, op)
	}
	before, err := engine.Call(engine.ForDisplay(c.asking()), client, engine.GetConnection{ID: op.ID, Source: op.Source})
	if err != nil || !before.Mirror.State.Running() {
		return do(c, op) // it knows the error better, and there is nothing to show
	}
	ctx, cancel := context.WithCancel(c.asking())
	defer cancel()
	c.VM.Handles().FlushAll() // what the script has written comes first
	c.Progress.Begin(before)
	var follower sync.WaitGroup
	follower.Go(func() {
		kinds := []engine.EventKind{engine.EventMirrorProgress}
		for e, err := range client.Events(ctx, engine.Filter{Connection: op.ID, Kinds: kinds}) {
			if err == nil && e.Mirror != nil { // progress that was lost is shown by the next event
				c.Progress.Update(op.ID, *e.Mirror)
			}
		}
	})
	st, err := engine.Call(ctx, client, op)
	cancel()
	follower.Wait()
	if err != nil && st.ID == 0 {
		st = before
	}
	c.Progress.End(st)
	return st, err
}

// mirrorFailure returns why the latest mirror did not bring everything over, nil if it did.
func mirrorFailure(st engine.ConnectionStatus) error {
	m := st.Mirror
	subject := fmt.Sprintf("connection %d", st.ID)
	var first error
	if len(m.Failures) > 0 {
		first = fmt.Errorf("%s: %s", m.Failures[0].Path, m.Failures[0].Reason)
	}
	switch {
	case m.Started.IsZero():
		return nil
	case m.Errors > 0:
		return &engine.Error{Code: engine.CodeFailed, Subject: subject, Cause: fmt.Errorf("%s could not be copied: %w", plural(m.Errors, "entry"), orUnknown(first)),
			Hint: "status con lists what could not be copied."}
	case !m.Completed:
		return &engine.Error{Code: engine.CodeFailed, Subject: subject, Cause: fmt.Errorf("the mirror ended before it was complete: %w", orUnknown(first)),
			Hint: "mirror start makes it anew."}
	}
	return nil
}

func orUnknown(err error) error {
	if err == nil {
		return errors.New("it was stopped")
	}
	return err
}

// duration returns the duration in a slot, 0 if it was not given.
func (c *call) duration(slot string) (time.Duration, error) {
	for _, a := range c.Args {
		if a.Slot != slot {
			continue
		}
		d, err := usage.ParseDuration(a.Value.String() + " " + a.Unit)
		if err != nil {
			return 0, &engine.Error{Code: engine.CodeBadParameter, Subject: a.Value.UTF8(), Cause: err}
		}
		return d, nil
	}
	return 0, nil
}
