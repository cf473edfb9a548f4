package enginetest

// This file states what happens to the copy when things are renamed on the source.

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/smrscript/smrscript/engine"
)

func moveCases() map[string]func(*bench) {
	return map[string]func(*bench){
		"rename is not sent":    renameNotSent,
		"rename with changes":   renameWithChanges,
		"rename hidden changes": renameHidden,
		"storm of everything":   stormOfEverything,
	}
}

// cheaply makes changes that only rename; they must arrive without being sent again.
func (b *bench) cheaply(id engine.ConnectionID, what string, change func()) {
	b.Helper()
	before := b.drain(id).Replication.BytesTransmitted
	change()
	s := b.drain(id)
	b.same(b.src("data"), b.dst("copy"))
	if sent := s.Replication.BytesTransmitted - before; !b.is(RoughCounts) && sent > 1<<20 {
		b.Errorf("%s transmitted %d bytes", what, sent)
	}
}

func renameNotSent(b *bench) {
	large := strings.Repeat("0123456789abcdef", 1<<18) // 4 MiB
	b.write(b.SourceDir, "data/large", large)
	for i := range 60 {
		b.write(b.SourceDir, fmt.Sprintf("data/folder/d%d/f%d", i%5, i), strings.Repeat("x", 100_000+i))
	}
	b.must(os.MkdirAll(b.src("data/other"), 0o755))
	b.set("s", "/data")
	id := b.connect("s", replicating)
	rename := func(from, to string) func() {
		return func() { b.must(os.Rename(b.src("data/"+from), b.src("data/"+to))) }
	}
	b.cheaply(id, "renaming a file", rename("large", "larger"))
	b.cheaply(id, "moving a file", rename("larger", "other/large"))
	b.cheaply(id, "renaming a folder", rename("folder", "renamed"))
	b.cheaply(id, "moving a folder", rename("renamed", "other/moved"))
	b.cheaply(id, "moving a folder with its parent", func() {
		rename("other/moved/d1", "d1")()
		rename("other", "all")()
	})
	b.write(b.SourceDir, "data/all/moved/d2/new", "still watched")
	b.drain(id)
	b.content(b.dst("copy/all/moved/d2/new"), "still watched")
}

// renameWithChanges changes what it renames before, between and afterwards.
func renameWithChanges(b *bench) {
	for i := range 20 {
		b.write(b.SourceDir, fmt.Sprintf("data/d/f%d", i), fmt.Sprint("first ", i))
	}
	b.set("s", "/data")
	id := b.connect("s", replicating)
	for round := range 10 {
		from, to := b.src(fmt.Sprintf("data/d%s", strings.Repeat("+", round))), b.src(fmt.Sprintf("data/d%s", strings.Repeat("+", round+1)))
		b.write(from, "f1", fmt.Sprint("before ", round))
		b.must(os.Remove(from + "/f" + fmt.Sprint(10+round)))
		b.must(os.Rename(from, to))
		b.write(to, "f2", fmt.Sprint("after ", round))
		b.must(os.Rename(to+"/f3", to+"/f4"))
		b.must(os.Rename(to+"/f4", to+"/f3"))
		b.write(b.SourceDir, fmt.Sprintf("data/d%s", strings.Repeat("+", round)), "in the old place")
		if round%3 == 0 {
			b.drain(id)
			b.same(b.src("data"), b.dst("copy"))
		}
	}
	b.drain(id)
	b.same(b.src("data"), b.dst("copy"))
}

// renameHidden writes to a file without a trace in size and time and renames it,
// or the folder it is in, at once.
func renameHidden(b *bench) {
	if b.is(NoHiding) {
		return
	}
	for i := range 10 {
		b.write(b.SourceDir, fmt.Sprintf("data/d%d/f", i), "old")
		b.backdate(b.src(fmt.Sprintf("data/d%d/f", i)), time.Hour)
	}
	b.set("s", "/data")
	id := b.connect("s", replicating)
	for i := range 10 {
		path := b.src(fmt.Sprintf("data/d%d/f", i))
		info, err := os.Stat(path)
		b.must(err)
		b.must(os.WriteFile(path, []byte("new"), 0o644))
		b.must(os.Chtimes(path, info.ModTime(), info.ModTime()))
		if i%2 == 0 {
			b.must(os.Rename(path, path+"2"))
		} else {
			b.must(os.Rename(filepath.Dir(path), filepath.Dir(path)+"2"))
		}
	}
	b.drain(id)
	b.same(b.src("data"), b.dst("copy"))
}

// stormOfEverything lets several writers create, write, append, rename and delete
// at once; after quiet both sides must be identical.
func stormOfEverything(b *bench) {
	b.must(os.MkdirAll(b.src("data"), 0o755))
	b.set("s", "/data")
	id := b.connect("s", replicating)
	for round := range 3 {
		var wg sync.WaitGroup
		for writer := range 3 {
			wg.Go(func() { b.storm(rand.New(rand.NewPCG(uint64(round), uint64(writer)))) })
		}
		wg.Wait()
		s := b.drain(id)
		b.same(b.src("data"), b.dst("copy"))
		if s.Replication.Errors != 0 {
			b.Errorf("replication %+v: %+v", s.Replication, s.Failures)
		}
	}
}

// storm makes random changes; that others get in its way is part of it.
func (b *bench) storm(rnd *rand.Rand) {
	path := func() string {
		p := b.src("data")
		for range 1 + rnd.IntN(4) {
			p = filepath.Join(p, string(rune('a'+rnd.IntN(3))))
		}
		return p
	}
	for range 400 {
		p := path()
		switch rnd.IntN(9) {
		case 0:
			_ = os.RemoveAll(p)
		case 1, 2, 3:
			_ = os.Rename(p, path())
		case 4, 5:
			_ = os.MkdirAll(p, 0o755)
		case 6:
			if f, err := os.OpenFile(p, os.O_APPEND|os.O_WRONLY|os.O_CREATE, 0o644); err == nil {
				_, _ = f.WriteString(strings.Repeat("appended ", rnd.IntN(1000)))
				f.Close()
			}
		default:
			_ = os.WriteFile(p, []byte(strings.Repeat("w", rnd.IntN(200_000))), 0o644)
		}
	}
}
