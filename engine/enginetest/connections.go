package enginetest

// This file states how connections are made, found and ended.

import (
	"fmt"
	"os"
	"time"

	"github.com/smrscript/smrscript/engine"
)

func connectionCases() map[string]func(*bench) {
	return map[string]func(*bench){
		"refused":       connectRefused,
		"ids count up":  idsCountUp,
		"find":          findConnections,
		"several":       severalConnections,
		"unknown":       unknownConnections,
		"nomirror":      noMirror,
		"mappings":      mappings,
		"overlap":       overlaps,
		"wait timeouts": waitTimeouts,
	}
}

func connectRefused(b *bench) {
	b.write(b.SourceDir, "data/f", "1")
	b.set("s", "/data")
	b.set("empty")
	b.set("only out", "- /data")
	con := func(change func(*engine.Connect)) engine.Connect {
		op := engine.Connect{Source: b.Source, Repset: "s", Target: b.Target, Mapping: base("/copy"), Mirror: &engine.MirrorOptions{}}
		change(&op)
		return op
	}
	tests := []struct {
		code   engine.Code
		change func(*engine.Connect)
	}{
		{engine.CodeNoSource, func(o *engine.Connect) { o.Source = "" }},
		{engine.CodeNoTarget, func(o *engine.Connect) { o.Target = "" }},
		{engine.CodeNoMachine, func(o *engine.Connect) { o.Source = "nowhere" }},
		{engine.CodeNoMachine, func(o *engine.Connect) { o.Target = "nowhere" }},
		{engine.CodeNoRepset, func(o *engine.Connect) { o.Repset = "none" }},
		{engine.CodeBadParameter, func(o *engine.Connect) { o.Repset = "empty" }},
		{engine.CodeBadParameter, func(o *engine.Connect) { o.Repset = "only out" }},
		{engine.CodeBadParameter, func(o *engine.Connect) { o.Mapping.Kind = "odd" }},
		{engine.CodeBadParameter, func(o *engine.Connect) { o.Mapping.Base = "relative" }},
		{engine.CodeBadParameter, func(o *engine.Connect) {
			o.Mapping = engine.Mapping{Kind: engine.MapCustom, Pairs: []engine.PathPair{{Source: "/other", Target: "/x"}}}
		}},
		{engine.CodeBadOption, func(o *engine.Connect) { o.Mirror.Newer = true }},
		{engine.CodeBadOption, func(o *engine.Connect) { o.Mirror.Checksum = true }},
		{engine.CodeBadOption, func(o *engine.Connect) { o.Mirror.Kind = "odd" }},
	}
	for _, tt := range tests {
		refuse(b, tt.code, con(tt.change))
	}
	if list := do(b, engine.FindConnections{}); len(list) != 0 {
		b.Errorf("a refused connection exists: %v", list)
	}
	b.has(b.TargetDir)
}

func idsCountUp(b *bench) {
	b.write(b.SourceDir, "data/f", "1")
	b.set("s", "/data")
	var last engine.ConnectionID
	for range 3 {
		id := b.connect("s", unmirrored)
		if id <= last {
			b.Errorf("id %d after %d", id, last)
		}
		last = id
		refuse(b, engine.CodeConnected, engine.Connect{Source: b.Source, Repset: "s", Target: b.Target, Mapping: base("/copy/")})
		do(b, engine.Disconnect{ID: id, Source: b.Source})
	}
}

func findConnections(b *bench) {
	b.write(b.SourceDir, "data/f", "1")
	b.set("s", "/data")
	b.set("t", "/data")
	one, two := b.connect("s", unmirrored, to("/one")), b.connect("t", unmirrored, to("/two"))
	mapOne, mapNone := base("/one/"), base("/none")
	same := engine.Mapping{Kind: engine.MapCustom, Pairs: []engine.PathPair{{Source: "/data", Target: "/one"}}}
	tests := []struct {
		op   engine.FindConnections
		want []engine.ConnectionID
	}{
		{engine.FindConnections{}, []engine.ConnectionID{one, two}},
		{engine.FindConnections{Source: b.Source, Target: b.Target}, []engine.ConnectionID{one, two}},
		{engine.FindConnections{Repset: "s"}, []engine.ConnectionID{one}},
		{engine.FindConnections{Mapping: &mapOne}, []engine.ConnectionID{one}},
		{engine.FindConnections{Mapping: &same}, []engine.ConnectionID{one}},
		{engine.FindConnections{Mapping: &mapNone}, nil},
		{engine.FindConnections{ID: two}, []engine.ConnectionID{two}},
		{engine.FindConnections{ID: two, Repset: "s"}, nil},
		{engine.FindConnections{Source: b.Target}, nil},
	}
	for _, tt := range tests {
		list := do(b, tt.op)
		ok := len(list) == len(tt.want)
		for i := range tt.want {
			ok = ok && list[i].ID == tt.want[i] && list[i].Source == b.Source && !list[i].Established.IsZero()
		}
		if !ok {
			b.Errorf("%+v: %+v, want %v", tt.op, list, tt.want)
		}
	}
	refuse(b, engine.CodeNoMachine, engine.FindConnections{Source: "nowhere"})
}

func severalConnections(b *bench) {
	b.write(b.SourceDir, "data/f", "1")
	b.set("s", "/data")
	one, two := b.connect("s", to("/one")), b.connect("s", to("/two"))
	b.same(b.src("data"), b.dst("one"))
	b.same(b.src("data"), b.dst("two"))
	do(b, engine.Disconnect{ID: one})
	b.write(b.SourceDir, "data/f", "22")
	b.mirror(two, engine.MirrorOptions{})
	b.content(b.dst("one/f"), "1")
	b.content(b.dst("two/f"), "22")
	three := b.connect("s", to("/three"))
	got := do(b, engine.Disconnect{All: true, Source: b.Source})
	if len(got.IDs) != 2 || got.IDs[0] != two || got.IDs[1] != three {
		b.Errorf("disconnected %v", got.IDs)
	}
	if got := do(b, engine.Disconnect{All: true, Source: b.Source}); len(got.IDs) != 0 {
		b.Errorf("disconnected again %v", got.IDs)
	}
}

func unknownConnections(b *bench) {
	b.write(b.SourceDir, "data/f", "1")
	b.set("s", "/data")
	id := b.connect("s", unmirrored)
	for _, tt := range []struct {
		id     engine.ConnectionID
		source string
		code   engine.Code
	}{
		{id + 1, "", engine.CodeNoConnection},
		{id, b.Target, engine.CodeNoConnection},
		{id, "nowhere", engine.CodeNoMachine},
		{0, "", engine.CodeBadConnectionID},
		{-5, "", engine.CodeBadConnectionID},
	} {
		for _, op := range []engine.Op{
			engine.GetConnection{ID: tt.id, Source: tt.source}, engine.Disconnect{ID: tt.id, Source: tt.source},
			engine.MirrorStart{ID: tt.id, Source: tt.source}, engine.MirrorStop{ID: tt.id, Source: tt.source},
			engine.MirrorPause{ID: tt.id, Source: tt.source}, engine.MirrorResume{ID: tt.id, Source: tt.source},
			engine.ReplicationStart{ID: tt.id, Source: tt.source}, engine.ReplicationStop{ID: tt.id, Source: tt.source},
			engine.Wait{ID: tt.id, Source: tt.source, For: engine.WaitMirror},
		} {
			refuse(b, tt.code, op)
		}
	}
	refuse(b, engine.CodeNoMirror, engine.MirrorStop{ID: id})
	refuse(b, engine.CodeNoMirror, engine.MirrorPause{ID: id})
	refuse(b, engine.CodeNotPaused, engine.MirrorResume{ID: id})
	refuse(b, engine.CodeNotReplicating, engine.ReplicationStop{ID: id})
	refuse(b, engine.CodeNotReplicating, engine.Wait{ID: id, For: engine.WaitQueue})
	refuse(b, engine.CodeBadParameter, engine.Wait{ID: id, For: "rain"})
	refuse(b, engine.CodeBadOption, engine.MirrorStart{ID: id, Options: engine.MirrorOptions{Checksum: true}})
	do(b, engine.Disconnect{ID: id})
	refuse(b, engine.CodeNoConnection, engine.Disconnect{ID: id})
}

func noMirror(b *bench) {
	b.write(b.SourceDir, "data/f", "1")
	b.set("s", "/data")
	id := b.connect("s", unmirrored)
	s := do(b, engine.Wait{ID: id, For: engine.WaitMirror})
	if s.TargetState != engine.TargetMirrorRequired || s.Mirror.State != engine.MirrorIdle || s.Mirror.Completed {
		b.Errorf("status %+v", s)
	}
	b.has(b.TargetDir)
	if s = b.mirror(id, engine.MirrorOptions{}); s.TargetState != engine.TargetOnline {
		b.Errorf("after a mirror: %s", s.TargetState)
	}
	b.same(b.src("data"), b.dst("copy"))
}

func mappings(b *bench) {
	b.write(b.SourceDir, "srv/data/f", "1")
	b.write(b.SourceDir, "srv/more/g", "2")
	b.write(b.SourceDir, "d/win/h", "3")
	b.write(b.SourceDir, "single", "4")
	pairs := func(p ...engine.Path) engine.Mapping {
		m := engine.Mapping{Kind: engine.MapCustom}
		for i := 0; i < len(p); i += 2 {
			m.Pairs = append(m.Pairs, engine.PathPair{Source: p[i], Target: p[i+1]})
		}
		return m
	}
	tests := []struct {
		rules   []string
		mapping engine.Mapping
		want    []string
		rename  bool // a single file gets another name
	}{
		{[]string{"/srv/data"}, engine.Mapping{}, []string{"srv/data/f"}, false},
		{[]string{"/srv/data"}, engine.Mapping{Kind: engine.MapExact}, []string{"srv/data/f"}, false},
		{[]string{"/srv"}, base("/c"), []string{"c/data/f", "c/more/g"}, false},
		{[]string{"/srv/data", "/srv/more"}, base("/c"), []string{"c/data/f", "c/more/g"}, false},
		{[]string{"/single"}, base("/c"), []string{"c/single"}, false},
		{[]string{"/srv/data", "/single"}, base(`\\host\share`), []string{"host/share/data/f", "host/share/single"}, false},
		{[]string{`D:\win`}, base(`E:\x`), []string{"e/x/h"}, false},
		{[]string{`d:\win`}, engine.Mapping{}, []string{"d/win/h"}, false},
		{[]string{"/srv"}, pairs("/srv", "/x"), []string{"x/data/f", "x/more/g"}, false},
		{[]string{"/srv/data", "/srv/more"}, pairs("/srv", "/x", "/srv/more", "/y/z"), []string{"x/data/f", "y/z/g"}, false},
		{[]string{"/single"}, pairs("/single", "/other/name"), []string{"other/name"}, true},
		{[]string{"/srv/../srv/data/."}, base("/c/../../c2"), []string{"c2/f"}, false},
	}
	for _, tt := range tests {
		b.set("s", tt.rules...)
		con := engine.Connect{Source: b.Source, Repset: "s", Target: b.Target, Mapping: tt.mapping, Mirror: &engine.MirrorOptions{}}
		if tt.rename && b.refuseIf(NoRenaming, con) {
			do(b, engine.DeleteRepset{Source: b.Source, Repset: "s"})
			continue
		}
		id := do(b, con)
		b.mirrored(id)
		b.has(b.TargetDir, tt.want...)
		do(b, engine.Disconnect{ID: id})
		do(b, engine.DeleteRepset{Source: b.Source, Repset: "s"})
		entries, err := os.ReadDir(b.TargetDir)
		b.must(err)
		for _, e := range entries {
			b.must(os.RemoveAll(b.dst(e.Name())))
		}
		if b.Failed() {
			b.Fatalf("with rules %v, mapping %v", tt.rules, tt.mapping)
		}
	}
}

func overlaps(b *bench) {
	b.write(b.SourceDir, "data/f", "1")
	b.write(b.SourceDir, "x/data/f", "1")
	b.set("s", "/data")
	b.set("twins", "/data", "/x/data")
	con := func(set, target, path string) engine.Connect {
		return engine.Connect{Source: b.Source, Repset: set, Target: target, Mapping: base(path)}
	}
	refuse(b, engine.CodeBadParameter, con("twins", b.Target, "/copy"))
	if b.refuseIf(NoSameMachine, con("s", b.Source, "/data")) {
		do(b, con("s", b.Target, "/one"))
		refuse(b, engine.CodeBadParameter, con("twins", b.Target, "/one/below"))
		refuse(b, engine.CodeBadParameter, con("s", b.Target, "/"))
		return
	}
	refuse(b, engine.CodeBadParameter, con("s", b.Source, "/data"))
	refuse(b, engine.CodeBadParameter, con("s", b.Source, "/data/below"))
	refuse(b, engine.CodeBadParameter, con("s", b.Source, "/"))
	do(b, con("s", b.Source, "/data2"))
	do(b, con("s", b.Target, "/one"))
	refuse(b, engine.CodeBadParameter, con("twins", b.Target, "/one/below"))
	refuse(b, engine.CodeBadParameter, con("s", b.Target, "/"))
}

func waitTimeouts(b *bench) {
	for i := range 2000 { // enough that the mirror still runs when it is paused
		b.write(b.SourceDir, fmt.Sprintf("data/d%d/f%d", i%20, i), "1")
	}
	b.set("s", "/data")
	id := b.connect("s", unmirrored)
	do(b, engine.MirrorStart{ID: id})
	// A mirror that is paused never ends; it may have ended before the pause.
	if _, err := b.Client.Do(b.ctx, engine.MirrorPause{ID: id}); err != nil {
		return
	}
	r, err := b.Client.Do(b.ctx, engine.Wait{ID: id, For: engine.WaitMirror, Timeout: 20 * time.Millisecond})
	s, ok := r.(engine.ConnectionStatus)
	if engine.CodeOf(err) != engine.CodeTimeout || !ok || s.Mirror.State != engine.MirrorPaused {
		b.Errorf("got %+v, %v", r, err)
	}
	if _, err := b.Client.Do(b.short(20*time.Millisecond), engine.Wait{ID: id, For: engine.WaitMirror}); err == nil || engine.CodeOf(err) == engine.CodeTimeout {
		b.Errorf("after the context ended: %v", err)
	}
	do(b, engine.MirrorPause{ID: id})
	do(b, engine.MirrorResume{ID: id})
	b.mirrored(id)
	b.same(b.src("data"), b.dst("copy"))
}
