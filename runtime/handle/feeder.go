package handle

// This file feeds a child from a stream of this process.

import (
	"context"
	"io"
	"os"
)

// A feeder copies a stream into the pipe that is a child's standard input. This process keeps the reading end open as
// well, so that what the child left unread can be taken back: a child that ignores its input must not eat the
// script's.
type feeder struct {
	from   *readerFile
	r, w   *os.File
	cancel context.CancelFunc
	done   chan struct{}
	rest   []byte // taken from the stream, not yet in the pipe
}

func newFeeder(from *readerFile) (*feeder, error) {
	r, w, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithCancel(context.Background())
	f := &feeder{from: from, r: r, w: w, cancel: cancel, done: make(chan struct{})}
	go f.run(ctx)
	return f, nil
}

func (f *feeder) run(ctx context.Context) {
	defer close(f.done)
	for {
		b, err := f.from.readFor(ctx)
		n, werr := f.w.Write(b)
		if werr != nil {
			f.rest = b[n:]
		}
		if err != nil || werr != nil {
			_ = f.w.Close() // the child's end of input; stop may have closed it
			return
		}
	}
}

// stop ends the feeding, after the child has ended, and gives back what it did not read. It may be called on nil.
func (f *feeder) stop() {
	if f == nil {
		return
	}
	f.cancel()
	_ = f.w.Close() // ends a write that waits for room
	<-f.done
	left, _ := io.ReadAll(f.r) // what cannot be read is lost either way
	_ = f.r.Close()            // only read from
	f.from.giveBack(append(left, f.rest...))
}
