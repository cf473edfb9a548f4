package main

// This file defines smrscript engine run: the engine as a daemon in the foreground.

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/coreos/go-systemd/v22/daemon"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/config"
	"github.com/smrscript/smrscript/stdlib"
)

type engineCommand struct {
	Run      engineRun      `cmd:"" help:"Run the engine in the foreground, for all scripts of this configuration."`
	Start    engineStart    `cmd:"" help:"Run the engine in the background."`
	Stop     engineStop     `cmd:"" help:"End the engine that runs in the background; what it does goes on when it is started again."`
	Status   engineStatus   `cmd:"" help:"Say whether the engine runs, and what it does."`
	Password enginePassword `cmd:"" help:"Ask for a password and print its hash for the configuration."`
}

type engineRun struct {
	Log     string `enum:"text,json," default:"" help:"The form of the log: text or json; else as the configuration says."`
	LogFile string `placeholder:"FILE" help:"Write the log to this file instead of standard error."`
}

// Run serves the engine until it is asked to end.
func (c *engineRun) Run(a *app) error {
	cfg, err := a.configuration()
	if err != nil {
		return err
	}
	log, closeLog, err := a.engineLog(cmp.Or(c.Log, cfg.Engine.Log), c.LogFile)
	if err != nil {
		return a.noEngine(err)
	}
	defer closeLog()
	ctx, stop := signal.NotifyContext(a.ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	service, err := cfg.Serve(ctx, versionText(), log)
	if err != nil {
		return a.noEngine(err)
	}
	_, _ = daemon.SdNotify(false, daemon.SdNotifyReady) // does nothing unless systemd asks for it
	go watchdog(ctx, service)
	err = service.Wait(ctx)
	_, _ = daemon.SdNotify(false, daemon.SdNotifyStopping)
	if err = errors.Join(err, service.Close()); err != nil {
		return a.noEngine(err)
	}
	return nil
}

// watchdog tells systemd that the engine still answers, as often as systemd wants to know.
func watchdog(ctx context.Context, s *config.Service) {
	every, err := daemon.SdWatchdogEnabled(false)
	if err != nil || every <= 0 {
		return
	}
	ticker := time.NewTicker(every / 3)
	defer ticker.Stop()
	for {
		select {
		case <-ticker.C:
			if s.Answers(ctx) {
				_, _ = daemon.SdNotify(false, daemon.SdNotifyWatchdog)
			}
		case <-ctx.Done():
			return
		}
	}
}

// configuration reads the configuration and tells of what is wrong with it.
func (a *app) configuration() (*config.Config, error) {
	cfg, err := config.Find(a.config)
	if err != nil {
		return nil, a.noEngine(err)
	}
	for _, w := range cfg.Warnings {
		a.report(stdlib.ConfigDiagnostic(w))
	}
	return cfg, nil
}

// noEngine tells why there is no engine, and what can be done about it.
func (a *app) noEngine(err error) error {
	var mistake *config.Error
	var e *engine.Error
	switch {
	case errors.As(err, &mistake):
		a.report(stdlib.ConfigDiagnostic(mistake))
	case errors.As(err, &e):
		fmt.Fprintf(a.Err, "smrscript: %s\n%s\n", err, e.Help())
	default:
		fmt.Fprintf(a.Err, "smrscript: %s\n", err)
	}
	return exitStatus(stdlib.ExitNoEngine)
}
