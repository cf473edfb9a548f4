package stdlib

// This file defines QUEUETASK.

import (
	"time"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func queueTaskEntries() []*runtime.Entry {
	return []*runtime.Entry{{
		Usage: "QueueTASK <job_name> TO <target> {(ONQueue | ONTRANSmit | ONRECeive | ONEXECute) = <path> [<text>]}" +
			" [TIMEOUT=(<duration> | FOREVER)] [INTERACT | NOINTERACT]",
		Summary: "put a task into the stream of changes",
		Effect:  engine.Destroy,
		Command: command(runQueueTask),
		Doc: `
Puts a task into the stream from the current source to a target, in order with the data: what was changed before has
arrived when it runs at its last point. The points, of which a task may have several: ONQUEUE on the source once the
task is queued, ONTRANSMIT on the source just before it is sent, ONRECEIVE on the target once it is received,
ONEXECUTE on the target once everything before it is applied. A program's path is as the machine sees it on which it
runs; its arguments are one text, separated by blanks.

TIMEOUT says how long the stream waits for each program: 0, the default, not at all; FOREVER without limit. The
command itself returns as soon as the task is queued; WAIT ON QUEUE waits for the task too. Tasks of a machine are
switched off by the setting EnableTaskCmdProcessing. While the transmission is paused a task does not pass ONTRANSMIT,
while the target is paused not ONEXECUTE; one that has not passed when the program ends goes on in the next run. A
sandbox that forbids programs refuses the command.

    smr> $con = connect db to beta map base "/copies/one"
    = 1
    smr> wait on mirror $con

    smr> queuetask backup to beta onexec="/bin/missing" "full quick" timeout=10 minutes
    error[E0601]: /bin/missing: the operation failed: ... (-1)
    ...
    smr> queuetask backup to gamma onexecute="/bin/backup"
    error[E0601]: gamma: there is no such machine: configured are: ... (-109)
    ...
`,
	}}
}

func runQueueTask(c *call) (value.Value, error) {
	src, err := c.sourceName()
	if err != nil {
		return value.Undef, err
	}
	op := engine.QueueTask{Task: c.text("job_name"), Source: src, Target: c.text("target"), Forever: c.Has("FOREVER"), Steps: c.taskSteps()}
	if op.Timeout, err = c.duration("duration"); err != nil {
		return value.Undef, err
	}
	op.Timeout = op.Timeout.Truncate(time.Millisecond)
	return done(c, op)
}

// taskSteps returns the programs with their points in the order in which a task passes them.
func (c *call) taskSteps() []engine.TaskStep {
	steps := map[engine.TaskPoint][]engine.TaskStep{}
	var point engine.TaskPoint
	for _, a := range c.Args {
		switch {
		case a.Keyword == "ONQUEUE":
			point = engine.OnQueue
		case a.Keyword == "ONTRANSMIT":
			point = engine.OnTransmit
		case a.Keyword == "ONRECEIVE":
			point = engine.OnReceive
		case a.Keyword == "ONEXECUTE":
			point = engine.OnExecute
		case a.Slot == "path":
			steps[point] = append(steps[point], engine.TaskStep{Point: point, Path: engine.Path(nameOf(a.Value))})
		case a.Slot == "text":
			steps[point][len(steps[point])-1].Arguments = nameOf(a.Value)
		}
	}
	var all []engine.TaskStep
	for _, p := range []engine.TaskPoint{engine.OnQueue, engine.OnTransmit, engine.OnReceive, engine.OnExecute} {
		all = append(all, steps[p]...)
	}
	return all
}
