package handle

// This file defines Set: an interpreter's handles, its descriptors' numbers, and what is written out when.

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"weak"

	"github.com/smrscript/smrscript/runtime/value"
)

// A Config says what a Set works with. The zero Config has empty input, discards output and uses the system's files.
type Config struct {
	Stdin  io.Reader // default: empty. An *os.File is used directly, and children inherit it
	Stdout io.Writer // default: discarded
	Stderr io.Writer // default: discarded
	FS     FS        // default: OS()
	Dir    string    // the working directory to start in; default: the process's

	// Context ends child processes when it ends. Default: context.Background().
	Context context.Context
	// ChildContext returns the context of a process behind a pipe, which may outlive the function that opened it. Default: Context.
	ChildContext func() context.Context
	// Env returns the environment of children as "NAME=value". Default: os.Environ.
	Env func() []string
	// Resolve finds the handle that a glob, a reference to one, or a name such as "STDERR" stands for; nil if none.
	// Default: the three standard names.
	Resolve func(v value.Value) *Handle
	// Warn is told what perl would warn about. Default: nobody.
	Warn func(w Warning)
	// DefaultLayers returns the layers that open applies when its mode names none ("use open"); either may be "".
	DefaultLayers func() (input, output string)
	// MaxMemory bounds the bytes of an in-memory file; writes beyond fail with EFBIG. Default: 4 GB.
	MaxMemory int64
	// NoProcesses refuses to start any process.
	NoProcesses bool
	// Instead returns what is run in place of a command. Default: the command itself.
	Instead func(Command) Command
}

// A Warning is something that perl would warn about.
type Warning struct {
	Kind     WarningKind
	Category string // perl's warning category: "utf8", "layer", "io", "newline", "exec", "pipe"
	Text     string // without " at FILE line N."; for WideCharacter the caller adds " in print"
}

// A WarningKind tells warnings apart.
type WarningKind uint8

// The kinds of warnings.
const (
	WideCharacter  WarningKind = iota + 1 // characters above 255 on a handle of bytes
	BadEncoding                           // input or output that does not fit the encoding
	UnknownLayer                          // a layer or encoding that does not exist
	NewlineInName                         // a file was not found whose name ends in a line feed
	BadName                               // a NUL in a file name
	MissingCommand                        // a piped open without a command
	CannotExec                            // a program that cannot be started
	WideMemory                            // an in-memory file on characters above 255
)

// A Set holds the handles of one interpreter. It belongs to one goroutine at a time.
type Set struct {
	Stdin, Stdout, Stderr *Handle

	config     Config
	fs         FS
	dir        string  // "" is the process's working directory
	mask       int     // umask, if hasMask
	hasMask    bool    //
	head, tail *Handle // handles with unwritten data, oldest first
	numbers    []weak.Pointer[Handle]
	lowest     int // no number below it is free
	sweepAt    int // how many numbers to have before looking for forgotten handles
	children   map[*Handle]struct{}
	spawned    map[int]*child // processes that Spawn started and nobody has waited for
	spare      [][]byte       // read buffers of closed handles
}

// NewSet returns a Set with the standard handles open.
func NewSet(c Config) *Set {
	s := &Set{config: c, fs: c.FS, dir: c.Dir, sweepAt: 64}
	if s.fs == nil {
		s.fs = OS()
	}
	if s.dir != "" {
		if full, err := filepath.Abs(s.dir); err == nil {
			s.dir = full
		}
	}
	if s.config.Context == nil {
		s.config.Context = context.Background()
	}
	if s.config.ChildContext == nil {
		s.config.ChildContext = func() context.Context { return s.config.Context }
	}
	s.Stdin = s.standard("STDIN", inputFile(c.Stdin), canRead)
	s.Stdout = s.standard("STDOUT", outputFile(c.Stdout), canWrite)
	s.Stderr = s.standard("STDERR", outputFile(c.Stderr), canWrite|immediate)
	return s
}

func (s *Set) standard(name string, f File, fl flags) *Handle {
	return s.attach(&descriptor{file: f, host: true}, name, fl|standard, layering{})
}

// attach makes the handle of an open descriptor and gives it a number.
func (s *Set) attach(d *descriptor, name string, fl flags, l layering) *Handle {
	h := &Handle{set: s}
	s.fit(h, d, name, fl, l)
	h.num = s.number(h)
	return h
}

// fit sets up a fresh or closed handle for d.
func (s *Set) fit(h *Handle, d *descriptor, name string, fl flags, l layering) {
	d.refs++
	h.d, h.name, h.flags, h.layers, h.dec = d, name, fl, l, decoder{layers: l}
	h.failed, h.child, h.held = nil, nil, 0
	if onTerminal(d.file) {
		h.flags |= terminal
		if fl&canWrite != 0 {
			h.flags |= lineFlush
		}
	}
	h.mode()
}

// number gives h the smallest free descriptor number.
func (s *Set) number(h *Handle) int {
	for i := s.lowest; i < len(s.numbers); i++ {
		if s.numbers[i] == (weak.Pointer[Handle]{}) {
			s.numbers[i] = weak.Make(h)
			s.lowest = i + 1
			return i
		}
	}
	if len(s.numbers) >= s.sweepAt && s.sweep() {
		return s.number(h)
	}
	s.numbers = append(s.numbers, weak.Make(h))
	s.lowest = len(s.numbers)
	return len(s.numbers) - 1
}

// sweep frees the numbers of handles that were forgotten without being closed.
func (s *Set) sweep() bool {
	live := 0
	s.lowest = len(s.numbers)
	for i := len(s.numbers) - 1; i >= 0; i-- {
		if s.numbers[i].Value() == nil {
			s.numbers[i] = weak.Pointer[Handle]{}
			s.lowest = i
		} else {
			live++
		}
	}
	s.sweepAt = max(64, 2*live)
	return s.lowest < len(s.numbers)
}

// release frees the number of h, unless it is an alias of another handle's.
func (s *Set) release(h *Handle) {
	if n := h.num; n >= 0 && n < len(s.numbers) && s.numbers[n].Value() == h {
		s.numbers[n] = weak.Pointer[Handle]{}
		s.lowest = min(s.lowest, n)
	}
}

// ByFileno returns the open handle with descriptor number n, nil if there is none.
func (s *Set) ByFileno(n int) *Handle {
	if n < 0 || n >= len(s.numbers) {
		return nil
	}
	if h := s.numbers[n].Value(); h != nil && h.d != nil {
		return h
	}
	return nil
}

// FlushAll writes out everything that is buffered. It goes on after an error and returns all of them.
func (s *Set) FlushAll() error {
	var errs []error
	for s.head != nil {
		if err := s.head.Flush(); err != nil {
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}

// publish writes out what other handles hold back of files, so that whoever looks at a file sees it. The standard
// handles may go on collecting.
func (s *Set) publish() {
	for h := s.head; h != nil; {
		next := h.next
		if h.flags&standard == 0 {
			_ = h.Flush() // the handle keeps the error for its close
		}
		h = next
	}
}

// CloseAll ends the set: it writes out what is buffered, then waits for the processes behind pipes. The errors are
// those of writes that nobody was told about, except through Close. The standard handles stay usable.
func (s *Set) CloseAll() error {
	err := s.FlushAll()
	add := func(more error) {
		if more != nil && !errors.Is(err, more) {
			err = errors.Join(err, more)
		}
	}
	for h := range s.children {
		_, cerr := h.Close()
		add(cerr)
	}
	for _, w := range s.numbers {
		switch h := w.Value(); {
		case h == nil || h.d == nil:
		case h.flags&standard != 0:
			add(h.failed)
		default:
			_, cerr := h.Close()
			add(cerr)
		}
	}
	return err
}

func (s *Set) warn(w Warning) {
	if s.config.Warn != nil {
		s.config.Warn(w)
	}
}

func (h *Handle) warn(w Warning) { h.set.warn(w) }

// grow returns a buffer to read into: b, or a larger one if its last read filled it.
func (s *Set) grow(b []byte, filled int) []byte {
	switch {
	case len(b) >= bufferSize || len(b) >= firstRead && filled < len(b):
		return b
	case len(b) < firstRead:
		return make([]byte, firstRead)
	}
	if n := len(s.spare); n > 0 {
		b = s.spare[n-1]
		s.spare = s.spare[:n-1]
		return b
	}
	return make([]byte, bufferSize)
}

// spares is how many buffers a set keeps for later handles.
const spares = 8

func (s *Set) recycle(b []byte) {
	if len(b) == bufferSize && len(s.spare) < spares {
		s.spare = append(s.spare, b)
	}
}

// env returns the environment of children.
func (s *Set) env() []string {
	if s.config.Env != nil {
		return s.config.Env()
	}
	return os.Environ()
}
