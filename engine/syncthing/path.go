package syncthing

// This file reads paths of machines and finds them on a daemon's host.

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/driver"
)

// parse reads a path of the machine: /srv/data, d:\data, \\host\share. A drive is the first element, such as "d:", if it is a folder of
// its own, or if the machine's paths are those of its host.
func (m *machine) parse(p engine.Path) (driver.Path, error) {
	text := string(p)
	if !utf8.ValidString(text) || strings.ContainsAny(text, "\n\r") {
		return nil, fmt.Errorf("the path %q cannot be told to Syncthing: it takes UTF-8 on one line", text)
	}
	return driver.ParsePath(text, func(letter string) bool {
		_, ok := m.drives[letter]
		return ok || m.root == ""
	})
}

// locate says where a path lies on the daemon's host.
func (m *machine) locate(p driver.Path, sep string) string {
	base := m.root
	if len(p) > 0 {
		if folder, ok := m.drives[p[0]]; ok {
			base, p = folder, p[1:]
		} else if strings.HasSuffix(p[0], ":") {
			base, p = strings.ToUpper(p[0]), p[1:]
		}
	}
	base = strings.TrimRight(base, `/\`)
	if len(p) == 0 {
		return base + sep
	}
	return base + sep + strings.Join(p, sep)
}

// overlap reports whether one place is the other or lies below it. Places are paths of one host.
func overlap(a, b, sep string) bool {
	a, b = strings.TrimRight(a, sep)+sep, strings.TrimRight(b, sep)+sep
	if sep == `\` {
		a, b = strings.ToLower(a), strings.ToLower(b)
	}
	return strings.HasPrefix(a, b) || strings.HasPrefix(b, a)
}
