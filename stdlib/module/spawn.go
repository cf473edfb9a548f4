package module

// This file defines IPC::Open3::Spawn, the one part of IPC::Open3 and IPC::Open2 that the language has no word for: starting a program on
// three handles. The modules themselves are files of the text directory.

import (
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/handle"
	"github.com/smrscript/smrscript/runtime/value"
)

// setupSpawn defines spawn(IN, OUT, ERR, COMMAND...): handles, undef for the script's own, and the command as system takes it. It returns
// the process id, or 0 and $! if the program cannot be started.
func setupSpawn(vm *runtime.VM) {
	vm.Define("IPC::Open3::Spawn::spawn", func(c *runtime.Call) value.Value {
		var std [3]*handle.Handle
		for i := range std {
			if v := c.Arg(i); v.Defined() {
				std[i] = c.VM.HandleOf(v)
			}
		}
		cmd := handle.Command{}
		for _, v := range c.Args[min(3, len(c.Args)):] {
			cmd.Args = append(cmd.Args, v.String())
		}
		if len(cmd.Args) == 1 {
			cmd = handle.Command{Line: cmd.Args[0]}
		}
		pid, err := c.VM.Handles().Spawn(cmd, std[0], std[1], std[2])
		if err != nil {
			c.VM.SetErrno(err)
			return value.Int(0)
		}
		return value.Int(int64(pid))
	})
}
