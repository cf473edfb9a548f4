package handle

// This file defines Separator, the compiled form of $/.

import (
	"strings"
	"unicode/utf8"

	"github.com/smrscript/smrscript/runtime/value"
)

// A Separator says where ReadLine stops. The zero Separator is a line feed.
type Separator struct {
	kind  sepKind
	bytes string // the separator on a handle of bytes; "" stands for "\n" when kind is sepByte
	chars string // the same in UTF-8, for a handle of characters
	size  int    // record length
}

type sepKind uint8

const (
	sepByte   sepKind = iota // one ASCII character
	sepString                // anything longer
	sepSlurp
	sepParagraph
	sepRecord
)

// NewSeparator compiles a value of $/: undef slurps, "" reads paragraphs, a reference to a positive number reads
// records of that many bytes (characters on a decoding handle), any other string ends lines.
func NewSeparator(v value.Value) Separator {
	if v.Kind() == value.KStr && v.S() == "\n" {
		return Separator{} // nearly always, and asked for at each line
	}
	if v.IsUndef() {
		return Separator{kind: sepSlurp}
	}
	if v.Kind() == value.KScalarRef {
		if n := v.Cell().Get().ToInt(); n > 0 {
			return Separator{kind: sepRecord, size: int(min(n, maxRead))}
		}
		return Separator{kind: sepSlurp}
	}
	chars := v.UTF8()
	if chars == "" {
		return Separator{kind: sepParagraph}
	}
	if len(chars) == 1 {
		return Separator{bytes: chars, chars: chars}
	}
	s := Separator{kind: sepString, bytes: chars, chars: chars}
	if b, ok := v.Downgrade(); ok {
		s.bytes = b
	}
	return s
}

// Slurps reports whether the separator reads the whole rest.
func (s *Separator) Slurps() bool { return s.kind == sepSlurp }

// Paragraphs reports whether the separator reads paragraphs, for which chomp removes every final line feed.
func (s *Separator) Paragraphs() bool { return s.kind == sepParagraph }

// Chomp returns line without its separator, if it ends in one; wide is the reading handle's Wide.
func (s *Separator) Chomp(line string, wide bool) string {
	switch s.kind {
	case sepParagraph:
		return strings.TrimRight(line, "\n")
	case sepByte, sepString:
		return strings.TrimSuffix(line, s.text(wide))
	}
	return line
}

// text returns the separator as it occurs in what a handle reads.
func (s *Separator) text(wide bool) string {
	if s.bytes == "" {
		return "\n"
	}
	if wide {
		return s.chars
	}
	return s.bytes
}

// first returns the one byte of a sepByte separator.
func (s *Separator) first() byte {
	if s.bytes == "" {
		return '\n'
	}
	return s.bytes[0]
}

// characters returns how many bytes the first n characters of b take, and how many characters were found. A
// character cut off at the end of b is counted only if final.
func characters(b []byte, n int, final bool) (size, found int) {
	for found < n && size < len(b) {
		c := b[size]
		if c < utf8.RuneSelf {
			size++
			found++
			continue
		}
		if !final && !utf8.FullRune(b[size:]) {
			break
		}
		_, k := utf8.DecodeRune(b[size:])
		size += k
		found++
	}
	return size, found
}
