package agent

// This file keeps schedules and turns them into timers.

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/go-co-op/gocron/v2"

	"github.com/smrscript/smrscript/engine"
)

// timers are the jobs of the agent.
type timers struct{ gocron.Scheduler }

// clockwork returns the timers, which begin with the first job. The mutex must be held.
func (a *Agent) clockwork() (*timers, error) {
	if a.timers == nil {
		s, err := gocron.NewScheduler(gocron.WithClock(a.cfg.Clock), gocron.WithLocation(time.Local))
		if err != nil {
			return nil, err
		}
		s.Start()
		a.timers = &timers{s}
	}
	return a.timers, nil
}

// scheduleOp keeps and tells schedules.
func (a *Agent) scheduleOp(ctx context.Context, op engine.Op) (engine.Result, error) {
	if get, ok := op.(engine.GetSchedule); ok {
		if err := a.known(ctx, get.Source, get.Target); err != nil {
			return nil, err
		}
		a.mu.Lock()
		defer a.mu.Unlock()
		return a.scheduleFor(get.Source, get.Target), nil
	}
	save, ok := op.(engine.SaveSchedule)
	if !ok {
		return nil, nil
	}
	if err := a.mayChange(ctx, save.Source, save.Target); err != nil {
		return nil, err
	}
	next := save.Schedule
	next.Source, next.Target = save.Source, save.Target
	if err := a.sound(ctx, next); err != nil {
		return nil, err
	}
	a.mu.Lock()
	err := a.change(func(s *state) {
		s.Schedules = slices.DeleteFunc(s.Schedules, func(x engine.Schedule) bool { return routeOf(x.Source, x.Target) == routeOf(next.Source, next.Target) })
		s.Schedules = append(s.Schedules, next)
	})
	a.mu.Unlock()
	if err != nil {
		return nil, err
	}
	return engine.Done{}, a.arm(next)
}

// scheduleFor returns the schedule of a route. The mutex must be held.
func (a *Agent) scheduleFor(source, target string) engine.Schedule {
	for _, s := range a.state.Schedules {
		if routeOf(s.Source, s.Target) == routeOf(source, target) {
			return s
		}
	}
	return engine.Schedule{Source: source, Target: target}
}

// sound refuses what cannot be kept.
func (a *Agent) sound(ctx context.Context, s engine.Schedule) error {
	if s.Start.MemoryPercent > 0 || s.Stop.MemoryPercent > 0 {
		// An engine whose queues have bounds lets them be set.
		_, err := engine.Call(ctx, a.Client, engine.GetSetting{Machine: s.Source, Label: "QmemoryBufferMax"})
		if errors.Is(err, engine.CodeUnsupported) {
			return &engine.Error{Code: engine.CodeUnsupported, Subject: "MEMLIMIT", Cause: errors.New("the engine does not tell how full its queues are"), Hint: "QUEUESIZE counts bytes."}
		}
		if err != nil {
			return err
		}
	}
	if s.Window != nil && s.Window.From == s.Window.To {
		return &engine.Error{Code: engine.CodeBadSchedule, Cause: errors.New("the window is never open")}
	}
	for _, l := range s.Limits {
		if len(l.Days) == 0 || l.Label == "" {
			return &engine.Error{Code: engine.CodeBadSchedule, Subject: l.Label, Cause: errors.New("a limit needs a label and days")}
		}
	}
	return nil
}

// arm replaces the timers of a schedule, and does at once what is in force now.
func (a *Agent) arm(s engine.Schedule) error {
	a.mu.Lock()
	tag := "schedule " + strings.ToLower(s.Source+" "+s.Target)
	if a.timers != nil {
		a.timers.RemoveByTags(tag)
	}
	jobs := a.jobs(s)
	var err error
	if len(jobs) > 0 {
		var t *timers
		if t, err = a.clockwork(); err == nil {
			for _, j := range jobs {
				if _, jerr := t.NewJob(j.when, gocron.NewTask(j.do), gocron.WithTags(tag), gocron.WithSingletonMode(gocron.LimitModeReschedule)); jerr != nil {
					err = errors.Join(err, &engine.Error{Code: engine.CodeBadSchedule, Cause: jerr})
				}
			}
		}
	}
	a.mu.Unlock()
	a.window(s)
	if s.Disabled {
		return err
	}
	if !s.LimitsDisabled && len(s.Limits) > 0 {
		a.limit(s, inForce(s.Limits, a.cfg.Clock.Now()))
	}
	return err
}

// A job is what happens when.
type job struct {
	when gocron.JobDefinition
	do   func()
}

// jobs returns what a schedule does, when.
func (a *Agent) jobs(s engine.Schedule) []job {
	var all []job
	if !s.LimitsDisabled && !s.Disabled {
		for _, l := range s.Limits {
			all = append(all, job{weekly(l.Days, l.Minute), func() { a.limit(s, &l) }})
		}
	}
	if s.Disabled {
		return all
	}
	if s.VerifyEvery > 0 {
		all = append(all, job{gocron.DurationJob(s.VerifyEvery), func() { a.verify(s) }})
	}
	for _, p := range s.Snapshots {
		all = append(all, job{gocron.DurationJob(p.Every), func() { a.snapshot(p) }})
	}
	if w := s.Window; w != nil {
		for _, minute := range []int{w.From, w.To} { // what is in force is found out anew, so that days need no care here
			all = append(all, job{weekly(nil, minute), func() { a.window(s) }})
		}
	}
	all = append(all, a.criteria(s, s.Start, engine.ActionStart)...)
	return append(all, a.criteria(s, s.Stop, engine.ActionStop)...)
}

// weekly is a time of day on days, every day for none.
func weekly(days []time.Weekday, minute int) gocron.JobDefinition {
	if len(days) == 0 {
		days = []time.Weekday{0, 1, 2, 3, 4, 5, 6}
	}
	return gocron.WeeklyJob(1, gocron.NewWeekdays(days[0], days[1:]...), gocron.NewAtTimes(gocron.NewAtTime(uint(minute/60), uint(minute%60), 0)))
}

// criteria are the jobs that start or stop transmission.
func (a *Agent) criteria(s engine.Schedule, k engine.Criteria, action engine.Action) []job {
	var all []job
	do := func() { a.startOrStop(s, action) }
	now := a.cfg.Clock.Now()
	switch {
	case k.Every > 0:
		first := k.At
		if first.IsZero() {
			first = now.Add(k.Every)
		}
		for first.Before(now) { // a day a step at most: an old date is far behind
			first = first.Add(k.Every * max(1, now.Sub(first)/k.Every))
			if !first.After(now) {
				first = first.Add(k.Every)
			}
		}
		all = append(all, job{gocron.OneTimeJob(gocron.OneTimeJobStartDateTime(first)), func() { do(); a.again(s, k.Every, do) }})
	case k.At.After(now):
		all = append(all, job{gocron.OneTimeJob(gocron.OneTimeJobStartDateTime(k.At)), do})
	}
	if k.QueueBytes > 0 || k.MemoryPercent > 0 {
		all = append(all, job{gocron.DurationJob(time.Second), func() {
			bytes, percent := a.queued(s)
			if k.QueueBytes > 0 && bytes >= k.QueueBytes || k.MemoryPercent > 0 && percent >= k.MemoryPercent {
				do()
			}
		}})
	}
	return all
}

// again repeats a job from now on.
func (a *Agent) again(s engine.Schedule, every time.Duration, do func()) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.timers == nil {
		return
	}
	tag := "schedule " + strings.ToLower(s.Source+" "+s.Target)
	if _, err := a.timers.NewJob(gocron.DurationJob(every), gocron.NewTask(do), gocron.WithTags(tag)); err != nil {
		a.note("%v", err)
	}
}

// queued adds up the bytes that wait on a route, and tells of the fullest of its queues how many percent of its room it takes.
func (a *Agent) queued(s engine.Schedule) (n int64, percent int) {
	list, err := a.between(a.ctx, s.Source, s.Target)
	if err != nil {
		return 0, 0
	}
	for _, con := range list {
		if st, err := engine.Call(a.ctx, a.Client, engine.GetConnection{ID: con.ID}); err == nil {
			n += st.Replication.BytesQueue + st.Mirror.BytesQueue
			if room := st.Replication.QueueRoom; room > 0 {
				percent = max(percent, int(st.Replication.QueueUsed*100/room))
			}
		}
	}
	return n, percent
}

// startOrStop starts or stops transmission, within the window.
func (a *Agent) startOrStop(s engine.Schedule, action engine.Action) {
	if action == engine.ActionStart && s.Window != nil && !open(*s.Window, a.cfg.Clock.Now()) {
		return
	}
	_, err := a.Do(a.ctx, engine.Transmission{Source: s.Source, Target: s.Target, Action: action})
	a.outcome(fmt.Sprintf("%s transmission from %s to %s", action, s.Source, s.Target), err)
}

// inForce returns the event that came last, in this week or the one before; nil without events.
func inForce(limits []engine.LimitEvent, now time.Time) *engine.LimitEvent {
	var last *engine.LimitEvent
	least := 8 * 24 * 60
	for i := range limits {
		for _, day := range limits[i].Days {
			ago := (int(now.Weekday()-day)+7)%7*24*60 + now.Hour()*60 + now.Minute() - limits[i].Minute
			if ago < 0 {
				ago += 7 * 24 * 60
			}
			if ago < least {
				least, last = ago, &limits[i]
			}
		}
	}
	return last
}

func (a *Agent) limit(s engine.Schedule, l *engine.LimitEvent) {
	_, err := a.Do(a.ctx, engine.LimitBandwidth{Source: s.Source, Target: s.Target, Bytes: l.Bytes, Per: l.Per})
	a.outcome(fmt.Sprintf("limit %s from %s to %s", l.Label, s.Source, s.Target), err)
}

// verify compares every copy of a route; differences are told.
func (a *Agent) verify(s engine.Schedule) {
	list, err := a.between(a.ctx, s.Source, s.Target)
	for _, con := range list {
		r, verr := engine.Call(a.ctx, a, engine.Verify{ID: con.ID})
		if n := r.FilesDifferent + r.FilesMissing; verr == nil && n > 0 {
			a.tell("schedule", fmt.Sprintf("connection %d: the copy differs", con.ID), fmt.Sprintf("%d files differ, %d are missing.", r.FilesDifferent, r.FilesMissing))
		}
		err = errors.Join(err, verr)
	}
	a.outcome(fmt.Sprintf("verify the copies of %s on %s", s.Source, s.Target), err)
}

// scheduledLabel begins the names of snapshots that a schedule makes. Only those are dropped when they are too many.
const scheduledLabel = "scheduled "

// snapshot makes a snapshot and drops those that are too many.
func (a *Agent) snapshot(p engine.SnapshotPlan) {
	label := scheduledLabel + a.cfg.Clock.Now().UTC().Format("2006-01-02T15:04:05.000000Z")
	_, err := engine.Call(a.ctx, a, engine.CreateSnapshot{ID: p.ID, Label: label})
	if err == nil && p.Keep > 0 {
		var list engine.SnapshotList
		list, err = engine.Call(a.ctx, a, engine.ListSnapshots{ID: p.ID})
		list = slices.DeleteFunc(list, func(s engine.Snapshot) bool { return !strings.HasPrefix(s.Label, scheduledLabel) })
		for len(list) > p.Keep && err == nil {
			_, err = engine.Call(a.ctx, a, engine.DeleteSnapshot{ID: p.ID, Label: list[0].Label})
			list = list[1:]
		}
	}
	a.outcome(fmt.Sprintf("snapshot of connection %d", p.ID), err)
}

// outcome tells what came of something scheduled.
func (a *Agent) outcome(what string, err error) {
	if err != nil {
		a.tell("schedule", "scheduled: "+what+" failed", err.Error())
		return
	}
	a.note("scheduled: %s", what)
}
