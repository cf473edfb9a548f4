package syncthing

// This file ends connections and removes what they leave.

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/syncthing/rest"
)

// settleTimeout is the default of Disconnect.SettleTimeout.
const settleTimeout = time.Minute

func (cl *Client) disconnect(ctx context.Context, op engine.Disconnect) (engine.Result, error) {
	var list []*conn
	if op.All {
		src, err := cl.source(op.Source, engine.AccessFull)
		if err != nil {
			return nil, err
		}
		all, err := cl.gather(ctx, []*machine{src})
		if err != nil {
			return nil, err
		}
		for _, half := range all {
			if half.src != src {
				continue
			}
			cn, err := cl.find(ctx, half.ID, "", engine.AccessFull)
			if err != nil {
				return nil, err
			}
			list = append(list, cn)
		}
	} else {
		cn, err := cl.find(ctx, op.ID, op.Source, engine.AccessFull)
		if err != nil {
			return nil, err
		}
		list = append(list, cn)
	}
	result := engine.Disconnected{IDs: []engine.ConnectionID{}, Settled: op.Settle}
	for _, cn := range list {
		err := cl.freeze(ctx, cn, op)
		if err != nil && ctx.Err() != nil {
			return nil, ctx.Err() // this connection goes on
		}
		if err != nil {
			result.Settled = false
			if result.Reason == "" {
				result.Reason = fmt.Sprintf("%s: %s", subject(cn.ID), causeOf(err))
			}
		}
		if err := cl.end(ctx, cn); err != nil {
			return nil, err
		}
		result.IDs = append(result.IDs, cn.ID)
	}
	return result, nil
}

// freeze settles the copy when asked to; its folders are paused then. The error says why the copy is not settled.
func (cl *Client) freeze(ctx context.Context, cn *conn, op engine.Disconnect) error {
	if !op.Settle {
		return nil
	}
	limit := op.SettleTimeout
	if limit <= 0 {
		limit = settleTimeout
	}
	within, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	return cl.settle(within, cn, true)
}

// end ends a connection. The target is paused first: once that is done nothing is written to the copy any more, whatever
// becomes of the source. A copy that was never complete keeps no index, and neither does any with Settings.Forget.
func (cl *Client) end(ctx context.Context, cn *conn) error {
	cl.stopRun(cn.ID)
	if err := cl.hold(ctx, cn, true); err != nil {
		return err
	}
	for _, p := range slices.Concat(cn.parts, cn.stale) {
		if err := cl.park(ctx, cn, p); err != nil {
			return err
		}
	}
	cl.tell(cn.record, engine.Event{Kind: engine.EventDisconnected})
	if cl.set.Forget {
		if err := cl.estrange(ctx, cn.src, cn.dst); err != nil {
			return err
		}
	}
	cl.mu.Lock()
	delete(cl.states, cn.ID)
	cl.mu.Unlock()
	return cl.store.change(ctx, func(st *state) error {
		st.Last = max(st.Last, cn.ID)
		delete(st.Conns, cn.ID)
		return nil
	})
}

// park marks the paused folders of a part as those of a former connection, or removes them when nobody can come back to them.
func (cl *Client) park(ctx context.Context, cn *conn, p part) error {
	drop := cl.set.Forget || p.from == nil || p.to == nil
	for _, end := range []struct {
		m *machine
		f *rest.Folder
	}{{cn.dst, p.to}, {cn.src, p.from}} {
		if end.f == nil {
			continue
		}
		if drop {
			if err := cl.removeFolder(ctx, end.m, p.id); err != nil {
				return err
			}
			continue
		}
		label, off := p.rec.label(true), false
		zero := 0
		err := cl.api(end.m).PatchFolder(ctx, p.id, rest.FolderPatch{Label: &label, FSWatcherEnabled: &off, RescanIntervalS: &zero})
		if err != nil && !rest.IsNotFound(err) {
			return end.m.failed(err)
		}
	}
	return nil
}

// hold pauses or runs the folders of a connection. Pausing begins at the target, running at the source.
func (cl *Client) hold(ctx context.Context, cn *conn, pause bool) error {
	first, second := cn.src, cn.dst
	if pause {
		first, second = second, first
		cl.quiet(ctx, cn)
	}
	if err := cl.holdEnd(ctx, cn, first, pause); err != nil {
		return err
	}
	return cl.holdEnd(ctx, cn, second, pause)
}

// quietWithin is how long the daemons may take to have told each other everything.
const quietWithin = 800 * time.Millisecond

// quiet waits until neither daemon has anything to tell the other about the folders. One that hears of a folder that it has paused hangs up,
// which holds up all other folders of the two until one calls again. Nothing but time depends on it, so it gives up soon.
func (cl *Client) quiet(ctx context.Context, cn *conn) {
	sd, err := cn.src.ask(ctx, cl.api(cn.src))
	if err != nil {
		return
	}
	dd, err := cn.dst.ask(ctx, cl.api(cn.dst))
	if err != nil {
		return
	}
	// knows reports whether one daemon knows all that the other has counted, or cannot be asked.
	knows := func(one *machine, other *machine, id rest.DeviceID, folder string) bool {
		said, err := cl.api(other).Impatient().Completion(ctx, folder, "")
		if err != nil {
			return true
		}
		heard, err := cl.api(one).Impatient().Completion(ctx, folder, id)
		return err != nil || heard.Sequence >= said.Sequence
	}
	for began := time.Now(); time.Since(began) < quietWithin && ctx.Err() == nil; sleep(ctx, 5*time.Millisecond) {
		if !slices.ContainsFunc(cn.parts, func(p part) bool {
			return !knows(cn.dst, cn.src, sd.id, p.id) || !knows(cn.src, cn.dst, dd.id, p.id)
		}) {
			return
		}
	}
}

// holdEnd pauses or runs the folders on one machine of a connection.
func (cl *Client) holdEnd(ctx context.Context, cn *conn, m *machine, pause bool) error {
	parts := cn.parts
	if pause { // what was replaced never runs again
		parts = slices.Concat(cn.parts, cn.stale)
	}
	for _, p := range parts {
		if m == cn.src && p.from == nil || m == cn.dst && p.to == nil {
			continue
		}
		err := cl.api(m).PatchFolder(ctx, p.id, rest.FolderPatch{Paused: &pause})
		if err != nil && !rest.IsNotFound(err) {
			return m.failed(err)
		}
	}
	return nil
}

// removeFolder removes a folder that the driver made, with the patterns it wrote. The files stay.
func (cl *Client) removeFolder(ctx context.Context, m *machine, id string) error {
	if !strings.HasPrefix(id, idPrefix) {
		return errors.New("not a folder of smrscript: " + id) // cannot be: ids come from labels that were read
	}
	api := cl.api(m)
	if lines, err := api.Ignores(ctx, id); err == nil && ours(lines) {
		_ = api.SetIgnores(ctx, id, nil) // the folder may be gone from the disk
	}
	return m.failed(api.DeleteFolder(ctx, id))
}

// sweep removes the folders of the former connections of a set from all machines, and devices that nothing needs any more.
func (cl *Client) sweep(ctx context.Context, src *machine, set string) error {
	theirs := func(f rest.Folder) (record, bool) {
		rec, parked, ok := readLabel(f)
		return rec, ok && parked && rec.Set == set && strings.EqualFold(rec.From, src.name)
	}
	folders, err := cl.folders(ctx, src)
	if err != nil {
		return err
	}
	peers := map[*machine]bool{}
	for _, f := range folders {
		rec, ok := theirs(f)
		if !ok {
			continue
		}
		if dst := cl.machines[strings.ToLower(rec.To)]; dst != nil {
			if err := cl.removeFolder(ctx, dst, f.ID); err != nil {
				return err
			}
			peers[dst] = true
		}
		if err := cl.removeFolder(ctx, src, f.ID); err != nil {
			return err
		}
	}
	for dst := range peers {
		if err := cl.estrange(ctx, src, dst); err != nil {
			return err
		}
	}
	return nil
}

// estrange undoes introduce where no folder is shared any more. Devices that somebody else made known stay.
func (cl *Client) estrange(ctx context.Context, a, b *machine) error {
	one := func(m, other *machine) error {
		d, err := other.ask(ctx, cl.api(other))
		if err != nil {
			return err
		}
		folders, err := cl.folders(ctx, m)
		if err != nil {
			return err
		}
		for _, f := range folders {
			if slices.Contains(f.Devices, rest.FolderDevice{DeviceID: d.id}) {
				return nil
			}
		}
		list, err := cl.api(m).Devices(ctx)
		if err != nil {
			return m.failed(err)
		}
		for _, k := range list {
			if k.DeviceID == d.id && strings.HasSuffix(k.Name, deviceSuffix) {
				return m.failed(cl.api(m).DeleteDevice(ctx, d.id))
			}
		}
		return nil
	}
	if err := one(a, b); err != nil {
		return err
	}
	return one(b, a)
}
