package stdlib

// This file defines CONNECT ... TO TDU: what a connection would send, measured without sending it.

import (
	"fmt"
	"io"
	"os"
	"time"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

// firstMeasure is the number of the first measurement of a session: far above those of connections.
const firstMeasure engine.ConnectionID = 2_000_000_001

func tduEntries() []*runtime.Entry {
	return []*runtime.Entry{{
		Usage: "CONNECT <repset> TO TDU [<file>] " + mapClause + " " + mirrorClause +
			" [, (ORPHANS | NOORPHANS)] [(REPLICATE | NOREPLICATE) [, (ORPHANS | NOORPHANS)]]",
		Summary: "measure what a connection would send, without sending it",
		Effect:  engine.Read,
		Command: command(runTDU),
		Doc: `
Walks through a replication set of the current source as the first mirror of a connection would, and adds up what it
would send. Nothing is sent and no target is needed; the options of CONNECT are accepted and a full mirror is what is
measured. The totals are printed and added to the file given, or to statistic.sts in the working folder. The result is
a number that DISCONNECT accepts, so that scripts written for real connections run unchanged.

    smr> $con = connect db to tdu "size.sts"
    db would send 12 bytes in 2 files, 2 folders
    = 2000000001
    smr> disconnect $con

    smr> connect bd to tdu
    error[E0601]: bd: there is no such replication set (-123)
    ...
`,
	}}
}

func runTDU(c *call) (value.Value, error) {
	src, err := c.sourceName()
	if err != nil {
		return value.Undef, err
	}
	name := c.text("repset")
	if err := c.saved(src, name); err != nil {
		return value.Undef, err
	}
	started := time.Now()
	size, err := do(c, engine.CalculateRepset{Source: src, Repset: name})
	if err != nil {
		return value.Undef, err
	}
	file := c.text("file")
	if file == "" {
		file = statsFile
	}
	if err := c.writeMeasure(file, started, src, name, size); err != nil {
		return value.Undef, &engine.Error{Code: engine.CodeFailed, Subject: file, Cause: err}
	}
	c.shows(size)
	c.Print("%s would send %s in %s, %s", name, plural(size.Bytes, "byte"), plural(size.Files, "file"), plural(size.Folders, "folder"))
	id := firstMeasure + engine.ConnectionID(c.measures)
	c.measures++
	return value.Int(int64(id)), nil
}

func (c *call) writeMeasure(file string, at time.Time, src, set string, size engine.Size) error {
	f, err := c.files().Open(file, os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o644)
	if err != nil {
		return err
	}
	_, err = io.WriteString(f, fmt.Sprintf("Date/Time Stamp: %s\nReplication Set: %s\nSource Machine: %s\nMirror Bytes: %d\nMirror Files: %d\nMirror Directories: %d\nErrors: %d\n\n",
		at.Local().Format(timeLayout), set, src, size.Bytes, size.Files, size.Folders, size.Errors))
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	return err
}

// measured tells whether a number is that of a measurement, which has nothing to end or to wait for.
func (c *call) measured(id engine.ConnectionID) bool {
	return id >= firstMeasure && id < firstMeasure+engine.ConnectionID(c.measures)
}
