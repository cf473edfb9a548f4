package stdlib

// This file puts the agent in front of the engine of a configuration.

import (
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/agent"
	"github.com/smrscript/smrscript/engine/config"
)

// Files of the agent in the state folder.
const (
	agentFile = "agent.json"
	agentLog  = "agent.log"
	logLimit  = 1 << 20 // bytes; at the limit the log becomes agent.log.1 and begins anew
)

// withAgent returns the agent of a configuration; the engine is closed if there can be none.
func withAgent(c *config.Config, client engine.Client) (engine.Client, error) {
	if len(c.Machines) == 0 {
		return client, nil
	}
	log := filepath.Join(c.State, agentLog)
	a, err := agent.New(client, agent.Config{
		File:   filepath.Join(c.State, agentFile),
		Locate: func(machine string, p engine.Path) (string, string, bool) { return locate(c, machine, string(p)) },
		Note:   func(text string) { logLine(log, text) },
	})
	if err != nil {
		return nil, errors.Join(err, client.Close())
	}
	return a, nil
}

// locate finds the file of this host behind a path of a machine of the embedded engine.
func locate(c *config.Config, machine, p string) (file, folder string, ok bool) {
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

// logLine adds a line to a log. What cannot be logged is not worth ending a replication for.
func logLine(name, text string) {
	if info, err := os.Stat(name); err == nil && info.Size() > logLimit {
		_ = os.Rename(name, name+".1")
	}
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o600)
	if err != nil {
		return
	}
	defer f.Close()
	_, _ = fmt.Fprintf(f, "%s %s\n", time.Now().Format(time.RFC3339), strings.ReplaceAll(text, "\n", " "))
}
