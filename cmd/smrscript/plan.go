package main

// This file defines smrscript plan and smrscript apply.

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/dustin/go-humanize"

	"github.com/smrscript/smrscript"
	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/plan"
	"github.com/smrscript/smrscript/lang/diag"
	"github.com/smrscript/smrscript/stdlib"
)

type planCommand struct {
	Out              string   `short:"o" placeholder:"FILE" help:"Save the plan here, for smrscript apply."`
	JSON             bool     `name:"json" help:"Print the plan as JSON."`
	DetailedExitcode bool     `help:"Exit with 2 when something would be changed, with 0 when nothing would be."`
	Include          []string `short:"I" placeholder:"DIR" sep:"none" help:"Look for modules in this folder first."`
	Args             []string `arg:"" passthrough:"" name:"file" help:"The script and its arguments."`
}

// Help is shown by plan --help.
func (*planCommand) Help() string {
	return "Runs the script as a rehearsal: it reads the engine and files as always, but what it would change is written down instead. Programs are not " +
		"run, signals not sent, waiting takes no time, and files that it writes stay in memory. What the script prints goes to standard error."
}

// exitChanges is the exit status of plan --detailed-exitcode when something would be changed.
const exitChanges = 2

// Run makes a plan.
func (c *planCommand) Run(a *app) error {
	name := c.Args[0]
	text, err := a.read(name)
	if err != nil {
		return usage(a, err.Error())
	}
	cfg := smrscript.Config{Stdin: a.In, Stdout: a.Err, Stderr: a.Err, Args: c.Args[1:], ConfigFile: a.config, WhichEngine: a.which, Report: a.report, Version: versionText()}
	if len(c.Include) > 0 {
		cfg.Include = append(c.Include, "lib", ".")
	}
	ctx, stop := a.interruptible(untrapped)
	defer stop()
	p, err := smrscript.Plan(ctx, cfg, name, text)
	var diags diag.List
	if errors.As(err, &diags) {
		a.complain(err)
		return exitStatus(p.Exit)
	}
	a.complain(err)
	if c.JSON {
		err = p.Encode(a.Out)
	} else {
		writePlan(a.Out, p)
	}
	if err == nil && c.Out != "" {
		err = savePlan(c.Out, p)
	}
	changes, _ := p.Changes()
	switch {
	case err != nil:
		return err
	case p.Exit != 0:
		fmt.Fprintf(a.Err, "smrscript: the script ended with exit status %d; such a plan cannot be applied\n", p.Exit)
		return exitStatus(stdlib.ExitFailed)
	case c.DetailedExitcode && changes > 0:
		return exitStatus(exitChanges)
	}
	return nil
}

// savePlan writes a plan to a file as a whole or not at all.
func savePlan(path string, p *plan.Plan) error {
	f, err := os.CreateTemp(filepath.Dir(path), ".plan-*")
	if err != nil {
		return fmt.Errorf("the plan cannot be saved: %w", err)
	}
	err = errors.Join(p.Encode(f), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return errors.Join(fmt.Errorf("the plan cannot be saved: %w", err), os.Remove(f.Name()))
	}
	return nil
}

// marks show in front of a step what it does.
func mark(e engine.Effect) string {
	switch e {
	case engine.Change:
		return "~"
	case engine.Destroy:
		return "!"
	}
	return " "
}

// writePlan shows a plan to people.
func writePlan(w io.Writer, p *plan.Plan) {
	fmt.Fprintf(w, "Plan for %s: %s.\n", p.Script, p.Summary())
	if len(p.Steps) > 0 {
		fmt.Fprintln(w)
	}
	for _, s := range p.Steps {
		fmt.Fprintf(w, "%s %2d. %s  (%s)\n", mark(s.Effect), s.N, s.Text, s.Origin)
		if s.Size != nil {
			fmt.Fprintf(w, "      the set has %s %s, %s\n", humanize.Comma(s.Size.Files), plural(s.Size.Files, "file"), humanize.Bytes(uint64(max(0, s.Size.Bytes))))
		}
		if s.Makes != 0 {
			fmt.Fprintf(w, "      assumed to become connection %d\n", s.Makes)
		}
	}
	if changes, destroys := p.Changes(); changes > 0 {
		legend := "\n~ changes something"
		if destroys > 0 {
			legend += "; ! may also remove data from a copy or a definition"
		}
		fmt.Fprintln(w, legend+".")
	}
	if len(p.Outside) > 0 {
		fmt.Fprintln(w, "\nThe script would also do this, which is no part of the plan:")
		for _, o := range p.Outside {
			fmt.Fprintf(w, "      %s\n", o.Text)
		}
	}
}

func plural(n int64, word string) string {
	if n == 1 {
		return word
	}
	return word + "s"
}

type applyCommand struct {
	Yes       bool   `short:"y" help:"Do not ask before steps that may remove data."`
	IgnoreOut bool   `name:"engine-only" help:"Apply the plan although the script would also run programs or change files, which is left out."`
	Plan      string `arg:"" name:"plan" help:"The file that smrscript plan saved."`
	wrapFlags `embed:""`
}

// Help is shown by apply --help.
func (*applyCommand) Help() string {
	return "Carries out exactly the steps of a plan. If replication sets or connections of the machines concerned have changed since it was made, " +
		"it says what and does nothing."
}

// Run applies a plan.
func (c *applyCommand) Run(a *app) error {
	p, err := readPlan(c.Plan)
	if err != nil {
		return usage(a, err.Error())
	}
	if err := c.refuse(a, p); err != nil {
		return err
	}
	session := stdlib.NewSession(a.config, a.which, versionText(), a.report)
	wrap, finish := c.wrapFlags.wrapper(p.Script, p.SHA256)
	session.Wrap = wrap
	c.patience(a, session)
	ctx, stop := a.interruptible(untrapped)
	defer stop()
	client, err := session.Client(ctx)
	if err != nil {
		fmt.Fprintf(a.Err, "smrscript: %s\n", err)
		return exitStatus(stdlib.ExitNoEngine)
	}
	err = plan.Apply(ctx, client, p, plan.Options{Secret: session.Secret, Done: func(s plan.Step, r engine.Result) {
		fmt.Fprintf(a.Out, "done %d of %d: %s%s\n", s.N, len(p.Steps), s.Text, outcome(s, r))
	}})
	return a.applied(err, errors.Join(session.Close(), finish()))
}

// applied says how applying a plan ended.
func (a *app) applied(err, cleanup error) error {
	if cleanup != nil {
		fmt.Fprintf(a.Err, "smrscript: %s\n", cleanup)
	}
	if errors.Is(err, context.Canceled) {
		fmt.Fprintf(a.Err, "smrscript: interrupted: %s\n", err)
		return exitStatus(stdlib.ExitInterrupted)
	}
	if err != nil {
		fmt.Fprintf(a.Err, "smrscript: %s\n", err)
	}
	if err != nil || cleanup != nil {
		return exitStatus(stdlib.ExitFailed)
	}
	return nil
}

// outcome says what a step gave beyond what was assumed.
func outcome(s plan.Step, r engine.Result) string {
	switch r := r.(type) {
	case engine.ConnectionID:
		return fmt.Sprintf(" = %d", r)
	case engine.Disconnected:
		if r.Reason != "" {
			return " (" + r.Reason + ")"
		}
	}
	return ""
}

// refuse says why a plan cannot be applied as things are, and asks before data may be removed.
func (c *applyCommand) refuse(a *app, p *plan.Plan) error {
	switch {
	case p.Exit != 0:
		return usage(a, fmt.Sprintf("the script ended with exit status %d when the plan was made: its steps are not all that it would do", p.Exit))
	case len(p.Outside) > 0 && !c.IgnoreOut:
		return usage(a, fmt.Sprintf("%s would also %s: run the script itself, or apply the engine's part alone with --engine-only", p.Script, p.Outside[0].Text))
	}
	if _, destroys := p.Changes(); destroys == 0 || c.Yes || !isTerminal(a.In) {
		return nil
	}
	writePlan(a.Err, p)
	fmt.Fprint(a.Err, "\nApply it? Type yes: ")
	var answer string
	if _, err := fmt.Fscanln(a.In, &answer); err != nil || answer != "yes" {
		return usage(a, "nothing was done")
	}
	return nil
}

func readPlan(name string) (*plan.Plan, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	p, err := plan.Decode(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return p, nil
}
