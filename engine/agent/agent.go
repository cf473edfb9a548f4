// Package agent does what belongs to replication and needs no part in the copying itself: schedules, limits by the time of the week,
// tasks and scripts, monitors, failing over and back, restoring, notices by mail, settings.
//
// An [Agent] stands in front of an engine and answers these operations from what the engine can do anyway; all others it passes on.
// Where the engine has an operation of its own, that is asked first, and only when it answers CodeUnsupported does the agent do
// what it can. The hard part is holding a target or a transmission on an engine that cannot: the agent stops replication and mirrors of
// the connections, remembers which, and lets them go on with a mirror of differences, so that what changed on the source meanwhile arrives.
//
// What it is told it keeps in one file, written anew as a whole at each change. Things happen at their times only while an
// Agent is open.
package agent

// This file defines the client and decides who answers an operation.

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"github.com/jonboulle/clockwork"

	"github.com/smrscript/smrscript/engine"
)

// A Config says what an agent works with.
type Config struct {
	// File keeps the agent's state; "": it is forgotten with the agent.
	File string
	// Locate returns the file of this host behind a path of a machine, and the machine's folder; nil, or ok false: programs of the machine
	// cannot be run from here.
	Locate func(machine string, path engine.Path) (file, folder string, ok bool)
	// Clock is the clock; nil: the system's.
	Clock clockwork.Clock
	// Note is told of what happens by itself, a line each; nil: nobody.
	Note func(text string)
	// Log is a file that the same is added to, with the time, within the bounds of the settings MaxLogFileSize and MaxNumberofLogFiles; "":
	// none.
	Log string
	// Grace is how long Close waits for tasks that are queued; 0 means 30 seconds.
	Grace time.Duration
}

// An Agent is an engine with an agent in front of it.
type Agent struct {
	engine.Client
	cfg    Config
	ctx    context.Context // of everything that goes on by itself
	stop   context.CancelFunc
	closed sync.Once

	closing chan struct{} // closed when Close begins
	logging sync.Mutex    // held while the log is written

	logSize, logFiles atomic.Int64

	mu       sync.Mutex
	state    state
	timers   *timers // nil until something is scheduled
	monitors map[string]*watch
	mirrors  map[engine.ConnectionID]chan struct{} // closed when the mirror and its scripts have ended
	tasks    map[route]chan struct{}               // of the last task that was queued, closed when it has ended
	opening  map[engine.ConnectionID]int           // held no more, but not going on yet
	holders  map[route]int                         // tasks that hold the way while their programs look at the copy
	mailing  context.CancelFunc                    // ends the follower of events
	working  sync.WaitGroup
}

// A route is a source and a target in lower case.
type route struct{ source, target string }

// New returns an agent in front of c, which Close closes. What an earlier agent left in the file goes on.
func New(c engine.Client, cfg Config) (*Agent, error) {
	if cfg.Clock == nil {
		cfg.Clock = clockwork.NewRealClock()
	}
	cfg.Grace = cmp.Or(cfg.Grace, 30*time.Second)
	a := &Agent{Client: c, cfg: cfg, monitors: map[string]*watch{}, mirrors: map[engine.ConnectionID]chan struct{}{}, tasks: map[route]chan struct{}{}, holders: map[route]int{}, opening: map[engine.ConnectionID]int{}, closing: make(chan struct{})}
	a.ctx, a.stop = context.WithCancel(context.Background())
	if err := a.load(); err != nil {
		a.stop()
		return nil, err
	}
	a.bounds()
	if err := a.resume(); err != nil {
		return nil, errors.Join(err, a.shut())
	}
	return a, nil
}

// resume begins what an earlier agent was told to do.
func (a *Agent) resume() error {
	for _, s := range a.state.Schedules {
		if err := a.arm(s); err != nil {
			return err
		}
	}
	for _, m := range a.state.Monitors {
		if m.Running {
			if err := a.watch(m); err != nil {
				return err
			}
		}
	}
	if a.state.Notices.Enabled {
		a.follow()
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	for _, q := range a.state.Tasks {
		a.enqueue(q)
	}
	return nil
}

// Close waits for the tasks that are queued, ends what goes on by itself and closes the engine.
func (a *Agent) Close() error {
	var err error
	a.closed.Do(func() {
		err = errors.Join(a.shut(), a.Client.Close())
	})
	return err
}

func (a *Agent) shut() error {
	close(a.closing)
	a.mu.Lock()
	t, ends := a.timers, make([]chan struct{}, 0, len(a.tasks)+len(a.mirrors))
	a.timers = nil
	for _, end := range a.tasks {
		ends = append(ends, end)
	}
	for id, end := range a.mirrors {
		if len(a.state.scripts(id)) > 0 {
			ends = append(ends, end)
		}
	}
	a.mu.Unlock()
	var err error
	if t != nil {
		err = t.Shutdown()
	}
	grace := time.NewTimer(a.cfg.Grace)
	defer grace.Stop()
	for _, end := range ends {
		select {
		case <-end:
		case <-grace.C:
			a.note("tasks and scripts are still under way; tasks go on when the engine is opened again")
			grace.Reset(0)
		}
	}
	a.stop()
	a.working.Wait()
	return err
}

// note tells of something that happened by itself.
func (a *Agent) note(format string, args ...any) {
	text := fmt.Sprintf(format, args...)
	if a.cfg.Note != nil {
		a.cfg.Note(text)
	}
	if a.cfg.Log != "" {
		a.log(text)
	}
}

// Do implements engine.Client.
func (a *Agent) Do(ctx context.Context, op engine.Op) (engine.Result, error) {
	r, err := a.answer(ctx, op)
	var e *engine.Error
	if errors.As(err, &e) && op != nil && (e.Op == "" || e == err && e.Op != op.Name()) { // of what was asked for to answer it
		named := *e
		named.Op = op.Name()
		err = &named
	}
	return r, err
}

// answer decides who answers.
func (a *Agent) answer(ctx context.Context, op engine.Op) (engine.Result, error) {
	switch op := op.(type) {
	case engine.Connect:
		return a.connect(ctx, op)
	case engine.Disconnect:
		return a.disconnect(ctx, op)
	case engine.MirrorStart:
		return a.mirrorStart(ctx, op)
	case engine.Transmission:
		return a.transmit(ctx, op)
	case engine.Wait:
		return a.wait(ctx, op)
	case engine.GetConnection:
		return a.getConnection(ctx, op)
	case engine.GetSchedule, engine.SaveSchedule:
		return a.scheduleOp(ctx, op)
	case engine.SaveScript, engine.ListScripts, engine.DeleteScripts, engine.TestScripts:
		return a.scriptOp(ctx, op)
	case engine.QueueTask:
		return a.queueTask(ctx, op)
	case engine.SaveMonitor, engine.ListMonitors, engine.DeleteMonitor, engine.RunMonitor, engine.Failover, engine.Failback:
		return a.monitorOp(ctx, op)
	case engine.GetNotices, engine.SaveNotices, engine.SendNotice:
		return a.noticeOp(ctx, op)
	case engine.LoadModule, engine.GetSetting, engine.SaveSetting:
		return a.settingOp(ctx, op)
	}
	r, err := a.Client.Do(ctx, op)
	if err == nil || engine.CodeOf(err) != engine.CodeUnsupported {
		return r, err
	}
	return a.instead(ctx, op, err)
}

// instead answers what the engine does not support. A connection or a machine that does not exist is the better answer.
func (a *Agent) instead(ctx context.Context, op engine.Op, refused error) (engine.Result, error) {
	switch op := op.(type) {
	case engine.HoldTarget:
		return a.holdTarget(ctx, op)
	case engine.ReleaseTarget:
		return a.releaseTarget(ctx, op)
	case engine.Restore:
		return a.restore(ctx, op)
	case engine.LimitBandwidth:
		return nil, cmp.Or(a.known(ctx, op.Source, op.Target), refused)
	case engine.SetCompression:
		return nil, cmp.Or(a.known(ctx, op.Source, op.Target), refused)
	case engine.SetOrphanPolicy:
		return nil, cmp.Or(a.known(ctx, op.Target), refused)
	case engine.Verify:
		return nil, cmp.Or(a.exists(ctx, op.ID, op.Source), refused)
	case engine.RemoveOrphans:
		return nil, cmp.Or(a.exists(ctx, op.ID, op.Source), refused)
	case engine.BlockTargetPath:
		return nil, cmp.Or(a.exists(ctx, op.ID, op.Source), refused)
	case engine.CreateSnapshot:
		return nil, cmp.Or(a.exists(ctx, op.ID, op.Source), refused)
	case engine.ListSnapshots:
		return nil, cmp.Or(a.exists(ctx, op.ID, op.Source), refused)
	case engine.DeleteSnapshot:
		return nil, cmp.Or(a.exists(ctx, op.ID, op.Source), refused)
	case engine.RevertSnapshot:
		return nil, cmp.Or(a.exists(ctx, op.ID, op.Source), refused)
	}
	return nil, refused
}
