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

// taskProcessing is the setting that allows tasks on a machine.
const taskProcessing = "EnableTaskCmdProcessing"

// A known setting. One with a reason has no meaning here.
type known struct {
	label    string
	def      string
	min, max int64 // for numbers; both 0: any text
	reason   string
}

// settings lists the settings that the agent keeps and those of the guide that nothing here could obey.
func settings() []known {
	const (
		memory    = "queues of this engine have no such memory"
		windows   = "it belongs to a file system that this engine does not see into"
		address   = "addresses of machines are not moved here"
		licence   = "there are no activation codes here"
		wire      = "the engine sends nothing over such a wire"
		directory = "this engine is in no directory service"
		logs      = "the engine keeps no such log"
		command   = "commands and options say this: connect, mirror start, verify"
		engineOwn = "the engine decides this by itself"
	)
	list := []known{
		{taskProcessing, "1", 0, 1, ""}, {"MissedHeartbeats", "20", 1, 65535, ""}, {"VerifyLogName", "DTVerify.log", 0, 0, ""},
		{"VerifyLogLimit", "1048576", 1, 1 << 40, ""}, {"VerifyLogAppend", "1", 0, 1, ""},
	}
	for reason, labels := range map[string]string{
		memory:    "MemoryAllocatorCallbackMode MemoryQueueToDiskThreshold QmemoryBufferMax QJournalDir MaxDriverPagefileSize MirrorQueueLimit",
		windows:   "MirrorEncryptedFiles",
		address:   "AllFailover AllMustFail MissedPackets",
		licence:   "ActivationCode AddOnCodes",
		wire:      "AdapterFlags MaxWriteChunkSize MinCompressionFileSize MirrorChunkSize AutoRetransmit",
		directory: "Advertisement",
		logs:      "MaxLogFileSize MaxLogPathname MaxNumberofLogFiles",
		command:   "MirrorOverwrite MirrorPrompting MirrorZeroKFiles MoveOrphanedFiles MoveOrphansDir ArchiveExclusionDirectories MaxRemoveOrphansOpSize",
		engineOwn: "AcquireDataRetryLimit AutoReconnect AutoRemirror AutoRemirrorRetry BackupDir CalculateByVolume MaxRetry",
	} {
		for _, label := range strings.Fields(labels) {
			list = append(list, known{label: label, reason: reason})
		}
	}
	return list
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
	a.mu.Lock()
	defer a.mu.Unlock()
	for _, s := range a.state.Settings {
		if strings.EqualFold(s.Machine, machine) && s.Label == label {
			return s.Value
		}
	}
	k, _ := lookup(label)
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
	a.mu.Lock()
	defer a.mu.Unlock()
	return engine.Done{}, a.change(func(s *state) {
		s.Settings = slices.DeleteFunc(s.Settings, func(x setting) bool { return strings.EqualFold(x.Machine, op.Machine) && x.Label == k.label })
		s.Settings = append(s.Settings, setting{op.Machine, k.label, op.Value})
	})
}
