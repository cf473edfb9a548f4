package agent_test

// This file tests snapshots that a schedule makes, with a clock that is advanced by hand.

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/smrscript/smrscript/engine"
)

// TestScheduledSnapshots keeps two of them, and all that were made by hand.
func TestScheduledSnapshots(t *testing.T) {
	s := sandboxOn(t, true)
	id := s.connect(true)
	must(t, s, engine.CreateSnapshot{ID: id, Label: "by hand"})
	must(t, s, engine.SaveSchedule{Source: "alpha", Target: "beta", Schedule: engine.Schedule{Snapshots: []engine.SnapshotPlan{{ID: id, Every: time.Hour, Keep: 2}}}})
	hour := 0
	next := func() {
		hour++
		s.file("alpha/data/one", fmt.Sprintf("hour %d\n", hour))
		must(t, s, engine.Wait{ID: id, For: engine.WaitQueue})
		want := "scheduled " + s.clock.Now().Add(time.Hour).UTC().Format("2006-01-02T15:04")
		s.clock.Advance(time.Hour)
		s.eventually(want, func() bool {
			list := must(t, s, engine.ListSnapshots{ID: id})
			return len(list) <= 3 && strings.HasPrefix(list[len(list)-1].Label, want)
		})
	}
	for range 4 {
		next()
	}
	s.Agent.Close()
	s.open() // the plan outlives the process
	next()
	list := must(t, s, engine.ListSnapshots{ID: id})
	if len(list) != 3 || list[0].Label != "by hand" {
		t.Fatalf("%+v", list)
	}
	must(t, s, engine.ReplicationStop{ID: id})
	for label, want := range map[string]string{"by hand": "hello\n", list[1].Label: "hour 4\n", list[2].Label: "hour 5\n"} {
		must(t, s, engine.RevertSnapshot{ID: id, Label: label})
		if got := s.read("beta/copy/one"); got != want {
			t.Errorf("%s holds %q", label, got)
		}
	}
}
