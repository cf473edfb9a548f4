package diag

// This file defines did-you-mean: which of the words that could stand in a place was probably meant.

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// maxCompared bounds the length of words that are compared letter by letter; nobody mistypes a longer one.
const maxCompared = 64

// Suggest returns the candidate that word was probably meant to be, spelled as in candidates; "" when none is near.
// Letter case does not count. A candidate that means the same as word (start for begin) comes first, then the nearest by
// the number of letters that are wrong, missing, too many or swapped with their neighbour: at most one in three.
// A word that is the beginning of a candidate counts as one letter away. Among equals the one that shares
// more letters at the beginning wins, then the earlier one.
func Suggest(word string, candidates []string) string {
	folded := strings.ToLower(word)
	letters := []rune(folded)
	if len(letters) == 0 || len(letters) > maxCompared {
		return ""
	}
	for _, candidate := range candidates {
		if strings.EqualFold(candidate, word) {
			return candidate
		}
	}
	if same := synonym(folded, candidates); same != "" {
		return same
	}
	best, bestAway, bestShared := "", 0, 0
	for _, candidate := range candidates {
		other := []rune(strings.ToLower(candidate))
		if len(other) == 0 || len(other) > maxCompared {
			continue
		}
		shared := sharedPrefix(letters, other)
		begins := shared == len(letters) && shared >= 2
		wrong := limit(max(len(letters), len(other)))
		if !begins && max(len(letters), len(other))-min(len(letters), len(other)) > wrong {
			continue // the lengths alone differ by more
		}
		away := distance(letters, other)
		if begins {
			away = min(away, 1)
		}
		if away > wrong || away >= len(letters) {
			continue
		}
		if best == "" || away < bestAway || away == bestAway && shared > bestShared {
			best, bestAway, bestShared = candidate, away, shared
		}
	}
	return best
}

// limit returns how many letters of a word of length n may be wrong.
func limit(n int) int { return max(1, n/3) }

func sharedPrefix(a, b []rune) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// distance returns the number of edits that make b of a, after Damerau and Levenshtein in the restricted form: a letter is
// put in, left out or replaced, or two neighbours are swapped, and no part is edited twice.
func distance(a, b []rune) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			replaced := last[j-1]
			if a[i-1] != b[j-1] {
				replaced++
			}
			row[j] = min(last[j]+1, row[j-1]+1, replaced)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}

// synonym returns the first candidate that means the same as a word in small letters, "" when there is none.
func synonym(word string, candidates []string) string {
	for _, group := range synonyms() {
		if !slices.Contains(group, word) {
			continue
		}
		for _, candidate := range candidates {
			if slices.Contains(group, strings.ToLower(candidate)) {
				return candidate
			}
		}
	}
	return ""
}

// synonyms are groups of words that people take for each other in commands.
func synonyms() [][]string {
	return [][]string{
		{"start", "begin", "run", "launch", "go"},
		{"stop", "end", "halt", "kill", "cancel", "abort", "finish", "quit"},
		{"pause", "hold", "suspend", "freeze"},
		{"resume", "continue", "unpause", "thaw"},
		{"delete", "remove", "del", "rm", "drop", "erase", "clear"},
		{"add", "create", "new", "insert", "make"},
		{"list", "show", "display", "ls", "dir", "print", "view"},
		{"enable", "on", "activate"},
		{"disable", "off", "deactivate"},
		{"use", "select", "choose"},
		{"copy", "cp", "duplicate", "clone"},
		{"rename", "mv", "move"},
		{"different", "changed", "diff", "differences"},
		{"exact", "same", "identical"},
		{"unlimited", "none", "infinite", "max"},
		{"forever", "never", "infinite", "always"},
		{"undo", "revert", "rollback"},
		{"connect", "attach", "link"},
		{"disconnect", "detach", "unlink"},
		{"login", "logon", "signin"},
		{"logout", "logoff", "signout"},
		{"print", "echo", "puts", "write"},
		{"elsif", "elseif", "elif"},
		{"sub", "function", "def", "func"},
	}
}

// LikeCase spells a suggestion as the user writes: in small letters when word has no capital, in capitals when word has
// more than one letter and no small one, otherwise as it is.
func LikeCase(suggestion, word string) string {
	lower, upper := strings.ToLower(word), strings.ToUpper(word)
	switch {
	case lower == upper:
		return suggestion
	case word == lower:
		return strings.ToLower(suggestion)
	case word == upper && utf8.RuneCountInString(word) > 1:
		return strings.ToUpper(suggestion)
	}
	return suggestion
}
