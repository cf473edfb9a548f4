package embedded

// This file keeps captured changes in order until they are applied.

import (
	"context"
	"slices"
	"sync"
	"time"

	"github.com/smrscript/smrscript/engine/embedded/copier"
)

// item is a changed path, or a comparison of everything.
type item struct {
	change copier.Change
	rescan bool
	logged bool   // the journal has it as it is
	bytes  int64  // estimate of what there is to look at
	seq    uint64 // position; the first of the changes that were merged
	tries  int
	ready  time.Time // not before
}

type itemKey struct {
	root   int
	rel    string
	rescan bool
}

func (it *item) key() itemKey { return itemKey{it.change.Root, it.change.Rel, it.rescan} }

// cost is about how much memory an item takes with its place in the index.
func (it *item) cost() int64 { return 300 + int64(len(it.change.Rel)) }

// merge adds what another item of the same path tells; it reports whether that says anything new.
func (it *item) merge(other *item) bool {
	was := it.change
	it.change.Gone = it.change.Gone || other.change.Gone
	it.change.Content = it.change.Content || other.change.Content
	it.change.Tree = it.change.Tree || other.change.Tree
	it.change.From = "" // too much happened for a short cut
	return it.change != was
}

// queue is the ordered list of changes. Several changes of one path are one entry at the place of the first. What memory has no room
// for follows on disk, in spill.go.
type queue struct {
	mu     sync.Mutex
	items  []*item // by seq
	byKey  map[itemKey]*item
	flight *item // being applied
	seq    uint64
	added  uint64 // counts every change, also merged ones
	bytes  int64
	memory int64 // that the items take, without the one in flight
	ending bool
	wake   chan struct{} // closed at every change of the queue
	spill
}

func newQueue() *queue {
	return &queue{byKey: map[itemKey]*item{}, wake: make(chan struct{}), spill: spill{full: make(chan string, 1), pool: new(allowance)}}
}

// notify wakes everybody who waits. The caller holds mu.
func (q *queue) notify() {
	close(q.wake)
	q.wake = make(chan struct{})
}

// moveGrace is how long the removal of what was renamed away waits for the news
// of where it went, which the system tells next.
const moveGrace = 25 * time.Millisecond

// add enters a change. size is asked only when the path is not queued yet. moved
// says that the path was renamed away.
func (q *queue) add(change copier.Change, moved bool, size func() int64) {
	it := &item{change: change}
	if moved {
		it.ready = time.Now().Add(moveGrace)
	}
	q.enter(it, size)
}

// addRescan enters a comparison of everything.
func (q *queue) addRescan() { q.enter(&item{rescan: true}, func() int64 { return 0 }) }

func (q *queue) enter(it *item, size func() int64) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.added++
	if q.broken != "" {
		return // a mirror comes after it
	}
	if old := q.byKey[it.key()]; old != nil && q.absorb(old, it) {
		return
	}
	q.seq++
	it.seq, it.bytes = q.seq, size()
	if !q.room(it) {
		return
	}
	q.bytes += it.bytes
	q.push(it)
	if it.change.From != "" {
		q.postpone(itemKey{root: it.change.Root, rel: it.change.From})
	}
	q.notify()
}

// absorb merges a change into one that waits. The caller holds mu.
func (q *queue) absorb(old, it *item) bool {
	merged := *old
	if news := merged.merge(it); news && q.spilled > 0 {
		return false // the disk has what came between the two
	} else if news {
		merged.logged = false
	}
	*old = merged
	return true
}

// push puts an item that is the last one into memory. The caller holds mu.
func (q *queue) push(it *item) {
	q.items = append(q.items, it)
	q.byKey[it.key()] = it
	q.hold(it.cost())
}

// hold enters memory that was taken, or given back when n is below 0. The caller holds mu.
func (q *queue) hold(n int64) {
	q.memory += n
	q.pool.charge(n)
}

// postpone moves an item behind all others, so that a copy is renamed before what
// is left at its old place is removed. The caller holds mu.
func (q *queue) postpone(key itemKey) {
	if it := q.byKey[key]; it != nil && q.spilled == 0 {
		q.remove(it)
		q.seq++
		it.seq, it.ready, it.logged = q.seq, time.Time{}, false
		q.push(it)
	}
}

// next waits for the first item that may be tried; ok is false when ctx ended or
// the queue is ending and empty. done must follow.
func (q *queue) next(ctx context.Context) (it *item, ok bool) {
	for {
		q.mu.Lock()
		q.refill()
		now := time.Now()
		var soonest time.Time
		for i, it := range q.items {
			if !it.ready.After(now) {
				q.take(i)
				q.mu.Unlock()
				return it, ctx.Err() == nil
			}
			if soonest.IsZero() || it.ready.Before(soonest) {
				soonest = it.ready
			}
		}
		if q.ending && len(q.items) == 0 && q.spilled == 0 || ctx.Err() != nil {
			q.mu.Unlock()
			return nil, false
		}
		wake := q.wake
		q.mu.Unlock()
		waitFor(ctx, wake, soonest)
	}
}

// take makes an item the one in flight. The caller holds mu.
func (q *queue) take(i int) {
	it := q.items[i]
	if i == 0 { // the usual case must not move a long queue
		q.items[0], q.items = nil, q.items[1:]
	} else {
		q.items = slices.Delete(q.items, i, i+1)
	}
	delete(q.byKey, it.key())
	q.hold(-it.cost())
	q.flight = it
}

// waitFor waits for a signal, a time (unless zero) or the end of ctx.
func waitFor(ctx context.Context, wake <-chan struct{}, until time.Time) {
	var timer <-chan time.Time
	if !until.IsZero() {
		timer = time.After(time.Until(until))
	}
	select {
	case <-wake:
	case <-timer:
	case <-ctx.Done():
	}
}

// done finishes the item taken by next.
func (q *queue) done() {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.bytes -= q.flight.bytes
	q.flight = nil
	q.notify()
}

// again puts the item taken by next back, at its old place, for a later try.
func (q *queue) again(after time.Duration) {
	q.mu.Lock()
	defer q.mu.Unlock()
	it := q.flight
	q.flight = nil
	defer q.notify()
	if q.broken != "" {
		q.bytes -= it.bytes
		return
	}
	it.ready = time.Now().Add(after)
	if newer := q.byKey[it.key()]; newer != nil { // it changed once more meanwhile
		newer.merge(it)
		newer.tries, newer.ready, newer.logged = it.tries, it.ready, false
		q.remove(newer)
		newer.seq = it.seq
		q.bytes -= it.bytes
		it = newer
	}
	at, _ := slices.BinarySearchFunc(q.items, it.seq, func(x *item, seq uint64) int { return int(x.seq) - int(seq) })
	q.items = slices.Insert(q.items, at, it)
	q.byKey[it.key()] = it
	q.hold(it.cost())
}

// remove takes an item out of memory. The caller holds mu.
func (q *queue) remove(it *item) {
	if i := slices.Index(q.items, it); i >= 0 {
		q.items = slices.Delete(q.items, i, i+1)
		q.hold(-it.cost())
	}
	delete(q.byKey, it.key())
}

// followUp enters a comparison that the item in flight asks for. It takes that
// item's place, so that whoever waits for the one waits for the other.
func (q *queue) followUp() {
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.broken != "" {
		return
	}
	it := q.byKey[itemKey{rescan: true}]
	if it == nil {
		it = &item{rescan: true}
		q.added++
	} else {
		q.remove(it)
	}
	it.seq, it.logged = q.seq, false
	if q.flight != nil {
		it.seq = q.flight.seq
	}
	q.items = slices.Insert(q.items, 0, it)
	q.byKey[it.key()] = it
	q.hold(it.cost())
	q.notify()
}

// idle reports whether nothing but the item in flight and comparisons could be
// done now.
func (q *queue) idle() bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	now := time.Now()
	return q.spilled == 0 && !slices.ContainsFunc(q.items, func(it *item) bool { return !it.rescan && !it.ready.After(now) })
}

// mark is the position of the latest change.
func (q *queue) mark() uint64 {
	q.mu.Lock()
	defer q.mu.Unlock()
	return q.seq
}

// count is how many changes were ever entered.
func (q *queue) count() uint64 {
	q.mu.Lock()
	defer q.mu.Unlock()
	return q.added
}

// drained waits until everything up to mark has been applied. Without rescans it
// does not wait for comparisons. It fails when the queue was given up.
func (q *queue) drained(ctx context.Context, mark uint64, rescans bool) error {
	for {
		q.mu.Lock()
		first := q.first(rescans)
		wake, broken := q.wake, q.broken
		q.mu.Unlock()
		if broken != "" {
			return disconnected(broken)
		}
		if first > mark {
			return nil
		}
		waitFor(ctx, wake, time.Time{})
		if err := ctx.Err(); err != nil {
			return err
		}
	}
}

// first is the position of the first item not yet done. The caller holds mu.
func (q *queue) first(rescans bool) uint64 {
	first := q.seq + 1
	if q.spilled > 0 {
		first = q.read + 1
	}
	for _, it := range q.items {
		if rescans || !it.rescan {
			first = min(first, it.seq)
			break
		}
	}
	if q.flight != nil && (rescans || !q.flight.rescan) {
		first = min(first, q.flight.seq)
	}
	return first
}

// end lets next end when the queue is empty.
func (q *queue) end() {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.ending = true
	q.notify()
}

// fill returns how many bytes the queue takes, in memory and on disk, and how many it may; 0 without bounds.
func (q *queue) fill() (used, room int64) {
	q.mu.Lock()
	defer q.mu.Unlock()
	used, room = q.memory, q.limits.memory
	if q.log != nil && room > 0 && q.limits.mode == fullDisk {
		used, room = used+q.log.size, room+q.log.room.left(q.log.size)
	}
	return used, room
}

// state returns what waits.
func (q *queue) state() (ops, bytes int64, ending bool) {
	q.mu.Lock()
	defer q.mu.Unlock()
	ops = int64(len(q.items)) + q.spilled
	if q.flight != nil {
		ops++
	}
	return ops, q.bytes, q.ending
}
