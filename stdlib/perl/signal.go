package perl

// This file defines alarm and kill.

import (
	"fmt"
	"os"
	"strings"
	"syscall"
	"time"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func signalEntries() []*runtime.Entry {
	return []*runtime.Entry{
		pure("alarm", "SECONDS", "have a signal sent later", `Runs $SIG{ALRM} after that many seconds; 0 cancels it. Returns how many seconds were left of
the alarm before.

    local $SIG{ALRM} = sub { die "timeout\n" };
    eval { alarm 5; alarm 0; 1 } and say "in time";   #> in time
`, func(vm *runtime.VM, v value.Value) value.Value {
			left := vm.AlarmLeft()
			vm.Alarm(time.Duration(v.ToFloat()) * time.Second)
			return value.Int(int64((left + time.Second - 1) / time.Second))
		}),
		called("kill SIGNAL, LIST\nkill SIGNAL", "send a signal to processes", `Sends a signal, by name or number, to processes and returns how many were reached; 0 only
asks whether they are there.

    say kill 0, $$;   #> 1
`, kill),
	}
}

func kill(c *runtime.Call) value.Value {
	c.Forbid()
	if len(c.Args) == 0 {
		return value.Int(0)
	}
	sig, group, ok := signalOf(c.Args[0])
	if !ok {
		c.Die("Unrecognized signal name \"%s\"", strings.TrimPrefix(c.Args[0].String(), "SIG"))
	}
	n := int64(0)
	for _, v := range c.Args[1:] {
		if !v.LooksLikeNumber() {
			c.Die("Can't kill a non-numeric process ID")
		}
		pid := int(v.ToInt())
		if group {
			pid = -pid
		}
		if r := c.VM.Rehearsal(); r != nil && sig != 0 && pid != os.Getpid() {
			r.Note(fmt.Sprintf("send signal %d to process %d", int(sig), pid))
			n++
			continue
		}
		if err := send(c.VM, pid, sig); err != nil {
			c.VM.SetErrno(err)
			continue
		}
		n++
	}
	return value.Int(n)
}

// signalOf reads a signal's name or number; a minus in front means the process group.
func signalOf(v value.Value) (sig syscall.Signal, group, ok bool) {
	if v.LooksLikeNumber() {
		n := v.ToInt()
		return syscall.Signal(max(n, -n)), n < 0, true
	}
	name, group := strings.CutPrefix(v.String(), "-")
	n, ok := SignalNumber(strings.TrimPrefix(name, "SIG"))
	return syscall.Signal(n), group, ok
}

// send sends a signal; those the script sends to itself reach its own handlers first.
func send(vm *runtime.VM, pid int, sig syscall.Signal) error {
	if pid == os.Getpid() && sig != 0 {
		if name := SignalName(int(sig)); name != "" && vm.HandlesSignal(name) {
			vm.Signal(name)
			return nil
		}
	}
	return sendSignal(pid, sig)
}

// signalNames are the names of signals by number, "" where there is none.
func signalNames() []string {
	return strings.Split("ZERO HUP INT QUIT ILL TRAP ABRT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM STKFLT CHLD CONT STOP TSTP TTIN TTOU URG XCPU XFSZ VTALRM PROF WINCH IO PWR SYS", " ")
}

// SignalNumber returns the number of a signal's name without SIG; ok is false if there is none.
func SignalNumber(name string) (n int, ok bool) {
	for i, s := range signalNames() {
		if s == name {
			return i, true
		}
	}
	return 0, false
}

// SignalName returns the name of a signal without SIG, "" if there is none.
func SignalName(n int) string {
	names := signalNames()
	if n < 1 || n >= len(names) {
		return ""
	}
	return names[n]
}
