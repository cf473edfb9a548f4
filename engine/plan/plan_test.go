package plan_test

// This file plans against one real engine what it does to another: the answers must be alike, the planned engine untouched until the
// plan is applied, and both alike afterwards.

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/embedded"
	"github.com/smrscript/smrscript/engine/plan"
)

// twin returns an engine with the machines alpha and beta, a replication set db with two files, and a connection 1 to /old.
func twin(t *testing.T) engine.Client {
	t.Helper()
	dir := t.TempDir()
	cfg := embedded.Config{StateDir: filepath.Join(dir, "state"), Machines: map[string]embedded.Machine{}}
	for _, name := range []string{"alpha", "beta"} {
		root := filepath.Join(dir, name)
		for _, sub := range []string{"data", "more"} {
			if err := os.MkdirAll(filepath.Join(root, sub), 0o755); err != nil {
				t.Fatal(err)
			}
		}
		cfg.Machines[name] = embedded.Machine{Root: root}
	}
	for _, file := range []string{"data/a", "data/b", "more/c"} {
		if err := os.WriteFile(filepath.Join(dir, "alpha", file), []byte("1234567890"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	c, err := embedded.Open(cfg)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	for _, op := range []engine.Op{save("db", "/data"), connect("db", "/old"), engine.Wait{ID: 1, For: engine.WaitMirror}} {
		if _, err := c.Do(t.Context(), op); err != nil {
			t.Fatalf("%s: %v", op.Name(), err)
		}
	}
	return c
}

func save(name string, paths ...engine.Path) engine.SaveRepset {
	set := engine.Repset{Source: "alpha", Name: name}
	for _, p := range paths {
		set.Rules = append(set.Rules, engine.Rule{Path: p})
	}
	return engine.SaveRepset{Repset: set}
}

func base(path engine.Path) engine.Mapping { return engine.Mapping{Kind: engine.MapBase, Base: path} }

func connect(set string, path engine.Path) engine.Connect {
	return engine.Connect{Source: "alpha", Repset: set, Target: "beta", Mapping: base(path), Mirror: &engine.MirrorOptions{}, Replicate: true}
}

// scenarios are scripts as lists of operations.
func scenarios() map[string][]engine.Op {
	one := base("/one")
	wait := func(id engine.ConnectionID) engine.Op { return engine.Wait{ID: id, For: engine.WaitMirror} }
	return map[string][]engine.Op{
		"rotate": {
			engine.Login{Machine: "alpha"}, engine.FindConnections{Source: "alpha", Target: "beta", Repset: "db"},
			engine.Disconnect{ID: 1}, engine.FindConnections{}, connect("db", "/one"), wait(2), engine.GetConnection{ID: 2}, engine.FindConnections{Mapping: &one},
		},
		"a new set": {
			engine.GetRepset{Source: "alpha", Repset: "new"}, save("new", "/more"), engine.GetRepset{Source: "alpha", Repset: "new"}, engine.ListRepsets{Source: "alpha"},
			engine.CalculateRepset{Source: "alpha", Repset: "new"}, connect("new", "/n"), wait(2), engine.GetRepset{Source: "alpha", Repset: "new"},
		},
		"sets come and go": {
			engine.DeleteRepset{Source: "alpha", Repset: "db"}, engine.CopyRepset{Source: "alpha", Repset: "db", To: "twin"}, engine.CopyRepset{Source: "alpha", Repset: "db", To: "twin"},
			engine.RenameRepset{Source: "alpha", Repset: "twin", To: "third"}, engine.RenameRepset{Source: "alpha", Repset: "db", To: "x"}, engine.ListRepsets{Source: "alpha"},
			engine.DeleteRepset{Source: "alpha", Repset: "third"}, engine.DeleteRepset{Source: "alpha", Repset: "third"}, engine.ListRepsets{Source: "alpha"},
			engine.CalculateRepset{Source: "alpha", Repset: "third"}, connect("third", "/t"),
		},
		"changing a set": {
			save("db", "/more"), save("db", "/data"), engine.SaveRepset{Repset: save("db", "/data").Repset, Create: true},
			engine.Disconnect{ID: 1}, save("db", "/more"), engine.GetRepset{Source: "alpha", Repset: "db"}, engine.CalculateRepset{Source: "alpha", Repset: "db"},
		},
		"mistakes": {
			engine.Disconnect{ID: 9}, connect("db", "/old"), connect("none", "/x"), engine.GetConnection{ID: 9}, wait(9), engine.MirrorStop{ID: 1}, engine.MirrorResume{ID: 1},
			engine.MirrorPause{ID: 1}, engine.ReplicationStart{ID: 1}, engine.Disconnect{ID: 1}, engine.Disconnect{ID: 1}, engine.GetConnection{ID: 1}, engine.Disconnect{All: true, Source: "alpha"},
		},
		"replication": {
			engine.ReplicationStop{ID: 1}, engine.ReplicationStop{ID: 1}, engine.Wait{ID: 1, For: engine.WaitQueue}, engine.ReplicationStart{ID: 1}, engine.MirrorStart{ID: 1},
			wait(1), engine.GetConnection{ID: 1},
		},
		"blocking": {
			engine.BlockTargetPath{ID: 1, Unblock: true}, engine.BlockTargetPath{ID: 1}, engine.BlockTargetPath{ID: 1}, engine.GetConnection{ID: 1},
			engine.BlockTargetPath{ID: 1, Unblock: true}, engine.GetConnection{ID: 1}, engine.BlockTargetPath{ID: 9},
		},
		"disconnect all": {
			connect("db", "/two"), wait(2), engine.Disconnect{All: true, Source: "alpha"}, engine.FindConnections{}, connect("db", "/old"), wait(3),
		},
		"nothing": {engine.ListMachines{}, engine.Ping{Machine: "beta"}, engine.FindConnections{}, engine.GetConnection{ID: 1}},
	}
}

// shape writes what of an answer a script may depend on.
func shape(r engine.Result, err error) string {
	if err != nil {
		return fmt.Sprintf("error %d", engine.CodeOf(err))
	}
	switch r := r.(type) {
	case engine.ConnectionList:
		out := "connections"
		for _, c := range r {
			out += fmt.Sprintf(" %d:%s:%s:%s:%v", c.ID, c.Repset, c.Target, c.Mapping, c.Replicate)
		}
		return out
	case engine.ConnectionStatus:
		return fmt.Sprintf("connection %d %s %s replicating %v blocked %v", r.ID, r.Mirror.State, r.TargetState, r.Replication.Active, r.PathBlocked)
	case engine.RepsetInfo:
		return fmt.Sprintf("set %s %v used %d", r.Name, r.Rules, r.Connections)
	case engine.RepsetList:
		out := "sets"
		for _, s := range r {
			out += fmt.Sprintf(" %s %v used %d;", s.Name, s.Rules, s.Connections)
		}
		return out
	case engine.MachineList:
		return fmt.Sprintf("%d machines", len(r))
	}
	return fmt.Sprintf("%T %+v", r, r)
}

// state asks for everything that a plan may change.
func state(t *testing.T, c engine.Client) string {
	t.Helper()
	sets, err := c.Do(t.Context(), engine.ListRepsets{Source: "alpha"})
	if err != nil {
		t.Fatal(err)
	}
	conns, err := c.Do(t.Context(), engine.FindConnections{})
	return shape(sets, nil) + "\n" + shape(conns, err)
}

// planned runs operations through a planner and returns the plan.
func planned(t *testing.T, c engine.Client, ops []engine.Op, each func(engine.Op, engine.Result, error)) *plan.Plan {
	t.Helper()
	p := plan.New(c)
	for i, op := range ops {
		r, err := p.Do(engine.WithOrigin(t.Context(), engine.Origin{Script: "job.smr", Line: i + 1}), op)
		if each != nil {
			each(op, r, err)
		}
	}
	st, err := p.State(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return &plan.Plan{Format: plan.Format, Script: "job.smr", Steps: p.Steps(), State: st}
}

func TestPlannedLikeDone(t *testing.T) {
	for name, ops := range scenarios() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			real, rehearsed := twin(t), twin(t)
			before := state(t, rehearsed)
			p := planned(t, rehearsed, ops, func(op engine.Op, r engine.Result, err error) {
				want, werr := real.Do(t.Context(), op)
				if got, want := shape(r, err), shape(want, werr); got != want {
					t.Errorf("%s: the plan answers %s (%v), the engine %s (%v)", op.Name(), got, err, want, werr)
				}
			})
			if after := state(t, rehearsed); after != before {
				t.Fatalf("planning has changed the engine:\n%s\nbefore:\n%s", after, before)
			}
			var file bytes.Buffer
			if err := p.Encode(&file); err != nil {
				t.Fatal(err)
			}
			p, err := plan.Decode(&file)
			if err != nil {
				t.Fatal(err)
			}
			if err := plan.Apply(t.Context(), rehearsed, p, plan.Options{}); err != nil {
				t.Fatal(err)
			}
			if got, want := state(t, rehearsed), state(t, real); got != want {
				t.Errorf("applied:\n%s\nreal:\n%s", got, want)
			}
		})
	}
}

func TestTexts(t *testing.T) {
	p := planned(t, twin(t), []engine.Op{
		engine.Login{Machine: "alpha", User: "admin", Password: engine.NewSecret("hush").Named("alpha")},
		engine.Disconnect{ID: 1, Settle: true},
		engine.Connect{Source: "alpha", Repset: "db", Target: "beta", Mapping: base("/one"), Mirror: &engine.MirrorOptions{Kind: engine.MirrorDifferent, Checksum: true, Orphans: true}, Replicate: true},
		engine.Wait{ID: 2, For: engine.WaitMirror}, engine.Wait{ID: 2, For: engine.WaitQueue}, engine.Wait{ID: 2, For: engine.WaitConsistent},
		engine.MirrorStart{ID: 2, Options: engine.MirrorOptions{Kind: engine.MirrorDifferent, Newer: true}}, engine.MirrorPause{ID: 2}, engine.MirrorResume{ID: 2}, engine.MirrorStop{ID: 2},
		save("x", "/more"), engine.CopyRepset{Source: "alpha", Repset: "x", To: "y"}, engine.RenameRepset{Source: "alpha", Repset: "y", To: "z"}, engine.DeleteRepset{Source: "alpha", Repset: "z"},
		engine.Disconnect{All: true, Source: "alpha"},
	}, nil)
	two := `connection 2 (db of alpha to beta map base "/one")`
	want := []string{
		"log in on alpha as admin",
		`disconnect connection 1 (db of alpha to beta map base "/old"), once its copy is settled`,
		`connect db of alpha to beta map base "/one", mirror different, checksum, orphans, replicate`,
		"wait for the end of the mirror of " + two, "wait for the empty queue of " + two, "wait for the consistent copy of " + two,
		"mirror " + two + ": different, newer", "mirror pause: " + two, "mirror resume: " + two, "mirror stop: " + two,
		"save replication set x of alpha: /more inc, rec", "copy replication set x of alpha as y", "rename replication set y of alpha to z", "delete replication set z of alpha",
		"disconnect everything of alpha",
	}
	var got []string
	for i, s := range p.Steps {
		got = append(got, s.Text)
		if s.N != i+1 || s.Origin.Line != i+1 {
			t.Errorf("step %d: %+v", i+1, s)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if s := p.Steps[0]; s.Secret != "alpha" || strings.Contains(string(s.Op), "hush") {
		t.Errorf("login: %+v %s", s, s.Op)
	}
	if s := p.Steps[2]; s.Makes != 2 || s.Size == nil || s.Size.Files != 2 || s.Size.Bytes != 20 || s.Effect != engine.Destroy {
		t.Errorf("connect: %+v", s)
	}
	if got := p.Summary(); got != "11 changes, 2 of them may remove data" {
		t.Errorf("summary %q", got)
	}
}

func TestApplyRefusesWhatHasMovedOn(t *testing.T) {
	ops := []engine.Op{engine.Login{Machine: "alpha"}, engine.Disconnect{ID: 1}, connect("db", "/one")}
	changes := map[string]struct {
		op   engine.Op
		want string
	}{
		"the connection ended": {engine.Disconnect{ID: 1}, `- connection 1: db of alpha to beta map base "/old", replicating`},
		"another connection":   {connect("db", "/other"), `+ connection 2: db of alpha to beta map base "/other", replicating`},
		"another set":          {save("extra", "/more"), "+ replication set extra of alpha: /more inc, rec"},
	}
	for name, c := range changes {
		t.Run(name, func(t *testing.T) {
			client := twin(t)
			p := planned(t, client, ops, nil)
			if _, err := client.Do(t.Context(), c.op); err != nil {
				t.Fatal(err)
			}
			before := state(t, client)
			err := plan.Apply(t.Context(), client, p, plan.Options{})
			var moved *plan.MovedError
			if !errors.As(err, &moved) || !slices.Contains(moved.Differences, c.want) {
				t.Errorf("%v, want %s", err, c.want)
			}
			if after := state(t, client); after != before {
				t.Errorf("something was done:\n%s\nbefore:\n%s", after, before)
			}
		})
	}
}

// limited is an engine that fails at one kind of operation.
type limited struct {
	engine.Client
	fails string
}

func (l limited) Do(ctx context.Context, op engine.Op) (engine.Result, error) {
	if op.Name() == l.fails {
		return nil, &engine.Error{Code: engine.CodeNoAnswer, Op: op.Name(), Subject: "beta"}
	}
	return l.Client.Do(ctx, op)
}

func TestApplyStopsAtAFailure(t *testing.T) {
	client := twin(t)
	p := planned(t, client, []engine.Op{engine.Disconnect{ID: 1}, connect("db", "/one"), engine.Wait{ID: 2, For: engine.WaitMirror}}, nil)
	var done []string
	err := plan.Apply(t.Context(), limited{client, "connect"}, p, plan.Options{Done: func(s plan.Step, _ engine.Result) { done = append(done, s.Text) }})
	var failed *plan.StepError
	if !errors.As(err, &failed) || failed.Step.N != 2 || failed.Total != 3 || !errors.Is(err, engine.CodeNoAnswer) {
		t.Errorf("%v", err)
	}
	if len(done) != 1 || !strings.HasPrefix(done[0], "disconnect") {
		t.Errorf("done: %v", done)
	}
}

// TestIDsAreTranslated applies a plan where the engine gives another id than was assumed.
func TestIDsAreTranslated(t *testing.T) {
	client := twin(t)
	if _, err := client.Do(t.Context(), connect("db", "/gone")); err != nil { // uses up id 2
		t.Fatal(err)
	}
	if _, err := client.Do(t.Context(), engine.Disconnect{ID: 2}); err != nil {
		t.Fatal(err)
	}
	p := planned(t, client, []engine.Op{connect("db", "/one"), engine.Wait{ID: 2, For: engine.WaitMirror}, engine.ReplicationStop{ID: 2}}, nil)
	if p.Steps[0].Makes != 2 {
		t.Fatalf("assumed %d", p.Steps[0].Makes)
	}
	if err := plan.Apply(t.Context(), client, p, plan.Options{}); err != nil {
		t.Fatal(err)
	}
	st, err := engine.Call(t.Context(), client, engine.GetConnection{ID: 3})
	if err != nil || st.Replication.Active || !st.Mirror.Completed {
		t.Errorf("%+v %v", st, err)
	}
}

func TestSecretsOfLogins(t *testing.T) {
	client := twin(t)
	p := planned(t, client, []engine.Op{engine.Login{Machine: "alpha", User: "u", Password: engine.NewSecret("x").Named("alpha-admin")}}, nil)
	if err := plan.Apply(t.Context(), client, p, plan.Options{}); err == nil || !strings.Contains(err.Error(), `"alpha-admin"`) {
		t.Errorf("without a way to secrets: %v", err)
	}
	asked := ""
	err := plan.Apply(t.Context(), client, p, plan.Options{Secret: func(_ context.Context, name string) (engine.Secret, error) {
		asked = name
		return engine.NewSecret("x"), nil
	}})
	if err != nil || asked != "alpha-admin" {
		t.Errorf("asked for %q: %v", asked, err)
	}
}

func TestDecode(t *testing.T) {
	cases := map[string]string{
		"":                     "this is no plan",
		"{}":                   "smrscript_plan is missing",
		`{"smrscript_plan":9}`: "format 9",
		`{"smrscript_plan":1,"steps":[{"op":{"op":"fly"}}]}`:                       `step 1 of the plan: fly`,
		`{"smrscript_plan":1,"steps":[{"op":{"op":"connect","args":{"no":1}}}]}`:   `step 1 of the plan: a parameter is not valid: json: unknown field "no"`,
		`{"smrscript_plan":1,"steps":[{"op":{"op":"ping","args":{}}},{"op":"x"}]}`: "step 2 of the plan",
	}
	for text, want := range cases {
		if _, err := plan.Decode(strings.NewReader(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", text, err, want)
		}
	}
}
