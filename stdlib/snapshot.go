package stdlib

// This file defines SNAPSHOT.

import (
	"fmt"
	"slices"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func snapshotEntries() []*runtime.Entry {
	bad := `
    smr> snapshot %s
    error[E0601]: connection 99: there is no such connection (-107)
    ...
`
	example := `

    smr> $con = connect db to beta map base "/copies/one" noreplicate
    = 1
    smr> wait on mirror $con
`
	monday := `    smr> snapshot create $con name=monday
    Snapshot monday
`
	return []*runtime.Entry{{
		Usage:   "SNAPSHOT CREATE <con_id> [NAME=<word>]",
		Summary: "keep a copy as it is now",
		Effect:  engine.Change,
		Command: command(func(c *call) (value.Value, error) {
			id, _, err := c.connection()
			if err != nil {
				return value.Undef, err
			}
			s, err := do(c, engine.CreateSnapshot{ID: id, Label: c.text("word")})
			if err != nil {
				return value.Undef, err
			}
			c.shows(s)
			c.Print("Snapshot %s", s.Label)
			return value.Undef, nil
		}),
		Doc: `
Keeps the copy of a connection as it is now, under a name or one made from the time, so that it can be had again. An
engine that cannot keep snapshots refuses with -155.` + example + monday + `    smr> snapshot create $con name=monday
    error[E0601]: ...: there is one of that name already (-101)
    ...
` + fmt.Sprintf(bad, "create 99 name=monday"),
	}, {
		Usage:   "SNAPSHOT LIST <con_id>",
		Summary: "list the snapshots of a copy",
		Effect:  engine.Read,
		Command: command(runSnapshotList),
		Doc: `
Lists the snapshots of a connection's copy, oldest first. The result is how many there are; in list context, their
names.` + example + monday + `    smr> snapshot list $con
    Name    Made ...                 Files  Bytes
    monday  ...  2      12
    = 1
` + fmt.Sprintf(bad, "list 99"),
	}, {
		Usage:   "SNAPSHOT DELETE <con_id> <word>",
		Summary: "drop a snapshot",
		Effect:  engine.Destroy,
		Command: command(func(c *call) (value.Value, error) {
			id, _, err := c.connection()
			if err != nil {
				return value.Undef, err
			}
			return done(c, engine.DeleteSnapshot{ID: id, Label: c.text("word")})
		}),
		Doc: `
Drops a snapshot. The copy itself stays as it is.` + example + monday + `    smr> snapshot delete $con monday
    smr> snapshot list $con
    no snapshots
    = 0
` + fmt.Sprintf(bad, "delete 99 monday"),
	}, {
		Usage:   "SNAPSHOT REVERT <con_id> TO <word>",
		Summary: "make a copy what it was at a snapshot",
		Effect:  engine.Destroy,
		Command: command(func(c *call) (value.Value, error) {
			id, _, err := c.connection()
			if err != nil {
				return value.Undef, err
			}
			return done(c, engine.RevertSnapshot{ID: id, Label: c.text("word")})
		}),
		Doc: `
Makes the copy of a connection what it was when the snapshot was made. What came later is lost, and the copy no longer
follows its source until the next mirror.` + example + monday + `    smr> snapshot revert $con to monday
    smr> write connection($con)->{target_state}
    Mirror Required
` + fmt.Sprintf(bad, "revert 99 to monday"),
	}, {
		Usage:   "SNAPSHOT SCHEDULE <con_id> EVERY <duration> [KEEP <int>]",
		Summary: "make snapshots again and again",
		Effect:  engine.Change,
		Command: command(runSnapshotSchedule),
		Doc: `
Makes a snapshot of a connection's copy each time so long has passed, and keeps so many of them, all without KEEP.
Schedules work while the engine is open.

    smr> $con = connect db to beta map base "/copies/one" noreplicate
    = 1
    smr> snapshot schedule $con every 1 hour keep 24
    smr> schedule beta display
    Schedule from alpha to beta:
      snapshot of connection 1 every 1h0m0s, keep 24
    = 1
` + fmt.Sprintf(bad, "schedule 99 every 1 hour"),
	}}
}

func runSnapshotList(c *call) (value.Value, error) {
	id, _, err := c.connection()
	if err != nil {
		return value.Undef, err
	}
	list, err := do(c, engine.ListSnapshots{ID: id})
	if err != nil {
		return value.Undef, err
	}
	t := table{head: []string{"Name", "Made", "Files", "Bytes"}}
	for _, s := range list {
		t.add(s.Label, s.Made.Local().Format(timeLayout), fmt.Sprint(s.Files), fmt.Sprint(s.Bytes))
		c.Found = append(c.Found, value.Str(s.Label))
	}
	return c.printed(&t, list, "no snapshots")
}

func runSnapshotSchedule(c *call) (value.Value, error) {
	id, _, err := c.connection()
	if err != nil {
		return value.Undef, err
	}
	plan := engine.SnapshotPlan{ID: id}
	if plan.Every, err = c.interval(); err != nil {
		return value.Undef, err
	}
	if plan.Keep, err = c.int("int"); err != nil {
		return value.Undef, err
	}
	st, err := do(c, engine.GetConnection{ID: id})
	if err != nil {
		return value.Undef, err
	}
	s, err := do(c, engine.GetSchedule{Source: st.Source, Target: st.Target})
	if err != nil {
		return value.Undef, err
	}
	s.Snapshots = slices.DeleteFunc(s.Snapshots, func(p engine.SnapshotPlan) bool { return p.ID == id })
	s.Snapshots = append(s.Snapshots, plan)
	return done(c, engine.SaveSchedule{Source: st.Source, Target: st.Target, Schedule: s})
}
