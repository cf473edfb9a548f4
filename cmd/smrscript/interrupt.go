package main

// This file ends scripts by signals.

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/stdlib"
)

// An interruption is the signal that ended a script; it is the cause of the end of the script's context.
type interruption struct{ signal os.Signal }

func (i *interruption) Error() string { return "ended by the signal " + i.signal.String() }
func (i *interruption) Unwrap() error { return context.Canceled }

// repeated is how long more signals are taken for the same one: some senders tell a process and its group.
const repeated = 250 * time.Millisecond

// interruptible returns a context that Ctrl-C and a request to terminate end, unless traps says that the script deals with
// Ctrl-C itself. A second one ends the program at once.
func (a *app) interruptible(traps func() bool) (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancelCause(a.ctx)
	arrived := make(chan os.Signal, 1)
	signal.Notify(arrived, os.Interrupt, syscall.SIGTERM)
	go func() {
		defer signal.Stop(arrived)
		var trapped time.Time
		for {
			select {
			case s := <-arrived:
				if s == os.Interrupt && traps() {
					trapped = time.Now()
					continue
				}
				cancel(&interruption{s})
				swallow(arrived, repeated)
				return
			case <-ctx.Done(): // a handler may have ended the script, and the signal's repetition is still to come
				swallow(arrived, repeated-time.Since(trapped))
				return
			}
		}
	}()
	return ctx, func() { cancel(nil) }
}

// swallow takes what arrives within d for what arrived before.
func swallow(arrived <-chan os.Signal, d time.Duration) {
	for settled := time.After(d); ; {
		select {
		case <-arrived:
		case <-settled:
			return
		}
	}
}

// untrapped is for work that has no handlers of its own.
func untrapped() bool { return false }

// endStatus returns the exit status for what ended a script's context: 128 plus the number of the signal, as shells have it, or
// that of a limit.
func endStatus(err error, exit int) int {
	var i *interruption
	var l *runtime.LimitError
	switch {
	case errors.As(err, &l):
		return stdlib.ExitLimit
	case errors.As(err, &i) && exit == stdlib.ExitInterrupted && i.signal == syscall.SIGTERM:
		return 128 + int(syscall.SIGTERM)
	}
	return exit
}
