package syncthing

// This file reads paths of machines and finds them on a daemon's host.

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/smrscript/smrscript/engine"
)

// path is an absolute machine path as its elements. A drive that is a folder of its own, or any drive where the machine's paths are
// those of a Windows host, is the first element, such as "d:".
type path []string

// String writes the path with slashes.
func (p path) String() string {
	if len(p) > 0 && strings.HasSuffix(p[0], ":") {
		return strings.Join(p, "/")
	}
	return "/" + strings.Join(p, "/")
}

// contains reports whether q is p or lies below it.
func (p path) contains(q path) bool { return len(q) >= len(p) && slices.Equal(p, q[:len(p)]) }

// parse reads a path of the machine: /srv/data, d:\data, \\host\share. After a leading slash only the slash separates.
func (m *machine) parse(p engine.Path) (path, error) {
	text := string(p)
	switch {
	case text == "":
		return nil, fmt.Errorf("the path is empty")
	case strings.ContainsRune(text, 0):
		return nil, fmt.Errorf("the path %q holds a NUL", text)
	case !utf8.ValidString(text) || strings.ContainsAny(text, "\n\r"):
		return nil, fmt.Errorf("the path %q cannot be told to Syncthing: it takes UTF-8 on one line", text)
	case len(text) >= 2 && text[1] == ':' && isLetter(text[0]):
		return m.parseDrive(text)
	case strings.HasPrefix(text, `\`):
		return clean(nil, strings.ReplaceAll(text, `\`, "/")), nil
	case strings.HasPrefix(text, "/"):
		return clean(nil, text), nil
	}
	return nil, fmt.Errorf(`the path %q is not absolute: begin it with /, a drive such as d:\ or \\host\share`, text)
}

func (m *machine) parseDrive(text string) (path, error) {
	letter, rest := strings.ToLower(text[:2]), strings.ReplaceAll(text[2:], `\`, "/")
	if rest != "" && rest[0] != '/' {
		return nil, fmt.Errorf(`the path %q is not absolute: write %s\%s`, text, letter, rest)
	}
	if _, ok := m.drives[letter]; ok || m.root == "" {
		return clean(path{letter}, rest), nil
	}
	return clean(path{letter[:1]}, rest), nil
}

// clean appends the elements of text to start; ".." never leads above it.
func clean(start path, text string) path {
	p, floor := start, len(start)
	for elem := range strings.SplitSeq(text, "/") {
		switch elem {
		case "", ".":
		case "..":
			if len(p) > floor {
				p = p[:len(p)-1]
			}
		default:
			p = append(p, elem)
		}
	}
	return p
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// locate says where a path lies on the daemon's host.
func (m *machine) locate(p path, sep string) string {
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
