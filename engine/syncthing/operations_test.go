package syncthing_test

// This file tests the operations on the way between machines, comparisons and restores on real daemons.

import (
	"fmt"
	"os"
	"testing"
	"time"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/syncthing/rest"
	"github.com/smrscript/smrscript/engine/syncthing/synctest"
)

func TestHolding(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.write(w.src("data/f"), "1")
	w.set("s")
	id := w.plug("s", "/copy", replicating)
	send := func(a engine.Action) engine.Transmission {
		return engine.Transmission{Source: w.source, Target: w.target, Action: a}
	}
	for _, c := range []struct {
		hold, release engine.Op
		held          engine.Code
	}{
		{engine.HoldTarget{Target: w.target}, engine.ReleaseTarget{Target: w.target}, engine.CodeTargetPaused},
		{send(engine.ActionPause), send(engine.ActionResume), engine.CodeTransmissionPaused},
		{send(engine.ActionStop), send(engine.ActionStart), engine.CodeTransmissionPaused},
	} {
		refuse(w, engine.CodeConnectionNotPaused, "", c.release)
		if _, err := w.client.Do(t.Context(), c.hold); err != nil {
			t.Fatal(err)
		}
		refuse(w, c.held, "", c.hold)
		w.write(w.src("data/f"), "held "+c.hold.Name())
		if _, err := w.client.Do(t.Context(), c.release); err != nil {
			t.Fatal(err)
		}
		do(w, engine.Wait{ID: id, For: engine.WaitQueue, Timeout: patience})
		w.holds(w.dst("copy/f"), "held "+c.hold.Name())
	}
	refuse(w, engine.CodeBadParameter, "", send("dance"))
}

func TestWay(t *testing.T) {
	t.Parallel()
	w := ownWorld(t, synctest.Options{})
	w.write(w.src("data/f"), "1")
	w.set("s")
	w.plug("s", "/copy")
	device := func() rest.Device {
		var list []rest.Device
		w.must(w.a.Call("GET", "config/devices", nil, &list))
		for _, d := range list {
			if d.Name == w.target+" (smrscript)" {
				return d
			}
		}
		return rest.Device{}
	}
	do(w, engine.LimitBandwidth{Source: w.source, Target: w.target, Bytes: 10 << 20, Per: 10 * time.Second})
	if got := device().MaxSendKbps; got != 1024 {
		t.Errorf("limit %d", got)
	}
	do(w, engine.LimitBandwidth{Source: w.source, Target: w.target})
	for level, want := range []string{"never", "metadata", "always", "always"} {
		do(w, engine.SetCompression{Source: w.source, Target: w.target, Level: level})
		if got := device(); got.Compression != want || got.MaxSendKbps != 0 {
			t.Errorf("level %d: %+v", level, got)
		}
	}
	refuse(w, engine.CodeBadParameter, "level 4", engine.SetCompression{Source: w.source, Target: w.target, Level: 4})
	refuse(w, engine.CodeBadParameter, "", engine.LimitBandwidth{Source: w.source, Target: w.target, Bytes: -1})
}

func TestCompareAndRestore(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.write(w.src("data/a"), "of the source")
	w.write(w.src("data/b"), "of the source")
	w.set("s")
	id := w.plug("s", "/copy")
	w.must(os.Remove(w.dst("copy/a")))
	w.write(w.dst("copy/extra"), "1")
	r := do(w, engine.Verify{ID: id, Sync: true, Orphans: true})
	if r.ID != id || r.FilesCompared != 2 || r.FilesDifferent != 1 || r.OrphansFound != 1 || r.Ended.Before(r.Started) {
		t.Errorf("report %+v", r)
	}
	w.holds(w.dst("copy/a"), "of the source")
	refuse(w, engine.CodeUnsupported, "verify without sync", engine.Verify{ID: id})
	refuse(w, engine.CodeUnsupported, "newer", engine.Verify{ID: id, Sync: true, Newer: true})
	w.write(w.dst("copy/extra"), "2")
	do(w, engine.RemoveOrphans{ID: id})
	w.mirrored(id)
	if _, err := os.Stat(w.dst("copy/extra")); err == nil {
		t.Error("an orphan stays")
	}
	refuse(w, engine.CodeNoMirror, "", engine.RemoveOrphans{ID: id, Stop: true})
	refuse(w, engine.CodeUnsupported, "", engine.SetOrphanPolicy{Target: w.target, Enabled: true})
	refuse(w, engine.CodeUnsupported, "inplace", engine.MirrorStart{ID: id, Options: engine.MirrorOptions{Kind: engine.MirrorDifferent, Checksum: true, InPlace: true}})
	refuse(w, engine.CodeUnsupported, "no such thing", engine.CreateSnapshot{ID: id})
	do(w, engine.Disconnect{ID: id, Settle: true})

	back := engine.Restore{Source: w.source, Repset: "s", Target: w.target}
	refuse(w, engine.CodeUnsupported, "another machine", engine.Restore{Source: w.source, Repset: "s", Target: w.target, Machine: w.target})
	w.write(w.src("data/a"), "broken")
	w.mirrored(do(w, back))
	w.holds(w.src("data/a"), "of the source")
	do(w, engine.Disconnect{Source: w.target, All: true})
	w.set("never connected")
	back.Repset = "never connected"
	refuse(w, engine.CodeNoConnection, "remembers no copy", back)
}

// TestChecksumOfSlowCopy hides a change in a copy that takes its daemon far longer to read than the source takes. A daemon that hears of
// the source's files before it has read its own takes those of the same size and time for the same.
func TestChecksumOfSlowCopy(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	at := time.Unix(1_500_000_000, 0)
	put := func(path, text string) {
		w.write(path, text)
		w.must(os.Chtimes(path, at, at))
	}
	put(w.src("data/z"), "new")
	w.set("s")
	id := w.plug("s", "/copy", orphaning)
	put(w.dst("copy/z"), "old")
	for i := range 6 {
		slow := w.dst(fmt.Sprintf("copy/a%d", i))
		w.write(slow, "")
		w.must(os.Truncate(slow, 128<<20))
	}
	do(w, engine.MirrorStart{ID: id, Options: engine.MirrorOptions{Kind: engine.MirrorDifferent, Checksum: true, Orphans: true}})
	w.mirrored(id)
	w.holds(w.dst("copy/z"), "new")
}
