package stdlib

// This file keeps passwords out of what is shown of a script's own text and variables: histories, saved conversations, traces.
//
// What a password is, the usage lines say: literals in <secret> places, variables that stand there, and the literals assigned to
// those. A variable whose name speaks of a password counts as well, because an entry of a prompt is read before its use.

import (
	"slices"
	"strings"

	"github.com/smrscript/smrscript/lang"
	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/lang/usage"
	"github.com/smrscript/smrscript/runtime"
)

// A Masker knows the secrets of texts. It serves one goroutine.
type Masker struct {
	words *runtime.Registry
	names map[string]bool // variables that stand in <secret> places, with their sigils
	texts []string        // passwords themselves
}

// NewMasker returns a masker for scripts with the words of a registry.
func NewMasker(words *runtime.Registry) *Masker {
	return &Masker{words: words, names: map[string]bool{}}
}

// Read learns the secrets of a script or entry.
func (m *Masker) Read(text string) {
	t, _ := lang.Parse(source.NewFile("text", text), lang.Options{Words: m.words})
	m.learnNames(t)
	for _, s := range m.literals(t) {
		m.Learn(s.Value)
	}
}

// learnNames notes the variables in <secret> places.
func (m *Masker) learnNames(t *tree.Program) {
	tree.Inspect(t.Body, func(n tree.Node) bool {
		if x, ok := n.(*tree.Command); ok {
			for _, a := range x.Args {
				if v, ok := a.Value.(*tree.Var); ok && a.Kind == usage.KindSecret {
					m.names[string(v.Sigil)+v.Name] = true
				}
			}
		}
		return true
	})
}

// shortest is the length from which on a password is recognised wherever it stands; the letters of a shorter one are everywhere.
const shortest = 4

// Learn adds a password.
func (m *Masker) Learn(password string) {
	if len(password) >= shortest && !slices.Contains(m.texts, password) {
		m.texts = append(m.texts, password)
	}
}

// Hides tells whether the value of a variable is a secret, by its name with the sigil.
func (m *Masker) Hides(name string) bool { return m.names[name] || namesSecret(name) }

// Mask puts stars in the place of the passwords that were learned.
func (m *Masker) Mask(text string) string {
	for _, s := range m.texts {
		text = strings.ReplaceAll(text, s, stars)
	}
	return text
}

// Entry returns a text with stars for the literals that are passwords, as histories keep it, without the line ends at its end.
func (m *Masker) Entry(text string) string {
	t, _ := lang.Parse(source.NewFile("text", text), lang.Options{Words: m.words})
	m.learnNames(t)
	found := m.literals(t)
	slices.SortFunc(found, func(a, b *tree.Str) int { return b.Start - a.Start })
	for _, s := range found {
		text = text[:s.Start] + `"` + stars + `"` + text[s.End:]
	}
	return strings.TrimRight(text, "\n")
}

// literals returns the literals that are passwords.
func (m *Masker) literals(t *tree.Program) []*tree.Str {
	var found []*tree.Str
	add := func(x tree.Expr) {
		if s, ok := x.(*tree.Str); ok && s.End > s.Start && !slices.Contains(found, s) {
			found = append(found, s)
		}
	}
	tree.Inspect(t.Body, func(n tree.Node) bool {
		switch n := n.(type) {
		case *tree.Command:
			for _, a := range n.Args {
				if a.Kind == usage.KindSecret {
					add(a.Value)
				}
			}
		case *tree.Assign:
			if name := assignedName(n.Left); name != "" && m.Hides(name) {
				add(n.Right)
			}
		}
		return true
	})
	return found
}

// assignedName is the name of the variable on the left of an assignment, "" if it is not a single one.
func assignedName(x tree.Expr) string {
	switch x := x.(type) {
	case *tree.Var:
		return string(x.Sigil) + x.Name
	case *tree.Decl:
		if len(x.Vars) == 1 && x.Vars[0] != nil {
			return assignedName(x.Vars[0])
		}
	}
	return ""
}

// namesSecret tells names that speak of a password.
func namesSecret(name string) bool {
	name = strings.ToLower(strings.Trim(name, "$@%"))
	for _, part := range []string{"pass", "secret", "token", "apikey", "api_key", "credential", "pwd"} {
		if strings.Contains(name, part) {
			return true
		}
	}
	return name == "pw" || strings.HasSuffix(name, "_pw")
}
