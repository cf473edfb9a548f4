package main

// This file defines the events of run --json: one JSON object a line, in the order in which things happened.

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"io"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"github.com/smrscript/smrscript/lang/diag"
	"github.com/smrscript/smrscript/stdlib"
)

// An eventStream writes events as JSON lines.
type eventStream struct {
	mu             sync.Mutex
	w              io.Writer
	began          time.Time
	stdout, stderr *eventOutput
}

// eventFormat is the number of the format of events.
const eventFormat = 1

func newEventStream(w io.Writer) *eventStream {
	s := &eventStream{w: w, began: time.Now()}
	s.stdout, s.stderr = &eventOutput{s: s, stream: "stdout"}, &eventOutput{s: s, stream: "stderr"}
	s.put(map[string]any{"event": "version", "smrscript_events": eventFormat, "program": versionText()})
	return s
}

// put writes an event behind everything that was printed before.
func (s *eventStream) put(event any) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.stdout.rest()
	s.stderr.rest()
	s.line(event)
}

// line writes an event; the stream is locked.
func (s *eventStream) line(event any) {
	line, err := json.Marshal(event)
	if err != nil {
		return // maps of strings and numbers always marshal
	}
	_, _ = s.w.Write(append(line, '\n'))
}

func (s *eventStream) diagnostic(d *diag.Diagnostic) {
	if line, err := diag.JSON(d); err == nil {
		s.put(map[string]any{"event": "diagnostic", "diagnostic": json.RawMessage(line)})
	}
}

func (s *eventStream) command(e stdlib.CommandEvent) {
	s.put(struct {
		Event string `json:"event"`
		stdlib.CommandEvent
	}{"command", e})
}

// end writes the last event.
func (s *eventStream) end(exit int, err error) {
	last := map[string]any{"event": "result", "exit": exit, "ms": time.Since(s.began).Milliseconds()}
	if list, ok := err.(diag.List); ok {
		for _, d := range list {
			s.diagnostic(d)
		}
	}
	if text := stdlib.Complaint(err); text != "" {
		last["error"] = strings.TrimSpace(text)
	}
	s.put(last)
}

// An eventOutput is a stream of the script whose text becomes events of whole lines. A line that is not complete waits for the rest
// of it, for the next event of another kind, or for the end.
type eventOutput struct {
	s      *eventStream
	stream string
	begun  []byte
}

// heldBytes is how much of a line waits for its end.
const heldBytes = 64 << 10

func (o *eventOutput) Write(p []byte) (int, error) {
	o.s.mu.Lock()
	defer o.s.mu.Unlock()
	other := o.s.stdout
	if o == other {
		other = o.s.stderr
	}
	other.rest()
	o.begun = append(o.begun, p...)
	if i := bytes.LastIndexByte(o.begun, '\n'); i >= 0 {
		o.event(o.begun[:i+1])
		o.begun = o.begun[:copy(o.begun, o.begun[i+1:])]
	}
	if len(o.begun) > heldBytes {
		o.rest()
	}
	return len(p), nil
}

// rest writes what waits for the end of its line.
func (o *eventOutput) rest() {
	if len(o.begun) > 0 {
		o.event(o.begun)
		o.begun = o.begun[:0]
	}
}

// event writes text as an event. What is no UTF-8 goes into "base64" instead, because JSON has no bytes.
func (o *eventOutput) event(text []byte) {
	e := map[string]any{"event": "output", "stream": o.stream}
	if utf8.Valid(text) {
		e["text"] = string(text)
	} else {
		e["base64"] = base64.StdEncoding.EncodeToString(text)
	}
	o.s.line(e)
}
