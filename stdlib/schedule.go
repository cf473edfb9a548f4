package stdlib

// This file defines SCHEDULE.

import (
	"fmt"
	"strings"
	"time"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

const criteriaClause = " [STARTTIME=<date> <time>] [MEMLIMIT=<percent>] [QUEUESIZE=<bytes>] [EVERY <duration>]"

func scheduleEntries() []*runtime.Entry {
	return []*runtime.Entry{{
		Usage:   "SCHEDULE <target> START" + criteriaClause,
		Summary: "say when transmission to a target starts by itself",
		Effect:  engine.Change,
		Command: command(runScheduleStart),
		Doc: `
Sets what starts the transmission from the current source to a target: a date and time, again and again after so long,
so many bytes in the queue, or that the queue takes so many percent of its room in memory and on disk (MEMLIMIT; an
engine that does not tell how full its queues are refuses that with -155). Any of them suffices. Schedules work while
the engine is open: while a script or a daemon runs.

    smr> schedule beta start starttime=12/31/26 22:00 every 1 day
    smr> schedule beta display
    Schedule from alpha to beta:
      start   at 12/31/26 22:00, every 24h0m0s
    = 1
    smr> schedule beta start memlimit=80
    smr> schedule beta display
    Schedule from alpha to beta:
      start   with 80 % of the room for the queue in use
    = 1

    smr> schedule beta start
    error[E0601]: beta: the schedule is not valid: nothing says when (-139)
    ...
`,
	}, {
		Usage:   "SCHEDULE <target> STOP" + criteriaClause,
		Summary: "say when transmission to a target stops by itself",
		Effect:  engine.Change,
		Command: command(runScheduleStop),
		Doc: `
Sets what stops the transmission from the current source to a target; see SCHEDULE START. What is not sent then waits
for the next start.

    smr> schedule beta stop queuesize=10m
    smr> schedule beta display
    Schedule from alpha to beta:
      stop    with 10485760 bytes in the queue
    = 1

    smr> schedule beta stop starttime=13/31/26 22:00
    error[E0201]: ...
    ...
`,
	}, {
		Usage:   "SCHEDULE <target> WINDOW <from:time> <to:time> [DAYS=<day> {, <day>}]",
		Summary: "say at which times of day transmission may run",
		Effect:  engine.Change,
		Command: command(runScheduleWindow),
		Doc: `
Bounds transmission to the time between the two times of day, on the days given or every day. A window whose end comes
before its beginning goes over midnight. It bounds the criteria of SCHEDULE START and starts nothing by itself: when
it closes, transmission is paused, and when it opens again, what it had paused goes on.

    smr> schedule beta window 22:00 05:00 days=mo, tu, we, th, fr
    smr> schedule beta display
    Schedule from alpha to beta:
      window  22:00 to 05:00, Mo, Tu, We, Th, Fr
    = 1

    smr> schedule beta window 22 05:00
    error[E0201]: unexpected "22" in SCHEDULE
    ...
       = note: write <from> as hh:mm or hh:mm:ss, such as 22:30
    smr> schedule beta window 22:00 22:00
    error[E0601]: 22:00: the schedule is not valid: the window is never open (-139)
    ...
`,
	}, {
		Usage:   "SCHEDULE <target> VERIFY EVERY <duration>",
		Summary: "verify the copies on a target again and again",
		Effect:  engine.Change,
		Command: command(runScheduleVerify),
		Doc: `
Verifies every connection from the current source to a target each time so long has passed. Differences are told by
mail if EMAIL is enabled.

    smr> schedule beta verify every 12 hours
    smr> schedule beta display
    Schedule from alpha to beta:
      verify  every 12h0m0s
    = 1

    smr> schedule beta verify every 0 hours
    error[E0601]: 0: the schedule is not valid: it would never rest (-139)
    ...
`,
	}, {
		Usage:   "SCHEDULE <target> (ENABLE | DISABLE | CLEAR | DISPLAY)",
		Summary: "show the schedule of a target, clear it, enable or disable it",
		Effect:  engine.Change,
		Command: command(runScheduleState),
		Doc: `
Prints the schedule from the current source to a target, drops it, or puts it out of force and into force again
without losing it.

    smr> schedule beta verify every 1 day
    smr> schedule beta disable
    smr> schedule beta display
    Schedule from alpha to beta (disabled):
      verify  every 24h0m0s
    = 1
    smr> schedule beta clear
    smr> schedule beta display
    nothing is scheduled from alpha to beta
    = 0

    smr> schedule gamma display
    error[E0601]: gamma: there is no such machine: configured are: ... (-109)
    ...
`,
	}}
}

// criteria returns what the clauses of START and STOP say.
func (c *call) criteria() (engine.Criteria, error) {
	var k engine.Criteria
	var err error
	if k.At, err = c.moment(); err != nil {
		return k, err
	}
	if k.MemoryPercent, err = c.percent("percent"); err != nil {
		return k, err
	}
	if k.QueueBytes, err = c.bytes("bytes"); err != nil {
		return k, err
	}
	if k.Every, err = c.duration("duration"); err != nil {
		return k, err
	}
	if k == (engine.Criteria{}) {
		return k, &engine.Error{Code: engine.CodeBadSchedule, Subject: c.text("target"), Cause: fmt.Errorf("nothing says when")}
	}
	return k, nil
}

func runScheduleStart(c *call) (value.Value, error) {
	k, err := c.criteria()
	if err != nil {
		return value.Undef, err
	}
	return c.reschedule(func(s *engine.Schedule) error { s.Start = k; return nil })
}

func runScheduleStop(c *call) (value.Value, error) {
	k, err := c.criteria()
	if err != nil {
		return value.Undef, err
	}
	return c.reschedule(func(s *engine.Schedule) error { s.Stop = k; return nil })
}

func runScheduleWindow(c *call) (value.Value, error) {
	from, err := minutes(c.text("from"))
	if err != nil {
		return value.Undef, err
	}
	to, err := minutes(c.text("to"))
	if err != nil {
		return value.Undef, err
	}
	days, err := weekdays(c.texts("day"))
	if err != nil {
		return value.Undef, err
	}
	if from == to {
		return value.Undef, &engine.Error{Code: engine.CodeBadSchedule, Subject: clockTime(from), Cause: fmt.Errorf("the window is never open")}
	}
	return c.reschedule(func(s *engine.Schedule) error {
		s.Window = &engine.Window{From: from, To: to, Days: days}
		return nil
	})
}

func runScheduleVerify(c *call) (value.Value, error) {
	every, err := c.interval()
	if err != nil {
		return value.Undef, err
	}
	return c.reschedule(func(s *engine.Schedule) error { s.VerifyEvery = every; return nil })
}

// interval returns the duration after EVERY, which must leave some time.
func (c *call) interval() (time.Duration, error) {
	every, err := c.duration("duration")
	if err == nil && every < time.Second {
		v, _ := c.Slot("duration")
		err = &engine.Error{Code: engine.CodeBadSchedule, Subject: v.UTF8(), Cause: fmt.Errorf("it would never rest"), Hint: "One second is the shortest."}
	}
	return every, err
}

func runScheduleState(c *call) (value.Value, error) {
	switch {
	case c.Has("DISPLAY"):
		return c.displaySchedule()
	case c.Has("CLEAR"):
		return c.reschedule(func(s *engine.Schedule) error {
			*s = engine.Schedule{Limits: s.Limits, LimitsDisabled: s.LimitsDisabled}
			return nil
		})
	}
	return c.reschedule(func(s *engine.Schedule) error { s.Disabled = c.Has("DISABLE"); return nil })
}

func (c *call) displaySchedule() (value.Value, error) {
	s, err := c.schedule()
	if err != nil {
		return value.Undef, err
	}
	src, dst, err := c.pair()
	if err != nil {
		return value.Undef, err
	}
	c.shows(s)
	lines := scheduleLines(s)
	if len(lines) == 0 {
		c.Print("nothing is scheduled from %s to %s", src, dst)
		return count(0), nil
	}
	state := ""
	if s.Disabled {
		state = " (disabled)"
	}
	c.Print("Schedule from %s to %s%s:", src, dst, state)
	for _, line := range lines {
		c.Print("  %s", line)
	}
	return count(len(lines)), nil
}

// scheduleLines says what a schedule holds, limits apart.
func scheduleLines(s engine.Schedule) []string {
	var lines []string
	for _, k := range []struct {
		name string
		engine.Criteria
	}{{"start", s.Start}, {"stop", s.Stop}} {
		if text := criteriaText(k.Criteria); text != "" {
			lines = append(lines, fmt.Sprintf("%-7s %s", k.name, text))
		}
	}
	if w := s.Window; w != nil {
		lines = append(lines, fmt.Sprintf("window  %s to %s, %s", clockTime(w.From), clockTime(w.To), dayNames(w.Days)))
	}
	if s.VerifyEvery > 0 {
		lines = append(lines, fmt.Sprintf("verify  every %s", s.VerifyEvery))
	}
	for _, p := range s.Snapshots {
		lines = append(lines, fmt.Sprintf("snapshot of connection %d every %s, keep %d", p.ID, p.Every, p.Keep))
	}
	return lines
}

func criteriaText(k engine.Criteria) string {
	var parts []string
	if !k.At.IsZero() {
		parts = append(parts, "at "+k.At.Local().Format("01/02/06 15:04"))
	}
	if k.Every > 0 {
		parts = append(parts, fmt.Sprintf("every %s", k.Every))
	}
	if k.MemoryPercent > 0 {
		parts = append(parts, fmt.Sprintf("with %d %% of the room for the queue in use", k.MemoryPercent))
	}
	if k.QueueBytes > 0 {
		parts = append(parts, fmt.Sprintf("with %s in the queue", plural(k.QueueBytes, "byte")))
	}
	return strings.Join(parts, ", ")
}
