package engine

// This file defines the result codes with their names, sentences and help texts.

import "strconv"

// Code is a negative result number. It is an error value itself, for errors.Is.
type Code int

// The codes. Those from -103 to -145 have the guide's sense.
const (
	CodeFailed              Code = -1
	CodeBadParameter        Code = -101
	CodeSyntax              Code = -102
	CodeNoSourceModule      Code = -103
	CodeNoSource            Code = -104
	CodeNoTargetModule      Code = -105
	CodeConnected           Code = -106
	CodeNoConnection        Code = -107
	CodeMirroring           Code = -108
	CodeNoMachine           Code = -109
	CodeNoAnswer            Code = -110
	CodeBadDate             Code = -114
	CodeBadTime             Code = -115
	CodeBadOption           Code = -116
	CodeNotPaused           Code = -117
	CodeConnectionNotPaused Code = -118
	CodeNoMirror            Code = -121
	CodeRepsetExists        Code = -122
	CodeNoRepset            Code = -123
	CodeNoRepsetSelected    Code = -124
	CodeReplicating         Code = -125
	CodeNotReplicating      Code = -126
	CodeRepsetInUse         Code = -130
	CodeNoTarget            Code = -131
	CodeNoRule              Code = -136
	CodeTargetAccess        Code = -138
	CodeBadSchedule         Code = -139
	CodeBadSourcePath       Code = -140
	CodeSourceAccess        Code = -142
	CodeRepsetNotSaved      Code = -144
	CodeConnectionFailed    Code = -145
	CodeTimeout             Code = -150
	CodeEventsLost          Code = -151
	CodeTargetPathBlocked   Code = -152
	CodeTransmissionPaused  Code = -153
	CodeUnsupported         Code = -155
	CodeTargetPaused        Code = -162
	CodeRestoreRequired     Code = -178
	CodeBadConnectionID     Code = -183
	CodeMonitorExists       Code = -201
	CodeNoMonitor           Code = -202
	CodeMonitorConfigExists Code = -203
	CodeNoMonitorConfig     Code = -204
	CodeNotFailedOver       Code = -209
	CodeFailedOver          Code = -210
	CodeNotMonitored        Code = -211
)

// CodeInfo is what is known about a code.
type CodeInfo struct {
	Code     Code
	Name     string // one word, such as no-connection
	Sentence string // what is wrong, without a full stop
	Help     string // what to do about it
}

// Codes lists all codes, from -1 down.
func Codes() []CodeInfo {
	return []CodeInfo{
		{CodeFailed, "failed", "the operation failed", "The cause says why; no more specific code fits."},
		{CodeBadParameter, "bad-parameter", "a parameter is not valid", "Correct the value that the message names."},
		{CodeSyntax, "syntax", "no such command, or wrong syntax", "help <word> shows the usage."},
		{CodeNoSourceModule, "no-source-module", "the machine named as source has no source module", "Load it with: load source."},
		{CodeNoSource, "no-source", "no source is named", "Name it first with: source <machine>."},
		{CodeNoTargetModule, "no-target-module", "the machine named as target has no target module", "Load it with: load target."},
		{CodeConnected, "connected", "this connection exists already", "conid finds it; disconnect it first to make it anew."},
		{CodeNoConnection, "no-connection", "there is no such connection", "status lists the connections that exist."},
		{CodeMirroring, "mirroring", "a mirror is running", "Wait for it with wait on mirror, or end it with mirror stop."},
		{CodeNoMachine, "no-machine", "there is no such machine", "machines lists those of the configuration."},
		{CodeNoAnswer, "no-answer", "the machine does not answer", "Check that its engine runs and that its folder or address can be reached."},
		{CodeBadDate, "bad-date", "the date is not valid", "Write it as mm/dd/yy."},
		{CodeBadTime, "bad-time", "the time is not valid", "Write it as hh:mm, from 00:00 to 23:59."},
		{CodeBadOption, "bad-option", "the option is not valid here", "help <word> shows the options that go together."},
		{CodeNotPaused, "mirror-not-paused", "the mirror is not paused", "Only a paused mirror can be resumed; mirror start begins a new one."},
		{CodeConnectionNotPaused, "connection-not-paused", "the connection is not paused", "Only a paused connection can be resumed."},
		{CodeNoMirror, "no-mirror", "no mirror is running", "mirror start begins one."},
		{CodeRepsetExists, "repset-exists", "the replication set exists already", "Choose another name, or select the set with repset use."},
		{CodeNoRepset, "no-repset", "there is no such replication set", "repset list shows the sets of the current source."},
		{CodeNoRepsetSelected, "no-repset-selected", "no replication set is selected", "Select one with repset use, or make one with repset create."},
		{CodeReplicating, "replicating", "the connection is replicating already", "replication stop ends it."},
		{CodeNotReplicating, "not-replicating", "the connection is not replicating", "replication start begins it."},
		{CodeRepsetInUse, "repset-in-use", "the replication set is in use", "Disconnect the connections that use it first."},
		{CodeNoTarget, "no-target", "no target is named", "Name it first with: target <machine>."},
		{CodeNoRule, "no-rule", "the replication set has no such rule", "repset display shows the rules."},
		{CodeTargetAccess, "target-access", "the access to the target is too low", "Log in on the target with a user that has full access."},
		{CodeBadSchedule, "bad-schedule", "the schedule is not valid", "help schedule shows the forms."},
		{CodeBadSourcePath, "bad-source-path", "the source path is not valid", "Give an absolute path that exists on the source machine."},
		{CodeSourceAccess, "source-access", "the access to the source is too low", "Log in on the source with a user that has full access."},
		{CodeRepsetNotSaved, "repset-not-saved", "the replication set is not saved", "Save it with repset save, or drop the changes with repset undo."},
		{CodeConnectionFailed, "connection-failed", "the connection failed", "Check that source and target answer a ping and that their folders exist."},
		{CodeTimeout, "timeout", "the time is over", "Give a longer timeout, or look at status for what is going on."},
		{CodeEventsLost, "events-lost", "events were lost", "The reader was too slow; ask for the status to know where things stand."},
		{CodeTargetPathBlocked, "target-path-blocked", "the target path is blocked", "targetpath unblock opens it."},
		{CodeTransmissionPaused, "transmission-paused", "the transmission is paused", "transmission resume goes on."},
		{CodeUnsupported, "unsupported", "this engine does not support the operation", "The message names the part that is missing; another driver may have it."},
		{CodeTargetPaused, "target-paused", "the target is paused", "resume target goes on."},
		{CodeRestoreRequired, "restore-required", "a restore is required", "restore brings the data back before the connection can go on."},
		{CodeBadConnectionID, "bad-connection-id", "the connection id is not valid", "Ids are whole numbers from 1; conid finds the id of a connection."},
		{CodeMonitorExists, "monitor-exists", "the monitor exists already", "Choose another name, or select it with monitor use."},
		{CodeNoMonitor, "no-monitor", "there is no such monitor", "monitor list shows those that exist."},
		{CodeMonitorConfigExists, "monitor-config-exists", "the monitor has a configuration already", "Delete it first with monitor delete."},
		{CodeNoMonitorConfig, "no-monitor-config", "the monitor has no configuration", "Set its options with monitor option."},
		{CodeNotFailedOver, "not-failed-over", "the source has not failed over", "Only a source that has failed over can fail back."},
		{CodeFailedOver, "failed-over", "the source has failed over", "failback brings it back."},
		{CodeNotMonitored, "not-monitored", "the source is not monitored", "monitor start begins monitoring."},
	}
}

// LookupCode finds what is known about a code.
func LookupCode(c Code) (CodeInfo, bool) {
	for _, info := range Codes() {
		if info.Code == c {
			return info, true
		}
	}
	return CodeInfo{Code: c, Name: "code" + strconv.Itoa(int(c)), Sentence: "unknown result code " + strconv.Itoa(int(c))}, false
}

// Name returns the one-word name.
func (c Code) Name() string { info, _ := LookupCode(c); return info.Name }

// Sentence returns what is wrong, without a full stop.
func (c Code) Sentence() string { info, _ := LookupCode(c); return info.Sentence }

// Help returns what to do about it.
func (c Code) Help() string { info, _ := LookupCode(c); return info.Help }

// Error returns the sentence.
func (c Code) Error() string { return c.Sentence() }
