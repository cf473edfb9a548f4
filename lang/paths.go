package lang

// This file answers questions about path literals for the checker.

// IsPath reports whether text, written between double quotes in an expression, is read as a Windows path, its
// backslashes literal.
func IsPath(text string) bool {
	full := `"` + text + `"`
	return pathEnd(full, 1) == len(full)-1
}

// LooksLikePath reports whether text between double quotes begins as a Windows path does although it is not read as
// one: its backslashes are escapes.
func LooksLikePath(text string) bool {
	if IsPath(text) || len(text) < 4 {
		return false
	}
	switch {
	case isLetter(text[0]) && text[1] == ':' && text[2] == '\\':
		return text[3] != '\\' && isWord(text[3])
	case text[0] == '\\' && text[1] == '\\':
		return component(text, 2) > 2
	}
	return false
}
