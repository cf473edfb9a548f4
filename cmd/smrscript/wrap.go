package main

// This file defines the flags that put something in front of the engine: a record, an audit, patience.

import (
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/audit"
	"github.com/smrscript/smrscript/engine/record"
	"github.com/smrscript/smrscript/stdlib"
)

// wrapFlags are the flags of commands that change an engine.
type wrapFlags struct {
	Record string `placeholder:"FILE" help:"Record every operation of the engine with its answer, for smrscript replay."`
	Audit  string `placeholder:"FILE" help:"Append every operation of the engine to this log, which shows when it was tampered with."`
	Retry  int    `placeholder:"N" help:"Ask again this often when the engine does not answer."`
}

// wrapper returns what puts the flags' clients in front of an engine, and what to call when the script has ended.
func (f *wrapFlags) wrapper(script, sum string) (wrap func(engine.Client) (engine.Client, error), finish func() error) {
	var closing []func() error
	wrap = func(c engine.Client) (engine.Client, error) {
		if f.Audit != "" {
			log, err := audit.Open(f.Audit)
			if err != nil {
				return nil, err
			}
			closing = append(closing, log.Close)
			c = audit.New(c, log)
		}
		if f.Record != "" {
			file, err := os.OpenFile(f.Record, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
			if err != nil {
				return nil, fmt.Errorf("the recording cannot be made: %w", err)
			}
			r, err := record.New(c, file, record.Header{Script: script, SHA256: sum, Program: versionText()})
			if err != nil {
				return nil, errors.Join(err, file.Close())
			}
			closing = append(closing, func() error { return errors.Join(incomplete(r.Err()), file.Close()) })
			c = r
		}
		return c, nil
	}
	return wrap, func() error {
		var err error
		for _, f := range closing {
			err = errors.Join(err, f())
		}
		return err
	}
}

func incomplete(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("the recording is not complete: %w", err)
}

// patience lets a session ask engines again that do not answer.
func (f *wrapFlags) patience(a *app, s *stdlib.Session) { s.Retries, s.Retrying = f.Retry, a.retrying }

// retrying tells that an engine is asked again.
func (a *app) retrying(op engine.Op, err error, attempt int, wait time.Duration) {
	what := "the engine cannot be opened"
	if op != nil {
		what = op.Name()
	}
	fmt.Fprintf(a.Err, "smrscript: %s: %s; trying again in %s (%d)\n", what, err, wait.Round(100*time.Millisecond), attempt)
}
