package access

// This file finds out what an operation needs.

import (
	"cmp"
	"context"
	"fmt"
	"reflect"
	"strings"

	"github.com/smrscript/smrscript/engine"
)

// A subject is what an operation is about, as far as it says so.
type subject struct {
	source, target string
	id             engine.ConnectionID
}

// subjectOf reads the fields of an operation, and of the structs in it.
func subjectOf(op engine.Op) (s subject) {
	v := reflect.ValueOf(op)
	s.read(v)
	for i := range v.NumField() {
		if f := v.Field(i); f.Kind() == reflect.Struct {
			s.read(f)
		}
	}
	return s
}

func (s *subject) read(v reflect.Value) {
	text := func(name string, to *string) {
		if f := v.FieldByName(name); *to == "" && f.IsValid() && f.Kind() == reflect.String {
			*to = f.String()
		}
	}
	text("Source", &s.source)
	text("Machine", &s.source)
	text("Target", &s.target)
	if f := v.FieldByName("ID"); s.id == 0 && f.IsValid() && f.Type() == reflect.TypeFor[engine.ConnectionID]() {
		s.id = engine.ConnectionID(f.Int())
	}
}

// allow returns an error unless the session may ask for an operation.
func (s *Session) allow(ctx context.Context, op engine.Op) error {
	need := engine.AccessFull
	if op.Effect() == engine.Read {
		need = engine.AccessMonitor
	}
	about := subjectOf(op)
	switch op := op.(type) {
	case engine.Ping, engine.ListMachines, engine.Version, engine.FindConnections:
		return nil
	case engine.Wait:
		if op.For == engine.WaitConsistent { // settling writes to the copy, as replication would
			need = engine.AccessFull
		}
	case engine.HoldTarget, engine.ReleaseTarget:
		if about.target != "" { // the source only chooses connections
			return cmp.Or(s.require(about.source, engine.AccessMonitor, engine.CodeSourceAccess), s.require(about.target, need, engine.CodeTargetAccess))
		}
	case engine.Disconnect:
		if op.All {
			return s.allowAll(ctx, op.Source)
		}
	}
	if about.id != 0 {
		return s.allowConnection(ctx, about, need)
	}
	if s.Highest() < need && (about == (subject{}) || need == engine.AccessFull && !s.has(about.source) && !s.has(about.target)) {
		return &engine.Error{Code: engine.CodeSourceAccess, Subject: about.source, Cause: lacking(need, s.Highest())}
	}
	return s.between(about, need)
}

// between checks the access to a source and a target; reading needs none to the target if there is a source.
func (s *Session) between(about subject, need engine.AccessLevel) error {
	if err := s.require(about.source, need, engine.CodeSourceAccess); err != nil {
		return err
	}
	if need == engine.AccessMonitor && about.source != "" {
		return nil
	}
	return s.require(about.target, need, engine.CodeTargetAccess)
}

// allowConnection checks the access to both machines of a connection. What the engine does not have, it says itself.
func (s *Session) allowConnection(ctx context.Context, about subject, need engine.AccessLevel) error {
	list, err := engine.Call(ctx, s.engine, engine.FindConnections{ID: about.id})
	if err != nil {
		return err
	}
	for _, c := range list {
		if about.source != "" && !strings.EqualFold(about.source, c.Source) {
			continue
		}
		if err := s.between(subject{source: c.Source, target: c.Target}, need); err != nil {
			return err
		}
	}
	return s.between(subject{source: about.source, target: about.target}, need)
}

// allowAll checks the access to a source and to the targets of all its connections.
func (s *Session) allowAll(ctx context.Context, source string) error {
	if err := s.require(source, engine.AccessFull, engine.CodeSourceAccess); err != nil || !s.has(source) {
		return err
	}
	list, err := engine.Call(ctx, s.engine, engine.FindConnections{Source: source})
	if err != nil {
		return err
	}
	for _, c := range list {
		if err := s.require(c.Target, engine.AccessFull, engine.CodeTargetAccess); err != nil {
			return err
		}
	}
	return nil
}

// has reports whether the engine has a machine.
func (s *Session) has(machine string) bool { return s.machines[strings.ToLower(machine)] }

// require checks the access to a machine; one without name or that the engine does not have is not looked at.
func (s *Session) require(machine string, need engine.AccessLevel, code engine.Code) error {
	if !s.has(machine) || s.level(machine) >= need {
		return nil
	}
	return &engine.Error{Code: code, Subject: machine, Cause: lacking(need, s.level(machine))}
}

func lacking(need, has engine.AccessLevel) error {
	return fmt.Errorf("needed is %v, the login has %v", need, has)
}
