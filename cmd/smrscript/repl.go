package main

// This file defines smrscript repl.

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"

	"github.com/smrscript/smrscript"
	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/stdlib"
)

type replCommand struct {
	Yes bool `short:"y" help:"Do not ask before something is destroyed."`
}

// Help is shown by repl --help.
func (*replCommand) Help() string {
	return "Lines are commands or Perl; help lists the commands, :help what else there is. History is kept in $XDG_STATE_HOME/smrscript/history, without passwords."
}

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
	// History returns the entries, oldest first.
	History() []string
	// Output is where to write so that the line being edited stays whole.
	Output() io.Writer
	// Above writes text above the line being edited, from within a completion.
	Above(text string)
	// Close gives the terminal back and writes the history.
	Close() error
}

// Run reads entries until the end of the input.
func (r *replCommand) Run(a *app) error {
	c := &console{app: a}
	reader, err := a.lineReader(c)
	if err != nil {
		return err
	}
	defer reader.Close()
	c.reader = reader
	sitting := isTerminal(a.In) && isTerminal(a.Out)
	c.make = func(c *console) *smrscript.Interp {
		cfg := smrscript.Config{Stdin: a.In, Stdout: a.Out, Stderr: a.Err, ConfigFile: a.config, WhichEngine: a.which, Report: a.report, Version: versionText(), Trace: c.traced}
		cfg.Progress = a.progress()
		if sitting {
			cfg.Progress = &waited{cfg.Progress, &c.running}
			cfg.Wrap = func(client engine.Client) (engine.Client, error) {
				if client = (&starter{client, &c.running}); !r.Yes {
					client = &confirmer{client, c.confirm}
				}
				return client, nil
			}
		}
		return smrscript.New(cfg)
	}
	c.begin()
	defer func() { _ = c.in.Close() }()
	if sitting {
		fmt.Fprintf(a.Out, "smrscript %s - help lists the commands, :help the rest, exit leaves\n", versionText())
	}
	return status(c.converse())
}

// confirm asks a question that is answered with yes or no.
func (c *console) confirm(question string) bool {
	c.reader.Ask(question + " [y/N] ")
	answer, err := c.reader.Line()
	answer = strings.ToLower(strings.TrimSpace(answer))
	return err == nil && (answer == "y" || answer == "yes")
}

// converse runs the entries and returns the exit status.
func (c *console) converse() int {
	c.reader.Ask(stdlib.PromptText)
	for !c.left {
		if c.prompt.Pending() == "" {
			c.finished()
		}
		line, err := c.reader.Line()
		if errors.Is(err, errInterrupted) {
			c.prompt.Drop()
			c.reader.Ask(stdlib.PromptText)
			continue
		}
		if err != nil {
			if c.prompt.Pending() == "" {
				break
			}
			line = "" // what was begun is told what it lacks
		}
		switch word := strings.TrimSpace(line); {
		case c.prompt.Pending() != "":
			c.enter(line)
		case strings.HasPrefix(word, ":") && !strings.HasPrefix(word, "::"):
			c.colon(word)
		case isQuestion(word):
			if derr := c.doc(strings.TrimSpace(strings.Trim(word, "?"))); derr != nil {
				fmt.Fprintln(c.Err, derr)
			}
		default:
			if command, ok := c.inBackground(word); ok {
				c.background(command)
			} else {
				c.enter(line)
			}
		}
		c.reader.Ask(stdlib.PromptText)
		if c.prompt.Pending() != "" {
			c.reader.Ask(stdlib.MoreText)
		}
		if err != nil {
			break
		}
	}
	exit, err := c.in.VM.End(c.exit)
	c.complain(err)
	c.in.Leave()
	return exit
}

// isQuestion tells `connect ?` and `?connect`.
func isQuestion(line string) bool {
	word := strings.TrimSpace(strings.Trim(line, "?"))
	return word != "" && word != strings.TrimSpace(line) && !strings.ContainsAny(word, "$@%&;=\"'(){}/")
}

// enter runs lines; Ctrl-C ends what they started.
func (c *console) enter(lines string) {
	ctx, stop := signal.NotifyContext(c.ctx, os.Interrupt)
	defer stop()
	answer := c.prompt.Enter(ctx, lines)
	if errors.Is(answer.Err, context.Canceled) {
		fmt.Fprintln(c.Err, "interrupted")
		if len(c.running.all()) > 0 {
			fmt.Fprintln(c.Err, "mirrors go on; :jobs lists them")
		}
	}
	if answer.Entry != "" {
		c.entries = append(c.entries, answer.Entry)
		c.reader.Remember(answer.Entry)
	}
	if answer.Left {
		c.left, c.exit = true, answer.Exit
	}
}
