package stdlib

// This file writes the reference manual: a page of Markdown for each command, made from the registry.

import (
	"fmt"
	"sort"
	"strings"

	"github.com/smrscript/smrscript/runtime"
)

//go:generate go run ../cmd/smrscript doc --markdown ../docs/commands

// Markdown returns the pages of the reference manual by their file names: one for each head word of a command, one for the functions
// of the command language, and README.md, which lists them.
func Markdown(r *runtime.Registry) map[string]string {
	byHead := map[string][]*runtime.Entry{}
	var own []*runtime.Entry
	for _, e := range r.Entries() {
		if e.Command != nil {
			head := heads(e)[0]
			byHead[head] = append(byHead[head], e)
		}
	}
	own = append(own, functions()...)
	pages := map[string]string{"functions.md": markdownPage("Functions of the command language", own)}
	var index strings.Builder
	index.WriteString("# Commands\n\nThis manual is made from the program: `go generate ./stdlib` writes it anew, `help WORD` and `smrscript doc WORD` print the same.\n\n")
	index.WriteString("| command | what it does | effect |\n|---|---|---|\n")
	for _, head := range sortedKeys(byHead) {
		file := strings.ToLower(head) + ".md"
		pages[file] = markdownPage(head, byHead[head])
		for _, e := range byHead[head] {
			fmt.Fprintf(&index, "| [%s](%s) | %s | %s |\n", cell(shortUsage(e)), file, cell(e.Summary), e.Effect)
		}
	}
	index.WriteString("\nFunctions that return what an engine knows as data, and others of the command language, are in [functions.md](functions.md).\n")
	pages["README.md"] = index.String()
	return pages
}

func sortedKeys(m map[string][]*runtime.Entry) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}

// markdownPage lays out entries, each with its usage, summary and documentation.
func markdownPage(title string, entries []*runtime.Entry) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n", title)
	for _, e := range entries {
		fmt.Fprintf(&b, "\n## %s\n\n    %s\n\n", shortUsage(e), strings.ReplaceAll(e.Usage, "\n", "\n    "))
		b.WriteString(strings.ToUpper(e.Summary[:1]) + e.Summary[1:])
		if e.Command != nil {
			fmt.Fprintf(&b, " (effect: %s)", e.Effect)
		}
		b.WriteString(".\n")
		if doc := strings.TrimSpace(e.Doc); doc != "" {
			b.WriteString("\n" + doc + "\n")
		}
	}
	return b.String()
}

// shortUsage is what stands before the first slot of a usage line.
func shortUsage(e *runtime.Entry) string {
	line, _, _ := strings.Cut(e.Usage, "\n")
	if e.Command == nil {
		line, _, _ = strings.Cut(line, " ")
		return line
	}
	if i := strings.IndexAny(line, "[<{"); i > 0 {
		line = strings.TrimRight(line[:i], " (")
	}
	return line
}

// cell protects the bars of a table.
func cell(text string) string { return strings.ReplaceAll(text, "|", `\|`) }
