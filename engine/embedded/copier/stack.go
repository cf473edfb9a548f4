package copier

// This file defines the work lists that walkers and copiers share.

import "sync"

// stack is a last-in first-out list of work whose end is reached when it is
// empty and nobody who could add to it is busy.
type stack[T any] struct {
	mu     sync.Mutex
	wake   sync.Cond
	items  []T
	sizes  []int
	size   int // sum of sizes
	limit  int // push waits above it; 0: never
	busy   int
	ending bool // no pushes from outside any more
	closed bool
}

func newStack[T any](limit int) *stack[T] {
	s := &stack[T]{limit: limit}
	s.wake.L = &s.mu
	return s
}

// push adds work of some size and waits while too much lies there.
func (s *stack[T]) push(item T, size int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for s.limit > 0 && s.size >= s.limit && !s.closed {
		s.wake.Wait()
	}
	if s.closed {
		return
	}
	s.items, s.sizes, s.size = append(s.items, item), append(s.sizes, size), s.size+size
	s.wake.Broadcast()
}

// pop takes work, which must be followed by done; ok is false at the end.
func (s *stack[T]) pop() (item T, ok bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for {
		switch n := len(s.items) - 1; {
		case s.closed:
			return item, false
		case n >= 0:
			item = s.items[n]
			var none T
			s.items[n] = none
			s.size -= s.sizes[n]
			s.items, s.sizes, s.busy = s.items[:n], s.sizes[:n], s.busy+1
			if s.limit > 0 {
				s.wake.Broadcast()
			}
			return item, true
		case s.ending && s.busy == 0:
			return item, false
		}
		s.wake.Wait()
	}
}

// done tells that the work taken last is finished.
func (s *stack[T]) done() {
	s.mu.Lock()
	s.busy--
	if s.busy == 0 {
		s.wake.Broadcast()
	}
	s.mu.Unlock()
}

// drain lets pop end once everything is worked off.
func (s *stack[T]) drain() {
	s.mu.Lock()
	s.ending = true
	s.wake.Broadcast()
	s.mu.Unlock()
}

// close drops what is left.
func (s *stack[T]) close() {
	s.mu.Lock()
	s.closed = true
	s.wake.Broadcast()
	s.mu.Unlock()
}
