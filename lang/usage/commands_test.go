package usage

// This file gives every usage line of the manual commands as a script writes them, and cuts each one short.

import (
	"strings"
	"testing"
)

// written holds commands below the usage line that has to match them, in the order of the manual.
const written = `
(LOGIN | LOGON) <machine> [<user> [<secret>]]
	login alpha
	logon 10.1.2.3 admin
	LOGON "alpha" "domain\admin" "p=w, d"
	login $machine $user secret("x")
LOGOUT <machine>
	logout alpha
SOURCE <machine>
	source "alpha"
	SOURCE source
TARGET <machine>
	target $TheTarget
PING <machine>
	ping localhost
MACHINES
	machines
LOAD (SOURCE | TARGET | MONITOR)
	load source
	load Monitor
UNLOAD (SOURCE | TARGET | MONITOR)
	unload target
REPSET CREATE <repset>
	repset create db
	repset create "user data"
REPSET USE <repset>
	repset use $set
REPSET RULE ADD <path> [INCLUDE | EXCLUDE] [, (RECursive | NORECursive)] [TO <repset>]
	repset rule add "d:\"
	repset rule add "d:\" include to newrep
	repset rule add c:\userdata exclude, norec
	repset rule add /srv/data recursive to $set
	repset rule add "d:\*.tmp" exclude recurs to db
REPSET RULE REMOVE <path> [FROM <repset>]
	repset rule remove \\server\share
	repset rule remove "d:\" from db
REPSET SAVE
	repset save
REPSET LIST
	repset list
REPSET DISPLAY [<repset>]
	repset display
	repset display list
REPSET DELETE <repset>
	repset delete db
REPSET COPY <repset> TO <word>
	repset copy db to db2
REPSET RENAME <repset> TO <word>
	repset rename "db" to "new db"
REPSET UNDO
	repset undo
REPSET CALCULATE [<repset>]
	repset calculate
	repset calculate db
CONNECT <repset> TO <target> [MAP (EXACT | BASE <path> | <path> TO <path> {, <path> TO <path>})] [MIRROR [ALL | DIFFERENT [, NEWER] [, CHECKSUM]] | NOMIRROR] [REPLICATE | NOREPLICATE] [, (ORPHANS | NOORPHANS)]
	connect db to beta
	connect $set to beta map base "/copies/one"
	connect db to 10.0.0.2 map exact mirror
	connect db to beta map d:\ to e:\backup mirror all replicate orphans
	connect db to beta map "d:\" to "e:\", "f:\" to "g:\" mirror different, newer noreplicate
	connect db to beta mirror different checksum replicate, noorphans
	connect db to beta nomirror replicate
	connect db to beta orphans
CONNECT <repset> TO TDU [<path>] [MAP (EXACT | BASE <path> | <path> TO <path> {, <path> TO <path>})] [MIRROR [ALL | DIFFERENT [, NEWER] [, CHECKSUM]]] [, ORPHANS]
	connect db to tdu
	connect db to TDU "c:\out.txt" map exact mirror different, orphans
DISCONNECT (<con_id> | *) [<source>]
	disconnect 5
	disconnect $con alpha
	disconnect *
CONid [<repset>] [TO <target>] [MAP (EXACT | BASE <path> | <path> TO <path>)] [FROM <source>]
	con
	conid db
	coni db to beta map exact from alpha
	conid from alpha
FIND CONnection [<repset>] [TO <target>] [MAP (EXACT | BASE <path> | <path> TO <path>)] [FROM <source>]
	find con db to beta
	find connection
MIRROR START <con_id> [<source>] [ALL | DIFFERENT [, NEWER] [, CHECKSUM]] [, ORPHANS]
	mirror start $con
	mirror start 5 all
	mirror start 5 alpha different, checksum, orphans
	mirror start 5, orphans
MIRROR (STOP | PAUSE | RESUME) <con_id> [<source>]
	mirror stop 5
	mirror pause $con alpha
REPLICATION (START | STOP) <con_id> [<source>]
	replication start 5
TRANSMISSION (START | STOP | PAUSE | RESUME) <target>
	transmission resume beta
(PAUSE | RESUME) TARGET <target>
	pause target beta
	resume target $t
VERIFY <con_id> [<source>] [CHECKSUM] [, SYNC] [, NEWER] [, ORPHANS]
	verify 5
	verify 5 checksum, sync, newer, orphans
	verify $con alpha sync orphans
ORPHANS (START | STOP) <con_id>
	orphans start 5
ORPHANS (ENABLE | DISABLE) ON <target> [DELETE | MOVE TO <path>] [OLDER THAN <duration>]
	orphans enable on beta
	orphans enable on beta delete older than 3 days
	orphans disable on beta move to "d:\old" older than $age h
RESTORE <repset> FROM <target> [TO <machine>] [MAP (EXACT | BASE <path> | <path> TO <path> {, <path> TO <path>})] [OVERWRITE (ALL | NEWER)] [CHECKSUM] [ORPHANS]
	restore db from beta
	restore db from beta to alpha map exact overwrite newer checksum orphans
WAIT ON (MIRROR | VERIFY | RESTORE | QUEUE) <con_id> [TIMEOUT=<duration>]
	wait on mirror $con
	wait on queue 5 timeout = 90
	wait on verify 5 timeout=2 min
LIMIT BANDWIDTH (<bytes>, <int> | UNLIMITED) TO <target>
	limit bandwidth 19300 5 to beta
	limit bandwidth 512k, 1 to beta
	limit bandwidth unlimited to beta
LIMIT BANDWIDTH SCHEDULE ADD <word> DAYS=<word> {, <word>} STARTTIME=<time> LIMIT=(<bytes>, <int> | UNLIMITED) TO <target>
	limit bandwidth schedule add night days=mon,tue, wed starttime=22:00 limit=1m, 1 to beta
	limit bandwidth schedule add day days = sun starttime = 6:30 limit = unlimited to $t
LIMIT BANDWIDTH SCHEDULE (ENABLE | DISABLE | LIST | DELETE <word>) [TO <target>]
	limit bandwidth schedule list
	limit bandwidth schedule delete night to beta
COMPRESSION (ENABLE | DISABLE | SET <level>) [TO <target>]
	compression enable
	compression set 2 to beta
COMPRESSION LIST
	compression list
SCHEDULE <target> START [STARTTIME=<date> <time>] [MEMLIMIT=<percent>] [QUEUESIZE=<bytes>] [EVERY <duration>]
	schedule beta start
	schedule beta start starttime=12/31/26 22:00 memlimit=20 queuesize=32768 every 4 hours
SCHEDULE <target> STOP [STARTTIME=<date> <time>] [MEMLIMIT=<percent>] [QUEUESIZE=<bytes>] [EVERY <duration>]
	schedule beta stop memlimit = 10%
SCHEDULE <target> WINDOW <time> <time> [DAYS=<word> {, <word>}]
	schedule beta window 22:00 06:00
	schedule beta window $from $to days=mon, tue
SCHEDULE <target> VERIFY EVERY <duration>
	schedule beta verify every 1 day
SCHEDULE <target> (ENABLE | DISABLE | CLEAR | DISPLAY)
	schedule beta clear
	schedule start display
SCRIPT ADD <con_id> [<source>] ON <target> (MIRRORSTART | MIRRORSTOP | MIRRORCOMPLETE)=<path> [ARGS=<text>] [DELAY | NODELAY] [INTERACT | NOINTERACT]
	script add 5 on beta mirrorstart="c:\run.bat"
	script add $con alpha on beta mirrorcomplete = /bin/done args = "a b c" nodelay interact
SCRIPT (LIST | TEST | CLEAR) [<con_id>]
	script list
	script test 5
SCRIPT REMOVE <con_id> <word>
	script remove 5 mirrorstart
QueueTASK <word> TO <target> {(ONQueue | ONTRANSmit | ONRECeive | ONEXECute) = <path> [<text>]} [TIMEOUT=(<duration> | FOREVER)] [INTERACT | NOINTERACT]
	queuetask job1 to beta onqueue = "c:\a.bat"
	qtask job1 to beta onq=/a one ontrans=/b onrec=/c "x y" onexec=/d timeout=30 interact
	QueueTask job1 to beta OnExecute="c:\a.bat" Timeout = Forever
SNAPSHOT CREATE <con_id> [NAME=<word>]
	snapshot create 5
	snapshot create 5 name=before
SNAPSHOT LIST <con_id>
	snapshot list $con
SNAPSHOT DELETE <con_id> <word>
	snapshot delete 5 before
SNAPSHOT REVERT <con_id> TO <word>
	snapshot revert 5 to before
SNAPSHOT SCHEDULE <con_id> EVERY <duration> [KEEP <int>]
	snapshot schedule 5 every 1h
	snapshot schedule 5 every 30 minutes keep 48
MONITOR (CREATE | USE | DELETE | START | STOP | DISPLAY) <word>
	monitor create alpha
	monitor start list
MONITOR LIST
	monitor list
MONITOR OPTION <word>=<word>
	monitor option interval = 5
FAILOVER <source> TO <target>
	failover alpha to beta
FAILBACK <source> FROM <target>
	failback alpha from beta
TARGETPATH (BLOCK | UNBLOCK) <con_id>
	targetpath unblock 5
STATUS CON <con_id>
	status con $con
STATUS [SOURCE | TARGET] [<machine>]
	status
	status target
	status source alpha
	status alpha
STATS (START [<path>] | STOP | FILE <path>)
	stats start
	stats start /tmp/stats
	stats file "d:\stats.sts"
GET <word> [ON <machine>]
	get MaxRetry
	get MaxRetry on beta
SET <word> = <text> [ON <machine>]
	set MaxRetry = 5
	set LogDir="d:\logs" on beta
EMAIL (ENABLE | DISABLE | TEST)
	email test
EMAIL (SERVER | FROM | TO | SUBJECT | INCLUDE | EXCLUDE) <text>
	email server mail.example.org
	email to "a@example.org, b@example.org"
HELP [<word>]
	help
	help connect
VERSION [<machine>]
	version
	version beta
`

func TestEveryLineMatchesItsCommands(t *testing.T) {
	usage, covered := "", 0
	for _, text := range strings.Split(strings.TrimSpace(written), "\n") {
		if !strings.HasPrefix(text, "\t") {
			if usage = text; covered >= len(lines()) || lines()[covered] != usage {
				t.Fatalf("%s is not line %d of the manual", usage, covered)
			}
			covered++
			continue
		}
		head, rest := cut(strings.TrimSpace(text))
		c, list := command(t, head), tokens(rest)
		m, f := c.Match(list)
		if f != nil {
			t.Errorf("%s: failed at %d %q, expected %v", text, f.At, f.Found, f.Expected)
			continue
		}
		if got := c.Lines[m.Line].Text; got != usage {
			t.Errorf("%s: matched %s, want %s", text, got, usage)
		}
		cutShort(t, c, list)
	}
	if covered != len(lines()) {
		t.Errorf("%d of %d usage lines have commands", covered, len(lines()))
	}
}

// cutShort matches every beginning of a command: it is a command too, or incomplete, and the next token was expected. A
// token that nothing knows fails where it stands.
func cutShort(t *testing.T, c *Command, list []Token) {
	t.Helper()
	for n := range list {
		begun := list[:n:n]
		if _, f := c.Match(begun); f != nil && (f.At != n || !f.Incomplete || len(f.Expected) == 0) {
			t.Errorf("%s %v: %+v", c.Head, begun, *f)
		}
		if _, f := c.Match(append(begun, list[n])); f != nil && f.At <= n {
			t.Errorf("%s %v: %v does not follow its beginning", c.Head, begun, list[n])
		}
		if _, f := c.Match(append(begun, Token{Kind: Comma, Text: ","}, Token{Kind: Star, Text: "*"}, list[n])); f == nil || f.At > n+1 || f.Incomplete {
			t.Errorf("%s %v , *: %+v", c.Head, begun, f)
		}
	}
}
