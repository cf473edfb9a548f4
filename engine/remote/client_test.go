package remote_test

// This file tests several clients at once, and measures a call.

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/embedded"
	"github.com/smrscript/smrscript/engine/remote"
)

// TestTwoRotate lets two clients rotate a source between two copies each, through one server.
func TestTwoRotate(t *testing.T) {
	h := newHouse(t)
	var wg sync.WaitGroup
	for n := range 2 {
		wg.Go(func() {
			c, err := remote.Dial(context.Background(), h.target, "")
			if err != nil {
				t.Error(err)
				return
			}
			defer c.Close()
			if err := rotate(h, c, n); err != nil {
				t.Errorf("client %d: %v", n, err)
			}
		})
	}
	wg.Wait()
	list, err := engine.Call(t.Context(), h.dial(), engine.FindConnections{})
	if err != nil || len(list) != 2 {
		t.Errorf("connections %v, %v", list, err)
	}
}

// rotate freezes one copy after the other, and checks each.
func rotate(h *house, c engine.Client, n int) error {
	ctx, set := context.Background(), fmt.Sprintf("set%d", n)
	file := filepath.Join(h.dir, "alpha", set, "f")
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	rules := []engine.Rule{{Path: engine.Path("/" + set)}}
	if _, err := engine.Call(ctx, c, engine.SaveRepset{Repset: engine.Repset{Source: "alpha", Name: set, Rules: rules}}); err != nil {
		return err
	}
	var last engine.ConnectionID
	for turn := range 6 {
		text := fmt.Sprintf("turn %d", turn)
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			return err
		}
		copied := fmt.Sprintf("/%s-%d", set, turn%2)
		id, err := engine.Call(ctx, c, engine.Connect{Source: "alpha", Repset: set, Target: "beta", Mapping: engine.Mapping{Kind: engine.MapBase, Base: engine.Path(copied)},
			Mirror: &engine.MirrorOptions{Kind: engine.MirrorDifferent, Checksum: true}, Replicate: true})
		if err == nil {
			_, err = engine.Call(ctx, c, engine.Wait{ID: id, For: engine.WaitMirror})
		}
		if err == nil && last != 0 {
			_, err = engine.Call(ctx, c, engine.Disconnect{ID: last, Settle: true})
		}
		if err != nil {
			return fmt.Errorf("turn %d: %w", turn, err)
		}
		if got, err := os.ReadFile(filepath.Join(h.dir, "beta", copied, "f")); err != nil || string(got) != text {
			return fmt.Errorf("turn %d: the copy has %q, %v", turn, got, err)
		}
		last = id
	}
	return nil
}

// TestManyClients lets clients come and go while others work.
func TestManyClients(t *testing.T) {
	h := newHouse(t)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 10 {
				c, err := remote.Dial(context.Background(), h.target, "")
				if err != nil {
					t.Error(err)
					return
				}
				ctx, cancel := context.WithCancel(context.Background())
				events := c.Events(ctx, engine.Filter{})
				if _, err := c.Do(ctx, engine.ListMachines{}); err != nil {
					t.Error(err)
				}
				cancel()
				for range events {
					continue
				}
				c.Close()
			}
		})
	}
	wg.Wait()
	eventually(t, "all sessions end", func() bool { return h.clients() == 0 })
}

// TestStrangers ends sessions of other hosts in which nobody logs in, and lets their clients come back.
func TestStrangers(t *testing.T) {
	h := newHouse(t, overTLS, withUsers, func(h *house) { h.patience = 20 * time.Millisecond })
	stranger, friend := h.dial(), h.dial()
	login := engine.Login{Machine: "alpha", User: "admin", Password: engine.NewSecret("right")}
	for { // the session may end under the first tries
		if _, err := friend.Do(t.Context(), login); err == nil {
			break
		} else if engine.CodeOf(err) != engine.CodeNoAnswer {
			t.Fatal(err)
		}
	}
	eventually(t, "only the friend is left", func() bool { return h.clients() == 1 })
	if _, err := friend.Do(t.Context(), engine.ListRepsets{Source: "alpha"}); err != nil {
		t.Error(err)
	}
	eventually(t, "the stranger can come back", func() bool {
		_, err := stranger.Do(t.Context(), login)
		return err == nil
	})
	if _, err := stranger.Do(t.Context(), engine.ListRepsets{Source: "alpha"}); err != nil {
		t.Error(err)
	}
}

// TestCancelled makes sure that giving up an operation ends it on the server, and that the client can go on.
func TestCancelled(t *testing.T) {
	h := newHouse(t)
	c := h.dial()
	id := h.connected(c, func(op *engine.Connect) { op.Replicate = true })
	if _, err := c.Do(t.Context(), engine.HoldTarget{Target: "beta"}); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(h.dir, "alpha/data/f"), []byte("x"), 0o644); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() {
		_, err := c.Do(ctx, engine.Wait{ID: id, For: engine.WaitQueue})
		ended <- err
	}()
	cancel()
	if err := <-ended; !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if _, err := c.Do(t.Context(), engine.Ping{Machine: "alpha"}); err != nil {
		t.Error(err)
	}
	if _, err := c.Do(t.Context(), nil); engine.CodeOf(err) != engine.CodeBadParameter {
		t.Errorf("no operation: %v", err)
	}
}

// TestEventsTwice ranges over the same sequence again.
func TestEventsTwice(t *testing.T) {
	h := newHouse(t)
	c := h.dial()
	start := uint64(1)
	h.connected(c, func(*engine.Connect) {})
	events := c.Events(t.Context(), engine.Filter{Since: start - 1, Kinds: []engine.EventKind{engine.EventDisconnected}})
	for turn := range 2 {
		if _, err := c.Do(t.Context(), engine.Disconnect{Source: "alpha", All: true}); err != nil {
			t.Fatal(err)
		}
		for e, err := range c.Events(t.Context(), engine.Filter{Since: start}) {
			if err != nil {
				t.Fatal(err)
			}
			if e.Kind == engine.EventDisconnected {
				start = e.Seq
				break
			}
		}
		if turn == 0 {
			h.connected(c, func(*engine.Connect) {})
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for range c.Events(ctx, engine.Filter{}) {
		t.Error("an event after the end")
	}
	for e, err := range events {
		if err != nil || e.Kind != engine.EventDisconnected {
			t.Errorf("%+v, %v", e, err)
		}
		break
	}
}

// BenchmarkCall measures the same operation in the process, through the socket and over TLS.
func BenchmarkCall(b *testing.B) {
	dir := b.TempDir()
	direct, err := embedded.Open(embedded.Config{StateDir: filepath.Join(dir, "direct"), Machines: map[string]embedded.Machine{"alpha": {Root: dir}}})
	if err != nil {
		b.Fatal(err)
	}
	defer direct.Close()
	b.Run("direct", func(b *testing.B) { calls(b, direct) })
	for name, change := range map[string]func(*house){"socket": func(*house) {}, "tls": overTLS} {
		b.Run(name, func(b *testing.B) {
			h := newHouse(b, change)
			calls(b, h.dial())
		})
	}
}

func calls(b *testing.B, c engine.Client) {
	for b.Loop() {
		if _, err := c.Do(context.Background(), engine.FindConnections{}); err != nil {
			b.Fatal(err)
		}
	}
}
