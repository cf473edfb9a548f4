package handle

// This file makes Files of the readers and writers that an embedding program gives as standard handles.

import (
	"context"
	"io"
	"os"
	"sync"
	"syscall"
)

// A writerFile is a File over a host's writer. Children may write to it at the same time, hence the lock.
type writerFile struct {
	mu sync.Mutex
	w  io.Writer
}

func (f *writerFile) Write(b []byte) (int, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.w.Write(b)
}

func (f *writerFile) Read([]byte) (int, error)       { return 0, syscall.EBADF }
func (f *writerFile) Seek(int64, int) (int64, error) { return 0, syscall.ESPIPE }
func (f *writerFile) Close() error                   { return nil }

// A readerFile is a File over a host's reader. Children are fed from it, and what they do not take must not be lost:
// the end of a child does not end a read that is under way, whose data are kept for whoever reads next.
type readerFile struct {
	mu      sync.Mutex
	r       io.Reader
	pending []byte
	err     error
	asked   chan struct{} // closed when the read under way has ended; nil if there is none
}

func (f *readerFile) Read(b []byte) (int, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for f.asked != nil && len(f.pending) == 0 && f.err == nil {
		asked := f.asked
		f.mu.Unlock()
		<-asked
		f.mu.Lock()
	}
	if len(f.pending) > 0 {
		n := copy(b, f.pending)
		f.pending = f.pending[n:]
		return n, nil
	}
	if err := f.err; err != nil {
		f.err = nil
		return 0, err
	}
	return f.r.Read(b)
}

// readFor returns the next data, or ctx's error when it ends before they come.
func (f *readerFile) readFor(ctx context.Context) ([]byte, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for len(f.pending) == 0 && f.err == nil {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if f.asked == nil {
			f.ask()
		}
		asked := f.asked
		f.mu.Unlock()
		select {
		case <-ctx.Done():
		case <-asked:
		}
		f.mu.Lock()
	}
	b, err := f.pending, f.err
	f.pending, f.err = nil, nil
	return b, err
}

// ask starts a read that goes on whatever happens to who asked for it.
func (f *readerFile) ask() {
	done := make(chan struct{})
	f.asked = done
	go func() {
		b := make([]byte, firstRead)
		n, err := readSome(f.r, b)
		if n == 0 && err == nil {
			err = io.EOF
		}
		f.mu.Lock()
		f.pending, f.err, f.asked = b[:n], err, nil
		f.mu.Unlock()
		close(done)
	}()
}

// giveBack puts data in front of what is read next.
func (f *readerFile) giveBack(b []byte) {
	if len(b) == 0 {
		return
	}
	f.mu.Lock()
	f.pending = append(b, f.pending...)
	f.mu.Unlock()
}

func (f *readerFile) Write([]byte) (int, error)      { return 0, syscall.EBADF }
func (f *readerFile) Seek(int64, int) (int64, error) { return 0, syscall.ESPIPE }
func (f *readerFile) Close() error                   { return nil }

// emptyReader is the input of a set that was given none.
type emptyReader struct{}

func (emptyReader) Read([]byte) (int, error) { return 0, io.EOF }

func inputFile(r io.Reader) File {
	switch r := r.(type) {
	case nil:
		return &readerFile{r: emptyReader{}}
	case *os.File:
		if r == nil {
			return &readerFile{r: emptyReader{}}
		}
		return r
	}
	return &readerFile{r: r}
}

func outputFile(w io.Writer) File {
	switch w := w.(type) {
	case nil:
		return &writerFile{w: io.Discard}
	case *os.File:
		if w == nil {
			return &writerFile{w: io.Discard}
		}
		return w
	}
	return &writerFile{w: w}
}
