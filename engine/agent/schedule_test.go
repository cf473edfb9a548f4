package agent_test

// This file tests schedules with a clock that is advanced by hand, and notices with a mail server of its own.

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/enginetest"
)

func TestWindow(t *testing.T) { onBoth(t, testWindow) }

func testWindow(t *testing.T, s *sandbox) {
	id := s.connect(true)
	// It is Monday noon: the window is shut, and opens at 22:00.
	must(t, s, engine.SaveSchedule{Source: "alpha", Target: "beta", Schedule: engine.Schedule{Window: &engine.Window{From: 22 * 60, To: 5 * 60}}})
	if st := s.status(id); st.TransmitState != engine.TransmitScheduled {
		t.Fatalf("outside of the window: %s", st.TransmitState)
	}
	s.file("alpha/data/one", "evening\n")
	s.clock.Advance(10*time.Hour + time.Second)
	s.eventually("open window", func() bool { return s.status(id).TransmitState == engine.TransmitStarted })
	s.eventually("copy", func() bool { return s.read("beta/copy/one") == "evening\n" })
	if got := must(t, s, engine.GetSchedule{Source: "ALPHA", Target: "beta"}); got.Window == nil || got.Window.From != 22*60 {
		t.Errorf("%+v", got)
	}
}

func TestStartAndStopCriteria(t *testing.T) { onBoth(t, testStartAndStopCriteria) }

func testStartAndStopCriteria(t *testing.T, s *sandbox) {
	id := s.connect(true)
	must(t, s, engine.SaveSchedule{Source: "alpha", Target: "beta", Schedule: engine.Schedule{Stop: engine.Criteria{At: monday.Add(time.Hour)}, Start: engine.Criteria{At: monday.Add(2 * time.Hour)}}})
	s.clock.Advance(time.Hour)
	s.eventually("stop", func() bool { return s.status(id).TransmitState == engine.TransmitStopped })
	s.clock.Advance(time.Hour)
	s.eventually("start", func() bool { return s.status(id).TransmitState == engine.TransmitStarted })
}

func TestScheduleRefuses(t *testing.T) {
	s := newSandbox(t)
	save := func(x engine.Schedule) engine.SaveSchedule {
		return engine.SaveSchedule{Source: "alpha", Target: "beta", Schedule: x}
	}
	s.fails(engine.CodeUnsupported, save(engine.Schedule{Start: engine.Criteria{MemoryPercent: 50}}))
	s.fails(engine.CodeBadSchedule, save(engine.Schedule{Window: &engine.Window{From: 5, To: 5}}))
	s.fails(engine.CodeBadSchedule, save(engine.Schedule{Limits: []engine.LimitEvent{{Label: "x"}}}))
	s.fails(engine.CodeNoMachine, engine.GetSchedule{Source: "alpha", Target: "gamma"})
}

func TestMail(t *testing.T) {
	s := newSandbox(t)
	s.fails(engine.CodeFailed, engine.SendNotice{Subject: "x"})
	address, mails := enginetest.ServeMail(t)
	n := engine.Notices{Server: address, From: "smr@example.org", To: []string{"admin@example.org"}, Subject: "[smr]"}
	must(t, s, engine.SaveNotices{Notices: n})
	must(t, s, engine.SendNotice{Subject: "nightly", Text: "all copies verified"})
	if got := <-mails; !strings.Contains(got, "Subject: [smr] nightly") || !strings.Contains(got, "all copies verified") || !strings.Contains(got, "admin@example.org") {
		t.Errorf("the mail: %s", got)
	}
	s.fails(engine.CodeBadOption, engine.SaveNotices{Notices: engine.Notices{Include: []string{"failures"}}})
	s.fails(engine.CodeBadParameter, engine.SaveNotices{Notices: engine.Notices{From: "nobody at all"}})

	n.Enabled = true
	must(t, s, engine.SaveNotices{Notices: n})
	must(t, s, engine.Failover{Source: "alpha", Target: "beta"})
	select {
	case got := <-mails:
		if !strings.Contains(got, "beta stands in for alpha") {
			t.Errorf("the notice: %s", got)
		}
	case <-time.After(20 * time.Second):
		t.Error("no notice of the failover")
	}
	n.Server = "127.0.0.1:1"
	must(t, s, engine.SaveNotices{Notices: n})
	if _, err := s.Do(context.Background(), engine.SendNotice{Subject: "x"}); err == nil || !strings.Contains(err.Error(), "127.0.0.1:1") {
		t.Errorf("no server: %v", err)
	}
}
