package agent_test

// This file runs the suite of all drivers with an agent in front of the embedded engine.

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/jonboulle/clockwork"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/agent"
	"github.com/smrscript/smrscript/engine/embedded"
	"github.com/smrscript/smrscript/engine/enginetest"
)

// Cases mostly wait, so they run at the same time.
func TestSuite(t *testing.T) {
	enginetest.Complete(t, func(t *testing.T) enginetest.Fixture {
		t.Parallel()
		return fixture(t)
	})
}

func fixture(t *testing.T) enginetest.Fixture {
	dir := t.TempDir()
	cfg := embedded.Config{StateDir: filepath.Join(dir, "state"), Machines: map[string]embedded.Machine{}}
	for _, name := range []string{"alpha", "beta"} {
		root := filepath.Join(dir, name)
		if err := os.Mkdir(root, 0o755); err != nil {
			t.Fatal(err)
		}
		cfg.Machines[name] = embedded.Machine{Root: root}
	}
	locate := func(machine string, p engine.Path) (string, string, bool) {
		root := cfg.Machines[strings.ToLower(machine)].Root
		return filepath.Join(root, string(p)), root, true
	}
	clock := clockwork.NewFakeClockAt(monday)
	open := func(t *testing.T, cfg embedded.Config) engine.Client {
		client, err := embedded.Open(cfg)
		if err != nil {
			t.Fatal(err)
		}
		a, err := agent.New(client, agent.Config{File: filepath.Join(dir, "state/agent.json"), Clock: clock, Locate: locate, Grace: 2 * time.Second})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { a.Close() })
		return a
	}
	f := enginetest.Fixture{Client: open(t, cfg), Source: "alpha", Target: "beta", Clock: clock,
		SourceDir: cfg.Machines["alpha"].Root, TargetDir: cfg.Machines["beta"].Root}
	last := f.Client
	f.Reopen = func(t *testing.T) engine.Client {
		if err := last.Close(); err != nil {
			t.Fatal(err)
		}
		last = open(t, cfg)
		return last
	}
	f.Secured = func(t *testing.T) engine.Client {
		if err := last.Close(); err != nil {
			t.Fatal(err)
		}
		secured := cfg
		secured.Users = map[string]embedded.User{
			"admin":   {Password: engine.NewSecret("right"), Access: engine.AccessFull},
			"watcher": {Password: engine.NewSecret("look"), Access: engine.AccessMonitor},
		}
		return open(t, secured)
	}
	return f
}
