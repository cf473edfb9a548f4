package stdlib

// This file writes the verification log in the guide's layout.

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"strconv"
	"strings"

	"github.com/smrscript/smrscript/engine"
)

// verifyLogLimit is the size from which on nothing more is added to a verification log, unless a setting says otherwise.
const verifyLogLimit = 1 << 20

// verifyLogName returns the name of a set's log in the working folder.
func (c *call) verifyLogName(r engine.VerifyReport) string {
	base := c.setting(r.Source, "VerifyLogName", "DTVerify.log")
	return strings.NewReplacer("/", "_", `\`, "_").Replace(r.Repset + " " + base)
}

// logVerification adds a report to its log. A log that is full stays as it is.
func (c *call) logVerification(name string, r engine.VerifyReport) error {
	files := c.files()
	limit, err := strconv.ParseInt(c.setting(r.Source, "VerifyLogLimit", ""), 10, 64)
	if err != nil {
		limit = verifyLogLimit
	}
	mode := os.O_APPEND
	if c.setting(r.Source, "VerifyLogAppend", "1") == "0" {
		mode = os.O_TRUNC
	} else if info, err := files.Stat(name); err == nil && info.Size() >= limit {
		return nil
	}
	f, err := files.Open(name, os.O_WRONLY|os.O_CREATE|mode, 0o644)
	if err != nil {
		return err
	}
	longest, err := strconv.Atoi(c.setting(r.Source, "MaxLogPathname", ""))
	if err != nil {
		longest = 1 << 15 // as long as a path can be
	}
	_, err = io.WriteString(f, verifyText(r, longest))
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	return err
}

const verifyTime = "1/2/2006 3:04:05 PM"

// verifyText lays a report out; paths have longest characters at most.
func verifyText(r engine.VerifyReport, longest int) string {
	var b strings.Builder
	what := fmt.Sprintf("(%s for %s --> %s)", r.Repset, r.Source, r.Target)
	checksum := "DISABLED"
	if r.Checksum {
		checksum = "ENABLED"
	}
	fmt.Fprintf(&b, "--- VERIFICATION OF CONNECTION %d, CHECKSUM %s %s ---\n", r.ID, checksum, what)
	fmt.Fprintf(&b, "Start Time: %s for connection %d %s\n", r.Started.Local().Format(verifyTime), r.ID, what)
	for _, d := range r.Differences {
		d.Path = cut(d.Path, longest)
		writeDifference(&b, d)
	}
	for _, f := range r.Failures {
		fmt.Fprintf(&b, "File: %s NOT COMPARED: %s\n", cut(f.Path, longest), f.Reason)
	}
	fmt.Fprintf(&b, "Completion Time: %s for connection %d %s\n", r.Ended.Local().Format(verifyTime), r.ID, what)
	fmt.Fprintf(&b, "Elapsed Time (seconds): %f\n", r.Ended.Sub(r.Started).Seconds())
	for _, total := range []struct {
		name string
		n    int64
	}{
		{"Directories Compared", r.DirectoriesCompared}, {"Directories Missing", r.DirectoriesMissing}, {"Directories Remirrored", r.DirectoriesMirrored},
		{"Files Compared", r.FilesCompared}, {"Files Missing", r.FilesMissing}, {"Files Different", r.FilesDifferent}, {"Files Encrypted", r.FilesEncrypted},
		{"Files Remirrored", r.FilesMirrored}, {"Orphans", r.OrphansFound}, {"Bytes Compared", r.BytesCompared}, {"Bytes Out Of Sync", r.BytesOutOfSync},
		{"Errors", r.Errors},
	} {
		fmt.Fprintf(&b, "Total %s: %d\n", total.name, total.n)
	}
	b.WriteByte('\n')
	return b.String()
}

// cut shortens a path to n characters, the last of which say so.
func cut(p engine.Path, n int) engine.Path {
	if text := []rune(string(p)); len(text) > n {
		dots := min(n, 3)
		return engine.Path(string(text[:n-dots]) + strings.Repeat(".", dots))
	}
	return p
}

func writeDifference(b *strings.Builder, d engine.Difference) {
	switch d.Kind {
	case "missing":
		fmt.Fprintf(b, "File: %s MISSING ON TARGET\n", d.Path)
	case "orphan":
		fmt.Fprintf(b, "File: %s ORPHAN ON TARGET\n", d.Path)
	default:
		fmt.Fprintf(b, "File: %s DIFFERENT ON TARGET\n", d.Path)
	}
	if !d.Source.Time.IsZero() {
		fmt.Fprintf(b, "  Source Attributes: %s\n", attributes(d.Source))
	}
	if !d.Target.Time.IsZero() {
		fmt.Fprintf(b, "  Target Attributes: %s\n", attributes(d.Target))
	}
	if d.Bytes > 0 {
		fmt.Fprintf(b, "  %d BYTES OUT OF SYNC\n", d.Bytes)
	}
}

// attributes shows an entry with the guide's mask: 1 read-only, 10 directory, 80 neither.
func attributes(e engine.EntryInfo) string {
	mode, mask := fs.FileMode(e.Mode), 0
	if mode.Perm()&0o222 == 0 && e.Mode != 0 {
		mask |= 0x1
	}
	if mode.IsDir() {
		mask |= 0x10
	}
	if mode&fs.ModeSymlink != 0 {
		mask |= 0x400
	}
	if mask == 0 {
		mask = 0x80
	}
	return fmt.Sprintf("Timestamp = %s Size = %d Mask = [0x%X]", e.Time.Local().Format(verifyTime), e.Size, mask)
}
