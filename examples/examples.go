// Package examples holds the scripts that users copy. They are embedded so that the demo works wherever the program
// is; the tests run each of them.
package examples

// This file embeds the scripts.

import (
	"embed"
	"io/fs"
	"path"
	"slices"
)

//go:embed rotate/*.smr modern/*.smr admin/*.smr two-hosts/*.smr
var scripts embed.FS

// Script returns the text of an example such as "rotate/script1.smr".
func Script(name string) (string, error) {
	text, err := scripts.ReadFile(name)
	return string(text), err
}

// Names lists the examples, sorted.
func Names() []string {
	names, err := fs.Glob(scripts, "*/*.smr")
	if err != nil {
		return nil
	}
	slices.Sort(names)
	return slices.DeleteFunc(names, func(n string) bool { return path.Ext(n) != ".smr" })
}
