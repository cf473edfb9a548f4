//go:build !unix

package handle

// This file ends processes and reads their status where there are no signals.

import (
	"os"
	"os/exec"
)

func ownGroup(*exec.Cmd) bool { return false }

func (c *child) signal(bool) {
	_ = c.cmd.Process.Kill() // it may be gone
}

// waitStatus returns $?: the exit code times 256.
func waitStatus(st *os.ProcessState) int {
	if st == nil {
		return -1
	}
	return st.ExitCode() & 0xFF << 8
}
