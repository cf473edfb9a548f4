package agent_test

// This file tests tasks, scripts, restoring and failing over, on real files.

import (
	"context"
	"errors"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/smrscript/smrscript/engine"
)

func TestTaskRunsBehindTheData(t *testing.T) { onBoth(t, testTaskRunsBehindTheData) }

func testTaskRunsBehindTheData(t *testing.T, s *sandbox) {
	s.program("beta/bin/backup", `cp copy/one backup; echo "$SMR_TASK $SMR_POINT $*" >> log`)
	s.program("alpha/bin/tell", `echo "$SMR_POINT $*" >> log`)
	task := engine.QueueTask{Task: "nightly", Source: "alpha", Target: "beta", Timeout: time.Minute,
		Steps: []engine.TaskStep{{Point: engine.OnQueue, Path: "/bin/tell", Arguments: "first second"}, {Point: engine.OnTransmit, Path: "/bin/tell"}, {Point: engine.OnExecute, Path: "/bin/backup", Arguments: "full"}}}
	s.fails(engine.CodeNoConnection, task)
	id := s.connect(true)
	for _, text := range []string{"stable point\n", "second\n", "third\n"} {
		s.file("alpha/data/one", text)
		must(t, s, task)
		must(t, s, engine.Wait{ID: id, For: engine.WaitQueue})
		if got := s.read("beta/backup"); got != text {
			t.Errorf("the task saw %q, want %q", got, text)
		}
		must(t, s, engine.Wait{ID: id, For: engine.WaitMirror})
	}
	if got := s.read("alpha/log"); got != strings.Repeat("queue first second\ntransmit \n", 3) {
		t.Errorf("on the source: %q", got)
	}
	if got := s.read("beta/log"); got != strings.Repeat("nightly execute full\n", 3) {
		t.Errorf("on the target: %q", got)
	}
	if st := s.status(id); !st.Replication.Active || st.TargetState == engine.TargetPaused {
		t.Errorf("the target stays paused: %+v", st)
	}
}

func TestTaskFails(t *testing.T) { onBoth(t, testTaskFails) }

func testTaskFails(t *testing.T, s *sandbox) {
	s.program("beta/bin/fail", `echo "out of tape" >&2; exit 3`)
	id := s.connect(true)
	step := func(p engine.Path) engine.QueueTask {
		return engine.QueueTask{Task: "x", Source: "alpha", Target: "beta", Forever: true, Steps: []engine.TaskStep{{Point: engine.OnExecute, Path: p}}}
	}
	s.fails(engine.CodeFailed, step("/bin/missing"))
	s.fails(engine.CodeFailed, step("/bin"))
	must(t, s, step("/bin/fail"))
	must(t, s, engine.Wait{ID: id, For: engine.WaitQueue})
	s.noted("out of tape")
	must(t, s, engine.SaveSetting{Machine: "beta", Label: "EnableTaskCmdProcessing", Value: "0"})
	s.fails(engine.CodeUnsupported, step("/bin/fail"))
}

func TestTaskTimesOut(t *testing.T) { onBoth(t, testTaskTimesOut) }

func testTaskTimesOut(t *testing.T, s *sandbox) {
	s.program("beta/bin/hang", `sleep 60`)
	id := s.connect(true)
	must(t, s, engine.QueueTask{Task: "slow", Source: "alpha", Target: "beta", Timeout: 50 * time.Millisecond, Steps: []engine.TaskStep{{Point: engine.OnExecute, Path: "/bin/hang"}}})
	must(t, s, engine.Wait{ID: id, For: engine.WaitQueue})
	s.noted("its program is still running")
	must(t, s, engine.QueueTask{Task: "slow", Source: "alpha", Target: "beta", Forever: true, Steps: []engine.TaskStep{{Point: engine.OnExecute, Path: "/bin/hang"}}})
	_, err := s.Do(context.Background(), engine.Wait{ID: id, For: engine.WaitQueue, Timeout: 50 * time.Millisecond})
	if !errors.Is(err, engine.CodeTimeout) {
		t.Errorf("waiting for a task: %v", err)
	}
}

func TestMirrorScripts(t *testing.T) { onBoth(t, testMirrorScripts) }

func testMirrorScripts(t *testing.T, s *sandbox) {
	s.program("beta/bin/tell", `echo "$SMR_EVENT $SMR_CONNECTION $*" >> log`)
	id := s.connect(false)
	s.fails(engine.CodeBadParameter, engine.SaveScript{Script: engine.Script{ID: id, Target: "alpha", Event: engine.EventMirrorComplete, Path: "/bin/tell"}})
	for _, e := range []engine.EventKind{engine.EventMirrorComplete, engine.EventMirrorStarted} {
		must(t, s, engine.SaveScript{Script: engine.Script{ID: id, Target: "beta", Event: e, Path: "/bin/tell", Arguments: "a b", Delay: true}})
	}
	if list := must(t, s, engine.ListScripts{ID: id}); len(list) != 2 || list[0].Event != engine.EventMirrorComplete {
		t.Errorf("%+v", list)
	}
	must(t, s, engine.MirrorStart{ID: id})
	must(t, s, engine.Wait{ID: id, For: engine.WaitMirror})
	if got := s.read("beta/log"); got != "mirror-started 1 a b\nmirror-complete 1 a b\n" {
		t.Errorf("the scripts wrote %q", got)
	}
	must(t, s, engine.TestScripts{})
	if got := strings.Count(s.read("beta/log"), "\n"); got != 4 {
		t.Errorf("%d lines after the test", got)
	}
	must(t, s, engine.DeleteScripts{ID: id, Event: engine.EventMirrorStarted})
	if list := must(t, s, engine.ListScripts{}); len(list) != 1 {
		t.Errorf("%+v", list)
	}
	must(t, s, engine.Disconnect{ID: id})
	if list := must(t, s, engine.ListScripts{}); len(list) != 0 {
		t.Errorf("scripts of a connection that has ended: %+v", list)
	}
}

func TestFailoverRestoreFailback(t *testing.T) { onBoth(t, testFailoverRestoreFailback) }

func testFailoverRestoreFailback(t *testing.T, s *sandbox) {
	s.program("beta/bin/tell", `echo "$SMR_EVENT $SMR_SOURCE $SMR_TARGET" >> log`)
	must(t, s, engine.SaveMonitor{Monitor: engine.Monitor{Label: "night", Source: "alpha", Target: "beta", PreFailover: "/bin/tell", PostFailback: "/bin/tell", Missed: 2, Interval: time.Second, Automatic: true}, Create: true})
	s.fails(engine.CodeNotFailedOver, engine.Failback{Source: "alpha", Target: "beta"})
	s.connect(true)
	must(t, s, engine.RunMonitor{Label: "Night"})
	if list := must(t, s, engine.ListMonitors{}); len(list) != 1 || list[0].State != "ok" || !list[0].Running {
		t.Errorf("%+v", list)
	}

	// The source is lost.
	if err := os.Rename(s.path("alpha"), s.path("lost")); err != nil {
		t.Fatal(err)
	}
	failedOver := func() bool { return must(t, s, engine.ListMonitors{})[0].State == "failed over" }
	s.eventually("failover", func() bool { s.clock.Advance(time.Second); return failedOver() })
	s.fails(engine.CodeFailedOver, engine.Failover{Source: "alpha", Target: "beta"})
	if list := must(t, s, engine.FindConnections{}); len(list) != 0 {
		t.Errorf("still connected: %+v", list)
	}

	// People work on the copy; then the source comes back with old data, and gets the new.
	s.file("beta/copy/one", "worked on\n")
	s.file("beta/copy/new", "made meanwhile\n")
	if err := os.Rename(s.path("lost"), s.path("alpha")); err != nil {
		t.Fatal(err)
	}
	s.fails(engine.CodeFailedOver, engine.Connect{Source: "alpha", Repset: "db", Target: "beta", Mapping: engine.Mapping{Kind: engine.MapBase, Base: "/copy"}})
	id := must(t, s, engine.Restore{Source: "alpha", Repset: "db", Target: "beta", Options: engine.MirrorOptions{Kind: engine.MirrorDifferent, Checksum: true}})
	must(t, s, engine.Wait{ID: id, For: engine.WaitMirror})
	must(t, s, engine.Disconnect{ID: id})
	if s.read("alpha/data/one") != "worked on\n" || s.read("alpha/data/new") != "made meanwhile\n" || s.read("alpha/data/sub/two") != "world\n" {
		t.Errorf("the source holds %q, %q", s.read("alpha/data/one"), s.read("alpha/data/new"))
	}
	if sets := must(t, s, engine.ListRepsets{Source: "beta"}); len(sets) != 0 {
		t.Errorf("the set made for the restore is left: %+v", sets)
	}
	must(t, s, engine.Failback{Source: "alpha", Target: "beta"})
	s.connect(true)
	if got := s.read("beta/log"); got != "failover alpha beta\nfailback alpha beta\n" {
		t.Errorf("the programs wrote %q", got)
	}
}

func TestRestoreRefuses(t *testing.T) { onBoth(t, testRestoreRefuses) }

func testRestoreRefuses(t *testing.T, s *sandbox) {
	op := engine.Restore{Source: "alpha", Repset: "db", Target: "beta"}
	s.fails(engine.CodeNoConnection, op)
	id := s.connect(true)
	s.fails(engine.CodeReplicating, op)
	must(t, s, engine.ReplicationStop{ID: id})
	op.Machine = "beta"
	s.fails(engine.CodeBadParameter, op)
	op.Machine, op.Repset = "", "bd"
	s.fails(engine.CodeNoRepset, op)
}

func TestMonitors(t *testing.T) {
	s := newSandbox(t)
	save := func(m engine.Monitor, create bool) engine.SaveMonitor {
		return engine.SaveMonitor{Monitor: m, Create: create}
	}
	s.fails(engine.CodeNoMonitor, save(engine.Monitor{Label: "m"}, false))
	s.fails(engine.CodeBadParameter, save(engine.Monitor{}, true))
	s.fails(engine.CodeNoMachine, save(engine.Monitor{Label: "m", Source: "gamma"}, true))
	must(t, s, save(engine.Monitor{Label: "m"}, true))
	s.fails(engine.CodeMonitorExists, save(engine.Monitor{Label: "M"}, true))
	s.fails(engine.CodeNoMonitorConfig, engine.RunMonitor{Label: "m"})
	s.fails(engine.CodeNotMonitored, engine.RunMonitor{Label: "m", Stop: true})
	must(t, s, save(engine.Monitor{Label: "m", Source: "alpha", Target: "beta"}, false))
	must(t, s, engine.LoadModule{Machine: "alpha", Module: engine.ModuleMonitor, Unload: true})
	s.fails(engine.CodeNotMonitored, engine.RunMonitor{Label: "m"})
	must(t, s, engine.LoadModule{Machine: "alpha", Module: engine.ModuleMonitor})
	must(t, s, engine.RunMonitor{Label: "m"})
	must(t, s, engine.RunMonitor{Label: "m", Stop: true})
	must(t, s, engine.DeleteMonitor{Label: "m"})
	s.fails(engine.CodeNoMonitor, engine.DeleteMonitor{Label: "m"})
}
