package agent_test

// This file makes the sandbox of the agent's tests: two machines on the embedded engine, with an agent in front of it.

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/jonboulle/clockwork"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/agent"
	"github.com/smrscript/smrscript/engine/embedded"
)

type sandbox struct {
	*testing.T
	dir    string
	native bool // the engine can do what it can
	clock  *clockwork.FakeClock
	*agent.Agent
	mu    sync.Mutex
	notes []string
}

// monday is where the clock of the sandbox begins.
var monday = time.Date(2026, 6, 1, 12, 0, 0, 0, time.Local)

func newSandbox(t *testing.T) *sandbox { return sandboxOn(t, false) }

// onBoth runs a test with the engine as it is, and with one that lacks what the agent can do in its place.
func onBoth(t *testing.T, test func(*testing.T, *sandbox)) {
	for name, native := range map[string]bool{"native": true, "lacking": false} {
		t.Run(name, func(t *testing.T) { test(t, sandboxOn(t, native)) })
	}
}

func sandboxOn(t *testing.T, native bool) *sandbox {
	t.Helper()
	s := &sandbox{T: t, native: native, dir: t.TempDir(), clock: clockwork.NewFakeClockAt(monday)}
	s.file("alpha/data/one", "hello\n")
	s.file("alpha/data/sub/two", "world\n")
	s.file("beta/readme", "")
	s.open()
	t.Cleanup(func() { s.Agent.Close() })
	must(t, s, engine.SaveRepset{Repset: engine.Repset{Source: "alpha", Name: "db", Rules: []engine.Rule{{Path: "/data"}}}})
	return s
}

// open opens the engine and the agent; the agent of before must be closed.
func (s *sandbox) open() {
	s.Helper()
	client, err := embedded.Open(embedded.Config{StateDir: s.path("state"), Machines: map[string]embedded.Machine{"alpha": {Root: s.path("alpha")}, "beta": {Root: s.path("beta")}}})
	if err != nil {
		s.Fatal(err)
	}
	if !s.native {
		client = lacking{client}
	}
	s.Agent, err = agent.New(client, agent.Config{File: s.path("state/agent.json"), Clock: s.clock, Locate: s.locate, Note: s.note, Grace: 2 * time.Second})
	if err != nil {
		s.Fatal(err)
	}
}

func (s *sandbox) locate(machine string, p engine.Path) (string, string, bool) {
	return filepath.Join(s.path(machine), string(p)), s.path(machine), true
}

func (s *sandbox) note(text string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.notes = append(s.notes, text)
}

// noted waits until a note holds a text.
func (s *sandbox) noted(text string) {
	s.Helper()
	s.eventually("a note of "+text, func() bool {
		s.mu.Lock()
		defer s.mu.Unlock()
		return strings.Contains(strings.Join(s.notes, "\n"), text)
	})
}

func (s *sandbox) eventually(what string, ok func() bool) {
	s.Helper()
	for end := time.Now().Add(20 * time.Second); !ok(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(end) {
			s.mu.Lock()
			defer s.mu.Unlock()
			s.Fatalf("no %s; notes: %q", what, s.notes)
		}
	}
}

func (s *sandbox) path(name string) string { return filepath.Join(s.dir, filepath.FromSlash(name)) }

func (s *sandbox) file(name, text string) {
	s.Helper()
	if err := os.MkdirAll(filepath.Dir(s.path(name)), 0o755); err != nil {
		s.Fatal(err)
	}
	if err := os.WriteFile(s.path(name), []byte(text), 0o755); err != nil {
		s.Fatal(err)
	}
}

func (s *sandbox) read(name string) string {
	text, _ := os.ReadFile(s.path(name))
	return string(text)
}

// program writes a shell script on a machine.
func (s *sandbox) program(name, text string) {
	s.Helper()
	if runtime.GOOS == "windows" {
		s.Skip("the programs of this test are shell scripts")
	}
	s.file(name, "#!/bin/sh\n"+text+"\n")
}

func must[R engine.Result](t *testing.T, s *sandbox, op engine.OpOf[R]) R {
	t.Helper()
	r, err := engine.Call(context.Background(), s.Agent, op)
	if err != nil {
		t.Fatalf("%s: %v", op.Name(), err)
	}
	return r
}

// fails performs an operation that must fail with a code.
func (s *sandbox) fails(code engine.Code, op engine.Op) {
	s.Helper()
	r, err := s.Do(context.Background(), op)
	if !errors.Is(err, code) {
		s.Errorf("%s: %v, %v, want %d", op.Name(), r, err, code)
	}
	var e *engine.Error
	if errors.As(err, &e) && e.Op == "" {
		s.Errorf("%s: the error does not name the operation", op.Name())
	}
}

// connect mirrors db to beta's /copy and waits for it.
func (s *sandbox) connect(replicate bool) engine.ConnectionID {
	s.Helper()
	id := must(s.T, s, engine.Connect{Source: "alpha", Repset: "db", Target: "beta", Mapping: engine.Mapping{Kind: engine.MapBase, Base: "/copy"},
		Mirror: &engine.MirrorOptions{}, Replicate: replicate})
	must(s.T, s, engine.Wait{ID: id, For: engine.WaitMirror})
	return id
}

func (s *sandbox) status(id engine.ConnectionID) engine.ConnectionStatus {
	s.Helper()
	return must(s.T, s, engine.GetConnection{ID: id})
}

func TestTransmission(t *testing.T) { onBoth(t, testTransmission) }

func testTransmission(t *testing.T, s *sandbox) {
	if !s.native { // which keeps a pause for connections to come
		s.fails(engine.CodeNoConnection, engine.Transmission{Source: "alpha", Target: "beta", Action: engine.ActionPause})
	}
	s.fails(engine.CodeNoMachine, engine.Transmission{Source: "alpha", Target: "gamma", Action: engine.ActionPause})
	id := s.connect(true)
	s.fails(engine.CodeConnectionNotPaused, engine.Transmission{Source: "alpha", Target: "beta", Action: engine.ActionResume})
	must(t, s, engine.Transmission{Source: "alpha", Target: "beta", Action: engine.ActionPause})
	s.fails(engine.CodeTransmissionPaused, engine.Transmission{Source: "alpha", Target: "beta", Action: engine.ActionPause})
	s.fails(engine.CodeTransmissionPaused, engine.Wait{ID: id, For: engine.WaitQueue})
	if st := s.status(id); st.TransmitState != engine.TransmitPaused {
		t.Errorf("transmit state %s", st.TransmitState)
	}
	s.file("alpha/data/one", "changed\n")
	s.file("alpha/data/new", "new\n")

	// The pause outlives the agent.
	if err := s.Agent.Close(); err != nil {
		t.Fatal(err)
	}
	s.open()
	if st := s.status(id); st.TransmitState != engine.TransmitPaused || s.read("beta/copy/new") != "" {
		t.Errorf("after a restart: %s, %q", st.TransmitState, s.read("beta/copy/new"))
	}
	must(t, s, engine.Transmission{Source: "alpha", Target: "beta", Action: engine.ActionResume})
	must(t, s, engine.Wait{ID: id, For: engine.WaitMirror})
	must(t, s, engine.Wait{ID: id, For: engine.WaitQueue})
	if s.read("beta/copy/one") != "changed\n" || s.read("beta/copy/new") != "new\n" {
		t.Errorf("the copy missed what changed while paused: %q, %q", s.read("beta/copy/one"), s.read("beta/copy/new"))
	}
	if st := s.status(id); st.TransmitState != engine.TransmitStarted || !st.Replication.Active {
		t.Errorf("after resuming: %s, %+v", st.TransmitState, st.Replication)
	}
}

func TestHoldTarget(t *testing.T) { onBoth(t, testHoldTarget) }

func testHoldTarget(t *testing.T, s *sandbox) {
	id := s.connect(true)
	s.fails(engine.CodeConnectionNotPaused, engine.ReleaseTarget{Target: "beta"})
	must(t, s, engine.HoldTarget{Target: "beta"})
	s.fails(engine.CodeTargetPaused, engine.HoldTarget{Target: "beta"})
	s.fails(engine.CodeTargetPaused, engine.Wait{ID: id, For: engine.WaitQueue})
	must(t, s, engine.Transmission{Source: "alpha", Target: "beta", Action: engine.ActionStop})
	s.file("alpha/data/one", "later\n")
	must(t, s, engine.ReleaseTarget{Target: "beta"})
	if st := s.status(id); st.Replication.Active && !s.native || st.TransmitState != engine.TransmitStopped || s.read("beta/copy/one") != "hello\n" {
		t.Errorf("the stopped transmission went on with the target: %+v", st.Replication)
	}
	must(t, s, engine.Transmission{Source: "alpha", Target: "beta", Action: engine.ActionStart})
	must(t, s, engine.Wait{ID: id, For: engine.WaitMirror})
	must(t, s, engine.Wait{ID: id, For: engine.WaitQueue})
	if s.read("beta/copy/one") != "later\n" {
		t.Errorf("the copy holds %q", s.read("beta/copy/one"))
	}
	must(t, s, engine.HoldTarget{Target: "beta"})
	must(t, s, engine.Disconnect{ID: id})
	if s.native { // which keeps a pause for connections to come
		must(t, s, engine.ReleaseTarget{Target: "beta"})
	}
	s.fails(engine.CodeConnectionNotPaused, engine.ReleaseTarget{Target: "beta"})
}

func TestUnsupportedIsRefusedBehindWhatIsMissing(t *testing.T) {
	onBoth(t, testUnsupportedIsRefusedBehindWhatIsMissing)
}

func testUnsupportedIsRefusedBehindWhatIsMissing(t *testing.T, s *sandbox) {
	id := s.connect(false)
	for _, op := range []engine.Op{
		engine.Verify{ID: 99}, engine.RemoveOrphans{ID: 99}, engine.BlockTargetPath{ID: 99}, engine.CreateSnapshot{ID: 99}, engine.ListSnapshots{ID: 99},
		engine.DeleteSnapshot{ID: 99}, engine.RevertSnapshot{ID: 99},
	} {
		s.fails(engine.CodeNoConnection, op)
	}
	for _, op := range []engine.Op{engine.LimitBandwidth{Source: "alpha", Target: "gamma"}, engine.SetCompression{Source: "alpha", Target: "gamma"}, engine.SetOrphanPolicy{Target: "gamma"}} {
		s.fails(engine.CodeNoMachine, op)
	}
	for _, op := range []engine.Op{engine.Verify{ID: id}, engine.CreateSnapshot{ID: id}, engine.SetCompression{Source: "alpha", Target: "beta"}} {
		if _, err := s.Do(context.Background(), op); err != nil && !errors.Is(err, engine.CodeUnsupported) {
			t.Errorf("%s: %v", op.Name(), err)
		}
	}
}

func TestModulesAndSettings(t *testing.T) { onBoth(t, testModulesAndSettings) }

func testModulesAndSettings(t *testing.T, s *sandbox) {
	connect := engine.Connect{Source: "alpha", Repset: "db", Target: "beta", Mapping: engine.Mapping{Kind: engine.MapBase, Base: "/copy"}}
	must(t, s, engine.LoadModule{Machine: "Beta", Module: engine.ModuleTarget, Unload: true})
	s.fails(engine.CodeNoTargetModule, connect)
	must(t, s, engine.LoadModule{Machine: "beta", Module: engine.ModuleTarget})
	must(t, s, engine.LoadModule{Machine: "alpha", Module: engine.ModuleSource, Unload: true})
	s.fails(engine.CodeNoSourceModule, connect)
	must(t, s, engine.LoadModule{Machine: "alpha", Module: engine.ModuleSource})
	must(t, s, connect)

	if got := must(t, s, engine.GetSetting{Machine: "alpha", Label: "missedheartbeats"}); got != (engine.Setting{Label: "MissedHeartbeats", Value: "20", Default: "20"}) {
		t.Errorf("%+v", got)
	}
	must(t, s, engine.SaveSetting{Machine: "alpha", Label: "missedheartbeats", Value: " 7 "})
	if got := must(t, s, engine.GetSetting{Machine: "ALPHA", Label: "MissedHeartbeats"}); got.Value != "7" {
		t.Errorf("%+v", got)
	}
	for _, bad := range []string{"", "0", "65536", "many"} {
		s.fails(engine.CodeBadParameter, engine.SaveSetting{Machine: "alpha", Label: "MissedHeartbeats", Value: bad})
	}
	s.fails(engine.CodeUnsupported, engine.GetSetting{Machine: "alpha", Label: "AdapterFlags"})
	s.fails(engine.CodeUnsupported, engine.SaveSetting{Machine: "alpha", Label: "MaxWriteChunkSize", Value: "5"})
	s.fails(engine.CodeBadParameter, engine.GetSetting{Machine: "alpha", Label: "NoSuch"})
	s.fails(engine.CodeNoMachine, engine.GetSetting{Machine: "gamma", Label: "AdapterFlags"})
}

func TestStateFile(t *testing.T) {
	s := newSandbox(t)
	must(t, s, engine.SaveSetting{Machine: "alpha", Label: "VerifyLogAppend", Value: "0"})
	if err := s.Agent.Close(); err != nil {
		t.Fatal(err)
	}
	if err := s.Agent.Close(); err != nil {
		t.Errorf("closing twice: %v", err)
	}
	s.open()
	if got := must(t, s, engine.GetSetting{Machine: "alpha", Label: "VerifyLogAppend"}); got.Value != "0" {
		t.Errorf("the setting was not kept: %+v", got)
	}
	for _, text := range []string{"{", `{"format": 2}`, `[]`} {
		s.file("damaged.json", text)
		_, err := agent.New(s.Agent, agent.Config{File: s.path("damaged.json")})
		var e *engine.Error
		if !errors.As(err, &e) || e.Hint == "" || !strings.Contains(err.Error(), "damaged.json") {
			t.Errorf("%s: %v", text, err)
		}
		if s.read("damaged.json") != text {
			t.Error("the damaged file was changed")
		}
	}
}

func ExampleNew() {
	a, err := agent.New(nobody{}, agent.Config{})
	if err != nil {
		fmt.Println(err)
		return
	}
	defer a.Close()
	_, err = engine.Call(context.Background(), a, engine.DeleteMonitor{Label: "night"})
	fmt.Println(err)
	// Output: night: there is no such monitor
}
