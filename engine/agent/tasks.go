package agent

// This file runs tasks in order with the data.

import (
	"context"
	"errors"
	"time"

	"github.com/smrscript/smrscript/engine"
)

// queueTask queues a task behind those of the same route.
func (a *Agent) queueTask(ctx context.Context, op engine.QueueTask) (engine.Result, error) {
	if err := a.mayChange(ctx, op.Source, op.Target); err != nil {
		return nil, err
	}
	list, err := a.between(ctx, op.Source, op.Target)
	if err != nil {
		return nil, err
	}
	if len(list) == 0 {
		return nil, &engine.Error{Code: engine.CodeNoConnection, Cause: errors.New("none leads from " + op.Source + " to " + op.Target)}
	}
	for _, s := range op.Steps {
		if _, _, err := a.find(taskProgram(op, s)); err != nil {
			return nil, err
		}
		if m := machineOf(op, s); a.settingOf(m, taskProcessing) == "0" {
			return nil, &engine.Error{Code: engine.CodeUnsupported, Subject: m, Cause: errors.New("tasks are switched off there"), Hint: "set EnableTaskCmdProcessing = 1 switches them on."}
		}
	}
	way, end := routeOf(op.Source, op.Target), make(chan struct{})
	a.mu.Lock()
	before := a.tasks[way]
	a.tasks[way] = end
	a.mu.Unlock()
	a.working.Go(func() {
		defer close(end)
		if before != nil {
			<-before
		}
		if err := a.pass(op); err != nil {
			a.tell("task", "task "+op.Task+" failed", err.Error())
		}
	})
	return engine.Done{}, nil
}

// machineOf is the machine that a step of a task runs on.
func machineOf(op engine.QueueTask, s engine.TaskStep) string {
	if s.Point == engine.OnReceive || s.Point == engine.OnExecute {
		return op.Target
	}
	return op.Source
}

func taskProgram(op engine.QueueTask, s engine.TaskStep) program {
	return program{machine: machineOf(op, s), path: s.Path, arguments: s.Arguments,
		env: []string{"SMR_TASK=" + op.Task, "SMR_POINT=" + string(s.Point), "SMR_SOURCE=" + op.Source, "SMR_TARGET=" + op.Target}}
}

// pass lets a task pass its points. Queue, transmission and receipt are one place on an engine whose source and target are on this host.
func (a *Agent) pass(op engine.QueueTask) error {
	var err error
	executes := false
	for _, s := range op.Steps {
		if s.Point == engine.OnExecute {
			executes = true
			continue
		}
		err = errors.Join(err, a.step(op, s))
	}
	if !executes {
		return err
	}
	if aerr := a.arrived(op); aerr != nil {
		return errors.Join(err, aerr)
	}
	waits := op.Forever || op.Timeout > 0
	if waits { // the copy must not change while the program looks at it
		_, herr := a.Do(a.ctx, engine.HoldTarget{Source: op.Source, Target: op.Target})
		if herr == nil {
			defer func() {
				if _, err := a.Do(a.ctx, engine.ReleaseTarget{Source: op.Source, Target: op.Target}); err != nil {
					a.tell("task", "the target stays paused after task "+op.Task, err.Error())
				}
			}()
		} else if !errors.Is(herr, engine.CodeTargetPaused) {
			return errors.Join(err, herr)
		}
	}
	for _, s := range op.Steps {
		if s.Point == engine.OnExecute {
			err = errors.Join(err, a.step(op, s))
		}
	}
	return err
}

// arrived waits until all changes made so far are in the copies.
func (a *Agent) arrived(op engine.QueueTask) error {
	list, err := a.between(a.ctx, op.Source, op.Target)
	if err != nil {
		return err
	}
	for _, con := range list {
		for _, what := range []engine.WaitFor{engine.WaitMirror, engine.WaitQueue} {
			_, err := engine.Call(a.ctx, a.Client, engine.Wait{ID: con.ID, For: what})
			if err != nil && !errors.Is(err, engine.CodeNotReplicating) && !errors.Is(err, engine.CodeNoConnection) {
				return err
			}
		}
	}
	return nil
}

// step runs the program of one point for as long as the stream waits; without a time it is left to itself.
func (a *Agent) step(op engine.QueueTask, s engine.TaskStep) error {
	p := taskProgram(op, s)
	switch {
	case op.Forever:
		return a.run(a.ctx, p)
	case op.Timeout == 0:
		go func() { // it may outlive the agent: nobody waits for it
			if err := a.run(context.WithoutCancel(a.ctx), p); err != nil {
				a.tell("task", "task "+op.Task+" failed", err.Error())
			}
		}()
		return nil
	}
	ended := make(chan error, 1)
	a.working.Go(func() { ended <- a.run(a.ctx, p) })
	timer := time.NewTimer(op.Timeout)
	defer timer.Stop()
	select {
	case err := <-ended:
		return err
	case <-timer.C: // the stream goes on, and so does the program
		return &engine.Error{Code: engine.CodeTimeout, Subject: op.Task, Cause: errors.New("its program is still running")}
	}
}
