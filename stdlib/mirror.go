package stdlib

// This file defines MIRROR START, STOP, PAUSE and RESUME.

import (
	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func mirrorEntries() []*runtime.Entry {
	return []*runtime.Entry{{
		Usage:   "MIRROR START <con_id> [<source>] [ALL | DIFFERENT [, NEWER] [, CHECKSUM] [, INPLACE]] [, ORPHANS]",
		Summary: "begin a mirror of a connection",
		Effect:  engine.Destroy,
		Command: command(runMirrorStart),
		Doc: `
Begins a mirror: everything, or the files that are different. See CONNECT for the options. The mirror runs on its own;
WAIT ON MIRROR waits for its end.

    smr> $con = connect db to beta map base "/copies/one" nomirror noreplicate
    = 1
    smr> mirror start $con different, checksum, orphans
    smr> wait on mirror $con
    smr> mirror start $con different, checksum, inplace
    smr> wait on mirror $con

    smr> mirror start $con different, newer, checksum, inplace
    error[E0601]: mirror: the option is not valid here: in place belongs to ... (-116)
    ...
    smr> mirror begin $con
    error[E0201]: unexpected "begin" in MIRROR
    ...
    smr> mirror start 99
    error[E0601]: connection 99: there is no such connection (-107)
    ...
`,
	}, {
		Usage:   "MIRROR (STOP | PAUSE | RESUME) <con_id> [<source>]",
		Summary: "stop, pause or resume a mirror",
		Effect:  engine.Change,
		Command: command(runMirror),
		Doc: `
STOP ends a mirror and forgets its place, so that the next one begins anew. PAUSE keeps the place, and RESUME goes on from
there.

    smr> $con = connect db to beta map base "/copies/one" noreplicate
    = 1
    smr> wait on mirror $con

    smr> mirror stop $con
    error[E0601]: connection 1: no mirror is running (-121)
    ...
    smr> mirror resume $con
    error[E0601]: connection 1: the mirror is not paused (-117)
    ...
`,
	}}
}

func runMirrorStart(c *call) (value.Value, error) {
	id, src, err := c.connection()
	if err != nil {
		return value.Undef, err
	}
	return done(c, engine.MirrorStart{ID: id, Source: src, Options: c.mirrorOptions()})
}

func runMirror(c *call) (value.Value, error) {
	id, src, err := c.connection()
	switch {
	case err != nil:
		return value.Undef, err
	case c.Has("STOP"):
		return done(c, engine.MirrorStop{ID: id, Source: src})
	case c.Has("PAUSE"):
		return done(c, engine.MirrorPause{ID: id, Source: src})
	}
	return done(c, engine.MirrorResume{ID: id, Source: src})
}
