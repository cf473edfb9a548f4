package config

// This file tests the client that a configuration opens.

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/smrscript/smrscript/engine"
)

func load(t *testing.T, text string) *Config {
	t.Helper()
	c, err := Load(write(t, text))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestOpen(t *testing.T) {
	t.Setenv("TEST_PASSWORD", "open-sesame")
	c := load(t, `
state = "state"
[machines.alpha]
root = "."
[users.admin]
password = { env = "TEST_PASSWORD" }
[users.watcher]
password = "look"
access = "monitor"
`)
	ctx := context.Background()
	client, err := c.Open(ctx, "1.2.3")
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close()
	if v, err := engine.Call(ctx, client, engine.Version{}); err != nil || v.Version != "1.2.3" || v.Driver != "embedded" {
		t.Errorf("version %+v, %v", v, err)
	}
	for _, l := range []struct {
		user, password string
		want           engine.AccessLevel
	}{{"admin", "open-sesame", engine.AccessFull}, {"watcher", "look", engine.AccessMonitor}, {"admin", "wrong", engine.AccessNone}} {
		got, err := engine.Call(ctx, client, engine.Login{Machine: "alpha", User: l.user, Password: engine.NewSecret(l.password)})
		if err != nil || got != l.want {
			t.Errorf("%s: %v, %v", l.user, got, err)
		}
	}
	if _, err := os.Stat(filepath.Join(filepath.Dir(c.File), "state")); err != nil {
		t.Errorf("the state is elsewhere: %v", err)
	}
	if _, err := c.Open(ctx, ""); engine.CodeOf(err) == 0 || !strings.Contains(err.Error(), "in use") {
		t.Errorf("opened twice: %v", err)
	}
}

func TestOpenWithoutPassword(t *testing.T) {
	c := load(t, "[machines.alpha]\nroot = \".\"\n[users.u]\npassword = { env = \"NO_SUCH_VARIABLE_HERE\" }\n")
	_, err := c.Open(context.Background(), "")
	var e *Error
	if !errors.As(err, &e) || e.Kind != NoSecret {
		t.Errorf("got %v", err)
	}
}

func TestUnknownMachine(t *testing.T) {
	ctx := context.Background()
	c := load(t, "state = \"state\"\n[machines.alpha]\nroot = \".\"\n")
	client, err := c.Open(ctx, "")
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close()
	for name, table := range map[string]string{"gamma": "[machines.gamma]\nroot = ", "my host": "[machines.\"my host\"]\nroot = "} {
		_, err = engine.Call(ctx, client, engine.Ping{Machine: name})
		var e *engine.Error
		if !errors.As(err, &e) || e.Code != engine.CodeNoMachine || !strings.Contains(e.Help(), c.File) || !strings.Contains(e.Help(), "\n"+table) {
			t.Errorf("%s: %v\n%s", name, err, e.Help())
		}
	}
	_, err = engine.Call(ctx, client, engine.GetConnection{ID: 99})
	var e *engine.Error
	if !errors.As(err, &e) || e.Hint != "" {
		t.Errorf("advice for another error: %v %q", err, e.Hint)
	}
}

func TestWithoutMachines(t *testing.T) {
	ctx := context.Background()
	state := filepath.Join(t.TempDir(), "state")
	c := &Config{Looked: []string{"/a/smrscript.toml", "/b/smrscript.toml"}, State: state}
	client, err := c.Open(ctx, "9")
	if err != nil {
		t.Fatal(err)
	}
	for _, op := range []engine.Op{engine.Login{Machine: "x"}, engine.Ping{Machine: "x"}, engine.Version{Machine: "x"}, engine.GetRepset{Source: "x"},
		engine.SaveRepset{Repset: engine.Repset{Source: "x"}}, engine.Connect{Source: "x", Target: "y"}, engine.FindConnections{Target: "x"},
		engine.Disconnect{Source: "x", All: true}} {
		_, err := client.Do(ctx, op)
		var e *engine.Error
		if !errors.As(err, &e) || e.Code != engine.CodeNoMachine || e.Subject != "x" || e.Op != op.Name() {
			t.Errorf("%s: %v", op.Name(), err)
		} else if !strings.Contains(e.Hint, "/a/smrscript.toml and /b/smrscript.toml") || !strings.Contains(e.Hint, "[machines.x]") {
			t.Errorf("%s: hint %q", op.Name(), e.Hint)
		}
	}
	for _, op := range []engine.Op{engine.GetConnection{ID: 1}, engine.Wait{ID: 1}, engine.Disconnect{ID: 1}, engine.MirrorStart{ID: 1}, engine.ReplicationStop{ID: 1}} {
		if _, err := client.Do(ctx, op); engine.CodeOf(err) != engine.CodeNoConnection {
			t.Errorf("%s: %v", op.Name(), err)
		}
	}
	if list, err := engine.Call(ctx, client, engine.ListMachines{}); err != nil || len(list) != 0 {
		t.Errorf("machines %v, %v", list, err)
	}
	if list, err := engine.Call(ctx, client, engine.FindConnections{}); err != nil || len(list) != 0 {
		t.Errorf("connections %v, %v", list, err)
	}
	if v, err := engine.Call(ctx, client, engine.Version{}); err != nil || v.Version != "9" {
		t.Errorf("version %+v, %v", v, err)
	}
	if _, err := client.Do(ctx, nil); engine.CodeOf(err) != engine.CodeBadParameter {
		t.Errorf("no operation: %v", err)
	}
	ended, cancel := context.WithCancel(ctx)
	cancel()
	if _, err := client.Do(ended, engine.ListMachines{}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	for range client.Events(ended, engine.Filter{}) {
		t.Error("an event without machines")
	}
	if err := client.Close(); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(state); !os.IsNotExist(err) {
		t.Errorf("a state was made: %v", err)
	}
}

// TestNobodyKnowsEveryOperation makes sure that an operation added later is answered in a sensible way.
func TestNobodyKnowsEveryOperation(t *testing.T) {
	for _, name := range engine.OpNames() {
		op, ok := engine.NewOp(name)
		if !ok {
			t.Fatalf("no operation %q", name)
		}
		if _, err := (nobody{}).Do(context.Background(), op); err != nil && engine.CodeOf(err) != engine.CodeNoMachine && engine.CodeOf(err) != engine.CodeNoConnection {
			t.Errorf("%s: %v", name, err)
		}
	}
}
