// Package rules decides which paths belong to a replication set.
//
// A set is a list of include and exclude rules over absolute machine paths. The
// hard part is that several rules may speak about one path. It is decided by
// specificity: the rule with the longest literal path wins; at the same length a
// rule for the name itself beats a wildcard, and a wildcard beats a rule that
// merely covers the path from above; between equals the later rule wins. So
// /a include with /a/*.tmp exclude leaves the .tmp files of all folders out, and
// a later /a/keep/x.tmp include brings that one back.
package rules

// This file defines sets, paths and the decision.

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/smrscript/smrscript/engine/driver"
)

// Path is an absolute machine path as its elements.
type Path = driver.Path

// Rule is one line of a set. When Wild is not empty it is the pattern of the
// last element and Path is the folder before it.
type Rule struct {
	Path    Path
	Wild    string
	Exclude bool
	Recurse bool
}

// Set is a compiled list of rules. It is immutable.
type Set struct {
	rules []Rule
	fold  bool // names that differ only by case are one name
}

// New compiles the rules, which are in the order they were added. With fold,
// case does not matter in names.
func New(list []Rule, fold bool) *Set {
	s := &Set{rules: slices.Clone(list), fold: fold}
	if fold {
		for i, r := range s.rules {
			s.rules[i].Path = s.key(r.Path)
			s.rules[i].Wild = strings.ToLower(r.Wild)
		}
	}
	return s
}

// HasWild reports whether the element is a pattern.
func HasWild(elem string) bool { return strings.ContainsAny(elem, "*?") }

// Wild reports whether any rule has a wildcard.
func (s *Set) Wild() bool {
	return slices.ContainsFunc(s.rules, func(r Rule) bool { return r.Wild != "" })
}

// Roots returns the folders or files where the set begins: the paths of the
// include rules (of a wildcard rule its folder), without those that lie below
// another, sorted.
func (s *Set) Roots() []Path {
	var roots []Path
	for _, r := range s.rules {
		if !r.Exclude {
			roots = append(roots, r.Path)
		}
	}
	slices.SortStableFunc(roots, func(a, b Path) int { return len(a) - len(b) })
	var top []Path
	for _, p := range roots {
		if !slices.ContainsFunc(top, func(q Path) bool { return q.Contains(p) }) {
			top = append(top, p)
		}
	}
	slices.SortFunc(top, func(a, b Path) int { return slices.Compare(a, b) })
	return top
}

// Decision is what the rules say about a path.
type Decision struct {
	In       bool // belongs to the set
	Descend  bool // a folder in which entries of the set may lie
	WildLeft bool // left out by a wildcard rule: never an orphan
}

// Decide says whether the path belongs to the set; folder tells what it is.
func (s *Set) Decide(p Path, folder bool) Decision {
	if s.fold {
		p = s.key(p)
	}
	best, weight := -1, -1
	for i, r := range s.rules {
		if w := r.matches(p, folder); w >= 0 && w >= weight {
			best, weight = i, w
		}
	}
	var d Decision
	if best >= 0 {
		d.In = !s.rules[best].Exclude
		d.WildLeft = !d.In && s.rules[best].Wild != ""
	}
	if folder {
		d.Descend = s.descend(p, d.In, weight)
	}
	return d
}

// descend reports whether something below the folder p may be in the set: p
// itself is in it and covers what is below, or a rule begins further down, or a
// recursive include pattern reaches below and is not outweighed.
func (s *Set) descend(p Path, in bool, weight int) bool {
	if in {
		return true
	}
	for _, r := range s.rules {
		if r.Exclude {
			continue
		}
		if p.Contains(r.Path) && (len(r.Path) > len(p) || r.Wild != "" || !r.Recurse) {
			return true
		}
		if r.Wild != "" && r.Recurse && r.Path.Contains(p) && r.weight(false) >= weight {
			return true
		}
	}
	return false
}

// weight orders the rules: literal length first, then how the rule speaks about the path.
func (r Rule) weight(itself bool) int {
	w := len(r.Path) * 4
	switch {
	case r.Wild != "":
		w += 2
	case itself:
		w++
	}
	return w
}

// matches returns the weight of the rule for p, or -1 when it does not speak about p.
func (r Rule) matches(p Path, folder bool) int {
	if !r.Path.Contains(p) {
		return -1
	}
	rest := p[len(r.Path):]
	if r.Wild != "" {
		return r.matchesWild(rest, folder)
	}
	switch {
	case len(rest) == 0:
		return r.weight(true)
	case r.Recurse, len(rest) == 1 && !folder:
		return r.weight(false)
	}
	return -1
}

func (r Rule) matchesWild(rest Path, folder bool) int {
	if !r.Recurse {
		if len(rest) == 1 && !folder && Match(r.Wild, rest[0]) {
			return r.weight(true)
		}
		return -1
	}
	for _, elem := range rest {
		if Match(r.Wild, elem) {
			return r.weight(true)
		}
	}
	return -1
}

func (s *Set) key(p Path) Path {
	q := make(Path, len(p))
	for i, e := range p {
		q[i] = strings.ToLower(e)
	}
	return q
}

// Match reports whether name fits the pattern: * is any run of characters, ? one
// character, everything else itself. It takes time in the product of the lengths
// at worst.
func Match(pattern, name string) bool {
	star, mark := -1, 0
	p, n := 0, 0
	for n < len(name) {
		switch {
		case p < len(pattern) && pattern[p] == '*':
			star, mark = p, n
			p++
		case p < len(pattern) && pattern[p] == '?':
			n += runeLen(name[n:])
			p++
		case p < len(pattern) && pattern[p] == name[n]:
			p++
			n++
		case star >= 0:
			mark++
			p, n = star+1, mark
		default:
			return false
		}
	}
	for p < len(pattern) && pattern[p] == '*' {
		p++
	}
	return p == len(pattern)
}

func runeLen(s string) int {
	_, n := utf8.DecodeRuneInString(s)
	return max(n, 1)
}
