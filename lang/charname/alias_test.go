package charname_test

// This file checks the names that characters have beside Unicode's, and that every control character is found by its own.

import (
	"strings"
	"testing"

	"github.com/smrscript/smrscript/lang/charname"
)

func TestEveryAlias(t *testing.T) {
	for r, names := range map[rune]string{
		0: "NUL,NULL", 7: "BEL,ALERT", 8: "BS,BACKSPACE", '\t': "TAB,HORIZONTAL TABULATION,HT,CHARACTER TABULATION", '\n': "LF,NEW LINE,EOL,LINE FEED",
		'\v': "VT,VERTICAL TABULATION,LINE TABULATION", '\f': "FF,FORM FEED", '\r': "CR,CARRIAGE RETURN", 27: "ESC,ESCAPE",
		28: "FS,FILE SEPARATOR,INFORMATION SEPARATOR FOUR", 29: "GS,GROUP SEPARATOR,INFORMATION SEPARATOR THREE", 30: "RS,RECORD SEPARATOR,INFORMATION SEPARATOR TWO",
		31: "US,UNIT SEPARATOR,INFORMATION SEPARATOR ONE", 0x7F: "DEL,DELETE", 0x85: "NEL,NEXT LINE (NEL),NEXT LINE", 0xA0: "NBSP,NO-BREAK SPACE", 0xAD: "SHY,SOFT HYPHEN",
		0x200B: "ZWSP,ZERO WIDTH SPACE", 0x200C: "ZWNJ,ZERO WIDTH NON-JOINER", 0x200D: "ZWJ,ZERO WIDTH JOINER", 0x200E: "LRM,LEFT-TO-RIGHT MARK",
		0x200F: "RLM,RIGHT-TO-LEFT MARK", 0xFEFF: "BOM,BYTE ORDER MARK,ZERO WIDTH NO-BREAK SPACE",
	} {
		for _, name := range strings.Split(names, ",") {
			if got, ok := charname.Rune(name); !ok || got != r {
				t.Errorf("Rune(%q) = %#x, %v, want %#x", name, got, ok, r)
			}
		}
	}
	for _, name := range []string{"lf", "LF ", "NEXT LINE (", "SEPARATOR", "NU"} {
		if got, ok := charname.Rune(name); ok {
			t.Errorf("Rune(%q) = %#x", name, got)
		}
	}
}

// Each control character, and each character of some blocks with rules of their own, has a name of its own that leads back to it.
func TestThereAndBack(t *testing.T) {
	seen := map[string]rune{}
	for _, block := range [][2]rune{{0, 0x1F}, {0x7F, 0xA0}, {0x3B1, 0x3C9}, {0xAC00, 0xAC40}, {0xD790, 0xD7A3}, {0x4E00, 0x4E10}, {0xF900, 0xF908}} {
		for r := block[0]; r <= block[1]; r++ {
			name := charname.Name(r)
			if other, double := seen[name]; name == "" || double {
				t.Errorf("Name(%#x) = %q, as of %#x", r, name, other)
			}
			seen[name] = r
			if got, ok := charname.Rune(name); !ok || got != r {
				t.Errorf("Rune(%q) = %#x, %v, want %#x", name, got, ok, r)
			}
		}
	}
}
