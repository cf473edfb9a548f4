package syncthing

// This file answers the operations on the way between machines, comparisons and restores.

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/smrscript/smrscript/engine"
)

// more sends the operations beyond connections and mirrors to their handlers. Whatever is not here Syncthing does not have.
func (cl *Client) more(ctx context.Context, op engine.Op) (engine.Result, error) {
	switch op := op.(type) {
	case engine.Transmission:
		return cl.transmission(ctx, op)
	case engine.HoldTarget:
		return cl.holdTarget(ctx, op.Source, op.Target, true)
	case engine.ReleaseTarget:
		return cl.holdTarget(ctx, op.Source, op.Target, false)
	case engine.LimitBandwidth:
		per := op.Per
		if per <= 0 {
			per = time.Second
		}
		if op.Bytes < 0 {
			return nil, &engine.Error{Code: engine.CodeBadParameter, Subject: "bandwidth", Cause: fmt.Errorf("%d bytes cannot be a limit", op.Bytes)}
		}
		return engine.Done{}, cl.LimitBandwidth(ctx, op.Source, op.Target, int64(float64(op.Bytes)/per.Seconds()))
	case engine.SetCompression:
		return cl.setLevel(ctx, op)
	case engine.Verify:
		return cl.verify(ctx, op)
	case engine.RemoveOrphans:
		if op.Stop {
			return cl.mirrorStop(ctx, engine.MirrorStop{ID: op.ID, Source: op.Source})
		}
		return cl.mirrorStart(ctx, engine.MirrorStart{ID: op.ID, Source: op.Source, Options: engine.MirrorOptions{Kind: engine.MirrorDifferent, Orphans: true}})
	case engine.SetOrphanPolicy:
		return nil, unsupported(op.Name(), errors.New("Syncthing removes orphans at once and deletes them: ask for it with each connection or mirror"))
	case engine.Restore:
		return cl.restore(ctx, op)
	}
	return nil, unsupported(op.Name(), errors.New("Syncthing has no such thing"))
}

func (cl *Client) transmission(ctx context.Context, op engine.Transmission) (engine.Result, error) {
	if _, err := cl.source(op.Source, engine.AccessFull); err != nil {
		return nil, err
	}
	var pause bool
	switch op.Action {
	case engine.ActionStop, engine.ActionPause:
		pause = true
	case engine.ActionStart, engine.ActionResume:
	default:
		return nil, &engine.Error{Code: engine.CodeBadParameter, Subject: string(op.Action), Cause: errors.New("start, stop, pause or resume")}
	}
	n, changed, err := cl.holdSome(ctx, op.Source, op.Target, pause, func(cn *conn) *machine { return cn.src })
	return engine.Done{}, already(n, changed, pause, engine.CodeTransmissionPaused, op.Target, err)
}

func (cl *Client) holdTarget(ctx context.Context, source, target string, pause bool) (engine.Result, error) {
	n, changed, err := cl.holdSome(ctx, source, target, pause, func(cn *conn) *machine { return cn.dst })
	return engine.Done{}, already(n, changed, pause, engine.CodeTargetPaused, target, err)
}

// already turns a hold or release that changed nothing into its error.
func already(n, changed int, pause bool, held engine.Code, target string, err error) error {
	switch {
	case err != nil || n == 0 || changed > 0:
		return err
	case pause:
		return &engine.Error{Code: held, Subject: target}
	}
	return &engine.Error{Code: engine.CodeConnectionNotPaused, Subject: target}
}

// setLevel finds the nearest of the kinds that Syncthing has.
func (cl *Client) setLevel(ctx context.Context, op engine.SetCompression) (engine.Result, error) {
	kind := CompressAll
	switch {
	case op.Level < 0 || op.Level > 3:
		return nil, &engine.Error{Code: engine.CodeBadParameter, Subject: "compression", Cause: fmt.Errorf("there is no level %d, but 0 to 3", op.Level)}
	case op.Level == 0:
		kind = CompressNothing
	case op.Level == 1:
		kind = CompressMetadata
	}
	return engine.Done{}, cl.SetCompression(ctx, op.Source, op.Target, kind)
}

// verify reports a comparison, which is a mirror: its totals are those of the mirror.
func (cl *Client) verify(ctx context.Context, op engine.Verify) (engine.Result, error) {
	if op.Newer {
		return nil, unsupported("newer", errors.New("Syncthing cannot keep files that are newer in the copy"))
	}
	cn, err := cl.find(ctx, op.ID, op.Source, engine.AccessFull)
	if err != nil {
		return nil, err
	}
	report := engine.VerifyReport{Connection: cn.connection(), Checksum: op.Checksum, Started: time.Now()}
	s, err := cl.compare(ctx, op.ID, VerifyOptions{Checksum: op.Checksum, Sync: op.Sync, Orphans: op.Orphans})
	if err != nil {
		return nil, err
	}
	m := s.Mirror
	report.Ended = time.Now()
	report.FilesCompared, report.FilesDifferent, report.FilesMirrored, report.OrphansFound = m.FilesTotal, m.FilesSent, m.FilesSent, m.Removed
	report.BytesCompared, report.BytesOutOfSync, report.Errors, report.Failures = m.BytesTotal, m.BytesSent, m.Errors, m.Failures
	return report, nil
}

// restore finds the mapping of the copy if it is not given.
func (cl *Client) restore(ctx context.Context, op engine.Restore) (engine.Result, error) {
	if op.Machine != "" && !strings.EqualFold(op.Machine, op.Source) {
		return nil, unsupported("restore to another machine", errors.New("the folders of a copy fit its own source; make a set on the target and connect that"))
	}
	o := RestoreOptions{Source: op.Source, Repset: op.Repset, Target: op.Target, Mirror: op.Options}
	if op.Mapping != nil {
		o.Mapping = *op.Mapping
	} else {
		m, err := cl.newestMapping(ctx, op)
		if err != nil {
			return nil, err
		}
		o.Mapping = m
	}
	id, err := cl.Restore(ctx, o)
	if err != nil {
		return nil, err
	}
	return id, nil
}

// newestMapping is that of the set's latest connection to the target, as the labels there say.
func (cl *Client) newestMapping(ctx context.Context, op engine.Restore) (m engine.Mapping, err error) {
	dst, err := cl.target(op.Target, engine.AccessFull)
	if err != nil {
		return m, err
	}
	folders, err := cl.folders(ctx, dst)
	if err != nil {
		return m, err
	}
	var newest engine.ConnectionID
	for _, f := range folders {
		rec, _, ok := readLabel(f)
		if ok && !rec.Back && rec.Set == op.Repset && strings.EqualFold(rec.From, op.Source) && rec.ID > newest {
			newest, m = rec.ID, rec.Map
		}
	}
	if newest == 0 {
		err = &engine.Error{Code: engine.CodeNoConnection, Subject: op.Repset, Cause: fmt.Errorf("%s remembers no copy of it", dst.name), Hint: "Say with MAP where the copy lies."}
	}
	return m, err
}
