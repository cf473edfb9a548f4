package driver

// This file hands events to those who listen.

import (
	"context"
	"fmt"
	"sync"
	"time"

	"github.com/smrscript/smrscript/engine"
)

// Held is how many events are kept for slow readers.
const Held = 8192

// Hub keeps the latest events. Readers fetch at their own speed, so a slow one
// holds nobody up; one that is too slow is told.
type Hub struct {
	mu     sync.Mutex
	ring   []engine.Event // events seq-len+1 to seq
	seq    uint64
	wake   chan struct{} // closed at the next event
	closed bool
}

// NewHub returns a hub without events.
func NewHub() *Hub { return &Hub{wake: make(chan struct{})} }

// Emit gives an event its number and time, and hands it to the readers. After Close it does nothing.
func (h *Hub) Emit(e engine.Event) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.closed {
		return
	}
	h.seq++
	e.Seq, e.Time = h.seq, time.Now()
	if len(h.ring) == Held {
		h.ring = append(h.ring[:0:0], h.ring[Held/4:]...)
	}
	h.ring = append(h.ring, e)
	close(h.wake)
	h.wake = make(chan struct{})
}

// Close ends all readers; calling it again does nothing.
func (h *Hub) Close() {
	h.mu.Lock()
	defer h.mu.Unlock()
	if !h.closed {
		h.closed = true
		close(h.wake)
	}
}

// after returns the events that follow seq, how many were lost, and what to wait
// for when there are none; wake is nil at the end.
func (h *Hub) after(seq uint64) (events []engine.Event, lost uint64, wake chan struct{}) {
	h.mu.Lock()
	defer h.mu.Unlock()
	first := h.seq - uint64(len(h.ring)) + 1
	if seq+1 < first {
		lost, seq = first-seq-1, first-1
	}
	if seq < h.seq {
		events = append(events, h.ring[seq+1-first:]...)
	}
	if !h.closed {
		wake = h.wake
	}
	return events, lost, wake
}

// Now returns the number of the latest event.
func (h *Hub) Now() uint64 {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.seq
}

// Follow yields the events after number seq that match until ctx ends, the hub closes or yield says stop. A reader that was too slow gets
// CodeEventsLost once, and then what is still held.
func (h *Hub) Follow(ctx context.Context, seq uint64, match func(engine.Event) bool, yield func(engine.Event, error) bool) {
	for {
		events, lost, wake := h.after(seq)
		if lost > 0 {
			err := &engine.Error{Code: engine.CodeEventsLost, Op: "events", Cause: fmt.Errorf("%d of them", lost)}
			if !yield(engine.Event{}, err) {
				return
			}
		}
		for _, e := range events {
			seq = e.Seq
			if ctx.Err() != nil || match(e) && !yield(e, nil) {
				return
			}
		}
		if len(events) > 0 {
			continue
		}
		if wake == nil {
			return
		}
		select {
		case <-wake:
		case <-ctx.Done():
			return
		}
	}
}
