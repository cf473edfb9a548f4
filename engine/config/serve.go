package config

// This file runs the engine for others: the daemon.

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/gofrs/flock"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/access"
	"github.com/smrscript/smrscript/engine/remote"
)

// A Service is a running daemon.
type Service struct {
	Server *remote.Server
	client engine.Client
	lock   *flock.Flock // of the state folder, as long as the process has anything to do with it
	log    *slog.Logger
	failed chan error
	follow context.CancelFunc
	wg     sync.WaitGroup
	once   sync.Once
	err    error
}

// Serve opens the engine and answers at the socket of the state folder, and on TCP if the configuration says so. Nothing is served unless
// everything can be.
func (c *Config) Serve(ctx context.Context, version string, log *slog.Logger) (*Service, error) {
	if err := c.servable(); err != nil {
		return nil, err
	}
	users, err := c.accounts(ctx)
	if err != nil {
		return nil, err
	}
	lock, err := c.lock(ctx)
	if err != nil {
		return nil, err
	}
	client, err := c.openAll(ctx, version, func(text string) { log.Info("agent", "note", text) })
	if err != nil {
		return nil, errors.Join(inUse(err), lock.Close())
	}
	s := &Service{client: client, lock: lock, log: log, failed: make(chan error, 2)}
	if err := s.begin(c, users, version); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

// lockName is the file whose lock a daemon holds from before it opens the engine until it has closed it.
const lockName = "engine.lock"

// lockTime is how long a daemon waits for the lock: those who only look hold it for a moment.
const lockTime = time.Second

func (c *Config) lock(ctx context.Context) (*flock.Flock, error) {
	failed := func(cause error, hint string) error {
		return &engine.Error{Code: engine.CodeFailed, Op: "open", Subject: "state folder " + c.State, Cause: cause, Hint: hint}
	}
	if err := os.MkdirAll(c.State, 0o700); err != nil {
		return nil, failed(err, "Choose a state folder that can be written.")
	}
	ctx, cancel := context.WithTimeout(ctx, lockTime)
	defer cancel()
	l := flock.New(filepath.Join(c.State, lockName), flock.SetPermissions(0o600))
	got, err := l.TryLockContext(ctx, lockTime/20)
	switch {
	case got:
		return l, nil
	case err != nil && !errors.Is(err, context.DeadlineExceeded):
		return nil, failed(err, "The daemon must be able to write its state: change the permissions or choose another state folder.")
	}
	return nil, failed(errors.New("a daemon has it already"), "smrscript engine status tells about it, smrscript engine stop ends it.")
}

// Idle reports whether no daemon has to do with the state folder: none runs, and none is still closing the engine.
func (c *Config) Idle() bool {
	l := flock.New(filepath.Join(c.State, lockName), flock.SetPermissions(0o600), flock.SetFlag(os.O_RDWR))
	got, err := l.TryRLock()
	_ = l.Close()
	return got || errors.Is(err, fs.ErrNotExist)
}

// servable returns why the configuration cannot be served, nil if it can.
func (c *Config) servable() error {
	bad := func(key, reason, help string) error {
		file := c.File
		if file == "" {
			file = FileName
		}
		return &Error{Kind: BadSetting, File: file, Key: key, Reason: reason, Help: help}
	}
	switch {
	case c.Engine.URL != "":
		return bad("engine.url", "the engine is on another host", "run smrscript engine there")
	case len(c.Machines) == 0:
		return bad("machines", "no machine is configured", c.advice("alpha"))
	case c.Engine.Listen != "" && len(c.Users) == 0:
		return bad("engine.listen", "other hosts are answered only if there are users", "add a table [users.NAME] with hash = \"...\", as smrscript engine password prints it")
	}
	for _, name := range c.MachineNames() {
		if m := c.Machines[name]; m.Engine == "syncthing" && m.Key.isZero() {
			return bad("machines."+name, fmt.Sprintf("the machine %q has no api_key, and a daemon has nobody to ask for a password", name), "add its api_key")
		}
	}
	for _, name := range slices.Sorted(maps.Keys(c.Users)) {
		if c.Engine.Listen != "" && c.Users[name].Hash == "" {
			return bad("users."+name, "for users of other hosts only the hash of a password is kept", "write hash = \"...\" instead of password, as smrscript engine password prints it")
		}
	}
	return nil
}

// begin listens and serves.
func (s *Service) begin(c *Config, users map[string]access.User, version string) error {
	cfg := c.access(users)
	cfg.Delays, cfg.Log = &access.Delays{}, s.log
	keeper, err := access.New(s.client, cfg)
	if err != nil {
		return err
	}
	s.Server = remote.NewServer(remote.ServerConfig{Keeper: keeper, Version: version, State: c.State, Users: len(users), Log: s.log})
	ctx, cancel := context.WithCancel(context.Background())
	s.follow = cancel
	events := s.client.Events(ctx, engine.Filter{})
	s.wg.Go(func() {
		for e, err := range events {
			s.note(e, err)
		}
	})
	if c.Engine.Listen != "" {
		certificate, err := os.ReadFile(c.Engine.Certificate)
		if err != nil {
			return &Error{Kind: Unreadable, File: c.Engine.Certificate, Reason: "the certificate cannot be read", Cause: unwrapPath(err)}
		}
		key, err := readPrivate(c.Engine.Key)
		if err != nil {
			return &Error{Kind: Unreadable, File: c.Engine.Key, Reason: "the key of the certificate cannot be used", Cause: err}
		}
		l, err := remote.ListenTLS(c.Engine.Listen, certificate, []byte(key))
		if err != nil {
			return &Error{Kind: BadSetting, File: c.File, Key: "engine.listen", Reason: "the daemon cannot listen on " + c.Engine.Listen, Cause: err}
		}
		s.wg.Go(func() { s.failed <- s.Server.Serve(l, false) })
	}
	l, err := remote.ListenSocket(c.State)
	if err != nil {
		return err
	}
	s.wg.Go(func() { s.failed <- s.Server.Serve(l, true) })
	return nil
}

// note writes an event into the log.
func (s *Service) note(e engine.Event, err error) {
	if err != nil {
		s.log.Warn("events were lost", "error", err.Error())
		return
	}
	level := slog.LevelInfo
	switch e.Kind {
	case engine.EventFailure:
		level = slog.LevelWarn
	case engine.EventMirrorProgress:
		level = slog.LevelDebug
	}
	attrs := []any{"kind", string(e.Kind), "connection", int64(e.Connection), "source", e.Source, "target", e.Target}
	if e.Path != "" {
		attrs = append(attrs, "path", string(e.Path))
	}
	if e.Text != "" {
		attrs = append(attrs, "text", e.Text)
	}
	s.log.Log(context.Background(), level, "event", attrs...)
}

// Wait waits until ctx ends, somebody asks for the end, or a listener fails, whose error it returns.
func (s *Service) Wait(ctx context.Context) error {
	select {
	case <-ctx.Done():
		s.log.Info("ending", "reason", context.Cause(ctx).Error())
		return nil
	case <-s.Server.Stopped():
		return nil
	case err := <-s.failed:
		return err
	}
}

// Answers reports whether the engine answers.
func (s *Service) Answers(ctx context.Context) bool {
	_, err := engine.Call(ctx, s.client, engine.Version{})
	return err == nil
}

// Close ends the sessions and closes the engine; mirrors and replication go on when it is opened again. Calling it again does nothing.
func (s *Service) Close() error {
	s.once.Do(func() {
		if s.Server != nil {
			s.err = s.Server.Close()
			s.follow()
		}
		s.err = errors.Join(s.err, s.client.Close())
		s.wg.Wait()
		s.err = errors.Join(s.err, s.lock.Close())
		s.log.Info("ended")
	})
	return s.err
}

// inUse adds a way out to the error of a state folder that another process has.
func inUse(err error) error {
	var e *engine.Error
	if !errors.As(err, &e) || e.Cause == nil || !strings.Contains(e.Cause.Error(), "in use by") {
		return err
	}
	advised := *e
	advised.Hint = strings.TrimSuffix(e.Help(), ".") + "; scripts that run at the same time share an engine that smrscript engine start has started."
	return &advised
}
