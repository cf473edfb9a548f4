package enginetest

// This file states what a mirror does to the copy.

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/smrscript/smrscript/engine"
)

func mirrorCases() map[string]func(*bench) {
	return map[string]func(*bench){
		"everything":       mirrorEverything,
		"kinds":            mirrorKinds,
		"checksum":         mirrorChecksum,
		"blocks":           mirrorBlocks,
		"orphans":          mirrorOrphans,
		"changes of kind":  changesOfKind,
		"numbers":          mirrorNumbers,
		"many":             mirrorMany,
		"pause and stop":   pauseAndStop,
		"while running":    whileRunning,
		"attributes":       attributes,
		"missing source":   missingSource,
		"appearing source": appearingSource,
	}
}

func mirrorEverything(b *bench) {
	b.write(b.SourceDir, "data/empty", "")
	b.write(b.SourceDir, "data/sub/deep/er/file", "content")
	b.write(b.SourceDir, "data/large", strings.Repeat("0123456789abcdef", 1<<16))
	b.must(os.MkdirAll(b.src("data/no/entries"), 0o755))
	for _, at := range []time.Time{time.Unix(-86400*365, 5), time.Unix(0, 0), time.Unix(1<<32+100, 999999999), time.Now().Add(-time.Hour)} {
		name := fmt.Sprintf("data/time%d", at.Unix())
		b.write(b.SourceDir, name, "t")
		b.must(os.Chtimes(b.src(name), at, at))
	}
	if runtime.GOOS != "windows" {
		b.must(os.Symlink("large", b.src("data/link")))
		b.must(os.Symlink("/etc/passwd", b.src("data/absolute")))
		b.must(os.Symlink("nothing there", b.src("data/dangling")))
		b.must(os.Symlink("..", b.src("data/sub/loop")))
		b.must(os.Chmod(b.src("data/empty"), 0o4751))
		b.must(os.Chmod(b.src("data/no/entries"), 0o2711))
		b.must(os.Chmod(b.src("data/sub/deep"), 0o555))
		b.Cleanup(func() { os.Chmod(b.src("data/sub/deep"), 0o755); os.Chmod(b.dst("copy/sub/deep"), 0o755) })
	}
	b.backdate(b.src("data/sub"), time.Hour)
	b.backdate(b.src("data"), 2*time.Hour)
	b.set("s", "/data")
	id := b.connect("s")
	b.same(b.src("data"), b.dst("copy"))
	for _, o := range []engine.MirrorOptions{{Kind: engine.MirrorDifferent}, {Kind: engine.MirrorDifferent, Checksum: true}} {
		if s := b.mirror(id, o); !b.is(RoughCounts) && (s.Mirror.FilesSent != 0 || s.Mirror.BytesSent != 0) {
			b.Errorf("%+v sends again: %+v", o, s.Mirror)
		}
	}
	b.mirror(id, engine.MirrorOptions{Kind: engine.MirrorAll})
	b.same(b.src("data"), b.dst("copy"))
}

// mirrorKinds changes files in every way and says which kinds of mirror see it.
func mirrorKinds(b *bench) {
	files := []string{"same", "longer", "newer", "older", "sly", "absent"}
	tests := []struct {
		o    engine.MirrorOptions
		sent []string
	}{
		{engine.MirrorOptions{}, files},
		{engine.MirrorOptions{Kind: engine.MirrorAll}, files},
		{engine.MirrorOptions{Kind: engine.MirrorDifferent}, []string{"longer", "newer", "older", "absent"}},
		{engine.MirrorOptions{Kind: engine.MirrorDifferent, Newer: true}, []string{"longer", "newer", "absent"}},
		{engine.MirrorOptions{Kind: engine.MirrorDifferent, Checksum: true}, []string{"longer", "newer", "older", "sly", "absent"}},
		{engine.MirrorOptions{Kind: engine.MirrorDifferent, Newer: true, Checksum: true}, []string{"longer", "newer", "absent"}},
	}
	b.set("s", "/data")
	for i, tt := range tests {
		for _, f := range files {
			b.write(b.SourceDir, "data/"+f, "old")
			b.backdate(b.src("data/"+f), time.Hour)
		}
		where := fmt.Sprintf("/copy%d", i)
		id := b.connect("s", to(where))
		if tt.o.Newer && b.refuseIf(NoNewer, engine.MirrorStart{ID: id, Options: tt.o}) {
			do(b, engine.Disconnect{ID: id})
			continue
		}
		copyOf := func(f string) string { return filepath.Join(b.dst(where), f) }
		for _, f := range files[1:] {
			info, err := os.Stat(b.src("data/" + f))
			b.must(err)
			at := info.ModTime()
			switch f {
			case "longer":
				b.write(b.SourceDir, "data/"+f, "longer")
				continue
			case "newer":
				at = at.Add(time.Minute)
			case "older":
				at = at.Add(-time.Minute)
			case "absent":
				b.must(os.Remove(copyOf(f)))
				continue
			}
			b.write(b.SourceDir, "data/"+f, "new")
			b.must(os.Chtimes(b.src("data/"+f), at, at))
		}
		s := b.mirror(id, tt.o)
		want := map[string]bool{}
		for _, f := range tt.sent {
			want[f] = true
		}
		for _, f := range files {
			now, _ := os.ReadFile(b.src("data/" + f))
			if f == "sly" && !tt.o.Checksum && b.is(NoHiding) {
				continue
			}
			if !want[f] {
				now = []byte("old")
			}
			b.content(copyOf(f), string(now))
		}
		if !b.is(RoughCounts) && s.Mirror.FilesSent != int64(len(tt.sent)) {
			b.Errorf("%+v: sent %d, want %d", tt.o, s.Mirror.FilesSent, len(tt.sent))
		}
		do(b, engine.Disconnect{ID: id})
	}
}

// mirrorChecksum damages the copy without a trace in size and time.
func mirrorChecksum(b *bench) {
	b.write(b.SourceDir, "data/f", "good")
	b.set("s", "/data")
	id := b.connect("s")
	info, err := os.Stat(b.dst("copy/f"))
	b.must(err)
	b.must(os.WriteFile(b.dst("copy/f"), []byte("evil"), 0o644))
	b.must(os.Chtimes(b.dst("copy/f"), info.ModTime(), info.ModTime()))
	b.mirror(id, engine.MirrorOptions{Kind: engine.MirrorDifferent})
	if !b.is(NoHiding) {
		b.content(b.dst("copy/f"), "evil")
	}
	b.mirror(id, engine.MirrorOptions{Kind: engine.MirrorDifferent, Checksum: true})
	b.content(b.dst("copy/f"), "good")
	b.same(b.src("data"), b.dst("copy"))
}

// mirrorBlocks checks that a checksum mirror writes little for a small change in
// a large file, wherever it is, and gets growing and shrinking right.
func mirrorBlocks(b *bench) {
	const size = 2<<20 + 12345
	data := make([]byte, size)
	rnd := rand.New(rand.NewPCG(1, 2))
	for i := range data {
		data[i] = byte(rnd.Uint32())
	}
	save := func(p []byte) { b.write(b.SourceDir, "data/big", string(p)) }
	save(data)
	b.set("s", "/data")
	id := b.connect("s")
	step := func(what string, now []byte, most int64) {
		save(now)
		s := b.mirror(id, engine.MirrorOptions{Kind: engine.MirrorDifferent, Checksum: true})
		got, err := os.ReadFile(b.dst("copy/big"))
		if err != nil || !bytes.Equal(got, now) {
			b.Errorf("%s: the copy differs (%v)", what, err)
		}
		if !b.is(RoughCounts) && s.Mirror.BytesSent > most {
			b.Errorf("%s: %d bytes sent, expected at most %d", what, s.Mirror.BytesSent, most)
		}
	}
	for _, at := range []int{0, 131071, 131072, 1 << 20, size - 1} {
		data[at]++
		step(fmt.Sprintf("byte %d", at), data, 128<<10)
	}
	step("nothing", data, 0)
	step("appended", append(data, "tail"...), 256<<10)
	step("shortened", data[:size/2], 128<<10)
	step("emptied", nil, 0)
	step("refilled", data, size)
}

func mirrorOrphans(b *bench) {
	b.write(b.SourceDir, "data/keep", "1")
	b.write(b.SourceDir, "data/sub/keep", "1")
	b.write(b.SourceDir, "data/out/x", "1")
	b.set("s", "/data", "- /data/*.log", "- /data/out")
	id := b.connect("s")
	extra := []string{"copy/orphan", "copy/sub/orphan", "copy/gone/a/b", "copy/gone/c.log", "copy/my.log", "copy/out/x"}
	for _, f := range extra {
		b.write(b.TargetDir, f, "o")
	}
	b.write(b.TargetDir, "beside", "not part of the copy")
	b.mirror(id, engine.MirrorOptions{Kind: engine.MirrorDifferent})
	b.has(b.TargetDir, append([]string{"copy/keep", "copy/sub/keep", "beside"}, extra...)...)
	s := b.mirror(id, engine.MirrorOptions{Kind: engine.MirrorDifferent, Orphans: true})
	left := []string{"copy/keep", "copy/sub/keep", "beside", "copy/gone/c.log", "copy/my.log"}
	if b.is(WildKept) {
		left = append(left, "copy/out/x")
	}
	b.has(b.TargetDir, left...)
	if _, err := os.Stat(b.dst("copy/out")); err == nil && !b.is(WildKept) {
		b.Error("the folder of an excluded path is still there")
	}
	if s.Mirror.Removed < 3 || s.Mirror.Removed < 4 && !b.is(WildKept) {
		b.Errorf("removed %d", s.Mirror.Removed)
	}
	do(b, engine.Disconnect{ID: id})
	id = b.connect("s", orphaning)
	b.write(b.TargetDir, "copy/again", "o")
	b.mirror(id, engine.MirrorOptions{Kind: engine.MirrorDifferent})
	b.has(b.TargetDir, left...)
}

// changesOfKind turns files into folders and links and back between mirrors.
func changesOfKind(b *bench) {
	if runtime.GOOS == "windows" {
		return
	}
	kinds := map[string]func(string){
		"file":   func(p string) { b.must(os.WriteFile(p, []byte("file"), 0o644)) },
		"folder": func(p string) { b.must(os.Mkdir(p, 0o755)) },
		"full":   func(p string) { b.must(os.Mkdir(p, 0o755)); b.must(os.WriteFile(p+"/in", []byte("x"), 0o644)) },
		"link":   func(p string) { b.must(os.Symlink("to nowhere", p)) },
		"home":   func(p string) { b.must(os.Symlink(b.SourceDir, p)) },
	}
	b.must(os.Mkdir(b.src("data"), 0o755))
	b.set("s", "/data")
	id := b.connect("s", orphaning)
	for from, first := range kinds {
		for to, second := range kinds {
			path := b.src("data/x")
			b.must(os.RemoveAll(path))
			first(path)
			b.mirror(id, engine.MirrorOptions{Kind: engine.MirrorDifferent})
			b.same(b.src("data"), b.dst("copy"))
			b.must(os.RemoveAll(path))
			second(path)
			b.mirror(id, engine.MirrorOptions{Kind: engine.MirrorDifferent})
			b.same(b.src("data"), b.dst("copy"))
			if b.Failed() {
				b.Fatalf("from %s to %s", from, to)
			}
		}
	}
}

func mirrorNumbers(b *bench) {
	for i := range 10 {
		b.write(b.SourceDir, fmt.Sprintf("data/f%d", i), "12345")
	}
	b.set("s", "/data")
	id := b.connect("s")
	check := func(o engine.MirrorOptions, sent, skipped int64) {
		b.Helper()
		m := b.mirror(id, o).Mirror
		if b.is(SendsDiffering) && o.Kind != engine.MirrorDifferent {
			sent, skipped = 0, 10
		}
		if b.is(RoughCounts) {
			m.BytesSent = sent * 5
		}
		if m.FilesTotal != 10 || m.FilesDone != 10 || m.BytesTotal != 50 || m.BytesDone != 50 || m.BytesQueue != 0 ||
			m.FilesSent != sent || m.BytesSent != sent*5 || m.Skipped != skipped || m.Percent != 100 || m.State != engine.MirrorIdle ||
			m.Scanning || m.Started.IsZero() || m.Ended.Before(m.Started) {
			b.Errorf("%+v: %+v", o, m)
		}
	}
	check(engine.MirrorOptions{}, 10, 0)
	check(engine.MirrorOptions{Kind: engine.MirrorDifferent}, 0, 10)
	b.write(b.SourceDir, "data/f3", "54321")
	check(engine.MirrorOptions{Kind: engine.MirrorDifferent}, 1, 9)
}

func mirrorMany(b *bench) {
	for i := range 40 {
		for j := range 25 {
			b.write(b.SourceDir, fmt.Sprintf("data/d%d/e%d/f%d", i, j%3, j), strings.Repeat("x", i*j))
		}
	}
	b.set("s", "/data")
	s := do(b, engine.GetConnection{ID: b.connect("s")})
	if s.Mirror.FilesSent != 1000 && !b.is(RoughCounts) {
		b.Errorf("sent %d", s.Mirror.FilesSent)
	}
	b.same(b.src("data"), b.dst("copy"))
}

func pauseAndStop(b *bench) {
	for i := range 300 {
		b.write(b.SourceDir, fmt.Sprintf("data/d%d/f", i), strings.Repeat("x", 1000))
	}
	b.set("s", "/data")
	id := b.connect("s", unmirrored)
	paused := false
	for range 20 { // a mirror may be faster than the pause
		do(b, engine.MirrorStart{ID: id})
		if _, err := b.Client.Do(b.ctx, engine.MirrorPause{ID: id}); err == nil {
			paused = true
			break
		}
		b.mirrored(id)
	}
	if !paused {
		b.Fatal("a mirror could never be paused")
	}
	refuse(b, engine.CodeMirroring, engine.MirrorStart{ID: id})
	if s := do(b, engine.GetConnection{ID: id}); s.Mirror.State != engine.MirrorPaused || s.TargetState != engine.TargetMirroring {
		b.Errorf("paused: %s, %s", s.Mirror.State, s.TargetState)
	}
	do(b, engine.MirrorStop{ID: id})
	if s := do(b, engine.GetConnection{ID: id}); s.Mirror.State != engine.MirrorIdle || s.TargetState != engine.TargetMirrorStopped || s.Mirror.Completed {
		b.Errorf("stopped: %s, %s", s.Mirror.State, s.TargetState)
	}
	refuse(b, engine.CodeNoMirror, engine.MirrorStop{ID: id})
	before := b.listing(b.TargetDir)
	refuse(b, engine.CodeNoMirror, engine.MirrorPause{ID: id})
	if after := b.listing(b.TargetDir); len(after) != len(before) {
		b.Errorf("the copy went on after the stop: %d then %d", len(before), len(after))
	}
	b.mirror(id, engine.MirrorOptions{})
	b.same(b.src("data"), b.dst("copy"))
}

// whileRunning changes files under a running mirror; nothing may break, and a
// second mirror must catch up.
func whileRunning(b *bench) {
	for i := range 200 {
		b.write(b.SourceDir, fmt.Sprintf("data/d%d/f", i%20), "start")
		b.write(b.SourceDir, fmt.Sprintf("data/g%d", i), "start")
	}
	b.set("s", "/data")
	id := b.connect("s", unmirrored, orphaning)
	do(b, engine.MirrorStart{ID: id})
	for i := range 100 {
		b.write(b.SourceDir, fmt.Sprintf("data/g%d", i), fmt.Sprintf("changed to something longer %d", i))
		b.must(os.Remove(b.src(fmt.Sprintf("data/g%d", i+100))))
		if i < 20 {
			b.must(os.RemoveAll(b.src(fmt.Sprintf("data/d%d", i))))
			b.write(b.SourceDir, fmt.Sprintf("data/d%d", i), "a file now")
		}
	}
	do(b, engine.Wait{ID: id, For: engine.WaitMirror})
	b.mirror(id, engine.MirrorOptions{Kind: engine.MirrorDifferent})
	b.same(b.src("data"), b.dst("copy"))
}

func attributes(b *bench) {
	if runtime.GOOS == "windows" {
		return
	}
	b.write(b.SourceDir, "data/f", "1")
	b.write(b.SourceDir, "data/d/g", "1")
	b.set("s", "/data")
	id := b.connect("s")
	b.must(os.Chmod(b.src("data/f"), 0o640))
	b.must(os.Chmod(b.src("data/d"), 0o750))
	if os.Geteuid() == 0 {
		b.must(os.Chown(b.src("data/f"), 12, 34))
		b.must(os.Chown(b.src("data/d"), 12, 34))
	}
	s := b.mirror(id, engine.MirrorOptions{Kind: engine.MirrorDifferent})
	if s.Mirror.BytesSent != 0 {
		b.Errorf("changing permissions sent %d bytes", s.Mirror.BytesSent)
	}
	b.same(b.src("data"), b.dst("copy"))
	b.sameOwner("data/f", "copy/f")
	b.sameOwner("data/d", "copy/d")
}

// missingSource checks that a source that vanished does not empty the copy.
func missingSource(b *bench) {
	b.write(b.SourceDir, "data/f", "1")
	b.set("s", "/data")
	id := b.connect("s", orphaning)
	b.must(os.Rename(b.src("data"), b.src("elsewhere")))
	do(b, engine.MirrorStart{ID: id, Options: engine.MirrorOptions{Orphans: true}})
	s := do(b, engine.Wait{ID: id, For: engine.WaitMirror})
	if s.Mirror.Errors == 0 || len(s.Mirror.Failures) == 0 || s.TargetState != engine.TargetMirrorRequired {
		b.Errorf("a missing source goes unnoticed: %+v", s)
	}
	b.content(b.dst("copy/f"), "1")
	b.must(os.Rename(b.src("elsewhere"), b.src("data")))
	if s := b.mirror(id, engine.MirrorOptions{}); s.TargetState != engine.TargetOnline {
		b.Errorf("afterwards: %s", s.TargetState)
	}
}

// appearingSource uses a rule whose path comes into being later.
func appearingSource(b *bench) {
	b.set("s", "/data/later")
	if b.is(NoAppearing) {
		refuse(b, engine.CodeBadSourcePath, engine.Connect{Source: b.Source, Repset: "s", Target: b.Target, Mapping: base("/copy")})
		return
	}
	id := b.connect("s", unmirrored)
	b.write(b.SourceDir, "data/later/f", "1")
	b.mirror(id, engine.MirrorOptions{})
	b.content(b.dst("copy/f"), "1")
}
