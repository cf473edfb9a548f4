package embedded

// This file defines the life of one connection.

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"time"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/embedded/copier"
)

// maxFailures bounds the failures a status lists.
const maxFailures = 100

// conn is one connection at work. Lock order: core.change, conn.op, conn.mu.
type conn struct {
	*core
	src, dst *machine
	way      *way
	cp       *copier.Copier
	ctx      context.Context // ends with the connection
	cancel   context.CancelFunc
	wg       sync.WaitGroup
	pass     semaphore  // held by whoever goes over the whole set
	op       sync.Mutex // held by operations that start or stop parts

	mu        sync.Mutex
	rec       record
	mirror    *mirrorRun   // nil: none is under way
	repl      *replication // nil: no capture
	failures  []engine.Failure
	retrying  bool
	unsaved   bool // the state folder has no room; tried again
	leftCut   bool // AutoReconnect said so when the engine was opened
	swept     bool // a mirror of this process came to its end without a failure: no temporary file is left of any other
	settled   bool
	settledAt time.Time
	state     engine.TargetState // as told last
	ended     bool
	changed   chan struct{} // closed at every change of the above
}

// semaphore is a lock that gives up when a context ends.
type semaphore chan struct{}

func newSemaphore() semaphore { return make(semaphore, 1) }

func (s semaphore) acquire(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	select {
	case s <- struct{}{}:
	case <-ctx.Done():
		return ctx.Err()
	}
	if err := ctx.Err(); err != nil { // both were ready
		s.release()
		return err
	}
	return nil
}

func (s semaphore) try() bool {
	select {
	case s <- struct{}{}:
		return true
	default:
		return false
	}
}

func (s semaphore) release() { <-s }

// newConn prepares a connection without starting anything.
func (c *core) newConn(rec record) (*conn, error) {
	src, err := c.machine(rec.Source)
	if err != nil {
		return nil, err
	}
	dst, err := c.machine(rec.Target)
	if err != nil {
		return nil, err
	}
	saved, err := c.store.repset(src.name, rec.Repset)
	if err != nil {
		return nil, err
	}
	set, err := compile(src, saved.Rules)
	if err != nil {
		return nil, err
	}
	roots, files, err := resolve(src, dst, set, rec.Mapping, rec.FileRoots)
	if err != nil {
		return nil, err
	}
	rec.FileRoots = files
	cn := &conn{core: c, src: src, dst: dst, way: c.way(src, dst), rec: rec, pass: newSemaphore(), changed: make(chan struct{})}
	cn.ctx, cn.cancel = context.WithCancel(context.Background())
	cn.cp = &copier.Copier{Set: set, Roots: roots, Owner: os.Geteuid() == 0,
		Workers: c.set.Workers, Open: c.openFolder, Report: silent{}, Doors: &c.doors, Clock: c.cfg.clock, Enter: cn.enter}
	cn.name()
	return cn, nil
}

// enter has a folder of the source watched before a mirror or a change looks into it.
func (cn *conn) enter(root int, rel string) {
	cn.mu.Lock()
	r := cn.repl
	cn.mu.Unlock()
	if r != nil && r.w != nil {
		r.w.Enter(root, rel)
	}
}

// name names temporary files after the connection, once its id is known.
func (cn *conn) name() { cn.cp.Run = fmt.Sprintf("%d-%s", cn.rec.ID, cn.run) }

// silent drops reports; every pass brings its own.
type silent struct{}

func (silent) Note(string, string)   {}
func (silent) Failure(string, error) {}

// reporter turns reports of a pass into events, and failures into a list.
type reporter struct {
	cn   *conn
	mu   sync.Mutex
	list []engine.Failure
}

func (r *reporter) Note(path, text string) {
	r.cn.emit(engine.Event{Kind: engine.EventNote, Path: engine.Path(path), Text: text})
}

func (r *reporter) Failure(path string, err error) {
	r.mu.Lock()
	if len(r.list) < maxFailures {
		r.list = append(r.list, engine.Failure{Path: engine.Path(path), Reason: err.Error()})
	}
	r.mu.Unlock()
	r.cn.emit(engine.Event{Kind: engine.EventFailure, Path: engine.Path(path), Text: err.Error()})
}

func (r *reporter) failures() []engine.Failure {
	r.mu.Lock()
	defer r.mu.Unlock()
	return append([]engine.Failure(nil), r.list...)
}

func (cn *conn) emit(e engine.Event) {
	e.Connection, e.Source, e.Target = cn.rec.ID, cn.src.name, cn.dst.name
	cn.hub.Emit(e)
}

// touch wakes those who wait and tells a new target state. The caller holds mu.
func (cn *conn) touch() {
	close(cn.changed)
	cn.changed = make(chan struct{})
	if now := cn.targetState(); now != cn.state {
		cn.state = now
		cn.emit(engine.Event{Kind: engine.EventTargetState, Text: string(now)})
	}
}

// save keeps the record. The caller holds mu.
func (cn *conn) save() error {
	if cn.ended {
		return nil
	}
	return cn.store.saveConnection(cn.rec)
}

// targetState derives the word for the copy. The caller holds mu.
func (cn *conn) targetState() engine.TargetState {
	switch {
	case cn.way.state().Held:
		return engine.TargetPaused
	case cn.mirror != nil && cn.mirror.full:
		return engine.TargetRetrying
	case cn.mirror != nil:
		return engine.TargetMirroring
	case cn.retrying:
		return engine.TargetRetrying
	case cn.rec.Stopped:
		return engine.TargetMirrorStopped
	case !cn.rec.Mirrored, cn.rec.Required, cn.isCut():
		return engine.TargetMirrorRequired
	case cn.repl != nil:
		return engine.TargetReplicating
	}
	return engine.TargetOnline
}

// isCut reports whether a connection that replicates captures nothing until it is made again. The caller holds mu.
func (cn *conn) isCut() bool { return cn.leftCut || cn.repl != nil && cn.repl.q.trouble() != "" }

// status is everything known now.
func (cn *conn) status() engine.ConnectionStatus {
	cn.mu.Lock()
	defer cn.mu.Unlock()
	s := engine.ConnectionStatus{Connection: cn.rec.Connection, TargetState: cn.targetState(), TransmitState: engine.TransmitStarted,
		Mirror: cn.rec.Progress, Settled: cn.settled, SettledAt: cn.settledAt,
		PathBlocked: cn.rec.Aside != nil, Failures: append([]engine.Failure(nil), cn.failures...)}
	switch transmit := cn.way.state().Transmit; {
	case transmit == engine.ActionPause:
		s.TransmitState = engine.TransmitPaused
	case transmit == engine.ActionStop:
		s.TransmitState = engine.TransmitStopped
	case cn.retrying, cn.unsaved, cn.mirror != nil && cn.mirror.full, cn.isCut():
		s.TransmitState = engine.TransmitError
	}
	if s.Mirror.State == "" {
		s.Mirror.State = engine.MirrorIdle
	}
	if cn.mirror != nil {
		s.Mirror = cn.mirror.progress()
	}
	if cn.repl != nil {
		s.Replication = cn.repl.progress()
	}
	return s
}

// connection is what the connection was made with, as it is now.
func (cn *conn) connection() engine.Connection {
	cn.mu.Lock()
	defer cn.mu.Unlock()
	return cn.rec.Connection
}

// resume goes on after the engine was opened.
func (cn *conn) resume() {
	cn.op.Lock()
	defer cn.op.Unlock()
	running, paused, auto := cn.rec.Running, cn.rec.Paused, cn.rec.Auto
	if cn.rec.Replicate && cn.dial(cn.src, setReconnect) != 0 {
		cn.startReplication()
	}
	cn.mu.Lock()
	cn.leftCut = cn.rec.Replicate && cn.repl == nil
	cn.mu.Unlock()
	switch {
	case running != nil:
		again := *running
		again.Kind = engine.MirrorDifferent
		_ = cn.startMirror(again, start{paused: paused, again: true, auto: auto}) // cannot fail: none runs yet
	case cn.rec.Replicate && cn.rec.Mirrored && cn.catchUp():
	default:
		cn.mu.Lock()
		cn.state = cn.targetState()
		cn.mu.Unlock()
	}
}

// catchUp makes up for the time without capture, with a mirror unless the settings say none; then the state asks for one. The caller
// holds op.
func (cn *conn) catchUp() bool {
	if opts := cn.remirror(cn.src); opts != nil && cn.repl != nil {
		_ = cn.startMirror(*opts, start{again: true, auto: true}) // cannot fail: none runs yet
		return true
	}
	cn.mu.Lock()
	defer cn.mu.Unlock()
	cn.rec.Required = true
	return false
}

// end stops everything. When it returns nothing is written to the copy any more.
// Calling it again waits for the same.
func (cn *conn) end() {
	cn.mu.Lock()
	cn.ended = true
	cn.mu.Unlock()
	cn.cancel()
	cn.op.Lock()
	defer cn.op.Unlock()
	cn.mu.Lock()
	repl := cn.repl
	cn.mu.Unlock()
	if repl != nil {
		repl.stopCapture()
	}
	cn.wg.Wait()
	cn.mu.Lock()
	cn.touch()
	cn.mu.Unlock()
	_ = os.RemoveAll(cn.marksDir(cn.rec.ID))
}

// marksDir is where barriers of a connection are made; 0 is the folder of all.
func (c *core) marksDir(id engine.ConnectionID) string {
	dir := filepath.Join(c.store.dir, "marks")
	if id == 0 {
		return dir
	}
	return filepath.Join(dir, strconv.FormatInt(int64(id), 10))
}
