//go:build !unix

package perl

// This file defines processor times where the system has no getrusage: the time the script has been running.

import (
	"time"

	"github.com/smrscript/smrscript/runtime"
)

func processorTimes(vm *runtime.VM) (user, system, childUser, childSystem float64) {
	return float64(time.Since(vm.Start()).Milliseconds()/10) / 100, 0, 0, 0
}
