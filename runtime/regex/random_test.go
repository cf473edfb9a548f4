package regex

// This file defines the comparison with perl on patterns made at random.

import (
	"encoding/hex"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// grower makes patterns and subjects over a small alphabet, so that they often match.
type grower struct {
	rnd    *rand.Rand
	groups int
	wide   bool // with characters above 127
	wild   bool // with references, lookaround, atomic groups, conditions and recursion
}

func (g *grower) pick(of ...string) string { return of[g.rnd.IntN(len(of))] }

func (g *grower) atom(depth int) string {
	switch k := g.rnd.IntN(22); {
	case k < 8:
		if g.wide && g.rnd.IntN(4) == 0 {
			return g.pick("é", "É", "ß", "ſ", "K", "日", "ﬁ", "σ")
		}
		return g.pick("a", "b", "c", "ab", "ba", "s", "k", "f", "i")
	case k < 11:
		return g.pick("[ab]", "[^a]", ".", "\\w", "\\d", "\\s", "[a-c]", "\\W", "[[:upper:]]", "\\S", "[^b\\n]")
	case k < 13:
		return g.pick("^", "$", "\\b", "\\B", "\\A", "\\z", "\\Z")
	case depth <= 0:
		return g.pick("a", "b", "c")
	case k < 16:
		g.groups++
		return "(" + g.branches(depth-1) + ")"
	case k < 18 || !g.wild:
		return g.pick("(?:", "(?:", "(?i:", "(?s:", "(?m:") + g.branches(depth-1) + ")"
	}
	return g.wildAtom(depth)
}

func (g *grower) wildAtom(depth int) string {
	switch g.rnd.IntN(12) {
	case 8:
		return "a" + g.pick("(*PRUNE)", "(*SKIP)", "(*COMMIT)", "(*F)", "(*ACCEPT)")
	case 9:
		saved, most := g.groups, 0
		var b strings.Builder
		for k := range 1 + g.rnd.IntN(3) {
			if g.groups = saved; k > 0 {
				b.WriteByte('|')
			}
			b.WriteString(g.sequence(depth - 1))
			most = max(most, g.groups)
		}
		g.groups = most
		return "(?|" + b.String() + ")"
	case 10:
		return g.pick("(?R)?", "a(?R)?b", "(?:a(?0)|b)")
	case 11:
		g.groups++
		return fmt.Sprintf("(?<n%d>%s)\\k<n%d>", g.groups, g.branches(depth-1), g.groups)
	case 0:
		if g.groups > 0 {
			return fmt.Sprintf("\\g{%d}", 1+g.rnd.IntN(g.groups))
		}
	case 1:
		return g.pick("(?=", "(?>", "(?>") + g.branches(depth-1) + ")"
	case 2:
		return "(?!" + g.pick("a", "b", "ab", "[ab]c", "\\w") + ")"
	case 3:
		return g.pick("(?<=", "(?<!") + g.pick("a", "b", "ab|c", "[ab]c", "a?b") + ")"
	case 4:
		if g.groups > 0 {
			return fmt.Sprintf("(?(%d)%s|%s)", 1+g.rnd.IntN(g.groups), g.sequence(depth-1), g.sequence(depth-1))
		}
	case 5:
		return g.pick("\\K", "\\R", "\\X", "\\h", "\\N")
	case 6:
		return g.pick("a++", "[ab]*+", "(?:ab)?+", "(?:a|b){1,2}+")
	case 7:
		if g.groups > 0 {
			return "b(?" + fmt.Sprint(1+g.rnd.IntN(g.groups)) + ")?"
		}
	}
	return "a"
}

func (g *grower) piece(depth int) string {
	a := g.atom(depth)
	if strings.HasPrefix(a, "\\K") || strings.Contains(a, "(*") || len(a) == 1 && strings.Contains("^$", a) || g.rnd.IntN(5) < 3 {
		return a
	}
	if len(a) > 1 && !strings.HasPrefix(a, "(") && !strings.HasPrefix(a, "[") && !strings.HasPrefix(a, "\\") || strings.HasSuffix(a, "+") || strings.HasSuffix(a, "?") {
		a = "(?:" + a + ")"
	}
	return a + g.pick("*", "+", "?", "*?", "+?", "??", "{2}", "{1,2}", "{0,2}?", "{2,}", "{1,3}")
}

func (g *grower) sequence(depth int) string {
	var b strings.Builder
	for range 1 + g.rnd.IntN(3) {
		b.WriteString(g.piece(depth))
	}
	return b.String()
}

func (g *grower) branches(depth int) string {
	s := g.sequence(depth)
	for g.rnd.IntN(3) == 0 {
		s += "|"
		if g.rnd.IntN(8) > 0 {
			s += g.sequence(depth)
		}
	}
	return s
}

func (g *grower) subject() string {
	var b strings.Builder
	for range g.rnd.IntN(12) {
		switch k := g.rnd.IntN(24); {
		case k < 16:
			b.WriteString(g.pick("a", "b", "c", "a", "b", "s", "k", "f", "i"))
		case k < 18:
			b.WriteString(g.pick("A", "B", "S", "K"))
		case k < 21 && g.wide:
			b.WriteString(g.pick("é", "É", "ß", "ſ", "K", "日", "ﬁ", "Σ", "ς"))
		default:
			b.WriteString(g.pick("\n", " ", "1", "_", "-"))
		}
	}
	return b.String()
}

// randomRows makes rows for the referee.
func randomRows(seed uint64, count int, wide, wild bool) string {
	g := &grower{rnd: rand.New(rand.NewPCG(seed, 1)), wide: wide, wild: wild}
	var b strings.Builder
	for k := range count {
		g.groups = 0
		pattern := g.branches(1 + k%3)
		mods := g.pick("", "", "i", "m", "s", "u", "iu", "a", "iaa")
		mode := "b"
		if wide {
			mode = "u"
			mods += "8"
		}
		fmt.Fprintf(&b, "%d\t%x\t%s\t%x\t%s\t0\n", k, pattern, mods, g.subject(), mode)
	}
	return b.String()
}

// TestRandomPatterns compares this package with perl on many small patterns, in both modes.
func TestRandomPatterns(t *testing.T) {
	const count = 4000
	for _, c := range []struct {
		name       string
		wide, wild bool
		allowed    int // rows per thousand in which perl 5.36 has a peculiarity of its own
	}{{"regular bytes", false, false, 2}, {"all bytes", false, true, 20}, {"regular text", true, false, 5}, {"all text", true, true, 25}} {
		t.Run(c.name, func(t *testing.T) {
			st := &State{}
			bad := 0
			verdicts := runReferee(t, randomRows(7, count, c.wide, c.wild), "rows")
			for _, want := range verdicts {
				if want.status == "t" || strings.Contains(want.message, "Infinite recursion") {
					continue // whether perl gets so far depends on its optimizer
				}
				if diff := difference(want, judge(want, st)); diff != "" {
					bad++
					t.Logf("/%s/%s on %q (%s): %s", want.pattern, want.mods, want.subject, hex.EncodeToString([]byte(want.subject)), diff)
				}
			}
			if bad*1000 > len(verdicts)*c.allowed {
				t.Errorf("%d of %d rows differ from perl", bad, len(verdicts))
			}
		})
	}
}
