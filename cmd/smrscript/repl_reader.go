package main

// This file defines the two ways to read lines: with editing and history on a terminal, plainly elsewhere.

import (
	"bufio"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/chzyer/readline"
)

// lineReader returns the reader that fits the input.
func (a *app) lineReader(c *console) (lineReader, error) {
	if !isTerminal(a.In) || !isTerminal(a.Out) {
		return &plainReader{in: bufio.NewReader(a.In), out: a.Out}, nil
	}
	if os.Getenv("TERM") == "dumb" {
		return newDumbReader(a.In, a.Out, historyFile()), nil
	}
	var colours readline.Painter
	if a.color {
		colours = &painter{c}
	}
	return newTerminalReader(a.In.(*os.File), a.Out, historyFile(), &completer{c}, colours)
}

// plainReader reads lines and asks nothing.
type plainReader struct {
	in      *bufio.Reader
	out     io.Writer
	entries []string
}

func (p *plainReader) Ask(string) {}

func (p *plainReader) Line() (string, error) {
	line, err := p.in.ReadString('\n')
	if err == io.EOF && line != "" {
		err = nil
	}
	return strings.TrimRight(line, "\r\n"), err
}

func (p *plainReader) Remember(entry string) { p.entries = append(p.entries, entry) }
func (p *plainReader) History() []string     { return p.entries }
func (p *plainReader) Output() io.Writer     { return p.out }
func (p *plainReader) Above(text string)     { _, _ = io.WriteString(p.out, text) }
func (p *plainReader) Close() error          { return nil }

// terminalReader edits lines.
type terminalReader struct {
	*readline.Instance
	keys    *pasting
	out     io.Writer
	entries []string
}

// historyLimit is how many entries the history keeps.
const historyLimit = 2000

func newTerminalReader(in *os.File, out io.Writer, history string, complete readline.AutoCompleter, colours readline.Painter) (*terminalReader, error) {
	if history != "" && private(history) != nil {
		history = "" // a prompt without a history is better than none
	}
	t := &terminalReader{keys: newPasting(readline.NewCancelableStdin(in)), out: out, entries: readHistory(history)}
	cfg := &readline.Config{HistoryFile: history, HistoryLimit: historyLimit, DisableAutoSaveHistory: true, HistorySearchFold: true,
		Stdin: t.keys, Stdout: out, InterruptPrompt: "^C", EOFPrompt: "exit", AutoComplete: &lister{complete, t.keys}, Painter: colours}
	inst, err := readline.NewEx(cfg)
	if err != nil {
		return nil, err
	}
	if history != "" {
		_ = private(history) // a history that was too long has been written anew
	}
	t.Instance = inst
	return t, nil
}

// Close ends editing. The keyboard is closed first: readline waits for whoever reads it, and closes only its own buffer in front of it.
func (t *terminalReader) Close() error { return errors.Join(t.keys.Close(), t.Instance.Close()) }

// historyFile is where the history is kept, "" for nowhere.
func historyFile() string {
	dir := os.Getenv("XDG_STATE_HOME")
	if !filepath.IsAbs(dir) {
		home, err := os.UserHomeDir()
		if err != nil {
			return ""
		}
		dir = filepath.Join(home, ".local", "state")
	}
	return filepath.Join(dir, "smrscript", "history")
}

// private makes a file that only its owner can read, or takes the others' rights away.
func private(file string) error {
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		return err
	}
	f, err := os.OpenFile(file, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return err
	}
	return errors.Join(f.Chmod(0o600), f.Close())
}

func (t *terminalReader) Ask(prompt string) { t.SetPrompt(prompt) }

func (t *terminalReader) Line() (string, error) {
	_, _ = io.WriteString(t.out, pasteOn)
	defer func() { _, _ = io.WriteString(t.out, pasteOff) }()
	line, err := t.Readline()
	if errors.Is(err, readline.ErrInterrupt) {
		return "", errInterrupted
	}
	return t.keys.expand(line), err
}

// Remember keeps an entry in one line, which is how the history is stored.
func (t *terminalReader) Remember(entry string) {
	if n := len(t.entries); n > 0 && t.entries[n-1] == entry {
		return
	}
	t.entries = append(t.entries, entry)
	_ = t.SaveHistory(joined(entry)) // a history that cannot be written is no reason to stop
}

func (t *terminalReader) History() []string { return t.entries }

func (t *terminalReader) Output() io.Writer { return t.Stdout() }

// Above writes past the editor's own writer, which draws the list of completions anew while that is being made.
func (t *terminalReader) Above(text string) {
	t.Clean()
	_, _ = io.WriteString(t.out, text)
	t.Refresh()
}
