package stdlib

// This file defines VERIFY.

import (
	"fmt"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func verifyEntries() []*runtime.Entry {
	return []*runtime.Entry{{
		Usage:   "VERIFY <con_id> [<source>] [CHECKSUM] [, SYNC] [, NEWER] [, ORPHANS]",
		Summary: "compare the copy of a connection with its source",
		Effect:  engine.Destroy,
		Command: command(runVerify),
		Doc: `
Compares the copy of a connection with its source: sizes and times, with CHECKSUM the contents. The result is how many
files differ; 0 is success too. With SYNC what differs is mirrored afterwards, with NEWER only what is newer on the
source, with ORPHANS what only the copy has is removed. No mirror may run meanwhile. What was found is added to the
verification log in the working folder, whose name is that of the set and "DTVerify.log"; settings bound its size and
choose its name.

    smr> $con = connect db to beta map base "/copies/one" noreplicate
    = 1
    smr> wait on mirror $con
    smr> verify $con checksum
    2 files compared, 0 different, 0 missing, 0 bytes out of sync
    = 0

    smr> verify 99
    error[E0601]: connection 99: there is no such connection (-107)
    ...
`,
	}}
}

func runVerify(c *call) (value.Value, error) {
	id, src, err := c.connection()
	if err != nil {
		return value.Undef, err
	}
	report, err := do(c, engine.Verify{ID: id, Source: src, Checksum: c.Has("CHECKSUM"), Sync: c.Has("SYNC"), Newer: c.Has("NEWER"), Orphans: c.Has("ORPHANS")})
	if err != nil {
		return value.Undef, err
	}
	c.shows(report)
	different := report.FilesDifferent + report.FilesMissing
	c.Print("%s compared, %d different, %d missing, %s out of sync", plural(report.FilesCompared, "file"), report.FilesDifferent, report.FilesMissing,
		plural(report.BytesOutOfSync, "byte"))
	log := c.verifyLogName(report)
	if err := c.logVerification(log, report); err != nil {
		return value.Undef, &engine.Error{Code: engine.CodeFailed, Subject: log, Cause: fmt.Errorf("the verification log cannot be written: %w", err)}
	}
	return runtime.Succeeded(different), nil
}
