//go:build unix

package handle

// This file ends processes and reads their status on Unix.

import (
	"os"
	"os/exec"
	"syscall"
)

// ownGroup makes the command lead its own process group, so that what it starts can be ended with it. A process
// with a controlling terminal leaves its children in its group: elsewhere they could not read the terminal, nor would
// they get its interrupts.
func ownGroup(cmd *exec.Cmd) bool {
	if tty, err := os.OpenFile("/dev/tty", os.O_RDWR, 0); err == nil {
		_ = tty.Close() // only opened to see
		return false
	}
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	return true
}

// signal asks the process, or its group, to end; or makes it.
func (c *child) signal(kill bool) {
	sig := syscall.SIGTERM
	if kill {
		sig = syscall.SIGKILL
	}
	if c.group {
		_ = syscall.Kill(-c.cmd.Process.Pid, sig) // it may be gone
		return
	}
	_ = c.cmd.Process.Signal(sig) // it may be gone
}

// waitStatus returns $?.
func waitStatus(st *os.ProcessState) int {
	if st == nil {
		return -1
	}
	ws, ok := st.Sys().(syscall.WaitStatus)
	if !ok {
		return st.ExitCode() << 8
	}
	if ws.Signaled() {
		n := int(ws.Signal())
		if ws.CoreDump() {
			n |= 128
		}
		return n
	}
	return ws.ExitStatus() << 8
}
