package stdlib

// This file defines HELP and the pages that it prints.

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/lang/diag"
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func helpEntry(r *runtime.Registry) *runtime.Entry {
	return &runtime.Entry{
		Usage:   "HELP [<word>]",
		Summary: "list the commands, or explain a word",
		Effect:  engine.Read,
		Command: command(func(c *call) (value.Value, error) {
			word := c.text("word")
			if word == "" {
				c.Print("%s", strings.TrimRight(Overview(r), "\n"))
				return value.Undef, nil
			}
			page, ok := Manual(r, word)
			if !ok {
				return value.Undef, &engine.Error{Code: engine.CodeBadParameter, Subject: word, Cause: fmt.Errorf("no command or function is called so"), Hint: similar(r, word)}
			}
			c.Print("%s", strings.TrimRight(page, "\n"))
			return value.Undef, nil
		}),
		Doc: `
Lists the commands with a line for each, or prints what is known about a command or function.

    smr> help ping
    PING <machine>
    ...

    smr> help pong
    error[E0601]: pong: a parameter is not valid: no command or function is called so (-101)
    ...
`,
	}
}

// Overview lists the commands with a line for each.
func Overview(r *runtime.Registry) string {
	var t table
	t.head = []string{"Command", ""}
	seen := map[string]bool{}
	for _, e := range r.Entries() {
		line := e.Usage
		if i := strings.IndexAny(line, "[<{"); i > 0 {
			line = strings.TrimRight(line[:i], " (")
		}
		line = strings.ToUpper(line)
		if e.Command == nil || seen[line] {
			continue
		}
		seen[line] = true
		t.add(line, e.Summary)
	}
	return t.String() + "\n\nhelp <command> prints its usage and an example; help works for Perl's functions too.\n"
}

// Manual returns the page of a command's head word or of a function, in any letter case; for a function of a module the plain
// or the qualified name. A word of the guide that this program does not have gets a page that says so.
func Manual(r *runtime.Registry, word string) (string, bool) {
	var pages []string
	for _, e := range r.Entries() {
		if named(e, word) {
			pages = append(pages, page(e))
		}
	}
	if len(pages) == 0 {
		if upper := strings.ToUpper(word); slices.Contains(guideWords(), upper) {
			return upper + " is a command of the guide that this version does not have.\n", true
		}
		return "", false
	}
	return strings.Join(pages, "\n"), true
}

// named tells whether an entry is about a word.
func named(e *runtime.Entry, word string) bool {
	if e.Command != nil {
		return slices.Contains(heads(e), strings.ToUpper(word))
	}
	name := e.Name()
	return strings.EqualFold(name, word) || e.Module != "" && strings.EqualFold(e.Module+"::"+name, word)
}

// page lays out an entry: usage, module, effect, documentation.
func page(e *runtime.Entry) string {
	var b strings.Builder
	b.WriteString(e.Usage + "\n")
	if e.Module != "" {
		fmt.Fprintf(&b, "use %s \"%s\";\n", e.Module, e.Name())
	}
	summary := e.Summary
	if e.Command != nil {
		summary += " (" + string(e.Effect) + ")"
	}
	fmt.Fprintf(&b, "\n%s\n", summary)
	if text := strings.TrimSpace(e.Doc); text != "" {
		fmt.Fprintf(&b, "\n%s\n", text)
	}
	return b.String()
}

// similar suggests a word that exists.
func similar(r *runtime.Registry, word string) string {
	if w := diag.Suggest(word, Words(r)); w != "" {
		return fmt.Sprintf("did you mean %q? help lists the commands.", diag.LikeCase(w, word))
	}
	return "help lists the commands."
}

// Words lists the head words of commands, in capitals, and the names of core functions, sorted.
func Words(r *runtime.Registry) []string {
	var words []string
	for _, e := range r.Entries() {
		switch {
		case e.Command != nil:
			words = append(words, heads(e)...)
		case e.Module == "":
			words = append(words, e.Name())
		}
	}
	sort.Strings(words)
	return slices.Compact(words)
}

// guideWords are the head words of the guide's commands.
func guideWords() []string {
	return []string{"COMPRESSION", "CONNECT", "DISCONNECT", "EMAIL", "FAILBACK", "FAILOVER", "GET", "LIMIT", "LOAD", "LOGIN", "LOGOUT", "MIRROR",
		"MONITOR", "ORPHANS", "PAUSE", "PING", "QUEUETASK", "REPLICATION", "REPSET", "RESTORE", "RESUME", "SCHEDULE", "SCRIPT", "SET",
		"SHUTDOWN", "SNAPSHOT", "SOURCE", "STATS", "STATUS", "TARGET", "TARGETPATH", "TDU", "TIME", "TRANSMISSION", "UNLOAD", "VERIFY",
		"VERSION", "WAIT"}
}
