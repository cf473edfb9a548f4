package runtime

// This file defines how signals reach a script's %SIG handlers.

import (
	"os"
	"os/signal"
	"sync/atomic"
	"syscall"
	"time"

	"github.com/smrscript/smrscript/runtime/value"
)

// signals holds what arrived and was not delivered yet. Handlers run between two statements, never in the middle of one.
type signals struct {
	arrived chan os.Signal
	alarm   *time.Timer
	due     time.Time // when the alarm rings
	rang    chan struct{}
	traps   atomic.Bool // $SIG{INT} says what an interrupt does
}

// watchSignals asks the system for the signals that %SIG may name. It is called when a handler is first installed.
func (vm *VM) watchSignals() {
	if vm.signals.arrived == nil {
		vm.signals.arrived = make(chan os.Signal, 16)
	}
	signal.Notify(vm.signals.arrived, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
}

// Alarm sends the script an ALRM after d; zero cancels it.
func (vm *VM) Alarm(d time.Duration) {
	if vm.signals.alarm != nil {
		vm.signals.alarm.Stop()
		vm.signals.alarm = nil
	}
	if d <= 0 {
		return
	}
	if vm.signals.rang == nil {
		vm.signals.rang = make(chan struct{}, 1)
	}
	rang := vm.signals.rang
	vm.signals.due = time.Now().Add(d)
	vm.signals.alarm = time.AfterFunc(d, func() {
		select {
		case rang <- struct{}{}:
		default:
		}
	})
}

// Rang is closed over by functions that wait: it delivers the alarm.
func (vm *VM) Rang() <-chan struct{} { return vm.signals.rang }

// deliverSignals runs the handlers of what has arrived.
func (vm *VM) deliverSignals() {
	select {
	case <-vm.signals.rang:
		vm.Ring()
	default:
	}
	select {
	case s := <-vm.signals.arrived:
		vm.Signal(signalName(s))
	default:
	}
}

// signalName is what %SIG calls a signal that is watched.
func signalName(s os.Signal) string {
	switch s {
	case syscall.SIGTERM:
		return "TERM"
	case syscall.SIGHUP:
		return "HUP"
	}
	return "INT"
}

// Ring delivers an alarm now: its handler is run, or the script ends as an unhandled ALRM ends perl.
func (vm *VM) Ring() {
	if code := vm.signalHandler("ALRM"); code != nil {
		vm.Call(code, []value.Value{value.Str("ALRM")}, nil)
		return
	}
	vm.writeError(value.Str("Alarm clock\n"))
	panic(&exited{142})
}

// sigHash is %SIG: the first handler for a system signal makes the VM ask for signals.
type sigHash struct {
	vm *VM
	h  value.Hash
}

func (s *sigHash) Fetch(key value.Value) value.Value { return s.h.Get(value.KeyOf(key)) }
func (s *sigHash) Exists(key value.Value) bool       { return s.h.Exists(value.KeyOf(key)) }
func (s *sigHash) Delete(key value.Value) value.Value {
	s.trap(key, value.Undef)
	return s.h.Delete(value.KeyOf(key))
}
func (s *sigHash) Clear()              { s.h.Clear(); s.vm.signals.traps.Store(false) }
func (s *sigHash) Keys() []value.Value { return s.h.Keys(nil) }

func (s *sigHash) Store(key, v value.Value) {
	s.h.Set(value.KeyOf(key), v)
	s.trap(key, v)
	switch key.String() {
	case "INT", "TERM", "HUP":
		if !s.vm.config.Confined { // the signals of the process are none of its business
			s.vm.watchSignals()
		}
	}
}

// HandlesSignal tells whether the script has a handler of its own for a signal ("INT", "TERM", "HUP").
func (vm *VM) HandlesSignal(signal string) bool { return vm.signalHandler(signal) != nil }

// trap notes whether $SIG{INT} is set to anything but the default.
func (s *sigHash) trap(key, v value.Value) {
	if key.String() == "INT" {
		s.vm.signals.traps.Store(v.IsRef() || v.Defined() && v.String() != "" && v.String() != "DEFAULT")
	}
}

// Poll ends the script if its context has ended, and runs the handlers of signals that have arrived. Functions that may have waited
// long call it, so that nothing after them runs that should not.
func (vm *VM) Poll() { vm.look() }

// TrapsInterrupt tells whether the script deals with an interrupt itself. It may be called from any goroutine.
func (vm *VM) TrapsInterrupt() bool { return vm.signals.traps.Load() }
