package config

// This file defines the error of a configuration.

import (
	"fmt"
	"strings"
)

// A Kind groups the mistakes that a configuration can hold.
type Kind string

// The kinds.
const (
	Unreadable Kind = "unreadable" // the file cannot be read, or is not TOML
	UnknownKey Kind = "unknown key"
	BadSetting Kind = "bad setting"    // the key exists, its value cannot be used
	NoSecret   Kind = "no secret"      // a secret cannot be fetched
	PlainText  Kind = "plain password" // a warning
)

// An Error is a mistake in a configuration, or a warning about one.
type Error struct {
	Kind   Kind
	File   string
	Line   int    // from 1; 0 when unknown
	Key    string // the dotted key, "" when it is about the file as a whole
	Reason string // what is wrong, without a full stop
	// Known are the keys or values that would have been right.
	Known []string
	Help  string // the way out; "" when Reason says all
	Cause error  // may be nil
}

// Error returns "file:line: key: reason".
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString(e.File)
	if e.Line > 0 {
		fmt.Fprintf(&b, ":%d", e.Line)
	}
	b.WriteString(": ")
	b.WriteString(e.Message())
	return b.String()
}

// Message returns the error without its place.
func (e *Error) Message() string {
	text := e.Reason
	if e.Cause != nil {
		text += ": " + e.Cause.Error()
	}
	return text
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Cause }

// Word returns the last part of the key as it stands in the file: where an editor would put the caret.
func (e *Error) Word() string {
	if i := strings.LastIndexByte(e.Key, '.'); i >= 0 {
		return e.Key[i+1:]
	}
	return e.Key
}
