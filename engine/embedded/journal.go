package embedded

// This file keeps queued changes on disk: those that memory has no room for, and all that wait, for the next process.

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/smrscript/smrscript/engine/embedded/copier"
)

// journal is a list of records in files of limited size, the segments, whose names are numbers. It is written at the end, read from
// where the cursor stands, and dropped from the beginning. A killed process may leave the last record incomplete, which its checksum
// tells. Nothing is flushed to the device: after a power failure a comparison takes the place of the queue.
type journal struct {
	dir   string
	room  *allowance // for it and others; a record beyond is refused
	point func(string)

	segs []segment
	made uint64   // greatest name of a segment so far
	out  *os.File // the last segment; nil: none yet
	buf  []byte   // not yet written to it
	size int64    // of all segments with buf
	in   *os.File // where the cursor stands; nil: to be opened
	at   cursor
}

// segment is one file.
type segment struct {
	n    uint64 // its name
	size int64
	last uint64 // greatest position in it
}

// cursor is a place in the journal: an offset in a segment.
type cursor struct {
	n   uint64
	off int64
}

// The kinds of record.
const (
	recordChange byte = iota + 1
	recordRescan
	recordDone // everything up to the position is applied
)

const (
	journalHead    = "smr queue 1\n" // begins every segment
	segmentSize    = 4 << 20
	flushSize      = 64 << 10
	longestRecord  = 1 << 20
	recordOverhead = 8 // length and checksum
)

var (
	errQueueFull = errors.New("the queue on disk is full")
	errTorn      = errors.New("the queue on disk is damaged")
)

// openJournal opens what an earlier process left. The cursor stands at the beginning.
func openJournal(dir string, room *allowance, point func(string)) (*journal, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, err
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	j := &journal{dir: dir, room: room, point: point}
	for _, e := range entries {
		n, err := strconv.ParseUint(e.Name(), 10, 64)
		info, ierr := e.Info()
		if err != nil || ierr != nil || !info.Mode().IsRegular() {
			continue
		}
		j.made = max(j.made, n)
		j.segs = append(j.segs, segment{n: n, size: info.Size()})
		j.grow(info.Size())
	}
	slices.SortFunc(j.segs, func(a, b segment) int { return int(a.n) - int(b.n) })
	j.rewind()
	return j, nil
}

// grow counts n bytes that were added, or taken away when it is below 0, whether or not there is room.
func (j *journal) grow(n int64) {
	j.size += n
	j.room.charge(n)
}

func (j *journal) path(n uint64) string { return filepath.Join(j.dir, fmt.Sprintf("%016d", n)) }

// rewind sets the cursor to the beginning.
func (j *journal) rewind() {
	j.leave()
	j.at = cursor{}
	if len(j.segs) > 0 {
		j.at = cursor{j.segs[0].n, int64(len(journalHead))}
	}
}

func (j *journal) leave() {
	if j.in != nil {
		j.in.Close()
		j.in = nil
	}
}

// inventory is what a journal holds.
type inventory struct {
	done  uint64 // up to here everything is applied
	last  uint64 // greatest position
	count int    // records that have to be applied
	bytes int64  // of the files they are about
}

// survey reads everything. The error says that it is damaged; what follows the damage is not counted.
func (j *journal) survey(roots int) (inventory, error) {
	var inv inventory
	_ = j.scan(roots, func(it *item, kind byte) { // the second time tells of damage as well
		if kind == recordDone {
			inv.done = max(inv.done, it.seq)
		}
	})
	err := j.scan(roots, func(it *item, kind byte) {
		if i := j.segment(j.at.n); i >= 0 {
			j.segs[i].last = max(j.segs[i].last, it.seq)
		}
		inv.last = max(inv.last, it.seq)
		if kind != recordDone && it.seq > inv.done {
			inv.count++
			inv.bytes += it.bytes
		}
	})
	return inv, err
}

// scan hands every record to each and sets the cursor to the beginning.
func (j *journal) scan(roots int, each func(it *item, kind byte)) error {
	defer j.rewind()
	for {
		it, kind, err := j.next(roots)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		each(it, kind)
	}
}

func (j *journal) segment(n uint64) int {
	return slices.IndexFunc(j.segs, func(s segment) bool { return s.n == n })
}

// encode appends a record.
func encode(buf []byte, kind byte, it *item) []byte {
	start := len(buf)
	buf = append(buf, 0, 0, 0, 0, 0, 0, 0, 0, kind)
	buf = binary.AppendUvarint(buf, it.seq)
	if kind == recordChange {
		c := it.change
		var flags byte
		for i, on := range []bool{c.Gone, c.Content, c.Tree} {
			if on {
				flags |= 1 << i
			}
		}
		buf = append(buf, flags)
		buf = binary.AppendUvarint(buf, uint64(c.Root))
		buf = binary.AppendUvarint(buf, uint64(it.bytes))
		buf = append(buf, c.Rel...)
	}
	payload := buf[start+recordOverhead:]
	binary.LittleEndian.PutUint32(buf[start:], uint32(len(payload)))
	binary.LittleEndian.PutUint32(buf[start+4:], crc32.ChecksumIEEE(payload))
	return buf
}

// decode reads what encode wrote.
func decode(payload []byte, roots int) (it *item, kind byte, err error) {
	it = &item{logged: true}
	number := func() uint64 {
		n, size := binary.Uvarint(payload)
		if size <= 0 {
			err = errTorn
			return 0
		}
		payload = payload[size:]
		return n
	}
	if len(payload) == 0 {
		return nil, 0, errTorn
	}
	kind, payload = payload[0], payload[1:]
	it.seq = number()
	switch {
	case kind == recordRescan:
		it.rescan = true
	case kind == recordDone:
	case kind != recordChange || len(payload) == 0:
		return nil, 0, errTorn
	default:
		flags := payload[0]
		payload = payload[1:]
		root, bytes := number(), number()
		if root >= uint64(roots) || bytes > 1<<62 {
			return nil, 0, errTorn
		}
		it.bytes = int64(bytes)
		it.change = copier.Change{Root: int(root), Gone: flags&1 != 0, Content: flags&2 != 0, Tree: flags&4 != 0, Rel: string(payload)}
		if !soundRel(it.change.Rel) {
			return nil, 0, errTorn
		}
	}
	return it, kind, err
}

// soundRel reports whether a path stays below its root. It is looked at again when it is used.
func soundRel(rel string) bool {
	if rel == "" {
		return true
	}
	for part := range strings.SplitSeq(rel, "/") {
		if part == "" || part == "." || part == ".." || strings.ContainsRune(part, 0) {
			return false
		}
	}
	return true
}

// append adds a record, entirely or not at all. errQueueFull when there is no room for it by the settings, else the error of the file
// system.
func (j *journal) append(kind byte, it *item) error {
	rec := encode(nil, kind, it)
	grown := int64(len(rec))
	if kind == recordDone {
		j.room.charge(grown)
	} else if !j.room.take(grown) {
		return errQueueFull
	}
	if err := j.begin(); err != nil {
		j.room.charge(-grown)
		return err
	}
	j.buf = append(j.buf, rec...)
	j.size += grown
	s := &j.segs[len(j.segs)-1]
	s.size += grown
	s.last = max(s.last, it.seq)
	return nil
}

// begin makes a segment ready for another record.
func (j *journal) begin() error {
	if len(j.buf) >= flushSize { // before the record is in, so that one that was refused can be tried again
		if err := j.flush(); err != nil {
			return err
		}
	}
	if j.out == nil || j.segs[len(j.segs)-1].size >= min(segmentSize, max(j.room.most.Load()/8, 1)) {
		return j.rotate()
	}
	return nil
}

// rotate begins another segment.
func (j *journal) rotate() error {
	if err := j.flush(); err != nil {
		return err
	}
	j.made++
	next := j.made
	f, err := os.OpenFile(j.path(next), os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	if _, err := f.WriteString(journalHead); err != nil {
		f.Close()
		_ = os.Remove(j.path(next)) // a stray one is told by its beginning
		return err
	}
	if j.out != nil {
		j.out.Close()
	}
	j.out = f
	head := int64(len(journalHead))
	j.grow(head)
	j.segs = append(j.segs, segment{n: next, size: head})
	if len(j.segs) == 1 {
		j.at = cursor{next, head}
	}
	return nil
}

// flush hands what is buffered to the system.
func (j *journal) flush() error {
	if len(j.buf) == 0 || j.out == nil {
		return nil
	}
	j.tell("queue log")
	n, err := j.out.Write(j.buf)
	j.buf = j.buf[:copy(j.buf, j.buf[n:])]
	return err
}

func (j *journal) tell(point string) {
	if j.point != nil {
		j.point(point)
	}
}

// toEnd sets the cursor behind the last record.
func (j *journal) toEnd() {
	j.leave()
	if len(j.segs) > 0 {
		s := j.segs[len(j.segs)-1]
		j.at = cursor{s.n, s.size}
	}
}

// next reads the record at the cursor; io.EOF at the end, errTorn for damage.
func (j *journal) next(roots int) (*item, byte, error) {
	if err := j.flush(); err != nil {
		return nil, 0, err
	}
	for {
		i := j.segment(j.at.n)
		switch {
		case i < 0:
			return nil, 0, io.EOF
		case j.segs[i].size < int64(len(journalHead)):
			return nil, 0, fmt.Errorf("%w: %s has not even a beginning", errTorn, j.path(j.at.n))
		case j.at.off < j.segs[i].size:
			return j.record(roots)
		case i == len(j.segs)-1:
			return nil, 0, io.EOF
		}
		j.leave()
		j.at = cursor{j.segs[i+1].n, int64(len(journalHead))}
	}
}

// record reads one record at the cursor and moves it on.
func (j *journal) record(roots int) (*item, byte, error) {
	if j.in == nil {
		f, err := os.Open(j.path(j.at.n))
		if err != nil {
			return nil, 0, err
		}
		head := make([]byte, len(journalHead))
		if _, err := f.ReadAt(head, 0); err != nil || string(head) != journalHead {
			f.Close()
			return nil, 0, fmt.Errorf("%w: %s is not one of its files", errTorn, j.path(j.at.n))
		}
		j.in = f
	}
	var head [recordOverhead]byte
	if _, err := j.in.ReadAt(head[:], j.at.off); err != nil {
		return nil, 0, fmt.Errorf("%w: %s ends within a record", errTorn, j.path(j.at.n))
	}
	length, sum := binary.LittleEndian.Uint32(head[:]), binary.LittleEndian.Uint32(head[4:])
	if length > longestRecord {
		return nil, 0, fmt.Errorf("%w: %s has a record of %d bytes", errTorn, j.path(j.at.n), length)
	}
	payload := make([]byte, length)
	if _, err := j.in.ReadAt(payload, j.at.off+recordOverhead); err != nil || crc32.ChecksumIEEE(payload) != sum {
		return nil, 0, fmt.Errorf("%w: %s at %d", errTorn, j.path(j.at.n), j.at.off)
	}
	it, kind, err := decode(payload, roots)
	if err != nil {
		return nil, 0, err
	}
	j.at.off += recordOverhead + int64(length)
	return it, kind, nil
}

// drop removes the segments in which everything up to a position is applied, except the one that is written to and those the
// cursor has not passed.
func (j *journal) drop(done uint64) {
	for len(j.segs) > 1 && j.segs[0].last <= done && j.segs[0].n < j.at.n {
		j.remove()
	}
}

func (j *journal) remove() {
	j.tell("queue drop")
	_ = os.Remove(j.path(j.segs[0].n)) // what stays is read again and found to be applied
	j.grow(-j.segs[0].size)
	j.segs = j.segs[1:]
}

// empty removes everything.
func (j *journal) empty() {
	j.leave()
	if j.out != nil {
		j.out.Close()
		j.out = nil
	}
	j.buf = j.buf[:0]
	for len(j.segs) > 0 {
		j.remove()
	}
	j.grow(-j.size)
	j.at = cursor{}
}

// close writes what is buffered. What it takes on disk is no longer counted: the next who opens it does.
func (j *journal) close() error {
	err := j.flush()
	j.grow(-j.size)
	j.leave()
	if j.out != nil {
		err = errors.Join(err, j.out.Close())
		j.out = nil
	}
	return err
}
