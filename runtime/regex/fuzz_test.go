package regex

// This file defines the fuzz target: nothing that is compiled and matched may panic, hang, or report offsets that make
// no sense.

import (
	"errors"
	"testing"
	"time"
)

func FuzzMatch(f *testing.F) {
	for _, r := range readTable(f) {
		f.Add(r.pattern, uint16(flagsOf(r.flags)), r.subject, r.mode == "t", 0)
	}
	f.Add("(a+)+$", uint16(0), "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", false, 1)
	f.Add("\xff\xc3(\xe9", uint16(UTF8|I), "\xff\xc3\xe9", true, 2)
	f.Add("[\xed\xa0\x80-\xf4\x90\x80\x80]", uint16(UTF8), "\xed\xa0\x80\xf4\x90\x80\x80\xf4", true, 0)
	f.Fuzz(func(t *testing.T, pattern string, flags uint16, subject string, utf8 bool, pos int) {
		if len(pattern) > 2000 || len(subject) > 5000 {
			return
		}
		start := time.Now()
		re, err := Compile(pattern, Flags(flags)&(UTF8<<1-1))
		if err != nil {
			var e *Error
			if !errors.As(err, &e) || e.Message == "" || e.Offset > len(pattern) || e.Offset < -1 {
				t.Fatalf("Compile: %#v", err)
			}
			return
		}
		if pos < 0 || pos > len(subject) {
			pos = 0
		}
		for _, budget := range []int{20_000, 1} {
			st := &State{Budget: budget, G: pos}
			ok, err := re.Match(st, subject, utf8, pos)
			checkResults(t, re, st, subject, ok, err)
		}
		if d := time.Since(start); d > 20*time.Second {
			t.Fatalf("took %v", d)
		}
	})
}

// checkResults wants offsets in order and inside of the subject, and errors of the package's own kinds.
func checkResults(t *testing.T, re *Regexp, st *State, subject string, ok bool, err error) {
	t.Helper()
	if err != nil {
		var budget *BudgetError
		var own *Error
		if ok || !errors.As(err, &budget) && !errors.As(err, &own) {
			t.Fatalf("Match: %v, %v", ok, err)
		}
		return
	}
	if !ok {
		return
	}
	if len(st.Caps) != 2*(re.NumCaptures()+1) || st.LastParen > re.NumCaptures() || st.LastClosed > re.NumCaptures() {
		t.Fatalf("%d captures in %v, last %d and %d", re.NumCaptures(), st.Caps, st.LastParen, st.LastClosed)
	}
	for k := 0; k < len(st.Caps); k += 2 {
		from, to := st.Caps[k], st.Caps[k+1]
		if from < 0 && to < 0 && k > 0 {
			continue
		}
		if from < 0 || from > to || to > len(subject) {
			t.Fatalf("group %d at %d to %d of %d bytes", k/2, from, to, len(subject))
		}
	}
}

// TestMutations runs the fuzz target's checks on the table's rows with a byte changed, which every run of the tests can
// afford.
func TestMutations(t *testing.T) {
	rows := readTable(t)
	for k, r := range rows {
		if r.pattern == "" || k%2 == 0 {
			continue
		}
		other := rows[(k*7919)%len(rows)]
		at := k % len(r.pattern)
		for _, pattern := range []string{
			r.pattern[:at] + r.pattern[at+1:],
			r.pattern[:at] + other.pattern,
			r.pattern[:at] + string([]byte{byte(k * 31)}) + r.pattern[at:],
		} {
			for _, flags := range []Flags{0, UTF8 | I, X | M | S, U | I} {
				re, err := Compile(pattern, flags)
				if err != nil {
					continue
				}
				for _, utf8 := range []bool{false, true} {
					st := &State{Budget: 20_000}
					ok, err := re.Match(st, r.subject, utf8, 0)
					checkResults(t, re, st, r.subject, ok, err)
				}
			}
		}
	}
}
