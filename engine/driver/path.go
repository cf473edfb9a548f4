package driver

// This file reads machine paths.

import (
	"fmt"
	"slices"
	"strings"
)

// Path is an absolute machine path as its elements; the root is empty. A drive
// that is a volume of its own is the first element, such as "d:".
type Path []string

// String writes the path with slashes.
func (p Path) String() string {
	if len(p) > 0 && strings.HasSuffix(p[0], ":") {
		return strings.Join(p, "/")
	}
	return "/" + strings.Join(p, "/")
}

// Contains reports whether q is p or lies below it.
func (p Path) Contains(q Path) bool {
	return len(q) >= len(p) && slices.Equal(p, q[:len(p)])
}

// ParsePath reads an absolute machine path:
//
//	/srv/data        elements srv, data
//	d:\data\x        elements d:, data, x when drive says that d: is a volume, else d, data, x
//	\\host\share\x   elements host, share, x
//
// Slash and backslash both separate after a drive letter or a double backslash;
// after a leading slash only the slash does. Empty elements and "." are dropped,
// ".." goes back and never above the start.
func ParsePath(text string, drive func(letter string) bool) (Path, error) {
	switch {
	case text == "":
		return nil, fmt.Errorf("the path is empty")
	case strings.ContainsRune(text, 0):
		return nil, fmt.Errorf("the path %q holds a NUL", text)
	case len(text) >= 2 && text[1] == ':' && isLetter(text[0]):
		return parseDrive(text, drive)
	case strings.HasPrefix(text, `\`):
		return clean(nil, strings.ReplaceAll(text, `\`, "/")), nil
	case strings.HasPrefix(text, "/"):
		return clean(nil, text), nil
	}
	return nil, fmt.Errorf(`the path %q is not absolute: begin it with /, a drive such as d:\ or \\host\share`, text)
}

func parseDrive(text string, drive func(string) bool) (Path, error) {
	letter, rest := strings.ToLower(text[:2]), strings.ReplaceAll(text[2:], `\`, "/")
	if rest != "" && rest[0] != '/' {
		return nil, fmt.Errorf(`the path %q is not absolute: write %s\%s`, text, letter, rest)
	}
	if drive(letter) {
		return clean(Path{letter}, rest), nil
	}
	return clean(Path{letter[:1]}, rest), nil
}

// clean appends the elements of text to start.
func clean(start Path, text string) Path {
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

// Drive reads a drive of a configuration, d or D:, and returns it as it begins a Path, "d:".
func Drive(text string) (string, error) {
	letter := strings.ToLower(strings.TrimSuffix(text, ":"))
	if len(letter) != 1 || !isLetter(letter[0]) {
		return "", fmt.Errorf("drive %q is not a letter with a colon", text)
	}
	return letter + ":", nil
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
