package config

// This file puts the agent in front of the engines.

import (
	"path"
	"path/filepath"
	"strings"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/agent"
)

// Files of the agent in the state folder.
const (
	agentFile = "agent.json"
	agentLog  = "agent.log"
)

// withAgent returns the agent in front of an engine. It keeps a log in the state folder; note is told of the same, nil: nobody else is.
// On an error the engine stays open.
func (c *Config) withAgent(client engine.Client, note func(string)) (engine.Client, error) {
	a, err := agent.New(client, agent.Config{
		File:   filepath.Join(c.State, agentFile),
		Locate: func(machine string, p engine.Path) (string, string, bool) { return c.locate(machine, string(p)) },
		Note:   note,
		Log:    filepath.Join(c.State, agentLog),
	})
	if err != nil {
		return nil, err
	}
	return a, nil
}

// Locate finds the file of this host behind a path of a machine. ok is false when there is none: the files of a machine with Syncthing and
// those behind a daemon of another host are elsewhere.
func (c *Config) Locate(machine string, p engine.Path) (file string, ok bool) {
	if c.Engine.URL != "" {
		return "", false
	}
	file, _, ok = c.locate(machine, string(p))
	return file, ok
}

// locate finds the file of this host behind a path of a machine of the embedded engine.
func (c *Config) locate(machine, p string) (file, folder string, ok bool) {
	for name, m := range c.Machines {
		if !strings.EqualFold(name, machine) || m.Engine != "embedded" {
			continue
		}
		root := m.Root
		p = strings.ReplaceAll(p, `\`, "/")
		if len(p) >= 2 && p[1] == ':' {
			for drive, at := range m.Drives {
				if strings.EqualFold(strings.TrimSuffix(drive, ":"), p[:1]) {
					root, p = at, p[2:]
				}
			}
		}
		root, err := filepath.Abs(root)
		if err != nil {
			return "", "", false
		}
		return filepath.Join(root, filepath.FromSlash(path.Clean("/"+p))), root, true
	}
	return "", "", false
}
