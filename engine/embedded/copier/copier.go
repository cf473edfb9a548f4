// Package copier makes a copy equal to a replication set.
//
// It knows folders and rules, nothing of connections. There are two ways in:
// [Copier.Pass] goes over the whole set once (a mirror), [Copier.Apply] brings a
// single changed path up to date (replication). Both may run at the same time.
//
// Two parts are hard. First, a reader of the copy must see the old or the new
// file and never half of one: every content is written under a temporary name in
// the same folder and renamed when it is complete, with times and permissions
// already set. Second, a pass and a change must not undo each other: whoever
// writes a path holds its lock and looks at the source again after taking it,
// so the later writer always has the later content.
//
// A copied file carries the modification time that the source had before it was
// read. If the source changes while it is read it differs afterwards, and a later
// difference mirror finds it.
package copier

// This file defines what a copier is told and what it counts.

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"time"

	"github.com/smrscript/smrscript/engine/embedded/rules"
	"github.com/smrscript/smrscript/engine/embedded/tree"
)

// TempPrefix begins the name of every temporary file. Such names never belong to a set.
const TempPrefix = ".~smr-"

// Block is the unit in which contents are compared.
const Block = 128 << 10

// Root is one folder or file where a set begins, with the place of its copy.
type Root struct {
	Path      rules.Path // on the source machine, of the folder or the file
	SrcVolume string     // folder of this host
	SrcRel    string     // below it, with slashes: the folder, or the folder of the file
	DstVolume string
	DstRel    string
	File      string // name of the single file in SrcRel; empty: the root is a folder
	DstFile   string // its name in DstRel
}

// Options says what a pass does.
type Options struct {
	All         bool   // send every file
	Newer       bool   // only files newer on the source
	Checksum    bool   // compare contents and write the blocks that differ
	ChecksumAll bool   // with Checksum: also of files that look alike
	Suspect     bool   // compare the contents of files that changed after their copy was written, even if they look alike
	Keep        bool   // leave everything alone that the copy has already
	SkipEmpty   bool   // leave empty files out; those that the copy has stay
	Pending     int    // files that are found and not yet copied, after which the search waits; 0: maxPending
	InPlace     bool   // with Checksum: write blocks into large files themselves; their readers may see a mixture
	Chunk       int    // bytes of a file that are compared and sent as one piece, up to 1 MiB; 0: Block
	Orphans     bool   // remove from the copy what the set has not
	OnlyOrphans bool   // with Orphans: copy nothing
	Bin         Bin    // what becomes of orphans; zero: they are deleted
	Create      bool   // make the folder of the copy when it is missing
	Clean       bool   // look for temporary files of a run that ended early
	Farm        bool   // share files with the source, by their blocks or as a link, instead of copying them
	Sync        bool   // flush the file system at the end
	Report      Report // nil: that of the copier
	Room        Room   // nil: a full disk ends the pass
}

// Room is told that there was no room for a path on the copy, and returns when it should be tried again; an error ends the pass. With a
// nil err it is told that there was room after all. It is called from several goroutines.
type Room func(ctx context.Context, path string, err error) error

// Counters may be read at any time while a pass runs.
type Counters struct {
	FilesTotal, FilesDone, FilesSent, Skipped, Removed, Errors atomic.Int64
	BytesTotal, BytesDone, BytesSent                           atomic.Int64
	Scanned                                                    atomic.Bool
}

// Report receives what is worth telling. Its methods are called from several
// goroutines and must not block. Paths are paths of the source machine.
type Report interface {
	Note(path, text string)
	Failure(path string, err error)
}

// Copier copies one set to one place. The fields are set once.
type Copier struct {
	Set     *rules.Set
	Roots   []Root
	Run     string // names this run in temporary names: letters and digits
	Owner   bool   // owners can be set
	Workers int    // of each kind; at least 1
	Open    func(volume, rel string, create bool) (tree.Dir, error)
	Report  Report                    // unless a pass or live has its own
	Doors   Doors                     // nil: no folder is closed to others
	Clock   func(time.Time) time.Time // what the clock shows at a time of the system; nil: the same
	// Enter, unless nil, is told of every folder of the source before it is looked into, by its root and path below it, so that its
	// changes are captured from then on.
	Enter func(root int, rel string)

	locks locks
	names names
	temps atomic.Uint64
	step  atomic.Int64 // coarseness of the copy's time stamps in ns; 0: not known yet
}

// ErrNoSource says that a root of the set is missing on the source. What was
// copied of it is left alone.
var ErrNoSource = errors.New("not there on the source; its copy is left as it is")

// ErrNoCopy says that the folder of the copy is missing.
var ErrNoCopy = errors.New("the folder of the copy is missing; a mirror makes it anew")

// errInWay says that a folder with contents stands where a file belongs.
var errInWay = errors.New("a folder with contents of its own stands in its place on the copy; a mirror with orphans removes it")

// enter announces that a folder of the source will be looked into.
func (c *Copier) enter(root int, rel string) {
	if c.Enter != nil {
		c.Enter(root, rel)
	}
}

// locks gives exclusive use of paths.
type locks struct {
	mu   sync.Mutex
	held map[place]chan struct{}
}

// lock waits until key is free and takes it.
func (l *locks) lock(ctx context.Context, key place) error {
	for {
		l.mu.Lock()
		busy, ok := l.held[key]
		if !ok {
			if l.held == nil {
				l.held = map[place]chan struct{}{}
			}
			l.held[key] = nil
			l.mu.Unlock()
			return nil
		}
		if busy == nil {
			busy = make(chan struct{})
			l.held[key] = busy
		}
		l.mu.Unlock()
		select {
		case <-busy:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

func (l *locks) unlock(key place) {
	l.mu.Lock()
	busy := l.held[key]
	delete(l.held, key)
	l.mu.Unlock()
	if busy != nil {
		close(busy)
	}
}

// Gate holds a pass up while it is closed. The zero gate is open.
type Gate struct {
	Outer *Gate    // must be open, too; nil: none
	Limit *Limiter // of what is sent; nil: none

	mu     sync.Mutex
	closed chan struct{} // nil: open
}

// Close makes Wait wait.
func (g *Gate) Close() {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.closed == nil {
		g.closed = make(chan struct{})
	}
}

// Open lets everybody go on.
func (g *Gate) Open() {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.closed != nil {
		close(g.closed)
		g.closed = nil
	}
}

// Wait returns when the gate is open, or the error of ctx.
func (g *Gate) Wait(ctx context.Context) error {
	for {
		g.mu.Lock()
		closed := g.closed
		g.mu.Unlock()
		if closed == nil {
			if g.Outer != nil {
				return g.Outer.Wait(ctx)
			}
			return ctx.Err()
		}
		select {
		case <-closed:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// handles are the open folders of a root.
type handles struct{ src, dst tree.Dir }

func (h handles) close() {
	if h.src != nil {
		h.src.Close()
	}
	if h.dst != nil {
		h.dst.Close()
	}
}

// open opens both sides of a root.
func (c *Copier) open(r Root, create bool) (h handles, err error) {
	h.src, err = c.Open(r.SrcVolume, r.SrcRel, false)
	if tree.IsNotExist(err) || tree.IsWrongKind(err) {
		return handles{}, ErrNoSource
	}
	if err != nil {
		return handles{}, err
	}
	h.dst, err = c.Open(r.DstVolume, r.DstRel, create)
	if err != nil {
		h.src.Close()
		if tree.IsNotExist(err) {
			err = ErrNoCopy
		}
		return handles{}, err
	}
	return h, nil
}
