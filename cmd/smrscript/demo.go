package main

// This file defines smrscript demo.

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"github.com/smrscript/smrscript"
	"github.com/smrscript/smrscript/cmd/smrscript/sandbox"
	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/config"
	"github.com/smrscript/smrscript/examples"
	"github.com/smrscript/smrscript/stdlib"
)

type demoCommand struct {
	Dir       string        `default:"./demo-sandbox" placeholder:"DIR" help:"The folder of the sandbox; made at the first run, used again later (${default})."`
	Rotations int           `default:"4" help:"How often the copies change places (${default})."`
	Pause     time.Duration `default:"1s" help:"How long a copy is live before the next rotation (${default})."`
}

// Help is shown by demo --help.
func (*demoCommand) Help() string {
	return "Makes a sandbox in which a small database on the machine alpha is written to all the time, and runs the example scripts of rotating connections in turn. " +
		"They keep two copies on the machine beta, one live and one frozen, and back up the frozen one. In the end each backup is " +
		"examined: the log of the database is replayed and must give the data file."
}

// A demo is one run of the demo.
type demo struct {
	*app
	box      sandbox.Sandbox
	client   engine.Client
	progress stdlib.Progress
}

// A rotation is what one script did.
type rotation struct {
	script  string
	files   int64 // sent
	bytes   int64
	took    time.Duration
	exit    int
	archive string // "" when nothing was to be backed up
	first   bool   // there was no frozen copy yet
}

// Run runs the demo. It exits with 1 if a backup is missing or not consistent.
func (c *demoCommand) Run(a *app) error {
	if c.Rotations < 1 {
		return usage(a, "--rotations must be at least 1")
	}
	box, fresh, err := sandbox.Make(c.Dir)
	if err != nil {
		return usage(a, err.Error())
	}
	ctx, stop := a.interruptible(untrapped)
	defer stop()
	d := &demo{app: a, box: box, progress: &lines{w: a.Out}}
	if isTerminal(a.Err) {
		d.progress = newBars(a.Err)
	}
	if err := d.open(ctx); err != nil {
		return err
	}
	word := "found in"
	if fresh {
		word = "made in"
	}
	fmt.Fprintf(a.Out, "sandbox %s %s\n", word, box.Dir)
	done, err := d.rotate(ctx, c)
	cerr := d.client.Close()
	switch {
	case ctx.Err() != nil:
		fmt.Fprintln(a.Err, "smrscript: interrupted")
		return exitStatus(stdlib.ExitInterrupted)
	case errors.Join(err, cerr) != nil:
		return errors.Join(err, cerr)
	}
	return d.table(done)
}

func usage(a *app, text string) error {
	fmt.Fprintf(a.Err, "smrscript: %s\n", text)
	return exitStatus(stdlib.ExitUsage)
}

// open opens the engine of the sandbox and logs in, so that the demo may ask what the scripts have done.
func (d *demo) open(ctx context.Context) error {
	cfg, err := config.Load(d.box.Path(sandbox.ConfigFile))
	if err == nil {
		d.client, err = cfg.Open(ctx, versionText())
	}
	if err != nil {
		var e *engine.Error
		fmt.Fprintf(d.Err, "smrscript: the engine cannot be opened: %s\n", err)
		if errors.As(err, &e) {
			fmt.Fprintln(d.Err, e.Help())
		}
		return exitStatus(stdlib.ExitNoEngine)
	}
	password, err := cfg.Secret(ctx, "admin")
	for _, machine := range []string{"alpha", "beta"} {
		if err == nil {
			_, err = engine.Call(ctx, d.client, engine.Login{Machine: machine, User: "admin", Password: password})
		}
	}
	return err
}

// rotate runs the scripts in turn while the writer goes on.
func (d *demo) rotate(ctx context.Context, c *demoCommand) (done []rotation, err error) {
	w, err := sandbox.StartWriter(ctx, d.box)
	if err != nil {
		return nil, err
	}
	defer func() {
		n, werr := w.Stop()
		if err = errors.Join(err, werr); err == nil {
			fmt.Fprintf(d.Out, "the writer made %d transactions\n", n)
		}
	}()
	if err := d.setup(ctx); err != nil {
		return nil, err
	}
	for i := range c.Rotations {
		r, err := d.turn(ctx, i+1)
		if err != nil {
			return nil, err
		}
		done = append(done, r)
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(c.Pause):
		}
	}
	return done, nil
}

// setup defines the replication set if it is missing.
func (d *demo) setup(ctx context.Context) error {
	_, err := engine.Call(ctx, d.client, engine.GetRepset{Source: "alpha", Repset: "database"})
	if engine.CodeOf(err) != engine.CodeNoRepset {
		return err
	}
	_, exit, err := d.example(ctx, "setup")
	if err == nil && exit != 0 {
		err = fmt.Errorf("setup.smr left with exit status %d", exit)
	}
	return err
}

// example runs one of the embedded scripts.
func (d *demo) example(ctx context.Context, name string) (took time.Duration, exit int, err error) {
	text, err := examples.Script("rotate/" + name + ".smr")
	if err != nil {
		return 0, 0, err
	}
	fmt.Fprintf(d.Out, "\n%s.smr\n", name)
	began := time.Now()
	exit, err = d.run(ctx, name+".smr", text)
	return time.Since(began), exit, err
}

// run runs a script with the demo's engine.
func (d *demo) run(ctx context.Context, name, text string) (int, error) {
	in := smrscript.New(smrscript.Config{Stdin: d.In, Stdout: d.Out, Stderr: d.Err, Engine: d.client, ConfigFile: d.box.Path(sandbox.ConfigFile),
		Args: []string{d.box.Path(sandbox.Backups), d.box.Path(sandbox.Copies)}, Progress: d.progress, Report: d.report, Version: versionText()})
	defer in.Close()
	exit, err := in.Run(ctx, name, text)
	if ctx.Err() == nil {
		d.complain(err)
		err = nil
	}
	return exit, err
}

// turn runs the script whose turn it is: the one that makes the frozen copy live.
func (d *demo) turn(ctx context.Context, number int) (r rotation, err error) {
	live, err := d.live(ctx)
	if err != nil {
		return r, err
	}
	r = rotation{script: "script1", first: live == nil}
	if live != nil && live.Mapping.Base == "/copies/one" {
		r.script = "script2"
	}
	before := d.archives()
	fmt.Fprintf(d.Out, "\nrotation %d", number)
	if r.took, r.exit, err = d.example(ctx, r.script); err != nil {
		return r, err
	}
	for name := range d.archives() {
		if !before[name] {
			r.archive = name
		}
	}
	if live, err = d.live(ctx); err != nil || live == nil {
		return r, err
	}
	st, err := engine.Call(ctx, d.client, engine.GetConnection{ID: live.ID})
	r.files, r.bytes = st.Mirror.FilesSent, st.Mirror.BytesSent
	return r, err
}

// live returns the newest connection of the set, nil if there is none.
func (d *demo) live(ctx context.Context) (*engine.Connection, error) {
	list, err := engine.Call(ctx, d.client, engine.FindConnections{Source: "alpha", Target: "beta", Repset: "database"})
	if err != nil || len(list) == 0 {
		return nil, err
	}
	return &list[len(list)-1], nil
}

// archives lists the backups.
func (d *demo) archives() map[string]bool {
	found := map[string]bool{}
	names, _ := filepath.Glob(filepath.Join(d.box.Path(sandbox.Backups), "*.tar")) // the pattern is right
	for _, n := range names {
		found[n] = true
	}
	return found
}

// table examines the backups and prints what became of each rotation.
func (d *demo) table(done []rotation) error {
	fmt.Fprintf(d.Out, "\n%-8s  %-7s  %10s  %12s  %7s  %-18s  %s\n", "rotation", "script", "files sent", "bytes sent", "seconds", "backup", "frozen copy consistent")
	failed := 0
	for i, r := range done {
		backup, verdict := verdict(r)
		if !r.first && verdict != "yes" || r.exit != 0 {
			failed++
		}
		if len(verdict) > 3 { // a reason
			verdict = "no: " + verdict
		}
		fmt.Fprintf(d.Out, "%8d  %-7s  %10d  %12d  %7.2f  %-18s  %s\n", i+1, r.script, r.files, r.bytes, r.took.Seconds(), backup, verdict)
	}
	if failed > 0 {
		return exitStatus(stdlib.ExitFailed)
	}
	return nil
}

// verdict examines the backup of a rotation: "yes", "-" when there was nothing to freeze, else why not.
func verdict(r rotation) (backup, word string) {
	switch {
	case r.archive != "":
		if _, err := sandbox.CheckArchive(r.archive); err != nil {
			return filepath.Base(r.archive), err.Error()
		}
		return filepath.Base(r.archive), "yes"
	case r.first:
		return "-", "-"
	}
	return "-", fmt.Sprintf("no backup, exit status %d", r.exit)
}
