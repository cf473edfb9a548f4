package plan

// This file carries out a plan.

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/smrscript/smrscript/engine"
)

// MovedError says that an engine is not in the state any more that a plan was made from.
type MovedError struct {
	Differences []string // see State.Differences
}

func (e *MovedError) Error() string {
	return "the engine's state has moved on since the plan was made; make a new plan:\n  " + strings.Join(e.Differences, "\n  ")
}

// StepError says at which step a plan stopped.
type StepError struct {
	Step  Step
	Total int
	Err   error
}

func (e *StepError) Error() string {
	return fmt.Sprintf("step %d of %d failed: %s: %v; the steps before it are done, those after it are not", e.Step.N, e.Total, e.Step.Text, e.Err)
}
func (e *StepError) Unwrap() error { return e.Err }

// Options says how to apply a plan.
type Options struct {
	// Secret fetches the password with a name, for logins.
	Secret func(ctx context.Context, name string) (engine.Secret, error)
	// Done is told of each step that was carried out, with its real result.
	Done func(Step, engine.Result)
}

// Apply carries out the steps of p in order and stops at the first that fails, with a *StepError. Before the first step that
// changes something it compares the engine's state with the plan's: a *MovedError says that nothing was done.
func Apply(ctx context.Context, c engine.Client, p *Plan, o Options) error {
	a := &applying{c: c, o: o, real: map[engine.ConnectionID]engine.ConnectionID{}}
	checked := false
	for _, s := range p.Steps {
		if s.Effect != engine.Read && !checked {
			if err := unmoved(ctx, c, p.State); err != nil {
				return err
			}
			checked = true
		}
		if err := a.step(engine.WithOrigin(ctx, s.Origin), s); err != nil {
			return &StepError{Step: s, Total: len(p.Steps), Err: err}
		}
	}
	return nil
}

// unmoved compares an engine's state with that of a plan.
func unmoved(ctx context.Context, c engine.Client, was State) error {
	machines := map[string]bool{}
	for _, m := range was.Machines {
		machines[m] = true
	}
	now, err := read(ctx, c, machines)
	if err != nil {
		return err
	}
	if diff := was.Differences(now); len(diff) > 0 {
		return &MovedError{diff}
	}
	return nil
}

// applying is a plan being carried out.
type applying struct {
	c    engine.Client
	o    Options
	real map[engine.ConnectionID]engine.ConnectionID // the ids that assumed connections really got
}

func (a *applying) step(ctx context.Context, s Step) error {
	op, err := a.operation(ctx, s)
	if err != nil {
		return err
	}
	result, err := a.c.Do(ctx, op)
	if err != nil {
		return err
	}
	if level, ok := result.(engine.AccessLevel); ok && string(s.Assumed) != fmt.Sprint(int(level)) {
		return fmt.Errorf("the access is %s, the plan was made with %s", level, s.Assumed)
	}
	if id, ok := result.(engine.ConnectionID); ok && s.Makes != 0 {
		a.real[s.Makes] = id
	}
	if a.o.Done != nil {
		a.o.Done(s, result)
	}
	return nil
}

// operation returns the operation of a step with its real ids and its password.
func (a *applying) operation(ctx context.Context, s Step) (engine.Op, error) {
	op, err := engine.DecodeOp(s.Op)
	if err != nil {
		return nil, err
	}
	if login, ok := op.(engine.Login); ok && s.Secret != "" {
		if a.o.Secret == nil {
			return nil, fmt.Errorf("there is no way to fetch the secret %q", s.Secret)
		}
		login.Password, err = a.o.Secret(ctx, s.Secret)
		return login, err
	}
	if real, assumed := a.real[connectionOf(op)]; assumed {
		return withConnection(s.Op, real)
	}
	return inner(op, a.real), nil
}

// connectionOf returns the id of the connection that an operation is about, 0 if it is about none.
func connectionOf(op engine.Op) engine.ConnectionID {
	data, err := json.Marshal(op)
	if err != nil {
		return 0
	}
	var about struct{ ID engine.ConnectionID }
	_ = json.Unmarshal(data, &about) // an operation without an id has none
	return about.ID
}

// withConnection returns an operation with another id.
func withConnection(encoded []byte, id engine.ConnectionID) (engine.Op, error) {
	var envelope struct {
		Op   string         `json:"op"`
		Args map[string]any `json:"args"`
	}
	if err := json.Unmarshal(encoded, &envelope); err != nil {
		return nil, err
	}
	envelope.Args["id"] = id
	data, err := json.Marshal(envelope)
	if err != nil {
		return nil, err
	}
	return engine.DecodeOp(data)
}
