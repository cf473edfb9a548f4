package syncthing

// This file answers how a connection is.

import (
	"context"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/syncthing/rest"
)

func (cl *Client) getConnection(ctx context.Context, op engine.GetConnection) (engine.Result, error) {
	if cn := cl.expected(op.ID, op.Source); cn != nil {
		return cl.status(ctx, cn)
	}
	cn, err := cl.find(ctx, op.ID, op.Source, engine.AccessMonitor)
	if err != nil {
		return nil, err
	}
	cl.resume(cn)
	if cn.Repl {
		cl.count(cn.dst)
	}
	return cl.status(ctx, cn)
}

// status is everything known now. A daemon that does not answer shows as a state, since the other one may.
func (cl *Client) status(ctx context.Context, cn *conn) (engine.ConnectionStatus, error) {
	mem, known, err := cl.store.memory(cn.ID)
	if err != nil {
		return engine.ConnectionStatus{}, err
	}
	t, err := cl.glance(ctx, cn)
	if ctx.Err() != nil {
		return engine.ConnectionStatus{}, ctx.Err()
	}
	if !known { // made by another host, or the state was lost: what the daemons say must do
		mem.Mirrored = err == nil && t.known && t.to.NeedTotalItems == 0 && t.to.LocalFiles > 0
	}
	if cn.Repl && !mem.SettledAt.IsZero() && err == nil && t.known {
		if now, err := cl.sequences(ctx, cn); err == nil {
			cl.unsettle(ctx, cn, &mem, now)
		}
	}
	s := engine.ConnectionStatus{Connection: cn.connection(), TransmitState: engine.TransmitStarted, Mirror: mem.Progress,
		Settled: !mem.SettledAt.IsZero(), SettledAt: mem.SettledAt}
	if s.Mirror.State == "" {
		s.Mirror.State = engine.MirrorIdle
	}
	cl.mu.Lock()
	r := cl.runs[cn.ID]
	cl.mu.Unlock()
	if mem.Running != nil {
		s.Mirror = progressOf(mem, t)
	}
	if r != nil {
		s.Mirror = r.progress()
	}
	if cn.Repl {
		s.Replication = engine.ReplicationProgress{Active: true, BytesQueue: t.to.NeedBytes, OpsQueue: t.to.NeedTotalItems, OpsDone: cl.applied(cn), Errors: max(t.to.Errors+t.from.Errors-cl.kept(ctx, cn, t), 0)}
		s.Failures = cl.itemErrors(ctx, cn, t)
		if t.from.WatchError != "" {
			s.Failures = append(s.Failures, engine.Failure{Reason: "changes are found by scanning only: " + t.from.WatchError})
		}
	}
	cl.judge(ctx, cn, mem, t, err, &s)
	return s, nil
}

// judge finds the words for the copy and the way to it.
func (cl *Client) judge(ctx context.Context, cn *conn, mem memory, t measure, asked error, s *engine.ConnectionStatus) {
	s.TargetState = targetState(cn, mem)
	switch {
	case asked != nil:
		s.TargetState, s.TransmitState = engine.TargetRetrying, engine.TransmitError
		s.Failures = append(s.Failures, engine.Failure{Reason: asked.Error()})
		return
	case len(t.trouble) > 0 && mem.Running == nil:
		s.TargetState, s.TransmitState = engine.TargetRetrying, engine.TransmitError
		s.Failures = t.trouble
	case t.paused && cn.Repl && mem.Running == nil && !mem.Stopped:
		s.TargetState = engine.TargetPaused
	}
	if t.heldBack && cn.Repl && mem.Running == nil && !mem.Stopped {
		s.TransmitState = engine.TransmitPaused
		return
	}
	if !cn.Repl && mem.Running == nil {
		return
	}
	if why, byHand := cl.unlinked(ctx, cn); byHand {
		s.TransmitState = engine.TransmitPaused
	} else if why != "" {
		s.TransmitState = engine.TransmitError
		s.Failures = append(s.Failures, engine.Failure{Reason: why})
	}
}

// targetState derives the word for the copy from what is remembered.
func targetState(cn *conn, mem memory) engine.TargetState {
	switch {
	case mem.Running != nil:
		return engine.TargetMirroring
	case mem.Stopped:
		return engine.TargetMirrorStopped
	case !mem.Mirrored || mem.Required:
		return engine.TargetMirrorRequired
	case cn.Repl:
		return engine.TargetReplicating
	}
	return engine.TargetOnline
}

// progressOf shows a mirror that no run of this process follows.
func progressOf(mem memory, t measure) engine.MirrorProgress {
	p := engine.MirrorProgress{State: engine.MirrorMirroring, Options: *mem.Running, Started: mem.Started, Percent: -1}
	fill(&p, t.to)
	if mem.Paused {
		p.State = engine.MirrorPaused
	}
	return p
}

// fill counts a mirror by what the target has and needs. Where patterns leave things out, the total is known for certain at the end only.
func fill(p *engine.MirrorProgress, to rest.FolderStatus) {
	p.FilesTotal = to.GlobalFiles + to.GlobalSymlinks
	p.BytesTotal = to.GlobalBytes
	if to.IgnorePatterns {
		p.FilesTotal = max(to.LocalFiles+to.LocalSymlinks, to.NeedFiles+to.NeedSymlinks)
		p.BytesTotal = max(to.LocalBytes, to.NeedBytes)
	}
	p.FilesDone = max(p.FilesTotal-to.NeedFiles-to.NeedSymlinks, 0)
	p.BytesQueue = min(to.NeedBytes, p.BytesTotal)
	p.BytesDone = p.BytesTotal - p.BytesQueue
	if p.FilesTotal+p.BytesTotal > 0 {
		done, total := p.BytesDone+p.FilesDone*4096, p.BytesTotal+p.FilesTotal*4096
		p.Percent = min(int(float64(done)/float64(total)*100), 99)
	}
}

// tell emits an event about a connection.
func (cl *Client) tell(rec record, e engine.Event) {
	e.Connection, e.Source, e.Target = rec.ID, rec.From, rec.To
	cl.hub.Emit(e)
}

// tellState emits the target state when it is another than the last.
func (cl *Client) tellState(cn *conn, s engine.TargetState) {
	cl.mu.Lock()
	was := cl.states[cn.ID]
	cl.states[cn.ID] = s
	cl.mu.Unlock()
	if was != s {
		cl.tell(cn.record, engine.Event{Kind: engine.EventTargetState, Text: string(s)})
	}
}
