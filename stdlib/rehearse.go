package stdlib

// This file runs a script as a rehearsal: what it would do becomes a plan.

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"time"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/plan"
	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/runtime/handle"
)

// rehearsedBytes bounds what a rehearsed script may write.
const rehearsedBytes = 256 << 20

// Rehearse runs a script that reads and prints as always, but changes nothing: neither the engine nor files, and it runs no
// programs. The plan says what it would have changed; the error is that of (*Interp).Run.
func Rehearse(ctx context.Context, cfg Config, file *source.File) (*plan.Plan, error) {
	var planner *plan.Planner
	wrap := cfg.Wrap
	cfg.Wrap = func(c engine.Client) (engine.Client, error) {
		if wrap != nil {
			var err error
			if c, err = wrap(c); err != nil {
				return nil, err
			}
		}
		planner = plan.New(c)
		return planner, nil
	}
	rehearsal := handle.Rehearse(orSystem(cfg.Runtime.FS), rehearsedBytes)
	cfg.Runtime.Rehearsal = rehearsal
	in := NewInterp(cfg)
	defer in.Close()
	exit, err := in.Run(ctx, file)
	sum := sha256.Sum256([]byte(file.Text))
	p := &plan.Plan{Format: plan.Format, Script: file.Name, SHA256: hex.EncodeToString(sum[:]), Program: in.Session.Version, Made: time.Now().UTC(), Exit: exit, Steps: []plan.Step{}}
	if planner != nil {
		p.Steps = planner.Steps()
		state, serr := planner.State(context.WithoutCancel(ctx))
		if serr != nil && err == nil {
			err = serr
		}
		p.State = state
	}
	for _, text := range rehearsal.Changes() {
		p.Outside = append(p.Outside, plan.Outside{Text: text})
	}
	return p, err
}

// orSystem returns f, or the system's files if it is nil.
func orSystem(f handle.FS) handle.FS {
	if f == nil {
		return handle.OS()
	}
	return f
}

// NoSecrets is for runs whose engine looks at no password, such as replays: every secret is there, and none is real.
func NoSecrets(_ context.Context, name string) (engine.Secret, error) {
	return engine.NewSecret(stars).Named(name), nil
}
