package main

// This file defines smrscript engine start and stop.

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"github.com/smrscript/smrscript/engine/config"
	"github.com/smrscript/smrscript/engine/remote"
	"github.com/smrscript/smrscript/stdlib"
)

type engineStart struct {
	Timeout time.Duration `default:"60s" help:"How long to wait until it answers."`
}

type engineStop struct {
	Timeout time.Duration `default:"90s" help:"How long to wait until it has ended."`
}

// Files of a daemon that runs in the background, in the state folder: its log, and what it says outside of that.
const (
	engineLogName = "engine.log"
	engineErrName = "engine.err"
)

// glance is how often something is looked at that is waited for.
const glance = 50 * time.Millisecond

// here returns the configuration and the socket of an engine that is on this host.
func (a *app) here() (cfg *config.Config, socket remote.Target, err error) {
	if cfg, err = a.configuration(); err != nil {
		return nil, socket, err
	}
	if cfg.Engine.URL != "" {
		fmt.Fprintf(a.Err, "smrscript: the engine of this configuration is at %s\nRun smrscript engine on that host.\n", cfg.Engine.URL)
		return nil, socket, exitStatus(stdlib.ExitUsage)
	}
	return cfg, remote.Target{Socket: remote.SocketPath(cfg.State)}, nil
}

// Run starts the daemon and waits until it answers.
func (c *engineStart) Run(a *app) error {
	cfg, socket, err := a.here()
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(a.ctx, c.Timeout)
	defer cancel()
	if st, err := remote.Query(ctx, socket); err == nil {
		_, err = fmt.Fprintf(a.Out, "the engine runs already (process %d)\n", st.PID)
		return err
	}
	if err := os.MkdirAll(cfg.State, 0o700); err != nil {
		return a.noEngine(err)
	}
	log := filepath.Join(cfg.State, engineLogName)
	complaints, err := os.OpenFile(filepath.Join(cfg.State, engineErrName), os.O_RDWR|os.O_CREATE|os.O_TRUNC|os.O_APPEND, 0o600)
	if err != nil {
		return a.noEngine(err)
	}
	defer complaints.Close()
	cmd, err := background(cfg, log, complaints)
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		return a.noEngine(fmt.Errorf("the engine cannot be started: %w", err))
	}
	ended := make(chan struct{})
	go func() {
		_ = cmd.Wait()
		close(ended)
	}()
	return a.awaitStart(ctx, socket, cmd.Process, ended, complaints, log)
}

// awaitStart waits until the daemon answers or has ended.
func (a *app) awaitStart(ctx context.Context, socket remote.Target, child *os.Process, ended <-chan struct{}, complaints io.ReadSeeker, log string) error {
	ticker := time.NewTicker(glance)
	defer ticker.Stop()
	for {
		select {
		case <-ended:
			if st, err := remote.Query(ctx, socket); err == nil { // somebody else was faster
				_, err = fmt.Fprintf(a.Out, "the engine runs already (process %d)\n", st.PID)
				return err
			}
			_, _ = complaints.Seek(0, io.SeekStart)
			text, _ := io.ReadAll(io.LimitReader(complaints, 1<<16))
			if len(bytes.TrimSpace(text)) == 0 {
				text = fmt.Appendf(nil, "smrscript: the engine ended at once; its log is %s\n", log)
			}
			_, _ = a.Err.Write(text)
			return exitStatus(stdlib.ExitNoEngine)
		case <-ticker.C:
			st, err := remote.Query(ctx, socket)
			switch {
			case err == nil && st.PID == child.Pid:
				_, err = fmt.Fprintf(a.Out, "the engine runs (process %d), its log is %s\n", st.PID, log)
				return err
			case err == nil: // somebody else was faster; ours only waits for its turn
				_ = child.Kill()
				_, err = fmt.Fprintf(a.Out, "the engine runs already (process %d)\n", st.PID)
				return err
			}
		case <-ctx.Done():
			return a.noEngine(fmt.Errorf("the engine (process %d) does not answer yet; its log is %s, smrscript engine status tells when it does", child.Pid, log))
		}
	}
}

// background is the command that serves an engine apart from this process and its terminal.
func background(cfg *config.Config, log string, complaints *os.File) (*exec.Cmd, error) {
	program, err := os.Executable()
	if err != nil {
		return nil, err
	}
	var args []string
	if cfg.File != "" {
		args = append(args, "--config", cfg.File)
	}
	cmd := exec.Command(program, append(args, "engine", "run", "--log-file", log)...)
	cmd.Stdout, cmd.Stderr = complaints, complaints
	apart(cmd)
	return cmd, nil
}

// Run asks the daemon to end and waits until it has.
func (c *engineStop) Run(a *app) error {
	cfg, socket, err := a.here()
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(a.ctx, c.Timeout)
	defer cancel()
	err = remote.Stop(ctx, socket)
	if remote.Absent(err) && cfg.Idle() {
		_, err = fmt.Fprintln(a.Out, "the engine does not run")
		return err
	}
	if err != nil && !remote.Absent(err) {
		return a.noEngine(err)
	}
	for ticker := time.NewTicker(glance); !cfg.Idle(); {
		select {
		case <-ticker.C:
			_ = remote.Stop(ctx, socket) // one that was being started has taken its place
		case <-ctx.Done():
			return a.noEngine(fmt.Errorf("the engine has not ended within %s: it may still be waiting for tasks that run", c.Timeout))
		}
	}
	_, err = fmt.Fprintln(a.Out, "the engine has ended")
	return err
}
