package handle

// This file starts programs whose three standard files are handles, and waits for them by their number: what IPC::Open3 is made of.

import (
	"context"
	"syscall"
)

// Spawn starts c with handles of this set as its standard files and returns its process id, for Reap. A nil handle stands for the set's
// own. The program ends with the context of programs behind pipes.
func (s *Set) Spawn(c Command, in, out, errs *Handle) (pid int, err error) {
	std := s.inherited()
	for _, e := range [...]struct {
		h  *Handle
		to *any
	}{{in, &std.in}, {out, &std.out}, {errs, &std.err}} {
		if e.h == nil {
			continue
		}
		if err := e.h.Flush(); err != nil {
			return 0, err
		}
		*e.to = behind(e.h)
	}
	ch, err := s.start(s.config.ChildContext(), c, std)
	if err != nil {
		return 0, err
	}
	if s.spawned == nil {
		s.spawned = map[int]*child{}
	}
	s.spawned[ch.pid()] = ch
	return ch.pid(), nil
}

// Reap waits for a process that Spawn started, or with -1 for any, and returns its id and $?. With poll set it waits for nobody: the id
// is 0 and the status -1 while there is none that has ended. The error is ECHILD if there is no such process, or why ctx ended.
func (s *Set) Reap(ctx context.Context, pid int, poll bool) (ended, status int, err error) {
	ctx = s.join(ctx)
	ended, ch := s.ended(pid)
	switch {
	case ch == nil && ended == 0:
		return -1, -1, syscall.ECHILD
	case ch == nil && poll:
		return 0, -1, nil
	}
	if ch == nil {
		if ended, err = s.first(ctx, pid); err != nil {
			return -1, -1, err
		}
		ch = s.spawned[ended]
	}
	delete(s.spawned, ended)
	return ended, ch.wait(), nil
}

// ended finds a process of that id, or any for -1, that has ended; without a child the id tells whether there is one at all.
func (s *Set) ended(pid int) (int, *child) {
	running := 0
	for n, ch := range s.spawned {
		if pid != -1 && pid != n {
			continue
		}
		running = n
		select {
		case <-ch.exited:
			return n, ch
		default:
		}
	}
	return running, nil
}

// first waits until one of the processes that are meant has ended and returns its id.
func (s *Set) first(ctx context.Context, pid int) (int, error) {
	done := make(chan int, len(s.spawned))
	stop := make(chan struct{})
	defer close(stop)
	for n, ch := range s.spawned {
		if pid != -1 && pid != n {
			continue
		}
		go func() {
			select {
			case <-ch.exited:
				done <- n
			case <-stop:
			}
		}()
	}
	select {
	case n := <-done:
		return n, nil
	case <-ctx.Done():
		return 0, ctx.Err()
	}
}
