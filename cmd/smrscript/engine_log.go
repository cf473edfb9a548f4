package main

// This file defines the log of the engine.

import (
	"log/slog"
	"os"
	"sync"
)

// longestLog is how many bytes a log has before it becomes FILE.1 and begins anew.
const longestLog = 8 << 20

// engineLog returns a log in a form, text or json, in a file or on standard error.
func (a *app) engineLog(form, file string) (log *slog.Logger, closing func(), err error) {
	w := a.Err
	closing = func() {}
	if file != "" {
		f := &logFile{name: file, limit: longestLog}
		if err := f.open(); err != nil {
			return nil, nil, err
		}
		w, closing = f, f.close
	}
	if form == "json" {
		return slog.New(slog.NewJSONHandler(w, nil)), closing, nil
	}
	return slog.New(slog.NewTextHandler(w, nil)), closing, nil
}

// A logFile is a file that does not grow for ever: it is kept once more under its name and .1.
type logFile struct {
	name  string
	limit int64

	mu   sync.Mutex
	f    *os.File
	size int64
}

func (l *logFile) open() error {
	f, err := os.OpenFile(l.name, os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o600)
	if err != nil {
		return err
	}
	l.f, l.size = f, 0
	if info, err := f.Stat(); err == nil {
		l.size = info.Size()
	}
	return nil
}

// Write implements io.Writer. A line is never divided between files.
func (l *logFile) Write(line []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.size > 0 && l.size+int64(len(line)) > l.limit {
		old := l.f
		_ = old.Close() // Windows renames no open file
		_ = os.Rename(l.name, l.name+".1")
		if err := l.open(); err != nil {
			return 0, err
		}
	}
	n, err := l.f.Write(line)
	l.size += int64(n)
	return n, err
}

func (l *logFile) close() {
	l.mu.Lock()
	defer l.mu.Unlock()
	_ = l.f.Close()
}
