package syncthing

// This file compares copies with their sources, brings copies back, and tells what went over the wire.

import (
	"context"
	"errors"
	"time"

	"github.com/smrscript/smrscript/engine"
)

// VerifyOptions say how to compare.
type VerifyOptions struct {
	Checksum bool // read every file on both ends
	Sync     bool // also bring over what differs; Syncthing cannot but do that
	Orphans  bool // also remove what only the copy has
}

// Verify compares the copy of a connection with its source and returns how many files differed or were missing, and with
// Orphans were too many. CodeUnsupported without Sync: a daemon that knows of a difference removes it.
func (cl *Client) Verify(ctx context.Context, id engine.ConnectionID, o VerifyOptions) (int64, error) {
	s, err := cl.compare(ctx, id, o)
	return s.Mirror.FilesSent + s.Mirror.Removed, err
}

// compare runs the mirror that a comparison is and returns how the connection is then.
func (cl *Client) compare(ctx context.Context, id engine.ConnectionID, o VerifyOptions) (engine.ConnectionStatus, error) {
	if !o.Sync {
		return engine.ConnectionStatus{}, unsupported("verify without sync", errors.New("Syncthing brings over what differs as soon as it knows of it"))
	}
	mirror := engine.MirrorStart{ID: id, Options: engine.MirrorOptions{Kind: engine.MirrorDifferent, Checksum: o.Checksum, Orphans: o.Orphans}}
	if _, err := engine.Call(ctx, cl, mirror); err != nil {
		return engine.ConnectionStatus{}, err
	}
	s, err := engine.Call(ctx, cl, engine.Wait{ID: id, For: engine.WaitMirror})
	if err == nil && (!s.Mirror.Completed || s.Mirror.Errors > 0) {
		cause := errors.New("the mirror was not complete")
		if len(s.Mirror.Failures) > 0 {
			cause = errors.New(string(s.Mirror.Failures[0].Path) + ": " + s.Mirror.Failures[0].Reason)
		}
		err = &engine.Error{Code: engine.CodeFailed, Subject: subject(id), Cause: cause}
	}
	return s, err
}

// RestoreOptions say what to bring back.
type RestoreOptions struct {
	Source  string // machine whose set it is and which gets the files
	Repset  string
	Target  string         // machine that holds the copy
	Mapping engine.Mapping // as the copy was made with
	Mirror  engine.MirrorOptions
}

// Restore brings a copy back to its source, once and without replication, and returns the connection that does so: it runs from Target to
// Source, is waited for and disconnected like any other. The connection that made the copy must be disconnected first, and the folders of
// the set must exist on the source, empty or not: what is there and differs is overwritten. Errors are those of Connect.
func (cl *Client) Restore(ctx context.Context, o RestoreOptions) (engine.ConnectionID, error) {
	src, err := cl.source(o.Source, engine.AccessFull)
	if err != nil {
		return 0, err
	}
	dst, err := cl.target(o.Target, engine.AccessFull)
	if err != nil {
		return 0, err
	}
	if err := checkOptions(o.Mirror); err != nil {
		return 0, err
	}
	saved, err := cl.store.repset(src.name, o.Repset)
	if err != nil {
		return 0, err
	}
	rec := record{Set: o.Repset, From: dst.name, To: src.name, Map: o.Mapping, Orphans: o.Mirror.Orphans, Back: true}
	r, err := cl.establish(ctx, dst, src, rec, saved.Rules, &o.Mirror)
	if err != nil {
		return 0, err
	}
	return r.(engine.ConnectionID), nil
}

// Statistics are what a daemon has counted since it started, and when it last did something for a connection.
type Statistics struct {
	Machine     string               `json:"machine"`
	Peers       map[string]PeerStats `json:"peers"` // by machine; devices that are no machine of the configuration are left out
	Connections []ConnectionStats    `json:"connections"`
}

// PeerStats are about the way to another machine.
type PeerStats struct {
	Connected bool   `json:"connected"`
	Address   string `json:"address,omitempty"`
	BytesIn   int64  `json:"bytes_in"`
	BytesOut  int64  `json:"bytes_out"`
}

// ConnectionStats are about one folder of a connection.
type ConnectionStats struct {
	ID       engine.ConnectionID `json:"id"`
	LastScan time.Time           `json:"last_scan,omitzero"`
	LastFile string              `json:"last_file,omitempty"` // the last that was received
	LastAt   time.Time           `json:"last_at,omitzero"`
}

// Statistics asks a machine what it has counted.
func (cl *Client) Statistics(ctx context.Context, name string) (Statistics, error) {
	m, err := cl.allowed(name, engine.AccessMonitor, engine.CodeSourceAccess)
	if err != nil {
		return Statistics{}, err
	}
	s := Statistics{Machine: m.name, Peers: map[string]PeerStats{}}
	peers, err := cl.api(m).Connections(ctx)
	if err != nil {
		return s, m.failed(err)
	}
	for _, other := range cl.sorted() {
		other.mu.Lock()
		known := other.known
		other.mu.Unlock()
		if known == nil {
			continue // it has not been asked yet who it is
		}
		if p, ok := peers.Connections[known.id]; ok && other != m {
			s.Peers[other.name] = PeerStats{p.Connected, p.Address, p.InBytesTotal, p.OutBytesTotal}
		}
	}
	stats, err := cl.api(m).FolderStats(ctx)
	if err != nil {
		return s, m.failed(err)
	}
	list, err := cl.gather(ctx, []*machine{m})
	for _, cn := range list {
		for _, p := range cn.parts {
			f := stats[p.id]
			s.Connections = append(s.Connections, ConnectionStats{cn.ID, f.LastScan, f.LastFile.Filename, f.LastFile.At})
		}
	}
	return s, err
}
