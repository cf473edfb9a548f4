package main

// This file defines smrscript replay.

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"

	"github.com/smrscript/smrscript"
	"github.com/smrscript/smrscript/engine/record"
	"github.com/smrscript/smrscript/stdlib"
)

type replayCommand struct {
	Record  string   `arg:"" help:"The file that --record made."`
	Include []string `short:"I" placeholder:"DIR" sep:"none" help:"Look for modules in this folder first."`
	Outside bool     `help:"Run the script's programs and let it change files, as when it was recorded."`
	Args    []string `arg:"" passthrough:"" name:"file" help:"The script and its arguments."`
}

// Help is shown by replay --help.
func (*replayCommand) Help() string {
	return "Runs a script with the answers of a recording instead of an engine, and says where it departs from it. Programs are not run and files not changed " +
		"unless --outside says so. The exit status is the script's, or 1 after a departure."
}

// Run replays a recording.
func (c *replayCommand) Run(a *app) error {
	rec, err := readRecord(c.Record)
	if err != nil {
		return usage(a, err.Error())
	}
	text, err := a.read(c.Args[0])
	if err != nil {
		return usage(a, err.Error())
	}
	if sum := sha256.Sum256([]byte(text)); rec.SHA256 != "" && rec.SHA256 != hex.EncodeToString(sum[:]) {
		fmt.Fprintf(a.Err, "smrscript: %s is not the text that was recorded on %s\n", c.Args[0], rec.Started.Format("2006-01-02 15:04"))
	}
	player := record.NewPlayer(rec)
	cfg := smrscript.Config{Stdin: a.In, Stdout: a.Out, Stderr: a.Err, Args: c.Args[1:], Report: a.report, Engine: player, Version: versionText(), Rehearse: !c.Outside,
		Secret: stdlib.NoSecrets}
	if len(c.Include) > 0 {
		cfg.Include = append(c.Include, "lib", ".")
	}
	in := smrscript.New(cfg)
	in.Session.Recorded = true
	defer in.Close()
	ctx, stop := a.interruptible(in.VM.TrapsInterrupt)
	defer stop()
	exit, err := runBounded(ctx, in, c.Args[0], text)
	a.complain(err)
	if d := player.Departure(); d != nil {
		fmt.Fprintf(a.Err, "smrscript: departed from the recording at %s\n", d)
		return exitStatus(stdlib.ExitFailed)
	}
	if rec.Cut {
		fmt.Fprintln(a.Err, "smrscript: the recording ends within a line: the program was killed while it recorded")
	}
	return status(endStatus(err, exit))
}

func readRecord(name string) (*record.Recording, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	rec, err := record.Read(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return rec, nil
}
