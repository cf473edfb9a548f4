package handle

// This file runs commands to their end, or behind a pipe handle: system, qx, exec and open.

import (
	"bytes"
	"context"
	"io"
	"os"
)

// Stdio replaces the standard files of a command that Run starts; a nil field stands for the set's own handle.
type Stdio struct {
	Stdin          io.Reader
	Stdout, Stderr io.Writer
}

// Run runs c to its end and returns its status as perl's $? has it: exit code times 256, plus the number of the signal
// that ended it, plus 128 if it left a core. If it cannot be started, status is -1 and err says why. Everything
// buffered is written out first. When ctx ends, the child is ended, with its process group if it has its own.
func (s *Set) Run(ctx context.Context, c Command, io Stdio) (status int, err error) {
	if len(c.Args) == 0 && len(bytes.TrimSpace([]byte(c.Line))) == 0 {
		return 255 << 8, nil // as perl has it for system("")
	}
	std := s.inherited()
	if io.Stdin != nil {
		std.in = inputAny(io.Stdin)
	}
	if io.Stdout != nil {
		std.out = outputAny(io.Stdout)
	}
	if io.Stderr != nil {
		std.err = outputAny(io.Stderr)
	}
	ch, err := s.start(s.join(ctx), c, std)
	if err != nil {
		s.cannotExec(c, err)
		return -1, err
	}
	return ch.wait(), nil
}

// Capture runs c as qx does and returns its standard output.
func (s *Set) Capture(ctx context.Context, c Command) (out []byte, status int, err error) {
	var b bytes.Buffer
	status, err = s.Run(ctx, c, Stdio{Stdout: &b})
	return b.Bytes(), status, err
}

// join returns ctx, or the set's own context for nil.
func (s *Set) join(ctx context.Context) context.Context {
	if ctx == nil {
		return s.config.Context
	}
	return ctx
}

func (s *Set) cannotExec(c Command, err error) {
	_, msg := Errno(err)
	name := c.name()
	if path, _, _ := c.argv(); path != "" {
		name = path
	}
	s.warn(Warning{Kind: CannotExec, Category: "exec", Text: `Can't exec "` + name + `": ` + msg})
}

// inherited makes the standard handles ready for a child and returns what is behind them.
func (s *Set) inherited() stdio {
	_ = s.FlushAll() // each handle keeps its error for its close
	if h := s.Stdin; h.d != nil && h.pos < h.end {
		_ = h.unread() // only a file takes it back; a stream keeps it for the script
	}
	return stdio{in: behind(s.Stdin), out: behind(s.Stdout), err: behind(s.Stderr)}
}

// behind returns what a child can be given for a handle: a file of the system, or a stream to copy.
func behind(h *Handle) any {
	if h.d == nil {
		return nil
	}
	switch f := h.d.file.(type) {
	case *os.File:
		return f
	case *readerFile:
		return f
	case *writerFile:
		return f
	case *memoryFile:
		return nil
	}
	if h.flags&canRead != 0 {
		return &readerFile{r: h.d.file}
	}
	return &writerFile{w: h.d.file}
}

func inputAny(r io.Reader) any {
	if f, ok := r.(*os.File); ok {
		return f
	}
	return &readerFile{r: r}
}

func outputAny(w io.Writer) any {
	if f, ok := w.(*os.File); ok {
		return f
	}
	return &writerFile{w: w}
}

// startPipe starts c with a pipe to or from the handle it returns.
func (s *Set) startPipe(c Command, fl flags, l layering) (*Handle, error) {
	r, w, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	std := s.inherited()
	ours, theirs := r, w
	if fl&canWrite != 0 {
		ours, theirs = w, r
		std.in = theirs
	} else {
		std.out = theirs
	}
	ch, err := s.start(s.config.ChildContext(), c, std)
	_ = theirs.Close() // the child has its own
	if err != nil {
		_ = ours.Close() // nothing was written
		s.cannotExec(c, err)
		return nil, err
	}
	h := s.attach(&descriptor{file: ours}, c.name(), fl|piped, l)
	h.child = ch
	s.adopt(h)
	return h, nil
}

// adopt keeps a handle on a process alive until it is closed, since somebody has to wait for the process.
func (s *Set) adopt(h *Handle) {
	if s.children == nil {
		s.children = map[*Handle]struct{}{}
	}
	s.children[h] = struct{}{}
}

// Pipe returns the two ends of a pipe, as perl's pipe opens them.
func (s *Set) Pipe() (r, w *Handle, err error) {
	if s.config.NoProcesses { // nobody else could write to it: reading would wait for ever
		return nil, nil, &ForbiddenError{Op: "pipe", What: "pipe"}
	}
	pr, pw, err := os.Pipe()
	if err != nil {
		return nil, nil, err
	}
	r = s.attach(&descriptor{file: pr}, "pipe", canRead, layering{})
	w = s.attach(&descriptor{file: pw}, "pipe", canWrite, layering{})
	return r, w, nil
}

// Exec replaces the script by c as far as that can be had: it runs c, and the caller then exits with the status that
// Code makes of it, unless ctx ends it before; nil is for Config.Context. If c cannot be started the script goes on, with status -1.
func (s *Set) Exec(ctx context.Context, c Command) (status int, err error) {
	return s.Run(ctx, c, Stdio{})
}

// ExitCode turns a $? into what a shell would exit with: the code, or 128 and the signal's number.
func ExitCode(status int) int {
	if sig := status & 127; sig != 0 {
		return 128 + sig
	}
	return status >> 8 & 255
}
