package syncthing_test

// This file makes daemons, disks and files fail, and looks at what the driver says and leaves.

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/syncthing"
	"github.com/smrscript/smrscript/engine/syncthing/synctest"
)

func TestDaemonDown(t *testing.T) {
	t.Parallel()
	w := ownWorld(t, synctest.Options{})
	w.cfg.Settings.Retry = 300 * time.Millisecond
	w.cfg.Settings.Patience = 2 * time.Second
	w.open()
	w.write(w.src("data/f"), "1")
	w.set("s")
	id := w.plug("s", "/copy", replicating)
	w.b.Stop()
	for _, op := range []engine.Op{engine.Login{Machine: w.target}, engine.Ping{Machine: w.target}, engine.Version{Machine: w.target},
		engine.Connect{Source: w.source, Repset: "s", Target: w.target, Mapping: mapTo("/two"), Mirror: &engine.MirrorOptions{}},
		engine.MirrorStart{ID: id}} {
		e := refuse(w, engine.CodeNoAnswer, "Syncthing does not answer", op)
		if e.Subject != w.target || !strings.Contains(e.Help(), "Start Syncthing") {
			t.Errorf("%s: subject %q, help %q", op.Name(), e.Subject, e.Help())
		}
	}
	if s := do(w, engine.GetConnection{ID: id}); s.TransmitState != engine.TransmitError || s.TargetState != engine.TargetRetrying || len(s.Failures) == 0 {
		t.Errorf("status %+v", s)
	}
	if list := do(w, engine.FindConnections{Source: w.source}); len(list) != 1 {
		t.Errorf("the source alone knows %v", list)
	}
	for _, m := range do(w, engine.ListMachines{}) {
		if m.Online != (m.Name == w.source) || !m.Online && m.Detail == "" {
			t.Errorf("machine %+v", m)
		}
	}
	e := refuse(w, engine.CodeNoAnswer, "", engine.Wait{ID: id, For: engine.WaitQueue})
	if e.Op != "wait" {
		t.Errorf("operation %q", e.Op)
	}
	w.must(w.b.Run())
	w.write(w.src("data/f"), "22")
	do(w, engine.Wait{ID: id, For: engine.WaitQueue, Timeout: patience})
	w.holds(w.dst("copy/f"), "22")
}

// TestDyingMidMirror kills each daemon while a mirror runs; it goes on when the daemon is back.
func TestDyingMidMirror(t *testing.T) {
	t.Parallel()
	w := ownWorld(t, synctest.Options{})
	for i := range 300 {
		w.write(w.src(fmt.Sprintf("data/d%d/f%d", i%20, i)), strings.Repeat(fmt.Sprint(i), 2000))
	}
	w.set("s")
	for i, d := range []*synctest.Daemon{w.b, w.a} {
		base := fmt.Sprintf("/copy%d", i)
		id := do(w, engine.Connect{Source: w.source, Repset: "s", Target: w.target, Mapping: mapTo(base), Mirror: &engine.MirrorOptions{}})
		w.eventually("something arrives", func() bool {
			entries, _ := os.ReadDir(w.dst(base))
			return len(entries) > 2
		})
		d.Kill()
		w.must(d.Run())
		s := w.mirrored(id)
		if s.Mirror.FilesTotal != 300 {
			t.Errorf("%d files", s.Mirror.FilesTotal)
		}
		w.unchanged(w.src("data"), w.snapshot(w.dst(base)))
		do(w, engine.Disconnect{ID: id, Settle: true})
	}
}

// TestAnotherProcessGoesOn closes the driver while a mirror runs; another one goes on with it.
func TestAnotherProcessGoesOn(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	for i := range 200 {
		w.write(w.src(fmt.Sprintf("data/f%d", i)), strings.Repeat("x", 5000))
	}
	w.set("s")
	id := do(w, engine.Connect{Source: w.source, Repset: "s", Target: w.target, Mapping: mapTo("/copy"), Mirror: &engine.MirrorOptions{Kind: engine.MirrorDifferent, Checksum: true}})
	w.open()
	if s := w.mirrored(id); s.Mirror.Options.Kind != engine.MirrorDifferent || s.Mirror.FilesTotal != 200 {
		t.Errorf("mirror %+v", s.Mirror)
	}
	w.eventually("a connection that does not replicate is paused again", func() bool {
		for _, f := range folders(w.b) {
			if strings.Contains(f.Path, w.dstDir) && !f.Paused {
				return false
			}
		}
		return true
	})
}

func TestWrongKey(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	const wrong = "not-the-key-of-that-daemon"
	m := w.cfg.Machines[w.target]
	m.Key = engine.NewSecret(wrong)
	w.cfg.Machines[w.target] = m
	w.open()
	w.set("s")
	for _, op := range []engine.Op{engine.Login{Machine: w.target}, engine.Ping{Machine: w.target},
		engine.Connect{Source: w.source, Repset: "s", Target: w.target, Mapping: mapTo("/copy"), Mirror: &engine.MirrorOptions{}}} {
		e := refuse(w, engine.CodeNoAnswer, "refuses the key", op)
		if !strings.Contains(e.Help(), "API Key") {
			t.Errorf("help %q", e.Help())
		}
		leak(t, fmt.Sprintf("%v %+v %#v %s", e, e, e, e.Help()), wrong)
	}
	leak(t, fmt.Sprintf("%v %+v %#v", w.cfg, w.cfg, w.cfg), wrong, w.a.Key)
}

// TestClock runs the target with a clock that is hours ahead, which changes neither what is sent nor when a mirror is over.
func TestClock(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	a, err := synctest.Start(filepath.Join(dir, "one"), synctest.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(a.Kill)
	// A time namespace would need a newer kernel; the skew of the data is what matters, so files carry the times of another clock.
	b, err := synctest.Start(filepath.Join(dir, "two"), synctest.Options{Env: []string{"TZ=Pacific/Kiritimati"}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(b.Kill)
	w := worldOn(t, a, b)
	for name, at := range map[string]time.Time{"future": time.Now().Add(100 * time.Hour), "past": time.Unix(86400, 123456789), "now": time.Now()} {
		w.write(w.src("data/"+name), name)
		w.must(os.Chtimes(w.src("data/"+name), at, at))
	}
	w.set("s")
	id := w.plug("s", "/copy", replicating)
	w.unchanged(w.src("data"), w.snapshot(w.dst("copy")))
	// The source's clock goes back: a change with an older time is a change.
	w.write(w.src("data/future"), "changed by an earlier clock")
	at := time.Now().Add(-50 * time.Hour)
	w.must(os.Chtimes(w.src("data/future"), at, at))
	if s := do(w, engine.Wait{ID: id, For: engine.WaitConsistent, Timeout: patience}); !s.Settled {
		t.Errorf("status %+v", s)
	}
	w.unchanged(w.src("data"), w.snapshot(w.dst("copy")))
}

func TestPathMissing(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.write(w.src("data/f"), "1")
	w.set("s")
	id := w.plug("s", "/copy", orphaning)
	w.must(os.Rename(w.src("data"), w.src("away")))
	do(w, engine.MirrorStart{ID: id})
	s := do(w, engine.Wait{ID: id, For: engine.WaitMirror, Timeout: patience})
	if s.Mirror.Completed || len(s.Mirror.Failures) == 0 || !strings.Contains(fmt.Sprint(s.Mirror.Failures), "folder path missing") || s.TargetState != engine.TargetMirrorRequired {
		t.Errorf("source: %+v", s)
	}
	w.holds(w.dst("copy/f"), "1")
	w.must(os.Rename(w.src("away"), w.src("data")))

	// The copy is gone: a mirror that is asked for makes it anew.
	w.must(os.RemoveAll(w.dst("copy")))
	do(w, engine.MirrorStart{ID: id})
	w.mirrored(id)
	w.holds(w.dst("copy/f"), "1")

	// The copy is a file.
	w.must(os.RemoveAll(w.dst("copy")))
	w.write(w.dst("copy"), "a file")
	do(w, engine.MirrorStart{ID: id})
	if s := do(w, engine.Wait{ID: id, For: engine.WaitMirror, Timeout: patience}); s.Mirror.Completed || len(s.Mirror.Failures) == 0 {
		t.Errorf("a file as copy: %+v", s)
	}
	w.holds(w.dst("copy"), "a file")
	refuse(w, engine.CodeBadSourcePath, "no folder", func() engine.Op {
		do(w, engine.SaveRepset{Repset: engine.Repset{Source: w.source, Name: "t", Rules: []engine.Rule{{Path: "/no/such"}}}})
		return engine.Connect{Source: w.source, Repset: "t", Target: w.target, Mapping: mapTo("/t"), Mirror: &engine.MirrorOptions{}}
	}())
}

// TestDiskFull gives the copy a file system of its own that is too small.
func TestDiskFull(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	if !tinyDisk(t, w.dst("small")) {
		return
	}
	w.write(w.src("data/huge"), strings.Repeat("0123456789ABCDEF", 3<<20/16))
	w.write(w.src("data/a little"), "fits")
	w.set("s")
	id := do(w, engine.Connect{Source: w.source, Repset: "s", Target: w.target, Mapping: mapTo("/small/copy"), Mirror: &engine.MirrorOptions{}})
	s := do(w, engine.Wait{ID: id, For: engine.WaitMirror, Timeout: patience})
	if !s.Mirror.Completed || s.Mirror.Errors != 1 || len(s.Mirror.Failures) != 1 || strings.Contains(s.Mirror.Failures[0].Reason, "\n") || s.TargetState != engine.TargetMirrorRequired || !strings.Contains(fmt.Sprint(s.Mirror.Failures), "no space left") {
		t.Errorf("status %+v", s)
	}
	w.holds(w.dst("small/copy/a little"), "fits")
	// There is room again.
	w.must(os.WriteFile(w.src("data/huge"), []byte("small now"), 0o644))
	do(w, engine.MirrorStart{ID: id})
	if s := w.mirrored(id); s.TargetState != engine.TargetOnline {
		t.Errorf("afterwards %s", s.TargetState)
	}
	w.holds(w.dst("small/copy/huge"), "small now")
	do(w, engine.Disconnect{ID: id})
}

// TestChangedThere changes the copy in every way between mirrors.
func TestChangedThere(t *testing.T) {
	t.Parallel()
	for _, orphans := range []bool{false, true} {
		t.Run(fmt.Sprint("orphans ", orphans), func(t *testing.T) {
			t.Parallel()
			w := newWorld(t)
			for _, f := range []string{"altered", "removed", "sub/kept"} {
				w.write(w.src("data/"+f), "of the source")
			}
			w.set("s")
			id := w.plug("s", "/copy", func(op *engine.Connect) { op.Orphans = orphans })
			w.write(w.dst("copy/altered"), "of the target")
			w.must(os.Remove(w.dst("copy/removed")))
			w.write(w.dst("copy/sub/added"), "of the target")
			do(w, engine.MirrorStart{ID: id})
			w.mirrored(id)
			for _, f := range []string{"altered", "removed", "sub/kept"} {
				w.holds(w.dst("copy/"+f), "of the source")
			}
			if _, err := os.Stat(w.dst("copy/sub/added")); (err == nil) == orphans {
				t.Errorf("what was added: %v", err)
			}
			conflicts, _ := filepath.Glob(w.dst("copy/*conflict*"))
			if len(conflicts) > 0 {
				t.Errorf("conflict files: %v", conflicts)
			}
			// A settled copy must not hold changes of the target.
			w.write(w.dst("copy/altered"), "once more")
			got := do(w, engine.Disconnect{ID: id, Settle: true, SettleTimeout: time.Second})
			if got.Settled || !strings.Contains(got.Reason, "were changed there") {
				t.Errorf("disconnected %+v", got)
			}
		})
	}
}

// TestConflict changes the same file on both sides of a replicating connection.
func TestConflict(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.write(w.src("data/f"), "first")
	w.set("s")
	id := w.plug("s", "/copy", replicating)
	w.write(w.dst("copy/f"), "the target's")
	w.write(w.src("data/f"), "the source's, longer")
	do(w, engine.MirrorStart{ID: id, Options: engine.MirrorOptions{Kind: engine.MirrorDifferent}})
	w.mirrored(id)
	w.holds(w.dst("copy/f"), "the source's, longer")
	entries, err := os.ReadDir(w.dst("copy"))
	if err != nil || len(entries) != 2 { // the file and Syncthing's mark
		t.Errorf("%v, %v", entries, err)
	}
}

// TestFolderRemovedByHand takes a folder away from one daemon behind the driver's back.
func TestFolderRemovedByHand(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.write(w.src("data/f"), "1")
	w.set("s")
	id := w.plug("s", "/copy", replicating)
	for _, f := range folders(w.b) {
		if strings.HasPrefix(f.Path, w.dstDir) {
			w.must(w.b.Call("DELETE", "config/folders/"+f.ID, nil, nil))
		}
	}
	e := refuse(w, engine.CodeConnectionFailed, "removed from a daemon by somebody else", engine.MirrorStart{ID: id})
	if !strings.Contains(e.Help(), "connect anew") {
		t.Errorf("help %q", e.Help())
	}
	do(w, engine.Disconnect{ID: id})
	again := w.plug("s", "/copy", replicating)
	if again <= id || len(do(w, engine.FindConnections{})) != 1 {
		t.Errorf("connection %d after %d", again, id)
	}
}

// TestCancelled ends operations by their context in the middle.
func TestCancelled(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	for i := range 100 {
		w.write(w.src(fmt.Sprintf("data/f%d", i)), "x")
	}
	w.set("s")
	for d := time.Millisecond; d < 100*time.Millisecond; d *= 2 {
		ctx, cancel := context.WithTimeout(t.Context(), d)
		r, err := w.client.Do(ctx, engine.Connect{Source: w.source, Repset: "s", Target: w.target, Mapping: mapTo("/copy"), Mirror: &engine.MirrorOptions{}})
		cancel()
		list := do(w, engine.FindConnections{})
		if (err == nil) != (len(list) == 1) {
			t.Fatalf("%v: %v, %v, connections %v", d, r, err, list)
		}
		for _, c := range list {
			do(w, engine.Disconnect{ID: c.ID})
		}
	}
	id := w.plug("s", "/copy", replicating)
	w.holds(w.dst("copy/f99"), "x")
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := w.client.Do(ctx, engine.Disconnect{ID: id}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestClosed(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.write(w.src("data/f"), "1")
	w.set("s")
	id := w.plug("s", "/copy", replicating)
	failed := make(chan error, 1)
	go func() {
		_, err := w.client.Do(context.Background(), engine.Wait{ID: id, For: engine.WaitConsistent})
		failed <- err
	}()
	w.must(w.client.Close())
	w.must(w.client.Close())
	if err := <-failed; err != nil && engine.CodeOf(err) != engine.CodeNoAnswer {
		t.Errorf("a wait during closing: %v", err)
	}
	refuse(w, engine.CodeNoAnswer, "closed", engine.FindConnections{})
	if _, err := syncthing.Open(syncthing.Config{}); engine.CodeOf(err) != engine.CodeBadParameter {
		t.Errorf("without a state folder: %v", err)
	}
}
