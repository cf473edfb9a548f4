package main

// This file defines what reaches the line editor from the keyboard. Terminals mark pasted text when they are asked to; text of
// several lines is put aside and stands in the line as a mark, so that a script is one entry and not one per line.

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/chzyer/readline"
)

// What terminals send around pasted text, and what switches that on and off.
const (
	pasteBegin = "\x1b[200~"
	pasteEnd   = "\x1b[201~"
	pasteOn    = "\x1b[?2004h"
	pasteOff   = "\x1b[?2004l"
)

// lineMark stands for a line end in entries of the history.
const lineMark = "⏎"

// A pasting passes keys on, but not pasted texts of several lines.
type pasting struct {
	in     io.ReadCloser
	raw    []byte // read, not yet looked at
	ready  []byte // to be passed on
	inside bool
	err    error

	mu    sync.Mutex
	texts []string

	listing atomic.Bool // the editor shows a list to choose from
}

func newPasting(in io.ReadCloser) *pasting { return &pasting{in: in} }

// Read implements io.Reader.
func (p *pasting) Read(b []byte) (int, error) {
	for len(p.ready) == 0 && p.err == nil {
		chunk := make([]byte, 4096)
		n, err := p.in.Read(chunk)
		p.raw, p.err = append(p.raw, chunk[:n]...), err
		p.sort()
	}
	if len(p.ready) > 0 && p.ready[0] == interruptKey && p.listing.Swap(false) {
		p.ready = append([]byte{interruptKey}, p.ready...) // the first one only closes the list
	}
	n := copy(b, p.ready)
	p.ready = p.ready[n:]
	if n == 0 {
		return 0, p.err
	}
	return n, nil
}

// interruptKey is what Ctrl-C sends to a terminal whose keys are read one by one.
const interruptKey = 3

// A lister tells the keyboard when the editor shows more than one completion, of which it makes a list.
type lister struct {
	readline.AutoCompleter
	keys *pasting
}

// Do implements readline.AutoCompleter.
func (l *lister) Do(line []rune, pos int) ([][]rune, int) {
	items, n := l.AutoCompleter.Do(line, pos)
	l.keys.listing.Store(len(items) > 1)
	return items, n
}

// Close implements io.Closer.
func (p *pasting) Close() error { return p.in.Close() }

// sort parts what was read into keys and pasted text.
func (p *pasting) sort() {
	for len(p.raw) > 0 {
		if p.inside {
			i := bytes.Index(p.raw, []byte(pasteEnd))
			if i < 0 {
				if p.err == nil {
					return
				}
				i = len(p.raw)
			}
			p.ready = append(p.ready, p.pasted(string(p.raw[:i]))...)
			p.raw, p.inside = p.raw[min(i+len(pasteEnd), len(p.raw)):], false
			continue
		}
		i := bytes.Index(p.raw, []byte(pasteBegin))
		if i < 0 {
			keep := 0 // the begin of a mark may be cut
			for n := min(len(pasteBegin)-1, len(p.raw)); n > 0 && keep == 0 && p.err == nil; n-- {
				if strings.HasPrefix(pasteBegin, string(p.raw[len(p.raw)-n:])) {
					keep = n
				}
			}
			p.ready = append(p.ready, p.raw[:len(p.raw)-keep]...)
			p.raw = p.raw[len(p.raw)-keep:]
			return
		}
		p.ready = append(p.ready, p.raw[:i]...)
		p.raw, p.inside = p.raw[i+len(pasteBegin):], true
	}
}

// pasted returns what stands in the line for a text. One that ends with a line end is entered at once.
func (p *pasting) pasted(text string) string {
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	if strings.Count(strings.TrimSuffix(text, "\n"), "\n") == 0 {
		return strings.ReplaceAll(strings.ReplaceAll(text, "\t", "    "), "\n", "\r")
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.texts = append(p.texts, strings.TrimSuffix(text, "\n"))
	mark := pasteMark(len(p.texts), text)
	if strings.HasSuffix(text, "\n") {
		mark += "\r"
	}
	return mark
}

// pasteMark stands for the nth text.
func pasteMark(n int, text string) string {
	return fmt.Sprintf("«paste %d: %d lines»", n, strings.Count(strings.TrimSuffix(text, "\n"), "\n")+1)
}

// expand puts the texts in the place of their marks, and line ends in the place of theirs.
func (p *pasting) expand(line string) string {
	p.mu.Lock()
	defer p.mu.Unlock()
	for i, text := range p.texts {
		line = strings.ReplaceAll(line, pasteMark(i+1, text), text)
	}
	return strings.ReplaceAll(line, lineMark, "\n")
}
