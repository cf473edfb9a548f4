package enginetest

// This file states what a frozen copy is worth.

import (
	"encoding/binary"
	"fmt"
	"os"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/smrscript/smrscript/engine"
)

func freezeCases() map[string]func(*bench) {
	return map[string]func(*bench){
		"nothing after disconnect": nothingAfterDisconnect,
		"settled":                  settledDisconnect,
		"wait consistent":          waitConsistent,
		"restless":                 restless,
		"pairs correspond":         pairsCorrespond,
		"during a mirror":          disconnectDuringMirror,
		"never mirrored":           neverMirrored,
	}
}

// scribble writes to files of the source until stop is called.
func scribble(b *bench, step func(i int)) (stop func()) {
	var wg sync.WaitGroup
	var end atomic.Bool
	wg.Go(func() {
		for i := 0; !end.Load(); i++ {
			step(i)
		}
	})
	return sync.OnceFunc(func() { end.Store(true); wg.Wait() })
}

func nothingAfterDisconnect(b *bench) {
	b.write(b.SourceDir, "data/f0", "1")
	b.set("s", "/data")
	for _, mirror := range []bool{false, true} {
		id := b.connect("s", replicating)
		stop := scribble(b, func(i int) { b.write(b.SourceDir, fmt.Sprintf("data/f%d", i%50), fmt.Sprint("round ", i)) })
		defer stop()
		b.eventually("changes arrive", func() bool { return do(b, engine.GetConnection{ID: id}).Replication.OpsDone > 20 })
		if mirror {
			do(b, engine.MirrorStart{ID: id})
		}
		do(b, engine.Disconnect{ID: id})
		frozen := b.listing(b.TargetDir)
		if b.is(SlowEvents) {
			stop() // a mirror has to end first
		}
		// Another connection of the same source shows that the engine has moved on.
		other := b.connect("s", to("/other"))
		do(b, engine.Disconnect{ID: other})
		stop()
		b.must(os.RemoveAll(b.dst("other")))
		for rel, now := range b.listing(b.TargetDir) {
			if rel != "." && frozen[rel] != now {
				b.Errorf("%s changed after the disconnect", rel)
			}
		}
	}
}

func settledDisconnect(b *bench) {
	for i := range 50 {
		b.write(b.SourceDir, fmt.Sprintf("data/d%d/f", i), "1")
	}
	b.set("s", "/data")
	for _, replicate := range []bool{true, false} {
		id := b.connect("s", orphaning, func(op *engine.Connect) { op.Replicate = replicate })
		b.write(b.SourceDir, "data/d3/f", "changed")
		b.must(os.RemoveAll(b.src("data/d4")))
		got := do(b, engine.Disconnect{ID: id, Settle: true})
		if !got.Settled || len(got.IDs) != 1 || got.Reason != "" {
			b.Errorf("replicating %v: %+v", replicate, got)
		}
		b.same(b.src("data"), b.dst("copy"))
	}
	id := b.connect("s")
	if got := do(b, engine.Disconnect{ID: id}); got.Settled {
		b.Error("settled without having been asked to")
	}
}

func waitConsistent(b *bench) {
	b.write(b.SourceDir, "data/f", "1")
	b.set("s", "/data")
	id := b.connect("s", replicating)
	stop := scribble(b, func(i int) {
		if i < 300 {
			b.write(b.SourceDir, fmt.Sprintf("data/f%d", i%10), fmt.Sprint(i))
		}
	})
	defer stop()
	s := do(b, engine.Wait{ID: id, For: engine.WaitConsistent, Timeout: b.Patience})
	if !s.Settled || s.SettledAt.IsZero() {
		b.Errorf("status %+v", s)
	}
	stop()
	b.write(b.SourceDir, "data/f", "later")
	s = b.drain(id)
	if s.Settled {
		b.Error("still called settled after a later change was applied")
	}
	b.content(b.dst("copy/f"), "later")
}

// restless checks that a source that never holds still is not called settled. Several write and there is much to compare, so that it does
// not come to rest by itself on a machine that is busy with other things.
func restless(b *bench) {
	for i := range 1000 {
		b.write(b.SourceDir, fmt.Sprintf("data/d%d/f", i), "1")
	}
	b.set("s", "/data")
	id := b.connect("s", replicating)
	var f [4]*os.File
	for i := range f {
		var err error
		f[i], err = os.Create(b.src(fmt.Sprintf("data/hot%d", i)))
		b.must(err)
		defer f[i].Close()
	}
	for _, hot := range f {
		defer scribble(b, func(i int) { _, _ = fmt.Fprintln(hot, i) })()
	}
	_, err := b.Client.Do(b.ctx, engine.Wait{ID: id, For: engine.WaitConsistent, Timeout: 300 * time.Millisecond})
	if engine.CodeOf(err) != engine.CodeTimeout {
		b.Errorf("waiting: %v", err)
	}
	got := do(b, engine.Disconnect{ID: id, Settle: true, SettleTimeout: 300 * time.Millisecond})
	if got.Settled || got.Reason == "" || len(got.IDs) != 1 {
		b.Errorf("disconnected %+v", got)
	}
}

// pairsCorrespond plays a database: every transaction first goes to the log, then
// to the data file. Frozen copies that are called settled must match.
func pairsCorrespond(b *bench) {
	b.must(os.MkdirAll(b.src("data"), 0o755))
	log, err := os.Create(b.src("data/log"))
	b.must(err)
	defer log.Close()
	table, err := os.Create(b.src("data/table"))
	b.must(err)
	defer table.Close()
	rest := 20 * time.Millisecond
	if b.is(SlowEvents) {
		rest = time.Second
	}
	transaction := func(i int) {
		var n [8]byte
		binary.LittleEndian.PutUint64(n[:], uint64(i))
		_, _ = log.Write(n[:])
		_, _ = table.WriteAt(n[:], 0)
		if i%50 == 0 { // a database rests between bursts
			time.Sleep(rest)
		}
	}
	b.set("s", "/data")
	stop := scribble(b, transaction)
	defer stop()
	settled := 0
	for range 6 {
		id := b.connect("s", replicating)
		got := do(b, engine.Disconnect{ID: id, Settle: true, SettleTimeout: 10 * time.Second})
		if !got.Settled {
			continue
		}
		settled++
		logged, err := os.ReadFile(b.dst("copy/log"))
		b.must(err)
		tabled, err := os.ReadFile(b.dst("copy/table"))
		b.must(err)
		if len(logged)%8 != 0 || len(tabled) != 8 {
			b.Fatalf("torn: log %d bytes, table %d", len(logged), len(tabled))
		}
		last, row := binary.LittleEndian.Uint64(logged[len(logged)-8:]), binary.LittleEndian.Uint64(tabled)
		// Between the two writes of a transaction the log is one ahead.
		if row != last && row+1 != last {
			b.Errorf("the log ends with %d, the table has %d", last, row)
		}
	}
	if settled == 0 {
		b.Error("no attempt settled although the source rests between bursts")
	}
}

func disconnectDuringMirror(b *bench) {
	for i := range 300 {
		b.write(b.SourceDir, fmt.Sprintf("data/f%d", i), strings.Repeat("x", 10_000))
	}
	b.set("s", "/data")
	id := do(b, engine.Connect{Source: b.Source, Repset: "s", Target: b.Target, Mapping: base("/copy"), Mirror: &engine.MirrorOptions{}})
	do(b, engine.Disconnect{ID: id})
	frozen := b.listing(b.TargetDir)
	do(b, engine.Disconnect{ID: b.connect("s", to("/other"))})
	b.must(os.RemoveAll(b.dst("other")))
	for rel, now := range b.listing(b.dst("copy")) {
		if was := frozen["copy/"+rel]; rel != "." && was != now {
			b.Errorf("%s changed after the disconnect", rel)
		}
	}
	id = do(b, engine.Connect{Source: b.Source, Repset: "s", Target: b.Target, Mapping: base("/copy"), Mirror: &engine.MirrorOptions{}})
	if got := do(b, engine.Disconnect{ID: id, Settle: true}); !got.Settled {
		b.Errorf("settling waits for the mirror: %+v", got)
	}
	b.same(b.src("data"), b.dst("copy"))
}

func neverMirrored(b *bench) {
	b.write(b.SourceDir, "data/f", "1")
	b.set("s", "/data")
	id := b.connect("s", unmirrored)
	if _, err := b.Client.Do(b.ctx, engine.Wait{ID: id, For: engine.WaitConsistent, Timeout: time.Second}); err == nil {
		b.Error("a copy that was never mirrored is called consistent")
	}
	if got := do(b, engine.Disconnect{ID: id, Settle: true}); got.Settled || got.Reason == "" {
		b.Errorf("disconnected %+v", got)
	}
	b.has(b.TargetDir)
}
