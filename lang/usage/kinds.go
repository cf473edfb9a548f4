package usage

// This file defines the kinds of slots: which names imply them, and which tokens they take.

import "strings"

// The kinds of slots, as Item.Kind and Expected.Kind have them.
const (
	KindMachine  = "machine"  // the name of a machine
	KindRepset   = "repset"   // the name of a replication set
	KindConID    = "con_id"   // a connection id
	KindPath     = "path"     // a path
	KindInt      = "int"      // a whole number
	KindDuration = "duration" // see ParseDuration
	KindBytes    = "bytes"    // see ParseBytes
	KindTime     = "time"     // see ParseTime
	KindDate     = "date"     // see ParseDate
	KindWord     = "word"     // a name, a label, the day of a week
	KindText     = "text"     // any text
	KindSecret   = "secret"   // a password or key, never printed
	KindLevel    = "level"    // see ParseLevel
	KindPercent  = "percent"  // see ParsePercent
	KindExpr     = "expr"     // any value
)

// Kinds returns all kinds.
func Kinds() []string {
	return []string{KindMachine, KindRepset, KindConID, KindPath, KindInt, KindDuration, KindBytes, KindTime, KindDate,
		KindWord, KindText, KindSecret, KindLevel, KindPercent, KindExpr}
}

// anything is the kind of a slot whose name implies none.
const anything = ""

// kind returns the slot's kind, the one written or the one that the name implies; anything when there is none.
func (s *slot) kind() string {
	name := s.Name
	if s.Kind != "" {
		name = s.Kind
	}
	for _, k := range Kinds() {
		if k == name {
			return k
		}
	}
	if s.Kind != "" {
		return anything
	}
	switch s.Name {
	case "source", "target", "alias":
		return KindMachine
	case "user", "job_name", "label", "day":
		return KindWord
	case "args":
		return KindText
	case "password":
		return KindSecret
	case "file", "folder":
		return KindPath
	}
	return anything
}

// takes reports whether a slot of this kind takes the token. A bare word in a path slot must be shaped like a path, so that a
// misspelt keyword is never swallowed. What is computed may turn out to be anything; what is quoted must have
// the form of its kind, unless a variable in it may give it that form.
func takes(kind string, t Token) bool {
	switch t.Kind {
	case Word, Number, String, Value:
	default:
		return false
	}
	switch kind {
	case KindMachine, KindRepset, KindWord, KindText, KindSecret, KindExpr:
		return true
	case KindPath:
		return t.Kind == String || t.Kind == Value || t.Kind == Word && pathShaped(t.Text)
	}
	return t.Kind == Value || t.Kind == String && strings.ContainsAny(t.Text, "$@") || hasForm(kind, t.Text)
}

// guarded reports whether a bare word that is almost a keyword is refused by a slot of this kind where that keyword
// could stand. Free text and passwords may look like anything.
func guarded(kind string) bool {
	return kind == KindMachine || kind == KindRepset || kind == KindWord
}

// pathShaped reports whether a bare word is shaped like a path: it holds a separator or begins with a drive letter.
func pathShaped(word string) bool {
	return strings.ContainsAny(word, `/\`) || len(word) >= 2 && word[1] == ':' && isLetter(word[0])
}
