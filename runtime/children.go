package runtime

// This file decides how long processes behind pipes live. They stay from one run to the next, as open files do, and closing waits for
// them, as perl does when it exits. A run that is cancelled, or reaches a limit, ends them.

import (
	"context"
	"time"
)

// children is the context of the processes behind pipes.
type children struct {
	ctx  context.Context // nil before the first
	end  context.CancelFunc
	stop func() bool // lets go of the run whose end ends them
}

// childContext returns the context of a new process.
func (vm *VM) childContext() context.Context {
	c := &vm.children
	if c.ctx == nil || c.ctx.Err() != nil {
		c.ctx, c.end = context.WithCancel(context.Background())
		c.stop = nil
	}
	if c.stop == nil && vm.ctx != nil {
		c.stop = context.AfterFunc(vm.ctx, c.end)
	}
	return c.ctx
}

// follow ends the processes with the context of a run, until release is called, which ends nothing.
func (c *children) follow(ctx context.Context) (release func()) {
	outer := c.stop
	c.stop = nil
	if c.ctx != nil && c.ctx.Err() == nil {
		c.stop = context.AfterFunc(ctx, c.end)
	}
	return func() {
		if c.stop != nil {
			c.stop()
		}
		c.stop = outer
	}
}

// endAll ends the processes that there are.
func (c *children) endAll() {
	if c.end != nil {
		c.end()
	}
}

// endAt ends the processes when the time of the last run is up, if that is limited; release lets go of that.
func (c *children) endAt(l *limits) (release func()) {
	if c.end == nil || l.Time <= 0 {
		return func() {}
	}
	t := time.AfterFunc(time.Until(l.deadline), c.end)
	return func() { t.Stop() }
}
