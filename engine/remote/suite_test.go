package remote_test

// This file runs the suite of all drivers through a server and a client.

import (
	"context"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/jonboulle/clockwork"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/access"
	"github.com/smrscript/smrscript/engine/agent"
	"github.com/smrscript/smrscript/engine/embedded"
	"github.com/smrscript/smrscript/engine/enginetest"
	"github.com/smrscript/smrscript/engine/remote"
	"github.com/smrscript/smrscript/engine/remote/remotetest"
)

// A house is an engine with a server in front of it.
type house struct {
	testing.TB
	dir         string
	secure      bool // over TLS
	users       map[string]access.User
	delays      *access.Delays
	log         *slog.Logger
	patience    time.Duration
	cfg         embedded.Config
	target      remote.Target
	clock       *clockwork.FakeClock
	engine      engine.Client // with an agent
	server      *remote.Server
	serving     sync.WaitGroup
	certificate *remotetest.Certificate
}

func newHouse(t testing.TB, change ...func(*house)) *house {
	t.Helper()
	h := &house{TB: t, dir: t.TempDir(), clock: clockwork.NewFakeClockAt(time.Date(2026, 6, 1, 12, 0, 0, 0, time.Local))}
	h.cfg = embedded.Config{StateDir: filepath.Join(h.dir, "state"), Version: "1.2.3", Machines: map[string]embedded.Machine{}}
	for _, name := range []string{"alpha", "beta"} {
		root := filepath.Join(h.dir, name)
		if err := os.Mkdir(root, 0o755); err != nil {
			t.Fatal(err)
		}
		h.cfg.Machines[name] = embedded.Machine{Root: root}
	}
	for _, f := range change {
		f(h)
	}
	h.start()
	t.Cleanup(h.stop)
	return h
}

func overTLS(h *house) { h.secure = true }

func withUsers(h *house) {
	h.users = map[string]access.User{
		"admin":   {Password: engine.NewSecret("right"), Access: engine.AccessFull},
		"watcher": {Password: engine.NewSecret("look"), Access: engine.AccessMonitor},
	}
}

// start opens the engine and serves it.
func (h *house) start() {
	h.Helper()
	client, err := embedded.Open(h.cfg)
	if err != nil {
		h.Fatal(err)
	}
	h.engine, err = agent.New(client, agent.Config{File: filepath.Join(h.cfg.StateDir, "agent.json"), Clock: h.clock, Locate: h.locate, Grace: 2 * time.Second})
	if err != nil {
		h.Fatal(err)
	}
	keeper, err := access.New(h.engine, access.Config{Users: h.users, Machines: []string{"alpha", "beta"}, Delays: h.delays, Log: h.log})
	if err != nil {
		h.Fatal(err)
	}
	h.server = remote.NewServer(remote.ServerConfig{Keeper: keeper, Version: "1.2.3", State: h.cfg.StateDir, Users: len(h.users), Log: h.log, Patience: h.patience})
	l := h.listen()
	h.serving.Go(func() {
		if err := h.server.Serve(l, !h.secure); err != nil {
			h.Error(err)
		}
	})
}

func (h *house) locate(machine string, p engine.Path) (file, folder string, ok bool) {
	folder = h.cfg.Machines[strings.ToLower(machine)].Root
	return filepath.Join(folder, string(p)), folder, true
}

func (h *house) listen() net.Listener {
	h.Helper()
	if !h.secure {
		l, err := remote.ListenSocket(h.cfg.StateDir)
		if err != nil {
			h.Fatal(err)
		}
		h.target = remote.Target{Socket: remote.SocketPath(h.cfg.StateDir)}
		return l
	}
	if h.certificate == nil {
		h.certificate = remotetest.NewCertificate(h.TB)
	}
	address := "127.0.0.1:0"
	if h.target.URL != "" {
		address = h.target.URL[len("https://"):] // where it was before
	}
	l, err := remote.ListenTLS(address, h.certificate.PEM, h.certificate.KeyPEM)
	if err != nil {
		h.Fatal(err)
	}
	h.target = remote.Target{URL: "https://" + l.Addr().String(), Trust: remote.Trust{CA: h.certificate.PEM}}
	return l
}

// stop ends the server and the engine; calling it again does nothing.
func (h *house) stop() {
	if h.server == nil {
		return
	}
	if err := h.server.Close(); err != nil {
		h.Error(err)
	}
	h.serving.Wait()
	if err := h.engine.Close(); err != nil {
		h.Error(err)
	}
	h.server = nil
}

func (h *house) dial() *remote.Client {
	h.Helper()
	c, err := remote.Dial(context.Background(), h.target, "1.2.3")
	if err != nil {
		h.Fatal(err)
	}
	h.Cleanup(func() { c.Close() })
	return c
}

func (h *house) fixture() enginetest.Fixture {
	f := enginetest.Fixture{Client: h.dial(), Source: "alpha", Target: "beta", Clock: h.clock, SourceDir: h.cfg.Machines["alpha"].Root, TargetDir: h.cfg.Machines["beta"].Root}
	again := func(t *testing.T) engine.Client {
		h.stop()
		h.start()
		return h.dial()
	}
	f.Reopen = again
	f.Secured = func(t *testing.T) engine.Client {
		withUsers(h)
		return again(t)
	}
	return f
}

// Cases mostly wait, so they run at the same time.
func TestSuiteOverSocket(t *testing.T) {
	enginetest.Complete(t, func(t *testing.T) enginetest.Fixture {
		t.Parallel()
		return newHouse(t).fixture()
	})
}

func TestSuiteOverTLS(t *testing.T) {
	enginetest.Run(t, func(t *testing.T) enginetest.Fixture {
		t.Parallel()
		return newHouse(t, overTLS).fixture()
	})
}
