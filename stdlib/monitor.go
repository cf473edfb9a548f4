package stdlib

// This file defines MONITOR.

import (
	"fmt"
	"strings"
	"time"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/lang/diag"
	"github.com/smrscript/smrscript/lang/usage"
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func monitorEntries() []*runtime.Entry {
	return []*runtime.Entry{{
		Usage:   "MONITOR (CREATE | USE | DELETE | START | STOP | DISPLAY) <word>",
		Summary: "watch whether a source answers",
		Effect:  engine.Change,
		Command: command(runMonitor),
		Doc: `
A monitor asks a source again and again whether it answers. CREATE makes one and USE selects one for MONITOR OPTION,
START and STOP begin and end the watching, DISPLAY prints what it is, DELETE drops it. A new monitor is about the
current source and target. When a source has missed too many answers, a notice is sent, and if the option automatic
says so, the target takes over as with FAILOVER. A monitor works while the engine is open: while a script or a daemon
runs.

    smr> monitor create night
    smr> monitor option interval=10
    smr> monitor start night
    smr> monitor display night
    night: ok
      source        alpha
      target        beta
      interval      10s
      missed        5
      automatic     no
    smr> monitor stop night
    smr> monitor delete night

    smr> monitor use night
    error[E0601]: night: there is no such monitor (-202)
    ...
`,
	}, {
		Usage:   "MONITOR LIST",
		Summary: "list the monitors",
		Effect:  engine.Read,
		Command: command(runMonitorList),
		Doc: `
Lists the monitors and what they see. The result is how many there are; in list context, their names.

    smr> monitor create night
    smr> monitor list
    Monitor  Source  Target  State
    night    alpha   beta    stopped
    = 1

    smr> monitor list night
    error[E0201]: unexpected "night" in MONITOR
    ...
`,
	}, {
		Usage:   "MONITOR OPTION <word>=<value:text>",
		Summary: "set an option of the current monitor",
		Effect:  engine.Change,
		Command: command(runMonitorOption),
		Doc: `
Sets an option of the monitor that was created or selected last:

    source, target                machines
    interval                      time between two questions; 5 seconds unless set
    missed                        answers missed until the source counts as lost; 5 unless set
    automatic                     yes: the target takes over by itself
    prefailover, postfailover     programs of the target that run before and after it takes over
    prefailback, postfailback     programs of the target that run before and after a failback

For example:

    smr> monitor create night
    smr> monitor option missed=3
    smr> monitor option automatic=yes
    smr> monitor option postfailover="/bin/open-shop"

    smr> monitor option mised=3
    error[E0601]: mised: the option is not valid here: ... (-116)
    ...
`,
	}}
}

func runMonitor(c *call) (value.Value, error) {
	name := c.text("word")
	switch {
	case c.Has("CREATE"):
		v, err := done(c, engine.SaveMonitor{Monitor: engine.Monitor{Label: name, Source: c.source, Target: c.target}, Create: true})
		if err == nil {
			c.monitor = name
		}
		return v, err
	case c.Has("DELETE"):
		return done(c, engine.DeleteMonitor{Label: name})
	case c.Has("START"), c.Has("STOP"):
		return done(c, engine.RunMonitor{Label: name, Stop: c.Has("STOP")})
	}
	m, err := c.findMonitor(name)
	if err != nil {
		return value.Undef, err
	}
	if c.Has("USE") {
		c.monitor = m.Label
		return value.Undef, nil
	}
	c.displayMonitor(m)
	return value.Undef, nil
}

// findMonitor returns the monitor of a name in any letter case.
func (c *call) findMonitor(name string) (engine.Monitor, error) {
	list, err := do(c, engine.ListMonitors{})
	if err != nil {
		return engine.Monitor{}, err
	}
	for _, m := range list {
		if strings.EqualFold(m.Label, name) {
			return m, nil
		}
	}
	return engine.Monitor{}, &engine.Error{Code: engine.CodeNoMonitor, Subject: name}
}

func (c *call) displayMonitor(m engine.Monitor) {
	interval, missed := m.Interval, m.Missed
	if interval == 0 {
		interval = 5 * time.Second
	}
	if missed == 0 {
		missed = 5
	}
	automatic := "no"
	if m.Automatic {
		automatic = "yes"
	}
	c.shows(m)
	c.Print("%s: %s", m.Label, monitorState(m))
	for _, line := range []struct {
		name  string
		value any
	}{
		{"source", m.Source}, {"target", m.Target}, {"interval", interval}, {"missed", missed}, {"automatic", automatic},
		{"prefailover", m.PreFailover}, {"postfailover", m.PostFailover}, {"prefailback", m.PreFailback}, {"postfailback", m.PostFailback},
	} {
		if text := fmt.Sprint(line.value); text != "" {
			c.Print("  %-13s %s", line.name, text)
		}
	}
}

func monitorState(m engine.Monitor) string {
	if m.State == "" {
		return "stopped"
	}
	return m.State
}

func runMonitorList(c *call) (value.Value, error) {
	list, err := do(c, engine.ListMonitors{})
	if err != nil {
		return value.Undef, err
	}
	t := table{head: []string{"Monitor", "Source", "Target", "State"}}
	for _, m := range list {
		t.add(m.Label, m.Source, m.Target, monitorState(m))
		c.Found = append(c.Found, value.Str(m.Label))
	}
	return c.printed(&t, list, "no monitors")
}

func runMonitorOption(c *call) (value.Value, error) {
	if c.monitor == "" {
		return value.Undef, &engine.Error{Code: engine.CodeNoMonitor, Cause: fmt.Errorf("none is selected"), Hint: "Select one with monitor use, or make one with monitor create."}
	}
	m, err := c.findMonitor(c.monitor)
	if err != nil {
		return value.Undef, err
	}
	if err := setMonitorOption(&m, c.text("word"), c.text("value")); err != nil {
		return value.Undef, err
	}
	return done(c, engine.SaveMonitor{Monitor: m})
}

// setMonitorOption sets an option by its name in any letter case.
func setMonitorOption(m *engine.Monitor, name, text string) error {
	var err error
	switch strings.ToLower(name) {
	case "source":
		m.Source = text
	case "target":
		m.Target = text
	case "interval":
		m.Interval, err = usage.ParseDuration(text)
		if err == nil && m.Interval < time.Second {
			err = fmt.Errorf("one second is the shortest")
		}
	case "missed":
		var n int64
		n, err = usage.ParseInt(text)
		if m.Missed = int(n); err == nil && (n < 1 || n > 65535) {
			err = fmt.Errorf("it lies between 1 and 65535")
		}
	case "automatic":
		m.Automatic, err = yesNo(text)
	case "prefailover":
		m.PreFailover = engine.Path(text)
	case "postfailover":
		m.PostFailover = engine.Path(text)
	case "prefailback":
		m.PreFailback = engine.Path(text)
	case "postfailback":
		m.PostFailback = engine.Path(text)
	default:
		known := []string{"source", "target", "interval", "missed", "automatic", "prefailover", "postfailover", "prefailback", "postfailback"}
		bad := &engine.Error{Code: engine.CodeBadOption, Subject: name, Cause: fmt.Errorf("options are %s", strings.Join(known, ", "))}
		if meant := diag.Suggest(name, known); meant != "" {
			bad.Hint = fmt.Sprintf("did you mean %q?", meant)
		}
		return bad
	}
	if err != nil {
		return &engine.Error{Code: engine.CodeBadParameter, Subject: text, Cause: err}
	}
	return nil
}

// yesNo reads a switch.
func yesNo(text string) (bool, error) {
	switch strings.ToLower(text) {
	case "1", "yes", "on", "true":
		return true, nil
	case "0", "no", "off", "false":
		return false, nil
	}
	return false, fmt.Errorf("write yes or no")
}
