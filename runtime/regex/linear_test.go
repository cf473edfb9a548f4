package regex

// This file defines the tests of the linear matcher and of allowances.

import (
	"math/rand/v2"
	"testing"
)

// TestLinearAgrees runs regular patterns with next to no allowance, so that the linear matcher has to take over, and
// wants what backtracking finds.
func TestLinearAgrees(t *testing.T) {
	took := 0
	for _, wide := range []bool{false, true} {
		g := &grower{rnd: rand.New(rand.NewPCG(11, 1)), wide: wide}
		free, tight := &State{}, &State{Budget: 1}
		for range 20_000 {
			g.groups = 0
			pattern, subject := g.branches(1+g.rnd.IntN(3)), g.subject()
			flags := flagsOf(g.pick("", "i", "s", "m"))
			if wide {
				flags |= UTF8
			}
			re, err := Compile(pattern, flags)
			if err != nil {
				continue // \b{2} names a kind of boundary
			}
			want, err := re.Match(free, subject, wide, 0)
			if err != nil {
				t.Fatalf("/%s/ on %q: %v", pattern, subject, err)
			}
			got, err := re.Match(tight, subject, wide, 0)
			if err != nil {
				t.Fatalf("/%s/ on %q, linear: %v", pattern, subject, err)
			}
			m := modeBytes
			if wide {
				m = modeUTF8
			}
			if p := re.program(m); p.linear != nil && p.linear.prog != nil {
				took++
			}
			if got != want || got && (free.Caps[0] != tight.Caps[0] || free.Caps[1] != tight.Caps[1]) {
				t.Errorf("/%s/ on %q: backtracking %v %v, linear %v %v", pattern, subject, want, free.Caps, got, tight.Caps)
			}
		}
	}
	if took < 3000 {
		t.Errorf("the linear matcher was needed %d times only", took)
	}
}
