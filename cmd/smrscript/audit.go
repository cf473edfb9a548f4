package main

// This file defines smrscript audit.

import (
	"errors"
	"fmt"
	"os"

	"github.com/smrscript/smrscript/engine/audit"
	"github.com/smrscript/smrscript/stdlib"
)

type auditCommand struct {
	Verify auditVerify `cmd:"" help:"Check that a log is as it was written."`
}

type auditVerify struct {
	Expect string `placeholder:"HASH" help:"A line of the log must have this hash: it tells when lines were cut off at the end."`
	Log    string `arg:"" name:"file" help:"The log that --audit wrote."`
}

// Run checks a log; it exits with 1 when the log was changed.
func (c *auditVerify) Run(a *app) error {
	f, err := os.Open(c.Log)
	if err != nil {
		return usage(a, err.Error())
	}
	defer f.Close()
	report, err := audit.Verify(f, c.Expect)
	var broken *audit.BrokenError
	if errors.As(err, &broken) {
		fmt.Fprintf(a.Err, "smrscript: %s: %s (%d lines before it are as they were written)\n", c.Log, broken, report.Entries)
		return exitStatus(stdlib.ExitFailed)
	}
	if err != nil {
		return err
	}
	fmt.Fprintf(a.Out, "%s: %d operations, all as they were written; last hash %s\n", c.Log, report.Entries, report.Last)
	return nil
}
