package main

// This file defines how lines are read on a terminal that can do nothing but show text: editing is the terminal's own, and nothing is
// sent that it would have to understand.

import (
	"bufio"
	"errors"
	"io"
	"os"
	"os/signal"
	"strings"
)

// dumbReader asks and reads; Ctrl-C gives a line up.
type dumbReader struct {
	in      *bufio.Reader
	out     io.Writer
	prompt  string
	history string // the file, "" for none
	entries []string
	coming  chan dumbLine // what is being read, nil when nothing is
}

// A dumbLine is a line that was read.
type dumbLine struct {
	text string
	err  error
}

func newDumbReader(in io.Reader, out io.Writer, history string) *dumbReader {
	if history != "" && private(history) != nil {
		history = "" // a prompt without a history is better than none
	}
	return &dumbReader{in: bufio.NewReader(in), out: out, history: history, entries: readHistory(history)}
}

func (d *dumbReader) Ask(prompt string) { d.prompt = prompt }

// Line reads a line. Reading cannot be broken off, so that a line that was given up goes on being read for the next one.
func (d *dumbReader) Line() (string, error) {
	interrupts := make(chan os.Signal, 1)
	signal.Notify(interrupts, os.Interrupt)
	defer signal.Stop(interrupts)
	_, _ = io.WriteString(d.out, d.prompt)
	if d.coming == nil {
		coming := make(chan dumbLine, 1)
		d.coming = coming
		go func() {
			text, err := d.in.ReadString('\n')
			if errors.Is(err, io.EOF) && text != "" {
				err = nil
			}
			coming <- dumbLine{strings.TrimRight(text, "\r\n"), err}
		}()
	}
	select {
	case line := <-d.coming:
		d.coming = nil
		if line.err != nil {
			_, _ = io.WriteString(d.out, "\n")
		}
		return line.text, line.err
	case <-interrupts:
		_, _ = io.WriteString(d.out, "\n")
		return "", errInterrupted
	}
}

// Remember keeps an entry in one line, which is how the history is stored.
func (d *dumbReader) Remember(entry string) {
	d.entries = append(d.entries, entry)
	if d.history == "" {
		return
	}
	f, err := os.OpenFile(d.history, os.O_APPEND|os.O_WRONLY|os.O_CREATE, 0o600)
	if err != nil {
		return // a history that cannot be written is no reason to stop
	}
	_, _ = f.WriteString(joined(entry) + "\n")
	_ = f.Close()
}

func (d *dumbReader) History() []string { return d.entries }
func (d *dumbReader) Output() io.Writer { return d.out }
func (d *dumbReader) Above(text string) { _, _ = io.WriteString(d.out, text) }
func (d *dumbReader) Close() error      { return nil }
