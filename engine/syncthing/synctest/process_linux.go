package synctest

// This file ends daemons with the test that started them, however it ends.

import "syscall"

// endWithParent makes the system kill the process when the thread that started it ends; see (*Daemon).Run.
func endWithParent(attr *syscall.SysProcAttr) { attr.Pdeathsig = syscall.SIGKILL }
