package main

// This file defines the flags for scripts that run without anybody watching: one at a time, with a record of what happened, and
// with word to somebody when it went wrong.

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"sync"
	"time"

	"github.com/gofrs/flock"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/lang/diag"
	"github.com/smrscript/smrscript/stdlib"
)

// jobFlags are the flags of run for batch jobs.
type jobFlags struct {
	wrapFlags `embed:"" group:"job" prefix:""`
	Lock      string        `group:"job" placeholder:"NAME" help:"Run only while no other script with this name runs; else exit with 7."`
	LockWait  time.Duration `group:"job" placeholder:"TIME" help:"Wait this long for the lock."`
	Result    string        `group:"job" placeholder:"FILE" help:"Write a JSON document about the run when it has ended; - is standard output."`
	Notify    []string      `group:"job" placeholder:"WHERE" sep:"none" help:"Send that document when the run fails: to a URL by POST, to the standard input of a command with exec:COMMAND, or by mail with mailto:ADDRESS."`
	mailFlags `embed:"" group:"job" prefix:""`
}

// A job is one run of a script.
type job struct {
	*app
	flags  *jobFlags
	lock   *flock.Flock
	doc    resultDocument
	mu     sync.Mutex
	wrap   func(engine.Client) (engine.Client, error)
	finish func() error
}

// lockName is what a lock may be called: it is the name of a file.
const lockName = `^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$`

// lockPoll is how often a lock that is held is tried again.
const lockPoll = 100 * time.Millisecond

// begin takes the lock and prepares the document.
func (f *jobFlags) begin(a *app, script, text string) (*job, error) {
	sum := sha256.Sum256([]byte(text))
	j := &job{app: a, flags: f}
	j.doc = resultDocument{Format: resultFormat, Script: script, SHA256: hex.EncodeToString(sum[:]), Program: versionText(), Started: time.Now().UTC(), Failures: []failureDocument{}}
	wrap, finish := f.wrapper(script, j.doc.SHA256)
	j.finish = finish
	j.wrap = func(c engine.Client) (engine.Client, error) {
		c, err := wrap(c)
		if err != nil {
			return nil, err
		}
		return &counter{Client: c, job: j}, nil
	}
	if f.Lock == "" {
		return j, nil
	}
	return j, j.acquire()
}

// acquire takes the lock.
func (j *job) acquire() error {
	if ok, _ := regexp.MatchString(lockName, j.flags.Lock); !ok {
		return fmt.Errorf("--lock %q: a lock's name has letters, digits, dots, dashes and underlines, at most 100", j.flags.Lock)
	}
	dir := filepath.Join(os.TempDir(), fmt.Sprintf("smrscript-locks-%d", os.Getuid()))
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return fmt.Errorf("the lock cannot be taken: %w", err)
	}
	j.lock = flock.New(filepath.Join(dir, j.flags.Lock))
	deadline := time.Now().Add(j.flags.LockWait)
	for {
		ok, err := j.lock.TryLock()
		switch {
		case err != nil:
			return fmt.Errorf("the lock cannot be taken: %w", err)
		case ok:
			return nil
		case time.Now().After(deadline):
			return fmt.Errorf("another run holds the lock %q (%s); --lock-wait waits for it", j.flags.Lock, j.lock.Path())
		}
		select {
		case <-time.After(lockPoll):
		case <-j.ctx.Done():
			return j.ctx.Err()
		}
	}
}

// report shows a diagnostic and keeps it for the document.
func (j *job) report(d *diag.Diagnostic) {
	j.app.report(d)
	if d.Severity != diag.Error {
		return
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	j.doc.add(d)
}

// end closes what the job opened, writes the document and tells whoever is to be told. It returns the exit status.
func (j *job) end(exit int, err, closing error) int {
	if cleanup := errors.Join(closing, j.finish()); cleanup != nil {
		fmt.Fprintf(j.Err, "smrscript: %s\n", cleanup)
		if exit == 0 {
			exit = stdlib.ExitFailed
		}
	}
	j.mu.Lock()
	j.doc.end(exit, err)
	j.mu.Unlock()
	if j.doc.State == "interrupted" || j.doc.State == "limit" {
		j.sayState()
	}
	if werr := j.doc.write(j.app, j.flags.Result); werr != nil {
		fmt.Fprintf(j.Err, "smrscript: the result cannot be written: %s\n", werr)
		if exit == 0 {
			exit = stdlib.ExitFailed
		}
	}
	if exit != 0 {
		for _, where := range j.flags.Notify {
			if nerr := notify(j, where); nerr != nil {
				fmt.Fprintf(j.Err, "smrscript: %s cannot be notified: %s\n", where, nerr)
			}
		}
	}
	if j.lock != nil {
		_ = j.lock.Unlock() // it goes with the process at the latest
	}
	return exit
}

// sayState tells where a script was that did not come to its end.
func (j *job) sayState() {
	n := j.doc.Operations
	if j.doc.LastOp == "" {
		return
	}
	changes := n.Change + n.Destroy
	fmt.Fprintf(j.Err, "smrscript: the last operation was %s (%s); %d %s asked for before or with it\n", j.doc.LastOp, j.doc.LastPlace, changes, map[bool]string{true: "change was", false: "changes were"}[changes == 1])
}
