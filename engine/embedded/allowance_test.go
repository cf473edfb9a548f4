package embedded

// This file tests that the queues of a machine share their room on disk.

import (
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/embedded/copier"
)

func TestAllowance(t *testing.T) {
	a := newAllowance(100)
	for i, step := range []struct {
		do   func() bool
		want bool
		left int64 // for somebody who has 10 of it
	}{
		{func() bool { return a.take(60) }, true, 50},
		{func() bool { return a.take(41) }, false, 50},
		{func() bool { return a.take(40) }, true, 10},
		{func() bool { return a.take(1) }, false, 10},
		{func() bool { a.charge(5); return a.take(0) }, false, 10},
		{func() bool { a.charge(-55); return a.take(20) }, true, 40},
		{func() bool { a.most.Store(50); return a.take(1) }, false, 10},
		{func() bool { a.most.Store(1 << 40); return a.take(1 << 30) }, true, 1<<40 - 1<<30 - 70 + 10},
	} {
		if got := step.do(); got != step.want || a.left(10) != step.left {
			t.Errorf("step %d: %v, left %d", i, got, a.left(10))
		}
	}
	var wg sync.WaitGroup
	b := newAllowance(1000)
	for range 8 {
		wg.Go(func() {
			for range 1000 {
				if b.take(7) {
					b.charge(-7)
				}
			}
		})
	}
	wg.Wait()
	if n := b.taken.Load(); n != 0 {
		t.Errorf("%d are taken and nobody has them", n)
	}
}

// TestQueuesShareTheDisk fills the room of a machine with one queue: another has none then, and has it again when the first gave it back.
func TestQueuesShareTheDisk(t *testing.T) {
	room := newAllowance(64 << 10)
	open := func(dir string) *queue {
		q := newQueue()
		q.bound(limits{memory: 1, mode: fullDisk})
		must(t, q.restore(dir, room, 1, nil))
		return q
	}
	dirs := []string{t.TempDir(), t.TempDir()}
	first, second := open(dirs[0]), open(dirs[1])
	added := 0
	for ; room.left(0) > 2048; added++ {
		first.add(copier.Change{Rel: fmt.Sprint("a ", added)}, false, sized(1))
	}
	if first.trouble() != "" || added < 500 {
		t.Fatalf("after %d changes: %s", added, first.trouble())
	}
	for i := 0; i < 200 && second.trouble() == ""; i++ {
		second.add(copier.Change{Rel: fmt.Sprint("b ", i)}, false, sized(1))
	}
	if why := second.trouble(); !strings.Contains(why, errQueueFull.Error()) {
		t.Fatalf("the second queue holds more than there is room for: %q, left %d", why, room.left(0))
	}
	must(t, first.close())
	if room.taken.Load() != 0 {
		t.Errorf("%d bytes are taken by queues that are empty or closed", room.taken.Load())
	}
	first = open(dirs[0]) // what it left on disk counts again
	if room.taken.Load() < 32<<10 {
		t.Errorf("opened again it takes %d bytes", room.taken.Load())
	}
	if got := drainAll(t, first, added); got[0] != "a 0" || got[added-1] != "a "+strconv.Itoa(added-1) {
		t.Errorf("opened again it begins with %q and ends with %q", got[0], got[added-1])
	}
	must(t, first.keep())
	second.mend()
	for i := range 200 {
		second.add(copier.Change{Rel: fmt.Sprint("b ", i)}, false, sized(1))
	}
	if second.trouble() != "" {
		t.Errorf("with room again: %s", second.trouble())
	}
	drainAll(t, second, 200)
	must(t, second.close())
	must(t, first.close())
	if n := room.taken.Load(); n != 0 {
		t.Errorf("at the end %d bytes are taken", n)
	}
}

// TestQueuesShareMemory lets one queue take the memory of a machine: what another has to hold goes where the settings say.
func TestQueuesShareMemory(t *testing.T) {
	for mode, want := range map[fullMode]string{fullDisk: "on disk", fullPause: "everything", fullDisconnect: "given up"} {
		t.Run(want, func(t *testing.T) {
			var pool allowance
			open := func() *queue {
				q := queueIn(t, t.TempDir(), limits{memory: 20 * 320, mode: mode}, 1<<30)
				q.pool = &pool
				return q
			}
			first, second := open(), open()
			addAll(first, names(0, 19))
			addAll(second, names(0, 5))
			if first.trouble() != "" || first.spilled > 0 {
				t.Errorf("the first queue: %q, %d on disk", first.trouble(), first.spilled)
			}
			switch mode {
			case fullDisk:
				if second.spilled < 3 {
					t.Errorf("%d changes of the second are on disk", second.spilled)
				}
				drainAll(t, first, 19)
				if got := drainAll(t, second, 5); !slices.Equal(got, names(0, 5)) {
					t.Errorf("the second holds %q", got)
				}
			case fullPause:
				ops, _, _ := second.state()
				if got := drainAll(t, second, int(ops)); got[len(got)-1] != "everything" {
					t.Errorf("the second holds %q", got)
				}
			case fullDisconnect:
				if why := second.trouble(); !strings.Contains(why, "memory") {
					t.Errorf("the second is not given up: %q", why)
				}
			}
			must(t, first.close())
			must(t, second.close())
			if n := pool.taken.Load(); n != 0 {
				t.Errorf("%d bytes of memory are taken by queues that are closed", n)
			}
		})
	}
}

// TestDiskOfQueuesIsOfTheMachine changes the setting while connections replicate: it holds for all of a source together.
func TestDiskOfQueuesIsOfTheMachine(t *testing.T) {
	dir := t.TempDir()
	cfg := testConfig(t, dir)
	c := mustOpen(t, cfg)
	write(t, filepath.Join(dir, "alpha/data/f"), "1")
	id := connected(t, c, true)
	call(t, c, engine.SaveSetting{Machine: "alpha", Label: "QJournalSpaceMax", Value: "3"})
	cl, ok := c.(*Client)
	if !ok {
		t.Fatal("another client")
	}
	if log := cl.conns[id].repl.q.log; log.room != &cl.machines["alpha"].queueDisk || log.room.most.Load() != 3*mega {
		t.Errorf("a queue has room for %d bytes", log.room.most.Load())
	}
	if n := cl.machines["beta"].queueDisk.most.Load(); n == 3*mega {
		t.Error("the setting of one machine holds for another")
	}
	must(t, c.Close())
	c = mustOpen(t, cfg)
	if cl, ok = c.(*Client); !ok || cl.machines["alpha"].queueDisk.most.Load() != 3*mega {
		t.Error("the setting is lost")
	}
}
