package complete

// This file defines what may stand in a slot of a command.

import (
	"context"
	"slices"
	"strings"

	"github.com/smrscript/smrscript/lang"
	"github.com/smrscript/smrscript/lang/usage"
)

// slot returns the values of a slot, and if none are known what it is called.
func (s *Source) slot(ctx context.Context, head string, args []usage.Token, e usage.Expected, word string) []Item {
	var items []Item
	setting := strings.EqualFold(head, "GET") || strings.EqualFold(head, "SET")
	switch {
	case e.Kind == usage.KindPath:
		items = s.paths(head, args, word, 0)
	case setting && e.Kind == usage.KindWord && s.Settings != nil:
		for _, item := range s.Settings() {
			items = begun(items, item, word)
		}
	case setting && e.Kind == usage.KindText && s.Values != nil && len(args) > 0:
		for _, item := range s.Values(ctx, args[0].Text) {
			items = begun(items, item, word)
		}
	case e.Kind == usage.KindWord && strings.EqualFold(head, "HELP"):
		items = s.words(word)
	case s.Live != nil:
		kind, of := s.asked(head, args, e)
		for _, item := range s.Live(ctx, kind, of) {
			items = begun(items, item, word)
		}
	}
	if len(items) == 0 && word == "" {
		items = append(items, Item{Kind: Slot, Detail: "<" + e.Slot + ">"})
	}
	return items
}

// asked returns which names a slot takes, and of what they are: those of its kind, or for a word those that the keyword before it is about.
func (s *Source) asked(head string, args []usage.Token, e usage.Expected) (kind, of string) {
	if e.Kind != usage.KindWord {
		return e.Kind, ""
	}
	begun := s.Words.Command(head).Begun(args)
	switch verb := lastKeyword(begun); strings.ToUpper(head) {
	case "MONITOR":
		if verb != "CREATE" && verb != "OPTION" { // whose words are new, and the name of an option
			return string(Monitor), ""
		}
	case "SNAPSHOT":
		if verb != "NAME" {
			return string(Snapshot), textOf(args, begun, "con_id")
		}
	}
	return e.Kind, ""
}

// lastKeyword returns the last keyword of a command that is begun, "" if it has none.
func lastKeyword(begun []usage.Item) string {
	for _, item := range slices.Backward(begun) {
		if item.Keyword != "" {
			return item.Keyword
		}
	}
	return ""
}

// textOf returns what stands in a slot of a command that is begun, "" if nothing does.
func textOf(args []usage.Token, begun []usage.Item, slot string) string {
	for _, item := range begun {
		if item.Slot == slot {
			return args[item.Tokens[0]].Text
		}
	}
	return ""
}

// quoted returns what may stand behind a quotation mark that follows the text left: a path of a machine in a command that wants one
// there, else a file of this host.
func (s *Source) quoted(tokens []lang.Token, left, word string, quote byte) []Item {
	if head, args, ok := commandAt(tokens, left); ok && s.Words.Command(head) != nil {
		for _, e := range s.Words.Command(head).Next(args) {
			if e.Kind == usage.KindPath {
				return s.paths(head, args, word, quote)
			}
		}
	}
	return s.files(s.Files, word, quote)
}

// paths returns the paths that may follow the words of a command. Those of MAP's left side and of rules lie on the source, all others on
// the target, but for the statistics, which this host writes.
func (s *Source) paths(head string, args []usage.Token, word string, quote byte) []Item {
	if strings.EqualFold(head, "STATS") {
		return s.files(s.Files, word, quote)
	}
	if s.Paths == nil {
		return nil
	}
	begun := s.Words.Command(head).Begun(args)
	verb := lastKeyword(begun)
	if len(args) > 0 && args[len(args)-1].Kind == usage.Comma {
		verb = "MAP" // the next pair
	}
	slot := "target"
	if verb == "MAP" || verb == "ADD" || verb == "REMOVE" {
		slot = "source"
	}
	machine := textOf(args, begun, slot)
	if slot == "target" && machine == "" {
		return nil // a connection knows it, the text does not
	}
	return s.files(func(prefix string) []string { return s.Paths(machine, prefix) }, word, quote)
}

// files returns the paths that begin with a prefix and that can be written as they are: behind that quotation mark, or bare for 0.
func (s *Source) files(list func(prefix string) []string, prefix string, quote byte) []Item {
	if list == nil {
		return nil
	}
	var items []Item
	for _, f := range list(prefix) {
		if quote == 0 && wordStart(f) == 0 || quote == '\'' && !strings.ContainsAny(f, `'\`) || quote == '"' && !strings.ContainsAny(f, `"\$@`) {
			items = append(items, Item{Text: f, Kind: File})
		}
	}
	return items
}
