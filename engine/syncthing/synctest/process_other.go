//go:build !unix

package synctest

// This file ends a daemon where there are no process groups.

import (
	"errors"
	"os/exec"
)

func own(*exec.Cmd) {}

func interrupt(cmd *exec.Cmd) { kill(cmd) }

func kill(cmd *exec.Cmd) { _ = cmd.Process.Kill() }

// Freeze cannot be done here.
func (d *Daemon) Freeze() error { return errors.ErrUnsupported }

// Thaw cannot be done here.
func (d *Daemon) Thaw() error { return errors.ErrUnsupported }
