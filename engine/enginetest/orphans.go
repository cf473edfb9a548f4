package enginetest

// This file states what becomes of orphans when a mirror is not what removes them.

import (
	"os"
	"time"

	"github.com/smrscript/smrscript/engine"
)

func orphanCases() map[string]func(*bench) {
	return map[string]func(*bench){
		"removed on request": orphansOnRequest,
		"policy":             orphanPolicy,
		"moved away":         orphansMoved,
		"old ones only":      orphansOld,
		"nowhere to move":    orphansNowhere,
	}
}

// withOrphans connects a set whose copy has the files and folders of extra besides.
func withOrphans(b *bench) engine.ConnectionID {
	b.write(b.SourceDir, "data/f", "1")
	b.write(b.SourceDir, "data/sub/g", "2")
	b.set("s", "/data")
	id := b.connect("s")
	for _, name := range []string{"copy/extra", "copy/sub/extra", "copy/old/a/b"} {
		b.write(b.TargetDir, name, "of "+name)
	}
	return id
}

func orphansOnRequest(b *bench) {
	id := withOrphans(b)
	copies := b.is(SendsDiffering) // such a driver can only mirror, and then sends what differs as well
	if !copies {
		b.write(b.SourceDir, "data/new", "not a mirror")
	}
	if _, err := b.Client.Do(b.ctx, engine.RemoveOrphans{ID: id}); engine.CodeOf(err) == engine.CodeUnsupported {
		return
	} else {
		b.must(err)
	}
	s := b.mirrored(id)
	b.has(b.dst("copy"), "f", "sub/g")
	if !b.is(RoughCounts) && (s.Mirror.Removed < 3 || s.Mirror.FilesSent != 0) {
		b.Errorf("counted %+v", s.Mirror)
	}
	if s := do(b, engine.GetConnection{ID: id}); s.Connection.Orphans {
		b.Error("it became a property of the connection")
	}
	refuse(b, engine.CodeNoMirror, engine.RemoveOrphans{ID: id, Stop: true})
	refuse(b, engine.CodeNoConnection, engine.RemoveOrphans{ID: id + 99})
	b.mirror(id, engine.MirrorOptions{Kind: engine.MirrorDifferent})
	b.same(b.src("data"), b.dst("copy"))
}

// policy sets what becomes of orphans; false when the driver cannot.
func (b *bench) policy(p engine.SetOrphanPolicy) bool {
	b.Helper()
	p.Target = b.Target
	_, err := b.Client.Do(b.ctx, p)
	if engine.CodeOf(err) == engine.CodeUnsupported {
		return false
	}
	b.must(err)
	return true
}

func orphanPolicy(b *bench) {
	id := withOrphans(b)
	if !b.policy(engine.SetOrphanPolicy{Enabled: true}) {
		return
	}
	b.reopen()
	b.mirror(id, engine.MirrorOptions{Kind: engine.MirrorDifferent})
	b.has(b.dst("copy"), "f", "sub/g")
	b.policy(engine.SetOrphanPolicy{})
	b.write(b.TargetDir, "copy/extra", "x")
	b.mirror(id, engine.MirrorOptions{Kind: engine.MirrorDifferent})
	b.content(b.dst("copy/extra"), "x")
}

func orphansMoved(b *bench) {
	id := withOrphans(b)
	if !b.policy(engine.SetOrphanPolicy{Enabled: true, MoveTo: "/orphans"}) {
		return
	}
	b.mirror(id, engine.MirrorOptions{})
	b.has(b.dst("copy"), "f", "sub/g")
	b.content(b.dst("orphans/data/extra"), "of copy/extra")
	b.content(b.dst("orphans/data/sub/extra"), "of copy/sub/extra")
	b.content(b.dst("orphans/data/old/a/b"), "of copy/old/a/b")
	b.write(b.TargetDir, "copy/extra", "another")
	b.mirror(id, engine.MirrorOptions{})
	b.content(b.dst("orphans/data/extra"), "of copy/extra")
	b.content(b.dst("orphans/data/extra~1"), "another")
}

func orphansOld(b *bench) {
	id := withOrphans(b)
	if !b.policy(engine.SetOrphanPolicy{OlderThan: time.Hour}) {
		return
	}
	b.backdate(b.dst("copy/extra"), 2*time.Hour)
	do(b, engine.RemoveOrphans{ID: id})
	b.mirrored(id)
	b.content(b.dst("copy/sub/extra"), "of copy/sub/extra")
	b.content(b.dst("copy/old/a/b"), "of copy/old/a/b")
	if _, err := os.Lstat(b.dst("copy/extra")); err == nil {
		b.Error("the old orphan is still there")
	}
}

// orphansNowhere names folders for orphans that cannot be one.
func orphansNowhere(b *bench) {
	withOrphans(b)
	if !b.policy(engine.SetOrphanPolicy{}) {
		return
	}
	for _, p := range []engine.SetOrphanPolicy{{MoveTo: "/copy/sub"}, {MoveTo: "/copy"}, {MoveTo: "/"}, {OlderThan: -time.Hour}} {
		p.Target = b.Target
		refuse(b, engine.CodeBadParameter, p)
	}
	b.policy(engine.SetOrphanPolicy{MoveTo: "/orphans"})
	refuse(b, engine.CodeBadParameter, engine.Connect{Source: b.Source, Repset: "s", Target: b.Target, Mapping: base("/orphans/copy")})
}
