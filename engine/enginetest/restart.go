package enginetest

// This file states what survives closing and opening an engine.

import (
	"fmt"
	"maps"
	"os"
	"strings"
	"time"

	"github.com/smrscript/smrscript/engine"
)

func restartCases() map[string]func(*bench) {
	return map[string]func(*bench){
		"state":          restartState,
		"replicating":    restartReplicating,
		"mirroring":      restartMirroring,
		"paused":         restartPaused,
		"mirror at once": restartMirrorAtOnce,
		"held":           restartHeld,
	}
}

// reopen opens the engine again; false when the driver has no need to.
func (b *bench) reopen() bool {
	if b.Reopen == nil {
		return false
	}
	b.Client = b.Reopen(b.T)
	return true
}

func restartState(b *bench) {
	b.write(b.SourceDir, "data/f", "1")
	b.set("s", "/data", "- /data/*.tmp")
	gone := b.connect("s", to("/gone"))
	do(b, engine.Disconnect{ID: gone})
	id := b.connect("s")
	was := do(b, engine.GetConnection{ID: id})
	set := do(b, engine.GetRepset{Source: b.Source, Repset: "s"})
	if !b.reopen() {
		return
	}
	now := do(b, engine.GetConnection{ID: id})
	if now.Repset != was.Repset || !now.Mapping.Equal(was.Mapping) || !now.Established.Equal(was.Established) ||
		now.TargetState != was.TargetState || now.Mirror.FilesSent != was.Mirror.FilesSent {
		b.Errorf("was %+v\nis  %+v", was, now)
	}
	if again := do(b, engine.GetRepset{Source: b.Source, Repset: "s"}); !again.Repset.Equal(set.Repset) || !again.Saved.Equal(set.Saved) {
		b.Errorf("set was %+v, is %+v", set, again)
	}
	do(b, engine.Disconnect{ID: id})
	b.reopen()
	if next := b.connect("s"); next <= id {
		b.Errorf("id %d after %d", next, id)
	}
}

func restartReplicating(b *bench) {
	b.write(b.SourceDir, "data/f", "1")
	b.write(b.SourceDir, "data/bye", "1")
	b.set("s", "/data")
	id := b.connect("s", replicating, orphaning)
	if b.Reopen == nil {
		return
	}
	b.must(b.Client.Close())
	b.write(b.SourceDir, "data/f", "changed while nobody watched")
	b.must(os.Remove(b.src("data/bye")))
	b.reopen()
	do(b, engine.Wait{ID: id, For: engine.WaitMirror})
	b.drain(id)
	b.same(b.src("data"), b.dst("copy"))
	b.write(b.SourceDir, "data/g", "and now somebody does")
	s := b.drain(id)
	b.same(b.src("data"), b.dst("copy"))
	if s.TargetState != engine.TargetReplicating {
		b.Errorf("state %s", s.TargetState)
	}
}

func restartMirroring(b *bench) {
	for i := range 400 {
		b.write(b.SourceDir, fmt.Sprintf("data/d%d/f", i), strings.Repeat("x", 5000))
	}
	b.set("s", "/data")
	id := do(b, engine.Connect{Source: b.Source, Repset: "s", Target: b.Target, Mapping: base("/copy"), Mirror: &engine.MirrorOptions{}})
	if !b.reopen() {
		return
	}
	s := do(b, engine.Wait{ID: id, For: engine.WaitMirror})
	if !s.Mirror.Completed || s.TargetState != engine.TargetOnline {
		b.Errorf("status %+v", s)
	}
	b.same(b.src("data"), b.dst("copy"))
}

func restartPaused(b *bench) {
	for i := range 300 {
		b.write(b.SourceDir, fmt.Sprintf("data/d%d/f", i), strings.Repeat("x", 1000))
	}
	b.set("s", "/data")
	id := b.connect("s", unmirrored)
	do(b, engine.MirrorStart{ID: id})
	if _, err := b.Client.Do(b.ctx, engine.MirrorPause{ID: id}); err != nil || !b.reopen() {
		return // it was faster than the pause
	}
	if s := do(b, engine.GetConnection{ID: id}); s.Mirror.State != engine.MirrorPaused {
		b.Errorf("state %s", s.Mirror.State)
	}
	do(b, engine.MirrorResume{ID: id})
	b.mirrored(id)
	b.same(b.src("data"), b.dst("copy"))
}

// restartMirrorAtOnce asks for a mirror before the engine can have caught up by
// itself: catching up must not stand in its way.
func restartMirrorAtOnce(b *bench) {
	for i := range 300 {
		b.write(b.SourceDir, fmt.Sprintf("data/d%d/f", i%50), strings.Repeat("x", 1000+i))
	}
	b.set("s", "/data")
	id := b.connect("s", replicating)
	for _, o := range []engine.MirrorOptions{{}, {Kind: engine.MirrorDifferent, Checksum: true}, {Kind: engine.MirrorDifferent, Newer: true}} {
		if o.Newer && b.is(NoNewer) || b.Reopen == nil {
			continue
		}
		b.must(b.Client.Close())
		b.write(b.SourceDir, "data/d7/f", fmt.Sprint("changed while nobody watched ", o))
		b.backdate(b.src("data/d7/f"), time.Hour) // older than the copy: only the engine's own pass or a full one finds it
		b.reopen()
		s := b.mirror(id, o)
		if !b.is(SendsDiffering) && s.Mirror.Options != o {
			b.Errorf("the status tells of another mirror: %+v, not %+v", s.Mirror.Options, o)
		}
		b.drain(id)
		b.same(b.src("data"), b.dst("copy"))
	}
}

// restartHeld changes the source while the target is held and closes the engine before it is released: what waits must not be lost,
// removals included, and nothing may arrive before.
func restartHeld(b *bench) {
	for i := range 40 {
		b.write(b.SourceDir, fmt.Sprint("data/f", i), "1")
	}
	b.set("s", "/data")
	id := b.connect("s", replicating)
	b.drain(id)
	if _, err := b.Client.Do(b.ctx, engine.HoldTarget{Target: b.Target}); engine.CodeOf(err) == engine.CodeUnsupported || b.Reopen == nil {
		return
	} else {
		b.must(err)
	}
	was := b.listing(b.dst("copy"))
	for i := range 20 {
		b.must(os.Remove(b.src(fmt.Sprint("data/f", i))))
		b.write(b.SourceDir, fmt.Sprint("data/g", i), "2")
	}
	counts := !b.is(RoughCounts)
	if counts {
		b.eventually("the changes are queued", func() bool { return do(b, engine.GetConnection{ID: id}).Replication.OpsQueue >= 40 })
	}
	b.reopen()
	if s := do(b, engine.GetConnection{ID: id}); counts && s.Replication.OpsQueue < 40 || s.TargetState != engine.TargetPaused {
		b.Errorf("after the restart %+v, state %s", s.Replication, s.TargetState)
	}
	if now := b.listing(b.dst("copy")); !maps.Equal(now, was) {
		b.Errorf("the held copy changed from %v to %v", was, now)
	}
	do(b, engine.ReleaseTarget{Target: b.Target})
	b.mirrored(id)
	b.drain(id)
	b.same(b.src("data"), b.dst("copy"))
}
