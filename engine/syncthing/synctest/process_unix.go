//go:build unix

package synctest

// This file ends a daemon with all of its processes.

import (
	"os/exec"
	"syscall"
)

// own gives the daemon a process group, since it may run as two processes, and lets it end with the test.
func own(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	endWithParent(cmd.SysProcAttr)
}

func interrupt(cmd *exec.Cmd) { _ = syscall.Kill(-cmd.Process.Pid, syscall.SIGTERM) }

func kill(cmd *exec.Cmd) { _ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }

// Freeze makes the daemon stop in its tracks: connections stay, nothing answers.
func (d *Daemon) Freeze() error { return syscall.Kill(-d.cmd.Process.Pid, syscall.SIGSTOP) }

// Thaw lets it go on.
func (d *Daemon) Thaw() error { return syscall.Kill(-d.cmd.Process.Pid, syscall.SIGCONT) }
