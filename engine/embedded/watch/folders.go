package watch

// This file keeps the watches of single folders.

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"github.com/fsnotify/fsnotify"
)

// addRoots watches all roots; what is watched already stays. The caller holds mu.
func (w *Watcher) addRoots() {
	for i := range w.roots {
		w.addRoot(i)
	}
}

// addRoot watches a root. The caller holds mu.
func (w *Watcher) addRoot(i int) {
	r := w.roots[i]
	info, err := os.Stat(r.Folder)
	if err != nil || !info.IsDir() {
		w.ids[i] = nil
		return
	}
	w.ids[i] = info
	if r.File != "" {
		w.add(r.Folder, node{i, ""})
		return
	}
	w.addTree(r.Folder, node{i, ""})
}

// addTree watches a folder and all below it. The caller holds mu.
func (w *Watcher) addTree(folder string, n node) {
	if w.skip(n.root, n.rel) || !w.add(folder, n) {
		return
	}
	f, err := os.Open(folder)
	if err != nil {
		w.trouble(folder, err)
		return
	}
	defer f.Close()
	for {
		entries, err := f.ReadDir(512)
		for _, e := range entries {
			if isFolder(folder, e) {
				w.addTree(folder+string(filepath.Separator)+e.Name(), node{n.root, join(n.rel, e.Name())})
			}
		}
		if len(entries) == 0 || err != nil {
			return
		}
	}
}

func isFolder(folder string, e fs.DirEntry) bool {
	if e.Type()&fs.ModeIrregular == 0 && e.Type() != 0 || e.IsDir() {
		return e.IsDir()
	}
	if e.Type().IsRegular() {
		return false
	}
	info, err := os.Lstat(filepath.Join(folder, e.Name()))
	return err == nil && info.IsDir()
}

// Enter is for whoever is about to look into a folder below a root: when it returns, what happens in it from now on is told, under this
// path, even when the notification that the folder appeared has not been read yet. Otherwise an entry that is seen in a new folder and
// then removed would be gone before anybody watches.
func (w *Watcher) Enter(root int, rel string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	folder := w.roots[root].Folder
	if w.closed || w.roots[root].File != "" || !slices.Contains(w.nodes[folder], node{root, ""}) {
		return // a root that appears is found by Check
	}
	for at := 0; at < len(rel); {
		end := at + strings.IndexByte(rel[at:]+"/", '/')
		folder += string(filepath.Separator) + rel[at:end]
		n := node{root, rel[:end]}
		if !slices.Contains(w.nodes[folder], n) && (w.skip(root, n.rel) || !w.add(folder, n)) {
			return
		}
		at = end + 1
	}
}

// add watches one folder; false when it could not. The caller holds mu.
func (w *Watcher) add(folder string, n node) bool {
	if err := w.hold(folder); err != nil {
		w.trouble(folder, err)
		return false
	}
	if !slices.Contains(w.nodes[folder], n) {
		w.nodes[folder] = append(w.nodes[folder], n)
	}
	return true
}

// hold has the system watch a folder under the path that it has now. A folder may be found by looking through the one above it before the
// system tells that it was renamed. The system knows it as watched then, by its old path: that watch must go first, or what happens in the
// folder would be told under the old path, and not at all once the renaming is told. The caller holds mu.
func (w *Watcher) hold(folder string) error {
	for {
		is, known := identify(folder)
		if known {
			if old, ok := w.paths[is]; ok && old != folder {
				w.drop(old)
			}
		}
		if err := w.fs.Add(folder); err != nil {
			return err
		}
		if now, _ := identify(folder); now != is {
			continue // it was replaced meanwhile, and which of the two is watched is unknown
		}
		w.forget(folder)
		if known {
			w.held[folder], w.paths[is] = is, folder
		}
		return nil
	}
}

// forget takes back what hold has noted of a folder. The caller holds mu.
func (w *Watcher) forget(folder string) {
	if is, ok := w.held[folder]; ok {
		delete(w.held, folder)
		delete(w.paths, is)
	}
}

// isHeld reports whether the folder that is at a path now is the one that is watched there: then what was told of the path happened to
// another folder, before this one was found. The caller holds mu.
func (w *Watcher) isHeld(folder string) bool {
	was, ok := w.held[folder]
	if !ok {
		return false
	}
	is, known := identify(folder)
	return known && is == was
}

// wentUnseen reports whether a folder that is watched is no longer where it was, or another is there. The caller holds mu.
func (w *Watcher) wentUnseen(folder string) bool {
	if is, known := identify(folder); known {
		was, ok := w.held[folder]
		return ok && is != was
	}
	info, err := os.Lstat(folder)
	return errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR) || err == nil && !info.IsDir()
}

// trouble reports that a folder cannot be watched. The caller holds mu.
func (w *Watcher) trouble(folder string, err error) {
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR) || errors.Is(err, fsnotify.ErrClosed) || w.closed {
		return // gone already, also when a file took the place of a folder above it, or the end
	}
	if !w.polling {
		w.polling = true
		w.sink.Lost(fmt.Sprintf("%s cannot be watched: %v%s", folder, err, advice(err)), true)
	}
}

// drop forgets a folder and all below it. The caller holds mu.
func (w *Watcher) drop(folder string) {
	if _, ok := w.nodes[folder]; !ok {
		return
	}
	below := folder + string(filepath.Separator)
	for path := range w.nodes {
		if path == folder || strings.HasPrefix(path, below) {
			_ = w.fs.Remove(path) // the system may have removed it already
			delete(w.nodes, path)
			delete(w.back, path)
			w.forget(path)
		}
	}
}
