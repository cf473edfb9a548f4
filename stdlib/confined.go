package stdlib

// This file keeps commands of a sandboxed script from starting programs and reaching the network through an engine.

import (
	"cmp"
	"context"
	"fmt"

	"github.com/smrscript/smrscript/engine"
)

// confined is an engine of which nothing can be asked that ends up in a program or a mail of the script's choice.
type confined struct{ engine.Client }

func (c confined) Do(ctx context.Context, op engine.Op) (engine.Result, error) {
	if does := outside(op); does != "" {
		what := cmp.Or(engine.OriginOf(ctx).Command, op.Name())
		return nil, &engine.Error{Code: engine.CodeTargetAccess, Op: op.Name(), Cause: fmt.Errorf("%s is not allowed in this sandbox: it %s", what, does),
			Hint: "the program that runs this script decides what it may do"}
	}
	return c.Client.Do(ctx, op)
}

// outside says what an operation does outside of a sandbox, "" if nothing. Monitors are refused only with programs of their own;
// failing over and back runs those of monitors that somebody else has made.
func outside(op engine.Op) string {
	switch op := op.(type) {
	case engine.QueueTask, engine.SaveScript, engine.TestScripts:
		return "starts programs"
	case engine.SaveMonitor:
		if m := op.Monitor; m.PreFailover != "" || m.PostFailover != "" || m.PreFailback != "" || m.PostFailback != "" {
			return "starts programs"
		}
	case engine.SaveNotices, engine.SendNotice:
		return "reaches the network"
	}
	return ""
}
