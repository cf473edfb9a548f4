package stdlib

// This file defines LIMIT BANDWIDTH and its schedule.

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func bandwidthEntries() []*runtime.Entry {
	return []*runtime.Entry{{
		Usage:   "LIMIT BANDWIDTH (<bytes>, <int> | UNLIMITED) TO <target>",
		Summary: "limit what is sent to a target",
		Effect:  engine.Change,
		Command: command(runLimit),
		Doc: `
Limits what the current source sends to a target, in bursts: up to so many bytes, then a pause until so many seconds
have passed since the burst began. The comma may be left out. UNLIMITED lifts the limit. An engine that cannot limit
refuses with -155.

    smr> limit bandwidth 512k, 1 to beta
    smr> limit bandwidth unlimited to beta
    smr> $con = connect db to beta map base "/copies/one" nomirror
    = 1

    smr> limit bandwidth 512k, 1 to gamma
    error[E0601]: gamma: there is no such machine: configured are: ... (-109)
    ...
    smr> limit bandwidth 512k, 0 to beta
    error[E0601]: 0: a parameter is not valid: a burst takes one second at least (-101)
    ...
`,
	}, {
		Usage:   "LIMIT BANDWIDTH SCHEDULE ADD <label> DAYS=<day> {, <day>} STARTTIME=<time> LIMIT=(<bytes>, <int> | UNLIMITED) TO <target>",
		Summary: "change the limit at a time of the week",
		Effect:  engine.Change,
		Command: command(runLimitAdd),
		Doc: `
Adds an event to the schedule of limits: from that time on the limit is as given, until the next event. There is no
end time, so that a limit for business hours takes two events. Days are named in full or by their first two letters;
each event has a label of its own. Schedules work while the engine is open: while a script or a daemon runs.

    smr> limit bandwidth schedule add day days=mo, tu, we, th, fr starttime=08:00 limit=64k, 1 to beta
    smr> limit bandwidth schedule add night days=mo, tu, we, th, fr starttime=18:00 limit=unlimited to beta
    smr> limit bandwidth schedule list to beta
    Label  Days                Start  Limit
    day    Mo, Tu, We, Th, Fr  08:00  65536 bytes in 1 s
    night  Mo, Tu, We, Th, Fr  18:00  unlimited
    = 2

    smr> limit bandwidth schedule add day days=sa starttime=08:00 limit=unlimited to beta
    error[E0601]: day: the schedule is not valid: an event has this label already (-139)
    ...
`,
	}, {
		Usage:   "LIMIT BANDWIDTH SCHEDULE (ENABLE | DISABLE | LIST | DELETE <label>) [TO <target>]",
		Summary: "list, delete, enable or disable the scheduled limits",
		Effect:  engine.Change,
		Command: command(runLimitSchedule),
		Doc: `
Lists the events of the schedule of limits, deletes one by its label, or puts all of them out of force and into force
again.

    smr> limit bandwidth schedule list
    no limits are scheduled
    = 0
    smr> limit bandwidth schedule add night days=sunday starttime=22:00 limit=unlimited to beta
    smr> limit bandwidth schedule disable
    smr> limit bandwidth schedule list
    Label  Days  Start  Limit
    night  Su    22:00  unlimited  (disabled)
    = 1
    smr> limit bandwidth schedule delete night to beta

    smr> limit bandwidth schedule delete night
    error[E0601]: night: the schedule is not valid: no event has this label (-139)
    ...
`,
	}}
}

// burst returns a limit as it was written; 0 for UNLIMITED.
func (c *call) burst() (bytes int64, per time.Duration, err error) {
	if c.Has("UNLIMITED") {
		return 0, 0, nil
	}
	if bytes, err = c.bytes("bytes"); err != nil {
		return
	}
	seconds, err := c.int("int")
	switch {
	case err != nil:
	case bytes < 1:
		err = &engine.Error{Code: engine.CodeBadParameter, Subject: fmt.Sprint(bytes), Cause: fmt.Errorf("a burst has one byte at least"), Hint: "UNLIMITED lifts the limit."}
	case seconds < 1:
		err = &engine.Error{Code: engine.CodeBadParameter, Subject: fmt.Sprint(seconds), Cause: fmt.Errorf("a burst takes one second at least")}
	}
	return bytes, time.Duration(seconds) * time.Second, err
}

func runLimit(c *call) (value.Value, error) {
	src, dst, err := c.pair()
	if err != nil {
		return value.Undef, err
	}
	bytes, per, err := c.burst()
	if err != nil {
		return value.Undef, err
	}
	return done(c, engine.LimitBandwidth{Source: src, Target: dst, Bytes: bytes, Per: per})
}

func runLimitAdd(c *call) (value.Value, error) {
	e := engine.LimitEvent{Label: c.text("label")}
	var err error
	if e.Days, err = weekdays(c.texts("day")); err != nil {
		return value.Undef, err
	}
	if e.Minute, err = minutes(c.text("time")); err != nil {
		return value.Undef, err
	}
	if e.Bytes, e.Per, err = c.burst(); err != nil {
		return value.Undef, err
	}
	return c.reschedule(func(s *engine.Schedule) error {
		if slices.ContainsFunc(s.Limits, func(l engine.LimitEvent) bool { return strings.EqualFold(l.Label, e.Label) }) {
			return &engine.Error{Code: engine.CodeBadSchedule, Subject: e.Label, Cause: fmt.Errorf("an event has this label already")}
		}
		s.Limits = append(s.Limits, e)
		return nil
	})
}

func runLimitSchedule(c *call) (value.Value, error) {
	switch {
	case c.Has("LIST"):
		return c.listLimits()
	case c.Has("DELETE"):
		label := c.text("label")
		return c.reschedule(func(s *engine.Schedule) error {
			n := len(s.Limits)
			s.Limits = slices.DeleteFunc(s.Limits, func(l engine.LimitEvent) bool { return strings.EqualFold(l.Label, label) })
			if len(s.Limits) == n {
				return &engine.Error{Code: engine.CodeBadSchedule, Subject: label, Cause: fmt.Errorf("no event has this label")}
			}
			return nil
		})
	}
	return c.reschedule(func(s *engine.Schedule) error { s.LimitsDisabled = c.Has("DISABLE"); return nil })
}

func (c *call) listLimits() (value.Value, error) {
	s, err := c.schedule()
	if err != nil {
		return value.Undef, err
	}
	t := table{head: []string{"Label", "Days", "Start", "Limit", ""}}
	for _, l := range s.Limits {
		limit, state := "unlimited", ""
		if l.Bytes > 0 {
			limit = fmt.Sprintf("%d bytes in %d s", l.Bytes, l.Per/time.Second)
		}
		if s.LimitsDisabled {
			state = "(disabled)"
		}
		t.add(l.Label, dayNames(l.Days), clockTime(l.Minute), limit, state)
		c.Found = append(c.Found, value.Str(l.Label))
	}
	return c.printed(&t, struct {
		Limits   []engine.LimitEvent `json:"limits"`
		Disabled bool                `json:"disabled,omitempty"`
	}{append([]engine.LimitEvent{}, s.Limits...), s.LimitsDisabled}, "no limits are scheduled")
}

// schedule returns the schedule of the command's source and target.
func (c *call) schedule() (engine.Schedule, error) {
	src, dst, err := c.pair()
	if err != nil {
		return engine.Schedule{}, err
	}
	return do(c, engine.GetSchedule{Source: src, Target: dst})
}

// reschedule changes the schedule of the command's source and target.
func (c *call) reschedule(change func(*engine.Schedule) error) (value.Value, error) {
	s, err := c.schedule()
	if err != nil {
		return value.Undef, err
	}
	if err := change(&s); err != nil {
		return value.Undef, err
	}
	src, dst, err := c.pair()
	if err != nil {
		return value.Undef, err
	}
	return done(c, engine.SaveSchedule{Source: src, Target: dst, Schedule: s})
}
