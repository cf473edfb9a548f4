package audit

// This file defines the log file: it is appended to by several programs at once, each line chained to the last one.

import (
	"errors"
	"fmt"
	"io"
	"os"
	"sync"

	"github.com/gofrs/flock"
)

// Log is a log file that is open for appending. It is safe for concurrent use, also by several programs.
type Log struct {
	mu   sync.Mutex
	file *os.File
	lock *flock.Flock
}

// Open opens or makes the log at path with mode 0600 and reads its last line, which must be whole.
func Open(path string) (*Log, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_APPEND, 0o600)
	if err != nil {
		return nil, fmt.Errorf("the audit log cannot be opened: %w", err)
	}
	l := &Log{file: f, lock: flock.New(path + ".lock")}
	err = l.locked(func() error { _, _, err := l.last(); return err })
	if err != nil {
		return nil, errors.Join(fmt.Errorf("the audit log %s cannot be continued: %w", path, err), f.Close())
	}
	return l, nil
}

// Close closes the file.
func (l *Log) Close() error { return l.file.Close() }

// Append adds an entry behind the last line that the file has at that moment; N and Prev are filled in. The line is on the disk when Append returns.
func (l *Log) Append(e Entry) error {
	return l.locked(func() error {
		last, hash, err := l.last()
		if err != nil {
			return err
		}
		e.N, e.Prev = last.N+1, hash
		line, _, err := e.seal()
		if err != nil {
			return err
		}
		if _, err := l.file.Write(line); err != nil {
			return err
		}
		return l.file.Sync()
	})
}

func (l *Log) locked(f func() error) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if err := l.lock.Lock(); err != nil {
		return err
	}
	defer l.lock.Unlock() //nolint:errcheck // the lock goes with the process at the latest
	return f()
}

// last reads the last line of the file. The zero Entry stands for an empty file.
func (l *Log) last() (e Entry, hash string, err error) {
	size, err := l.file.Seek(0, io.SeekEnd)
	if err != nil || size == 0 {
		return e, "", err
	}
	for block := int64(4096); ; block *= 4 {
		from := max(0, size-block)
		tail := make([]byte, size-from)
		if _, err := l.file.ReadAt(tail, from); err != nil {
			return e, "", err
		}
		if line, whole := lastLine(tail); whole || from == 0 {
			return open(line)
		}
	}
}

// lastLine returns the last line of data; whole tells that its begin is in data.
func lastLine(data []byte) (line []byte, whole bool) {
	for i := len(data) - 2; i >= 0; i-- {
		if data[i] == '\n' {
			return data[i+1:], true
		}
	}
	return data, false
}
