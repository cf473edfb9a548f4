package embedded

// This file bounds a queue: what memory has no room for goes to disk, and when that is full as well the queue is given up. It also
// writes down what waits, so that the next process goes on with it.

import (
	"errors"
	"fmt"
	"io"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/embedded/copier"
)

// fullMode says what becomes of changes that memory has no room for; the numbers are those of MemoryAllocatorCallbackMode.
type fullMode int

const (
	fullDisconnect fullMode = 0 // the queue is given up
	fullPause      fullMode = 1 // nothing is captured until there is room; then everything is compared
	fullDisk       fullMode = 2 // they go to disk
)

// limits bound a queue.
type limits struct {
	memory int64 // bytes, of the machine
	mode   fullMode
}

// spill is the part of a queue that is about room. It is guarded by queue.mu.
type spill struct {
	limits  limits     // zero: no bounds
	pool    *allowance // memory that the queues of the machine take together; only what is taken counts
	log     *journal
	roots   int    // of the set
	spilled int64  // changes that are only in the journal, behind its cursor
	read    uint64 // position of the last item in memory while there are such
	skip    uint64 // up to here the journal of an earlier process is applied
	noted   uint64 // the journal knows that everything up to here is applied
	broken  string // why the queue was given up; "": it was not
	full    chan string
	recent  map[itemKey]copier.Change // some of those that are only on disk
}

// mostRecent bounds spill.recent: the paths that change again and again are few.
const mostRecent = 8192

// disconnected is the error of a connection whose queue was given up.
func disconnected(why string) error {
	return &engine.Error{Code: engine.CodeNotReplicating, Subject: "the queue was given up", Cause: errors.New(why),
		Hint: "Wait for the mirror that takes its place, or start replication again."}
}

// restore opens the journal in a folder and goes on with what it holds. The error says that a part is lost.
func (q *queue) restore(dir string, room *allowance, roots int, point func(string)) error {
	log, err := openJournal(dir, room, point)
	if err != nil {
		return err
	}
	q.mu.Lock()
	defer q.mu.Unlock()
	inv, err := log.survey(roots)
	q.log, q.roots = log, roots
	q.seq, q.skip, q.noted = inv.last, inv.done, inv.done
	q.spilled, q.bytes = int64(inv.count), inv.bytes
	if inv.count == 0 {
		log.empty()
	}
	if err != nil {
		// What comes before the damage is read now, since the cursor cannot pass it.
		for int64(len(q.items)) < int64(inv.count) && q.spilled > 0 && q.pull() {
		}
		q.spilled = 0
		log.empty()
		for _, it := range q.items {
			it.logged = false
		}
	}
	q.refill()
	return err
}

// room makes room for a new change; false when it is on disk now or dropped. The caller holds mu.
func (q *queue) room(it *item) bool {
	if q.spilled == 0 && (it.rescan || q.limits.memory == 0 || q.pool.taken.Load()+it.cost() <= q.limits.memory) {
		return true
	}
	switch {
	case q.spilled == 0 && q.limits.mode == fullPause:
		if old := q.byKey[itemKey{rescan: true}]; old == nil {
			q.push(&item{rescan: true, seq: it.seq})
			q.notify()
		}
		return false
	case q.spilled == 0 && (q.limits.mode == fullDisconnect || q.log == nil):
		q.giveUp(fmt.Sprintf("the queue is full: %d changes take %d bytes of memory, and the queues of the machine %d", len(q.items), q.memory, q.pool.taken.Load()))
		return false
	}
	it.change.From = "" // what is queued there cannot be found any more
	if q.knownOnDisk(it) {
		return false
	}
	if err := q.toDisk(it); err != nil {
		q.giveUp(fmt.Sprintf("the queue is full: %d changes wait: %v", int64(len(q.items))+q.spilled, err))
		return false
	}
	q.spilled++
	q.bytes += it.bytes
	q.notify()
	return false
}

// knownOnDisk reports whether the disk has a change of the same path that says as much, and remembers this one otherwise. The caller
// holds mu.
func (q *queue) knownOnDisk(it *item) bool {
	key := it.key()
	old, ok := q.recent[key]
	known := item{change: old}
	if ok && !known.merge(it) {
		return true
	}
	if q.recent == nil {
		q.recent = map[itemKey]copier.Change{}
	}
	if len(q.recent) >= mostRecent {
		for any := range q.recent {
			delete(q.recent, any)
			break
		}
	}
	q.recent[key] = it.change
	return false
}

// toDisk appends a change to the journal. The caller holds mu.
func (q *queue) toDisk(it *item) error {
	if q.spilled == 0 { // what is in memory comes first
		if err := q.record(); err != nil {
			return err
		}
		q.log.toEnd()
		q.read = q.seq - 1
		if n := len(q.items); n > 0 {
			q.read = q.items[n-1].seq
		}
	}
	return q.log.append(kindOf(it), it)
}

// record writes down what is not in the journal yet. The caller holds mu.
func (q *queue) record() error {
	if it := q.flight; it != nil && !it.logged {
		if err := q.log.append(kindOf(it), it); err != nil {
			return err
		}
		it.logged = true
	}
	for _, it := range q.items {
		if it.logged {
			continue
		}
		if err := q.log.append(kindOf(it), it); err != nil {
			return err
		}
		it.logged = true
	}
	return nil
}

func kindOf(it *item) byte {
	if it.rescan {
		return recordRescan
	}
	return recordChange
}

// refill brings changes back from disk when memory has room again. The caller holds mu.
func (q *queue) refill() {
	for q.spilled > 0 && (len(q.items) == 0 || q.pool.taken.Load() < q.limits.memory/2) {
		if !q.pull() {
			return
		}
	}
}

// pull brings one change back from disk; false when that is impossible. The caller holds mu.
func (q *queue) pull() bool {
	it, kind, err := q.log.next(q.roots)
	if err != nil {
		// A part is lost: comparing everything takes its place.
		q.spilled, q.recent = 0, nil
		if !errors.Is(err, io.EOF) && q.byKey[itemKey{rescan: true}] == nil {
			q.seq++
			q.push(&item{rescan: true, seq: q.seq})
		}
		return false
	}
	if kind == recordDone || it.seq <= q.skip {
		return true
	}
	q.spilled--
	delete(q.recent, it.key())
	it.seq = max(it.seq, q.read)
	q.read = it.seq
	if old := q.byKey[it.key()]; old != nil {
		old.merge(it)
		q.bytes -= it.bytes
		return true
	}
	q.push(it)
	return true
}

// giveUp drops everything and says so once. The caller holds mu.
func (q *queue) giveUp(why string) {
	q.broken, q.recent = why, nil
	q.hold(-q.memory)
	q.items, q.byKey, q.spilled, q.bytes = nil, map[itemKey]*item{}, 0, 0
	if q.flight != nil {
		q.bytes = q.flight.bytes
	}
	if q.log != nil {
		q.log.empty()
	}
	q.notify()
	select {
	case q.full <- why:
	default: // whoever is told has not begun yet
	}
}

// mend lets a queue that was given up begin anew.
func (q *queue) mend() {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.broken = ""
	q.notify()
}

// trouble says why the queue was given up, or "".
func (q *queue) trouble() string {
	q.mu.Lock()
	defer q.mu.Unlock()
	return q.broken
}

// bound sets the limits.
func (q *queue) bound(l limits) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.limits = l
}

// keep writes down what waits and drops what is applied. It is called from time to time: a change that is applied before that never
// reaches the disk.
func (q *queue) keep() error {
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.log == nil || q.broken != "" {
		return nil
	}
	if len(q.items) == 0 && q.spilled == 0 && q.flight == nil {
		if len(q.log.segs) > 0 {
			q.log.empty()
		}
		return nil
	}
	if q.spilled == 0 { // else all of them are there
		if err := q.record(); err != nil {
			return err
		}
	}
	if done := q.first(true) - 1; done > q.noted && len(q.log.segs) > 0 {
		if err := q.log.append(recordDone, &item{seq: done}); err != nil {
			return err
		}
		q.noted = done
		if q.spilled == 0 {
			q.log.toEnd()
		}
		q.log.drop(done)
	}
	return q.log.flush()
}

// close ends the journal; what waits stays in it.
func (q *queue) close() error {
	err := q.keep()
	q.mu.Lock()
	defer q.mu.Unlock()
	q.hold(-q.memory)
	q.pool = new(allowance) // what comes late counts for nobody
	if q.log == nil {
		return err
	}
	err = errors.Join(err, q.log.close())
	q.log = nil
	return err
}
