package agent

// This file watches sources, and lets targets stand in for them.

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/go-co-op/gocron/v2"

	"github.com/smrscript/smrscript/engine"
)

// Words for what a monitor sees.
const (
	stateOK         = "ok"
	stateMissing    = "missing"
	stateLost       = "lost"
	stateFailedOver = "failed over"
)

// A watch is a monitor that runs.
type watch struct {
	missed int
	state  string
}

func (a *Agent) monitorOp(ctx context.Context, op engine.Op) (engine.Result, error) {
	switch op := op.(type) {
	case engine.ListMonitors:
		return a.listMonitors(), nil
	case engine.SaveMonitor:
		return engine.Done{}, a.saveMonitor(ctx, op)
	case engine.DeleteMonitor:
		return engine.Done{}, a.deleteMonitor(op.Label)
	case engine.RunMonitor:
		return engine.Done{}, a.runMonitor(ctx, op)
	case engine.Failover:
		return engine.Done{}, a.failover(ctx, op.Source, op.Target)
	case engine.Failback:
		return engine.Done{}, a.failback(ctx, op.Source, op.Target)
	}
	return nil, nil
}

func (a *Agent) listMonitors() engine.MonitorList {
	a.mu.Lock()
	defer a.mu.Unlock()
	list := engine.MonitorList{}
	for _, m := range a.state.Monitors {
		if w := a.monitors[strings.ToLower(m.Label)]; w != nil {
			m.State = w.state
		}
		list = append(list, m)
	}
	slices.SortFunc(list, func(x, y engine.Monitor) int { return cmp.Compare(x.Label, y.Label) })
	return list
}

// monitor finds a monitor by its name in any letter case. The mutex must be held.
func (a *Agent) monitor(label string) int {
	return slices.IndexFunc(a.state.Monitors, func(m engine.Monitor) bool { return strings.EqualFold(m.Label, label) })
}

func (a *Agent) saveMonitor(ctx context.Context, op engine.SaveMonitor) error {
	m := op.Monitor
	for _, name := range []string{m.Source, m.Target} {
		if name != "" {
			if err := a.known(ctx, name); err != nil {
				return err
			}
		}
	}
	if m.Label == "" {
		return &engine.Error{Code: engine.CodeBadParameter, Cause: errors.New("a monitor needs a name")}
	}
	a.mu.Lock()
	i := a.monitor(m.Label)
	if op.Create && i >= 0 {
		a.mu.Unlock()
		return &engine.Error{Code: engine.CodeMonitorExists, Subject: m.Label}
	}
	if i < 0 && !op.Create {
		a.mu.Unlock()
		return &engine.Error{Code: engine.CodeNoMonitor, Subject: m.Label}
	}
	m.State, m.Running = "", i >= 0 && a.state.Monitors[i].Running
	err := a.change(func(s *state) {
		if i < 0 {
			s.Monitors = append(s.Monitors, m)
		} else {
			s.Monitors[i] = m
		}
	})
	a.mu.Unlock()
	if err == nil && m.Running {
		err = a.watch(m)
	}
	return err
}

func (a *Agent) deleteMonitor(label string) error {
	a.mu.Lock()
	defer a.mu.Unlock()
	i := a.monitor(label)
	if i < 0 {
		return &engine.Error{Code: engine.CodeNoMonitor, Subject: label}
	}
	a.unwatch(label)
	return a.change(func(s *state) { s.Monitors = slices.Delete(s.Monitors, i, i+1) })
}

func (a *Agent) runMonitor(ctx context.Context, op engine.RunMonitor) error {
	a.mu.Lock()
	i := a.monitor(op.Label)
	var err error
	var m engine.Monitor
	switch {
	case i < 0:
		err = &engine.Error{Code: engine.CodeNoMonitor, Subject: op.Label}
	case op.Stop && !a.state.Monitors[i].Running:
		err = &engine.Error{Code: engine.CodeNotMonitored, Subject: op.Label, Cause: errors.New("the monitor does not run")}
	case !op.Stop && a.state.unloaded(a.state.Monitors[i].Source, engine.ModuleMonitor):
		err = &engine.Error{Code: engine.CodeNotMonitored, Subject: op.Label, Cause: errors.New("the monitor module of " + a.state.Monitors[i].Source + " is not loaded"), Hint: "load monitor loads it."}
	case !op.Stop && (a.state.Monitors[i].Source == "" || a.state.Monitors[i].Target == ""):
		err = &engine.Error{Code: engine.CodeNoMonitorConfig, Subject: op.Label, Cause: errors.New("it has no source or no target")}
	default:
		err = a.change(func(s *state) { s.Monitors[i].Running = !op.Stop })
		m = a.state.Monitors[i]
	}
	if err == nil && op.Stop {
		a.unwatch(op.Label)
	}
	a.mu.Unlock()
	if err != nil || op.Stop {
		return err
	}
	return a.watch(m)
}

func monitorTag(label string) string { return "monitor " + strings.ToLower(label) }

// watch begins to watch a source, at once and then again and again.
func (a *Agent) watch(m engine.Monitor) error {
	a.mu.Lock()
	a.unwatch(m.Label)
	w := &watch{state: stateOK}
	a.monitors[strings.ToLower(m.Label)] = w
	t, err := a.clockwork()
	if err == nil {
		_, err = t.NewJob(gocron.DurationJob(cmp.Or(m.Interval, 5*time.Second)), gocron.NewTask(func() { a.look(m, w) }), gocron.WithTags(monitorTag(m.Label)),
			gocron.WithSingletonMode(gocron.LimitModeReschedule))
	}
	a.mu.Unlock()
	if err == nil {
		a.look(m, w)
	}
	return err
}

// unwatch ends the watching. The mutex must be held.
func (a *Agent) unwatch(label string) {
	delete(a.monitors, strings.ToLower(label))
	if a.timers != nil {
		a.timers.RemoveByTags(monitorTag(label))
	}
}

// look asks a source once.
func (a *Agent) look(m engine.Monitor, w *watch) {
	_, err := engine.Call(a.ctx, a.Client, engine.Ping{Machine: m.Source})
	if a.ctx.Err() != nil {
		return
	}
	limit := m.Missed
	if limit == 0 {
		limit = 5
		if n, err := strconv.Atoi(a.settingOf(m.Source, "MissedHeartbeats")); err == nil && a.isSet(m.Source, "MissedHeartbeats") {
			limit = n
		}
	}
	a.mu.Lock()
	was := w.state
	if err == nil {
		w.missed = 0
	} else {
		w.missed++
	}
	switch {
	case a.failedOverTo(m.Source, m.Target) >= 0:
		w.state = stateFailedOver
	case w.missed == 0:
		w.state = stateOK
	case w.missed >= limit:
		w.state = stateLost
	default:
		w.state = stateMissing
	}
	now := w.state
	a.mu.Unlock()
	if now == was || now == stateFailedOver || now == stateMissing {
		return
	}
	a.tell("monitor", fmt.Sprintf("monitor %s: %s is %s", m.Label, m.Source, now), fmt.Sprint(err))
	if now != stateLost || !m.Automatic {
		return
	}
	if err := a.failover(a.ctx, m.Source, m.Target); err != nil && !errors.Is(err, engine.CodeFailedOver) {
		a.tell("monitor", fmt.Sprintf("failover of %s to %s failed", m.Source, m.Target), err.Error())
		return
	}
	a.mu.Lock()
	w.state = stateFailedOver
	a.mu.Unlock()
}

// monitorOf returns the monitor of a route, the zero one if there is none.
func (a *Agent) monitorOf(source, target string) engine.Monitor {
	a.mu.Lock()
	defer a.mu.Unlock()
	for _, m := range a.state.Monitors {
		if strings.EqualFold(m.Source, source) && strings.EqualFold(m.Target, target) {
			return m
		}
	}
	return engine.Monitor{}
}

// failover ends the connections of a source to a target, between the programs before and after. A program before it that fails ends it.
func (a *Agent) failover(ctx context.Context, source, target string) error {
	if err := a.mayChange(ctx, source, target); err != nil {
		return err
	}
	a.mu.Lock()
	done := a.failedOverTo(source, target) >= 0
	a.mu.Unlock()
	if done {
		return &engine.Error{Code: engine.CodeFailedOver, Subject: source, Cause: errors.New(target + " stands in for it")}
	}
	m := a.monitorOf(source, target)
	if err := a.machineProgram(ctx, m.PreFailover, "failover", source, target); err != nil {
		return err
	}
	list, err := a.between(ctx, source, target)
	if err != nil {
		return err
	}
	var blocked []engine.Connection
	for _, con := range list {
		if st, err := engine.Call(ctx, a.Client, engine.GetConnection{ID: con.ID}); err == nil && st.PathBlocked {
			blocked = append(blocked, con)
		}
		if _, err := a.Do(ctx, engine.Disconnect{ID: con.ID}); err != nil { // which opens its target path
			return err
		}
	}
	a.mu.Lock()
	err = a.change(func(s *state) {
		s.FailedOver = append(s.FailedOver, failedOver{Source: source, Target: target, Connections: list, Blocked: blocked})
	})
	a.mu.Unlock()
	if err != nil {
		return err
	}
	a.tell("monitor", fmt.Sprintf("%s stands in for %s", target, source), fmt.Sprintf("%d connections have ended.", len(list)))
	return a.machineProgram(ctx, m.PostFailover, "failover", source, target)
}

func (a *Agent) failback(ctx context.Context, source, target string) error {
	if err := a.mayChange(ctx, source, target); err != nil {
		return err
	}
	a.mu.Lock()
	done := a.failedOverTo(source, target) >= 0
	a.mu.Unlock()
	if !done {
		return &engine.Error{Code: engine.CodeNotFailedOver, Subject: source}
	}
	m := a.monitorOf(source, target)
	if err := a.machineProgram(ctx, m.PreFailback, "failback", source, target); err != nil {
		return err
	}
	a.mu.Lock()
	err := a.change(func(s *state) {
		if i := a.failedOverTo(source, target); i >= 0 {
			for _, con := range s.FailedOver[i].Blocked { // a copy that was not brought back stays open
				if slices.Contains(s.FailedOver[i].Restored, con.Repset) {
					s.Reblock = append(s.Reblock, con)
				}
			}
			s.FailedOver = slices.Delete(s.FailedOver, i, i+1)
		}
	})
	if w := a.monitors[strings.ToLower(m.Label)]; w != nil {
		w.missed, w.state = 0, stateOK
	}
	a.mu.Unlock()
	if err != nil {
		return err
	}
	return a.machineProgram(ctx, m.PostFailback, "failback", source, target)
}

// machineProgram runs a monitor's program on the target; none is run for "".
func (a *Agent) machineProgram(ctx context.Context, path engine.Path, event, source, target string) error {
	if path == "" {
		return nil
	}
	return a.run(ctx, program{machine: target, path: path, env: []string{"SMR_EVENT=" + event, "SMR_SOURCE=" + source, "SMR_TARGET=" + target}})
}
