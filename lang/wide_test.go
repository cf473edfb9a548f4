package lang

// This file tests the characters of the source: isASCII decides whether \U and its kin can be settled at once.

import "testing"

func TestIsASCII(t *testing.T) {
	for text, want := range map[string]bool{"": true, "abc": true, "a\x7f": true, "\x80": false, "a\xe9": false, "日": false} {
		if got := isASCII(text); got != want {
			t.Errorf("isASCII(%q) = %v", text, got)
		}
	}
}
