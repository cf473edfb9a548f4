package handle

// This file starts processes and waits for them. Nothing here uses the copying goroutines of os/exec: a child that
// leaves its output open to a grandchild would keep them, and us, waiting after the child was killed.

import (
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"sync"
	"syscall"
	"time"
)

const (
	termGrace = time.Second            // between asking a cancelled child to end and making it
	pipeGrace = 200 * time.Millisecond // for output of a cancelled child that is still on its way
)

// A child is a running process and the pipes that connect it with streams of this process.
type child struct {
	cmd     *exec.Cmd
	ctx     context.Context
	exited  chan struct{} // closed when the process was waited for
	group   bool          // it leads a process group
	feeder  *feeder
	readers []*os.File     // ends of pipes that are being copied from
	copying sync.WaitGroup // those copies
	status  int            // valid after exited
}

// stdio is what a child gets as its three standard files: a *os.File, another reader or writer, or nil for nothing.
type stdio struct {
	in       any
	out, err any
}

// start starts a command. Its standard files are closed in this process by the caller if they were pipes.
func (s *Set) start(ctx context.Context, c Command, std stdio) (*child, error) {
	if s.config.NoProcesses {
		return nil, &ForbiddenError{Op: "run", What: c.name()}
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if s.config.Instead != nil {
		c = s.config.Instead(c)
	}
	path, args, merge := c.argv()
	if path == "" {
		return nil, syscall.ENOENT
	}
	if merge {
		std.err = std.out
	}
	env := s.env()
	full, err := s.find(path, env)
	if err != nil {
		return nil, err
	}
	cmd := &exec.Cmd{Path: full, Args: args, Env: env, Dir: s.dir}
	ch := &child{cmd: cmd, ctx: ctx, exited: make(chan struct{})}
	ch.group = ctx.Done() != nil && ownGroup(cmd)
	var theirs []*os.File
	if err = ch.connect(std, &theirs); err == nil {
		err = cmd.Start()
	}
	if errors.Is(err, syscall.ENOEXEC) {
		err = ch.startScript()
	}
	for _, f := range theirs {
		_ = f.Close() // the child has its own
	}
	if err != nil {
		ch.abandon()
		return nil, err
	}
	go ch.watch()
	return ch, nil
}

// connect sets the command's standard files, making pipes and copies where they are not files of the system.
func (c *child) connect(std stdio, theirs *[]*os.File) error {
	switch in := std.in.(type) {
	case *os.File:
		c.cmd.Stdin = in
	case *readerFile:
		f, err := newFeeder(in)
		if err != nil {
			return err
		}
		c.feeder, c.cmd.Stdin = f, f.r
	}
	out, err := c.output(std.out, theirs)
	if err != nil {
		return err
	}
	errOut := out
	if std.err != std.out {
		if errOut, err = c.output(std.err, theirs); err != nil {
			return err
		}
	}
	if out != nil {
		c.cmd.Stdout = out
	}
	if errOut != nil {
		c.cmd.Stderr = errOut
	}
	return nil
}

// output returns the file that a child writes to for w to get it; nil for nothing.
func (c *child) output(w any, theirs *[]*os.File) (*os.File, error) {
	switch w := w.(type) {
	case *os.File:
		return w, nil
	case io.Writer:
		pr, pw, err := os.Pipe()
		if err != nil {
			return nil, err
		}
		*theirs = append(*theirs, pw)
		c.readers = append(c.readers, pr)
		c.copying.Go(func() {
			_, _ = io.Copy(w, pr) // the writer's owner learns of its own errors
		})
		return pw, nil
	}
	return nil, nil
}

// startScript starts a file that the system cannot run as a script of the shell, as execvp does.
func (c *child) startScript() error {
	old := c.cmd
	c.cmd = &exec.Cmd{
		Path: "/bin/sh", Args: append([]string{"sh", old.Path}, old.Args[1:]...),
		Env: old.Env, Dir: old.Dir, SysProcAttr: old.SysProcAttr,
		Stdin: old.Stdin, Stdout: old.Stdout, Stderr: old.Stderr,
	}
	return c.cmd.Start()
}

// abandon undoes connect for a child that was never started.
func (c *child) abandon() {
	c.feeder.stop()
	c.copying.Wait()
	c.closeReaders()
}

func (c *child) closeReaders() {
	for _, r := range c.readers {
		_ = r.Close() // only read from
	}
}

// watch waits for the process, and ends it when the context ends.
func (c *child) watch() {
	stop := context.AfterFunc(c.ctx, func() {
		c.signal(false)
		t := time.NewTimer(termGrace)
		defer t.Stop()
		select {
		case <-c.exited:
		case <-t.C:
		}
		c.signal(true)
	})
	_ = c.cmd.Wait() // the state says it all
	c.status = waitStatus(c.cmd.ProcessState)
	c.feeder.stop()
	close(c.exited)
	stop()
}

// wait waits for the process and the copying of its output and returns its $?.
func (c *child) wait() int {
	<-c.exited
	copied := make(chan struct{})
	go func() {
		c.copying.Wait()
		close(copied)
	}()
	select {
	case <-copied:
	case <-c.ctx.Done():
		t := time.NewTimer(pipeGrace)
		defer t.Stop()
		select {
		case <-copied:
		case <-t.C:
			c.closeReaders() // ends the copies: a grandchild still holds the other end
		}
	}
	<-copied
	c.closeReaders()
	return c.status
}

func (c *child) pid() int { return c.cmd.Process.Pid }
