package main

// This file defines smrscript status and smrscript watch.

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/dustin/go-humanize"
	"golang.org/x/term"

	"github.com/smrscript/smrscript"
	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/stdlib"
)

type statusCommand struct {
	JSON bool `name:"json" help:"Print a JSON document."`
}

type watchCommand struct {
	Every time.Duration `default:"1s" help:"How often to look."`
	Times int           `help:"Stop after this many times; 0 goes on until Ctrl-C."`
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
	_, err = io.WriteString(a.Out, statusTable(list, 0))
	return err
}

// Run shows the connections until somebody has seen enough.
func (c *watchCommand) Run(a *app) error {
	if c.Every < 50*time.Millisecond {
		return usage(a, "--every: at least 50ms")
	}
	ctx, stop := signal.NotifyContext(a.ctx, os.Interrupt)
	defer stop()
	in := smrscript.New(smrscript.Config{ConfigFile: a.config, WhichEngine: a.which, Stdout: a.Out, Stderr: a.Err, Version: versionText()})
	defer in.Close()
	screen := isTerminal(a.Out) && os.Getenv("TERM") != "dumb"
	ticker := time.NewTicker(c.Every)
	defer ticker.Stop()
	for n := 1; ; n++ {
		list, err := connectionStatuses(ctx, in)
		switch {
		case ctx.Err() != nil:
			return nil
		case err != nil:
			fmt.Fprintf(a.Err, "smrscript: %s\n", err)
			return exitStatus(stdlib.ExitNoEngine)
		}
		a.draw(list, screen)
		if n == c.Times {
			return nil
		}
		select {
		case <-ticker.C:
		case <-ctx.Done():
			return nil
		}
	}
}

// draw shows a table, on a terminal in the place of the one before.
func (a *app) draw(list []engine.ConnectionStatus, screen bool) {
	width := 0
	if f, ok := a.Out.(*os.File); ok && screen {
		if w, _, err := term.GetSize(int(f.Fd())); err == nil {
			width = w
		}
	}
	text := time.Now().Format("15:04:05") + "\n" + statusTable(list, width)
	if screen {
		text = "\x1b[H\x1b[2J" + text
	}
	_, _ = io.WriteString(a.Out, text)
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

// statusTable lays connections out; lines are cut at width, 0 for none.
func statusTable(list []engine.ConnectionStatus, width int) string {
	if len(list) == 0 {
		return "no connections\n"
	}
	var b strings.Builder
	w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "ID\tSet\tSource\tTarget\tState\tMirror\t\tRate\tQueue\tErrors")
	for _, st := range list {
		m := st.Mirror
		queue := m.BytesQueue + st.Replication.BytesQueue
		fmt.Fprintf(w, "%d\t%s\t%s\t%s\t%s\t%s\t%s\t%s/s\t%s\t%d\n", st.ID, st.Repset, st.Source, st.Target, st.TargetState, mirrorState(m), gauge(m),
			humanize.IBytes(uint64(max(m.BytesRate, 0))), humanize.IBytes(uint64(max(queue, 0))), m.Errors+st.Replication.Errors)
	}
	_ = w.Flush()
	if width <= 0 {
		return b.String()
	}
	lines := strings.Split(b.String(), "\n")
	for i, line := range lines {
		if r := []rune(line); len(r) > width {
			lines[i] = string(r[:width])
		}
	}
	return strings.Join(lines, "\n")
}

func mirrorState(m engine.MirrorProgress) string {
	if m.State == "" {
		return string(engine.MirrorIdle)
	}
	return string(m.State)
}

// gauge is a bar of ten characters for a mirror that runs.
func gauge(m engine.MirrorProgress) string {
	if !m.State.Running() || m.Percent < 0 {
		return ""
	}
	full := min(max(m.Percent, 0), 100) / 10
	return fmt.Sprintf("[%s%s] %d%%", strings.Repeat("#", full), strings.Repeat(".", 10-full), m.Percent)
}
