package plan_test

// This file tests plans that restore, and plans whose operations hold ids of connections deeper within.

import (
	"context"
	"errors"
	"path/filepath"
	"testing"
	"time"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/agent"
	"github.com/smrscript/smrscript/engine/plan"
)

// attended is a twin with an agent in front of it.
func attended(t *testing.T) engine.Client {
	t.Helper()
	a, err := agent.New(twin(t), agent.Config{File: filepath.Join(t.TempDir(), "agent.json")})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { a.Close() })
	return a
}

func TestPlannedRestore(t *testing.T) {
	restore := engine.Restore{Source: "alpha", Repset: "db", Target: "beta", Options: engine.MirrorOptions{Kind: engine.MirrorDifferent, Checksum: true}}
	old := base("/old")
	there := restore
	there.Mapping = &old
	client := attended(t)
	p := planned(t, client, []engine.Op{restore, engine.Disconnect{ID: 1}, there, engine.Wait{ID: 2, For: engine.WaitMirror}, engine.GetConnection{ID: 2}, engine.Disconnect{ID: 2}},
		func(op engine.Op, r engine.Result, err error) {
			switch op.(type) {
			case engine.Restore:
				if id, ok := r.(engine.ConnectionID); !errors.Is(err, engine.CodeReplicating) && (!ok || id != 2) {
					t.Errorf("restore: %v, %v, want connection 2", r, err)
				}
			case engine.GetConnection:
				if st, ok := r.(engine.ConnectionStatus); !ok || st.Source != "beta" || st.Target != "alpha" || !st.Mirror.Completed {
					t.Errorf("the connection back: %+v, %v", r, err)
				}
			default:
				if err != nil {
					t.Errorf("%s: %v", op.Name(), err)
				}
			}
		})
	if len(p.Steps) != 4 || p.Steps[1].Makes != 2 || p.Steps[1].Effect != engine.Destroy || p.Steps[1].Text != "restore db of alpha from beta, mirror different, checksum" {
		t.Fatalf("the steps: %+v", p.Steps)
	}
	if err := plan.Apply(t.Context(), client, p, plan.Options{}); err != nil {
		t.Fatal(err)
	}
	if list, err := engine.Call(t.Context(), client, engine.FindConnections{}); err != nil || len(list) != 0 {
		t.Errorf("after the plan: %+v, %v", list, err)
	}
}

func TestPlannedRestoreOfNothing(t *testing.T) {
	planned(t, attended(t), []engine.Op{engine.Restore{Source: "alpha", Repset: "none", Target: "beta"}}, func(_ engine.Op, r engine.Result, err error) {
		if !errors.Is(err, engine.CodeNoRepset) {
			t.Errorf("%v, %v", r, err)
		}
	})
}

// noting is an engine that writes down what is saved.
type noting struct {
	engine.Client
	script   engine.Script
	schedule engine.Schedule
}

func (n *noting) Do(ctx context.Context, op engine.Op) (engine.Result, error) {
	switch op := op.(type) {
	case engine.SaveScript:
		n.script = op.Script
		return engine.Done{}, nil
	case engine.SaveSchedule:
		n.schedule = op.Schedule
		return engine.Done{}, nil
	}
	return n.Client.Do(ctx, op)
}

func TestInnerIDsAreTranslated(t *testing.T) {
	client := &noting{Client: twin(t)}
	for _, op := range []engine.Op{connect("db", "/gone"), engine.Disconnect{ID: 2}} { // uses up id 2
		if _, err := client.Do(t.Context(), op); err != nil {
			t.Fatal(err)
		}
	}
	plans := []engine.SnapshotPlan{{ID: 2, Every: time.Hour}, {ID: 1, Every: time.Hour}}
	p := planned(t, client, []engine.Op{connect("db", "/one"), engine.SaveScript{Script: engine.Script{ID: 2, Target: "beta", Event: engine.EventMirrorComplete, Path: "/bin/tell"}},
		engine.ListScripts{ID: 2}, engine.ListSnapshots{ID: 2}, engine.SaveSchedule{Source: "alpha", Target: "beta", Schedule: engine.Schedule{Snapshots: plans}}},
		func(op engine.Op, _ engine.Result, err error) {
			if err != nil {
				t.Errorf("%s: %v", op.Name(), err)
			}
		})
	if err := plan.Apply(t.Context(), client, p, plan.Options{}); err != nil {
		t.Fatal(err)
	}
	if client.script.ID != 3 {
		t.Errorf("the script is that of connection %d, want 3", client.script.ID)
	}
	if got := client.schedule.Snapshots; len(got) != 2 || got[0].ID != 3 || got[1].ID != 1 {
		t.Errorf("the snapshots are those of %+v", got)
	}
	if plans[0].ID != 2 {
		t.Error("applying has changed the plan")
	}
}
