package stdlib

// This file defines GET and SET.

import (
	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func settingEntries() []*runtime.Entry {
	return []*runtime.Entry{{
		Usage:   "GET <word> [ON <machine>]",
		Summary: "read a setting",
		Effect:  engine.Read,
		Command: command(runGet),
		Doc: `
Reads a setting of a machine, of the current source if none is named. The result is the value. Names may be written in
any letter case.

    smr> get MissedHeartbeats
    MissedHeartbeats = 20
    = 20

Settings that this engine has no use for are refused by name, with the reason:

    smr> get AdapterFlags
    error[E0601]: AdapterFlags: this engine does not support the operation: ... (-155)
    ...
    smr> get MisedHeartbeats
    error[E0601]: MisedHeartbeats: a parameter is not valid: no setting is called so (-101)
    ...
`,
	}, {
		Usage:   "SET <word> = <value:text> [ON <machine>]",
		Summary: "change a setting",
		Effect:  engine.Change,
		Command: command(runSet),
		Doc: `
Changes a setting of a machine, of the current source if none is named:

    AutoReconnect                1: replication that ended with a full queue or with the engine goes on by itself; 1
    AutoRemirror                 the mirror that follows then: 0 none, 1 difference with checksum, 2 all, 3 difference; 3
    AutoRemirrorRetry            seconds between tries; 30
    QmemoryBufferMax             megabytes of changes that a connection keeps in memory; 128
    MemoryQueueToDiskThreshold   percent of it from which on changes go to disk; 100
    MemoryAllocatorCallbackMode  what follows a full memory: 0 the connection ends, 1 the source waits, 2 to disk; 2
    QJournalSpaceMax             megabytes of changes that it keeps on disk, in QJournalDir; 1024
    MirrorChunkSize              bytes that a checksum mirror compares and sends as one piece; 131072
    ChecksumAll                  1: a checksum mirror compares all files, 0: those whose size or time differs; 1
    MirrorQueueLimit             files that a mirror finds ahead of those that it copies; 300000
    MirrorZeroKFiles             0: mirrors that somebody asks for leave empty files out; 1
    MoveOrphanedFiles            1: orphans of copies on the machine are moved, 0: deleted; 0
    MoveOrphansDir               the folder that they are moved to, as in ORPHANS ENABLE ... MOVE TO
    MirrorOverwrite              mirrors overwrite: 1 all, 2 what is older in the copy, 0 nothing that it has; 1
    FlushCopies                  1: a mirror is complete when its files are on disk, 0: when they are written; 1
    MaxRetry                     how often a change that failed is tried again; 5
    RescanInterval               seconds between comparisons of everything, 0: none; 900
    PollInterval                 the same where changes cannot be watched; 5
    EnableTaskCmdProcessing      0 or 1: whether tasks run on the machine; 1
    MissedHeartbeats             questions that a source may leave unanswered until a monitor counts it as lost; 20
    VerifyLogName                what the name of a verification log ends with; DTVerify.log
    VerifyLogLimit               bytes from which on nothing more is added to a verification log; 1048576
    VerifyLogAppend              1: reports are added, 0: the log begins anew with each; 1
    MaxLogPathname               characters of a path in a verification log; longer ones are cut; 32760
    MaxLogFileSize               bytes of agent.log in the state folder, which then becomes agent.log.1; 1048576
    MaxNumberofLogFiles          how many of these are kept; 5

Those up to PollInterval are the embedded engine's, and are about connections from the machine unless they say
otherwise; MirrorOverwrite is every engine's, but 0 the embedded one's only. The last two are one for all machines. The
other settings of the guide are refused by name, with the reason.

    smr> set MissedHeartbeats = 10 on alpha
    smr> get MissedHeartbeats on alpha
    MissedHeartbeats = 10
    = 10
    smr> set MirrorChunkSize = 65536
    smr> get MirrorChunkSize
    MirrorChunkSize = 65536
    = 65536

    smr> set MissedHeartbeats = many
    error[E0601]: MissedHeartbeats: a parameter is not valid: "many" is no whole number from 1 to 65535 (-101)
    ...
`,
	}}
}

// settingMachine returns the machine whose settings the command is about.
func (c *call) settingMachine() (string, error) {
	return c.named("machine", c.source, engine.CodeNoSource)
}

func runGet(c *call) (value.Value, error) {
	machine, err := c.settingMachine()
	if err != nil {
		return value.Undef, err
	}
	s, err := do(c, engine.GetSetting{Machine: machine, Label: c.text("word")})
	if err != nil {
		return value.Undef, err
	}
	c.shows(s)
	c.Print("%s = %s", s.Label, s.Value)
	return value.Str(s.Value), nil
}

func runSet(c *call) (value.Value, error) {
	machine, err := c.settingMachine()
	if err != nil {
		return value.Undef, err
	}
	return done(c, engine.SaveSetting{Machine: machine, Label: c.text("word"), Value: c.text("value")})
}

// setting returns the value of a setting of a machine, def where the engine has no such thing.
func (c *call) setting(machine, name, def string) string {
	s, err := do(c, engine.GetSetting{Machine: machine, Label: name})
	if err != nil {
		return def
	}
	return s.Value
}
