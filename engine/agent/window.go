package agent

// This file opens and closes the window of a schedule.

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/smrscript/smrscript/engine"
)

// shut is a way that a window has closed on an engine that can close ways itself.
type shut struct {
	Source string `json:"source"`
	Target string `json:"target"`
}

// window brings transmission into the state that the window asks for now. Without a window, and while the schedule is disabled, it is open.
func (a *Agent) window(s engine.Schedule) {
	isOpen := s.Window == nil || s.Disabled || open(*s.Window, a.cfg.Clock.Now())
	held := slices.ContainsFunc(a.heldOf(s.Source, s.Target), func(h held) bool { return h.ByWindow })
	var done bool
	var err error
	switch isShut := a.isShut(s.Source, s.Target); {
	case isOpen && isShut:
		done, err = true, a.openWay(s)
	case isOpen && held:
		done, err = a.openHeld(s)
	case !isOpen && !held:
		done, err = a.closeWay(s)
		if errors.Is(err, engine.CodeUnsupported) {
			done, err = a.closeHeld(s)
		}
	}
	if done || err != nil {
		what := "close"
		if isOpen {
			what = "open"
		}
		a.outcome(fmt.Sprintf("%s the window from %s to %s", what, s.Source, s.Target), err)
	}
}

// closeWay lets the engine pause transmission. What somebody has paused already is theirs. The mark comes first: a window that is
// marked shut and is not is closed at the next look, one that is shut without a mark would stay so.
func (a *Agent) closeWay(s engine.Schedule) (done bool, err error) {
	was := a.isShut(s.Source, s.Target)
	if err := a.markShut(s.Source, s.Target, true); err != nil {
		return false, err
	}
	_, err = a.Client.Do(a.ctx, engine.Transmission{Source: s.Source, Target: s.Target, Action: engine.ActionPause})
	switch {
	case err == nil:
		return true, nil
	case errors.Is(err, engine.CodeTransmissionPaused) && was:
		return false, nil
	case errors.Is(err, engine.CodeTransmissionPaused), errors.Is(err, engine.CodeNoConnection):
		return false, a.markShut(s.Source, s.Target, false)
	}
	return false, errors.Join(err, a.markShut(s.Source, s.Target, false))
}

// openWay lets the engine resume transmission.
func (a *Agent) openWay(s engine.Schedule) error {
	_, err := a.Client.Do(a.ctx, engine.Transmission{Source: s.Source, Target: s.Target, Action: engine.ActionResume})
	if err != nil && !errors.Is(err, engine.CodeConnectionNotPaused) && !errors.Is(err, engine.CodeNoConnection) {
		return err
	}
	return a.markShut(s.Source, s.Target, false)
}

// closeHeld holds the connections one by one.
func (a *Agent) closeHeld(s engine.Schedule) (done bool, err error) {
	list, err := a.between(a.ctx, s.Source, s.Target)
	for _, con := range list {
		if a.holding(con.ID).ByWay == "" {
			err = errors.Join(err, a.hold(a.ctx, con, func(h *held) { h.ByWay, h.ByWindow = engine.ActionPause, true }))
			done = true
		}
	}
	return done, err
}

func (a *Agent) openHeld(s engine.Schedule) (done bool, err error) {
	for _, h := range a.heldOf(s.Source, s.Target) {
		if h.ByWindow {
			err = errors.Join(err, a.release(a.ctx, h.ID, func(h *held) { h.ByWay, h.ByWindow = "", false }))
			done = true
		}
	}
	return done, err
}

// isShut tells whether a window has closed a way.
func (a *Agent) isShut(source, target string) bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	return slices.ContainsFunc(a.state.Shut, func(s shut) bool { return routeOf(s.Source, s.Target) == routeOf(source, target) })
}

// markShut keeps whether a window has closed a way.
func (a *Agent) markShut(source, target string, yes bool) error {
	if a.isShut(source, target) == yes {
		return nil
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.change(func(s *state) {
		s.Shut = slices.DeleteFunc(s.Shut, func(x shut) bool { return routeOf(x.Source, x.Target) == routeOf(source, target) })
		if yes {
			s.Shut = append(s.Shut, shut{strings.ToLower(source), strings.ToLower(target)})
		}
	})
}

// open tells whether a window is open. A window over midnight belongs to the day on which it opens.
func open(w engine.Window, now time.Time) bool {
	minute := now.Hour()*60 + now.Minute()
	on := func(d time.Weekday) bool { return len(w.Days) == 0 || slices.Contains(w.Days, d) }
	today, yesterday := now.Weekday(), (now.Weekday()+6)%7
	if w.From < w.To {
		return on(today) && minute >= w.From && minute < w.To
	}
	return on(today) && minute >= w.From || on(yesterday) && minute < w.To
}
