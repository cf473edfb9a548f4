package plan

// This file defines the client that plans.

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"sync"

	"github.com/smrscript/smrscript/engine"
)

// Planner is an engine that answers for another one and changes nothing. It is safe for concurrent use.
type Planner struct {
	inner    engine.Client
	mu       sync.Mutex
	model    *model
	steps    []Step
	machines map[string]bool // that the plan changes
}

// New returns a planner in front of c, which it only reads.
func New(c engine.Client) *Planner {
	return &Planner{inner: c, model: newModel(c), machines: map[string]bool{}}
}

// Steps returns the steps so far.
func (p *Planner) Steps() []Step {
	p.mu.Lock()
	defer p.mu.Unlock()
	return slices.Clone(p.steps)
}

// State reads what the plan rests on from the engine.
func (p *Planner) State(ctx context.Context) (State, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return read(ctx, p.inner, p.machines)
}

// Events yields nothing: nothing happens.
func (p *Planner) Events(context.Context, engine.Filter) iter.Seq2[engine.Event, error] {
	return func(func(engine.Event, error) bool) {}
}

// Close closes the engine behind.
func (p *Planner) Close() error { return p.inner.Close() }

// Do answers an operation.
func (p *Planner) Do(ctx context.Context, op engine.Op) (engine.Result, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if engine.IsForDisplay(ctx) {
		return nil, &engine.Error{Code: engine.CodeUnsupported, Op: op.Name(), Cause: errors.New("there is nothing to look at in a rehearsal")}
	}
	switch op := op.(type) {
	case engine.Login:
		return p.login(ctx, op)
	case engine.GetRepset:
		return asResult(p.model.repset(ctx, op.Source, op.Repset))
	case engine.ListRepsets:
		return asResult(p.model.repsets(ctx, op.Source))
	case engine.CalculateRepset:
		return asResult(p.size(ctx, op.Source, op.Repset))
	case engine.FindConnections:
		return asResult(p.model.find(ctx, op))
	case engine.GetConnection:
		return p.get(ctx, op)
	}
	if _, waits := op.(engine.Wait); op.Effect() == engine.Read && !waits {
		if p.model.about(op) { // the engine does not know it
			return engine.ZeroResult(op)
		}
		return p.inner.Do(ctx, op)
	}
	return p.change(ctx, op)
}

// asResult makes a result of a typed one.
func asResult[R engine.Result](r R, err error) (engine.Result, error) {
	if err != nil {
		return nil, err
	}
	return r, nil
}

// login logs in, in the plan as well: whoever applies it needs the same access.
func (p *Planner) login(ctx context.Context, op engine.Login) (engine.Result, error) {
	result, err := p.inner.Do(ctx, op)
	if err == nil {
		p.add(ctx, op, result, Step{Secret: op.Password.Name()})
	}
	return result, err
}

// get answers the status of a connection. A mirror that the plan has begun is found at its end: a script that looks again and again until then must see it.
func (p *Planner) get(ctx context.Context, op engine.GetConnection) (engine.Result, error) {
	if !p.model.gone[op.ID] && p.model.conns[op.ID] == nil {
		return p.inner.Do(ctx, op)
	}
	st, err := p.model.status(ctx, op.ID, op.Source)
	if err != nil {
		return nil, err
	}
	finish(st)
	return *st, nil
}

// size counts a set on the source.
func (p *Planner) size(ctx context.Context, source, name string) (engine.Size, error) {
	op := engine.CalculateRepset{Source: source, Repset: name}
	if set, known := p.model.sets[setKey{source, name}]; known {
		if set == nil {
			return engine.Size{}, &engine.Error{Code: engine.CodeNoRepset, Op: op.Name(), Subject: name}
		}
		op.Rules = set.Rules
	}
	return engine.Call(ctx, p.inner, op)
}

// change writes an operation down and answers it from the model.
func (p *Planner) change(ctx context.Context, op engine.Op) (engine.Result, error) {
	text := describe(op, p.nameOf)
	result, step, err := p.assume(ctx, op)
	if err != nil {
		var e *engine.Error
		if errors.As(err, &e) && e.Op == "" {
			e.Op = op.Name()
		}
		return nil, err
	}
	step.Text = text
	p.add(ctx, op, result, step)
	return result, nil
}

// add adds a step.
func (p *Planner) add(ctx context.Context, op engine.Op, result engine.Result, step Step) {
	step.N, step.Origin, step.Effect = len(p.steps)+1, engine.OriginOf(ctx), op.Effect()
	if step.Text == "" {
		step.Text = describe(op, p.nameOf)
	}
	step.Op, _ = engine.EncodeOp(op)              // it is made of fields that JSON can hold
	step.Assumed, _ = engine.EncodeResult(result) // so is this
	if m := engine.MachineOf(op); m != "" && op.Effect() != engine.Read {
		p.machines[m] = true
	}
	p.steps = append(p.steps, step)
}

// nameOf says which connection an id is.
func (p *Planner) nameOf(id engine.ConnectionID) string {
	st := p.model.conns[id]
	if st == nil {
		got, err := engine.Call(context.Background(), p.inner, engine.FindConnections{ID: id})
		if err != nil || len(got) != 1 {
			return "connection " + id.String()
		}
		st = &engine.ConnectionStatus{Connection: got[0]}
	}
	return fmt.Sprintf("connection %d (%s)", id, describeConnection(st.Connection))
}
