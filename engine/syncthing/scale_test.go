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

// group is how many machines are connected with each other: each is the source of connections to the next five.
const group = 20

// fleet is a client of n pretended machines, m0 and so on, of which each is the source of per connections. They were made by other
// clients, one for each group, so that the client finds them by their labels.
func fleet(t *testing.T, n, per int) (*syncthing.Client, *synctest.Fleet) {
	t.Helper()
	f := synctest.NewFleet(n)
	t.Cleanup(f.Close)
	cfg := syncthing.Config{Machines: map[string]syncthing.Machine{}}
	for i := range n {
		cfg.Machines[fmt.Sprintf("m%d", i)] = syncthing.Machine{URL: f.URL, Key: engine.NewSecret(fmt.Sprintf("key-%d", i))}
	}
	open := func(first int) *syncthing.Client {
		cfg := cfg
		cfg.StateDir, cfg.FirstID = t.TempDir(), engine.ConnectionID(first)
		c, err := syncthing.Open(cfg)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { c.Close() })
		return c
	}
	var wg sync.WaitGroup
	for start := 0; start < n; start += group {
		c := open(start*1000 + 1)
		wg.Go(func() {
			defer c.Close()
			for i := start; i < min(start+group, n); i++ {
				plugAll(t, c, start, i, per)
			}
		})
	}
	wg.Wait()
	if t.Failed() {
		t.FailNow()
	}
	return open(1), f
}

// plugAll makes the connections of one machine of the group that begins at start.
func plugAll(t *testing.T, c *syncthing.Client, start, i, per int) {
	source := fmt.Sprintf("m%d", i)
	save := engine.SaveRepset{Repset: engine.Repset{Source: source, Name: "s", Rules: []engine.Rule{{Path: "/srv"}}}}
	if _, err := c.Do(t.Context(), save); err != nil {
		t.Error(err)
	}
	for k := range per {
		op := engine.Connect{Source: source, Repset: "s", Target: fmt.Sprintf("m%d", start+(i-start+1+k%5)%group),
			Mapping: mapTo(fmt.Sprintf("/copies/%s/%d", source, k))}
		if _, err := c.Do(t.Context(), op); err != nil {
			t.Error(err)
		}
	}
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

// TestScale is the simulation that docs/scale.md cites: 200 machines, 2,000 connections. How long a status takes is logged, the number of
// calls is what must hold.
func TestScale(t *testing.T) {
	machines, per := 200, 10
	if raceEnabled {
		machines, per = 40, 5 // the figures mean nothing then
	}
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
