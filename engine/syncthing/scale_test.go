package syncthing_test

// This file simulates a script host that drives hundreds of machines.

import (
	"fmt"
	"runtime"
	"sync"
	"testing"
	"time"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/syncthing"
	"github.com/smrscript/smrscript/engine/syncthing/synctest"
)

// fleet is a client of n pretended machines, m0 and so on, of which each is the source of per connections to its neighbours.
func fleet(t *testing.T, n, per int) (*syncthing.Client, *synctest.Fleet) {
	t.Helper()
	f := synctest.NewFleet(n)
	t.Cleanup(f.Close)
	cfg := syncthing.Config{StateDir: t.TempDir(), Machines: map[string]syncthing.Machine{}}
	for i := range n {
		cfg.Machines[fmt.Sprintf("m%d", i)] = syncthing.Machine{URL: f.URL, Key: engine.NewSecret(fmt.Sprintf("key-%d", i))}
	}
	c, err := syncthing.Open(cfg)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	var wg sync.WaitGroup
	slots := make(chan struct{}, 16)
	for i := range n {
		slots <- struct{}{}
		wg.Go(func() {
			defer func() { <-slots }()
			source := fmt.Sprintf("m%d", i)
			save := engine.SaveRepset{Repset: engine.Repset{Source: source, Name: "s", Rules: []engine.Rule{{Path: "/srv"}}}}
			if _, err := c.Do(t.Context(), save); err != nil {
				t.Error(err)
			}
			for k := range per {
				op := engine.Connect{Source: source, Repset: "s", Target: fmt.Sprintf("m%d", (i+1+k%5)%n),
					Mapping: mapTo(fmt.Sprintf("/copies/%s/%d", source, k))}
				if _, err := c.Do(t.Context(), op); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	if t.Failed() {
		t.FailNow()
	}
	return c, f
}

// status does what the command STATUS does, and returns how long it took.
func status(t *testing.T, c *syncthing.Client, want int) time.Duration {
	t.Helper()
	began := time.Now()
	list, err := engine.Call(t.Context(), c, engine.FindConnections{})
	if err != nil || len(list) != want {
		t.Fatalf("%d connections, %v", len(list), err)
	}
	for _, con := range list {
		s, err := engine.Call(t.Context(), c, engine.GetConnection{ID: con.ID})
		if err != nil || s.ID != con.ID || s.TargetState == "" {
			t.Fatalf("%+v, %v", s, err)
		}
	}
	return time.Since(began)
}

// heap is how much memory is in use.
func heap() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// TestScale is the simulation that docs/scale.md cites: 200 machines, 2,000 connections, status in less than two seconds.
func TestScale(t *testing.T) {
	const machines, per = 200, 10
	before := heap()
	c, f := fleet(t, machines, per)
	after := heap()
	calls := f.Calls.Load()
	best := time.Hour
	for range 3 {
		best = min(best, status(t, c, machines*per))
	}
	calls = (f.Calls.Load() - calls) / 3
	t.Logf("status of %d connections of %d machines: %v, %d calls; heap of driver and pretended daemons %d KiB", machines*per, machines,
		best.Round(time.Millisecond), calls, (after-before)>>10)
	if !raceEnabled && best > 2*time.Second {
		t.Errorf("status took %v", best)
	}
	// One call for the folders of each machine, one for its peers, two for each connection, and little else.
	if most := int64(machines*4 + machines*per*2); calls > most {
		t.Errorf("%d calls for a status, at most %d expected", calls, most)
	}
	if used := after - before; used > 64<<20 {
		t.Errorf("%d MiB in use", used>>20)
	}
}

// TestScaleWithDelay lets every answer take 20 ms, as over a country.
func TestScaleWithDelay(t *testing.T) {
	c, f := fleet(t, 40, 5)
	f.Delay(20 * time.Millisecond)
	took := status(t, c, 200)
	t.Logf("status of 200 connections of 40 machines with 20 ms to each: %v", took.Round(time.Millisecond))
	// One after the other the 400 calls about folders alone would take 8 s.
	if !raceEnabled && took > 4*time.Second {
		t.Errorf("status took %v: calls do not run side by side", took)
	}
	if stranger, err := engine.Call(t.Context(), c, engine.FindConnections{Source: "m1"}); err != nil || len(stranger) != 5 {
		t.Errorf("of one machine: %d, %v", len(stranger), err)
	}
}

// TestScaleEvents listens to all machines at once: one call is open to each.
func TestScaleEvents(t *testing.T) {
	const machines = 100
	c, f := fleet(t, machines, 1)
	calls := f.Calls.Load()
	done := make(chan struct{})
	go func() {
		defer close(done)
		for range c.Events(t.Context(), engine.Filter{Kinds: []engine.EventKind{engine.EventFailure}}) {
		}
	}()
	for deadline := time.Now().Add(10 * time.Second); f.Calls.Load()-calls < 2*machines && time.Now().Before(deadline); {
		time.Sleep(time.Millisecond)
	}
	time.Sleep(100 * time.Millisecond) // more calls would come now
	if got := f.Calls.Load() - calls; got != 2*machines {
		t.Errorf("%d calls to listen to %d machines", got, machines)
	}
	c.Close()
	<-done
}
