package enginetest

// This file names where drivers may differ by nature; the cases then state what must hold instead.

import (
	"slices"
	"strings"

	"github.com/smrscript/smrscript/engine"
)

// A Trait is something in which a driver differs from the others because of what it drives. Its page says so to users. A trait changes
// what cases expect, it does not switch them off: what a driver cannot do it must refuse by name.
type Trait string

// The traits.
const (
	NoFolderTimes  Trait = "folders of the copy have times of their own"
	NoOwners       Trait = "owners are not copied"
	NoSpecialBits  Trait = "set-user-id and set-group-id are not copied"
	NoOddNames     Trait = "names that are not UTF-8, or odd in another way, are not copied"
	NoNotes        Trait = "special files are skipped without a note"
	NoFollowing    Trait = "a link as the folder of the copy is used, or not, as the target's system does"
	SendsDiffering Trait = "every mirror sends only what differs"
	RoughCounts    Trait = "counts of sent files and bytes are estimates"
	NoNewer        Trait = "a mirror of newer files only is refused"
	NoSameMachine  Trait = "a copy on the same machine is refused"
	NoRenaming     Trait = "a single file keeps its name in the copy"
	NoAppearing    Trait = "the folder of a root must exist when the connection is made"
	NoCalculating  Trait = "a set is counted only while it is connected"
	WildKept       Trait = "what rules leave out is never an orphan"
	MarksFolders   Trait = "a source folder that was replaced is refused until it is marked again"
	CatchesUp      Trait = "starting replication also sends what changed before"
	Elsewhere      Trait = "a machine answers though its folder is gone"
	ShortGaps      Trait = "a file that is replaced may be missing for a moment"
	NoHiding       Trait = "a change that keeps size and time is seen by a checksum mirror only"
	MirrorOpens    Trait = "a mirror that somebody starts resumes a paused transmission"
	SlowEvents     Trait = "the copy follows in seconds"
)

// is reports whether the driver has a trait.
func (b *bench) is(t Trait) bool { return slices.Contains(b.Traits, t) }

// own reports whether an entry below a machine's folder belongs to the driver.
func (b *bench) own(rel string) bool {
	if b.Own == nil {
		return false
	}
	for part := range strings.SplitSeq(rel, "/") {
		if b.Own(part) {
			return true
		}
	}
	return false
}

// refuseIf states that a driver with a trait refuses an operation as unsupported. It reports whether it has the trait.
func (b *bench) refuseIf(t Trait, op engine.Op) bool {
	b.Helper()
	if b.is(t) {
		refuse(b, engine.CodeUnsupported, op)
	}
	return b.is(t)
}
