package main

// This file follows the mirrors that go on while the prompt does other things: the engine runs them, the prompt lists them, and says
// when they are done.

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/dustin/go-humanize"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/stdlib"
)

// A jobList holds the connections of this conversation whose mirrors nobody has waited for.
type jobList struct {
	mu  sync.Mutex
	ids map[engine.ConnectionID]bool
}

// set puts a connection on the list or takes it off.
func (l *jobList) set(id engine.ConnectionID, on bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	switch {
	case !on:
		delete(l.ids, id)
	case l.ids == nil:
		l.ids = map[engine.ConnectionID]bool{id: true}
	default:
		l.ids[id] = true
	}
}

func (l *jobList) all() []engine.ConnectionID {
	l.mu.Lock()
	defer l.mu.Unlock()
	return slices.Sorted(maps.Keys(l.ids))
}

// A starter notes the mirrors that are started through it.
type starter struct {
	engine.Client
	jobs *jobList
}

// Do implements engine.Client.
func (s *starter) Do(ctx context.Context, op engine.Op) (engine.Result, error) {
	r, err := s.Client.Do(ctx, op)
	if err != nil {
		return r, err
	}
	if start, ok := op.(engine.MirrorStart); ok {
		s.jobs.set(start.ID, true)
	}
	if id, ok := r.(engine.ConnectionID); ok { // connect and restore mirror at once
		s.jobs.set(id, true)
	}
	return r, nil
}

// A waited is a progress that takes the mirrors it has shown to their end off the list.
type waited struct {
	stdlib.Progress // may be nil
	jobs            *jobList
}

// Begin implements stdlib.Progress.
func (w *waited) Begin(st engine.ConnectionStatus) {
	if w.Progress != nil {
		w.Progress.Begin(st)
	}
}

// Update implements stdlib.Progress.
func (w *waited) Update(id engine.ConnectionID, m engine.MirrorProgress) {
	if w.Progress != nil {
		w.Progress.Update(id, m)
	}
}

// End implements stdlib.Progress.
func (w *waited) End(st engine.ConnectionStatus) {
	if w.Progress != nil {
		w.Progress.End(st)
	}
	if !st.Mirror.State.Running() {
		w.jobs.set(st.ID, false)
	}
}

// jobPatience is how long the prompt waits for what the engine has to say of its mirrors.
const jobPatience = time.Second

// finished tells of the mirrors that have ended since the last prompt.
func (c *console) finished() {
	ids := c.running.all()
	if len(ids) == 0 {
		return
	}
	ctx, cancel := context.WithTimeout(c.ctx, jobPatience)
	defer cancel()
	client, err := c.in.Session.Client(ctx)
	if err != nil {
		return
	}
	for _, id := range ids {
		st, err := engine.Call(ctx, client, engine.GetConnection{ID: id})
		switch {
		case engine.CodeOf(err) == engine.CodeNoConnection:
			c.running.set(id, false)
		case err != nil:
			return
		case !st.Mirror.State.Running():
			c.running.set(id, false)
			fmt.Fprintf(c.Out, "[%d] %s\n", id, mirrorEnd(st, humanize.IBytes(uint64(max(st.Mirror.BytesSent, 0)))))
		}
	}
}

// jobs lists the mirrors that go on, whoever has started them.
func (c *console) jobs(string) error {
	list, err := connectionStatuses(c.ctx, c.in)
	if err != nil {
		return err
	}
	running := 0
	for _, st := range list {
		if m := st.Mirror; m.State.Running() {
			running++
			fmt.Fprintf(c.Out, "[%d] %s to %s  %s %s  %d of %d files, %s/s\n", st.ID, st.Repset, st.Target, m.State, gauge(m), m.FilesDone, m.FilesTotal, humanize.IBytes(uint64(max(m.BytesRate, 0))))
		}
	}
	if running == 0 {
		fmt.Fprintln(c.Out, "no mirror is running")
	}
	return nil
}

// inBackground recognises a command with & behind it and returns the command. Engines mirror in the background anyway, so that
// there is nothing more to do than not to wait.
func (c *console) inBackground(line string) (command string, ok bool) {
	command, ok = strings.CutSuffix(line, "&")
	if command = strings.TrimSpace(command); !ok || command == "" || strings.HasSuffix(command, "&") {
		return "", false
	}
	return command, c.headOf(command) != ""
}

// headOf returns the command word that a line begins with, perhaps behind an assignment, "" for other lines.
func (c *console) headOf(line string) string {
	if _, right, ok := strings.Cut(line, "="); ok && strings.HasPrefix(line, "$") {
		line = right
	}
	word, _, _ := strings.Cut(strings.TrimSpace(line), " ")
	if c.in.Words().Command(word) == nil {
		return ""
	}
	return strings.ToUpper(word)
}

// background runs a command that is not to be waited for.
func (c *console) background(command string) {
	if c.headOf(command) != "WAIT" {
		c.enter(command)
		return
	}
	fmt.Fprintln(c.Out, "mirrors go on by themselves; :jobs lists them, and the prompt says when they are done")
}
