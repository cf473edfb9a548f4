package main

// This file shows how mirrors go on: a bar on a terminal, plain lines elsewhere.

import (
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/stdlib"
)

// bars draws one bar per mirror.
type bars struct {
	w    io.Writer
	mu   sync.Mutex
	p    *mpb.Progress
	bar  *mpb.Bar
	last engine.MirrorProgress
}

// progress returns what shows mirrors: bars on a terminal, plain lines elsewhere, nothing when the program is to be quiet.
func (a *app) progress() stdlib.Progress {
	switch {
	case a.quiet:
		return nil
	case isTerminal(a.Err) && os.Getenv("TERM") != "dumb":
		return newBars(a.Err)
	}
	return &lines{w: a.Err, late: true}
}

func newBars(w io.Writer) *bars { return &bars{w: w} }

// Begin implements stdlib.Progress.
func (b *bars) Begin(st engine.ConnectionStatus) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.last = st.Mirror
	b.p = mpb.New(mpb.WithOutput(b.w), mpb.WithWidth(40), mpb.WithRefreshRate(100*time.Millisecond))
	name := fmt.Sprintf("%s to %s ", st.Repset, st.Target)
	b.bar = b.p.AddBar(0,
		mpb.PrependDecorators(decor.Name(name), decor.Any(func(decor.Statistics) string { return b.state() }, decor.WC{W: 16, C: decor.DindentRight})),
		mpb.AppendDecorators(decor.CountersKibiByte("% .1f / % .1f"), decor.Any(func(decor.Statistics) string { return b.files() })))
	b.set(st.Mirror)
}

func (b *bars) state() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return string(b.last.State)
}

func (b *bars) files() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return fmt.Sprintf("  %d files, %d sent", b.last.FilesDone, b.last.FilesSent)
}

// Update implements stdlib.Progress.
func (b *bars) Update(_ engine.ConnectionID, m engine.MirrorProgress) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.bar != nil {
		b.last = m
		b.set(m)
	}
}

func (b *bars) set(m engine.MirrorProgress) {
	b.bar.SetTotal(max(m.BytesTotal, m.BytesDone, 1), false)
	b.bar.SetCurrent(m.BytesDone)
}

// End implements stdlib.Progress.
func (b *bars) End(st engine.ConnectionStatus) {
	b.mu.Lock()
	bar, p := b.bar, b.p
	b.bar, b.last = nil, st.Mirror
	b.mu.Unlock()
	if st.Mirror.Completed {
		total := max(st.Mirror.BytesDone, 1)
		bar.SetCurrent(total)
		bar.SetTotal(total, true)
	} else {
		bar.Abort(false)
	}
	p.Wait()
}

// lines writes a line at the beginning and at the end of a mirror, and now and then in between.
type lines struct {
	w    io.Writer
	mu   sync.Mutex
	next time.Time
	// late says nothing about mirrors that are done before the first line between is due.
	late bool
	head string // what is still to be said first
}

const lineInterval = 10 * time.Second

// Begin implements stdlib.Progress.
func (l *lines) Begin(st engine.ConnectionStatus) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.next = time.Now().Add(lineInterval)
	l.head = fmt.Sprintf("mirror of %s to %s %s: running\n", st.Repset, st.Target, st.Mapping)
	if !l.late {
		l.begin()
	}
}

func (l *lines) begin() {
	_, _ = io.WriteString(l.w, l.head)
	l.head = ""
}

// Update implements stdlib.Progress.
func (l *lines) Update(_ engine.ConnectionID, m engine.MirrorProgress) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if now := time.Now(); now.After(l.next) {
		l.next = now.Add(lineInterval)
		l.begin()
		fmt.Fprintf(l.w, "  %d of %d files, %d sent\n", m.FilesDone, m.FilesTotal, m.FilesSent)
	}
}

// End implements stdlib.Progress.
func (l *lines) End(st engine.ConnectionStatus) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.late && l.head != "" {
		return
	}
	fmt.Fprintln(l.w, mirrorEnd(st, fmt.Sprintf("%d bytes", st.Mirror.BytesSent)))
}

// mirrorEnd says what became of a mirror. sent is what it sent, as text.
func mirrorEnd(st engine.ConnectionStatus, sent string) string {
	m, word := st.Mirror, "complete"
	if !m.Completed {
		word = "not complete"
	}
	return fmt.Sprintf("mirror of %s to %s %s: %s, %d files looked at, %d sent, %s", st.Repset, st.Target, st.Mapping, word, m.FilesDone, m.FilesSent, sent)
}
