package retry

// This file counts how often and how long a client waits.

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/enginetest"
)

// failing is an engine that fails with codes first and succeeds then.
func failing(calls *int, codes ...engine.Code) enginetest.Fake {
	return func(_ context.Context, op engine.Op) (engine.Result, error) {
		*calls++
		if *calls <= len(codes) {
			return nil, &engine.Error{Code: codes[*calls-1], Op: op.Name()}
		}
		return engine.Done{}, nil
	}
}

func TestDo(t *testing.T) {
	away, refused := engine.CodeNoAnswer, engine.CodeTargetAccess
	cases := []struct {
		name    string
		retries int
		codes   []engine.Code
		calls   int
		want    engine.Code
	}{
		{"at once", 3, nil, 1, 0},
		{"after two failures", 3, []engine.Code{away, engine.CodeConnectionFailed}, 3, 0},
		{"never", 2, []engine.Code{away, away, away, away}, 3, away},
		{"no retries", 0, []engine.Code{away}, 1, away},
		{"another failure", 3, []engine.Code{refused}, 1, refused},
		{"another failure later", 3, []engine.Code{away, refused}, 2, refused},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			calls, waits := 0, 0
			client := New(failing(&calls, c.codes...), Policy{Retries: c.retries})
			client.sleep = func(context.Context, time.Duration) error { waits++; return nil }
			_, err := client.Do(t.Context(), engine.Ping{Machine: "a"})
			if calls != c.calls || engine.CodeOf(err) != c.want || waits != c.calls-1 {
				t.Errorf("%d calls, %d waits, %v", calls, waits, err)
			}
		})
	}
}

func TestWaitsGrow(t *testing.T) {
	calls := 0
	var waits []time.Duration
	client := New(failing(&calls, slices.Repeat([]engine.Code{engine.CodeNoAnswer}, 8)...), Policy{Retries: 8, Delay: 100 * time.Millisecond, Max: time.Second,
		Retrying: func(op engine.Op, err error, attempt int, wait time.Duration) {
			if op.Name() != "ping" || err == nil || attempt != len(waits)+1 {
				t.Errorf("told of %s %v %d", op.Name(), err, attempt)
			}
			waits = append(waits, wait)
		}})
	client.sleep = func(context.Context, time.Duration) error { return nil }
	if _, err := client.Do(t.Context(), engine.Ping{}); err != nil {
		t.Fatal(err)
	}
	for i, w := range waits {
		base := min(time.Second, 100*time.Millisecond<<i)
		if w < base*3/4 || w > min(time.Second, base*5/4) {
			t.Errorf("wait %d is %s", i+1, w)
		}
	}
	if p := (Policy{Delay: time.Hour, Max: 2 * time.Hour}); p.wait(62) > 2*time.Hour || p.wait(62) <= 0 {
		t.Errorf("after many retries the wait is %s", p.wait(62))
	}
}

func TestEndOfContext(t *testing.T) {
	calls := 0
	ctx, cancel := context.WithCancel(t.Context())
	client := New(failing(&calls, engine.CodeNoAnswer, engine.CodeNoAnswer), Policy{Retries: 5, Delay: time.Hour, Max: time.Hour,
		Retrying: func(engine.Op, error, int, time.Duration) { cancel() }})
	_, err := client.Do(ctx, engine.Ping{})
	if calls != 1 || !errors.Is(err, engine.CodeNoAnswer) {
		t.Errorf("%d calls, %v", calls, err)
	}
}
