package stdlib

// This file defines STATUS CON and STATUS.

import (
	"fmt"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func statusEntries() []*runtime.Entry {
	return []*runtime.Entry{{
		Usage:   "STATUS CON <con_id>",
		Summary: "print the status of a connection",
		Effect:  engine.Read,
		Command: command(runStatusCon),
		Doc: `
Prints what is known about a connection; that its target path is blocked only if it is. Transferred bytes are those of
the files that were looked at, transmitted bytes those that were written to the copy.

    smr> $con = connect db to beta map base "/copies/one" nomirror noreplicate
    = 1
    smr> status con $con
    - Status for connection 1 -
    Time established:                ...
    Replication set:                 db
    Target machine:                  beta
    Target state:                    Mirror Required
    Mirror status:                   Idle
    Mirror bytes transferred:        0
    Mirror bytes transmitted:        0
    Mirror bytes in queue:           0
    Replication status:              Stopped
    Replication bytes transferred:   0
    Replication bytes transmitted:   0
    Replication bytes in queue:      0

    smr> status con 99
    error[E0601]: connection 99: there is no such connection (-107)
    ...
`,
	}, {
		Usage:   "STATUS [SOURCE | TARGET] [<machine>]",
		Summary: "list connections below their target",
		Effect:  engine.Read,
		Command: command(runStatus),
		Doc: `
Lists connections below their target: all of them, those of a source, or those of a target. A machine without SOURCE or
TARGET means either. SOURCE and TARGET without a machine mean the current one. The result is how many there are; in list
context, their ids.

    smr> status
    no connections
    = 0
    smr> connect db to beta map base "/copies/one" nomirror noreplicate
    = 1
    smr> status target beta
    beta
      ID  Set  Source  Transmit  Mirror  Replication  Target state     Map
      1   db   alpha   Started   Idle    Stopped      Mirror Required  base "/copies/one"
    = 1

    smr> status target gamma
    error[E0601]: gamma: there is no such machine: configured are: ... (-109)
    ...
`,
	}}
}

// timeLayout is how the guide writes times.
const timeLayout = "01/02/2006 15:04:05.000"

func runStatusCon(c *call) (value.Value, error) {
	id, src, err := c.connection()
	if err != nil {
		return value.Undef, err
	}
	st, err := do(c, engine.GetConnection{ID: id, Source: src})
	if err != nil {
		return value.Undef, err
	}
	c.shows(st)
	c.Print("- Status for connection %d -", st.ID)
	m, r := st.Mirror, st.Replication
	for _, line := range []struct {
		label string
		value any
	}{
		{"Time established", st.Established.Local().Format(timeLayout)},
		{"Replication set", st.Repset},
		{"Target machine", st.Target},
		{"Target state", st.TargetState},
		{"Mirror status", mirrorWord(m)},
		{"Mirror bytes transferred", m.BytesDone},
		{"Mirror bytes transmitted", m.BytesSent},
		{"Mirror bytes in queue", m.BytesQueue},
		{"Replication status", replicationWord(r)},
		{"Replication bytes transferred", r.BytesTransferred},
		{"Replication bytes transmitted", r.BytesTransmitted},
		{"Replication bytes in queue", r.BytesQueue},
	} {
		c.Print("%-32s %v", line.label+":", line.value)
	}
	if st.PathBlocked {
		c.Print("%-32s %s", "Target path:", "Blocked")
	}
	if st.Settled {
		c.Print("%-32s %s", "Copy settled as of:", st.SettledAt.Local().Format(timeLayout))
	}
	c.failures("not copied", m.Errors, m.Failures)
	c.failures("not replicated", r.Errors, st.Failures)
	return value.Undef, nil
}

// failures lists what could not be copied.
func (c *call) failures(what string, n int64, list []engine.Failure) {
	if n == 0 {
		return
	}
	c.Print("%s %s:", plural(n, "entry"), what)
	for _, f := range list {
		c.Print("  %s: %s", f.Path, f.Reason)
	}
	if more := n - int64(len(list)); more > 0 {
		c.Print("  ... and %d more", more)
	}
}

func mirrorWord(m engine.MirrorProgress) string {
	state := m.State
	if state == "" {
		state = engine.MirrorIdle
	}
	if state == engine.MirrorMirroring && m.Percent >= 0 {
		return fmt.Sprintf("%s %d%%", state, m.Percent)
	}
	return string(state)
}

func replicationWord(r engine.ReplicationProgress) string {
	switch {
	case !r.Active:
		return "Stopped"
	case r.OpsQueue > 0:
		return "Replicating"
	}
	return "Ready"
}

func runStatus(c *call) (value.Value, error) {
	list, err := c.statusList()
	if err != nil {
		return value.Undef, err
	}
	var targets []string
	shown := []engine.ConnectionStatus{}
	byTarget := map[string]*table{}
	for _, con := range list {
		st, err := do(c, engine.GetConnection{ID: con.ID})
		if engine.CodeOf(err) == engine.CodeNoConnection {
			continue // it has just ended
		}
		if err != nil {
			return value.Undef, err
		}
		shown = append(shown, st)
		t := byTarget[st.Target]
		if t == nil {
			t = &table{head: []string{"ID", "Set", "Source", "Transmit", "Mirror", "Replication", "Target state", "Map"}}
			byTarget[st.Target], targets = t, append(targets, st.Target)
		}
		t.add(fmt.Sprint(st.ID), st.Repset, st.Source, string(st.TransmitState), mirrorWord(st.Mirror), replicationWord(st.Replication),
			string(st.TargetState), st.Mapping.String())
		c.Found = append(c.Found, value.Int(int64(st.ID)))
	}
	c.shows(shown)
	if len(targets) == 0 {
		c.Print("no connections")
	}
	for _, name := range targets {
		c.Print("%s\n%s", name, indent(byTarget[name].String()))
	}
	return count(len(c.Found)), nil
}

// statusList finds the connections that STATUS is asked for.
func (c *call) statusList() (engine.ConnectionList, error) {
	name := c.text("machine")
	switch {
	case c.Has("SOURCE"):
		name, err := c.named("machine", c.source, engine.CodeNoSource)
		if err != nil {
			return nil, err
		}
		return do(c, engine.FindConnections{Source: name})
	case c.Has("TARGET"):
		name, err := c.named("machine", c.target, engine.CodeNoTarget)
		if err != nil {
			return nil, err
		}
		return do(c, engine.FindConnections{Target: name})
	case name == "":
		return do(c, engine.FindConnections{})
	}
	from, err := do(c, engine.FindConnections{Source: name})
	if err != nil {
		return nil, err
	}
	to, err := do(c, engine.FindConnections{Target: name})
	if err != nil {
		return nil, err
	}
	return union(from, to), nil
}

// union merges two lists in the order of their ids.
func union(a, b engine.ConnectionList) engine.ConnectionList {
	out := engine.ConnectionList{}
	for len(a) > 0 || len(b) > 0 {
		switch {
		case len(b) == 0 || len(a) > 0 && a[0].ID < b[0].ID:
			out, a = append(out, a[0]), a[1:]
		case len(a) == 0 || b[0].ID < a[0].ID:
			out, b = append(out, b[0]), b[1:]
		default: // a machine connected to itself
			out, a, b = append(out, a[0]), a[1:], b[1:]
		}
	}
	return out
}
