package agent

// This file keeps what the agent was told.

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/smrscript/smrscript/engine"
)

// state is the content of the file.
type state struct {
	Format     int                 `json:"format"`
	Schedules  []engine.Schedule   `json:"schedules,omitempty"`
	Scripts    engine.ScriptList   `json:"scripts,omitempty"`
	Monitors   []engine.Monitor    `json:"monitors,omitempty"`
	Notices    engine.Notices      `json:"notices,omitzero"`
	Settings   []setting           `json:"settings,omitempty"`
	Unloaded   []unloaded          `json:"unloaded,omitempty"`
	FailedOver []failedOver        `json:"failed_over,omitempty"`
	Reblock    []engine.Connection `json:"reblock,omitempty"` // to be blocked again once they are connected anew
	Restores   []restore           `json:"restores,omitempty"`
	Held       []held              `json:"held,omitempty"`
	Shut       []shut              `json:"shut,omitempty"`
	Tasks      []queued            `json:"tasks,omitempty"`
}

// stateFormat is the only format so far.
const stateFormat = 1

type setting struct {
	Machine string `json:"machine"`
	Label   string `json:"name"`
	Value   string `json:"value"`
}

type unloaded struct {
	Machine string        `json:"machine"`
	Module  engine.Module `json:"module"`
}

// failedOver is a source that a target stands in for.
type failedOver struct {
	Source      string              `json:"source"`
	Target      string              `json:"target"`
	Connections []engine.Connection `json:"connections,omitempty"` // that it had
	Blocked     []engine.Connection `json:"blocked,omitempty"`     // those whose target path was blocked
	Restored    []string            `json:"restored,omitempty"`    // sets whose copies were brought back meanwhile
}

// restore is a connection that brings a copy back, with the set made for it.
type restore struct {
	ID     engine.ConnectionID `json:"id"`
	Source string              `json:"source"`
	Repset string              `json:"repset"`
}

// held is a connection that the agent keeps from going on.
type held struct {
	ID        engine.ConnectionID `json:"id"`
	Source    string              `json:"source"`
	Target    string              `json:"target"`
	Replicate bool                `json:"replicate,omitempty"` // goes on replicating afterwards
	Mirror    bool                `json:"mirror,omitempty"`    // its mirror is paused
	Orphans   bool                `json:"orphans,omitempty"`
	ByTarget  bool                `json:"by_target,omitempty"` // the target is paused
	ByWay     engine.Action       `json:"by_way,omitempty"`    // "pause" or "stop": the transmission is
	ByWindow  bool                `json:"by_window,omitempty"` // the schedule's window did that
}

// scripts returns the scripts of a connection.
func (s *state) scripts(id engine.ConnectionID) []engine.Script {
	var list []engine.Script
	for _, x := range s.Scripts {
		if x.ID == id {
			list = append(list, x)
		}
	}
	return list
}

func (s *state) unloaded(machine string, m engine.Module) bool {
	return slices.ContainsFunc(s.Unloaded, func(u unloaded) bool { return u.Module == m && strings.EqualFold(u.Machine, machine) })
}

// load reads the file; none is an empty state.
func (a *Agent) load() error {
	a.state.Format = stateFormat
	if a.cfg.File == "" {
		return nil
	}
	data, err := os.ReadFile(a.cfg.File)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err == nil {
		if err = json.Unmarshal(data, &a.state); err == nil && a.state.Format != stateFormat {
			err = fmt.Errorf("its format is %d, this program knows %d", a.state.Format, stateFormat)
		}
	}
	if err != nil {
		return &engine.Error{Code: engine.CodeFailed, Subject: a.cfg.File, Cause: fmt.Errorf("the schedules, monitors and settings cannot be read: %w", err),
			Hint: "Correct the file, or move it away to begin without them."}
	}
	return nil
}

// change changes the state and keeps it; a change that cannot be kept is none. The mutex must be held.
func (a *Agent) change(f func(*state)) error {
	old := a.state
	next := a.state.clone()
	f(&next)
	a.state = next
	if err := a.save(); err != nil {
		a.state = old
		return &engine.Error{Code: engine.CodeFailed, Subject: a.cfg.File, Cause: err}
	}
	return nil
}

func (s state) clone() state {
	s.Schedules, s.Scripts, s.Monitors = slices.Clone(s.Schedules), slices.Clone(s.Scripts), slices.Clone(s.Monitors)
	s.Settings, s.Unloaded, s.FailedOver = slices.Clone(s.Settings), slices.Clone(s.Unloaded), slices.Clone(s.FailedOver)
	s.Restores, s.Held = slices.Clone(s.Restores), slices.Clone(s.Held)
	s.Shut, s.Tasks = slices.Clone(s.Shut), slices.Clone(s.Tasks)
	s.Reblock = slices.Clone(s.Reblock)
	return s
}

// save writes the file beside itself and renames it, so that it is always whole.
func (a *Agent) save() error {
	if a.cfg.File == "" {
		return nil
	}
	data, err := json.MarshalIndent(a.state, "", "\t")
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(a.cfg.File), 0o700); err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(a.cfg.File), ".agent-*")
	if err != nil {
		return err
	}
	_, err = f.Write(append(data, '\n'))
	err = errors.Join(err, f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), a.cfg.File)
	}
	if err != nil {
		_ = os.Remove(f.Name())
	}
	return err
}
