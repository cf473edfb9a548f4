// Package charname knows the names of characters: which character "GREEK SMALL LETTER ALPHA" is, and what U+263A is called.
//
// The names are those of golang.org/x/text/unicode/runenames, which finds a name by its character only. The way back is a walk through
// the assigned characters, a few milliseconds long: scripts ask for a handful of names, so that nothing is built or kept for it, and a
// program that asks for none pays nothing at its start.
package charname

// This file defines both directions, the names of control characters and of the ranges that are counted instead of named.

import (
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/runenames"
)

// Rune returns the character of a name in capitals, as Unicode gives it or as perl knows a control character; ok is false if there is none.
func Rune(name string) (r rune, ok bool) {
	if r, ok = alias(name); ok {
		return r, true
	}
	if hex, isIdeograph := strings.CutPrefix(name, "CJK UNIFIED IDEOGRAPH-"); isIdeograph {
		n, err := strconv.ParseUint(hex, 16, 32)
		return rune(n), err == nil && Name(rune(n)) == name
	}
	if syllable, isHangul := strings.CutPrefix(name, "HANGUL SYLLABLE "); isHangul {
		for r = firstHangul; r <= lastHangul; r++ {
			if hangul(r) == syllable {
				return r, true
			}
		}
		return 0, false
	}
	if name == "" || name[0] == '<' {
		return 0, false
	}
	for _, part := range [...][2]rune{{0x20, 0x33FF}, {0x4DC0, 0x4DFF}, {0xA000, 0xABFF}, {0xD7B0, 0xD7FF}, {0xF900, 0x16FFF}, {0x18B00, 0x1FFFF}, {0x2F800, 0x2FA1F}, {0xE0000, 0xE01EF}} {
		for r := part[0]; r <= part[1]; r++ {
			if runenames.Name(r) == name {
				return r, true
			}
		}
	}
	return 0, false
}

const firstHangul, lastHangul = 0xAC00, 0xD7A3

// Name returns the name of a character, "" if it has none.
func Name(r rune) string {
	if r >= firstHangul && r <= lastHangul {
		return "HANGUL SYLLABLE " + hangul(r)
	}
	name := runenames.Name(r)
	switch {
	case strings.HasPrefix(name, "<CJK Ideograph"):
		return fmt.Sprintf("CJK UNIFIED IDEOGRAPH-%04X", r)
	case name == "<control>":
		return control(r)
	case strings.HasPrefix(name, "<"):
		return ""
	}
	return name
}

// hangul spells a syllable by its letters.
func hangul(r rune) string {
	lead := [...]string{"G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S", "SS", "", "J", "JJ", "C", "K", "T", "P", "H"}
	vowel := [...]string{"A", "AE", "YA", "YAE", "EO", "E", "YEO", "YE", "O", "WA", "WAE", "OE", "YO", "U", "WEO", "WE", "WI", "YU", "EU", "YI", "I"}
	tail := [...]string{"", "G", "GG", "GS", "N", "NJ", "NH", "D", "L", "LG", "LM", "LB", "LS", "LT", "LP", "LH", "M", "B", "BS", "S", "SS", "NG", "J", "C", "K", "T", "P", "H"}
	i := int(r - firstHangul)
	return lead[i/(21*28)] + vowel[i/28%21] + tail[i%28]
}

// controls are the names of U+0000 to U+001F and of U+007F to U+009F, one a line.
const controls = `NULL,START OF HEADING,START OF TEXT,END OF TEXT,END OF TRANSMISSION,ENQUIRY,ACKNOWLEDGE,ALERT,BACKSPACE,CHARACTER TABULATION,LINE FEED,LINE TABULATION,FORM FEED,CARRIAGE RETURN,SHIFT OUT,SHIFT IN,DATA LINK ESCAPE,DEVICE CONTROL ONE,DEVICE CONTROL TWO,DEVICE CONTROL THREE,DEVICE CONTROL FOUR,NEGATIVE ACKNOWLEDGE,SYNCHRONOUS IDLE,END OF TRANSMISSION BLOCK,CANCEL,END OF MEDIUM,SUBSTITUTE,ESCAPE,INFORMATION SEPARATOR FOUR,INFORMATION SEPARATOR THREE,INFORMATION SEPARATOR TWO,INFORMATION SEPARATOR ONE`

const lateControls = `DELETE,PADDING CHARACTER,HIGH OCTET PRESET,BREAK PERMITTED HERE,NO BREAK HERE,INDEX,NEXT LINE,START OF SELECTED AREA,END OF SELECTED AREA,CHARACTER TABULATION SET,CHARACTER TABULATION WITH JUSTIFICATION,LINE TABULATION SET,PARTIAL LINE FORWARD,PARTIAL LINE BACKWARD,REVERSE LINE FEED,SINGLE SHIFT TWO,SINGLE SHIFT THREE,DEVICE CONTROL STRING,PRIVATE USE ONE,PRIVATE USE TWO,SET TRANSMIT STATE,CANCEL CHARACTER,MESSAGE WAITING,START OF GUARDED AREA,END OF GUARDED AREA,START OF STRING,SINGLE GRAPHIC CHARACTER INTRODUCER,SINGLE CHARACTER INTRODUCER,CONTROL SEQUENCE INTRODUCER,STRING TERMINATOR,OPERATING SYSTEM COMMAND,PRIVACY MESSAGE,APPLICATION PROGRAM COMMAND`

func control(r rune) string {
	if r < 0x20 {
		return strings.Split(controls, ",")[r]
	}
	return strings.Split(lateControls, ",")[r-0x7F]
}

// alias returns the characters that have names beside Unicode's.
func alias(name string) (rune, bool) {
	switch name {
	case "LF", "NEW LINE", "EOL":
		return '\n', true
	case "CR":
		return '\r', true
	case "TAB", "HORIZONTAL TABULATION", "HT":
		return '\t', true
	case "VERTICAL TABULATION", "VT":
		return '\v', true
	case "FF":
		return '\f', true
	case "NUL":
		return 0, true
	case "ESC":
		return 27, true
	case "BEL":
		return 7, true
	case "BS":
		return 8, true
	case "DEL":
		return 0x7F, true
	case "NEL", "NEXT LINE (NEL)":
		return 0x85, true
	case "NBSP":
		return 0xA0, true
	case "SHY":
		return 0xAD, true
	case "ZWSP":
		return 0x200B, true
	case "ZWNJ":
		return 0x200C, true
	case "ZWJ":
		return 0x200D, true
	case "LRM":
		return 0x200E, true
	case "RLM":
		return 0x200F, true
	case "BOM", "BYTE ORDER MARK":
		return 0xFEFF, true
	case "FS", "FILE SEPARATOR":
		return 28, true
	case "GS", "GROUP SEPARATOR":
		return 29, true
	case "RS", "RECORD SEPARATOR":
		return 30, true
	case "US", "UNIT SEPARATOR":
		return 31, true
	}
	for i, n := range strings.Split(controls, ",") {
		if n == name {
			return rune(i), true
		}
	}
	for i, n := range strings.Split(lateControls, ",") {
		if n == name {
			return rune(0x7F + i), true
		}
	}
	return 0, false
}
