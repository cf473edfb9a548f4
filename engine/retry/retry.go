// Package retry asks an engine again when it did not answer: a daemon that restarts, a network that was away for a moment.
package retry

// This file defines the policy and the client.

import (
	"context"
	"math/rand/v2"
	"slices"
	"time"

	"github.com/smrscript/smrscript/engine"
)

// A Policy says how often and how patiently to try again.
type Policy struct {
	Retries int           // how many times after the first one
	Delay   time.Duration // before the first retry; doubles each time, give or take a quarter. Default: 500 ms
	Max     time.Duration // no delay is longer. Default: 30 s
	// Codes are the failures that may pass by themselves. Default: CodeNoAnswer, CodeConnectionFailed.
	Codes []engine.Code
	// Retrying is told before each wait; nil tells nobody.
	Retrying func(op engine.Op, err error, attempt int, wait time.Duration)
}

// Client is an engine that is asked again. It is safe for concurrent use.
type Client struct {
	engine.Client
	p     Policy
	sleep func(context.Context, time.Duration) error
}

// New returns a client in front of c.
func New(c engine.Client, p Policy) *Client {
	p.defaults()
	return &Client{Client: c, p: p, sleep: Sleep}
}

func (p *Policy) defaults() {
	if p.Delay <= 0 {
		p.Delay = 500 * time.Millisecond
	}
	if p.Max <= 0 {
		p.Max = 30 * time.Second
	}
	if p.Codes == nil {
		p.Codes = []engine.Code{engine.CodeNoAnswer, engine.CodeConnectionFailed}
	}
}

// Do performs the operation, again after a failure that may pass. Asking twice for a change is safe: an engine that has made
// it already says so - the connection exists, the mirror runs - and that answer is returned as it is.
func (c *Client) Do(ctx context.Context, op engine.Op) (engine.Result, error) {
	for attempt := 1; ; attempt++ {
		result, err := c.Client.Do(ctx, op)
		if err == nil || attempt > c.p.Retries || !slices.Contains(c.p.Codes, engine.CodeOf(err)) {
			return result, err
		}
		wait := c.p.wait(attempt)
		if c.p.Retrying != nil {
			c.p.Retrying(op, err, attempt, wait)
		}
		if c.sleep(ctx, wait) != nil {
			return result, err // the failure says more than that time is up
		}
	}
}

// Wait returns how long to wait before retry number n, counted from 1.
func (p Policy) Wait(n int) time.Duration {
	p.defaults()
	return p.wait(n)
}

func (p *Policy) wait(n int) time.Duration {
	d := p.Max
	if n < 32 && p.Delay<<(n-1) > 0 {
		d = min(d, p.Delay<<(n-1))
	}
	return min(p.Max, time.Duration(float64(d)*(0.75+rand.Float64()/2)))
}

// Sleep waits; the error is why ctx ended before that.
func Sleep(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}
