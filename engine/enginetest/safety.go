package enginetest

// This file states what must never happen: writing outside the copy, half
// files, silent gaps.

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime"
	"strings"
	"sync"
	"time"

	"github.com/smrscript/smrscript/engine"
)

func safetyCases() map[string]func(*bench) {
	cases := map[string]func(*bench){
		"old or new":    oldOrNew,
		"odd names":     oddNames,
		"no leftovers":  noLeftovers,
		"target gone":   targetGone,
		"machine gone":  machineGone,
		"special files": specialFiles,
	}
	if runtime.GOOS != "windows" {
		cases["links in the copy"] = linksInTheCopy
		cases["link as copy"] = linkAsCopy
		cases["links swapped"] = linksSwapped
		cases["links of the source"] = linksOfTheSource
		cases["unreadable"] = unreadable
	}
	return cases
}

// linksInTheCopy puts links where the copy wants folders and files.
func linksInTheCopy(b *bench) {
	outside := b.TempDir()
	b.write(outside, "victim", "untouched")
	b.write(b.SourceDir, "data/sub/victim", "1")
	b.write(b.SourceDir, "data/file", "1")
	b.must(os.MkdirAll(b.dst("copy"), 0o755))
	b.must(os.Symlink(outside, b.dst("copy/sub")))
	b.must(os.Symlink(outside+"/victim", b.dst("copy/file")))
	b.must(os.Symlink(outside, b.dst("copy/orphan")))
	b.set("s", "/data")
	b.connect("s", orphaning)
	b.same(b.src("data"), b.dst("copy"))
	b.content(outside+"/victim", "untouched")
	b.has(outside, "victim")
}

// linkAsCopy makes the folder of the copy, or one above it, a link to the outside.
func linkAsCopy(b *bench) {
	outside := b.TempDir()
	b.write(b.SourceDir, "data/f", "1")
	b.set("s", "/data")
	if b.is(NoFollowing) {
		return // the daemon's user decides where links lead on the target
	}
	b.must(os.Symlink(outside, b.dst("away")))
	for _, where := range []string{"/away", "/away/below"} {
		id := do(b, engine.Connect{Source: b.Source, Repset: "s", Target: b.Target, Mapping: base(where), Mirror: &engine.MirrorOptions{}})
		s := do(b, engine.Wait{ID: id, For: engine.WaitMirror})
		if s.Mirror.Errors == 0 && s.Mirror.Completed {
			b.Errorf("%s: mirrored through a link that leads out: %+v", where, s.Mirror)
		}
		do(b, engine.Disconnect{ID: id})
	}
	b.has(outside)
}

// linksSwapped exchanges a folder of the copy for a link to the outside, over and
// over, while mirrors and replication write to it.
func linksSwapped(b *bench) {
	outside := b.TempDir()
	for i := range 50 {
		b.write(b.SourceDir, fmt.Sprintf("data/sub/f%d", i), "start")
	}
	b.set("s", "/data")
	id := b.connect("s", replicating)
	var wg sync.WaitGroup
	stop := make(chan struct{})
	wg.Go(func() {
		for {
			select {
			case <-stop:
				return
			default:
			}
			if os.Rename(b.dst("copy/sub"), b.dst("hidden")) == nil {
				_ = os.Symlink(outside, b.dst("copy/sub"))
				_ = os.Remove(b.dst("copy/sub"))
				_ = os.Rename(b.dst("hidden"), b.dst("copy/sub"))
			}
		}
	})
	for i := range 5 {
		for j := range 50 {
			b.write(b.SourceDir, fmt.Sprintf("data/sub/f%d", j), fmt.Sprint("round ", i, j))
		}
		do(b, engine.MirrorStart{ID: id})
		do(b, engine.Wait{ID: id, For: engine.WaitMirror})
	}
	close(stop)
	wg.Wait()
	if !b.is(NoFollowing) {
		b.has(outside)
	}
	do(b, engine.Disconnect{ID: id})
}

// linksOfTheSource checks that links are copied and never followed.
func linksOfTheSource(b *bench) {
	outside := b.TempDir()
	b.write(outside, "secret", "not in the set")
	b.must(os.MkdirAll(b.src("data"), 0o755))
	b.must(os.Symlink(outside, b.src("data/out")))
	b.must(os.Symlink(outside+"/secret", b.src("data/file")))
	b.must(os.Symlink(".", b.src("data/loop")))
	b.set("s", "/data")
	id := b.connect("s", replicating)
	b.same(b.src("data"), b.dst("copy"))
	b.must(os.Remove(b.src("data/loop")))
	b.must(os.Symlink("elsewhere", b.src("data/loop")))
	b.must(os.Symlink(outside, b.src("data/out2")))
	b.drain(id)
	b.same(b.src("data"), b.dst("copy"))
}

// oldOrNew reads a file of the copy all the time while it is replaced.
func oldOrNew(b *bench) {
	content := func(i int) string { return strings.Repeat(fmt.Sprintf("%08d", i), 40_000) }
	b.write(b.SourceDir, "data/f", content(0))
	b.set("s", "/data")
	id := b.connect("s")
	var wg sync.WaitGroup
	stop := make(chan struct{})
	wg.Go(func() {
		for {
			select {
			case <-stop:
				return
			default:
			}
			data, err := os.ReadFile(b.dst("copy/f"))
			if errors.Is(err, fs.ErrNotExist) && b.is(ShortGaps) {
				continue
			}
			if err != nil || len(data) != 320_000 || strings.Count(string(data), string(data[:8])) != 40_000 {
				b.Errorf("a reader saw %d bytes, %v, beginning with %.8q", len(data), err, data)
				return
			}
		}
	})
	for i := 1; i < 12; i++ {
		b.write(b.SourceDir, "data/f", content(i))
		o := engine.MirrorOptions{}
		if i%2 == 0 && !b.is(SendsDiffering) {
			o = engine.MirrorOptions{Kind: engine.MirrorDifferent, Checksum: true}
		}
		b.mirror(id, o)
	}
	close(stop)
	wg.Wait()
	b.content(b.dst("copy/f"), content(11))
}

func oddNames(b *bench) {
	names := []string{"-rf", "name with blanks ", " leading", "ümläut", "semi;colon", "per%cent", "tab\tin", "..almost", "...", "~", "$HOME",
		strings.Repeat("n", 255), strings.Repeat("ü", 127)}
	if runtime.GOOS == "windows" {
		names = []string{"-rf", " leading", "ümläut", "..almost", strings.Repeat("n", 200)}
	}
	if runtime.GOOS == "linux" {
		names = append(names, "new\nline", `back\slash`, "trailing.", "*", "?", "a:b", "CASE", "case", "\x01\x7f")
		if !b.is(NoOddNames) {
			names = append(names, "not \xff\xfe utf-8")
		}
	}
	for _, n := range names {
		b.write(b.SourceDir, "data/"+n, "content of "+n)
		b.write(b.SourceDir, "data/in/"+n+"/inner", n)
	}
	b.set("s", "/data")
	id := b.connect("s", replicating)
	b.same(b.src("data"), b.dst("copy"))
	for _, n := range names {
		b.write(b.SourceDir, "data/"+n, "changed "+n)
		b.must(os.Rename(b.src("data/in/"+n+"/inner"), b.src("data/in/"+n+"/moved")))
	}
	b.drain(id)
	b.same(b.src("data"), b.dst("copy"))
}

// noLeftovers stops mirrors in the middle and looks for temporary files.
func noLeftovers(b *bench) {
	for i := range 200 {
		b.write(b.SourceDir, fmt.Sprintf("data/f%d", i), strings.Repeat("x", 20_000))
	}
	b.set("s", "/data")
	id := b.connect("s", unmirrored)
	for range 10 {
		do(b, engine.MirrorStart{ID: id})
		_, _ = b.Client.Do(b.ctx, engine.MirrorStop{ID: id}) // it may have finished
		for rel, what := range b.listing(b.dst("copy")) {
			if !strings.HasPrefix(what, "d") && !strings.HasPrefix(rel, "f") {
				b.Fatalf("left behind: %s", rel)
			}
		}
	}
}

// targetGone removes the copy below a replicating connection; it must say so and
// recover with a mirror.
func targetGone(b *bench) {
	b.write(b.SourceDir, "data/f", "1")
	b.set("s", "/data")
	id := b.connect("s", replicating)
	b.must(os.RemoveAll(b.dst("copy")))
	b.write(b.SourceDir, "data/g", "2")
	b.eventually("the missing copy is noticed", func() bool {
		s := do(b, engine.GetConnection{ID: id})
		return s.TargetState == engine.TargetRetrying && len(s.Failures) > 0
	})
	do(b, engine.MirrorStart{ID: id})
	b.mirrored(id)
	b.drain(id)
	b.same(b.src("data"), b.dst("copy"))
	b.eventually("the state recovers", func() bool {
		return do(b, engine.GetConnection{ID: id}).TargetState == engine.TargetReplicating
	})
}

func machineGone(b *bench) {
	if b.is(Elsewhere) {
		b.must(os.Rename(b.TargetDir, b.TargetDir+".away"))
		do(b, engine.Ping{Machine: b.Target})
		b.must(os.Rename(b.TargetDir+".away", b.TargetDir))
		return
	}
	b.write(b.SourceDir, "data/f", "1")
	b.set("s", "/data")
	b.must(os.Rename(b.TargetDir, b.TargetDir+".away"))
	refuse(b, engine.CodeNoAnswer, engine.Ping{Machine: b.Target})
	refuse(b, engine.CodeNoAnswer, engine.Connect{Source: b.Source, Repset: "s", Target: b.Target, Mapping: base("/copy")})
	b.must(os.Rename(b.TargetDir+".away", b.TargetDir))
	do(b, engine.Ping{Machine: b.Target})
}

func specialFiles(b *bench) {
	b.write(b.SourceDir, "data/f", "1")
	if !b.fifo(b.src("data/pipe")) {
		return
	}
	b.set("s", "/data")
	id := b.connect("s", unmirrored)
	seen := b.follow(engine.Filter{Connection: id, Kinds: []engine.EventKind{engine.EventNote, engine.EventMirrorComplete}}, func() {
		b.mirror(id, engine.MirrorOptions{})
	}, func(e engine.Event) bool {
		return strings.Contains(string(e.Path), "pipe") || b.is(NoNotes) && e.Kind == engine.EventMirrorComplete
	})
	if len(seen) == 0 && !b.is(NoNotes) {
		b.Error("the fifo was skipped without a note")
	}
	b.has(b.dst("copy"), "f")
}

// unreadable makes a file that cannot be read; for the superuser there is none.
func unreadable(b *bench) {
	if os.Geteuid() == 0 {
		return
	}
	b.write(b.SourceDir, "data/locked", "1")
	b.write(b.SourceDir, "data/open", "1")
	b.must(os.Chmod(b.src("data/locked"), 0))
	b.set("s", "/data")
	id := b.connect("s", unmirrored)
	do(b, engine.MirrorStart{ID: id})
	s := do(b, engine.Wait{ID: id, For: engine.WaitMirror, Timeout: 10 * time.Second})
	if s.Mirror.Errors != 1 || !s.Mirror.Completed || s.TargetState != engine.TargetMirrorRequired || len(s.Mirror.Failures) != 1 {
		b.Errorf("status %+v", s)
	}
	b.content(b.dst("copy/open"), "1")
}
