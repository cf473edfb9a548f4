package main

// This file defines smrscript repl.

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"

	"github.com/smrscript/smrscript"
	"github.com/smrscript/smrscript/stdlib"
)

type replCommand struct{}

// errInterrupted is what a lineReader returns for Ctrl-C.
var errInterrupted = errors.New("interrupted")

// A lineReader reads lines from whoever sits at the prompt.
type lineReader interface {
	// Ask sets the text that the next lines are asked with.
	Ask(prompt string)
	// Line reads a line, without its end. io.EOF: there are no more; errInterrupted: Ctrl-C.
	Line() (string, error)
	// Remember adds an entry to the history.
	Remember(entry string)
	// Output is where to write so that the line being edited stays whole.
	Output() io.Writer
	// Close gives the terminal back and writes the history.
	Close() error
}

// Run reads entries until the end of the input.
func (*replCommand) Run(a *app) error {
	reader, err := a.lineReader()
	if err != nil {
		return err
	}
	defer reader.Close()
	cfg := smrscript.Config{Stdin: a.In, Stdout: a.Out, Stderr: a.Err, ConfigFile: a.config, Report: a.report, Version: versionText()}
	if isTerminal(a.Err) {
		cfg.Progress = newBars(a.Err)
	}
	in := smrscript.New(cfg)
	defer in.Close()
	if isTerminal(a.In) && isTerminal(a.Out) {
		fmt.Fprintf(a.Out, "smrscript %s - help lists the commands, exit leaves\n", versionText())
	}
	return status(a.converse(in, reader))
}

// converse runs the entries and returns the exit status.
func (a *app) converse(in *smrscript.Interp, reader lineReader) int {
	prompt := stdlib.NewPrompt(in.Interp, reader.Output())
	reader.Ask(stdlib.PromptText)
	exit := 0
	for {
		line, err := reader.Line()
		if errors.Is(err, errInterrupted) {
			prompt.Drop()
			reader.Ask(stdlib.PromptText)
			continue
		}
		if err != nil {
			if line = prompt.Pending(); line == "" {
				break
			}
			line = "" // what was begun is told what it lacks
		}
		answer := a.enter(prompt, line)
		if answer.More {
			reader.Ask(stdlib.MoreText)
			continue
		}
		reader.Ask(stdlib.PromptText)
		if answer.Entry != "" {
			reader.Remember(answer.Entry)
		}
		if answer.Left {
			exit = answer.Exit
			break
		}
		if err != nil {
			break
		}
	}
	exit, err := in.VM.End(exit)
	a.complain(err)
	in.Leave()
	return exit
}

// enter runs one line; Ctrl-C ends what it started.
func (a *app) enter(prompt *stdlib.Prompt, line string) stdlib.Answer {
	ctx, stop := signal.NotifyContext(a.ctx, os.Interrupt)
	defer stop()
	answer := prompt.Enter(ctx, line)
	if errors.Is(answer.Err, context.Canceled) {
		fmt.Fprintln(a.Err, "interrupted")
	}
	return answer
}
