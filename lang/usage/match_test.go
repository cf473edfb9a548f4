package usage

// This file tests what matches, and how the items of a match look.

import (
	"fmt"
	"strings"
	"testing"
)

// show writes a match as "line: KEYWORD slot=text ...": a slot with its name, its kind where that differs, its text.
func show(m *Match, tokens []Token) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d:", m.Line)
	for _, item := range m.Items {
		if item.Keyword != "" {
			b.WriteString(" " + item.Keyword)
			continue
		}
		b.WriteString(" " + item.Slot)
		if item.Kind != item.Slot {
			b.WriteString(":" + item.Kind)
		}
		b.WriteString("=" + tokens[item.Tokens[0]].Text)
		if item.Unit != "" {
			b.WriteString("/" + item.Unit)
		}
	}
	return b.String()
}

func TestMatch(t *testing.T) {
	for _, test := range []struct{ command, want string }{
		// Heads, results without arguments.
		{"machines", "0:"},
		{"logon alpha", "0: machine=alpha"},
		{`login alpha admin "s e c"`, "0: machine=alpha user:word=admin secret=s e c"},
		{"pause target beta", "0: TARGET target:machine=beta"},
		{"status", "1:"},
		{"status source", "1: SOURCE"},
		{"status alpha", "1: machine=alpha"},
		{"status source alpha", "1: SOURCE machine=alpha"},
		{"status con 5", "0: CON con_id=5"},
		{`status "con"`, "1: machine=con"},
		// Commas that may be left out, and those that part repetitions.
		{"mirror start 5 different, checksum", "0: START con_id=5 DIFFERENT CHECKSUM"},
		{"mirror start 5 different checksum", "0: START con_id=5 DIFFERENT CHECKSUM"},
		{"mirror start $con alpha different, newer, checksum, orphans", "0: START con_id=$con source:machine=alpha DIFFERENT NEWER CHECKSUM ORPHANS"},
		{"mirror start $con, orphans", "0: START con_id=$con ORPHANS"},
		{"limit bandwidth 19300 5 to beta", "0: BANDWIDTH bytes=19300 int=5 TO target:machine=beta"},
		{"limit bandwidth 10k, 5 to beta", "0: BANDWIDTH bytes=10k int=5 TO target:machine=beta"},
		{"limit bandwidth unlimited to beta", "0: BANDWIDTH UNLIMITED TO target:machine=beta"},
		{"limit bandwidth schedule add night days=mon,tue, wed starttime=08:00 limit=10k,5 to beta",
			"1: BANDWIDTH SCHEDULE ADD word=night DAYS word=mon word=tue word=wed STARTTIME time=08:00 LIMIT bytes=10k int=5 TO target:machine=beta"},
		{`limit bandwidth schedule add night DAYS = "mon" STARTTIME = $t LIMIT = unlimited to beta`,
			"1: BANDWIDTH SCHEDULE ADD word=night DAYS word=mon STARTTIME time=$t LIMIT UNLIMITED TO target:machine=beta"},
		{"limit bandwidth schedule delete night", "2: BANDWIDTH SCHEDULE DELETE word=night"},
		{"schedule beta window 22:00 06:00 days=sat,sun", "2: target:machine=beta WINDOW time=22:00 time=06:00 DAYS word=sat word=sun"},
		{"schedule beta start starttime=01/02/26 22:00 memlimit=20% queuesize=10m every 90 minutes",
			"0: target:machine=beta START STARTTIME date=01/02/26 time=22:00 MEMLIMIT percent=20% QUEUESIZE bytes=10m EVERY duration=90/minutes"},
		// Abbreviations.
		{`repset rule add "d:\" include, rec to db`, `2: RULE ADD path=d:\ INCLUDE RECURSIVE TO repset=db`},
		{`repset rule add d:\data norecur`, `2: RULE ADD path=d:\data NORECURSIVE`},
		{"con db to beta", "0: repset=db TO target:machine=beta"},
		{"find conn db from alpha", "0: CONNECTION repset=db FROM source:machine=alpha"},
		{`qtask job to beta onq=/bin/a "x y" onexecute="b" timeout=forever nointeract`,
			"0: word=job TO target:machine=beta ONQUEUE path=/bin/a text=x y ONEXECUTE path=b TIMEOUT FOREVER NOINTERACT"},
		{`queuetask job to beta onrec = "b" timeout = 5 h`, "0: word=job TO target:machine=beta ONRECEIVE path=b TIMEOUT duration=5/hours"},
		// A path is never a misspelt keyword; keywords go before values; a quoted word is no keyword.
		{"connect db to beta map exact", "0: repset=db TO target:machine=beta MAP EXACT"},
		{`connect db to beta map "base" to "x"`, "0: repset=db TO target:machine=beta MAP path=base TO path=x"},
		{`connect db to beta map d:\ to e:\, f: to $x nomirror`, `0: repset=db TO target:machine=beta MAP path=d:\ TO path=e:\ path=f: TO path=$x NOMIRROR`},
		{"connect db to beta mirror different, checksum, orphans", "0: repset=db TO target:machine=beta MIRROR DIFFERENT CHECKSUM ORPHANS"},
		{"connect db to tdu", "1: repset=db TO TDU"},
		{"connect db to tdu /tmp/x.tdu mirror all", "1: repset=db TO TDU path=/tmp/x.tdu MIRROR ALL"},
		{`connect db to "tdu"`, "0: repset=db TO target:machine=tdu"},
		{"connect to to to", "0: repset=to TO target:machine=to"},
		{"repset copy to to to", "8: COPY repset=to TO word=to"},
		{"repset display targt", "6: DISPLAY repset=targt"},
		{"status target1", "1: machine=target1"},
		{"status sources", "1: machine=sources"},
		{"disconnect *", "0: *"},
		{"disconnect * alpha", "0: * source:machine=alpha"},
		{"set on = on on beta", "0: word=on text=on ON machine=beta"},
		{"monitor option port=6320", "2: OPTION word=port word=6320"},
		// Durations.
		{"wait on mirror $con timeout=30", "0: ON MIRROR con_id=$con TIMEOUT duration=30"},
		{"wait on mirror $con timeout=30 sec", "0: ON MIRROR con_id=$con TIMEOUT duration=30/seconds"},
		{"wait on mirror $con timeout=$t mins", "0: ON MIRROR con_id=$con TIMEOUT duration=$t/minutes"},
		{"wait on mirror $con timeout=1h30m", "0: ON MIRROR con_id=$con TIMEOUT duration=1h30m"},
		{"orphans enable on beta move to /old older than 3 d", "1: ENABLE ON target:machine=beta MOVE TO path=/old OLDER THAN duration=3/days"},
		{"snapshot schedule 5 every 2 hours keep 7", "4: SCHEDULE con_id=5 EVERY duration=2/hours KEEP int=7"},
		{"compression set high to beta", "0: SET level=high TO target:machine=beta"},
	} {
		head, rest := cut(test.command)
		c := command(t, head)
		list := tokens(rest)
		m, f := c.Match(list)
		if f != nil {
			t.Errorf("%s: failed at %d %q, expected %v", test.command, f.At, f.Found, f.Expected)
			continue
		}
		if got := show(m, list); got != test.want {
			t.Errorf("%s\n got %s\nwant %s", test.command, got, test.want)
		}
	}
}

func TestMatchTokenRanges(t *testing.T) {
	list := append(tokens(`5 timeout = 2 minutes`), Token{Kind: End})
	list = append(tokens("on mirror"), list...)
	m, f := command(t, "WAIT").Match(list)
	if f != nil {
		t.Fatal(f)
	}
	want := [][2]int{{0, 1}, {1, 2}, {2, 3}, {3, 4}, {5, 7}}
	for i, item := range m.Items {
		if item.Tokens != want[i] {
			t.Errorf("item %d: tokens %v, want %v", i, item.Tokens, want[i])
		}
	}
}

func TestRepetitionInBraces(t *testing.T) {
	line, err := ParseLine("PICK {<word> | {EACH <int>}} {, LAST}")
	if err != nil {
		t.Fatal(err)
	}
	c, err := NewCommand(line)
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]bool{
		"": false, "a": true, "a b c": true, "each 1 each 2 a": true, "a, last": true, "a, last, last": true,
		", last": false, "a last last": true, "a, b": false, "each": false,
	} {
		if m, _ := c.Match(tokens(text)); (m != nil) != want {
			t.Errorf("PICK %s: matched %v, want %v", text, m != nil, want)
		}
	}
}

func TestHeadOf(t *testing.T) {
	for _, test := range []struct{ head, word, want string }{
		{"QTASK", "qtask", "QUEUETASK"}, {"QTASK", "QueTask", "QUEUETASK"}, {"QTASK", "queue", ""},
		{"LOGIN", "logon", "LOGON"}, {"PAUSE", "Resume", "RESUME"}, {"CON", "coni", "CONID"},
		{"CON", "connect", ""}, {"FIND", "find", "FIND"}, {"PING", "", ""},
	} {
		got, ok := command(t, test.head).HeadOf(test.word)
		if got != test.want || ok != (test.want != "") {
			t.Errorf("%s.HeadOf(%q) = %q, %v; want %q", test.head, test.word, got, ok, test.want)
		}
	}
	if got := command(t, "RESUME").Head; got != "PAUSE" {
		t.Errorf("head of the shared line is %q", got)
	}
}
