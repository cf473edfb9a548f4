package config

// This file finds the line of a key, which the TOML library does not tell.

import (
	"strings"

	"github.com/BurntSushi/toml"
)

// lineOf returns the line on which key is set, or the line of the table that it would be in; 0 when neither is found.
// It understands headers and keys at the start of a line; for a key inside an inline table it finds the line of that
// table.
func lineOf(text string, key toml.Key) int {
	best, depth, inside := 0, 0, 0
	var table []string
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "[") {
			table = split(strings.Trim(strings.SplitN(line, "#", 2)[0], "[] \t"))
			n := shared(table, key)
			if n == len(table) && n > depth {
				best, depth = i+1, n
			}
			if n == len(key) && n > 0 && inside == 0 {
				inside = i + 1
			}
			continue
		}
		name, _, ok := strings.Cut(line, "=")
		if !ok || shared(table, key) != len(table) {
			continue
		}
		full := append(append([]string(nil), table...), split(name)...)
		if n := shared(full, key); n == len(full) && n > depth {
			best, depth = i+1, n
		}
	}
	if best == 0 {
		return inside // only as the beginning of a longer header
	}
	return best
}

// split cuts a dotted key into its parts, without their quotes.
func split(name string) []string {
	var parts []string
	var part strings.Builder
	quote := rune(0)
	for _, r := range strings.TrimSpace(name) {
		switch {
		case quote != 0 && r == quote:
			quote = 0
		case quote == 0 && (r == '"' || r == '\''):
			quote = r
		case quote == 0 && r == '.':
			parts = append(parts, part.String())
			part.Reset()
		case quote == 0 && (r == ' ' || r == '\t'):
		default:
			part.WriteRune(r)
		}
	}
	return append(parts, part.String())
}

// shared counts the parts that both keys begin with.
func shared(a, b []string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}
