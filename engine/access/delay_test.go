package access

// This file tests the delays of those who guess.

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"sync"
	"testing"
	"time"

	"github.com/smrscript/smrscript/engine"
)

func TestDelays(t *testing.T) {
	var waited []time.Duration
	d := &Delays{Wait: func(_ context.Context, t time.Duration) error {
		waited = append(waited, t)
		return nil
	}}
	k := newKeeper(t, &world{}, func(c *Config) { c.Delays = d })
	for range 3 {
		login(t, k.Session("one"), "alpha", "admin", "wrong") // a new session is no way round
	}
	login(t, k.Session("two"), "alpha", "admin", "wrong")
	login(t, k.Session("one"), "alpha", "admin", "right")
	login(t, k.Session("one"), "alpha", "admin", "wrong")
	want := []time.Duration{500 * time.Millisecond, time.Second, 2 * time.Second, 500 * time.Millisecond, 500 * time.Millisecond}
	if !slices.Equal(waited, want) {
		t.Errorf("waited %v, want %v", waited, want)
	}
	waited = nil
	for range 20 {
		login(t, k.Session("three"), "alpha", "watcher", "wrong")
	}
	if waited[19] != longestDelay {
		t.Errorf("the twentieth failure waits %v", waited[19])
	}
	d.places["three"].last = time.Now().Add(-time.Hour)
	login(t, k.Session("three"), "alpha", "watcher", "wrong")
	if waited[20] != firstDelay {
		t.Errorf("after an hour a failure waits %v", waited[20])
	}
}

// TestDelaysInTurn makes sure that guessing in parallel is not faster.
func TestDelaysInTurn(t *testing.T) {
	var mu sync.Mutex
	now, most, total := 0, 0, time.Duration(0)
	d := &Delays{Wait: func(_ context.Context, t time.Duration) error {
		mu.Lock()
		now++
		most, total = max(most, now), total+t
		mu.Unlock()
		mu.Lock()
		now--
		mu.Unlock()
		return nil
	}}
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() { _, _ = d.guard(context.Background(), "one", func() bool { return false }) })
	}
	wg.Wait()
	if want := firstDelay * (1 + 2 + 4 + 8 + 16 + 32); most != 1 || total != want+2*longestDelay {
		t.Errorf("%d at once, %v in all", most, total)
	}
}

func TestDelayEnds(t *testing.T) {
	d := &Delays{}
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 2)
	began := make(chan struct{})
	go func() {
		_, err := d.guard(ctx, "one", func() bool { close(began); return false })
		ended <- err
	}()
	<-began
	go func() { // this one waits for its turn
		_, err := d.guard(ctx, "one", func() bool { return false })
		ended <- err
	}()
	cancel()
	for range 2 {
		if err := <-ended; !errors.Is(err, context.Canceled) {
			t.Errorf("got %v", err)
		}
	}
	if n, err := d.guard(context.Background(), "two", func() bool { return true }); n != 0 || err != nil {
		t.Errorf("a success elsewhere: %d, %v", n, err)
	}
	var none *Delays
	if n, err := none.guard(context.Background(), "", func() bool { return false }); n != 1 || err != nil {
		t.Errorf("without delays: %d, %v", n, err)
	}
}

// TestPlacesAreForgotten makes sure that many senders do not fill the memory.
func TestPlacesAreForgotten(t *testing.T) {
	d := &Delays{Wait: func(context.Context, time.Duration) error { return nil }}
	for i := range 3 * mostPlaces {
		_, _ = d.guard(context.Background(), strconv.Itoa(i), func() bool { return false })
	}
	if len(d.places) > mostPlaces {
		t.Errorf("%d places", len(d.places))
	}
}

// TestCancelledLogin makes sure that a login that was given up grants nothing.
func TestCancelledLogin(t *testing.T) {
	k := newKeeper(t, &world{}, func(c *Config) {
		c.Delays = &Delays{Wait: func(context.Context, time.Duration) error { return context.Canceled }}
	})
	s := k.Session("one")
	if _, err := s.Do(t.Context(), engine.Login{Machine: "alpha", User: "admin", Password: engine.NewSecret("no")}); !errors.Is(err, context.Canceled) || s.Highest() != 0 {
		t.Errorf("%v, %v", err, s.Highest())
	}
}
