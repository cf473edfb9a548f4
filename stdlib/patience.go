package stdlib

// This file defines patience: engines that do not answer are asked again, as ON ERROR RETRY or the program says.

import (
	"context"
	"errors"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/config"
	"github.com/smrscript/smrscript/engine/retry"
)

// patient is an engine that is asked as often as the session says at the time.
type patient struct {
	engine.Client
	session *Session
}

// Do performs an operation, again after failures that may pass.
func (p patient) Do(ctx context.Context, op engine.Op) (engine.Result, error) {
	if p.session.Retries <= 0 {
		return p.Client.Do(ctx, op)
	}
	return retry.New(p.Client, p.session.policy()).Do(ctx, op)
}

func (s *Session) policy() retry.Policy {
	return retry.Policy{Retries: s.Retries, Delay: s.RetryDelay, Retrying: s.Retrying}
}

// open opens the engine, again after failures that may pass: those of an engine, not those of a configuration.
func (s *Session) open(ctx context.Context) (engine.Client, error) {
	client, err := s.Open(ctx)
	if err == nil || s.Retries <= 0 {
		return client, err
	}
	p := s.policy()
	for attempt := 1; err != nil && attempt <= s.Retries && !isConfiguration(err); attempt++ {
		wait := p.Wait(attempt)
		if s.Retrying != nil {
			s.Retrying(nil, err, attempt, wait)
		}
		if retry.Sleep(ctx, wait) != nil {
			break
		}
		client, err = s.Open(ctx)
	}
	return client, err
}

func isConfiguration(err error) bool {
	var e *config.Error
	return errors.As(err, &e)
}
