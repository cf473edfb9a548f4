package embedded

// This file tests the queue where it leaves memory: order, restarts, damage, limits.

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/embedded/copier"
)

func sized(n int64) func() int64 { return func() int64 { return n } }

// queueIn opens a queue whose journal is in a folder.
func queueIn(t *testing.T, dir string, l limits, disk int64) *queue {
	t.Helper()
	q := newQueue()
	q.bound(l)
	must(t, q.restore(dir, newAllowance(disk), 1, nil))
	return q
}

// drainAll applies everything that is queued and returns what it was.
func drainAll(t *testing.T, q *queue, n int) (rels []string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	for range n {
		it, ok := q.next(ctx)
		if !ok {
			t.Fatalf("after %d of %d the queue ended", len(rels), n)
		}
		if it.rescan {
			rels = append(rels, "everything")
		} else {
			rels = append(rels, it.change.Rel)
		}
		q.done()
	}
	return rels
}

func names(from, to int) (all []string) {
	for i := from; i < to; i++ {
		all = append(all, fmt.Sprint("folder/file ", i))
	}
	return all
}

func addAll(q *queue, rels []string) {
	for _, r := range rels {
		q.add(copier.Change{Rel: r, Content: true}, false, sized(10))
	}
}

func TestQueueOnDisk(t *testing.T) {
	const all = 5000
	q := queueIn(t, t.TempDir(), limits{memory: 20 * 320, mode: fullDisk}, 1<<30)
	want := names(0, all)
	addAll(q, want)
	addAll(q, want[:5]) // known already, in memory
	if ops, bytes, _ := q.state(); ops != all || bytes != 10*all {
		t.Errorf("%d changes, %d bytes", ops, bytes)
	}
	if q.memory > 20*320 || q.spilled < all-20 || q.idle() {
		t.Errorf("%d bytes of memory, %d on disk", q.memory, q.spilled)
	}
	got := drainAll(t, q, all/2)
	addAll(q, names(all, all+100)) // behind what is on disk
	q.addRescan()
	must(t, q.keep())
	got = append(got, drainAll(t, q, all/2+101)...)
	if want = append(want, append(names(all, all+100), "everything")...); !slices.Equal(got, want) {
		t.Errorf("the order is lost")
	}
	if ops, bytes, _ := q.state(); ops != 0 || bytes != 0 || q.memory != 0 || q.spilled != 0 {
		t.Errorf("at the end %d changes, %d bytes, %d of memory, %d on disk", ops, bytes, q.memory, q.spilled)
	}
	must(t, q.keep())
	if len(q.log.segs) != 0 || q.log.size != 0 {
		t.Errorf("the journal still has %d files", len(q.log.segs))
	}
	must(t, q.close())
}

func TestQueueDrainedCountsTheDisk(t *testing.T) {
	q := queueIn(t, t.TempDir(), limits{memory: 3 * 320, mode: fullDisk}, 1<<30)
	addAll(q, names(0, 50))
	mark := q.mark()
	drainAll(t, q, 49)
	short, cancel := context.WithCancel(t.Context())
	cancel()
	for _, rescans := range []bool{true, false} {
		if err := q.drained(short, mark, rescans); err == nil {
			t.Error("drained with a change left")
		}
	}
	drainAll(t, q, 1)
	must(t, q.drained(t.Context(), mark, true))
}

// TestQueueOnDiskCoalesces changes a few paths again and again while there is no room in memory.
func TestQueueOnDiskCoalesces(t *testing.T) {
	q := queueIn(t, t.TempDir(), limits{memory: 3 * 320, mode: fullDisk}, 1<<30)
	for range 1000 {
		addAll(q, names(0, 10))
	}
	q.add(copier.Change{Rel: "folder/file 9", Gone: true}, false, sized(0)) // says more than what is there
	if ops, _, _ := q.state(); ops != 11 {
		t.Errorf("%d changes", ops)
	}
	if got, want := drainAll(t, q, 4), names(0, 4); !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	addAll(q, names(0, 1)) // on disk no more, so it counts anew
	if got, want := drainAll(t, q, 7), append(names(4, 10), "folder/file 0"); !slices.Equal(got[:6], want[:6]) || got[6] != want[6] {
		t.Errorf("%q", got)
	}
	if ops, bytes, _ := q.state(); ops != 0 || bytes != 0 {
		t.Errorf("%d changes, %d bytes are left", ops, bytes)
	}
	if len(q.recent) != 0 {
		t.Errorf("%d paths are remembered", len(q.recent))
	}
}

// TestQueueRemembersFewPaths bounds what is remembered of the disk.
func TestQueueRemembersFewPaths(t *testing.T) {
	q := queueIn(t, t.TempDir(), limits{memory: 320, mode: fullDisk}, 1<<30)
	addAll(q, names(0, mostRecent+500))
	if len(q.recent) != mostRecent {
		t.Errorf("%d paths are remembered", len(q.recent))
	}
	if got := drainAll(t, q, mostRecent+500); !slices.Equal(got, names(0, mostRecent+500)) {
		t.Error("the order is lost")
	}
}

func TestQueueRestart(t *testing.T) {
	for _, memory := range []int64{5 * 320, 1 << 20} {
		dir := t.TempDir()
		q := queueIn(t, dir, limits{memory: memory, mode: fullDisk}, 1<<30)
		want := names(0, 300)
		addAll(q, want)
		q.add(copier.Change{Rel: "gone", Gone: true, Tree: true}, false, sized(0))
		drainAll(t, q, 100)
		must(t, q.keep())
		drainAll(t, q, 20)
		it, _ := q.next(t.Context()) // in flight when it ends
		q.again(0)
		if it.change.Rel != want[120] {
			t.Fatalf("in flight: %q", it.change.Rel)
		}
		must(t, q.close())

		q = queueIn(t, dir, limits{memory: memory, mode: fullDisk}, 1<<30)
		if ops, bytes, _ := q.state(); ops != 181 || bytes != 1800 {
			t.Errorf("after a restart %d changes, %d bytes", ops, bytes)
		}
		addAll(q, []string{"new"})
		got := drainAll(t, q, 180)
		if !slices.Equal(got, want[120:]) {
			t.Errorf("with %d bytes of memory the restarted queue has %d changes from %q", memory, len(got), got[0])
		}
		last, _ := q.next(t.Context())
		if last.change != (copier.Change{Rel: "gone", Gone: true, Tree: true}) {
			t.Errorf("last %+v", last.change)
		}
		q.done()
		if got := drainAll(t, q, 1); got[0] != "new" {
			t.Errorf("then %q", got)
		}
		must(t, q.close())
	}
}

// TestQueueKilled restores what a process left that had no time to close.
func TestQueueKilled(t *testing.T) {
	dir := t.TempDir()
	q := queueIn(t, dir, limits{memory: 1 << 20, mode: fullDisk}, 1<<30)
	addAll(q, names(0, 20))
	must(t, q.keep())
	drainAll(t, q, 5)
	must(t, q.keep())
	drainAll(t, q, 5) // applied, but nothing says so
	again := queueIn(t, dir, limits{memory: 1 << 20, mode: fullDisk}, 1<<30)
	if got := drainAll(t, again, 15); !slices.Equal(got, names(5, 20)) {
		t.Errorf("%q", got)
	}
}

func TestQueueDamaged(t *testing.T) {
	make := func(dir string) string {
		q := queueIn(t, dir, limits{memory: 1 << 20, mode: fullDisk}, 1<<30)
		addAll(q, names(0, 20))
		must(t, q.keep())
		must(t, q.close())
		return q.logPath(dir)
	}
	data, err := os.ReadFile(make(t.TempDir()))
	must(t, err)
	check := func(what string, bad []byte) {
		t.Helper()
		dir := t.TempDir()
		path := make(dir)
		must(t, os.WriteFile(path, bad, 0o600))
		q := newQueue()
		err := q.restore(dir, newAllowance(1<<30), 1, nil)
		ops, _, _ := q.state()
		if err == nil && ops < 20 && len(bad) < len(data) && !wholeRecords(bad) {
			t.Errorf("%s: nothing was said about damage, %d changes", what, ops)
		}
		if err != nil && !errors.Is(err, errTorn) {
			t.Errorf("%s: %v", what, err)
		}
		q.addRescan() // as the replication does then
		ops, _, _ = q.state()
		got := drainAll(t, q, int(ops))
		for i, rel := range got {
			if rel != "everything" && rel != fmt.Sprint("folder/file ", i) {
				t.Errorf("%s: change %d is %q", what, i, rel)
			}
		}
		must(t, q.close())
	}
	for n := range data {
		check(fmt.Sprint("cut to ", n), data[:n])
	}
	for range 300 {
		bad := slices.Clone(data)
		at := rand.IntN(len(bad))
		bad[at] ^= byte(1 + rand.IntN(255))
		check(fmt.Sprint("changed at ", at), bad)
	}
}

// wholeRecords reports whether a cut journal ends with a record, so that nobody could see the cut.
func wholeRecords(data []byte) bool {
	if len(data) < len(journalHead) {
		return false
	}
	for data = data[len(journalHead):]; len(data) >= recordOverhead; {
		n := recordOverhead + int(data[0]) + int(data[1])<<8
		if len(data) < n {
			return false
		}
		data = data[n:]
	}
	return len(data) == 0
}

func (q *queue) logPath(dir string) string {
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 1 {
		return ""
	}
	return filepath.Join(dir, entries[0].Name())
}

func TestQueueFull(t *testing.T) {
	for _, tt := range []struct {
		name string
		l    limits
		disk int64
		word string
	}{
		{"memory, disconnect", limits{memory: 10 * 320, mode: fullDisconnect}, 1 << 30, "memory"},
		{"disk", limits{memory: 10 * 320, mode: fullDisk}, 2000, "on disk"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			q := queueIn(t, dir, tt.l, tt.disk)
			first, _ := func() (*item, bool) { addAll(q, names(0, 1)); return q.next(t.Context()) }()
			addAll(q, names(1, 1000))
			if ops, bytes, _ := q.state(); ops != 1 || bytes != first.bytes {
				t.Errorf("%d changes, %d bytes are left", ops, bytes)
			}
			if why := q.trouble(); !strings.Contains(why, "full") || !strings.Contains(why, tt.word) {
				t.Errorf("reason %q", why)
			}
			if why := <-q.full; why != q.trouble() {
				t.Errorf("told %q", why)
			}
			if err := q.drained(t.Context(), q.mark(), true); !errors.Is(err, engine.CodeNotReplicating) {
				t.Errorf("waiting for a queue that was given up: %v", err)
			}
			q.again(0) // what was in flight goes as well
			q.followUp()
			q.addRescan()
			if ops, bytes, _ := q.state(); ops != 0 || bytes != 0 {
				t.Errorf("%d changes, %d bytes", ops, bytes)
			}
			if entries, _ := os.ReadDir(dir); len(entries) != 0 {
				t.Errorf("%d files are left", len(entries))
			}
			q.mend()
			addAll(q, names(0, 3))
			if got := drainAll(t, q, 3); !slices.Equal(got, names(0, 3)) {
				t.Errorf("afterwards %q", got)
			}
		})
	}
}

// TestJournalRefusesWhole cannot write: a record that is refused is not half there, however often it is tried again.
func TestJournalRefusesWhole(t *testing.T) {
	j, err := openJournal(t.TempDir(), newAllowance(1<<30), nil)
	must(t, err)
	rel := strings.Repeat("x", 1000)
	it := func(seq uint64) *item { return &item{seq: seq, change: copier.Change{Rel: rel}} }
	must(t, j.append(recordChange, it(1)))
	must(t, j.out.Close())
	good := uint64(1)
	for good < 1000 && j.append(recordChange, it(good+1)) == nil {
		good++
	}
	buffered, size := len(j.buf), j.size
	for range 100 {
		if err := j.append(recordChange, it(good+1)); err == nil {
			t.Fatal("a closed file was written to")
		}
	}
	if len(j.buf) != buffered || j.size != size {
		t.Errorf("refused records have left %d bytes", len(j.buf)-buffered)
	}
	j.out, err = os.OpenFile(j.path(j.made), os.O_WRONLY|os.O_APPEND, 0o600)
	must(t, err)
	must(t, j.append(recordChange, it(good+1)))
	must(t, j.close())
	j, err = openJournal(j.dir, newAllowance(1<<30), nil)
	must(t, err)
	if inv, err := j.survey(1); err != nil || inv.count != int(good)+1 || inv.last != good+1 {
		t.Errorf("written are %+v of %d: %v", inv, good+1, err)
	}
}

func TestQueuePause(t *testing.T) {
	q := queueIn(t, t.TempDir(), limits{memory: 5 * 320, mode: fullPause}, 1<<30)
	addAll(q, names(0, 100))
	if ops, _, _ := q.state(); ops > 6 || q.trouble() != "" {
		t.Errorf("%d changes, %q", ops, q.trouble())
	}
	ops, _, _ := q.state()
	got := drainAll(t, q, int(ops))
	if got[len(got)-1] != "everything" {
		t.Errorf("%q", got)
	}
}

func TestJournalPaths(t *testing.T) {
	for rel, fine := range map[string]bool{"": true, "a": true, "a/b": true, "..a/b": true, "a//b": false, "../a": false, "a/..": false, "/a": false, "a/": false, ".": false, "a\x00": false, "\xff": true} {
		if soundRel(rel) != fine {
			t.Errorf("%q", rel)
		}
		it, kind, err := decode(encode(nil, recordChange, &item{seq: 7, bytes: 9, change: copier.Change{Rel: rel, Gone: true}})[recordOverhead:], 1)
		if (err == nil) != fine || fine && (kind != recordChange || it.seq != 7 || it.bytes != 9 || it.change != (copier.Change{Rel: rel, Gone: true})) {
			t.Errorf("%q: %+v, %v", rel, it, err)
		}
	}
	if _, _, err := decode(encode(nil, recordChange, &item{change: copier.Change{Root: 1}})[recordOverhead:], 1); err == nil {
		t.Error("a root that there is not")
	}
}
