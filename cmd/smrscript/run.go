package main

// This file defines smrscript run.

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"time"

	"github.com/smrscript/smrscript"
	"github.com/smrscript/smrscript/lang/diag"
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/stdlib"
)

type runCommand struct {
	Code     []string      `short:"e" placeholder:"CODE" sep:"none" help:"Run this text instead of a file; several are lines of one script."`
	Warn     bool          `short:"w" help:"Switch warnings on everywhere."`
	OnError  string        `enum:"stop,continue" default:"continue" help:"What a failed command does whose result nobody looks at: stop or continue."`
	Include  []string      `short:"I" placeholder:"DIR" sep:"none" help:"Look for modules in this folder first."`
	Timeout  time.Duration `placeholder:"TIME" help:"End the script after this time, such as 90s or 2h, with exit status 6."`
	MaxSteps int           `placeholder:"N" help:"End the script after about this many loop turns and calls, with exit status 6."`
	Yes      bool          `short:"y" help:"At the prompt, do not ask before something is destroyed."`
	jobFlags `embed:""`
	wayFlags `embed:""`
	Args     []string `arg:"" optional:"" passthrough:"" name:"file" help:"The script, - for standard input, and its arguments; without one a terminal gets a prompt."`
}

// Run runs the script.
func (c *runCommand) Run(a *app) error {
	if len(c.Code) == 0 && len(c.Args) == 0 && isTerminal(a.In) {
		return (&replCommand{Yes: c.Yes}).Run(a)
	}
	name, text, args, err := c.script(a)
	if err != nil {
		fmt.Fprintf(a.Err, "smrscript: %s\n", err)
		return exitStatus(stdlib.ExitUsage)
	}
	if c.Check {
		return (&checkCommand{JSON: c.JSON, Include: c.Include}).one(a, name, text)
	}
	text = c.looped(text)
	if err := c.checkNotify(); err != nil {
		return usage(a, err.Error())
	}
	job, err := c.begin(a, name, text)
	if err != nil {
		fmt.Fprintf(a.Err, "smrscript: %s\n", err)
		return exitStatus(stdlib.ExitLocked)
	}
	cfg := smrscript.Config{Stdin: a.In, Stdout: a.Out, Stderr: a.Err, Args: args, ConfigFile: a.config, WhichEngine: a.which, OnError: c.OnError, Report: job.report, Wrap: job.wrap,
		Warn: c.Warn, Limits: runtime.Limits{Steps: c.MaxSteps}, Version: versionText()}
	if len(c.Include) > 0 {
		cfg.Include = append(c.Include, "lib", ".")
	}
	way, err := c.way(a, &cfg, name, text)
	if err != nil {
		return usage(a, err.Error())
	}
	in := smrscript.New(cfg)
	c.patience(a, in.Session)
	way.attach(in)
	ctx, stop := a.interruptible(way.stays(in))
	defer stop()
	if c.Timeout > 0 {
		late := &runtime.LimitError{Limit: "time", Value: int(c.Timeout.Seconds()), Time: c.Timeout}
		limited, cancel := context.WithTimeoutCause(ctx, c.Timeout, late)
		defer cancel()
		ctx = limited
	}
	exit, err := runBounded(ctx, in, name, text)
	way.complain(err)
	return status(way.end(job.end(endStatus(err, exit), err, in.Close()), err))
}

// grace is how long a script may take to notice that its context has ended. Only one that waits for a system call, such as a
// read from a terminal, takes longer.
const grace = 500 * time.Millisecond

// runBounded runs a script and gives up on it when it does not come back from the end of ctx.
func runBounded(ctx context.Context, in *smrscript.Interp, name, text string) (int, error) {
	type outcome struct {
		exit int
		err  error
	}
	ended := make(chan outcome, 1)
	go func() {
		exit, err := in.Run(ctx, name, text)
		ended <- outcome{exit, err}
	}()
	select {
	case o := <-ended:
		return o.exit, o.err
	case <-ctx.Done():
	}
	select {
	case o := <-ended:
		return o.exit, o.err
	case <-time.After(grace):
		return stdlib.ExitInterrupted, context.Cause(ctx)
	}
}

// complain tells of the error of a script.
func (a *app) complain(err error) {
	var diags diag.List
	if errors.As(err, &diags) {
		for _, d := range diags {
			a.report(d)
		}
		return
	}
	_, _ = io.WriteString(a.Err, stdlib.Complaint(err))
}

// script returns the text to run, what messages call it, and the arguments that are left for it.
func (c *runCommand) script(a *app) (name, text string, args []string, err error) {
	if len(c.Code) > 0 {
		return "-e", strings.Join(c.Code, "\n") + "\n", c.Args, nil
	}
	if len(c.Args) == 0 {
		c.Args = []string{"-"}
	}
	name, args = c.Args[0], c.Args[1:]
	if name == "-" {
		data, err := io.ReadAll(a.In)
		return "-", string(data), args, err
	}
	text, err = readScript(name)
	return name, text, args, err
}

// readScript reads a script file.
func readScript(name string) (string, error) {
	data, err := os.ReadFile(name)
	var path *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "", fmt.Errorf("there is no file %q", name)
	case errors.As(err, &path):
		return "", fmt.Errorf("%s: %w", name, path.Err)
	}
	return string(data), err
}
