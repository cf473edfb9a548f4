package perl

// This file defines the functions that run other programs.

import (
	"os"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/handle"
	"github.com/smrscript/smrscript/runtime/value"
)

func processEntries() []*runtime.Entry {
	return []*runtime.Entry{
		called("system LIST\nsystem PROGRAM LIST", "run a program", `Runs a program to its end and returns $?: the exit status times 256, plus the number of a signal
that ended it; -1 if it could not be started. A single operand is a command line.

    say system("true") == 0 ? "well" : "failed";   #> well
`, system),
		called("exec LIST\nexec PROGRAM LIST", "end by running a program", `Runs a program in place of the script, which ends with its exit status. It comes back
only if the program cannot be started.

    exec "echo", "last";   #> last
`, exec),
		called("readpipe EXPR\nreadpipe", "output of a command line", "Runs a command line and returns its output, in list context line by line; `...` is the same.\n\n    print readpipe \"echo hi\";   #> hi\n", readpipe),
		called("wait", "wait for a child", `Waits for a program that IPC::Open3 started, sets $? and returns its process id; -1 if there is none. Those of
system and of pipes are waited for by system and close.

    say wait;   #> -1
`, func(c *runtime.Call) value.Value { return reap(c, -1, false) }),
		called("waitpid PID,FLAGS", "wait for a child", `Waits for a program that IPC::Open3 started, any for -1, sets $? and returns its process id. With WNOHANG as FLAGS it
returns 0 at once while the program runs. -1 if there is no such program.

    say waitpid -1, 0;   #> -1
`, func(c *runtime.Call) value.Value { return reap(c, int(c.Arg(0).ToInt()), c.Arg(1).ToInt()&1 != 0) }),
		called("getppid", "process id of the parent", `The number of the process that started this one.

    say getppid > 0 ? "known" : "unknown";   #> known
`, func(c *runtime.Call) value.Value {
			c.Forbid()
			return value.Int(int64(os.Getppid()))
		}),
	}
}

// commandOf makes a command of the operands of system and exec: a block before the list names the program.
func commandOf(c *runtime.Call) handle.Command {
	args := c.Args
	path := ""
	if c.Handle() {
		path = args[0].String()
		args = args[1:]
	}
	if len(args) == 1 && path == "" {
		return handle.Command{Line: args[0].String()}
	}
	cmd := handle.Command{Path: path}
	for _, a := range args {
		cmd.Args = append(cmd.Args, a.String())
	}
	return cmd
}

func system(c *runtime.Call) value.Value {
	status, err := c.VM.Handles().Run(c.VM.Context(), commandOf(c), handle.Stdio{})
	c.VM.SetStatus(status)
	c.VM.Poll()
	if err != nil {
		c.VM.SetErrno(err)
	}
	return value.Int(int64(status))
}

func exec(c *runtime.Call) value.Value {
	status, err := c.VM.Handles().Exec(c.VM.Context(), commandOf(c))
	if status != -1 {
		c.VM.Vanish(handle.ExitCode(status))
	}
	c.VM.SetErrno(err)
	return value.No
}

func readpipe(c *runtime.Call) value.Value {
	line := c.VM.Topic()
	if len(c.Args) > 0 {
		line = c.Args[0]
	}
	_ = c.VM.Handles().FlushAll() // what the script printed so far comes first
	out, status, err := c.VM.Handles().Capture(c.VM.Context(), handle.Command{Line: line.String()})
	c.VM.SetStatus(status)
	c.VM.Poll()
	if err != nil {
		c.VM.SetErrno(err)
	}
	if c.Want != runtime.WantList {
		if status == -1 {
			return value.Undef
		}
		return value.Bytes(out)
	}
	var lines []value.Value
	for len(out) > 0 {
		n := 0
		for n < len(out) && out[n] != '\n' {
			n++
		}
		n = min(n+1, len(out))
		lines = append(lines, value.Str(string(out[:n])))
		out = out[n:]
	}
	return c.Return(lines...)
}

// reap is wait and waitpid; poll does not wait for a program that still runs.
func reap(c *runtime.Call, pid int, poll bool) value.Value {
	ended, status, err := c.VM.Handles().Reap(c.VM.Context(), pid, poll)
	c.VM.Poll()
	if err != nil {
		c.VM.SetErrno(err)
	}
	c.VM.SetStatus(status)
	return value.Int(int64(ended))
}
