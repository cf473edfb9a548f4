package embedded

// This file keeps snapshots of copies and brings them back.
//
// A snapshot lies beside the copy, in a folder of the target machine that belongs
// to no set, and shares its files: by their blocks where the file system can, else
// as links. Links are safe because the engine replaces the files of a copy and
// never writes to one that has more names than it gave it.

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"os"
	"slices"
	"strconv"
	"time"

	"go.etcd.io/bbolt"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/driver"
	"github.com/smrscript/smrscript/engine/embedded/copier"
	"github.com/smrscript/smrscript/engine/embedded/rules"
)

// snapshotsDir is the folder of a target machine that holds all snapshots.
const snapshotsDir = copier.TempPrefix + "snapshots"

func bucketSnapshots() []byte { return []byte("snapshots") }

func snapshotKey(id engine.ConnectionID, label string) []byte {
	return append(connectionKey(id), label...)
}

// snapshotRel is where a snapshot lies below the volume of the copy.
func snapshotRel(id engine.ConnectionID, label string) string {
	return snapshotsDir + "/" + strconv.FormatInt(int64(id), 10) + "/" + url.PathEscape(label)
}

// still holds everything up that writes to the copy, with the queue applied.
func (cn *conn) still(ctx context.Context) (release func(), err error) {
	if err := cn.pass.acquire(ctx); err != nil {
		return nil, err
	}
	cn.mu.Lock()
	r := cn.repl
	cn.mu.Unlock()
	if r == nil {
		return cn.pass.release, nil
	}
	if cn.way.blocked("") == nil {
		err = r.rest(ctx)
	} else {
		err = r.apply.acquire(ctx)
	}
	if err != nil {
		cn.pass.release()
		return nil, err
	}
	r.live.Flush()
	return func() { r.apply.release(); cn.pass.release() }, nil
}

// between makes a copier from the copy to a snapshot, or with back the other way.
func (cn *conn) between(label string, back bool) *copier.Copier {
	cp := &copier.Copier{Run: cn.cp.Run, Owner: cn.cp.Owner, Workers: cn.cp.Workers, Open: cn.cp.Open, Report: silent{}, Doors: cn.cp.Doors, Clock: cn.cp.Clock}
	var all []rules.Rule
	for i, r := range cn.cp.Roots {
		kept := copier.Root{Path: rules.Path{strconv.Itoa(i)}, SrcVolume: r.DstVolume, SrcRel: r.DstRel, File: r.DstFile,
			DstVolume: r.DstVolume, DstRel: snapshotRel(cn.rec.ID, label) + "/" + strconv.Itoa(i), DstFile: r.DstFile}
		if back {
			kept.SrcRel, kept.DstRel = kept.DstRel, kept.SrcRel
		}
		cp.Roots = append(cp.Roots, kept)
		all = append(all, rules.Rule{Path: kept.Path, Recurse: true})
	}
	cp.Set = rules.New(all, foldNames())
	return cp
}

// shift runs a copier that must succeed entirely.
func (cn *conn) shift(ctx context.Context, cp *copier.Copier, opt copier.Options) (*copier.Counters, error) {
	report := &reporter{cn: cn}
	n := new(copier.Counters)
	opt.Orphans, opt.Create, opt.Farm, opt.Report, opt.Sync = true, true, true, report, !cn.tuned().NoFlush
	err := cp.Pass(ctx, opt, new(copier.Gate), n)
	if err == nil && n.Errors.Load() > 0 {
		f := report.failures()[0]
		err = fmt.Errorf("%s: %s", f.Path, f.Reason)
	}
	return n, err
}

func (cl *Client) createSnapshot(ctx context.Context, op engine.CreateSnapshot) (engine.Result, error) {
	cn, err := cl.find(op.ID, op.Source, engine.AccessFull)
	if err != nil {
		return nil, err
	}
	made := time.Now()
	label := cmp.Or(op.Label, made.UTC().Format("2006-01-02T15:04:05.000000Z"))
	if err := checkLabel(label); err != nil {
		return nil, err
	}
	ctx, cancel := cn.joined(ctx)
	defer cancel()
	release, err := cn.still(ctx)
	if err != nil {
		return nil, err
	}
	defer release()
	if _, err := cl.store.snapshot(op.ID, label); err == nil {
		return nil, badSnapshot(label, "there is one of that name already")
	}
	n, err := cn.shift(ctx, cn.between(label, false), copier.Options{})
	if err != nil {
		return nil, errors.Join(err, cn.removeSnapshot(label)) // half of one is of no use
	}
	s := engine.Snapshot{Label: label, Made: made, Bytes: n.BytesTotal.Load(), Files: n.FilesTotal.Load()}
	return s, cl.store.saveSnapshot(op.ID, s)
}

// checkLabel refuses names that could not be the name of a folder.
func checkLabel(label string) error {
	if err := driver.CheckRepsetName(label); err != nil {
		return badSnapshot(label, "it cannot be a name")
	}
	if label == "." || label == ".." || len(url.PathEscape(label)) > 200 {
		return badSnapshot(label, "it cannot be the name of a folder")
	}
	return nil
}

func badSnapshot(label, why string) error {
	return &engine.Error{Code: engine.CodeBadParameter, Subject: fmt.Sprintf("snapshot %.60q", label), Cause: errors.New(why)}
}

// removeSnapshot removes the files of a snapshot.
func (cn *conn) removeSnapshot(label string) error {
	var errs []error
	for _, r := range cn.cp.Roots {
		root, err := os.OpenRoot(r.DstVolume)
		if err == nil {
			err = root.RemoveAll(snapshotRel(cn.rec.ID, label))
			root.Close()
		}
		errs = append(errs, err)
	}
	return errors.Join(errs...)
}

func (cl *Client) listSnapshots(op engine.ListSnapshots) (engine.Result, error) {
	if _, err := cl.find(op.ID, op.Source, engine.AccessMonitor); err != nil {
		return nil, err
	}
	return cl.store.snapshots(op.ID)
}

func (cl *Client) deleteSnapshot(op engine.DeleteSnapshot) (engine.Result, error) {
	cn, err := cl.find(op.ID, op.Source, engine.AccessFull)
	if err != nil {
		return nil, err
	}
	if _, err := cl.store.snapshot(op.ID, op.Label); err != nil {
		return nil, err
	}
	if err := cn.removeSnapshot(op.Label); err != nil {
		return nil, err // it stays in the list, so that it can be tried again
	}
	return engine.Done{}, cl.store.deleteSnapshot(op.ID, op.Label)
}

func (cl *Client) revertSnapshot(ctx context.Context, op engine.RevertSnapshot) (engine.Result, error) {
	cn, err := cl.find(op.ID, op.Source, engine.AccessFull)
	if err != nil {
		return nil, err
	}
	if _, err := cl.store.snapshot(op.ID, op.Label); err != nil {
		return nil, err
	}
	ctx, cancel := cn.joined(ctx)
	defer cancel()
	release, err := cn.still(ctx)
	if err != nil {
		return nil, err
	}
	defer release()
	// First, so that nobody takes the copy for the source's even if this is cut short.
	cn.mu.Lock()
	cn.settled, cn.rec.Required = false, true
	err = cn.save()
	cn.touch()
	cn.mu.Unlock()
	if err != nil {
		return nil, err
	}
	_, err = cn.shift(ctx, cn.between(op.Label, true), copier.Options{Checksum: true, ChecksumAll: true})
	return engine.Done{}, err
}

// saveSnapshot keeps what is known about a snapshot.
func (s *store) saveSnapshot(id engine.ConnectionID, snap engine.Snapshot) error {
	return s.update(func(tx *bbolt.Tx) error {
		b, err := tx.CreateBucketIfNotExists(bucketSnapshots())
		if err != nil {
			return err
		}
		data, err := json.Marshal(snap)
		if err != nil {
			return err
		}
		return b.Put(snapshotKey(id, snap.Label), data)
	})
}

// snapshots returns those of a connection, oldest first.
func (s *store) snapshots(id engine.ConnectionID) (engine.SnapshotList, error) {
	list := engine.SnapshotList{}
	err := s.db.View(func(tx *bbolt.Tx) error {
		b := tx.Bucket(bucketSnapshots())
		if b == nil {
			return nil
		}
		prefix := string(connectionKey(id))
		c := b.Cursor()
		for k, v := c.Seek([]byte(prefix)); len(k) >= len(prefix) && string(k[:len(prefix)]) == prefix; k, v = c.Next() {
			var snap engine.Snapshot
			if err := json.Unmarshal(v, &snap); err != nil {
				return damaged(s.dir, err)
			}
			list = append(list, snap)
		}
		return nil
	})
	slices.SortStableFunc(list, func(a, b engine.Snapshot) int { return a.Made.Compare(b.Made) })
	return list, err
}

// snapshot finds one by its name.
func (s *store) snapshot(id engine.ConnectionID, label string) (engine.Snapshot, error) {
	list, err := s.snapshots(id)
	if err != nil {
		return engine.Snapshot{}, err
	}
	for _, snap := range list {
		if snap.Label == label {
			return snap, nil
		}
	}
	return engine.Snapshot{}, badSnapshot(label, "there is none of that name")
}

func (s *store) deleteSnapshot(id engine.ConnectionID, label string) error {
	return s.update(func(tx *bbolt.Tx) error { return tx.Bucket(bucketSnapshots()).Delete(snapshotKey(id, label)) })
}
