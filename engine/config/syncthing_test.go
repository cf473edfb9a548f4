package config

// This file tests what a configuration says about machines with Syncthing, and machines of both engines side by side.

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/syncthing/synctest"
)

func TestLoadSyncthing(t *testing.T) {
	t.Setenv("GAMMA_KEY", "a-secret-key")
	c := load(t, `
state = "state"

[machines.gamma]
engine = "syncthing"
url = "https://gamma.example.com:8384"
api_key = { env = "GAMMA_KEY" }
fingerprint = "sha256:`+strings.Repeat("ab", 32)+`"
ca = "ca.pem"
address = "tcp://gamma.example.com:22000"
root = "/srv"
drives = { "d:" = "/mnt/d" }

[machines.delta]
engine = "syncthing"
url = "http://127.0.0.1:8384"

[syncthing]
timeout = "3s"
patience = "5m"
rescan = "2h"
watch_delay = "4s"
retry = "1s"
forget = true
parallel = 5
`)
	g := c.Machines["gamma"]
	if g.Engine != "syncthing" || g.URL != "https://gamma.example.com:8384" || g.Key.Env != "GAMMA_KEY" || g.Root != "/srv" || g.Drives["d:"] != "/mnt/d" ||
		g.CA != filepath.Join(filepath.Dir(c.File), "ca.pem") || g.Address != "tcp://gamma.example.com:22000" || !strings.HasPrefix(g.Fingerprint, "sha256:") {
		t.Errorf("gamma: %+v", g)
	}
	if d := c.Machines["delta"]; d.Root != "" || !d.Key.isZero() {
		t.Errorf("delta: %+v", d)
	}
	s := c.Syncthing
	if s.Timeout != 3*time.Second || s.Patience != 5*time.Minute || s.Rescan != 2*time.Hour || s.WatchDelay != 4*time.Second || s.Retry != time.Second || !s.Forget || s.Parallel != 5 {
		t.Errorf("settings %+v", s)
	}
	if text := fmt.Sprintf("%v %+v %#v", c, c, c.Machines); strings.Contains(text, "a-secret-key") {
		t.Error("the key is shown")
	}
}

func TestSyncthingMistakes(t *testing.T) {
	const m = "[machines.a]\nengine = \"syncthing\"\n"
	for _, c := range []struct {
		text, key, message string
		line               int
		kind               Kind
	}{
		{m, "machines.a", `"a" has no url`, 1, BadSetting},
		{m + "url = \"http://host:8384\"\n", "machines.a.url", "plain HTTP would send the key", 3, BadSetting},
		{m + "url = \"host\"\n", "machines.a.url", "begins with https://", 3, BadSetting},
		{m + "url = \"https://h\"\nfingerprint = \"ab\"\n", "machines.a.fingerprint", `begins with "sha256:"`, 4, BadSetting},
		{m + "url = \"https://h\"\naddress = \"h:22000\"\n", "machines.a.address", "tcp://", 4, BadSetting},
		{m + "url = \"https://h\"\nroot = \"srv\"\n", "machines.a.root", "folder of the daemon's host", 4, BadSetting},
		{m + "url = \"https://h\"\napi_key = { evn = \"X\" }\n", "machines.a.api_key.evn", `no key "evn"`, 4, UnknownKey},
		{m + "url = \"https://h\"\napikey = \"x\"\n", "machines.a.apikey", `no key "apikey"`, 4, UnknownKey},
		{m + "url = \"https://h\"\ndrives = { x = \"/y\" }\n", "machines.a.drives.x", "no drive", 4, BadSetting},
		{"[machines.a]\nroot = \"x\"\nurl = \"https://h\"\n", "machines.a.url", "for machines with engine", 3, BadSetting},
		{"[machines.a]\nroot = \"x\"\napi_key = \"k\"\n", "machines.a.api_key", "for machines with engine", 3, BadSetting},
		{"[syncthing]\ntimeout = \"5\"\n", "syncthing.timeout", `"5" is no time`, 2, BadSetting},
		{"[syncthing]\nretry = \"-1s\"\n", "syncthing.retry", "is no time", 2, BadSetting},
		{"[syncthing]\nparallel = 5000\n", "syncthing.parallel", "from 1 to 1024", 2, BadSetting},
		{"[syncthing]\ntimeuot = \"5s\"\n", "syncthing.timeuot", `no key "timeuot"`, 2, UnknownKey},
	} {
		_, err := Load(write(t, c.text))
		var e *Error
		if !errors.As(err, &e) || e.Kind != c.kind || e.Key != c.key || e.Line != c.line || !strings.Contains(e.Error(), c.message) {
			t.Errorf("%q: %v (key %q, line %d)", c.text, err, e.Key, e.Line)
		}
	}
}

// both opens a configuration with two embedded machines and two pretended daemons.
func both(t *testing.T) (engine.Client, *Config) {
	t.Helper()
	f := synctest.NewFleet(2)
	t.Cleanup(f.Close)
	c := load(t, fmt.Sprintf(`
state = "state"
[machines.alpha]
root = "alpha"
[machines.beta]
root = "beta"
[machines.gamma]
engine = "syncthing"
url = %q
api_key = { file = "key0" }
[machines.delta]
engine = "syncthing"
url = %q
api_key = { file = "key1" }
`, f.URL, f.URL))
	dir := filepath.Dir(c.File)
	for name, text := range map[string]string{"key0": "key-0\n", "key1": "key-1\n", "alpha/data/f": "1", "beta/x": ""} {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	client, err := c.Open(t.Context(), "7")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { client.Close() })
	return client, c
}

func must[R engine.Result](t *testing.T, c engine.Client, op engine.OpOf[R]) R {
	t.Helper()
	r, err := engine.Call(t.Context(), c, op)
	if err != nil {
		t.Fatalf("%s: %v", op.Name(), err)
	}
	return r
}

func TestBothEngines(t *testing.T) {
	c, _ := both(t)
	var names []string
	for _, m := range must(t, c, engine.ListMachines{}) {
		names = append(names, m.Name+" "+m.Driver)
		if !m.Online {
			t.Errorf("%+v", m)
		}
	}
	if got := strings.Join(names, ", "); got != "alpha embedded, beta embedded, delta syncthing, gamma syncthing" {
		t.Error(got)
	}
	var ids []engine.ConnectionID
	for _, m := range [][2]string{{"alpha", "beta"}, {"gamma", "delta"}} {
		must(t, c, engine.Login{Machine: m[0]})
		must(t, c, engine.SaveRepset{Repset: engine.Repset{Source: m[0], Name: "s", Rules: []engine.Rule{{Path: "/data"}}}})
		ids = append(ids, must(t, c, engine.Connect{Source: m[0], Repset: "s", Target: m[1], Mapping: engine.Mapping{Kind: engine.MapBase, Base: "/copy"}}))
	}
	if ids[0] != 1 || ids[1] != firstMixedID {
		t.Errorf("numbers %v", ids)
	}
	if list := must(t, c, engine.FindConnections{}); len(list) != 2 || list[0].ID != ids[0] || list[1].ID != ids[1] {
		t.Errorf("connections %+v", list)
	}
	for i, source := range []string{"alpha", "gamma"} {
		if list := must(t, c, engine.FindConnections{Source: source}); len(list) != 1 || list[0].ID != ids[i] {
			t.Errorf("of %s: %+v", source, list)
		}
		for _, named := range []string{"", source} {
			if s := must(t, c, engine.GetConnection{ID: ids[i], Source: named}); s.Source != source {
				t.Errorf("%d of %q: %+v", ids[i], named, s)
			}
		}
		if v := must(t, c, engine.Version{Machine: source}); v.Driver != []string{"embedded", "syncthing"}[i] {
			t.Errorf("%s: %+v", source, v)
		}
	}
	_, err := c.Do(t.Context(), engine.Connect{Source: "alpha", Repset: "s", Target: "delta"})
	if engine.CodeOf(err) != engine.CodeUnsupported || !strings.Contains(err.Error(), "same engine") {
		t.Errorf("from one engine to the other: %v", err)
	}
	for _, op := range []engine.Op{engine.Ping{Machine: "nowhere"}, engine.Connect{Source: "nowhere", Target: "delta"}, engine.ListRepsets{Source: "nowhere"}} {
		if _, err := c.Do(t.Context(), op); engine.CodeOf(err) != engine.CodeNoMachine {
			t.Errorf("%s: %v", op.Name(), err)
		}
	}
	if _, err := c.Do(t.Context(), engine.GetConnection{ID: 99}); engine.CodeOf(err) != engine.CodeNoConnection {
		t.Errorf("got %v", err)
	}
	if _, err := c.Do(t.Context(), nil); engine.CodeOf(err) != engine.CodeBadParameter {
		t.Errorf("got %v", err)
	}
	for _, id := range ids {
		must(t, c, engine.Disconnect{ID: id})
	}
	if v := must(t, c, engine.Version{}); v.Version != "7" {
		t.Errorf("version %+v", v)
	}
}

func TestEventsOfBothEngines(t *testing.T) {
	c, _ := both(t)
	kinds := []engine.EventKind{engine.EventConnected}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	events := c.Events(ctx, engine.Filter{Kinds: kinds})
	for _, m := range [][2]string{{"alpha", "beta"}, {"gamma", "delta"}} {
		must(t, c, engine.SaveRepset{Repset: engine.Repset{Source: m[0], Name: "s", Rules: []engine.Rule{{Path: "/data"}}}})
		must(t, c, engine.Connect{Source: m[0], Repset: "s", Target: m[1], Mapping: engine.Mapping{Kind: engine.MapBase, Base: "/copy"}})
	}
	seen := map[string]bool{}
	for e, err := range events {
		if err != nil {
			t.Fatal(err)
		}
		if seen[e.Source] = true; len(seen) == 2 {
			break
		}
	}
	if !seen["alpha"] || !seen["gamma"] {
		t.Errorf("seen %v", seen)
	}
	for _, f := range []engine.Filter{{Machine: "gamma", Kinds: kinds}, {Connection: firstMixedID, Kinds: kinds}} {
		ended, stop := context.WithCancel(ctx)
		stop()
		for range c.Events(ended, f) {
			t.Error("an event after the end")
		}
	}
	for _, err := range c.Events(ctx, engine.Filter{Since: 5}) {
		if engine.CodeOf(err) != engine.CodeUnsupported {
			t.Errorf("got %v", err)
		}
	}
	ended, stop := context.WithCancel(ctx)
	stop()
	for range c.Events(ended, engine.Filter{}) {
		t.Error("an event after the end")
	}
	if err := c.Close(); err != nil {
		t.Error(err)
	}
}

func TestSyncthingSecrets(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"api_key = { env = \"NO_SUCH_VARIABLE_HERE\" }\n", "NO_SUCH_VARIABLE_HERE"},
		{"ca = \"no-such-file.pem\"\n", "authorities of a cannot be read"},
	} {
		cfg := load(t, "state = \"state\"\n[machines.a]\nengine = \"syncthing\"\nurl = \"https://h\"\n"+c.text)
		if _, err := cfg.Open(t.Context(), ""); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v, want %q", err, c.want)
		}
	}
}
