package syncthing

// This file asks the daemons how a connection is.

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/syncthing/rest"
)

// maxFailures bounds the failures a status lists.
const maxFailures = 100

// measure is the state of all folders of a connection, added up.
type measure struct {
	from, to rest.FolderStatus // counts are sums
	known    bool              // all folders run, so that the counts mean something
	heldBack bool              // a folder of the source is paused
	paused   bool              // a folder of the target is paused
	idle     bool              // nothing is under way in any folder
	trouble  []engine.Failure  // folders that cannot work at all
	// sourceTrouble says that one of them is the source's.
	sourceTrouble bool
}

// measure asks both ends of every part now.
func (cl *Client) measure(ctx context.Context, cn *conn) (measure, error) {
	return total(cn, func(m *machine, id string) (rest.FolderStatus, error) {
		s, err := cl.api(m).FolderStatus(ctx, id)
		return s, m.failed(err)
	})
}

// glance is measure with answers that may be as old as bulkFor: good enough to be shown, and for nothing else.
func (cl *Client) glance(ctx context.Context, cn *conn) (measure, error) {
	return total(cn, func(m *machine, id string) (rest.FolderStatus, error) { return cl.folderStatus(ctx, m, id) })
}

// total adds up what ask says about both ends of every part.
func total(cn *conn, ask func(m *machine, id string) (rest.FolderStatus, error)) (measure, error) {
	total := measure{known: true, idle: true}
	for _, p := range cn.parts {
		from, err := ask(cn.src, p.id)
		if err != nil {
			return total, err
		}
		to, err := ask(cn.dst, p.id)
		if err != nil {
			return total, err
		}
		total.add(cn, p, cn.src.ofFiles(from), cn.dst.ofFiles(to))
	}
	return total, nil
}

func (t *measure) add(cn *conn, p part, from, to rest.FolderStatus) {
	sum(&t.from, from)
	sum(&t.to, to)
	t.known = t.known && !from.Paused() && !to.Paused()
	t.paused = t.paused || to.Paused()
	t.heldBack = t.heldBack || from.Paused()
	t.idle = t.idle && from.Idle() && to.Idle()
	for _, end := range []struct {
		m *machine
		f *rest.Folder
		s rest.FolderStatus
	}{{cn.src, p.from, from}, {cn.dst, p.to, to}} {
		if end.s.Error == "" {
			continue
		}
		place := p.id
		if end.f != nil {
			place = end.f.Path
		}
		t.sourceTrouble = t.sourceTrouble || end.m == cn.src
		t.trouble = append(t.trouble, engine.Failure{Path: engine.Path(place), Reason: fmt.Sprintf("Syncthing of %s: %s", end.m.name, end.s.Error)})
	}
}

func sum(t *rest.FolderStatus, s rest.FolderStatus) {
	t.Errors += s.Errors
	t.GlobalFiles += s.GlobalFiles
	t.GlobalSymlinks += s.GlobalSymlinks
	t.GlobalDirectories += s.GlobalDirectories
	t.GlobalBytes += s.GlobalBytes
	t.LocalFiles += s.LocalFiles
	t.LocalBytes += s.LocalBytes
	t.LocalSymlinks += s.LocalSymlinks
	t.LocalDirectories += s.LocalDirectories
	t.NeedDirectories += s.NeedDirectories
	t.IgnorePatterns = t.IgnorePatterns || s.IgnorePatterns
	t.NeedFiles += s.NeedFiles
	t.NeedSymlinks += s.NeedSymlinks
	t.NeedDeletes += s.NeedDeletes
	t.NeedBytes += s.NeedBytes
	t.NeedTotalItems += s.NeedTotalItems
	t.ReceiveOnlyChangedDeletes += s.ReceiveOnlyChangedDeletes
	t.ReceiveOnlyTotalItems += s.ReceiveOnlyTotalItems
	if s.WatchError != "" {
		t.WatchError = s.WatchError
	}
	if s.State != "" && (t.State == "" || t.State == "idle") {
		t.State = s.State
	}
}

// sequences asks the source of every part how many changes it has counted.
func (cl *Client) sequences(ctx context.Context, cn *conn) ([]int64, error) {
	var list []int64
	for _, p := range cn.parts {
		c, err := cl.api(cn.src).Completion(ctx, p.id, "")
		if err != nil {
			return nil, cn.src.failed(err)
		}
		list = append(list, c.Sequence)
	}
	return list, nil
}

// arrived reports whether the target knows of all the changes that the source had counted. Being complete does not say that: a target
// that has not heard of a change is complete without it.
func (cl *Client) arrived(ctx context.Context, cn *conn, want []int64) (bool, error) {
	d, err := cn.src.ask(ctx, cl.api(cn.src))
	if err != nil {
		return false, err
	}
	for i, p := range cn.parts {
		c, err := cl.api(cn.dst).Completion(ctx, p.id, d.id)
		if err != nil {
			return false, cn.dst.failed(err)
		}
		if c.Sequence < want[i] {
			return false, nil
		}
	}
	return true, nil
}

// look asks whether the target knows of all changes, and only then how it is: the other way round, what arrives between the two
// questions would not count.
func (cl *Client) look(ctx context.Context, cn *conn, want []int64) (t measure, there bool, err error) {
	there, err = cl.arrived(ctx, cn, want)
	if rest.IsNotFound(err) { // paused or starting
		there, err = false, nil
	}
	if err != nil {
		return t, false, err
	}
	t, err = cl.measure(ctx, cn)
	return t, there, err
}

// itemErrors lists what the daemons could not pull or read.
func (cl *Client) itemErrors(ctx context.Context, cn *conn, t measure) []engine.Failure {
	list := slices.Clone(t.trouble)
	for _, p := range cn.parts {
		for _, end := range []struct {
			m   *machine
			any bool
		}{{cn.src, t.from.Errors > 0}, {cn.dst, t.to.Errors > 0}} {
			if !end.any || len(list) >= maxFailures {
				continue
			}
			errs, err := cl.api(end.m).FolderErrors(ctx, p.id, maxFailures)
			if err != nil {
				continue // the count tells of them
			}
			for _, e := range errs {
				if keptFolder(e) {
					continue
				}
				list = append(list, engine.Failure{Path: engine.Path(e.Path), Reason: end.m.name + ": " + e.Error})
			}
		}
	}
	return list[:min(len(list), maxFailures)]
}

// harmless reports whether all that the target needs are folders to remove that hold something of the target's own.
func (cl *Client) harmless(ctx context.Context, cn *conn, t measure) bool {
	kept := cl.kept(ctx, cn, t)
	return kept > 0 && kept == t.to.Errors && t.to.NeedTotalItems <= kept
}

// kept counts the folders that fail for that reason.
func (cl *Client) kept(ctx context.Context, cn *conn, t measure) (n int64) {
	if t.to.Errors == 0 {
		return 0
	}
	for _, p := range cn.parts {
		errs, _ := cl.api(cn.dst).FolderErrors(ctx, p.id, maxFailures) // without an answer all count
		for _, e := range errs {
			if keptFolder(e) {
				n++
			}
		}
	}
	return n
}

// keptFolder reports whether an error says that a removed folder stays for what it holds.
func keptFolder(e rest.FileError) bool {
	return strings.Contains(e.Error, "has been deleted on a remote device but contains")
}

// unlinked says why the daemons of a connection do not speak with each other, "" when they do.
func (cl *Client) unlinked(ctx context.Context, cn *conn) (string, bool) {
	d, err := cn.dst.ask(ctx, cl.api(cn.dst))
	if err != nil {
		return causeOf(err), false
	}
	peers, err := cl.peersOf(ctx, cn.src)
	if err != nil {
		return causeOf(err), false
	}
	peer := peers.Connections[d.id]
	switch {
	case peer.Connected:
		return "", false
	case peer.Paused:
		return fmt.Sprintf("Syncthing of %s has paused %s", cn.src.name, cn.dst.name), true
	}
	reason := fmt.Sprintf("Syncthing of %s has no connection to that of %s", cn.src.name, cn.dst.name)
	if s, err := cl.api(cn.src).SystemStatus(ctx); err == nil {
		if dial, ok := s.LastDial[d.listen]; ok && dial.Error != nil {
			reason += ": " + *dial.Error
		}
	}
	return reason, false
}
