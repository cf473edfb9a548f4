package regex

// This file defines the flags of a pattern.

import "strings"

// Flags is the set of modifiers a pattern is compiled with. The zero value is Perl's default.
type Flags uint16

// The modifiers. A, AA and U choose the character rules; without any of them byte strings follow ASCII rules and UTF-8
// text follows Unicode rules (Perl's /d).
const (
	I    Flags = 1 << iota // /i: ignore case
	M                      // /m: ^ and $ match at every line
	S                      // /s: . matches a newline too
	X                      // /x: blanks and # comments in the pattern are ignored
	XX                     // /xx: as X, and blanks inside [] are ignored too
	N                      // /n: plain ( ) does not capture
	A                      // /a: \d \s \w and POSIX classes are ASCII only
	AA                     // /aa: as A, and ASCII never folds to non-ASCII
	U                      // /u: Unicode rules for byte strings too
	UTF8                   // the pattern's text is UTF-8; without it every byte of the pattern is a character
)

const charsetFlags = A | AA | U

// normal makes implied flags explicit: XX implies X, AA implies A.
func (f Flags) normal() Flags {
	if f&XX != 0 {
		f |= X
	}
	if f&AA != 0 {
		f |= A
	}
	return f
}

// unicodeRules tells whether characters above 127 have Unicode properties in the given mode.
func (f Flags) unicodeRules(m mode) bool { return m == modeUTF8 || f&charsetFlags != 0 }

// String gives the modifiers as Perl prints them after the caret of (?^...).
func (f Flags) String() string {
	var b strings.Builder
	switch {
	case f&AA != 0:
		b.WriteString("aa")
	case f&A != 0:
		b.WriteString("a")
	case f&U != 0:
		b.WriteString("u")
	}
	for _, l := range [...]struct {
		flag Flags
		text string
	}{{M, "m"}, {S, "s"}, {I, "i"}} {
		if f&l.flag != 0 {
			b.WriteString(l.text)
		}
	}
	switch {
	case f&XX != 0:
		b.WriteString("xx")
	case f&X != 0:
		b.WriteString("x")
	}
	if f&N != 0 {
		b.WriteString("n")
	}
	return b.String()
}
