package agent_test

// This file tests what waits while a way is closed: waits, tasks, windows.

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/smrscript/smrscript/engine"
)

func transmission(a engine.Action) engine.Transmission {
	return engine.Transmission{Source: "alpha", Target: "beta", Action: a}
}

// TestWaitOnAClosedWay: what could wait without end is refused, also when the way closes while somebody waits.
func TestWaitOnAClosedWay(t *testing.T) { onBoth(t, testWaitOnAClosedWay) }

func testWaitOnAClosedWay(t *testing.T, s *sandbox) {
	id := s.connect(true)
	for _, tt := range []struct {
		shut, open engine.Op
		code       engine.Code
	}{
		{transmission(engine.ActionPause), transmission(engine.ActionResume), engine.CodeTransmissionPaused},
		{transmission(engine.ActionStop), transmission(engine.ActionStart), engine.CodeTransmissionPaused},
		{engine.HoldTarget{Target: "beta"}, engine.ReleaseTarget{Target: "beta"}, engine.CodeTargetPaused},
	} {
		if _, err := s.Do(context.Background(), tt.shut); err != nil {
			t.Fatal(err)
		}
		s.file("alpha/data/one", tt.shut.Name())
		s.fails(tt.code, engine.Wait{ID: id, For: engine.WaitQueue})
		s.fails(tt.code, engine.Wait{ID: id, For: engine.WaitQueue, Timeout: time.Hour})
		if _, err := s.Do(context.Background(), tt.open); err != nil {
			t.Fatal(err)
		}
		must(t, s, engine.Wait{ID: id, For: engine.WaitMirror})
		must(t, s, engine.Wait{ID: id, For: engine.WaitQueue})
		if got := s.read("beta/copy/one"); got != tt.shut.Name() {
			t.Errorf("after %s: the copy holds %q", tt.open.Name(), got)
		}
	}
	must(t, s, engine.ReplicationStop{ID: id})
	s.fails(engine.CodeNotReplicating, engine.Wait{ID: id, For: engine.WaitQueue})
}

// TestWayClosesMeanwhile: a wait that has begun ends as well when somebody pauses the target.
func TestWayClosesMeanwhile(t *testing.T) {
	s := sandboxOn(t, true)
	s.program("beta/bin/slow", `while [ ! -e go ]; do sleep 0.02; done`)
	id := s.connect(true)
	task := engine.QueueTask{Task: "slow", Source: "alpha", Target: "beta", Forever: true, Steps: []engine.TaskStep{{Point: engine.OnReceive, Path: "/bin/slow"}}}
	must(t, s, task)
	ended := make(chan error, 1)
	go func() {
		_, err := s.Do(context.Background(), engine.Wait{ID: id, For: engine.WaitQueue})
		ended <- err
	}()
	must(t, s, engine.HoldTarget{Target: "beta"})
	select {
	case err := <-ended:
		if !errors.Is(err, engine.CodeTargetPaused) {
			t.Errorf("the wait ended with %v", err)
		}
	case <-time.After(60 * time.Second):
		t.Error("the wait goes on although the target is paused")
	}
	s.file("beta/go", "")
	must(t, s, engine.ReleaseTarget{Target: "beta"})
	must(t, s, engine.Wait{ID: id, For: engine.WaitQueue})
}

// TestTaskPointsWait: a task passes each point only when what it stands for can happen.
func TestTaskPointsWait(t *testing.T) { onBoth(t, testTaskPointsWait) }

func testTaskPointsWait(t *testing.T, s *sandbox) {
	s.program("alpha/bin/tell", `echo "$SMR_POINT" >> ../log`)
	s.program("beta/bin/tell", `echo "$SMR_POINT $(cat copy/one)" >> ../log`)
	id := s.connect(true)
	var steps []engine.TaskStep
	for _, p := range []engine.TaskPoint{engine.OnExecute, engine.OnReceive, engine.OnTransmit, engine.OnQueue} { // in any order
		steps = append(steps, engine.TaskStep{Point: p, Path: "/bin/tell"})
	}
	must(t, s, transmission(engine.ActionPause))
	must(t, s, engine.HoldTarget{Target: "beta"})
	s.file("alpha/data/one", "new")
	must(t, s, engine.QueueTask{Task: "x", Source: "alpha", Target: "beta", Forever: true, Steps: steps})
	s.eventually("task at its first point", func() bool { return s.read("log") == "queue\n" })
	must(t, s, transmission(engine.ActionResume))
	s.eventually("task at its third point", func() bool { return strings.HasPrefix(s.read("log"), "queue\ntransmit\nreceive ") })
	if got := s.read("log"); strings.Contains(got, "execute") {
		t.Errorf("the task ran while the target was paused: %q", got)
	}
	must(t, s, engine.ReleaseTarget{Target: "beta"})
	must(t, s, engine.Wait{ID: id, For: engine.WaitMirror})
	must(t, s, engine.Wait{ID: id, For: engine.WaitQueue})
	if got := s.read("log"); !strings.HasSuffix(got, "\nexecute new\n") || strings.Count(got, "\n") != 4 {
		t.Errorf("the programs wrote %q", got)
	}
}

// TestTaskOutlivesTheAgent: a task that waits for a closed way is not lost, and no point is passed twice.
func TestTaskOutlivesTheAgent(t *testing.T) { onBoth(t, testTaskOutlivesTheAgent) }

func testTaskOutlivesTheAgent(t *testing.T, s *sandbox) {
	s.program("alpha/bin/tell", `echo "$SMR_POINT" >> ../log`)
	s.program("beta/bin/tell", `echo "$SMR_POINT $(cat copy/one)" >> ../log`)
	id := s.connect(true)
	must(t, s, engine.HoldTarget{Target: "beta"})
	s.file("alpha/data/one", "new")
	for range 2 {
		must(t, s, engine.QueueTask{Task: "x", Source: "alpha", Target: "beta", Forever: true,
			Steps: []engine.TaskStep{{Point: engine.OnQueue, Path: "/bin/tell"}, {Point: engine.OnExecute, Path: "/bin/tell"}}})
	}
	s.eventually("first task at its first point", func() bool { return strings.HasPrefix(s.read("log"), "queue\n") })
	if err := s.Agent.Close(); err != nil {
		t.Fatal(err)
	}
	s.noted("task x goes on when the engine is opened again")
	s.open()
	must(t, s, engine.ReleaseTarget{Target: "beta"})
	must(t, s, engine.Wait{ID: id, For: engine.WaitMirror})
	must(t, s, engine.Wait{ID: id, For: engine.WaitQueue})
	got := s.read("log")
	if strings.Count(got, "queue\n") != 2 || strings.Count(got, "execute new\n") != 2 || strings.Count(got, "\n") != 4 {
		t.Errorf("the programs wrote %q", got)
	}
}

// TestWindowIsTheirs: a pause by hand is left alone by the window, and what the window has shut is open when it goes.
func TestWindowIsTheirs(t *testing.T) { onBoth(t, testWindowIsTheirs) }

func testWindowIsTheirs(t *testing.T, s *sandbox) {
	id := s.connect(true)
	night := engine.SaveSchedule{Source: "alpha", Target: "beta", Schedule: engine.Schedule{Window: &engine.Window{From: 22 * 60, To: 5 * 60}}}
	is := func(want engine.TransmitState, when string) {
		t.Helper()
		if got := s.status(id).TransmitState; got != want {
			t.Errorf("%s: %s, want %s", when, got, want)
		}
	}
	must(t, s, night)
	is(engine.TransmitScheduled, "at noon")
	if err := s.Agent.Close(); err != nil {
		t.Fatal(err)
	}
	s.open()
	is(engine.TransmitScheduled, "after a restart")
	must(t, s, engine.SaveSchedule{Source: "alpha", Target: "beta"})
	is(engine.TransmitStarted, "without a schedule")
	must(t, s, night)
	is(engine.TransmitScheduled, "with the schedule again")
	disabled := night
	disabled.Schedule.Disabled = true
	must(t, s, disabled)
	is(engine.TransmitStarted, "with the schedule disabled")

	must(t, s, transmission(engine.ActionPause))
	must(t, s, night)
	is(engine.TransmitPaused, "paused by hand")
	must(t, s, engine.SaveSchedule{Source: "alpha", Target: "beta"})
	is(engine.TransmitPaused, "paused by hand, without a schedule")
	must(t, s, transmission(engine.ActionResume))
	is(engine.TransmitStarted, "resumed by hand")
}
