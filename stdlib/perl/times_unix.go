//go:build unix

package perl

// This file defines processor times where the system has getrusage.

import (
	"syscall"

	"github.com/smrscript/smrscript/runtime"
)

func processorTimes(*runtime.VM) (user, system, childUser, childSystem float64) {
	var self, children syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &self) // fails for unknown arguments only
	_ = syscall.Getrusage(syscall.RUSAGE_CHILDREN, &children)
	return seconds(self.Utime), seconds(self.Stime), seconds(children.Utime), seconds(children.Stime)
}

// seconds rounds to the hundredths that times() counts in.
func seconds(t syscall.Timeval) float64 {
	return float64(int64(t.Sec)*100+int64(t.Usec)/10000) / 100
}
