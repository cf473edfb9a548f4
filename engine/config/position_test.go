package config

// This file tests finding the line of a key.

import (
	"slices"
	"testing"

	"github.com/BurntSushi/toml"
)

func TestLineOf(t *testing.T) {
	const text = `state = "x"   # top
machines.zeta.root = "z"

[machines.alpha] # a comment
  root = "a"
drives = { "d:" = "y" }
[ machines . "be.ta" ]
root = "b"
[users]
admin = { password = "x" }
'single' = { }
`
	for _, c := range []struct {
		key  toml.Key
		line int
	}{
		{toml.Key{"state"}, 1},
		{toml.Key{"machines", "zeta", "root"}, 2},
		{toml.Key{"machines", "alpha"}, 4},
		{toml.Key{"machines", "alpha", "root"}, 5},
		{toml.Key{"machines", "alpha", "missing"}, 4},
		{toml.Key{"machines", "alpha", "drives", "d:"}, 6},
		{toml.Key{"machines", "be.ta", "root"}, 8},
		{toml.Key{"users", "admin", "password"}, 10},
		{toml.Key{"users", "single"}, 11},
		{toml.Key{"nowhere"}, 0},
		{nil, 0},
	} {
		if got := lineOf(text, c.key); got != c.line {
			t.Errorf("%q: line %d, want %d", c.key, got, c.line)
		}
	}
}

func TestSplit(t *testing.T) {
	for name, want := range map[string][]string{
		"a": {"a"}, "a.b": {"a", "b"}, ` a . b `: {"a", "b"}, `"a.b".c`: {"a.b", "c"}, `'x"y'`: {`x"y`}, "": {""},
	} {
		if got := split(name); !slices.Equal(got, want) {
			t.Errorf("%q: %q", name, got)
		}
	}
}
