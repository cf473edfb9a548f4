package regex

// This file defines the errors of compiling and of matching.

import "fmt"

// Error is a pattern that cannot be compiled, or one that fails for its own fault while matching.
type Error struct {
	Pattern string // the pattern as given
	Offset  int    // byte offset in Pattern of the place meant, or -1 if the pattern as a whole is meant
	Message string // Perl's wording, with the place marked
}

// Error gives the message.
func (e *Error) Error() string { return e.Message }

// BudgetError is a match that was given up because it took more steps than its State allows.
type BudgetError struct {
	Pattern string // the pattern
	Steps   int    // the allowance that was used up
	Pos     int    // byte offset in the subject where the search stood
}

// Error names the pattern and the way out.
func (e *BudgetError) Error() string {
	return fmt.Sprintf("Match of m/%s/ given up after %d steps at offset %d: make its repeated parts exclude each other, or use possessive quantifiers",
		e.Pattern, e.Steps, e.Pos)
}

// CancelError is a match that was stopped by the Cancel function of its State.
type CancelError struct {
	Pattern string // the pattern
}

// Error names the pattern.
func (e *CancelError) Error() string { return fmt.Sprintf("Match of m/%s/ cancelled", e.Pattern) }

// The forms of Perl's messages.
const (
	hereMark    = " <-- HERE "
	noSuchGroup = "Reference to nonexistent group"
	noSuchName  = "Reference to nonexistent named group"
)

// patternError marks the place of a mistake as Perl does.
func patternError(pattern string, offset int, message string) *Error {
	return &Error{
		Pattern: pattern,
		Offset:  offset,
		Message: message + " in regex; marked by <-- HERE in m/" + pattern[:offset] + hereMark + pattern[offset:] + "/",
	}
}

// wholeError is a mistake of the whole pattern. Perl shows no more than its first 127 bytes.
func wholeError(pattern string, message string) *Error {
	shown := pattern
	if len(shown) > 127 {
		shown = shown[:117] + "..."
	}
	return &Error{Pattern: pattern, Offset: -1, Message: message + " in regex m/" + shown + "/"}
}
