package enginetest

// This file states what pausing, limiting, verifying, keeping and restoring do. A driver that cannot do one of them refuses it by name.

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"time"

	"github.com/smrscript/smrscript/engine"
)

func wayCases() map[string]func(*bench) {
	return map[string]func(*bench){
		"paused transmission":  func(b *bench) { closedWay(b, transmission(engine.ActionPause), transmission(engine.ActionResume)) },
		"stopped transmission": func(b *bench) { closedWay(b, transmission(engine.ActionStop), transmission(engine.ActionStart)) },
		"held target": func(b *bench) {
			closedWay(b, func(b *bench) engine.OpOf[engine.Done] { return engine.HoldTarget{Source: b.Source, Target: b.Target} },
				func(b *bench) engine.OpOf[engine.Done] {
					return engine.ReleaseTarget{Source: b.Source, Target: b.Target}
				})
		},
		"paused before a mirror": pausedBeforeMirror,
		"limited":                limited,
		"compressed":             compressed,
		"blocked":                blocked,
		"verified":               verified,
		"verified and mended":    verifiedAndMended,
		"snapshots":              snapshots,
		"restored":               restored,
	}
}

// A way is an operation on the way from the source to the target.
type way func(*bench) engine.OpOf[engine.Done]

func transmission(a engine.Action) way {
	return func(b *bench) engine.OpOf[engine.Done] {
		return engine.Transmission{Source: b.Source, Target: b.Target, Action: a}
	}
}

// lacks reports whether the driver refuses an operation as unsupported, which it must give a reason for.
func lacks(b *bench, op engine.Op) bool {
	b.Helper()
	_, err := b.Client.Do(b.ctx, op)
	var e *engine.Error
	if !errors.As(err, &e) || e.Code != engine.CodeUnsupported {
		if err != nil {
			b.Fatalf("%s: %v", op.Name(), err)
		}
		return false
	}
	if e.Cause == nil && e.Subject == "" {
		b.Errorf("%s is refused without a reason", op.Name())
	}
	return true
}

// closedWay: nothing is sent or applied while the way is closed, and nothing is lost.
func closedWay(b *bench, shut, open way) {
	b.write(b.SourceDir, "data/f", "1")
	b.set("s", "/data")
	id := b.connect("s", replicating)
	if lacks(b, shut(b)) {
		return
	}
	_, err := b.Client.Do(b.ctx, shut(b))
	if !errors.Is(err, engine.CodeTransmissionPaused) && !errors.Is(err, engine.CodeTargetPaused) {
		b.Errorf("closing it twice: %v", err)
	}
	b.write(b.SourceDir, "data/f", "22")
	b.write(b.SourceDir, "data/g", "new")
	_, err = b.Client.Do(b.ctx, engine.Wait{ID: id, For: engine.WaitQueue, Timeout: 50 * time.Millisecond})
	if code := engine.CodeOf(err); code != engine.CodeTimeout && code != engine.CodeTransmissionPaused && code != engine.CodeTargetPaused {
		b.Errorf("waiting for what is held: %v", err)
	}
	st := do(b, engine.GetConnection{ID: id})
	if st.TransmitState == engine.TransmitStarted && st.TargetState != engine.TargetPaused {
		b.Errorf("the status does not show it: %s, %s", st.TransmitState, st.TargetState)
	}
	b.content(b.dst("copy/f"), "1")
	do(b, open(b))
	refuse(b, engine.CodeConnectionNotPaused, open(b))
	b.drain(id)
	b.content(b.dst("copy/f"), "22")
	b.content(b.dst("copy/g"), "new")
	if st := do(b, engine.GetConnection{ID: id}); st.TransmitState != engine.TransmitStarted || st.TargetState == engine.TargetPaused {
		b.Errorf("still closed: %s, %s", st.TransmitState, st.TargetState)
	}
}

// pausedBeforeMirror: a mirror waits for the way, too.
func pausedBeforeMirror(b *bench) {
	b.write(b.SourceDir, "data/f", "1")
	b.set("s", "/data")
	id := b.connect("s", unmirrored)
	if lacks(b, transmission(engine.ActionPause)(b)) {
		return
	}
	do(b, engine.MirrorStart{ID: id})
	if b.is(MirrorOpens) {
		b.mirrored(id)
		b.content(b.dst("copy/f"), "1")
		return
	}
	refuse(b, engine.CodeTimeout, engine.Wait{ID: id, For: engine.WaitMirror, Timeout: 50 * time.Millisecond})
	if _, err := os.Stat(b.dst("copy/f")); err == nil {
		b.Error("the mirror did not wait")
	}
	do(b, transmission(engine.ActionResume)(b))
	b.mirrored(id)
	b.content(b.dst("copy/f"), "1")
}

// limited: a limit changes nothing about what is copied, and it can be lifted. That it is kept is each driver's own to test.
func limited(b *bench) {
	limit := engine.LimitBandwidth{Source: b.Source, Target: b.Target, Bytes: 64 << 20, Per: time.Second}
	for i := range 5 {
		b.write(b.SourceDir, fmt.Sprintf("data/f%d", i), "content")
	}
	b.set("s", "/data")
	id := b.connect("s", unmirrored)
	if lacks(b, limit) {
		return
	}
	b.mirror(id, engine.MirrorOptions{})
	b.same(b.src("data"), b.dst("copy"))
	limit.Bytes = -1
	refuse(b, engine.CodeBadParameter, limit)
	limit.Bytes = 0
	do(b, limit)
	b.mirror(id, engine.MirrorOptions{})
}

// compressed: how hard what is sent is compressed changes nothing about what arrives.
func compressed(b *bench) {
	b.write(b.SourceDir, "data/f", "1")
	b.set("s", "/data")
	id := b.connect("s", unmirrored)
	op := engine.SetCompression{Source: b.Source, Target: b.Target}
	for op.Level = range 4 {
		if !lacks(b, op) {
			b.mirror(id, engine.MirrorOptions{})
			b.same(b.src("data"), b.dst("copy"))
		}
	}
	if op.Level = 0; !lacks(b, op) {
		op.Level = 4
		refuse(b, engine.CodeBadParameter, op)
	}
}

// blocked: a blocked copy is kept from others and not from the engine, over a restart, until it is opened or its connection ends.
func blocked(b *bench) {
	b.write(b.SourceDir, "data/f", "1")
	b.set("s", "/data")
	id := b.connect("s", replicating)
	op := engine.BlockTargetPath{ID: id}
	if lacks(b, op) {
		return
	}
	b.drain(id)
	before := b.listing(b.src("data"))["."]
	others := func() fs.FileMode {
		info, err := os.Stat(b.dst("copy"))
		b.must(err)
		return info.Mode().Perm() & 0o077
	}
	for _, again := range []bool{false, true} {
		if again {
			b.reopen()
		}
		if st := do(b, engine.GetConnection{ID: id}); !st.PathBlocked || others() != 0 {
			b.Errorf("blocked %v, others may %o", st.PathBlocked, others())
		}
		refuse(b, engine.CodeTargetPathBlocked, op)
		b.write(b.SourceDir, "data/f", fmt.Sprint("changed ", again))
		b.mirror(id, engine.MirrorOptions{Kind: engine.MirrorDifferent})
		b.content(b.dst("copy/f"), fmt.Sprint("changed ", again))
	}
	op.Unblock = true
	do(b, op)
	do(b, op)
	if st := do(b, engine.GetConnection{ID: id}); st.PathBlocked || b.listing(b.dst("copy"))["."] != before {
		b.Errorf("blocked %v, the copy is %q, was %q", st.PathBlocked, b.listing(b.dst("copy"))["."], before)
	}
	do(b, engine.BlockTargetPath{ID: id})
	do(b, engine.Disconnect{ID: id})
	if others() == 0 {
		b.Error("blocked although its connection has ended")
	}
	refuse(b, engine.CodeNoConnection, engine.BlockTargetPath{ID: id})
}

// differing makes a copy that lacks a file, has one of another size, and one too many.
func differing(b *bench) engine.ConnectionID {
	for _, name := range []string{"same", "changed", "missing", "sub/same"} {
		b.write(b.SourceDir, "data/"+name, name)
	}
	b.set("s", "/data")
	id := b.connect("s")
	b.write(b.TargetDir, "copy/changed", "by somebody else")
	b.write(b.TargetDir, "copy/orphan", "x")
	b.must(os.Remove(b.dst("copy/missing")))
	return id
}

// verified: what differs is counted and named, and nothing is written.
func verified(b *bench) {
	id := differing(b)
	before := b.listing(b.TargetDir)
	r, err := engine.Call(b.ctx, b.Client, engine.Verify{ID: id})
	if errors.Is(err, engine.CodeUnsupported) {
		return
	}
	b.must(err)
	if r.FilesDifferent != 1 || r.FilesMissing != 1 || r.FilesMirrored != 0 || r.ID != id {
		b.Errorf("%+v", r)
	}
	kinds := map[string]bool{}
	for _, d := range r.Differences {
		kinds[d.Kind+" "+string(d.Path)] = true
	}
	if !kinds["different /data/changed"] || !kinds["missing /data/missing"] {
		b.Errorf("the differences: %+v", r.Differences)
	}
	if now := b.listing(b.TargetDir); !maps.Equal(now, before) {
		b.Errorf("the target changed from %v to %v", before, now)
	}
	refuse(b, engine.CodeNoConnection, engine.Verify{ID: id + 100})
}

// verifiedAndMended: with Sync the copy is as the source afterwards, and the report says how it was before.
func verifiedAndMended(b *bench) {
	id := differing(b)
	r, err := engine.Call(b.ctx, b.Client, engine.Verify{ID: id, Sync: true, Orphans: true})
	if errors.Is(err, engine.CodeUnsupported) {
		return
	}
	b.must(err)
	b.mirrored(id)
	if rough := b.is(RoughCounts) && r.FilesDifferent+r.FilesMissing == 2; !rough && (r.FilesDifferent != 1 || r.FilesMissing != 1) {
		b.Errorf("%+v", r)
	}
	b.same(b.src("data"), b.dst("copy"))
	again, err := engine.Call(b.ctx, b.Client, engine.Verify{ID: id})
	if errors.Is(err, engine.CodeUnsupported) { // without Sync
		return
	}
	b.must(err)
	if n := again.FilesDifferent + again.FilesMissing; n != 0 || len(again.Differences) != 0 {
		b.Errorf("afterwards: %+v", again)
	}
}

// snapshots: a copy comes back as it was, from each of its snapshots.
func snapshots(b *bench) {
	b.write(b.SourceDir, "data/f", "monday")
	b.set("s", "/data")
	id := b.connect("s")
	if lacks(b, engine.CreateSnapshot{ID: id, Label: "monday"}) {
		return
	}
	refuse(b, engine.CodeBadParameter, engine.CreateSnapshot{ID: id, Label: "monday"})
	b.write(b.SourceDir, "data/f", "on tuesday")
	b.write(b.SourceDir, "data/g", "new")
	b.mirror(id, engine.MirrorOptions{})
	unnamed := do(b, engine.CreateSnapshot{ID: id})
	if list := do(b, engine.ListSnapshots{ID: id}); len(list) != 2 || list[0].Label != "monday" || list[1].Label != unnamed.Label || unnamed.Label == "" {
		b.Errorf("%+v", list)
	}
	do(b, engine.RevertSnapshot{ID: id, Label: "monday"})
	b.content(b.dst("copy/f"), "monday")
	b.has(b.dst("copy"), "f")
	do(b, engine.RevertSnapshot{ID: id, Label: unnamed.Label})
	b.content(b.dst("copy/f"), "on tuesday")
	b.has(b.dst("copy"), "f", "g")
	do(b, engine.DeleteSnapshot{ID: id, Label: "monday"})
	refuse(b, engine.CodeBadParameter, engine.RevertSnapshot{ID: id, Label: "monday"})
	refuse(b, engine.CodeBadParameter, engine.DeleteSnapshot{ID: id, Label: "monday"})
	if list := do(b, engine.ListSnapshots{ID: id}); len(list) != 1 {
		b.Errorf("%+v", list)
	}
	b.content(b.dst("copy/f"), "on tuesday")
}

// restored: the copy of a set comes back to its source, and to nothing else.
func restored(b *bench) {
	b.write(b.SourceDir, "data/f", "1")
	b.write(b.SourceDir, "data/g", "2")
	b.set("s", "/data")
	do(b, engine.Disconnect{ID: b.connect("s")})
	b.write(b.TargetDir, "copy/f", "worked on")
	b.write(b.TargetDir, "copy/h", "made meanwhile")
	b.must(os.Remove(b.src("data/g")))
	where := base("/copy")
	op := engine.Restore{Source: b.Source, Repset: "s", Target: b.Target, Mapping: &where}
	id, err := engine.Call(b.ctx, b.Client, op)
	if errors.Is(err, engine.CodeUnsupported) {
		return
	}
	b.must(err)
	b.mirrored(id)
	b.content(b.src("data/f"), "worked on")
	b.content(b.src("data/g"), "2")
	b.content(b.src("data/h"), "made meanwhile")
	do(b, engine.Disconnect{ID: id})
	op.Repset = "none"
	refuse(b, engine.CodeNoRepset, op)
}
