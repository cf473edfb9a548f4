package usage

// This file defines the usage lines of the manual as test data, and the tests that read all of them.

import (
	"strings"
	"testing"
)

// manual holds every command of the manual, one usage line per line; what the manual abbreviates is written out.
const manual = `
(LOGIN | LOGON) <machine> [<user> [<secret>]]
LOGOUT <machine>
SOURCE <machine>
TARGET <machine>
PING <machine>
MACHINES
LOAD (SOURCE | TARGET | MONITOR)
UNLOAD (SOURCE | TARGET | MONITOR)
REPSET CREATE <repset>
REPSET USE <repset>
REPSET RULE ADD <path> [INCLUDE | EXCLUDE] [, (RECursive | NORECursive)] [TO <repset>]
REPSET RULE REMOVE <path> [FROM <repset>]
REPSET SAVE
REPSET LIST
REPSET DISPLAY [<repset>]
REPSET DELETE <repset>
REPSET COPY <repset> TO <word>
REPSET RENAME <repset> TO <word>
REPSET UNDO
REPSET CALCULATE [<repset>]
CONNECT <repset> TO <target> [MAP (EXACT | BASE <path> | <path> TO <path> {, <path> TO <path>})] [MIRROR [ALL | DIFFERENT [, NEWER] [, CHECKSUM]] | NOMIRROR] [REPLICATE | NOREPLICATE] [, (ORPHANS | NOORPHANS)]
CONNECT <repset> TO TDU [<path>] [MAP (EXACT | BASE <path> | <path> TO <path> {, <path> TO <path>})] [MIRROR [ALL | DIFFERENT [, NEWER] [, CHECKSUM]]] [, ORPHANS]
DISCONNECT (<con_id> | *) [<source>]
CONid [<repset>] [TO <target>] [MAP (EXACT | BASE <path> | <path> TO <path>)] [FROM <source>]
FIND CONnection [<repset>] [TO <target>] [MAP (EXACT | BASE <path> | <path> TO <path>)] [FROM <source>]
MIRROR START <con_id> [<source>] [ALL | DIFFERENT [, NEWER] [, CHECKSUM]] [, ORPHANS]
MIRROR (STOP | PAUSE | RESUME) <con_id> [<source>]
REPLICATION (START | STOP) <con_id> [<source>]
TRANSMISSION (START | STOP | PAUSE | RESUME) <target>
(PAUSE | RESUME) TARGET <target>
VERIFY <con_id> [<source>] [CHECKSUM] [, SYNC] [, NEWER] [, ORPHANS]
ORPHANS (START | STOP) <con_id>
ORPHANS (ENABLE | DISABLE) ON <target> [DELETE | MOVE TO <path>] [OLDER THAN <duration>]
RESTORE <repset> FROM <target> [TO <machine>] [MAP (EXACT | BASE <path> | <path> TO <path> {, <path> TO <path>})] [OVERWRITE (ALL | NEWER)] [CHECKSUM] [ORPHANS]
WAIT ON (MIRROR | VERIFY | RESTORE | QUEUE) <con_id> [TIMEOUT=<duration>]
LIMIT BANDWIDTH (<bytes>, <int> | UNLIMITED) TO <target>
LIMIT BANDWIDTH SCHEDULE ADD <word> DAYS=<word> {, <word>} STARTTIME=<time> LIMIT=(<bytes>, <int> | UNLIMITED) TO <target>
LIMIT BANDWIDTH SCHEDULE (ENABLE | DISABLE | LIST | DELETE <word>) [TO <target>]
COMPRESSION (ENABLE | DISABLE | SET <level>) [TO <target>]
COMPRESSION LIST
SCHEDULE <target> START [STARTTIME=<date> <time>] [MEMLIMIT=<percent>] [QUEUESIZE=<bytes>] [EVERY <duration>]
SCHEDULE <target> STOP [STARTTIME=<date> <time>] [MEMLIMIT=<percent>] [QUEUESIZE=<bytes>] [EVERY <duration>]
SCHEDULE <target> WINDOW <time> <time> [DAYS=<word> {, <word>}]
SCHEDULE <target> VERIFY EVERY <duration>
SCHEDULE <target> (ENABLE | DISABLE | CLEAR | DISPLAY)
SCRIPT ADD <con_id> [<source>] ON <target> (MIRRORSTART | MIRRORSTOP | MIRRORCOMPLETE)=<path> [ARGS=<text>] [DELAY | NODELAY] [INTERACT | NOINTERACT]
SCRIPT (LIST | TEST | CLEAR) [<con_id>]
SCRIPT REMOVE <con_id> <word>
QueueTASK <word> TO <target> {(ONQueue | ONTRANSmit | ONRECeive | ONEXECute) = <path> [<text>]} [TIMEOUT=(<duration> | FOREVER)] [INTERACT | NOINTERACT]
SNAPSHOT CREATE <con_id> [NAME=<word>]
SNAPSHOT LIST <con_id>
SNAPSHOT DELETE <con_id> <word>
SNAPSHOT REVERT <con_id> TO <word>
SNAPSHOT SCHEDULE <con_id> EVERY <duration> [KEEP <int>]
MONITOR (CREATE | USE | DELETE | START | STOP | DISPLAY) <word>
MONITOR LIST
MONITOR OPTION <word>=<word>
FAILOVER <source> TO <target>
FAILBACK <source> FROM <target>
TARGETPATH (BLOCK | UNBLOCK) <con_id>
STATUS CON <con_id>
STATUS [SOURCE | TARGET] [<machine>]
STATS (START [<path>] | STOP | FILE <path>)
GET <word> [ON <machine>]
SET <word> = <text> [ON <machine>]
EMAIL (ENABLE | DISABLE | TEST)
EMAIL (SERVER | FROM | TO | SUBJECT | INCLUDE | EXCLUDE) <text>
HELP [<word>]
VERSION [<machine>]
`

// lines returns the lines of the manual.
func lines() []string { return strings.Split(strings.TrimSpace(manual), "\n") }

// command compiles all lines of the manual that a head word has.
func command(t testing.TB, head string) *Command {
	t.Helper()
	var list []*Line
	for _, text := range lines() {
		for _, h := range Heads(text) {
			if strings.EqualFold(h, head) {
				line, err := ParseLine(text)
				if err != nil {
					t.Fatal(err)
				}
				list = append(list, line)
				break
			}
		}
	}
	c, err := NewCommand(list...)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestEveryLineOfTheManual(t *testing.T) {
	for _, text := range lines() {
		heads := Heads(text)
		if len(heads) == 0 {
			t.Errorf("%s: no heads", text)
			continue
		}
		c := command(t, heads[0])
		if !strings.Contains("\n"+c.Format()+"\n", "\n"+strings.ReplaceAll(text, " = ", "=")+"\n") &&
			!strings.Contains(text, "SET <word>") {
			t.Errorf("%s:\nformat lost it:\n%s", text, c.Format())
		}
	}
}

func BenchmarkParseLine(b *testing.B) {
	for b.Loop() {
		for _, text := range lines() {
			if _, err := ParseLine(text); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(lines())), "ns/line")
}

func BenchmarkNewCommand(b *testing.B) {
	for _, head := range []string{"PING", "CONNECT", "SCHEDULE", "QTASK", "LIMIT"} {
		lines := command(b, head).Lines
		b.Run(head, func(b *testing.B) {
			for b.Loop() {
				if _, err := NewCommand(lines...); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkHeads(b *testing.B) {
	for b.Loop() {
		for _, text := range lines() {
			Heads(text)
		}
	}
}

func BenchmarkGrammar(b *testing.B) {
	for b.Loop() {
		if _, err := build[sequence](); err != nil {
			b.Fatal(err)
		}
	}
}
