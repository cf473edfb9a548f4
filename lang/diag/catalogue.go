package diag

// This file defines the catalogue: what every code means. The texts are Markdown files, one section per code under a
// heading "## E0101 Title"; they are cut when somebody asks, never at start-up.

import (
	"cmp"
	"embed"
	"slices"
	"strings"
)

//go:embed catalogue/*.md
var catalogue embed.FS

// An Entry explains a code. Text is Markdown without the heading: what the code means, an example, the way out. Of two
// fenced blocks in Text the first shows the mistake and the second how it is put right; a single one is right.
type Entry struct {
	Code  Code
	Title string
	Text  string
}

// Explain returns the entry of a code, in any letter case; false when there is no such code.
func Explain(code string) (Entry, bool) {
	for _, entry := range Codes() {
		if strings.EqualFold(entry.Code, strings.TrimSpace(code)) {
			return entry, true
		}
	}
	return Entry{}, false
}

// Codes returns all entries in the order of their codes, errors before warnings.
func Codes() []Entry {
	files, err := catalogue.ReadDir("catalogue")
	if err != nil {
		return nil
	}
	var entries []Entry
	for _, file := range files {
		text, err := catalogue.ReadFile("catalogue/" + file.Name())
		if err != nil {
			return nil
		}
		entries = appendSections(entries, string(text))
	}
	slices.SortFunc(entries, func(a, b Entry) int { return cmp.Compare(a.Code, b.Code) })
	return entries
}

// appendSections cuts a file into its sections. What stands before the first heading belongs to none.
func appendSections(entries []Entry, text string) []Entry {
	for _, section := range strings.Split("\n"+text, "\n## ")[1:] {
		heading, body, _ := strings.Cut(section, "\n")
		code, title, _ := strings.Cut(heading, " ")
		entries = append(entries, Entry{Code: code, Title: strings.TrimSpace(title), Text: strings.TrimSpace(body)})
	}
	return entries
}
