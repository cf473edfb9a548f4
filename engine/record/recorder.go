package record

// This file defines the client that records.

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"sync"
	"time"

	"github.com/smrscript/smrscript/engine"
)

// Recorder is an engine that writes down what passes through it. It is safe for concurrent use.
type Recorder struct {
	engine.Client
	mu  sync.Mutex
	out io.Writer
	n   int
	err error // the first failure to write
	now func() time.Time
}

// New returns a recorder in front of c that writes to out, one line and one Write per operation, so that a kill loses
// at most the line at hand. It writes the header at once.
func New(c engine.Client, out io.Writer, h Header) (*Recorder, error) {
	h.Format = Format
	if h.Started.IsZero() {
		h.Started = time.Now().UTC()
	}
	r := &Recorder{Client: c, out: out, now: time.Now}
	if err := r.line(h); err != nil {
		return nil, fmt.Errorf("the recording cannot be written: %w", err)
	}
	return r, nil
}

// Do performs the operation and records it. When the record cannot be written, operations go on - the job matters more than its
// record - and Err tells.
func (r *Recorder) Do(ctx context.Context, op engine.Op) (engine.Result, error) {
	if engine.IsForDisplay(ctx) {
		return r.Client.Do(ctx, op)
	}
	begun := r.now()
	result, err := r.Client.Do(ctx, op)
	r.note(ctx, begun, op, result, err)
	return result, err
}

// Events passes on the events of the engine.
func (r *Recorder) Events(ctx context.Context, f engine.Filter) iter.Seq2[engine.Event, error] {
	return r.Client.Events(ctx, f)
}

// Err returns why the recording is incomplete, nil if it is complete.
func (r *Recorder) Err() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.err
}

func (r *Recorder) note(ctx context.Context, begun time.Time, op engine.Op, result engine.Result, err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.n++
	e := Entry{N: r.n, At: begun.UTC(), Millis: float64(r.now().Sub(begun).Microseconds()) / 1000, Origin: engine.OriginOf(ctx)}
	werr := e.fill(op, result, err)
	if werr == nil && r.err == nil {
		werr = r.line(e)
	}
	if r.err == nil {
		r.err = werr
	}
}

// fill puts operation and answer into an entry.
func (e *Entry) fill(op engine.Op, result engine.Result, err error) (failed error) {
	if e.Op, failed = engine.EncodeOp(op); failed != nil {
		return failed
	}
	var known *engine.Error
	switch {
	case errors.As(err, &known):
		e.Error = known
	case errors.Is(err, context.Canceled):
		e.Ended = "canceled"
	case errors.Is(err, context.DeadlineExceeded):
		e.Ended = "deadline"
	case err != nil:
		e.Error = &engine.Error{Code: engine.CodeOf(err), Op: op.Name(), Cause: err}
	}
	if result != nil {
		e.Result, failed = engine.EncodeResult(result)
	}
	return failed
}

func (r *Recorder) line(v any) error {
	data, err := json.Marshal(v)
	if err != nil {
		return err
	}
	_, err = r.out.Write(append(data, '\n'))
	return err
}
