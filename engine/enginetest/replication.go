package enginetest

// This file states what replication does to the copy.

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/smrscript/smrscript/engine"
)

func replicationCases() map[string]func(*bench) {
	cases := map[string]func(*bench){
		"during the mirror":    duringTheMirror,
		"start and stop":       startAndStop,
		"random":               randomChanges,
		"storm":                renameStorm,
		"append":               appending,
		"tree moved in":        treeMovedIn,
		"tree replaced":        treeReplaced,
		"deletes":              deletes,
		"source root replaced": rootReplaced,
		"single file":          singleFile,
	}
	for name, change := range singleChanges() {
		cases["change/"+name] = func(b *bench) { oneChange(b, change, name == "write and hide") }
	}
	return cases
}

// singleChanges are changes to a tree with the files f, sub/g and sub/deep/h.
func singleChanges() map[string]func(b *bench, dir string) {
	write := func(p, s string) func(*bench, string) {
		return func(b *bench, dir string) { b.write(dir, p, s) }
	}
	m := map[string]func(*bench, string){
		"create":         write("new", "new"),
		"create empty":   write("new", ""),
		"create in new":  write("a/b/c/new", "new"),
		"write":          write("f", "changed"),
		"same size":      write("f", "F"),
		"truncate":       write("f", ""),
		"remove":         func(b *bench, d string) { b.must(os.Remove(d + "/f")) },
		"remove tree":    func(b *bench, d string) { b.must(os.RemoveAll(d + "/sub")) },
		"mkdir":          func(b *bench, d string) { b.must(os.MkdirAll(d+"/x/y", 0o755)) },
		"rename":         func(b *bench, d string) { b.must(os.Rename(d+"/f", d+"/sub/f2")) },
		"rename over":    func(b *bench, d string) { b.must(os.Rename(d+"/f", d+"/sub/g")) },
		"rename folder":  func(b *bench, d string) { b.must(os.Rename(d+"/sub", d+"/sub2")) },
		"move folder up": func(b *bench, d string) { b.must(os.Rename(d+"/sub/deep", d+"/deep")) },
		"touch": func(b *bench, d string) {
			at := time.Unix(1_000_000_000, 7000)
			b.must(os.Chtimes(d+"/f", at, at))
			b.must(os.Chtimes(d+"/sub/deep", at, at))
		},
		"write and hide": func(b *bench, d string) {
			info, err := os.Stat(d + "/f")
			b.must(err)
			b.write(d, "f", "g") // as long as before
			b.must(os.Chtimes(d+"/f", info.ModTime(), info.ModTime()))
		},
		"replace": func(b *bench, d string) { b.write(d, "f.new", "by rename"); b.must(os.Rename(d+"/f.new", d+"/f")) },
		"come and go": func(b *bench, d string) {
			b.write(d, "brief/x", "1")
			b.must(os.RemoveAll(d + "/brief"))
		},
		"file to folder": func(b *bench, d string) { b.must(os.Remove(d + "/f")); b.write(d, "f/in", "1") },
		"folder to file": func(b *bench, d string) { b.must(os.RemoveAll(d + "/sub")); b.write(d, "sub", "1") },
	}
	if runtime.GOOS != "windows" {
		m["chmod"] = func(b *bench, d string) { b.must(os.Chmod(d+"/f", 0o600)); b.must(os.Chmod(d+"/sub", 0o700)) }
		m["link"] = func(b *bench, d string) { b.must(os.Symlink("f", d+"/link")) }
		m["file to link"] = func(b *bench, d string) { b.must(os.Remove(d + "/f")); b.must(os.Symlink("sub/g", d+"/f")) }
		m["hard link"] = func(b *bench, d string) { b.must(os.Link(d+"/f", d+"/sub/hard")) }
	}
	return m
}

// oneChange makes a change and expects it in the copy; a hidden one keeps size and time of its file.
func oneChange(b *bench, change func(*bench, string), hidden bool) {
	b.write(b.SourceDir, "data/f", "f")
	b.write(b.SourceDir, "data/sub/g", "g")
	b.write(b.SourceDir, "data/sub/deep/h", "h")
	b.backdate(b.src("data/f"), time.Hour)
	b.set("s", "/data")
	id := b.connect("s", replicating)
	if s := do(b, engine.GetConnection{ID: id}); s.TargetState != engine.TargetReplicating || !s.Replication.Active {
		b.Errorf("state %s, active %v", s.TargetState, s.Replication.Active)
	}
	change(b, b.src("data"))
	s := b.drain(id)
	if hidden && b.is(NoHiding) {
		b.mirror(id, engine.MirrorOptions{Kind: engine.MirrorDifferent, Checksum: true})
	}
	b.same(b.src("data"), b.dst("copy"))
	if s.Replication.Errors != 0 {
		b.Errorf("replication %+v", s.Replication)
	}
	// Once more, so that what the change made is watched as well.
	b.write(b.SourceDir, "data/after", "1")
	_ = filepath.WalkDir(b.src("data"), func(p string, e os.DirEntry, err error) error {
		if err == nil && e.IsDir() {
			b.write(p, "marker", p)
		}
		return err
	})
	b.drain(id)
	b.same(b.src("data"), b.dst("copy"))
}

// duringTheMirror changes the source from the moment the first mirror starts.
func duringTheMirror(b *bench) {
	for i := range 400 {
		b.write(b.SourceDir, fmt.Sprintf("data/d%d/f%d", i%20, i), "start")
	}
	b.set("s", "/data")
	id := do(b, engine.Connect{Source: b.Source, Repset: "s", Target: b.Target, Mapping: base("/copy"), Mirror: &engine.MirrorOptions{}, Replicate: true})
	for i := range 200 {
		b.write(b.SourceDir, fmt.Sprintf("data/d%d/f%d", i%20, i), fmt.Sprint("changed ", i))
		b.must(os.Remove(b.src(fmt.Sprintf("data/d%d/f%d", i%20, i+200))))
		b.write(b.SourceDir, fmt.Sprintf("data/new%d/g", i), "new")
	}
	b.must(os.Rename(b.src("data/d3"), b.src("data/moved")))
	do(b, engine.Wait{ID: id, For: engine.WaitMirror})
	b.drain(id)
	b.same(b.src("data"), b.dst("copy"))
}

func startAndStop(b *bench) {
	b.write(b.SourceDir, "data/f", "1")
	b.set("s", "/data")
	id := b.connect("s")
	do(b, engine.ReplicationStart{ID: id})
	refuse(b, engine.CodeReplicating, engine.ReplicationStart{ID: id})
	b.write(b.SourceDir, "data/f", "22")
	do(b, engine.ReplicationStop{ID: id}) // what was captured is still applied
	b.content(b.dst("copy/f"), "22")
	refuse(b, engine.CodeNotReplicating, engine.ReplicationStop{ID: id})
	if s := do(b, engine.GetConnection{ID: id}); s.Replicate || s.Replication.Active || s.TargetState != engine.TargetOnline {
		b.Errorf("after the stop: %+v", s)
	}
	b.write(b.SourceDir, "data/f", "333")
	do(b, engine.ReplicationStart{ID: id})
	b.write(b.SourceDir, "data/g", "4")
	b.drain(id)
	b.content(b.dst("copy/g"), "4")
	if b.is(CatchesUp) {
		b.content(b.dst("copy/f"), "333")
		return
	}
	b.content(b.dst("copy/f"), "22") // changed while nobody watched: only a mirror sends it
	b.mirror(id, engine.MirrorOptions{Kind: engine.MirrorDifferent})
	b.content(b.dst("copy/f"), "333")
}

// randomChanges makes many changes of all kinds from a fixed seed.
func randomChanges(b *bench) {
	rnd := rand.New(rand.NewPCG(7, 8))
	b.must(os.MkdirAll(b.src("data"), 0o755))
	b.set("s", "/data")
	id := b.connect("s", replicating)
	path := func() string {
		p := b.src("data")
		for range 1 + rnd.IntN(3) {
			p = filepath.Join(p, string(rune('a'+rnd.IntN(4))))
		}
		return p
	}
	for i := range 1500 {
		p := path()
		switch rnd.IntN(7) {
		case 0:
			_ = os.RemoveAll(p)
		case 1:
			_ = os.Rename(p, path())
		case 2:
			_ = os.MkdirAll(p, 0o755)
		case 3:
			_ = os.Chmod(p, 0o700)
		default:
			_ = os.WriteFile(p, []byte(strings.Repeat("r", rnd.IntN(5000))), 0o644)
		}
		if i%500 == 499 {
			b.drain(id)
			b.same(b.src("data"), b.dst("copy"))
		}
	}
}

// renameStorm moves folders with contents round and round.
func renameStorm(b *bench) {
	for i := range 5 {
		b.write(b.SourceDir, fmt.Sprintf("data/d%d/sub/f", i), fmt.Sprint(i))
	}
	b.set("s", "/data")
	id := b.connect("s", replicating)
	for i := range 200 {
		from, to := b.src(fmt.Sprintf("data/d%d", i%5)), b.src("data/tmp")
		b.must(os.Rename(from, to))
		b.must(os.Rename(b.src(fmt.Sprintf("data/d%d", (i+1)%5)), from))
		b.must(os.Rename(to, b.src(fmt.Sprintf("data/d%d", (i+1)%5))))
	}
	b.drain(id)
	b.same(b.src("data"), b.dst("copy"))
	b.write(b.SourceDir, "data/d2/sub/f", "after the storm")
	b.drain(id)
	b.content(b.dst("copy/d2/sub/f"), "after the storm")
}

func appending(b *bench) {
	b.write(b.SourceDir, "data/log", strings.Repeat("line\n", 400_000))
	b.set("s", "/data")
	id := b.connect("s", replicating)
	f, err := os.OpenFile(b.src("data/log"), os.O_APPEND|os.O_WRONLY, 0)
	b.must(err)
	defer f.Close()
	for i := range 300 {
		_, err := fmt.Fprintf(f, "more %d\n", i)
		b.must(err)
	}
	s := b.drain(id)
	b.same(b.src("data"), b.dst("copy"))
	if s.Replication.BytesTransmitted > 100*256<<10 {
		b.Errorf("appending 3 kB transmitted %d bytes", s.Replication.BytesTransmitted)
	}
}

func treeMovedIn(b *bench) {
	b.write(b.SourceDir, "data/f", "1")
	for i := range 30 {
		b.write(b.SourceDir, fmt.Sprintf("outside/a/b%d/c", i), "moved in")
	}
	b.set("s", "/data")
	id := b.connect("s", replicating)
	b.must(os.Rename(b.src("outside/a"), b.src("data/a")))
	b.drain(id)
	b.same(b.src("data"), b.dst("copy"))
	b.must(os.Rename(b.src("data/a"), b.src("outside/a")))
	b.drain(id)
	b.has(b.dst("copy"), "f")
}

// treeReplaced puts another folder in the place of one with more entries.
func treeReplaced(b *bench) {
	for _, f := range []string{"a", "b", "sub/c"} {
		b.write(b.SourceDir, "data/d/"+f, "old")
	}
	b.set("s", "/data")
	id := b.connect("s", replicating)
	b.write(b.SourceDir, "other/a", "new")
	b.must(os.Rename(b.src("data/d"), b.src("away")))
	b.must(os.Rename(b.src("other"), b.src("data/d")))
	b.drain(id)
	b.same(b.src("data"), b.dst("copy"))
}

// deletes checks that deleting spares what the copy has of its own where a
// wildcard leaves it out.
func deletes(b *bench) {
	b.write(b.SourceDir, "data/d/f", "1")
	b.write(b.SourceDir, "data/e/f", "1")
	b.set("s", "/data", "- /data/*.own")
	id := b.connect("s", replicating)
	b.write(b.TargetDir, "copy/d/x.own", "mine")
	b.write(b.TargetDir, "copy/orphan", "mine, too")
	b.must(os.RemoveAll(b.src("data/d")))
	b.must(os.RemoveAll(b.src("data/e")))
	b.drain(id)
	b.has(b.dst("copy"), "d/x.own", "orphan")
}

// rootReplaced removes the whole source: the copy must stay, and must follow again
// when the source is back.
func rootReplaced(b *bench) {
	b.write(b.SourceDir, "data/f", "1")
	b.set("s", "/data")
	id := b.connect("s", replicating)
	b.must(os.Rename(b.src("data"), b.src("gone")))
	b.must(os.MkdirAll(b.src("other"), 0o755)) // something else for the queue to see
	if b.is(MarksFolders) {                    // the mark is gone with the folder: another one is not taken for it
		refuse(b, engine.CodeConnectionFailed, engine.Wait{ID: id, For: engine.WaitQueue})
		b.write(b.SourceDir, "data/other", "2 new")
		do(b, engine.MirrorStart{ID: id, Options: engine.MirrorOptions{Orphans: true}})
		if s := do(b, engine.Wait{ID: id, For: engine.WaitMirror}); s.Mirror.Completed || s.Mirror.Errors == 0 || len(s.Mirror.Failures) == 0 {
			b.Errorf("another folder is taken for the source: %+v", s.Mirror)
		}
		b.has(b.dst("copy"), "f")
		return
	}
	b.drain(id)
	b.content(b.dst("copy/f"), "1")
	b.write(b.SourceDir, "new/f", "2 new")
	b.must(os.Rename(b.src("new"), b.src("data")))
	b.eventually("the new source is copied", func() bool {
		data, _ := os.ReadFile(b.dst("copy/f"))
		return string(data) == "2 new"
	})
	b.write(b.SourceDir, "data/g", "3")
	b.eventually("the new source is watched", func() bool {
		data, _ := os.ReadFile(b.dst("copy/g"))
		return string(data) == "3"
	})
}

func singleFile(b *bench) {
	b.write(b.SourceDir, "data/f", "1")
	b.write(b.SourceDir, "data/g", "1")
	b.set("s", "/data/f")
	id := b.connect("s", replicating)
	b.has(b.dst("copy"), "f")
	b.write(b.SourceDir, "data/f", "22")
	b.write(b.SourceDir, "data/g", "22")
	b.drain(id)
	b.has(b.dst("copy"), "f")
	b.content(b.dst("copy/f"), "22")
	b.write(b.SourceDir, "data/f.new", "333")
	b.must(os.Rename(b.src("data/f.new"), b.src("data/f")))
	b.drain(id)
	b.content(b.dst("copy/f"), "333")
}
