//go:build unix

package main

// This file starts processes apart from this one's terminal.

import (
	"os/exec"
	"syscall"
)

// apart gives a command a session of its own, so that neither Ctrl-C nor the end of the terminal reaches it.
func apart(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true} }
