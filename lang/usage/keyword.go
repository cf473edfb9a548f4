package usage

// This file defines how a keyword of a usage line may be spelled.
//
// Capitals, digits and underscores must be written; of a run of small letters any number may be left out from its
// end. RECursive takes rec, recu ... recursive; QueueTASK takes qtask, qutask ... queuetask. Letter case never counts.

import "strings"

// maxSpellings bounds the abbreviations of one keyword.
const maxSpellings = 64

// isKeyword reports whether a word of a usage line is a keyword: it begins with a capital and abbreviates sensibly.
func isKeyword(word string) bool {
	return word != "" && isCapital(word[0]) && !strings.Contains(word, "::") && len(spellings(word)) <= maxSpellings
}

func isCapital(c byte) bool { return 'A' <= c && c <= 'Z' }

func isSmall(c byte) bool { return 'a' <= c && c <= 'z' }

// full returns the keyword in full and in capitals.
func full(keyword string) string { return strings.ToUpper(keyword) }

// spellings returns everything that spells the keyword, in capitals, the full spelling first; one more than
// maxSpellings when there are too many.
func spellings(keyword string) []string {
	list := []string{""}
	for i := 0; i < len(keyword); {
		end := i + 1
		for end < len(keyword) && isSmall(keyword[end]) == isSmall(keyword[i]) {
			end++
		}
		run := strings.ToUpper(keyword[i:end])
		shortest := len(run)
		if isSmall(keyword[i]) {
			shortest = 0
		}
		var longer []string
		for _, prefix := range list {
			for n := len(run); n >= shortest && len(longer) <= maxSpellings; n-- {
				longer = append(longer, prefix+run[:n])
			}
		}
		list, i = longer, end
	}
	return list
}

// spells reports whether word is a spelling of the keyword. Only ASCII letters fold: no other letter is ever in one.
func spells(keyword, word string) bool {
	for len(keyword) > 0 {
		if isSmall(keyword[0]) {
			return spellsRun(keyword, word)
		}
		if word == "" || upper(word[0]) != keyword[0] {
			return false
		}
		keyword, word = keyword[1:], word[1:]
	}
	return word == ""
}

// spellsRun goes on at a run of small letters: it takes as many as word has and then fewer, until the rest fits.
func spellsRun(keyword, word string) bool {
	run, same := 0, 0
	for run < len(keyword) && isSmall(keyword[run]) {
		if same == run && run < len(word) && upper(word[run]) == upper(keyword[run]) {
			same++
		}
		run++
	}
	for n := same; n >= 0; n-- {
		if spells(keyword[run:], word[n:]) {
			return true
		}
	}
	return false
}

func upper(c byte) byte {
	if isSmall(c) {
		return c - 'a' + 'A'
	}
	return c
}
