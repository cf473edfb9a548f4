package agent

// This file keeps settings and knows which of the guide's have no meaning here, and why.

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/smrscript/smrscript/engine"
)

// taskProcessing is the setting that allows tasks on a machine, overwriting that which says what mirrors that commands begin do to
// files that are newer in the copy: 1 overwrite them, 2 leave them alone.
const (
	taskProcessing = "EnableTaskCmdProcessing"
	overwriting    = "MirrorOverwrite"
)

// A known setting. One with a reason has no meaning here.
type known struct {
	label    string
	def      string
	min, max int64 // for numbers; both 0: any text
	reason   string
	shared   bool // it is one for all machines
}

// settings lists the settings that the agent keeps and those of the guide that nothing here could obey.
func settings() []known {
	list := []known{
		{label: taskProcessing, def: "1", max: 1}, {label: "MissedHeartbeats", def: "20", min: 1, max: 65535}, {label: "VerifyLogName", def: "DTVerify.log"},
		{label: "VerifyLogLimit", def: "1048576", min: 1, max: 1 << 40}, {label: "VerifyLogAppend", def: "1", max: 1},
		{label: "MaxLogPathname", def: "32760", min: 1, max: 32760}, {label: overwriting, def: "1", min: 1, max: 2},
		{label: logSize, def: "1048576", min: 1024, max: 1 << 40, shared: true}, {label: logFiles, def: "5", min: 1, max: 999, shared: true},
	}
	for _, r := range refused() {
		for _, label := range strings.Fields(r.labels) {
			list = append(list, known{label: label, reason: r.reason})
		}
	}
	return list
}

// refused lists the settings that have no meaning here, with the reason. An engine that has one of them answers for itself.
func refused() []struct{ reason, labels string } {
	return []struct{ reason, labels string }{
		{"the engine decides this by itself", "AutoReconnect AutoRemirror AutoRemirrorRetry MaxRetry MirrorChunkSize ChecksumAll FlushCopies PollInterval RescanInterval MirrorQueueLimit MirrorZeroKFiles"},
		{"the engine does not tell of its queues", "MemoryAllocatorCallbackMode MemoryQueueToDiskThreshold QmemoryBufferMax QJournalSpaceMax QJournalDir"},
		{"there is no driver between programs and files that would need memory of its own", "MaxDriverPagefileSize"},
		{"changes are queued as paths, not as pieces of files that could be merged", "MaxWriteChunkSize"},
		{"a file that cannot be read is tried again as often as MaxRetry says", "AcquireDataRetryLimit"},
		{"a lost target is asked again by itself", "AutoRetransmit"},
		{"nothing here compresses file by file: the embedded engine sends nothing over a wire, Syncthing decides for each block", "MinCompressionFileSize"},
		{"nothing is sent in another form than it has", "AdapterFlags"},
		{"the engine deletes orphans and cannot move them", "MoveOrphanedFiles MoveOrphansDir"},
		{"orphans are removed one by one, in no operations that a number could bound", "MaxRemoveOrphansOpSize"},
		{"encryption by the file system is out of this engine's sight", "MirrorEncryptedFiles"},
		{"mirrors never ask", "MirrorPrompting"},
		{"nothing is archived", "ArchiveExclusionDirectories"},
		{"replication sets are kept in the state folder", "BackupDir"},
		{"sizes are always counted file by file", "CalculateByVolume"},
		{"machines are watched by their names; addresses are not moved", "AllFailover AllMustFail MissedPackets"},
		{"there are no activation codes", "ActivationCode AddOnCodes"},
		{"machines are named in the configuration, not in a directory service", "Advertisement"},
	}
}

// lookup finds a setting by its name in any letter case.
func lookup(label string) (known, error) {
	for _, k := range settings() {
		if strings.EqualFold(k.label, label) {
			if k.reason != "" {
				return k, &engine.Error{Code: engine.CodeUnsupported, Subject: k.label, Cause: errors.New(k.reason)}
			}
			return k, nil
		}
	}
	return known{}, &engine.Error{Code: engine.CodeBadParameter, Subject: label, Cause: errors.New("no setting is called so"), Hint: "help set lists the settings."}
}

// isSet tells whether a setting was ever changed.
func (a *Agent) isSet(machine, label string) bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	return slices.ContainsFunc(a.state.Settings, func(s setting) bool { return strings.EqualFold(s.Machine, machine) && s.Label == label })
}

// settingOf returns the value of a setting that has a meaning.
func (a *Agent) settingOf(machine, label string) string {
	k, _ := lookup(label)
	if k.shared {
		machine = ""
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	for _, s := range a.state.Settings {
		if strings.EqualFold(s.Machine, machine) && s.Label == label {
			return s.Value
		}
	}
	return k.def
}

func (a *Agent) settingOp(ctx context.Context, op engine.Op) (engine.Result, error) {
	switch op := op.(type) {
	case engine.GetSetting:
		return a.getSetting(ctx, op)
	case engine.SaveSetting:
		return a.saveSetting(ctx, op)
	case engine.LoadModule:
		if err := a.mayChange(ctx, op.Machine, ""); err != nil {
			return nil, err
		}
		a.mu.Lock()
		defer a.mu.Unlock()
		return engine.Done{}, a.change(func(s *state) {
			s.Unloaded = slices.DeleteFunc(s.Unloaded, func(u unloaded) bool { return u.Module == op.Module && strings.EqualFold(u.Machine, op.Machine) })
			if op.Unload {
				s.Unloaded = append(s.Unloaded, unloaded{op.Machine, op.Module})
			}
		})
	}
	return nil, nil
}

func (a *Agent) getSetting(ctx context.Context, op engine.GetSetting) (engine.Result, error) {
	if err := a.known(ctx, op.Machine); err != nil {
		return nil, err
	}
	if r, err := a.Client.Do(ctx, op); engine.CodeOf(err) != engine.CodeUnsupported {
		return r, err
	}
	k, err := lookup(op.Label)
	if err != nil {
		return nil, err
	}
	return engine.Setting{Label: k.label, Value: a.settingOf(op.Machine, k.label), Default: k.def}, nil
}

func (a *Agent) saveSetting(ctx context.Context, op engine.SaveSetting) (engine.Result, error) {
	if err := a.mayChange(ctx, op.Machine, ""); err != nil {
		return nil, err
	}
	if r, err := a.Client.Do(ctx, op); engine.CodeOf(err) != engine.CodeUnsupported {
		return r, err
	}
	k, err := lookup(op.Label)
	if err != nil {
		return nil, err
	}
	if k.min != 0 || k.max != 0 {
		n, err := strconv.ParseInt(strings.TrimSpace(op.Value), 10, 64)
		if err != nil || n < k.min || n > k.max {
			return nil, &engine.Error{Code: engine.CodeBadParameter, Subject: k.label, Cause: fmt.Errorf("%q is no whole number from %d to %d", op.Value, k.min, k.max)}
		}
		op.Value = strconv.FormatInt(n, 10)
	}
	if k.shared {
		defer a.bounds()
		op.Machine = ""
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	return engine.Done{}, a.change(func(s *state) {
		s.Settings = slices.DeleteFunc(s.Settings, func(x setting) bool { return strings.EqualFold(x.Machine, op.Machine) && x.Label == k.label })
		s.Settings = append(s.Settings, setting{op.Machine, k.label, op.Value})
	})
}
