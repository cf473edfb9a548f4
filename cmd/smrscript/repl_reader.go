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
func (a *app) lineReader() (lineReader, error) {
	if !isTerminal(a.In) || !isTerminal(a.Out) {
		return &plainReader{in: bufio.NewReader(a.In), out: a.Out}, nil
	}
	return newTerminalReader(a.In.(*os.File), a.Out, historyFile())
}

// plainReader reads lines and asks nothing.
type plainReader struct {
	in  *bufio.Reader
	out io.Writer
}

func (p *plainReader) Ask(string) {}

func (p *plainReader) Line() (string, error) {
	line, err := p.in.ReadString('\n')
	if err == io.EOF && line != "" {
		err = nil
	}
	return strings.TrimRight(line, "\r\n"), err
}

func (p *plainReader) Remember(string)   {}
func (p *plainReader) Output() io.Writer { return p.out }
func (p *plainReader) Close() error      { return nil }

// terminalReader edits lines.
type terminalReader struct{ *readline.Instance }

// historyLimit is how many entries the history keeps.
const historyLimit = 2000

func newTerminalReader(in *os.File, out io.Writer, history string) (*terminalReader, error) {
	if history != "" && private(history) != nil {
		history = "" // a prompt without a history is better than none
	}
	inst, err := readline.NewEx(&readline.Config{HistoryFile: history, HistoryLimit: historyLimit, DisableAutoSaveHistory: true,
		Stdin: readline.NewCancelableStdin(in), Stdout: out, InterruptPrompt: "^C", EOFPrompt: "exit"})
	if err != nil {
		return nil, err
	}
	if history != "" {
		_ = private(history) // a history that was too long has been written anew
	}
	return &terminalReader{inst}, nil
}

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
	line, err := t.Readline()
	if errors.Is(err, readline.ErrInterrupt) {
		return "", errInterrupted
	}
	return line, err
}

// Remember keeps an entry in one line, which is how the history is stored.
func (t *terminalReader) Remember(entry string) {
	_ = t.SaveHistory(strings.ReplaceAll(entry, "\n", " ")) // a history that cannot be written is no reason to stop
}

func (t *terminalReader) Output() io.Writer { return t.Stdout() }
