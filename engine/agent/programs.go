package agent

// This file runs programs on machines whose files are on this host.

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"time"

	"github.com/smrscript/smrscript/engine"
)

// A program is a file of a machine with its arguments, separated by blanks.
type program struct {
	machine   string
	path      engine.Path
	arguments string
	env       []string // NAME=value, besides the environment of this process
}

// outputKept is how much of a program's output is told when it fails.
const outputKept = 400

// find returns the file to run and the folder to run it in.
func (a *Agent) find(p program) (file, folder string, err error) {
	ok := false
	if a.cfg.Locate != nil {
		file, folder, ok = a.cfg.Locate(p.machine, p.path)
	}
	if !ok {
		return "", "", &engine.Error{Code: engine.CodeUnsupported, Subject: p.machine, Cause: errors.New("its files are not on this host, so that its programs cannot be run from here")}
	}
	info, err := os.Stat(file)
	if err == nil && info.IsDir() {
		err = errors.New("it is a folder")
	}
	if err != nil {
		return "", "", &engine.Error{Code: engine.CodeFailed, Subject: string(p.path), Cause: fmt.Errorf("the program cannot be found on %s: %w", p.machine, err)}
	}
	return file, folder, nil
}

// run runs a program to its end.
func (a *Agent) run(ctx context.Context, p program) error {
	file, folder, err := a.find(p)
	if err != nil {
		return err
	}
	cmd := exec.CommandContext(ctx, file, strings.Fields(p.arguments)...)
	cmd.Dir, cmd.Env = folder, append(os.Environ(), p.env...)
	cmd.WaitDelay = 2 * time.Second // what it left running may hold its output open
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	if err := cmd.Run(); err != nil {
		text := strings.TrimSpace(out.String())
		if len(text) > outputKept {
			text = "..." + text[len(text)-outputKept:]
		}
		if text != "" {
			err = fmt.Errorf("%w: %s", err, text)
		}
		if ctx.Err() != nil {
			err = fmt.Errorf("it was ended: %w", context.Cause(ctx))
		}
		return &engine.Error{Code: engine.CodeFailed, Subject: string(p.path), Cause: err}
	}
	return nil
}
