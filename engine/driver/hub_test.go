package driver

import (
	"context"
	"testing"

	"github.com/smrscript/smrscript/engine"
)

// TestHub reads events at different speeds.
func TestHub(t *testing.T) {
	h := NewHub()
	for range Held + 100 {
		h.Emit(engine.Event{Kind: engine.EventNote})
	}
	var lost error
	n, last := 0, uint64(0)
	ctx, cancel := context.WithCancel(t.Context())
	h.Follow(ctx, 0, func(engine.Event) bool { return true }, func(e engine.Event, err error) bool {
		if err != nil {
			if lost != nil || n > 0 {
				t.Errorf("after %d events: %v, %v", n, lost, err)
			}
			lost = err
			return true
		}
		if last != 0 && e.Seq != last+1 {
			t.Errorf("%d after %d", e.Seq, last)
		}
		if n, last = n+1, e.Seq; last == Held+100 {
			cancel()
		}
		return true
	})
	if engine.CodeOf(lost) != engine.CodeEventsLost || last != Held+100 || n > Held {
		t.Errorf("%v, %d events, last %d", lost, n, last)
	}
	h.Close()
	h.Close()
	h.Emit(engine.Event{})
	if h.Now() != Held+100 {
		t.Errorf("an event after the end: %d", h.Now())
	}
	n = 0
	h.Follow(t.Context(), 5, func(engine.Event) bool { return true }, func(_ engine.Event, err error) bool {
		if err == nil {
			n++
		}
		return true
	})
	if n == 0 || n > Held {
		t.Errorf("%d events are read after the end", n)
	}
	h.Follow(t.Context(), h.Now(), func(engine.Event) bool { return true }, func(engine.Event, error) bool { t.Error("an event"); return false })
}
