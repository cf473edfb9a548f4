package stdlib

// This file defines DISCONNECT.

import (
	"fmt"
	"strings"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func disconnectEntries() []*runtime.Entry {
	return []*runtime.Entry{{
		Usage:   "DISCONNECT (<con_id> | *) [<source>] [NOSETTLE | TIMEOUT=<duration>]",
		Summary: "end a connection, and settle its copy first",
		Effect:  engine.Change,
		Command: command(runDisconnect),
		Doc: `
Ends a connection, or with * every connection of the source. The copy stays as it is and nothing more is written to it.

Before that the copy is settled: brought to a state that the source had at one instant, so that files that belong together,
such as a database and its log, correspond. The engine proves it instead of hoping; it needs a moment in which the
source does not change, and waits for one for a minute or for the time given. The output says what came of it.
The result is 1 when every copy is settled, and 0, but true, when the connections ended without that. NOSETTLE leaves
it out.

    smr> $con = connect db to beta map base "/copies/one"
    = 1
    smr> wait on mirror $con
    smr> disconnect $con
    Connection 1 ended, copy settled

    smr> disconnect 1
    error[E0601]: connection 1: there is no such connection (-107)
    ...
`,
	}}
}

func runDisconnect(c *call) (value.Value, error) {
	op := engine.Disconnect{Settle: !c.Has("NOSETTLE"), All: c.Has("*")}
	var err error
	if op.All {
		op.Source, err = c.sourceName()
	} else {
		op.ID, op.Source, err = c.connection()
	}
	if err != nil {
		return value.Undef, err
	}
	if !op.All && c.measured(op.ID) {
		return value.Undef, nil
	}
	if op.SettleTimeout, err = c.duration("duration"); err != nil {
		return value.Undef, err
	}
	ended, err := do(c, op)
	if err != nil {
		return value.Undef, err
	}
	c.shows(ended)
	if len(ended.IDs) == 0 {
		c.Print("no connections")
		return value.Undef, nil
	}
	c.Print("%s ended%s", connections(ended.IDs), settled(op, ended))
	for _, id := range ended.IDs {
		c.Found = append(c.Found, value.Int(int64(id)))
	}
	if op.Settle && !ended.Settled {
		return runtime.Succeeded(0), nil
	}
	return value.Undef, nil
}

// connections names ids: "Connection 3", "Connections 3, 4".
func connections(ids []engine.ConnectionID) string {
	words := make([]string, len(ids))
	for i, id := range ids {
		words[i] = fmt.Sprint(id)
	}
	if len(ids) == 1 {
		return "Connection " + words[0]
	}
	return "Connections " + strings.Join(words, ", ")
}

// settled says what came of settling.
func settled(op engine.Disconnect, ended engine.Disconnected) string {
	switch {
	case !op.Settle:
		return ""
	case !ended.Settled:
		return ", copy not settled: " + ended.Reason
	case len(ended.IDs) > 1:
		return ", copies settled"
	}
	return ", copy settled"
}
