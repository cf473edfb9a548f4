package copier

// This file waits for room on a full copy.

import (
	"context"

	"github.com/smrscript/smrscript/engine/embedded/tree"
)

// roomy does something that may find the copy full, again and again until there is room. Without Options.Room it is done once.
func (p *pass) roomy(ctx context.Context, path func() string, do func() error) error {
	waited := false
	for {
		err := do()
		switch {
		case p.opt.Room == nil || ctx.Err() != nil:
			return err
		case !tree.IsNoRoom(err):
			if waited && err == nil {
				return p.opt.Room(ctx, path(), nil)
			}
			return err
		}
		waited = true
		if rerr := p.opt.Room(ctx, path(), err); rerr != nil {
			return err
		}
	}
}
