package main

// This file defines smrscript check.

import (
	"fmt"
	"io"

	"github.com/smrscript/smrscript/lang/diag"
	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/stdlib"
)

type checkCommand struct {
	JSON  bool     `name:"json" help:"Print one JSON object per finding."`
	Files []string `arg:"" name:"file" help:"The scripts; - is standard input."`
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
		diags := stdlib.Check(words, source.NewFile(name, text))
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
