package runtime

// This file defines limits: what a script may use, where that is looked at, and the errors that say what was exceeded.
//
// Everything that repeats or calls takes fuel. When the fuel is used up the VM looks at all limits at once, so that none of them
// costs anything in between. Work on long strings and lists takes fuel by its size; what a single operation would make is asked
// for before it is made.

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"sync/atomic"
	"time"
)

// Limits bound what a script may use; zero means no bound. Steps, output and time are counted anew for each Run and each call from
// Go, memory and depth are those of the whole VM.
type Limits struct {
	Steps  int           // loop turns and calls, counted in thousands; work on long strings and lists counts by its size
	Depth  int           // nested calls; 0 means 3,000,000
	Memory int64         // bytes that strings, arrays, hashes and frames of the script hold
	Output int64         // bytes written to standard output and standard error together; what goes beyond is not written
	Time   time.Duration // wall time
}

// limitExit is the exit code of a script that reached a limit.
const limitExit = 6

const (
	defaultDepth = 3_000_000
	fuelPerLook  = 1024
	// heavy is the size in bytes from which strings and lists take fuel, one unit for each of these.
	heavy = 1024
)

// limits are the limits of a VM with what has been used.
type limits struct {
	Limits
	steps    int
	written  atomic.Int64 // children write from other goroutines
	over     atomic.Bool  // more was written than allowed
	deadline time.Time    // of the run, if there is a limit of time
	running  atomic.Int32 // runs and calls from Go in progress
	heap     heapWatch
}

// A LimitError says that a script used more of something than it may. Eval does not stop it, except for depth.
type LimitError struct {
	Limit string        // "steps", "depth", "memory", "output", "time"
	Value int           // the limit: bytes of memory and output, whole seconds of time
	Time  time.Duration // the limit of time; 0 for others
	File  string        // the place where it was noticed; "" if unknown
	Line  int
}

func (e *LimitError) Error() string {
	value := strconv.Itoa(e.Value)
	switch {
	case e.Limit == "memory", e.Limit == "output":
		value += " bytes"
	case e.Time > 0:
		value = strconv.FormatFloat(e.Time.Seconds(), 'g', -1, 64) + " s"
	case e.Limit == "time":
		value += " s"
	}
	text := fmt.Sprintf("limit reached: %s (%s)", e.Limit, value)
	if e.File != "" {
		text += fmt.Sprintf(" at %s line %d", e.File, e.Line)
	}
	return text
}

// limitError returns the error of a limit with the place where the script is.
func (vm *VM) limitError(limit string, n int) *LimitError {
	e := &LimitError{Limit: limit, Value: n}
	if limit == "time" {
		e.Time = vm.limits.Time
	}
	if at := vm.callerSite(); at != nil && limit == "depth" {
		e.File, e.Line = at.name(), at.line
	}
	vm.locate(e)
	return e
}

// locate adds the place where the script is.
func (vm *VM) locate(e *LimitError) {
	if at := vm.whereabouts(); at != nil && e.File == "" {
		e.File, e.Line = at.name(), at.line
	}
}

// whereabouts is the place of the statement that is running, if that is kept, else of the innermost call.
func (vm *VM) whereabouts() *site {
	if vm.here != nil {
		return vm.here
	}
	return vm.callerSite()
}

// any tells whether some limit is set, so that statements note where they stand.
func (l *Limits) any() bool {
	return l.Steps > 0 || l.Depth > 0 || l.Memory > 0 || l.Output > 0 || l.Time > 0
}

// look is called when the fuel is used up: it polls for cancellation, limits and signals.
func (vm *VM) look() {
	used := fuelPerLook - vm.fuel
	vm.fuel = fuelPerLook
	if l := &vm.limits; l.Steps > 0 {
		l.steps += used
		if l.steps > l.Steps {
			panic(vm.limitError("steps", l.Steps))
		}
	}
	if vm.limits.over.Load() {
		panic(vm.limitError("output", int(vm.limits.Output)))
	}
	if vm.ctx != nil {
		select {
		case <-vm.ctx.Done():
			panic(vm.stopped(context.Cause(vm.ctx)))
		default:
		}
	}
	if vm.limits.Memory > 0 {
		vm.lookAtMemory()
	}
	vm.deliverSignals()
}

// stopped is what ends a script whose context has ended: a limit, if that was the cause.
func (vm *VM) stopped(cause error) any {
	var limit *LimitError
	if errors.As(cause, &limit) {
		e := *limit
		vm.locate(&e)
		return &e
	}
	return &cancelled{cause}
}

// ending tells whether the context has ended, for operations that take long.
func (vm *VM) ending() bool { return vm.ctx != nil && vm.ctx.Err() != nil }

// spend takes fuel for an operation on n bytes.
func (vm *VM) spend(n int) {
	if vm.fuel -= n / heavy; vm.fuel < 0 {
		vm.look()
	}
}

// Spend takes fuel for work on n bytes, and looks at the limits if it is used up. Functions that loop for long without running
// the script call it.
func (vm *VM) Spend(n int) { vm.spend(n) }

// Room makes sure that n more bytes may be made at once. Functions whose result can be much larger than their operands
// ask for it first.
func (vm *VM) Room(n int64) {
	if max := vm.limits.Memory; max > 0 && n > max {
		panic(vm.limitError("memory", int(max)))
	}
	if n >= heavy {
		vm.spend(int(min(n, 1<<40)))
	}
}

// Most returns how many bytes one operation may make, 0 if that is not bounded.
func (vm *VM) Most() int64 { return vm.limits.Memory }

// begin counts anew and gives the script until its time is up; the result ends that.
func (l *limits) begin(ctx context.Context) (context.Context, context.CancelFunc) {
	l.steps = 0
	l.written.Store(0)
	l.over.Store(false)
	if l.Time <= 0 {
		return ctx, func() {}
	}
	l.deadline = time.Now().Add(l.Time)
	return context.WithDeadlineCause(ctx, l.deadline, &LimitError{Limit: "time", Value: int(l.Time.Seconds()), Time: l.Time})
}

// bounded returns a writer that drops what is beyond the limit of the output, and notes that there was more.
func (l *limits) bounded(w io.Writer) io.Writer {
	if l.Output <= 0 {
		return w
	}
	return &boundedWriter{w, l}
}

type boundedWriter struct {
	w io.Writer
	l *limits
}

func (b *boundedWriter) Write(p []byte) (int, error) {
	left := b.l.Output - (b.l.written.Add(int64(len(p))) - int64(len(p)))
	if left >= int64(len(p)) {
		return b.w.Write(p)
	}
	b.l.over.Store(true)
	if left > 0 {
		if n, err := b.w.Write(p[:left]); err != nil {
			return n, err
		}
	}
	return len(p), nil
}

// Working takes a unit of fuel for a function that builds something large by itself and has made that many bytes so far: data that refer
// to the same part many times can become any size.
func (vm *VM) Working(made int) {
	if most := vm.limits.Memory; most > 0 && int64(made) > most {
		panic(vm.limitError("memory", int(most)))
	}
	if vm.fuel--; vm.fuel < 0 {
		vm.look()
	}
}

// Bounded tells whether anything limits the script: then functions that cannot be interrupted estimate how long they take, and call
// Afford.
func (vm *VM) Bounded() bool {
	if vm.limits.any() {
		return true
	}
	if vm.ctx == nil {
		return false
	}
	_, ends := vm.ctx.Deadline()
	return ends
}

// Afford takes fuel for work that cannot be interrupted, a unit for each microsecond. If it would last longer than the script has time
// the script ends: at once if the time is a limit of the VM, else with its context.
func (vm *VM) Afford(work time.Duration) {
	if l := &vm.limits; l.Time > 0 && vm.ctx != nil && time.Until(l.deadline) < work {
		panic(vm.limitError("time", int(l.Time.Seconds())))
	}
	if vm.ctx != nil {
		if end, ok := vm.ctx.Deadline(); ok && time.Until(end) < work {
			<-vm.ctx.Done()
			panic(vm.stopped(context.Cause(vm.ctx)))
		}
	}
	if vm.fuel -= int(min(work/time.Microsecond, 1<<40)); vm.fuel < 0 {
		vm.look()
	}
}
