package embedded_test

// This file runs the suite of all drivers.

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/embedded"
	"github.com/smrscript/smrscript/engine/enginetest"
)

func TestSuite(t *testing.T) { enginetest.Run(t, fixture) }

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
	f := enginetest.Fixture{Client: open(t, cfg), Source: "alpha", Target: "beta",
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
		secured := cfg
		secured.Users = map[string]embedded.User{
			"admin":   {Password: engine.NewSecret("right"), Access: engine.AccessFull},
			"watcher": {Password: engine.NewSecret("look"), Access: engine.AccessMonitor},
		}
		return open(t, secured)
	}
	return f
}

func open(t *testing.T, cfg embedded.Config) engine.Client {
	t.Helper()
	c, err := embedded.Open(cfg)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	return c
}
