package embedded

// This file tests what connections do with a queue that outlives the process, and with one that is full.

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/smrscript/smrscript/engine"
)

// set changes a setting of alpha.
func set(t *testing.T, c engine.Client, label string, value int) {
	t.Helper()
	call(t, c, engine.SaveSetting{Machine: "alpha", Label: label, Value: strconv.Itoa(value)})
}

// equalTrees compares source and copy.
func equalTrees(t *testing.T, dir string) {
	t.Helper()
	k := &killing{T: t, dir: dir}
	k.same("in the end", filepath.Join(dir, "alpha/data"), filepath.Join(dir, "beta/copy"))
}

// TestQueueSurvivesRestart removes files while the target is held, and ends the engine before it is released. No mirror and no
// removal of orphans helps: only the queue knows.
func TestQueueSurvivesRestart(t *testing.T) {
	dir := t.TempDir()
	cfg := testConfig(t, dir)
	cfg.Settings.QueueMemory = 3000
	c := mustOpen(t, cfg)
	set(t, c, setRemirror, 0)
	for i := range 100 {
		write(t, filepath.Join(dir, "alpha/data", fmt.Sprint("f", i)), "1")
	}
	id := connected(t, c, true)
	call(t, c, engine.Wait{ID: id, For: engine.WaitMirror})
	call(t, c, engine.Wait{ID: id, For: engine.WaitQueue})
	call(t, c, engine.HoldTarget{Target: "beta"})
	for i := range 50 {
		must(t, os.Remove(filepath.Join(dir, "alpha/data", fmt.Sprint("f", i))))
		write(t, filepath.Join(dir, "alpha/data", fmt.Sprint("g", i)), "2")
	}
	eventually(t, "all of it is queued", func() bool { return call(t, c, engine.GetConnection{ID: id}).Replication.OpsQueue >= 100 })
	must(t, c.Close())

	c = mustOpen(t, cfg)
	if s := call(t, c, engine.GetConnection{ID: id}); s.Replication.OpsQueue < 100 || s.TargetState != engine.TargetPaused {
		t.Errorf("after the restart %+v, state %s", s.Replication, s.TargetState)
	}
	call(t, c, engine.ReleaseTarget{Target: "beta"})
	s := call(t, c, engine.Wait{ID: id, For: engine.WaitQueue})
	equalTrees(t, dir)
	if s.Mirror.State.Running() || s.TargetState != engine.TargetMirrorRequired || s.Replication.OpsQueue != 0 {
		t.Errorf("without a mirror of its own the state is %s, %+v", s.TargetState, s.Mirror)
	}
	call(t, c, engine.Disconnect{ID: id})
	if entries, _ := os.ReadDir(filepath.Join(cfg.StateDir, queuesDir)); len(entries) != 0 {
		t.Errorf("a disconnected queue is still there: %v", entries)
	}
}

// overflow fills the queue of a held target.
func overflow(t *testing.T, settings map[string]int) (c engine.Client, cfg Config, dir string, id engine.ConnectionID) {
	t.Helper()
	dir = t.TempDir()
	cfg = testConfig(t, dir)
	cfg.Settings.QueueMemory, cfg.Settings.QueueDisk = 3000, 3000
	c = mustOpen(t, cfg)
	for label, value := range settings {
		set(t, c, label, value)
	}
	write(t, filepath.Join(dir, "alpha/data/f"), "1")
	id = connected(t, c, true)
	call(t, c, engine.Wait{ID: id, For: engine.WaitMirror})
	fillQueue(t, c, dir, id)
	eventually(t, "that is said", func() bool {
		s := call(t, c, engine.GetConnection{ID: id})
		return len(s.Failures) > 0 && s.TargetState == engine.TargetPaused
	})
	refused(t, c, engine.CodeNotReplicating, engine.Wait{ID: id, For: engine.WaitQueue})
	return c, cfg, dir, id
}

// fillQueue holds the target and changes files until the queue is given up.
func fillQueue(t *testing.T, c engine.Client, dir string, id engine.ConnectionID) {
	t.Helper()
	call(t, c, engine.HoldTarget{Target: "beta"})
	for i := range 500 {
		write(t, filepath.Join(dir, "alpha/data", fmt.Sprint("g", i)), "2")
	}
	eventually(t, "the queue is full", func() bool { return !call(t, c, engine.GetConnection{ID: id}).Replication.Active })
}

// TestMirrorWhileCut makes a mirror before the connection is made again: it does not know what changes after it.
func TestMirrorWhileCut(t *testing.T) {
	c, _, dir, id := overflow(t, map[string]int{setRemirror: 0, setRemirrorTry: 2})
	active := func() bool { return call(t, c, engine.GetConnection{ID: id}).Replication.Active }
	call(t, c, engine.ReleaseTarget{Target: "beta"})
	eventually(t, "reconnected", active)
	fillQueue(t, c, dir, id)
	call(t, c, engine.ReleaseTarget{Target: "beta"}) // and now it waits before it begins anew
	call(t, c, engine.MirrorStart{ID: id, Options: engine.MirrorOptions{Kind: engine.MirrorDifferent}})
	call(t, c, engine.Wait{ID: id, For: engine.WaitMirror})
	write(t, filepath.Join(dir, "alpha/data/missed"), "3")
	eventually(t, "reconnected once more", active)
	eventually(t, "a mirror is asked for", func() bool {
		return call(t, c, engine.GetConnection{ID: id}).TargetState == engine.TargetMirrorRequired
	})
}

func TestFullQueueReconnects(t *testing.T) {
	c, _, dir, id := overflow(t, nil)
	call(t, c, engine.ReleaseTarget{Target: "beta"})
	eventually(t, "replicating again", func() bool { return call(t, c, engine.GetConnection{ID: id}).TargetState == engine.TargetReplicating })
	write(t, filepath.Join(dir, "alpha/data/later"), "3")
	call(t, c, engine.Wait{ID: id, For: engine.WaitQueue})
	equalTrees(t, dir)
}

func TestFullQueueWithoutReconnect(t *testing.T) {
	c, cfg, dir, id := overflow(t, map[string]int{setReconnect: 0})
	call(t, c, engine.ReleaseTarget{Target: "beta"})
	s := call(t, c, engine.GetConnection{ID: id})
	if s.TargetState != engine.TargetMirrorRequired || s.TransmitState != engine.TransmitError || s.Replication.Active || !s.Connection.Replicate {
		t.Errorf("state %s, %s, %+v", s.TargetState, s.TransmitState, s.Replication)
	}
	mirrored := func(when string, state engine.TargetState, transmit engine.TransmitState) {
		t.Helper()
		call(t, c, engine.MirrorStart{ID: id, Options: engine.MirrorOptions{Kind: engine.MirrorDifferent}})
		if s := call(t, c, engine.Wait{ID: id, For: engine.WaitMirror}); s.TargetState != state || s.TransmitState != transmit {
			t.Errorf("%s: state %s, %s", when, s.TargetState, s.TransmitState)
		}
	}
	mirrored("a mirror does not connect", engine.TargetMirrorRequired, engine.TransmitError)
	must(t, c.Close())
	c = mustOpen(t, cfg)
	if s := call(t, c, engine.GetConnection{ID: id}); s.Replication.Active || s.TargetState != engine.TargetMirrorRequired || s.TransmitState != engine.TransmitError {
		t.Errorf("after a restart %s, %s, %+v", s.TargetState, s.TransmitState, s.Replication)
	}
	refused(t, c, engine.CodeNotReplicating, engine.Wait{ID: id, For: engine.WaitQueue})
	mirrored("nor after a restart", engine.TargetMirrorRequired, engine.TransmitError)
	call(t, c, engine.ReplicationStart{ID: id})
	if s := call(t, c, engine.GetConnection{ID: id}); s.TargetState != engine.TargetMirrorRequired || s.TransmitState != engine.TransmitStarted {
		t.Errorf("started by hand: state %s, %s", s.TargetState, s.TransmitState)
	}
	mirrored("after the start", engine.TargetReplicating, engine.TransmitStarted)
	call(t, c, engine.Wait{ID: id, For: engine.WaitMirror})
	if s := call(t, c, engine.Wait{ID: id, For: engine.WaitQueue}); s.TargetState != engine.TargetReplicating {
		t.Errorf("made anew by hand: %s", s.TargetState)
	}
	equalTrees(t, dir)
}

// TestFullQueueIsStartedByHand begins anew without closing the engine.
func TestFullQueueIsStartedByHand(t *testing.T) {
	c, _, dir, id := overflow(t, map[string]int{setReconnect: 0, setMode: int(fullDisconnect)})
	call(t, c, engine.ReleaseTarget{Target: "beta"})
	call(t, c, engine.ReplicationStart{ID: id})
	refused(t, c, engine.CodeReplicating, engine.ReplicationStart{ID: id})
	call(t, c, engine.MirrorStart{ID: id, Options: engine.MirrorOptions{Kind: engine.MirrorDifferent}})
	call(t, c, engine.Wait{ID: id, For: engine.WaitMirror})
	call(t, c, engine.Wait{ID: id, For: engine.WaitQueue})
	equalTrees(t, dir)
}

func TestFullQueueWithoutRemirror(t *testing.T) {
	c, _, dir, id := overflow(t, map[string]int{setRemirror: 0})
	call(t, c, engine.ReleaseTarget{Target: "beta"})
	eventually(t, "reconnected", func() bool { return call(t, c, engine.GetConnection{ID: id}).Replication.Active })
	write(t, filepath.Join(dir, "alpha/data/later"), "3")
	s := call(t, c, engine.Wait{ID: id, For: engine.WaitQueue})
	if s.TargetState != engine.TargetMirrorRequired || read(filepath.Join(dir, "beta/copy/later")) != "3" || read(filepath.Join(dir, "beta/copy/g7")) == "2" {
		t.Errorf("state %s", s.TargetState)
	}
	call(t, c, engine.MirrorStart{ID: id, Options: engine.MirrorOptions{Kind: engine.MirrorDifferent}})
	if s = call(t, c, engine.Wait{ID: id, For: engine.WaitMirror}); s.TargetState != engine.TargetReplicating {
		t.Errorf("afterwards %s", s.TargetState)
	}
	equalTrees(t, dir)
}

func TestQueueSettings(t *testing.T) {
	dir := t.TempDir()
	c := mustOpen(t, testConfig(t, dir))
	for label, want := range map[string]engine.Setting{
		"qmemorybuffermax": {Label: "QmemoryBufferMax", Value: "128", Default: "128"},
		"QJournalSpaceMax": {Label: "QJournalSpaceMax", Value: "1024", Default: "1024"},
		setMode:            {Label: setMode, Value: "2", Default: "2"},
		setThreshold:       {Label: setThreshold, Value: "100", Default: "100"},
		setReconnect:       {Label: setReconnect, Value: "1", Default: "1"},
		setRemirror:        {Label: setRemirror, Value: "3", Default: "3"},
		setRemirrorTry:     {Label: setRemirrorTry, Value: "30", Default: "30"},
		"QJOURNALDIR":      {Label: setFolder, Value: filepath.Join(dir, "state", queuesDir), Default: filepath.Join(dir, "state", queuesDir)},
	} {
		if got := call(t, c, engine.GetSetting{Machine: "alpha", Label: label}); got != want {
			t.Errorf("%s: %+v", label, got)
		}
	}
	for label, value := range map[string]string{setMode: "3", setThreshold: "0", setRemirror: "4", setFolder: "/elsewhere", "QmemoryBufferMax": "much"} {
		refused(t, c, engine.CodeBadParameter, engine.SaveSetting{Machine: "alpha", Label: label, Value: value})
	}
	cl, ok := c.(*Client)
	if !ok {
		t.Fatal("another client")
	}
	write(t, filepath.Join(dir, "alpha/data/f"), "1")
	id := connected(t, c, true)
	set(t, c, "QmemoryBufferMax", 2)
	set(t, c, setThreshold, 50)
	if l := cl.conns[id].repl.q.limits; l != (limits{memory: mega, mode: fullDisk}) {
		t.Errorf("in force are %+v", l)
	}
	set(t, c, setRemirror, 1)
	if o := cl.remirror(cl.machines["alpha"]); o == nil || !o.Checksum {
		t.Errorf("remirror %+v", o)
	}
	set(t, c, setRemirror, 2)
	if o := cl.remirror(cl.machines["alpha"]); o == nil || o.Kind != engine.MirrorAll {
		t.Errorf("remirror %+v", o)
	}
}
