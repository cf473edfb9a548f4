//go:build unix

package syncthing_test

// This file stops daemons in their tracks, which only Unix can.

import (
	"testing"
	"time"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/syncthing/synctest"
)

// TestSlow asks a daemon that stands still, and one that comes back in time, which is no failure.
func TestSlow(t *testing.T) {
	t.Parallel()
	w := ownWorld(t, synctest.Options{})
	w.write(w.src("data/f"), "1")
	w.set("s")
	id := w.plug("s", "/copy", replicating)
	usual := w.cfg.Settings
	w.cfg.Settings.Timeout, w.cfg.Settings.Retry = 300*time.Millisecond, 500*time.Millisecond
	w.open()
	w.must(w.b.Freeze())
	w.eventually("it stands still", func() bool { return w.b.Call("GET", "system/ping", nil, nil) != nil })
	began := time.Now()
	refuse(w, engine.CodeNoAnswer, "did not answer in time", engine.Login{Machine: w.target})
	if took := time.Since(began); took > 5*time.Second {
		t.Errorf("it took %v to find out", took)
	}

	w.cfg.Settings = usual
	w.open()
	w.write(w.src("data/f"), "22")
	time.AfterFunc(time.Second, func() { _ = w.b.Thaw() }) // while the question is under way
	do(w, engine.Wait{ID: id, For: engine.WaitQueue, Timeout: patience})
	w.holds(w.dst("copy/f"), "22")
}
