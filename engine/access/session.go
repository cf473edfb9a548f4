package access

// This file defines sessions: an engine as a login sees it.

import (
	"context"
	"crypto/sha256"
	"crypto/subtle"
	"errors"
	"iter"
	"slices"
	"strings"
	"sync"

	"github.com/smrscript/smrscript/engine"
)

// A Session is an engine.Client that remembers who logged in where. Closing it leaves the engine open.
type Session struct {
	*Keeper
	from string

	mu     sync.Mutex
	levels map[string]engine.AccessLevel // by lower-case machine
	user   string                        // who logged in last
	proved map[string][sha256.Size]byte  // by user: the password that was right, for its next machine
	end    context.CancelFunc
	ended  context.Context
}

// Session returns a session that is not logged in anywhere. from says where it comes from, for delays and the log.
func (k *Keeper) Session(from string) *Session {
	s := &Session{Keeper: k, from: from, levels: map[string]engine.AccessLevel{}, proved: map[string][sha256.Size]byte{}}
	s.ended, s.end = context.WithCancel(context.Background())
	return s
}

// User returns who logged in last, "" if nobody did.
func (s *Session) User() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.user
}

// Close forgets the logins, and ends the operations and events of the session. Calling it again does nothing.
func (s *Session) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	clear(s.levels)
	clear(s.proved)
	s.end()
	return nil
}

// level is what the session may do on a machine.
func (s *Session) level(machine string) engine.AccessLevel {
	if s.Keeper.Open() {
		return engine.AccessFull
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.levels[strings.ToLower(machine)]
}

// Highest is what the session may do on the machine where it may do most.
func (s *Session) Highest() engine.AccessLevel {
	if s.Keeper.Open() {
		return engine.AccessFull
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	var most engine.AccessLevel
	for _, l := range s.levels {
		most = max(most, l)
	}
	return most
}

// Do implements engine.Client.
func (s *Session) Do(ctx context.Context, op engine.Op) (engine.Result, error) {
	if op == nil {
		return nil, &engine.Error{Code: engine.CodeBadParameter, Cause: errors.New("no operation")}
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if s.ended.Err() != nil {
		return nil, closedError(op)
	}
	joined, cancel := context.WithCancel(ctx)
	defer cancel()
	defer context.AfterFunc(s.ended, cancel)()
	r, err := s.do(joined, op)
	if err != nil && ctx.Err() == nil && s.ended.Err() != nil {
		return nil, closedError(op)
	}
	return r, named(op, err)
}

func closedError(op engine.Op) error {
	return &engine.Error{Code: engine.CodeNoAnswer, Op: op.Name(), Cause: errors.New("the engine is closed")}
}

// named makes sure that an error says which operation failed.
func named(op engine.Op, err error) error {
	var e *engine.Error
	if !errors.As(err, &e) || e.Op != "" {
		return err
	}
	copied := *e
	copied.Op = op.Name()
	return &copied
}

func (s *Session) do(ctx context.Context, op engine.Op) (engine.Result, error) {
	if s.Keeper.Open() {
		return s.engine.Do(ctx, op)
	}
	switch op := op.(type) {
	case engine.Login:
		return s.login(ctx, op)
	case engine.Logout:
		return s.logout(ctx, op)
	}
	if err := s.allow(ctx, op); err != nil {
		return nil, err
	}
	r, err := s.engine.Do(ctx, op)
	switch list := r.(type) {
	case engine.MachineList:
		list = slices.Clone(list)
		for i := range list {
			list[i].Access = s.level(list[i].Name)
		}
		r = list
	case engine.ConnectionList:
		r = slices.DeleteFunc(slices.Clone(list), func(c engine.Connection) bool { return s.level(c.Source) < engine.AccessMonitor })
	}
	return r, err
}

func (s *Session) login(ctx context.Context, op engine.Login) (engine.Result, error) {
	key := strings.ToLower(op.Machine)
	if s.delegated[key] {
		r, err := s.engine.Do(ctx, op)
		if level, ok := r.(engine.AccessLevel); ok && err == nil {
			s.set(key, op.User, level)
		}
		return r, err
	}
	// The engine says whether the machine is there at all.
	if r, err := s.engine.Do(ctx, engine.Login{Machine: op.Machine}); err != nil || !s.machines[key] {
		return r, err
	}
	level, err := s.check(ctx, op.User, op.Password, op.Machine)
	if err != nil {
		return nil, err
	}
	s.set(key, op.User, level)
	return level, nil
}

// check returns the access of a user with this password. The error is that of ctx. Scripts log in on one machine after the other, so a
// password that was right is not hashed again, which takes long on purpose.
func (s *Session) check(ctx context.Context, name string, password engine.Secret, machine string) (level engine.AccessLevel, err error) {
	sum := sha256.Sum256([]byte(password.Reveal()))
	s.mu.Lock()
	last, proved := s.proved[name]
	s.mu.Unlock()
	if proved && subtle.ConstantTimeCompare(last[:], sum[:]) == 1 {
		level = s.users[name].Access
		s.log.Info("login", "user", name, "machine", machine, "from", s.from, "access", level.String())
		return level, nil
	}
	failures, err := s.delays.guard(ctx, s.from, func() bool {
		u, known := s.users[name]
		if !known {
			u = s.decoy
		}
		if u.is(password) && known {
			level = u.Access
		}
		return level != engine.AccessNone
	})
	if level == engine.AccessNone {
		s.log.Warn("login failed", "user", name, "machine", machine, "from", s.from, "failures", failures)
	} else {
		s.mu.Lock()
		s.proved[name] = sum
		s.mu.Unlock()
		s.log.Info("login", "user", name, "machine", machine, "from", s.from, "access", level.String())
	}
	return level, err
}

// Authenticate logs in on all machines at once and returns the access.
func (s *Session) Authenticate(ctx context.Context, user string, password engine.Secret) (engine.AccessLevel, error) {
	if s.Keeper.Open() {
		return engine.AccessFull, nil
	}
	level, err := s.check(ctx, user, password, "")
	for machine := range s.machines {
		if !s.delegated[machine] {
			s.set(machine, user, level)
		}
	}
	return level, err
}

func (s *Session) set(key, user string, level engine.AccessLevel) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.ended.Err() != nil {
		return
	}
	s.levels[key] = level
	if level != engine.AccessNone {
		s.user = user
	}
}

func (s *Session) logout(ctx context.Context, op engine.Logout) (engine.Result, error) {
	key := strings.ToLower(op.Machine)
	if s.machines[key] && !s.delegated[key] {
		s.set(key, "", engine.AccessNone)
		return engine.Done{}, nil
	}
	r, err := s.engine.Do(ctx, op)
	if err == nil {
		s.set(key, "", engine.AccessNone)
	}
	return r, err
}

// Events implements engine.Client.
func (s *Session) Events(ctx context.Context, filter engine.Filter) iter.Seq2[engine.Event, error] {
	ctx, cancel := context.WithCancel(ctx)
	stop := context.AfterFunc(s.ended, cancel)
	events := s.engine.Events(ctx, filter)
	return func(yield func(engine.Event, error) bool) {
		defer stop()
		for e, err := range events {
			if err == nil && e.Source != "" && s.level(e.Source) < engine.AccessMonitor {
				continue
			}
			if !yield(e, err) {
				return
			}
		}
	}
}
