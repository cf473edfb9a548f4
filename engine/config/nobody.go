package config

// This file defines the client of a configuration without machines.

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"reflect"

	"github.com/smrscript/smrscript/engine"
)

// nobody answers for no machine at all.
type nobody struct{ version string }

// Do implements engine.Client.
func (n nobody) Do(ctx context.Context, op engine.Op) (engine.Result, error) {
	if op == nil {
		return nil, &engine.Error{Code: engine.CodeBadParameter, Cause: errors.New("no operation")}
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	name := machineOf(op)
	switch op := op.(type) {
	case engine.ListMachines:
		return engine.MachineList{}, nil
	case engine.FindConnections:
		if name == "" {
			return engine.ConnectionList{}, nil
		}
	case engine.Version:
		if op.Machine == "" {
			return engine.VersionInfo{Driver: "none", Version: n.version, Detail: "no machine is configured"}, nil
		}
	case engine.GetConnection, engine.Wait, engine.Disconnect, engine.MirrorStart, engine.MirrorStop, engine.MirrorPause,
		engine.MirrorResume, engine.ReplicationStart, engine.ReplicationStop:
		if name == "" {
			return nil, &engine.Error{Code: engine.CodeNoConnection, Op: op.Name(), Cause: errors.New("no machine is configured")}
		}
	}
	return nil, &engine.Error{Code: engine.CodeNoMachine, Op: op.Name(), Subject: name, Cause: errors.New("no machine is configured")}
}

// machineOf returns the first machine that an operation names, "" when it names none. Operations are structs whose machines
// stand in fields of these names.
func machineOf(op engine.Op) string {
	v := reflect.ValueOf(op)
	for _, field := range []string{"Machine", "Source", "Target"} {
		if f := v.FieldByName(field); f.IsValid() && f.Kind() == reflect.String && f.String() != "" {
			return f.String()
		}
	}
	if f := v.FieldByName("Repset"); f.IsValid() && f.Kind() == reflect.Struct {
		return fmt.Sprint(f.FieldByName("Source").Interface())
	}
	return ""
}

// Events implements engine.Client: nothing ever happens.
func (nobody) Events(ctx context.Context, _ engine.Filter) iter.Seq2[engine.Event, error] {
	return func(func(engine.Event, error) bool) { <-ctx.Done() }
}

// Close implements engine.Client.
func (nobody) Close() error { return nil }
