package record

// This file defines the client that answers from a recording.

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"iter"
	"sync"

	"github.com/smrscript/smrscript/engine"
)

// A Departure is a place where a script asked for something else than the recording holds.
type Departure struct {
	N        int           // number of the entry, from 1; one more than there are when the recording had ended
	Origin   engine.Origin // where the script is now
	Recorded string        // the operation in the recording with its place; "" when it had ended
	Asked    string        // the operation asked for; "" when the script ended first
}

// String says it in one line.
func (d Departure) String() string {
	switch {
	case d.Recorded == "":
		return fmt.Sprintf("operation %d: %s asks for %s, where the recording ends", d.N, d.Origin, d.Asked)
	case d.Asked == "":
		return fmt.Sprintf("operation %d: the script ends, the recording goes on with %s", d.N, d.Recorded)
	}
	return fmt.Sprintf("operation %d: %s asks for %s, the recording has %s", d.N, d.Origin, d.Asked, d.Recorded)
}

// Player is an engine that answers from a recording. Operations must come in the recorded order: after the first
// departure nothing can be said about what the engine would have answered, and every further operation fails.
type Player struct {
	rec      *Recording
	mu       sync.Mutex
	next     int // index of the next entry
	departed *Departure
}

// NewPlayer returns an engine that answers from rec.
func NewPlayer(rec *Recording) *Player { return &Player{rec: rec} }

// Do answers what the recording answered. A departure is an *engine.Error with CodeFailed that says what was expected.
func (p *Player) Do(ctx context.Context, op engine.Op) (engine.Result, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if engine.IsForDisplay(ctx) {
		return nil, &engine.Error{Code: engine.CodeUnsupported, Op: op.Name(), Cause: errors.New("there is nothing to look at in a replay")}
	}
	asked, err := engine.EncodeOp(op)
	if err != nil {
		return nil, err
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.departed != nil {
		return nil, p.refuse(op)
	}
	if p.next >= len(p.rec.Entries) {
		p.departed = &Departure{N: p.next + 1, Origin: engine.OriginOf(ctx), Asked: string(asked)}
		return nil, p.refuse(op)
	}
	e := p.rec.Entries[p.next]
	if !bytes.Equal(e.Op, asked) {
		p.departed = &Departure{N: e.N, Origin: engine.OriginOf(ctx), Asked: string(asked), Recorded: string(e.Op) + " from " + e.Origin.String()}
		return nil, p.refuse(op)
	}
	p.next++
	return e.answer(op)
}

// refuse is the answer after a departure.
func (p *Player) refuse(op engine.Op) error {
	return &engine.Error{Code: engine.CodeFailed, Op: op.Name(), Cause: fmt.Errorf("the replay has departed from its recording: %s", p.departed),
		Hint: "the script, its arguments or what it reads have changed since the recording was made"}
}

// answer returns the recorded result.
func (e *Entry) answer(op engine.Op) (result engine.Result, err error) {
	if len(e.Result) > 0 {
		if result, err = engine.DecodeResult(op.Name(), e.Result); err != nil {
			return nil, err
		}
	}
	switch {
	case e.Error != nil:
		return result, e.Error
	case e.Ended == "canceled":
		return result, context.Canceled
	case e.Ended != "":
		return result, context.DeadlineExceeded
	}
	return result, nil
}

// Departure returns where the script departed from the recording, nil if it did not. Call it when the script has ended: a
// recording that goes on counts.
func (p *Player) Departure() *Departure {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.departed == nil && p.next < len(p.rec.Entries) {
		e := p.rec.Entries[p.next]
		return &Departure{N: e.N, Recorded: string(e.Op) + " from " + e.Origin.String()}
	}
	return p.departed
}

// Played returns how many operations were answered.
func (p *Player) Played() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.next
}

// Events yields nothing: recordings hold none.
func (p *Player) Events(context.Context, engine.Filter) iter.Seq2[engine.Event, error] {
	return func(func(engine.Event, error) bool) {}
}

// Close does nothing.
func (p *Player) Close() error { return nil }
