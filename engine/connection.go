package engine

// This file defines connections and the operations on them.

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// ConnectionID numbers connections from 1 up. A number is never used again.
type ConnectionID int64

// String returns the number.
func (id ConnectionID) String() string { return strconv.FormatInt(int64(id), 10) }

// MapKind says how source paths become target paths.
type MapKind string

// The mappings. The zero MapKind means MapExact.
const (
	MapExact  MapKind = "exact"  // the same path on the target
	MapBase   MapKind = "base"   // below one folder of the target
	MapCustom MapKind = "custom" // pairs of source and target folders
)

// PathPair maps what lies at or below Source to the same place at or below Target.
type PathPair struct {
	Source Path `json:"source"`
	Target Path `json:"target"`
}

// Mapping says where the copy of each source path lies on the target.
//
// A root is where a set begins: the path of an include rule that lies below no
// other one; of a wildcard rule its folder.
//
// MapBase: for a set whose one root is a folder, Base is the copy of that folder.
// Of several roots each is copied to Base/<last element of the root>, and so is a
// root that is a single file when the connection is made.
// MapCustom: the pair with the longest matching Source decides; a root without
// a pair is CodeBadParameter.
type Mapping struct {
	Kind  MapKind    `json:"kind,omitempty"`
	Base  Path       `json:"base,omitempty"`  // MapBase
	Pairs []PathPair `json:"pairs,omitempty"` // MapCustom
}

// String shows the mapping as the CONNECT command writes it.
func (m Mapping) String() string {
	switch m.Kind {
	case MapBase:
		return fmt.Sprintf("base %q", string(m.Base))
	case MapCustom:
		parts := make([]string, len(m.Pairs))
		for i, p := range m.Pairs {
			parts[i] = fmt.Sprintf("%q to %q", string(p.Source), string(p.Target))
		}
		return strings.Join(parts, ", ")
	}
	return "exact"
}

// Equal reports whether both mappings are written alike. Drivers compare
// mappings by the folders they resolve to; this is the comparison without a driver.
func (m Mapping) Equal(n Mapping) bool {
	exact := func(k MapKind) bool { return k == "" || k == MapExact }
	if exact(m.Kind) || exact(n.Kind) {
		return exact(m.Kind) && exact(n.Kind)
	}
	return m.Kind == n.Kind && m.Base == n.Base && slices.Equal(m.Pairs, n.Pairs)
}

// MirrorKind says which files a mirror looks at.
type MirrorKind string

// The kinds. The zero MirrorKind means MirrorAll.
const (
	MirrorAll       MirrorKind = "all"       // every file is sent
	MirrorDifferent MirrorKind = "different" // files whose size or time differs
)

// MirrorOptions refines a mirror. Newer and Checksum belong to MirrorDifferent;
// with MirrorAll they are CodeBadOption. InPlace belongs to Checksum without Newer;
// a driver that cannot do it answers CodeUnsupported.
type MirrorOptions struct {
	Kind     MirrorKind `json:"kind,omitempty"`
	Newer    bool       `json:"newer,omitempty"`    // only files that are newer on the source
	Checksum bool       `json:"checksum,omitempty"` // compare contents, send the blocks that differ
	Orphans  bool       `json:"orphans,omitempty"`  // remove what the copy has and the set has not
	InPlace  bool       `json:"inplace,omitempty"`  // write the blocks that differ into large files themselves: faster, but readers may see a mixture
}

// Connect ties a replication set of Source to Target and starts what Mirror and
// Replicate ask for. Its result is the new ConnectionID.
//
// CodeNoRepset; CodeNoMachine; CodeConnected when a connection with the same
// set, target and mapping exists; CodeBadParameter when the copy would lie
// within the source or two roots would share a target path; CodeSourceAccess,
// CodeTargetAccess; CodeUnsupported when the driver cannot serve both machines.
type Connect struct {
	Source    string         `json:"source"`
	Repset    string         `json:"repset"`
	Target    string         `json:"target"`
	Mapping   Mapping        `json:"mapping,omitzero"`
	Mirror    *MirrorOptions `json:"mirror,omitempty"` // nil: no mirror now
	Replicate bool           `json:"replicate,omitempty"`
	Orphans   bool           `json:"orphans,omitempty"` // every mirror of this connection removes orphans, also automatic ones
}

// Disconnect ends one connection, or with All every connection of Source. The
// copy stays as it is: once Do has returned nothing more is written to it.
// Operations under way finish, queued ones are dropped.
//
// With Settle the engine first brings the copy to a state the source had at one
// instant, see WaitConsistent; when that is not reached within SettleTimeout it
// disconnects all the same and says so in the result. CodeNoConnection.
type Disconnect struct {
	Source        string        `json:"source,omitempty"` // required with All, else checked when given
	ID            ConnectionID  `json:"id,omitempty"`
	All           bool          `json:"all,omitempty"`
	Settle        bool          `json:"settle,omitempty"`
	SettleTimeout time.Duration `json:"settle_timeout,omitempty"` // nanoseconds; 0 means one minute
}

// Disconnected says which connections ended and in which state they left their copies.
type Disconnected struct {
	IDs     []ConnectionID `json:"ids"`
	Settled bool           `json:"settled"`          // Settle was asked for and reached by all of them
	Reason  string         `json:"reason,omitempty"` // why not settled
}

// FindConnections lists the connections that fit every field given; the zero
// operation lists all. The result is sorted by ID and may be empty.
type FindConnections struct {
	Source  string       `json:"source,omitempty"`
	Target  string       `json:"target,omitempty"`
	Repset  string       `json:"repset,omitempty"`
	Mapping *Mapping     `json:"mapping,omitempty"` // compared by the target folders it means
	ID      ConnectionID `json:"id,omitempty"`
}

// Connection is what a connection was made with.
type Connection struct {
	ID          ConnectionID `json:"id"`
	Source      string       `json:"source"`
	Repset      string       `json:"repset"`
	Target      string       `json:"target"`
	Mapping     Mapping      `json:"mapping,omitzero"`
	Replicate   bool         `json:"replicate"`
	Orphans     bool         `json:"orphans"`
	Established time.Time    `json:"established"`
}

// ConnectionList is sorted by ID.
type ConnectionList []Connection

// GetConnection asks for the status of one connection. CodeNoConnection;
// CodeBadConnectionID for an ID below 1. A Source, when given, must be the
// connection's own; the same holds for the operations below.
type GetConnection struct {
	ID     ConnectionID `json:"id"`
	Source string       `json:"source,omitempty"`
}

// MirrorStart begins a mirror. CodeMirroring when one runs already that somebody
// asked for; one that the engine began by itself, to catch up, makes way or is
// finished first.
type MirrorStart struct {
	ID      ConnectionID  `json:"id"`
	Source  string        `json:"source,omitempty"`
	Options MirrorOptions `json:"options,omitzero"`
}

// MirrorStop ends a mirror and forgets its place. CodeNoMirror when none runs.
type MirrorStop struct {
	ID     ConnectionID `json:"id"`
	Source string       `json:"source,omitempty"`
}

// MirrorPause holds a mirror at its place. CodeNoMirror when none runs.
type MirrorPause struct {
	ID     ConnectionID `json:"id"`
	Source string       `json:"source,omitempty"`
}

// MirrorResume goes on with a paused mirror. CodeNotPaused when it is not paused.
type MirrorResume struct {
	ID     ConnectionID `json:"id"`
	Source string       `json:"source,omitempty"`
}

// ReplicationStart begins to keep the copy up to date. Changes made before are
// not sent: a mirror does that. CodeReplicating when it runs already.
type ReplicationStart struct {
	ID     ConnectionID `json:"id"`
	Source string       `json:"source,omitempty"`
}

// ReplicationStop ends it; what is queued is still applied. CodeNotReplicating.
type ReplicationStop struct {
	ID     ConnectionID `json:"id"`
	Source string       `json:"source,omitempty"`
}

// WaitFor names what Wait waits for.
type WaitFor string

// What can be waited for.
const (
	// WaitMirror: no mirror runs. At once when none does. The mirror's own
	// failures are in the status, not an error of Wait.
	WaitMirror WaitFor = "mirror"
	// WaitQueue: all changes made on the source before the call are in the copy.
	// CodeNotReplicating when the connection does not replicate. While the way is
	// closed it waits, or is CodeTransmissionPaused or CodeTargetPaused at once.
	WaitQueue WaitFor = "queue"
	// WaitConsistent: the copy equals a state that the source had at one
	// instant. Needs no replication, but a finished first mirror. The status
	// says Settled; when the source never held still the error is CodeTimeout.
	WaitConsistent WaitFor = "consistent"
)

// Wait blocks until the connection has come to For and answers its status then.
// CodeTimeout (with the status reached) after Timeout; 0 waits without limit.
type Wait struct {
	ID      ConnectionID  `json:"id"`
	Source  string        `json:"source,omitempty"`
	For     WaitFor       `json:"for"`
	Timeout time.Duration `json:"timeout,omitempty"` // nanoseconds
}

func (Connect) op()          {}
func (Disconnect) op()       {}
func (FindConnections) op()  {}
func (GetConnection) op()    {}
func (Wait) op()             {}
func (MirrorStart) op()      {}
func (MirrorStop) op()       {}
func (MirrorPause) op()      {}
func (MirrorResume) op()     {}
func (ReplicationStart) op() {}
func (ReplicationStop) op()  {}

func (Connect) result() (r ConnectionID)           { return }
func (Disconnect) result() (r Disconnected)        { return }
func (FindConnections) result() (r ConnectionList) { return }
func (GetConnection) result() (r ConnectionStatus) { return }
func (Wait) result() (r ConnectionStatus)          { return }
func (MirrorStart) result() (r Done)               { return }
func (MirrorStop) result() (r Done)                { return }
func (MirrorPause) result() (r Done)               { return }
func (MirrorResume) result() (r Done)              { return }
func (ReplicationStart) result() (r Done)          { return }
func (ReplicationStop) result() (r Done)           { return }

// Name returns the operation's name in JSON.
func (Connect) Name() string          { return "connect" }
func (Disconnect) Name() string       { return "disconnect" }
func (FindConnections) Name() string  { return "find-connections" }
func (GetConnection) Name() string    { return "connection-get" }
func (Wait) Name() string             { return "wait" }
func (MirrorStart) Name() string      { return "mirror-start" }
func (MirrorStop) Name() string       { return "mirror-stop" }
func (MirrorPause) Name() string      { return "mirror-pause" }
func (MirrorResume) Name() string     { return "mirror-resume" }
func (ReplicationStart) Name() string { return "replication-start" }
func (ReplicationStop) Name() string  { return "replication-stop" }

// Effect says what the operation changes. Removing orphans deletes files that
// exist nowhere else, hence Destroy.
func (o Connect) Effect() Effect {
	return destroyIf(o.Orphans || o.Mirror != nil && o.Mirror.Orphans)
}
func (Disconnect) Effect() Effect       { return Change }
func (FindConnections) Effect() Effect  { return Read }
func (GetConnection) Effect() Effect    { return Read }
func (Wait) Effect() Effect             { return Read }
func (o MirrorStart) Effect() Effect    { return destroyIf(o.Options.Orphans) }
func (MirrorStop) Effect() Effect       { return Change }
func (MirrorPause) Effect() Effect      { return Change }
func (MirrorResume) Effect() Effect     { return Change }
func (ReplicationStart) Effect() Effect { return Change }
func (ReplicationStop) Effect() Effect  { return Change }

func destroyIf(b bool) Effect {
	if b {
		return Destroy
	}
	return Change
}
