package engine

// This file defines what an operation and a result are, and lists all of them.

import (
	"cmp"
	"encoding/json"
)

// Effect says what an operation does to the world.
type Effect string

// The effects, from harmless to harmful.
const (
	Read    Effect = "read"    // changes nothing
	Change  Effect = "change"  // changes state that can be changed back
	Destroy Effect = "destroy" // may remove or overwrite what cannot be brought back
)

// Op is one request to an engine. The set of operations is closed.
type Op interface {
	Name() string   // the name in JSON, such as "connect"
	Effect() Effect // may depend on the fields
	op()
}

// OpOf is an operation whose result type is R.
type OpOf[R Result] interface {
	Op
	result() R
}

// Result is what an operation answers. The set of result types is closed.
type Result interface{ isResult() }

// Done is the result of operations that answer nothing but success.
type Done struct{}

func (Done) isResult()             {}
func (AccessLevel) isResult()      {}
func (MachineList) isResult()      {}
func (VersionInfo) isResult()      {}
func (RepsetInfo) isResult()       {}
func (RepsetList) isResult()       {}
func (Size) isResult()             {}
func (ConnectionID) isResult()     {}
func (ConnectionList) isResult()   {}
func (ConnectionStatus) isResult() {}
func (Disconnected) isResult()     {}

// kind describes one operation type to the encoder.
type kind struct {
	name         string
	decodeOp     func([]byte) (Op, error)
	decodeResult func([]byte) (Result, error)
}

// kindOf builds the description of operation type O with result type R.
func kindOf[O OpOf[R], R Result]() kind {
	var zero O
	return kind{
		name: zero.Name(),
		decodeOp: func(data []byte) (Op, error) {
			var o O
			err := strictUnmarshal(data, &o)
			return o, err
		},
		decodeResult: func(data []byte) (Result, error) {
			var r R
			err := json.Unmarshal(data, &r)
			return r, err
		},
	}
}

// kinds lists every operation type; it is the table of contents of the package.
func kinds() []kind {
	return []kind{
		kindOf[Login, AccessLevel](),
		kindOf[Logout, Done](),
		kindOf[Ping, Done](),
		kindOf[ListMachines, MachineList](),
		kindOf[Version, VersionInfo](),

		kindOf[SaveRepset, Done](),
		kindOf[GetRepset, RepsetInfo](),
		kindOf[ListRepsets, RepsetList](),
		kindOf[DeleteRepset, Done](),
		kindOf[CopyRepset, Done](),
		kindOf[RenameRepset, Done](),
		kindOf[CalculateRepset, Size](),

		kindOf[Connect, ConnectionID](),
		kindOf[Disconnect, Disconnected](),
		kindOf[FindConnections, ConnectionList](),
		kindOf[GetConnection, ConnectionStatus](),
		kindOf[Wait, ConnectionStatus](),

		kindOf[MirrorStart, Done](),
		kindOf[MirrorStop, Done](),
		kindOf[MirrorPause, Done](),
		kindOf[MirrorResume, Done](),
		kindOf[ReplicationStart, Done](),
		kindOf[ReplicationStop, Done](),

		kindOf[Transmission, Done](),
		kindOf[HoldTarget, Done](),
		kindOf[ReleaseTarget, Done](),
		kindOf[LimitBandwidth, Done](),
		kindOf[SetCompression, Done](),
		kindOf[BlockTargetPath, Done](),

		kindOf[Verify, VerifyReport](),
		kindOf[RemoveOrphans, Done](),
		kindOf[SetOrphanPolicy, Done](),

		kindOf[CreateSnapshot, Snapshot](),
		kindOf[ListSnapshots, SnapshotList](),
		kindOf[DeleteSnapshot, Done](),
		kindOf[RevertSnapshot, Done](),
		kindOf[Restore, ConnectionID](),

		kindOf[QueueTask, Done](),
		kindOf[SaveScript, Done](),
		kindOf[ListScripts, ScriptList](),
		kindOf[DeleteScripts, Done](),
		kindOf[TestScripts, Done](),

		kindOf[GetSchedule, Schedule](),
		kindOf[SaveSchedule, Done](),

		kindOf[ListMonitors, MonitorList](),
		kindOf[SaveMonitor, Done](),
		kindOf[DeleteMonitor, Done](),
		kindOf[RunMonitor, Done](),
		kindOf[Failover, Done](),
		kindOf[Failback, Done](),
		kindOf[GetNotices, Notices](),
		kindOf[SaveNotices, Done](),
		kindOf[SendNotice, Done](),

		kindOf[LoadModule, Done](),
		kindOf[GetSetting, Setting](),
		kindOf[SaveSetting, Done](),
	}
}

// OpNames lists the names of all operations in the order of the documentation.
func OpNames() []string {
	all := kinds()
	names := make([]string, len(all))
	for i, k := range all {
		names[i] = k.name
	}
	return names
}

// NewOp returns the zero operation of that name; ok is false when there is none.
func NewOp(name string) (op Op, ok bool) {
	for _, k := range kinds() {
		if k.name == name {
			op, err := k.decodeOp([]byte("{}"))
			return op, err == nil
		}
	}
	return nil, false
}

// MachineOf returns the machine an operation is about: its source, or the only machine it names. "" when it names none.
func MachineOf(op Op) string {
	data, err := json.Marshal(op)
	if err != nil {
		return ""
	}
	var names struct {
		Source, Machine string
		Repset          json.RawMessage
	}
	if json.Unmarshal(data, &names) != nil {
		return ""
	}
	if names.Source != "" || names.Machine != "" {
		return cmp.Or(names.Source, names.Machine)
	}
	var set struct{ Source string }
	_ = json.Unmarshal(names.Repset, &set) // a name, not a set: there is no source in it
	return set.Source
}

// ZeroResult returns the zero value of the type of result that op has.
func ZeroResult(op Op) (Result, error) {
	k, ok := kindByName(op.Name())
	if !ok {
		return nil, &Error{Code: CodeBadParameter, Op: op.Name()}
	}
	return k.decodeResult([]byte("null"))
}
