package main

// This file defines smrscript check.

import (
	"fmt"
	"io"

	"github.com/smrscript/smrscript/engine/config"
	"github.com/smrscript/smrscript/lang/diag"
	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/stdlib"
)

type checkCommand struct {
	JSON    bool     `name:"json" help:"Print one JSON object per finding."`
	Paths   bool     `help:"Note every string that is read as a Windows path, too."`
	Include []string `short:"I" placeholder:"DIR" sep:"none" help:"Look for modules in this folder first."`
	Files   []string `arg:"" name:"file" help:"The scripts; - is standard input."`
}

// one checks a single text, for run -c.
func (c *checkCommand) one(a *app, name, text string) error {
	diags := stdlib.Check(stdlib.Registry(), source.NewFile(name, text), c.Include...)
	for _, d := range diags {
		if err := c.print(a, d); err != nil {
			return err
		}
	}
	if diags.HasErrors() {
		return exitStatus(stdlib.ExitCheck)
	}
	if !c.JSON {
		fmt.Fprintf(a.Err, "%s syntax OK\n", name)
	}
	return nil
}

// Run checks the files and exits with 3 if one of them has errors.
func (c *checkCommand) Run(a *app) error {
	words := stdlib.Registry()
	failed := false
	for _, name := range c.Files {
		text, err := a.read(name)
		if err != nil {
			fmt.Fprintf(a.Err, "smrscript: %s\n", err)
			return exitStatus(stdlib.ExitUsage)
		}
		file := source.NewFile(name, text)
		diags := stdlib.Check(words, file, c.Include...)
		if machines := c.machines(a); len(machines) > 0 {
			diags = append(diags, stdlib.CheckMachines(words, file, machines)...)
			diags.Sort()
		}
		if c.Paths {
			diags = append(diags, stdlib.PathReadings(words, file)...)
			diags.Sort()
		}
		failed = failed || diags.HasErrors()
		for _, d := range diags {
			if err := c.print(a, d); err != nil {
				return err
			}
		}
	}
	if failed {
		return exitStatus(stdlib.ExitCheck)
	}
	return nil
}

// machines returns the machines of the configuration; none when there is no configuration that can be read.
func (c *checkCommand) machines(a *app) []string {
	cfg, err := config.Find(a.config)
	if err != nil {
		return nil
	}
	return cfg.MachineNames()
}

// print writes a finding: JSON to standard output for programs, text to standard error for people.
func (c *checkCommand) print(a *app, d *diag.Diagnostic) error {
	if !c.JSON {
		a.report(d)
		return nil
	}
	line, err := diag.JSON(d)
	if err == nil {
		_, err = fmt.Fprintf(a.Out, "%s\n", line)
	}
	return err
}

// read reads a script by its name.
func (a *app) read(name string) (string, error) {
	if name == "-" {
		data, err := io.ReadAll(a.In)
		return string(data), err
	}
	return readScript(name)
}
