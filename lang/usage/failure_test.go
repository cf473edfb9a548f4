package usage

// This file tests what a command that does not match says, and what may come next.

import (
	"slices"
	"strings"
	"testing"
)

func TestFailure(t *testing.T) {
	for _, test := range []struct {
		command    string
		found      string // "" at the end
		expected   string
		suggestion string
		canEnd     bool
	}{
		{`connect db to beta map bse "x"`, "bse", "BASE EXACT <path>", "base", false},
		{`connect db to beta map BSE "x"`, "BSE", "BASE EXACT <path>", "BASE", false},
		{"mirror begin $con", "begin", "PAUSE RESUME START STOP", "start", false},
		{"connect db to beta nomirrr", "nomirrr", "MAP MIRROR NOMIRROR NOORPHANS NOREPLICATE ORPHANS REPLICATE", "nomirror", true},
		{"connect db", "", "TO", "", false},
		{"connect", "", "<repset>", "", false},
		{"connect db two beta", "two", "TO", "to", false},
		{"ping", "", "<machine>", "", false},
		{"ping alpha beta", "beta", "", "", true},
		{"machines alpha", "alpha", "", "", true},
		// A misspelt keyword where a name could stand too; a quoted or short word, or one that goes on, is a name.
		{"mirror start 5 diferent", "diferent", "ALL DIFFERENT ORPHANS <source>", "different", true},
		{"mirror start 5 diffreent", "diffreent", "ALL DIFFERENT ORPHANS <source>", "different", true},
		{"mirror start 5 differentx", "", "", "", true},
		{`mirror start 5 "diferent"`, "", "", "", true},
		{"status targte", "targte", "CON SOURCE TARGET <machine>", "target", true},
		{"status target1", "", "", "", true},
		{"status soruce2", "", "", "", true},
		{"status c", "", "", "", true},
		// Forms of values.
		{"mirror start abc", "abc", "<con_id>", "", false},
		{`mirror start "abc"`, "abc", "<con_id>", "", false},
		{`mirror start "$x"`, "", "", "", true},
		{`mirror start "12"`, "", "", "", true},
		{"mirror start 1.5", "1.5", "<con_id>", "", false},
		{"connect db to tdu x", "x", "MAP MIRROR ORPHANS <path>", "", true},
		{"schedule beta start memlimit=120", "120", "<percent>", "", false},
		{"schedule beta start starttime=13/45/26 8:00", "13/45/26", "<date>", "", false},
		{"schedule beta window 22:00 25:00", "25:00", "<time>", "", false},
		{"limit bandwidth 10q, 5 to beta", "10q", "SCHEDULE UNLIMITED <bytes>", "", false},
		{"orphans enable on beta older than 5 wek", "wek", "DAYS HOURS MINUTES SECONDS", "", true},
		{"orphans enable on beta older than 5 dys", "dys", "DAYS HOURS MINUTES SECONDS", "days", true},
		// Commas and equal signs.
		{"mirror start 5, , orphans", ",", "ORPHANS", "", false},
		{"ping alpha, beta", ",", "", "", true},
		{"mirror , start 5", ",", "PAUSE RESUME START STOP", "", false},
		{`connect db to beta map "a" to "b" "c" to "d"`, "c", "MIRROR NOMIRROR NOORPHANS NOREPLICATE ORPHANS REPLICATE ,", "", true},
		{"wait on mirror 5 timeout 30", "30", "=", "", false},
		{"wait on mirror 5 timeout=", "", "<duration>", "", false},
		{"mirror start 5 = 6", "=", "ALL DIFFERENT ORPHANS <source>", "", true},
		// A list of words stops at a named argument.
		{"limit bandwidth schedule add n days=mon, starttime=8:00", "starttime", "<word>", "", false},
		{"limit bandwidth schedule add n days=mon tue", "tue", "STARTTIME ,", "", false},
		{"limit bandwidth schedule add n starttime=8:00", "starttime", "DAYS", "", false},
		// Choices of every shape.
		{"disconnect", "", "<con_id> *", "", false},
		{"script add 5 on beta mirorstart=/x", "mirorstart", "MIRRORCOMPLETE MIRRORSTART MIRRORSTOP", "mirrorstart", false},
		{"qtask job to beta", "", "ONEXECUTE ONQUEUE ONRECEIVE ONTRANSMIT", "", false},
		{"qtask job to beta onexe=/x", "onexe", "ONEXECUTE ONQUEUE ONRECEIVE ONTRANSMIT", "onexecute", false},
		{"schedule beta sotp", "sotp", "CLEAR DISABLE DISPLAY ENABLE START STOP VERIFY WINDOW", "stop", false},
		{"email remove x", "remove", "DISABLE ENABLE EXCLUDE FROM INCLUDE SERVER SUBJECT TEST TO", "", false},
	} {
		head, rest := cut(test.command)
		list := tokens(rest)
		m, f := command(t, head).Match(list)
		if test.expected == "" && test.found == "" {
			if f != nil {
				t.Errorf("%s: failed at %q, expected %v", test.command, f.Found, f.Expected)
			}
			continue
		}
		if f == nil {
			t.Errorf("%s: matched %s", test.command, show(m, list))
			continue
		}
		if f.At > len(list) || f.At < len(list) && list[f.At].Text != f.Found {
			t.Errorf("%s: At is %d, Found %q", test.command, f.At, f.Found)
		}
		if f.Found != test.found || strings.Join(f.Expected, " ") != test.expected || f.Suggestion != test.suggestion ||
			f.CanEnd != test.canEnd || f.Incomplete != (test.found == "") {
			t.Errorf("%s\n got %+v\nwant %+v", test.command, *f, test)
		}
	}
}

func TestFailureAtEndToken(t *testing.T) {
	list := append(tokens("db to"), Token{Kind: End}, Token{Kind: Word, Text: "beta"})
	_, f := command(t, "CONNECT").Match(list)
	if f == nil || f.At != 2 || !f.Incomplete || !slices.Equal(f.Expected, []string{"TDU", "<target>"}) {
		t.Errorf("got %+v", f)
	}
}

func TestNext(t *testing.T) {
	for _, test := range []struct{ command, want string }{
		{"connect", "<repset:repset>"},
		{"connect db to", "TDU <target:machine>"},
		{"connect db to beta map", "BASE EXACT <path:path>"},
		{"limit bandwidth schedule add n days=mon", "STARTTIME ,"},
		{"orphans enable on beta older than 5", "DAYS HOURS MINUTES SECONDS"},
		{"status", "CON SOURCE TARGET <machine:machine>"},
		{"disconnect", "<con_id:con_id> *"},
		{"set x", "="},
		{"ping alpha", ""},
		{"ping alpha beta", ""},
		{"mirror begin", ""},
	} {
		head, rest := cut(test.command)
		var got []string
		for _, e := range command(t, head).Next(tokens(rest)) {
			if e.Slot != "" {
				got = append(got, "<"+e.Slot+":"+e.Kind+">")
			} else {
				got = append(got, e.Keyword)
			}
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("%s: got %v, want %s", test.command, got, test.want)
		}
	}
}

func TestBegun(t *testing.T) {
	for _, test := range []struct{ command, want string }{
		{"connect", ""},
		{"connect db", "repset=db"},
		{"connect db to beta map", "repset=db TO target=beta MAP"},
		{"connect db to beta map base /copy mir", "nothing"},
		{"connect db to beta map /a to /b ,", "repset=db TO target=beta MAP path=/a TO path=/b"},
		{"status con", "CON"},
		{"disconnect *", "*"},
		{"set x =", "word=x"},
		{"ping alpha beta", "nothing"},
		{"mirror begin", "nothing"},
		{"orphans enable on beta older than 5 minutes", "ENABLE ON target=beta OLDER THAN duration=5 minutes"},
	} {
		head, rest := cut(test.command)
		list := tokens(rest)
		items := command(t, head).Begun(list)
		var got []string
		for _, item := range items {
			if item.Slot == "" {
				got = append(got, item.Keyword)
				continue
			}
			var texts []string
			for _, token := range list[item.Tokens[0]:item.Tokens[1]] {
				texts = append(texts, token.Text)
			}
			got = append(got, item.Slot+"="+strings.Join(texts, " "))
		}
		if items == nil && test.want != "" {
			got = []string{"nothing"}
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("%s: got %v, want %s", test.command, got, test.want)
		}
	}
}

// TestFailureSaysForms: a value that is not written as its slot wants it is told how, with an example.
func TestFailureSaysForms(t *testing.T) {
	for _, test := range []struct{ command, forms string }{
		{"schedule beta window 25:00 5:00", "write <time> as hh:mm or hh:mm:ss, such as 22:30"},
		{"limit bandwidth schedule add n days=mo starttime=8 limit=unlimited to beta", "write <time> as hh:mm or hh:mm:ss, such as 22:30"},
		{"schedule beta start starttime=13/45/26 8:00", "write <date> as mm/dd/yy or yyyy-mm-dd, such as 12/31/26"},
		{"qtask job to beta onexec=/x timeout=soon", `write <duration> as a number with a unit or none, such as 90, "5 minutes" or 2h`},
		{"limit bandwidth lots, 5 to beta", "write <bytes> as a number of bytes, with a suffix k, m, g or t if you like, such as 512k"},
		{"schedule beta start memlimit=120", "write <percent> as a number from 0 to 100"},
		// Names say what they are, and a command that ends too early has no mistake in it.
		{"mirror start abc", ""},
		{"connect db two beta", ""},
		{"wait on mirror 5 timeout=", ""},
	} {
		head, rest := cut(test.command)
		_, f := command(t, head).Match(tokens(rest))
		if f == nil {
			t.Errorf("%s: it matches", test.command)
		} else if got := strings.Join(f.Forms, "; "); got != test.forms {
			t.Errorf("%s: %q, want %q", test.command, got, test.forms)
		}
	}
}

// TestNextIsWhatMatches walks every command by what Next says and matches what it finds on the way.
func TestNextIsWhatMatches(t *testing.T) {
	for _, text := range lines() {
		c := command(t, Heads(text)[0])
		walked := 0
		var walk func(list []Token)
		walk = func(list []Token) {
			if walked++; walked > 500 || len(list) > 12 {
				return
			}
			for _, e := range c.Next(list) {
				longer := append(slices.Clip(list), sample(e))
				if _, f := c.Match(longer); f != nil && f.At < len(longer) {
					t.Fatalf("%s: %v was said to follow, but failed at %d: %+v", c.Head, e, f.At, *f)
				}
				walk(longer)
			}
		}
		walk(nil)
	}
}

func sample(e Expected) Token {
	switch {
	case e.Slot != "":
		return Token{Kind: Value, Text: "$x"}
	case e.Keyword == ",":
		return Token{Kind: Comma, Text: ","}
	case e.Keyword == "=":
		return Token{Kind: Equals, Text: "="}
	case e.Keyword == "*":
		return Token{Kind: Star, Text: "*"}
	}
	return Token{Kind: Word, Text: strings.ToLower(e.Keyword)}
}
