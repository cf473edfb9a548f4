package config

// This file defines the client of a configuration with machines of both engines.

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"iter"
	"reflect"
	"slices"
	"strings"

	"github.com/smrscript/smrscript/engine"
)

// firstMixedID is where Syncthing's connections are numbered from beside the embedded engine's, so that a number says whose it is.
const firstMixedID = 1_000_001

// router sends each operation to the engine of its machine. A connection has one engine at both ends.
type router struct {
	here, there engine.Client            // embedded, syncthing
	engines     map[string]engine.Client // by lower-case machine
}

// Do implements engine.Client.
func (r *router) Do(ctx context.Context, op engine.Op) (engine.Result, error) {
	if op == nil {
		return nil, &engine.Error{Code: engine.CodeBadParameter, Cause: errors.New("no operation")}
	}
	switch op := op.(type) {
	case engine.ListMachines:
		return r.machines(ctx, op)
	case engine.FindConnections:
		if op.Source == "" && op.Target == "" {
			return r.connections(ctx, op)
		}
	case engine.Connect:
		one, two := r.engines[strings.ToLower(op.Source)], r.engines[strings.ToLower(op.Target)]
		if one != nil && two != nil && one != two {
			return nil, &engine.Error{Code: engine.CodeUnsupported, Op: op.Name(), Subject: op.Source + " to " + op.Target,
				Cause: errors.New("both ends of a connection need the same engine")}
		}
	}
	client, err := r.engineOf(ctx, op)
	if err != nil {
		return nil, err
	}
	return client.Do(ctx, op)
}

// engineOf finds the engine of an operation by the machine that it names, else by its connection.
func (r *router) engineOf(ctx context.Context, op engine.Op) (engine.Client, error) {
	if name := machineOf(op); name != "" {
		if client := r.engines[strings.ToLower(name)]; client != nil {
			return client, nil
		}
		return nil, &engine.Error{Code: engine.CodeNoMachine, Op: op.Name(), Subject: name, Cause: errors.New("neither engine has it")}
	}
	id := connectionOf(op)
	if id == 0 {
		return r.here, nil
	}
	var found engine.Client
	for _, client := range []engine.Client{r.here, r.there} {
		list, err := engine.Call(ctx, client, engine.FindConnections{ID: id})
		if err != nil || len(list) == 0 {
			continue
		}
		if found != nil {
			return nil, &engine.Error{Code: engine.CodeBadConnectionID, Op: op.Name(), Subject: id.String(),
				Cause: errors.New("both engines have a connection of this number"), Hint: "Name its source as well."}
		}
		found = client
	}
	if found == nil {
		return r.here, nil // which says what is wrong
	}
	return found, nil
}

// connectionOf returns the connection that an operation names, 0 if none.
func connectionOf(op engine.Op) engine.ConnectionID {
	v := reflect.ValueOf(op)
	if v.Kind() != reflect.Struct {
		return 0
	}
	for i := range v.NumField() {
		if id, ok := v.Field(i).Interface().(engine.ConnectionID); ok {
			return id
		}
	}
	return 0
}

func (r *router) machines(ctx context.Context, op engine.ListMachines) (engine.Result, error) {
	one, err := engine.Call(ctx, r.here, op)
	if err != nil {
		return nil, err
	}
	two, err := engine.Call(ctx, r.there, op)
	if err != nil {
		return nil, err
	}
	list := slices.Concat(one, two)
	slices.SortFunc(list, func(a, b engine.Machine) int { return cmp.Compare(a.Name, b.Name) })
	return list, nil
}

// connections merges what both engines have. Daemons that are down hide nothing of this host.
func (r *router) connections(ctx context.Context, op engine.FindConnections) (engine.Result, error) {
	one, err := engine.Call(ctx, r.here, op)
	if err != nil {
		return nil, err
	}
	two, err := engine.Call(ctx, r.there, op)
	if err != nil && engine.CodeOf(err) != engine.CodeNoAnswer {
		return nil, err
	}
	list := slices.Concat(one, two)
	slices.SortFunc(list, func(a, b engine.Connection) int { return cmp.Compare(a.ID, b.ID) })
	return list, nil
}

// Events implements engine.Client. Events of both engines come as they happen, each with the number of its engine; those of one engine
// are had by naming a machine, and only they can begin at a number.
func (r *router) Events(ctx context.Context, filter engine.Filter) iter.Seq2[engine.Event, error] {
	if client := r.engines[strings.ToLower(filter.Machine)]; client != nil {
		return client.Events(ctx, filter)
	}
	if filter.Connection >= firstMixedID {
		return r.there.Events(ctx, filter)
	}
	if filter.Since != 0 {
		return func(yield func(engine.Event, error) bool) {
			yield(engine.Event{}, &engine.Error{Code: engine.CodeUnsupported, Op: "events", Cause: fmt.Errorf("two engines count events each for itself: name a machine")})
		}
	}
	one, two := r.here.Events(ctx, filter), r.there.Events(ctx, filter)
	return func(yield func(engine.Event, error) bool) { merge(ctx, yield, one, two) }
}

// merge yields what several sequences have until all end or yield says stop.
func merge(ctx context.Context, yield func(engine.Event, error) bool, all ...iter.Seq2[engine.Event, error]) {
	type item struct {
		e   engine.Event
		err error
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	items, ended := make(chan item), make(chan struct{}, len(all))
	for _, seq := range all {
		go func() {
			defer func() { ended <- struct{}{} }()
			for e, err := range seq {
				select {
				case items <- item{e, err}:
				case <-ctx.Done():
					return
				}
			}
		}()
	}
	for left := len(all); left > 0; {
		select {
		case i := <-items:
			if !yield(i.e, i.err) {
				return
			}
		case <-ended:
			left--
		case <-ctx.Done():
			return
		}
	}
}

// Close implements engine.Client.
func (r *router) Close() error { return errors.Join(r.here.Close(), r.there.Close()) }
