package syncthing

// This file handles replication, which is the daemons' own watching of the source.

import (
	"context"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/syncthing/rest"
)

// replicationStart lets the source's daemon watch. It also brings over what changed before: a daemon that runs a folder scans it.
func (cl *Client) replicationStart(ctx context.Context, op engine.ReplicationStart) (engine.Result, error) {
	cn, err := cl.whole(ctx, op.ID, op.Source)
	if err != nil {
		return nil, err
	}
	if cn.Repl {
		return nil, &engine.Error{Code: engine.CodeReplicating, Subject: subject(cn.ID)}
	}
	if err := cl.setReplication(ctx, cn, true); err != nil {
		return nil, err
	}
	if err := cl.hold(ctx, cn, false); err != nil {
		return nil, err
	}
	cl.tell(cn.record, engine.Event{Kind: engine.EventReplication, Text: "started"})
	return engine.Done{}, nil
}

func (cl *Client) replicationStop(ctx context.Context, op engine.ReplicationStop) (engine.Result, error) {
	cn, err := cl.whole(ctx, op.ID, op.Source)
	if err != nil {
		return nil, err
	}
	if !cn.Repl {
		return nil, &engine.Error{Code: engine.CodeNotReplicating, Subject: subject(cn.ID)}
	}
	if mem, _, err := cl.store.memory(cn.ID); err == nil && mem.Running == nil {
		if _, err := cl.drain(ctx, cn); err != nil {
			return nil, err
		}
		if err := cl.hold(ctx, cn, true); err != nil {
			return nil, err
		}
	}
	if err := cl.setReplication(ctx, cn, false); err != nil {
		return nil, err
	}
	cl.tell(cn.record, engine.Event{Kind: engine.EventReplication, Text: "stopped"})
	return engine.Done{}, nil
}

// setReplication writes into labels and folders whether a connection replicates.
func (cl *Client) setReplication(ctx context.Context, cn *conn, on bool) error {
	cl.outdate()
	cn.Repl = on
	rescan, delay, keep := cl.rescan(on), cl.watchDelay(), !on && !cn.Orphans
	for i := range cn.parts {
		p := &cn.parts[i]
		p.rec.Repl = on
		label := p.rec.label(false)
		if err := cl.api(cn.dst).PatchFolder(ctx, p.id, rest.FolderPatch{Label: &label, IgnoreDelete: &keep}); err != nil {
			return cn.dst.failed(err)
		}
		patch := rest.FolderPatch{Label: &label, FSWatcherEnabled: &on, FSWatcherDelayS: &delay, RescanIntervalS: &rescan}
		if err := cl.api(cn.src).PatchFolder(ctx, p.id, patch); err != nil {
			return cn.src.failed(err)
		}
	}
	return nil
}

// count begins to count what a target applies. Syncthing keeps no such count, so it begins with the first look.
func (cl *Client) count(dst *machine) {
	cl.mu.Lock()
	counting := cl.counting[dst]
	cl.counting[dst] = true
	cl.mu.Unlock()
	if counting {
		return
	}
	_, _ = cl.listen(dst, func(e rest.Event, d rest.EventData) {
		if e.Type == "ItemFinished" && d.Error == "" {
			cl.mu.Lock()
			cl.counts[d.Folder]++
			cl.mu.Unlock()
		}
	})
}

// applied is how many items were counted.
func (cl *Client) applied(cn *conn) (n int64) {
	cl.mu.Lock()
	defer cl.mu.Unlock()
	for _, p := range cn.parts {
		n += cl.counts[p.id]
	}
	return n
}
