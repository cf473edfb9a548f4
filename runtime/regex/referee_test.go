package regex

// This file defines the tests' dealings with perl, which is the referee.

import (
	"bytes"
	"encoding/hex"
	"os/exec"
	"strconv"
	"strings"
	"testing"
)

// verdict is what perl, or this package, made of one row.
type verdict struct {
	number  string
	status  string // y, n or c; t if perl took too long
	pattern string
	flags   Flags
	mods    string
	subject string
	utf8    bool
	caps    []int // offsets; -1, -1 for a group that is not set
	plus    string
	caretN  string // hexadecimal with an x in front; "-" for undef
	message string
	remark  []string
}

// runReferee runs the referee script and reads its verdicts.
func runReferee(t *testing.T, input string, args ...string) []verdict {
	t.Helper()
	cmd := exec.Command("perl", append([]string{"testdata/referee.pl"}, args...)...)
	cmd.Stdin = strings.NewReader(input)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("the referee failed: %v\n%s", err, stderr.String())
	}
	var verdicts []verdict
	for _, line := range strings.Split(strings.TrimSuffix(string(out), "\n"), "\n") {
		f := strings.Split(line, "\t")
		if len(f) < 12 {
			t.Fatalf("the referee printed %q", line)
		}
		v := verdict{number: f[0], status: f[1], pattern: unhex(t, f[2]), mods: f[4], subject: unhex(t, f[5]), utf8: f[6] == "1",
			plus: f[8], caretN: f[9], message: unhex(t, f[10]), remark: f[11:]}
		v.flags = flagsOf(f[4])
		if f[3] == "1" {
			v.flags |= UTF8
		}
		if v.status == "y" {
			v.caps = readOffsets(t, f[7])
		}
		verdicts = append(verdicts, v)
	}
	return verdicts
}

func unhex(t *testing.T, s string) string {
	if s == "-" {
		return ""
	}
	b, err := hex.DecodeString(strings.TrimPrefix(s, "x"))
	if err != nil {
		t.Fatalf("the referee printed %q: %v", s, err)
	}
	return string(b)
}

func readOffsets(t *testing.T, s string) []int {
	var caps []int
	for _, pair := range strings.Split(s, ";") {
		from, to, _ := strings.Cut(pair, ",")
		if from == "-" || to == "-" {
			caps = append(caps, -1, -1)
			continue
		}
		a, errA := strconv.Atoi(from)
		b, errB := strconv.Atoi(to)
		if errA != nil || errB != nil {
			t.Fatalf("the referee printed offsets %q", s)
		}
		caps = append(caps, a, b)
	}
	return caps
}

// flagsOf reads modifiers; 8 is a pattern in UTF-8.
func flagsOf(mods string) Flags {
	var f Flags
	for i := range len(mods) {
		switch mods[i] {
		case 'i':
			f |= I
		case 'm':
			f |= M
		case 's':
			f |= S
		case 'x':
			if f&X != 0 {
				f |= XX
			}
			f |= X
		case 'n':
			f |= N
		case 'a':
			if f&A != 0 {
				f |= AA
			}
			f |= A
		case 'u':
			f |= U
		case '8':
			f |= UTF8
		}
	}
	return f
}

// judge matches a row with this package.
func judge(v verdict, st *State) verdict {
	out := verdict{number: v.number, pattern: v.pattern, flags: v.flags, subject: v.subject, utf8: v.utf8, plus: "-", caretN: "-"}
	re, err := Compile(v.pattern, v.flags)
	if err != nil {
		out.status, out.message = "c", err.Error()
		return out
	}
	ok, err := re.Match(st, v.subject, v.utf8, 0)
	switch {
	case err != nil:
		out.status, out.message = "c", err.Error()
	case !ok:
		out.status = "n"
	default:
		out.status = "y"
		out.caps = append(out.caps, st.Caps...)
		out.plus, out.caretN = st.groupHex(v.subject, st.LastParen), st.groupHex(v.subject, st.LastClosed)
	}
	return out
}

func (st *State) groupHex(subject string, g int) string {
	if g == 0 || st.Caps[2*g+1] < 0 {
		return "-"
	}
	return "x" + hex.EncodeToString([]byte(subject[st.Caps[2*g]:st.Caps[2*g+1]]))
}

// difference describes how two verdicts differ, "" if they do not.
func difference(want, got verdict) string {
	switch {
	case want.status != got.status:
		return "perl " + want.status + ", here " + got.status + " " + got.message + want.message
	case want.status == "c":
		if short(want.message) != short(got.message) {
			return "message: perl " + short(want.message) + ", here " + short(got.message)
		}
		return ""
	case want.status == "n":
		return ""
	}
	for k := range max(len(want.caps), len(got.caps)) {
		if capAt(want.caps, k) != capAt(got.caps, k) {
			return "captures: perl " + fmtInts(want.caps) + ", here " + fmtInts(got.caps)
		}
	}
	if want.plus != got.plus {
		return "$+: perl " + want.plus + ", here " + got.plus
	}
	if want.caretN != got.caretN {
		return "$^N: perl " + want.caretN + ", here " + got.caretN
	}
	return ""
}

// capAt reads an offset; perl leaves groups at the end that are not set out.
func capAt(caps []int, k int) int {
	if k < len(caps) {
		return caps[k]
	}
	return -1
}

func fmtInts(v []int) string {
	var b strings.Builder
	for k := 0; k < len(v); k += 2 {
		b.WriteString(" " + strconv.Itoa(v[k]) + "-" + strconv.Itoa(v[k+1]))
	}
	return b.String()
}

// short cuts perl's place off a message.
func short(message string) string {
	if k := strings.LastIndex(message, " at "); k >= 0 && strings.Contains(message[k:], " line ") {
		message = message[:k]
	}
	return strings.TrimSpace(message)
}
