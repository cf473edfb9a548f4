//go:build !windows

package smrscript_test

// This file proves that the attempts that a sandbox refuses would have worked. The program is a shell script.

import (
	"os"
	"testing"

	"github.com/smrscript/smrscript"
)

// TestSandboxWithProcesses is the proof that the attempts above would have worked.
func TestSandboxWithProcesses(t *testing.T) {
	config, mark := confinedWorld(t)
	cfg := smrscript.Config{ConfigFile: config, Sandbox: &smrscript.Sandbox{Configuration: true, Processes: true}}
	if out, exit := runConfined(t, cfg, connected+`queuetask x to beta onexecute="/bin/mark" timeout=forever; wait on queue $con;`); exit != 0 {
		t.Errorf("exit %d: %s", exit, out)
	}
	if _, err := os.Stat(mark); err != nil {
		t.Errorf("the program has not run: %v", err)
	}
}
