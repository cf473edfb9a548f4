// Package usage reads the usage lines of commands and functions and matches what a script says against them.
//
// The usage line is the grammar: `CONNECT <repset> TO <target> [MAP (EXACT | BASE <path>)]` is what the manual prints,
// what the parser accepts, what an error message expects and what completion offers. Participle grammars read both
// notations, the commands' and the functions'. A usage line has no recursion, so all lines of one command compile to
// one automaton whose states are the symbols of the lines; a command is matched by following every state that its
// tokens allow at once, in linear time and without backtracking, and the token at which no state is left is
// the furthest failure, together with everything that could have stood there. The hard part, that a command must
// mean one thing only, is decided when the automaton is built: a search over its reachable sets of states refuses
// lines that can read one input in two ways.
package usage

// This file defines tokens, which the parser prepares, and the results of matching them.

import "github.com/smrscript/smrscript/lang/source"

// A TokenKind says what a token is to a usage line.
type TokenKind int

// The kinds of tokens.
const (
	End    TokenKind = iota // the end of the command; may also be left out
	Word                    // a bare word or path, as written
	String                  // a quoted literal; Text is its content
	Value                   // a variable, call, parenthesised expression, interpolated string: anything computed
	Number                  // a number, with or without a suffix, as written
	Comma                   // ,
	Equals                  // =
	Star                    // * on its own
)

// A Token is one argument token of a command; the head word is not among a command's tokens.
type Token struct {
	source.Span
	Kind TokenKind
	Text string
}

// A Match is what a command's tokens mean.
type Match struct {
	// Line is the index in Command.Lines of the usage line that matched.
	Line int
	// Items are the keywords and slots in the order of the tokens; commas and equal signs are left out.
	Items []Item
}

// An Item is a keyword or a slot with its tokens.
type Item struct {
	Keyword string // in capitals and in full ("RECURSIVE"), or "*"; "" for a slot
	Slot    string // the slot's name as the usage line has it ("target"); "" for a keyword
	Kind    string // the slot's kind ("machine")
	// Tokens is the half-open range of the item's tokens: one, or two for a duration with a unit word.
	Tokens [2]int
	// Unit is the unit word of a duration in full: "seconds", "minutes", "hours", "days"; "" when none follows the number.
	Unit string
}

// A Failure says why tokens are no such command.
type Failure struct {
	// At is the index of the first token that no usage line allows; len(tokens), or the index of the End token, when
	// the command ends too early.
	At int
	// Expected lists what could stand there, each once: keywords in full and in capitals, then slots as "<name>", then
	// punctuation; each group in alphabetical order.
	Expected []string
	// Forms says how slots among them are written that a text could miss, a sentence each without a full stop: "write <from> as
	// hh:mm or hh:mm:ss, such as 22:30".
	Forms []string
	// CanEnd says that the command could also have ended before At.
	CanEnd bool
	// Found is the text of the token at At, "" at the end.
	Found string
	// Suggestion is the keyword that was probably meant, in the letter case of the word found; "" when unknown.
	Suggestion string
	// Incomplete says that the tokens are right so far and more are needed.
	Incomplete bool
}

// An Expected is something that may come next: a keyword, or a slot with its kind.
type Expected struct {
	Keyword    string // in capitals and in full, or one of "*" "=" ","
	Slot, Kind string
}
