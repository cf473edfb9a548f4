package runtime

// This file defines what a Go program may do with a VM between two runs: call subs, look at variables, end it.

import (
	"context"
	"errors"
	"os/signal"
	"time"

	"github.com/smrscript/smrscript/runtime/value"
)

// endGrace is how long END blocks may take once the script was cancelled.
const endGrace = 2 * time.Second

// enterRun begins a run or a call from Go in ctx; the result ends it.
func (vm *VM) enterRun(ctx context.Context) (done func()) {
	if ctx == nil {
		ctx = context.Background()
	}
	ctx, cancel := vm.limits.begin(ctx)
	vm.limits.running.Add(1)
	outer, here := vm.ctx, vm.here
	vm.ctx = ctx
	release := vm.children.follow(ctx)
	vm.match.state.Cancel = nil
	if ctx.Done() != nil {
		vm.match.state.Cancel = vm.ending
	}
	return func() {
		release()
		cancel()
		vm.limits.running.Add(-1)
		vm.ctx, vm.here = outer, here
	}
}

// Do runs f, which may call back into the script, with the limits of a run of its own. exit and err are as those of Run; the
// script's exit ends f.
func (vm *VM) Do(ctx context.Context, f func()) (exit int, err error) {
	done := vm.enterRun(ctx)
	defer done()
	exit, err = vm.guard(func() {
		if vm.ending() { // which a short call would not notice
			vm.look()
		}
		f()
	})
	if cerr := vm.files.FlushAll(); cerr != nil && err == nil {
		err = cerr
	}
	return exit, vm.overflown(err)
}

// overflown returns err, or the limit of the output if that was noticed by the last write only.
func (vm *VM) overflown(err error) error {
	if err == nil && vm.limits.over.Load() {
		return vm.limitError("output", int(vm.limits.Output))
	}
	return err
}

// CallIn calls a sub in list context, with the limits of a run of its own.
func (vm *VM) CallIn(ctx context.Context, code *value.Code, args []value.Value) (results []value.Value, err error) {
	exit, err := vm.Do(ctx, func() { results = vm.CallList(code, args) })
	if err == nil && exit != 0 {
		err = &ExitError{exit}
	}
	if err != nil {
		return nil, err
	}
	for i, v := range results {
		results[i] = v.Load()
	}
	return results, nil
}

// An ExitError says that a sub called from Go ended the script by exit.
type ExitError struct{ Code int }

func (e *ExitError) Error() string { return "the script called exit" }

// Close ends what outlives a run: open files, processes behind pipes, the alarm, the handling of signals. The VM is of no use
// afterwards. The errors are those of writes that nobody was told about. A VM that is still running, since it waits for something
// that cannot be interrupted, is left alone.
func (vm *VM) Close() error {
	if vm.limits.running.Load() > 0 {
		return nil
	}
	vm.Alarm(0)
	if vm.signals.arrived != nil {
		signal.Stop(vm.signals.arrived)
	}
	defer vm.children.endAt(&vm.limits)()
	return vm.files.CloseAll()
}

// Confined tells whether the script is kept from the process it runs in, see Config.
func (vm *VM) Confined() bool { return vm.config.Confined }

// Forbid ends the call if the script is confined.
func (c *Call) Forbid() {
	if c.VM.config.Confined {
		c.Die("%s: not allowed by the program that runs this script", c.Name())
	}
}

// IsLimit tells whether err is a limit, and which.
func IsLimit(err error) (limit *LimitError, ok bool) {
	ok = errors.As(err, &limit)
	return limit, ok
}
