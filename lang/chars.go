package lang

// This file defines the classes of characters.

import (
	"unicode"
	"unicode/utf8"
)

const (
	classWord  = 1 << iota // letters, digits and _
	classDigit             // 0-9
	classBlank             // blanks and line ends
	classAlpha             // letters
)

var classes = func() (table [256]uint8) {
	for c := range table {
		switch {
		case c >= '0' && c <= '9':
			table[c] = classWord | classDigit
		case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z':
			table[c] = classWord | classAlpha
		case c == '_':
			table[c] = classWord
		case c == ' ' || c >= '\t' && c <= '\r':
			table[c] = classBlank
		}
	}
	return table
}()

func isWord(c byte) bool   { return classes[c]&classWord != 0 }
func isDigit(c byte) bool  { return classes[c]&classDigit != 0 }
func isBlank(c byte) bool  { return classes[c]&classBlank != 0 }
func isLetter(c byte) bool { return classes[c]&classAlpha != 0 }
func isFirst(c byte) bool  { return classes[c]&(classWord|classDigit) == classWord }

// letterAt returns the length of the letter or mark beyond ASCII at an offset, 0 when there is none or the script's
// text is bytes.
func (l *lexing) letterAt(offset int) int {
	if !l.now().utf8 {
		return 0
	}
	r, size := utf8.DecodeRuneInString(l.text[offset:])
	if r == utf8.RuneError || !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) {
		return 0
	}
	return size
}

// identEnd returns the end of the identifier that begins at offset, which may be offset itself.
func (l *lexing) identEnd(offset int) int {
	for offset < len(l.text) {
		if c := l.text[offset]; isWord(c) {
			offset++
		} else if n := 0; c >= 0x80 {
			if n = l.letterAt(offset); n == 0 {
				break
			}
			offset += n
		} else {
			break
		}
	}
	return offset
}

// nameEnd returns the end of the possibly qualified name that begins at offset: A, A::B, ::A, A:: and, where tick allows
// the separator of old, A'B.
func (l *lexing) nameEnd(offset int, tick bool) int {
	for {
		end := l.identEnd(offset)
		switch {
		case end+1 < len(l.text) && l.text[end] == ':' && l.text[end+1] == ':' && (end+2 >= len(l.text) || l.text[end+2] != ':'):
			offset = end + 2
		case tick && end > offset && end+1 < len(l.text) && l.text[end] == '\'' && isFirst(l.text[end+1]):
			offset = end + 1
		default:
			return end
		}
		if offset >= len(l.text) || !isWord(l.text[offset]) && l.text[offset] < 0x80 && l.text[offset] != ':' {
			return offset
		}
	}
}

// skipBlanks returns the offset of the next character that is no blank and in no comment.
func (l *lexing) skipBlanks(offset int) int {
	for offset < len(l.text) {
		c := l.text[offset]
		if c == '#' && offset > 0 && isBlank(l.text[offset-1]) {
			for offset < len(l.text) && l.text[offset] != '\n' {
				offset++
			}
		} else if isBlank(c) {
			offset++
		} else {
			break
		}
	}
	return offset
}

// byteAt returns the byte at an offset, 0 beyond the end.
func (l *lexing) byteAt(offset int) byte {
	if offset < len(l.text) {
		return l.text[offset]
	}
	return 0
}
