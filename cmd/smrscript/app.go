package main

// This file defines the command line and what the sub-commands share.

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/alecthomas/kong"
	"golang.org/x/term"

	"github.com/smrscript/smrscript/engine/config"
	"github.com/smrscript/smrscript/lang/diag"
	"github.com/smrscript/smrscript/stdlib"
)

// Stdio are the streams of the program.
type Stdio struct {
	In  io.Reader
	Out io.Writer
	Err io.Writer
}

// commandLine is what kong reads.
type commandLine struct {
	Quiet  bool   `short:"q" help:"Show no progress."`
	Config string `placeholder:"FILE" help:"Read the machines from this file instead of smrscript.toml."`
	Which  string `name:"engine" placeholder:"WHICH" help:"Which engine: here (in this process), daemon, or https://host:port; as it comes if left out."`
	Color  string `enum:"auto,always,never" default:"auto" help:"Colour messages: auto, always or never."`

	Run        runCommand        `cmd:"" default:"withargs" help:"Run a script. The word may be left out: smrscript FILE."`
	Plan       planCommand       `cmd:"" help:"Say what a script would do, without doing it."`
	Apply      applyCommand      `cmd:"" help:"Do exactly what a plan says."`
	Replay     replayCommand     `cmd:"" help:"Run a script against a recording instead of an engine."`
	Audit      auditCommand      `cmd:"" help:"Work with audit logs."`
	Check      checkCommand      `cmd:"" help:"Find the mistakes of scripts without running them."`
	Fmt        fmtCommand        `cmd:"" help:"Lay scripts out in one way."`
	Repl       replCommand       `cmd:"" help:"Enter commands at a prompt."`
	Demo       demoCommand       `cmd:"" help:"Show rotating connections in a sandbox."`
	Doc        docCommand        `cmd:"" help:"Print what is known about a command or function."`
	Explain    explainCommand    `cmd:"" help:"Explain the code of a message, such as E0201 or -107."`
	Status     statusCommand     `cmd:"" help:"List the connections, their mirrors and queues."`
	Watch      watchCommand      `cmd:"" help:"Show the connections as they change."`
	Engine     engineCommand     `cmd:"" help:"Run the engine as a daemon, for many scripts and other hosts."`
	Test       testCommand       `cmd:"" help:"Run transcripts of scripts in a sandbox."`
	Completion completionCommand `cmd:"" help:"Print the completion of a shell: bash, zsh or fish."`
	Man        manCommand        `cmd:"" help:"Print the manual page."`
	Version    versionCommand    `cmd:"" help:"Print the version."`
}

// app is what the sub-commands work with.
type app struct {
	Stdio
	ctx    context.Context
	config string
	which  config.Choice // of the engines of the configuration
	color  bool
	events *eventStream // what is told becomes events; nil: text for people
	quiet  bool         // nothing is said but what the script says, and mistakes
}

// exitStatus is an error that only says how to exit.
type exitStatus int

func (e exitStatus) Error() string { return fmt.Sprintf("exit status %d", int(e)) }

// status turns an exit status into the error of a sub-command.
func status(code int) error {
	if code == 0 {
		return nil
	}
	return exitStatus(code)
}

// helped is thrown when kong has printed help and wants to exit.
type helped struct{ code int }

// Run runs the program and returns its exit status.
func Run(ctx context.Context, args []string, stdio Stdio) (code int) {
	defer func() {
		switch e := recover().(type) {
		case nil:
		case helped:
			code = e.code
		default:
			panic(e)
		}
	}()
	if run, ok := plainRun(args); ok {
		a := &app{Stdio: stdio, ctx: ctx, color: colored("auto", stdio.Err)}
		return a.exitCode(run.Run(a))
	}
	var line commandLine
	parser, err := kong.New(&line, kong.Name("smrscript"), kong.Description("Runs scripts that control replication."),
		kong.Writers(stdio.Out, stdio.Err), kong.Exit(func(code int) { panic(helped{code}) }), kong.ConfigureHelp(kong.HelpOptions{Compact: true}))
	if err != nil {
		panic(err) // the structs are wrong, not the user
	}
	parsed, err := parser.Parse(numbersAsWords(args))
	if err != nil {
		fmt.Fprintf(stdio.Err, "smrscript: %s\nTry smrscript --help.\n", err)
		return stdlib.ExitUsage
	}
	which := config.Choice(line.Which)
	if err := which.Check(); err != nil {
		fmt.Fprintf(stdio.Err, "smrscript: --engine: %s\nTry smrscript --help.\n", err)
		return stdlib.ExitUsage
	}
	a := &app{Stdio: stdio, ctx: ctx, config: line.Config, which: which, color: colored(line.Color, stdio.Err), quiet: line.Quiet}
	return a.exitCode(parsed.Run(a))
}

// exitCode is the exit status for the outcome of a sub-command, whose error it prints.
func (a *app) exitCode(err error) int {
	var exit exitStatus
	switch {
	case err == nil:
		return 0
	case errors.As(err, &exit):
		return int(exit)
	}
	fmt.Fprintf(a.Err, "smrscript: %s\n", err)
	return 1
}

// colored decides whether messages are coloured.
func colored(mode string, w io.Writer) bool {
	switch mode {
	case "always":
		return true
	case "never":
		return false
	}
	return os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb" && isTerminal(w)
}

// isTerminal tells whether a stream is a terminal.
func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// report writes a diagnostic for people.
func (a *app) report(d *diag.Diagnostic) {
	if a.events != nil {
		a.events.diagnostic(d)
		return
	}
	_ = diag.Write(a.Err, d, diag.Options{Color: a.color})
}
