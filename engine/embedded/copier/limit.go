package copier

// This file bounds how much is sent in a time.

import (
	"context"
	"sync"
	"time"
)

// Limiter lets bytes through in bursts, each followed by a pause until its time is
// over. The zero limiter lets everything through. More than a burst at once is let
// through, too, and paid for by a longer pause.
type Limiter struct {
	mu    sync.Mutex
	burst int64
	per   time.Duration
	used  int64
	began time.Time
	set   chan struct{} // closed when the limit changes
}

// Set changes the limit; burst 0 lifts it. Whoever waits is let go.
func (l *Limiter) Set(burst int64, per time.Duration) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.burst, l.per, l.used = burst, per, 0
	if l.set != nil {
		close(l.set)
		l.set = nil
	}
}

// Spend counts n bytes and waits as long as that asks for, or returns the error of
// ctx.
func (l *Limiter) Spend(ctx context.Context, n int64) error {
	if l == nil {
		return nil
	}
	l.mu.Lock()
	if l.burst <= 0 || n <= 0 {
		l.mu.Unlock()
		return nil
	}
	now := time.Now()
	if l.used == 0 || now.Sub(l.began) >= l.due() {
		l.began, l.used = now, 0
	}
	l.used += n
	if l.used < l.burst {
		l.mu.Unlock()
		return nil
	}
	wait := l.began.Add(l.due()).Sub(now)
	if l.set == nil {
		l.set = make(chan struct{})
	}
	set := l.set
	l.mu.Unlock()
	select {
	case <-time.After(wait):
		return nil
	case <-set:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// due is the time that what was used takes. The caller holds mu.
func (l *Limiter) due() time.Duration {
	return max(time.Duration(float64(l.per)*float64(l.used)/float64(l.burst)), l.per)
}
