package agent

// This file runs tasks in order with the data.

import (
	"context"
	"errors"
	"slices"
	"time"

	"github.com/smrscript/smrscript/engine"
)

// queueTask queues a task behind those of the same route.
func (a *Agent) queueTask(ctx context.Context, op engine.QueueTask) (engine.Result, error) {
	if _, err := a.mayChangeBetween(ctx, op.Source, op.Target); err != nil {
		return nil, err
	}
	for _, s := range op.Steps {
		if _, _, err := a.find(taskProgram(op, s)); err != nil {
			return nil, err
		}
		if m := machineOf(op, s); a.settingOf(m, taskProcessing) == "0" {
			return nil, &engine.Error{Code: engine.CodeUnsupported, Subject: m, Cause: errors.New("tasks are switched off there"), Hint: "set EnableTaskCmdProcessing = 1 switches them on."}
		}
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	q := queued{Task: op}
	err := a.change(func(s *state) {
		for _, t := range s.Tasks {
			q.N = max(q.N, t.N)
		}
		q.N++
		s.Tasks = append(s.Tasks, q)
	})
	if err != nil {
		return nil, err
	}
	a.enqueue(q)
	return engine.Done{}, nil
}

// queued is a task that is under way.
type queued struct {
	N      int64            `json:"n"`
	Task   engine.QueueTask `json:"task"`
	Passed engine.TaskPoint `json:"passed,omitempty"` // the last point whose programs were begun
}

// enqueue lets a task pass its points once those before it have. The mutex must be held.
func (a *Agent) enqueue(q queued) {
	way, end := routeOf(q.Task.Source, q.Task.Target), make(chan struct{})
	before := a.tasks[way]
	a.tasks[way] = end
	a.working.Go(func() {
		defer close(end)
		if before != nil {
			<-before
		}
		err := a.pass(q)
		if errors.Is(err, errLater) || a.ctx.Err() != nil && errors.Is(err, context.Canceled) {
			a.note("task %s goes on when the engine is opened again", q.Task.Task)
			return
		}
		if err != nil {
			a.tell("task", "task "+q.Task.Task+" failed", err.Error())
		}
		a.mu.Lock()
		defer a.mu.Unlock()
		if err := a.change(func(s *state) { s.Tasks = slices.DeleteFunc(s.Tasks, func(t queued) bool { return t.N == q.N }) }); err != nil {
			a.note("%v", err)
		}
	})
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

// points are where programs run, in the order in which a task passes them.
func points() []engine.TaskPoint {
	return []engine.TaskPoint{engine.OnQueue, engine.OnTransmit, engine.OnReceive, engine.OnExecute}
}

// pass lets a task pass its points. A point is noted as passed before its programs begin, so that none begins twice. What waits for a
// way that is closed when the agent ends fails with errLater.
func (a *Agent) pass(q queued) error {
	var failed error
	for i, point := range points() {
		if i <= slices.Index(points(), q.Passed) || !slices.ContainsFunc(q.Task.Steps, func(s engine.TaskStep) bool { return s.Point == point }) {
			continue
		}
		if err := a.reach(q.Task, point); err != nil {
			return err
		}
		a.mu.Lock()
		err := a.change(func(s *state) {
			if i := slices.IndexFunc(s.Tasks, func(t queued) bool { return t.N == q.N }); i >= 0 {
				s.Tasks[i].Passed = point
			}
		})
		a.mu.Unlock()
		if err != nil {
			return err
		}
		if point == engine.OnExecute {
			err = a.execute(q.Task)
		} else {
			err = a.steps(q.Task, point)
		}
		failed = errors.Join(failed, err)
	}
	return failed
}

// steps runs the programs of a point.
func (a *Agent) steps(op engine.QueueTask, point engine.TaskPoint) (err error) {
	for _, s := range op.Steps {
		if s.Point == point {
			err = errors.Join(err, a.step(op, s))
		}
	}
	return err
}

// reach waits until a task has come to a point: nothing is sent while the transmission is paused, and nothing is applied while the target is.
func (a *Agent) reach(op engine.QueueTask, point engine.TaskPoint) error {
	if point == engine.OnQueue {
		return nil
	}
	for {
		if err := a.unblocked(op, point); err != nil {
			return err
		}
		if point != engine.OnExecute {
			return nil
		}
		err := a.arrived(op)
		if !errors.Is(err, engine.CodeTargetPaused) && !errors.Is(err, engine.CodeTransmissionPaused) {
			return err
		}
	}
}

// errLater says that a task goes on when the agent is opened again.
var errLater = errors.New("the agent ends while the way is closed")

// lookAgain is how long a task lets pass before it looks again whether the way is open.
const lookAgain = 100 * time.Millisecond

// unblocked waits until no connection of a task is paused.
func (a *Agent) unblocked(op engine.QueueTask, point engine.TaskPoint) error {
	for {
		list, err := a.between(a.ctx, op.Source, op.Target)
		if err != nil {
			return err
		}
		blocked := false
		for _, con := range list {
			r, err := a.getConnection(a.ctx, engine.GetConnection{ID: con.ID})
			if st, ok := r.(engine.ConnectionStatus); ok && err == nil {
				blocked = blocked || !sends(st) || point == engine.OnExecute && closedWay(st) != 0
			}
			blocked = blocked || a.isOpening(con.ID) // asked last: a way that looks open may have begun to open since
		}
		if !blocked {
			return a.ctx.Err()
		}
		select {
		case <-time.After(lookAgain):
		case <-a.closing:
			return errLater
		case <-a.ctx.Done():
			return a.ctx.Err()
		}
	}
}

// closedWay says why nothing comes to a copy: CodeTargetPaused, CodeTransmissionPaused, or 0.
func closedWay(st engine.ConnectionStatus) engine.Code {
	switch {
	case st.TargetState == engine.TargetPaused:
		return engine.CodeTargetPaused
	case !sends(st):
		return engine.CodeTransmissionPaused
	}
	return 0
}

// sends tells whether something is sent to a copy.
func sends(st engine.ConnectionStatus) bool {
	return st.TransmitState != engine.TransmitPaused && st.TransmitState != engine.TransmitStopped && st.TransmitState != engine.TransmitScheduled
}

// execute runs the programs of the last point. The copy must not change while a program looks at it that the stream waits for.
func (a *Agent) execute(op engine.QueueTask) error {
	if op.Forever || op.Timeout > 0 {
		a.busy(op, 1)
		defer a.busy(op, -1)
		_, err := a.Do(a.ctx, engine.HoldTarget{Source: op.Source, Target: op.Target})
		if err == nil {
			defer func() {
				if _, err := a.Do(a.ctx, engine.ReleaseTarget{Source: op.Source, Target: op.Target}); err != nil {
					a.tell("task", "the target stays paused after task "+op.Task, err.Error())
				}
			}()
		} else if !errors.Is(err, engine.CodeTargetPaused) {
			return err
		}
	}
	return a.steps(op, engine.OnExecute)
}

// busy counts the tasks that hold a way by themselves.
func (a *Agent) busy(op engine.QueueTask, n int) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.holders[routeOf(op.Source, op.Target)] += n
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
