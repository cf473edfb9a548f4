package stdlib_test

// This file tests that engines which do not answer are asked again, as often as the script or the program says and no oftener.

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/stdlib"
)

// away is an engine that fails some times before it answers.
type away struct {
	engine.Client
	failures int
	code     engine.Code
	asked    int
}

func (a *away) Do(context.Context, engine.Op) (engine.Result, error) {
	if a.asked++; a.asked <= a.failures {
		return nil, &engine.Error{Code: a.code, Cause: errors.New("away")}
	}
	return engine.Done{}, nil
}

func (a *away) Close() error { return nil }

func TestOnErrorRetry(t *testing.T) {
	for _, c := range []struct {
		name     string
		script   string
		failures int
		code     engine.Code
		recorded bool
		asked    int
		told     int
		exit     int
	}{
		{"no patience", "replication start 1;", 1, engine.CodeNoAnswer, false, 1, 0, 1},
		{"enough", "on error retry 3; replication start 1;", 3, engine.CodeNoAnswer, false, 4, 3, 0},
		{"not enough", "on error retry 2; replication start 1;", 9, engine.CodeConnectionFailed, false, 3, 2, 1},
		{"other failures", "on error retry 3; replication start 1;", 1, engine.CodeFailed, false, 1, 0, 1},
		{"ended", "on error retry 3; on error retry 0; replication start 1;", 1, engine.CodeNoAnswer, false, 1, 0, 1},
		{"with stop", "on error stop; on error retry 1; replication start 1; replication start 1;", 1, engine.CodeNoAnswer, false, 3, 1, 0},
		{"a recording", "on error retry 3; replication start 1;", 1, engine.CodeNoAnswer, true, 1, 0, 1},
		{"too often", "on error stop; on error retry 5000; replication start 1;", 0, 0, false, 0, 0, 1},
		{"negative", "on error stop; on error retry -1; replication start 1;", 0, 0, false, 0, 0, 1},
	} {
		a := &away{failures: c.failures, code: c.code}
		var out bytes.Buffer
		in := stdlib.NewInterp(stdlib.Config{Engine: a, Runtime: runtime.Config{Stdout: &out, Stderr: &out}})
		told := 0
		in.Session.RetryDelay, in.Session.Recorded = time.Microsecond, c.recorded
		in.Session.Retrying = func(engine.Op, error, int, time.Duration) { told++ }
		exit, err := in.Run(context.Background(), source.NewFile("t.smr", c.script))
		if exit != c.exit || a.asked != c.asked || told != c.told {
			t.Errorf("%s: exit %d (%v), asked %d times, told %d times: %s", c.name, exit, err, a.asked, told, out.String())
		}
		if err := in.Close(); err != nil {
			t.Error(err)
		}
	}
}

func TestOpeningIsTriedAgain(t *testing.T) {
	for _, c := range []struct {
		retries, failures, tries int
		ok                       bool
	}{{0, 1, 1, false}, {2, 1, 2, true}, {2, 9, 3, false}} {
		tries := 0
		s := &stdlib.Session{Retries: c.retries, RetryDelay: time.Microsecond, Open: func(context.Context) (engine.Client, error) {
			if tries++; tries <= c.failures {
				return nil, fmt.Errorf("the daemon is away")
			}
			return &away{}, nil
		}}
		client, err := s.Client(context.Background())
		if (client != nil) != c.ok || (err == nil) != c.ok || tries != c.tries {
			t.Errorf("%+v: %v, %d tries", c, err, tries)
		}
	}
	// a mistake in the configuration does not go away by itself
	var told []string
	s := stdlib.NewSession("no/such/file.toml", "", "test", nil)
	s.Retries, s.RetryDelay = 3, time.Microsecond
	s.Retrying = func(_ engine.Op, err error, _ int, _ time.Duration) { told = append(told, err.Error()) }
	if _, err := s.Client(context.Background()); err == nil || len(told) > 0 || !strings.Contains(err.Error(), "file.toml") {
		t.Errorf("%v, tried again: %q", err, told)
	}
	// and waiting ends with the context
	ctx, cancel := context.WithCancel(context.Background())
	s = &stdlib.Session{Retries: 5, RetryDelay: time.Hour, Open: func(context.Context) (engine.Client, error) { return nil, errors.New("away") },
		Retrying: func(engine.Op, error, int, time.Duration) { cancel() }}
	if _, err := s.Client(ctx); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}
