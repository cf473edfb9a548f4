package stdlib

// This file defines ORPHANS.

import (
	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func orphansEntries() []*runtime.Entry {
	return []*runtime.Entry{{
		Usage:   "ORPHANS (START | STOP) <con_id>",
		Summary: "remove what a copy has and its set has not, or stop doing so",
		Effect:  engine.Destroy,
		Command: command(func(c *call) (value.Value, error) {
			id, src, err := c.connection()
			if err != nil {
				return value.Undef, err
			}
			return done(c, engine.RemoveOrphans{ID: id, Source: src, Stop: c.Has("STOP")})
		}),
		Doc: `
Orphans are files of a copy that its replication set does not have: they were deleted on the source while the
connection did not replicate. START removes them, as ORPHANS ENABLE says: deleted or moved, all or the old ones. Files
that an exclude rule names are no orphans. WAIT ON MIRROR waits for the end, STOP ends it before.

    smr> $con = connect db to beta map base "/copies/one" noreplicate
    = 1
    smr> wait on mirror $con
    smr> orphans start $con
    smr> wait on mirror $con
    smr> write connection($con)->{mirror}{removed}
    0

    smr> orphans start 99
    error[E0601]: connection 99: there is no such connection (-107)
    ...
`,
	}, {
		Usage:   "ORPHANS (ENABLE | DISABLE) ON <target> [DELETE | MOVE TO <path>] [OLDER THAN <duration>]",
		Summary: "say what becomes of orphans on a target",
		Effect:  engine.Change,
		Command: command(runOrphanPolicy),
		Doc: `
Says for all connections to a target whether mirrors, verifications and restores look for orphans, and what becomes of
them: deleted, which is the default, or moved to a folder of the target; all of them, or those that nobody changed for
so long. An engine that cannot keep such a rule refuses with -155; the option ORPHANS of CONNECT and MIRROR START
works on every engine.

    smr> orphans enable on beta move to "/removed" older than 3 days
    smr> orphans disable on beta

    smr> orphans enable on gamma delete older than 3 days
    error[E0601]: gamma: there is no such machine: configured are: ... (-109)
    ...
`,
	}}
}

func runOrphanPolicy(c *call) (value.Value, error) {
	age, err := c.duration("duration")
	if err != nil {
		return value.Undef, err
	}
	return done(c, engine.SetOrphanPolicy{Target: c.text("target"), Enabled: c.Has("ENABLE"), MoveTo: engine.Path(c.text("path")), OlderThan: age})
}
