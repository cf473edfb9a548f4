package syncthing

// This file turns the rules of a replication set into roots and ignore patterns.

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/driver"
)

// rule is a checked engine.Rule. When wild is not empty it is the pattern of the last element and path is the folder before it.
type rule struct {
	path    driver.Path
	wild    string
	exclude bool
	recurse bool
}

// compile reads the rules of a set.
func compile(m *machine, list []engine.Rule) ([]rule, error) {
	out := make([]rule, 0, len(list))
	for _, r := range list {
		p, err := m.parse(r.Path)
		if err != nil {
			return nil, &engine.Error{Code: engine.CodeBadSourcePath, Subject: string(r.Path), Cause: err}
		}
		c := rule{path: p, exclude: r.Exclude, recurse: !r.NoRecurse}
		for i, elem := range p {
			switch {
			case !strings.ContainsAny(elem, "*?"):
			case i < len(p)-1:
				return nil, &engine.Error{Code: engine.CodeBadSourcePath, Subject: string(r.Path),
					Cause: errors.New("the wildcards * and ? may stand in the last part of the path only")}
			default:
				c.path, c.wild = p[:i], elem
			}
		}
		out = append(out, c)
	}
	return out, nil
}

// rootsOf returns where the set begins: the paths of include rules that lie below no other one, sorted.
func rootsOf(rules []rule) []driver.Path {
	var all []driver.Path
	for _, r := range rules {
		if !r.exclude {
			all = append(all, r.path)
		}
	}
	slices.SortStableFunc(all, func(a, b driver.Path) int { return len(a) - len(b) })
	var top []driver.Path
	for _, p := range all {
		if !slices.ContainsFunc(top, func(q driver.Path) bool { return q.Contains(p) }) {
			top = append(top, p)
		}
	}
	slices.SortFunc(top, func(a, b driver.Path) int { return slices.Compare(a, b) })
	return top
}

// patterns returns the ignore patterns that make a folder whose top is root hold what the rules select; none when that is everything.
// The first pattern that matches decides there, so the rules come in the order of their weight: the longer literal path first, a
// wildcard before a name of the same length, the later of two equals first. A pattern matches what is below a match as well.
//
// Folders and files are one to a pattern: a rule that does not recurse leaves the folders beside its files empty instead of out.
func patterns(rules []rule, root driver.Path) []string {
	var here []rule
	for _, r := range rules {
		if root.Contains(r.path) || r.path.Contains(root) && r.wild != "" && r.recurse {
			here = append(here, r)
		}
	}
	slices.Reverse(here)
	slices.SortStableFunc(here, func(a, b rule) int { return b.weight() - a.weight() })
	var lines []string
	all := false
	for _, r := range here {
		rel := ""
		if len(r.path) > len(root) {
			rel = "/" + escape(r.path[len(root):])
		}
		if rel == "" && r.wild == "" && !r.exclude && r.recurse {
			all = true
			break // everything that no rule before it decided
		}
		lines = append(lines, r.lines(rel)...)
	}
	if !all {
		lines = append(lines, "*")
	}
	return lines
}

func (r rule) weight() int {
	w := len(r.path) * 2
	if r.wild != "" {
		w++
	}
	return w
}

// lines writes the patterns of one rule whose folder or file is rel, "" for the root.
func (r rule) lines(rel string) []string {
	not, other := "!", ""
	if r.exclude {
		not, other = "", "!"
	}
	switch {
	case r.wild != "" && r.recurse:
		return []string{not + rel + "/" + escapeWild(r.wild), not + rel + "/**/" + escapeWild(r.wild)}
	case r.wild != "":
		return []string{other + rel + "/" + escapeWild(r.wild) + "/**", not + rel + "/" + escapeWild(r.wild)}
	case r.recurse:
		if rel == "" {
			return []string{not + "*"}
		}
		return []string{not + rel}
	}
	// The folder's own entries: what lies deeper is left to the opposite.
	return []string{other + rel + "/*/**", not + rel + "/*"}
}

// escape writes path elements so that every character means itself.
func escape(p driver.Path) string { return escapeText(strings.Join(p, "/"), `*?[]{}\`) }

// escapeWild does the same for a pattern whose * and ? keep their meaning.
func escapeWild(wild string) string {
	for strings.Contains(wild, "**") {
		wild = strings.ReplaceAll(wild, "**", "*")
	}
	return escapeText(wild, `[]{}\`)
}

func escapeText(text, special string) string {
	var b strings.Builder
	for i := range len(text) {
		if strings.IndexByte(special, text[i]) >= 0 {
			b.WriteByte('\\')
		}
		b.WriteByte(text[i])
	}
	return b.String()
}

// checkPatterns refuses what the target's Syncthing could not read back.
func checkPatterns(lines []string, sep string) error {
	for _, l := range lines {
		if strings.TrimSpace(l) != l {
			return unsupported("rules", fmt.Errorf("a name that begins or ends with a blank cannot be written as an ignore pattern of Syncthing: %q", l))
		}
		if sep == `\` && strings.Contains(l, `\`) {
			return unsupported("rules", fmt.Errorf("a name with one of * ? [ ] { } \\ cannot be written as an ignore pattern of Syncthing on Windows: %q", l))
		}
	}
	return nil
}

// unsupported says by name what Syncthing cannot do.
func unsupported(what string, cause error) *engine.Error {
	return &engine.Error{Code: engine.CodeUnsupported, Subject: what, Cause: cause}
}
