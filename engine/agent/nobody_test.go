package agent_test

// This file defines an engine that can do nothing.

import (
	"context"
	"iter"

	"github.com/smrscript/smrscript/engine"
)

type nobody struct{}

func (nobody) Do(_ context.Context, op engine.Op) (engine.Result, error) {
	return nil, &engine.Error{Code: engine.CodeUnsupported, Op: op.Name()}
}

func (nobody) Events(context.Context, engine.Filter) iter.Seq2[engine.Event, error] {
	return func(func(engine.Event, error) bool) {}
}

func (nobody) Close() error { return nil }

// lacking is an engine without what the agent can do in its place.
type lacking struct{ engine.Client }

func (l lacking) Do(ctx context.Context, op engine.Op) (engine.Result, error) {
	switch op.(type) {
	case engine.Transmission, engine.HoldTarget, engine.ReleaseTarget, engine.Restore, engine.Verify, engine.RemoveOrphans, engine.BlockTargetPath, engine.CreateSnapshot,
		engine.ListSnapshots, engine.DeleteSnapshot, engine.RevertSnapshot, engine.LimitBandwidth, engine.SetCompression, engine.SetOrphanPolicy, engine.GetSetting, engine.SaveSetting:
		return nil, &engine.Error{Code: engine.CodeUnsupported, Op: op.Name()}
	}
	return l.Client.Do(ctx, op)
}
