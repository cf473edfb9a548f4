package syncthing

// This file makes the folders of a connection anew, which makes both daemons read every file again.

import (
	"context"
	"slices"

	"github.com/smrscript/smrscript/engine/syncthing/rest"
)

// lookedAt bounds the changes on the target that are looked at one by one.
const lookedAt = 200

// renew replaces the folders by new ones with other ids: a daemon that is given an id again that it has just forgotten may still
// remember parts of its index. The new ones come first, so that a crash in between leaves two pairs and never none; the
// newer pair counts then. Resetting the index instead would restart both daemons.
func (cl *Client) renew(ctx context.Context, cn *conn) error {
	if err := cl.hold(ctx, cn, true); err != nil {
		return err
	}
	for i, old := range cn.parts {
		rec := old.rec
		rec.Turn++
		patterns, err := cl.writtenPatterns(ctx, cn.dst, old.id)
		if err != nil {
			return err
		}
		id := rec.folderID()
		p := plan{from: old.from.Path, to: old.to.Path, item: rec.Item, patterns: patterns}
		if err := cl.makeFolders(ctx, cn.src, cn.dst, rec, id, p); err != nil {
			return err
		}
		fresh := part{rec: rec, id: id, from: &rest.Folder{ID: id, Path: p.from}, to: &rest.Folder{ID: id, Path: p.to, IgnoreDelete: !rec.Orphans && !rec.Repl}}
		if err := cl.drop(ctx, cn, old); err != nil {
			return err
		}
		cn.parts[i] = fresh
	}
	for _, old := range cn.stale {
		if err := cl.drop(ctx, cn, old); err != nil {
			return err
		}
	}
	cn.stale = nil
	return cl.store.remember(ctx, cn.ID, func(m *memory) { m.Fresh = true })
}

// drop removes a replaced folder from both daemons, but not the patterns, which its successor uses.
func (cl *Client) drop(ctx context.Context, cn *conn, old part) error {
	if err := cl.api(cn.dst).DeleteFolder(ctx, old.id); err != nil {
		return cn.dst.failed(err)
	}
	return cn.src.failed(cl.api(cn.src).DeleteFolder(ctx, old.id))
}

// writtenPatterns reads back the patterns of a copy without their header.
func (cl *Client) writtenPatterns(ctx context.Context, dst *machine, id string) ([]string, error) {
	lines, err := cl.api(dst).Ignores(ctx, id)
	if err != nil || !ours(lines) {
		return nil, dst.failed(err)
	}
	return slices.Clone(lines[1:]), nil
}

// altered reports whether something that the source has was changed or removed in the copy, other than added. Of very many
// changes the first ones decide.
func (cl *Client) altered(ctx context.Context, cn *conn, t measure) (bool, error) {
	if t.to.ReceiveOnlyChangedDeletes > 0 {
		return true, nil
	}
	d, err := cn.dst.ask(ctx, cl.api(cn.dst))
	if err != nil {
		return false, err
	}
	for _, p := range cn.parts {
		list, err := cl.api(cn.dst).LocalChanged(ctx, p.id, lookedAt)
		if err != nil {
			return false, cn.dst.failed(err)
		}
		for _, f := range list {
			there, err := cl.api(cn.dst).FromElsewhere(ctx, p.id, f.Name, d.id)
			if err != nil && !rest.IsNotFound(err) {
				return false, cn.dst.failed(err)
			}
			if there {
				return true, nil
			}
		}
		if len(list) == lookedAt {
			return true, nil
		}
	}
	return false, nil
}
