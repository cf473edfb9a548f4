package main

// This file defines smrscript status, and the table of connections.

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/dustin/go-humanize"
	"github.com/rivo/uniseg"

	"github.com/smrscript/smrscript"
	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/stdlib"
)

type statusCommand struct {
	JSON bool `name:"json" help:"Print a JSON document."`
}

// statusFormat is the number of the format of status documents.
const statusFormat = 1

// Run prints the connections.
func (c *statusCommand) Run(a *app) error {
	in := smrscript.New(smrscript.Config{ConfigFile: a.config, WhichEngine: a.which, Stdout: a.Out, Stderr: a.Err, Version: versionText()})
	defer in.Close()
	list, err := connectionStatuses(a.ctx, in)
	if err != nil {
		fmt.Fprintf(a.Err, "smrscript: %s\n", err)
		return exitStatus(stdlib.ExitNoEngine)
	}
	if c.JSON {
		if list == nil {
			list = []engine.ConnectionStatus{}
		}
		e := json.NewEncoder(a.Out)
		e.SetIndent("", "  ")
		return e.Encode(map[string]any{"smrscript_status": statusFormat, "connections": list})
	}
	_, err = io.WriteString(a.Out, statusTable(list, 0, statusOrder{}))
	return err
}

// statuses asks for the status of all connections.
func statuses(ctx context.Context, client engine.Client) ([]engine.ConnectionStatus, error) {
	list, err := engine.Call(ctx, client, engine.FindConnections{})
	if err != nil {
		return nil, err
	}
	var out []engine.ConnectionStatus
	for _, con := range list {
		st, err := engine.Call(ctx, client, engine.GetConnection{ID: con.ID})
		if engine.CodeOf(err) == engine.CodeNoConnection {
			continue // it has just ended
		}
		if err != nil {
			return nil, err
		}
		out = append(out, st)
	}
	return out, nil
}

// A statusColumn is a column of the table of connections.
type statusColumn struct {
	name    string
	key     byte // of the keyboard that sorts by it
	amount  bool // the largest comes first when it is sorted by it
	cell    func(*engine.ConnectionStatus) string
	compare func(a, b *engine.ConnectionStatus) int
}

// statusColumns are the columns from left to right.
func statusColumns() []statusColumn {
	type con = engine.ConnectionStatus
	text := func(name string, key byte, cell func(*con) string) statusColumn {
		return statusColumn{name, key, false, cell, func(a, b *con) int { return strings.Compare(cell(a), cell(b)) }}
	}
	amount := func(name string, key byte, of func(*con) int64, show func(*con) string) statusColumn {
		return statusColumn{name, key, true, show, func(a, b *con) int { return cmp.Compare(of(a), of(b)) }}
	}
	number := func(of func(*con) int64) func(*con) string {
		return func(c *con) string { return strconv.FormatInt(of(c), 10) }
	}
	size := func(of func(*con) int64, per string) func(*con) string {
		return func(c *con) string { return humanize.IBytes(uint64(max(of(c), 0))) + per }
	}
	id := func(c *con) int64 { return int64(c.ID) }
	rate := func(c *con) int64 { return c.Mirror.BytesRate }
	queue := func(c *con) int64 { return c.Mirror.BytesQueue + c.Replication.BytesQueue }
	failed := func(c *con) int64 { return c.Mirror.Errors + c.Replication.Errors }
	ids := amount("ID", 'i', id, number(id))
	ids.amount = false // the oldest first
	return []statusColumn{
		ids,
		text("Set", 's', func(c *con) string { return c.Repset }),
		text("Source", 'f', func(c *con) string { return c.Source }),
		text("Target", 't', func(c *con) string { return c.Target }),
		text("State", 'a', func(c *con) string { return string(c.TargetState) }),
		text("Mirror", 'm', func(c *con) string { return mirrorState(c.Mirror) }),
		amount("Progress", 'p', func(c *con) int64 { return progressOf(c.Mirror) }, func(c *con) string { return gauge(c.Mirror) }),
		amount("Rate", 'r', rate, size(rate, "/s")),
		amount("Queue", 'u', queue, size(queue, "")),
		amount("Errors", 'e', failed, number(failed)),
	}
}

// A statusOrder is how connections are sorted: by a column in its own direction or against it. The zero value leaves them as they are.
type statusOrder struct {
	column   string // its name
	reversed bool
}

// sorted returns the connections in an order; equal ones stay as they were.
func (o statusOrder) sorted(list []engine.ConnectionStatus) []engine.ConnectionStatus {
	list = slices.Clone(list)
	for _, col := range statusColumns() {
		if col.name == o.column {
			slices.SortStableFunc(list, func(a, b engine.ConnectionStatus) int {
				if col.amount != o.reversed {
					return col.compare(&b, &a)
				}
				return col.compare(&a, &b)
			})
		}
	}
	return list
}

// heading is the name of a column, with a mark if the connections are sorted by it: + for rising, - for falling.
func (o statusOrder) heading(col statusColumn) string {
	switch {
	case col.name != o.column:
		return col.name
	case col.amount != o.reversed:
		return col.name + "-"
	}
	return col.name + "+"
}

// statusTable lays connections out in an order; lines are cut at width cells of the screen, 0 for none.
func statusTable(list []engine.ConnectionStatus, width int, order statusOrder) string {
	if len(list) == 0 {
		return "no connections\n"
	}
	columns := statusColumns()
	lines := make([]strings.Builder, len(list)+1)
	sorted := order.sorted(list)
	for i, col := range columns {
		cells := []string{order.heading(col)}
		for k := range sorted {
			cells = append(cells, col.cell(&sorted[k]))
		}
		wide := 0
		for _, cell := range cells {
			wide = max(wide, uniseg.StringWidth(cell)+2)
		}
		for k, cell := range cells {
			lines[k].WriteString(cell)
			if i < len(columns)-1 {
				lines[k].WriteString(strings.Repeat(" ", wide-uniseg.StringWidth(cell)))
			}
		}
	}
	var b strings.Builder
	for i := range lines {
		b.WriteString(strings.TrimRight(cutCells(lines[i].String(), width), " ") + "\n")
	}
	return b.String()
}

// cutCells cuts a line at a width in cells of the screen, never within a character; 0 cuts nothing.
func cutCells(line string, width int) string {
	if width <= 0 {
		return line
	}
	end, used := 0, 0
	for g := uniseg.NewGraphemes(line); g.Next(); {
		if used += g.Width(); used > width {
			break
		}
		_, end = g.Positions()
	}
	return line[:end]
}

func mirrorState(m engine.MirrorProgress) string {
	if m.State == "" {
		return string(engine.MirrorIdle)
	}
	return string(m.State)
}

// progressOf is how far a mirror is in percent, -1 for one that does not run.
func progressOf(m engine.MirrorProgress) int64 {
	if !m.State.Running() {
		return -1
	}
	return int64(m.Percent)
}

// gauge is a bar of ten characters for a mirror that runs.
func gauge(m engine.MirrorProgress) string {
	if progressOf(m) < 0 {
		return ""
	}
	full := min(max(m.Percent, 0), 100) / 10
	return fmt.Sprintf("[%s%s] %d%%", strings.Repeat("#", full), strings.Repeat(".", 10-full), m.Percent)
}
