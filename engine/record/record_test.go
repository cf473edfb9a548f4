package record_test

// This file records operations, replays them, and spoils recordings.

import (
	"bytes"
	"context"
	"errors"
	"io"
	"reflect"
	"strings"
	"testing"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/enginetest"
	"github.com/smrscript/smrscript/engine/record"
)

// answers is an engine with fixed answers.
func answers(_ context.Context, op engine.Op) (engine.Result, error) {
	switch op := op.(type) {
	case engine.Login:
		return engine.AccessFull, nil
	case engine.Connect:
		return engine.ConnectionID(7), nil
	case engine.Wait:
		return engine.ConnectionStatus{Connection: engine.Connection{ID: op.ID}}, &engine.Error{Code: engine.CodeTimeout, Subject: "connection 7"}
	case engine.Disconnect:
		return nil, &engine.Error{Code: engine.CodeNoConnection, Op: op.Name(), Subject: "3", Cause: errors.New("gone"), Hint: "look again"}
	case engine.Ping:
		return nil, context.Canceled
	case engine.Logout:
		return nil, context.DeadlineExceeded
	}
	return engine.Done{}, errors.New("a foreign error")
}

// operations are what the tests ask for.
func operations() []engine.Op {
	return []engine.Op{
		engine.Login{Machine: "alpha", User: "admin", Password: engine.NewSecret("hush")},
		engine.Connect{Source: "alpha", Repset: "db", Target: "beta", Mapping: engine.Mapping{Kind: engine.MapBase, Base: "/copies/\xff"}},
		engine.Wait{ID: 7, For: engine.WaitMirror},
		engine.Disconnect{ID: 3},
		engine.Ping{Machine: "alpha"},
		engine.Logout{Machine: "alpha"},
		engine.MirrorStop{ID: 7},
	}
}

// recorded performs the operations through a recorder and returns what it wrote.
func recorded(t *testing.T) string {
	t.Helper()
	var out bytes.Buffer
	r, err := record.New(enginetest.Fake(answers), &out, record.Header{Script: "job.smr", Program: "test"})
	if err != nil {
		t.Fatal(err)
	}
	for i, op := range operations() {
		ctx := engine.WithOrigin(t.Context(), engine.Origin{Script: "job.smr", Line: i + 1})
		_, _ = r.Do(ctx, op) // what comes back is compared in the replay
	}
	if err := r.Err(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func read(t *testing.T, text string) *record.Recording {
	t.Helper()
	rec, err := record.Read(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return rec
}

// TestReplayAnswersAlike compares each answer of the replay with the engine's own.
func TestReplayAnswersAlike(t *testing.T) {
	text := recorded(t)
	if strings.Contains(text, "hush") {
		t.Error("the password is in the recording")
	}
	player := record.NewPlayer(read(t, text))
	for _, op := range operations() {
		want, wantErr := answers(t.Context(), op)
		got, gotErr := player.Do(t.Context(), op)
		if wantErr == nil || want != nil && op.Name() == "wait" {
			if !reflect.DeepEqual(got, want) {
				t.Errorf("%s: %v, want %v", op.Name(), got, want)
			}
		}
		if (gotErr == nil) != (wantErr == nil) || engine.CodeOf(gotErr) != engine.CodeOf(wantErr) {
			t.Errorf("%s: error %v, want %v", op.Name(), gotErr, wantErr)
		}
		if wantErr != nil && gotErr.Error() != wantErr.Error() && engine.CodeOf(wantErr) != engine.CodeFailed {
			t.Errorf("%s: %q, want %q", op.Name(), gotErr, wantErr)
		}
		for _, end := range []error{context.Canceled, context.DeadlineExceeded} {
			if errors.Is(wantErr, end) != errors.Is(gotErr, end) {
				t.Errorf("%s: %v, want %v", op.Name(), gotErr, wantErr)
			}
		}
	}
	if d := player.Departure(); d != nil {
		t.Errorf("departed: %s", d)
	}
	if n := player.Played(); n != len(operations()) {
		t.Errorf("%d operations were played", n)
	}
}

func TestDepartures(t *testing.T) {
	rec := read(t, recorded(t))
	all := operations()
	cases := []struct {
		name string
		ops  []engine.Op
		want string
	}{
		{"another operation", []engine.Op{all[0], engine.MirrorStop{ID: 9}}, `operation 2: here.smr line 5 asks for {"op":"mirror-stop","args":{"id":9}}, the recording has {"op":"connect"`},
		{"another value", []engine.Op{engine.Login{Machine: "beta"}}, `asks for {"op":"login","args":{"machine":"beta"}}, the recording has {"op":"login","args":{"machine":"alpha"`},
		{"too few", all[:3], `operation 4: the script ends, the recording goes on with {"op":"disconnect"`},
		{"too many", append(all[:len(all):len(all)], engine.Version{}), `operation 8: here.smr line 5 asks for {"op":"version","args":{}}, where the recording ends`},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			player := record.NewPlayer(rec)
			ctx := engine.WithOrigin(t.Context(), engine.Origin{Script: "here.smr", Line: 5})
			for _, op := range c.ops {
				_, _ = player.Do(ctx, op)
			}
			d := player.Departure()
			if d == nil || !strings.Contains(d.String(), c.want) {
				t.Fatalf("departure %v, want %s", d, c.want)
			}
		})
	}
}

func TestNothingIsAnsweredAfterADeparture(t *testing.T) {
	player := record.NewPlayer(read(t, recorded(t)))
	_, _ = player.Do(t.Context(), engine.Version{})
	if _, err := player.Do(t.Context(), operations()[0]); engine.CodeOf(err) != engine.CodeFailed || !strings.Contains(err.Error(), "departed") {
		t.Errorf("answered with %v", err)
	}
}

func TestDisplayIsNeitherRecordedNorPlayed(t *testing.T) {
	var out bytes.Buffer
	r, err := record.New(enginetest.Fake(answers), &out, record.Header{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.Do(engine.ForDisplay(t.Context()), operations()[0]); err != nil {
		t.Fatal(err)
	}
	if rec := read(t, out.String()); len(rec.Entries) != 0 {
		t.Errorf("recorded %v", rec.Entries)
	}
	if _, err := record.NewPlayer(&record.Recording{}).Do(engine.ForDisplay(t.Context()), operations()[0]); engine.CodeOf(err) != engine.CodeUnsupported {
		t.Errorf("played: %v", err)
	}
}

func TestRead(t *testing.T) {
	text := recorded(t)
	lines := strings.SplitAfter(text, "\n")
	cases := []struct {
		name, text, want string
	}{
		{"nothing", "", "line 1 of the recording: this is no recording"},
		{"another file", "hello\n", "line 1 of the recording: this is no recording"},
		{"no header", lines[1], "line 1 of the recording: this is no recording"},
		{"newer", `{"smrscript_record":99}` + "\n", "format 99"},
		{"a line is missing", lines[0] + lines[1] + lines[3], "line 3 of the recording: entry 3 stands where 2 should"},
		{"a spoilt line", lines[0] + "{\"n\":1,\n", "line 2 of the recording"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, err := record.Read(strings.NewReader(c.text))
			var f *record.FormatError
			if !errors.As(err, &f) || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%v, want %s", err, c.want)
			}
		})
	}
	cut := read(t, text[:len(text)-5])
	if !cut.Cut || len(cut.Entries) != len(operations())-1 {
		t.Errorf("a cut recording: %d entries, cut %v", len(cut.Entries), cut.Cut)
	}
}

// full is a writer whose disk is full after a number of bytes.
type full struct{ room int }

func (f *full) Write(p []byte) (int, error) {
	if f.room -= len(p); f.room < 0 {
		return 0, errors.New("no space left on device")
	}
	return len(p), nil
}

func TestAFullDiskDoesNotStopTheJob(t *testing.T) {
	r, err := record.New(enginetest.Fake(answers), &full{400}, record.Header{})
	if err != nil {
		t.Fatal(err)
	}
	for _, op := range operations() {
		if got, err := r.Do(t.Context(), op); op.Name() == "connect" && (err != nil || got != engine.ConnectionID(7)) {
			t.Errorf("%v %v", got, err)
		}
	}
	if err := r.Err(); err == nil || !strings.Contains(err.Error(), "no space") {
		t.Errorf("the recording is said to be complete: %v", err)
	}
	if _, err := record.New(enginetest.Fake(answers), &full{3}, record.Header{}); err == nil {
		t.Error("a recording without room for its header was begun")
	}
}

func FuzzRead(f *testing.F) {
	f.Add(`{"smrscript_record":1}` + "\n" + `{"n":1,"op":{"op":"ping","args":{"machine":"a"}},"result":{}}` + "\n")
	f.Fuzz(func(t *testing.T, text string) {
		rec, err := record.Read(io.LimitReader(strings.NewReader(text), 1<<16))
		if err != nil {
			return
		}
		player := record.NewPlayer(rec)
		_, _ = player.Do(t.Context(), engine.Ping{Machine: "a"})
		if d := player.Departure(); d != nil && d.String() == "" {
			t.Error("a departure without words")
		}
	})
}
