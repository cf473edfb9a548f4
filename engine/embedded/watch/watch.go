// Package watch captures changes of folders, with everything below them.
//
// It turns the notifications of the system into calls of a [Sink], in the order
// in which the system reports them. Two parts are hard. A folder that appears
// may already have entries when its watch is in place, so its appearance is
// reported as a change of the whole tree below it. And notifications can be lost
// (a full kernel queue, the limit of watches, an unreadable folder): that is
// never silent but reported as Lost, after which the caller compares everything.
//
// [Watcher.Barrier] answers when everything that happened before it has been
// reported. It works by making a file in a folder of our own that the same
// notification queue watches: queues keep their order.
package watch

// This file defines the watcher and its loop.

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"

	"github.com/fsnotify/fsnotify"
)

// Root is a folder to watch, or with File a single file in it.
type Root struct {
	Folder string // of this host
	File   string
}

// Change is what happened to a path.
type Change struct {
	Root    int
	Rel     string // below the root, with slashes; "" is the root itself
	Gone    bool   // removed or renamed away
	Content bool   // made or written
	Tree    bool   // a folder appeared: everything below it is new
	Moved   bool   // with Gone: renamed away, so that a change with From may follow
	From    string // with Content: renamed from here, below the same root; "" when that is not known
}

// Sink receives what happens. Its methods are called one at a time and must not block.
type Sink interface {
	Changed(Change)
	// Lost says that changes may have been missed. With poll they will go on being
	// missed, and the caller has to compare from time to time.
	Lost(reason string, poll bool)
}

// node is a place that a watched folder stands for.
type node struct {
	root int
	rel  string
}

// Watcher watches until it is closed.
type Watcher struct {
	roots []Root
	marks string // folder for barriers
	skip  func(root int, rel string) bool
	sink  Sink
	fs    *fsnotify.Watcher
	done  chan struct{}
	errs  chan error    // errors of the notifications, one at a time
	calm  chan struct{} // answers when every error received so far is in errs

	mu      sync.Mutex
	nodes   map[string][]node        // watched folder of the host -> what it stands for
	held    map[string]identity      // watched folder of the host -> the folder that was there when its watch began
	paths   map[identity]string      // the other way round
	back    map[string]bool          // folders that are watched though they were told to be gone, until it is told that they came
	ids     []os.FileInfo            // of the roots, nil when missing
	waiting map[string]chan struct{} // barrier file -> released
	barrier uint64
	polling bool
	closed  bool
}

// ErrPolling says that the watcher does not see all changes.
var ErrPolling = errors.New("not all folders can be watched")

// New starts watching. When it returns every folder is watched, except those
// reported as Lost. marks must be an existing folder used by nobody else. skip
// names folders that do not matter. The error is that no watcher can be had at all.
func New(roots []Root, marks string, skip func(root int, rel string) bool, sink Sink) (*Watcher, error) {
	fsw, err := fsnotify.NewBufferedWatcher(4096)
	if err != nil {
		return nil, err
	}
	w := &Watcher{roots: roots, marks: filepath.Clean(marks), skip: skip, sink: sink, fs: fsw, done: make(chan struct{}), errs: make(chan error, 1), calm: make(chan struct{}),
		nodes: map[string][]node{}, held: map[string]identity{}, paths: map[identity]string{}, back: map[string]bool{}, ids: make([]os.FileInfo, len(roots)), waiting: map[string]chan struct{}{}}
	if err := fsw.Add(w.marks); err != nil {
		fsw.Close()
		return nil, err
	}
	go w.listen()
	go w.loop()
	w.mu.Lock()
	defer w.mu.Unlock()
	w.addRoots()
	return w, nil
}

// Close ends the watching. When it returns the sink is not called any more.
func (w *Watcher) Close() error {
	w.mu.Lock()
	w.closed = true
	w.mu.Unlock()
	err := w.fs.Close()
	<-w.done
	return err
}

// Check looks whether roots appeared, went or were replaced, which cannot be
// seen from within them. Call it from time to time.
func (w *Watcher) Check() {
	w.mu.Lock()
	defer w.mu.Unlock()
	var moved, appeared []string
	for i, was := range w.ids {
		folder := w.roots[i].Folder
		now, err := os.Stat(folder)
		switch {
		case err != nil && was == nil, err == nil && was != nil && os.SameFile(was, now):
			continue
		case err == nil:
			appeared = append(appeared, folder)
		}
		moved = append(moved, folder)
	}
	if len(moved) == 0 || w.closed {
		return
	}
	for _, folder := range moved {
		w.drop(folder)
	}
	w.addRoots() // all of them: others may lie below
	for _, folder := range appeared {
		w.sink.Lost(folder+" appeared or was replaced", false)
	}
}

// Barrier returns when all changes made before the call have been reported.
// ErrPolling when that is true only of those in folders that can be watched.
func (w *Watcher) Barrier(ctx context.Context) error {
	w.mu.Lock()
	w.barrier++
	mark := filepath.Join(w.marks, "mark-"+strconv.FormatUint(w.barrier, 10))
	released := make(chan struct{})
	w.waiting[mark] = released
	w.mu.Unlock()
	defer func() {
		w.mu.Lock()
		delete(w.waiting, mark)
		w.mu.Unlock()
		os.Remove(mark)
	}()
	if err := os.WriteFile(mark, nil, 0o600); err != nil {
		return err
	}
	select {
	case <-released:
	case <-w.done:
		return fsnotify.ErrClosed
	case <-ctx.Done():
		return ctx.Err()
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.polling {
		return ErrPolling
	}
	return nil
}

// listen takes errors off the notifications, which hold a lock of theirs until
// somebody does: the loop, which needs that lock, must not be the one.
func (w *Watcher) listen() {
	failures := w.fs.Errors
	for {
		select {
		case err, ok := <-failures:
			if !ok {
				failures = nil
				continue
			}
			if harmless(err) {
				continue
			}
			select {
			case w.errs <- err:
			default: // one is waiting already, and one is enough
			}
		case w.calm <- struct{}{}:
		case <-w.done:
			return
		}
	}
}

// harmless reports whether an error of the notifications means that none was lost. The library takes away the watch of a folder that was
// renamed; when the folder was removed afterwards, the system did so before, and calls the second time an invalid argument.
func harmless(err error) bool { return errors.Is(err, syscall.EINVAL) }

// loop works off the notifications until the watcher is closed.
func (w *Watcher) loop() {
	defer close(w.done)
	for {
		select {
		case ev, ok := <-w.fs.Events:
			if !ok {
				return
			}
			w.handle(ev)
		case err := <-w.errs:
			w.lost(err)
		}
	}
}

// release ends the wait of a barrier. Errors that came before it count first.
func (w *Watcher) release(mark string) {
	<-w.calm
	select {
	case err := <-w.errs:
		w.lost(err)
	default:
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	if released := w.waiting[mark]; released != nil {
		close(released)
		delete(w.waiting, mark)
	}
}

// lost handles an error of the notifications.
func (w *Watcher) lost(err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if !w.closed {
		w.renew("notifications were lost: " + err.Error())
	}
}

// renew watches everything anew: folders made meanwhile have no watch yet, and one that moved unseen would go on telling its old path.
// Of folders that went unseen it tells; files that did cannot be known, and everything has to be compared. The caller holds mu.
func (w *Watcher) renew(reason string) {
	var gone []string
	for path := range w.nodes {
		if w.wentUnseen(path) {
			gone = append(gone, path)
		}
	}
	slices.Sort(gone) // a folder comes before what was in it
	were := w.nodes
	for path := range were {
		_ = w.fs.Remove(path)
	}
	w.nodes = map[string][]node{}
	clear(w.held)
	clear(w.paths)
	clear(w.back)
	w.addRoots()
	told := "" // what is below it needs no telling
	for _, path := range gone {
		if told != "" && strings.HasPrefix(path, told) {
			continue
		}
		for _, n := range were[path] {
			if n.rel != "" { // roots are for Check
				told = path + string(filepath.Separator)
				w.sink.Changed(Change{Root: n.root, Rel: n.rel, Gone: true, Content: true, Tree: true})
			}
		}
	}
	w.sink.Lost(reason, false)
}

func (w *Watcher) handle(ev fsnotify.Event) {
	i := strings.LastIndexByte(ev.Name, filepath.Separator)
	folder, name := ev.Name[:max(i, 0)], ev.Name[i+1:]
	if folder == "" {
		folder = string(filepath.Separator)
	}
	if folder == w.marks {
		w.release(ev.Name)
		return
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.closed {
		return
	}
	gone := ev.Has(fsnotify.Remove) || ev.Has(fsnotify.Rename)
	change := Change{Gone: gone, Moved: ev.Has(fsnotify.Rename), Content: ev.Has(fsnotify.Write) || ev.Has(fsnotify.Create)}
	if gone {
		w.rootGone(ev.Name)
	}
	at := w.nodes[folder]
	if len(at) == 0 {
		w.self(ev.Name, change)
		return
	}
	if gone {
		if w.isHeld(ev.Name) {
			w.back[ev.Name] = true
		} else {
			w.drop(ev.Name)
		}
	}
	if ev.Has(fsnotify.Create) {
		info, err := os.Lstat(ev.Name)
		change.Tree = err == nil && info.IsDir()
		// A folder that was renamed and came back to its path was not watched in between: its watch ended when the renaming was read, and
		// what had happened in it since went unread. Whatever the copy has of it must be compared.
		change.Gone = change.Tree && w.back[ev.Name]
		delete(w.back, ev.Name)
	}
	from := ""
	if ev.Has(fsnotify.Create) {
		from = renamedFrom(ev)
	}
	for _, n := range append([]node(nil), at...) {
		change.From = w.within(n.root, from)
		w.report(ev.Name, name, n, change)
	}
}

// renamedFrom is the former path of what a notification tells of. The library
// knows it and shows it in its texts, but gives no other access to it.
func renamedFrom(ev fsnotify.Event) string {
	if v := reflect.ValueOf(ev).FieldByName("renamedFrom"); v.IsValid() && v.Kind() == reflect.String {
		return v.String()
	}
	return ""
}

// within is where a path of the host lies below a root that is a folder, "" when
// it does not or is the root itself. The caller holds mu.
func (w *Watcher) within(root int, path string) string {
	i := strings.LastIndexByte(path, filepath.Separator)
	if i <= 0 {
		return ""
	}
	for _, n := range w.nodes[path[:i]] {
		if n.root == root && w.roots[root].File == "" {
			return join(n.rel, path[i+1:])
		}
	}
	return ""
}

func (w *Watcher) report(path, name string, n node, change Change) {
	change.Root = n.root
	if file := w.roots[n.root].File; file != "" {
		if name == file {
			change.Tree = false
			w.sink.Changed(change)
		}
		return
	}
	change.Rel = join(n.rel, name)
	if change.Tree {
		w.addTree(path, node{n.root, change.Rel})
	}
	w.sink.Changed(change)
}

// rootGone makes Check see a new root even if it gets the old one's inode.
func (w *Watcher) rootGone(path string) {
	for i, r := range w.roots {
		if r.Folder == path {
			w.ids[i] = nil
		}
	}
}

// self handles an event that a root reports about itself.
func (w *Watcher) self(path string, change Change) {
	for _, n := range w.nodes[path] {
		if n.rel == "" && !change.Gone && w.roots[n.root].File == "" {
			change.Root = n.root
			w.sink.Changed(change)
		}
	}
}

func join(rel, name string) string {
	if rel == "" {
		return name
	}
	return rel + "/" + name
}
