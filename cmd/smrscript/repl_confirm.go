package main

// This file asks before an entry destroys something.

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/smrscript/smrscript/engine"
)

// A confirmer asks before operations that cannot be taken back.
type confirmer struct {
	engine.Client
	ask func(question string) bool
}

// Do implements engine.Client.
func (c *confirmer) Do(ctx context.Context, op engine.Op) (engine.Result, error) {
	if question := destroys(op); question != "" && !c.ask(question) {
		return nil, &engine.Error{Code: engine.CodeFailed, Op: op.Name(), Cause: errors.New("not confirmed"), Hint: "smrscript repl --yes does not ask."}
	}
	return c.Client.Do(ctx, op)
}

// destroys returns the question about an operation, "" for one that can be taken back.
func destroys(op engine.Op) string {
	switch op := op.(type) {
	case engine.Disconnect:
		if op.All {
			return fmt.Sprintf("End every connection of %s?", op.Source)
		}
		return ""
	case engine.DeleteRepset:
		return fmt.Sprintf("Delete the replication set %s of %s?", op.Repset, op.Source)
	case engine.Connect:
		if op.Effect() == engine.Destroy {
			return fmt.Sprintf("Delete what is on %s but not in %s?", op.Target, op.Repset)
		}
	case engine.MirrorStart:
		if op.Effect() == engine.Destroy {
			return fmt.Sprintf("Delete what is in the copy of connection %d but not in its source?", op.ID)
		}
	}
	if op.Effect() == engine.Destroy {
		return fmt.Sprintf("Really %s?", strings.ReplaceAll(op.Name(), "-", " "))
	}
	return ""
}
