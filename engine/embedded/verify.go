package embedded

// This file verifies copies.

import (
	"context"
	"io/fs"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/embedded/copier"
	"github.com/smrscript/smrscript/engine/embedded/tree"
)

// maxDifferences bounds the differences that a report lists.
const maxDifferences = 10_000

// verify compares the copy with the source, with the queue applied first, and
// mirrors what differs when asked to.
func (cl *Client) verify(ctx context.Context, op engine.Verify) (engine.Result, error) {
	need := engine.AccessMonitor
	if op.Sync {
		need = engine.AccessFull
	}
	cn, err := cl.find(op.ID, op.Source, need)
	if err != nil {
		return nil, err
	}
	cn.mu.Lock()
	busy, r := cn.mirror != nil && !cn.mirror.auto, cn.repl
	cn.mu.Unlock()
	if busy {
		return nil, &engine.Error{Code: engine.CodeMirroring, Subject: cn.subject()}
	}
	ctx, cancel := cn.joined(ctx)
	defer cancel()
	if r != nil && cn.way.blocked("") == nil && r.q.trouble() == "" {
		if err := r.drain(ctx); err != nil {
			return nil, err
		}
	}
	report, err := cn.look(ctx, op)
	if err != nil {
		return nil, err
	}
	if op.Sync && report.FilesMissing+report.FilesDifferent+report.DirectoriesMissing+report.OrphansFound > 0 {
		if err := cl.mend(ctx, cn, op, &report); err != nil {
			return nil, err
		}
	}
	report.Ended = time.Now()
	return report, nil
}

// look compares and makes the report.
func (cn *conn) look(ctx context.Context, op engine.Verify) (engine.VerifyReport, error) {
	report := engine.VerifyReport{Connection: cn.connection(), Checksum: op.Checksum, Started: time.Now()}
	if err := cn.pass.acquire(ctx); err != nil {
		return report, err
	}
	defer cn.pass.release()
	var mu sync.Mutex
	var v copier.Verified
	troubles := &reporter{cn: cn}
	err := cn.cp.Verify(ctx, op.Checksum, &v, func(d copier.Difference) {
		mu.Lock()
		defer mu.Unlock()
		if len(report.Differences) < maxDifferences {
			report.Differences = append(report.Differences, engine.Difference{Path: engine.Path(d.Path.String()), Kind: d.Kind,
				Source: entryInfo(d.Src), Target: entryInfo(d.Dst), Bytes: d.Bytes})
		}
	}, troubles)
	slices.SortFunc(report.Differences, func(a, b engine.Difference) int { return strings.Compare(string(a.Path), string(b.Path)) })
	report.DirectoriesCompared, report.DirectoriesMissing = v.Folders.Load(), v.FoldersMissing.Load()
	report.FilesCompared, report.FilesMissing, report.FilesDifferent = v.Files.Load(), v.FilesMissing.Load(), v.FilesDifferent.Load()
	report.OrphansFound, report.Errors = v.Orphans.Load(), v.Errors.Load()
	report.BytesCompared, report.BytesOutOfSync = v.BytesCompared.Load(), v.BytesOut.Load()
	report.Failures = troubles.failures()
	return report, err
}

// mend mirrors what differs and adds to the report what that did.
func (cl *Client) mend(ctx context.Context, cn *conn, op engine.Verify, report *engine.VerifyReport) error {
	opts := engine.MirrorOptions{Kind: engine.MirrorDifferent, Checksum: op.Checksum, Newer: op.Newer, Orphans: op.Orphans}
	if _, err := cl.mirrorStart(ctx, engine.MirrorStart{ID: op.ID, Options: opts}); err != nil {
		return err
	}
	if err := cn.waitMirror(ctx); err != nil {
		return err
	}
	m := cn.status().Mirror
	report.FilesMirrored, report.DirectoriesMirrored = m.FilesSent, report.DirectoriesMissing
	report.Errors += m.Errors
	report.Failures = append(report.Failures, m.Failures...)
	return nil
}

// entryInfo is what a report says about one side; nothing when it has no entry.
func entryInfo(i tree.Info) engine.EntryInfo {
	if i.Kind == tree.Unknown {
		return engine.EntryInfo{}
	}
	mode := fs.FileMode(i.Perm & 0o777)
	switch i.Kind {
	case tree.Folder:
		mode |= fs.ModeDir
	case tree.Link:
		mode |= fs.ModeSymlink
	case tree.Special:
		mode |= fs.ModeIrregular
	}
	return engine.EntryInfo{Time: i.MTime.Time(), Size: i.Size, Mode: int64(mode)}
}
