package handle

// This file defines a file system for rehearsals: what a script changes stays in memory, where the script finds it again.

import (
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"time"
)

// Rehearsal is a file system over another one that is only read: what is written, made, removed or renamed is kept in memory and seen
// by whoever looks again. Symbolic links are followed by the file system below; those that are made in the rehearsal only when
// they are the last part of a name. It is safe for concurrent use.
type Rehearsal struct {
	base  FS
	mu    sync.Mutex
	nodes map[string]*node // by absolute, clean name
	left  int64            // bytes that may still be kept
	done  []string         // what was changed, in order, each once
}

// A node is an entry that differs from the file system below.
type node struct {
	gone   bool
	from   string // the file below that holds the content, "" once it is in data
	data   []byte
	mode   fs.FileMode // with the type
	mtime  time.Time
	target string // of a symbolic link
}

// Rehearse returns a rehearsal over base that keeps at most limit bytes; writing more fails with ENOSPC.
func Rehearse(base FS, limit int64) *Rehearsal {
	return &Rehearsal{base: base, nodes: map[string]*node{}, left: limit}
}

// Changes lists what would have been changed, such as "write /tmp/report.txt", in the order in which that was first done.
func (r *Rehearsal) Changes() []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return slices.Clone(r.done)
}

func (r *Rehearsal) note(what, name string) {
	line := what + " " + name
	if !slices.Contains(r.done, line) {
		r.done = append(r.done, line)
	}
}

// Run notes that a program would be run, and returns one that does nothing.
func (r *Rehearsal) Run(c Command) Command {
	r.Note("run " + c.String())
	if filepath.Separator == '\\' {
		return Command{Args: []string{"cmd", "/c", "exit 0"}}
	}
	return Command{Args: []string{"true"}}
}

// Note adds something that would be done.
func (r *Rehearsal) Note(what string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.done = append(r.done, what)
}

func absolute(name string) string {
	if abs, err := filepath.Abs(name); err == nil {
		return abs
	}
	return filepath.Clean(name)
}

func failure(op, name string, err error) error { return &fs.PathError{Op: op, Path: name, Err: err} }

// hidden tells whether a folder above a name was removed or is no folder any more; then the file system below must not be asked.
func (r *Rehearsal) hidden(abs string) bool {
	for dir := filepath.Dir(abs); ; dir = filepath.Dir(dir) {
		if n := r.nodes[dir]; n != nil {
			return n.gone || !n.mode.IsDir() || n.from == ""
		}
		if dir == filepath.Dir(dir) {
			return false
		}
	}
}

// node returns what is known of a name: nil when the file system below has it as it is.
func (r *Rehearsal) node(abs string) *node {
	if n := r.nodes[abs]; n != nil {
		return n
	}
	if r.hidden(abs) {
		return &node{gone: true}
	}
	return nil
}

// lift makes a node of an entry of the file system below, to change it.
func (r *Rehearsal) lift(abs string) (*node, error) {
	if n := r.node(abs); n != nil {
		if n.gone {
			return nil, syscall.ENOENT
		}
		return n, nil
	}
	info, err := r.base.Lstat(abs)
	if err != nil {
		return nil, cause(err)
	}
	n := &node{from: abs, mode: info.Mode(), mtime: info.ModTime()}
	if info.Mode()&fs.ModeSymlink != 0 {
		if n.target, err = r.base.Readlink(abs); err != nil {
			return nil, cause(err)
		}
	}
	r.nodes[abs] = n
	return n, nil
}

// content reads a file into its node.
func (r *Rehearsal) content(n *node) error {
	if n.from == "" {
		return nil
	}
	f, err := r.base.Open(n.from, os.O_RDONLY, 0)
	if err != nil {
		return cause(err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, r.left+1))
	if err != nil {
		return cause(err)
	}
	if int64(len(data)) > r.left {
		return syscall.ENOSPC
	}
	r.left -= int64(len(data))
	n.data, n.from = data, ""
	return nil
}

// cause strips the name from an error of the file system below.
func cause(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

// parent checks that the folder of a new entry is there.
func (r *Rehearsal) parent(abs string) error {
	dir := filepath.Dir(abs)
	if n := r.node(dir); n != nil {
		switch {
		case n.gone:
			return syscall.ENOENT
		case !n.mode.IsDir():
			return syscall.ENOTDIR
		}
		return nil
	}
	info, err := r.base.Stat(dir)
	if err != nil {
		return cause(err)
	}
	if !info.IsDir() {
		return syscall.ENOTDIR
	}
	return nil
}

// follow returns the name that links made in the rehearsal lead to.
func (r *Rehearsal) follow(abs string) (string, error) {
	for range 40 {
		n := r.nodes[abs]
		if n == nil || n.gone || n.mode&fs.ModeSymlink == 0 {
			return abs, nil
		}
		if filepath.IsAbs(n.target) {
			abs = filepath.Clean(n.target)
		} else {
			abs = filepath.Join(filepath.Dir(abs), n.target)
		}
	}
	return abs, syscall.ELOOP
}

// Open opens a file; writing goes to memory.
func (r *Rehearsal) Open(name string, flag int, perm fs.FileMode) (File, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	abs, err := r.follow(absolute(name))
	if err != nil {
		return nil, failure("open", name, err)
	}
	writes := flag&(os.O_WRONLY|os.O_RDWR|os.O_CREATE|os.O_TRUNC|os.O_APPEND) != 0
	n := r.node(abs)
	if !writes && (n == nil || !n.gone && n.from != "") {
		if n != nil {
			abs = n.from
		}
		return r.base.Open(abs, flag, perm)
	}
	n, err = r.opened(abs, flag, perm, writes)
	if err != nil {
		return nil, failure("open", name, err)
	}
	return &rehearsed{r: r, n: n, name: filepath.Base(abs), flag: flag}, nil
}

// opened returns the node of a file that is opened.
func (r *Rehearsal) opened(abs string, flag int, perm fs.FileMode, writes bool) (*node, error) {
	n, err := r.lift(abs)
	switch {
	case errors.Is(err, syscall.ENOENT) && flag&os.O_CREATE != 0:
		if err := r.parent(abs); err != nil {
			return nil, err
		}
		n = &node{mode: perm.Perm(), mtime: time.Now()}
		r.nodes[abs] = n
		r.note("write", abs)
		return n, nil
	case err != nil:
		return nil, err
	case flag&os.O_CREATE != 0 && flag&os.O_EXCL != 0:
		return nil, syscall.EEXIST
	case n.mode.IsDir() && writes:
		return nil, syscall.EISDIR
	case writes && n.mode.Perm()&0o222 == 0 && os.Geteuid() != 0:
		return nil, syscall.EACCES
	}
	if flag&os.O_TRUNC != 0 {
		r.left += int64(len(n.data))
		n.data, n.from, n.mtime = nil, "", time.Now()
	}
	if writes {
		r.note("write", abs)
	}
	return n, r.content(n)
}

// info is what Stat tells of a node.
type info struct {
	name string
	size int64
	n    node
}

func (i info) Name() string       { return i.name }
func (i info) Size() int64        { return i.size }
func (i info) Mode() fs.FileMode  { return i.n.mode }
func (i info) ModTime() time.Time { return i.n.mtime }
func (i info) IsDir() bool        { return i.n.mode.IsDir() }
func (i info) Sys() any           { return nil }

func (r *Rehearsal) stat(name string, follow bool) (fs.FileInfo, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	abs := absolute(name)
	if follow {
		var err error
		if abs, err = r.follow(abs); err != nil {
			return nil, failure("stat", name, err)
		}
	}
	n := r.node(abs)
	switch {
	case n == nil && follow:
		return r.base.Stat(abs)
	case n == nil:
		return r.base.Lstat(abs)
	case n.gone:
		return nil, failure("stat", name, syscall.ENOENT)
	}
	i := info{filepath.Base(abs), int64(len(n.data)), *n}
	if n.from != "" {
		below, err := r.base.Lstat(n.from)
		if err != nil {
			return nil, err
		}
		i.size = below.Size()
	}
	return i, nil
}

// Stat follows links.
func (r *Rehearsal) Stat(name string) (fs.FileInfo, error) { return r.stat(name, true) }

// Lstat does not.
func (r *Rehearsal) Lstat(name string) (fs.FileInfo, error) { return r.stat(name, false) }

// ReadDirNames returns the names in a directory, sorted.
func (r *Rehearsal) ReadDirNames(name string) ([]string, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	abs, err := r.follow(absolute(name))
	if err != nil {
		return nil, failure("open", name, err)
	}
	names := map[string]bool{}
	n := r.node(abs)
	switch {
	case n == nil || !n.gone && n.mode.IsDir() && n.from != "":
		from := abs
		if n != nil {
			from = n.from
		}
		below, err := r.base.ReadDirNames(from)
		if err != nil {
			return nil, err
		}
		for _, b := range below {
			names[b] = true
		}
	case n.gone:
		return nil, failure("open", name, syscall.ENOENT)
	case !n.mode.IsDir():
		return nil, failure("open", name, syscall.ENOTDIR)
	}
	for path, n := range r.nodes {
		if filepath.Dir(path) == abs && path != abs {
			names[filepath.Base(path)] = !n.gone
		}
	}
	maps.DeleteFunc(names, func(_ string, there bool) bool { return !there })
	return slices.Sorted(maps.Keys(names)), nil
}

// below lists the names under a directory in the rehearsal, the nearest first.
func (r *Rehearsal) below(abs string) []string {
	var out []string
	for path := range r.nodes {
		if strings.HasPrefix(path, abs+string(filepath.Separator)) {
			out = append(out, path)
		}
	}
	slices.Sort(out)
	return out
}
