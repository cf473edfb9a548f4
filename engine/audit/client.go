package audit

// This file defines the client that logs.

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/user"
	"time"

	"github.com/smrscript/smrscript/engine"
)

// Client is an engine whose operations are logged. It is safe for concurrent use.
type Client struct {
	engine.Client
	log        *Log
	user, host string
}

// New returns a client in front of c that logs to log.
func New(c engine.Client, log *Log) *Client {
	a := &Client{Client: c, log: log}
	if u, err := user.Current(); err == nil {
		a.user = u.Username
	}
	a.host, _ = os.Hostname() // "" says that it is not known
	return a
}

// Do performs the operation and logs it. A change that cannot be logged is an error although it was made, so that the job
// stops there; reading goes on as long as changes can be logged.
func (a *Client) Do(ctx context.Context, op engine.Op) (engine.Result, error) {
	begun := time.Now()
	result, err := a.Client.Do(ctx, op)
	e, lerr := a.entry(ctx, op, result, err)
	if lerr == nil {
		e.Time, e.Millis = begun.UTC(), float64(time.Since(begun).Microseconds())/1000
		lerr = a.log.Append(e)
	}
	if lerr != nil && op.Effect() != engine.Read {
		done := "the operation was made"
		if err != nil {
			done = "the operation failed as well: " + err.Error()
		}
		return result, &engine.Error{Code: engine.CodeFailed, Op: op.Name(), Cause: fmt.Errorf("the audit log cannot be written (%s): %w", done, lerr),
			Hint: "make room or give the program access to the log, then see with status what was done"}
	}
	return result, err
}

func (a *Client) entry(ctx context.Context, op engine.Op, result engine.Result, err error) (Entry, error) {
	from := engine.OriginOf(ctx)
	e := Entry{User: a.user, Host: a.host, PID: os.Getpid(), Script: from.Script, Line: from.Line, Effect: op.Effect(), Machine: engine.MachineOf(op)}
	var failed error
	if e.Op, failed = engine.EncodeOp(op); failed != nil {
		return e, failed
	}
	if err != nil {
		e.Code, e.Error = engine.CodeOf(err), err.Error()
		if errors.Is(err, context.Canceled) {
			e.Error = "interrupted"
		}
	}
	if result != nil && op.Effect() != engine.Read {
		e.Result, failed = engine.EncodeResult(result)
	}
	return e, failed
}
