package embedded

// This file tests the state folder: lock, damage, crash.

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"go.etcd.io/bbolt"

	"github.com/smrscript/smrscript/engine"
)

// testConfig is an engine with the machines alpha and beta below dir.
func testConfig(t testing.TB, dir string) Config {
	t.Helper()
	cfg := Config{StateDir: filepath.Join(dir, "state"), Machines: map[string]Machine{}, Settings: Settings{LockTimeout: 50 * time.Millisecond}}
	for _, name := range []string{"alpha", "beta"} {
		root := filepath.Join(dir, name)
		must(t, os.MkdirAll(root, 0o755))
		cfg.Machines[name] = Machine{Root: root}
	}
	return cfg
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func mustOpen(t testing.TB, cfg Config) engine.Client {
	t.Helper()
	c, err := Open(cfg)
	must(t, err)
	t.Cleanup(func() { c.Close() })
	return c
}

func call[R engine.Result](t testing.TB, c engine.Client, op engine.OpOf[R]) R {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 60*time.Second)
	defer cancel()
	r, err := engine.Call(ctx, c, op)
	if err != nil {
		t.Fatalf("%s: %v", op.Name(), err)
	}
	return r
}

func write(t testing.TB, path, content string) {
	t.Helper()
	must(t, os.MkdirAll(filepath.Dir(path), 0o755))
	must(t, os.WriteFile(path, []byte(content), 0o644))
}

func read(path string) string {
	data, err := os.ReadFile(path)
	if err != nil {
		return err.Error()
	}
	return string(data)
}

// connected makes the set s of /data and connects it to /copy.
func connected(t testing.TB, c engine.Client, replicate bool) engine.ConnectionID {
	t.Helper()
	call(t, c, engine.SaveRepset{Repset: engine.Repset{Source: "alpha", Name: "s", Rules: []engine.Rule{{Path: "/data"}}}})
	return call(t, c, engine.Connect{Source: "alpha", Repset: "s", Target: "beta", Mapping: engine.Mapping{Kind: engine.MapBase, Base: "/copy"},
		Mirror: &engine.MirrorOptions{}, Replicate: replicate})
}

// opens expects Open to fail with all the words in its message and help.
func refusesToOpen(t *testing.T, cfg Config, words ...string) {
	t.Helper()
	c, err := Open(cfg)
	if err == nil {
		c.Close()
		t.Fatalf("opened; expected an error with %q", words)
	}
	var e *engine.Error
	if !errors.As(err, &e) || e.Op != "open" {
		t.Fatalf("error %#v", err)
	}
	text := err.Error() + " " + e.Help()
	for _, w := range words {
		if !strings.Contains(text, w) {
			t.Errorf("%q does not say %q", text, w)
		}
	}
}

func TestSecondProcess(t *testing.T) {
	cfg := testConfig(t, t.TempDir())
	c := mustOpen(t, cfg)
	refusesToOpen(t, cfg, "in use by process", fmt.Sprint(os.Getpid()), cfg.StateDir, "another state folder")
	must(t, c.Close())
	mustOpen(t, cfg)
}

func TestBadConfigurations(t *testing.T) {
	dir := t.TempDir()
	for _, tt := range []struct {
		change func(*Config)
		words  []string
	}{
		{func(c *Config) { c.StateDir = "" }, []string{"no state folder"}},
		{func(c *Config) { c.Machines["ALPHA"] = c.Machines["alpha"] }, []string{"ALPHA", "alpha", "case"}},
		{func(c *Config) { c.Machines["x"] = Machine{} }, []string{`"x"`, "root folder"}},
		{func(c *Config) { c.Machines["x"] = Machine{Root: dir, Drives: map[string]string{"dd": dir}} }, []string{`"dd"`, "letter"}},
		{func(c *Config) { c.StateDir = filepath.Join(dir, "file", "below") }, []string{"file"}},
	} {
		cfg := testConfig(t, dir)
		write(t, filepath.Join(dir, "file"), "x")
		tt.change(&cfg)
		refusesToOpen(t, cfg, tt.words...)
	}
}

func TestDamagedState(t *testing.T) {
	for name, damage := range map[string]func(path string, size int64) error{
		"garbage":   func(p string, _ int64) error { return os.WriteFile(p, []byte(strings.Repeat("garbage ", 9000)), 0o600) },
		"short":     func(p string, _ int64) error { return os.WriteFile(p, []byte("x"), 0o600) },
		"truncated": func(p string, _ int64) error { return os.Truncate(p, 3*4096) },
		"zeroed": func(p string, size int64) error {
			f, err := os.OpenFile(p, os.O_WRONLY, 0)
			if err != nil {
				return err
			}
			defer f.Close()
			_, err = f.WriteAt(make([]byte, size-2*4096), 2*4096) // all but the two heads
			return err
		},
	} {
		t.Run(name, func(t *testing.T) {
			cfg := testConfig(t, t.TempDir())
			c := mustOpen(t, cfg)
			call(t, c, engine.SaveRepset{Repset: engine.Repset{Source: "alpha", Name: "s", Rules: []engine.Rule{{Path: "/data"}}}})
			must(t, c.Close())
			path := filepath.Join(cfg.StateDir, stateFile)
			info, err := os.Stat(path)
			must(t, err)
			must(t, damage(path, info.Size()))
			refusesToOpen(t, cfg, "damaged", stateFile, "move it away")
			must(t, os.Rename(path, path+".bad")) // the way out that the message names
			mustOpen(t, cfg)
		})
	}
}

func TestNewerState(t *testing.T) {
	cfg := testConfig(t, t.TempDir())
	must(t, mustOpen(t, cfg).Close())
	db, err := bbolt.Open(filepath.Join(cfg.StateDir, stateFile), 0o600, nil)
	must(t, err)
	must(t, db.Update(func(tx *bbolt.Tx) error { return tx.Bucket(bucketMeta()).Put([]byte("version"), []byte("99")) }))
	must(t, db.Close())
	refusesToOpen(t, cfg, "99", "newer")
}

func TestReadOnlyState(t *testing.T) {
	if os.Geteuid() == 0 || runtime.GOOS == "windows" {
		if !isReadOnly(&fs.PathError{Op: "open", Path: "x", Err: errors.New("read-only file system")}) {
			t.Error("a read-only file system is not recognized")
		}
		return
	}
	cfg := testConfig(t, t.TempDir())
	must(t, os.Mkdir(cfg.StateDir, 0o500))
	refusesToOpen(t, cfg, cfg.StateDir, "able to write")
}

func TestMissingMachine(t *testing.T) {
	cfg := testConfig(t, t.TempDir())
	c := mustOpen(t, cfg)
	write(t, filepath.Join(cfg.Machines["alpha"].Root, "data/f"), "1")
	connected(t, c, false)
	must(t, c.Close())
	delete(cfg.Machines, "beta")
	refusesToOpen(t, cfg, "connection 1", "beta", "configuration")
}
