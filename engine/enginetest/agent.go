package enginetest

// This file states what goes on by itself: schedules, tasks, scripts, monitors, failing over and back, notices, settings and modules. A
// driver alone refuses it by name; with an agent in front of it, it does it.

import (
	"fmt"
	"os"
	"runtime"
	"strings"
	"time"

	"github.com/smrscript/smrscript/engine"
)

// A Clock is the time of an engine under test.
type Clock interface {
	Now() time.Time
	Advance(d time.Duration)
}

func agentCases() map[string]func(*bench) {
	return map[string]func(*bench){
		"modules":              modules,
		"settings":             settings,
		"schedule kept":        scheduleKept,
		"window":               window,
		"start and stop":       startAndStopByTime,
		"started when full":    startedWhenFull,
		"limits by time":       limitsByTime,
		"verified by schedule": verifiedBySchedule,
		"kept by schedule":     keptBySchedule,
		"task":                 task,
		"task points":          taskPoints,
		"scripts":              scripts,
	}
}

// passes lets time pass until ok holds.
func (b *bench) passes(what string, step time.Duration, ok func() bool) {
	b.Helper()
	b.eventually(what, func() bool {
		if !ok() && b.Clock != nil {
			b.Clock.Advance(step)
		}
		return ok()
	})
}

// program writes a program of a machine, as a shell script; ok is false where those do not run.
func (b *bench) program(dir, rel, text string) (ok bool) {
	b.Helper()
	if runtime.GOOS == "windows" {
		return false
	}
	b.write(dir, rel, "#!/bin/sh\n"+text+"\n")
	b.must(os.Chmod(dir+"/"+rel, 0o755))
	return true
}

// read is what a file holds; "" for none.
func (b *bench) read(path string) string {
	text, _ := os.ReadFile(path)
	return string(text)
}

// modules: what a module is needed for fails without it.
func modules(b *bench) {
	b.write(b.SourceDir, "data/f", "1")
	b.set("s", "/data")
	load := engine.LoadModule{Machine: b.Target, Module: engine.ModuleTarget, Unload: true}
	if lacks(b, load) {
		return
	}
	connect := engine.Connect{Source: b.Source, Repset: "s", Target: b.Target, Mapping: base("/copy")}
	refuse(b, engine.CodeNoTargetModule, connect)
	load.Unload = false
	do(b, load)
	do(b, engine.LoadModule{Machine: b.Source, Module: engine.ModuleSource, Unload: true})
	b.reopen()
	refuse(b, engine.CodeNoSourceModule, connect)
	do(b, engine.LoadModule{Machine: b.Source, Module: engine.ModuleSource})
	do(b, connect)
	refuse(b, engine.CodeNoMachine, engine.LoadModule{Machine: "nobody", Module: engine.ModuleSource})
}

// settings: each has a value that can be set again and is kept, or is refused by name.
func settings(b *bench) {
	if lacks(b, engine.GetSetting{Machine: b.Source, Label: "missedheartbeats"}) {
		refuse(b, engine.CodeUnsupported, engine.SaveSetting{Machine: b.Source, Label: "missedheartbeats", Value: "7"})
		return
	}
	if got := do(b, engine.GetSetting{Machine: b.Source, Label: "missedheartbeats"}); got != (engine.Setting{Label: "MissedHeartbeats", Value: "20", Default: "20"}) {
		b.Errorf("%+v", got)
	}
	do(b, engine.SaveSetting{Machine: b.Source, Label: "MISSEDHEARTBEATS", Value: "7"})
	b.reopen()
	if got := do(b, engine.GetSetting{Machine: b.Source, Label: "MissedHeartbeats"}); got.Value != "7" || got.Default != "20" {
		b.Errorf("%+v", got)
	}
	if got := do(b, engine.GetSetting{Machine: b.Target, Label: "MissedHeartbeats"}); got.Value != "20" {
		b.Errorf("the setting of another machine: %+v", got)
	}
	refuse(b, engine.CodeBadParameter, engine.SaveSetting{Machine: b.Source, Label: "MissedHeartbeats", Value: "many"})
	refuse(b, engine.CodeBadParameter, engine.GetSetting{Machine: b.Source, Label: "NoSuch"})
	refuse(b, engine.CodeUnsupported, engine.GetSetting{Machine: b.Source, Label: "AdapterFlags"})
	refuse(b, engine.CodeNoMachine, engine.GetSetting{Machine: "nobody", Label: "MissedHeartbeats"})
}

// scheduled saves a schedule from the source to the target; ok is false where there are none.
func (b *bench) scheduled(s engine.Schedule) (ok bool) {
	b.Helper()
	return !lacks(b, engine.SaveSchedule{Source: b.Source, Target: b.Target, Schedule: s})
}

func scheduleKept(b *bench) {
	at := time.Date(2200, 1, 2, 3, 4, 0, 0, time.UTC)
	if !b.scheduled(engine.Schedule{Disabled: true, Start: engine.Criteria{At: at, Every: time.Hour}, Window: &engine.Window{From: 1320, To: 300}, VerifyEvery: time.Hour,
		Limits: []engine.LimitEvent{{Label: "day", Days: []time.Weekday{time.Monday}, Minute: 480, Bytes: 1000, Per: time.Second}}}) {
		refuse(b, engine.CodeUnsupported, engine.GetSchedule{Source: b.Source, Target: b.Target})
		return
	}
	b.reopen()
	got := do(b, engine.GetSchedule{Source: b.Source, Target: b.Target})
	if !got.Disabled || !got.Start.At.Equal(at) || got.Start.Every != time.Hour || got.Window == nil || got.Window.To != 300 || len(got.Limits) != 1 || got.Limits[0].Label != "day" {
		b.Errorf("%+v", got)
	}
	if back := do(b, engine.GetSchedule{Source: b.Target, Target: b.Source}); back.Window != nil || len(back.Limits) != 0 {
		b.Errorf("the other way: %+v", back)
	}
	refuse(b, engine.CodeBadSchedule, engine.SaveSchedule{Source: b.Source, Target: b.Target, Schedule: engine.Schedule{Window: &engine.Window{From: 5, To: 5}}})
	refuse(b, engine.CodeNoMachine, engine.GetSchedule{Source: b.Source, Target: "nobody"})
	do(b, engine.SaveSchedule{Source: b.Source, Target: b.Target})
	if got := do(b, engine.GetSchedule{Source: b.Source, Target: b.Target}); got.Window != nil || got.Disabled {
		b.Errorf("cleared: %+v", got)
	}
}

// ongoing is a connection that replicates one file; what is written to it next waits for what a case is about.
func ongoing(b *bench) engine.ConnectionID {
	b.write(b.SourceDir, "data/f", "1")
	b.set("s", "/data")
	return b.connect("s", replicating)
}

func (b *bench) transmits(id engine.ConnectionID, want engine.TransmitState) func() bool {
	return func() bool { return do(b, engine.GetConnection{ID: id}).TransmitState == want }
}

// window: outside of it nothing is sent, within it everything is.
func window(b *bench) {
	id := ongoing(b)
	now := time.Now()
	if b.Clock != nil {
		now = b.Clock.Now()
	}
	minute := now.Hour()*60 + now.Minute()
	day := 24 * 60
	shut := &engine.Window{From: (minute + 3*60) % day, To: (minute + 4*60) % day}
	if !b.scheduled(engine.Schedule{Window: shut}) {
		return
	}
	if st := do(b, engine.GetConnection{ID: id}); st.TransmitState != engine.TransmitScheduled {
		b.Errorf("outside of the window: %s", st.TransmitState)
	}
	b.write(b.SourceDir, "data/f", "22")
	if b.Clock == nil { // the window is moved to the time
		do(b, engine.SaveSchedule{Source: b.Source, Target: b.Target, Schedule: engine.Schedule{Window: &engine.Window{From: (minute + day - 60) % day, To: (minute + 60) % day}}})
	}
	b.passes("the window opens", 10*time.Minute, b.transmits(id, engine.TransmitStarted))
	b.drain(id)
	b.content(b.dst("copy/f"), "22")
}

func startAndStopByTime(b *bench) {
	id := ongoing(b)
	if b.Clock == nil {
		if !b.scheduled(engine.Schedule{Stop: engine.Criteria{At: time.Now().Add(500 * time.Millisecond)}}) {
			return
		}
		b.eventually("the stop", b.transmits(id, engine.TransmitStopped))
		do(b, engine.Transmission{Source: b.Source, Target: b.Target, Action: engine.ActionStart})
		return
	}
	now := b.Clock.Now()
	if !b.scheduled(engine.Schedule{Stop: engine.Criteria{At: now.Add(time.Hour)}, Start: engine.Criteria{At: now.Add(9 * time.Hour)}}) {
		return
	}
	b.passes("the stop", 10*time.Minute, b.transmits(id, engine.TransmitStopped))
	b.write(b.SourceDir, "data/f", "22")
	b.passes("the start", 10*time.Minute, b.transmits(id, engine.TransmitStarted))
	b.drain(id)
	b.content(b.dst("copy/f"), "22")
}

// startedWhenFull: transmission begins once the queue takes so much of its room.
func startedWhenFull(b *bench) {
	id := ongoing(b)
	if !b.scheduled(engine.Schedule{Start: engine.Criteria{MemoryPercent: 1}}) {
		return
	}
	for _, label := range []string{"QmemoryBufferMax", "QJournalSpaceMax"} {
		do(b, engine.SaveSetting{Machine: b.Source, Label: label, Value: "1"})
	}
	do(b, engine.Transmission{Source: b.Source, Target: b.Target, Action: engine.ActionStop})
	if st := do(b, engine.GetConnection{ID: id}); st.Replication.QueueRoom != 2<<20 {
		b.Errorf("%+v", st.Replication)
	}
	files := 0
	b.passes("the start", time.Second, func() bool {
		if b.transmits(id, engine.TransmitStarted)() {
			return true
		}
		files++
		b.write(b.SourceDir, fmt.Sprintf("data/f%d", files), "x")
		return false
	})
	if files < 20 {
		b.Errorf("it started with %d files in the queue", files)
	}
	b.drain(id)
	b.same(b.src("data"), b.dst("copy"))
}

// limitsByTime: a limit of the week changes nothing about what is copied.
func limitsByTime(b *bench) {
	id := ongoing(b)
	now := time.Now()
	if b.Clock != nil {
		now = b.Clock.Now()
	}
	events := []engine.LimitEvent{{Label: "since yesterday", Days: []time.Weekday{now.Add(-24 * time.Hour).Weekday()}, Bytes: 64 << 20, Per: time.Second}}
	if !b.scheduled(engine.Schedule{Limits: events}) {
		return
	}
	b.write(b.SourceDir, "data/f", "22")
	b.drain(id)
	b.content(b.dst("copy/f"), "22")
	refuse(b, engine.CodeBadSchedule, engine.SaveSchedule{Source: b.Source, Target: b.Target, Schedule: engine.Schedule{Limits: []engine.LimitEvent{{Label: "never"}}}})
}

// verifiedBySchedule: a copy that somebody has changed is found and told of.
func verifiedBySchedule(b *bench) {
	ongoing(b)
	every := time.Hour
	if b.Clock == nil {
		every = time.Second
	}
	if !b.scheduled(engine.Schedule{VerifyEvery: every}) {
		return
	}
	server, mails := ServeMail(b.T)
	do(b, engine.SaveNotices{Notices: engine.Notices{Enabled: true, Server: server, From: "smr@example.org", To: []string{"admin@example.org"}}})
	b.write(b.TargetDir, "copy/f", "by somebody else")
	told := ""
	b.passes("the mail", every, func() bool {
		select {
		case told = <-mails:
		default:
		}
		return strings.Contains(told, "the copy differs")
	})
}

// keptBySchedule: snapshots are made, and those that are too many go.
func keptBySchedule(b *bench) {
	id := ongoing(b)
	every := time.Hour
	if b.Clock == nil {
		every = time.Second
	}
	if !b.scheduled(engine.Schedule{Snapshots: []engine.SnapshotPlan{{ID: id, Every: every, Keep: 2}}}) {
		return
	}
	first := ""
	b.passes("two snapshots, and the first one gone", every, func() bool {
		list := do(b, engine.ListSnapshots{ID: id})
		if first == "" && len(list) > 0 {
			first = list[0].Label
		}
		return len(list) == 2 && list[0].Label != first
	})
}

// tasked queues a task with a program for each point; ok is false where there are none.
func (b *bench) tasked(points ...engine.TaskStep) (ok bool) {
	b.Helper()
	return !lacks(b, engine.QueueTask{Task: "nightly", Source: b.Source, Target: b.Target, Forever: true, Steps: points})
}

// task: a program in the stream sees everything that was changed before it.
func task(b *bench) {
	b.write(b.SourceDir, "data/f", "1")
	b.set("s", "/data")
	step := engine.TaskStep{Point: engine.OnExecute, Path: "/bin/backup", Arguments: "a b"}
	if !b.program(b.TargetDir, "bin/backup", `cat copy/f > saved; echo "$SMR_TASK $SMR_POINT $*" >> saved`) {
		return
	}
	id := b.connect("s", replicating)
	for _, text := range []string{"stable", "another stable"} {
		b.write(b.SourceDir, "data/f", text)
		if !b.tasked(step) {
			return
		}
		b.drain(id)
		b.content(b.dst("saved"), text+"nightly execute a b\n")
	}
	refuse(b, engine.CodeFailed, engine.QueueTask{Task: "x", Source: b.Source, Target: b.Target, Steps: []engine.TaskStep{{Point: engine.OnExecute, Path: "/bin/none"}}})
	do(b, engine.SaveSetting{Machine: b.Target, Label: "EnableTaskCmdProcessing", Value: "0"})
	refuse(b, engine.CodeUnsupported, engine.QueueTask{Task: "x", Source: b.Source, Target: b.Target, Steps: []engine.TaskStep{step}})
	do(b, engine.Disconnect{ID: id})
	refuse(b, engine.CodeNoConnection, engine.QueueTask{Task: "x", Source: b.Target, Target: b.Source, Steps: []engine.TaskStep{step}})
}

// taskPoints: a task passes its four points in their order.
func taskPoints(b *bench) {
	if !b.program(b.SourceDir, "bin/tell", `echo "$SMR_POINT" >> told`) {
		return
	}
	b.program(b.TargetDir, "bin/tell", `echo "$SMR_POINT $(cat copy/f)" >> told`)
	id := ongoing(b)
	b.write(b.SourceDir, "data/f", "new")
	var steps []engine.TaskStep
	for _, p := range []engine.TaskPoint{engine.OnExecute, engine.OnTransmit, engine.OnReceive, engine.OnQueue} { // in any order
		steps = append(steps, engine.TaskStep{Point: p, Path: "/bin/tell"})
	}
	if !b.tasked(steps...) {
		return
	}
	b.drain(id)
	b.content(b.src("told"), "queue\ntransmit\n")
	if told := b.read(b.dst("told")); !strings.HasPrefix(told, "receive ") || !strings.HasSuffix(told, "execute new\n") {
		b.Errorf("on the target: %q", told)
	}
}

// scripts: they run at the events of a mirror, and end with their connection.
func scripts(b *bench) {
	if !b.program(b.TargetDir, "bin/tell", `echo "$SMR_EVENT $*" >> told`) {
		return
	}
	b.write(b.SourceDir, "data/f", "1")
	b.set("s", "/data")
	id := b.connect("s")
	script := engine.Script{ID: id, Source: b.Source, Target: b.Target, Event: engine.EventMirrorComplete, Path: "/bin/tell", Arguments: "a b", Delay: true}
	if lacks(b, engine.SaveScript{Script: script}) {
		for _, op := range []engine.Op{engine.ListScripts{}, engine.DeleteScripts{}, engine.TestScripts{}} {
			refuse(b, engine.CodeUnsupported, op)
		}
		return
	}
	script.Event = engine.EventMirrorStarted
	do(b, engine.SaveScript{Script: script})
	b.mirror(id, engine.MirrorOptions{})
	b.content(b.dst("told"), "mirror-started a b\nmirror-complete a b\n")
	do(b, engine.TestScripts{ID: id})
	if n := strings.Count(b.read(b.dst("told")), "\n"); n != 4 {
		b.Errorf("%d lines after the test", n)
	}
	do(b, engine.DeleteScripts{ID: id, Event: engine.EventMirrorStarted})
	b.reopen()
	if list := do(b, engine.ListScripts{ID: id}); len(list) != 1 || list[0].Event != engine.EventMirrorComplete {
		b.Errorf("%+v", list)
	}
	do(b, engine.Disconnect{ID: id})
	if list := do(b, engine.ListScripts{}); len(list) != 0 {
		b.Errorf("scripts of a connection that has ended: %+v", list)
	}
}
