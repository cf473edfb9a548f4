package access

// This file makes those wait who guess passwords.

import (
	"context"
	"sync"
	"time"
)

// Defaults of Delays.
const (
	firstDelay   = 500 * time.Millisecond
	longestDelay = 30 * time.Second
	forgetAfter  = 15 * time.Minute
	mostPlaces   = 10_000
)

// Delays count failed logins by the place they come from. Attempts from one place are looked at one after another, and after each
// failure the next answer takes twice as long, from half a second to half a minute; a success or fifteen quiet minutes
// end that. The zero value is ready.
type Delays struct {
	// Wait waits, or returns the error of ctx; nil: by the clock.
	Wait func(ctx context.Context, d time.Duration) error

	mu     sync.Mutex
	places map[string]*place
}

// A place is where failures came from. Its turn is held by the attempt being looked at.
type place struct {
	turn   chan struct{}
	users  int // that hold or await the turn
	failed int
	last   time.Time
}

// guard runs check, which reports whether a login is right, and makes its caller wait if not. It returns the failures
// of the place in a row. The error is that of ctx.
func (d *Delays) guard(ctx context.Context, from string, check func() bool) (failures int, err error) {
	if d == nil {
		if !check() {
			failures = 1
		}
		return failures, nil
	}
	p := d.enter(from)
	defer d.leave(p)
	select {
	case p.turn <- struct{}{}:
	case <-ctx.Done():
		return 0, ctx.Err()
	}
	defer func() { <-p.turn }()
	ok := check()
	d.mu.Lock()
	if ok {
		p.failed = 0
	} else {
		p.failed++
	}
	failures, p.last = p.failed, time.Now()
	d.mu.Unlock()
	if ok {
		return 0, nil
	}
	return failures, d.wait(ctx, min(firstDelay<<min(failures-1, 10), longestDelay))
}

// enter finds or makes a place, and forgets those that have been quiet.
func (d *Delays) enter(from string) *place {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.places == nil || len(d.places) >= mostPlaces {
		d.forget()
	}
	p := d.places[from]
	if p == nil {
		p = &place{turn: make(chan struct{}, 1)}
		d.places[from] = p
	}
	if time.Since(p.last) > forgetAfter {
		p.failed = 0
	}
	p.users++
	return p
}

func (d *Delays) leave(p *place) {
	d.mu.Lock()
	defer d.mu.Unlock()
	p.users--
}

// forget drops the places that have been quiet; if that does not help, all that nobody waits at.
func (d *Delays) forget() {
	kept := map[string]*place{}
	for from, p := range d.places {
		if p.users > 0 || time.Since(p.last) < forgetAfter {
			kept[from] = p
		}
	}
	if len(kept) >= mostPlaces {
		for from, p := range kept {
			if p.users == 0 {
				delete(kept, from)
			}
		}
	}
	d.places = kept
}

func (d *Delays) wait(ctx context.Context, t time.Duration) error {
	if d.Wait != nil {
		return d.Wait(ctx, t)
	}
	timer := time.NewTimer(t)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
