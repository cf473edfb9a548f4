package stdlib

// This file defines TARGETPATH.

import (
	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func targetPathEntries() []*runtime.Entry {
	return []*runtime.Entry{{
		Usage:   "TARGETPATH (BLOCK | UNBLOCK) <con_id>",
		Summary: "protect a copy from everybody else",
		Effect:  engine.Change,
		Command: command(func(c *call) (value.Value, error) {
			id, src, err := c.connection()
			if err != nil {
				return value.Undef, err
			}
			return done(c, engine.BlockTargetPath{ID: id, Source: src, Unblock: c.Has("UNBLOCK")})
		}),
		Doc: `
BLOCK keeps everybody but the engine away from the copy of a connection, UNBLOCK opens it. The engine goes on mirroring
and replicating into it. DISCONNECT and FAILOVER open it, too; if it was blocked before a failover, RESTORE, FAILBACK
and the CONNECT that follows block it again.

The embedded engine closes the top folder of the copy: it gets the permissions 0700 and, where the engine is the
superuser, that owner; what the folder had is kept and comes back. So reading is kept out as well, at once and for any
number of files. Whoever has a file open in it keeps that, and the superuser and programs of the engine's own user still
come in. It refuses with -155 a copy that is a single file, and folders without permissions, such as those of Windows;
with -138 a folder that belongs to another user than the engine's. The engine for Syncthing refuses all of it with -155.

    smr> $con = connect db to beta map base "/copies/one"
    = 1
    smr> wait on mirror $con
    smr> targetpath block $con
    smr> write connection($con)->{path_blocked} ? "blocked" : "open"
    blocked
    smr> targetpath unblock $con

    smr> targetpath block 99
    error[E0601]: connection 99: there is no such connection (-107)
    ...
`,
	}}
}
