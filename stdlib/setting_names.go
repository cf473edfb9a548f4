package stdlib

// This file tells which settings there are. The page of SET lists them for people; completion and editors read the same page.

import (
	"slices"
	"strings"

	"github.com/smrscript/smrscript/runtime"
)

// A SettingName is a setting that GET and SET know.
type SettingName struct {
	Name  string
	About string   // what it means, its values and its default, as the page of SET says it
	Takes []string // the values that are worth proposing: its choices and its default
}

// SettingNames lists the settings of the page of SET, in its order; nil if the registry has no SET.
func SettingNames(words *runtime.Registry) []SettingName {
	c := words.Command("SET")
	if c == nil {
		return nil
	}
	var list []SettingName
	for _, e := range words.Entries() {
		if e.Command == nil || !strings.HasPrefix(e.Usage, "SET ") {
			continue
		}
		for _, line := range strings.Split(e.Doc, "\n") {
			name, about, ok := strings.Cut(strings.TrimPrefix(line, "    "), "  ")
			if !ok || !strings.HasPrefix(line, "    ") || strings.Contains(name, " ") || name == "" || name[0] < 'A' || name[0] > 'Z' {
				continue
			}
			about = strings.TrimSpace(about)
			list = append(list, SettingName{Name: name, About: about, Takes: proposed(about)})
		}
	}
	return list
}

// proposed reads the values from texts such as "0 or 1: whether it is on; 1", "what follows: 0 nothing, 1 a mirror; 0" and
// "seconds between tries; 30": the choices, and the default behind the last semicolon.
func proposed(about string) []string {
	var out []string
	add := func(v string) {
		if v = strings.TrimSpace(v); v != "" && !strings.Contains(v, " ") && !slices.Contains(out, v) {
			out = append(out, v)
		}
	}
	meaning := about
	if i := strings.LastIndexByte(about, ';'); i >= 0 {
		meaning = about[:i]
		add(about[i+1:])
	}
	if choices, _, ok := strings.Cut(meaning, ":"); ok && strings.Contains(choices, " or ") {
		for _, v := range strings.Split(choices, " or ") {
			add(v)
		}
	}
	for _, part := range strings.FieldsFunc(meaning, func(r rune) bool { return r == ',' || r == ':' }) {
		if v, _, _ := strings.Cut(strings.TrimSpace(part), " "); strings.Trim(v, "0123456789") == "" {
			add(v)
		}
	}
	slices.Sort(out)
	return out
}

// CurrentSource is the machine that SOURCE has named, "" for none.
func (s *Session) CurrentSource() string { return s.source }
