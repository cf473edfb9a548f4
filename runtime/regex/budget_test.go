package regex

// This file defines the tests of allowances, cancelling and long subjects.

import (
	"errors"
	"strings"
	"sync"
	"testing"
	"time"
)

// within fails the test if f takes longer than a time that is generous for a busy machine.
func within(t *testing.T, limit time.Duration, f func()) {
	t.Helper()
	start := time.Now()
	f()
	if d := time.Since(start); d > limit {
		t.Errorf("took %v, want at most %v", d, limit)
	}
}

func mustCompile(t testing.TB, pattern string, flags Flags) *Regexp {
	t.Helper()
	re, err := Compile(pattern, flags)
	if err != nil {
		t.Fatal(err)
	}
	return re
}

// TestExponential runs regular patterns that would take a textbook backtracker till the end of time.
func TestExponential(t *testing.T) {
	long := strings.Repeat("a", 3000)
	cases := []struct {
		pattern, subject string
		flags            Flags
		want             bool
	}{
		{`^(a+)+$`, long + "b", 0, false},
		{`^(a+)+$`, long, 0, true},
		{`^(a*)*$`, long + "b", 0, false},
		{`^(a|a)*$`, long + "b", 0, false},
		{`^(a|aa)+$`, long + "b", 0, false},
		{`^(?:a+a+)+[bc]$`, long + "d", 0, false},
		{`(a+)+[bc]`, long, 0, false},
		{`^(?:a?){30}a{30}$`, strings.Repeat("a", 30), 0, true},
		{`^(?:.*a){12}$`, long + "b", 0, false},
		{`^(?:\w+\s?)+$`, long + "!", 0, false},
		{`(?:(?:a|b)*)*c|d`, long, 0, false},
		{`^((a+)*)+$`, long + "b", 0, false},
		{`^(([a-z])+.)+[A-Z]([a-z])+$`, long, 0, false},
		{`^(A+)+$`, long + "b", I, false},
		{`^(?:a++|a)*$`, long + "b", 0, false},
		{`^(a?b?)*$`, strings.Repeat("ab", 1500) + "c", 0, false},
		{`^(?:a*?)*?$`, long + "b", 0, false},
		{`^(?:a{1,3}){2,}$`, long + "b", 0, false},
		{`(?:a|ab|abc|abcd|b)*[xy]`, strings.Repeat("abcd", 800), 0, false},
		{`^(\w+é?)+$`, strings.Repeat("aé", 1500) + "!", UTF8, false},
		{`^(?:(?=[ab])a+)+$`, long + "b", 0, false},
	}
	for _, c := range cases {
		re := mustCompile(t, c.pattern, c.flags)
		for _, utf8 := range []bool{false, true} {
			if c.flags&UTF8 != 0 && !utf8 {
				continue
			}
			within(t, 20*time.Second, func() {
				got, err := re.Match(&State{}, c.subject, utf8, 0)
				if err != nil || got != c.want {
					t.Errorf("/%s/ (%v): got %v, %v, want %v", c.pattern, utf8, got, err, c.want)
				}
			})
		}
	}
}

// TestLinearCaptures wants from the linear matcher what backtracking would have captured.
func TestLinearCaptures(t *testing.T) {
	re := mustCompile(t, `^((a+)+|(x))(b|ab)?$`, 0)
	st := &State{Budget: 20}
	ok, err := re.Match(st, strings.Repeat("a", 60)+"b", false, 0)
	if err != nil || !ok {
		t.Fatalf("got %v, %v", ok, err)
	}
	want := []int{0, 61, 0, 60, 0, 60, -1, -1, 60, 61}
	for k := range want {
		if st.Caps[k] != want[k] {
			t.Fatalf("captures %v, want %v", st.Caps, want)
		}
	}
	if st.LastParen != 4 || st.LastClosed != 4 {
		t.Errorf("last groups %d and %d, want 4 and 4", st.LastParen, st.LastClosed)
	}
}

// TestBudget wants an error that names the pattern from what has no linear way.
func TestBudget(t *testing.T) {
	subject := strings.Repeat("a", 40) + "b"
	for _, pattern := range []string{`^(a+)+\1$`, `^(?:(?=a+)a+)+$`, `^(?>(a+)+$)`, `^((a|(?1)a)+)+$`, `^(?:a+(*PRUNE)|(a+)+)+$`, `^(a+)+(?(1)$|x)`} {
		re := mustCompile(t, pattern, 0)
		st := &State{Budget: 50_000}
		_, err := re.Match(st, subject, false, 0)
		var budget *BudgetError
		var own *Error
		switch {
		case errors.As(err, &budget):
			if budget.Pattern != pattern || budget.Steps < 50_000 || !strings.Contains(err.Error(), pattern) {
				t.Errorf("/%s/: %v", pattern, err)
			}
		case errors.As(err, &own): // endless recursion
		case err != nil:
			t.Errorf("/%s/: unexpected error %v", pattern, err)
		case pattern == `^(a+)+\1$`:
			t.Errorf("/%s/: no error", pattern)
		}
		// The same State must serve the next match.
		if ok, err := mustCompile(t, `b$`, 0).Match(st, subject, false, 0); !ok || err != nil {
			t.Errorf("after /%s/: %v, %v", pattern, ok, err)
		}
	}
}

func TestDefaultBudgetEnds(t *testing.T) {
	re := mustCompile(t, `^(a+)+\1$`, 0)
	within(t, 60*time.Second, func() {
		_, err := re.Match(&State{}, strings.Repeat("a", 60)+"b", false, 0)
		var budget *BudgetError
		if !errors.As(err, &budget) || budget.Steps < DefaultBudget {
			t.Errorf("got %v", err)
		}
	})
}

func TestCancel(t *testing.T) {
	re := mustCompile(t, `^(a+)+\1$`, 0)
	asked := 0
	st := &State{Cancel: func() bool { asked++; return asked == 3 }}
	_, err := re.Match(st, strings.Repeat("a", 60)+"b", false, 0)
	var cancel *CancelError
	if !errors.As(err, &cancel) || cancel.Pattern != re.String() || asked != 3 {
		t.Errorf("got %v after %d questions", err, asked)
	}
	st = &State{Cancel: func() bool { return true }}
	if _, err := mustCompile(t, `^(a+)+$`, 0).Match(st, strings.Repeat("a", 60)+"b", false, 0); !errors.As(err, &cancel) {
		t.Errorf("linear pattern: got %v", err)
	}
	if ok, err := mustCompile(t, `a`, 0).Match(st, "a", false, 0); !ok || err != nil {
		t.Errorf("a match without steps: got %v, %v", ok, err)
	}
}

// TestLongSubjects matches megabytes with patterns that leave a record per character.
func TestLongSubjects(t *testing.T) {
	const size = 1 << 20
	ab := strings.Repeat("ab", size/2)
	for _, c := range []struct {
		pattern, subject string
		end              int
	}{
		{`(?:a|b)*`, ab, size},
		{`(?:a|b)*$`, ab, size},
		{`(a|b)*`, ab, size},
		{`(?:ab|cd)*`, ab, size},
		{`(ab|cd)+$`, ab, size},
		{`(?:(a)|(b))*`, ab, size},
		{`(?:a(?=b)|b)*`, ab, size},
		{`(?:(?>ab)|c)*`, ab, size},
		{`(?:a|b)*?$`, ab, size},
		{`(?:.)*`, ab, size},
		{`(?:[ab]{2}){2,}`, ab, size},
		{`(?:(a|b)\1?)*`, ab, size},
		{`.*b`, ab, size},
		{`^(?:[ab][ab]|x)*\z`, ab, size},
		{`((?:ab)*)((?:ab)*)`, ab, size},
		{`(?:a|é|b)*`, ab, size},
	} {
		for _, utf8 := range []bool{false, true} {
			flags := Flags(0)
			if utf8 {
				flags = UTF8
			}
			st := &State{}
			ok, err := mustCompile(t, c.pattern, flags).Match(st, c.subject, utf8, 0)
			if err != nil || !ok || st.Caps[1] != c.end {
				t.Errorf("/%s/ (%v): got %v, %v, end %v, want %d", c.pattern, utf8, ok, err, st.Caps, c.end)
			}
			if len(st.stack) > keepFrames || len(st.visited) > keepFrames {
				t.Errorf("/%s/: the State keeps %d records and %d words", c.pattern, len(st.stack), len(st.visited))
			}
		}
	}
}

// TestDeepRecursion nests calls as deeply as the subject has brackets.
func TestDeepRecursion(t *testing.T) {
	const deep = 50_000
	subject := strings.Repeat("(", deep) + strings.Repeat(")", deep)
	for _, pattern := range []string{`^(\((?1)?\))$`, `\((?R)?\)`, `^(?<p>\((?&p)*\))\z`, `^(\((?=[()])(?1)?\))$`} {
		st := &State{}
		ok, err := mustCompile(t, pattern, 0).Match(st, subject, false, 0)
		if err != nil || !ok || st.Caps[1] != len(subject) {
			t.Errorf("/%s/: got %v, %v", pattern, ok, err)
		}
	}
}

// TestStackLimit gives the stack next to no room: regular patterns go on in the linear way, others end with an error.
func TestStackLimit(t *testing.T) {
	subject := strings.Repeat("ab", 1000)
	st := &State{frames: 256}
	ok, err := mustCompile(t, `^(?:a(*PRUNE)|b|(?=c)d)*$`, 0).Match(st, subject, false, 0)
	var budget *BudgetError
	if ok || !errors.As(err, &budget) {
		t.Errorf("with a verb: got %v, %v", ok, err)
	}
	for _, pattern := range []string{`(a|b)*\1`, `(?:(a|b)(?!c))*\1`, `(?:((?>a))|b(?1)?)*`, `(?:(?=(a))a|b)*`, `(?:a{1,2}?b?\B)*(?<=(b))`} {
		st := &State{frames: 256}
		if ok, err := mustCompile(t, pattern, 0).Match(st, subject, false, 0); ok || !errors.As(err, &budget) {
			t.Errorf("/%s/: got %v, %v", pattern, ok, err)
		}
	}
	st = &State{frames: 256}
	_, err = mustCompile(t, `(?:a|b)*?\z|x`, 0).Match(st, subject, false, 0)
	if err != nil {
		t.Errorf("a run: %v", err)
	}
}

// TestConcurrent shares one Regexp between goroutines, each with a State of its own.
func TestConcurrent(t *testing.T) {
	re := mustCompile(t, `(\w+)\s(?:(\d+)|x)*(a+)+$`, 0)
	subject := "word 123x" + strings.Repeat("a", 40)
	var wg sync.WaitGroup
	for k := range 8 {
		wg.Go(func() {
			st := &State{Budget: 1 + 1000*(k%2)}
			for range 200 {
				ok, err := re.Match(st, subject, k%3 == 0, 0)
				if err != nil || !ok || st.Caps[3] != 4 || st.Caps[1] != len(subject) {
					t.Errorf("got %v, %v, %v", ok, err, st.Caps)
					return
				}
			}
		})
	}
	wg.Wait()
}

// TestNoAllocation wants no memory taken by a match once the State is warm.
func TestNoAllocation(t *testing.T) {
	for _, pattern := range []string{`(\w+)ing (\d+)`, `^(.*) (\d+) (.*)$`, `(?:(a)|(b))*c`, `\b(\w+) \1\b`, `(?<=a)b(?!c)`, `(?>a+)b`, `(a(?1)?b)`, `(?i)straße|ß`, `(?(?=a)ab|cd)`, `(?:one|two|three|four)+`} {
		for _, utf8 := range []bool{false, true} {
			flags := Flags(0)
			if utf8 {
				flags = UTF8
			}
			re := mustCompile(t, pattern, flags)
			st := &State{}
			subject := "swimming 12 aabb ab abc the the onetwothree cd straSSe"
			if n := testing.AllocsPerRun(20, func() { re.Match(st, subject, utf8, 0) }); n > 0 {
				t.Errorf("/%s/ (%v): %v allocations", pattern, utf8, n)
			}
		}
	}
}
