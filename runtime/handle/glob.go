package handle

// This file expands file name patterns as perl's glob does: words, braces, home directories, then the file system.
// The rules are those of File::Glob's bsd_glob with the flags of csh_glob.

import (
	"os/user"
	"runtime"
	"slices"
	"strings"
)

// A globChar is a byte of a pattern; quoted bytes and compiled operators have higher bits.
type globChar uint16

const (
	quoted globChar = 0x4000
	star   globChar = 0x8000 | '*'
	anyOne globChar = 0x8000 | '?'
	setIn  globChar = 0x8000 | '['
	setOut globChar = 0x8000 | '!'
	setTo  globChar = 0x8000 | '-'
	setEnd globChar = 0x8000 | ']'
	toByte globChar = 0xFF
)

// maxBraces bounds how many patterns one pattern's braces may stand for: {a,b} repeated doubles them each time.
const maxBraces = 1 << 16

// Glob returns the names that pattern stands for: words at blanks, each with its braces expanded, "~" replaced and
// "*", "?" and "[...]" matched against files and sorted without regard to case. A word without those three stands
// for itself, whether or not there is such a file. Directories that cannot be read match nothing.
func (s *Set) Glob(pattern string) ([]string, error) {
	if strings.IndexByte(pattern, 0) >= 0 {
		return nil, s.checkName("glob", pattern)
	}
	g := &globber{s: s, budget: maxBraces}
	for _, word := range globWords(pattern) {
		g.braces(globQuote(word))
	}
	return g.found, nil
}

type globber struct {
	s      *Set
	found  []string
	budget int
}

// globWords splits a pattern at blanks. Quotes keep blanks in a word; an unmatched one makes the whole one word.
func globWords(pattern string) []string {
	if !strings.ContainsAny(pattern, " \t\n\r\f\v\"'") {
		return []string{pattern}
	}
	var words []string
	var word []byte
	in := false
	for i := 0; i < len(pattern); i++ {
		switch c := pattern[i]; {
		case c == '"' || c == '\'':
			text, n, ok := quotedPart(pattern[i+1:], c)
			if !ok {
				return []string{strings.Trim(pattern, " \t\n\r\f\v")}
			}
			word, in = append(word, text...), true
			i += n
		case c == '\\':
			in = true
			if i+1 < len(pattern) {
				i++
				if pattern[i] != '"' && pattern[i] != '\'' {
					word = append(word, '\\')
				}
				word = append(word, pattern[i])
			} else {
				word = append(word, c)
			}
		case strings.IndexByte(" \t\n\r\f\v", c) >= 0:
			if in {
				words = append(words, string(word))
			}
			word, in = word[:0], false
		default:
			word, in = append(word, c), true
		}
	}
	if in {
		words = append(words, string(word))
	}
	return words
}

// quotedPart returns the text up to the closing quote and the length of both.
func quotedPart(s string, quote byte) (text []byte, n int, ok bool) {
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\' && i+1 < len(s):
			if s[i+1] != quote {
				text = append(text, '\\')
			}
			i++
			text = append(text, s[i])
		case s[i] == quote:
			return text, i + 1, true
		default:
			text = append(text, s[i])
		}
	}
	return nil, 0, false
}

// globQuote marks what a backslash protects.
func globQuote(word string) []globChar {
	p := make([]globChar, 0, len(word))
	for i := 0; i < len(word); i++ {
		if word[i] == '\\' && runtime.GOOS != "windows" || word[i] == '\\' && i+1 < len(word) && strings.IndexByte(`[]{}*?~\-`, word[i+1]) >= 0 {
			if i++; i == len(word) {
				p = append(p, '\\'|quoted)
				break
			}
			p = append(p, globChar(word[i])|quoted)
			continue
		}
		p = append(p, globChar(word[i]))
	}
	return p
}

// braces expands the first brace of p and goes on with each alternative.
func (g *globber) braces(p []globChar) {
	open := slices.Index(p, '{')
	if open < 0 || len(p) == 2 && p[0] == '{' && p[1] == '}' {
		g.expand(p)
		return
	}
	parts, end := alternatives(p[open+1:])
	if end < 0 {
		g.expand(p[:open]) // bsd_glob drops an open brace and what follows
		return
	}
	for _, part := range parts {
		if g.budget--; g.budget < 0 {
			return
		}
		q := make([]globChar, 0, len(p))
		q = append(append(append(q, p[:open]...), part...), p[open+1+end+1:]...)
		g.braces(q)
	}
}

// alternatives splits what follows a brace at its commas; end is where the closing brace is, -1 if there is none.
func alternatives(p []globChar) (parts [][]globChar, end int) {
	depth, from := 0, 0
	for i := 0; i < len(p); i++ {
		switch p[i] {
		case '[':
			if n := slices.Index(p[i+1:], ']'); n >= 0 {
				i += n + 1
			}
		case '{':
			depth++
		case ',':
			if depth == 0 {
				parts = append(parts, p[from:i])
				from = i + 1
			}
		case '}':
			if depth == 0 {
				return append(parts, p[from:i]), i
			}
			depth--
		}
	}
	return nil, -1
}

// expand matches one pattern without braces.
func (g *globber) expand(p []globChar) {
	p = g.home(p)
	before := len(g.found)
	compiled, magic := globCompile(p)
	g.walk("", compiled)
	if len(g.found) == before {
		if !magic {
			g.found = append(g.found, plainText(p))
		}
		return
	}
	slices.SortFunc(g.found[before:], compareNames)
}

func plainText(p []globChar) string {
	b := make([]byte, len(p))
	for i, c := range p {
		b[i] = byte(c & toByte)
	}
	return string(b)
}

// home replaces ~ and ~user at the start.
func (g *globber) home(p []globChar) []globChar {
	if len(p) == 0 || p[0] != '~' {
		return p
	}
	end := 1
	for end < len(p) && p[end] != '/' {
		end++
	}
	dir := ""
	if g.s.config.NoProcesses { // who may not run programs is not told of users either
		return p
	}
	if name := plainText(p[1:end]); name != "" {
		if u, err := user.Lookup(name); err == nil {
			dir = u.HomeDir
		}
	} else if dir = lookup(g.s.env(), "HOME"); dir == "" {
		if u, err := user.Current(); err == nil {
			dir = u.HomeDir
		}
	}
	if dir == "" {
		return p
	}
	q := make([]globChar, 0, len(dir)+len(p))
	for i := 0; i < len(dir); i++ {
		c := globChar(dir[i])
		if c != '/' {
			c |= quoted
		}
		q = append(q, c)
	}
	return append(q, p[end:]...)
}

// walk matches p against the names below path, which has been matched already.
func (g *globber) walk(path string, p []globChar) {
	for {
		n, magic := 0, false
		for n < len(p) && p[n]&^quoted != '/' {
			magic = magic || p[n]&0x8000 != 0
			n++
		}
		if magic {
			g.match(path, p[:n], p[n:])
			return
		}
		path += plainText(p[:n])
		p = p[n:]
		for len(p) > 0 && p[0]&^quoted == '/' {
			path += "/"
			p = p[1:]
		}
		if len(p) == 0 {
			if path != "" {
				if _, err := g.s.fs.Lstat(g.s.Path(path)); err == nil {
					g.found = append(g.found, path)
				}
			}
			return
		}
	}
}

// match tries one component of a pattern on the names in a directory.
func (g *globber) match(dir string, p, rest []globChar) {
	from := dir
	if from == "" {
		from = "."
	}
	names, err := g.s.fs.ReadDirNames(g.s.Path(from))
	if err != nil {
		return
	}
	for _, name := range append([]string{".", ".."}, names...) {
		if name[0] == '.' && p[0]&^quoted != '.' || !globMatch(name, p) {
			continue
		}
		if len(rest) == 0 {
			g.found = append(g.found, dir+name)
		} else {
			g.walk(dir+name, rest)
		}
	}
}

// compareNames orders as GLOB_ALPHASORT does: without regard to case, bytes above ASCII first, since C's char is
// signed there; names that differ only in case by their bytes.
func compareNames(a, b string) int {
	for i := 0; i < min(len(a), len(b)); i++ {
		if x, y := lowerByte(a[i]), lowerByte(b[i]); x != y {
			return int(int8(x)) - int(int8(y))
		}
	}
	if len(a) != len(b) {
		return len(a) - len(b)
	}
	return strings.Compare(a, b)
}

func lowerByte(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}
